// Numbers that say something about a matrix, and what is made of singular values.
#include <cmath>
#include <limits>

#include "fluxion/linalg.h"
#include "frontend/linalg_internal.h"
#include "frontend/ops_internal.h"

namespace fluxion::linalg {

using detail::Matrices;

namespace {

double epsilon(DType dtype) {
  return dtype == f64 ? std::numeric_limits<double>::epsilon() : std::numeric_limits<float>::epsilon();
}

// x[…, i, j] of matrices.
Array element(const Array &x, int64_t i, int64_t j) { return x[{ellipsis, i, j}]; }

Array det2(const Array &x) { return element(x, 0, 0) * element(x, 1, 1) - element(x, 0, 1) * element(x, 1, 0); }

// Written out, so that it has derivatives where the matrix is singular.
Array det3(const Array &x) {
  Array sum;
  for (int64_t j = 0; j < 3; ++j) {
    const int64_t p = (j + 1) % 3, q = (j + 2) % 3;
    Array minor = element(x, 1, p) * element(x, 2, q) - element(x, 1, q) * element(x, 2, p);
    Array term = element(x, 0, j) * minor;
    sum = j == 0 ? term : sum + term;
  }
  return sum;
}

Array diagonal_of(const Array &x) { return diagonal(x, 0, -2, -1); }

// |x|ᵖ summed over one axis, to the power 1/p.
Array power_norm(const Array &magnitudes, double p, Axes axes, Keep keep) {
  Array total = sum(pow(magnitudes, p), axes, keep), zero = total == 0;
  return where(zero, 0, pow(where(zero, 1, total), 1 / p));
}

Array vector_norm_of(const Array &x, const Order &order, const Axes &axes, Keep keep) {
  if (order.kind != Order::number) fail<Error>("norm: 'fro' and 'nuc' are norms of matrices, which have two axes");
  if (order.p == 2) return detail::safe_sqrt(sum(x * x, axes, keep));
  if (order.p == 0) return sum(astype(x != 0, x.dtype()), axes, keep);
  Array magnitudes = abs(x);
  if (std::isinf(order.p)) return order.p > 0 ? max(magnitudes, axes, keep) : min(magnitudes, axes, keep);
  return order.p == 1 ? sum(magnitudes, axes, keep) : power_norm(magnitudes, order.p, axes, keep);
}

// Of the last two dimensions.
Array matrix_norm_of(const Array &x, const Order &order) {
  if (order.kind == Order::fro) return detail::safe_sqrt(sum(x * x, {-2, -1}));
  if (order.kind == Order::nuc) return sum(svdvals(x), -1);
  const bool least = order.p < 0;
  const double p = std::fabs(order.p);
  if (p == 2) return least ? min(svdvals(x), -1) : max(svdvals(x), -1);
  if (p != 1 && !std::isinf(p)) fail<Error>(fmt::format("norm: there is no norm {} of matrices", order.p));
  Array sums = sum(abs(x), p == 1 ? -2 : -1);
  return least ? min(sums, -1) : max(sums, -1);
}

Array inexact(const Operand &x) {
  Array a = asarray(x);
  if (is_complex(a.dtype()))
    fail<DTypeError>(fmt::format("norm: no norm of complex arrays yet: {}", to_string(a.type())));
  return is_inexact(a.dtype()) ? a : astype(a, f32);
}

// The matrices whose rows and columns are two given dimensions.
Array norm_over(const Array &x, int64_t rows, int64_t columns, const Order &order, Keep keep) {
  std::vector<int64_t> order_of_dims, kept = x.shape().sizes();
  for (int64_t d = 0; d < x.ndim(); ++d)
    if (d != rows && d != columns) order_of_dims.push_back(d);
  order_of_dims.push_back(rows), order_of_dims.push_back(columns);
  kept[static_cast<size_t>(rows)] = kept[static_cast<size_t>(columns)] = 1;
  Array y = matrix_norm_of(transpose(x, order_of_dims), order);
  return keep == keepdims ? reshape(y, kept) : y;
}

}  // namespace

Array det(const Operand &a) {
  At at(a);
  Matrices x = detail::square("det", a);
  if (x.n() == 0) return ones(x.batch(), x.dtype);
  if (x.n() == 1) return x.rounded(element(x.x, 0, 0));
  if (x.n() == 2) return x.rounded(det2(x.x));
  if (x.n() == 3) return x.rounded(det3(x.x));
  detail::Factored f = detail::factor_lu(x.x);
  return x.rounded(prod(diagonal_of(f.lu), -1) * detail::parity(f));
}

Slogdet slogdet(const Operand &a) {
  At at(a);
  Matrices x = detail::square("slogdet", a);
  if (x.n() == 0) return {ones(x.batch(), x.dtype), zeros(x.batch(), x.dtype)};
  detail::Factored f = detail::factor_lu(x.x);
  Array d = diagonal_of(f.lu);
  return {x.rounded(prod(sign(d), -1) * detail::parity(f)), x.rounded(sum(log(abs(d)), -1))};
}

Array pinv(const Operand &a, std::optional<double> rtol) {
  At at(a);
  Matrices x = detail::matrices("pinv", a);
  if (x.k() == 0) return x.rounded(detail::transposed(x.x));
  const double tolerance = rtol.value_or(10 * static_cast<double>(std::max(x.m(), x.n())) * epsilon(x.x.dtype()));
  auto [u, s, vh] = detail::reduced_svd(x.x, false);
  Array taken = s > max(s, -1, keepdims) * tolerance;
  Array inverse = where(taken, 1 / where(taken, s, 1), 0);
  return x.rounded(matmul(detail::transposed(vh) * detail::as_row(inverse), detail::transposed(u)));
}

Lstsq lstsq(const Operand &a, const Operand &b, std::optional<double> rcond) {
  At at(a, b);
  Matrices x = detail::matrices("lstsq", a);
  Array right = asarray(b);
  if (x.x.ndim() != 2 || right.ndim() < 1 || right.ndim() > 2 || right.shape(0) != x.m())
    fail<ShapeError>(fmt::format("lstsq: the right-hand side {} does not fit the matrix {}", to_string(right.type()),
                                 to_string(x.x.type())));
  const bool vector = right.ndim() == 1;
  right = astype(vector ? detail::as_column(right) : right, x.x.dtype());
  if (x.k() == 0)
    return {zeros(vector ? Shape{x.n()} : Shape{x.n(), right.shape(1)}, x.dtype), x.rounded(sum(right * right, 0)),
            zeros({}, i32), zeros({0}, x.dtype)};
  const double tolerance = rcond.value_or(static_cast<double>(std::max(x.m(), x.n())) * epsilon(x.x.dtype()));
  auto [u, s, vh] = detail::reduced_svd(x.x, false);
  Array taken = s >= max(s, -1, keepdims) * tolerance;
  Array inverse = where(taken, 1 / where(taken, s, 1), 0);
  Array y = matmul(detail::transposed(vh), detail::as_column(inverse) * matmul(detail::transposed(u), right));
  Array off = right - matmul(x.x, y);
  return {x.rounded(vector ? squeeze(y, -1) : y), x.rounded(sum(off * off, 0)), sum(astype(taken, i32)), x.rounded(s)};
}

Array matrix_rank(const Operand &a, std::optional<double> rtol) {
  At at(a);
  Matrices x = detail::matrices("matrix_rank", a);
  if (x.k() == 0) return zeros(x.batch(), i32);
  Array s = detail::reduced_svd(x.x, false).s;
  const double tolerance = rtol.value_or(static_cast<double>(std::max(x.m(), x.n())) * epsilon(x.x.dtype()));
  return sum(astype(s > max(s, -1, keepdims) * tolerance, i32), -1);
}

Array cond(const Operand &a, Order p) {
  At at(a);
  Matrices x = detail::matrices("cond", a);
  if (x.k() == 0) fail<ShapeError>(fmt::format("cond: an empty matrix has no condition: {}", to_string(x.x.type())));
  if (p.kind != Order::number || std::fabs(p.p) != 2) {
    detail::square("cond", a);
    return x.rounded(matrix_norm_of(x.x, p) * matrix_norm_of(inv(x.x), p));
  }
  Array s = detail::reduced_svd(x.x, false).s, most = max(s, -1), least = min(s, -1);
  return x.rounded(p.p > 0 ? most / least : least / most);
}

Array norm(const Operand &x, std::optional<Order> ord, Axes axes, Keep keep) {
  At at(x);
  Array a = inexact(x);
  std::vector<int64_t> dims = detail::normalize_axes("norm", axes, a.ndim());
  if (axes.all && !ord) return detail::safe_sqrt(sum(a * a, {}, keep));
  if (dims.size() == 1) return vector_norm_of(a, ord.value_or(2), dims, keep);
  if (dims.size() == 2) return norm_over(a, dims[0], dims[1], ord.value_or(Order::fro), keep);
  fail<ShapeError>(fmt::format("norm: of one or two axes, not of {} of {}", dims.size(), to_string(a.type())));
}

Array vector_norm(const Operand &x, Order ord, Axes axes, Keep keep) {
  At at(x);
  return vector_norm_of(inexact(x), ord, axes, keep);
}

Array matrix_norm(const Operand &x, Order ord, Keep keep) {
  At at(x);
  Array a = inexact(x);
  if (a.ndim() < 2) fail<ShapeError>(fmt::format("matrix_norm: {} is no matrix", to_string(a.type())));
  return norm_over(a, a.ndim() - 2, a.ndim() - 1, ord, keep);
}

}  // namespace fluxion::linalg
