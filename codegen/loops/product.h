// Matrix products in kernels of kind gemm.
#pragma once
#include "codegen/loops/loops.h"
#include "ir/gemm_view.h"
#include "ir/ops.h"

namespace fluxion::codegen {

/// The dot_general of a gemm kernel.
ir::DotGeneralOp productOf(ir::KernelOp kernel);
/// Whether the kernel computes nothing after its product: it may move its dimensions.
bool isPlainProduct(ir::KernelOp kernel);
/// The product of a gemm kernel in terms of the kernel's inputs (`lhs` and `rhs`: their numbers, where not null).
std::optional<ir::MatrixProduct> productIn(ir::KernelOp kernel, mlir::Value *lhs = nullptr, mlir::Value *rhs = nullptr);
/// The numbers of the kernel's inputs that its epilogue reads: all that are no operand of the product alone.
llvm::SmallVector<unsigned> epilogueInputs(ir::KernelOp kernel);

/// The product over the first views of its operands that `hasBuffer` says lie in memory.
struct LocatedProduct {
  ir::MatrixProduct product;
  mlir::Value lhs, rhs;  // where a and b lie
};
std::optional<LocatedProduct> locateProduct(ir::DotGeneralOp op, llvm::ArrayRef<int64_t> out,
                                            llvm::function_ref<bool(mlir::Value)> hasBuffer);

/// The loops of what follows a product: its batches, its rows and its columns, along which vectors lie. `variables`
/// gets the number of each; -1 where its size is 1.
KernelLoops productLoops(ir::KernelOp kernel, const ir::MatrixProduct &p, llvm::SmallVectorImpl<int> &variables);

}  // namespace fluxion::codegen
