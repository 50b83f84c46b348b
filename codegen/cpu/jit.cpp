#include "codegen/cpu/jit.h"

#include <optional>

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

// The passes over LLVM's IR. The order was measured: the short list is as good for our loops as O2, in a quarter of the
// time.
class Optimiser {
 public:
  explicit Optimiser(llvm::TargetMachine &machine) {
    llvm::PassBuilder builder(&machine);
    builder.registerModuleAnalyses(mam_);
    builder.registerCGSCCAnalyses(cam_);
    builder.registerFunctionAnalyses(fam_);
    builder.registerLoopAnalyses(lam_);
    builder.crossRegisterProxies(lam_, fam_, cam_, mam_);
    passes_.addPass(llvm::EarlyCSEPass());
    passes_.addPass(llvm::InstCombinePass(llvm::InstCombineOptions().setMaxIterations(1)));
    passes_.addPass(llvm::SimplifyCFGPass());
    passes_.addPass(llvm::createFunctionToLoopPassAdaptor(llvm::LICMPass(llvm::LICMOptions()), /*UseMemorySSA=*/true));
    passes_.addPass(llvm::EarlyCSEPass());
  }

  void run(llvm::Module &module) {
    for (llvm::Function &f : module)
      if (!f.isDeclaration()) passes_.run(f, fam_);
    lam_.clear(), fam_.clear(), cam_.clear(), mam_.clear();  // what is known of functions that will not be there
  }

 private:
  llvm::LoopAnalysisManager lam_;
  llvm::FunctionAnalysisManager fam_;
  llvm::CGSCCAnalysisManager cam_;
  llvm::ModuleAnalysisManager mam_;
  llvm::FunctionPassManager passes_;
};

// From LLVM's IR to object code.
class Writer {
 public:
  Writer(llvm::TargetMachine &machine, llvm::CodeGenFileType type) {
    works_ = !machine.addPassesToEmitFile(passes_, out_, nullptr, type, /*DisableVerify=*/true);
  }
  /// "" if the machine has no such files.
  std::string write(llvm::Module &module) {
    if (!works_) return {};
    buffer_.clear();
    passes_.run(module);
    return std::string(buffer_.begin(), buffer_.end());
  }

 private:
  llvm::SmallVector<char, 0> buffer_;
  llvm::raw_svector_ostream out_{buffer_};
  llvm::legacy::PassManager passes_;
  bool works_;
};

// All that a thread needs for the host's code. To make it takes as long as to compile a small kernel, so it is kept and
// used for one module after the other.
struct Host {
  std::unique_ptr<llvm::TargetMachine> machine = makeTargetMachine();
  std::optional<Optimiser> optimiser;
  std::optional<Writer> writer;
  Host() {
    if (!machine) return;
    optimiser.emplace(*machine);
    writer.emplace(*machine, llvm::CodeGenFileType::ObjectFile);
  }
};

}  // namespace

void optimise(llvm::Module &module, llvm::TargetMachine &machine) { Optimiser(machine).run(module); }

std::string emitFile(llvm::Module &module, llvm::TargetMachine &machine, llvm::CodeGenFileType type) {
  return Writer(machine, type).write(module);
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
  static thread_local Host host;
  llvm::TargetMachine *machine = host.machine.get();
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
  host.optimiser->run(*llvmModule);
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
  std::string object = host.writer->write(*llvmModule);
  if (object.empty()) return module.emitError("codegen: LLVM cannot write object files for this machine");
  return object;
}

}  // namespace fluxion::codegen
