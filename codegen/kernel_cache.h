// Compiled kernels by what they compute: equal ones are compiled once a process, and found on disk by the next.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "ir/ops.h"
#include "runtime/program.h"

namespace fluxion::codegen {

/// Everything about a kernel that a step needs.
struct CompiledKernel {
  runtime::CodePtr code;
  int64_t tiles = 1, grain = 1, scratchBytes = 0;
  /// For each result the inputs whose memory it may take if they are not needed afterwards.
  std::vector<std::vector<unsigned>> inPlace;
};

/// Collects the kernels of a program, and then compiles those that are new, on all processors.
class KernelCompiler {
 public:
  /// The kernel's entry; its code is there after finish().
  const CompiledKernel &add(ir::KernelOp kernel);
  mlir::LogicalResult finish();

 private:
  struct Job {
    ir::KernelOp kernel;
    std::string text;
    const CompiledKernel *entry;
  };
  std::vector<Job> jobs_;
  std::map<std::string, CompiledKernel> pending_;
};

/// What a kernel computes, without names and locations: equal texts mean equal code.
std::string kernelText(ir::KernelOp kernel);

}  // namespace fluxion::codegen
