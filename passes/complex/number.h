// Real arrays with operators, so that functions of complex numbers read as formulas. A condition is a Number, too: an
// array of bools.
#pragma once
#include "passes/emit.h"

namespace fluxion::passes {

struct Number {
  Emit *e;
  Value v;

  Number like(double number) const { return {e, e->like(v, number)}; }
  bool isF64() const { return ir::elementType(v).isF64(); }
};

template <class Op>
Number apply(Number x) {
  return {x.e, x.e->op<Op>(x.v)};
}
template <class Op>
Number apply(Number x, Number y) {
  return {x.e, x.e->op<Op>(x.v, y.v)};
}

inline Number operator-(Number x) { return apply<ir::NegateOp>(x); }
inline Number operator+(Number x, Number y) { return apply<ir::AddOp>(x, y); }
inline Number operator-(Number x, Number y) { return apply<ir::SubtractOp>(x, y); }
inline Number operator*(Number x, Number y) { return apply<ir::MultiplyOp>(x, y); }
inline Number operator/(Number x, Number y) { return apply<ir::DivideOp>(x, y); }
inline Number operator+(Number x, double y) { return x + x.like(y); }
inline Number operator-(Number x, double y) { return x - x.like(y); }
inline Number operator*(Number x, double y) { return x * x.like(y); }
inline Number operator+(double x, Number y) { return y.like(x) + y; }
inline Number operator-(double x, Number y) { return y.like(x) - y; }

inline Number compare(ir::Comparison direction, Number x, Number y) { return {x.e, x.e->compare(direction, x.v, y.v)}; }
inline Number operator==(Number x, Number y) { return compare(ir::Comparison::EQ, x, y); }
inline Number operator==(Number x, double y) { return x == x.like(y); }
inline Number operator!=(Number x, Number y) { return compare(ir::Comparison::NE, x, y); }
inline Number operator!=(Number x, double y) { return x != x.like(y); }
inline Number operator<(Number x, Number y) { return compare(ir::Comparison::LT, x, y); }
inline Number operator<(Number x, double y) { return x < x.like(y); }
inline Number operator>(Number x, double y) { return compare(ir::Comparison::GT, x, x.like(y)); }
inline Number operator>=(Number x, Number y) { return compare(ir::Comparison::GE, x, y); }
inline Number operator&(Number x, Number y) { return apply<ir::AndOp>(x, y); }
inline Number operator|(Number x, Number y) { return apply<ir::OrOp>(x, y); }
inline Number operator!(Number x) { return apply<ir::NotOp>(x); }

inline Number select(Number condition, Number x, Number y) { return {x.e, x.e->select(condition.v, x.v, y.v)}; }
inline Number select(Number condition, double x, Number y) { return select(condition, y.like(x), y); }
inline Number select(Number condition, Number x, double y) { return select(condition, x, x.like(y)); }

inline Number abs(Number x) { return apply<ir::AbsOp>(x); }
inline Number sqrt(Number x) { return apply<ir::SqrtOp>(x); }
inline Number exp(Number x) { return apply<ir::ExponentialOp>(x); }
inline Number expm1(Number x) { return apply<ir::ExponentialMinusOneOp>(x); }
inline Number log(Number x) { return apply<ir::LogOp>(x); }
inline Number log1p(Number x) { return apply<ir::LogPlusOneOp>(x); }
inline Number sin(Number x) { return apply<ir::SineOp>(x); }
inline Number cos(Number x) { return apply<ir::CosineOp>(x); }
inline Number tan(Number x) { return apply<ir::TanOp>(x); }
inline Number sinh(Number x) { return apply<ir::SinhOp>(x); }
inline Number cosh(Number x) { return apply<ir::CoshOp>(x); }
inline Number asinh(Number x) { return apply<ir::AsinhOp>(x); }
inline Number atan2(Number y, Number x) { return apply<ir::Atan2Op>(y, x); }
inline Number max(Number x, Number y) { return apply<ir::MaximumOp>(x, y); }
inline Number min(Number x, Number y) { return apply<ir::MinimumOp>(x, y); }

inline Number isNaN(Number x) { return x != x; }
/// Whether |x| is infinite.
Number isInfinite(Number x);
/// |magnitude| with the sign bit of `sign`.
Number copysign(Number magnitude, Number sign);

/// A complex number as its parts.
struct Complex {
  Number re, im;
};

}  // namespace fluxion::passes
