// Arithmetic, comparison, choice and bits. Functions of analysis are in functions.cpp, conversions in conversions.cpp.
#include "ir/ops/elementwise.h"

#include <bit>

#include "codegen/reference/handlers.h"
#include "codegen/reference/scalar.h"

namespace fluxion::codegen::reference {
namespace {

// y[i] = f(x[i]…), where f takes and gives the wide type of the elements. `f` is asked only where `Has<T>` holds; the
// verifier admits no other type.
struct Any {
  template <class T>
  static constexpr bool has = true;
};
struct Number {
  template <class T>
  static constexpr bool has = !std::is_same_v<T, bool>;
};
struct Real {
  template <class T>
  static constexpr bool has = !isComplex<T>;
};
struct RealNumber {
  template <class T>
  static constexpr bool has = Real::has<T> && Number::has<T>;
};
struct Float {
  template <class T>
  static constexpr bool has = isFloat<T>;
};
struct Bits {
  template <class T>
  static constexpr bool has = std::is_integral_v<T>;
};
struct Integer {
  template <class T>
  static constexpr bool has = isInteger<T>;
};

template <class Kinds, class F, size_t... k>
HostArray map(const ShapeDtype &type, Inputs in, F f, std::index_sequence<k...>) {
  HostArray y = zeros(type);
  visit_dtype(type.dtype, [&](auto zero) {
    using T = decltype(zero);
    if constexpr (Kinds::template has<T>)
      for (int64_t i = 0, n = type.shape.count(); i < n; ++i)
        elements<T>(y)[i] = narrow<T>(f(widen(elements<T>(*in[k])[i])...));
  });
  return y;
}

template <class Op, class Kinds, class F>
void unary(Handlers &handlers, F f) {
  handlers.addOne<Op>([f](Op, Inputs in) { return map<Kinds>(in[0]->type, in, f, std::make_index_sequence<1>()); });
}
template <class Op, class Kinds, class F>
void binary(Handlers &handlers, F f) {
  handlers.addOne<Op>([f](Op, Inputs in) { return map<Kinds>(in[0]->type, in, f, std::make_index_sequence<2>()); });
}

// ---- scalar bodies

template <class T>
T absolute(T x) {
  if constexpr (std::is_unsigned_v<T>)
    return x;
  else if constexpr (isInteger<T>)
    return x < 0 ? subtract(T(0), x) : x;
  else
    return std::fabs(x);
}
template <class T>
T sign(T x) {
  if constexpr (std::is_same_v<T, double>)
    if (std::isnan(x) || x == 0) return x;
  return x > T(0) ? T(1) : x == T(0) ? T(0) : static_cast<T>(-1);
}
template <class T>
T divide(T a, T b) {
  if constexpr (isInteger<T>) {
    if (b == 0) return static_cast<T>(-1);
    if constexpr (std::is_signed_v<T>)
      if (b == -1) return subtract(T(0), a);
    return static_cast<T>(a / b);
  } else {
    return a / b;
  }
}
template <class T>
T remainder(T a, T b) {
  if constexpr (isInteger<T>) {
    if (b == 0) return a;
    if constexpr (std::is_signed_v<T>)
      if (b == -1) return 0;
    return static_cast<T>(a % b);
  } else {
    return std::fmod(a, b);
  }
}
template <class T>
T power(T x, T n) {
  if constexpr (!isInteger<T>) {
    return std::pow(x, n);
  } else {
    if constexpr (std::is_signed_v<T>) {
      if (n < 0) return x == 1 ? T(1) : x == -1 ? (n & 1 ? T(-1) : T(1)) : T(0);
    }
    T y = 1;
    for (; n != 0; n = static_cast<T>(n >> 1), x = multiply(x, x))
      if (n & 1) y = multiply(y, x);
    return y;
  }
}

template <class T>
using Unsigned = std::make_unsigned_t<T>;
template <class T>
constexpr bool isShift(T n) {
  return n >= 0 && static_cast<uint64_t>(n) < 8 * sizeof(T);
}
template <class T>
T shiftLeft(T x, T n) {
  return isShift(n) ? static_cast<T>(static_cast<uint64_t>(x) << n) : T(0);
}
template <class T>
T shiftRightLogical(T x, T n) {
  return isShift(n) ? static_cast<T>(static_cast<Unsigned<T>>(x) >> n) : T(0);
}
template <class T>
T shiftRightArithmetic(T x, T n) {
  auto s = static_cast<std::make_signed_t<T>>(x);
  return static_cast<T>(s >> (isShift(n) ? static_cast<int>(n) : static_cast<int>(8 * sizeof(T) - 1)));
}

// Complex numbers are ordered by their real, then their imaginary parts.
template <class T>
bool less(T a, T b) {
  if constexpr (isComplex<T>)
    return a.real() < b.real() || (a.real() == b.real() && a.imag() < b.imag());
  else
    return a < b;
}
template <class T>
bool holds(ir::Comparison direction, T a, T b) {
  switch (direction) {
    case ir::Comparison::EQ:
      return a == b;
    case ir::Comparison::NE:
      return a != b;
    case ir::Comparison::GE:
      return less(b, a) || a == b;
    case ir::Comparison::GT:
      return less(b, a);
    case ir::Comparison::LE:
      return less(a, b) || a == b;
    case ir::Comparison::LT:
      return less(a, b);
  }
  return false;
}

HostArray compare(ir::CompareOp op, Inputs in) {
  HostArray y = zerosFor(op.getY());
  visit_dtype(in[0]->type.dtype, [&](auto zero) {
    using T = decltype(zero);
    for (int64_t i = 0, n = y.type.shape.count(); i < n; ++i)
      elements<bool>(y)[i] = holds(op.getDirection(), widen(elements<T>(*in[0])[i]), widen(elements<T>(*in[1])[i]));
  });
  return y;
}

HostArray select(ir::SelectOp, Inputs in) {
  HostArray y = *in[2];
  const size_t size = static_cast<size_t>(size_of(y.type.dtype));
  for (size_t i = 0; i < in[0]->bytes.size(); ++i)
    if (elements<bool>(*in[0])[i]) y.bytes.replace(i * size, size, in[1]->bytes, i * size, size);
  return y;
}

HostArray isFinite(ir::IsFiniteOp op, Inputs in) {
  HostArray y = zerosFor(op.getY());
  visit_dtype(in[0]->type.dtype, [&](auto zero) {
    using T = decltype(zero);
    if constexpr (isFloat<T>)
      for (int64_t i = 0, n = y.type.shape.count(); i < n; ++i)
        elements<bool>(y)[i] = std::isfinite(widen(elements<T>(*in[0])[i]));
  });
  return y;
}

void addArithmetic(Handlers &h) {
  unary<ir::NegateOp, Number>(h, [](auto x) {
    if constexpr (isInteger<decltype(x)>)
      return subtract(decltype(x)(0), x);
    else
      return -x;
  });
  unary<ir::AbsOp, RealNumber>(h, [](auto x) { return absolute(x); });
  unary<ir::SignOp, RealNumber>(h, [](auto x) { return sign(x); });
  binary<ir::AddOp, Any>(h, [](auto a, auto b) { return add(a, b); });
  binary<ir::SubtractOp, Any>(h, [](auto a, auto b) { return subtract(a, b); });
  binary<ir::MultiplyOp, Any>(h, [](auto a, auto b) { return multiply(a, b); });
  binary<ir::DivideOp, Number>(h, [](auto a, auto b) { return divide(a, b); });
  binary<ir::RemainderOp, RealNumber>(h, [](auto a, auto b) { return remainder(a, b); });
  binary<ir::MaximumOp, Real>(h, [](auto a, auto b) { return maximum(a, b); });
  binary<ir::MinimumOp, Real>(h, [](auto a, auto b) { return minimum(a, b); });
  binary<ir::PowerOp, Number>(h, [](auto a, auto b) { return power(a, b); });
}

void addBits(Handlers &h) {
  unary<ir::NotOp, Bits>(h, [](auto x) {
    if constexpr (std::is_same_v<decltype(x), bool>)
      return !x;
    else
      return static_cast<decltype(x)>(~x);
  });
  unary<ir::PopcntOp, Integer>(
      h, [](auto x) { return static_cast<decltype(x)>(std::popcount(static_cast<Unsigned<decltype(x)>>(x))); });
  unary<ir::CountLeadingZerosOp, Integer>(
      h, [](auto x) { return static_cast<decltype(x)>(std::countl_zero(static_cast<Unsigned<decltype(x)>>(x))); });
  binary<ir::AndOp, Bits>(h, [](auto a, auto b) { return static_cast<decltype(a)>(a & b); });
  binary<ir::OrOp, Bits>(h, [](auto a, auto b) { return static_cast<decltype(a)>(a | b); });
  binary<ir::XorOp, Bits>(h, [](auto a, auto b) { return static_cast<decltype(a)>(a ^ b); });
  binary<ir::ShiftLeftOp, Integer>(h, [](auto x, auto n) { return shiftLeft(x, n); });
  binary<ir::ShiftRightLogicalOp, Integer>(h, [](auto x, auto n) { return shiftRightLogical(x, n); });
  binary<ir::ShiftRightArithmeticOp, Integer>(h, [](auto x, auto n) { return shiftRightArithmetic(x, n); });
}

void addRounding(Handlers &h) {
  unary<ir::FloorOp, Float>(h, [](double x) { return std::floor(x); });
  unary<ir::CeilOp, Float>(h, [](double x) { return std::ceil(x); });
  unary<ir::RoundNearestEvenOp, Float>(h, [](double x) { return std::nearbyint(x); });
  unary<ir::RoundNearestAfzOp, Float>(h, [](double x) { return std::round(x); });
  h.addOne<ir::IsFiniteOp>(isFinite);
}

}  // namespace

void addElementwise(Handlers &h) {
  addArithmetic(h);
  addBits(h);
  addRounding(h);
  h.addOne<ir::CompareOp>(compare);
  h.addOne<ir::SelectOp>(select);
  h.addOne<ir::ClampOp>([](ir::ClampOp, Inputs in) {
    auto clamp = [](auto lo, auto x, auto hi) { return minimum(maximum(x, lo), hi); };
    return map<Real>(in[0]->type, in, clamp, std::make_index_sequence<3>());
  });
  h.add<ir::StopGradientOp>([](mlir::Operation *, Inputs in, const Evaluator &) { return Arrays(in); });
}

}  // namespace fluxion::codegen::reference
