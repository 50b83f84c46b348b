// Exact operations: the remainder of a division, and rounding.
#include <limits>

#include "codegen/cpu/vector_math_functions.h"

namespace fluxion::codegen::vector_math {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// r − trunc(r/y)·y for 0 ≤ r, 0 < y and r/y < 2⁵². The product has up to 106 bits, but the difference is a multiple of
// y's last place below y, so the fused operation is exact. A quotient rounded up to an integer is one too large.
Lanes reduceOnce(Lanes r, Lanes y) {
  const Lanes difference = fma(-trunc(r / y), y, r);
  return select(difference < 0, difference + y, difference);
}

// For f32 values in f64, whose quotient is below 2²⁷⁷: by multiples of y·2ʲ first, 2⁵⁰ times closer in each step. There
// y·2ʲ is exact and r stays a multiple of y's last place, so each step is exact as above.
Lanes reduceFar(Lanes r, Lanes y) {
  for (int step = 0; step < 6; ++step) {
    const Lanes quotient = larger(r / y, y.constant(0x1p50));
    const Lanes power = fromBits(toBits(quotient) & 0x7ff0000000000000) * 0x1p-50;
    r = reduceOnce(r, y * power);
  }
  return r;
}

}  // namespace

Lanes remainder(Lanes x, Lanes y) {
  const bool wide = x.isF64();
  const Lanes r = wide ? abs(x) : widen(abs(x)), d = wide ? abs(y) : widen(abs(y));
  const Lanes defined = (r < kInfinity) & (d > 0);
  const Lanes far = defined & (d < kInfinity) & (r / d >= 0x1p51);
  const Lanes near = select(d < kInfinity, reduceOnce(r, d), r);
  const Lanes magnitude = unlessRare(far, near, [&] { return wide ? callScalar("fmod", {r, d}) : reduceFar(r, d); });
  const Lanes checked = select(defined, magnitude, kNaN);
  return copysign(wide ? checked : narrow(checked), x);
}

// The fraction left by trunc is exact.
Lanes round(Lanes x) {
  const Lanes whole = trunc(x);
  const Lanes away = select(abs(x - whole) >= 0.5, whole + copysign(x.constant(1), x), whole);
  return copysign(away, x);
}

}  // namespace fluxion::codegen::vector_math
