// Reads across the lanes: those of an input whose neighbours in memory belong to another loop than the lane's.
#pragma once
#include "codegen/loops/loops.h"

namespace fluxion::codegen {

/// One such read: element `position` of argument `input` of the kernel's body.
struct TransposedRead {
  mlir::Value input;
  ir::IndexExpr position;
};

/// The reads of a loop kernel that cross the lanes, and the loop (its number in `loops`) along which they are
/// contiguous; −1 if there are none, or if blocks of `width` by `width` do not pay.
int findTransposed(ir::KernelOp kernel, KernelLoops &loops, int64_t width,
                   llvm::SmallVectorImpl<TransposedRead> &reads);

}  // namespace fluxion::codegen
