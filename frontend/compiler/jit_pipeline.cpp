#include "frontend/compiler/jit_pipeline.h"

#include <fluxion/error.h>

#include <optional>

#include "codegen/compile.h"
#include "codegen/reference/validation.h"
#include "frontend/compiler/fit.h"
#include "frontend/compiler/plugins.h"
#include "frontend/compiler/run_program.h"
#include "ir/diagnostics.h"
#include "passes/dump.h"
#include "passes/pipeline.h"
#include "runtime/profile.h"

namespace fluxion {
namespace {

double secondsSince(int64_t begin) { return static_cast<double>(runtime::profile::now() - begin) / 1e9; }

// FLUXION_VALIDATE=1 validates whatever is compiled.
bool validatesAll() {
  static const bool all = [] {
    const char *set = std::getenv("FLUXION_VALIDATE");
    return set && *set && std::string_view(set) != "0";
  }();
  return all;
}

// As fit, for those who listen.
mlir::LogicalResult fitAndTell(passes::Func &f, const trace::CompileOptions &options, const codegen::Options &how,
                               runtime::ProgramPtr &program, llvm::ArrayRef<ir::PassListener *> listeners) {
  const int64_t begin = runtime::profile::now();
  const runtime::ProgramPtr before = program;
  if (failed(fit(f, options.max_bytes, options.threads, how, program))) return mlir::failure();
  if (program == before) return mlir::success();
  for (ir::PassListener *l : listeners)
    if (failed(l->after("fluxion-rematerialize", *f, secondsSince(begin)))) return mlir::failure();
  return mlir::success();
}

}  // namespace

runtime::ProgramPtr compileForJit(mlir::func::FuncOp f, const trace::CompileOptions &options,
                                  trace::CompileTimes *times) {
  const int64_t begin = runtime::profile::now();
  ir::Diagnostics diagnostics(f.getContext(), ir::Diagnostics::From::this_thread);
  for (const std::string &plugin : options.plugins) loadPassPlugin(plugin);
  if (!options.passes.empty()) registerPasses();
  std::optional<passes::Dump> dump;
  std::vector<ir::PassListener *> listeners;
  if (const std::string folder = passes::dumpFolder(); !folder.empty())
    listeners.push_back(&dump.emplace(folder, options.name));
  std::optional<codegen::reference::Validation> validation;
  if (options.validate || validatesAll()) listeners.push_back(&validation.emplace());
  passes::Func copy(f.clone());
  if (failed(passes::runPipeline(copy, codegen::pipelineOf(codegen::defaultDevice()), options.passes, listeners)))
    throw CompileError(diagnostics.first());
  const double passes = secondsSince(begin);
  const int64_t code = runtime::profile::now();
  codegen::Options how;
  how.name = options.name;
  how.donated = options.donated;
  how.device = codegen::defaultDevice();
  how.texts = options.texts;
  if (dump && !dump->folder().empty()) how.dump = dump->folder() + "/program.txt";
  auto program = codegen::compile(*copy, how);
  if (failed(program) || (options.max_bytes > 0 && failed(fitAndTell(copy, options, how, *program, listeners))))
    throw CompileError(diagnostics.first());
  if (validation && validation->skipped().empty() &&
      failed(validation->compareCode("code generation", *copy, runProgram(*program, validation->arguments()))))
    throw CompileError(diagnostics.first());
  if (dump) dump->note("code", secondsSince(code));
  if (times) *times = {passes, secondsSince(code)};
  return *program;
}

}  // namespace fluxion
