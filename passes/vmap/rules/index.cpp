// Batching of gathers, scatters, dynamic slices and sorts. Positions that differ by example make the mapped axis a
// batching dimension of a gather or scatter.
#include "passes/vmap/rules.h"

namespace fluxion::passes {

using mlir::Value;

namespace {

ir::Sizes count(int64_t from, int64_t n) { return range(from, from + n); }

mlir::Value gather(Emit &e, Value operand, Value indices, const ir::Sizes &offsets, const ir::Sizes &collapsed,
                   const ir::Sizes &operandBatch, const ir::Sizes &indexBatch, const ir::Sizes &map, int64_t vectorDim,
                   const ir::Sizes &sizes) {
  return e.op<ir::GatherOp>(operand, indices, offsets, collapsed, operandBatch, indexBatch, map,
                            static_cast<uint64_t>(vectorDim), sizes);
}

// Scalar starts, mapped, as index vectors [n, rank] of one integer type.
Value startVectors(const Operands &x, size_t first, Emit &e) {
  mlir::Type wide = mlir::IntegerType::get(e.builder.getContext(), 32);
  for (size_t i = first; i < x.count(); ++i)
    if (ir::elementType(x.raw(i)).getIntOrFloatBitWidth() > 32 || (ir::elementType(x.raw(i)).isUnsignedInteger(32)))
      wide = mlir::IntegerType::get(e.builder.getContext(), 64);
  llvm::SmallVector<Value> columns;
  for (size_t i = first; i < x.count(); ++i) columns.push_back(e.convert(e.reshape(x[i], {x.size(), 1}), wide));
  return e.concatenate(columns, 1);
}

bool anyMapped(const Operands &x, size_t first) {
  for (size_t i = first; i < x.count(); ++i)
    if (x.mapped(i)) return true;
  return false;
}

// The starts of a slice whose mapped axis is taken whole.
llvm::SmallVector<Value> startsBehindZero(const Operands &x, size_t first, Emit &e) {
  mlir::Type type = first < x.count() ? x.raw(first).getType()
                                      : ir::Tensor::get({}, mlir::IntegerType::get(e.builder.getContext(), 32));
  llvm::SmallVector<Value> starts{e.zeros(type)};
  for (size_t i = first; i < x.count(); ++i) starts.push_back(x.raw(i));
  return starts;
}

Value batchGather(ir::GatherOp op, const Operands &x, Emit &e) {
  int64_t vectorDim = static_cast<int64_t>(op.getIndexVectorDim());
  ir::Sizes offsets = shifted(op.getOffsetDims());
  if (!x.mapped(1))  // the mapped axis of the operand is part of every slice
    return gather(e, x.raw(0), x.raw(1), prepend(0, offsets), shifted(op.getCollapsedSliceDims()),
                  shifted(op.getOperandBatchingDims()), ir::Sizes(op.getStartIndicesBatchingDims()),
                  shifted(op.getStartIndexMap()), vectorDim, prepend(x.size(), op.getSliceSizes()));
  if (!x.mapped(0))
    return gather(e, x.raw(0), x.raw(1), offsets, ir::Sizes(op.getCollapsedSliceDims()),
                  ir::Sizes(op.getOperandBatchingDims()), shifted(op.getStartIndicesBatchingDims()),
                  ir::Sizes(op.getStartIndexMap()), vectorDim + 1, ir::Sizes(op.getSliceSizes()));
  return gather(e, x.raw(0), x.raw(1), offsets, shifted(op.getCollapsedSliceDims()),
                prepend(0, shifted(op.getOperandBatchingDims())), prepend(0, shifted(op.getStartIndicesBatchingDims())),
                shifted(op.getStartIndexMap()), vectorDim + 1, prepend(1, op.getSliceSizes()));
}

Value batchScatter(ir::ScatterOp op, const Operands &x, Emit &e) {
  int64_t vectorDim = static_cast<int64_t>(op.getIndexVectorDim());
  ir::Sizes inserted = shifted(op.getInsertedWindowDims()), map = shifted(op.getScatterDimsToOperandDims());
  if (!x.mapped(1))  // the mapped axis is part of every window
    return e.op<ir::ScatterOp>(op.getKind(), x[0], x.raw(1), x[2], prepend(0, shifted(op.getUpdateWindowDims())),
                               inserted, shifted(op.getInputBatchingDims()),
                               ir::Sizes(op.getScatterIndicesBatchingDims()), map, static_cast<uint64_t>(vectorDim),
                               op.getUniqueIndices());
  return e.op<ir::ScatterOp>(op.getKind(), x[0], x[1], x[2], shifted(op.getUpdateWindowDims()), inserted,
                             prepend(0, shifted(op.getInputBatchingDims())),
                             prepend(0, shifted(op.getScatterIndicesBatchingDims())), map,
                             static_cast<uint64_t>(vectorDim + 1), op.getUniqueIndices());
}

Value batchDynamicSlice(ir::DynamicSliceOp op, const Operands &x, Emit &e) {
  if (!anyMapped(x, 1))
    return e.op<ir::DynamicSliceOp>(x[0], startsBehindZero(x, 1, e), prepend(x.size(), op.getSizes()));
  int64_t rank = static_cast<int64_t>(op.getSizes().size());
  Value vectors = startVectors(x, 1, e);  // gather clamps as dynamic_slice does
  if (!x.mapped(0))
    return gather(e, x.raw(0), vectors, count(1, rank), {}, {}, {}, count(0, rank), 1, ir::Sizes(op.getSizes()));
  return gather(e, x.raw(0), vectors, count(1, rank), {}, {0}, {0}, count(1, rank), 1, prepend(1, op.getSizes()));
}

Value batchDynamicUpdateSlice(ir::DynamicUpdateSliceOp op, const Operands &x, Emit &e) {
  if (!anyMapped(x, 2)) return e.op<ir::DynamicUpdateSliceOp>(x[0], x[1], startsBehindZero(x, 2, e));
  int64_t rank = static_cast<int64_t>(ir::shapeOf(op.getX()).size());
  Value vectors = startVectors(x, 2, e);
  ir::Sizes last;  // a scatter drops what is outside, so the starts are clamped first
  for (auto [n, m] : llvm::zip(ir::shapeOf(op.getX()), ir::shapeOf(op.getUpdate()))) last.push_back(n - m);
  Value high = e.ramp(vectors.getType(), last, 1);
  Value clamped = e.op<ir::ClampOp>(e.zerosLike(vectors), vectors, high);
  return e.op<ir::ScatterOp>(ir::Combine::set, x[0], clamped, x[1], count(1, rank), ir::Sizes{}, ir::Sizes{0},
                             ir::Sizes{0}, count(1, rank), static_cast<uint64_t>(1), true);
}

}  // namespace

void addIndexRules(VmapRules &rules) {
  rules.add<ir::GatherOp>(batchGather);
  rules.add<ir::ScatterOp>(batchScatter);
  rules.add<ir::DynamicSliceOp>(batchDynamicSlice);
  rules.add<ir::DynamicUpdateSliceOp>(batchDynamicUpdateSlice);
  rules.addMany<ir::SortOp>([](mlir::Operation *op, const Operands &x,
                               Emit &e) -> mlir::FailureOr<llvm::SmallVector<Value>> {
    auto sort = llvm::cast<ir::SortOp>(op);
    llvm::SmallVector<Value> inputs;
    for (size_t i = 0; i < x.count(); ++i) inputs.push_back(x[i]);
    auto sorted =
        ir::SortOp::create(e.builder, e.loc, inputs, sort.getDimension() + 1, sort.getIsStable(), sort.getDescending());
    return llvm::SmallVector<Value>(sorted.getOutputs());
  });
}

}  // namespace fluxion::passes
