// Shared by the sources of linalg.h.
#pragma once
#include "fluxion/linalg.h"

namespace fluxion::detail {

/// A batch of matrices in a dtype that can be factorised, and the dtype that results are given.
struct Matrices {
  Array x;
  DType dtype;

  int64_t m() const { return x.shape(-2); }
  int64_t n() const { return x.shape(-1); }
  int64_t k() const { return std::min(m(), n()); }
  /// Sizes of the dimensions before the matrix.
  Shape batch() const { return Shape(std::span(x.shape().sizes()).first(x.shape().size() - 2)); }
  Array rounded(const Array &y) const { return astype(y, dtype); }
};

/// ShapeError if `a` has not two dimensions, or for `square` if they differ.
Matrices matrices(std::string_view op, const Operand &a);
Matrices square(std::string_view op, const Operand &a);
/// The dtype in which a function of arrays of that dtype is computed: f32 for what is narrower.
DType wide_dtype(DType dtype);

Array transposed(const Array &x);
/// Ones on the diagonals of matrices like x.
Array identity_like(const Array &x);
/// s as a column behind every batch index: s[…, n] -> [..., n, 1].
inline Array as_column(const Array &s) { return expand_dims(s, -1); }
inline Array as_row(const Array &s) { return expand_dims(s, -2); }
/// √x, with a derivative of 0 at 0.
Array safe_sqrt(const Array &x);

struct Factored {
  Array lu, pivots, permutation;
};
Factored factor_lu(const Array &a);
/// +1 or −1: whether the exchanges are an even number.
Array parity(const Factored &f);
Array solve_triangle(const Array &a, const Array &b, bool left, bool lower, bool unit, bool transposed);
/// x[permutation], for each index of the batch.
Array permuted_rows(const Array &x, const Array &permutation);
/// a·x = b for b[…, n, k], of the same batch.
Array solve_factored(const Factored &f, const Array &b, bool transposed);
linalg::Svd reduced_svd(const Array &a, bool full);

}  // namespace fluxion::detail
