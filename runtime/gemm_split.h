#pragma once
#include "runtime/gemm_product.h"

namespace fluxion::runtime {

class ThreadPool;

/// Runs a product of few results and long sums (a weight's gradient over many examples) by parts of k, side by side;
/// the parts' sums are then added up in order. False, and nothing done, for all other products. Which, and how many
/// parts, depends on the shape alone.
bool run_split(const Product &product, ThreadPool &pool);

}  // namespace fluxion::runtime
