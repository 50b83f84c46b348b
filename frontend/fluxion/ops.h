// The functions of JAX's lax and numpy, under their names there. Operands promote by JAX's table and broadcast as
// NumPy's.
#pragma once
#include <fluxion/array.h>
#include <fluxion/stage.h>

namespace fluxion {

/// The dtype of an operation on arrays of these dtypes.
DType promote_types(DType a, DType b);

namespace detail {
/// Promotes and broadcasts the operands to one another, then stages the op.
Array elementwise(std::string_view op, std::initializer_list<Operand> operands, const Attributes &attributes = {});
/// The same for functions of floating-point numbers: integers become f32 first.
Array floating(std::string_view op, std::initializer_list<Operand> operands);
/// x itself if it is of integers.
Array rounded(std::string_view op, const Operand &x);
Array compare(const char *direction, const Operand &a, const Operand &b);
}  // namespace detail

// ---- operators. Integers wrap around; `/` of integers gives f32 as in NumPy; `%` has the sign of the divisor.

inline Array operator+(const Operand &a, const Operand &b) { return detail::elementwise("fx.add", {a, b}); }
inline Array operator-(const Operand &a, const Operand &b) { return detail::elementwise("fx.subtract", {a, b}); }
inline Array operator*(const Operand &a, const Operand &b) { return detail::elementwise("fx.multiply", {a, b}); }
inline Array operator/(const Operand &a, const Operand &b) { return detail::floating("fx.divide", {a, b}); }
Array operator%(const Operand &a, const Operand &b);
inline Array operator-(const Operand &a) { return detail::elementwise("fx.negate", {a}); }
inline Array operator==(const Operand &a, const Operand &b) { return detail::compare("EQ", a, b); }
inline Array operator!=(const Operand &a, const Operand &b) { return detail::compare("NE", a, b); }
inline Array operator<(const Operand &a, const Operand &b) { return detail::compare("LT", a, b); }
inline Array operator<=(const Operand &a, const Operand &b) { return detail::compare("LE", a, b); }
inline Array operator>(const Operand &a, const Operand &b) { return detail::compare("GT", a, b); }
inline Array operator>=(const Operand &a, const Operand &b) { return detail::compare("GE", a, b); }
/// Logical and, or and not: operands are compared with zero first. Both sides are always computed.
Array logical_and(const Operand &a, const Operand &b);
Array logical_or(const Operand &a, const Operand &b);
Array logical_not(const Operand &x);
// Arrays by exact type: otherwise C++ would weigh these against its own operators on the (deleted) conversion to bool.
inline Array operator&&(const Array &a, const Array &b) { return logical_and(a, b); }
inline Array operator||(const Array &a, const Array &b) { return logical_or(a, b); }
inline Array operator!(const Array &a) { return logical_not(a); }
inline Array operator&(const Operand &a, const Operand &b) { return detail::elementwise("fx.and", {a, b}); }
inline Array operator|(const Operand &a, const Operand &b) { return detail::elementwise("fx.or", {a, b}); }
inline Array operator^(const Operand &a, const Operand &b) { return detail::elementwise("fx.xor", {a, b}); }
inline Array operator~(const Operand &a) { return detail::elementwise("fx.not", {a}); }
inline Array operator<<(const Operand &a, const Operand &b) { return detail::elementwise("fx.shift_left", {a, b}); }
/// Brings in the sign for signed integers, zeros for unsigned ones.
Array operator>>(const Operand &a, const Operand &b);

inline Array add(const Operand &a, const Operand &b) { return a + b; }
inline Array subtract(const Operand &a, const Operand &b) { return a - b; }
inline Array multiply(const Operand &a, const Operand &b) { return a * b; }
inline Array divide(const Operand &a, const Operand &b) { return a / b; }
Array floor_divide(const Operand &a, const Operand &b);
/// C's remainder: the sign of the dividend.
inline Array fmod(const Operand &a, const Operand &b) { return detail::elementwise("fx.remainder", {a, b}); }
inline Array negative(const Operand &x) { return -x; }
/// The greater element; NaN if one is NaN.
inline Array maximum(const Operand &a, const Operand &b) { return detail::elementwise("fx.maximum", {a, b}); }
inline Array minimum(const Operand &a, const Operand &b) { return detail::elementwise("fx.minimum", {a, b}); }
/// lhs to the power of rhs. A small integer exponent given as a number becomes products.
Array power(const Operand &a, const Operand &b);
inline Array pow(const Operand &a, const Operand &b) { return power(a, b); }
inline Array arctan2(const Operand &a, const Operand &b) { return detail::floating("fx.atan2", {a, b}); }
inline Array shift_right_logical(const Operand &a, const Operand &b) {
  return detail::elementwise("fx.shift_right_logical", {a, b});
}

// ---- elementwise functions of one operand

inline Array abs(const Operand &x) { return detail::elementwise("fx.abs", {x}); }
inline Array sign(const Operand &x) { return detail::elementwise("fx.sign", {x}); }
inline Array square(const Operand &x) { return x * x; }
inline Array reciprocal(const Operand &x) { return 1.0 / x; }
/// Natural exponential, elementwise. Any float dtype; overflow gives +inf; at most 2 ulp off in f32.
inline Array exp(const Operand &x) { return detail::floating("fx.exponential", {x}); }
inline Array expm1(const Operand &x) { return detail::floating("fx.exponential_minus_one", {x}); }
Array exp2(const Operand &x);
inline Array log(const Operand &x) { return detail::floating("fx.log", {x}); }
inline Array log1p(const Operand &x) { return detail::floating("fx.log_plus_one", {x}); }
Array log2(const Operand &x);
Array log10(const Operand &x);
inline Array sqrt(const Operand &x) { return detail::floating("fx.sqrt", {x}); }
inline Array rsqrt(const Operand &x) { return detail::floating("fx.rsqrt", {x}); }
inline Array cbrt(const Operand &x) { return detail::floating("fx.cbrt", {x}); }
inline Array sin(const Operand &x) { return detail::floating("fx.sine", {x}); }
inline Array cos(const Operand &x) { return detail::floating("fx.cosine", {x}); }
inline Array tan(const Operand &x) { return detail::floating("fx.tan", {x}); }
inline Array arcsin(const Operand &x) { return detail::floating("fx.asin", {x}); }
inline Array arccos(const Operand &x) { return detail::floating("fx.acos", {x}); }
inline Array arctan(const Operand &x) { return detail::floating("fx.atan", {x}); }
inline Array sinh(const Operand &x) { return detail::floating("fx.sinh", {x}); }
inline Array cosh(const Operand &x) { return detail::floating("fx.cosh", {x}); }
inline Array tanh(const Operand &x) { return detail::floating("fx.tanh", {x}); }
inline Array arcsinh(const Operand &x) { return detail::floating("fx.asinh", {x}); }
inline Array arccosh(const Operand &x) { return detail::floating("fx.acosh", {x}); }
inline Array arctanh(const Operand &x) { return detail::floating("fx.atanh", {x}); }
/// Rounding leaves integers as they are.
inline Array floor(const Operand &x) { return detail::rounded("fx.floor", x); }
inline Array ceil(const Operand &x) { return detail::rounded("fx.ceil", x); }
/// To the nearest integer, halves to the even one.
inline Array round(const Operand &x) { return detail::rounded("fx.round_nearest_even", x); }
inline Array isfinite(const Operand &x) { return detail::floating("fx.is_finite", {x}); }
Array isnan(const Operand &x);
Array isinf(const Operand &x);
inline Array population_count(const Operand &x) { return detail::elementwise("fx.popcnt", {x}); }
inline Array clz(const Operand &x) { return detail::elementwise("fx.count_leading_zeros", {x}); }

namespace special {
inline Array erf(const Operand &x) { return detail::floating("fx.erf", {x}); }
inline Array erfc(const Operand &x) { return detail::floating("fx.erfc", {x}); }
inline Array erf_inv(const Operand &x) { return detail::floating("fx.erf_inv", {x}); }
/// log |Γ(x)|.
inline Array gammaln(const Operand &x) { return detail::floating("fx.lgamma", {x}); }
inline Array digamma(const Operand &x) { return detail::floating("fx.digamma", {x}); }
/// 1 / (1 + e⁻ˣ).
inline Array expit(const Operand &x) { return detail::floating("fx.logistic", {x}); }
Array logsumexp(const Operand &x, Axes axes = {}, Keep keep = Keep::no);
}  // namespace special

// ---- choice and conversion

/// `a` where `condition` holds, else `b`, all broadcast to one another.
Array where(const Operand &condition, const Operand &a, const Operand &b);
/// min(max(x, lo), hi).
Array clip(const Operand &x, const Operand &lo, const Operand &hi);
/// To another dtype: floats round to nearest even, floats to integers towards zero and saturate.
Array astype(const Operand &x, DType dtype);
/// The same bits as a dtype of the same width.
Array bitcast(const Operand &x, DType dtype);
/// x, taken for a constant by derivatives.
inline Array stop_gradient(const Operand &x) { return stage("fx.stop_gradient", {x}); }

// ---- shapes. Negative dimensions count from the end.

/// One size may be −1: it follows from the others.
Array reshape(const Operand &x, std::vector<int64_t> shape);
Array broadcast_to(const Operand &x, const Shape &shape);
/// lax's: dimension i of x becomes dimension `dimensions[i]` of the result.
Array broadcast_in_dim(const Operand &x, const Shape &shape, std::vector<int64_t> dimensions);
Array transpose(const Operand &x, std::vector<int64_t> axes = {});
Array swapaxes(const Operand &x, int64_t a, int64_t b);
Array moveaxis(const Operand &x, int64_t from, int64_t to);
Array expand_dims(const Operand &x, int64_t axis);
Array squeeze(const Operand &x, Axes axes = {});
Array ravel(const Operand &x);
Array flip(const Operand &x, Axes axes = {});
Array concatenate(const std::vector<Array> &arrays, int64_t axis = 0,
                  std::source_location at = std::source_location::current());
Array stack(const std::vector<Array> &arrays, int64_t axis = 0,
            std::source_location at = std::source_location::current());
/// `parts` equal parts. ShapeError if they do not come out even.
std::vector<Array> split(const Operand &x, int64_t parts, int64_t axis = 0);
Array repeat(const Operand &x, int64_t times, int64_t axis);
Array tile(const Operand &x, std::vector<int64_t> times);
Array roll(const Operand &x, int64_t shift, int64_t axis);
/// lax's slice: x[start : limit : stride] in every dimension.
Array lax_slice(const Operand &x, std::vector<int64_t> starts, std::vector<int64_t> limits,
                std::vector<int64_t> strides = {});
/// `low[i]` and `high[i]` elements of `value` before and after dimension i, `interior[i]` between any two.
Array pad_low_high(const Operand &x, std::vector<int64_t> low, std::vector<int64_t> high, const Operand &value = 0,
                   std::vector<int64_t> interior = {});
/// The same. A template, so that of two that fit braces equally well NumPy's pad (shaping.h) is taken.
template <class = void>
Array pad(const Operand &x, std::vector<int64_t> low, std::vector<int64_t> high, const Operand &value = 0,
          std::vector<int64_t> interior = {}) {
  return pad_low_high(x, std::move(low), std::move(high), value, std::move(interior));
}
Array tril(const Operand &x, int64_t k = 0);
Array triu(const Operand &x, int64_t k = 0);

// ---- reductions

Array sum(const Operand &x, Axes axes = {}, Keep keep = Keep::no);
Array prod(const Operand &x, Axes axes = {}, Keep keep = Keep::no);
Array mean(const Operand &x, Axes axes = {}, Keep keep = Keep::no);
Array var(const Operand &x, Axes axes = {}, Keep keep = Keep::no);
Array std(const Operand &x, Axes axes = {}, Keep keep = Keep::no);
Array max(const Operand &x, Axes axes = {}, Keep keep = Keep::no);
Array min(const Operand &x, Axes axes = {}, Keep keep = Keep::no);
Array any(const Operand &x, Axes axes = {}, Keep keep = Keep::no);
/// `all(x)`: whether all elements are true. As an index, `all` is every element of a dimension.
struct All {
  Array operator()(const Operand &x, Axes axes = {}, Keep keep = Keep::no) const;
};
inline constexpr All all;
struct ArgOptions {
  std::optional<int64_t> axis = {};  // none: over the flattened array
  bool keepdims = false;
};
/// Index (i32) of the first greatest element; a NaN counts as greatest.
Array argmax(const Operand &x, ArgOptions options = {});
Array argmin(const Operand &x, ArgOptions options = {});
/// Along `axis`; of the flattened array without one.
Array cumsum(const Operand &x, std::optional<int64_t> axis = {});
Array cumprod(const Operand &x, std::optional<int64_t> axis = {});
Array cummax(const Operand &x, int64_t axis = 0);
Array cummin(const Operand &x, int64_t axis = 0);

// ---- products

/// NumPy's: the last dimension of a with the last but one of b; leading dimensions broadcast.
Array matmul(const Operand &a, const Operand &b);
Array dot(const Operand &a, const Operand &b);
struct DotDimensions {
  std::vector<int64_t> lhs_contracting, rhs_contracting, lhs_batching, rhs_batching;
};
/// lax's; floats narrower than f32 are accumulated in f32.
Array dot_general(const Operand &a, const Operand &b, const DotDimensions &dimensions,
                  std::optional<DType> preferred_element_type = {});
/// Einstein summation: `einsum("bthd,bshd->bhts", q, k)`. A letter that is repeated within an operand takes its
/// diagonal; `...` stands for the dimensions not named, which broadcast; without `->` the letters that appear once, in
/// the order of the alphabet, are the result's. Several operands are multiplied from the left.
Array einsum(std::string_view equation, std::span<const Array> operands,
             std::source_location at = std::source_location::current());
Array einsum(std::string_view equation, const Operand &a, const Operand &b);
Array einsum(std::string_view equation, const Operand &a);
Array einsum(std::string_view equation, const Operand &a, const Operand &b, const Operand &c);
Array einsum(std::string_view equation, const Operand &a, const Operand &b, const Operand &c, const Operand &d);
Array outer(const Operand &a, const Operand &b);

// ---- indexing

struct Slice {
  std::optional<int64_t> start, stop;
  int64_t step = 1;
};
/// `slice(stop)`, `slice(start, stop)`, `slice(start, stop, step)`; negative ends count from the end.
inline Slice slice(std::optional<int64_t> stop) { return {std::nullopt, stop, 1}; }
inline Slice slice(std::optional<int64_t> start, std::optional<int64_t> stop, int64_t step = 1) {
  return {start, stop, step};
}
struct Ellipsis {};
inline constexpr Ellipsis ellipsis;
struct NewAxis {};
inline constexpr NewAxis newaxis;

struct Index {
  std::variant<int64_t, Slice, Ellipsis, NewAxis, All, Array> what;
  std::source_location at;
  template <std::integral T>
  Index(T i, std::source_location l = std::source_location::current()) : what(static_cast<int64_t>(i)), at(l) {}
  Index(Slice s, std::source_location l = std::source_location::current()) : what(s), at(l) {}
  Index(Ellipsis e, std::source_location l = std::source_location::current()) : what(e), at(l) {}
  Index(NewAxis n, std::source_location l = std::source_location::current()) : what(n), at(l) {}
  Index(All a, std::source_location l = std::source_location::current()) : what(a), at(l) {}
  Index(Array a, std::source_location l = std::source_location::current()) : what(std::move(a)), at(l) {}
};

/// What positions out of range mean. Negative ones count from the end first, except to `wrap`.
enum class IndexMode {
  standard,           // reading clamps them, writing drops them; take fills
  fill,               // reading gives fill_value, writing drops them
  drop,               // the same
  clip,               // the nearest position inside
  wrap,               // modulo the size
  promise_in_bounds,  // there are none
};
struct IndexOptions {
  IndexMode mode = IndexMode::standard;
  // Of reading with `fill`. None: NaN, the least signed or the greatest unsigned integer, true.
  std::optional<double> fill_value = {};
};

/// x.at(…): each function gives a new array. Positions that are named twice are updated twice, in their order.
class IndexUpdate {
 public:
  IndexUpdate(Array x, std::vector<Index> indices, std::source_location at)
      : x_(std::move(x)), indices_(std::move(indices)), at_(at) {}
  Array set(const Operand &value, IndexOptions o = {}) const { return update("set", value, o); }
  Array add(const Operand &value, IndexOptions o = {}) const { return update("add", value, o); }
  Array subtract(const Operand &value, IndexOptions o = {}) const;
  Array multiply(const Operand &value, IndexOptions o = {}) const { return update("multiply", value, o); }
  Array divide(const Operand &value, IndexOptions o = {}) const;
  /// x to the power of the product of the values for its position.
  Array power(const Operand &value, IndexOptions o = {}) const;
  Array max(const Operand &value, IndexOptions o = {}) const { return update("maximum", value, o); }
  Array min(const Operand &value, IndexOptions o = {}) const { return update("minimum", value, o); }
  /// f of what is there, once for each position however often it is named.
  Array apply(const std::function<Array(const Array &)> &f, IndexOptions o = {}) const;
  Array get(IndexOptions o = {}) const;

