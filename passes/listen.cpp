// Tells listeners of the passes of a pass manager.
#include <map>

#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Pass/PassInstrumentation.h"
#include "passes/pipeline.h"
#include "runtime/profile.h"

namespace fluxion::passes {

namespace {

// MLIR calls instrumentation under a lock, so functions that are transformed in parallel take their turns here.
class Instrumentation final : public mlir::PassInstrumentation {
 public:
  Instrumentation(MakeListeners make, bool &failed) : make_(std::move(make)), failed_(failed) {}

  void runBeforePass(mlir::Pass *pass, mlir::Operation *op) override {
    if (pass->getArgument().empty()) return;  // an adaptor, which only runs others
    each(op, [&](mlir::func::FuncOp f) { followed("traced", f); });
    begin_[{pass, op}] = runtime::profile::now();
  }

  void runAfterPass(mlir::Pass *pass, mlir::Operation *op) override {
    auto begin = begin_.find({pass, op});
    if (begin == begin_.end()) return;
    const double seconds = static_cast<double>(runtime::profile::now() - begin->second) / 1e9;
    if (runtime::profile::active()) runtime::profile::record(pass->getArgument().str(), "pass", begin->second);
    begin_.erase(begin);
    each(op, [&](mlir::func::FuncOp f) {
      if (followed(pass->getArgument(), f)) return;  // new: it begins with this pass
      for (auto &l : functions_[f.getName().str()].listeners)
        if (mlir::failed(l->after(pass->getArgument(), f, seconds))) failed_ = true;
    });
  }

 private:
  struct Followed {
    mlir::Type type;
    std::vector<std::unique_ptr<ir::PassListener>> listeners;
  };

  static void each(mlir::Operation *op, llvm::function_ref<void(mlir::func::FuncOp)> run) {
    if (auto f = llvm::dyn_cast<mlir::func::FuncOp>(op)) return run(f);
    if (auto module = llvm::dyn_cast<mlir::ModuleOp>(op))
      for (auto f : module.getOps<mlir::func::FuncOp>()) run(f);
  }

  // Whether f was not known so far, by its name and type; it then is.
  bool followed(llvm::StringRef stage, mlir::func::FuncOp f) {
    if (f.isExternal()) return true;
    Followed &entry = functions_[f.getName().str()];
    if (entry.type == f.getFunctionType()) return false;
    entry.type = f.getFunctionType();
    entry.listeners = make_(f);
    for (auto &l : entry.listeners) l->begin(stage, f);
    return true;
  }

  MakeListeners make_;
  bool &failed_;
  std::map<std::string, Followed> functions_;
  std::map<std::pair<mlir::Pass *, mlir::Operation *>, int64_t> begin_;
};

}  // namespace

void listen(mlir::PassManager &manager, MakeListeners make, bool &failed) {
  manager.addInstrumentation(std::make_unique<Instrumentation>(std::move(make), failed));
}

}  // namespace fluxion::passes
