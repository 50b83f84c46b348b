// Integer operations without traps, and conversions that saturate.
#pragma once
#include "codegen/lower/types.h"

namespace fluxion::codegen {

enum class Shift { left, logical, arithmetic };

/// Rounds towards zero; x / 0 is all ones, MIN / −1 is MIN. `element` says the sign.
mlir::Value emitIntegerDivide(mlir::OpBuilder &b, mlir::Location loc, mlir::Type element, mlir::Value x, mlir::Value y);
/// x rem 0 is x; MIN rem −1 is 0.
mlir::Value emitIntegerRemainder(mlir::OpBuilder &b, mlir::Location loc, mlir::Type element, mlir::Value x,
                                 mlir::Value y);
/// Repeated squaring; a negative exponent gives 0, but for bases 1 and −1.
mlir::Value emitIntegerPower(mlir::OpBuilder &b, mlir::Location loc, mlir::Type element, mlir::Value x, mlir::Value y);
/// Amounts outside [0, width) give 0, or the sign for an arithmetic shift.
mlir::Value emitShift(mlir::OpBuilder &b, mlir::Location loc, Shift kind, mlir::Value x, mlir::Value y);

}  // namespace fluxion::codegen
