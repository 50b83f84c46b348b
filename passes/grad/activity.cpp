#include "passes/grad/activity.h"

#include "llvm/ADT/DenseSet.h"

namespace fluxion::passes {

namespace {

Flags activeResults(mlir::Operation &op, const Flags &operands, const JvpRules &rules) {
  if (auto branches = llvm::dyn_cast<ir::CaseOp>(op)) {
    Flags any(op.getNumResults());
    for (mlir::Region &branch : branches.getBranches())
      for (auto [i, active] :
           llvm::enumerate(activeYields(branch.front(), llvm::ArrayRef(operands).drop_front(), rules)))
        any[i] = any[i] || active;
    return any;
  }
  if (auto scan = llvm::dyn_cast<ir::ScanOp>(op)) {
    mlir::Block &body = scan.getBody().front();
    return activeYields(body, activeInputs(body, operands, scan.getNumConstants(), scan.getNumCarry(), rules), rules);
  }
  if (auto loop = llvm::dyn_cast<ir::WhileOp>(op)) {
    size_t constants = loop.getNumConstants();
    Flags inputs = activeInputs(loop.getBody().front(), operands, constants, operands.size() - constants, rules);
    return Flags(inputs.begin() + constants, inputs.end());
  }
  return Flags(op.getNumResults(), !rules.isZero(&op));
}

}  // namespace

Flags activeYields(mlir::Block &block, llvm::ArrayRef<bool> arguments, const JvpRules &rules) {
  llvm::DenseSet<Value> active;
  for (auto [v, flag] : llvm::zip_equal(block.getArguments(), arguments))
    if (flag) active.insert(v);
  auto flagsOf = [&](mlir::ValueRange values) {
    return Flags(llvm::map_range(values, [&](Value v) { return active.contains(v); }));
  };
  for (mlir::Operation &op : block.without_terminator()) {
    Flags operands = flagsOf(op.getOperands());
    if (!llvm::is_contained(operands, true)) continue;
    for (auto [result, flag] : llvm::zip_equal(op.getResults(), activeResults(op, operands, rules)))
      if (flag && isDifferentiable(result.getType())) active.insert(result);
  }
  return flagsOf(block.getTerminator()->getOperands());
}

Flags activeInputs(mlir::Block &body, Flags inputs, size_t constants, size_t carries, const JvpRules &rules) {
  // Flags are only ever raised, so this ends after at most one round per carry; two are usual.
  for (bool changed = true; changed;) {
    changed = false;
    Flags yields = activeYields(body, inputs, rules);
    for (size_t i = 0; i < carries; ++i) {
      if (!yields[i] || inputs[constants + i]) continue;
      inputs[constants + i] = changed = true;
    }
  }
  return inputs;
}

}  // namespace fluxion::passes
