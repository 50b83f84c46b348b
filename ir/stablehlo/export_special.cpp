// Special functions that StableHLO and CHLO do not have: written as series, continued fractions and loops, in f64
// whatever the element type is.
#include <limits>
#include <numbers>

#include "ir/ops/special.h"
#include "ir/stablehlo/exporter.h"
#include "ir/stablehlo/formula.h"

namespace fluxion::ir::stablehlo {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity(), kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kEpsilon = std::numeric_limits<double>::epsilon();
constexpr double kTiny = 1e-300;  // what Lentz puts in the place of a zero
// Sums and fractions need about 9·√a steps for arguments near a.
constexpr int kMost = 10000;

Number isNan(Number x) { return x.compare(Comparison::NE, x); }

// ---- Bessel

// e^(−x)·I₀(x). Below 30: Σ (x²/4)ᵏ / k!²; above: Σ ((2k − 1)!!)² / (k!·(8x)ᵏ) / √(2πx), which falls that long.
Number besselI0e(Number signedX) {
  const Number x = abs(signedX), near = x < 30, low = select(near, x, x.like(1)), high = select(x > 30, x, x.like(30));
  Numbers series = iterate({low * low / 4}, {low.like(1), low.like(1), low.like(0)}, 60, [](auto fixed, auto c) {
    const Number k = c[2] + 1, term = c[0] * fixed[0] / (k * k), sum = c[1] + term;
    return Iteration{{term, sum, k}, term > sum * kEpsilon};
  });
  Numbers far = iterate({high * 8}, {high.like(1), high.like(1), high.like(0)}, 40, [](auto fixed, auto c) {
    const Number k = c[2] + 1, odd = k * 2 - 1, term = c[0] * odd * odd / (k * fixed[0]), sum = c[1] + term;
    return Iteration{{term, sum, k}, term > sum * kEpsilon};
  });
  const Number result = select(near, series[1] * exp(-low), far[1] / sqrt(high * (2 * std::numbers::pi)));
  return select(isNan(x), kNan, result);
}

// ---- incomplete gamma functions

struct WithSlope {
  Number value, byA;
};

// Σ xⁿ / ((a + 1)·…·(a + n)), so that P(a, x) = xᵃ·e^(−x) / Γ(a + 1) times it; for x that are not much greater than a.
WithSlope lowerSeries(Number a, Number x) {
  const Number one = a.like(1), zero = a.like(0);
  Numbers r = iterate({a, x}, {one, zero, one, zero, zero}, kMost, [](auto fixed, auto c) {
    const Number n = c[4] + 1, step = fixed[1] / (fixed[0] + n), term = c[0] * step;
    const Number slope = c[1] * step - term / (fixed[0] + n), sum = c[2] + term, slopes = c[3] + slope;
    const Number moving = (term > sum * kEpsilon) | (abs(slope) > abs(slopes) * kEpsilon);
    return Iteration{{term, slope, sum, slopes, n}, moving};
  });
  return {r[2], r[3]};
}

Number nonzero(Number x) { return select(abs(x) < kTiny, kTiny, x); }

// Legendre's fraction 1 / (x + 1 − a − 1·(1 − a) / (x + 3 − a − 2·(2 − a) / …)) by Lentz's method, so that Q(a, x) =
// xᵃ·e^(−x) / Γ(a) times it; for x that are not less than a, nor than 1. Each number is followed by its slope by a.
WithSlope upperFraction(Number a, Number x) {
  const Number b = x + 1 - a, d = 1 / nonzero(b), slope = d * d, zero = a.like(0);
  Numbers r = iterate({a}, {b, a.like(1 / kTiny), zero, d, slope, d, slope, zero}, kMost, [](auto fixed, auto s) {
    const Number i = s[7] + 1, factor = i * (fixed[0] - i), b = s[0] + 2;  // ∂factor/∂a = i, ∂b/∂a = −1
    const Number d = 1 / nonzero(factor * s[3] + b), dSlope = -(i * s[3] + factor * s[4] - 1) * d * d;
    const Number c = nonzero(b + factor / s[1]), cSlope = (i - factor / s[1] * s[2]) / s[1] - 1;
    const Number step = c * d, stepSlope = cSlope * d + c * dSlope, h = s[5] * step;
    const Number hSlope = s[6] * step + s[5] * stepSlope;
    const Number moving = (abs(step - 1) > 2 * kEpsilon) | (abs(s[5] * stepSlope) > abs(hSlope) * (2 * kEpsilon));
    return Iteration{{b, c, cSlope, d, dSlope, h, hSlope, i}, moving};
  });
  return {r[5], r[6]};
}

/// P(a, x), or Q, wherever neither a nor x is at an edge, with what both come from.
struct Gamma {
  Number a, x, byFraction;
  WithSlope series, fraction;

