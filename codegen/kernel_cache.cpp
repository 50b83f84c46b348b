#include "codegen/kernel_cache.h"

#include <atomic>
#include <mutex>
#include <optional>
#include <thread>

#include "codegen/cpu/jit.h"
#include "codegen/cpu/kernel.h"
#include "codegen/cpu/target.h"
#include "codegen/gpu/target.h"
#include "codegen/loops/product.h"
#include "codegen/loops/reduction.h"
#include "ir/folds.h"
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
constexpr int kCodegenVersion = 28;

struct ProcessCache {
  std::mutex mutex;
  std::unordered_map<std::string, CompiledKernel> kernels;
};
ProcessCache &processCache() {
  static ProcessCache &cache = *new ProcessCache;  // kernels may run until the process ends
  return cache;
}

const std::string &hostEnvironment() {
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
      const bool mayTake = isWholeOutput(kernel, r) ? whole && lastPass && kernel.getKind() != "columns"
                                                    : kept && isKeptOutput(kernel, r);
      if (mayTake) k.inPlace[r].push_back(i);
    }
  }
}

void describe(ir::KernelOp kernel, CompiledKernel &k) {
  k.inPlace.resize(kernel.getNumResults());
  if (kernel.getKind() == "gemm") {
    if (!isPlainProduct(kernel)) findInPlace(kernel, plainLoops(kernel), k);
    return;
  }
  KernelSchedule s = scheduleKernel(kernel, hostTarget().vectorBytes);
  k.tiles = s.tiles, k.grain = s.grain, k.scratchBytes = s.scratchBytes;
  if (kernel.getKind() != "update") findInPlace(kernel, s.loops, k);
}

std::string symbolOf(const std::string &kind, const std::string &hash) {
  return "fluxion_" + kind + "_" + hash.substr(0, 8);
}

// Where FLUXION_DUMP wants a kernel's text and code: FOLDER/kernels, made if it is not there; or "".
std::string dumpPath(const std::string &symbol) {
  const char *directory = std::getenv("FLUXION_DUMP");
  if (!directory || !*directory) return "";
  const std::string folder = std::string(directory) + "/kernels";
  llvm::sys::fs::create_directories(folder);
  return folder + "/" + symbol;
}

// All of a product but the code that follows it.
std::string productText(const gpu::Product &product) {
  std::string text;
  llvm::raw_string_ostream out(text);
  const ir::MatrixProduct &p = product.shape;
  auto list = [&](llvm::ArrayRef<int64_t> numbers) {
    out << " [";
    llvm::interleaveComma(numbers, out);
    out << "]";
  };
  out << "product " << product.element << " " << product.result << " " << product.a << " " << product.b;
  list(p.batch);
  list({p.m, p.n, p.k});
  for (const auto *operand : {&p.a, &p.b, &p.out}) {
    list({operand->offset, operand->row, operand->column});
    list(operand->batch);
  }
  return text + "\n";
}

