#include "passes/attention/merge.h"

#include "ir/ops.h"
#include "ir/ops/attention.h"

namespace fluxion::passes {

namespace {

// The op without tangents that computes the first results of `op`, in its block.
template <class Plain, class Jvp>
Plain sameOf(Jvp op) {
  const unsigned operands = static_cast<unsigned>(op.tangentsOfOperands().size());
  for (mlir::Operation *user : op.getQ().getUsers()) {
    auto plain = llvm::dyn_cast<Plain>(user);
    if (plain && plain->getBlock() == op->getBlock() &&
        llvm::equal(plain->getOperands(), op->getOperands().take_front(operands)) &&
        plain.getScaleAttr() == op.getScaleAttr() && plain.getBeforeAttr() == op.getBeforeAttr() &&
        plain.getAfterAttr() == op.getAfterAttr() && plain.getTokensFirst() == op.getTokensFirst())
      return plain;
  }
  return nullptr;
}

// Whether `op` stands where all that uses `plain` can use it, or has been moved there.
bool precedesUses(mlir::Operation *op, mlir::Operation *plain) {
  if (op->isBeforeInBlock(plain)) return true;
  mlir::Block *block = op->getBlock();
  if (llvm::all_of(op->getOperands(), [&](mlir::Value x) {
        mlir::Operation *from = x.getDefiningOp();
        return !from || from->getBlock() != block || from->isBeforeInBlock(plain);
      })) {
    op->moveBefore(plain);
    return true;
  }
  return llvm::all_of(plain->getUsers(), [&](mlir::Operation *user) {
    mlir::Operation *there = block->findAncestorOpInBlock(*user);
    return there && op->isBeforeInBlock(there);
  });
}

template <class Plain, class Jvp>
bool merge(Jvp op) {
  Plain plain = sameOf<Plain>(op);
  if (!plain || !precedesUses(op, plain)) return false;
  plain->replaceAllUsesWith(op->getResults().take_front(plain->getNumResults()));
  plain->erase();
  return true;
}

}  // namespace

bool mergeAttention(mlir::func::FuncOp f) {
  llvm::SmallVector<mlir::Operation *> found;
  f.walk([&](mlir::Operation *op) {
    if (llvm::isa<ir::AttentionJvpOp, ir::AttentionGradJvpOp>(op)) found.push_back(op);
  });
  bool any = false;
  for (mlir::Operation *op : found) {
    if (auto jvp = llvm::dyn_cast<ir::AttentionJvpOp>(op))
      any |= merge<ir::AttentionOp>(jvp);
    else
      any |= merge<ir::AttentionGradOp>(llvm::cast<ir::AttentionGradJvpOp>(op));
  }
  return any;
}

}  // namespace fluxion::passes
