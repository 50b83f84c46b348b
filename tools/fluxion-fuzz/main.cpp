// Random programs over all ops and dtypes, each interpreted, compiled and transformed; what disagrees is made small and
// printed.
#include <fluxion/dtype.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdio>

#include "ir/dialect.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/raw_ostream.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "passes/reduce/shrink.h"
#include "tools/fluxion-fuzz/checks.h"
#include "tools/fluxion-fuzz/generator.h"

namespace {

namespace cl = llvm::cl;
cl::OptionCategory category("fluxion-fuzz");
cl::opt<uint64_t> programs("programs", cl::init(100), cl::cat(category), cl::desc("How many programs to try"));
cl::opt<uint64_t> seed("seed", cl::init(1), cl::cat(category), cl::desc("Number of the first program"));
cl::opt<int> ops("ops", cl::init(12), cl::cat(category), cl::desc("Steps in a program, about"));
cl::opt<int> seconds("seconds", cl::init(0), cl::cat(category), cl::desc("Stop after so long; 0: never"));
cl::opt<std::string> only("check", cl::cat(category), cl::desc("Make this check only"));
cl::opt<std::string> save("save", cl::cat(category), cl::desc("Folder for programs that fail"));
cl::opt<bool> keepGoing("keep-going", cl::cat(category), cl::desc("Do not stop at the first failure"));
cl::opt<int> set("set", cl::init(-1), cl::cat(category), cl::desc("Use this set of dtypes only; -1: all in turn"));
cl::opt<bool> print("print", cl::cat(category), cl::desc("Print the programs and check nothing"));
cl::opt<bool> coverage("coverage", cl::cat(category), cl::desc("Print how often each op was made"));

using namespace fluxion;
using namespace fluxion::tools;

// Few dtypes in one program let its values meet; among three sets every dtype has its turn, and in one of them all
// floats are f64, for which derivatives are checked against one another.
GeneratorOptions optionsFor(int set) {
  static const std::vector<std::vector<DType>> kSets = {
      {DType::f32, DType::i32, DType::bool_},
      {DType::f64, DType::i64, DType::bool_, DType::i32},
      {DType::f32, DType::bf16, DType::f16, DType::f64, DType::i8, DType::i16, DType::i32, DType::i64, DType::u8,
       DType::u16, DType::u32, DType::u64, DType::bool_},
      {DType::c64, DType::f32, DType::i32, DType::bool_, DType::c128, DType::f64},
      {DType::f8e4m3fn, DType::f8e5m2, DType::f32, DType::bf16},
  };
  return {ops, 4000, kSets[static_cast<size_t>(set)]};
}
constexpr int kSetCount = 5;

mlir::func::FuncOp functionOf(mlir::ModuleOp module) { return *module.getOps<mlir::func::FuncOp>().begin(); }

void report(mlir::ModuleOp module, uint64_t number, const Failure &failure) {
  auto fails = [&](mlir::ModuleOp candidate) {
    return check(functionOf(candidate), number, failure.check).check == failure.check;
  };
  mlir::OwningOpRef<mlir::ModuleOp> small = passes::shrink(module, fails);
  const Failure last = check(functionOf(*small), number, failure.check);
  std::string text =
      fmt::format("// program {}, check {}: {}\n", number, failure.check, last ? last.message : failure.message);
  llvm::raw_string_ostream(text) << *small;
  fmt::print("{}", text);
  if (save.empty()) return;
  llvm::sys::fs::create_directories(save);
  std::error_code error;
  llvm::raw_fd_ostream(fmt::format("{}/{}-{}.mlir", save.getValue(), failure.check, number), error) << text;
}

void printCoverage(const std::vector<std::unique_ptr<Generator>> &generators) {
  std::map<std::string, int64_t> sum;
  for (const auto &g : generators)
    for (const auto &[name, count] : g->counts()) sum[name] += count;
  for (const auto &[name, count] : sum) fmt::print("{:8} {}\n", count, name);
}

int run() {
  const auto names = checkNames();
  if (!only.empty() && !llvm::is_contained(names, only.getValue())) {
    fmt::print(stderr, "fluxion-fuzz: there is no check '{}'; there are: {}\n", only.getValue(),
               llvm::join(names, ", "));
    return 2;
  }
  mlir::DialectRegistry registry;
  ir::registerDialects(registry);
  mlir::MLIRContext context(registry, mlir::MLIRContext::Threading::DISABLED);
  context.loadAllAvailableDialects();
  std::vector<std::unique_ptr<Generator>> generators;
  for (int set = 0; set < kSetCount; ++set)
    generators.push_back(std::make_unique<Generator>(&context, optionsFor(set)));
  const auto start = std::chrono::steady_clock::now();
  uint64_t done = 0, failures = 0;
  for (; done < programs; ++done) {
    if (seconds > 0 && std::chrono::steady_clock::now() - start > std::chrono::seconds(seconds)) break;
    const uint64_t number = seed + done;
    auto module = generators[set < 0 ? number % kSetCount : static_cast<size_t>(set)]->program(number);
    if (print) {
      module->dump();
      continue;
    }
    const Failure failure = check(functionOf(*module), number, only);
    if (!failure) continue;
    report(*module, number, failure);
    ++failures;
    if (!keepGoing) {
      ++done;
      break;
    }
  }
  if (coverage) printCoverage(generators);
  fmt::print("{} programs, {} with failures\n", done, failures);
  return failures == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  cl::HideUnrelatedOptions(category);
  cl::ParseCommandLineOptions(argc, argv, "Random programs, interpreted, compiled and transformed\n");
  return run();
}
