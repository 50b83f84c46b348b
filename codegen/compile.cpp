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

// What is compiled: f, or a copy of it that has been cut into kernels, in a module of its own.
struct Cut {
  mlir::OwningOpRef<mlir::ModuleOp> module;
  mlir::func::FuncOp function;
};
mlir::FailureOr<Cut> cut(mlir::func::FuncOp f, const Options &options) {
  loadKernelDialects(*f.getContext());
  if (options.device != Device::cpu) gpu::loadDialects(*f.getContext());
  if (!options.fuse) return Cut{{}, f};
  Cut copy{mlir::ModuleOp::create(f.getLoc()), f.clone()};
  copy.module->push_back(copy.function);
  if (failed(options.fuse(copy.function))) return mlir::failure();
  return copy;
}

}  // namespace

Device defaultDevice() {
  const char *name = std::getenv("FLUXION_DEVICE");
  return name && std::strcmp(name, "simt") == 0 ? Device::simt : Device::cpu;
}

mlir::FailureOr<runtime::ProgramPtr> compile(mlir::func::FuncOp f, const Options &options, Times *times) {
  using Clock = std::chrono::steady_clock;
  auto begin = Clock::now();
  auto function = cut(f, options);
  if (failed(function)) return mlir::failure();
  auto afterPasses = Clock::now();
  KernelCompiler kernels(options.device, options.texts);
  auto program = ProgramBuilder(function->function.front(), kernels, options.donated).build(options.name);
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
  auto function = cut(f, how);
  if (failed(function)) return mlir::failure();
  KernelCompiler kernels(how.device);
  if (failed(ProgramBuilder(function->function.front(), kernels, {}).build(how.name))) return mlir::failure();
  return kernels.finishAsPtx(architecture);
}

}  // namespace fluxion::codegen
