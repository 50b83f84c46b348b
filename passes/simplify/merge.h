// Common subexpressions.
#pragma once
#include "llvm/ADT/DenseSet.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace fluxion::passes {

/// Ops that may have become simpler by what happened to others.
class Touched {
 public:
  void add(mlir::Operation *op) {
    if (ops_.insert(op).second) order_.push_back(op);
  }
  /// Before `op` is erased: where it leaves a value to a single reader, that may take it in now.
  void erasing(mlir::Operation *op);
  /// Those that still are, in the order in which they were added; from here on there are none.
  llvm::SmallVector<mlir::Operation *> take();

 private:
  llvm::DenseSet<mlir::Operation *> ops_;
  llvm::SmallVector<mlir::Operation *> order_;  // some may be gone
};

/// Merges pure ops that compute the same from the same operands, in the function and in the regions of its ops, and
/// erases what nobody needs.
void mergeCommon(mlir::func::FuncOp f, Touched &touched);

}  // namespace fluxion::passes
