// The regularised incomplete beta function by its continued fraction (DLMF 8.17.22), on the side of the mean where that
// converges fast.
#include <cmath>
#include <limits>
#include <numbers>

#include "runtime/special_functions.h"

namespace fluxion::runtime::special {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kEpsilon = std::numeric_limits<double>::epsilon();
constexpr int kIterations = 100000;  // about √max(a, b) are needed

// x^a·(1 − x)^b / B(a, b). With x₀ = a/(a + b), the powers over their values at x₀ are
// exp(a·(log(1 + u) − u) + b·(log(1 + v) − v)), where x = x₀·(1 + u), 1 − x = (1 − x₀)·(1 + v) and a·u + b·v = 0.
double powers_over_beta(double a, double b, double x) {
  const double sum = a + b, lost = (a - (sum - b)) + (b - (sum - (sum - b)));
  const double product = x * sum;
  const double distance = (product - a) + (std::fma(x, sum, -product) + x * lost);  // (x − x₀)·(a + b)
  const double u = distance / a, v = -distance / b;
  const double exponent = a * log_minus(u, x * (sum / a)) + b * log_minus(v, (1 - x) * (sum / b)) +
                          stirling_error(sum) - stirling_error(a) - stirling_error(b);
  return std::exp(exponent) * std::sqrt(a / sum * b / (2 * std::numbers::pi));
}

// 1/(1 + d₁/(1 + d₂/(1 + …))), by Lentz's method.
double fraction(double a, double b, double x) {
  constexpr double kTiny = 1e-300;
  double c = 1, d = 1 - (a + b) * x / (a + 1);
  d = 1 / (d == 0 ? kTiny : d);
  double h = d;
  const auto step = [&](double numerator) {
    d = 1 + numerator * d;
    c = 1 + numerator / c;
    d = 1 / (d == 0 ? kTiny : d);
    if (c == 0) c = kTiny;
    h *= d * c;
    return std::fabs(d * c - 1);
  };
  for (int k = 1; k < kIterations; ++k) {
    const double m = k, even = a + 2 * m;
    step(m * ((b - m) * (x / even)) / (even - 1));
    if (step(-(a + m) * ((a + b + m) * (x / even)) / (even + 1)) < kEpsilon) break;
  }
  return h;
}

// NaN where the fraction is needed.
double at_edge(double a, double b, double x) {
  if (a == 0 && b == 0) return kNaN;
  if (std::isinf(a) && std::isinf(b)) return kNaN;
  if (x == 0) return 0;
  if (x == 1) return 1;
  if (a == 0 || std::isinf(b)) return 1;
  if (b == 0 || std::isinf(a)) return 0;
  return -1;
}

}  // namespace

double betainc(double a, double b, double x) {
  if (!(a >= 0 && b >= 0 && x >= 0 && x <= 1)) return kNaN;
  if (const double edge = at_edge(a, b, x); edge != -1) return edge;
  const double powers = powers_over_beta(a, b, x);
  if (x < (a + 1) / (a + b + 2)) return powers * fraction(a, b, x) / a;
  const double upper = powers * fraction(b, a, 1 - x) / b;
  // For tiny b little is left: the fraction for it converges there, too, if slower.
  return upper < 0.9 || x > 0.999 ? 1 - upper : powers * fraction(a, b, x) / a;
}

}  // namespace fluxion::runtime::special
