#include "passes/expand.h"

#include "ir/operations.h"
#include "ir/ops/attention.h"
#include "ir/ops/custom.h"
#include "ir/ops/sharding.h"
#include "passes/bodies.h"
#include "passes/emit.h"
#include "passes/grad/custom.h"
#include "passes/passes.h"

namespace fluxion::passes {

namespace {

using llvm::SmallVector;
using Results = mlir::FailureOr<SmallVector<Value>>;

// Computes again only what a barrier hides: common subexpressions would be merged with the first computation. What the
// results are computed for (cotangents) passes it, too, so that nothing is computed before it is needed.
SmallVector<Value> behindBarrier(ir::CheckpointOp op, mlir::OpBuilder &builder) {
  SmallVector<Value> inputs(op.getInputs());
  if (!op.getBarrier() || !op.getPreventCse() || inputs.empty()) return inputs;
  return SmallVector<Value>(ir::OptimizationBarrierOp::create(builder, op.getLoc(), inputs).getOutputs());
}

// Its function of fx ops, or a call of its kernel.
Results expandedOperation(ir::OperationOp op, mlir::OpBuilder &builder) {
  ir::Operations &known = ir::operations();
  if (known.has(op, OperationRule::kernel))
    return SmallVector<Value>(ir::HostCallOp::create(builder, op.getLoc(), op->getResultTypes(), op.getInputs(),
                                                     ir::kernelOf(op.getName()), "pure", op.getTypes(),
                                                     /*vectorized=*/false)
                                  .getResults());
  auto f = known.rule(op, OperationRule::function);
  if (failed(f)) return mlir::failure();
  return inlineBlock(builder, (*f)->getBody().front(), op.getInputs());
}

Results expanded(mlir::Operation *op, mlir::OpBuilder &builder) {
  if (llvm::isa<ir::NameOp, ir::ShardingConstraintOp>(op)) return SmallVector<Value>{op->getOperand(0)};
  if (auto checkpoint = llvm::dyn_cast<ir::CheckpointOp>(op))
    return inlineBlock(builder, checkpoint.getBody().front(), behindBarrier(checkpoint, builder));
  if (auto solve = llvm::dyn_cast<ir::LinearSolveOp>(op))
    return inlineBlock(builder, solve.getSolve().front(), solve.getInputs());
  if (auto operation = llvm::dyn_cast<ir::OperationOp>(op)) return expandedOperation(operation, builder);
  auto call = llvm::dyn_cast<ir::LinearCallOp>(op);
  if (!call || !call.getForward().empty()) return inlineBlock(builder, op->getRegion(0).front(), op->getOperands());
  auto forward = transpose(*functionOf(call.getTranspose()), static_cast<int64_t>(call.getNumConstants()));
  if (failed(forward)) return mlir::failure();
  return inlineBlock(builder, (*forward)->getBody().front(), op->getOperands());
}

mlir::FailureOr<bool> expandBlock(mlir::Block &block) {
  bool any = false;
  for (mlir::Operation *op = &block.front(); op;) {
    if (!isCustom(op) && !llvm::isa<ir::ShardingConstraintOp>(op)) {  // there is one device
      for (mlir::Region &region : op->getRegions())
        for (mlir::Block &inner : region) {
          auto changed = expandBlock(inner);
          if (failed(changed)) return mlir::failure();
          any |= *changed;
        }
      op = op->getNextNode();
      continue;
    }
    any = true;
    mlir::Operation *before = op->getPrevNode();
    mlir::OpBuilder builder(op);
    Results results = expanded(op, builder);
    if (failed(results)) return mlir::failure();
    op->replaceAllUsesWith(*results);
    op->erase();
    op = before ? before->getNextNode() : &block.front();  // what has come may be custom, too
  }
  return any;
}

}  // namespace

mlir::FailureOr<bool> expandCustom(mlir::func::FuncOp f) {
  mlir::FailureOr<bool> any = expandBlock(f.getBody().front());
  if (failed(any)) return any;
  // Attention of what the runtime has no steps for.
  const bool attends = ir::expandAttention(
      f.getBody().front(), [](mlir::Operation *op) { return !ir::elementType(op->getOperand(0)).isF32(); });
  return *any || attends;
}

bool expandAttention(mlir::func::FuncOp f) {
  return ir::expandAttention(f.getBody().front(), [](mlir::Operation *) { return true; });
}

#define GEN_PASS_DEF_EXPANDATTENTIONPASS
#define GEN_PASS_DEF_EXPANDCUSTOMPASS
#include "passes/passes.h.inc"

namespace {

struct ExpandCustomPass : impl::ExpandCustomPassBase<ExpandCustomPass> {
  using ExpandCustomPassBase::ExpandCustomPassBase;
  void runOnOperation() override {
    mlir::FailureOr<bool> expanded = expandCustom(getOperation());
    if (failed(expanded) || (*expanded && tidy && failed(simplify(getOperation())))) signalPassFailure();
  }
};

struct ExpandAttentionPass : impl::ExpandAttentionPassBase<ExpandAttentionPass> {
  using ExpandAttentionPassBase::ExpandAttentionPassBase;
  void runOnOperation() override {
    if (expandAttention(getOperation()) && tidy && failed(simplify(getOperation()))) signalPassFailure();
  }
};

}  // namespace

}  // namespace fluxion::passes
