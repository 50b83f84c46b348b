// What a block that has been cut into kernels takes of memory, step by step, as code generation will plan it.
#pragma once
#include <vector>

#include "ir/ops.h"
#include "llvm/ADT/DenseMap.h"

namespace fluxion::passes {

/// Other names of what its operands lie in: no step, no memory.
bool isView(mlir::Operation *op);
/// What a value lies in, behind views. Barriers count as views.
mlir::Value rootOf(mlir::Value v);

/// Bytes of the temporaries in loops and branches, which are looked at once.
using InnerPeaks = llvm::DenseMap<mlir::Operation *, int64_t>;

/// The steps of a block and the buffers they read and write. Building it takes linear time, and so does each question.
class BlockMemory {
 public:
  struct Buffer {
    mlir::Value value;
    int64_t bytes;
    int writer;                         // a step, or -1: it is there from the start
    bool temporary;                     // lies in the arena; others are arguments, constants and results
    llvm::SmallVector<int, 2> readers;  // steps, in the order of the block, each once
  };
  struct Step {
    mlir::Operation *op;
    llvm::SmallVector<int, 4> reads, writes;            // buffers
    llvm::SmallVector<int, 4> after;                    // steps that have to come before
    llvm::SmallVector<std::pair<int, int>, 1> inPlace;  // what is written may take the place of what is read
    int64_t inside = 0;                                 // temporaries of its own
  };

  BlockMemory(mlir::Block &block, InnerPeaks &inner);
  const std::vector<Buffer> &buffers() const { return buffers_; }
  const std::vector<Step> &steps() const { return steps_; }
  /// The number of v's buffer.
  int buffer(mlir::Value v) const { return numbers_.lookup(rootOf(v)); }

  /// Bytes of temporaries that are needed while each step runs, in the block's order or another: order[i] is the step
  /// that is run as number i.
  std::vector<int64_t> profile() const;
  std::vector<int64_t> profile(llvm::ArrayRef<int> order) const;
  int64_t peak() const;
  /// Bytes of temporaries that a single step reads and writes, of the step that needs most.
  int64_t leastOfAnyOrder() const;
  int64_t peak(llvm::ArrayRef<int> order) const;

 private:
  int define(mlir::Value v, int writer, bool temporary);
  void addStep(mlir::Operation *op, InnerPeaks &inner);

  std::vector<Buffer> buffers_;
  std::vector<Step> steps_;
  llvm::DenseMap<mlir::Value, int> numbers_;
  llvm::DenseMap<mlir::Operation *, int> stepOf_;  // of steps and barriers
  int lastEffect_ = -1;
};

}  // namespace fluxion::passes
