// Sharding of factorisations, solves and Fourier transforms: by their batch dimensions.
#include "ir/ops/linalg.h"

#include "ir/ops/fft.h"
#include "passes/sharding/rules.h"

namespace fluxion::passes {

namespace {

// All but the last two dimensions of the first operand.
void shareBatch(mlir::Operation *op, ShardingRule &rule) {
  for (int64_t d = 0; d + 2 < ir::tensorType(op->getOperand(0)).getRank(); ++d) shareAll(op, d, rule);
}

}  // namespace

void addLinalgRules(ShardingRules &rules) {
  rules.add<ir::CholeskyOp>(shareBatch);
  rules.add<ir::LuOp>(shareBatch);
  rules.add<ir::QrOp>(shareBatch);
  rules.add<ir::HouseholderQrOp>(shareBatch);
  rules.add<ir::HouseholderProductOp>(shareBatch);
  rules.add<ir::EighOp>(shareBatch);
  rules.add<ir::SvdOp>(shareBatch);
  // Each right-hand side is solved for by itself.
  rules.add<ir::TriangularSolveOp>([](ir::TriangularSolveOp op, ShardingRule &rule) {
    shareBatch(op, rule);
    const int64_t free = ir::tensorType(op.getB()).getRank() - (op.getLeftSide() ? 1 : 2);
    rule.share({in(1, free), out(0, free)});
  });
  rules.add<ir::FftOp>([](ir::FftOp op, ShardingRule &rule) {
    const int64_t batch = ir::tensorType(op.getX()).getRank() - static_cast<int64_t>(op.getLengths().size());
    for (int64_t d = 0; d < batch; ++d) shareAll(op, d, rule);
  });
}

}  // namespace fluxion::passes
