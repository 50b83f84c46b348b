#include "codegen/compile.h"

#include <chrono>
#include <mutex>

#include "codegen/cpu/jit.h"
#include "codegen/kernel_cache.h"
#include "codegen/program_builder.h"

namespace fluxion::codegen {

mlir::FailureOr<runtime::ProgramPtr> compile(mlir::func::FuncOp f, const Options &options, Times *times) {
  using Clock = std::chrono::steady_clock;
  auto begin = Clock::now();
  loadKernelDialects(*f.getContext());
  mlir::OwningOpRef<mlir::ModuleOp> module = mlir::ModuleOp::create(f.getLoc());
  mlir::func::FuncOp copy = f.clone();
  module->push_back(copy);
  if (options.fuse && failed(options.fuse(copy))) return mlir::failure();
  auto fused = Clock::now();
  KernelCompiler kernels;
  auto program = ProgramBuilder(copy.front(), kernels, options.donated).build(options.name);
  if (failed(program) || failed(kernels.finish())) return mlir::failure();
  if (times) {
    times->passes += std::chrono::duration<double>(fused - begin).count();
    times->codegen += std::chrono::duration<double>(Clock::now() - fused).count();
  }
  return runtime::ProgramPtr(std::move(*program));
}

}  // namespace fluxion::codegen
