// Kernels for GPUs. They share loops, values and reductions with the CPU's; here is which thread does what.
#pragma once
#include "codegen/loops/loops.h"
#include "codegen/loops/transposed.h"
#include "ir/gemm_view.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace fluxion::codegen::gpu {

/// A block of `lanes`·`workers` threads has `lanes` elements of the kept dimensions, neighbours in memory; for each of
/// them `workers` threads walk the reduced dimensions.
struct Schedule {
  KernelLoops loops;
  int64_t kept = 1, summed = 1;  // elements
  int64_t lanes = 1, workers = 1;
  int64_t blocks = 1;
  /// Reads that are contiguous along loop number `along` while results are so along loop number `lane`: blocks then
  /// have squares of the two loops, which pass through shared memory.
  llvm::SmallVector<TransposedRead, 2> transposed;
  int along = -1, lane = -1;
  int64_t threads() const { return lanes * workers; }
};
/// Of a kernel of kind loop, rows, columns or update.
Schedule scheduleKernel(ir::KernelOp kernel);

/// A module with the kernel `symbol`, whose arguments are the addresses of the kernel's inputs and results.
mlir::FailureOr<mlir::OwningOpRef<mlir::ModuleOp>> emitKernel(ir::KernelOp kernel, const Schedule &schedule,
                                                              llvm::StringRef symbol);

/// A product in tiles. Its arguments are the addresses of a, b and the result, or of the inputs and results of
/// `kernel`, which applies what follows the product.
struct Product {
  ir::MatrixProduct shape;
  mlir::Type element, result;  // of the operands, of the product
  ir::KernelOp kernel;         // may be null
  unsigned a = 0, b = 1;       // the numbers of the operands' addresses
  int64_t blocks() const;
  static constexpr int64_t kThreads = 256;
};
mlir::FailureOr<mlir::OwningOpRef<mlir::ModuleOp>> emitProduct(const Product &product, llvm::StringRef symbol);

}  // namespace fluxion::codegen::gpu
