// check_grads for functions over trees: packs all floating-point leaves into one vector, and all results into one
// number.
#pragma once
#include <fluxion/transforms.h>

namespace fluxion {

struct CheckGradsOptions {
  int order = 2;
  double rtol = 2e-2, atol = 2e-3, eps = 1e-3;  // for f32; f64 is checked far closer
};
namespace detail {
void check_derivatives(const std::function<Array(const Array &)> &f, const Array &x, int order,
                       const CheckGradsOptions &options);
}
/// Compares forward and reverse derivatives of f at `arguments` with central differences, to the given order.
/// Error where they disagree, with the two numbers.
template <class F, class... A>
void check_grads(F f, const std::tuple<A...> &arguments, CheckGradsOptions options = {}) {
  detail::Arrays leaves = detail::leaves_of(arguments);
  DType wide = f32;
  detail::Arrays flat;
  for (const Array &a : leaves)
    if (is_inexact(a.dtype())) {
      if (a.dtype() == f64) wide = f64;
      flat.push_back(ravel(a));
    }
  if (flat.empty()) fail<DTypeError>("check_grads: no argument is floating-point");
  for (Array &a : flat) a = a.astype(wide);
  if (wide == f64)
    options.rtol = std::min(options.rtol, 1e-5), options.atol = std::min(options.atol, 1e-6),
    options.eps = std::min(options.eps, 1e-5);
  // Σᵢ cᵢ·resultᵢ with weights that tell results apart.
  auto packed = [&](const Array &x) {
    detail::Arrays fresh;
    int64_t at = 0;
    for (const Array &a : leaves) {
      if (!is_inexact(a.dtype())) {
        fresh.push_back(a);
        continue;
      }
      fresh.push_back(reshape(lax_slice(x, {at}, {at + a.size()}), a.shape().sizes()).astype(a.dtype()));
      at += a.size();
    }
    Array total = zeros({}, wide);
    double weight = 1;
    auto result = std::apply([&](const A &...a) { return detail::apply_with(f, fresh, a...); }, arguments);
    for (const Array &r : detail::leaves_of(result))
      if (is_inexact(r.dtype())) {
        Array w = cos(astype(iota({r.size()}, 0), wide) * 0.7 + weight);
        total = total + sum(ravel(r).astype(wide) * w);
        weight += 1.3;
      }
    return total;
  };
  detail::check_derivatives(jit(packed), concatenate(flat), options.order, options);
}

}  // namespace fluxion
