// Derivatives of the special family, and of digamma, whose derivative is of it.
#include "ir/ops/special.h"

#include "passes/grad/rules.h"

namespace fluxion::passes {

using ir::Comparison;

namespace {

// c·log x for the exponent of a density: 0 where c is, also at x = 0.
Value xlogy(Value c, Value logarithm, Emit &e) {
  return e.select(e.compare(Comparison::EQ, c, 0.0), Value(), e.mul(c, logarithm));
}

// x^(a − 1)·e^(−x) / Γ(a)
Value gammaDensity(Value a, Value x, Emit &e) {
  Value power = xlogy(e.add(a, -1.0), e.op<ir::LogOp>(x), e);
  return e.op<ir::ExponentialOp>(e.sub(e.sub(power, x), e.op<ir::LgammaOp>(a)));
}

// x^(a − 1)·(1 − x)^(b − 1) / B(a, b)
Value betaDensity(Value a, Value b, Value x, Emit &e) {
  Value left = xlogy(e.add(a, -1.0), e.op<ir::LogOp>(x), e);
  Value right = xlogy(e.add(b, -1.0), e.op<ir::LogPlusOneOp>(e.neg(x)), e);
  auto lgamma = [&](Value v) { return e.op<ir::LgammaOp>(v); };
  Value logBeta = e.sub(e.add(lgamma(a), lgamma(b)), lgamma(e.add(a, b)));
  return e.op<ir::ExponentialOp>(e.sub(e.add(left, right), logBeta));
}

mlir::FailureOr<Value> refuse(mlir::Operation *op, const char *message) {
  return op->emitError(message), mlir::failure();
}

void addBessel(JvpRules &rules) {
  // d e^(−|x|)·I₀(x) = (e^(−|x|)·I₁(x) − sign x·y)·dx
  rules.add<ir::BesselI0eOp>([](ir::BesselI0eOp op, Tangents t, Emit &e) {
    Value x = op.getX();
    return e.mul(t[0], e.sub(e.op<ir::BesselI1eOp>(x), e.mul(e.op<ir::SignOp>(x), op.getY())));
  });
  // d e^(−|x|)·I₁(x) = (e^(−|x|)·I₀(x) − (sign x + 1/x)·y)·dx, which is ½·dx at 0
  rules.add<ir::BesselI1eOp>([](ir::BesselI1eOp op, Tangents t, Emit &e) {
    Value x = op.getX(), zero = e.compare(Comparison::EQ, x, 0.0);
    Value inverse = e.div(e.like(x, 1), e.select(zero, e.like(x, 1), x));
    Value slope = e.sub(e.op<ir::BesselI0eOp>(x), e.mul(e.add(e.op<ir::SignOp>(x), inverse), op.getY()));
    return e.mul(t[0], e.select(zero, e.like(x, 0.5), slope));
  });
}

// ∂ζ(s, q)/∂s for s > 1 and q > 0, by Euler and Maclaurin: with u = q + 10 and Pⱼ = s·(s + 1)·…·(s + 2j − 2) it is
// −Σ log(q + k)·(q + k)^(−s) over k < 10, and u^(−s) times
// −u·(log u + 1/(s − 1)) / (s − 1) − ½·log u + Σ B₂ⱼ/(2j)!·Pⱼ·(Σ 1/(s + i) − log u)·u^(1 − 2j).
Value zetaByOrder(Value s, Value q, Emit &e) {
  // B₂ⱼ / (2j)!; the seventh term would be below 10⁻¹⁵ of the sum, which is what the powers are rounded to
  constexpr double kBernoulli[] = {1 / 12.0,       -1 / 720.0,     1 / 30240.0,
                                   -1 / 1209600.0, 1 / 47900160.0, -691 / 1307674368000.0};
  constexpr int kTerms = 10;
  auto power = [&](Value log) { return e.op<ir::ExponentialOp>(e.neg(e.mul(s, log))); };
  Value sum;
  for (int k = 0; k < kTerms; ++k) {
    Value log = e.op<ir::LogOp>(k == 0 ? q : e.add(q, k));
    sum = e.add(sum, e.mul(log, power(log)));
  }
  Value u = e.add(q, kTerms), log = e.op<ir::LogOp>(u), less = e.add(s, -1.0), one = e.like(s, 1);
  Value rest = e.neg(e.add(e.mul(e.div(u, less), e.add(log, e.div(one, less))), e.mul(log, 0.5)));
  Value square = e.mul(u, u), product = e.div(s, u), slopes = e.div(one, s);
  for (int j = 1; double c : kBernoulli) {
    if (j > 1) {
      Value a = e.add(s, 2 * j - 3), b = e.add(s, 2 * j - 2);
      product = e.div(e.mul(product, e.mul(a, b)), square);
      slopes = e.add(slopes, e.add(e.div(one, a), e.div(one, b)));
    }
    rest = e.add(rest, e.mul(e.mul(product, e.sub(slopes, log)), c));
    ++j;
  }
  return e.sub(e.mul(power(log), rest), sum);
}

void addZeta(JvpRules &rules) {
  // ∂ζ(a, x)/∂x = −a·ζ(a + 1, x)
  rules.add<ir::ZetaOp>([](ir::ZetaOp op, Tangents t, Emit &e) {
    Value a = op.getA(), x = op.getX();
    Value dx = t[1] ? e.mul(t[1], e.neg(e.mul(a, e.op<ir::ZetaOp>(e.add(a, 1.0), x)))) : Value();
    if (!t[0]) return dx;
    mlir::Type element = ir::elementType(x);
    mlir::Type wide = element.getIntOrFloatBitWidth() < 32 ? mlir::Float32Type::get(element.getContext()) : element;
    Value slope = e.convert(zetaByOrder(e.convert(a, wide), e.convert(x, wide), e), element);
    return e.add(e.mul(t[0], slope), dx);
  });
  // ∂ψ⁽ⁿ⁾(x)/∂x = ψ⁽ⁿ⁺¹⁾(x)
  rules.add<ir::PolygammaOp>([](ir::PolygammaOp op, Tangents t, Emit &e) -> mlir::FailureOr<Value> {
    if (t[0]) return refuse(op, "grad: polygamma has no derivative by its order");
    return e.mul(t[1], e.op<ir::PolygammaOp>(e.add(op.getA(), 1.0), op.getX()));
  });
  rules.add<ir::DigammaOp>([](ir::DigammaOp op, Tangents t, Emit &e) {
    // There is no polygamma of 8-bit floats.
    mlir::Type element = ir::elementType(op.getX());
    const bool narrow = element.getIntOrFloatBitWidth() == 8;
    Value x = narrow ? e.convert(op.getX(), mlir::Float32Type::get(element.getContext())) : op.getX();
    return e.mul(t[0], e.convert(e.op<ir::PolygammaOp>(e.like(x, 1), x), element));
  });
}

void addIncomplete(JvpRules &rules) {
  // dP(a, x) = ∂P/∂a·da + x^(a − 1)·e^(−x)/Γ(a)·dx
  rules.add<ir::IgammaOp>([](ir::IgammaOp op, Tangents t, Emit &e) {
    Value a = op.getA(), x = op.getX();
    Value da = t[0] ? e.mul(t[0], e.op<ir::IgammaGradAOp>(a, x)) : Value();
    return e.add(da, t[1] ? e.mul(t[1], gammaDensity(a, x, e)) : Value());
  });
  // dQ = −dP
  rules.add<ir::IgammacOp>([](ir::IgammacOp op, Tangents t, Emit &e) {
    Value a = op.getA(), x = op.getX();
    Value da = t[0] ? e.mul(t[0], e.neg(e.op<ir::IgammaGradAOp>(a, x))) : Value();
    return e.add(da, t[1] ? e.mul(t[1], e.neg(gammaDensity(a, x, e))) : Value());
  });
  // Implicit: P(a, x) = u stays where a moves.
  rules.add<ir::GammaSampleOp>([](ir::GammaSampleOp op, Tangents t, Emit &e) {
    return e.add(t[0] ? e.mul(t[0], e.op<ir::RandomGammaGradOp>(op.getLhs(), op.getRhs())) : Value(), t[1]);
  });
  // ∂I_x(a, b)/∂x = x^(a − 1)·(1 − x)^(b − 1)/B(a, b)
  rules.add<ir::RegularizedIncompleteBetaOp>(
      [](ir::RegularizedIncompleteBetaOp op, Tangents t, Emit &e) -> mlir::FailureOr<Value> {
        if (t[0] || t[1])
          return refuse(op, "grad: regularized_incomplete_beta has a derivative by its third operand only");
        return e.mul(t[2], betaDensity(op.getA(), op.getB(), op.getX(), e));
      });
}

}  // namespace

void addSpecialRules(JvpRules &rules) {
  addBessel(rules);
  addZeta(rules);
  addIncomplete(rules);
  // Rounding is taken for linear, and tangents are rounded as well.
  rules.add<ir::ReducePrecisionOp>([](ir::ReducePrecisionOp op, Tangents t, Emit &e) {
    return e.op<ir::ReducePrecisionOp>(t[0], op.getExponentBits(), op.getMantissaBits());
  });
  rules.addZero<ir::NextAfterOp, ir::MulhiOp>();
}

void addSpecialRules(TransposeRules &rules) {
  rules.add<ir::ReducePrecisionOp>([](ir::ReducePrecisionOp op, Value ct, Linear, Emit &e) {
    return e.op<ir::ReducePrecisionOp>(ct, op.getExponentBits(), op.getMantissaBits());
  });
}

}  // namespace fluxion::passes
