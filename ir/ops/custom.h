#pragma once
#include "ir/dialect.h"
#define GET_OP_CLASSES
#include "ir/ops/custom.h.inc"

namespace fluxion::ir {

/// Whether values of this tensor type have tangents: floating-point and complex ones.
inline bool hasTangent(mlir::Type tensor) {
  return llvm::isa<mlir::FloatType, mlir::ComplexType>(llvm::cast<Tensor>(tensor).getElementType());
}

/// The regions that computing the op runs: of ops with rules of their own, not those of the rules.
llvm::SmallVector<mlir::Region *> executedRegions(mlir::Operation *op);

/// Those of `types` that have tangents.
llvm::SmallVector<mlir::Type> tangentTypes(mlir::TypeRange types);

}  // namespace fluxion::ir
