#pragma once
#include "ir/dialect.h"
#define GET_OP_CLASSES
#include "ir/ops/host.h.inc"

namespace fluxion::ir {

/// "f32[2,3] i32[]" as tensor types, and back. None if it cannot be read.
std::optional<llvm::SmallVector<mlir::Type>> parseTypes(llvm::StringRef text, mlir::MLIRContext *context);
std::string typesText(mlir::TypeRange types);

/// The effects of a call of the host, by which such calls stay where they are.
void addOutsideEffects(llvm::SmallVectorImpl<mlir::SideEffects::EffectInstance<mlir::MemoryEffects::Effect>> &effects);

/// The name of the host's function that computes the op; empty for ops that need none.
std::string hostFunctionOf(mlir::Operation *op);
/// The same for an operation of the user's that has this name.
inline std::string kernelOf(llvm::StringRef operation) { return "operation " + operation.str(); }

}  // namespace fluxion::ir
