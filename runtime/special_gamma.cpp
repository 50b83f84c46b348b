// The incomplete gamma functions and their derivatives by the first parameter: a power series below the mean, a
// continued fraction above it (DLMF 8.11.4 and 8.9.2), and for a ≥ 10⁴, where these would take long, Temme's uniform
// expansion (DLMF 8.12).
#include <cmath>
#include <limits>
#include <numbers>
#include <span>

#include "runtime/special_functions.h"

namespace fluxion::runtime::special {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kEpsilon = std::numeric_limits<double>::epsilon() / 4;
constexpr double kUniform = 1e4;     // from this a on, the uniform expansion
constexpr double kStirling = 20;     // from this a on, Γ(a) by Stirling's formula
constexpr int kIterations = 100000;  // never reached: about 10·√a are needed

// A number and its derivative by a.
struct Dual {
  double v, d = 0;
};
Dual operator+(Dual x, Dual y) { return {x.v + y.v, x.d + y.d}; }
Dual operator*(Dual x, Dual y) { return {x.v * y.v, x.d * y.v + x.v * y.d}; }
Dual operator/(Dual x, Dual y) { return {x.v / y.v, (x.d - x.v / y.v * y.d) / y.v}; }

// x^a·e^(−x) / Γ(a + 1).
double power_over_gamma(double a, double x) {
  if (x == 0) return a == 0 ? 1 : 0;
  if (a < kStirling || (a < 140 && a * std::fabs(std::log(x)) < 700)) {
    if (x > 1500) return 0;
    const double half = std::exp(-x / 2);  // the power may overflow before the product does
    return std::pow(x, a) * half / std::tgamma(a + 1) * half;
  }
  // a·log(x/a) − (x − a)
  return std::exp(a * log_minus((x - a) / a, x / a) - stirling_error(a)) / std::sqrt(2 * std::numbers::pi * a);
}

// log Γ(1 + a) for small a: the rounding of 1 + a is made good.
double log_gamma_of_one_plus(double a) {
  const double one = 1 + a, lost = a - (one - 1);
  return std::lgamma(one) + lost * digamma_of_positive(one);
}

// P(a, x) = x^a·e^(−x)/Γ(a + 1)·(1 + x/(a + 1) + x²/((a + 1)(a + 2)) + …)
double lower_series(double a, double x) {
  double term = 1, sum = 1;
  for (int k = 1; k < kIterations && term > kEpsilon * sum; ++k) {
    term *= x / (a + k);
    sum += term;
  }
  return power_over_gamma(a, x) * sum;
}

// Q(a, x) for small a and x, where 1 − P would cancel:
// 1 − x^a/Γ(a + 1) − a·x^a/Γ(a + 1)·Σ (−x)ᵏ/(k!·(a + k)).
double upper_series(double a, double x) {
  double term = 1, sum = 0;
  for (int k = 1; k < kIterations; ++k) {
    term *= -x / k;
    sum += term / (a + k);
    if (std::fabs(term) < kEpsilon * std::fabs(sum)) break;
  }
  const double log = a * std::log(x) - log_gamma_of_one_plus(a);
  return -std::expm1(log) - std::exp(log) * a * sum;
}

// How far a factor is from 1, with its derivative: where a is an integer, the fraction ends, but its derivative does
// not.
double change(double step) { return std::fabs(step - 1); }
double change(Dual step) { return std::fabs(step.v - 1) + std::fabs(step.d); }
double value(double x) { return x; }
double value(Dual x) { return x.v; }

// Γ(a, x)·x^(−a)·e^x = 1/(x + 1 − a − 1·(1 − a)/(x + 3 − a − 2·(2 − a)/(x + 5 − a − …))), by Lentz's method.
// T is double, or Dual for its derivative by a as well.
template <class T>
T upper_fraction(T a, double x) {
  const auto number = [](double v) { return T{v}; };
  const T tiny = number(1e-300);
  T b = number(x + 1) + number(-1) * a, d = number(1) / b, h = d, c = number(1e300);
  for (int k = 1; k < kIterations; ++k) {
    const T an = number(k) * (a + number(-k));
    b = b + number(2);
    d = an * d + b;
    c = b + an / c;
    d = number(1) / (value(d) == 0 ? tiny : d);
    if (value(c) == 0) c = tiny;
    const T step = d * c;
    h = h * step;
    if (change(step) < 8 * kEpsilon) break;
  }
  return h;
}

double upper_by_fraction(double a, double x) {
  const double h = upper_fraction(a, x);
  return power_over_gamma(a, x) * a * h;
}

// c₀ … c₄ of DLMF 8.12.12, as power series in η about 0; made from their recurrence in exact fractions.
constexpr double kC0[] = {
    -0.3333333333333333,    0.08333333333333333,    -0.014814814814814815,   0.0011574074074074073,
    0.0003527336860670194,  -0.0001787551440329218, 3.919263178522438e-05,   -2.185448510679992e-06,
    -1.85406221071516e-06,  8.296711340953087e-07,  -1.7665952736826078e-07, 6.707853543401498e-09,
    1.0261809784240309e-08, -4.382036018453353e-09, 9.14769958223679e-10,    -2.5514193994946248e-11,
    -5.830772132550426e-11, 2.4361948020667415e-11, -5.0276692801141755e-12, 1.1004392031956135e-13};
constexpr double kC1[] = {-0.001851851851851852,   -0.003472222222222222,   0.0026455026455026454,
                          -0.0009902263374485596,  0.00020576131687242798,  -4.018775720164609e-07,
                          -1.8098550334489977e-05, 7.64916091608111e-06,    -1.6120900894563446e-06,
                          4.647127802807434e-09,   1.378633446915721e-07,   -5.752545603517705e-08,
                          1.1951628599778148e-08,  -1.7543241719747647e-11, -1.0091543710600413e-09,
                          4.162792991842583e-10,   -8.56390702649298e-11};
constexpr double kC2[] = {0.004133597883597883,    -0.0026813271604938273, 0.0007716049382716049,
                          2.0093878600823047e-06,  -0.0001073665322636516, 5.2923448829120125e-05,
                          -1.2760635188618728e-05, 3.423578734096138e-08,  1.3721957309062934e-06,
                          -6.298992138380055e-07,  1.4280614206064242e-07};
constexpr double kC3[] = {0.0006494341563786008,  0.00022947209362139917, -0.0004691894943952557,
                          0.00026772063206283885, -7.561801671883977e-05, -2.396505113867297e-07};
constexpr double kC4[] = {-0.0008618882909167117, 0.0007840392217200666, -0.0002990724803031902};
constexpr std::span<const double> kTemme[] = {kC0, kC1, kC2, kC3, kC4};

// What the expansion is made of at (a, x): a·η²/2, η, and Σ cₖ(η)·a^(−k) with its derivatives by η and by 1/a.
struct Temme {
  double exponent, eta, sum, by_eta, by_inverse;
};
Temme temme(double a, double x) {
  const double u = (x - a) / a, half_square = -log_minus(u, x / a);
  Temme t{a * half_square, std::copysign(std::sqrt(2 * half_square), u), 0, 0, 0};
  double power = 1;
  for (size_t k = 0; k < std::size(kTemme); ++k) {
    double c = 0, slope = 0;
    for (size_t j = kTemme[k].size(); j-- > 0;) {
      slope = slope * t.eta + c;
      c = c * t.eta + kTemme[k][j];
    }
    t.sum += c * power;
    t.by_eta += slope * power;
    if (k + 1 < std::size(kTemme)) power /= a;
    if (k > 0) t.by_inverse += static_cast<double>(k) * c * std::pow(a, 1.0 - static_cast<double>(k));
  }
  return t;
}

// Whether the terms are exponentially small in what is computed, so that it is 0 or 1.
bool is_far(double a, double x) { return !(std::fabs(x - a) < 0.4 * a); }

// Q(a, x) = ½·erfc(η·√(a/2)) + e^(−aη²/2)/√(2πa)·Σ cₖ(η)·a^(−k); P has the other signs.
double uniform(double a, double x, bool lower) {
  if (is_far(a, x)) return (x < a) == lower ? 0 : 1;
  const Temme t = temme(a, x);
  const double y = std::copysign(std::sqrt(t.exponent), t.eta);
  const double rest = std::exp(-t.exponent) / std::sqrt(2 * std::numbers::pi * a) * t.sum;
  return lower ? std::erfc(-y) / 2 - rest : std::erfc(y) / 2 + rest;
}

// The derivative of that by a, over e^(−aη²/2)/√(2πa): with λ = x/a, d(aη²/2)/da = −log λ, dη/da = (1 − λ)/(aη).
double uniform_by_a(double a, double x) {
  const Temme t = temme(a, x);
  const double u = (x - a) / a, log = std::log1p(u);
  const bool middle = std::fabs(t.eta) < 1e-5;
  const double log_over_eta = middle ? 1 - t.eta / 6 : log / t.eta, u_over_eta = middle ? 1 + t.eta / 3 : u / t.eta;
  return -log_over_eta - (t.sum * (log - 0.5 / a) - t.by_eta * u_over_eta / a - t.by_inverse / (a * a));
}

// The derivative of P by a over x^a·e^(−x)/Γ(a + 1), for a below kUniform.
double scaled_by_a(double a, double x) {
  if (x <= std::fmax(1.5, a)) {
    // d/da of Σ tₖ is −Σ tₖ·(1/(a + 1) + … + 1/(a + k)).
    double term = 1, sum = 1, harmonic = 0, slope = 0;
    for (int k = 1; k < kIterations && term * (1 + harmonic) > kEpsilon * sum; ++k) {
      term *= x / (a + k);
      harmonic += 1 / (a + k);
      sum += term;
      slope -= term * harmonic;
    }
    return sum * (std::log(x) - digamma_of_positive(a + 1)) + slope;
  }
  const Dual h = upper_fraction(Dual{a, 1}, x);
  return -a * (h.v * (std::log(x) - digamma_of_positive(a)) + h.d);
}

bool is_outside(double a, double x) { return std::isnan(a) || std::isnan(x) || a < 0 || x < 0; }

// Where neither series nor fraction is needed; NaN if it is.
double lower_at_edge(double a, double x) {
  if (a == 0) return x == 0 ? kNaN : 1;
  if (std::isinf(x)) return 1;
  if (x == 0 || std::isinf(a)) return 0;
  return -1;
}

double upper(double a, double x) {
  if (a >= kUniform) return uniform(a, x, false);
  if (x > 1.1) return x < a ? 1 - lower_series(a, x) : upper_by_fraction(a, x);
  // Q < ½ or so, where 1 − P would lose digits, only for small a.
  const bool small = x <= 0.5 ? a < -0.4 / std::log(x) : a <= 1.1 * x;
  return small ? upper_series(a, x) : 1 - lower_series(a, x);
}

}  // namespace

