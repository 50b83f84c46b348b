#include "frontend/compiler/bisect.h"

#include <fluxion/error.h>
#include <fluxion/file.h>
#include <fmt/format.h>

#include "codegen/compile.h"
#include "codegen/reference/validation.h"
#include "frontend/compiler/plugins.h"
#include "frontend/compiler/run_program.h"
#include "ir/diagnostics.h"
#include "ir/dialect.h"
#include "ir/parse.h"
#include "passes/pipeline.h"
#include "passes/reduce/shrink.h"

namespace fluxion {

namespace {

using codegen::reference::Validation;

mlir::func::FuncOp functionOf(mlir::ModuleOp module) { return *module.getOps<mlir::func::FuncOp>().begin(); }

// All passes and code generation on a copy of f, validated.
Validation validated(mlir::func::FuncOp f, const trace::BisectOptions &options) {
  Validation validation(options.seed);
  passes::Func copy(f.clone());
  ir::PassListener *listeners[] = {&validation};
  if (failed(passes::runPipeline(copy, "cpu", options.passes, listeners)) || !validation.skipped().empty())
    return validation;
  if (auto program = codegen::compile(*copy, {}); succeeded(program))
    (void)validation.compareCode("code generation", *copy, runProgram(*program, validation.arguments()));
  return validation;
}

// The module with nothing but the function that is asked for.
mlir::OwningOpRef<mlir::ModuleOp> onlyFunction(mlir::ModuleOp module, const std::string &given,
                                               const std::string &path) {
  const auto all = module.getOps<mlir::func::FuncOp>();
  mlir::func::FuncOp f = given.empty() && std::distance(all.begin(), all.end()) == 1
                             ? *all.begin()
                             : module.lookupSymbol<mlir::func::FuncOp>(given.empty() ? "main" : given);
  if (!f) throw CompileError(fmt::format("{}: there is no function '{}'", path, given.empty() ? "main" : given));
  mlir::OwningOpRef<mlir::ModuleOp> only = mlir::ModuleOp::create(module.getLoc());
  only->push_back(f.clone());
  return only;
}

}  // namespace

trace::Bisection bisect(const std::string &path, const trace::BisectOptions &options) {
  const std::string text = read_file(path);
  mlir::DialectRegistry registry;
  ir::registerDialects(registry);
  mlir::MLIRContext context(registry, mlir::MLIRContext::Threading::DISABLED);
  context.loadAllAvailableDialects();
  for (const std::string &plugin : options.plugins) loadPassPlugin(plugin);
  registerPasses();
  ir::Diagnostics diagnostics(&context);
  auto parsed = ir::parseModule(text, path, &context);
  if (!parsed) throw CompileError(diagnostics.all());
  auto module = onlyFunction(*parsed, options.function, path);
  const Validation found = validated(functionOf(*module), options);
  trace::Bisection result;
  result.skipped = found.skipped();
  if (!result.skipped.empty()) return result;
  if (found.culprit().empty()) {
    if (!diagnostics.all().empty()) throw CompileError(diagnostics.all());  // a pass failed, in plain sight
    return result;
  }
  auto fails = [&](mlir::ModuleOp candidate) {
    return validated(functionOf(candidate), options).culprit() == found.culprit();
  };
  auto small = passes::shrink(*module, fails, options.attempts);
  result.pass = found.culprit(), result.difference = found.difference();
  llvm::raw_string_ostream(result.program) << *small;
  return result;
}

}  // namespace fluxion
