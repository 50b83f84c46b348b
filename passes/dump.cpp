#include "passes/dump.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "ir/dialect.h"
#include "ir/ops/kernel.h"
#include "llvm/ADT/StringExtras.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace fluxion::passes {

namespace fs = std::filesystem;

namespace {

// A name of the user's as a part of a path.
std::string fileName(llvm::StringRef name) {
  std::string out;
  for (char c : name.take_front(64)) out += llvm::isAlnum(c) || c == '.' || c == '_' || c == '-' ? c : '_';
  return out.empty() || out[0] == '.' ? "_" + out : out;
}

// The first FOLDER/NNN-NAME that is not there yet; several threads and processes may be at it.
std::string makeFolder(const std::string &folder, llvm::StringRef name) {
  std::error_code error;
  fs::create_directories(folder, error);
  int64_t taken = 0;
  for (const auto &entry : fs::directory_iterator(folder, error)) {
    int64_t number = 0;
    if (!llvm::StringRef(entry.path().filename().string()).split('-').first.getAsInteger(10, number))
      taken = std::max(taken, number + 1);
  }
  for (int tries = 0; tries < 1000; ++tries, ++taken) {
    const std::string path = fmt::format("{}/{:03}-{}", folder, taken, fileName(name));
    if (fs::create_directory(path, error)) return path;
  }
  return {};
}

std::string bytesText(int64_t bytes) {
  if (bytes < 10000) return fmt::format("{} B", bytes);
  if (bytes < 10'000'000) return fmt::format("{:.1f} kB", static_cast<double>(bytes) / 1e3);
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

// "−3 fx.negate, +1 fx.kernel"; the largest changes first.
std::string changes(const FunctionSize &before, const FunctionSize &after) {
  std::map<std::string, int64_t> difference;
  for (const auto &[name, count] : before.counts) difference[name] -= count;
  for (const auto &[name, count] : after.counts) difference[name] += count;
  std::vector<std::pair<std::string, int64_t>> sorted;
  for (const auto &entry : difference)
    if (entry.second) sorted.push_back(entry);
  llvm::sort(sorted, [](const auto &a, const auto &b) {
    return std::pair(-std::abs(a.second), a.first) < std::pair(-std::abs(b.second), b.first);
  });
  std::string text;
  constexpr size_t kMost = 6;
  for (size_t i = 0; i < std::min(sorted.size(), kMost); ++i)
    text += fmt::format("{}{:+} {}", i ? ", " : "", sorted[i].second, sorted[i].first);
  return sorted.size() > kMost ? text + ", …" : text;
}

}  // namespace

FunctionSize sizeOf(mlir::func::FuncOp f) {
  FunctionSize size;
  std::map<std::string, int64_t> counts;
  f.walk([&](mlir::Operation *op) {
    if (op == f || op->hasTrait<mlir::OpTrait::IsTerminator>()) return;
    ++size.ops;
    ++counts[op->getName().getStringRef().str()];
    size.kernels += llvm::isa<ir::KernelOp>(op);
    if (op->getParentOfType<ir::KernelOp>()) return;
    for (mlir::Type type : op->getResultTypes())
      if (auto t = llvm::dyn_cast<ir::Tensor>(type)) size.bytes += ir::shapeDtypeOf(t).bytes();
  });
  size.counts.assign(counts.begin(), counts.end());
  return size;
}

std::string replayable(mlir::func::FuncOp f) {
  mlir::OwningOpRef<mlir::ModuleOp> module = mlir::ModuleOp::create(mlir::UnknownLoc::get(f.getContext()));
  module->push_back(f.clone());
  std::string text;
  llvm::raw_string_ostream out(text);
  module->print(out, mlir::OpPrintingFlags().enableDebugInfo());
  out << "\n";
  return text;
}

Dump::Dump(const std::string &folder, llvm::StringRef name) : folder_(makeFolder(folder, name)) {}

void Dump::begin(llvm::StringRef stage, mlir::func::FuncOp f) { write(stage, f, -1); }

mlir::LogicalResult Dump::after(llvm::StringRef pass, mlir::func::FuncOp f, double seconds) {
  write(pass, f, seconds);
  return mlir::success();
}

void Dump::write(llvm::StringRef stage, mlir::func::FuncOp f, double seconds) {
  if (folder_.empty()) return;
  std::ofstream(fmt::format("{}/{:02}-{}.mlir", folder_, number_, fileName(stage))) << replayable(f);
  FunctionSize size = sizeOf(f);
  const std::string time = seconds < 0 ? "" : fmt::format("{:.3f} ms", 1e3 * seconds);
  lines_.push_back(fmt::format("{:02} {:24}{:>12}{:>8}{:>9}{:>12}   {}", number_, stage.str(), time, size.ops,
                               size.kernels, bytesText(size.bytes), number_ ? changes(last_, size) : ""));
  ++number_;
  last_ = std::move(size);
  writeTable();
}

void Dump::note(const std::string &what, double seconds) {
  lines_.push_back(fmt::format("   {:24}{:>12}", what, fmt::format("{:.3f} ms", 1e3 * seconds)));
  if (!folder_.empty()) writeTable();
}

void Dump::writeTable() const {
  std::ofstream out(folder_ + "/passes.txt");
  out << fmt::format("   {:24}{:>12}{:>8}{:>9}{:>12}   changes\n", "pass", "time", "ops", "kernels", "values");
  for (const std::string &line : lines_) out << line << "\n";
}

std::string dumpFolder() {
  const char *folder = std::getenv("FLUXION_DUMP");
  return folder ? folder : "";
}

}  // namespace fluxion::passes
