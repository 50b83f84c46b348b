// erf, erfc and the inverse of erf.
#include <limits>

#include "codegen/cpu/vector_math_coefficients.h"
#include "codegen/cpu/vector_math_functions.h"

namespace fluxion::codegen::vector_math {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// erfc a for a ≥ 0 in f64: e^(−a²)·P(t)/(1 + 2a), t = (a − 4)/(a + 4), one polynomial for all a (Shepherd & Laframboise
// 1981). The rounding of a² is made good: e^(−h − l) = e^(−h)·(1 − l).
Scaled erfcPositive(Lanes a, bool lite) {
  const Lanes t = (a - 4.0) / (a + 4.0);
  const Lanes p = (lite ? polynomial(t, kErfcLite) : polynomial(t, kErfcF64)) / fma(a, 2.0, 1.0);
  const Pair square = exactProduct(a, a);
  const Scaled e = expScaled(-square.hi);
  return {fma(-square.lo, e.mantissa, e.mantissa) * p, e.n};
}

Lanes erfNearZero(Lanes x) {
  const Lanes z = x * x;
  return fma(x, x.isF64() ? polynomial(z, kErfF64) : polynomial(z, kErfF32), x);
}

// 1 − erfc a, for a ≥ 1; in f32, erfc a = e^(−Q(a)).
Lanes erfAwayFromZero(Lanes a) {
  const Lanes bounded = atMost(a, a.isF64() ? 6 : 4);
  const Scaled c = a.isF64() ? erfcPositive(bounded, false) : expScaled(-polynomial(bounded, kErfLogF32));
  return fma(-c.mantissa, powerOfTwo(c.n.bits), 1.0);
}

}  // namespace

Lanes erf(Lanes x) {
  const Lanes a = abs(x);
  return select(a < 1, erfNearZero(x), copysign(erfAwayFromZero(a), x));
}

Lanes erfc(Lanes x) {
  if (!x.isF64()) {
    const Lanes w = widen(x);
    const Scaled c = erfcPositive(atMost(abs(w), 10.5), true);
    const Lanes y = c.mantissa * powerOfTwo(c.n.bits);
    return narrow(select(w < 0, 2.0 - y, y));
  }
  const Lanes a = abs(x);
  const Scaled c = erfcPositive(atMost(a, 27.5), false);
  const Lanes y = scaleBy(c.mantissa, c.n);
  return select(a < 0.5, 1.0 - erfNearZero(x), select(x < 0, 2.0 - y, y));
}

// erf⁻¹(x)/x is smooth in w = −log(1 − x²), and in √w towards x = 1 (Giles 2010).
Lanes erfInv(Lanes x) {
  const bool lite = !x.isF64();
  const Lanes v = lite ? widen(x) : x;
  const Lanes w = -logPositive(fma(-v, v, 1.0), lite), s = sqrt(w), t = w - 3.125, middle = s - 3.25;
  Lanes ratio = lite ? polynomial(middle, kErfInvMiddleLite) : polynomial(middle, kErfInvMiddle);
  if (!lite) ratio = select(s < 4, ratio, polynomial(s - 5.0, kErfInvFar));
  ratio = select(w < 6.25, lite ? polynomial(t, kErfInvCenterLite) : polynomial(t, kErfInvCenter), ratio);
  const Lanes a = abs(v), y = select(a < 1, v * ratio, select(a == 1, copysign(v.constant(kInfinity), v), kNaN));
  return lite ? narrow(y) : y;
}

}  // namespace fluxion::codegen::vector_math
