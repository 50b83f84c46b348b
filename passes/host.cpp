#include "passes/host.h"

#include "ir/ops/custom.h"
#include "ir/ops/host.h"
#include "llvm/ADT/DenseSet.h"

namespace fluxion::passes {

namespace {

bool acts(ir::HostCallOp call) { return call.getEffect() == "io" || call.getEffect() == "ordered"; }

// The calls that running `op` makes, in their order.
void callsOf(mlir::Operation *op, llvm::SmallVectorImpl<ir::HostCallOp> &calls) {
  if (auto call = llvm::dyn_cast<ir::HostCallOp>(op)) calls.push_back(call);
  for (mlir::Region *region : ir::executedRegions(op))
    for (mlir::Operation &inner : region->front()) callsOf(&inner, calls);
}

llvm::SmallVector<ir::HostCallOp> callsOf(mlir::Operation *op) {
  llvm::SmallVector<ir::HostCallOp> calls;
  callsOf(op, calls);
  return calls;
}

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
    for (ir::HostCallOp call : callsOf(op))
      if (acts(call) || (call.getEffect() == "debug" && repeat == Repeat::nothing)) dropped.push_back(call);
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
    for (ir::HostCallOp call : callsOf(op))
      if (call.getEffect() == "debug") call->erase();
  }
  return mlir::success();
}

mlir::Operation *findAction(mlir::Operation *op) {
  for (ir::HostCallOp call : callsOf(op))
    if (acts(call)) return call;
  return nullptr;
}

}  // namespace fluxion::passes
