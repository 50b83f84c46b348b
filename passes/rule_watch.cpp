#include "passes/rule_watch.h"

#include "llvm/ADT/SmallVector.h"

namespace fluxion::passes {

RuleWatcher &ruleWatcher() {
  static RuleWatcher watcher;
  return watcher;
}

RuleWatch::RuleWatch(mlir::OpBuilder &builder) : builder_(builder) {
  mlir::Block *block = builder.getInsertionBlock();
  if (ruleWatcher() && builder.getInsertionPoint() != block->begin())
    before_ = &*std::prev(builder.getInsertionPoint());
}

void RuleWatch::finish(llvm::StringRef transformation, mlir::Operation *op, llvm::ArrayRef<mlir::Value *> results) {
  if (!ruleWatcher()) return;
  auto from = before_ ? std::next(before_->getIterator()) : builder_.getInsertionBlock()->begin();
  llvm::SmallVector<mlir::Operation *> built;
  for (auto it = from; it != builder_.getInsertionPoint(); ++it) built.push_back(&*it);
  ruleWatcher()({transformation, op, built, results, builder_});
}

}  // namespace fluxion::passes