  Gamma(Number anyA, Number anyX)
      : a(inside(anyA)),
        x(inside(anyX)),
        byFraction((x > 1) & (x > a)),
        series(lowerSeries(a, select(byFraction, 0, x))),
        fraction(upperFraction(select(byFraction, a, a.like(1)), select(byFraction, x, x.like(2)))) {}

  // Log of xᵃ·e^(−x) / Γ(a).
  Number scale() const { return a * log(x) - x - lgamma(a); }
  Number lower() const {
    return select(byFraction, 1 - exp(scale()) * fraction.value, exp(scale()) / a * series.value);
  }
  Number upper() const {
    return select(byFraction, exp(scale()) * fraction.value, 1 - exp(scale()) / a * series.value);
  }
  // ∂P/∂a over xᵃ·e^(−x) / Γ(a).
  Number byA() const {
    const Number below = (series.value * (log(x) - digamma(a + 1)) + series.byA) / a;
    return select(byFraction, -(fraction.value * (log(x) - digamma(a)) + fraction.byA), below);
  }

 private:
  // Edges are answered apart; here they are some number.
  static Number inside(Number v) { return select((v > 0) & (v < kInfinity), v, v.like(1)); }
};

// NaN outside of a ≥ 0, x ≥ 0; else a first answer that holds.
Number atEdges(Number a, Number x, llvm::ArrayRef<std::pair<Number, double>> answers, Number otherwise) {
  for (const auto &[holds, answer] : llvm::reverse(answers)) otherwise = select(holds, answer, otherwise);
  return select(isNan(a) | isNan(x) | (a < 0) | (x < 0), kNan, otherwise);
}

Number igamma(Number a, Number x) {
  const Number none = a == 0, zero = x == 0, farA = a == kInfinity, farX = x == kInfinity;
  return atEdges(a, x, {{none & zero, kNan}, {none | farX, 1}, {zero | farA, 0}}, Gamma(a, x).lower());
}
Number igammac(Number a, Number x) {
  const Number none = a == 0, zero = x == 0, farA = a == kInfinity, farX = x == kInfinity;
  return atEdges(a, x, {{none & zero, kNan}, {none | farX, 0}, {zero | farA, 1}}, Gamma(a, x).upper());
}
Number igammaGradA(Number a, Number x) {
  const Gamma g(a, x);
  return atEdges(a, x, {{(a == 0) | (a == kInfinity), kNan}, {(x == 0) | (x == kInfinity), 0}},
                 exp(g.scale()) * g.byA());
}
// −(∂P/∂a) / (∂P/∂x), with ∂P/∂x = xᵃ·e^(−x) / Γ(a) / x
Number randomGammaGrad(Number a, Number x) {
  return atEdges(a, x, {{(a == 0) | (a == kInfinity) | (x == kInfinity), kNan}, {x == 0, 0}},
                 -Gamma(a, x).byA() * select(x < kInfinity, x, x.like(1)));
}

// ---- incomplete beta function

// 1 / (1 + d₁ / (1 + d₂ / …)) by Lentz's method, two steps at a time: d₂ₘ = m·(b − m)·x / ((a + 2m − 1)·(a + 2m)) and
// d₂ₘ₊₁ = −(a + m)·(a + b + m)·x / ((a + 2m)·(a + 2m + 1)) (DLMF 8.17.22)
Number betaFraction(Number a, Number b, Number x) {
  const Number d = 1 / nonzero(1 - (a + b) * x / (a + 1));
  Numbers r = iterate({a, b, x}, {a.like(1), d, d, a.like(0)}, kMost, [](auto fixed, auto s) {
    const Number a = fixed[0], b = fixed[1], x = fixed[2], m = s[3] + 1, twice = a + m * 2;
    Number c = s[0], d = s[1], h = s[2], step = h;
    for (const Number &factor :
         {m * (b - m) * x / ((twice - 1) * twice), -(a + m) * (a + b + m) * x / (twice * (twice + 1))}) {
      d = 1 / nonzero(factor * d + 1);
      c = nonzero(factor / c + 1);
      step = c * d;
      h = h * step;
    }
    return Iteration{{c, d, h, m}, abs(step - 1) > 2 * kEpsilon};
  });
  return r[2];
}

Number incompleteBeta(Number anyA, Number anyB, Number anyX) {
  const Number usual = (anyA > 0) & (anyA < kInfinity) & (anyB > 0) & (anyB < kInfinity) & (anyX > 0) & (anyX < 1);
  const Number a = select(usual, anyA, anyA.like(1)), b = select(usual, anyB, anyB.like(1));
  const Number x = select(usual, anyX, anyX.like(0.5));
  // I_x(a, b) = 1 − I_(1 − x)(b, a): the fraction converges fast for x below the mean.
  const Number turned = x > (a + 1) / (a + b + 2);
  const Number p = select(turned, b, a), q = select(turned, a, b), y = select(turned, 1 - x, x);
  const Number scale = lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x);
  const Number part = exp(scale) * betaFraction(p, q, y) / p;
  Number result = select(turned, 1 - part, part);
  const Number noA = anyA == 0, noB = anyB == 0, farA = anyA == kInfinity, farB = anyB == kInfinity;
  for (const auto &[holds, answer] : {std::pair(noB | farA, 0.0),
                                      {noA | farB, 1.0},
                                      {anyX == 1, 1.0},
                                      {anyX == 0, 0.0},
                                      {(noA & noB) | (farA & farB), kNan}})
    result = select(holds, answer, result);
  const Number outside = (anyA < 0) | (anyB < 0) | (anyX < 0) | (anyX > 1) | isNan(anyA) | isNan(anyB) | isNan(anyX);
  return select(outside, kNan, result);
}

