#include "codegen/compile.h"

#include <chrono>
#include <mutex>

#include "codegen/cpu/jit.h"
#include "codegen/kernel_cache.h"
#include "codegen/program_builder.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

namespace fluxion::codegen {

namespace {

// FLUXION_DUMP=directory: the function after fusion, and what its memory came to.
void dump(mlir::ModuleOp module, const runtime::Program &program) {
  const char *directory = std::getenv("FLUXION_DUMP");
  if (!directory || !*directory) return;
  llvm::sys::fs::create_directories(directory);
  std::error_code error;
  llvm::raw_fd_ostream out(std::string(directory) + "/" + program.name + ".fused.mlir", error);
  out << "// steps " << program.steps.size() << ", arena " << program.arena_bytes << " bytes, flops " << program.flops
      << ", bytes read and written " << program.bytes_moved << "\n";
  module->print(out);
}

}  // namespace

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
  dump(*module, **program);
  if (times) {
    times->passes += std::chrono::duration<double>(fused - begin).count();
    times->codegen += std::chrono::duration<double>(Clock::now() - fused).count();
  }
  return runtime::ProgramPtr(std::move(*program));
}

}  // namespace fluxion::codegen
