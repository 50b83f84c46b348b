// A place to watch rules at work: what each of them builds, before anybody uses it. Nothing in Fluxion does; the tests
// plant errors there, to see that they are noticed.
#pragma once
#include <functional>

#include "mlir/IR/Builders.h"

namespace fluxion::passes {

/// The rule of one op as it ran. `built` are the ops that it left where `builder` stands, in order, and `results` the
/// places of what it gives, some of which may be null.
struct RuleRun {
  llvm::StringRef transformation;  // "jvp", "transpose" or "vmap"
  mlir::Operation *op;
  llvm::ArrayRef<mlir::Operation *> built;
  llvm::ArrayRef<mlir::Value *> results;
  mlir::OpBuilder &builder;
};

using RuleWatcher = std::function<void(const RuleRun &)>;

/// Who is told of every rule that ran, in this process; empty for nobody. Set while no transformation is under way.
RuleWatcher &ruleWatcher();

/// Notes where a rule begins to build.
class RuleWatch {
 public:
  explicit RuleWatch(mlir::OpBuilder &builder);
  /// Tells the watcher what the rule of `op` has made.
  void finish(llvm::StringRef transformation, mlir::Operation *op, llvm::ArrayRef<mlir::Value *> results);

 private:
  mlir::OpBuilder &builder_;
  mlir::Operation *before_ = nullptr;  // the op after which the rule builds, if there is one
};

}  // namespace fluxion::passes
