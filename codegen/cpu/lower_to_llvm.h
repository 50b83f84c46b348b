// One dialect conversion from all that kernels are made of to the LLVM dialect.
#pragma once
#include "mlir/IR/BuiltinOps.h"

namespace fluxion::codegen {

mlir::LogicalResult lowerToLLVM(mlir::ModuleOp module);

}  // namespace fluxion::codegen
