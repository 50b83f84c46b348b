#include "passes/vmap/mapped.h"

#include "ir/ops.h"
#include "ir/ops/collective.h"
#include "llvm/ADT/DenseSet.h"

namespace fluxion::passes {

using Flags = Dependence::Flags;

Flags Dependence::inputs(mlir::Block &body, Flags inputs, size_t constants, size_t carries) {
  for (bool changed = true; changed;) {
    changed = false;
    const Flags mapped = yields(body, inputs);
    for (size_t i = 0; i < carries; ++i)
      if (mapped[i] && !inputs[constants + i]) inputs[constants + i] = changed = true;
  }
  return inputs;
}

Flags Dependence::yields(mlir::Block &block, llvm::ArrayRef<bool> arguments) {
  llvm::DenseSet<mlir::Value> mapped;
  for (auto [v, flag] : llvm::zip_equal(block.getArguments(), arguments))
    if (flag) mapped.insert(v);
  auto flagsOf = [&](mlir::ValueRange values) {
    return llvm::map_to_vector<6>(values, [&](mlir::Value v) { return mapped.contains(v); });
  };
  for (mlir::Operation &op : block.without_terminator()) {
    const Flags operands(flagsOf(op.getOperands()));
    if (!llvm::is_contained(operands, true)) continue;
    for (auto [y, flag] : llvm::zip_equal(op.getResults(), results(op, operands)))
      if (flag) mapped.insert(y);
  }
  return Flags(flagsOf(block.getTerminator()->getOperands()));
}

Flags Dependence::results(mlir::Operation &op, const Flags &operands) {
  if (!llvm::isa<ir::CaseOp, ir::ScanOp, ir::WhileOp>(op))
    return Flags(op.getNumResults(), ir::axisNameOf(&op).empty());
  for (auto &[known, found] : known_[&op])
    if (known == operands) return found;
  Flags found = resultsOfRegions(op, operands);
  known_[&op].emplace_back(operands, found);
  return found;
}

Flags Dependence::resultsOfRegions(mlir::Operation &op, const Flags &operands) {
  if (auto scan = llvm::dyn_cast<ir::ScanOp>(op)) {
    mlir::Block &body = scan.getBody().front();
    return yields(body, inputs(body, operands, scan.getNumConstants(), scan.getNumCarry()));
  }
  if (auto loop = llvm::dyn_cast<ir::WhileOp>(op)) {
    const size_t constants = loop.getNumConstants(), carries = operands.size() - constants;
    const Flags all = inputs(loop.getBody().front(), operands, constants, carries);
    // Where examples end at their own times, all that is carried is mapped.
    if (yields(loop.getCondition().front(), all)[0]) return Flags(carries, true);
    return Flags(all.begin() + static_cast<std::ptrdiff_t>(constants), all.end());
  }
  if (operands[0]) return Flags(op.getNumResults(), true);
  Flags any(op.getNumResults());
  for (mlir::Region &branch : op.getRegions())
    for (auto [i, flag] : llvm::enumerate(yields(branch.front(), llvm::ArrayRef(operands).drop_front())))
      any[i] = any[i] || flag;
  return any;
}

}  // namespace fluxion::passes
