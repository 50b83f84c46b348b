// Canonicalisation, common subexpressions and dead code, and the algebra that is exact for every input.
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
  for (int round = 0; round < 2; ++round) {
    bool changed = false;
    const bool settled = succeeded(mlir::applyPatternsGreedily(f, patterns, config, &changed));
    if (!changed || !mergeCommon(f) || !settled) break;  // without merges the patterns have seen all there is
  }
  return mlir::success();
}

}  // namespace fluxion::passes
