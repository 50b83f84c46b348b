// What a kernel computes at the emitter's index: its results, pass by pass, and its updates. How the index moves is the
// business of each target's schedule.
#pragma once
#include "codegen/loops/reduction.h"

namespace fluxion::codegen {

class KernelBody {
 public:
  /// `outputs` has one address for each result.
  KernelBody(ir::KernelOp kernel, Emitter &e, llvm::ArrayRef<mlir::Value> outputs)
      : kernel_(kernel), e_(e), outputs_(outputs) {}

  /// The number of the pass over the reduced dimensions in which a value is first known.
  int stage(mlir::Value v) { return stageOf(v, stages_); }
  /// Calls `pass` for each stage that sums something up or stores whole rows.
  void passes(llvm::function_ref<void(Reductions &, int)> pass);

  /// Stores the results that `which` names at the index. All values are computed before the first is stored, so that a
  /// result may take the place of an operand.
  void store(llvm::function_ref<bool(unsigned)> which);
  void storeAll() {
    store([](unsigned) { return true; });
  }
  /// Those with the elements of the whole space that are known in this stage.
  void storeWhole(int stage) {
    store([&](unsigned i) { return isStored(i, stage); });
  }
  bool storesWhole(int stage) {
    for (unsigned i = 0; i < outputs_.size(); ++i)
      if (isStored(i, stage)) return true;
    return false;
  }
  /// Those of the kept dimensions alone.
  void storeKept() {
    store([&](unsigned i) { return isKeptOutput(kernel_, i); });
  }
  /// Gives folds what is neutral, at the index of their lanes.
  void beginFolds();
  /// Adds the elements at the index to the folds, which lie in memory, if this is their pass.
  void stepFolds(int stage);

  /// Applies the updates of a scatter at the index, `parts` vectors side by side, if their place is inside the array.
  void scatter(int64_t parts);

 private:
  bool isStored(unsigned i, int stage);
  void scatterOne(ir::ScatterOp op);

  ir::KernelOp kernel_;
  Emitter &e_;
  llvm::ArrayRef<mlir::Value> outputs_;
  llvm::DenseMap<mlir::Value, int> stages_;
};

}  // namespace fluxion::codegen
