// How elements look in memory and in registers: bool is a byte of 0 or 1 and a bit; integers have no sign; 16- and
// 8-bit floats are computed in f32; of a complex number these are the types of a part.
#pragma once
#include "ir/dialect.h"
#include "mlir/IR/TypeUtilities.h"

namespace fluxion::codegen {

/// The type of an element in a register.
mlir::Type computeType(mlir::Type element);
/// The type of an element in memory.
mlir::Type storageType(mlir::Type element);
int64_t storageBytes(mlir::Type element);
bool isUnsigned(mlir::Type element);

/// `element` (a scalar type), or a vector of it if `like` is a vector.
mlir::Type shapedLike(mlir::Type like, mlir::Type element);
/// A constant of `type`, a scalar or vector of integers or floats.
mlir::Value constantOf(mlir::OpBuilder &b, mlir::Location loc, mlir::Type type, mlir::Attribute scalar);
mlir::Value integerOf(mlir::OpBuilder &b, mlir::Location loc, mlir::Type type, int64_t value);
mlir::Value floatOf(mlir::OpBuilder &b, mlir::Location loc, mlir::Type type, double value);

/// From memory's type to the register's, and back. 16- and 8-bit floats are rounded to nearest even.
mlir::Value fromStorage(mlir::OpBuilder &b, mlir::Location loc, mlir::Value stored, mlir::Type element);
mlir::Value toStorage(mlir::OpBuilder &b, mlir::Location loc, mlir::Value value, mlir::Type element);
/// A register's value as the stored element has it: what is computed in more digits loses them.
mlir::Value rounded(mlir::OpBuilder &b, mlir::Location loc, mlir::Value value, mlir::Type element);

}  // namespace fluxion::codegen
