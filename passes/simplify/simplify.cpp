// Canonicalisation, common subexpressions and dead code, and the algebra that is exact for every input.
#include <tuple>

#include "ir/context_cache.h"
#include "ir/dialect.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"
#include "passes/simplify/merge.h"
#include "passes/simplify/patterns.h"
#include "passes/transforms.h"

namespace fluxion::passes {

namespace {

mlir::FrozenRewritePatternSet makePatterns(mlir::MLIRContext *context) {
  mlir::RewritePatternSet set(context);
  for (mlir::RegisteredOperationName op : context->getRegisteredOperationsByDialect("fx"))
    op.getCanonicalizationPatterns(set, context);
  addAlgebraPatterns(set);
  return mlir::FrozenRewritePatternSet(std::move(set));
}

class TouchedListener final : public mlir::RewriterBase::Listener {
 public:
  explicit TouchedListener(Touched &touched) : touched_(touched) {}
  void notifyOperationErased(mlir::Operation *op) override { touched_.erasing(op); }

 private:
  Touched &touched_;
};

}  // namespace

mlir::LogicalResult simplify(mlir::func::FuncOp f) {
  mlir::MLIRContext *context = f.getContext();
  // Building the set costs more than simplifying a small function.
  auto *cache = context->getOrLoadDialect<ir::FxDialect>()->getRegisteredInterface<ir::ContextCache>();
  const mlir::FrozenRewritePatternSet &patterns = cache->get([&] { return makePatterns(context); });
  mlir::GreedyRewriteConfig config;
  // Blocks are single and ops without uses go as they lose them, so that there is nothing to simplify about regions.
  config.enableFolding().setUseTopDownTraversal(true).setRegionSimplificationLevel(
      mlir::GreedySimplifyRegionLevel::Disabled);
  Touched touched;
  TouchedListener listener(touched);
  config.setListener(&listener);
  mergeCommon(f, touched);
  touched.take();  // all ops are looked at
  bool changed = false;
  std::ignore =
      mlir::applyPatternsGreedily(f, patterns, mlir::GreedyRewriteConfig(config).setMaxIterations(1), &changed);
  // Then those for which something changed that the rewriter does not follow, when what has become equal is one.
  while (changed) {
    mergeCommon(f, touched);
    llvm::SmallVector<mlir::Operation *> ops = touched.take();
    if (ops.empty()) break;
    std::reverse(ops.begin(), ops.end());  // the last is looked at first
    std::ignore = mlir::applyOpPatternsGreedily(ops, patterns, config, &changed);
  }
  return mlir::success();
}

}  // namespace fluxion::passes
