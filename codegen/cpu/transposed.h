// Reads across the lanes go in square blocks, which are transposed in registers and kept in scratch memory for the
// iterations of the loop along which they are contiguous.
#pragma once
#include "codegen/loops/emitter.h"
#include "codegen/loops/transposed.h"

namespace fluxion::codegen {

/// Bytes of scratch memory for a block of each read.
int64_t transposedBytes(llvm::ArrayRef<TransposedRead> reads, int64_t width);

/// Fills the blocks for width lanes from the lane's index on (of which the first `laneCount` exist) and width
/// iterations of loop `along` from its index on (of which `count`, an i64, exist), and tells the emitter to read from
/// them.
void fillTransposed(Emitter &e, llvm::ArrayRef<TransposedRead> reads, int along, int64_t laneCount, mlir::Value count,
                    mlir::Value scratch);

}  // namespace fluxion::codegen
