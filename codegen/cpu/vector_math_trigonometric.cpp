// sin, cos, tan. Arguments are reduced by Cody & Waite (1980) with fused products, in which x − n·c₁ is exact; f32
// arguments too large for that by Payne & Hanek (1983): the product with 2/π is formed in integers from only those bits
// of 2/π that matter. Huge f64 arguments go to the C library.
#include <array>
#include <limits>

#include "codegen/cpu/vector_math_coefficients.h"
#include "codegen/cpu/vector_math_functions.h"

namespace fluxion::codegen::vector_math {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kHalfPi = 0x1.921fb54442d18p0;

// From here on n·c₁ is no longer exact in the sums below, or n·c₃ too coarse.
constexpr double kLargeF32 = 0x1p17, kLargeF64 = 0x1p28;

// x − n·unit, where unit = c[0] + c[1] + c[2]. The first sum is exact. What the second rounds off, `low − (r − first)`
// and the rounding of `low`, is kept: r − first is exact, also where the sum cancels.
Pair subtractMultiple(Lanes x, Lanes n, const std::array<double, 3> &c) {
  const Lanes first = fma(n, -c[0], x);
  const Lanes low = n * -c[1], r = first + low;
  return {r, fma(n, -c[2], fma(n, -c[1], first - r))};
}
// x with its sign flipped where the sign bit of `bits` is set.
Lanes flipSign(Lanes x, Lanes bits) {
  const int64_t sign = x.isF64() ? INT64_MIN : INT32_MIN;
  return fromBits(toBits(x) ^ (bits & sign));
}

// n mod 4, n being the multiple of π/2 nearest to an angle, and the angle's distance from it.
struct Angle {
  Lanes quadrant, r;
};

// The sine and cosine of n·π/2 plus the angle of `at`.
Lanes sinAt(const SinCos &at, Lanes n) {
  return flipSign(select((n & 1) != 0, at.cos, at.sin), n << static_cast<int>(n.bits() - 2));
}
Lanes cosAt(const SinCos &at, Lanes n) {
  return flipSign(select((n & 1) != 0, at.sin, at.cos), (n + 1) << static_cast<int>(n.bits() - 2));
}

enum class Goal { kF32, kLite, kF64 };

// For |r| ≤ π/4. cos(hi + lo) = 1 − hi²/2 + hi⁴·C − hi·lo; what 1 − hi²/2 rounds off is kept.
SinCos sinCosQuarter(Pair r, Goal goal) {
  const Lanes z = r.hi * r.hi;
  const auto pick = [&](llvm::ArrayRef<double> f32, llvm::ArrayRef<double> lite, llvm::ArrayRef<double> f64) {
    return polynomial(z, goal == Goal::kF32 ? f32 : goal == Goal::kLite ? lite : f64);
  };
  const Lanes s = pick(kSinF32, kSinLite, kSinF64), c = pick(kCosF32, kCosLite, kCosF64);
  const Lanes half = z * 0.5, w = 1.0 - half;
  const Lanes tail = fma(z * z, c, -(r.hi * r.lo)) + ((1.0 - w) - half);
  return {r.hi + fma(r.hi * z, s, r.lo), w + tail};
}

// The first 256 bits of 2/π behind 32 zeros, so that a window of 96 may begin before the point.
constexpr std::array<uint32_t, 8> kTwoOverPiBits = {0,          0xa2f9836e, 0x4e441529, 0xfc2757d1,
                                                    0xf534ddc0, 0xdb629599, 0x3c439041, 0xfe5163ab};

// |x|·2/π mod 4 for f32 |x| = m·2ᵉ ≥ 2¹⁷: the bits of 2/π above the window contribute multiples of 4, those below it
// less than 2⁻⁶². No f32 is nearer than 2⁻³⁰ to a multiple of π/2.
Angle reduceHuge(Lanes a) {
  const Lanes bits = toBits(a);
  const Lanes start = (bits >> 23) - 120;  // of the window, in bits of the table
  const Lanes word = start >> 5, shift = extendUnsigned(start & 31);
  const auto wordAt = [&](int offset) {
    Lanes value = word.integer(kTwoOverPiBits[offset + 4]);
    for (int w = 3; w >= 0; --w) value = select(word == w, word.integer(kTwoOverPiBits[offset + w]), value);
    return extendUnsigned(value);
  };
  const Lanes upper = (wordAt(0) << 32) | wordAt(1), lower = (wordAt(2) << 32) | wordAt(3);
  const Lanes window = shiftLeft(upper, shift) | shiftRight(shiftRight(lower, 1), 63 - shift);
  const Lanes rest = shiftRight(shiftLeft(lower, shift), 32);
  const Lanes m = extendUnsigned((bits & 0x7fffff) | 0x800000);
  const Lanes turns = m * window + shiftRight(m * rest, 32);  // in units of 2⁻⁶² quadrants
  const Lanes quadrant = shiftRight(turns + (int64_t{1} << 61), 62);
  return {quadrant, toFloat(turns - (quadrant << 62)) * (kHalfPi * 0x1p-62)};
}

// sin and cos for |x| below `large`, up to the rotation by n·π/2.
struct Turned {
  SinCos at;
  Lanes n;
};
Turned turnModerate(Lanes a, Goal goal) {
  const Nearest n = nearest(a, 0x1.45f306dc9c883p-1);
  const Pair r = a.isF64() ? subtractMultiple(a, n.value, {kHalfPi, 0x1.1a62633145c07p-54, -0x1.f1976b7ed8fbcp-110})
                           : subtractMultiple(a, n.value, {0x1.921fb6p0, -0x1.777a5cp-25, -0x1.ee59dap-50});
  return {sinCosQuarter(r, goal), n.bits};
}

// For f32 |x| ≥ 2¹⁷ in f64; NaN for inf and NaN.
Turned turnHuge(Lanes a) {
  const Angle angle = reduceHuge(a);
  const Lanes r = select(a < kInfinity, angle.r, kNaN);
  return {sinCosQuarter({r, r.constant(0)}, Goal::kLite), angle.quadrant};
}

Lanes isLarge(Lanes a, double bound) { return (a >= bound) | (a != a); }

}  // namespace

