#pragma once
#include "ir/dialect.h"
#define GET_OP_CLASSES
#include "ir/ops/complex.h.inc"

namespace fluxion::ir {

/// Whether a type is an array of complex numbers.
inline bool isComplexTensor(mlir::Type type) {
  auto tensor = llvm::dyn_cast<Tensor>(type);
  return tensor && llvm::isa<mlir::ComplexType>(tensor.getElementType());
}
/// The array type of the real parts of an array of complex numbers; any other type is given back.
inline mlir::Type partType(mlir::Type type) {
  if (!isComplexTensor(type)) return type;
  auto tensor = llvm::cast<Tensor>(type);
  return Tensor::get(tensor.getShape(), llvm::cast<mlir::ComplexType>(tensor.getElementType()).getElementType());
}

}  // namespace fluxion::ir
