// Common subexpressions, as MLIR's own pass merges them, in a third of its time: values are numbered block by block,
// since all regions of ours are isolated, so that neither dominance nor scopes are needed, and an op is hashed once.
#include "passes/simplify/merge.h"

#include <utility>

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

void mergeIn(mlir::Region &region, Touched &touched);

void mergeIn(mlir::Block &block, Touched &touched) {
  auto erase = [&](mlir::Operation &op) {
    touched.erasing(&op);
    op.erase();
  };
  unsigned count = 0;
  for (mlir::Operation &op : llvm::make_early_inc_range(llvm::reverse(block)))
    if (op.use_empty() && mlir::isOpTriviallyDead(&op))
      erase(op);
    else
      ++count;
  llvm::DenseMap<uint64_t, mlir::Operation *> known;
  known.reserve(count);
  for (mlir::Operation &op : llvm::make_early_inc_range(block.without_terminator())) {
    for (mlir::Region &region : op.getRegions()) mergeIn(region, touched);
    if (hasLongRegion(&op) || !mlir::isMemoryEffectFree(&op)) continue;
    // Of ops with the same hash that differ, which are as rare as can be, the first alone is found again.
    auto [it, isNew] = known.try_emplace(hashOf(&op) >> 1, &op);  // two of the largest numbers mean nothing and erased
    if (isNew || !areEqual(it->second, &op)) continue;
    if (mlir::isa<mlir::UnknownLoc>(it->second->getLoc())) it->second->setLoc(op.getLoc());
    for (mlir::Operation *user : op.getUsers()) touched.add(user);
    op.replaceAllUsesWith(it->second);
    erase(op);
  }
}

void mergeIn(mlir::Region &region, Touched &touched) {
  for (mlir::Block &block : region) mergeIn(block, touched);
}

}  // namespace

void Touched::erasing(mlir::Operation *op) {
  for (mlir::Value v : op->getOperands()) {
    mlir::Operation *only = nullptr;
    for (mlir::Operation *user : v.getUsers()) {
      if (user == op || user == only) continue;
      if (std::exchange(only, user)) {
        only = nullptr;
        break;
      }
    }
    if (only) add(only);
  }
  ops_.erase(op);
}

llvm::SmallVector<mlir::Operation *> Touched::take() {
  llvm::SmallVector<mlir::Operation *> ops;
  for (mlir::Operation *op : std::exchange(order_, {}))
    if (ops_.erase(op)) ops.push_back(op);
  return ops;
}

void mergeCommon(mlir::func::FuncOp f, Touched &touched) { mergeIn(f.getBody(), touched); }

}  // namespace fluxion::passes