Lanes sin(Lanes x) {
  const bool wide = x.isF64();
  const Lanes a = abs(x);
  const Turned t = turnModerate(a, wide ? Goal::kF64 : Goal::kF32);
  const Lanes y = unlessRare(isLarge(a, wide ? kLargeF64 : kLargeF32), sinAt(t.at, t.n), [&] {
    if (wide) return callScalar("sin", a);
    const Turned huge = turnHuge(a);
    return narrow(sinAt(huge.at, huge.n));
  });
  return flipSign(y, toBits(x));
}

Lanes cos(Lanes x) {
  const bool wide = x.isF64();
  const Lanes a = abs(x);
  const Turned t = turnModerate(a, wide ? Goal::kF64 : Goal::kF32);
  return unlessRare(isLarge(a, wide ? kLargeF64 : kLargeF32), cosAt(t.at, t.n), [&] {
    if (wide) return callScalar("cos", a);
    const Turned huge = turnHuge(a);
    return narrow(cosAt(huge.at, huge.n));
  });
}

// f32 in f64: in f32 the sine and cosine alone would be 1.5 ulp off before the division.
Lanes tan(Lanes x) {
  const bool wide = x.isF64();
  const Lanes a = abs(x);
  const auto quotient = [](const Turned &t) { return sinAt(t.at, t.n) / cosAt(t.at, t.n); };
  const Lanes common = quotient(turnModerate(wide ? a : widen(a), wide ? Goal::kF64 : Goal::kLite));
  const Lanes y = unlessRare(isLarge(a, kLargeF64), wide ? common : narrow(common),
                             [&] { return wide ? callScalar("tan", a) : narrow(quotient(turnHuge(a))); });
  return flipSign(y, toBits(x));
}

// x − n/2 is exact.
SinCos sinCosPi(Lanes x) {
  const Lanes y = x - trunc(x * 0.5) * 2.0;  // keeps n small
  const Nearest n = nearest(y + y);
  const Lanes r = fma(n.value, -0.5, y);
  const Pair angle = exactProduct(r, r.constant(2 * kHalfPi));
  const SinCos at = sinCosQuarter({angle.hi, fma(r, 0x1.1a62633145c07p-53, angle.lo)}, Goal::kF64);
  return {sinAt(at, n.bits), cosAt(at, n.bits)};
}

}  // namespace fluxion::codegen::vector_math
