#include "runtime/linalg_blocked.h"

#include "runtime/gemm.h"
#include "runtime/linalg_support.h"

namespace fluxion::runtime {
namespace {

constexpr int64_t kLeaf = 128;  // order of the blocks that Cholesky leaves to LAPACK
constexpr int64_t kPanel = 64;  // columns that LU eliminates at a time
constexpr int64_t kSides = 64;  // rows or columns that one thread solves for together

/// A matrix inside another one.
template <class T>
struct View {
  T *data;
  int64_t row, column = 1;  // elements from one row or column to the next

  View block(int64_t i, int64_t j) const { return {data + i * row + j * column, row, column}; }
  View transposed() const { return {data, column, row}; }
};

/// buffers: c, and the address of its row stride.
template <class T>
void subtract_block(void *const *buffers, int64_t, int64_t m0, int64_t n0, int64_t rows, int64_t columns,
                    const float *tile, int64_t ld) {
  if (!tile) return;
  const int64_t row = *static_cast<const int64_t *>(buffers[1]);
  const T *from = reinterpret_cast<const T *>(tile);
  T *to = static_cast<T *>(buffers[0]) + m0 * row + n0;
  for (int64_t i = 0; i < rows; ++i) {
    for (int64_t j = 0; j < columns; ++j) to[i * row + j] -= from[i * ld + j];
  }
}

template <class T>
CodePtr subtract_code() {
  auto code = std::make_shared<Code>();
  code->address = reinterpret_cast<void *>(&subtract_block<T>);
  return code;
}

template <class T>
GemmStep product_step(View<T> a, View<T> b, int64_t m, int64_t n, int64_t k) {
  static const CodePtr code = subtract_code<T>();
  GemmStep step;
  step.dtype = step.out_dtype = sizeof(T) == 4 ? DType::f32 : DType::f64;
  step.m = m, step.n = n, step.k = k;
  step.a.row_stride = a.row, step.a.column_stride = a.column;
  step.b.row_stride = b.row, step.b.column_stride = b.column;
  step.epilogue = code;
  return step;
}

/// c[m, n] −= a[m, k]·b[k, n]
template <class T>
void subtract_product(View<T> c, View<T> a, View<T> b, int64_t m, int64_t n, int64_t k) {
  const GemmStep step = product_step(a, b, m, n, k);
  void *const buffers[] = {c.data, &c.row};
  run_gemm(step, a.data, b.data, nullptr, buffers, ThreadPool::global());
}

/// c −= p·pᵀ, of which only what is on and below the diagonal of c[n, n] counts.
template <class T>
void subtract_square(View<T> c, View<T> p, int64_t n, int64_t k) {
  if (n <= 2 * kLeaf) return subtract_product(c, p, p.transposed(), n, n, k);
  const int64_t half = n / 2 / kLeaf * kLeaf;
  subtract_square(c, p, half, k);
  subtract_product(c.block(half, 0), p.block(half, 0), p.transposed(), n - half, half, k);
  subtract_square(c.block(half, half), p.block(half, 0), n - half, k);
}

template <class T>
bool leaf_cholesky(T *a, int64_t n, int64_t row) {
  const int size = static_cast<int>(n), stride = std::max(1, static_cast<int>(row));
  int info = 0;
  lapack<T>().potrf("U", &size, a, &stride, &info, 1);
  return info == 0;
}

/// All threads: x·op(a) = x for rows of x, or op(a)·x = x for columns.
template <class T>
void solve_on_all_threads(const Triangle &t, View<T> a, View<T> x, int64_t m, int64_t n) {
  const int64_t sides = t.left ? n : m, parts = (sides + kSides - 1) / kSides;
  for_each_matrix(parts, (t.left ? m * m : n * n) * kSides, [&](int64_t i) {
    const int64_t first = i * kSides, part = std::min(kSides, sides - first);
    const View<T> here = t.left ? x.block(0, first) : x.block(first, 0);
    solve_in_place(t, a.data, a.row, here.data, here.row, t.left ? m : part, t.left ? part : n);
  });
}

/// Columns j, …, j + width − 1 of rows j, … of a.
template <class T>
void factor_panel(View<T> a, int64_t m, int64_t j, int64_t width, int32_t *pivots) {
  const int64_t height = m - j;
  const int rows = static_cast<int>(height), columns = static_cast<int>(width);
  T *panel = Scratch(Scratch::bytes<T>(height * width)).take<T>(height * width);
  const View<T> here = a.block(j, j);
  for (int64_t r = 0; r < height; ++r) {
    for (int64_t c = 0; c < width; ++c) panel[c * height + r] = here.data[r * here.row + c];
  }
  int info = 0;
  lapack<T>().getrf(&rows, &columns, panel, &rows, pivots + j, &info);
  for (int64_t r = 0; r < height; ++r) {
    for (int64_t c = 0; c < width; ++c) here.data[r * here.row + c] = panel[c * height + r];
  }
  for (int64_t c = 0; c < width; ++c) pivots[j + c] += static_cast<int32_t>(j - 1);  // LAPACK counts from 1
}

/// The exchanges of a panel, in the columns on both sides of it.
template <class T>
void exchange_rows(View<T> a, int64_t n, int64_t j, int64_t width, const int32_t *pivots) {
  for (int64_t i = j; i < j + width; ++i) {
    if (pivots[i] == i) continue;
    T *p = a.data + i * a.row, *q = a.data + pivots[i] * a.row;
    std::swap_ranges(p, p + j, q);
    std::swap_ranges(p + j + width, p + n, q + j + width);
  }
}

}  // namespace

// l₁₁ of the upper left half, l₂₁ = a₂₁·l₁₁⁻ᵀ, and the factor of a₂₂ − l₂₁·l₂₁ᵀ.
template <class T>
bool cholesky_in_place(T *a, int64_t n, int64_t row) {
  if (n < 3 * kLeaf / 2) return leaf_cholesky(a, n, row);
  const int64_t half = std::max(kLeaf, n / 2 / kLeaf * kLeaf);
  const View<T> whole{a, row}, below = whole.block(half, 0), rest = whole.block(half, half);
  if (!cholesky_in_place(a, half, row)) return false;
  solve_on_all_threads({.left = false, .transposed = true}, whole, below, n - half, half);
  subtract_square(rest, below, n - half, half);
  return cholesky_in_place(rest.data, n - half, row);
}

int64_t lu_panel(int64_t k) { return k < 2 * kPanel ? k : kPanel; }

// The first product is the largest.
template <class T>
ProductWorkspace lu_products(int64_t m, int64_t n) {
  const int64_t panel = lu_panel(std::min(m, n));
  if (panel == 0 || m <= panel || n <= panel) return {};
  return gemm_workspace(product_step(View<T>{nullptr, n}, View<T>{nullptr, n}, m - panel, n - panel, panel));
}

template <class T>
ProductWorkspace cholesky_products(int64_t n) {
  ProductWorkspace w;
  if (n < 3 * kLeaf / 2) return w;
  const int64_t half = std::max(kLeaf, n / 2 / kLeaf * kLeaf), rest = n - half;
  const View<T> p{nullptr, n};
  const int64_t top = rest <= 2 * kLeaf ? rest : rest / 2 / kLeaf * kLeaf;
  const auto cover = [&](int64_t rows, int64_t columns) {
    w.cover(gemm_workspace(product_step(p, p.transposed(), rows, columns, half)));
  };
  rest <= 2 * kLeaf ? cover(rest, rest) : cover(rest - top, top);
  return w;
}

// Panel by panel: eliminate its columns, exchange the rows beside it, and take off its part of what is to the right.
template <class T>
void lu_in_place(T *a, int64_t m, int64_t n, int32_t *pivots) {
  const View<T> whole{a, n};
  const int64_t k = std::min(m, n), panel = lu_panel(k);
  for (int64_t j = 0; j < k; j += panel) {
    const int64_t width = std::min(panel, k - j), next = j + width;
    factor_panel(whole, m, j, width, pivots);
    exchange_rows(whole, n, j, width, pivots);
    if (next == n) continue;
    const View<T> right = whole.block(j, next);
    solve_on_all_threads({.unit = true}, whole.block(j, j), right, width, n - next);
    if (next < m) subtract_product(whole.block(next, next), whole.block(next, j), right, m - next, n - next, width);
  }
}

template ProductWorkspace lu_products<float>(int64_t, int64_t);
template ProductWorkspace lu_products<double>(int64_t, int64_t);
template ProductWorkspace cholesky_products<float>(int64_t);
template ProductWorkspace cholesky_products<double>(int64_t);
template bool cholesky_in_place(float *, int64_t, int64_t);
template bool cholesky_in_place(double *, int64_t, int64_t);
template void lu_in_place(float *, int64_t, int64_t, int32_t *);
template void lu_in_place(double *, int64_t, int64_t, int32_t *);

}  // namespace fluxion::runtime
