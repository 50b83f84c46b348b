// Arrays made by rule: diagonals, triangles, grids, windows; and positions as numbers.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "fluxion/numeric.h"
#include "fluxion/sets.h"
#include "fluxion/shaping.h"
#include "fluxion/special.h"
#include "frontend/ops_internal.h"

namespace fluxion {

using detail::normalize_axis;

namespace {

void need_matrix(std::string_view op, const Array &x) {
  if (x.ndim() < 2) fail<ShapeError>(fmt::format("{}: {} is not a matrix", op, to_string(x.type())));
}

void need_vectors(std::string_view op, const Arrays &vectors) {
  for (const Array &v : vectors)
    if (v.ndim() > 1) fail<ShapeError>(fmt::format("{}: {} is not a vector", op, to_string(v.type())));
}

}  // namespace

// ---- diagonals and triangles

Array diagonal(const Operand &x, int64_t offset, int64_t axis1, int64_t axis2) {
  At at(x);
  Array a = asarray(x);
  need_matrix("diagonal", a);
  axis1 = normalize_axis("diagonal", axis1, a.ndim());
  axis2 = normalize_axis("diagonal", axis2, a.ndim());
  if (axis1 == axis2) fail<ShapeError>("diagonal: the two axes are the same");
  a = moveaxis(a, {axis1, axis2}, {-2, -1});
  int64_t row = std::max<int64_t>(0, -offset), column = std::max<int64_t>(0, offset);
  int64_t n = std::max<int64_t>(0, std::min(a.shape(-2) - row, a.shape(-1) - column));
  std::vector<int64_t> shape(a.shape().begin(), a.shape().end() - 2);
  shape.push_back(n);
  if (n == 0) return zeros(Shape(shape), a.dtype());
  Array i = iota({n}, 0);
  return a[{ellipsis, i + row, i + column}];
}
Array trace_(const Operand &x, int64_t offset, int64_t axis1, int64_t axis2) {
  At at(x);
  return sum(diagonal(x, offset, axis1, axis2), -1);
}

Array diagflat(const Operand &x, int64_t k) {
  At at(x);
  Array v = ravel(x);
  int64_t n = v.shape(0) + std::abs(k), row = std::max<int64_t>(0, -k), column = std::max<int64_t>(0, k);
  Array spread = broadcast_to(expand_dims(v, 1), {v.shape(0), v.shape(0)});
  Array square = where(eye(v.shape(0), {}, bool_), spread, 0);
  return pad(square, {row, column}, {n - v.shape(0) - row, n - v.shape(0) - column});
}
Array diag(const Operand &x, int64_t k) {
  At at(x);
  Array a = asarray(x);
  if (a.ndim() != 1 && a.ndim() != 2)
    fail<ShapeError>(fmt::format("diag: {} is neither vector nor matrix", to_string(a.type())));
  return a.ndim() == 1 ? diagflat(a, k) : diagonal(a, k);
}

Array fill_diagonal(const Operand &x, const Operand &value) {
  At at(x, value);
  Array a = asarray(x);
  need_matrix("fill_diagonal", a);
  std::vector<int64_t> sizes = a.shape().sizes();
  if (a.ndim() > 2 && std::adjacent_find(sizes.begin(), sizes.end(), std::not_equal_to<>()) != sizes.end())
    fail<ShapeError>(fmt::format("fill_diagonal: the dimensions of {} differ", to_string(a.type())));
  Array i = iota({*std::min_element(sizes.begin(), sizes.end())}, 0);
  Array v = detail::as_scalar(value, a.dtype());
  if (v.ndim() > 0) v = resize(v, i.shape());  // values are used again and again, as in NumPy
  Array on_diagonal = full(a.shape(), true);
  for (int64_t d = 1; d < a.ndim(); ++d) on_diagonal = on_diagonal & (iota(a.shape(), d) == iota(a.shape(), 0));
  if (v.ndim() == 0) return where(on_diagonal, v, a);
  Shape column(std::vector<int64_t>(sizes.size(), 1));
  Array padded = v.shape(0) == a.shape(0) ? v : pad(v, {0}, {a.shape(0) - v.shape(0)});
  column[0] = a.shape(0);
  return where(on_diagonal, reshape(padded, column.sizes()), a);
}

Array tri(int64_t rows, std::optional<int64_t> columns, int64_t k, DType dtype, at_line line) {
  At at(line);
  Shape shape{rows, columns.value_or(rows)};
  return astype(iota(shape, 1) - iota(shape, 0) <= k, dtype);
}
Array identity(int64_t n, DType dtype, at_line line) {
  At at(line);
  return eye(n, n, dtype);
}

Arrays diag_indices(int64_t n, int64_t ndim, at_line line) {
  At at(line);
  if (ndim < 0) fail<ShapeError>(fmt::format("diag_indices: {} dimensions", ndim));
  return Arrays(static_cast<size_t>(ndim), iota({n}, 0));
}
Arrays diag_indices_from(const Operand &x) {
  At at(x);
  Array a = asarray(x);
  need_matrix("diag_indices_from", a);
  for (int64_t d = 1; d < a.ndim(); ++d)
    if (a.shape(d) != a.shape(0))
      fail<ShapeError>(fmt::format("diag_indices_from: the dimensions of {} differ", to_string(a.type())));
  return diag_indices(a.shape(0), a.ndim());
}

namespace {
Arrays triangle(int64_t rows, int64_t columns, int64_t k, bool lower) {
  std::vector<int32_t> r, c;
  for (int64_t i = 0; i < rows; ++i)
    for (int64_t j = 0; j < columns; ++j)
      if (lower ? j - i <= k : j - i >= k) {
        r.push_back(static_cast<int32_t>(i));
        c.push_back(static_cast<int32_t>(j));
      }
  return {from_vector(r), from_vector(c)};
}
}  // namespace

Arrays tril_indices(int64_t n, int64_t k, std::optional<int64_t> columns, at_line line) {
  At at(line);
  return triangle(n, columns.value_or(n), k, true);
}
Arrays triu_indices(int64_t n, int64_t k, std::optional<int64_t> columns, at_line line) {
  At at(line);
  return triangle(n, columns.value_or(n), k, false);
}
Arrays mask_indices(int64_t n, const std::function<Array(const Array &, int64_t)> &mask, int64_t k, at_line line) {
  At at(line);
  return nonzero(mask(ones({n, n}), k));
}
Arrays tril_indices_from(const Operand &x, int64_t k) {
  At at(x);
  need_matrix("tril_indices_from", asarray(x));
  return tril_indices(asarray(x).shape(-2), k, asarray(x).shape(-1));
}
Arrays triu_indices_from(const Operand &x, int64_t k) {
  At at(x);
  need_matrix("triu_indices_from", asarray(x));
  return triu_indices(asarray(x).shape(-2), k, asarray(x).shape(-1));
}

// ---- grids

Array empty(const Shape &shape, DType dtype, at_line line) { return zeros(shape, dtype, line); }
Array empty_like(const Operand &x) { return zeros_like(x); }

Arrays meshgrid(const Arrays &vectors, Indexing indexing, at_line line) {
  At at(line, vectors);
  need_vectors("meshgrid", vectors);
  std::vector<int64_t> shape;
  for (const Array &v : vectors) shape.push_back(v.size());
  bool exchange = indexing == Indexing::xy && vectors.size() >= 2;
  Arrays out;
  for (size_t i = 0; i < vectors.size(); ++i) {
    Array y = broadcast_in_dim(ravel(vectors[i]), Shape(shape), {static_cast<int64_t>(i)});
    out.push_back(exchange ? swapaxes(y, 0, 1) : y);
  }
  return out;
}
Array indices(const Shape &shape, DType dtype, at_line line) {
  At at(line);
  if (shape.empty()) return zeros({0}, dtype);
  Arrays out;
  for (int64_t d = 0; d < shape.ndim(); ++d) out.push_back(iota(shape, d, dtype));
  return stack(out);
}
Arrays ix_(const Arrays &vectors, at_line line) {
  At at(line, vectors);
  need_vectors("ix_", vectors);
  Arrays out;
  for (size_t i = 0; i < vectors.size(); ++i) {
    std::vector<int64_t> shape(vectors.size(), 1);
    shape[i] = vectors[i].size();
    out.push_back(reshape(vectors[i], shape));
  }
  return out;
}

Array linspace(double start, double stop, SpaceOptions o, at_line line) {
  At at(line);
  if (o.num < 0) fail<ShapeError>(fmt::format("linspace: {} numbers", o.num));
  bool whole = is_integer(o.dtype);
  DType dtype = is_inexact(o.dtype) ? o.dtype : f32;
  int64_t steps = o.endpoint ? o.num - 1 : o.num;
  if (o.num < 2) return astype(full({o.num}, start, dtype), o.dtype);
  Array t = iota({o.num}, 0, dtype) / static_cast<double>(steps);
  Array y = (1.0 - t) * start + t * stop;
  // The last one is exactly stop, which the formula may miss by a rounding.
  if (o.endpoint) y = where(iota({o.num}, 0) == o.num - 1, stop, y);
  return astype(whole ? floor(y) : y, o.dtype);
}
Array logspace(double start, double stop, SpaceOptions o, at_line line) {
  At at(line);
  DType dtype = is_inexact(o.dtype) ? o.dtype : f32;
  SpaceOptions exponents = o;
  exponents.dtype = dtype;
  return astype(detail::elementwise("fx.power", {full({}, o.base, dtype), linspace(start, stop, exponents)}), o.dtype);
}
Array geomspace(double start, double stop, SpaceOptions o, at_line line) {
  At at(line);
  if (start == 0 || stop == 0 || (start < 0) != (stop < 0))
    fail<ShapeError>(fmt::format("geomspace: from {} to {} there are no equal ratios", start, stop));
  double sign = start < 0 ? -1 : 1;
  SpaceOptions logs = o;
  logs.dtype = is_inexact(o.dtype) ? o.dtype : f32;
  Array y = exp(linspace(std::log(start * sign), std::log(stop * sign), logs)) * sign, i = iota({o.num}, 0);
  y = where(i == 0, start, y);
  if (o.endpoint && o.num > 1) y = where(i == o.num - 1, stop, y);
  return astype(y, o.dtype);
}
Array vander(const Operand &x, std::optional<int64_t> n, bool increasing) {
  At at(x);
  Array v = asarray(x);
  if (v.ndim() != 1) fail<ShapeError>(fmt::format("vander: {} is not a vector", to_string(v.type())));
  int64_t count = n.value_or(v.shape(0));
  if (count < 0) fail<ShapeError>(fmt::format("vander: {} columns", count));
  Arrays columns;
  for (int64_t j = 0; j < count; ++j) columns.push_back(j ? columns.back() * v : ones_like(v));
  if (columns.empty()) return zeros({v.shape(0), 0}, v.dtype());
  if (!increasing) std::reverse(columns.begin(), columns.end());
  return stack(columns, 1);
}

// ---- windows

namespace {
// Σ coefficients[k]·cos(2πki / (n − 1)).
Array cosine_window(std::string_view op, int64_t n, std::initializer_list<double> coefficients) {
  if (n < 0) fail<ShapeError>(fmt::format("{}: {} elements", op, n));
  if (n <= 1) return ones({n});
  Array angle = iota({n}, 0, f32) * (2 * std::numbers::pi / static_cast<double>(n - 1)), y = zeros({n});
  int k = 0;
  for (double c : coefficients) y = y + cos(angle * k++) * c;
  return y;
}
}  // namespace

Array bartlett(int64_t n, at_line line) {
  At at(line);
  if (n < 0) fail<ShapeError>(fmt::format("bartlett: {} elements", n));
  if (n <= 1) return ones({n});
  return 1 - abs(2 * iota({n}, 0, f32) / static_cast<double>(n - 1) - 1);
}
Array blackman(int64_t n, at_line line) {
  At at(line);
  return cosine_window("blackman", n, {0.42, -0.5, 0.08});
}
Array hamming(int64_t n, at_line line) {
  At at(line);
  return cosine_window("hamming", n, {0.54, -0.46});
}
Array hanning(int64_t n, at_line line) {
  At at(line);
  return cosine_window("hanning", n, {0.5, -0.5});
}

Array kaiser(int64_t n, double beta, at_line line) {
  At at(line);
  if (n < 0) fail<ShapeError>(fmt::format("kaiser: {} elements", n));
  if (n <= 1) return ones({n});
  Array t = 2 * iota({n}, 0, f32) / static_cast<double>(n - 1) - 1;
  return special::i0(beta * sqrt(maximum(1 - square(t), 0))) / special::i0(full({}, beta, f32));
}

// ---- positions

Array ravel_multi_index(const Arrays &positions, const Shape &shape, at_line line) {
  At at(line, positions);
  if (static_cast<int64_t>(positions.size()) != shape.ndim())
    fail<ShapeError>(
        fmt::format("ravel_multi_index: {} index arrays for {} dimensions", positions.size(), shape.ndim()));
  Array flat = full({}, 0);
  for (int64_t d = 0; d < shape.ndim(); ++d)
    flat = flat * shape[d] + clip(positions[static_cast<size_t>(d)], 0, shape[d] - 1);
  return flat;
}
Arrays unravel_index(const Operand &x, const Shape &shape) {
  At at(x);
  Array rest = asarray(x);
  if (!is_integer(rest.dtype()))
    fail<DTypeError>(fmt::format("unravel_index: {} are not integers", to_string(rest.type())));
  // Negative ones count from the end, and what is outside goes to the nearest.
  int64_t count = shape.count();
  rest = clip(where(rest < 0, rest + count, rest), 0, std::max<int64_t>(0, count - 1));
  Arrays out(shape.size());
  for (int64_t d = shape.ndim(); d-- > 0;) {
    out[static_cast<size_t>(d)] = rest % std::max<int64_t>(1, shape[d]);
    rest = floor_divide(rest, std::max<int64_t>(1, shape[d]));
  }
  return out;
}

}  // namespace fluxion
