#pragma once
#include "runtime/gemm_blocking.h"
#include "runtime/workspace.h"

namespace fluxion::runtime {

class ThreadPool;

/// The general way to run a product: packed panels, register tiles, tasks over blocks of rows and columns.
void run_blocked(const Product &product, ThreadPool &pool);
/// The buffers that it takes.
ProductWorkspace blocked_workspace(const Product &product);

}  // namespace fluxion::runtime
