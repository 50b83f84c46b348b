// NumPy's functions of shapes beyond those of ops.h: joining, splitting, padding, turning, and arrays made by rule.
// Negative axes count from the end; ShapeError where one is out of range.
#pragma once
#include <fluxion/ops.h>

namespace fluxion {

using Arrays = std::vector<Array>;
using at_line = std::source_location;

// ---- joining

inline Array concat(const Arrays &arrays, int64_t axis = 0, at_line at = at_line::current()) {
  return concatenate(arrays, axis, at);
}
/// `b` after `a` along `axis`; both flattened without one.
Array append(const Operand &a, const Operand &b, std::optional<int64_t> axis = {});
Array hstack(const Arrays &arrays, at_line at = at_line::current());
Array vstack(const Arrays &arrays, at_line at = at_line::current());
Array dstack(const Arrays &arrays, at_line at = at_line::current());
/// Vectors become the columns of a matrix.
Array column_stack(const Arrays &arrays, at_line at = at_line::current());
/// A matrix of blocks, row by row.
Array block(const std::vector<Arrays> &rows, at_line at = at_line::current());

// ---- splitting

/// Parts that end before each of `indices`: split(x, {2, 5}) is x[:2], x[2:5], x[5:].
Arrays split(const Operand &x, const std::vector<int64_t> &indices, int64_t axis = 0);
/// `parts` nearly equal parts; the first ones are longer by one where they do not come out even.
Arrays array_split(const Operand &x, int64_t parts, int64_t axis = 0);
Arrays hsplit(const Operand &x, int64_t parts);
Arrays vsplit(const Operand &x, int64_t parts);
Arrays dsplit(const Operand &x, int64_t parts);
/// x[0], x[1], … along `axis`.
Arrays unstack(const Operand &x, int64_t axis = 0);

// ---- dimensions

Array atleast_1d(const Operand &x);
Array atleast_2d(const Operand &x);
Array atleast_3d(const Operand &x);
Array expand_dims(const Operand &x, const std::vector<int64_t> &axes);
Array moveaxis(const Operand &x, const std::vector<int64_t> &from, const std::vector<int64_t> &to);
/// The axis is moved until it lies before `start`.
Array rollaxis(const Operand &x, int64_t axis, int64_t start = 0);
inline Array permute_dims(const Operand &x, std::vector<int64_t> axes) { return transpose(x, std::move(axes)); }
/// The last two dimensions exchanged.
Array matrix_transpose(const Operand &x);
Shape broadcast_shapes(const std::vector<Shape> &shapes, at_line at = at_line::current());
Arrays broadcast_arrays(const Arrays &arrays, at_line at = at_line::current());
/// Filled with x again and again, or cut, to `shape`.
Array resize(const Operand &x, const Shape &shape);

// ---- turning and repeating

Array fliplr(const Operand &x);
Array flipud(const Operand &x);
/// Turned by k·90° from axis `from` towards axis `to`.
Array rot90(const Operand &x, int64_t k = 1, int64_t from = 0, int64_t to = 1);
/// The flattened array, rolled.
Array roll(const Operand &x, int64_t shift);
Array roll(const Operand &x, const std::vector<int64_t> &shifts, const std::vector<int64_t> &axes);
/// Each element of the flattened array `times` times.
Array repeat(const Operand &x, int64_t times);
/// Element i along `axis` times[i] times. The result has `total` elements there, which is cut or filled with the last
/// element; without `total` the counts must be known (ConcretizationError where they are traced).
Array repeat(const Operand &x, const Array &times, int64_t axis, std::optional<int64_t> total = {});
inline Array tile(const Operand &x, int64_t times) { return tile(x, std::vector<int64_t>{times}); }

// ---- elements put in and taken out, at places known while tracing

/// x without the elements `at` along `axis`.
Array delete_(const Operand &x, const std::vector<int64_t> &at, int64_t axis);
/// `values` put before position `at` along `axis`.
Array insert(const Operand &x, int64_t at, const Operand &values, int64_t axis);

// ---- padding

enum class PadMode { constant, edge, reflect, symmetric, wrap, linear_ramp, maximum, mean, minimum, empty };
struct PadOptions {
  PadMode mode = PadMode::constant;
  double constant_values = 0;
  double end_values = 0;  // of linear_ramp
};
struct PadWidth {
  int64_t before, after;
};
/// NumPy's pad: `widths` one pair a dimension, or one for all. ShapeError where a mode needs elements and there is
/// none.
Array pad(const Operand &x, const std::vector<PadWidth> &widths, PadOptions options);

// ---- diagonals and triangles

/// A vector as the k-th diagonal of a matrix; the k-th diagonal of a matrix.
Array diag(const Operand &x, int64_t k = 0);
Array diagflat(const Operand &x, int64_t k = 0);
Array diagonal(const Operand &x, int64_t offset = 0, int64_t axis1 = 0, int64_t axis2 = 1);
/// Named with an underscore, since `trace` is a namespace.
Array trace_(const Operand &x, int64_t offset = 0, int64_t axis1 = 0, int64_t axis2 = 1);
/// x with `value` on its main diagonal.
Array fill_diagonal(const Operand &x, const Operand &value);
/// 1 at and below the k-th diagonal.
Array tri(int64_t rows, std::optional<int64_t> columns = {}, int64_t k = 0, DType dtype = f32,
          at_line at = at_line::current());
Array identity(int64_t n, DType dtype = f32, at_line at = at_line::current());
/// Index arrays (i32) of the diagonal; of the lower and the upper triangle.
Arrays diag_indices(int64_t n, int64_t ndim = 2, at_line at = at_line::current());
Arrays diag_indices_from(const Operand &x);
Arrays tril_indices(int64_t n, int64_t k = 0, std::optional<int64_t> columns = {}, at_line at = at_line::current());
Arrays triu_indices(int64_t n, int64_t k = 0, std::optional<int64_t> columns = {}, at_line at = at_line::current());
/// Where `mask(ones, k)` is not 0, for functions such as tril and triu.
Arrays mask_indices(int64_t n, const std::function<Array(const Array &, int64_t)> &mask, int64_t k = 0,
                    at_line at = at_line::current());
Arrays tril_indices_from(const Operand &x, int64_t k = 0);
Arrays triu_indices_from(const Operand &x, int64_t k = 0);

// ---- arrays made by rule

Array empty(const Shape &shape, DType dtype = f32, at_line at = at_line::current());
Array empty_like(const Operand &x);
inline Array copy(const Operand &x) { return asarray(x); }
enum class Indexing { xy, ij };
/// Coordinate matrices from vectors; `xy` exchanges the first two dimensions.
Arrays meshgrid(const Arrays &vectors, Indexing indexing = Indexing::xy, at_line at = at_line::current());
/// i32[ndim, shape…]: the position of each element.
Array indices(const Shape &shape, DType dtype = i32, at_line at = at_line::current());
/// Vectors, each along a dimension of its own: x[ix_({rows, columns})].
Arrays ix_(const Arrays &vectors, at_line at = at_line::current());
struct SpaceOptions {
  int64_t num = 50;
  bool endpoint = true;
  double base = 10;  // of logspace
  DType dtype = f32;
};
Array linspace(double start, double stop, SpaceOptions options, at_line at = at_line::current());
/// base^start … base^stop, equally far apart in the exponent.
Array logspace(double start, double stop, SpaceOptions options = {}, at_line at = at_line::current());
/// From start to stop by equal ratios. ShapeError unless both have one sign and none is 0.
Array geomspace(double start, double stop, SpaceOptions options = {}, at_line at = at_line::current());
/// x[i, j] = x_i^(n − 1 − j), or x_i^j if `increasing`.
Array vander(const Operand &x, std::optional<int64_t> n = {}, bool increasing = false);

// ---- windows of signal processing: f32[n]

Array bartlett(int64_t n, at_line at = at_line::current());
Array blackman(int64_t n, at_line at = at_line::current());
Array hamming(int64_t n, at_line at = at_line::current());
Array hanning(int64_t n, at_line at = at_line::current());
/// I₀(β√(1 − t²)) / I₀(β), t from −1 to 1.
Array kaiser(int64_t n, double beta, at_line at = at_line::current());

// ---- positions

/// Row-major numbers of positions in an array of `shape`, clamped into it; and back.
Array ravel_multi_index(const Arrays &positions, const Shape &shape, at_line at = at_line::current());
Arrays unravel_index(const Operand &indices, const Shape &shape);

}  // namespace fluxion
