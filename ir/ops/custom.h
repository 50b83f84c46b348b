#pragma once
#include "ir/dialect.h"
#define GET_OP_CLASSES
#include "ir/ops/custom.h.inc"

namespace fluxion::ir {

/// Whether values of this tensor type have tangents: floating-point and complex ones.
inline bool hasTangent(mlir::Type tensor) {
  return llvm::isa<mlir::FloatType, mlir::ComplexType>(llvm::cast<Tensor>(tensor).getElementType());
}

/// Those of `types` that have tangents.
llvm::SmallVector<mlir::Type> tangentTypes(mlir::TypeRange types);

}  // namespace fluxion::ir
