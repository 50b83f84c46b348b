// Complex numbers and their parts.
#include "ir/ops/complex.h"

#include "codegen/reference/elements.h"
#include "codegen/reference/handlers.h"

namespace fluxion::codegen::reference {
namespace {

// y[i] = f(x[i]) for complex x and real y of the same precision.
template <class Op, class F>
void part(Handlers &handlers, F f) {
  handlers.addOne<Op>([f](Op op, Inputs in) {
    HostArray y = zerosFor(op.getY());
    visit_dtype(in[0]->type.dtype, [&](auto zero) {
      using T = decltype(zero);
      if constexpr (isComplex<T>) {
        using R = typename T::value_type;
        for (int64_t i = 0, n = y.type.shape.count(); i < n; ++i)
          elements<R>(y)[i] = static_cast<R>(f(elements<T>(*in[0])[i]));
      }
    });
    return y;
  });
}

HostArray complex(ir::ComplexOp op, Inputs in) {
  HostArray y = zerosFor(op.getY());
  visit_dtype(y.type.dtype, [&](auto zero) {
    using T = decltype(zero);
    if constexpr (isComplex<T>) {
      using R = typename T::value_type;
      for (int64_t i = 0, n = y.type.shape.count(); i < n; ++i)
        elements<T>(y)[i] = T(elements<R>(*in[0])[i], elements<R>(*in[1])[i]);
    }
  });
  return y;
}

}  // namespace

void addComplex(Handlers &h) {
  part<ir::RealOp>(h, [](auto z) { return z.real(); });
  part<ir::ImagOp>(h, [](auto z) { return z.imag(); });
  part<ir::ComplexAbsOp>(h, [](auto z) { return std::hypot(double(z.real()), double(z.imag())); });
  h.addOne<ir::ComplexOp>(complex);
}

}  // namespace fluxion::codegen::reference
