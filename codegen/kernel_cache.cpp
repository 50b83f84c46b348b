#include "codegen/kernel_cache.h"

#include <atomic>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>

#include "codegen/cpu/jit.h"
#include "codegen/cpu/kernel.h"
#include "codegen/cpu/product.h"
#include "codegen/cpu/target.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include "runtime/disk_cache.h"
#include "runtime/fluxion/abi.h"
#include "runtime/hash.h"
#include "runtime/profile.h"

namespace fluxion::codegen {

namespace {

// Changes with every change of the code that is generated for the same kernel.
constexpr int kCodegenVersion = 16;

struct ProcessCache {
  std::mutex mutex;
  std::unordered_map<std::string, CompiledKernel> kernels;
};
ProcessCache &processCache() {
  static ProcessCache &cache = *new ProcessCache;  // kernels may run until the process ends
  return cache;
}

const std::string &environment() {
  static const std::string text = [] {
    const Target &target = hostTarget();
    return "abi " + std::to_string(runtime::kAbiVersion) + " codegen " + std::to_string(kCodegenVersion) + " llvm " +
           LLVM_VERSION_STRING + " " + target.cpu + " " + target.features + "\n";
  }();
  return text;
}

// The inputs of a product's epilogue whose elements it reads where it writes.
bool readByProduct(ir::KernelOp kernel, unsigned i) {
  llvm::SmallVector<mlir::Value> work(productOf(kernel)->getOperands());
  while (!work.empty()) {
    mlir::Value v = work.pop_back_val();
    if (v == kernel.getBody().getArgument(i)) return true;
    if (auto *op = v.getDefiningOp()) llvm::append_range(work, op->getOperands());
  }
  return false;
}

// A result may take the memory of an input that is read at the same place, and not after the result is written: by the
// last pass over the row, or where the kept dimensions' results are written.
void findInPlace(ir::KernelOp kernel, KernelLoops loops, CompiledKernel &k) {
  bool gemm = kernel.getKind() == "gemm";
  llvm::DenseMap<mlir::Value, int> stages;
  auto results = kernel.getBody().front().getTerminator()->getOperands();
  int last = 0;
  for (mlir::Value v : results) last = std::max(last, stageOf(v, stages));
  auto size = [](mlir::Value v) { return size_of(ir::dtypeOf(ir::elementType(v))); };
  for (unsigned i = 0; i < kernel.getInputs().size(); ++i) {
    if (gemm && readByProduct(kernel, i)) continue;
    bool whole = readsOnly(kernel, loops, i, loops.whole), kept = readsOnly(kernel, loops, i, loops.kept);
    for (unsigned r = 0; r < kernel.getNumResults(); ++r) {
      if (size(results[r]) != size(kernel.getInputs()[i])) continue;
      bool lastPass = gemm || stageOf(results[r], stages) == last;
      if (isWholeOutput(kernel, r) ? whole && lastPass && kernel.getKind() != "columns" : kept)
        k.inPlace[r].push_back(i);
    }
  }
}

CompiledKernel describe(ir::KernelOp kernel) {
  CompiledKernel k;
  k.code = std::make_shared<runtime::Code>();
  k.inPlace.resize(kernel.getNumResults());
  if (kernel.getKind() == "gemm") {
    if (!isPlainProduct(kernel)) findInPlace(kernel, plainLoops(kernel), k);
    return k;
  }
  KernelSchedule s = scheduleKernel(kernel, hostTarget().vectorBytes);
  k.tiles = s.tiles, k.grain = s.grain, k.scratchBytes = s.scratchBytes;
  if (kernel.getKind() != "update") findInPlace(kernel, s.loops, k);
  return k;
}

std::string symbolOf(ir::KernelOp kernel, const std::string &hash) {
  return "fluxion_" + kernel.getKind().str() + "_" + hash.substr(0, 8);
}

// Where FLUXION_DUMP wants a kernel's text and code: FOLDER/kernels, made if it is not there; or "".
std::string dumpPath(const std::string &symbol) {
  const char *directory = std::getenv("FLUXION_DUMP");
  if (!directory || !*directory) return "";
  const std::string folder = std::string(directory) + "/kernels";
  llvm::sys::fs::create_directories(folder);
  return folder + "/" + symbol;
}

// One thread's lowering, made for its first kernel that is not found on disk.
using LazyLowering = std::optional<Lowering>;

mlir::LogicalResult compileOne(ir::KernelOp kernel, const std::string &text, runtime::Code &code,
                               LazyLowering &lowering) {
  std::string hash = runtime::to_hex(runtime::hash128(environment() + text));
  code.symbol = symbolOf(kernel, hash);
  std::string dump = dumpPath(code.symbol);
  if (!dump.empty()) {
    std::error_code error;
    llvm::raw_fd_ostream(dump + ".fx", error) << text;
  }
  auto &disk = runtime::DiskCache::global();
  if (dump.empty())
    if (auto object = disk.get(hash)) return code.object = std::move(*object), mlir::success();
  int64_t bytes = hostTarget().vectorBytes;
  mlir::FailureOr<mlir::OwningOpRef<mlir::ModuleOp>> module;
  if (kernel.getKind() == "gemm") {
    module = emitEpilogue(kernel, bytes, code.symbol);
  } else {
    KernelSchedule schedule = scheduleKernel(kernel, bytes);
    module = emitKernel(kernel, schedule, code.symbol);
  }
  if (failed(module)) return mlir::failure();
  if (!lowering) lowering.emplace(*kernel.getContext());
  const int64_t begin = runtime::profile::now();
  auto object = compileToObject(module->get(), *lowering, dump);
  if (failed(object)) return mlir::failure();
  if (runtime::profile::active()) runtime::profile::record("code of " + code.symbol, "compile", begin);
  code.object = std::move(*object);
  disk.put(hash, code.object);
  return mlir::success();
}

}  // namespace

std::string kernelText(ir::KernelOp kernel) {
  std::string text;
  llvm::raw_string_ostream out(text);
  llvm::DenseMap<mlir::Value, int> numbers;
  out << kernel.getKind() << " [";
  llvm::interleaveComma(kernel.getShape(), out);
  out << "] reduced [";
  llvm::interleaveComma(kernel.getReduced(), out);
  out << "]\n";
  auto define = [&](mlir::Value v) {
    int n = static_cast<int>(numbers.size());
    numbers[v] = n;
    out << "%" << n << ": " << v.getType();
  };
  for (mlir::BlockArgument v : kernel.getBody().getArguments()) define(v), out << "\n";
  for (mlir::Operation &op : kernel.getBody().front()) {
    for (mlir::Value v : op.getResults()) define(v), out << " = ";
    out << op.getName();
    for (mlir::Value v : op.getOperands()) out << " %" << numbers.lookup(v);
    if (!op.getAttrs().empty()) out << " " << op.getAttrDictionary();
    out << "\n";
  }
  return text;
}

const CompiledKernel &KernelCompiler::add(ir::KernelOp kernel) {
  std::string text = kernelText(kernel);
  if (auto it = pending_.find(text); it != pending_.end()) return it->second;
  ProcessCache &cache = processCache();
  {
    std::lock_guard lock(cache.mutex);
    if (auto it = cache.kernels.find(text); it != cache.kernels.end()) return pending_[text] = it->second;
  }
  CompiledKernel &entry = pending_[text] = describe(kernel);
  bool hasCode = kernel.getKind() != "gemm" || !isPlainProduct(kernel);
  if (!hasCode) entry.code = nullptr;
  if (hasCode) jobs_.push_back({kernel, std::move(text), &entry});
  return entry;
}

mlir::LogicalResult KernelCompiler::finish() {
  if (jobs_.empty()) return mlir::success();
  // The longest first, so that none is left to one thread at the end.
  llvm::sort(jobs_, [](const Job &a, const Job &b) { return a.text.size() > b.text.size(); });
  std::atomic<size_t> next{0};
  std::atomic<bool> failed{false};
  auto work = [&] {
    LazyLowering lowering;
    for (size_t i; (i = next++) < jobs_.size();)
      if (mlir::failed(compileOne(jobs_[i].kernel, jobs_[i].text, *jobs_[i].entry->code, lowering))) failed = true;
  };
  // Only a context that locks its tables can be shared.
  bool shared = jobs_[0].kernel.getContext()->isMultithreadingEnabled();
  size_t threads = shared ? std::min<size_t>(jobs_.size(), std::max(1u, std::thread::hardware_concurrency())) : 1;
  std::vector<std::thread> helpers;
  for (size_t i = 1; i < threads; ++i) helpers.emplace_back(work);
  work();
  for (std::thread &helper : helpers) helper.join();
  if (failed) return mlir::failure();
  ProcessCache &cache = processCache();
  std::lock_guard lock(cache.mutex);
  for (Job &job : jobs_) cache.kernels.emplace(job.text, *job.entry);
  jobs_.clear();
  return mlir::success();
}

}  // namespace fluxion::codegen
