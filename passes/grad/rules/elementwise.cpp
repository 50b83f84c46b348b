// Derivatives of the elementwise family. Each entry reads as the formula above it; `t[i]` is the tangent of operand i,
// and results of the primal op are reused rather than recomputed.
#include <cmath>
#include <numbers>

#include "mlir/IR/Matchers.h"
#include "passes/grad/rules.h"

namespace fluxion::passes {

using ir::Comparison;

namespace {

// The share of `a` in the derivative of the greater (or lesser) of a and b: 1 where it wins, ½ where they are equal.
Value share(Comparison wins, Value a, Value b, Emit &e) {
  Value tie = e.select(e.compare(Comparison::EQ, a, b), e.like(a, 0.5), e.like(a, 0));
  return e.select(e.compare(wins, a, b), e.like(a, 1), tie);
}

template <class Op>
Value extremum(Comparison wins, Op op, Tangents t, Emit &e) {
  Value a = t[0] ? e.mul(t[0], share(wins, op.getLhs(), op.getRhs(), e)) : Value();
  Value b = t[1] ? e.mul(t[1], share(wins, op.getRhs(), op.getLhs(), e)) : Value();
  return e.add(a, b);
}

// The number that a constant exponent has in every element.
std::optional<double> constantNumber(Value x) {
  mlir::SplatElementsAttr splat;
  if (!mlir::matchPattern(x, mlir::m_Constant(&splat)) || !llvm::isa<mlir::FloatType>(splat.getElementType()))
    return {};
  llvm::APFloat value = splat.getSplatValue<llvm::APFloat>();
  bool inexact;
  value.convert(llvm::APFloat::IEEEdouble(), llvm::APFloat::rmNearestTiesToEven, &inexact);
  return value.convertToDouble();
}

// ∂(a^b)/∂a · da = b·a^(b − 1)·da, which is 0 for b = 0 whatever a is.
Value powerInBase(ir::PowerOp op, Value t, Emit &e) {
  if (!t) return t;
  Value a = op.getLhs(), b = op.getRhs();
  if (auto n = constantNumber(b)) {
    if (*n == 0) return {};
    if (*n == 1) return t;
    Value power = *n == 2 ? a : e.op<ir::PowerOp>(a, e.like(b, *n - 1));
    return e.mul(t, e.mul(power, *n));
  }
  Value none = e.compare(Comparison::EQ, b, 0.0);
  Value less = e.select(none, e.like(b, 1), e.sub(b, e.like(b, 1)));
  return e.mul(t, e.select(none, Value(), e.mul(b, e.op<ir::PowerOp>(a, less))));
}

// ∂(a^b)/∂b · db = a^b·log a·db, where log 0 counts as 0, so that 0^b has derivative 0 and not NaN.
Value powerInExponent(ir::PowerOp op, Value t, Emit &e) {
  if (!t) return t;
  Value a = op.getLhs();
  Value guarded = e.select(e.compare(Comparison::EQ, a, 0.0), e.like(a, 1), a);
  return e.mul(t, e.mul(e.op<ir::LogOp>(guarded), op.getY()));
}

void addArithmetic(JvpRules &rules) {
  // d(−a) = −da
  rules.add<ir::NegateOp>([](ir::NegateOp, Tangents t, Emit &e) { return e.neg(t[0]); });
  // d|a| = sign a · da
  rules.add<ir::AbsOp>([](ir::AbsOp op, Tangents t, Emit &e) { return e.mul(t[0], e.op<ir::SignOp>(op.getX())); });
  // d(a + b) = da + db
  rules.add<ir::AddOp>([](ir::AddOp, Tangents t, Emit &e) { return e.add(t[0], t[1]); });
  // d(a − b) = da − db
  rules.add<ir::SubtractOp>([](ir::SubtractOp, Tangents t, Emit &e) { return e.sub(t[0], t[1]); });
  // d(a·b) = da·b + a·db
  rules.add<ir::MultiplyOp>(
      [](ir::MultiplyOp op, Tangents t, Emit &e) { return e.add(e.mul(t[0], op.getRhs()), e.mul(op.getLhs(), t[1])); });
  // d(a/b) = (da − (a/b)·db) / b
  rules.add<ir::DivideOp>(
      [](ir::DivideOp op, Tangents t, Emit &e) { return e.div(e.sub(t[0], e.mul(op.getY(), t[1])), op.getRhs()); });
  // d(a rem b) = da − trunc(a/b)·db
  rules.add<ir::RemainderOp>([](ir::RemainderOp op, Tangents t, Emit &e) -> Value {
    if (!t[1]) return t[0];
    Value q = e.div(op.getLhs(), op.getRhs());
    Value trunc = e.mul(e.op<ir::SignOp>(q), e.op<ir::FloorOp>(e.op<ir::AbsOp>(q)));
    return e.sub(t[0], e.mul(trunc, t[1]));
  });
  // d max(a, b) = da or db, half of each in a tie
  rules.add<ir::MaximumOp>([](ir::MaximumOp op, Tangents t, Emit &e) { return extremum(Comparison::GT, op, t, e); });
  rules.add<ir::MinimumOp>([](ir::MinimumOp op, Tangents t, Emit &e) { return extremum(Comparison::LT, op, t, e); });
  // d(a^b) = b·a^(b − 1)·da + a^b·log a·db
  rules.add<ir::PowerOp>([](ir::PowerOp op, Tangents t, Emit &e) {
    return e.add(powerInBase(op, t[0], e), powerInExponent(op, t[1], e));
  });
  // d atan2(a, b) = (b·da − a·db) / (a² + b²)
  rules.add<ir::Atan2Op>([](ir::Atan2Op op, Tangents t, Emit &e) {
    Value a = op.getLhs(), b = op.getRhs();
    Value square = e.add(e.mul(a, a), e.mul(b, b));
    return e.sub(e.mul(t[0], e.div(b, square)), e.mul(t[1], e.div(a, square)));
  });
}

void addExponentials(JvpRules &rules) {
  // d eˣ = eˣ·dx
  rules.add<ir::ExponentialOp>([](ir::ExponentialOp op, Tangents t, Emit &e) { return e.mul(op.getY(), t[0]); });
  // d(eˣ − 1) = eˣ·dx
  rules.add<ir::ExponentialMinusOneOp>(
      [](ir::ExponentialMinusOneOp op, Tangents t, Emit &e) { return e.mul(e.add(op.getY(), 1.0), t[0]); });
  // d log x = dx / x
  rules.add<ir::LogOp>([](ir::LogOp op, Tangents t, Emit &e) { return e.div(t[0], op.getX()); });
  // d log(1 + x) = dx / (1 + x)
  rules.add<ir::LogPlusOneOp>(
      [](ir::LogPlusOneOp op, Tangents t, Emit &e) { return e.div(t[0], e.add(op.getX(), 1.0)); });
  // dσ = σ·(1 − σ)·dx
  rules.add<ir::LogisticOp>(
      [](ir::LogisticOp op, Tangents t, Emit &e) { return e.mul(t[0], e.mul(op.getY(), e.from(1, op.getY()))); });
  // d√x = dx / 2√x
  rules.add<ir::SqrtOp>([](ir::SqrtOp op, Tangents t, Emit &e) { return e.div(t[0], e.mul(op.getY(), 2.0)); });
  // d x^−½ = −½·(x^−½)³·dx
  rules.add<ir::RsqrtOp>([](ir::RsqrtOp op, Tangents t, Emit &e) {
    Value y = op.getY();
    return e.mul(t[0], e.mul(e.mul(y, e.mul(y, y)), -0.5));
  });
  // d∛x = dx / 3(∛x)²
  rules.add<ir::CbrtOp>(
      [](ir::CbrtOp op, Tangents t, Emit &e) { return e.div(t[0], e.mul(e.mul(op.getY(), op.getY()), 3.0)); });
}

void addTrigonometry(JvpRules &rules) {
  // d sin x = cos x·dx
  rules.add<ir::SineOp>([](ir::SineOp op, Tangents t, Emit &e) { return e.mul(t[0], e.op<ir::CosineOp>(op.getX())); });
  // d cos x = −sin x·dx
  rules.add<ir::CosineOp>(
      [](ir::CosineOp op, Tangents t, Emit &e) { return e.mul(t[0], e.neg(e.op<ir::SineOp>(op.getX()))); });
  // d tan x = (1 + tan² x)·dx
  rules.add<ir::TanOp>(
      [](ir::TanOp op, Tangents t, Emit &e) { return e.mul(t[0], e.add(e.mul(op.getY(), op.getY()), 1.0)); });
  // d arcsin x = dx / √(1 − x²)
  auto arc = [](Value x, Emit &e) { return e.op<ir::RsqrtOp>(e.mul(e.from(1, x), e.add(x, 1.0))); };
  rules.add<ir::AsinOp>([=](ir::AsinOp op, Tangents t, Emit &e) { return e.mul(t[0], arc(op.getX(), e)); });
  // d arccos x = −dx / √(1 − x²)
  rules.add<ir::AcosOp>([=](ir::AcosOp op, Tangents t, Emit &e) { return e.mul(t[0], e.neg(arc(op.getX(), e))); });
  // d arctan x = dx / (1 + x²)
  rules.add<ir::AtanOp>(
      [](ir::AtanOp op, Tangents t, Emit &e) { return e.div(t[0], e.add(e.mul(op.getX(), op.getX()), 1.0)); });
  // d sinh x = cosh x·dx
  rules.add<ir::SinhOp>([](ir::SinhOp op, Tangents t, Emit &e) { return e.mul(t[0], e.op<ir::CoshOp>(op.getX())); });
  // d cosh x = sinh x·dx
  rules.add<ir::CoshOp>([](ir::CoshOp op, Tangents t, Emit &e) { return e.mul(t[0], e.op<ir::SinhOp>(op.getX())); });
  // d tanh x = (1 − tanh² x)·dx; the product keeps its digits where tanh x is nearly 1
  rules.add<ir::TanhOp>([](ir::TanhOp op, Tangents t, Emit &e) {
    return e.mul(t[0], e.mul(e.from(1, op.getY()), e.add(op.getY(), 1.0)));
  });
  // d arsinh x = dx / √(x² + 1)
  rules.add<ir::AsinhOp>([](ir::AsinhOp op, Tangents t, Emit &e) {
    return e.mul(t[0], e.op<ir::RsqrtOp>(e.add(e.mul(op.getX(), op.getX()), 1.0)));
  });
  // d arcosh x = dx / √((x − 1)(x + 1))
  rules.add<ir::AcoshOp>([](ir::AcoshOp op, Tangents t, Emit &e) {
    return e.mul(t[0], e.op<ir::RsqrtOp>(e.mul(e.add(op.getX(), -1.0), e.add(op.getX(), 1.0))));
  });
  // d artanh x = dx / ((1 − x)(1 + x))
  rules.add<ir::AtanhOp>([](ir::AtanhOp op, Tangents t, Emit &e) {
    return e.div(t[0], e.mul(e.from(1, op.getX()), e.add(op.getX(), 1.0)));
  });
}

void addSpecial(JvpRules &rules) {
  const double slope = 2 / std::sqrt(std::numbers::pi);  // of erf at 0
  auto bell = [](Value x, Emit &e) { return e.op<ir::ExponentialOp>(e.neg(e.mul(x, x))); };
  // d erf x = 2/√π·e^(−x²)·dx
  rules.add<ir::ErfOp>(
      [=](ir::ErfOp op, Tangents t, Emit &e) { return e.mul(t[0], e.mul(bell(op.getX(), e), slope)); });
  // d erfc x = −2/√π·e^(−x²)·dx
  rules.add<ir::ErfcOp>(
      [=](ir::ErfcOp op, Tangents t, Emit &e) { return e.mul(t[0], e.mul(bell(op.getX(), e), -slope)); });
  // d erf⁻¹ x = √π/2·e^(y²)·dx, with y = erf⁻¹ x
  rules.add<ir::ErfInvOp>([=](ir::ErfInvOp op, Tangents t, Emit &e) {
    return e.mul(t[0], e.mul(e.op<ir::ExponentialOp>(e.mul(op.getY(), op.getY())), 1 / slope));
  });
  // d log|Γ(x)| = ψ(x)·dx
  rules.add<ir::LgammaOp>(
      [](ir::LgammaOp op, Tangents t, Emit &e) { return e.mul(t[0], e.op<ir::DigammaOp>(op.getX())); });
}

void addChoice(JvpRules &rules) {
  // d(p ? a : b) = p ? da : db
  rules.add<ir::SelectOp>([](ir::SelectOp op, Tangents t, Emit &e) { return e.select(op.getPred(), t[1], t[2]); });
  // d clamp(lo, x, hi) is dlo below lo, dhi above hi, and dx strictly between
  rules.add<ir::ClampOp>([](ir::ClampOp op, Tangents t, Emit &e) {
    Value lo = op.getLo(), x = op.getX(), hi = op.getHi();
    auto where = [&](Value t, auto holds) { return t ? e.select(holds(), t, Value()) : t; };
    Value dx = where(
        t[1], [&] { return e.op<ir::AndOp>(e.compare(Comparison::GT, x, lo), e.compare(Comparison::LT, x, hi)); });
    Value below = where(t[0], [&] { return e.compare(Comparison::GT, lo, x); });
    Value above = where(t[2], [&] { return e.compare(Comparison::LT, hi, x); });
    return e.add(e.add(below, dx), above);
  });
  // Between floats, conversion is linear but for rounding.
  rules.add<ir::ConvertOp>([](ir::ConvertOp op, Tangents t, Emit &e) { return e.convert(t[0], op.getTo()); });
  rules.addZero<ir::SignOp, ir::FloorOp, ir::CeilOp, ir::RoundNearestEvenOp, ir::RoundNearestAfzOp, ir::IsFiniteOp,
                ir::NotOp, ir::PopcntOp, ir::CountLeadingZerosOp, ir::AndOp, ir::OrOp, ir::XorOp, ir::ShiftLeftOp,
                ir::ShiftRightLogicalOp, ir::ShiftRightArithmeticOp, ir::CompareOp, ir::BitcastConvertOp,
                ir::StopGradientOp>();
}

}  // namespace

void addElementwiseRules(JvpRules &rules) {
  addArithmetic(rules);
  addExponentials(rules);
  addTrigonometry(rules);
  addSpecial(rules);
  addChoice(rules);
}

// Transposes: with ⟨c, y⟩ = Σ c[i]·y[i], the cotangent of an operand is what makes ⟨c, op(x)⟩ = ⟨cotangent, x⟩.
void addElementwiseRules(TransposeRules &rules) {
  rules.add<ir::NegateOp>([](ir::NegateOp, Value ct, Linear, Emit &e) { return e.neg(ct); });
  rules.add<ir::AddOp>([](ir::AddOp, Value ct, Linear, Emit &) { return Cotangents{ct, ct}; });
  // ⟨c, a − b⟩ = ⟨c, a⟩ + ⟨−c, b⟩
  rules.add<ir::SubtractOp>(
      [](ir::SubtractOp, Value ct, Linear in, Emit &e) { return Cotangents{ct, in[1] ? e.neg(ct) : Value()}; });
  // ⟨c, a·b⟩ = ⟨c·b, a⟩ with b known
  rules.add<ir::MultiplyOp>([](ir::MultiplyOp op, Value ct, Linear in, Emit &e) {
    assert(!(in[0] && in[1]) && "a forward rule multiplied two tangents");
    return in[0] ? Cotangents{e.mul(ct, op.getRhs()), Value()} : Cotangents{Value(), e.mul(ct, op.getLhs())};
  });
  // ⟨c, a/b⟩ = ⟨c/b, a⟩ with b known
  rules.add<ir::DivideOp>([](ir::DivideOp op, Value ct, Linear in, Emit &e) {
    assert(!in[1] && "a forward rule divided by a tangent");
    return Cotangents{e.div(ct, op.getRhs()), Value()};
  });
  // ⟨c, p ? a : b⟩ = ⟨p ? c : 0, a⟩ + ⟨p ? 0 : c, b⟩
  rules.add<ir::SelectOp>([](ir::SelectOp op, Value ct, Linear in, Emit &e) {
    return Cotangents{Value(), in[1] ? e.select(op.getPred(), ct, Value()) : Value(),
                      in[2] ? e.select(op.getPred(), Value(), ct) : Value()};
  });
  rules.add<ir::ConvertOp>(
      [](ir::ConvertOp op, Value ct, Linear, Emit &e) { return e.convert(ct, ir::elementType(op.getX())); });
  rules.add<ir::StopGradientOp>([](ir::StopGradientOp, Value, Linear, Emit &) { return Value(); });
}

}  // namespace fluxion::passes
