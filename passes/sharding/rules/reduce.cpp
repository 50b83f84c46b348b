// Sharding of reductions: along what disappears, the devices' results are combined in the same way.
#include "ir/ops/reduce.h"

#include "ir/element_map.h"
#include "passes/sharding/rules.h"

namespace fluxion::passes {

namespace {

// Dimensions of x that stay, in their order those of the result.
void shareKept(mlir::Operation *op, llvm::ArrayRef<int64_t> reduced, ShardingRule &rule) {
  int64_t next = 0;
  for (int64_t d = 0; d < ir::tensorType(op->getOperand(0)).getRank(); ++d)
    if (!llvm::is_contained(reduced, d)) rule.share({in(0, d), out(0, next++)});
}

}  // namespace

void addReduceRules(ShardingRules &rules) {
  rules.add<ir::ReduceOp>([](ir::ReduceOp op, ShardingRule &rule) {
    shareKept(op, ir::reducedDimensions(op), rule);
    for (int64_t d : ir::reducedDimensions(op)) rule.reduce({in(0, d)}, op.getKind());
  });
  rules.add<ir::ArgReduceOp>(
      [](ir::ArgReduceOp op, ShardingRule &rule) { shareKept(op, ir::reducedDimensions(op), rule); });
  rules.add<ir::CumulativeOp>([](ir::CumulativeOp op, ShardingRule &rule) {
    for (int64_t d = 0; d < ir::tensorType(op.getX()).getRank(); ++d)
      if (d != static_cast<int64_t>(op.getDimension())) shareAll(op, d, rule);
  });
}

}  // namespace fluxion::passes
