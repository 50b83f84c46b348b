// Functions of matrices, and products of several.
#include <array>
#include <limits>

#include "fluxion/control.h"
#include "fluxion/linalg.h"
#include "frontend/linalg_internal.h"
#include "frontend/ops_internal.h"

namespace fluxion::linalg {

using detail::Matrices;

Array matrix_power(const Operand &a, int64_t n) {
  At at(a);
  Matrices x = detail::square("matrix_power", a);
  if (n == 0) return x.rounded(detail::identity_like(x.x));
  Array square = n < 0 ? inv(x.x) : x.x, result;
  for (uint64_t left = n < 0 ? -static_cast<uint64_t>(n) : static_cast<uint64_t>(n); left; left >>= 1) {
    if (left & 1) result = result.defined() ? matmul(result, square) : square;
    if (left > 1) square = matmul(square, square);
  }
  return x.rounded(result);
}

namespace {

constexpr int64_t kMaxSquarings = 16;

// A Padé approximant of e^a is (v − u)⁻¹·(v + u), with the odd terms in u and the even ones in v; the k-th coefficient
// is b[k]. Of degree 7 it is exact to f32's precision up to a norm of 3.9, of degree 13 to f64's up to 5.4.
struct Pade {
  Array u, v;
};

Pade pade7(const Array &a, const Array &unit) {
  constexpr double b[] = {17297280, 8648640, 1995840, 277200, 25200, 1512, 56, 1};
  Array a2 = matmul(a, a), a4 = matmul(a2, a2), a6 = matmul(a4, a2);
  Array odd = a6 * b[7] + a4 * b[5] + a2 * b[3] + unit * b[1];
  return {matmul(a, odd), a6 * b[6] + a4 * b[4] + a2 * b[2] + unit * b[0]};
}

Pade pade13(const Array &a, const Array &unit) {
  constexpr double b[] = {64764752532480000.,
                          32382376266240000.,
                          7771770303897600.,
                          1187353796428800.,
                          129060195264000.,
                          10559470521600.,
                          670442572800.,
                          33522128640.,
                          1323241920.,
                          40840800.,
                          960960.,
                          16380.,
                          182.,
                          1.};
  Array a2 = matmul(a, a), a4 = matmul(a2, a2), a6 = matmul(a4, a2);
  Array odd = matmul(a6, a6 * b[13] + a4 * b[11] + a2 * b[9]) + a6 * b[7] + a4 * b[5] + a2 * b[3] + unit * b[1];
  Array even = matmul(a6, a6 * b[12] + a4 * b[10] + a2 * b[8]) + a6 * b[6] + a4 * b[4] + a2 * b[2] + unit * b[0];
  return {matmul(a, odd), even};
}

// 2ⁿ, exactly: the exponent's bits of an f32.
Array power_of_two(const Array &n, DType dtype) {
  return astype(bitcast((clip(n, 0, kMaxSquarings) + 127) << 23, f32), dtype);
}

}  // namespace

Array expm(const Operand &a) {
  At at(a);
  Matrices x = detail::square("expm", a);
  if (x.n() == 0) return x.rounded(x.x);
  const bool wide = x.x.dtype() == f64;
  Array norm1 = stop_gradient(max(sum(abs(x.x), -2), -1));
  Array squarings = astype(ceil(log2(maximum(norm1 / (wide ? 5.371920351148152 : 3.925724783138660), 1))), i32);
  Array scaled = x.x / detail::as_column(detail::as_column(power_of_two(squarings, x.x.dtype())));
  Array unit = detail::identity_like(x.x);
  auto [u, v] = wide ? pade13(scaled, unit) : pade7(scaled, unit);
  Array result = detail::solve_factored(detail::factor_lu(v - u), v + u, false);
  result = fori_loop(
      0, kMaxSquarings,
      [&](const Array &i, const Array &r) {
        if (x.x.ndim() == 2)
          return fluxion::cond(
              i < squarings, [](const Array &y) { return matmul(y, y); }, [](const Array &y) { return y; }, r);
        return where(detail::as_column(detail::as_column(i < squarings)), matmul(r, r), r);
      },
      result);
  Array good = detail::as_column(detail::as_column(squarings <= kMaxSquarings));
  return x.rounded(where(good, result, std::numeric_limits<double>::quiet_NaN()));
}

Array sqrtm(const Operand &a) {
  At at(a);
  Matrices x = detail::square("sqrtm", a);
  if (x.n() == 0) return x.rounded(x.x);
  const double exponent = -0.5 / static_cast<double>(x.n());
  constexpr int64_t kIterations = 20;  // quadratic convergence; the scales make the first steps few
  // y → a^(1/2) and z → a^(−1/2), both towards the mean of themselves and the other's inverse.
  auto step = [&](const Array &, const std::pair<Array, Array> &state) {
    const auto &[y, z] = state;
    Array size = slogdet(y).logabsdet + slogdet(z).logabsdet;
    Array scale = stop_gradient(detail::as_column(detail::as_column(exp(size * exponent))));
    return std::pair((y * scale + inv(z) / scale) * 0.5, (z * scale + inv(y) / scale) * 0.5);
  };
  return x.rounded(fori_loop(0, kIterations, step, std::pair(x.x, detail::identity_like(x.x))).first);
}

namespace {

// Which product of arrays[i..j] is made last; by the number of multiplications (Cormen et al., "Introduction to
// Algorithms", 15.2).
std::vector<std::vector<size_t>> best_splits(const std::vector<double> &sizes) {
  const size_t n = sizes.size() - 1;
  std::vector<std::vector<double>> cost(n, std::vector<double>(n, 0));
  std::vector<std::vector<size_t>> split(n, std::vector<size_t>(n, 0));
  for (size_t length = 2; length <= n; ++length)
    for (size_t i = 0; i + length <= n; ++i) {
      const size_t j = i + length - 1;
      cost[i][j] = std::numeric_limits<double>::infinity();
      for (size_t k = i; k < j; ++k) {
        const double c = cost[i][k] + cost[k + 1][j] + sizes[i] * sizes[k + 1] * sizes[j + 1];
        if (c < cost[i][j]) cost[i][j] = c, split[i][j] = k;
      }
    }
  return split;
}

Array product(const std::vector<Array> &arrays, const std::vector<std::vector<size_t>> &splits, size_t i, size_t j) {
  if (i == j) return arrays[i];
  return matmul(product(arrays, splits, i, splits[i][j]), product(arrays, splits, splits[i][j] + 1, j));
}

}  // namespace

Array multi_dot(const std::vector<Array> &arrays, std::source_location where) {
  At at(where, arrays);
  if (arrays.size() < 2) fail<ShapeError>("multi_dot: two arrays or more make a product");
  std::vector<double> sizes;
  for (size_t i = 0; i < arrays.size(); ++i) {
    const Array &x = arrays[i];
    const bool end = i == 0 || i + 1 == arrays.size();
    if (x.ndim() != 2 && !(end && x.ndim() == 1))
      fail<ShapeError>(
          fmt::format("multi_dot: array {} is {}: only the first and the last may be vectors, all others "
                      "are matrices",
                      i, to_string(x.type())));
    sizes.push_back(i == 0 && x.ndim() == 1 ? 1 : static_cast<double>(x.shape(0)));
  }
  sizes.push_back(arrays.back().ndim() == 1 ? 1 : static_cast<double>(arrays.back().shape(1)));
  return product(arrays, best_splits(sizes), 0, arrays.size() - 1);
}

Array trace(const Operand &x, int64_t offset) {
  At at(x);
  return sum(diagonal(asarray(x), offset, -2, -1), -1);
}

Array outer(const Operand &a, const Operand &b) {
  At at(a, b);
  Array x = asarray(a), y = asarray(b);
  if (x.ndim() != 1 || y.ndim() != 1)
    fail<ShapeError>(fmt::format("outer: of two vectors, not {} and {}", to_string(x.type()), to_string(y.type())));
  return fluxion::outer(x, y);
}

QrMultiply qr_multiply(const Operand &a, const Operand &c, bool left) {
  At at(a, c);
  const Qr f = qr(a);
  const Array x = asarray(c), q = astype(f.q, promote_types(f.q.dtype(), x.dtype()));
  const int64_t last = left && x.ndim() > 1 ? -2 : -1, wanted = q.shape(left ? -1 : -2);
  if (x.ndim() == 0 || x.shape(last) != wanted)
    fail<ShapeError>(fmt::format("qr_multiply: {} does not fit {} q {}", to_string(x.type()),
                                 left ? "behind" : "before", to_string(q.type())));
  return {left ? matmul(q, x) : matmul(x, q), f.r};
}

Eigh eigh_tridiagonal(const Operand &d, const Operand &e) {
  At at(d, e);
  const Array diagonal = asarray(d), beside = asarray(e);
  if (diagonal.ndim() == 0 || beside.ndim() == 0 || beside.shape(-1) + 1 != diagonal.shape(-1))
    fail<ShapeError>(fmt::format("eigh_tridiagonal: beside the diagonal {} there are {}, not one element less",
                                 to_string(diagonal.type()), to_string(beside.type())));
  const int64_t n = diagonal.shape(-1);
  // Element i of the diagonal, and of what is beside it, wherever row and column say so.
  const Array row = iota({n, n}, 0), column = iota({n, n}, 1), least = minimum(row, column);
  const Array off = n > 1 ? take(beside, minimum(least, n - 2), -1) : zeros_like(take(diagonal, least, -1));
  const Array full = where(row == column, take(diagonal, least, -1), where(abs(row - column) == 1, off, 0));
  return eigh(full, /*symmetrize_input=*/false);
}

Array block_diag(const std::vector<Array> &blocks, std::source_location where) {
  At at(where, blocks);
  if (blocks.empty()) fail<ShapeError>("block_diag: there is no block");
  std::vector<Array> parts;
  int64_t columns = 0, before = 0;
  DType dtype = blocks[0].dtype();
  for (const Array &x : blocks) {
    if (x.ndim() > 2) fail<ShapeError>(fmt::format("block_diag: {} is no matrix", to_string(x.type())));
    parts.push_back(x.ndim() == 2 ? x : reshape(x, {1, -1}));
    columns += parts.back().shape(1);
    dtype = promote_types(dtype, x.dtype());
  }
  for (Array &x : parts) {
    const int64_t width = x.shape(1);
    x = pad(astype(x, dtype), {0, before}, {0, columns - before - width});
    before += width;
  }
  return concatenate(parts, 0);
}

Array toeplitz(const Operand &c) {
  At at(c);
  return toeplitz(c, c);
}

Array toeplitz(const Operand &c, const Operand &r) {
  At at(c, r);
  Array column = ravel(c), row = ravel(r);
  const int64_t m = column.size(), n = row.size();
  if (n == 0 || m == 0) return zeros({m, n}, promote_types(column.dtype(), row.dtype()));
  const DType dtype = promote_types(column.dtype(), row.dtype());
  // The diagonals from the upper right corner to the lower left one.
  Array diagonals = concatenate({flip(lax_slice(astype(row, dtype), {1}, {n})), astype(column, dtype)});
  return take(diagonals, iota({m, n}, 0) - iota({m, n}, 1) + (n - 1));
}

}  // namespace fluxion::linalg
