#include "codegen/lower/types.h"

#include "codegen/lower/float8.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

namespace fluxion::codegen {

mlir::Type computeType(mlir::Type element) {
  if (auto integer = mlir::dyn_cast<mlir::IntegerType>(element))
    return mlir::IntegerType::get(element.getContext(), integer.getWidth());
  if (auto complex = mlir::dyn_cast<mlir::ComplexType>(element)) return complex.getElementType();
  if (auto real = mlir::dyn_cast<mlir::FloatType>(element); real && real.getWidth() < 32)
    return mlir::Float32Type::get(element.getContext());
  return element;
}

mlir::Type storageType(mlir::Type element) {
  if (auto integer = mlir::dyn_cast<mlir::IntegerType>(element))
    return mlir::IntegerType::get(element.getContext(), std::max(8u, integer.getWidth()));
  if (auto complex = mlir::dyn_cast<mlir::ComplexType>(element)) return complex.getElementType();
  if (isFloat8(element)) return mlir::IntegerType::get(element.getContext(), 8);
  return element;
}

int64_t storageBytes(mlir::Type element) { return size_of(ir::dtypeOf(element)); }

bool isUnsigned(mlir::Type element) { return element.isUnsignedInteger() || element.isInteger(1); }

mlir::Type shapedLike(mlir::Type like, mlir::Type element) {
  if (auto vector = mlir::dyn_cast<mlir::VectorType>(like)) return vector.cloneWith(std::nullopt, element);
  return element;
}

mlir::Value constantOf(mlir::OpBuilder &b, mlir::Location loc, mlir::Type type, mlir::Attribute scalar) {
  if (auto vector = mlir::dyn_cast<mlir::VectorType>(type))
    return mlir::arith::ConstantOp::create(b, loc, mlir::DenseElementsAttr::get(vector, scalar));
  return mlir::arith::ConstantOp::create(b, loc, mlir::cast<mlir::TypedAttr>(scalar));
}

mlir::Value integerOf(mlir::OpBuilder &b, mlir::Location loc, mlir::Type type, int64_t value) {
  mlir::Type element = mlir::getElementTypeOrSelf(type);
  llvm::APInt bits(64, static_cast<uint64_t>(value), true);
  return constantOf(b, loc, type, b.getIntegerAttr(element, bits.sextOrTrunc(element.getIntOrFloatBitWidth())));
}

mlir::Value floatOf(mlir::OpBuilder &b, mlir::Location loc, mlir::Type type, double value) {
  return constantOf(b, loc, type, b.getFloatAttr(mlir::getElementTypeOrSelf(type), value));
}

mlir::Value fromStorage(mlir::OpBuilder &b, mlir::Location loc, mlir::Value stored, mlir::Type element) {
  mlir::Type type = shapedLike(stored.getType(), computeType(element));
  if (element.isInteger(1))
    return mlir::arith::CmpIOp::create(b, loc, mlir::arith::CmpIPredicate::ne, stored,
                                       integerOf(b, loc, stored.getType(), 0));
  if (isFloat8(element)) return fromFloat8(b, loc, stored, element);
  if (type != stored.getType()) return mlir::arith::ExtFOp::create(b, loc, type, stored);
  return stored;
}

mlir::Value toStorage(mlir::OpBuilder &b, mlir::Location loc, mlir::Value value, mlir::Type element) {
  mlir::Type type = shapedLike(value.getType(), storageType(element));
  if (element.isInteger(1)) return mlir::arith::ExtUIOp::create(b, loc, type, value);
  if (isFloat8(element)) return toFloat8(b, loc, value, element);
  if (type != value.getType()) return mlir::arith::TruncFOp::create(b, loc, type, value);
  return value;
}

mlir::Value rounded(mlir::OpBuilder &b, mlir::Location loc, mlir::Value value, mlir::Type element) {
  auto real = mlir::dyn_cast<mlir::FloatType>(element);
  return real && real.getWidth() < 32 ? fromStorage(b, loc, toStorage(b, loc, value, element), element) : value;
}

}  // namespace fluxion::codegen
