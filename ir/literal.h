// Constants as bytes.
#pragma once
#include <string>

#include "ir/dialect.h"
#include "mlir/IR/BuiltinAttributes.h"

namespace fluxion::ir {

/// The elements of a constant in row-major order, little-endian, one byte for each bool; a splat is written out.
std::string bytesOf(mlir::ElementsAttr value);

/// A constant from such bytes. One element makes a splat, unless the type has but one.
mlir::DenseElementsAttr constantOf(Tensor type, llvm::StringRef bytes);

}  // namespace fluxion::ir
