// Canonicalisation, common subexpressions and dead code, and the algebra that is exact for every input.
#include "ir/context_cache.h"
#include "ir/dialect.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/Dominance.h"
#include "mlir/Transforms/CSE.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"
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
  config.enableFolding().setUseTopDownTraversal(true);
  mlir::IRRewriter rewriter(context);
  for (int round = 0; round < 2; ++round) {
    mlir::DominanceInfo dominance(f);
    mlir::eliminateCommonSubExpressions(rewriter, dominance, f);
    bool changed = false;
    if (mlir::failed(mlir::applyPatternsGreedily(f, patterns, config, &changed)) || !changed) break;
  }
  mlir::DominanceInfo dominance(f);
  mlir::eliminateCommonSubExpressions(rewriter, dominance, f);
  return mlir::success();
}

}  // namespace fluxion::passes
