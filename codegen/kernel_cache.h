// Compiled kernels by what they compute: equal ones are compiled once a process, and found on disk by the next.
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "codegen/compile.h"
#include "codegen/cpu/lower_to_llvm.h"
#include "codegen/gpu/kernel.h"
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

/// One thread's lowering, made for its first kernel that is not found on disk.
using LazyLowering = std::optional<Lowering>;

/// Collects the kernels of a program, and then compiles those that are new, on all processors.
class KernelCompiler {
 public:
  /// `texts`, if there is one, receives the texts of all kernels, and none is taken from a cache.
  explicit KernelCompiler(Device device, std::vector<runtime::KernelText> *texts = nullptr)
      : device_(device), texts_(texts) {}
  Device device() const { return device_; }
  /// The kernel's entry; its code is there after finish().
  const CompiledKernel &add(ir::KernelOp kernel);
  /// A product as one kernel, with what follows it; for devices that have no library for products.
  const CompiledKernel &add(const gpu::Product &product);
  /// How many of them had to be written as text: the others were equal to one before, op by op.
  size_t texts() const { return known_.size(); }
  mlir::LogicalResult finish();
  /// In place of finish(): the code that is new as PTX.
  mlir::FailureOr<PtxModule> finishAsPtx(llvm::StringRef architecture);

 private:
  using Module = mlir::FailureOr<mlir::OwningOpRef<mlir::ModuleOp>>;
  struct Job {
    mlir::MLIRContext *context;
    std::string kind, text;  // equal texts mean equal code
    std::function<Module(llvm::StringRef symbol)> emit;
    int64_t threads;  // of a GPU's block
    const CompiledKernel *entry;
  };
  /// The entry for `text`, and whether it is new: its caller fills it in and adds a job.
  std::pair<CompiledKernel *, bool> find(const std::string &text);
  const CompiledKernel &addNew(ir::KernelOp kernel);
  mlir::LogicalResult compile(const Job &job, LazyLowering &lowering, runtime::KernelText *text) const;
  std::string environment() const;

  const Device device_;
  std::vector<runtime::KernelText> *const texts_;
  std::vector<Job> jobs_;
  std::map<std::string, CompiledKernel> pending_;
  std::unordered_map<std::string, const CompiledKernel *> known_;  // by exactKey
};

/// What a kernel computes, without names and locations: equal texts mean equal code.
std::string kernelText(ir::KernelOp kernel);

}  // namespace fluxion::codegen
