// A GPU kernel's LLVM IR, made to run on the CPU.
#pragma once
#include <string>

#include "llvm/ADT/StringRef.h"

namespace llvm {
class Module;
}

namespace fluxion::codegen::gpu {

/// Replaces a GPU's registers, barriers, shuffles and shared memory in `module` by calls of runtime/simt.h and adds the
/// function `symbol`, of type runtime::KernelFunction, which runs the blocks of the kernel of that name. Returns the
/// name of an intrinsic that the simulation does not know, or "".
std::string retargetToSimt(llvm::Module &module, llvm::StringRef symbol, int64_t threads);

}  // namespace fluxion::codegen::gpu
