// Which values may have a tangent that is not zero. Loops ask before they are differentiated, since what they carry
// must be known first.
#pragma once
#include "passes/grad/rules.h"

namespace fluxion::passes {

using Flags = llvm::SmallVector<bool>;

/// Of the values that `block` yields, given its arguments.
Flags activeYields(mlir::Block &block, llvm::ArrayRef<bool> arguments, const JvpRules &rules);

/// Of the inputs of a loop: `inputs` (constants, carry, then what is scanned) with the carries that become active in
/// some iteration.
Flags activeInputs(mlir::Block &body, Flags inputs, size_t constants, size_t carries, const JvpRules &rules);

}  // namespace fluxion::passes
