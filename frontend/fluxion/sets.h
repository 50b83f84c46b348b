// Functions whose results' sizes depend on values: positions, distinct elements, choices. Without `size` the operands
// must be known (ConcretizationError while they are traced); with `size` the result has that many elements, cut off or
// filled.
#pragma once
#include <fluxion/shaping.h>

namespace fluxion {

struct SizeOptions {
  std::optional<int64_t> size = {};
  // What fills the rest. None: index 0 for positions, the first element found for sets.
  std::optional<double> fill_value = {};
};

// ---- positions

/// Positions of the elements that are not 0: one i32[n] a dimension, in row-major order.
Arrays nonzero(const Operand &x, SizeOptions options = {});
Array flatnonzero(const Operand &x, SizeOptions options = {});
/// The same as i32[n, ndim].
Array argwhere(const Operand &x, SizeOptions options = {});
/// where(condition) of one operand is nonzero.
inline Arrays where(const Operand &condition) { return nonzero(condition); }

// ---- elements by condition

/// Elements of the flattened x where the flattened condition holds.
Array extract(const Operand &condition, const Operand &x, SizeOptions options = {});
/// Slices of x along `axis` where the vector holds; of the flattened array without an axis.
Array compress(const Operand &condition, const Operand &x, std::optional<int64_t> axis = {}, SizeOptions options = {});
/// Without zeros at the front and the back ('f', 'b') of the vector.
Array trim_zeros(const Operand &x, std::string_view where = "fb");
/// x with elements where the mask holds replaced by `values`, one after the other and again.
Array place(const Operand &x, const Operand &mask, const Operand &values);
/// x with `values` (again and again) at positions of the flattened array.
Array put(const Operand &x, const Operand &positions, const Operand &values, IndexOptions options = {});
/// The inverse of take_along_axis.
Array put_along_axis(const Operand &x, const Operand &indices, const Operand &values, int64_t axis);
/// choices[a] elementwise; numbers out of range go to the nearest (or `wrap`).
Array choose(const Operand &a, const Arrays &choices, IndexMode mode = IndexMode::clip);
/// Of the first condition that holds, the choice; else `otherwise`.
Array select(const Arrays &conditions, const Arrays &choices, const Operand &otherwise = 0);
/// Of the last condition that holds, the function of x; else the function after the last, or 0.
Array piecewise(const Operand &x, const Arrays &conditions,
                const std::vector<std::function<Array(const Array &)>> &functions);

// ---- sets

struct Unique {
  Array values;
  Array indices;  // of the first occurrences in the flattened array, i32
  Array inverse;  // values[inverse] is x, in x's shape
  Array counts;
};
/// Distinct elements of x in rising order, NaNs as one.
Unique unique_all(const Operand &x, SizeOptions options = {});
Array unique(const Operand &x, SizeOptions options = {});
inline Array unique_values(const Operand &x, SizeOptions options = {}) { return unique(x, options); }
std::pair<Array, Array> unique_counts(const Operand &x, SizeOptions options = {});
std::pair<Array, Array> unique_inverse(const Operand &x, SizeOptions options = {});
/// Whether each element of x is among those of `of`.
Array isin(const Operand &x, const Operand &of, bool invert = false);
Array union1d(const Operand &a, const Operand &b, SizeOptions options = {});
Array intersect1d(const Operand &a, const Operand &b, SizeOptions options = {});
Array setdiff1d(const Operand &a, const Operand &b, SizeOptions options = {});
Array setxor1d(const Operand &a, const Operand &b, SizeOptions options = {});

}  // namespace fluxion
