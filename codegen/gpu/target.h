// From a GPU kernel's module to PTX, or to object code for the simulated GPU.
#pragma once
#include <string>

#include "codegen/cpu/lower_to_llvm.h"
#include "mlir/IR/BuiltinOps.h"

namespace fluxion::codegen::gpu {

/// PTX text of the module for `architecture`, such as "sm_90".
mlir::FailureOr<std::string> compileToPtx(mlir::ModuleOp module, Lowering &lowering, llvm::StringRef architecture);

/// An object with the function `symbol`, of type runtime::KernelFunction, whose tiles are the grid's blocks. It runs
/// the kernel of the same name, of blocks of `threads`, by runtime/simt.h.
mlir::FailureOr<std::string> compileForSimt(mlir::ModuleOp module, Lowering &lowering, llvm::StringRef symbol,
                                            int64_t threads);

}  // namespace fluxion::codegen::gpu
