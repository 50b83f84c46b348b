#include "codegen/gpu/target.h"

#include "codegen/cpu/jit.h"
#include "codegen/cpu/target.h"
#include "codegen/gpu/simt.h"
#include "llvm/IR/Module.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Target/TargetMachine.h"
#include "mlir/Target/LLVMIR/Export.h"

namespace fluxion::codegen::gpu {

namespace {

// The module as LLVM's IR. A GPU has no C library: a kernel that calls a function is refused.
mlir::FailureOr<std::unique_ptr<llvm::Module>> translate(mlir::ModuleOp module, Lowering &lowering,
                                                         llvm::LLVMContext &context) {
  if (failed(lowering.run(module))) return module.emitError("codegen: a GPU kernel could not be lowered to LLVM");
  auto translated = mlir::translateModuleToLLVMIR(module, context, "kernel", /*disableVerification=*/true);
  if (!translated) return module.emitError("codegen: a GPU kernel could not be translated to LLVM's IR");
  for (llvm::Function &f : *translated)
    if (f.isDeclaration() && !f.isIntrinsic())
      return module.emitError("codegen: no GPU code for a function that calls '") << f.getName().str() << "'";
  return translated;
}

std::unique_ptr<llvm::TargetMachine> makeNvptx(llvm::StringRef architecture) {
  static const bool initialised = [] {
    LLVMInitializeNVPTXTargetInfo();
    LLVMInitializeNVPTXTarget();
    LLVMInitializeNVPTXTargetMC();
    LLVMInitializeNVPTXAsmPrinter();
    return true;
  }();
  (void)initialised;
  llvm::Triple triple("nvptx64-nvidia-cuda");
  std::string error;
  const llvm::Target *target = llvm::TargetRegistry::lookupTarget(triple, error);
  if (!target) return nullptr;
  llvm::TargetOptions options;
  options.AllowFPOpFusion = llvm::FPOpFusion::Strict;  // the CPU's numbers
  return std::unique_ptr<llvm::TargetMachine>(target->createTargetMachine(
      triple, architecture, "+ptx80", options, std::nullopt, std::nullopt, llvm::CodeGenOptLevel::Default));
}

}  // namespace

mlir::FailureOr<std::string> compileToPtx(mlir::ModuleOp module, Lowering &lowering, llvm::StringRef architecture) {
  llvm::LLVMContext context;
  auto translated = translate(module, lowering, context);
  if (failed(translated)) return mlir::failure();
  auto machine = makeNvptx(architecture);
  if (!machine) return module.emitError("codegen: this LLVM has no code generator for NVIDIA's GPUs");
  (*translated)->setDataLayout(machine->createDataLayout());
  (*translated)->setTargetTriple(machine->getTargetTriple());
  optimise(**translated, *machine);
  std::string text = emitFile(**translated, *machine, llvm::CodeGenFileType::AssemblyFile);
  if (text.empty()) return module.emitError("codegen: LLVM cannot write PTX");
  return text;
}

mlir::FailureOr<std::string> compileForSimt(mlir::ModuleOp module, Lowering &lowering, llvm::StringRef symbol,
                                            int64_t threads) {
  llvm::LLVMContext context;
  auto translated = translate(module, lowering, context);
  if (failed(translated)) return mlir::failure();
  auto machine = makeTargetMachine();
  if (!machine) return module.emitError("codegen: LLVM has no code generator for this machine");
  (*translated)->setDataLayout(machine->createDataLayout());
  (*translated)->setTargetTriple(machine->getTargetTriple());
  std::string unknown = retargetToSimt(**translated, symbol, threads);
  if (!unknown.empty()) return module.emitError("codegen: the simulated GPU lacks '") << unknown << "'";
  optimise(**translated, *machine);
  std::string object = emitFile(**translated, *machine, llvm::CodeGenFileType::ObjectFile);
  if (object.empty()) return module.emitError("codegen: LLVM cannot write object files for this machine");
  return object;
}

}  // namespace fluxion::codegen::gpu
