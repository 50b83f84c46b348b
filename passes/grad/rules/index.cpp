// Derivatives of gathers, scatters, dynamic slices and sorts. Reading is transposed by adding, writing by reading.
#include "passes/grad/rules.h"

namespace fluxion::passes {

using ir::Combine;
using ir::Comparison;
using ir::Sizes;
using ir::Tensor;

namespace {

// Over the index vectors of a gather or scatter: the number of positions along each indexed dimension at which a window
// lies inside the operand, less one.
Sizes lastPositions(Value operand, Dims map, Dims window) {
  Sizes last;
  for (int64_t d : map) last.push_back(ir::shapeOf(operand)[d] - window[d]);
  return last;
}

Value clampIndices(Value indices, const Sizes &last, int64_t vectorDim, Emit &e) {
  if (last.empty()) return indices;
  mlir::Type type = indices.getType();
  bool implicit = vectorDim == ir::tensorType(indices).getRank();
  Value most = implicit ? e.constant(type, static_cast<double>(last[0])) : e.ramp(type, last, vectorDim);
  return e.op<ir::ClampOp>(e.zeros(type), indices, most);
}

// ---- scatter

// The sizes of a scatter's window in every dimension of the operand.
Sizes windowOf(ir::ScatterOp op) {
  Sizes window;
  auto next = op.getUpdateWindowDims().begin();
  for (int64_t d = 0; d < op.getType().getRank(); ++d) {
    bool dropped =
        llvm::is_contained(op.getInsertedWindowDims(), d) || llvm::is_contained(op.getInputBatchingDims(), d);
    window.push_back(dropped ? 1 : ir::shapeOf(op.getUpdates())[*next++]);
  }
  return window;
}

Value scatter(ir::ScatterOp like, Combine kind, Value operand, Value updates, Emit &e) {
  return e.op<ir::ScatterOp>(kind, operand, like.getIndices(), updates, like.getUpdateWindowDims(),
                             like.getInsertedWindowDims(), like.getInputBatchingDims(),
                             like.getScatterIndicesBatchingDims(), like.getScatterDimsToOperandDims(),
                             like.getIndexVectorDim(), like.getUniqueIndices());
}

// Reads x where `op` writes; positions outside are clamped and so need `masked`.
Value gatherAs(ir::ScatterOp op, Value x, Emit &e) {
  return e.op<ir::GatherOp>(x, op.getIndices(), op.getUpdateWindowDims(), op.getInsertedWindowDims(),
                            op.getInputBatchingDims(), op.getScatterIndicesBatchingDims(),
                            op.getScatterDimsToOperandDims(), op.getIndexVectorDim(), windowOf(op));
}

// Whether the window of each update lies inside the operand, for every element of `updates`.
Value inside(ir::ScatterOp op, Emit &e) {
  Value indices = op.getIndices();
  Sizes last = lastPositions(op.getOperand(), op.getScatterDimsToOperandDims(), windowOf(op));
  Value clamped = clampIndices(indices, last, op.getIndexVectorDim(), e);
  Value holds = e.compare(Comparison::EQ, indices, clamped);
  int64_t vectorDim = op.getIndexVectorDim();
  if (vectorDim < ir::tensorType(indices).getRank()) holds = e.reduce(Combine::and_, holds, {vectorDim});
  Sizes positions = otherDims(ir::tensorType(op.getUpdates()).getRank(), op.getUpdateWindowDims());
  return e.broadcast(holds, positions, ir::shapeOf(op.getUpdates()));
}

// Of the updates of a `set`, those which later ones do not overwrite: each element writes its number and reads it back.
Value winners(ir::ScatterOp op, Emit &e) {
  auto i32 = mlir::IntegerType::get(op.getContext(), 32);
  auto updates = ir::tensorType(op.getUpdates());
  Value numbers = e.reshape(e.iota(Tensor::get({updates.getNumElements()}, i32), 0), updates.getShape());
  Value written = scatter(op, Combine::set, e.constant(Tensor::get(op.getType().getShape(), i32), -1), numbers, e);
  return e.compare(Comparison::EQ, gatherAs(op, written, e), numbers);
}

// d of op[i] = op[i]·Π u, where every position is written at most once
mlir::FailureOr<Value> scatterMultiply(ir::ScatterOp op, Tangents t, Emit &e) {
  if (t[2] && !op.getUniqueIndices())
    return op.emitError(
        "grad: no derivative rule for 'fx.scatter multiply' in its updates unless unique_indices holds");
  Value operand = t[0] ? scatter(op, Combine::multiply, t[0], op.getUpdates(), e) : Value();
  if (!t[2]) return operand;
  Value change = e.mul(gatherAs(op, op.getOperand(), e), t[2]);
  return scatter(op, Combine::add, e.orZeros(operand, op.getType()), change, e);
}

// The tangents of those that attain the extremum, the operand's own element among them, shared equally.
Value scatterExtremum(ir::ScatterOp op, Tangents t, Emit &e) {
  mlir::Type element = ir::elementType(op.getY());
  Value own = e.convert(e.compare(Comparison::EQ, op.getOperand(), op.getY()), element);
  Value theirs = e.convert(e.compare(Comparison::EQ, op.getUpdates(), gatherAs(op, op.getY(), e)), element);
  Value count = scatter(op, Combine::add, own, theirs, e);
  Value sum = e.mul(t[0], own);
  if (t[2]) sum = scatter(op, Combine::add, e.orZeros(sum, op.getType()), e.mul(t[2], theirs), e);
  return e.div(sum, count);
}

mlir::FailureOr<Value> scatterTangent(ir::ScatterOp op, Tangents t, Emit &e) {
  switch (op.getKind()) {
    case Combine::add:
      if (!t[2]) return t[0];
      [[fallthrough]];
    // The same update wins, so `set` acts on tangents as on values.
    case Combine::set:
      return scatter(op, op.getKind(), e.orZeros(t[0], op.getType()), e.orZeros(t[2], op.getUpdates().getType()), e);
    case Combine::multiply:
      return scatterMultiply(op, t, e);
    case Combine::maximum:
    case Combine::minimum:
      return scatterExtremum(op, t, e);
    default:
      return Value();
  }
}

Cotangents transposeScatter(ir::ScatterOp op, Value ct, Linear in, Emit &e) {
  Cotangents result(3);
  Combine kind = op.getKind();
  if (kind == Combine::multiply) {  // linear in the operand alone
    result[0] = scatter(op, kind, ct, op.getUpdates(), e);
    return result;
  }
  assert((kind == Combine::add || kind == Combine::set) && "a forward rule made a scatter that is not linear");
  if (in[0]) result[0] = kind == Combine::add ? ct : scatter(op, kind, ct, e.zeros(op.getUpdates().getType()), e);
  if (in[2]) {
    Value mask = inside(op, e);
    if (kind == Combine::set && !op.getUniqueIndices()) mask = e.op<ir::AndOp>(mask, winners(op, e));
    result[2] = e.select(mask, gatherAs(op, ct, e), Value());
  }
  return result;
}

// ---- gather

// The transpose of a gather adds to the elements it read. A gather clamps its positions, while a scatter drops what
// lies outside, so they are clamped first.
Value transposeGather(ir::GatherOp op, Value ct, Emit &e) {
  Sizes last = lastPositions(op.getOperand(), op.getStartIndexMap(), op.getSliceSizes());
  Value indices = clampIndices(op.getIndices(), last, op.getIndexVectorDim(), e);
  return e.op<ir::ScatterOp>(Combine::add, e.zerosLike(op.getOperand()), indices, ct, op.getOffsetDims(),
                             op.getCollapsedSliceDims(), op.getOperandBatchingDims(), op.getStartIndicesBatchingDims(),
                             op.getStartIndexMap(), op.getIndexVectorDim(), /*unique_indices=*/false);
}

// ---- sort

// y[…, i, …] = x[…, permutation[…, i, …], …] along `d`
Value permuted(Value x, Value permutation, int64_t d, Emit &e) {
  int64_t rank = ir::tensorType(x).getRank();
  Sizes others = otherDims(rank, {d}), ones(static_cast<size_t>(rank), 1);
  return e.op<ir::GatherOp>(x, permutation, Sizes{}, Sizes{d}, others, others, Sizes{d}, rank, ones);
}

// The sort carries the positions along, and the tangents follow them.
mlir::FailureOr<Derivative> sortTangent(ir::SortOp op, Tangents t, Emit &e) {
  int64_t d = op.getDimension();
  if (ir::tensorType(op.getInputs()[0]).getNumElements() == 0) return Derivative{llvm::SmallVector<Value, 1>(t)};
  auto positions = Tensor::get(ir::shapeOf(op.getInputs()[0]), mlir::IntegerType::get(op.getContext(), 32));
  llvm::SmallVector<Value> inputs(op.getInputs());
  inputs.push_back(e.iota(positions, d));
  auto sort = ir::SortOp::create(e.builder, op.getLoc(), inputs, d, op.getIsStable(), op.getDescending());
  Derivative result;
  llvm::append_range(result.results, sort.getOutputs().drop_back());
  for (Value v : t) result.tangents.push_back(v ? permuted(v, sort.getOutputs().back(), d, e) : v);
  return result;
}

}  // namespace

void addIndexRules(JvpRules &rules) {
  rules.add<ir::GatherOp>([](ir::GatherOp op, Tangents t, Emit &e) {
    return e.op<ir::GatherOp>(t[0], op.getIndices(), op.getOffsetDims(), op.getCollapsedSliceDims(),
                              op.getOperandBatchingDims(), op.getStartIndicesBatchingDims(), op.getStartIndexMap(),
                              op.getIndexVectorDim(), op.getSliceSizes());
  });
  rules.add<ir::ScatterOp>(scatterTangent);
  rules.add<ir::DynamicSliceOp>([](ir::DynamicSliceOp op, Tangents t, Emit &e) {
    return e.op<ir::DynamicSliceOp>(t[0], op.getStarts(), op.getSizes());
  });
  rules.add<ir::DynamicUpdateSliceOp>([](ir::DynamicUpdateSliceOp op, Tangents t, Emit &e) {
    Value x = e.orZeros(t[0], op.getX().getType()), update = e.orZeros(t[1], op.getUpdate().getType());
    return e.op<ir::DynamicUpdateSliceOp>(x, update, op.getStarts());
  });
  rules.add<ir::SortOp>(sortTangent);
}

void addIndexRules(TransposeRules &rules) {
  rules.add<ir::GatherOp>(
      [](ir::GatherOp op, Value ct, Linear, Emit &e) { return Cotangents{transposeGather(op, ct, e), Value()}; });
  rules.add<ir::ScatterOp>(transposeScatter);
  // Both clamp their starts alike.
  rules.add<ir::DynamicSliceOp>([](ir::DynamicSliceOp op, Value ct, Linear, Emit &e) {
    Cotangents result(op->getNumOperands());
    result[0] = e.op<ir::DynamicUpdateSliceOp>(e.zerosLike(op.getX()), ct, op.getStarts());
    return result;
  });
  rules.add<ir::DynamicUpdateSliceOp>([](ir::DynamicUpdateSliceOp op, Value ct, Linear in, Emit &e) {
    Cotangents result(op->getNumOperands());
    mlir::Type update = op.getUpdate().getType();
    if (in[0]) result[0] = e.op<ir::DynamicUpdateSliceOp>(ct, e.zeros(update), op.getStarts());
    if (in[1]) result[1] = e.op<ir::DynamicSliceOp>(ct, op.getStarts(), ir::shapeOf(op.getUpdate()));
    return result;
  });
}

}  // namespace fluxion::passes
