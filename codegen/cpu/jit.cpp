#include "codegen/cpu/jit.h"

#include "codegen/cpu/lower_to_llvm.h"
#include "codegen/cpu/target.h"
#include "codegen/cpu/x86_maximum.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Transforms/InstCombine/InstCombine.h"
#include "llvm/Transforms/Scalar/EarlyCSE.h"
#include "llvm/Transforms/Scalar/LICM.h"
#include "llvm/Transforms/Scalar/LoopPassManager.h"
#include "llvm/Transforms/Scalar/SimplifyCFG.h"
#include "llvm/Transforms/Utils/Cloning.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Target/LLVMIR/Export.h"

namespace fluxion::codegen {

namespace {

void write(const std::string &path, llvm::function_ref<void(llvm::raw_ostream &)> print) {
  std::error_code error;
  llvm::raw_fd_ostream out(path, error);
  if (!error) print(out);
}

}  // namespace

// The order was measured: the short list is as good for our loops as O2, in a quarter of the time.
void optimise(llvm::Module &module, llvm::TargetMachine &machine) {
  llvm::LoopAnalysisManager lam;
  llvm::FunctionAnalysisManager fam;
  llvm::CGSCCAnalysisManager cam;
  llvm::ModuleAnalysisManager mam;
  llvm::PassBuilder builder(&machine);
  builder.registerModuleAnalyses(mam);
  builder.registerCGSCCAnalyses(cam);
  builder.registerFunctionAnalyses(fam);
  builder.registerLoopAnalyses(lam);
  builder.crossRegisterProxies(lam, fam, cam, mam);
  llvm::FunctionPassManager fpm;
  fpm.addPass(llvm::EarlyCSEPass());
  fpm.addPass(llvm::InstCombinePass(llvm::InstCombineOptions().setMaxIterations(1)));
  fpm.addPass(llvm::SimplifyCFGPass());
  fpm.addPass(llvm::createFunctionToLoopPassAdaptor(llvm::LICMPass(llvm::LICMOptions()), /*UseMemorySSA=*/true));
  fpm.addPass(llvm::EarlyCSEPass());
  for (llvm::Function &f : module)
    if (!f.isDeclaration()) fpm.run(f, fam);
}

std::string emitFile(llvm::Module &module, llvm::TargetMachine &machine, llvm::CodeGenFileType type) {
  llvm::SmallVector<char, 0> buffer;
  llvm::raw_svector_ostream out(buffer);
  llvm::legacy::PassManager passes;
  if (machine.addPassesToEmitFile(passes, out, nullptr, type, /*DisableVerify=*/true)) return {};
  passes.run(module);
  return std::string(buffer.begin(), buffer.end());
}

mlir::FailureOr<std::string> compileToObject(mlir::ModuleOp module, Lowering &lowering, const std::string &dump,
                                             runtime::KernelText *text) {
  if (!dump.empty()) write(dump + ".mlir", [&](auto &out) { module->print(out); });
  static const bool verifies = std::getenv("FLUXION_VERIFY") != nullptr;
  if ((verifies || !dump.empty()) && failed(mlir::verify(module))) return mlir::failure();
  if (failed(lowering.run(module))) return module.emitError("codegen: a kernel could not be lowered to LLVM");
  llvm::LLVMContext context;
  auto llvmModule = mlir::translateModuleToLLVMIR(module, context, "kernel", /*disableVerification=*/true);
  if (!llvmModule) return module.emitError("codegen: a kernel could not be translated to LLVM's IR");
  static thread_local std::unique_ptr<llvm::TargetMachine> machine = makeTargetMachine();
  if (!machine) return module.emitError("codegen: LLVM has no code generator for this machine");
  llvmModule->setDataLayout(machine->createDataLayout());
  llvmModule->setTargetTriple(machine->getTargetTriple());
  for (llvm::Function &f : *llvmModule) {
    if (f.isDeclaration()) continue;
    f.addFnAttr("prefer-vector-width", std::to_string(hostTarget().vectorBytes * 8));
    f.addFnAttr("target-cpu", machine->getTargetCPU());
    f.addFnAttr("target-features", machine->getTargetFeatureString());
    f.addFnAttr(llvm::Attribute::NoUnwind);
  }
  optimise(*llvmModule, *machine);
  useRangeInstructions(*llvmModule, *machine);
  if (!dump.empty() || text) {
    runtime::KernelText own, &as = text ? *text : own;
    llvm::raw_string_ostream(as.ir) << *llvmModule;
    as.assembly = emitFile(*llvm::CloneModule(*llvmModule), *machine, llvm::CodeGenFileType::AssemblyFile);
    if (!dump.empty()) {
      write(dump + ".ll", [&](auto &out) { out << as.ir; });
      write(dump + ".s", [&](auto &out) { out << as.assembly; });
    }
  }
  std::string object = emitFile(*llvmModule, *machine, llvm::CodeGenFileType::ObjectFile);
  if (object.empty()) return module.emitError("codegen: LLVM cannot write object files for this machine");
  return object;
}

}  // namespace fluxion::codegen
