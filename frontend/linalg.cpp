// Factorisations, and systems of equations solved by them.
#include "fluxion/linalg.h"

#include <array>

#include "frontend/linalg_internal.h"
#include "frontend/ops_internal.h"

namespace fluxion {
namespace detail {

DType wide_dtype(DType dtype) {
  if (is_complex(dtype) || dtype == f64) return dtype;
  return f32;
}

Matrices matrices(std::string_view op, const Operand &a) {
  Array x = asarray(a);
  if (x.ndim() < 2)
    fail<ShapeError>(fmt::format("{}: {} is no matrix: it has no two dimensions", op, to_string(x.type())));
  if (is_complex(x.dtype()))
    fail<DTypeError>(fmt::format("{}: complex matrices have no factorisations here yet: {}", op, to_string(x.type())));
  const DType dtype = is_inexact(x.dtype()) ? x.dtype() : f32;
  return {astype(x, wide_dtype(dtype)), dtype};
}

Matrices square(std::string_view op, const Operand &a) {
  Matrices y = matrices(op, a);
  if (y.m() != y.n())
    fail<ShapeError>(
        fmt::format("{}: the matrix is not square: {} ({} vs {})", op, to_string(y.x.type()), y.m(), y.n()));
  return y;
}

Array transposed(const Array &x) { return swapaxes(x, -1, -2); }

Array identity_like(const Array &x) { return broadcast_to(eye(x.shape(-2), x.shape(-1), x.dtype()), x.shape()); }

Array safe_sqrt(const Array &x) {
  Array zero = x == 0;
  return where(zero, 0, sqrt(where(zero, 1, x)));
}

Factored factor_lu(const Array &a) {
  const std::array<Operand, 1> operands{a};
  std::vector<Array> f = stage_all("fx.lu", operands);
  return {f[0], f[1], f[2]};
}

Array parity(const Factored &f) {
  const int64_t k = f.pivots.shape(-1);
  Array moved = astype(f.pivots != iota({k}, 0), i32);
  return astype(1 - 2 * (sum(moved, -1) % 2), f.lu.dtype());
}

Array solve_triangle(const Array &a, const Array &b, bool left, bool lower, bool unit, bool transposed) {
  return stage("fx.triangular_solve", {a, b},
               {{"left_side", left}, {"lower", lower}, {"unit_diagonal", unit}, {"transpose_a", transposed}});
}

Array permuted_rows(const Array &x, const Array &permutation) {
  const int64_t rank = x.ndim();
  std::vector<int64_t> batch = iota_vector(rank - 2), sizes(static_cast<size_t>(rank), 1), rows{rank - 2};
  sizes.back() = x.shape(-1);
  return stage("fx.gather", {x, permutation},
               {{"offset_dims", std::vector<int64_t>{rank - 1}},
                {"collapsed_slice_dims", rows},
                {"operand_batching_dims", batch},
                {"start_indices_batching_dims", batch},
                {"start_index_map", rows},
                {"index_vector_dim", rank - 1},
                {"slice_sizes", sizes}});
}

Array solve_factored(const Factored &f, const Array &b, bool transposed) {
  if (!transposed) {
    Array y = solve_triangle(f.lu, permuted_rows(b, f.permutation), true, true, true, false);
    return solve_triangle(f.lu, y, true, false, false, false);
  }
  Array y = solve_triangle(f.lu, b, true, false, false, true);
  return permuted_rows(solve_triangle(f.lu, y, true, true, true, true), argsort(f.permutation));
}

linalg::Svd reduced_svd(const Array &a, bool full) {
  const std::array<Operand, 1> operands{a};
  std::vector<Array> f = stage_all("fx.svd", operands, {{"full_matrices", full}});
  return {f[1], f[0], f[2]};
}

namespace {

struct System {
  Array a, b;
  DType dtype;
  bool vector;

