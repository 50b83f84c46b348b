// The accumulators of one pass over the reduced dimensions.
#pragma once
#include "codegen/loops/emitter.h"

namespace fluxion::codegen {

/// Whether `op` combines elements over the reduced dimensions, of which there are more than one.
bool isReduction(mlir::Operation *op);
/// The number of the pass over the reduced dimensions in which a value is first known; of a fold, which is not known
/// before all rows are done, that in which its operand is.
int stageOf(mlir::Value v, llvm::DenseMap<mlir::Value, int> &memo);
/// The pass in which folds are added to, all in the same; -1 if there are none.
int foldStage(ir::KernelOp kernel, llvm::DenseMap<mlir::Value, int> &memo);

/// All reductions whose operands are known in one stage. Each keeps one accumulator for each part (a vector, or a
/// scalar where there are no lanes); arg_reduce one more, for the position.
class Reductions {
 public:
  Reductions(ir::KernelOp kernel, Emitter &e, llvm::DenseMap<mlir::Value, int> &stages, int stage);
  bool empty() const { return ops_.empty(); }
  llvm::ArrayRef<mlir::Operation *> ops() const { return ops_; }
  /// What is known in the end, op by op.
  llvm::SmallVector<mlir::Type> resultTypes() const;
  /// As many accumulators as start() gave.
  size_t slots() const;
  /// The first accumulators.
  llvm::SmallVector<mlir::Value> start(int64_t parts);
  /// Takes in the elements at the emitter's index, as those of `part`.
  void step(llvm::SmallVectorImpl<mlir::Value> &accumulators, int64_t part);
  /// The accumulators of both, one part each, in no order of positions.
  llvm::SmallVector<mlir::Value> merge(llvm::ArrayRef<mlir::Value> a, llvm::ArrayRef<mlir::Value> b);
  /// Puts parts and lanes together, in an order that depends on the shape alone, and tells the emitter the results.
  void finishRows(llvm::ArrayRef<mlir::Value> accumulators);
  /// The same where lanes are results.
  void finishColumns(llvm::ArrayRef<mlir::Value> accumulators);

 private:
  struct Pair {
    mlir::Value value, position;  // no position: a plain reduction
  };
  ir::Combine kindOf(mlir::Operation *op) const;
  size_t slots(mlir::Operation *op) const { return mlir::isa<ir::ArgReduceOp>(op) ? 2 : 1; }
  Pair combine(mlir::Operation *op, Pair a, Pair b, bool ordered);
  Pair shuffled(Pair a, llvm::ArrayRef<int64_t> lanes);

  Emitter &e_;
  llvm::SmallVector<mlir::Operation *, 4> ops_;
  int64_t parts_ = 1;
};

}  // namespace fluxion::codegen
