// Derivatives of convolutions: bilinear, and the transpose in each operand is another convolution (Dumoulin & Visin
// 2016, "A guide to convolution arithmetic for deep learning", and its generalisation to dilations and groups).
#include "ir/ops/convolution.h"

#include "passes/grad/rules.h"

namespace fluxion::passes {

using ir::Sizes;

namespace {

/// The numbers of an fx.convolution, to be changed.
struct Numbers {
  Sizes strides, low, high, lhsDilation, rhsDilation, reversal, lhs, rhs, out;
  int64_t featureGroups, batchGroups;

  explicit Numbers(ir::ConvolutionOp op)
      : strides(op.getStrides()),
        low(op.getLow()),
        high(op.getHigh()),
        lhsDilation(op.getLhsDilation()),
        rhsDilation(op.getRhsDilation()),
        reversal(op.getReversal()),
        lhs(op.getLhsDims()),
        rhs(op.getRhsDims()),
        out(op.getOutDims()),
        featureGroups(static_cast<int64_t>(op.getFeatureGroups())),
        batchGroups(static_cast<int64_t>(op.getBatchGroups())) {}

  Value convolve(Value x, Value w, mlir::Type element, Emit &e) const {
    return e.op<ir::ConvolutionOp>(x, w, strides, low, high, lhsDilation, rhsDilation, reversal, lhs, rhs, out,
                                   featureGroups, batchGroups, element);
  }
};

int64_t dilated(Value x, int64_t dimension, int64_t dilation) {
  const int64_t size = ir::shapeOf(x)[dimension];
  return size == 0 ? 0 : (size - 1) * dilation + 1;
}

/// Dimension `d` of n·m elements as [n, m], and back.
Value split(Value x, int64_t d, int64_t n, Emit &e) {
  Sizes shape(ir::shapeOf(x));
  shape[d] /= n;
  shape.insert(shape.begin() + d, n);
  return e.reshape(x, shape);
}
/// Dimension `from` moved in front of dimension `to` (counted without it) and joined with it.
Value join(Value x, int64_t from, int64_t to, Emit &e) {
  Sizes order = otherDims(ir::tensorType(x).getRank(), {from});
  order.insert(order.begin() + to, from);
  x = e.transpose(x, order);
  Sizes shape(ir::shapeOf(x));
  shape[to + 1] *= shape[to];
  shape.erase(shape.begin() + to);
  return e.reshape(x, shape);
}

mlir::Type wider(Value a, Value b) {
  return size_of(ir::dtypeOf(ir::elementType(a))) < size_of(ir::dtypeOf(ir::elementType(b))) ? ir::elementType(b)
                                                                                             : ir::elementType(a);
}

// The result's elements spread out by the strides, and the window turned round: what each element of lhs went into.
Value transposeLhs(ir::ConvolutionOp op, Value ct, Emit &e) {
  Numbers n(op);
  const Value lhs = op.getLhs(), rhs = op.getRhs();
  mlir::Type type = wider(ct, rhs);
  const int64_t groups = std::max(n.featureGroups, n.batchGroups), batchGroups = n.batchGroups;
  Value w = e.convert(rhs, type);
  if (groups > 1) w = join(split(w, n.rhs[0], groups, e), n.rhs[0], n.rhs[1], e);
  for (size_t d = 0; d < n.strides.size(); ++d) {
    const int64_t reach = dilated(rhs, n.rhs[d + 2], n.rhsDilation[d]);
    const int64_t before = reach - n.low[d] - 1;
    n.high[d] =
        dilated(lhs, n.lhs[d + 2], n.lhsDilation[d]) + reach - 1 - dilated(ct, n.out[d + 2], n.strides[d]) - before;
    n.low[d] = before;
    n.reversal[d] = !n.reversal[d];
  }
  std::swap(n.strides, n.lhsDilation);
  std::swap(n.lhs, n.out);
  std::swap(n.rhs[0], n.rhs[1]);
  n.featureGroups = groups;
  n.batchGroups = 1;
  Value x = n.convolve(e.convert(ct, type), w, ir::elementType(lhs), e);
  // The groups of the batch stand among the features, outermost.
  return batchGroups > 1 ? join(split(x, n.out[1], batchGroups, e), n.out[1], n.out[0], e) : x;
}

// For every element of the window, the products of what it met: lhs with the result's elements as the window, batch and
// features exchanged.
Value transposeRhs(ir::ConvolutionOp op, Value ct, Emit &e) {
  Numbers n(op);
  const Value lhs = op.getLhs(), rhs = op.getRhs();
  mlir::Type type = wider(ct, lhs);
  Sizes turned;
  for (size_t d = 0; d < n.strides.size(); ++d) {
    const int64_t reach = dilated(rhs, n.rhs[d + 2], n.rhsDilation[d]);
    n.high[d] =
        dilated(ct, n.out[d + 2], n.strides[d]) - dilated(lhs, n.lhs[d + 2], n.lhsDilation[d]) + reach - n.low[d] - 1;
    if (n.reversal[d]) turned.push_back(n.rhs[d + 2]);
    n.reversal[d] = 0;
  }
  std::swap(n.strides, n.rhsDilation);
  std::swap(n.featureGroups, n.batchGroups);
  // A convolution by batch groups is one by feature groups here, and the other way round.
  for (Sizes *dims : {&n.lhs, &n.rhs, &n.out}) std::swap((*dims)[0], (*dims)[1]);
  std::swap(n.rhs, n.out);
  Value w = n.convolve(e.convert(lhs, type), e.convert(ct, type), ir::elementType(rhs), e);
  return turned.empty() ? w : e.reverse(w, turned);
}

bool isEmpty(Value x) { return ir::tensorType(x).getNumElements() == 0; }

}  // namespace

void addConvolutionRules(JvpRules &rules) {
  // d(x ∗ w) = dx ∗ w + x ∗ dw
  rules.add<ir::ConvolutionOp>([](ir::ConvolutionOp op, Tangents t, Emit &e) {
    const Numbers n(op);
    auto convolve = [&](Value x, Value w) { return x && w ? n.convolve(x, w, op.getElement(), e) : Value(); };
    return e.add(convolve(t[0], op.getRhs()), convolve(op.getLhs(), t[1]));
  });
}

void addConvolutionRules(TransposeRules &rules) {
  rules.add<ir::ConvolutionOp>([](ir::ConvolutionOp op, Value ct, Linear in, Emit &e) {
    if (isEmpty(ct) || isEmpty(op.getLhs()) || isEmpty(op.getRhs())) return Cotangents{Value(), Value()};
    if (in[0]) return Cotangents{transposeLhs(op, ct, e), Value()};
    return Cotangents{Value(), transposeRhs(op, ct, e)};
  });
}

}  // namespace fluxion::passes
