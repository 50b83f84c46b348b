// Ops that move elements or sum them up treat the parts alike, one after the other; products do not.
#include "ir/ops/complex.h"
#include "passes/complex/functions.h"
#include "passes/complex/rules.h"

namespace fluxion::passes {

namespace {

using ir::Combine;
using ir::Sizes;

// The op on one part of its complex operands.
Value onPart(mlir::Operation *op, llvm::ArrayRef<Parts> x, bool imaginary, Emit &e) {
  mlir::OperationState state(e.loc, op->getName());
  for (Parts p : x) state.addOperands(imaginary && p.im ? p.im : p.re);
  state.addAttributes(op->getAttrs());
  state.addTypes(ir::partType(op->getResult(0).getType()));
  return e.builder.create(state)->getResult(0);
}

Parts onBoth(mlir::Operation *op, llvm::ArrayRef<Parts> x, Emit &e) {
  return {onPart(op, x, false, e), onPart(op, x, true, e)};
}

template <class... Ops>
void alike(llvm::StringMap<SplitRule> &rules) {
  ((rules[Ops::getOperationName()] = onBoth), ...);
}

Parts multiplied(Parts a, Parts b, Emit &e) {
  Complex y = multiply({{&e, a.re}, {&e, a.im}}, {{&e, b.re}, {&e, b.im}});
  return {y.re.v, y.im.v};
}

// Padded with the parts of 1.
Parts padded(Parts x, Dims low, Dims high, Emit &e) {
  Sizes none(low.size(), 0);
  auto scalar = ir::Tensor::get({}, ir::elementType(x.re));
  return {e.pad(x.re, e.constant(scalar, 1), low, high, none), e.pad(x.im, e.constant(scalar, 0), low, high, none)};
}

// A product along the last dimension by halves: log₂ n multiplications of arrays.
Parts product(ir::ReduceOp op, Parts x, Emit &e) {
  Sizes order = otherDims(ir::tensorType(x.re).getRank(), op.getDimensions()), shape;
  int64_t n = 1;
  for (int64_t d : order) shape.push_back(ir::shapeOf(x.re)[d]);
  for (int64_t d : op.getDimensions()) order.push_back(d), n *= ir::shapeOf(x.re)[d];
  const Sizes kept = shape;
  shape.push_back(n);
  const size_t last = kept.size();
  auto both = [&](auto f) { x = {f(x.re), f(x.im)}; };
  both([&](Value v) { return e.reshape(e.transpose(v, order), shape); });
  Sizes zeros(shape.size(), 0), ones(shape.size(), 1), end = zeros;
  while (shape[last] != 1) {
    end[last] = shape[last] % 2 || shape[last] == 0;
    x = padded(x, zeros, end, e);
    shape[last] = (shape[last] + end[last]);
    if (shape[last] == 1) break;  // the product of nothing
    Sizes middle = shape, start = zeros;
    middle[last] = start[last] = shape[last] / 2;
    auto half = [&](Dims from, Dims to) { return Parts{e.slice(x.re, from, to, ones), e.slice(x.im, from, to, ones)}; };
    x = multiplied(half(zeros, middle), half(start, shape), e);
    shape = middle;
  }
  both([&](Value v) { return e.reshape(v, kept); });
  return x;
}

Parts reduce(mlir::Operation *op, llvm::ArrayRef<Parts> x, Emit &e) {
  auto r = llvm::cast<ir::ReduceOp>(op);
  return r.getKind() == Combine::multiply ? product(r, x[0], e) : onBoth(op, x, e);
}

Parts constant(mlir::Operation *op, llvm::ArrayRef<Parts>, Emit &e) {
  auto value = llvm::cast<mlir::DenseElementsAttr>(llvm::cast<ir::ConstantOp>(op).getValue());
  auto type = llvm::cast<ir::Tensor>(ir::partType(value.getType()));
  llvm::SmallVector<llvm::APFloat> re, im;
  auto add = [&](const std::complex<llvm::APFloat> &z) { re.push_back(z.real()), im.push_back(z.imag()); };
  if (value.isSplat())
    add(value.getSplatValue<std::complex<llvm::APFloat>>());
  else
    for (const auto &z : value.getValues<std::complex<llvm::APFloat>>()) add(z);
  auto make = [&](llvm::ArrayRef<llvm::APFloat> numbers) {
    return e.op<ir::ConstantOp>(type, mlir::DenseElementsAttr::get(type, numbers));
  };
  return {make(re), make(im)};
}

Parts iota(mlir::Operation *op, llvm::ArrayRef<Parts>, Emit &e) {
  mlir::Type type = ir::partType(op->getResult(0).getType());
  return {e.iota(type, static_cast<int64_t>(llvm::cast<ir::IotaOp>(op).getDimension())), e.zeros(type)};
}

// Four products of real matrices. (Three would do, but the sums that they need lose digits.)
Parts dot(mlir::Operation *op, llvm::ArrayRef<Parts> x, Emit &e) {
  auto d = llvm::cast<ir::DotGeneralOp>(op);
  mlir::Type element = llvm::cast<ir::Tensor>(ir::partType(op->getResult(0).getType())).getElementType();
  auto product = [&](Value a, Value b) {
    if (!a || !b) return Value();
    return e.op<ir::DotGeneralOp>(a, b, d.getLhsBatching(), d.getRhsBatching(), d.getLhsContracting(),
                                  d.getRhsContracting(), element);
  };
  Value re = e.sub(product(x[0].re, x[1].re), product(x[0].im, x[1].im));
  if (!ir::isComplexTensor(op->getResult(0).getType())) return {re, {}};
  Value im = e.add(product(x[0].re, x[1].im), product(x[0].im, x[1].re));
  return {re, e.orZeros(im, re.getType())};
}

}  // namespace

void addArrayRules(llvm::StringMap<SplitRule> &rules) {
  alike<ir::NegateOp, ir::AddOp, ir::SubtractOp, ir::SelectOp, ir::StopGradientOp, ir::BroadcastInDimOp, ir::ReshapeOp,
        ir::TransposeOp, ir::SliceOp, ir::PadOp, ir::ConcatenateOp, ir::ReverseOp, ir::GatherOp, ir::DynamicSliceOp,
        ir::DynamicUpdateSliceOp, ir::ScatterOp, ir::CumulativeOp>(rules);
  rules[ir::ReduceOp::getOperationName()] = reduce;
  rules[ir::ConstantOp::getOperationName()] = constant;
  rules[ir::IotaOp::getOperationName()] = iota;
  rules[ir::DotGeneralOp::getOperationName()] = dot;
  rules[ir::BitcastConvertOp::getOperationName()] = [](mlir::Operation *, llvm::ArrayRef<Parts> x, Emit &) {
    return x[0];  // only to its own type
  };
}

}  // namespace fluxion::passes
