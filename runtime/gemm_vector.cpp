#include "runtime/gemm_vector.h"

#include <algorithm>
#include <utility>

#include "runtime/gemm_buffer.h"
#include "runtime/gemm_tasks.h"

namespace fluxion::runtime {

namespace {

// The product seen as matrix times vector: `outputs` results, each a sum over k.
struct VectorProduct {
  Product::Matrix matrix;  // row: stride between outputs, column: stride along k
  Product::Matrix vector;  // column: stride along k
  int64_t outputs = 0;
  bool is_row = false;  // the results are a row of out, else a column
};

VectorProduct as_vector_product(const Product &p) {
  if (p.m == 1) {
    Product::Matrix transposed = p.b;
    std::swap(transposed.row, transposed.column);
    return {transposed, p.a, p.n, true};
  }
  Product::Matrix vector = p.b;
  std::swap(vector.row, vector.column);
  return {p.a, vector, p.m, false};
}

// The vector as the kernels want it: contiguous, widened.
const char *contiguous_vector(const Product &p, const VectorProduct &v, int64_t batch) {
  const char *from = p.at(v.vector, batch, 0, 0, p.input_size);
  if ((v.vector.column == 1 || p.k == 1) && p.input_size == p.value_size) return from;
  char *to = GemmWorkspace::of_this_thread().a.reserve(p.k * p.value_size);
  GemmWorkspace::of_this_thread().run = 0;  // the packed block of A is gone
  p.kernels->pack(from, 0, v.vector.column, 1, p.k, 1, to);
  return to;
}

}  // namespace

bool run_vector(const Product &p, ThreadPool &pool) {
  if ((p.m != 1 && p.n != 1) || p.k == 0) return false;
  const VectorProduct v = as_vector_product(p);
  const bool by_rows = v.matrix.column == 1 || p.k == 1;
  if (!by_rows && v.matrix.row != 1) return false;

  // Column products keep their sums in the first-level cache; row products get pieces of some 256 KB of matrix.
  const int64_t piece = by_rows ? std::clamp<int64_t>((64 << 10) / p.k, 4, 4096) : 4096;
  const int64_t pieces = (v.outputs + piece - 1) / piece;
  const double work = static_cast<double>(std::min(piece, v.outputs) * p.k);
  for_each_task(pool, p.batches * pieces, work, [&](int64_t task) {
    const int64_t batch = task / pieces, first = task % pieces * piece, count = std::min(piece, v.outputs - first);
    const char *vector = contiguous_vector(p, v, batch);
    const char *matrix = p.at(v.matrix, batch, first, 0, p.input_size);
    char *sums = GemmWorkspace::of_this_thread().tile.reserve(count * p.value_size);
    if (by_rows) {
      p.kernels->row_products(matrix, v.matrix.row, vector, p.k, count, sums);
    } else {
      p.kernels->column_products(matrix, v.matrix.column, vector, p.k, count, sums);
    }
    if (v.is_row) {
      p.deliver(batch, 0, first, 1, count, sums, count);
    } else {
      p.deliver(batch, first, 0, count, 1, sums, 1);
    }
  });
  return true;
}

}  // namespace fluxion::runtime
