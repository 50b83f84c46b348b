// The special family in registers.
#pragma once
#include "codegen/lower/types.h"

namespace fluxion::codegen {

/// The value of `op`, as of emitElementwise; null if it is not of this family.
mlir::Value emitSpecial(mlir::OpBuilder &b, mlir::Operation *op, mlir::ValueRange args);

}  // namespace fluxion::codegen
