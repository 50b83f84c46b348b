#include "codegen/compile.h"

#include <chrono>
#include <cstring>
#include <mutex>

#include "codegen/cpu/jit.h"
#include "codegen/gpu/block.h"
#include "codegen/kernel_cache.h"
#include "codegen/program_builder.h"
#include "llvm/Support/raw_ostream.h"

namespace fluxion::codegen {

namespace {

// The program's steps, and what its memory came to.
void dump(const std::string &path, const runtime::Program &program) {
  std::error_code error;
  llvm::raw_fd_ostream out(path, error);
  if (error) return;
  out << "steps " << program.steps.size() << ", arena " << program.arena_bytes << " bytes, flops " << program.flops
      << ", bytes read and written " << program.bytes_moved << ", results in place of arguments "
      << program.aliases.size() - llvm::count(program.aliases, -1) << " of " << program.aliases.size() << "\n";
  auto ref = [&](const runtime::BufferRef &r) {
    static const char *kSpaces[] = {"argument", "result", "constant", "arena"};
    out << " " << kSpaces[static_cast<int>(r.space)] << " " << r.index << "+" << r.offset;
  };
  for (const runtime::Step &step : program.steps) {
    if (auto *k = std::get_if<runtime::KernelStep>(&step)) {
      out << k->name << ", " << k->tiles << " tiles, grain " << k->grain << ":";
      for (auto &r : k->buffers) ref(r);
    } else if (auto *g = std::get_if<runtime::GemmStep>(&step)) {
      out << g->name << ":";
      for (auto *o : {&g->a, &g->b, &g->out}) {
        out << " [" << o->row_stride << " " << o->column_stride << "]";
        if (o != &g->out || !g->epilogue) ref(o->buffer);
      }
      for (auto &r : g->epilogue_buffers) ref(r);
    } else if (auto *c = std::get_if<runtime::CopyStep>(&step)) {
      out << "copy:";
      ref(c->from), ref(c->to);
    } else {
      out << "other";
    }
    out << "\n";
  }
}

// A copy of `f`, cut into kernels, in a module of its own.
mlir::FailureOr<mlir::OwningOpRef<mlir::ModuleOp>> fused(mlir::func::FuncOp f, const Options &options) {
  loadKernelDialects(*f.getContext());
  if (options.device != Device::cpu) gpu::loadDialects(*f.getContext());
  mlir::OwningOpRef<mlir::ModuleOp> module = mlir::ModuleOp::create(f.getLoc());
  mlir::func::FuncOp copy = f.clone();
  module->push_back(copy);
  if (options.fuse && failed(options.fuse(copy))) return mlir::failure();
  return module;
}

mlir::Block &bodyOf(mlir::ModuleOp module) { return (*module.getOps<mlir::func::FuncOp>().begin()).front(); }

}  // namespace

Device defaultDevice() {
  const char *name = std::getenv("FLUXION_DEVICE");
  return name && std::strcmp(name, "simt") == 0 ? Device::simt : Device::cpu;
}

mlir::FailureOr<runtime::ProgramPtr> compile(mlir::func::FuncOp f, const Options &options, Times *times) {
  using Clock = std::chrono::steady_clock;
  auto begin = Clock::now();
  auto module = fused(f, options);
  if (failed(module)) return mlir::failure();
  auto afterPasses = Clock::now();
  KernelCompiler kernels(options.device, options.texts);
  auto program = ProgramBuilder(bodyOf(module->get()), kernels, options.donated).build(options.name);
  if (failed(program) || failed(kernels.finish())) return mlir::failure();
  if (!options.dump.empty()) dump(options.dump, **program);
  if (times) {
    times->passes += std::chrono::duration<double>(afterPasses - begin).count();
    times->codegen += std::chrono::duration<double>(Clock::now() - afterPasses).count();
  }
  return runtime::ProgramPtr(std::move(*program));
}

mlir::FailureOr<PtxModule> compileToPtx(mlir::func::FuncOp f, const Options &options, llvm::StringRef architecture) {
  Options how = options;
  how.device = Device::ptx;
  auto module = fused(f, how);
  if (failed(module)) return mlir::failure();
  KernelCompiler kernels(how.device);
  if (failed(ProgramBuilder(bodyOf(module->get()), kernels, {}).build(how.name))) return mlir::failure();
  return kernels.finishAsPtx(architecture);
}

}  // namespace fluxion::codegen
