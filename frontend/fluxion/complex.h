// Complex arrays: their parts, and std::complex numbers in expressions. Arithmetic and functions are those of ops.h:
// they take complex arrays as they take real ones.
//
// Derivatives follow JAX: fx::grad of a real function f(x + iy) is ∂f/∂x − i·∂f/∂y, so that the step downhill is its
// conjugate; that of a holomorphic function, by fx::vjp or fx::jvp, is its complex derivative.
#pragma once
#include <fluxion/ops.h>

namespace fluxion {

/// re + i·im, broadcast to one another: c128 if one is f64, else c64. DTypeError if a part is complex.
Array complex(const Operand &re, const Operand &im);
/// The parts, f32 or f64; of a real array itself and zeros of its dtype.
Array real(const Operand &x);
Array imag(const Operand &x);
/// The complex conjugate; a real array stays what it is.
Array conj(const Operand &x);
inline Array conjugate(const Operand &x) { return conj(x); }
/// The angle of x in the plane, in (−π, π], or in degrees; of real numbers 0 or π. Integers give f32.
Array angle(const Operand &x, bool degrees = false);
/// Whether the imaginary part is not zero, and whether it is; bool.
Array iscomplex(const Operand &x);
Array isreal(const Operand &x);
/// Whether the dtype is complex.
inline bool iscomplexobj(const Array &x) { return is_complex(x.dtype()); }
inline bool isrealobj(const Array &x) { return !is_complex(x.dtype()); }

/// From std::complex numbers, as fx::array from real ones: c64 from floats, c128 from doubles.
template <std::floating_point T>
Array array(std::initializer_list<std::complex<T>> v, std::source_location at = std::source_location::current()) {
  return detail::from_braces<std::complex<T>>(v, at);
}
template <std::floating_point T>
Array array(std::initializer_list<std::initializer_list<std::complex<T>>> v,
            std::source_location at = std::source_location::current()) {
  return detail::from_braces<std::complex<T>>(v, at);
}
template <std::floating_point T>
Array array(std::complex<T> v, std::source_location at = std::source_location::current()) {
  return detail::from_bytes({{}, dtype_of<std::complex<T>>}, &v, at);
}

namespace detail {
/// A complex number beside an array does not widen it: c128 beside f64 and c128, else c64.
Array complex_beside(const Array &x, std::complex<double> number);
}  // namespace detail

/// Arrays with std::complex numbers: `x * 2.0i`.
template <std::floating_point T>
Array operator+(const Array &a, std::complex<T> b) {
  return a + detail::complex_beside(a, b);
}
template <std::floating_point T>
Array operator+(std::complex<T> a, const Array &b) {
  return detail::complex_beside(b, a) + b;
}
template <std::floating_point T>
Array operator-(const Array &a, std::complex<T> b) {
  return a - detail::complex_beside(a, b);
}
template <std::floating_point T>
Array operator-(std::complex<T> a, const Array &b) {
  return detail::complex_beside(b, a) - b;
}
template <std::floating_point T>
Array operator*(const Array &a, std::complex<T> b) {
  return a * detail::complex_beside(a, b);
}
template <std::floating_point T>
Array operator*(std::complex<T> a, const Array &b) {
  return detail::complex_beside(b, a) * b;
}
template <std::floating_point T>
Array operator/(const Array &a, std::complex<T> b) {
  return a / detail::complex_beside(a, b);
}
template <std::floating_point T>
Array operator/(std::complex<T> a, const Array &b) {
  return detail::complex_beside(b, a) / b;
}

}  // namespace fluxion
