// Exponentials and the functions made of them: e^x = 2ⁿ·e^r with n = round(x/ln 2), |r| ≤ ln2/2, where ln 2 is taken in
// two parts, the first short enough for x − n·hi to be exact (Cody & Waite 1980), and e^r = 1 + r + r²·Q(r).
#include <cmath>
#include <limits>

#include "codegen/cpu/vector_math_coefficients.h"
#include "codegen/cpu/vector_math_functions.h"

namespace fluxion::codegen::vector_math {

namespace {

constexpr double kLog2E = 0x1.71547652b82fep0;

struct Reduced {
  Nearest n;
  Lanes r;
};

Reduced reduce(Lanes x) {
  const double hi = x.isF64() ? 0x1.62e42fefa39efp-1 : 0x1.62e43p-1;
  const double lo = x.isF64() ? 0x1.abc9e3b39803fp-56 : -0x1.05c61p-29;
  const Nearest n = nearest(x, kLog2E);
  return {n, fma(n.value, -lo, fma(n.value, -hi, x))};
}

// Beyond these bounds the result is +inf, or 0, anyway.
Lanes clampExponent(Lanes x) {
  const bool wide = x.isF64();
  return atLeast(atMost(x, wide ? 710 : 89), wide ? -746 : -104);
}

// e^x/2 for x ≥ 0, +inf only where the half overflows too.
Lanes halfExp(Lanes x) {
  const Scaled e = expScaled(atMost(x, x.isF64() ? 711 : 90));
  return scaleBy(e.mantissa, e.n + -1);
}

}  // namespace

Scaled expScaled(Lanes x) {
  const auto [n, r] = reduce(x);
  const Lanes q = x.isF64() ? polynomial(r, kExpF64) : polynomial(r, kExpF32);
  return {fma(r, fma(r, q, 1.0), 1.0), n};
}

Lanes powerOfTwo(Lanes n) {
  return n.bits() == 64 ? fromBits((n << 52) + 0x3ff0000000000000) : fromBits((n << 23) + 0x3f800000);
}

Lanes exp(Lanes x) {
  const Scaled e = expScaled(clampExponent(x));
  return scaleBy(e.mantissa, e.n);
}

Lanes exp2(Lanes x) {
  const bool wide = x.isF64();
  x = atLeast(atMost(x, wide ? 1025 : 129), wide ? -1076 : -151);
  const Nearest n = nearest(x);
  const Lanes r = x - n.value;
  if (!wide) return scaleBy(fma(r, polynomial(r, kExp2F32), 1.0), n);
  // ln 2 = hi + lo, as its rounding would cost 0.2 ulp.
  const Lanes tail = fma(r * r, polynomial(r, kExp2F64), r * 0x1.abc9e3b39803fp-56);
  return scaleBy(fma(r, 0x1.62e42fefa39efp-1, tail) + 1.0, n);
}

// e^x − 1 = 2ⁿ·p + (2ⁿ − 1) with p = e^r − 1; half of it, since 2ⁿ may overflow where the result does not.
Lanes expm1(Lanes x) {
  const bool wide = x.isF64();
  const auto [n, r] = reduce(atLeast(atMost(x, wide ? 710 : 89), wide ? -40 : -20));
  const Lanes q = wide ? polynomial(r, kExpF64) : polynomial(r, kExpm1F32);
  const Lanes p = fma(r * r, q, r), half = powerOfTwo(n.bits - 1);
  const Lanes y = fma(half, p, half - 0.5);
  return select(abs(x) < (wide ? 0x1p-54 : 0x1p-25), x, y + y);  // also keeps the sign of zero
}

// With e = e^(−|x|), which cannot overflow: 1/(1 + e) for x ≥ 0, e/(1 + e) below. What the rounding of d = 1 + e loses
// is made good: 1/(d + low) = (1 − low/d)/d, and 1/d is about 1 − e/2 for 0 ≤ e ≤ 1.
Lanes logistic(Lanes x) {
  const Scaled s = expScaled(atLeast(-abs(x), x.isF64() ? -746 : -104));
  const Lanes e = scaleBy(s.mantissa, s.n);
  const Lanes d = e + 1.0, low = e - (d - 1.0), y = select(x < 0, e, 1.0) / d;
  return fma(-y, low * fma(e, -0.5, 1.0), y);
}

// 1 − 2/(e^(2|x|) + 1), or an odd polynomial where that cancels.
Lanes tanh(Lanes x) {
  const bool wide = x.isF64();
  const Lanes a = abs(x), z = a * a;
  const Scaled e = expScaled(atMost(a + a, wide ? 40 : 20));
  const Lanes large = 1.0 - 2.0 / fma(e.mantissa, powerOfTwo(e.n.bits), 1.0);
  const Lanes small = fma(a * z, wide ? polynomial(z, kTanhF64) : polynomial(z, kTanhF32), a);
  return copysign(select(a < 0.625, small, large), x);
}

// (e^|x| − e^(−|x|))/2 = h − 1/(4h) with h = e^|x|/2.
Lanes sinh(Lanes x) {
  const Lanes a = abs(x), z = x * x, h = halfExp(a);
  const Lanes small = fma(x * z, x.isF64() ? polynomial(z, kSinhF64) : polynomial(z, kSinhF32), x);
  return select(a < 1, small, copysign(h - 0.25 / h, x));
}

Lanes cosh(Lanes x) {
  const Lanes h = halfExp(abs(x));
  return h + 0.25 / h;
}

}  // namespace fluxion::codegen::vector_math
