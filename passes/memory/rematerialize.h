// Values that are computed again instead of being kept.
#pragma once
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace fluxion::passes {

/// Computes values of a function that has been cut into kernels a second time, just before they are needed again, until
/// its temporaries come to at most `bytes` at once. The cheapest first: by bytes times the steps for which they would
/// lie there, for each nanosecond of recomputation. Never twice: loops, calls of the host, updates in place. The
/// numbers stay the same to the bit. False if nothing more helps; then as much is done as does.
bool rematerialize(mlir::func::FuncOp f, int64_t bytes);

/// The bytes of temporaries at once, as far as they are known before code generation.
int64_t temporariesAtOnce(mlir::func::FuncOp f);

/// The bytes of temporaries that the step which needs most reads and writes: no order and no copies do with less.
int64_t leastTemporaries(mlir::func::FuncOp f);

}  // namespace fluxion::passes
