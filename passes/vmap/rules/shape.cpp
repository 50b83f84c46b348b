// Batching of the shape family. The mapped axis is axis 0 of every x[i], so the others move up by one.
#include "ir/ops/sharding.h"
#include "passes/vmap/rules.h"

namespace fluxion::passes {

void addShapeRules(VmapRules &rules) {
  rules.add<ir::BroadcastInDimOp>([](ir::BroadcastInDimOp op, const Operands &x, Emit &e) {
    return e.broadcast(x[0], prepend(0, shifted(op.getDimensions())), prepend(x.size(), op.getShape()));
  });
  rules.add<ir::ReshapeOp>(
      [](ir::ReshapeOp op, const Operands &x, Emit &e) { return e.reshape(x[0], prepend(x.size(), op.getShape())); });
  rules.add<ir::TransposeOp>([](ir::TransposeOp op, const Operands &x, Emit &e) {
    return e.transpose(x[0], prepend(0, shifted(op.getPermutation())));
  });
  rules.add<ir::SliceOp>([](ir::SliceOp op, const Operands &x, Emit &e) {
    return e.slice(x[0], prepend(0, op.getStarts()), prepend(x.size(), op.getLimits()), prepend(1, op.getStrides()));
  });
  rules.add<ir::ReverseOp>(
      [](ir::ReverseOp op, const Operands &x, Emit &e) { return e.reverse(x[0], shifted(op.getDimensions())); });
  rules.add<ir::ConcatenateOp>([](ir::ConcatenateOp op, const Operands &x, Emit &e) {
    llvm::SmallVector<mlir::Value> parts;
    for (size_t i = 0; i < x.count(); ++i) parts.push_back(x[i]);
    return e.concatenate(parts, static_cast<int64_t>(op.getDimension()) + 1);
  });
  // Propagation decides whether examples are divided among devices.
  rules.add<ir::ShardingConstraintOp>([](ir::ShardingConstraintOp op, const Operands &x, Emit &e) {
    return e.op<ir::ShardingConstraintOp>(x[0], op.getSharding().withOpenFront());
  });
  // A padding value of its own for each example: pad with anything, then choose by where the elements came from.
  rules.add<ir::PadOp>([](ir::PadOp op, const Operands &x, Emit &e) {
    ir::Sizes low = prepend(0, op.getLow()), high = prepend(0, op.getHigh()), interior = prepend(0, op.getInterior());
    if (!x.mapped(1)) return e.pad(x[0], x.raw(1), low, high, interior);
    mlir::Value padded = e.pad(x[0], {}, low, high, interior);
    mlir::Type flag = mlir::IntegerType::get(op.getContext(), 1);
    mlir::Value inside = e.pad(e.constant(ir::Tensor::get(ir::shapeOf(x[0]), flag), 1),
                               e.constant(ir::Tensor::get({}, flag), 0), low, high, interior);
    return e.select(inside, padded, e.broadcast(x[1], {0}, ir::shapeOf(padded)));
  });
}

}  // namespace fluxion::passes