double log_minus(double u, double one_plus_u) {
  if (!(std::fabs(u) < 0.5)) return std::log(one_plus_u) - u;
  // log(1 + u) = 2·artanh r with r = u/(2 + u), and 2r − u = −u·r.
  const double r = u / (2 + u), square = r * r;
  double power = r * square, sum = 0;
  for (int k = 3; k < 64; k += 2, power *= square) {
    const double term = power / k;
    sum += term;
    if (std::fabs(term) <= kEpsilon * std::fabs(sum)) break;
  }
  return 2 * sum - u * r;
}

double stirling_error(double a) {
  double sum = 0;
  while (a < 10) {  // the error at a less that at a + 1
    sum += (a + 0.5) * std::log1p(1 / a) - 1;
    ++a;
  }
  const double z = 1 / (a * a);
  const double series =
      (1.0 / 12 -
       z * (1.0 / 360 -
            z * (1.0 / 1260 -
                 z * (1.0 / 1680 - z * (1.0 / 1188 - z * (691.0 / 360360 - z * (1.0 / 156 - z * 3617.0 / 122400))))))) /
      a;
  return sum + series;
}

double igamma(double a, double x) {
  if (is_outside(a, x)) return kNaN;
  if (std::isinf(a) && std::isinf(x)) return 1;
  if (const double edge = lower_at_edge(a, x); edge != -1) return edge;
  if (a >= kUniform) return uniform(a, x, true);
  return x > 1 && x > a ? 1 - upper(a, x) : lower_series(a, x);
}

