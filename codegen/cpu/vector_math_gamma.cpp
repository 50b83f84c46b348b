// log |Γ| and its derivative, by recurrence up to arguments where Stirling's series holds, and reflection below 0.
// In f64 throughout; f32 results are rounded from it.
#include <array>
#include <limits>

#include "codegen/cpu/vector_math_coefficients.h"
#include "codegen/cpu/vector_math_functions.h"

namespace fluxion::codegen::vector_math {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kPi = 0x1.921fb54442d18p1;
constexpr double kLogPi = 0x1.250d048e7a1bdp0, kHalfLogTwoPi = 0x1.d67f1c864beb5p-1;
constexpr int kShift = 5;  // from 3 to 8

constexpr int kDigammaShift = 8;

// B₂ₖ/(2k·(2k − 1)): log Γ(z) = (z − ½)·log z − z + ½·log 2π + Σ c[k]·z^(1 − 2k).
constexpr std::array<double, 8> kLogGammaSeries = {1.0 / 12,   -1.0 / 360,      1.0 / 1260, -1.0 / 1680,
                                                   1.0 / 1188, -691.0 / 360360, 1.0 / 156,  -3617.0 / 122400};
// −B₂ₖ/(2k): ψ(z) = log z − 1/(2z) + Σ c[k]·z^(−2k).
constexpr std::array<double, 8> kDigammaSeries = {-1.0 / 12,  1.0 / 120,     -1.0 / 252, 1.0 / 240,
                                                  -1.0 / 132, 691.0 / 32760, -1.0 / 12,  3617.0 / 8160};

Lanes isPole(Lanes x) { return (x <= 0) & (trunc(x) == x); }

Lanes lgammaInDouble(Lanes x) {
  const Lanes a = abs(x), low = a < 1, near = a < 3, few = a < 3 + kShift;
  // log Γ(a) = base − log product, where product = Γ(b)/Γ(a) moves a to where base = log Γ(b) is known.
  Lanes product = a;
  for (int i = 1; i < kShift; ++i) product = product * (a + i);
  product = select(low, a, select(near, 1.0, select(few, product, 1.0)));
  const Lanes z = select(few, a + kShift, a), inverse = 1.0 / z;
  const Lanes series = inverse * polynomial(inverse * inverse, kLogGammaSeries);
  const Lanes far = fma(z - 0.5, logPositive(z, false), (kHalfLogTwoPi + series) - z);
  // Between 1 and 3 the zeros at 1 and 2 are factored out: (w − 1)·(w − 2)·R(w − 2).
  const Lanes t = select(low, a - 1.0, a - 2.0), w = select(low, a, a - 1.0);
  const Lanes base = select(near, fma(w * t, polynomial(t, kLgamma), 0.0), far);
  // Γ(x)·Γ(−x) = −π/(x·sin πx).
  const Lanes negative = x < 0;
  const Lanes reflected = product / (a * abs(sinCosPi(a).sin));
  const Lanes logarithm = logPositive(select(negative, reflected, product), false);
  const Lanes y = select(negative, kLogPi - base + logarithm, base - logarithm);
  return select(isPole(x) | (a == kInfinity), kInfinity, y);
}

Lanes digammaInDouble(Lanes x) {
  const Lanes negative = x < 0;
  const Lanes a = abs(x), few = a < kDigammaShift;
  // Σ 1/(a + i) as one fraction, by (n/d) + 1/(a + i) = (n·(a + i) + d)/(d·(a + i)). For negative x the sum starts at
  // a + 1: ψ(x) = ψ(1 + a) + π/tan(πa) at x = −a.
  Lanes numerator = x.constant(1), denominator = select(negative, a + 1.0, a);
  const Lanes start = denominator;
  for (int i = 1; i < kDigammaShift; ++i) {
    const Lanes next = start + i;
    numerator = fma(numerator, next, denominator);
    denominator = denominator * next;
  }
  const Lanes z = select(few, start + kDigammaShift, start), inverse = 1.0 / z, square = inverse * inverse;
  const Lanes series = fma(square, polynomial(square, kDigammaSeries), inverse * -0.5);
  const Lanes y = logPositive(z, false) + (series - select(few, numerator / denominator, 0.0));
  const SinCos at = sinCosPi(a);
  const Lanes reflected = y + kPi * at.cos / at.sin;
  const Lanes result = select(negative, reflected, y);
  return select(isPole(x), kNaN, select(x == kInfinity, x, result));
}

}  // namespace

Lanes lgamma(Lanes x) { return x.isF64() ? callScalar("lgamma", x) : narrow(lgammaInDouble(widen(x))); }

Lanes digamma(Lanes x) { return x.isF64() ? digammaInDouble(x) : narrow(digammaInDouble(widen(x))); }

}  // namespace fluxion::codegen::vector_math
