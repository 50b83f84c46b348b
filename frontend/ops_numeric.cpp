// NumPy's elementwise functions beyond those of ops.h.
#include "fluxion/numeric.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "fluxion/control.h"
#include "frontend/ops_internal.h"

namespace fluxion {

using detail::inexact;
using detail::promoted;

namespace {

Array truth(const Array &a) { return a.dtype() == bool_ ? a : a != 0; }

bool is_exact(const Operand &x) { return !is_inexact(asarray(x).dtype()); }

void need_real(std::string_view op, const Array &x) {
  if (is_complex(x.dtype())) fail<DTypeError>(fmt::format("{}: {} is complex", op, to_string(x.type())));
}

// The greatest finite number of a float dtype.
double greatest(DType t) {
  switch (t) {
    case f16:
      return 65504;
    case bf16:
      return 3.3895313892515355e38;
    case f8e4m3fn:
      return 448;
    case f8e5m2:
      return 57344;
    case f64:
      return std::numeric_limits<double>::max();
    default:
      return std::numeric_limits<float>::max();
  }
}

// f32 and f64 as they are, narrower floats as f32: what has its bits taken apart.
Array wide_float(const Operand &x) {
  Array a = inexact(x);
  return a.dtype() == f64 ? a : astype(a, f32);
}
struct Format {
  DType integer;
  int64_t mantissa, bias;
};
Format format_of(DType t) { return t == f64 ? Format{i64, 52, 1023} : Format{i32, 23, 127}; }

// 2ⁿ for the exponents of normal numbers.
Array power_of_two(const Array &n, DType dtype) {
  Format f = format_of(dtype);
  return bitcast((astype(n, f.integer) + f.bias) << f.mantissa, dtype);
}

}  // namespace

// ---- comparisons and logic

Array logical_xor(const Operand &a, const Operand &b) {
  At at(a, b);
  return truth(asarray(a)) ^ truth(asarray(b));
}

Array isclose(const Operand &a, const Operand &b, CloseOptions o) {
  At at(a, b);
  auto [x, y] = promoted("isclose", a, b);
  if (!is_inexact(x.dtype())) x = astype(x, f32), y = astype(y, f32);
  Array near = abs(x - y) <= abs(y) * o.rtol + o.atol;
  Array close = where(isfinite(x) & isfinite(y), near, x == y);
  return o.equal_nan ? close | (isnan(x) & isnan(y)) : close;
}
Array allclose(const Operand &a, const Operand &b, CloseOptions o) {
  At at(a, b);
  return all(isclose(a, b, o));
}
Array array_equal(const Operand &a, const Operand &b, bool equal_nan) {
  At at(a, b);
  Array x = asarray(a), y = asarray(b);
  if (x.shape() != y.shape()) return full({}, false);
  Array same = x == y;
  return all(equal_nan ? same | (isnan(x) & isnan(y)) : same);
}
Array array_equiv(const Operand &a, const Operand &b) {
  At at(a, b);
  Array x = asarray(a), y = asarray(b);
  for (int64_t i = 1; i <= std::min(x.ndim(), y.ndim()); ++i)
    if (x.shape(-i) != y.shape(-i) && x.shape(-i) != 1 && y.shape(-i) != 1) return full({}, false);
  return all(x == y);
}
Array isposinf(const Operand &x) {
  At at(x);
  return is_exact(x) ? zeros(asarray(x).shape(), bool_) : asarray(x) == INFINITY;
}
Array isneginf(const Operand &x) {
  At at(x);
  return is_exact(x) ? zeros(asarray(x).shape(), bool_) : asarray(x) == -INFINITY;
}

// ---- bits

Array bitwise_count(const Operand &x) {
  At at(x);
  Array a = asarray(x);
  if (is_signed_integer(a.dtype())) a = abs(a);
  if (a.dtype() == bool_) return astype(a, u8);
  return astype(population_count(a), u8);
}

namespace {
// Weights of the eight bits of a byte along a last dimension.
Array bit_positions(bool little) {
  Array i = iota({8}, 0, u8);
  return little ? i : 7 - i;
}
}  // namespace

Array packbits(const Operand &x, std::optional<int64_t> axis, bool little) {
  At at(x);
  Array a = astype(truth(asarray(x)), u8);
  if (!axis) a = ravel(a);
  int64_t d = detail::normalize_axis("packbits", axis.value_or(0), a.ndim());
  a = moveaxis(a, d, -1);
  int64_t n = a.shape(-1), bytes = (n + 7) / 8;
  std::vector<int64_t> low(a.shape().size(), 0), high = low;
  high.back() = bytes * 8 - n;
  std::vector<int64_t> shape = a.shape().sizes();
  shape.back() = bytes;
  shape.push_back(8);
  Array bits = reshape(pad(a, low, high), shape) << bit_positions(little);
  return moveaxis(sum(bits, -1), -1, d);
}

Array unpackbits(const Operand &x, std::optional<int64_t> axis, bool little) {
  At at(x);
  Array a = asarray(x);
  if (a.dtype() != u8) fail<DTypeError>(fmt::format("unpackbits: {} is not u8", to_string(a.type())));
  if (!axis) a = ravel(a);
  int64_t d = detail::normalize_axis("unpackbits", axis.value_or(0), a.ndim());
  a = moveaxis(a, d, -1);
  std::vector<int64_t> shape = a.shape().sizes();
  shape.back() *= 8;
  return moveaxis(reshape((expand_dims(a, -1) >> bit_positions(little)) & 1, shape), -1, d);
}

// ---- arithmetic

std::pair<Array, Array> divmod(const Operand &a, const Operand &b) {
  At at(a, b);
  return {floor_divide(a, b), a % b};
}

Array float_power(const Operand &a, const Operand &b) {
  At at(a, b);
  return detail::floating("fx.power", {a, b});
}

Array hypot(const Operand &a, const Operand &b) {
  At at(a, b);
  auto [x, y] = promoted("hypot", a, b);
  x = abs(inexact(x)), y = abs(inexact(y));
  Array most = where(x >= y, x, y), least = where(x >= y, y, x), none = most == 0;
  Array ratio = where(none, 0, least) / where(none, 1, most);
  Array h = where(none, most, most * sqrt(1 + square(ratio)));
  return where(isinf(x) | isinf(y), INFINITY, h);
}

Array logaddexp(const Operand &a, const Operand &b) {
  At at(a, b);
  auto [x, y] = promoted("logaddexp", a, b);
  x = inexact(x), y = inexact(y);
  // With the greater one chosen first, what remains is one smooth formula: derivatives of all orders hold where x = y.
  Array first = x >= y, hi = where(first, x, y), lo = where(first, y, x);
  Array same = isinf(hi) & (hi == lo);
  Array sum = hi + log1p(exp(where(same, 0, lo) - where(same, 0, hi)));
  return where(isnan(x) | isnan(y), x + y, sum);
}
Array logaddexp2(const Operand &a, const Operand &b) {
  At at(a, b);
  return logaddexp(inexact(a) * std::numbers::ln2, inexact(b) * std::numbers::ln2) * std::numbers::log2e;
}

Array sinc(const Operand &x) {
  At at(x);
  Array y = inexact(x) * std::numbers::pi, small = abs(y) < 0.5, square = y * y;
  // The power series near 0, by Horner's rule: 1 − y²/3! + y⁴/5! − …; the first term left out is below 1e-18.
  Array series = ones_like(y);
  for (int k = 7; k >= 1; --k) series = 1 - square * series / static_cast<double>(2 * k * (2 * k + 1));
  Array away = where(small, 1, y);
  return where(small, series, sin(away) / away);
}

Array deg2rad(const Operand &x) {
  At at(x);
  return inexact(x) * (std::numbers::pi / 180);
}
Array rad2deg(const Operand &x) {
  At at(x);
  return inexact(x) * (180 / std::numbers::pi);
}

Array heaviside(const Operand &a, const Operand &b) {
  At at(a, b);
  auto [x, y] = promoted("heaviside", a, b);
  x = inexact(x), y = inexact(y);
  return where(isnan(x), x, where(x < 0, 0, where(x > 0, 1, y)));
}

Array fmax(const Operand &a, const Operand &b) {
  At at(a, b);
  return where((asarray(a) > asarray(b)) | isnan(b), a, b);
}
Array fmin(const Operand &a, const Operand &b) {
  At at(a, b);
  return where((asarray(a) < asarray(b)) | isnan(b), a, b);
}
Array fabs(const Operand &x) {
  At at(x);
  return abs(inexact(x));
}

namespace {
std::pair<Array, Array> integers(std::string_view op, const Operand &a, const Operand &b) {
  auto [x, y] = promoted(op, a, b);
  if (!is_integer(x.dtype())) fail<DTypeError>(fmt::format("{}: {} are not integers", op, to_string(x.type())));
  return {abs(x), abs(y)};
}
}  // namespace

Array gcd(const Operand &a, const Operand &b) {
  At at(a, b);
  auto pair = integers("gcd", a, b);
  // Euclid's, until all are done; where the divisor is 0 already, nothing changes any more.
  auto more = [](const std::pair<Array, Array> &p) { return any(p.second != 0); };
  auto step = [](const std::pair<Array, Array> &p) {
    Array done = p.second == 0;
    return std::pair(where(done, p.first, p.second), where(done, 0, fmod(p.first, where(done, 1, p.second))));
  };
  return while_loop(more, step, pair).first;
}
Array lcm(const Operand &a, const Operand &b) {
  At at(a, b);
  auto [x, y] = integers("lcm", a, b);
  Array d = gcd(x, y);
  return where(d == 0, 0, x * floor_divide(y, where(d == 0, 1, d)));
}

// ---- rounding and the parts of numbers

Array trunc(const Operand &x) {
  At at(x);
  Array a = asarray(x);
  return is_exact(a) ? a : where(a < 0, ceil(a), floor(a));
}
Array rint(const Operand &x) { return detail::floating("fx.round_nearest_even", {x}); }

Array round(const Operand &x, int decimals) {
  At at(x);
  Array a = asarray(x);
  if (a.dtype() == bool_) fail<DTypeError>("round: bools cannot be rounded");
  if (is_exact(a) && decimals >= 0) return a;
  if (is_exact(a)) return astype(round(astype(a, f64), decimals), a.dtype());
  if (decimals == 0) return rint(a);
  double factor = std::pow(10.0, std::abs(decimals));
  Array wide = wide_float(a), y = decimals > 0 ? rint(wide * factor) / factor : rint(wide / factor) * factor;
  return astype(where(isfinite(y), y, wide), a.dtype());
}

Array signbit(const Operand &x) {
  At at(x);
  Array a = asarray(x);
  need_real("signbit", a);
  if (is_unsigned_integer(a.dtype()) || a.dtype() == bool_) return zeros(a.shape(), bool_);
  if (is_exact(a)) return a < 0;
  Array wide = wide_float(a);
  return bitcast(wide, format_of(wide.dtype()).integer) < 0;
}
Array copysign(const Operand &a, const Operand &b) {
  At at(a, b);
  auto [x, y] = promoted("copysign", a, b);
  x = inexact(x);
  return where(signbit(x) ^ signbit(y), -x, x);
}

std::pair<Array, Array> modf(const Operand &x) {
  At at(x);
  Array a = inexact(x), whole = trunc(a);
  return {a - whole, whole};
}

std::pair<Array, Array> frexp(const Operand &x) {
  At at(x);
  Array a = inexact(x);
  need_real("frexp", a);
  Array wide = wide_float(a), ordinary = isfinite(wide) & (wide != 0);
  Format f = format_of(wide.dtype());
  // Subnormal numbers are scaled up first: their exponent field is 0.
  double scale = std::ldexp(1.0, static_cast<int>(f.mantissa) + 2);
  Array tiny = abs(wide) < std::ldexp(1.0, static_cast<int>(1 - f.bias));
  Array scaled = where(tiny, wide * scale, wide);
  Array field = (bitcast(scaled, f.integer) >> f.mantissa) & (2 * f.bias + 1);
  Array up = field - (f.bias - 1);
  Array exponent = where(ordinary, where(tiny, up - (f.mantissa + 2), up), 0);
  // 2^(−up) itself may be no normal number.
  Array down = where(ordinary, -up, 0), half = down >> 1;
  Array m = where(ordinary, scaled * power_of_two(half, wide.dtype()) * power_of_two(down - half, wide.dtype()), wide);
  return {astype(m, a.dtype()), astype(exponent, i32)};
}

Array ldexp(const Operand &x, const Operand &n) {
  At at(x, n);
  Array a = inexact(x), e = asarray(n);
  if (!is_integer(e.dtype()) && e.dtype() != bool_)
    fail<DTypeError>(fmt::format("ldexp: the exponents are {}, not integers", to_string(e.type())));
  Array wide = wide_float(a);
  int64_t most = format_of(wide.dtype()).bias - 1;
  // In three factors, the smallest first, so that only the last product can be rounded.
  Array left = clip(astype(e, i32), -3 * most, 3 * most), first = clip(left, -most, most);
  Array second = clip(left - first, -most, most), third = left - first - second;
  Array y = wide * power_of_two(third, wide.dtype()) * power_of_two(second, wide.dtype());
  return astype(y * power_of_two(first, wide.dtype()), a.dtype());
}

Array spacing(const Operand &x) {
  At at(x);
  Array a = inexact(x), size = abs(a), gap = detail::floating("fx.next_after", {size, INFINITY}) - size;
  return where(isinf(a), NAN, copysign(gap, a));
}

Array nan_to_num(const Operand &x, NanToNum o) {
  At at(x);
  Array a = asarray(x);
  if (is_exact(a)) return a;
  need_real("nan_to_num", a);
  double most = greatest(a.dtype());
  Array y = where(isnan(a), o.nan, a);
  y = where(y == INFINITY, o.posinf.value_or(most), y);
  return where(y == -INFINITY, o.neginf.value_or(-most), y);
}

// ---- dtypes

DType detail::result_type(std::span<const TypeLike> types) {
  std::optional<DType> arrays;
  for (const TypeLike &t : types)
    if (auto *d = std::get_if<DType>(&t.what)) arrays = arrays ? promote_types(*arrays, *d) : *d;
  for (const TypeLike &t : types)
    if (auto *number = std::get_if<1>(&t.what)) {
      DType own = std::visit([](auto v) { return asarray(v).dtype(); }, *number);
      arrays = arrays ? promote_number(*arrays, *number) : own;
    }
  return arrays.value_or(f32);
}

bool issubdtype(DType t, Kind kind) {
  switch (kind) {
    case Kind::generic:
      return true;
    case Kind::number:
      return t != bool_;
    case Kind::integer:
      return is_integer(t);
    case Kind::signed_integer:
      return is_signed_integer(t);
    case Kind::unsigned_integer:
      return is_unsigned_integer(t);
    case Kind::inexact:
      return is_inexact(t);
    case Kind::floating:
      return is_float(t);
    case Kind::complex_floating:
      return is_complex(t);
    case Kind::boolean:
      return t == bool_;
  }
  return false;
}

namespace {
// Bits that the integers of a dtype need without the sign; those that a float holds exactly.
int64_t integer_bits(DType t) { return t == bool_ ? 1 : size_of(t) * 8 - is_signed_integer(t); }
int64_t exact_bits(DType t) {
  switch (t) {
    case f64:
    case c128:
      return 53;
    case f32:
    case c64:
      return 24;
    case f16:
      return 11;
    case bf16:
      return 8;
    case f8e4m3fn:
      return 4;
    default:
      return 3;
  }
}
// NumPy counts i64 and u64 as safe in f64, though not all of them are.
bool holds_integers(DType from, DType to) { return exact_bits(to) >= integer_bits(from) || to == f64 || to == c128; }
}  // namespace

bool can_cast(DType from, DType to) {
  if (from == to || from == bool_) return true;
  if (is_integer(from) && is_integer(to))
    return integer_bits(to) >= integer_bits(from) && (is_signed_integer(to) || is_unsigned_integer(from));
  if (is_integer(from)) return is_inexact(to) && holds_integers(from, to);
  if (is_complex(from)) return is_complex(to) && size_of(to) >= size_of(from);
  if (!is_inexact(to)) return false;
  int64_t width = is_complex(to) ? size_of(to) / 2 : size_of(to);
  return width > size_of(from) || (width == size_of(from) && is_complex(to));
}

int64_t size(const Operand &x, std::optional<int64_t> axis) {
  At at(x);
  Array a = asarray(x);
  return axis ? a.shape(detail::normalize_axis("size", *axis, a.ndim())) : a.size();
}

}  // namespace fluxion
