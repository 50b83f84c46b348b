// What is rewritten before kernels are chosen.
#pragma once
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace fluxion::passes {

/// Replaces arrays without elements by constants, and their reductions by what is neutral. No kernel meets an empty
/// array.
void replaceEmpty(mlir::func::FuncOp f);

/// Brings products into a form that strides can say: transposes operands whose sums run over scattered dimensions, and
/// turns products of integers into those of floats, where sums are exact, or into multiplications and sums. With
/// `bytes` the device has products of i8 summed up in i32.
void prepareProducts(mlir::func::FuncOp f, bool bytes);

/// Lays out the updates of scatters whose windows overlap such that whole windows are applied, one after the other.
void prepareScatters(mlir::func::FuncOp f);

/// Splits sums of many elements into a few results: parts first, whose number depends on the shape alone, then their
/// sum. So all threads have work, and the bits do not depend on their number.
void splitReductions(mlir::func::FuncOp f);

}  // namespace fluxion::passes
