#include "fluxion/special_counting.h"

#include <cmath>
#include <numbers>

#include "fluxion/complex.h"
#include "fluxion/special.h"
#include "fluxion/statistics.h"
#include "frontend/ops_internal.h"

namespace fluxion::special {

namespace {

std::pair<Array, Array> promoted(std::string_view op, const Operand &x, const Operand &y) {
  Array a = asarray(x), b = asarray(y);
  DType dtype = !y.is_array() ? a.dtype() : !x.is_array() ? b.dtype() : promote_types(a.dtype(), b.dtype());
  if (!is_inexact(dtype)) dtype = f32;
  std::array<Shape, 2> shapes{a.shape(), b.shape()};
  Shape shape = detail::broadcast_shapes(op, shapes);
  return {broadcast_to(astype(a, dtype), shape), broadcast_to(astype(b, dtype), shape)};
}

// (e^(k·l) − 1)/k, by its series where k·l is small: so its derivative by k is right there, too.
Array power_over(const Array &l, const Array &k) {
  Array z = k * l, small = abs(z) < 1e-3, zero = k == 0.0;
  Array series = l * (1.0 + z * 0.5 * (1.0 + z * (1.0 / 3) * (1.0 + z * 0.25)));
  Array safe = where(zero || small, 1.0, k);
  return where(small || zero, series, expm1(safe * l) / safe);
}

}  // namespace

Array comb(const Operand &n0, const Operand &k0, bool repetition) {
  At at(n0, k0);
  auto [n, k] = promoted("comb", n0, k0);
  if (repetition) return where(k == 0.0 && n >= 0.0, 1.0, comb(n + k - 1.0, k));
  Array inside = k <= n && n >= 0.0 && k >= 0.0;
  Array m = where(inside, n, 0.0), j = where(inside, k, 0.0);
  return where(inside, exp(gammaln(m + 1.0) - gammaln(j + 1.0) - gammaln(m - j + 1.0)), 0.0);
}

Array poch(const Operand &z0, const Operand &m0) {
  At at(z0, m0);
  auto [z, m] = promoted("poch", z0, m0);
  Array ratio = exp(gammaln(z + m) - gammaln(z)) * gammasgn(z + m) * gammasgn(z);
  return where(m == 0.0, 1.0, ratio);
}

Array boxcox(const Operand &x, const Operand &k) {
  At at(x, k);
  auto [a, b] = promoted("boxcox", x, k);
  return power_over(log(a), b);
}

Array boxcox1p(const Operand &x, const Operand &k) {
  At at(x, k);
  auto [a, b] = promoted("boxcox1p", x, k);
  return power_over(log1p(a), b);
}

// B₂ₖ = (−1)^(k+1)·2·(2k)!·ζ(2k)/(2π)^(2k).
Array bernoulli(int64_t n, std::source_location where) {
  At at(where);
  if (n < 0) fail<ShapeError>(fmt::format("bernoulli: there is no number {}", n));
  std::vector<double> b;
  for (int64_t m = 0; m <= n; ++m) {
    double zeta = 1;
    for (int k = 2; k < 60; ++k) zeta += std::pow(k, -static_cast<double>(m));
    const double d = static_cast<double>(m);
    if (m < 2)
      b.push_back(m == 0 ? 1 : -0.5);
    else if (m == 2)
      b.push_back(1.0 / 6);
    else if (m % 2)
      b.push_back(0);
    else
      b.push_back((m % 4 ? 2 : -2) * zeta * std::exp(std::lgamma(d + 1) - d * std::log(2 * std::numbers::pi)));
  }
  return astype(from_vector(b), f32);
}

// Jₖ/Jₖ₋₁ = z/(2k − z·Jₖ₊₁/Jₖ), from k = n_iter down; and J₀ + 2·(J₂ + J₄ + …) = 1.
Array bessel_jn(const Operand &z0, int64_t v, int64_t n_iter) {
  At at(z0);
  if (v < 0 || n_iter <= v) fail<ShapeError>(fmt::format("bessel_jn: order {} of {} iterations", v, n_iter));
  Array z = asarray(z0);
  if (is_complex(z.dtype())) fail<DTypeError>(fmt::format("bessel_jn: {} is complex", to_string(z.type())));
  if (!is_inexact(z.dtype())) z = astype(z, f32);
  std::vector<Array> ratios(static_cast<size_t>(n_iter) + 1);
  Array ratio = zeros_like(z), sum = zeros_like(z);  // sum: 2·(J₂ + J₄ + …)/Jₖ of what is above k
  for (int64_t k = n_iter; k > 0; --k) {
    ratio = z / (2.0 * static_cast<double>(k) - z * ratio);
    ratios[static_cast<size_t>(k)] = ratio;
    sum = (k % 2 == 0 ? sum + 2.0 : sum) * ratio;
  }
  std::vector<Array> orders{1.0 / (1.0 + sum)};
  for (int64_t k = 1; k <= v; ++k) orders.push_back(orders.back() * ratios[static_cast<size_t>(k)]);
  return stack(orders);
}

}  // namespace fluxion::special

namespace fluxion {

Array sort_complex(const Operand &x) {
  At at(x);
  Array a = asarray(x);
  if (!is_complex(a.dtype())) a = complex(astype(a, a.dtype() == f64 ? f64 : f32), 0.0f);
  if (a.ndim() == 0) fail<ShapeError>("sort_complex: a scalar has no axis to sort along");
  Array order = argsort(imag(a));
  Array by_imaginary = take_along_axis(a, order, -1);
  return take_along_axis(by_imaginary, argsort(real(by_imaginary)), -1);
}

}  // namespace fluxion
