// Reading programs from text.
#pragma once
#include "llvm/ADT/StringRef.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace fluxion::ir {

/// A module of fx functions from text: of the fx dialect, or of StableHLO in MLIR's generic form, which is imported.
/// The text may come from anywhere: nesting is bounded, and the result is verified. `name` is the file's in messages.
/// Errors  null, after a diagnostic at the place.
mlir::OwningOpRef<mlir::ModuleOp> parseModule(llvm::StringRef text, llvm::StringRef name, mlir::MLIRContext *context);

/// Whether brackets, or signs of an affine expression, are nested deeper than a parser that recurses can take.
bool isNestedTooDeeply(llvm::StringRef text);

}  // namespace fluxion::ir
