#pragma once
#include <optional>

#include "runtime/gemm_product.h"
#include "runtime/workspace.h"

namespace fluxion::runtime {

class ThreadPool;

/// Runs a product of few results and long sums (a weight's gradient over many examples) by parts of k, side by side;
/// the parts' sums are then added up in order. False, and nothing done, for all other products. Which, and how many
/// parts, depends on the shape alone.
bool run_split(const Product &product, ThreadPool &pool);
/// The buffers that it takes; null for products that it leaves to others.
std::optional<ProductWorkspace> split_workspace(const Product &product);

}  // namespace fluxion::runtime