double igammac(double a, double x) {
  if (is_outside(a, x)) return kNaN;
  if (std::isinf(a) && std::isinf(x)) return 0;
  if (const double edge = lower_at_edge(a, x); edge != -1) return 1 - edge;
  return upper(a, x);
}

double igamma_grad_a(double a, double x) {
  if (is_outside(a, x) || a == 0 || std::isinf(a)) return kNaN;
  if (x == 0 || std::isinf(x)) return 0;
  if (a < kUniform) return power_over_gamma(a, x) * scaled_by_a(a, x);
  if (is_far(a, x)) return 0;
  return std::exp(a * log_minus((x - a) / a, x / a)) / std::sqrt(2 * std::numbers::pi * a) * uniform_by_a(a, x);
}

// ∂P/∂x = x^(a − 1)·e^(−x)/Γ(a), so that the factor before both derivatives cancels but for x/a.
double random_gamma_grad(double a, double x) {
  if (is_outside(a, x) || a == 0 || std::isinf(a) || std::isinf(x)) return kNaN;
  if (x == 0) return 0;
  if (a < kUniform) return -scaled_by_a(a, x) * (x / a);
  // x^a·e^(−x)/Γ(a + 1) = e^(−aη²/2)/√(2πa)·e^(−stirling_error(a)). A sample that far off is none of this distribution.
  if (is_far(a, x)) return x / a;
  return -uniform_by_a(a, x) * std::exp(stirling_error(a)) * (x / a);
}

}  // namespace fluxion::runtime::special
