// What emits the loop nest of a kernel (kernel.h) by its schedule: kernel.cpp has the tiles, the loops and the lanes,
// kernel_rows.cpp and kernel_columns.cpp what is reduced along rows and columns.
#pragma once
#include <optional>
#include <vector>

#include "codegen/cpu/kernel.h"
#include "codegen/loops/body.h"

namespace fluxion::codegen {

class KernelEmitter {
 public:
  KernelEmitter(ir::KernelOp kernel, KernelSchedule &schedule, Emitter &e, llvm::ArrayRef<mlir::Value> outputs,
                mlir::Value scratch);

  /// The loop over the tiles from `begin` up to `end`.
  void emit(mlir::Value begin, mlir::Value end);

 private:
  using LaneBody = llvm::function_ref<llvm::SmallVector<mlir::Value>(int64_t parts, mlir::ValueRange carried)>;

  // ---- tiles, loops and lanes
  mlir::Value decode(mlir::Value tile);
  void findComing(mlir::Value tile);
  void askForComing(int64_t parts);
  void transposed(mlir::Value tile);
  void square(const Loop &along, mlir::Value first, mlir::Value high, int64_t laneCount);
  void nest(unsigned loop, mlir::Value block);
  void storeAll(int64_t parts);
  void storeKept(int64_t parts);
  llvm::SmallVector<mlir::Value> step(Reductions &reductions, int stage, int64_t parts, mlir::ValueRange sums,
                                      mlir::Value exists = {});
  void ifExists(mlir::Value exists, llvm::function_ref<void()> body);
  llvm::SmallVector<mlir::Value> lanes(mlir::Value block, llvm::SmallVector<mlir::Value> carried, LaneBody body);
  llvm::SmallVector<mlir::Value> sum(unsigned loop, llvm::SmallVector<mlir::Value> carried, LaneBody body);
  void prefetch(int64_t elements);

  // ---- rows
  void foldRows();
  void nestFolded(unsigned loop);
  void rows();
  int64_t partsOfPass(const Reductions &reductions, int stage, int64_t parts);
  void prefetchRow();
  void prefetchRows();
  void storeRows(int stage);
  // The loop whose next iteration is the next row.
  const Loop *rowsLoop() const { return !folded_.empty() ? &folded_.back() : !kept_.empty() ? &kept_.back() : nullptr; }

  // ---- rows in a pipeline
  struct Pass {
    Reductions reductions;
    int stage;
    // Of the rows that later passes are at, the next one's first.
    llvm::SmallVector<llvm::SmallVector<mlir::Value, 2>, 2> results;
  };
  void pipeline(mlir::Value begin, mlir::Value end);
  mlir::Value isWithin(mlir::Value i, mlir::Value begin, mlir::Value end);
  mlir::Value clamped(mlir::Value i, mlir::Value begin, mlir::Value end);
  llvm::SmallVector<mlir::Value> pipelineStart();
  void takeCarried(mlir::ValueRange carried);
  void recall(size_t i);
  llvm::SmallVector<mlir::Value> pipelineStep(llvm::MutableArrayRef<Emitter::Row> rows,
                                              llvm::ArrayRef<mlir::Value> exist);
  void storeKeptOf(Emitter::Row &row, mlir::Value exists, llvm::ArrayRef<mlir::Value> fresh);
  llvm::SmallVector<mlir::Value> handOn(llvm::ArrayRef<llvm::SmallVector<mlir::Value, 2>> fresh);

  // ---- columns
  void columns(mlir::Value block);
  void columnBlock();
  void scatter(int64_t parts);
  void strip(mlir::Value low);
  void stripRows(unsigned loop, llvm::function_ref<void(mlir::Value, mlir::Value)> body);
  llvm::SmallVector<mlir::Value> stripAddresses(llvm::ArrayRef<mlir::Type> vectors, mlir::Value at);
  void storeStrip(llvm::ArrayRef<mlir::Value> values, mlir::Value at);
  llvm::SmallVector<mlir::Value> loadStrip(llvm::ArrayRef<mlir::Type> types, mlir::Value at);

  ir::KernelOp kernel_;
  KernelSchedule &s_;
  Emitter &e_;
  KernelBody body_;
  mlir::Value scratch_;
  llvm::SmallVector<Loop> kept_, summed_, folded_;  // without the lane's loop
  std::optional<Loop> lane_;
  int64_t columnParts_ = 1;
  llvm::SmallVector<std::pair<mlir::Value, mlir::Type>, 2> coming_;  // rows' beginnings, and what they hold
  llvm::DenseMap<mlir::Value, mlir::Value> rowPointers_;
  std::vector<Pass> pipeline_;
  llvm::DenseMap<mlir::Value, llvm::SmallVector<mlir::Value, 3>> keptRows_;  // that of the first pass's row first
};

}  // namespace fluxion::codegen
