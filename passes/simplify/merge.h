// Common subexpressions.
#pragma once
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace fluxion::passes {

/// Merges pure ops that compute the same from the same operands, in the function and in the regions of its ops, and
/// erases what nobody needs, in one walk. Whether anything changed.
bool mergeCommon(mlir::func::FuncOp f);

}  // namespace fluxion::passes
