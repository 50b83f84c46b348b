// Arithmetic on one element in its wide type (elements.h): bool, an integer of its own width, double or complex double.
#pragma once
#include "codegen/reference/elements.h"
#include "ir/dialect.h"

namespace fluxion::codegen::reference {

template <class T>
inline constexpr bool isInteger = std::is_integral_v<T> && !std::is_same_v<T, bool>;

// Integers wrap around, which only unsigned arithmetic may; 64 bits keep short types from being promoted to int.
template <class T>
T add(T a, T b) {
  if constexpr (std::is_same_v<T, bool>)
    return a || b;
  else if constexpr (isInteger<T>)
    return static_cast<T>(static_cast<uint64_t>(a) + static_cast<uint64_t>(b));
  else
    return a + b;
}
template <class T>
T subtract(T a, T b) {
  if constexpr (std::is_same_v<T, bool>)
    return a != b;
  else if constexpr (isInteger<T>)
    return static_cast<T>(static_cast<uint64_t>(a) - static_cast<uint64_t>(b));
  else
    return a - b;
}
template <class T>
T multiply(T a, T b) {
  if constexpr (std::is_same_v<T, bool>)
    return a && b;
  else if constexpr (isInteger<T>)
    return static_cast<T>(static_cast<uint64_t>(a) * static_cast<uint64_t>(b));
  else
    return a * b;
}

// NaN if either is, and −0 < +0.
template <class T>
T maximum(T a, T b) {
  if constexpr (std::is_same_v<T, double>) {
    if (std::isnan(a) || std::isnan(b)) return std::numeric_limits<double>::quiet_NaN();
    if (a == b) return std::signbit(a) ? b : a;
  }
  return a < b ? b : a;
}
template <class T>
T minimum(T a, T b) {
  if constexpr (std::is_same_v<T, double>) {
    if (std::isnan(a) || std::isnan(b)) return std::numeric_limits<double>::quiet_NaN();
    if (a == b) return std::signbit(a) ? a : b;
  }
  return b < a ? b : a;
}

/// Two elements combined as a reduction, running reduction or scatter does; `b` is the later one. Kinds that a type
/// does not have (bits of floats, order of complex numbers) give `b`.
template <class T>
T combine(ir::Combine kind, T a, T b) {
  switch (kind) {
    case ir::Combine::add:
      return add(a, b);
    case ir::Combine::multiply:
      return multiply(a, b);
    case ir::Combine::maximum:
      if constexpr (!isComplex<T>) return maximum(a, b);
      break;
    case ir::Combine::minimum:
      if constexpr (!isComplex<T>) return minimum(a, b);
      break;
    case ir::Combine::and_:
      if constexpr (std::is_integral_v<T>) return static_cast<T>(a & b);
      break;
    case ir::Combine::or_:
      if constexpr (std::is_integral_v<T>) return static_cast<T>(a | b);
      break;
    case ir::Combine::xor_:
      if constexpr (std::is_integral_v<T>) return static_cast<T>(a ^ b);
      break;
    case ir::Combine::set:
      break;
  }
  return b;
}

/// What `combine` leaves alone. `T` is the stored type: the least float is −inf, or the least number where there is
/// none (f8e4m3fn).
template <class T>
T neutral(ir::Combine kind) {
  using Limits = std::numeric_limits<T>;
  constexpr float kLargest = std::is_same_v<T, float8_e4m3fn> ? 448.0f : std::numeric_limits<float>::infinity();
  switch (kind) {
    case ir::Combine::multiply:
      return T(1);
    case ir::Combine::maximum:
      if constexpr (isFloat<T>)
        return T(-kLargest);
      else if constexpr (std::is_integral_v<T>)
        return Limits::lowest();
      break;
    case ir::Combine::minimum:
      if constexpr (isFloat<T>)
        return T(kLargest);
      else if constexpr (std::is_integral_v<T>)
        return Limits::max();
      break;
    case ir::Combine::and_:
      if constexpr (std::is_same_v<T, bool>)
        return true;
      else if constexpr (isInteger<T>)
        return static_cast<T>(~uint64_t(0));
      break;
    default:
      break;
  }
  return T(0);
}

}  // namespace fluxion::codegen::reference
