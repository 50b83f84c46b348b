// How a product is cut: from its shape, its strides and the sizes of the caches.
#pragma once
#include "runtime/gemm_product.h"

namespace fluxion::runtime {

struct Blocking {
  int64_t depth = 0;          // k of a chunk: sums of chunks are added up in order, so this alone affects the bits
  int64_t rows = 0;           // of a block of A (m), a multiple of mr; it stays in the second-level cache
  int64_t task_columns = 0;   // of a task (n), a multiple of nr
  int64_t phase_columns = 0;  // whose packed B is shared at a time, a multiple of task_columns
  int64_t phase_depth = 0;    // k of the B that is shared at a time, a multiple of `depth`
  int64_t group_rows = 0;     // rows finished at a time, a multiple of mr
  bool direct_a = false;      // read A as it lies
  bool direct_b = false;
  bool shared_b = false;  // all threads pack B first; otherwise each task packs its own part
  bool keeps_a = false;   // a thread keeps the packed block of A over all of k
};

/// In how many parts of k an m×n product is best cut for a thread to keep all packed rows of A, so that each part of B
/// is packed where it is used, by one thread, and never goes to memory: 1 for most products of few rows, 0 where there
/// is no such number. It depends on the shape alone.
int64_t flat_parts(int64_t m, int64_t n, int64_t k, int64_t value_size);

Blocking choose_blocking(const Product &product);

}  // namespace fluxion::runtime
