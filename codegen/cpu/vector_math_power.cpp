// Roots and powers.
#include <limits>

#include "codegen/cpu/vector_math_coefficients.h"
#include "codegen/cpu/vector_math_functions.h"

namespace fluxion::codegen::vector_math {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// |x|^y for f32 values in f64: 2^(y·log₂|x|), where log₂ to 2⁻³⁶ leaves 2⁻²⁸ of the largest results.
Lanes powLite(Lanes a, Lanes y) {
  const Split x = split(a);
  const Lanes s = x.f / (x.f + 2.0), z = s * s;
  const Lanes natural = 2.0 * fma(s * z, polynomial(z, kAtanhLite), s);
  Lanes exponent = fma(natural, 0x1.71547652b82fep0, x.exponent);
  exponent = select(a == 0, -kInfinity, select(a < kInfinity, exponent, a));
  const Lanes p = atLeast(atMost(y * exponent, 200), -200);
  const Nearest n = nearest(p);
  const Lanes r = p - n.value;
  return fma(r, polynomial(r, kExp2Lite), 1.0) * powerOfTwo(n.bits);
}

// log(1 + f) = 2·s·(1 + w), s = f/(2 + f), w = s²·(1/3 + s²·(1/5 + …)), s and w as pairs: good to about 2⁻⁶⁶.
Pair logPair(const Split &x) {
  const Lanes d = x.f + 2.0, f = x.f;
  const Lanes dLow = f - (d - 2.0);
  const Lanes s = f / d;
  const Pair quotient = {s, fma(-s, dLow, fma(-s, d, f)) / d};
  const Pair z = quotient * quotient;
  const Pair third = fastSum(f.constant(0x1.5555555555555p-2), z.hi * polynomial(z.hi, kAtanhPow));
  const Pair w = z * Pair{third.hi, third.lo + 0x1.5555555555555p-56};
  const Pair product = quotient * w;
  const Pair half = fastSum(quotient.hi, product.hi);
  const Lanes low = half.lo + (quotient.lo + product.lo);
  const Pair fraction = {2.0 * half.hi, 2.0 * low};
  // k·ln 2 in three parts: the first is exact, the sum with it too.
  const Pair first = fastSum(x.exponent * 0x1.62e42fefa38p-1, fraction.hi);
  const Pair next = exactProduct(x.exponent, x.exponent.constant(0x1.ef35793c7673p-45));
  const Pair with = exactSum(first.lo, next.hi);
  return fastSum(first.hi, with.hi + (with.lo + (fraction.lo + next.lo)));
}

// |x|^y = e^(y·log|x|) in f64, the exponent as a pair.
Lanes powFull(Lanes a, Lanes y) {
  const Pair logarithm = logPair(split(a));
  const Lanes special = select(a == 0, -kInfinity, a);
  const Lanes usual = (a < kInfinity) & (a > 0);
  // Where y·log|x| over- or underflows anyway, keep products with it finite.
  const Lanes limited = atLeast(atMost(y, 0x1p700), -0x1p700);
  const Pair log2Terms = {select(usual, logarithm.hi, special), select(usual, logarithm.lo, 0.0)};
  const Lanes hi = limited * log2Terms.hi;
  const Lanes lo = fma(limited, log2Terms.hi, -hi) + limited * log2Terms.lo;
  const Lanes bounded = abs(hi) < 800;
  const Scaled e = expScaled(atLeast(atMost(hi, 800), -800));
  return scaleBy(fma(e.mantissa, select(bounded, lo, 0.0), e.mantissa), e.n);
}

// IEEE 754-2019, 9.2.1: the sign is that of x for odd integers y; a negative finite x needs an integer y; 1^y = x^0 = 1
// even for NaN.
Lanes powSpecial(Lanes x, Lanes y, Lanes magnitude) {
  const Lanes a = abs(x), half = y * 0.5;
  const Lanes integral = trunc(y) == y, odd = integral & (trunc(half) != half);
  magnitude = select((a == 1) & (y == y), 1.0, magnitude);
  magnitude = select((toBits(x) < 0) & odd, -magnitude, magnitude);
  magnitude = select((x < 0) & (a < kInfinity) & (trunc(y) != y), kNaN, magnitude);
  return select((x == 1) | (y == 0), 1.0, magnitude);
}

}  // namespace

Lanes rsqrt(Lanes x) { return 1.0 / sqrt(x); }

// |x| = 2^(3q)·m with 2^(−3/2) ≤ m ≤ 2^(3/2). u → m^(−1/3) by u·(1 + t/3 + 2t²/9), t = 1 − m·u³, whose error cubes
// each time; then c = m·u² with one step of Newton on c³ = m, the residual in fused arithmetic.
Lanes cbrt(Lanes x) {
  const bool wide = x.isF64();
  const Lanes a = abs(x);
  const Split s = split(a);
  const Nearest q = nearest(s.exponent, 1.0 / 3);
  const Lanes m = (s.f + 1.0) * powerOfTwo(nearest(s.exponent - q.value * 3.0).bits);
  Lanes u = polynomial(m, kCbrtLite);
  for (int step = 0; step < (wide ? 2 : 1); ++step) {
    const Lanes t = fma(-m * u, u * u, 1.0);
    u = fma(u * t, fma(t, 2.0 / 9, 1.0 / 3), u);
  }
  const Lanes c = m * u * u;
  const Pair square = exactProduct(c, c);
  const Lanes residual = fma(-square.lo, c, fma(-square.hi, c, m));
  const Lanes root = fma(residual, u * u * (1.0 / 3), c) * powerOfTwo(q.bits);
  return select((a > 0) & (a < kInfinity), copysign(root, x), x);
}

Lanes pow(Lanes x, Lanes y) {
  const Lanes a = abs(x);
  return powSpecial(x, y, x.isF64() ? powFull(a, y) : narrow(powLite(widen(a), widen(y))));
}

}  // namespace fluxion::codegen::vector_math
