// Derivatives of the complex family. As everywhere, ⟨c, y⟩ = Σ c[i]·y[i] without conjugation, so that the derivative of
// a holomorphic function is its complex derivative; that of a real function f(x + iy) is ∂f/∂x − i·∂f/∂y.
#include "ir/ops/complex.h"

#include "passes/grad/rules.h"

namespace fluxion::passes {

namespace {

Value pair(Value re, Value im, Emit &e) {
  if (!re && !im) return {};
  mlir::Type type = (re ? re : im).getType();
  return e.op<ir::ComplexOp>(e.orZeros(re, type), e.orZeros(im, type));
}

Value real(Value z, Emit &e) { return z ? e.op<ir::RealOp>(z) : z; }
Value imag(Value z, Emit &e) { return z ? e.op<ir::ImagOp>(z) : z; }

}  // namespace

void addComplexRules(JvpRules &rules) {
  // d Re z = Re dz
  rules.add<ir::RealOp>([](ir::RealOp, Tangents t, Emit &e) { return real(t[0], e); });
  // d Im z = Im dz
  rules.add<ir::ImagOp>([](ir::ImagOp, Tangents t, Emit &e) { return imag(t[0], e); });
  // d(x + iy) = dx + i·dy
  rules.add<ir::ComplexOp>([](ir::ComplexOp, Tangents t, Emit &e) { return pair(t[0], t[1], e); });
  // d|z| = Re(z̄·dz) / |z|, and 0 at 0
  rules.add<ir::ComplexAbsOp>([](ir::ComplexAbsOp op, Tangents t, Emit &e) {
    Value y = op.getY(), none = e.compare(ir::Comparison::EQ, y, 0.0), size = e.select(none, e.like(y, 1), y);
    Value x = e.div(real(op.getX(), e), size), i = e.div(imag(op.getX(), e), size);
    return e.add(e.mul(real(t[0], e), x), e.mul(imag(t[0], e), i));
  });
}

void addComplexRules(TransposeRules &rules) {
  // ⟨c, Re z⟩ = Re⟨c + 0i, z⟩
  rules.add<ir::RealOp>([](ir::RealOp, Value ct, Linear, Emit &e) { return pair(ct, {}, e); });
  // ⟨c, Im z⟩ = Re⟨−ic, z⟩
  rules.add<ir::ImagOp>([](ir::ImagOp, Value ct, Linear, Emit &e) { return pair({}, e.neg(ct), e); });
  // Re⟨c, x + iy⟩ = ⟨Re c, x⟩ + ⟨−Im c, y⟩
  rules.add<ir::ComplexOp>([](ir::ComplexOp, Value ct, Linear in, Emit &e) {
    return Cotangents{in[0] ? real(ct, e) : Value(), in[1] ? e.neg(imag(ct, e)) : Value()};
  });
}

}  // namespace fluxion::passes
