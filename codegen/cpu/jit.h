// From a kernel's module to object code.
#pragma once
#include <string>

#include "codegen/cpu/lower_to_llvm.h"
#include "llvm/Support/CodeGen.h"
#include "mlir/IR/BuiltinOps.h"
#include "runtime/kernel_text.h"

namespace llvm {
class Module;
class TargetMachine;
}  // namespace llvm

namespace fluxion::codegen {

/// Lowers the module (scf, vector, arith, math, func, llvm) to LLVM and compiles it for this machine. Threads may
/// compile modules of one context at the same time. `dump`, if not empty: a path without extension for .mlir, .ll and
/// .s files. `text`, if not null, receives LLVM's IR and the assembly.
mlir::FailureOr<std::string> compileToObject(mlir::ModuleOp module, Lowering &lowering, const std::string &dump,
                                             runtime::KernelText *text = nullptr);

/// Loads what kernels are emitted in. Before threads share the context.
void loadKernelDialects(mlir::MLIRContext &context);

/// The passes over LLVM's IR that pay for kernels.
void optimise(llvm::Module &module, llvm::TargetMachine &machine);
/// The module as assembly or object code; "" if the machine has none.
std::string emitFile(llvm::Module &module, llvm::TargetMachine &machine, llvm::CodeGenFileType type);

}  // namespace fluxion::codegen
