// What vmap will map in loops, guessed before it does so.
#pragma once
#include "ir/dialect.h"
#include "llvm/ADT/DenseMap.h"

namespace fluxion::passes {

/// Which results depend on something mapped. Collectives count as if they gave what is the same for all, so that this
/// never says too much; where it says too little, a loop is batched a second time. It is asked because that happens
/// again within each of the rounds: loops within loops would take exponential time.
class Dependence {
 public:
  using Flags = llvm::SmallVector<bool>;

  /// Of a loop's inputs, with the carries that become mapped.
  Flags inputs(mlir::Block &body, Flags inputs, size_t constants, size_t carries);

 private:
  Flags yields(mlir::Block &block, llvm::ArrayRef<bool> arguments);
  Flags results(mlir::Operation &op, const Flags &operands);
  Flags resultsOfRegions(mlir::Operation &op, const Flags &operands);
  llvm::DenseMap<mlir::Operation *, llvm::SmallVector<std::pair<Flags, Flags>, 1>> known_;  // results by operands
};

}  // namespace fluxion::passes
