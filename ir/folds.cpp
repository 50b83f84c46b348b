#include "ir/folds.h"

#include "llvm/ADT/STLExtras.h"

namespace fluxion::ir {

namespace {

constexpr llvm::StringRef kFolded = "folded", kFolds = "folds";

llvm::ArrayRef<int64_t> numbers(KernelOp kernel, llvm::StringRef name) {
  auto list = kernel->getAttrOfType<mlir::DenseI64ArrayAttr>(name);
  return list ? list.asArrayRef() : llvm::ArrayRef<int64_t>();
}

}  // namespace

llvm::ArrayRef<int64_t> foldedDims(KernelOp kernel) { return numbers(kernel, kFolded); }

bool isFold(KernelOp kernel, unsigned result) {
  return llvm::is_contained(numbers(kernel, kFolds), static_cast<int64_t>(result));
}

bool isFold(mlir::Operation *op) {
  auto kernel = mlir::dyn_cast_if_present<KernelOp>(op->getParentOp());
  if (!kernel || op->getNumResults() != 1) return false;
  mlir::Operation *yield = kernel.getBody().front().getTerminator();
  return llvm::any_of(numbers(kernel, kFolds),
                      [&](int64_t i) { return yield->getOperand(static_cast<unsigned>(i)) == op->getResult(0); });
}

void setFolds(KernelOp kernel, llvm::ArrayRef<int64_t> dims, llvm::ArrayRef<int64_t> results) {
  kernel->setAttr(kFolded, mlir::DenseI64ArrayAttr::get(kernel.getContext(), dims));
  kernel->setAttr(kFolds, mlir::DenseI64ArrayAttr::get(kernel.getContext(), results));
}

}  // namespace fluxion::ir
