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
  mergeCommon(f);
  bool changed = false;
  // Once over all ops, and again until nothing changes when the many that have become equal are one.
  std::ignore =
      mlir::applyPatternsGreedily(f, patterns, mlir::GreedyRewriteConfig(config).setMaxIterations(1), &changed);
  if (!changed) return mlir::success();
  mergeCommon(f);
  std::ignore = mlir::applyPatternsGreedily(f, patterns, config, &changed);
  if (changed) mergeCommon(f);
  return mlir::success();
}

}  // namespace fluxion::passes
