// Hurwitz's zeta function by the Euler-Maclaurin formula (DLMF 25.11.5 with 2.10.1), and the polygamma functions, which
// are its multiples.
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "runtime/special_functions.h"

namespace fluxion::runtime::special {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kEpsilon = std::numeric_limits<double>::epsilon() / 8;

// B₂ⱼ / (2j)!
constexpr std::array<double, 14> kBernoulli = {
    1.0 / 12,
    -1.0 / 720,
    1.0 / 30240,
    -1.0 / 1209600,
    1.0 / 47900160,
    -5.284190138687493e-10,
    1.3382536530684679e-11,
    -3.3896802963225827e-13,
    8.586062056277845e-15,
    -2.174868698558062e-16,
    5.5090028283602295e-18,
    -1.3954464685812522e-19,
    3.534707039629467e-21,
    -8.953517427037546e-23,
};

// Σ over k ≥ 0 of power(q + k), where power(w) is (w/scale)^(−s): the first terms as they are, the rest as an integral
// with its corrections. Terms end where w is large beside s, or where what is left is too small to count.
template <class Power>
double euler_maclaurin(double s, double q, Power power) {
  const double enough = 14 + s / 2;
  double sum = 0, w = q;
  while (w < enough) {
    const double term = power(w);
    sum += term;
    if (term * (1 + w / (s - 1)) < kEpsilon * sum) return sum;
    w += 1;
  }
  const double last = power(w);
  sum += last * w / (s - 1) + last / 2;
  double factor = last * s / w;  // s·(s + 1)·…·(s + 2j − 2) / w^(2j − 1), times the last term
  for (size_t j = 0; j < kBernoulli.size(); ++j) {
    const double correction = kBernoulli[j] * factor;
    sum += correction;
    if (std::fabs(correction) < kEpsilon * sum) break;
    const double n = s + 2 * static_cast<double>(j);
    factor *= (n + 1) / w * ((n + 2) / w);
  }
  return sum;
}

// w^(−s): by products for the small integers of the first polygamma functions.
double inverse_power(double w, double s) {
  if (s > 8 || s != std::floor(s)) return std::pow(w, -s);
  double power = w;
  for (int i = 1; i < static_cast<int>(s); ++i) power *= w;
  return 1 / power;
}

double zeta_of_positive(double s, double q) {
  if (std::isinf(s)) return q > 1 ? 0 : q == 1 ? 1 : kInfinity;
  if (q > 1e17 * s) return std::pow(q, 1 - s) / (s - 1);  // the sum is the integral, and q^(−s) may be too small
  return euler_maclaurin(s, q, [s](double w) { return inverse_power(w, s); });
}

// log (q^s·ζ(s, q)), where ζ itself would overflow or underflow.
double log_scaled_zeta(double s, double q) {
  return std::log(euler_maclaurin(s, q, [s, q](double w) { return std::exp(-s * std::log1p((w - q) / q)); }));
}

// With q = f − m, 0 < f < 1, the first m terms are those of ζ(s, 1 − f) from its start, up to the sign (−1)^s.
double zeta_of_negative(double s, double q) {
  const double floor = std::floor(q), f = q - floor, m = -floor;
  const double reflected = zeta_of_positive(s, 1 - f) - zeta_of_positive(s, 1 - f + m);
  return zeta_of_positive(s, f) + (std::fmod(s, 2) == 0 ? reflected : -reflected);
}

bool is_integer(double x) { return x == std::floor(x); }

}  // namespace

double zeta(double x, double q) {
  if (std::isnan(x) || std::isnan(q)) return kNaN;
  if (x == 1) return kInfinity;
  if (x < 1) return kNaN;
  if (q > 0) return zeta_of_positive(x, q);
  if (is_integer(q)) return std::fmod(x, 2) == 0 ? kInfinity : kNaN;
  return is_integer(x) ? zeta_of_negative(x, q) : kNaN;
}

double digamma_of_positive(double x) {
  double sum = 0;
  while (x < 12) {  // ψ(x) = ψ(x + 1) − 1/x
    sum -= 1 / x;
    ++x;
  }
  // ψ(x) = log x − 1/(2x) − Σ B₂ⱼ / (2j·x²ʲ)
  const double z = 1 / (x * x);
  const double series =
      z * (1.0 / 12 - z * (1.0 / 120 -
                           z * (1.0 / 252 - z * (1.0 / 240 - z * (1.0 / 132 - z * (691.0 / 32760 - z * (1.0 / 12)))))));
  return sum + (std::log(x) - 0.5 / x - series);
}

// ψ⁽ⁿ⁾(x) = (−1)^(n + 1)·n!·ζ(n + 1, x); below 0, ψ(x) = ψ(1 − x) − π·cot πx.
double polygamma(double n, double x) {
  if (std::isnan(x) || !(n >= 0) || !is_integer(n)) return kNaN;
  if (n == 0) {
    if (x > 0) return digamma_of_positive(x);
    if (is_integer(x)) return kNaN;
    return digamma_of_positive(1 - x) - std::numbers::pi / std::tan(std::numbers::pi * (x - std::round(x)));
  }
  const double sign = std::fmod(n, 2) == 0 ? -1 : 1;
  const double factorial = std::tgamma(n + 1), z = zeta(n + 1, x);
  const bool in_range = std::isfinite(factorial) && z > std::numeric_limits<double>::min() && std::isfinite(z);
  if (in_range || !(x > 0 && std::isfinite(x))) return sign * factorial * z;
  return sign * std::exp(std::lgamma(n + 1) - (n + 1) * std::log(x) + log_scaled_zeta(n + 1, x));
}

}  // namespace fluxion::runtime::special