// ---- the rules

mlir::Value converted(mlir::OpBuilder &b, mlir::Value x, mlir::Type element) {
  return elementType(x) == element ? x : ConvertOp::create(b, b.getUnknownLoc(), x, element).getResult();
}

template <class Op, class F>
void add(ExportRules &rules, F formula) {
  rules[Op::getOperationName()] = [=](Exporter &ex, mlir::Operation *op, llvm::ArrayRef<Ref> x) {
    mlir::Block block;
    mlir::OpBuilder b(op->getContext());
    b.setInsertionPointToEnd(&block);
    Numbers numbers;
    for (mlir::Type t : op->getOperandTypes())
      numbers.emplace_back(b, converted(b, block.addArgument(t, b.getUnknownLoc()), b.getF64Type()));
    mlir::Value y = formula(numbers).value();
    YieldOp::create(b, b.getUnknownLoc(), converted(b, y, elementType(op->getResult(0))));
    return ex.writeBlock(block, x);
  };
}

}  // namespace

void addSpecialRules(ExportRules &rules) {
  add<BesselI0eOp>(rules, [](const Numbers &x) { return besselI0e(x[0]); });
  add<IgammaOp>(rules, [](const Numbers &x) { return igamma(x[0], x[1]); });
  add<IgammacOp>(rules, [](const Numbers &x) { return igammac(x[0], x[1]); });
  add<IgammaGradAOp>(rules, [](const Numbers &x) { return igammaGradA(x[0], x[1]); });
  add<RandomGammaGradOp>(rules, [](const Numbers &x) { return randomGammaGrad(x[0], x[1]); });
  add<RegularizedIncompleteBetaOp>(rules, [](const Numbers &x) { return incompleteBeta(x[0], x[1], x[2]); });
}

}  // namespace fluxion::ir::stablehlo
