// Told of every pass that runs on a function: dumps, reports and validation are such listeners. One listener follows
// one function through one pipeline.
#pragma once
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace fluxion::ir {

class PassListener {
 public:
  virtual ~PassListener() = default;
  /// Before the first pass. `stage` says what made the function: "traced", or the pass that gave it another type.
  virtual void begin(llvm::StringRef stage, mlir::func::FuncOp f) = 0;
  /// After a pass, which took so many seconds. A failure ends the pipeline; its reason has been reported at the
  /// function.
  virtual mlir::LogicalResult after(llvm::StringRef pass, mlir::func::FuncOp f, double seconds) = 0;
};

}  // namespace fluxion::ir
