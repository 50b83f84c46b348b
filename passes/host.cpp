#include "passes/host.h"

#include "ir/ops/host.h"
#include "llvm/ADT/DenseSet.h"

namespace fluxion::passes {

namespace {

bool acts(ir::HostCallOp call) { return call.getEffect() == "io" || call.getEffect() == "ordered"; }

}  // namespace

mlir::LogicalResult dropEffects(mlir::Block::iterator begin, mlir::Block::iterator end, Repeat repeat,
                                llvm::StringRef what) {
  llvm::SmallVector<ir::HostCallOp> dropped;
  llvm::SmallVector<mlir::Operation *> ops;
  for (mlir::Operation &op : llvm::make_range(begin, end)) ops.push_back(&op);
  for (mlir::Operation *op : ops) {
    if (op->use_empty() && findAction(op)) {  // nobody needs what it computes besides
      op->erase();
      continue;
    }
    op->walk([&](ir::HostCallOp call) {
      if (acts(call) || (call.getEffect() == "debug" && repeat == Repeat::nothing)) dropped.push_back(call);
    });
  }
  for (ir::HostCallOp call : dropped) {
    if (!call->use_empty())
      return call->emitError() << what << ": the results of an io_callback are needed again, and it may be called once";
    call->erase();
  }
  return mlir::success();
}

mlir::LogicalResult dropDependent(mlir::Block &block, mlir::ValueRange values) {
  llvm::DenseSet<mlir::Value> dependent(values.begin(), values.end());
  llvm::SmallVector<mlir::Operation *> looking;
  for (mlir::Operation &op : block.without_terminator()) {
    if (llvm::none_of(op.getOperands(), [&](mlir::Value v) { return dependent.contains(v); })) continue;
    dependent.insert(op.result_begin(), op.result_end());
    if (mlir::isMemoryEffectFree(&op)) continue;
    if (mlir::Operation *call = findAction(&op))
      return call->emitError(
          "grad: an io_callback sees a value of a linear function that is transposed, which is never "
          "computed");
    looking.push_back(&op);
  }
  for (mlir::Operation *op : looking) {
    if (op->use_empty()) {
      op->erase();
      continue;
    }
    llvm::SmallVector<ir::HostCallOp> calls;
    op->walk([&](ir::HostCallOp call) {
      if (call.getEffect() == "debug") calls.push_back(call);
    });
    for (ir::HostCallOp call : calls) call->erase();
  }
  return mlir::success();
}

mlir::Operation *findAction(mlir::Operation *op) {
  mlir::Operation *found = nullptr;
  op->walk([&](ir::HostCallOp call) {
    if (!acts(call)) return mlir::WalkResult::advance();
    found = call;
    return mlir::WalkResult::interrupt();
  });
  return found;
}

}  // namespace fluxion::passes
