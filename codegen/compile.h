// From a function of fx ops to a program for the runtime.
#pragma once
#include <string>
#include <vector>

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "runtime/kernel_text.h"
#include "runtime/program.h"

namespace fluxion::codegen {

/// What kernels and products are compiled for. `simt`: as for a GPU, whose blocks then run on the CPU; what is neither
/// (sorts, Fourier transforms, linear algebra, convolutions) is the CPU's there, too.
/// `ptx`: text only, see compileToPtx.
enum class Device : uint8_t { cpu, simt, ptx };
/// FLUXION_DEVICE: "simt", or the CPU.
Device defaultDevice();
/// The pipeline of passes that makes functions ready for a device: "cpu" or "gpu".
constexpr const char *pipelineOf(Device device) { return device == Device::cpu ? "cpu" : "gpu"; }

struct Options {
  std::string name = "main";
  Device device = Device::cpu;
  llvm::ArrayRef<int32_t> donated = {};  // arguments whose memory results may take
  /// Partitions a function into kernels in place: passes::fuse.
  mlir::LogicalResult (*fuse)(mlir::func::FuncOp) = nullptr;
  std::string dump = {};  // a file that gets the program's steps as text; empty: none
  /// Receives the text of each kernel, all of which are then compiled anew; of the CPU's only.
  std::vector<runtime::KernelText> *texts = nullptr;
};

/// Where the time went, seconds.
struct Times {
  double passes = 0, codegen = 0;
};

/// Compiles a simplified function for this machine. `f` stays as it is. Errors have been reported at the op concerned.
mlir::FailureOr<runtime::ProgramPtr> compile(mlir::func::FuncOp f, const Options &options, Times *times = nullptr);

/// The GPU code of a function's kernels and products, equal ones once, as one PTX module for `architecture` ("sm_80",
/// "sm_90").
struct PtxModule {
  struct Kernel {
    std::string symbol;
    int64_t blocks, threads;  // of the grid, of a block
  };
  std::string text;
  std::vector<Kernel> kernels;
};
mlir::FailureOr<PtxModule> compileToPtx(mlir::func::FuncOp f, const Options &options, llvm::StringRef architecture);

}  // namespace fluxion::codegen
