// Sharding of collectives, whose own axis is another one than those that cut their operands: of dimensions that they
// neither cut nor join, all members do the same to every part.
#include "ir/ops/collective.h"

#include "passes/sharding/rules.h"

namespace fluxion::passes {

namespace {

void shareAllBut(mlir::Operation *op, llvm::ArrayRef<uint64_t> dimensions, ShardingRule &rule) {
  for (int64_t d = 0; d < ir::tensorType(op->getOperand(0)).getRank(); ++d)
    if (!llvm::is_contained(dimensions, static_cast<uint64_t>(d))) shareAll(op, d, rule);
}

}  // namespace

void addCollectiveRules(ShardingRules &rules) {
  rules.add<ir::AllReduceOp>([](ir::AllReduceOp op, ShardingRule &rule) { shareAllBut(op, {}, rule); });
  rules.add<ir::CollectivePermuteOp>([](ir::CollectivePermuteOp op, ShardingRule &rule) { shareAllBut(op, {}, rule); });
  rules.add<ir::AllGatherOp>(
      [](ir::AllGatherOp op, ShardingRule &rule) { shareAllBut(op, {op.getDimension()}, rule); });
  rules.add<ir::ReduceScatterOp>(
      [](ir::ReduceScatterOp op, ShardingRule &rule) { shareAllBut(op, {op.getDimension()}, rule); });
  rules.add<ir::AllToAllOp>([](ir::AllToAllOp op, ShardingRule &rule) {
    shareAllBut(op, {op.getSplitDimension(), op.getConcatDimension()}, rule);
  });
  rules.add<ir::AxisIndexOp>([](ir::AxisIndexOp, ShardingRule &) {});
}

}  // namespace fluxion::passes
