// Complex arrays and their parts.
#include "fluxion/complex.h"

#include <cmath>
#include <numbers>

#include "frontend/ops_internal.h"

namespace fluxion {

namespace {

bool is_complex_array(const Operand &x) { return x.is_array() && is_complex(x.array().dtype()); }

}  // namespace

Array complex(const Operand &re, const Operand &im) {
  At at(re, im);
  for (const Operand *part : {&re, &im})
    if (is_complex_array(*part))
      fail<DTypeError>(fmt::format("complex: a part is complex itself: {}", to_string(part->array().type())));
  auto is_wide = [](const Operand &x) { return x.is_array() && x.array().dtype() == f64; };
  const DType dtype = is_wide(re) || is_wide(im) ? f64 : f32;
  const Array x = detail::as_scalar(re, dtype), y = detail::as_scalar(im, dtype);
  std::array<Shape, 2> shapes{x.shape(), y.shape()};
  const Shape shape = detail::broadcast_shapes("complex", shapes);
  return stage("fx.complex", {broadcast_to(x, shape), broadcast_to(y, shape)});
}

Array real(const Operand &x) {
  At at(x);
  return is_complex_array(x) ? stage("fx.real", {x}) : asarray(x);
}

Array imag(const Operand &x) {
  At at(x);
  return is_complex_array(x) ? stage("fx.imag", {x}) : zeros_like(asarray(x));
}

Array conj(const Operand &x) {
  At at(x);
  return is_complex_array(x) ? complex(real(x), -imag(x)) : asarray(x);
}

Array angle(const Operand &x, bool degrees) {
  At at(x);
  Array a = asarray(x);
  if (!is_inexact(a.dtype())) a = astype(a, f32);
  const Array y = arctan2(imag(a), real(a));
  return degrees ? y * (180 / std::numbers::pi) : y;
}

Array iscomplex(const Operand &x) {
  At at(x);
  return imag(x) != 0;
}

Array isreal(const Operand &x) {
  At at(x);
  return imag(x) == 0;
}

// The modulus has a real dtype; the sign is x/|x|, a constant wherever it has a derivative in JAX; order is that of
// real, then imaginary parts.
std::optional<Array> detail::complex_form(std::string_view op, const std::vector<Array> &x) {
  if (op == "fx.abs") return stage("fx.complex_abs", {x[0]});
  if (op == "fx.is_finite") return isfinite(real(x[0])) & isfinite(imag(x[0]));
  if (op == "fx.maximum") return where(x[0] > x[1], x[0], x[1]);
  if (op == "fx.minimum") return where(x[0] < x[1], x[0], x[1]);
  if (op == "fx.sign") {
    const Array size = abs(x[0]), divisor = where(size == 0, 1.0, size);
    return stop_gradient(complex(real(x[0]) / divisor, imag(x[0]) / divisor));
  }
  return std::nullopt;
}

Array detail::complex_beside(const Array &x, std::complex<double> number) {
  if (x.dtype() == f64 || x.dtype() == c128) return array(number);
  return array(std::complex<float>(number));
}

}  // namespace fluxion
