// Matrices of a given pattern, and what tensors and pairs of factors add.
#include <numeric>

#include "fluxion/linalg.h"
#include "fluxion/transforms.h"
#include "frontend/linalg_internal.h"

namespace fluxion::linalg {

namespace {

int64_t product(std::span<const int64_t> sizes) {
  return std::accumulate(sizes.begin(), sizes.end(), int64_t{1}, std::multiplies<>());
}

std::vector<int64_t> joined(std::span<const int64_t> a, std::span<const int64_t> b) {
  std::vector<int64_t> both(a.begin(), a.end());
  both.insert(both.end(), b.begin(), b.end());
  return both;
}

}  // namespace

Array tensorinv(const Operand &a, int64_t ind) {
  At at(a);
  Array x = asarray(a);
  if (ind < 1 || ind > x.ndim())
    fail<ShapeError>(fmt::format("tensorinv: {} has no dimension {}", to_string(x.type()), ind));
  const std::span<const int64_t> sizes = x.shape(), rows = sizes.first(static_cast<size_t>(ind)),
                                 columns = sizes.subspan(static_cast<size_t>(ind));
  if (product(rows) != product(columns))
    fail<ShapeError>(fmt::format("tensorinv: {} is no square matrix over the dimensions from {} on ({} vs {})",
                                 to_string(x.type()), ind, product(rows), product(columns)));
  return reshape(inv(reshape(x, {product(rows), product(columns)})), joined(columns, rows));
}

Array tensorsolve(const Operand &a, const Operand &b) {
  At at(a, b);
  Array x = asarray(a), y = asarray(b);
  const std::span<const int64_t> sizes = x.shape();
  const bool fits = x.ndim() >= y.ndim() && std::equal(y.shape().begin(), y.shape().end(), sizes.begin());
  const std::span<const int64_t> unknown = fits ? sizes.subspan(y.shape().size()) : sizes;
  if (!fits || product(unknown) != y.size())
    fail<ShapeError>(
        fmt::format("tensorsolve: the right-hand side {} does not fit {}", to_string(y.type()), to_string(x.type())));
  return reshape(solve(reshape(x, {y.size(), y.size()}), ravel(y)),
                 std::vector<int64_t>(unknown.begin(), unknown.end()));
}

std::pair<Array, Array> expm_frechet(const Operand &a, const Operand &e) {
  At at(a, e);
  detail::Matrices x = detail::square("expm_frechet", a);
  Array direction = astype(e, x.x.dtype());
  auto [value, change] = jvp([](const Array &y) { return expm(y); }, std::tuple(x.x), std::tuple(direction));
  return {x.rounded(value), x.rounded(change)};
}

Polar polar(const Operand &a) {
  At at(a);
  detail::Matrices x = detail::matrices("polar", a);
  auto [u, s, vh] = detail::reduced_svd(x.x, false);
  return {x.rounded(matmul(u, vh)), x.rounded(matmul(detail::transposed(vh) * detail::as_row(s), vh))};
}

Array circulant(const Operand &c) {
  At at(c);
  Array column = ravel(c);
  const int64_t n = column.size();
  if (n == 0) return zeros({0, 0}, column.dtype());
  return take(column, (iota({n, n}, 0) - iota({n, n}, 1) + n) % n);
}

Array hankel(const Operand &c) {
  At at(c);
  return hankel(c, zeros_like(ravel(c)));
}

Array hankel(const Operand &c, const Operand &r) {
  At at(c, r);
  Array column = ravel(c), row = ravel(r);
  const int64_t m = column.size(), n = row.size();
  const DType dtype = promote_types(column.dtype(), row.dtype());
  if (m == 0 || n == 0) return zeros({m, n}, dtype);
  Array line = concatenate({astype(column, dtype), lax_slice(astype(row, dtype), {1}, {n})});
  return take(line, iota({m, n}, 0) + iota({m, n}, 1));
}

Array companion(const Operand &p) {
  At at(p);
  Array x = asarray(p);
  if (x.ndim() != 1 || x.size() < 2)
    fail<ShapeError>(fmt::format("companion: two or more coefficients make a polynomial, not {}", to_string(x.type())));
  const int64_t n = x.size() - 1;
  Array first = -lax_slice(x, {1}, {n + 1}) / lax_slice(x, {0}, {1});
  return concatenate({reshape(first, {1, n}), eye(n - 1, n, first.dtype())}, 0);
}

Array hilbert(int64_t n, DType dtype, std::source_location where) {
  At at(where);
  return astype(1.0 / (astype(iota({n, n}, 0) + iota({n, n}, 1), f64) + 1), dtype);
}

}  // namespace fluxion::linalg
