// Elementwise ops by their formulas.
#include "passes/complex/rules.h"

#include "ir/ops/complex.h"
#include "passes/complex/functions.h"

namespace fluxion::passes {

namespace {

Complex numbers(Parts x, Emit &e) { return {{&e, x.re}, {&e, x.im}}; }
Parts parts(Complex z) { return {z.re.v, z.im.v}; }

template <class Op>
void unary(llvm::StringMap<SplitRule> &rules, Complex (*f)(Complex)) {
  rules[Op::getOperationName()] = [f](mlir::Operation *, llvm::ArrayRef<Parts> x, Emit &e) {
    return parts(f(numbers(x[0], e)));
  };
}

template <class Op>
void binary(llvm::StringMap<SplitRule> &rules, Complex (*f)(Complex, Complex)) {
  rules[Op::getOperationName()] = [f](mlir::Operation *, llvm::ArrayRef<Parts> x, Emit &e) {
    return parts(f(numbers(x[0], e), numbers(x[1], e)));
  };
}

// To bool: whether either part is not 0. To a real type: the real part. From one: with imaginary part 0.
Parts convert(mlir::Operation *op, llvm::ArrayRef<Parts> in, Emit &e) {
  Parts x = in[0];
  mlir::Type to = llvm::cast<ir::ConvertOp>(op).getTo();
  if (auto complex = llvm::dyn_cast<mlir::ComplexType>(to)) {
    Value re = e.convert(x.re, complex.getElementType());
    return {re, x.im ? e.convert(x.im, complex.getElementType()) : e.zerosLike(re)};
  }
  if (to.isInteger(1)) return {((Number{&e, x.re} != 0.0) | (Number{&e, x.im} != 0.0)).v, {}};
  return {e.convert(x.re, to), {}};
}

void addParts(llvm::StringMap<SplitRule> &rules) {
  rules[ir::RealOp::getOperationName()] = [](mlir::Operation *, llvm::ArrayRef<Parts> x, Emit &) {
    return Parts{x[0].re, {}};
  };
  rules[ir::ImagOp::getOperationName()] = [](mlir::Operation *, llvm::ArrayRef<Parts> x, Emit &) {
    return Parts{x[0].im, {}};
  };
  rules[ir::ComplexOp::getOperationName()] = [](mlir::Operation *, llvm::ArrayRef<Parts> x, Emit &) {
    return Parts{x[0].re, x[1].re};
  };
  rules[ir::ComplexAbsOp::getOperationName()] = [](mlir::Operation *, llvm::ArrayRef<Parts> x, Emit &e) {
    return Parts{modulus(numbers(x[0], e)).v, {}};
  };
  rules[ir::CompareOp::getOperationName()] = [](mlir::Operation *op, llvm::ArrayRef<Parts> x, Emit &e) {
    auto direction = llvm::cast<ir::CompareOp>(op).getDirection();
    return Parts{compare(direction, numbers(x[0], e), numbers(x[1], e)).v, {}};
  };
  rules[ir::ConvertOp::getOperationName()] = convert;
}

}  // namespace

void addFunctionRules(llvm::StringMap<SplitRule> &rules) {
  addParts(rules);
  binary<ir::MultiplyOp>(rules, multiply);
  binary<ir::DivideOp>(rules, divide);
  binary<ir::PowerOp>(rules, power);
  binary<ir::Atan2Op>(rules, atan2);
  unary<ir::ExponentialOp>(rules, exp);
  unary<ir::ExponentialMinusOneOp>(rules, expm1);
  unary<ir::LogOp>(rules, log);
  unary<ir::LogPlusOneOp>(rules, log1p);
  unary<ir::LogisticOp>(rules, logistic);
  unary<ir::SqrtOp>(rules, sqrt);
  unary<ir::RsqrtOp>(rules, rsqrt);
  unary<ir::SineOp>(rules, sin);
  unary<ir::CosineOp>(rules, cos);
  unary<ir::TanOp>(rules, tan);
  unary<ir::SinhOp>(rules, sinh);
  unary<ir::CoshOp>(rules, cosh);
  unary<ir::TanhOp>(rules, tanh);
  unary<ir::AsinOp>(rules, asin);
  unary<ir::AcosOp>(rules, acos);
  unary<ir::AtanOp>(rules, atan);
  unary<ir::AsinhOp>(rules, asinh);
  unary<ir::AcoshOp>(rules, acosh);
  unary<ir::AtanhOp>(rules, atanh);
}

const SplitRule *findSplitRule(mlir::Operation *op) {
  static const llvm::StringMap<SplitRule> rules = [] {
    llvm::StringMap<SplitRule> all;
    addFunctionRules(all);
    addArrayRules(all);
    return all;
  }();
  // The parts of running products, and of products that are scattered, are not products of parts.
  if (llvm::isa<ir::CumulativeOp, ir::ScatterOp>(op)) {
    auto kind = op->getAttrOfType<ir::CombineAttr>("kind");
    if (kind && kind.getValue() != ir::Combine::add && kind.getValue() != ir::Combine::set) return nullptr;
  }
  auto it = rules.find(op->getName().getStringRef());
  return it == rules.end() ? nullptr : &it->second;
}

}  // namespace fluxion::passes
