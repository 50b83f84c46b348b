// Sharding of products: y[batch…, lhs free…, rhs free…] = Σ lhs·rhs.
#include "ir/ops/contract.h"

#include "passes/sharding/rules.h"

namespace fluxion::passes {

void addContractRules(ShardingRules &rules) {
  rules.add<ir::DotGeneralOp>([](ir::DotGeneralOp op, ShardingRule &rule) {
    int64_t next = 0;
    for (auto [l, r] : llvm::zip(op.getLhsBatching(), op.getRhsBatching()))
      rule.share({in(0, l), in(1, r), out(0, next++)});
    auto addFree = [&](unsigned operand, llvm::ArrayRef<int64_t> batching, llvm::ArrayRef<int64_t> contracting) {
      for (int64_t d = 0; d < ir::tensorType(op->getOperand(operand)).getRank(); ++d)
        if (!llvm::is_contained(batching, d) && !llvm::is_contained(contracting, d))
          rule.share({in(operand, d), out(0, next++)});
    };
    addFree(0, op.getLhsBatching(), op.getLhsContracting());
    addFree(1, op.getRhsBatching(), op.getRhsContracting());
    for (auto [l, r] : llvm::zip(op.getLhsContracting(), op.getRhsContracting())) rule.reduce({in(0, l), in(1, r)});
  });
}

}  // namespace fluxion::passes
