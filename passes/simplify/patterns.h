// Rewrites that the simplification shares with fluxion-opt's passes.
#pragma once
#include "mlir/IR/PatternMatch.h"

namespace fluxion::passes {

/// Algebra that changes no bit of any result, NaN, infinities and signed zeros included.
void addAlgebraPatterns(mlir::RewritePatternSet &patterns);

}  // namespace fluxion::passes
