// Batching of convolutions. A mapped lhs alone grows the batch, a mapped rhs alone the output features; two mapped
// operands are as many groups of features.
#include "ir/ops/convolution.h"

#include "passes/vmap/rules.h"

namespace fluxion::passes {

namespace {

using ir::Sizes;
using mlir::Value;

/// Axis 0 joined, as the outer part, with the dimension that is number d without it.
Value joinFront(Value x, int64_t d, Emit &e) {
  x = moveFromFront(x, d, e);
  Sizes shape(ir::shapeOf(x));
  shape[d + 1] *= shape[d];
  shape.erase(shape.begin() + d);
  return e.reshape(x, shape);
}

Value split(Value x, int64_t d, int64_t n, Emit &e) {
  Sizes shape(ir::shapeOf(x));
  shape[d] /= n;
  shape.insert(shape.begin() + d, n);
  return e.reshape(x, shape);
}

Value join(Value x, int64_t d, Emit &e) {  // dimensions d and d + 1
  Sizes shape(ir::shapeOf(x));
  shape[d + 1] *= shape[d];
  shape.erase(shape.begin() + d);
  return e.reshape(x, shape);
}

/// Axis 0 put inside the groups that dimension d (without it) consists of: they stay outermost.
Value joinInside(Value x, int64_t d, int64_t groups, Emit &e) {
  if (groups == 1) return joinFront(x, d, e);
  return join(joinFront(split(x, d + 1, groups, e), d + 1, e), d, e);
}

/// The mapped axis, of n elements, taken out of a dimension of the result into which joinInside put it.
Value takeOut(Value y, int64_t d, int64_t groups, int64_t n, Emit &e) {
  if (groups == 1) return moveToFront(split(y, d, n, e), d, e);
  y = moveToFront(split(split(y, d, groups, e), d + 1, n, e), d + 1, e);
  return join(y, d + 1, e);
}

}  // namespace

void addConvolutionRules(VmapRules &rules) {
  rules.add<ir::ConvolutionOp>([](ir::ConvolutionOp op, const Operands &x, Emit &e) -> Value {
    auto byFeature = static_cast<int64_t>(op.getFeatureGroups()), byBatch = static_cast<int64_t>(op.getBatchGroups());
    const int64_t n = x.size(), groups = std::max(byFeature, byBatch);
    llvm::ArrayRef<int64_t> lhs = op.getLhsDims(), rhs = op.getRhsDims(), out = op.getOutDims();
    auto convolve = [&](Value a, Value b) {
      return e.op<ir::ConvolutionOp>(a, b, op.getStrides(), op.getLow(), op.getHigh(), op.getLhsDilation(),
                                     op.getRhsDilation(), op.getReversal(), lhs, rhs, out, byFeature, byBatch,
                                     op.getElement());
    };
    if (x.mapped(0) && x.mapped(1)) {
      Value a = joinFront(x[0], byBatch > 1 ? lhs[0] : lhs[1], e), b = joinFront(x[1], rhs[0], e);
      (byBatch > 1 ? byBatch : byFeature) *= n;
      return takeOut(convolve(a, b), out[1], 1, n, e);
    }
    if (x.mapped(0)) return takeOut(convolve(joinInside(x[0], lhs[0], byBatch, e), x.raw(1)), out[0], 1, n, e);
    return takeOut(convolve(x.raw(0), joinInside(x[1], rhs[0], groups, e)), out[1], groups, n, e);
  });
}

}  // namespace fluxion::passes
