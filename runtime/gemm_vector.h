#pragma once
#include "runtime/gemm_product.h"

namespace fluxion::runtime {

class ThreadPool;

/// Runs a product of a matrix and a vector, or a few, at the speed of memory. False, and nothing done, where neither m
/// nor n is so small, or where the matrix is not contiguous as that needs.
bool run_vector(const Product &product, ThreadPool &pool);

}  // namespace fluxion::runtime
