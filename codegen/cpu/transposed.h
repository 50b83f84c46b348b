// Reads across the lanes: an input whose neighbours in memory belong to another loop than the lane's is read in square
// blocks, which are transposed in registers and kept in scratch memory for the iterations of that loop.
#pragma once
#include "codegen/loops/emitter.h"

namespace fluxion::codegen {

/// One such read: element `position` of argument `input` of the kernel's body.
struct TransposedRead {
  mlir::Value input;
  ir::IndexExpr position;
};

/// The reads of a loop kernel that cross the lanes, and the loop (its number in `loops`) along which they are
/// contiguous; −1 if there are none, or if blocks do not pay.
int findTransposed(ir::KernelOp kernel, KernelLoops &loops, int64_t width,
                   llvm::SmallVectorImpl<TransposedRead> &reads);

/// Bytes of scratch memory for a block of each read.
int64_t transposedBytes(llvm::ArrayRef<TransposedRead> reads, int64_t width);

/// Fills the blocks for width lanes from the lane's index on (of which the first `laneCount` exist) and width
/// iterations of loop `along` from its index on (of which `count`, an i64, exist), and tells the emitter to read from
/// them.
void fillTransposed(Emitter &e, llvm::ArrayRef<TransposedRead> reads, int along, int64_t laneCount, mlir::Value count,
                    mlir::Value scratch);

}  // namespace fluxion::codegen
