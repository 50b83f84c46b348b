// Each by series near 0 and by a rational function of 1/x² (or 1/x⁴) far from it, fitted to 1e-15 in f64; the functions
// around erfc by Weideman's expansion (1994, "Computation of the complex error function").
#include "fluxion/special_integrals.h"

#include <cmath>
#include <numbers>

#include "fluxion/complex.h"
#include "fluxion/custom.h"
#include "fluxion/numeric.h"
#include "fluxion/special.h"
#include "frontend/ops_internal.h"

namespace fluxion::special {

namespace {

constexpr double kPi = std::numbers::pi, kEuler = std::numbers::egamma;

// In a dtype that is wide enough, and back.
struct Wide {
  Array x;
  DType dtype;
  Array back(const Array &y) const { return astype(y, dtype); }
};
Wide widened(const Operand &operand) {
  Array a = asarray(operand);
  DType dtype = is_inexact(a.dtype()) ? a.dtype() : f32;
  if (is_complex(dtype))
    fail<DTypeError>(fmt::format("{} is complex: this function is of real numbers", to_string(a.type())));
  return {astype(a, dtype == f64 ? f64 : f32), dtype};
}
bool is_double(const Array &x) { return x.dtype() == f64 || x.dtype() == c128; }

Array horner(std::span<const double> c, const Array &x) {
  Array y = full_like(x, c.back());
  for (size_t i = c.size() - 1; i-- > 0;) y = y * x + c[i];
  return y;
}
Array rational(std::span<const double> p, std::span<const double> q, const Array &x) {
  return horner(p, x) / horner(q, x);
}

// Coefficients 1/(k!·k) and the like, by k.
template <class F>
std::vector<double> series(int terms, F coefficient) {
  std::vector<double> c;
  for (int k = 0; k < terms; ++k) c.push_back(coefficient(k));
  return c;
}
double factorial_of(int n) { return std::tgamma(n + 1.0); }

using Function = Array (*)(const Array &);

// `value` with the derivative `slope`, also in higher derivatives: a rule without state, so that a slope may use the
// function itself.
template <Function value, Function slope>
Array with_slope(const Array &x) {
  return custom_jvp(value, [](const Array &x, const Array &dx) { return std::pair(value(x), slope(x) * dx); })(x);
}

// Fitted to x·(Ci x·sin x + (π/2 − Si x)·cos x) and x²·((π/2 − Si x)·sin x − Ci x·cos x), of 1/x² for x ≥ 4
constexpr double kSiFP[] = {0.9999999999999999837, 927.8480157685917326, 311653.1934423617259, 49208643.16672030447,
                            3975154476.49397412,   167805005213.2839946, 3631592022012.740511, 37921304934552.77575,
                            168584673148317.5503,  243951439096258.8542, 50429190755067.90605};
constexpr double kSiFQ[] = {1.0,
                            929.8480157685905641,
                            313488.8894739124512,
                            49814024.59322749685,
                            4067887963.059491445,
                            174937093626.8084259,
                            3909958651968.642387,
                            43242193801196.41878,
                            214147750849951.5892,
                            389250074126677.4939,
                            160315312057802.6971};
constexpr double kSiGP[] = {0.9999999999999998668, 1036.033231601534281, 389869.0232191918878, 69148158.2838313532,
                            6283538738.750262368,  298220438385.1581566, 7229615014657.27355,  83801753517440.73545,
                            405319295673758.7569,  604136056716554.8456, 87181078724341.7029};
constexpr double kSiGQ[] = {1.0,
                            1042.033231601523878,
                            396001.2226089323728,
                            71404161.6310361667,
                            6669332531.09419795,
                            331325560974.3319903,
                            8668796208734.565748,
                            114379516542513.925,
                            696209193843415.0511,
                            1640666911675356.128,
                            989262824502381.4488};
// Fitted to πx·f and π²x³·g, of (πx²)^−2 for x ≥ 1.6, where S = ½ − f·cos − g·sin and C = ½ + f·sin − g·cos of πx²/2.
constexpr double kFresnelFP[] = {
    0.9999999999999999399, 2774.131085380780636, 2695815.011530798083, 1183553400.509836257, 252970982764.3671334,
    26472114053014.38956,  1295796185871369.395, 26530257349751109.37, 177655637073465457.7, 192386661888787064.7};
constexpr double kFresnelFQ[] = {1.0,
                                 2777.131085380768202,
                                 2704041.404787356996,
                                 1191384320.954682344,
                                 256288052672.8322386,
                                 27139016589085.54765,
                                 1358708995175765.251,
                                 29109555606413778.02,
                                 216101832643383895.0,
                                 325079546983858074.8};
constexpr double kFresnelGP[] = {
    0.9999999999999990826, 3125.922967708941031, 3437880.03530449768,  1714470895.353232597, 417196928123.4090944,
    49683862889568.29012,  2752214937892004.468, 62683389044960016.53, 443117810832491455.4, 370831177433792342.0};
constexpr double kFresnelGQ[] = {1.0,
                                 3140.922967708733407,
                                 3484048.879827731769,
                                 1763898591.235475318,
                                 440752970883.1271475,
                                 55004600518204.37009,
                                 3314376265023434.07,
                                 88401283490068404.78,
                                 870346911314871732.9,
                                 2034157175771215180.0};
}  // namespace

namespace {

// Below 0 it is −E₁(−x). Above, all terms of the series γ + log x + Σ xᵏ/(k·k!) are positive; far out e^x/x·Σ k!/xᵏ.
Array exponential_integral(const Array &x) {
  const bool twice = is_double(x);
  const double edge = twice ? 40 : 20;
  Array negative = x < 0.0, far = x >= edge;
  Array near = where(negative || far || x == 0.0, 1.0, x), beyond = where(far, x, edge);
  auto terms = series(twice ? 110 : 62, [](int k) { return 1 / ((k + 1.0) * factorial_of(k + 1)); });
  Array by_series = kEuler + log(near) + near * horner(terms, near);
  auto tail = series(twice ? 38 : 18, factorial_of);
  Array z = 1.0 / beyond, by_tail = exp(beyond) * z * horner(tail, z);
  Array below = -exp1(where(negative, -x, 1.0));
  Array y = where(negative, below, where(far, by_tail, by_series));
  y = where(x == 0.0, -INFINITY, where(x == INFINITY, INFINITY, where(x == -INFINITY, 0.0, y)));
  return where(x != x, x, y);
}
Array slope_of_ei(const Array &x) { return exp(x) / x; }

}  // namespace

Array expi(const Operand &operand) {
  At at(operand);
  Wide w = widened(operand);
  return w.back(with_slope<exponential_integral, slope_of_ei>(w.x));
}

namespace {

struct Auxiliary {
  Array f, g, sin, cos;
};
// Of x ≥ 4.
Auxiliary auxiliary_sici(const Array &x) {
  Array z = 1.0 / (x * x);
  return {rational(kSiFP, kSiFQ, z) / x, rational(kSiGP, kSiGQ, z) * z, fluxion::sin(x), fluxion::cos(x)};
}

Array sine_integral(const Array &x) {
  Array size = abs(x), far = size > 4.0, near = where(far, 0.0, x), beyond = where(far && size != INFINITY, size, 4.0);
  auto terms = series(is_double(x) ? 18 : 12,
                      [](int k) { return (k % 2 ? -1 : 1) / ((2 * k + 1.0) * factorial_of(2 * k + 1)); });
  Array by_series = near * horner(terms, near * near);
  Auxiliary a = auxiliary_sici(beyond);
  Array by_tail = where(size == INFINITY, kPi / 2, kPi / 2 - a.f * a.cos - a.g * a.sin);
  return where(far, sign(x) * by_tail, by_series);
}

Array cosine_integral(const Array &x) {
  Array far = x > 4.0, outside = x < 0.0, zero = x == 0.0;
  Array near = where(far || outside || zero, 1.0, x), beyond = where(far && x != INFINITY, x, 4.0);
  auto terms = series(is_double(x) ? 18 : 12,
                      [](int k) { return (k % 2 ? 1 : -1) / ((2 * k + 2.0) * factorial_of(2 * k + 2)); });
  Array z = near * near, by_series = kEuler + log(near) + z * horner(terms, z);
  Auxiliary a = auxiliary_sici(beyond);
  Array by_tail = where(x == INFINITY, 0.0, a.f * a.sin - a.g * a.cos);
  return where(outside || x != x, std::nan(""), where(zero, -INFINITY, where(far, by_tail, by_series)));
}

Array slope_of_si(const Array &x) { return sinc(x / kPi); }
Array slope_of_ci(const Array &x) { return fluxion::cos(x) / x; }

}  // namespace

SineCosineIntegrals sici(const Operand &operand) {
  At at(operand);
  Wide w = widened(operand);
  return {w.back(with_slope<sine_integral, slope_of_si>(w.x)), w.back(with_slope<cosine_integral, slope_of_ci>(w.x))};
}

namespace {

// S or C: series in x⁴ up to 1.6, and ½ plus or minus the auxiliary functions beyond.
Array fresnel_integral(const Array &x, bool of_sine) {
  Array size = abs(x), far = size > 1.6, endless = size > 1e6, near = where(far, 0.0, size),
        beyond = where(far && !endless, size, 1.6);
  const double half = kPi / 2;
  auto terms = series(is_double(x) ? 16 : 10, [&](int k) {
    const int n = of_sine ? 2 * k + 1 : 2 * k;
    return (k % 2 ? -1 : 1) * std::pow(half, n) / (factorial_of(n) * (2.0 * n + 1));
  });
  Array square = near * near, by_series = horner(terms, square * square) * near * (of_sine ? square : ones_like(near));
  // The phase πx²/2 has the period 4 in x².
  Array high = beyond * beyond, reduced = high - 4.0 * floor(high * 0.25), phase = half * reduced;
  Array t = 1.0 / (kPi * high), z = t * t;
  Array f = rational(kFresnelFP, kFresnelFQ, z) / (kPi * beyond);
  Array g = rational(kFresnelGP, kFresnelGQ, z) * t / (kPi * beyond);
  Array s = fluxion::sin(phase), c = fluxion::cos(phase);
  Array by_tail = of_sine ? 0.5 - f * c - g * s : 0.5 + f * s - g * c;
  return sign(x) * where(far, where(endless, 0.5, by_tail), by_series);
}

Array fresnel_sine(const Array &x) { return fresnel_integral(x, true); }
Array fresnel_cosine(const Array &x) { return fresnel_integral(x, false); }
Array slope_of_fresnel_sine(const Array &x) { return fluxion::sin(kPi / 2 * x * x); }
Array slope_of_fresnel_cosine(const Array &x) { return fluxion::cos(kPi / 2 * x * x); }

}  // namespace

FresnelIntegrals fresnel(const Operand &operand) {
  At at(operand);
  Wide w = widened(operand);
  return {w.back(with_slope<fresnel_sine, slope_of_fresnel_sine>(w.x)),
          w.back(with_slope<fresnel_cosine, slope_of_fresnel_cosine>(w.x))};
}

namespace {

// w(z) = 2·p(Z)/(L − iz)² + 1/√π/(L − iz) with Z = (L + iz)/(L − iz), for Im z ≥ 0: p's coefficients are those of a
// Fourier series.
struct Weideman {
  double l;
  std::vector<double> p;
  explicit Weideman(int n) : l(std::sqrt(n / std::sqrt(2.0))) {
    const int m = 2 * n;
    for (int k = 1; k <= n; ++k) {
      double sum = 0;
      for (int j = 1 - m; j < m; ++j) {
        const double theta = j * kPi / m, t = l * std::tan(theta / 2);
        sum += std::exp(-t * t) * (l * l + t * t) * std::cos(k * theta);
      }
      p.push_back(sum / (2 * m));
    }
  }
};
const Weideman &weideman(bool twice) {
  static const Weideman narrow(24), wide(40);
  return twice ? wide : narrow;
}

// Of `below` = L − iz and `above` = L + iz.
Array faddeeva(const Weideman &w, const Array &above, const Array &below) {
  return 2.0 * horner(w.p, above / below) / (below * below) + 1 / std::sqrt(kPi) / below;
}

// On the imaginary axis everything is real; erfcx(−x) = 2·e^(x²) − erfcx(x).
Array scaled_erfc(const Array &x) {
  const Weideman &w = weideman(is_double(x));
  Array size = abs(x), endless = size == INFINITY, safe = where(endless, 0.0, size);
  Array y = where(endless, 0.0, faddeeva(w, w.l - safe, w.l + safe));
  return where(x < 0.0, 2.0 * exp(x * x) - y, y);
}

Array faddeeva_everywhere(const Array &z) {
  const Weideman &w = weideman(is_double(z));
  Array lower = imag(z) < 0.0, up = where(lower, -z, z);
  Array iz = complex(-imag(up), real(up));
  Array y = faddeeva(w, w.l + iz, w.l - iz);
  Array below = where(lower, z, zeros_like(z));
  return where(lower, 2.0 * exp(-(below * below)) - y, y);
}

// √π/2·Im w(x); near 0, where that has few digits, x·Σ (−2x²)ᵏ/(1·3·5·…·(2k + 1)).
Array dawson(const Array &x) {
  Array size = abs(x), near = size < 0.6, small = where(near, x, 0.0), far = where(near || size == INFINITY, 1.0, x);
  double product = 1;
  auto terms = series(is_double(x) ? 18 : 9, [&](int k) { return product = k ? product * -2 / (2 * k + 1) : 1; });
  Array by_series = small * horner(terms, small * small);
  Array by_w = std::sqrt(kPi) / 2 * imag(faddeeva_everywhere(complex(far, zeros_like(far))));
  return where(near, by_series, where(size == INFINITY, 0.0, by_w));
}

Array slope_of_erfcx(const Array &x) { return 2.0 * x * erfcx(x) - 2 / std::sqrt(kPi); }
Array slope_of_dawsn(const Array &x) { return 1.0 - 2.0 * x * dawsn(x); }
Array slope_of_wofz(const Array &z) {
  Array zero = zeros_like(real(z));
  return -2.0 * z * wofz(z) + complex(zero, zero + 2 / std::sqrt(kPi));
}

}  // namespace

Array erfcx(const Operand &operand) {
  At at(operand);
  Wide w = widened(operand);
  return w.back(with_slope<scaled_erfc, slope_of_erfcx>(w.x));
}

Array dawsn(const Operand &operand) {
  At at(operand);
  Wide w = widened(operand);
  return w.back(with_slope<dawson, slope_of_dawsn>(w.x));
}

Array wofz(const Operand &operand) {
  At at(operand);
  Array z = asarray(operand);
  if (!is_complex(z.dtype())) {
    Wide w = widened(z);
    z = complex(w.x, zeros_like(w.x));
  }
  return with_slope<faddeeva_everywhere, slope_of_wofz>(z);
}

namespace {

// Nodes and weights of Gauß and Legendre on [0, 1], by Newton's method on the polynomial.
std::pair<std::vector<double>, std::vector<double>> legendre(int n) {
  std::vector<double> x, w;
  for (int i = 0; i < n; ++i) {
    double z = std::cos(kPi * (i + 0.75) / (n + 0.5)), slope = 1;
    for (int step = 0; step < 8; ++step) {
      double p = 1, before = 0;
      for (int k = 0; k < n; ++k) {
        const double next = ((2 * k + 1) * z * p - k * before) / (k + 1);
        before = p, p = next;
      }
      slope = n * (z * p - before) / (z * z - 1);
      z -= p / slope;
    }
    x.push_back((z + 1) / 2);
    w.push_back(1 / ((1 - z * z) * slope * slope));
  }
  return {x, w};
}

// For h ≥ 0 and 0 ≤ a ≤ 1. Beyond t = 9/h the integrand is less than the rounding error.
Array owens_integral(const Array &h, const Array &a) {
  const auto [nodes, weights] = legendre(is_double(h) ? 32 : 16);
  Array end = minimum(a, 9.0 / maximum(h, 1e-3)), sum = zeros_like(h), square = -0.5 * h * h;
  for (size_t i = 0; i < nodes.size(); ++i) {
    Array t = end * nodes[i], q = 1.0 + t * t;
    sum = sum + weights[i] * exp(square * q) / q;
  }
  return end * sum / (2 * kPi);
}

// T is even in h and odd in a; T(h, a) + T(ha, 1/a) = ½(Q(h) + Q(ha)) − Q(h)·Q(ha) for a > 0, with Q = 1 − Φ.
Array owens(const Array &h0, const Array &a0) {
  Array h = abs(h0), size = abs(a0), large = size > 1.0, endless = size == INFINITY;
  Array a = where(endless, 1.0, size), safe = where(large, a, 1.0), ha = h * safe;
  Array direct = owens_integral(where(large, ha, h), where(large, 1.0 / safe, a));
  Array q1 = ndtr(-h), q2 = ndtr(-ha);
  Array t = where(large, 0.5 * (q1 + q2) - q1 * q2 - direct, direct);
  return sign(a0) * where(endless, 0.5 * q1, t);
}

}  // namespace

Array owens_t(const Operand &h, const Operand &a) {
  At at(h, a);
  Array x = asarray(h), y = asarray(a);
  DType dtype = promote_types(x.dtype(), y.dtype());
  std::array<Shape, 2> shapes{x.shape(), y.shape()};
  Shape shape = detail::broadcast_shapes("owens_t", shapes);
  Wide first = widened(broadcast_to(astype(x, dtype), shape)), second = widened(broadcast_to(astype(y, dtype), shape));
  auto rule = [](const Array &h, const Array &a, const Array &dh, const Array &da) {
    Array square = -0.5 * h * h, q = 1.0 + a * a;
    Array by_h = -std::sqrt(0.125 / kPi) * exp(square) * erf(a * h * std::sqrt(0.5));
    return std::pair(owens(h, a), by_h * dh + exp(square * q) / (2 * kPi * q) * da);
  };
  return first.back(custom_jvp(owens, rule)(first.x, second.x));
}

}  // namespace fluxion::special
