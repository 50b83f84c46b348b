// Derivatives of collectives, as functions of the operands of all members of the axis.
#include "ir/ops/collective.h"

#include "passes/grad/rules.h"

namespace fluxion::passes {

using namespace ir;  // NOLINT: the ops of one family

namespace {

Value sum(AllReduceOp op, Value x, Emit &e) {
  return x ? e.op<AllReduceOp>(Combine::add, x, op.getAxisName(), op.getAxisSize()) : x;
}

// The greatest (least) elements share the derivative, as in a reduction.
Value differentiateExtremum(AllReduceOp op, Value t, Emit &e) {
  Value there = e.convert(e.compare(Comparison::EQ, op.getX(), op.getY()), elementType(op.getX()));
  return e.div(sum(op, e.mul(t, there), e), sum(op, there, e));
}

Sizes inverted(llvm::ArrayRef<int64_t> sources) {
  Sizes targets(sources.size(), -1);
  for (auto [i, s] : llvm::enumerate(sources))
    if (s >= 0) targets[s] = static_cast<int64_t>(i);
  return targets;
}

}  // namespace

void addCollectiveRules(JvpRules &rules) {
  rules.addZero<AxisIndexOp>();
  rules.add<AllReduceOp>([](AllReduceOp op, Tangents t, Emit &e) {
    return op.getKind() == Combine::add ? sum(op, t[0], e) : differentiateExtremum(op, t[0], e);
  });
  rules.add<AllGatherOp>([](AllGatherOp op, Tangents t, Emit &e) {
    return e.op<AllGatherOp>(t[0], op.getDimension(), op.getAxisName(), op.getAxisSize());
  });
  rules.add<ReduceScatterOp>([](ReduceScatterOp op, Tangents t, Emit &e) {
    return e.op<ReduceScatterOp>(t[0], op.getDimension(), op.getAxisName(), op.getAxisSize());
  });
  rules.add<CollectivePermuteOp>([](CollectivePermuteOp op, Tangents t, Emit &e) {
    return e.op<CollectivePermuteOp>(t[0], op.getSources(), op.getAxisName(), op.getAxisSize());
  });
  rules.add<AllToAllOp>([](AllToAllOp op, Tangents t, Emit &e) {
    return e.op<AllToAllOp>(t[0], op.getSplitDimension(), op.getConcatDimension(), op.getAxisName(), op.getAxisSize());
  });
}

void addCollectiveRules(TransposeRules &rules) {
  // yᵢ = Σₖ xₖ for each i: xₖ receives the cotangents of all.
  rules.add<AllReduceOp>([](AllReduceOp op, Value ct, Linear, Emit &e) { return sum(op, ct, e); });
  rules.add<AllGatherOp>([](AllGatherOp op, Value ct, Linear, Emit &e) {
    return e.op<ReduceScatterOp>(ct, op.getDimension(), op.getAxisName(), op.getAxisSize());
  });
  rules.add<ReduceScatterOp>([](ReduceScatterOp op, Value ct, Linear, Emit &e) {
    return e.op<AllGatherOp>(ct, op.getDimension(), op.getAxisName(), op.getAxisSize());
  });
  rules.add<CollectivePermuteOp>([](CollectivePermuteOp op, Value ct, Linear, Emit &e) {
    return e.op<CollectivePermuteOp>(ct, inverted(op.getSources()), op.getAxisName(), op.getAxisSize());
  });
  rules.add<AllToAllOp>([](AllToAllOp op, Value ct, Linear, Emit &e) {
    return e.op<AllToAllOp>(ct, op.getConcatDimension(), op.getSplitDimension(), op.getAxisName(), op.getAxisSize());
  });
}

}  // namespace fluxion::passes
