// Elementwise functions of analysis, in double: one line each.
#include "codegen/reference/elements.h"
#include "codegen/reference/handlers.h"
#include "codegen/reference/special.h"
#include "ir/ops/elementwise.h"

namespace fluxion::codegen::reference {
namespace {

using Complex = std::complex<double>;
using RealFunction = double (*)(double);
using ComplexFunction = Complex (*)(Complex);

template <class Op>
void function(Handlers &handlers, RealFunction real, ComplexFunction complex = nullptr) {
  handlers.addOne<Op>([=](Op, Inputs in) {
    HostArray y = zeros(in[0]->type);
    visit_dtype(y.type.dtype, [&](auto zero) {
      using T = decltype(zero);
      const T *x = elements<T>(*in[0]);
      for (int64_t i = 0, n = y.type.shape.count(); i < n; ++i) {
        if constexpr (isFloat<T>) elements<T>(y)[i] = narrow<T>(real(widen(x[i])));
        if constexpr (isComplex<T>) elements<T>(y)[i] = narrow<T>(complex(widen(x[i])));
      }
    });
    return y;
  });
}

// eᶻ − 1 = (eˣ − 1) cos y − 2 sin²(y/2) + i eˣ sin y, which cancels nowhere near 0.
Complex expMinusOne(Complex z) {
  const double half = std::sin(z.imag() / 2);
  return {std::expm1(z.real()) * std::cos(z.imag()) - 2 * half * half, std::exp(z.real()) * std::sin(z.imag())};
}
// |1 + z|² = 1 + x (2 + x) + y².
Complex logPlusOne(Complex z) {
  const double x = z.real(), y = z.imag();
  const double modulus =
      std::fabs(x) + std::fabs(y) < 0.5 ? std::log1p(x * (2 + x) + y * y) / 2 : std::log(std::abs(1.0 + z));
  return {modulus, std::atan2(y, 1 + x)};
}

void addExponentials(Handlers &h) {
  function<ir::ExponentialOp>(h, std::exp, [](Complex z) { return std::exp(z); });
  function<ir::ExponentialMinusOneOp>(h, std::expm1, expMinusOne);
  function<ir::LogOp>(h, std::log, [](Complex z) { return std::log(z); });
  function<ir::LogPlusOneOp>(h, std::log1p, logPlusOne);
  function<ir::LogisticOp>(
      h, [](double x) { return 1 / (1 + std::exp(-x)); }, [](Complex z) { return 1.0 / (1.0 + std::exp(-z)); });
  function<ir::SqrtOp>(h, std::sqrt, [](Complex z) { return std::sqrt(z); });
  function<ir::RsqrtOp>(h, [](double x) { return 1 / std::sqrt(x); }, [](Complex z) { return 1.0 / std::sqrt(z); });
  function<ir::CbrtOp>(h, std::cbrt);
}

void addTrigonometry(Handlers &h) {
  function<ir::SineOp>(h, std::sin, [](Complex z) { return std::sin(z); });
  function<ir::CosineOp>(h, std::cos, [](Complex z) { return std::cos(z); });
  function<ir::TanOp>(h, std::tan, [](Complex z) { return std::tan(z); });
  function<ir::AsinOp>(h, std::asin, [](Complex z) { return std::asin(z); });
  function<ir::AcosOp>(h, std::acos, [](Complex z) { return std::acos(z); });
  function<ir::AtanOp>(h, std::atan, [](Complex z) { return std::atan(z); });
  function<ir::SinhOp>(h, std::sinh, [](Complex z) { return std::sinh(z); });
  function<ir::CoshOp>(h, std::cosh, [](Complex z) { return std::cosh(z); });
  function<ir::TanhOp>(h, std::tanh, [](Complex z) { return std::tanh(z); });
  function<ir::AsinhOp>(h, std::asinh, [](Complex z) { return std::asinh(z); });
  function<ir::AcoshOp>(h, std::acosh, [](Complex z) { return std::acosh(z); });
  function<ir::AtanhOp>(h, std::atanh, [](Complex z) { return std::atanh(z); });
}

void addSpecial(Handlers &h) {
  function<ir::ErfOp>(h, std::erf);
  function<ir::ErfcOp>(h, std::erfc);
  function<ir::ErfInvOp>(h, inverseErf);
  function<ir::LgammaOp>(h, std::lgamma);
  function<ir::DigammaOp>(h, digamma);
}

template <class T>
T arcTangent(T y, T x) {
  if constexpr (isComplex<T>)
    return T(0, -1) * std::log((x + T(0, 1) * y) / std::sqrt(x * x + y * y));
  else
    return std::atan2(y, x);
}

HostArray atan2(ir::Atan2Op, Inputs in) {
  HostArray y = zeros(in[0]->type);
  visit_dtype(y.type.dtype, [&](auto zero) {
    using T = decltype(zero);
    if constexpr (isFloat<T> || isComplex<T>)
      for (int64_t i = 0, n = y.type.shape.count(); i < n; ++i)
        elements<T>(y)[i] = narrow<T>(arcTangent(widen(elements<T>(*in[0])[i]), widen(elements<T>(*in[1])[i])));
  });
  return y;
}

}  // namespace

void addFunctions(Handlers &h) {
  addExponentials(h);
  addTrigonometry(h);
  addSpecial(h);
  h.addOne<ir::Atan2Op>(atan2);
}

}  // namespace fluxion::codegen::reference
