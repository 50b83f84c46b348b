// Batching of collectives: over another axis than theirs, and over their own, which takes them away.
#include "ir/ops/collective.h"

#include "passes/vmap/rules.h"

namespace fluxion::passes {

using namespace ir;  // NOLINT: the ops of one family
using mlir::Value;

namespace {

// Dimension d of x as two, [parts, size/parts].
Value cut(Value x, int64_t d, int64_t parts, Emit &e) {
  Sizes shape(shapeOf(x));
  shape[d] /= parts;
  shape.insert(shape.begin() + d, parts);
  return e.reshape(x, shape);
}

// Dimensions d and d + 1 of x as one.
Value join(Value x, int64_t d, Emit &e) {
  Sizes shape(shapeOf(x));
  shape[d] *= shape[d + 1];
  shape.erase(shape.begin() + d + 1);
  return e.reshape(x, shape);
}

// Of equal operands a multiple, where the element type can hold the number of members.
Value sum(const Operands &x, Emit &e) {
  const mlir::Type element = elementType(x.raw(0));
  const bool isWide = llvm::isa<mlir::ComplexType>(element) || element.getIntOrFloatBitWidth() >= 32;
  if (!x.mapped(0) && isWide) return e.mul(x.raw(0), static_cast<double>(x.size()));
  return e.reduceSum(x[0], {0});
}

Batched allReduce(AllReduceOp op, const Operands &x, Emit &e) {
  if (op.getKind() == Combine::add) return {sum(x, e), false};
  return {x.mapped(0) ? e.reduce(op.getKind(), x.raw(0), {0}) : x.raw(0), false};
}

Batched allGather(AllGatherOp op, const Operands &x, Emit &e) {
  const auto d = static_cast<int64_t>(op.getDimension());
  return {join(moveFromFront(x[0], d, e), d, e), false};
}

Batched reduceScatter(ReduceScatterOp op, const Operands &x, Emit &e) {
  const auto d = static_cast<int64_t>(op.getDimension());
  return {moveToFront(cut(sum(x, e), d, x.size(), e), d, e), true};
}

// By how much the members are turned, if all of them are: yᵢ = x of i + shift.
std::optional<int64_t> rotation(llvm::ArrayRef<int64_t> sources) {
  const auto n = static_cast<int64_t>(sources.size());
  for (int64_t i = 0; i < n; ++i)
    if (sources[i] != (sources[0] + i) % n) return {};
  return sources[0];
}

Value rotated(Value x, int64_t shift, Emit &e) {
  if (shift == 0) return x;
  const Sizes size(shapeOf(x)), ones(size.size(), 1), zeros(size.size(), 0);
  Sizes at = zeros, end = size;
  at[0] = end[0] = shift;
  return e.concatenate({e.slice(x, at, size, ones), e.slice(x, zeros, end, ones)}, 0);
}

Value rowsOf(Value x, llvm::ArrayRef<int64_t> numbers, Emit &e) {
  mlir::Type i32 = mlir::IntegerType::get(e.builder.getContext(), 32);
  return rows(x, e.ramp(Tensor::get({static_cast<int64_t>(numbers.size())}, i32), numbers, 0), e);
}

// x where the member has a source, else zeros.
Value orZeros(Value x, llvm::ArrayRef<int64_t> sources, Emit &e) {
  mlir::Type i32 = mlir::IntegerType::get(e.builder.getContext(), 32);
  Value numbers = e.ramp(Tensor::get({static_cast<int64_t>(sources.size())}, i32), sources, 0);
  Value has = e.compare(Comparison::GE, numbers, 0.0);
  return e.select(e.broadcast(has, {0}, shapeOf(x)), x, e.zerosLike(x));
}

Batched permute(CollectivePermuteOp op, const Operands &x, Emit &e) {
  llvm::ArrayRef<int64_t> sources = op.getSources();
  const bool isWhole = !llvm::is_contained(sources, -1);
  if (isWhole && !x.mapped(0)) return {x.raw(0), false};
  if (auto shift = isWhole ? rotation(sources) : std::nullopt) return {rotated(x[0], *shift, e), true};
  if (isWhole) return {rowsOf(x[0], sources, e), true};
  Sizes numbers(llvm::map_range(sources, [](int64_t s) { return std::max<int64_t>(s, 0); }));
  return {orZeros(x.mapped(0) ? rowsOf(x[0], numbers, e) : x[0], sources, e), true};
}

// [k, …, i, part, …] -> [i, …, k, …]: who receives comes in front, who sent goes to where the parts stand.
Batched allToAll(AllToAllOp op, const Operands &x, Emit &e) {
  const auto split = static_cast<int64_t>(op.getSplitDimension()),
             concat = static_cast<int64_t>(op.getConcatDimension());
  Value parts = cut(x[0], split + 1, x.size(), e);  // [k, …, i, part, …]
  Sizes order = range(0, tensorType(parts).getRank());
  order.erase(order.begin() + split + 1);  // i
  order.erase(order.begin());              // k
  order.insert(order.begin() + concat, 0);
  order.insert(order.begin(), split + 1);
  return {join(e.transpose(parts, order), concat + 1, e), true};
}

Batched axisIndex(AxisIndexOp op, const Operands &x, Emit &e) {
  return {e.iota(Tensor::get({x.size()}, op.getType().getElementType()), 0), true};
}

}  // namespace

void addCollectiveRules(VmapRules &rules) {
  rules.add<AllReduceOp>([](AllReduceOp op, const Operands &x, Emit &e) {
    return e.op<AllReduceOp>(op.getKind(), x[0], op.getAxisName(), op.getAxisSize());
  });
  rules.add<AllGatherOp>([](AllGatherOp op, const Operands &x, Emit &e) {
    return e.op<AllGatherOp>(x[0], op.getDimension() + 1, op.getAxisName(), op.getAxisSize());
  });
  rules.add<ReduceScatterOp>([](ReduceScatterOp op, const Operands &x, Emit &e) {
    return e.op<ReduceScatterOp>(x[0], op.getDimension() + 1, op.getAxisName(), op.getAxisSize());
  });
  rules.add<CollectivePermuteOp>([](CollectivePermuteOp op, const Operands &x, Emit &e) {
    return e.op<CollectivePermuteOp>(x[0], op.getSources(), op.getAxisName(), op.getAxisSize());
  });
  rules.add<AllToAllOp>([](AllToAllOp op, const Operands &x, Emit &e) {
    return e.op<AllToAllOp>(x[0], op.getSplitDimension() + 1, op.getConcatDimension() + 1, op.getAxisName(),
                            op.getAxisSize());
  });
  rules.addNamed<AllReduceOp>(allReduce);
  rules.addNamed<AllGatherOp>(allGather);
  rules.addNamed<ReduceScatterOp>(reduceScatter);
  rules.addNamed<CollectivePermuteOp>(permute);
  rules.addNamed<AllToAllOp>(allToAll);
  rules.addNamed<AxisIndexOp>(axisIndex);
}

}  // namespace fluxion::passes
