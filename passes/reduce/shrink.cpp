#include "passes/reduce/shrink.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

namespace fluxion::passes {

namespace {

using Module = mlir::OwningOpRef<mlir::ModuleOp>;

mlir::func::FuncOp functionOf(mlir::ModuleOp module) { return *module.getOps<mlir::func::FuncOp>().begin(); }

// Removes ops whose results nobody uses, and then arguments; makes the function's type right.
void clean(mlir::func::FuncOp f) {
  mlir::Block &block = f.front();
  llvm::SmallVector<mlir::Operation *> ops;
  for (mlir::Operation &op : block.without_terminator()) ops.push_back(&op);
  for (mlir::Operation *op : llvm::reverse(ops))  // users come after what they use
    if (op->use_empty()) op->erase();
  for (unsigned i = block.getNumArguments(); i-- > 0;)
    if (block.getArgument(i).use_empty()) block.eraseArgument(i);
  f.setType(
      mlir::FunctionType::get(f.getContext(), block.getArgumentTypes(), block.getTerminator()->getOperandTypes()));
}

class Shrinker {
 public:
  Shrinker(mlir::ModuleOp module, const Fails &fails, int attempts)
      : best_(module.clone()), fails_(fails), attempts_(attempts) {}

  Module run() {
    for (bool progress = true; progress && attempts_ > 0;) {
      progress = dropResults();
      progress |= replaceOps();
    }
    return std::move(best_);
  }

 private:
  // Whether what `change` makes of a copy still fails; it is then the best one.
  bool attempt(llvm::function_ref<bool(mlir::func::FuncOp)> change) {
    if (attempts_-- <= 0) return false;
    Module candidate(best_->clone());
    if (!change(functionOf(*candidate))) return ++attempts_, false;
    clean(functionOf(*candidate));
    if (!fails_(*candidate)) return false;
    best_ = std::move(candidate);
    return true;
  }

  bool dropResults() {
    bool any = false;
    for (unsigned i = functionOf(*best_).getNumResults(); i-- > 0;)
      any |= attempt([&](mlir::func::FuncOp f) {
        if (f.getNumResults() < 2) return false;
        f.front().getTerminator()->eraseOperand(i);
        return true;
      });
    return any;
  }

  static mlir::Operation *opNumber(mlir::func::FuncOp f, size_t i) {
    return &*std::next(f.front().begin(), static_cast<ptrdiff_t>(i));
  }

  // From the last op to the first: an argument in its place, or else one of its operands.
  bool replaceOps() {
    bool any = false;
    for (size_t i = functionOf(*best_).front().getOperations().size(); i-- > 0;) {
      // Ops may be gone by now, since the list gets shorter with each success.
      const auto count = functionOf(*best_).front().getOperations().size();
      if (i + 1 >= count) continue;
      bool done = attempt([&](mlir::func::FuncOp f) {
        mlir::Operation *op = opNumber(f, i);
        if (op->hasTrait<mlir::OpTrait::ConstantLike>()) return false;
        for (mlir::Value v : op->getResults())
          if (!v.use_empty()) v.replaceAllUsesWith(f.front().addArgument(v.getType(), op->getLoc()));
        return true;
      });
      for (unsigned k = 0; !done; ++k) {
        if (k >= opNumber(functionOf(*best_), i)->getNumOperands()) break;
        done = attempt([&](mlir::func::FuncOp f) {
          mlir::Operation *op = opNumber(f, i);
          if (op->getNumResults() != 1 || op->getOperand(k).getType() != op->getResult(0).getType()) return false;
          op->getResult(0).replaceAllUsesWith(op->getOperand(k));
          return true;
        });
      }
      any |= done;
    }
    return any;
  }

  Module best_;
  const Fails &fails_;
  int attempts_;
};

}  // namespace

Module shrink(mlir::ModuleOp module, const Fails &fails, int attempts) {
  return Shrinker(module, fails, attempts).run();
}

}  // namespace fluxion::passes