 private:
  Array update(const char *kind, const Operand &value, const IndexOptions &options) const;
  Array update_masked(const char *kind, const Array &mask, const Array &value) const;
  Array x_;
  std::vector<Index> indices_;
  std::source_location at_;
};

/// Elements of x along `axis` (of the flattened array without one) at integer `indices`. Indices out of range give
/// NaN (for integers the least or greatest number) unless `mode` says otherwise.
Array take(const Operand &x, const Operand &indices, std::optional<int64_t> axis = {}, IndexOptions options = {});
Array take_along_axis(const Operand &x, const Operand &indices, int64_t axis, IndexOptions options = {});
/// A slice of `sizes` that begins at the run-time positions `starts` (i32 scalars), clamped to lie inside.
Array dynamic_slice(const Operand &x, const std::vector<Array> &starts, std::vector<int64_t> sizes);
Array dynamic_update_slice(const Operand &x, const Operand &update, const std::vector<Array> &starts);
Array dynamic_index_in_dim(const Operand &x, const Operand &index, int64_t axis = 0, bool keepdims = true);
Array sort(const Operand &x, int64_t axis = -1, bool descending = false);
Array argsort(const Operand &x, int64_t axis = -1, bool descending = false);
/// The k greatest elements along the last axis in descending order, and their positions.
std::pair<Array, Array> top_k(const Operand &x, int64_t k);

// ---- making arrays by rule

Array zeros(const Shape &shape, DType dtype = f32, std::source_location at = std::source_location::current());
Array ones(const Shape &shape, DType dtype = f32, std::source_location at = std::source_location::current());
Array full(const Shape &shape, const Operand &value, std::optional<DType> dtype = {});
Array zeros_like(const Operand &x);
Array ones_like(const Operand &x);
Array full_like(const Operand &x, const Operand &value);
/// 0, 1, …, n − 1.
Array arange(int64_t n, DType dtype = i32, std::source_location at = std::source_location::current());
Array arange(double start, double stop, double step, DType dtype = f32,
             std::source_location at = std::source_location::current());
Array linspace(double start, double stop, int64_t count, DType dtype = f32,
               std::source_location at = std::source_location::current());
/// Element i is i[dimension].
Array iota(const Shape &shape, int64_t dimension, DType dtype = i32,
           std::source_location at = std::source_location::current());
Array eye(int64_t n, std::optional<int64_t> columns = {}, DType dtype = f32,
          std::source_location at = std::source_location::current());
/// 1 where the class matches, else 0, in a new last dimension.
Array one_hot(const Operand &classes, int64_t count, DType dtype = f32);

}  // namespace fluxion
