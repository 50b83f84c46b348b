// The order in which the kernels of a function run.
#pragma once
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace fluxion::passes {

/// Brings the kernels and other ops of a function, and of the loops and branches in it, into an order in which less
/// memory is in use at once, if it finds one. What each computes stays the same, and calls of the host keep their
/// order. Comes after cutIntoKernels.
mlir::LogicalResult scheduleForMemory(mlir::func::FuncOp f);

}  // namespace fluxion::passes
