// One dialect conversion from all that kernels are made of to the LLVM dialect.
#pragma once
#include <memory>

#include "mlir/IR/BuiltinOps.h"

namespace fluxion::codegen {

/// The patterns of the conversion, which are worth keeping for many kernels. For one thread.
class Lowering {
 public:
  explicit Lowering(mlir::MLIRContext &context);
  ~Lowering();
  mlir::LogicalResult run(mlir::ModuleOp module);

 private:
  struct Patterns;
  std::unique_ptr<Patterns> patterns_;
};

}  // namespace fluxion::codegen
