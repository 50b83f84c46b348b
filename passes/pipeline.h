// The passes that the JIT runs on a function, by device, so that tools run the same.
#pragma once
#include "mlir/Pass/PassManager.h"

namespace fluxion::passes {

/// The names of the passes of pipeline `name`, in order; empty if there is no such pipeline. "cpu": from a traced
/// function to kernels.
llvm::ArrayRef<llvm::StringRef> pipelinePasses(llvm::StringRef name);

/// Appends the passes of pipeline `name` up to and with `last`; an empty `last` means all. `error` gets one sentence if
/// there is no such pipeline, or no such pass in it.
mlir::LogicalResult appendPipeline(mlir::OpPassManager &manager, llvm::StringRef name, llvm::StringRef last,
                                   std::string &error);

}  // namespace fluxion::passes
