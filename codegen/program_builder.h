// Turns a block of kernels and other ops into steps.
#pragma once
#include "codegen/kernel_cache.h"
#include "codegen/memory.h"
#include "ir/gemm_view.h"
#include "ir/ops.h"
#include "ir/ops/convolution.h"
#include "ir/ops/fft.h"
#include "llvm/ADT/DenseMap.h"

namespace fluxion::codegen {

class ProgramBuilder {
 public:
  ProgramBuilder(mlir::Block &block, KernelCompiler &kernels, llvm::ArrayRef<int32_t> donated)
      : block_(block), kernels_(kernels), donated_(donated) {}
  /// The steps, with memory planned. Code is missing until the kernels are compiled.
  mlir::FailureOr<std::shared_ptr<runtime::Program>> build(llvm::StringRef name);

 private:
  struct Place {
    int buffer;
    int64_t offset = 0;
  };
  mlir::LogicalResult lower(mlir::Operation *op);
  mlir::LogicalResult lowerKernel(ir::KernelOp op);
  void copyForUpdate(ir::KernelOp op);
  mlir::LogicalResult lowerProduct(mlir::Operation *op, const ir::MatrixProduct &p, mlir::Value lhs, mlir::Value rhs,
                                   ir::DotGeneralOp dot);
  mlir::LogicalResult lowerProductKernel(mlir::Operation *op, const ir::MatrixProduct &p, mlir::Value lhs,
                                         mlir::Value rhs, ir::DotGeneralOp dot);
  mlir::LogicalResult lowerDot(ir::DotGeneralOp op);
  mlir::LogicalResult lowerConvolution(ir::ConvolutionOp op);
  mlir::LogicalResult lowerSort(ir::SortOp op);
  mlir::LogicalResult lowerCumulative(ir::CumulativeOp op);
  mlir::LogicalResult lowerFft(ir::FftOp op);
  mlir::LogicalResult lowerLinalg(mlir::Operation *op);
  mlir::LogicalResult lowerHost(mlir::Operation *op);
  runtime::CallStep attentionStep(mlir::Operation *op, mlir::ValueRange operands);
  mlir::LogicalResult lowerAttention(mlir::Operation *op);
  mlir::LogicalResult lowerPackedAttention(ir::KernelOp kernel);
  mlir::LogicalResult lowerCase(ir::CaseOp op);
  mlir::LogicalResult lowerWhile(ir::WhileOp op);
  mlir::LogicalResult lowerScan(ir::ScanOp op);
  void finishResults();
  void noteLargest();
  void noteInPlace(ir::KernelOp op, const CompiledKernel &kernel);
  bool isRead(mlir::ValueRange values, mlir::Value x) const;
  bool isAlone(mlir::ValueRange inputs, mlir::Value x) const;

  int64_t bytes(mlir::Value v) const;
  Place place(mlir::Value v) const { return places_.lookup(v); }
  void define(mlir::Value v);
  runtime::BufferRef read(mlir::Value v);
  runtime::BufferRef write(mlir::Value v) { return define(v), read(v); }
  runtime::BufferRef scratch(int64_t bytes);
  std::vector<runtime::BufferRef> readAll(mlir::ValueRange values);
  std::vector<runtime::BufferRef> writeAll(mlir::ValueRange values);
  int step() const { return static_cast<int>(program_->steps.size()); }
  template <class T>
  void add(T step) {
    program_->steps.push_back(std::move(step));
  }

  mlir::Block &block_;
  KernelCompiler &kernels_;
  llvm::ArrayRef<int32_t> donated_;
  std::shared_ptr<runtime::Program> program_;
  MemoryPlan memory_;
  llvm::DenseMap<mlir::Value, Place> places_;
  mlir::Operation *lowered_ = nullptr;                   // the op whose steps are being made
  llvm::DenseMap<int, mlir::Operation *> scratchOwner_;  // who asked for memory that is no value's
  struct InPlace {
    int result, input, step;
  };
  std::vector<InPlace> inPlace_;
};

}  // namespace fluxion::codegen
