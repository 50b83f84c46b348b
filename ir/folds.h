// Kernels over rows that also sum up columns.
#pragma once
#include "ir/ops/kernel.h"

namespace fluxion::ir {

/// A kernel of kind "rows" may have two attributes more. `folds` are the numbers of results that are reductions over
/// the dimensions `folded` of its space, of which none is reduced: sums over rows, whose elements are those of all
/// other dimensions. Nothing in the kernel reads them. Without the attributes there are none.
llvm::ArrayRef<int64_t> foldedDims(KernelOp kernel);
bool isFold(KernelOp kernel, unsigned result);
/// Whether `op`, in a kernel's body, makes such a result.
bool isFold(mlir::Operation *op);
void setFolds(KernelOp kernel, llvm::ArrayRef<int64_t> dims, llvm::ArrayRef<int64_t> results);

}  // namespace fluxion::ir