  Array finish(Array x) const { return astype(vector ? squeeze(x, -1) : x, dtype); }
};

// a and b of one dtype and batch, b a matrix.
System system(std::string_view op, const Operand &a, const Operand &b) {
  Matrices left = square(op, a);
  Array right = asarray(b);
  const DType dtype = promote_types(left.dtype, is_inexact(right.dtype()) ? right.dtype() : left.dtype);
  const bool vector = right.ndim() == 1;
  if (right.ndim() == 0 || right.shape(vector ? -1 : -2) != left.n())
    fail<ShapeError>(fmt::format("{}: the right-hand side {} does not fit the matrix {}", op, to_string(right.type()),
                                 to_string(left.x.type())));
  if (is_complex(dtype))
    fail<DTypeError>(fmt::format("{}: complex systems have no solution here yet: {}", op, to_string(right.type())));
  right = astype(right, wide_dtype(dtype));
  if (vector) right = as_column(right);
  Matrices sides{right, dtype};
  const std::array<Shape, 2> both{left.batch(), sides.batch()};
  Shape as = broadcast_shapes(op, both), bs = as;
  as.push_back(left.n()), as.push_back(left.n());
  bs.push_back(left.n()), bs.push_back(right.shape(-1));
  return {broadcast_to(astype(left.x, right.dtype()), as), broadcast_to(right, bs), dtype, vector && as.size() == 2};
}

}  // namespace
}  // namespace detail

namespace linalg {

using detail::Matrices;
using detail::transposed;

namespace {
Array symmetrized(const Array &x) { return (x + transposed(x)) * 0.5; }
}  // namespace

Array cholesky(const Operand &a, bool upper, bool symmetrize_input) {
  At at(a);
  Matrices x = detail::square("cholesky", a);
  Array source = symmetrize_input ? symmetrized(x.x) : upper ? transposed(x.x) : x.x;
  Array l = stage("fx.cholesky", {source});
  return x.rounded(upper ? transposed(l) : l);
}

Qr qr(const Operand &a, QrMode mode) {
  At at(a);
  Matrices x = detail::matrices("qr", a);
  const std::array<Operand, 1> operands{x.x};
  std::vector<Array> f = stage_all("fx.qr", operands, {{"full_matrices", mode == QrMode::complete}});
  return {x.rounded(f[0]), x.rounded(f[1])};
}

Eigh eigh(const Operand &a, bool symmetrize_input) {
  At at(a);
  Matrices x = detail::square("eigh", a);
  const Array source = symmetrize_input ? symmetrized(x.x) : x.x;  // an Operand refers to it
  const std::array<Operand, 1> operands{source};
  std::vector<Array> f = stage_all("fx.eigh", operands);
  return {x.rounded(f[0]), x.rounded(f[1])};
}

Array eigvalsh(const Operand &a, bool symmetrize_input) { return eigh(a, symmetrize_input).eigenvalues; }

Svd svd(const Operand &a, SvdOptions options) {
  At at(a);
  Matrices x = detail::matrices("svd", a);
  Svd f = detail::reduced_svd(x.x, options.full_matrices);
  return {x.rounded(f.u), x.rounded(f.s), x.rounded(f.vh)};
}

Array svdvals(const Operand &a) {
  At at(a);
  Matrices x = detail::matrices("svdvals", a);
  return x.rounded(detail::reduced_svd(x.x, false).s);
}

LuFactor lu_factor(const Operand &a) {
  At at(a);
  Matrices x = detail::square("lu_factor", a);
  auto [lu, pivots, permutation] = detail::factor_lu(x.x);
  return {x.rounded(lu), pivots, permutation};
}

Lu lu(const Operand &a) {
  At at(a);
  Matrices x = detail::matrices("lu", a);
  const int64_t m = x.m(), n = x.n(), k = x.k();
  auto [lu, pivots, permutation] = detail::factor_lu(x.x);
  auto part = [&](int64_t rows, int64_t columns) {
    std::vector<int64_t> limits = lu.shape().sizes();
    limits[limits.size() - 2] = rows, limits.back() = columns;
    return lax_slice(lu, std::vector<int64_t>(limits.size(), 0), limits);
  };
  Array l = tril(part(m, k), -1);
  // Row permutation[i] of a is row i of l·u.
  Array p = astype(iota({m, 1}, 0) == detail::as_row(permutation), x.dtype);
  return {p, x.rounded(l + detail::identity_like(l)), x.rounded(triu(part(k, n)))};
}

Array householder_product(const Operand &a, const Operand &taus) {
  At at(a, taus);
  Matrices x = detail::matrices("householder_product", a);
  return x.rounded(stage("fx.householder_product", {x.x, astype(taus, x.x.dtype())}));
}

CholeskyFactor cho_factor(const Operand &a, bool lower) { return {cholesky(a, !lower), lower}; }

Array solve(const Operand &a, const Operand &b) {
  At at(a, b);
  detail::System s = detail::system("solve", a, b);
  return s.finish(detail::solve_factored(detail::factor_lu(s.a), s.b, false));
}

Array solve_triangular(const Operand &a, const Operand &b, TriangularOptions o) {
  At at(a, b);
  detail::System s = detail::system("solve_triangular", a, b);
  return s.finish(detail::solve_triangle(s.a, s.b, true, o.lower, o.unit_diagonal, o.transposed));
}

Array triangular_solve(const Operand &a, const Operand &b, LaxTriangularOptions o) {
  At at(a, b);
  Matrices x = detail::square("triangular_solve", a), y = detail::matrices("triangular_solve", b);
  const DType dtype = promote_types(x.dtype, y.dtype), wide = detail::wide_dtype(dtype);
  return astype(detail::solve_triangle(astype(x.x, wide), astype(y.x, wide), o.left_side, o.lower, o.unit_diagonal,
                                       o.transpose_a),
                dtype);
}

Array lu_solve(const LuFactor &factor, const Operand &b, bool transposed) {
  At at(b);
  detail::System s = detail::system("lu_solve", factor.lu, b);
  Shape rows = s.a.shape();
  Array permutation = broadcast_to(factor.permutation, Shape(std::span(rows.sizes()).first(rows.size() - 1)));
  return s.finish(detail::solve_factored({s.a, {}, permutation}, s.b, transposed));
}

Array cho_solve(const CholeskyFactor &factor, const Operand &b) {
  At at(b);
  detail::System s = detail::system("cho_solve", factor.c, b);
  Array y = detail::solve_triangle(s.a, s.b, true, factor.lower, false, !factor.lower);
  return s.finish(detail::solve_triangle(s.a, y, true, factor.lower, false, factor.lower));
}

Array inv(const Operand &a) {
  At at(a);
  Matrices x = detail::square("inv", a);
  return x.rounded(detail::solve_factored(detail::factor_lu(x.x), detail::identity_like(x.x), false));
}

}  // namespace linalg
}  // namespace fluxion
