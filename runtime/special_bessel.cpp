// Modified Bessel functions: the power series, whose terms all have one sign, and from 24 on Hankel's asymptotic one
// (DLMF 10.25.2 and 10.40.1), whose least term is about e^(−2x).
#include <cmath>
#include <limits>
#include <numbers>

#include "runtime/special_functions.h"

namespace fluxion::runtime::special {
namespace {

constexpr double kEpsilon = std::numeric_limits<double>::epsilon() / 4;
constexpr double kFar = 24;

// Iₙ(x) = (x/2)ⁿ·Σ (x²/4)ᵏ / (k!·(k + n)!), without the first factor.
double power_series(int order, double x) {
  const double quarter = x * x / 4;
  double term = 1, sum = 1;
  for (int k = 1; term > kEpsilon * sum; ++k) {
    term *= quarter / (static_cast<double>(k) * (k + order));
    sum += term;
  }
  return sum;
}

// √(2πx)·e^(−x)·Iₙ(x) = 1 − (4n² − 1)/(8x) + (4n² − 1)(4n² − 9)/(2!·(8x)²) − …
double hankel_series(int order, double x) {
  const double mu = 4.0 * order * order;
  double term = 1, sum = 1;
  for (int k = 1; k < 40 && std::fabs(term) > kEpsilon; ++k) {
    const double odd = 2 * k - 1;
    term *= (odd * odd - mu) / (8 * x * k);
    sum += term;
  }
  return sum;
}

double scaled(int order, double a) {
  if (a < kFar) return (order ? a / 2 : 1) * (power_series(order, a) * std::exp(-a));
  return hankel_series(order, a) / std::sqrt(2 * std::numbers::pi * a);
}

}  // namespace

double bessel_i0e(double x) { return std::isnan(x) ? x : scaled(0, std::fabs(x)); }
double bessel_i1e(double x) { return std::isnan(x) ? x : std::copysign(scaled(1, std::fabs(x)), x); }

}  // namespace fluxion::runtime::special
