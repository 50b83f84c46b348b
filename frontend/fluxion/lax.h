// The functions of jax.lax that ops.h has not, under their names. Where lax and NumPy give one name two meanings,
// NumPy's is in fx:: and lax's in fx::lax.
#pragma once
#include <fluxion/control.h>
#include <fluxion/numeric.h>
#include <fluxion/shaping.h>
#include <fluxion/special.h>

namespace fluxion {

// ---- elementwise

inline Array sub(const Operand &a, const Operand &b) { return a - b; }
inline Array mul(const Operand &a, const Operand &b) { return a * b; }
/// Integers are divided towards zero.
inline Array div(const Operand &a, const Operand &b) { return detail::elementwise("fx.divide", {a, b}); }
/// The remainder with the sign of the dividend.
inline Array rem(const Operand &a, const Operand &b) { return fmod(a, b); }
inline Array neg(const Operand &x) { return -x; }
inline Array eq(const Operand &a, const Operand &b) { return a == b; }
inline Array ne(const Operand &a, const Operand &b) { return a != b; }
inline Array lt(const Operand &a, const Operand &b) { return a < b; }
inline Array le(const Operand &a, const Operand &b) { return a <= b; }
inline Array gt(const Operand &a, const Operand &b) { return a > b; }
inline Array ge(const Operand &a, const Operand &b) { return a >= b; }
inline Array is_finite(const Operand &x) { return isfinite(x); }
inline Array shift_left(const Operand &a, const Operand &b) { return a << b; }
inline Array shift_right_arithmetic(const Operand &a, const Operand &b) {
  return detail::elementwise("fx.shift_right_arithmetic", {a, b});
}
/// x to a power known while tracing, by products; 1/x^(−n) for negative ones.
Array integer_pow(const Operand &x, int64_t n);
/// min(max(x, lo), hi), the bounds first.
inline Array clamp(const Operand &lo, const Operand &x, const Operand &hi) { return clip(x, lo, hi); }
/// cases[which] elementwise; `which` is of bools (two cases) or integers, of the cases' shape or a scalar.
Array select_n(const Operand &which, const Arrays &cases);
inline Array convert_element_type(const Operand &x, DType dtype) { return astype(x, dtype); }
/// The same bits as another dtype: of a narrower one, in a new last dimension; a wider one takes the last dimension.
Array bitcast_convert_type(const Operand &x, DType dtype);

using special::i0;

// ---- shapes

/// New dimensions of these sizes in front.
Array broadcast(const Operand &x, const std::vector<int64_t> &sizes);
Array broadcast_to_rank(const Operand &x, int64_t rank);
Array broadcast_like(const Operand &x, const Operand &like);
inline Array broadcasted_iota(DType dtype, const Shape &shape, int64_t dimension, at_line at = at_line::current()) {
  return iota(shape, dimension, dtype, at);
}
inline Array rev(const Operand &x, Axes dimensions) { return flip(x, std::move(dimensions)); }
/// Dimensions [start, stop) made one.
Array collapse(const Operand &x, int64_t start, std::optional<int64_t> stop = {});
Array slice_in_dim(const Operand &x, std::optional<int64_t> start, std::optional<int64_t> limit, int64_t stride = 1,
                   int64_t axis = 0);
Array index_in_dim(const Operand &x, int64_t index, int64_t axis = 0, bool keepdims = true);

/// The elements at an index array for each of `axes`, which broadcast.
Array index_take(const Operand &x, const Arrays &indices, const std::vector<int64_t> &axes);

// ---- slices at run-time positions, clamped to lie inside

Array dynamic_slice_in_dim(const Operand &x, const Operand &start, int64_t size, int64_t axis = 0);
Array dynamic_update_slice_in_dim(const Operand &x, const Operand &update, const Operand &start, int64_t axis);
Array dynamic_update_index_in_dim(const Operand &x, const Operand &update, const Operand &index, int64_t axis);

// ---- gather and scatter. The last dimension of `indices` holds index vectors.

struct GatherDimensions {
  std::vector<int64_t> offset_dims, collapsed_slice_dims, start_index_map;
  std::vector<int64_t> operand_batching_dims = {}, start_indices_batching_dims = {};
};
/// Slices of `sizes` at index vectors. Slices that do not lie inside are NaN (the least or the greatest integer, true)
/// unless the mode says otherwise: clip and promise_in_bounds move them inside.
Array gather(const Operand &x, const Operand &indices, const GatherDimensions &dimensions, std::vector<int64_t> sizes,
             IndexOptions options = {});
struct ScatterDimensions {
  std::vector<int64_t> update_window_dims, inserted_window_dims, scatter_dims_to_operand_dims;
  std::vector<int64_t> operand_batching_dims = {}, scatter_indices_batching_dims = {};
};
/// x with windows of `updates` put (added, multiplied, …) at index vectors. Windows that do not lie inside are dropped,
/// or moved inside by `clip`.
Array scatter(const Operand &x, const Operand &indices, const Operand &updates, const ScatterDimensions &dimensions,
              IndexMode mode = IndexMode::standard);
Array scatter_add(const Operand &x, const Operand &indices, const Operand &updates, const ScatterDimensions &dimensions,
                  IndexMode mode = IndexMode::standard);
Array scatter_sub(const Operand &x, const Operand &indices, const Operand &updates, const ScatterDimensions &dimensions,
                  IndexMode mode = IndexMode::standard);
Array scatter_mul(const Operand &x, const Operand &indices, const Operand &updates, const ScatterDimensions &dimensions,
                  IndexMode mode = IndexMode::standard);
Array scatter_min(const Operand &x, const Operand &indices, const Operand &updates, const ScatterDimensions &dimensions,
                  IndexMode mode = IndexMode::standard);
Array scatter_max(const Operand &x, const Operand &indices, const Operand &updates, const ScatterDimensions &dimensions,
                  IndexMode mode = IndexMode::standard);
/// f of the elements in the windows, whose shape is `update_shape`; once for each element.
Array scatter_apply(const Operand &x, const Operand &indices, const std::function<Array(const Array &)> &f,
                    const Shape &update_shape, const ScatterDimensions &dimensions,
                    IndexMode mode = IndexMode::standard);

// ---- reductions

Array reduce_sum(const Operand &x, Axes axes);
Array reduce_prod(const Operand &x, Axes axes);
Array reduce_max(const Operand &x, Axes axes);
Array reduce_min(const Operand &x, Axes axes);
/// Of bools or the bits of integers.
Array reduce_and(const Operand &x, Axes axes);
Array reduce_or(const Operand &x, Axes axes);
Array reduce_xor(const Operand &x, Axes axes);
/// With any associative function whose neutral element is `init`, by halves.
Array reduce(const Operand &x, const Operand &init, const std::function<Array(const Array &, const Array &)> &f,
             Axes axes);
/// log Σ eˣ of the elements so far.
Array cumlogsumexp(const Operand &x, int64_t axis = 0, bool reverse = false);
/// The k greatest or least elements along an axis, and their positions; here they are exact.
std::pair<Array, Array> approx_max_k(const Operand &x, int64_t k, int64_t axis = -1);
std::pair<Array, Array> approx_min_k(const Operand &x, int64_t k, int64_t axis = -1);
/// (sorted keys, values in the same order).
std::pair<Array, Array> sort_key_val(const Operand &keys, const Operand &values, int64_t axis = -1);

// ---- prefixes

struct AssociativeScanOptions {
  bool reverse = false;
  int64_t axis = 0;
};

namespace detail {
int64_t scan_length(const std::vector<Array> &leaves, int64_t axis);
/// Every second element along `axis` from `start` on, up to `stop`.
Array every_second(const Array &x, int64_t start, int64_t stop, int64_t axis);
/// a[0], b[0], a[1], b[1], …; a is as long as b or longer by one.
Array interleave(const Array &a, const Array &b, int64_t axis);

// Pairs are combined, the sums of pairs scanned, and what is between filled in (Blelloch 1990): O(n) work, O(log n)
// deep.
template <class F, class T>
T scan_prefixes(F &f, const T &xs, int64_t n, int64_t axis) {
  auto part = [axis](const T &t, int64_t start, int64_t stop) {
    return tree::map([&](const Array &x) { return every_second(x, start, stop, axis); }, t);
  };
  if (n < 2) return xs;
  T pairs = f(part(xs, 0, n - 1), part(xs, 1, n));
  T odd = scan_prefixes(f, pairs, n / 2, axis);
  auto head = [axis](const Array &x, int64_t count) {
    std::vector<int64_t> starts(x.shape().size(), 0), limits = x.shape().sizes();
    limits[static_cast<size_t>(axis)] = count;
    return lax_slice(x, starts, limits);
  };
  T first = tree::map([&](const Array &x) { return head(x, 1); }, xs);
  if (n == 2) return tree::map([&](const Array &a, const Array &b) { return interleave(a, b, axis); }, first, odd);
  int64_t between = (n - 1) / 2;
  T before = tree::map([&](const Array &x) { return head(x, between); }, odd);
  T inner = f(before, part(xs, 2, n));
  T even = tree::map([&](const Array &a, const Array &b) { return concatenate({a, b}, axis); }, first, inner);
  return tree::map([&](const Array &a, const Array &b) { return interleave(a, b, axis); }, even, odd);
}
}  // namespace detail

/// All prefixes x₀, f(x₀, x₁), f(f(x₀, x₁), x₂), … of a tree of arrays along an axis; f is associative and works on
/// many elements at a time, elementwise along that axis. ShapeError if the sizes along the axis differ.
template <class F, class T>
T associative_scan(F f, const T &xs, AssociativeScanOptions options = {}, at_line where = at_line::current()) {
  At at(where);
  std::vector<Array> leaves = tree::leaves(xs);
  int64_t n = detail::scan_length(leaves, options.axis);
  int64_t axis = options.axis < 0 ? options.axis + leaves[0].ndim() : options.axis;
  auto combine = [&](const T &a, const T &b) -> T { return at.outside([&] { return f(a, b); }); };
  auto turned = [&](const T &t) {
    return options.reverse ? tree::map([&](const Array &x) { return flip(x, axis); }, t) : t;
  };
  return turned(detail::scan_prefixes(combine, turned(xs), n, axis));
}

/// The same tree; no optimisation moves anything across, or sees through it.
template <class T>
T optimization_barrier(const T &x, at_line where = at_line::current()) {
  At at(where);
  std::vector<Array> leaves = tree::leaves(x);
  if (leaves.empty()) return x;
  return tree::unflatten(x, stage_all("fx.optimization_barrier", std::vector<Operand>(leaves.begin(), leaves.end())));
}

// ---- what NumPy has by the same name with another meaning

namespace lax {
inline Array max(const Operand &a, const Operand &b) { return maximum(a, b); }
inline Array min(const Operand &a, const Operand &b) { return minimum(a, b); }
/// To the nearest integer, halves away from zero (or to even).
Array round(const Operand &x, bool to_even = false);
inline Array slice(const Operand &x, std::vector<int64_t> starts, std::vector<int64_t> limits,
                   std::vector<int64_t> strides = {}) {
  return lax_slice(x, std::move(starts), std::move(limits), std::move(strides));
}
/// Of one dimension; negative ones cut.
struct PadConfig {
  int64_t low, high, interior = 0;
};
Array pad(const Operand &x, const Operand &value, const std::vector<PadConfig> &config);
inline Array select(const Operand &pred, const Operand &a, const Operand &b) { return where(pred, a, b); }
/// Parts of these sizes.
Arrays split(const Operand &x, const std::vector<int64_t> &sizes, int64_t axis = 0);
Array argmax(const Operand &x, int64_t axis, DType dtype = i32);
Array argmin(const Operand &x, int64_t axis, DType dtype = i32);
Array cumsum(const Operand &x, int64_t axis = 0, bool reverse = false);
Array cumprod(const Operand &x, int64_t axis = 0, bool reverse = false);
Array cummax(const Operand &x, int64_t axis = 0, bool reverse = false);
Array cummin(const Operand &x, int64_t axis = 0, bool reverse = false);
inline Array expand_dims(const Operand &x, const std::vector<int64_t> &dimensions) {
  return fluxion::expand_dims(x, dimensions);
}
}  // namespace lax

}  // namespace fluxion
