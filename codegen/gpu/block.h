// A kernel's module for GPUs under construction, and what its threads ask of their block: ops of the nvvm dialect.
#pragma once
#include <string>

#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace fluxion::codegen::gpu {

inline constexpr int64_t kWarp = 32;

/// Loads what GPU kernels are emitted in. Before threads share the context.
void loadDialects(mlir::MLIRContext &context);

class Block {
 public:
  /// Begins the kernel `symbol`, which takes `pointers` addresses and runs in blocks of `threads`.
  Block(mlir::MLIRContext *context, llvm::StringRef symbol, size_t pointers, int64_t threads);

  mlir::OpBuilder b;
  mlir::Location loc;
  llvm::SmallVector<mlir::Value> pointers;
  mlir::Value thread, number;  // of the thread in its block, of the block in the grid: i64

  mlir::Value constant(int64_t n);
  mlir::Value quotient(mlir::Value x, int64_t n);
  mlir::Value remainder(mlir::Value x, int64_t n);
  mlir::Value below(mlir::Value x, int64_t n);
  /// Waits for all threads of the block, and for what they have written.
  void barrier();
  /// The value that the lane of number `lane` ^ `mask` has in `v`. All lanes of the warp take part.
  mlir::Value shuffleXor(mlir::Value v, int64_t mask);
  /// The address of `count` elements that the block's threads share; their values are undefined at first.
  mlir::Value shared(mlir::Type element, int64_t count);
  mlir::Value loadShared(mlir::Type element, mlir::Value array, mlir::Value index);
  void storeShared(mlir::Value value, mlir::Value array, mlir::Value index);

  mlir::OwningOpRef<mlir::ModuleOp> take() { return std::move(module_); }

 private:
  mlir::Value shuffleWord(mlir::Value word, int64_t mask);
  mlir::OwningOpRef<mlir::ModuleOp> module_;
  std::string symbol_;
  int arrays_ = 0;
};

}  // namespace fluxion::codegen::gpu
