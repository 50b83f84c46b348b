#include "codegen/cpu/target.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/SubtargetFeature.h"

namespace fluxion::codegen {

const Target &hostTarget() {
  static const Target target = [] {
    LLVMInitializeX86TargetInfo();
    LLVMInitializeX86Target();
    LLVMInitializeX86TargetMC();
    LLVMInitializeX86AsmPrinter();
    Target t;
    t.cpu = llvm::sys::getHostCPUName().str();
    llvm::SubtargetFeatures features;
    auto host = llvm::sys::getHostCPUFeatures();
    llvm::SmallVector<llvm::StringRef> names;
    for (auto &feature : host) names.push_back(feature.getKey());
    llvm::sort(names);
    for (llvm::StringRef name : names) features.AddFeature(name, host[name]);
    t.features = features.getString();
    t.vectorBytes = host.lookup("avx512f") && host.lookup("avx512bw") && host.lookup("avx512vl") ? 64
                    : host.lookup("avx2") && host.lookup("fma")                                  ? 32
                                                                                                 : 16;
    t.bf16 = t.vectorBytes == 64 && host.lookup("avx512bf16");
    return t;
  }();
  return target;
}

std::unique_ptr<llvm::TargetMachine> makeTargetMachine() {
  const Target &host = hostTarget();
  llvm::Triple triple(llvm::sys::getProcessTriple());
  std::string error;
  const llvm::Target *target = llvm::TargetRegistry::lookupTarget(triple, error);
  if (!target) return nullptr;
  llvm::TargetOptions options;
  options.AllowFPOpFusion = llvm::FPOpFusion::Strict;
  return std::unique_ptr<llvm::TargetMachine>(target->createTargetMachine(triple, host.cpu, host.features, options,
                                                                          llvm::Reloc::PIC_, llvm::CodeModel::Small,
                                                                          llvm::CodeGenOptLevel::Less));
}

}  // namespace fluxion::codegen
