#include "runtime/gemm_vector.h"

#include <algorithm>
#include <utility>

#include "runtime/gemm_buffer.h"
#include "runtime/gemm_tasks.h"

namespace fluxion::runtime {

namespace {

constexpr int64_t kMostVectors = 4;  // more than these are worth packing for

// The product seen as a matrix times some vectors: `outputs` results each.
struct VectorProduct {
  Product::Matrix matrix;   // row: stride between outputs, column: stride along k
  Product::Matrix vectors;  // row: stride between vectors, column: stride along k
  int64_t outputs = 0, count = 1;
  bool are_rows = false;  // the results of a vector are a row of out, else a column
  bool along_k = false;   // k is the matrix's contiguous dimension
};

VectorProduct as_vector_product(const Product &p) {
  VectorProduct v{p.a, p.b, p.m, p.n, false, false};
  std::swap(v.vectors.row, v.vectors.column);
  if (p.m < p.n || p.m == 1) {
    v = {p.b, p.a, p.n, p.m, true, false};
    std::swap(v.matrix.row, v.matrix.column);
  }
  v.along_k = v.matrix.column == 1 || p.k == 1;
  return v;
}

// A vector as the kernels want it: contiguous, widened.
const char *contiguous_vector(const Product &p, const VectorProduct &v, int64_t batch, int64_t vector) {
  const char *from = p.at(v.vectors, batch, vector, 0, p.input_size);
  if ((v.vectors.column == 1 || p.k == 1) && p.input_size == p.value_size) return from;
  GemmWorkspace &mine = GemmWorkspace::of_this_thread();
  char *to = mine.a.reserve(p.k * p.value_size);
  mine.run = 0;  // the packed block of A is gone
  p.kernels->pack(from, 0, v.vectors.column, 1, p.k, 1, to);
  return to;
}

void run_piece(const Product &p, const VectorProduct &v, int64_t batch, int64_t vector, int64_t first, int64_t count) {
  const char *x = contiguous_vector(p, v, batch, vector);
  const char *matrix = p.at(v.matrix, batch, first, 0, p.input_size);
  char *sums = GemmWorkspace::of_this_thread().tile.reserve(count * p.value_size);
  if (v.along_k) {
    p.kernels->row_products(matrix, v.matrix.row, x, p.k, count, sums);
  } else {
    p.kernels->column_products(matrix, v.matrix.column, x, p.k, count, sums);
  }
  if (v.are_rows) {
    p.deliver(batch, vector, first, 1, count, sums, count);
  } else {
    p.deliver(batch, first, vector, count, 1, sums, 1);
  }
}

}  // namespace

bool run_vector(const Product &p, ThreadPool &pool) {
  if (p.k == 0) return false;
  const VectorProduct v = as_vector_product(p);
  if (v.count > (v.along_k ? kMostVectors : 1)) return false;
  if (!v.along_k && v.matrix.row != 1) return false;

  // Column products keep their sums in the first-level cache. Row products get pieces of some 256 KB of the matrix,
  // which then is in the second-level cache for the next vector.
  const int64_t piece = v.along_k ? std::clamp<int64_t>((64 << 10) / p.k, 4, 4096) : 4096;
  const int64_t pieces = (v.outputs + piece - 1) / piece;
  const double work = static_cast<double>(std::min(piece, v.outputs) * p.k * v.count);
  for_each_task(pool, p.batches * pieces, work, [&](int64_t task) {
    const int64_t first = task % pieces * piece;
    for (int64_t vector = 0; vector < v.count; ++vector)
      run_piece(p, v, task / pieces, vector, first, std::min(piece, v.outputs - first));
  });
  return true;
}

}  // namespace fluxion::runtime
