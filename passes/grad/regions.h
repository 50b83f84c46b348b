// Blocks taken apart and put together: what differentiating and transposing control flow have in common.
#pragma once
#include <memory>

#include "passes/emit.h"

namespace fluxion::passes {

/// Gives the block arguments numbers order[0], order[1], … of before; those not named must be unused and go.
void permuteArguments(mlir::Block &block, llvm::ArrayRef<size_t> order);

/// The numbers of the flags that are set, plus `offset`.
llvm::SmallVector<size_t> numbersOf(llvm::ArrayRef<bool> flags, size_t offset = 0);

/// Zeros for symbolic zeros, made at the end of `block`.
llvm::SmallVector<Value> materialized(mlir::Block &block, llvm::ArrayRef<Value> values, mlir::TypeRange types);

/// Removes ops without use, and from ops with regions the results, carries and inputs without use. Linear in the number
/// of ops, for nesting of a given depth.
void eraseDead(mlir::Block &block);

/// Which carries of a loop matter, given those that are wanted at the end and further values that the body is run for:
/// a carry matters if something that matters depends on it.
llvm::SmallVector<bool> liveCarries(llvm::SmallVector<bool> live, llvm::SmallVector<Value> work, mlir::Block &body,
                                    size_t constants);

/// The part of a block that depends on tangents, apart from the rest.
struct Split {
  std::unique_ptr<mlir::Block> linear;  // takes residuals…, tangents…
  llvm::SmallVector<Value> residuals;   // values of the known block
};

/// Numbers of arguments, from `begin` up to `end`.
struct ArgumentRange {
  size_t begin = 0, end = 0;
};

/// Moves what depends on the arguments of `block` from `firstTangent` on into a block of its own, with those arguments
/// and the results from `firstResult` on. A known value that the linear part uses becomes a residual, once, unless it
/// is cheaper computed again: constants, and elementwise ops and broadcasts of what is there anyway. Arguments are,
/// save for the `carried` ones of a loop, which are there only if the linear part reads them.
Split split(mlir::Block &block, size_t firstTangent, size_t firstResult, ArgumentRange carried = {});

}  // namespace fluxion::passes
