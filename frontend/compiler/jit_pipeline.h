// What the JIT does with a traced function: the passes, whoever listens to them, and code generation.
#pragma once
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "trace/compiler.h"

namespace fluxion {

/// Compiles f, which stays as it is. Errors: CompileError.
runtime::ProgramPtr compileForJit(mlir::func::FuncOp f, const trace::CompileOptions &options,
                                  trace::CompileTimes *times);

}  // namespace fluxion
