// 8-bit floats: bytes in memory, f32 in registers. No target has instructions for them.
#pragma once
#include "mlir/IR/Builders.h"

namespace fluxion::codegen {

bool isFloat8(mlir::Type element);

/// From bytes (i8) to f32, exactly.
mlir::Value fromFloat8(mlir::OpBuilder &b, mlir::Location loc, mlir::Value bytes, mlir::Type element);
/// From f32 to bytes, to nearest even. What is too large becomes infinity, or NaN in f8e4m3fn, which has none.
mlir::Value toFloat8(mlir::OpBuilder &b, mlir::Location loc, mlir::Value x, mlir::Type element);

/// An f64 as the f32 between it and zero, with the last bit set if that was inexact: rounding this further, to a
/// shorter format, rounds x correctly.
mlir::Value roundToOdd(mlir::OpBuilder &b, mlir::Location loc, mlir::Value x);

}  // namespace fluxion::codegen
