// From a kernel's module to object code.
#pragma once
#include <string>

#include "codegen/cpu/lower_to_llvm.h"
#include "mlir/IR/BuiltinOps.h"

namespace fluxion::codegen {

/// Lowers the module (scf, vector, arith, math, func, llvm) to LLVM and compiles it for this machine. Threads may
/// compile modules of one context at the same time. `dump`, if not empty: a path without extension for .mlir, .ll and
/// .s files.
mlir::FailureOr<std::string> compileToObject(mlir::ModuleOp module, Lowering &lowering, const std::string &dump);

/// Loads what kernels are emitted in. Before threads share the context.
void loadKernelDialects(mlir::MLIRContext &context);

}  // namespace fluxion::codegen
