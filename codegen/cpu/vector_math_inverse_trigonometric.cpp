// asin, acos, atan, atan2: odd polynomials on a short interval around 0, and identities that lead there.
#include <limits>

#include "codegen/cpu/vector_math_coefficients.h"
#include "codegen/cpu/vector_math_functions.h"

namespace fluxion::codegen::vector_math {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// π/2 in two parts.
struct HalfPi {
  double hi, lo;
};
HalfPi halfPi(Lanes like) {
  return like.isF64() ? HalfPi{0x1.921fb54442d18p0, 0x1.1a62633145c07p-54} : HalfPi{0x1.921fb6p0, -0x1.777a5cp-25};
}

// For |x| ≤ 1/2: asin x = u + tail with u = x, z = x². Above, asin x = π/2 − 2·asin √z with z = (1 − |x|)/2, since
// cos 2t = 1 − 2·sin² t; u = √z then.
struct Arc {
  Lanes upper, u, tail;
};
Arc arc(Lanes x) {
  const Lanes a = abs(x), upper = a > 0.5;
  const Lanes z = select(upper, fma(a, -0.5, 0.5), a * a);
  const Lanes u = select(upper, sqrt(z), a);
  return {upper, u, u * z * (x.isF64() ? polynomial(z, kAsinF64) : polynomial(z, kAsinF32))};
}

}  // namespace

Lanes asin(Lanes x) {
  const auto [hi, lo] = halfPi(x);
  const auto [upper, u, tail] = arc(x);
  const Lanes high = hi - (2.0 * u - fma(tail, -2.0, lo));
  return copysign(select(upper, high, u + tail), x);
}

// π/2 − asin x for |x| ≤ 1/2; 2·asin √z above; π − 2·asin √z below.
Lanes acos(Lanes x) {
  const auto [hi, lo] = halfPi(x);
  const auto [upper, u, tail] = arc(x);
  const Lanes middle = hi - (copysign(u, x) - (lo - copysign(tail, x)));
  const Lanes low = 2.0 * (hi - (u + (tail - lo)));
  return select(upper, select(x < 0, low, 2.0 * (u + tail)), middle);
}

Lanes atan(Lanes x) { return atan2(x, x.constant(1)); }

// atan of the smaller over the larger of |x| and |y|, then reflected into the octant.
Lanes atan2(Lanes y, Lanes x) {
  const auto [hi, lo] = halfPi(x);
  const Lanes ax = abs(x), ay = abs(y), steep = ay > ax;
  const Lanes least = select(steep, ax, ay), most = select(steep, ay, ax);
  Lanes q = select(least == kInfinity, 1.0, least / most);
  q = select(most == 0, 0.0, q);
  const Lanes z = q * q;
  const Lanes angle = fma(q * z, x.isF64() ? polynomial(z, kAtanF64) : polynomial(z, kAtanF32), q);
  const Lanes first = select(steep, hi - (angle - lo), angle);
  const Lanes whole = select(toBits(x) < 0, 2.0 * hi - (first - 2.0 * lo), first);
  return select(x == x, select(y == y, copysign(whole, y), y), x);
}

}  // namespace fluxion::codegen::vector_math
