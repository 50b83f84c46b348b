// From one element type to another.
#include "codegen/reference/elements.h"
#include "codegen/reference/handlers.h"
#include "ir/ops/elementwise.h"

namespace fluxion::codegen::reference {
namespace {

// Towards zero; what does not fit becomes the nearest integer that there is, NaN becomes 0.
template <class To>
To saturate(double x) {
  using Limits = std::numeric_limits<To>;
  if (std::isnan(x)) return 0;
  // 2^bits − 1 may round up to 2^bits as a double, so "does not fit" begins at the limit itself.
  if (x >= static_cast<double>(Limits::max())) return Limits::max();
  if (x <= static_cast<double>(Limits::lowest())) return Limits::lowest();
  return static_cast<To>(x);
}

// `x` is of a wide type.
template <class To, class From>
To convertElement(From x) {
  if constexpr (isComplex<From>) {
    if constexpr (isComplex<To>)
      return narrow<To>(x);
    else if constexpr (std::is_same_v<To, bool>)
      return x != From(0);
    else
      return convertElement<To>(x.real());
  } else if constexpr (isComplex<To>) {
    return To(convertElement<typename To::value_type>(x), 0);
  } else if constexpr (std::is_same_v<To, bool>) {
    return x != From(0);
  } else if constexpr (isFloat<To>) {
    if constexpr (std::is_same_v<To, float>)
      return static_cast<float>(x);
    else
      return narrow<To>(static_cast<double>(x));
  } else if constexpr (std::is_same_v<From, double>) {
    return saturate<To>(x);
  } else {
    return static_cast<To>(x);
  }
}

HostArray convert(ir::ConvertOp op, Inputs in) {
  HostArray y = zerosFor(op.getY());
  visit_dtype(in[0]->type.dtype, [&](auto from) {
    visit_dtype(y.type.dtype, [&](auto to) {
      using To = decltype(to);
      for (int64_t i = 0, n = y.type.shape.count(); i < n; ++i)
        elements<To>(y)[i] = convertElement<To>(widen(elements<decltype(from)>(*in[0])[i]));
    });
  });
  return y;
}

}  // namespace

void addConversions(Handlers &h) {
  h.addOne<ir::ConvertOp>(convert);
  h.addOne<ir::BitcastConvertOp>([](ir::BitcastConvertOp op, Inputs in) {
    return HostArray{ir::shapeDtypeOf(op.getY().getType()), in[0]->bytes};
  });
}

}  // namespace fluxion::codegen::reference
