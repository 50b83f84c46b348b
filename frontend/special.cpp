// Special functions that are compositions. What a branch is not meant for it does not see: its operand is replaced
// there, or derivatives would be NaN.
#include "fluxion/special.h"

#include <cmath>
#include <numbers>

#include "frontend/ops_internal.h"

namespace fluxion::special {
namespace {

// As an array of floats.
Array inexact(const Operand &x) {
  Array a = asarray(x);
  return is_inexact(a.dtype()) ? a : astype(a, f32);
}

// Of the dtype and shape that both promote to.
std::pair<Array, Array> promoted(std::string_view op, const Operand &x, const Operand &y) {
  Array a = asarray(x), b = asarray(y);
  DType dtype = !x.is_array() && y.is_array()   ? inexact(y).dtype()
                : x.is_array() && !y.is_array() ? inexact(x).dtype()
                                                : promote_types(a.dtype(), b.dtype());
  if (!is_inexact(dtype)) dtype = f32;
  a = detail::as_scalar(x, dtype);
  b = detail::as_scalar(y, dtype);
  std::array<Shape, 2> shapes{a.shape(), b.shape()};
  Shape shape = detail::broadcast_shapes(op, shapes);
  return {broadcast_to(a, shape), broadcast_to(b, shape)};
}

// The sign of Γ(x): below 0 it alternates from one integer to the next. NaN at the poles.
Array gamma_sign(const Array &x) {
  Array whole = floor(x), odd = whole - floor(whole * 0.5) * 2.0;
  Array below = where(whole == x, std::nan(""), 1.0 - odd * 2.0);
  return where(x < 0, astype(below, x.dtype()), ones_like(x));
}

// log Γ(x) − [(x − ½)·log x − x + ½·log 2π] for x ≥ 10: Σ B₂ₖ/(2k(2k − 1))·x^(1 − 2k).
Array stirling_error(const Array &x) {
  Array z = 1.0 / (x * x);
  return (((((z * (-691.0 / 360360) + 1.0 / 1188) * z - 1.0 / 1680) * z + 1.0 / 1260) * z - 1.0 / 360) * z + 1.0 / 12) /
         x;
}

}  // namespace

Array gamma(const Operand &x) {
  At at(x);
  Array a = inexact(x);
  return gamma_sign(a) * exp(gammaln(a));
}

Array gammasgn(const Operand &x) {
  At at(x);
  return gamma_sign(inexact(x));
}

Array factorial(const Operand &n) {
  At at(n);
  Array a = inexact(n), safe = where(a < 0, 0.0, a);
  return where(a < 0, 0.0, exp(gammaln(safe + 1.0)));
}

Array multigammaln(const Operand &a, int64_t d) {
  At at(a);
  if (d < 1) fail<ShapeError>(fmt::format("multigammaln: there is no dimension {}", d));
  Array x = inexact(a);
  Array shifts = astype(arange(d), x.dtype()) * 0.5, each = gammaln(expand_dims(x, -1) - shifts);
  return sum(each, -1) + 0.25 * static_cast<double>(d) * static_cast<double>(d - 1) * std::log(std::numbers::pi);
}

// For large b, log Γ(b) − log Γ(a + b) is taken from Stirling's formula, where the large terms cancel on paper.
Array betaln(const Operand &x, const Operand &y) {
  At at(x, y);
  auto [a, b] = promoted("betaln", x, y);
  Array low = minimum(a, b), high = maximum(a, b);
  Array large = high >= 10.0, both = low >= 10.0;
  Array q = where(large, high, 10.0), p = where(large, low, 1.0);
  Array tail = stirling_error(q) - stirling_error(p + q);
  Array one = gammaln(p) - (q - 0.5) * log1p(p / q) - p * log(p + q) + p + tail;
  Array r = where(both, low, 10.0);
  Array two = 0.5 * std::log(2 * std::numbers::pi) - 0.5 * log(r) - r * log1p(q / r) - (q - 0.5) * log1p(r / q) +
              stirling_error(r) + stirling_error(q) - stirling_error(r + q);
  Array s = where(large, 1.0, low), t = where(large, 1.0, high);
  return where(both, two, where(large, one, gammaln(s) + gammaln(t) - gammaln(s + t)));
}

Array beta(const Operand &x, const Operand &y) {
  At at(x, y);
  auto [a, b] = promoted("beta", x, y);
  return gamma_sign(a) * gamma_sign(b) * gamma_sign(a + b) * exp(betaln(a, b));
}

Array i0(const Operand &x) {
  At at(x);
  return exp(abs(x)) * i0e(x);
}
Array i1(const Operand &x) {
  At at(x);
  return exp(abs(x)) * i1e(x);
}

namespace {

// E₁ for 0 < x ≤ 2: −γ − log x − Σ (−x)ᵏ/(k·k!). From it follow the others, nEₙ₊₁ = e^(−x) − x·Eₙ.
Array expn_by_series(int64_t n, const Array &x) {
  const int terms = x.dtype() == f64 ? 26 : 14;
  Array sum = zeros_like(x);
  double factorial = std::tgamma(terms + 1.0);
  for (int k = terms; k > 0; factorial /= k, --k) sum = (sum + (k % 2 ? 1.0 : -1.0) / (k * factorial)) * x;
  Array y = sum - log(x) - std::numbers::egamma, e = exp(-x);
  for (int64_t k = 1; k < n; ++k) y = (e - x * y) / static_cast<double>(k);
  return y;
}

// e^(−x)/(x + n − 1·n/(x + n + 2 − 2(n + 1)/(x + n + 4 − …))), DLMF 8.19.17 contracted, from a late fraction back.
Array expn_by_fraction(int64_t n, const Array &x) {
  const auto order = static_cast<double>(n);
  const int fractions = x.dtype() == f64 ? 40 : 12;
  Array below = x + (order + 2 * fractions);
  for (int k = fractions; k > 0; --k) below = x + (order + 2 * k - 2) - k * (order + k - 1) / below;
  return exp(-x) / below;
}

}  // namespace

Array expn(int64_t n, const Operand &x) {
  At at(x);
  if (n < 0) fail<ShapeError>(fmt::format("expn: there is no order {}", n));
  Array a = inexact(x), zero = a == 0.0, outside = a < 0.0;
  if (n == 0) return where(outside, std::nan(""), exp(-a) / a);
  // For large n the recurrence would lose what the fraction finds soon.
  Array near = n > 8 ? zero : a <= 2.0, safe = where(zero || outside, 1.0, a);
  Array far = expn_by_fraction(n, where(near, 2.0, safe));
  Array y = n > 8 ? far : where(near, expn_by_series(n, where(near, safe, 1.0)), far);
  const double at_zero = n == 1 ? INFINITY : 1.0 / static_cast<double>(n - 1);
  return where(outside, std::nan(""), where(zero, at_zero, where(a == INFINITY, 0.0, y)));
}

namespace {

// Li₂(1 − e^(−u)) = u − u²/4 + Σ B₂ₖ·u^(2k + 1)/(2k + 1)!, for |u| ≤ log 2.
Array dilogarithm(const Array &u) {
  constexpr double kSeries[] = {1.0 / 36,          -1.0 / 3600,          1.0 / 211680,         -1.0 / 10886400,
                                1.0 / 526901760.0, -4.0647616451442e-11, 8.921691020456452e-13};
  Array z = u * u, sum = full_like(u, kSeries[6]);
  for (int k = 5; k >= 0; --k) sum = sum * z + kSeries[k];
  return u - z * 0.25 + u * z * sum;
}

}  // namespace

// For x > 2 at 1/x: their values sum to −½·log² x. For x < ½ at 1 − x: they sum to π²/6 − log x·log(1 − x).
Array spence(const Operand &x) {
  At at(x);
  Array a = inexact(x), large = a > 2.0, endless = a == INFINITY;
  Array p = where(large, 1.0 / where(large && !endless, a, 2.0), a), small = p < 0.5, zero = p == 0.0;
  Array inside = where(small, 1.0 - p, p), logarithm = log(inside), series = dilogarithm(-logarithm);
  Array q = where(small && !zero, p, 0.5);
  Array y =
      where(small, std::numbers::pi * std::numbers::pi / 6 - where(zero, 0.0, log(q) * logarithm) - series, series);
  Array square = log(where(large, a, 2.0));
  return where(large, -0.5 * square * square - y, y);
}

Array ndtr(const Operand &x) {
  At at(x);
  return 0.5 * erfc(inexact(x) * -std::sqrt(0.5));
}

namespace {

// log(Φ(x)·(−x)/φ(x)) for x far below 0: log(1 − 1/x² + 1·3/x⁴ − 1·3·5/x⁶ + …).
Array log_tail_series(const Array &x) {
  Array z = -1.0 / (x * x);
  Array sum = zeros_like(x);
  for (int k = 8; k > 0; --k) sum = (sum + 1.0) * (z * static_cast<double>(2 * k - 1));
  return log1p(sum);
}

}  // namespace

// Where Φ underflows it is replaced by its asymptotic series, and near 1 by 1 − Φ.
Array log_ndtr(const Operand &x) {
  At at(x);
  Array a = inexact(x);
  const double far = a.dtype() == f64 ? -30 : a.dtype() == f16 ? -3.5 : -12;
  Array below = a<far, above = a> - 1.0;
  Array t = where(below, a, far * 2);
  Array tail = log_tail_series(t) - t * t * 0.5 - log(-t) - 0.5 * std::log(2 * std::numbers::pi);
  Array middle = log(ndtr(where(below || above, -1.0, a)));
  Array head = log1p(-ndtr(where(above, -a, 0.0)));
  return where(below, tail, where(above, head, middle));
}

// Below 0.1 by Newton's method on log Φ, from formula 26.2.23 of Abramowitz & Stegun. Two steps give both the digits
// and, since they are differentiated, the derivatives to third order.
Array ndtri(const Operand &x) {
  At at(x);
  Array p = inexact(x);
  Array upper = p > 0.5, low = where(upper, 1.0 - p, p), tail = (low > 0.0) && (low < 0.1);
  Array safe = where(tail, low, 0.05), logarithm = log(safe);
  Array t = stop_gradient(sqrt(logarithm * -2.0));
  Array z = ((t * 0.010328 + 0.802853) * t + 2.515517) / (((t * 0.001308 + 0.189269) * t + 1.432788) * t + 1.0) - t;
  for (int step = 0; step < 2; ++step) {
    Array value = log_ndtr(z);
    Array slope = exp(z * z * -0.5 - 0.5 * std::log(2 * std::numbers::pi) - value);
    z = z - (value - logarithm) / slope;
  }
  Array middle = erf_inv(where(tail, 0.5, p) * 2.0 - 1.0) * std::numbers::sqrt2;  // ±inf at 0 and 1, NaN beyond
  return where(tail, where(upper, -z, z), middle);
}

Array logit(const Operand &x) {
  At at(x);
  Array p = inexact(x);
  return log(p / (1.0 - p));
}

Array xlogy(const Operand &x, const Operand &y) {
  At at(x, y);
  auto [a, b] = promoted("xlogy", x, y);
  Array unbounded = (a == 0.0) && ((b <= 0.0) || (b == INFINITY));
  return a * log(where(unbounded, 1.0, b));
}

Array xlog1py(const Operand &x, const Operand &y) {
  At at(x, y);
  auto [a, b] = promoted("xlog1py", x, y);
  Array unbounded = (a == 0.0) && ((b <= -1.0) || (b == INFINITY));
  return a * log1p(where(unbounded, 0.0, b));
}

// At 0 it is √x, which has the value and the (infinite) derivative there.
Array entr(const Operand &x) {
  At at(x);
  Array a = inexact(x);
  Array positive = a > 0.0, zero = a == 0.0, safe = where(positive, a, 1.0);
  Array edge = where(zero, sqrt(where(zero, a, 1.0)), where(isnan(a), a, -INFINITY));
  return where(positive, -safe * log(safe), edge);
}

Array rel_entr(const Operand &x, const Operand &y) {
  At at(x, y);
  auto [p, q] = promoted("rel_entr", x, y);
  Array inside = (p > 0.0) && (q > 0.0), zero = (p == 0.0) && (q >= 0.0);
  Array a = where(inside, p, 1.0), b = where(inside, q, 1.0);
  Array otherwise = where(isnan(p) || isnan(q), p + q, INFINITY);
  return where(inside, a * log(a / b), where(zero, 0.0, otherwise));
}

Array kl_div(const Operand &x, const Operand &y) {
  At at(x, y);
  auto [p, q] = promoted("kl_div", x, y);
  return rel_entr(p, q) - p + q;
}

Array softmax(const Operand &x, Axes axes) {
  At at(x);
  Array a = inexact(x), e = exp(a - stop_gradient(max(a, axes, keepdims)));
  return e / sum(e, axes, keepdims);
}

Array log_softmax(const Operand &x, Axes axes) {
  At at(x);
  Array a = inexact(x), shifted = a - stop_gradient(max(a, axes, keepdims));
  return shifted - log(sum(exp(shifted), axes, keepdims));
}

}  // namespace fluxion::special

namespace fluxion {

Array reduce_precision(const Operand &x, int64_t exponent_bits, int64_t mantissa_bits) {
  At at(x);
  Array a = asarray(x);
  if (!is_float(a.dtype()) || size_of(a.dtype()) == 1)
    fail<DTypeError>(fmt::format("reduce_precision: {} is no float of 16 bits or more", name(a.dtype())));
  return stage("fx.reduce_precision", {a}, {{"exponent_bits", exponent_bits}, {"mantissa_bits", mantissa_bits}});
}

}  // namespace fluxion
