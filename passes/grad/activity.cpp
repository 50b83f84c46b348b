#include "passes/grad/activity.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

namespace fluxion::passes {

namespace {

// What is active within loops and branches. A loop asks several times for the same: without a memory, loops within
// loops would take exponential time.
class Activity {
 public:
  explicit Activity(const JvpRules &rules) : rules_(rules) {}

  Flags yields(mlir::Block &block, llvm::ArrayRef<bool> arguments) {
    llvm::DenseSet<Value> active;
    for (auto [v, flag] : llvm::zip_equal(block.getArguments(), arguments))
      if (flag) active.insert(v);
    auto flagsOf = [&](mlir::ValueRange values) {
      return Flags(llvm::map_range(values, [&](Value v) { return active.contains(v); }));
    };
    for (mlir::Operation &op : block.without_terminator()) {
      Flags operands = flagsOf(op.getOperands());
      if (!llvm::is_contained(operands, true)) continue;
      for (auto [result, flag] : llvm::zip_equal(op.getResults(), results(op, operands)))
        if (flag && isDifferentiable(result.getType())) active.insert(result);
    }
    return flagsOf(block.getTerminator()->getOperands());
  }

  Flags inputs(mlir::Block &body, Flags inputs, size_t constants, size_t carries) {
    // Flags are only ever raised, so this ends after at most one round per carry; two are usual.
    for (bool changed = true; changed;) {
      changed = false;
      Flags active = yields(body, inputs);
      for (size_t i = 0; i < carries; ++i) {
        if (!active[i] || inputs[constants + i]) continue;
        inputs[constants + i] = changed = true;
      }
    }
    return inputs;
  }

 private:
  Flags results(mlir::Operation &op, const Flags &operands) {
    if (op.getNumRegions() == 0) return Flags(op.getNumResults(), !rules_.isZero(&op));
    for (auto &[known, found] : known_[&op])
      if (known == operands) return found;
    Flags found = resultsOfRegions(op, operands);
    known_[&op].emplace_back(operands, found);
    return found;
  }

  Flags resultsOfRegions(mlir::Operation &op, const Flags &operands) {
    if (auto branches = llvm::dyn_cast<ir::CaseOp>(op)) {
      Flags any(op.getNumResults());
      for (mlir::Region &branch : branches.getBranches())
        for (auto [i, active] : llvm::enumerate(yields(branch.front(), llvm::ArrayRef(operands).drop_front())))
          any[i] = any[i] || active;
      return any;
    }
    if (auto scan = llvm::dyn_cast<ir::ScanOp>(op)) {
      mlir::Block &body = scan.getBody().front();
      return yields(body, inputs(body, operands, scan.getNumConstants(), scan.getNumCarry()));
    }
    if (auto loop = llvm::dyn_cast<ir::WhileOp>(op)) {
      size_t constants = loop.getNumConstants();
      Flags all = inputs(loop.getBody().front(), operands, constants, operands.size() - constants);
      return Flags(all.begin() + constants, all.end());
    }
    return Flags(op.getNumResults(), !rules_.isZero(&op));
  }

  const JvpRules &rules_;
  llvm::DenseMap<mlir::Operation *, llvm::SmallVector<std::pair<Flags, Flags>, 1>> known_;  // results by operands
};

}  // namespace

Flags activeYields(mlir::Block &block, llvm::ArrayRef<bool> arguments, const JvpRules &rules) {
  return Activity(rules).yields(block, arguments);
}

Flags activeInputs(mlir::Block &body, Flags inputs, size_t constants, size_t carries, const JvpRules &rules) {
  return Activity(rules).inputs(body, std::move(inputs), constants, carries);
}

}  // namespace fluxion::passes
