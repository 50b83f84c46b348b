// NumPy's elementwise functions beyond those of ops.h: comparisons and bits by name, rounding, the parts of numbers.
// All promote and broadcast their operands as operators do; errors are those of operators.
#pragma once
#include <fluxion/ops.h>

namespace fluxion {

// ---- comparisons and logic by name

inline Array equal(const Operand &a, const Operand &b) { return a == b; }
inline Array not_equal(const Operand &a, const Operand &b) { return a != b; }
inline Array less(const Operand &a, const Operand &b) { return a < b; }
inline Array less_equal(const Operand &a, const Operand &b) { return a <= b; }
inline Array greater(const Operand &a, const Operand &b) { return a > b; }
inline Array greater_equal(const Operand &a, const Operand &b) { return a >= b; }
Array logical_xor(const Operand &a, const Operand &b);

struct CloseOptions {
  double rtol = 1e-5, atol = 1e-8;
  bool equal_nan = false;
};
/// |a − b| ≤ atol + rtol·|b|; infinities are close to themselves only.
Array isclose(const Operand &a, const Operand &b, CloseOptions options = {});
/// Whether isclose holds everywhere: bool[].
Array allclose(const Operand &a, const Operand &b, CloseOptions options = {});
/// Whether shapes and elements agree: bool[]. Different shapes are an answer, not an error.
Array array_equal(const Operand &a, const Operand &b, bool equal_nan = false);
/// The same after broadcasting.
Array array_equiv(const Operand &a, const Operand &b);
Array isposinf(const Operand &x);
Array isneginf(const Operand &x);

// ---- bits

inline Array bitwise_and(const Operand &a, const Operand &b) { return a & b; }
inline Array bitwise_or(const Operand &a, const Operand &b) { return a | b; }
inline Array bitwise_xor(const Operand &a, const Operand &b) { return a ^ b; }
inline Array bitwise_not(const Operand &x) { return ~x; }
inline Array bitwise_invert(const Operand &x) { return ~x; }
inline Array invert(const Operand &x) { return ~x; }
inline Array left_shift(const Operand &a, const Operand &b) { return a << b; }
inline Array right_shift(const Operand &a, const Operand &b) { return a >> b; }
inline Array bitwise_left_shift(const Operand &a, const Operand &b) { return a << b; }
inline Array bitwise_right_shift(const Operand &a, const Operand &b) { return a >> b; }
/// How many bits of |x| are set, as u8.
Array bitwise_count(const Operand &x);
/// Bits of u8 from bools (or ≠ 0) along `axis`, eight to a byte, the last byte filled with zeros.
Array packbits(const Operand &x, std::optional<int64_t> axis = {}, bool little = false);
/// The inverse, as u8 zeros and ones.
Array unpackbits(const Operand &x, std::optional<int64_t> axis = {}, bool little = false);

// ---- arithmetic

inline Array absolute(const Operand &x) { return abs(x); }
inline Array positive(const Operand &x) { return asarray(x); }
inline Array true_divide(const Operand &a, const Operand &b) { return a / b; }
/// The remainder with the sign of the divisor, as `%`.
inline Array mod(const Operand &a, const Operand &b) { return a % b; }
inline Array remainder(const Operand &a, const Operand &b) { return a % b; }
/// (floor_divide(a, b), remainder(a, b)).
std::pair<Array, Array> divmod(const Operand &a, const Operand &b);
/// Power in floating point, whatever the operands are.
Array float_power(const Operand &a, const Operand &b);
/// √(a² + b²) without overflow in between; its derivative at (0, 0) is 0.
Array hypot(const Operand &a, const Operand &b);
/// log(eᵃ + eᵇ), exact at infinities, smooth where a = b.
Array logaddexp(const Operand &a, const Operand &b);
/// log₂(2ᵃ + 2ᵇ).
Array logaddexp2(const Operand &a, const Operand &b);
/// sin(πx) / (πx), with all its derivatives at 0.
Array sinc(const Operand &x);
Array deg2rad(const Operand &x);
Array rad2deg(const Operand &x);
inline Array radians(const Operand &x) { return deg2rad(x); }
inline Array degrees(const Operand &x) { return rad2deg(x); }
/// 0 below 0, `at_zero` at 0, 1 above; NaN stays NaN.
Array heaviside(const Operand &x, const Operand &at_zero);
/// maximum and minimum that prefer numbers to NaN.
Array fmax(const Operand &a, const Operand &b);
Array fmin(const Operand &a, const Operand &b);
Array fabs(const Operand &x);
/// Greatest common divisor, least common multiple: of integers, never negative. DTypeError for others.
Array gcd(const Operand &a, const Operand &b);
Array lcm(const Operand &a, const Operand &b);

inline Array acos(const Operand &x) { return arccos(x); }
inline Array acosh(const Operand &x) { return arccosh(x); }
inline Array asin(const Operand &x) { return arcsin(x); }
inline Array asinh(const Operand &x) { return arcsinh(x); }
inline Array atan(const Operand &x) { return arctan(x); }
inline Array atanh(const Operand &x) { return arctanh(x); }
inline Array atan2(const Operand &a, const Operand &b) { return arctan2(a, b); }

// ---- rounding and the parts of numbers

/// Towards zero.
Array trunc(const Operand &x);
/// To the nearest integer as a float, halves to the even one.
Array rint(const Operand &x);
/// To `decimals` digits after the point (before it where negative), halves to even.
Array round(const Operand &x, int decimals);
inline Array around(const Operand &x, int decimals = 0) { return round(x, decimals); }
/// Whether the sign bit is set, for −0 and NaN, too.
Array signbit(const Operand &x);
/// |x| with the sign bit of y.
Array copysign(const Operand &x, const Operand &y);
/// (fraction, whole part), both with the sign of x.
std::pair<Array, Array> modf(const Operand &x);
/// (m, e) with x = m·2ᵉ and ½ ≤ |m| < 1, e as i32; zeros, infinities and NaN are their own m with e = 0.
std::pair<Array, Array> frexp(const Operand &x);
/// x·2ⁿ, rounded once.
Array ldexp(const Operand &x, const Operand &n);
/// The distance to the next float away from 0, with the sign of x.
Array spacing(const Operand &x);
struct NanToNum {
  double nan = 0;
  std::optional<double> posinf = {}, neginf = {};  // none: the greatest and least finite number
};
/// x with NaN and infinities replaced.
Array nan_to_num(const Operand &x, NanToNum options = {});

// ---- dtypes

namespace detail {
/// What result_type takes: an array, a number or a dtype.
struct TypeLike {
  std::variant<DType, std::variant<bool, int64_t, double>> what;
  TypeLike(DType t) : what(t) {}
  TypeLike(const Array &a) : what(a.dtype()) {}
  template <Scalar T>
  TypeLike(T value) : what(Operand(value).number()) {}
};
DType result_type(std::span<const TypeLike> types);
}  // namespace detail
/// The dtype of an operation on these: arrays, dtypes and numbers (which do not widen arrays).
template <class... T>
DType result_type(const T &...of) {
  std::array<detail::TypeLike, sizeof...(T)> types{detail::TypeLike(of)...};
  return detail::result_type(types);
}
/// Kinds of dtypes, as in NumPy's hierarchy.
enum class Kind {
  generic,
  number,
  integer,
  signed_integer,
  unsigned_integer,
  inexact,
  floating,
  complex_floating,
  boolean
};
bool issubdtype(DType dtype, Kind kind);
inline bool isdtype(DType dtype, Kind kind) { return issubdtype(dtype, kind); }
inline bool isdtype(DType dtype, DType other) { return dtype == other; }
/// Whether every value of `from` is one of `to`, as NumPy's "safe" casting.
bool can_cast(DType from, DType to);
inline int64_t ndim(const Operand &x) { return asarray(x).ndim(); }
inline Shape shape(const Operand &x) { return asarray(x).shape(); }
/// The number of elements, or of those along `axis`.
int64_t size(const Operand &x, std::optional<int64_t> axis = {});
inline bool isscalar(const Operand &x) { return !x.is_array() || x.array().ndim() == 0; }

}  // namespace fluxion
