#pragma once
#include "runtime/gemm_product.h"

namespace fluxion::runtime {

class ThreadPool;

/// Runs a product of a matrix and a vector at the speed of memory. False, and nothing done, where neither m nor n is
/// one, or where no dimension of the matrix is contiguous.
bool run_vector(const Product &product, ThreadPool &pool);

}  // namespace fluxion::runtime
