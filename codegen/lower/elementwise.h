// The value of an elementwise op from the values of its operands: scalars or vectors, as registers hold them.
#pragma once
#include "codegen/lower/types.h"
#include "ir/ops.h"

namespace fluxion::codegen {

/// Emits `op` on `args` (all scalars or all vectors of one length). Null if its element types are not supported.
mlir::Value emitElementwise(mlir::OpBuilder &b, mlir::Operation *op, mlir::ValueRange args);

/// a ∘ b for elements of the given type (which says the sign of integers).
mlir::Value emitCombine(mlir::OpBuilder &b, mlir::Location loc, ir::Combine kind, mlir::Type element, mlir::Value x,
                        mlir::Value y);
/// The value that changes nothing when combined, as an attribute of the register's type.
mlir::TypedAttr neutralOf(ir::Combine kind, mlir::Type element);

/// An integer value (register type of `from`) as i64, for positions; u64 beyond i64's range saturate.
mlir::Value emitConvert(mlir::OpBuilder &b, mlir::Location loc, mlir::Value x, mlir::Type from, mlir::Type to);

}  // namespace fluxion::codegen
