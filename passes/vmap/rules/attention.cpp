// Batching of attention: the mapped axis becomes part of the batch, which is the first dimension of all operands.
#include "passes/vmap/rules/attention.h"

#include "ir/ops/attention.h"

namespace fluxion::passes {

namespace {

mlir::FailureOr<llvm::SmallVector<Value>> batched(mlir::Operation *op, const Operands &x, Emit &e) {
  mlir::OperationState state(e.loc, op->getName(), {}, {}, op->getAttrs());
  for (size_t i = 0; i < x.count(); ++i) {
    ir::Sizes shape(ir::shapeOf(x[i]).drop_front());
    shape[0] *= x.size();
    state.operands.push_back(e.reshape(x[i], shape));
  }
  auto foldBatch = [&](mlir::Type type) {
    auto tensor = llvm::cast<ir::Tensor>(type);
    ir::Sizes shape(tensor.getShape());
    shape[0] *= x.size();
    return ir::Tensor::get(shape, tensor.getElementType());
  };
  for (mlir::Type type : op->getResultTypes()) state.types.push_back(foldBatch(type));
  mlir::Operation *made = e.builder.create(state);
  llvm::SmallVector<Value> results;
  for (auto [y, type] : llvm::zip_equal(made->getResults(), op->getResultTypes()))
    results.push_back(e.reshape(y, prepend(x.size(), llvm::cast<ir::Tensor>(type).getShape())));
  return results;
}

}  // namespace

void addAttentionRules(VmapRules &rules) {
  rules.addMany<ir::AttentionOp>(batched);
  rules.addMany<ir::AttentionGradOp>(batched);
}

}  // namespace fluxion::passes
