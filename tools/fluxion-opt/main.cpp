// mlir-opt with the dialects and passes of the project. Input in StableHLO is imported first.
#include "codegen/reference/validation.h"
#include "ir/dialect.h"
#include "ir/parse.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/ToolOutputFile.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/Support/FileUtilities.h"
#include "mlir/Tools/Plugins/PassPlugin.h"
#include "mlir/Tools/mlir-opt/MlirOptMain.h"
#include "mlir/Transforms/Passes.h"
#include "passes/dump.h"
#include "passes/passes.h"
#include "passes/pipeline.h"
#include "passes/report.h"

namespace {

llvm::cl::opt<std::string> pipeline("fluxion-pipeline", llvm::cl::value_desc("cpu|gpu"),
                                    llvm::cl::desc("Run the passes that the JIT runs for this device"));
llvm::cl::opt<std::string> stopAfter("fluxion-stop-after", llvm::cl::value_desc("pass"),
                                     llvm::cl::desc("End --fluxion-pipeline with this pass"));

llvm::cl::opt<std::string> startAfter("fluxion-start-after", llvm::cl::value_desc("pass"),
                                      llvm::cl::desc("Resume --fluxion-pipeline after this pass, whose dump is the "
                                                     "input"));
llvm::cl::opt<std::string> extraPasses("fluxion-passes", llvm::cl::value_desc("pipeline"),
                                       llvm::cl::desc("Passes to run in --fluxion-pipeline where the JIT runs those of "
                                                      "CompileOptions::passes"));
llvm::cl::opt<std::string> dumpTo("fluxion-dump", llvm::cl::value_desc("folder"),
                                  llvm::cl::desc("Write each function after each pass, and a table of the passes, as "
                                                 "FLUXION_DUMP does for the JIT"));

llvm::cl::opt<bool> validate("fluxion-validate",
                             llvm::cl::desc("Interpret each function before and after each pass, on random arguments, "
                                            "and refuse the first pass that changes the numbers"));

llvm::cl::opt<std::string> reportTo("fluxion-report", llvm::cl::value_desc("file.html"),
                                    llvm::cl::desc("Write a page that shows each function before and after each pass"));
fluxion::passes::Report report;

constexpr llvm::StringLiteral kSeparator = "// -----";

// The fx text of one module of StableHLO, each op with the place that it came from; empty after an error.
std::string imported(llvm::StringRef text, llvm::StringRef name, mlir::DialectRegistry &registry) {
  mlir::MLIRContext context(registry);
  llvm::SourceMgr sources;
  sources.AddNewSourceBuffer(llvm::MemoryBuffer::getMemBufferCopy(text, name), llvm::SMLoc());
  mlir::SourceMgrDiagnosticHandler diagnostics(sources, &context);
  auto module = fluxion::ir::parseModule(text, name, &context);
  std::string out;
  if (!module) return out;
  llvm::raw_string_ostream stream(out);
  module->print(stream, mlir::OpPrintingFlags().enableDebugInfo());
  return out + "\n";
}

// Parts of an input that are StableHLO, in place of themselves.
std::unique_ptr<llvm::MemoryBuffer> withImports(std::unique_ptr<llvm::MemoryBuffer> input,
                                                mlir::DialectRegistry &registry) {
  llvm::StringRef text = input->getBuffer();
  if (!text.contains("\"stablehlo.") && !text.contains("\"chlo.")) return input;
  std::string result;
  while (true) {
    auto [part, rest] = text.split(kSeparator);
    const bool isStablehlo = part.contains("\"stablehlo.") || part.contains("\"chlo.");
    const std::string converted = isStablehlo ? imported(part, input->getBufferIdentifier(), registry) : part.str();
    if (isStablehlo && converted.empty()) return nullptr;
    result += converted;
    if (part.size() == text.size()) break;
    result += kSeparator.str() + "\n";
    text = rest;
  }
  return llvm::MemoryBuffer::getMemBufferCopy(result, input->getBufferIdentifier());
}

// Whether what --fluxion-pipeline and the flags that go with it say makes sense.
bool checkPipeline(const fluxion::passes::PipelineRange &range) {
  std::string error;
  for (auto &[flag, value] :
       {std::pair("stop-after", range.last), {"start-after", range.first}, {"passes", range.extra}})
    if (range.name.empty() && !value.empty()) error = std::string("--fluxion-") + flag + " needs --fluxion-pipeline";
  mlir::OpPassManager trial("builtin.module");
  if (error.empty() && !range.name.empty()) (void)fluxion::passes::appendPipeline(trial, range, error);
  if (!error.empty()) llvm::errs() << "fluxion-opt: " << llvm::StringRef(error).trim() << "\n";
  return error.empty();
}

std::vector<std::unique_ptr<fluxion::ir::PassListener>> listenersFor(mlir::func::FuncOp f) {
  std::vector<std::unique_ptr<fluxion::ir::PassListener>> list;
  if (!dumpTo.empty()) list.push_back(std::make_unique<fluxion::passes::Dump>(dumpTo, f.getName()));
  if (!reportTo.empty()) list.push_back(report.follow(f));
  if (validate) list.push_back(std::make_unique<fluxion::codegen::reference::Validation>());
  return list;
}

// What MlirOptMain is to run: the passes of the command line or a pipeline of ours, with whoever listens to them. A
// listener that refuses what a pass made sets `refused`.
void setUpPasses(mlir::MlirOptMainConfig &config, bool &refused) {
  config.setPassPipelineSetupFn([given = config, &refused](mlir::PassManager &manager) {
    std::string unused;
    fluxion::passes::listen(manager, listenersFor, refused);
    if (pipeline.empty()) return given.setupPassPipeline(manager);
    return fluxion::passes::appendPipeline(manager, {pipeline, startAfter, stopAfter, extraPasses}, unused);
  });
}

// Loads what --load-pass-plugin names and takes it out of the command line. MLIR's own handling of that flag comes too
// late for passes to be flags themselves.
bool loadPlugins(int &argc, char **argv) {
  constexpr llvm::StringLiteral kFlag = "load-pass-plugin";
  int kept = 1;
  for (int i = 1; i < argc; ++i) {
    llvm::StringRef word(argv[i]);
    const bool isFlag = word.consume_front("-") && (word.consume_front("-"), word.consume_front(kFlag));
    if (!isFlag || (!word.empty() && word[0] != '=')) {
      argv[kept++] = argv[i];
      continue;
    }
    if (word.empty() && i + 1 < argc) word = argv[++i];
    word.consume_front("=");
    auto plugin = mlir::PassPlugin::load(word.str());
    if (!plugin) {
      llvm::errs() << "fluxion-opt: " << llvm::toString(plugin.takeError()) << "\n";
      return false;
    }
    plugin->registerPassRegistryCallbacks();
  }
  argc = kept;
  return true;
}

// Whether the page could be written, if one is asked for.
bool writeReport() {
  if (reportTo.empty()) return true;
  std::string error;
  auto file = mlir::openOutputFile(reportTo, &error);
  if (!file) {
    llvm::errs() << "fluxion-opt: " << error << "\n";
    return false;
  }
  file->os() << report.html();
  file->keep();
  return true;
}

int run(int argc, char **argv) {
  mlir::DialectRegistry registry;
  fluxion::ir::registerDialects(registry);
  registry.insert<mlir::arith::ArithDialect, mlir::func::FuncDialect, mlir::LLVM::LLVMDialect, mlir::math::MathDialect,
                  mlir::memref::MemRefDialect, mlir::scf::SCFDialect, mlir::vector::VectorDialect>();
  fluxion::passes::registerFluxionPasses();
  mlir::registerTransformsPasses();
  if (!loadPlugins(argc, argv)) return 1;
  auto [inputName, outputName] =
      mlir::registerAndParseCLIOptions(argc, argv, "Fluxion's passes on MLIR files", registry);
  std::string error;
  auto input = mlir::openInputFile(inputName, &error);
  auto output = input ? mlir::openOutputFile(outputName, &error) : nullptr;
  if (!output) {
    llvm::errs() << "fluxion-opt: " << error << "\n";
    return 1;
  }
  if (fluxion::ir::isNestedTooDeeply(input->getBuffer())) {
    llvm::errs() << "fluxion-opt: " << inputName << ": nested more than 256 levels deep\n";
    return 1;
  }
  input = withImports(std::move(input), registry);
  mlir::MlirOptMainConfig config = mlir::MlirOptMainConfig::createFromCLOptions();
  if (!checkPipeline({pipeline, startAfter, stopAfter, extraPasses})) return 1;
  bool refused = false;
  setUpPasses(config, refused);
  const bool done = input && succeeded(mlir::MlirOptMain(output->os(), std::move(input), registry, config));
  if (!writeReport() || !done || refused) return 1;
  output->keep();
  return 0;
}

}  // namespace

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  return run(argc, argv);
}