// Equal keys mean equal texts. Names, types and attributes are unique in a context and stand for themselves, so that a
// key takes a twentieth of the time of a text. Lists stand after their lengths: nothing can be read in two ways.
std::string exactKey(ir::KernelOp kernel) {
  llvm::SmallVector<uint64_t, 256> words;
  auto pointer = [&](const void *p) { words.push_back(reinterpret_cast<uintptr_t>(p)); };
  auto list = [&](llvm::ArrayRef<int64_t> numbers) {
    words.push_back(numbers.size());
    words.append(numbers.begin(), numbers.end());
  };
  llvm::SmallDenseMap<mlir::Value, uint64_t, 64> numbers;
  auto define = [&](mlir::Value v) {
    const uint64_t n = numbers.size();
    numbers[v] = n;
    pointer(v.getType().getAsOpaquePointer());
  };
  pointer(kernel.getKindAttr().getAsOpaquePointer());
  list(kernel.getShape()), list(kernel.getReduced()), list(ir::foldedDims(kernel));
  for (unsigned i = 0; i < kernel.getNumResults(); ++i) words.push_back(ir::isFold(kernel, i));
  words.push_back(kernel.getBody().getNumArguments());
  for (mlir::BlockArgument v : kernel.getBody().getArguments()) define(v);
  for (mlir::Operation &op : kernel.getBody().front()) {
    pointer(op.getName().getAsOpaquePointer());
    pointer(op.getAttrDictionary().getAsOpaquePointer());
    words.push_back(op.getNumOperands());
    for (mlir::Value v : op.getOperands()) words.push_back(numbers.lookup(v));
    words.push_back(op.getNumResults());
    for (mlir::Value v : op.getResults()) define(v);
  }
  return std::string(reinterpret_cast<const char *>(words.data()), words.size() * sizeof words[0]);
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
  out << "]";
  if (!ir::foldedDims(kernel).empty()) {
    out << " folded [";
    llvm::interleaveComma(ir::foldedDims(kernel), out);
    out << "] in";
    for (unsigned i = 0; i < kernel.getNumResults(); ++i)
      if (ir::isFold(kernel, i)) out << " " << i;
  }
  out << "\n";
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

std::string KernelCompiler::environment() const {
  return device_ == Device::cpu ? hostEnvironment() : "simt " + hostEnvironment();
}

std::pair<CompiledKernel *, bool> KernelCompiler::find(const std::string &text) {
  if (auto it = pending_.find(text); it != pending_.end()) return {&it->second, false};
  if (device_ != Device::ptx && !texts_) {
    ProcessCache &cache = processCache();
    std::lock_guard lock(cache.mutex);
    if (auto it = cache.kernels.find(text); it != cache.kernels.end()) return {&(pending_[text] = it->second), false};
  }
  CompiledKernel &entry = pending_[text];
  entry.code = std::make_shared<runtime::Code>();
  return {&entry, true};
}

const CompiledKernel &KernelCompiler::add(ir::KernelOp kernel) {
  auto [it, isNew] = known_.try_emplace(exactKey(kernel), nullptr);
  if (isNew) it->second = &addNew(kernel);
  return *it->second;
}

const CompiledKernel &KernelCompiler::addNew(ir::KernelOp kernel) {
  std::string text = kernelText(kernel);
  auto [entry, isNew] = find(device_ == Device::cpu ? text : "simt " + text);
  if (!isNew) return *entry;
  Job job{kernel.getContext(), kernel.getKind().str(), std::move(text), {}, 1, entry};
  if (device_ == Device::cpu) {
    describe(kernel, *entry);
    if (job.kind == "gemm" && isPlainProduct(kernel)) return entry->code = nullptr, *entry;
    job.emit = [kernel](llvm::StringRef symbol) -> Module {
      ir::KernelOp k = kernel;
      const int64_t bytes = hostTarget().vectorBytes;
      if (k.getKind() == "gemm") return emitEpilogue(k, bytes, symbol);
      KernelSchedule schedule = scheduleKernel(k, bytes);
      return emitKernel(k, schedule, symbol);
    };
  } else {
    gpu::Schedule schedule = gpu::scheduleKernel(kernel);
    entry->inPlace.resize(kernel.getNumResults());
    entry->tiles = schedule.blocks;
    if (job.kind != "update") findInPlace(kernel, schedule.loops, *entry);
    job.threads = schedule.threads();
    job.emit = [kernel, schedule = std::move(schedule)](llvm::StringRef symbol) {
      return gpu::emitKernel(kernel, schedule, symbol);
    };
  }
  jobs_.push_back(std::move(job));
  return *entry;
}

const CompiledKernel &KernelCompiler::add(const gpu::Product &product) {
  std::string text = productText(product);
  if (product.kernel) text += kernelText(product.kernel);
  auto [entry, isNew] = find("simt " + text);
  if (!isNew) return *entry;
  entry->tiles = product.blocks();
  if (ir::KernelOp kernel = product.kernel) {
    entry->inPlace.resize(kernel.getNumResults());
    if (!isPlainProduct(kernel)) findInPlace(kernel, plainLoops(kernel), *entry);
  }
  jobs_.push_back({product.result.getContext(), "product", std::move(text),
                   [product](llvm::StringRef symbol) { return gpu::emitProduct(product, symbol); },
                   gpu::Product::kThreads, entry});
  return *entry;
}

mlir::LogicalResult KernelCompiler::compile(const Job &job, LazyLowering &lowering, runtime::KernelText *text) const {
  runtime::Code &code = *job.entry->code;
  const std::string hash = runtime::to_hex(runtime::hash128(environment() + job.text));
  code.symbol = symbolOf(job.kind, hash);
  const std::string dump = dumpPath(code.symbol);
  if (!dump.empty()) {
    std::error_code error;
    llvm::raw_fd_ostream(dump + ".fx", error) << job.text;
  }
  auto &disk = runtime::DiskCache::global();
  if (dump.empty() && !text)
    if (auto object = disk.get(hash)) return code.object = std::move(*object), mlir::success();
  Module module = job.emit(code.symbol);
  if (failed(module)) return mlir::failure();
  if (!lowering) lowering.emplace(*job.context);
  const int64_t begin = runtime::profile::now();
  auto object = device_ == Device::cpu ? compileToObject(module->get(), *lowering, dump, text)
                                       : gpu::compileForSimt(module->get(), *lowering, code.symbol, job.threads);
  if (failed(object)) return mlir::failure();
  if (runtime::profile::active()) runtime::profile::record("code of " + code.symbol, "compile", begin);
  code.object = std::move(*object);
  if (text) text->symbol = code.symbol, text->ops = job.text;
  disk.put(hash, code.object);
  return mlir::success();
}

mlir::FailureOr<PtxModule> KernelCompiler::finishAsPtx(llvm::StringRef architecture) {
  PtxModule ptx;
  LazyLowering lowering;
  for (const Job &job : jobs_) {
    const std::string symbol = symbolOf(job.kind, runtime::to_hex(runtime::hash128(job.text)));
    Module module = job.emit(symbol);
    if (failed(module)) return mlir::failure();
    if (!lowering) lowering.emplace(*job.context);
    auto text = gpu::compileToPtx(module->get(), *lowering, architecture);
    if (failed(text)) return mlir::failure();
    // What a module begins with stands once.
    ptx.text += ptx.text.empty() ? *text : text->substr(std::min(text->find(".visible"), text->find("\t// .globl")));
    ptx.kernels.push_back({symbol, job.entry->tiles, job.threads});
  }
  return ptx;
}

mlir::LogicalResult KernelCompiler::finish() {
  if (jobs_.empty()) return mlir::success();
  // The longest first, so that none is left to one thread at the end.
  llvm::sort(jobs_, [](const Job &a, const Job &b) { return a.text.size() > b.text.size(); });
  if (texts_) texts_->resize(jobs_.size());
  std::atomic<size_t> next{0};
  std::atomic<bool> failed{false};
  auto work = [&] {
    LazyLowering lowering;
    for (size_t i; (i = next++) < jobs_.size();)
      if (mlir::failed(compile(jobs_[i], lowering, texts_ ? &(*texts_)[i] : nullptr))) failed = true;
  };
  // Only a context that locks its tables can be shared.
  bool shared = jobs_[0].context->isMultithreadingEnabled();
  size_t threads = shared ? std::min<size_t>(jobs_.size(), std::max(1u, std::thread::hardware_concurrency())) : 1;
  std::vector<std::thread> helpers;
  for (size_t i = 1; i < threads; ++i) helpers.emplace_back(work);
  work();
  for (std::thread &helper : helpers) helper.join();
  if (failed) return mlir::failure();
  ProcessCache &cache = processCache();
  std::lock_guard lock(cache.mutex);
  for (Job &job : jobs_) cache.kernels.emplace((device_ == Device::cpu ? "" : "simt ") + job.text, *job.entry);
  jobs_.clear();
  return mlir::success();
}

}  // namespace fluxion::codegen
