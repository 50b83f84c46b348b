// The special family. Its functions are the runtime's: a second implementation would have the same series in it, so
// these are tested against tables instead.
#include "runtime/special_functions.h"

#include <bit>

#include "codegen/reference/elements.h"
#include "codegen/reference/handlers.h"
#include "ir/ops/special.h"

namespace fluxion::codegen::reference {
namespace {

namespace special = runtime::special;

// y[i] = f(x[i]…) in double.
template <class Op, class... Double>
void function(Handlers &handlers, double (*f)(Double...)) {
  handlers.addOne<Op>([f](Op, Inputs in) {
    HostArray y = zeros(in[0]->type);
    visit_dtype(y.type.dtype, [&](auto zero) {
      using T = decltype(zero);
      if constexpr (isFloat<T>)
        for (int64_t i = 0, n = y.type.shape.count(); i < n; ++i)
          [&]<size_t... k>(std::index_sequence<k...>) {
            elements<T>(y)[i] = narrow<T>(f(widen(elements<T>(*in[k])[i])...));
          }(std::index_sequence_for<Double...>());
    });
    return y;
  });
}

template <size_t bytes>
using Bits =
    std::conditional_t<bytes == 8, uint64_t,
                       std::conditional_t<bytes == 4, uint32_t, std::conditional_t<bytes == 2, uint16_t, uint8_t>>>;

// Steps in the order of the bits, which is that of the magnitudes.
template <class T>
T nextAfter(T from, T to) {
  using B = Bits<sizeof(T)>;
  const double a = widen(from), b = widen(to);
  if (std::isnan(a) || std::isnan(b)) return narrow<T>(a + b);
  if (a == b) return to;
  B bits = std::bit_cast<B>(from);
  if (a == 0)
    bits = static_cast<B>(b < 0 ? (B(1) << (8 * sizeof(T) - 1)) | 1 : 1);
  else
    bits = static_cast<B>((a < b) == (a > 0) ? bits + 1 : bits - 1);
  return std::bit_cast<T>(bits);
}

HostArray nextAfterOf(ir::NextAfterOp, Inputs in) {
  HostArray y = zeros(in[0]->type);
  visit_dtype(y.type.dtype, [&](auto zero) {
    using T = decltype(zero);
    if constexpr (isFloat<T>)
      for (int64_t i = 0, n = y.type.shape.count(); i < n; ++i)
        elements<T>(y)[i] = nextAfter(elements<T>(*in[0])[i], elements<T>(*in[1])[i]);
  });
  return y;
}

// By multiplying the last bit that is kept to 1. `least` is the exponent of the type's least normal number.
double reducePrecision(double x, int64_t exponentBits, int64_t mantissaBits, int least, bool narrower) {
  if (!std::isfinite(x) || x == 0) return x;
  int exponent = std::max(std::ilogb(x), least);
  const int last = exponent - static_cast<int>(std::min<int64_t>(mantissaBits, 52));
  const double y = std::ldexp(std::nearbyint(std::ldexp(x, -last)), last);
  if (!narrower) return y;
  const double reach = std::ldexp(1.0, static_cast<int>(exponentBits) - 1) - 1;
  if (y == 0 || std::ilogb(y) <= -reach) return std::copysign(0, x);
  return std::ilogb(y) > reach ? std::copysign(INFINITY, x) : y;
}

HostArray reducePrecisionOf(ir::ReducePrecisionOp op, Inputs in) {
  HostArray y = zeros(in[0]->type);
  const auto e = static_cast<int64_t>(op.getExponentBits()), m = static_cast<int64_t>(op.getMantissaBits());
  const int width = size_of(y.type.dtype) == 8 ? 11 : y.type.dtype == f16 ? 5 : 8;
  visit_dtype(y.type.dtype, [&](auto zero) {
    using T = decltype(zero);
    if constexpr (isFloat<T>)
      for (int64_t i = 0, n = y.type.shape.count(); i < n; ++i)
        elements<T>(y)[i] =
            narrow<T>(reducePrecision(widen(elements<T>(*in[0])[i]), e, m, 2 - (1 << (width - 1)), e < width));
  });
  return y;
}

// Column by column: a·b = Σ aᵢ·bⱼ·2^(32(i + j)) with halves; signed operands are 2^w too large as unsigned ones.
template <class T>
T mulhi(T a, T b) {
  constexpr int width = 8 * sizeof(T);
  if constexpr (width < 64) {
    using Wide = std::conditional_t<std::is_signed_v<T>, int64_t, uint64_t>;
    return static_cast<T>((static_cast<Wide>(a) * static_cast<Wide>(b)) >> width);
  } else {
    const auto x = static_cast<uint64_t>(a), y = static_cast<uint64_t>(b);
    const uint64_t xl = x & 0xffffffff, xh = x >> 32, yl = y & 0xffffffff, yh = y >> 32;
    const uint64_t middle = ((xl * yl) >> 32) + ((xl * yh) & 0xffffffff) + ((xh * yl) & 0xffffffff);
    uint64_t high = xh * yh + ((xl * yh) >> 32) + ((xh * yl) >> 32) + (middle >> 32);
    if constexpr (std::is_signed_v<T>) high -= (a < 0 ? y : 0) + (b < 0 ? x : 0);
    return static_cast<T>(high);
  }
}

HostArray mulhiOf(ir::MulhiOp, Inputs in) {
  HostArray y = zeros(in[0]->type);
  visit_dtype(y.type.dtype, [&](auto zero) {
    using T = decltype(zero);
    if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>)
      for (int64_t i = 0, n = y.type.shape.count(); i < n; ++i)
        elements<T>(y)[i] = mulhi(elements<T>(*in[0])[i], elements<T>(*in[1])[i]);
  });
  return y;
}

}  // namespace

void addSpecialFunctions(Handlers &h) {
  function<ir::BesselI0eOp>(h, special::bessel_i0e);
  function<ir::BesselI1eOp>(h, special::bessel_i1e);
  function<ir::ZetaOp>(h, special::zeta);
  function<ir::PolygammaOp>(h, special::polygamma);
  function<ir::IgammaOp>(h, special::igamma);
  function<ir::IgammacOp>(h, special::igammac);
  function<ir::IgammaGradAOp>(h, special::igamma_grad_a);
  function<ir::RandomGammaGradOp>(h, special::random_gamma_grad);
  function<ir::RegularizedIncompleteBetaOp>(h, special::betainc);
  h.addOne<ir::GammaSampleOp>([](ir::GammaSampleOp, Inputs in) { return *in[1]; });
  h.addOne<ir::NextAfterOp>(nextAfterOf);
  h.addOne<ir::ReducePrecisionOp>(reducePrecisionOf);
  h.addOne<ir::MulhiOp>(mulhiOf);
}

}  // namespace fluxion::codegen::reference
