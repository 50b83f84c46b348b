#include "codegen/reference/special.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace fluxion::codegen::reference {
namespace {

// A first guess within 0.002 of the inverse, relatively: S. Winitzki, "A handy approximation for the error function and
// its inverse" (2008).
double guessInverseErf(double x) {
  const double a = 0.147, log = std::log1p(-x * x), half = 2 / (std::numbers::pi * a) + log / 2;
  return std::copysign(std::sqrt(std::sqrt(half * half - log / a) - half), x);
}

}  // namespace

double inverseErf(double x) {
  if (!(std::fabs(x) < 1))
    return std::fabs(x) == 1 ? std::copysign(std::numeric_limits<double>::infinity(), x) : std::nan("");
  if (x == 0) return x;
  double y = guessInverseErf(x);
  for (int i = 0; i < 4; ++i) {
    // Halley's step for erf(y) = x; in the tails erfc keeps the digits that erf has lost.
    const double error = std::fabs(x) < 0.5 ? std::erf(y) - x
                         : x > 0            ? (1 - x) - std::erfc(y)
                                            : std::erfc(-y) - (1 + x);
    const double step = error * std::sqrt(std::numbers::pi) / 2 * std::exp(y * y);
    y -= step / (1 + y * step);
  }
  return y;
}

// In long double: near its zeros the sum keeps few of its terms' digits.
double digamma(double argument) {
  using Wide = long double;
  if (argument <= 0 && argument == std::floor(argument)) return std::numeric_limits<double>::quiet_NaN();  // a pole
  Wide x = argument, sum = 0;
  if (x < 0) {  // ψ(x) = ψ(1 − x) − π cot πx, with πx reduced first, exactly: close to a pole each digit counts
    const Wide past = x - std::round(x);
    sum = -std::numbers::pi_v<Wide> / std::tan(std::numbers::pi_v<Wide> * past);
    x = 1 - x;
  }
  for (; x < 12; ++x) sum -= 1 / x;  // ψ(x) = ψ(x + 1) − 1 / x
  // The asymptotic series: log x − 1/2x − Σ B₂ₖ / 2k x²ᵏ.
  const Wide z = 1 / (x * x);
  const Wide series =
      z *
      (1.L / 12 - z * (1.L / 120 - z * (1.L / 252 - z * (1.L / 240 - z * (1.L / 132 - z * (691.L / 32760 - z / 12))))));
  return static_cast<double>(sum + std::log(x) - 0.5L / x - series);
}

}  // namespace fluxion::codegen::reference
