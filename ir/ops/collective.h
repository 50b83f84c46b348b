#pragma once
#include "ir/dialect.h"
#define GET_OP_CLASSES
#include "ir/ops/collective.h.inc"

namespace fluxion::ir {

/// The axis that a collective names; empty for all other ops.
llvm::StringRef axisNameOf(mlir::Operation *op);

}  // namespace fluxion::ir
