#include "tools/fluxion-run/device.h"

#include <unistd.h>

#include <fluxion/error.h>
#include <fmt/format.h>

#include <regex>

#include "codegen/compile.h"
#include "ir/dialect.h"
#include "passes/pipeline.h"
#include "runtime/executable.h"
#include "runtime/fluxion/buffer.h"
#include "runtime/thread_pool.h"

namespace fluxion::tools {
namespace {

// The interpreter makes every value of a program; one that cannot exist is better refused than begun.
void checkMemory(mlir::func::FuncOp f) {
  const double memory = static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGE_SIZE));
  std::optional<ShapeDtype> largest;
  f.walk([&](mlir::Operation *op) {
    for (mlir::Type type : op->getResultTypes())
      if (ShapeDtype t = ir::shapeDtypeOf(type); !largest || t.bytes() > largest->bytes()) largest = t;
  });
  if (largest && static_cast<double>(largest->bytes()) > memory / 2)
    throw DeviceError("reference: no memory for a value of type " + to_string(*largest));
}

Executable compileForReference(mlir::func::FuncOp f) {
  checkMemory(f);
  return [f](const std::vector<HostArray> &args) {
    auto results = codegen::reference::evaluate(f, args);
    if (!results) throw Error(llvm::toString(results.takeError()));
    return std::move(*results);
  };
}

// The interpreter on what the passes made of the function: which of them changed an answer?
Executable compileForPasses(mlir::func::FuncOp f, bool fuse) {
  auto copy = std::make_shared<passes::Func>(f.clone());
  if (failed(passes::simplify(**copy)) || (fuse && failed(passes::fuse(**copy)))) return nullptr;
  return [copy, run = compileForReference(**copy)](const std::vector<HostArray> &args) { return run(args); };
}

/// A compiled program with memory for what goes in and comes out, so that --repeat times the program alone.
class CpuProgram {
 public:
  explicit CpuProgram(const runtime::ProgramPtr &program) : executable_(program) {
    for (const ShapeDtype &type : program->arguments) arguments_.emplace_back(type.bytes());
    for (const ShapeDtype &type : program->results) results_.emplace_back(type.bytes());
  }

  std::vector<HostArray> operator()(const std::vector<HostArray> &inputs) {
    std::vector<void *> in, out;
    for (size_t i = 0; i < inputs.size(); ++i) {
      std::copy(inputs[i].bytes.begin(), inputs[i].bytes.end(), static_cast<char *>(arguments_[i].data()));
      in.push_back(arguments_[i].data());
    }
    for (const runtime::Buffer &b : results_) out.push_back(b.data());
    executable_.run(in.data(), out.data());
    std::vector<HostArray> results;
    for (size_t i = 0; i < out.size(); ++i) {
      const ShapeDtype &type = executable_.program().results[i];
      results.push_back({type, std::string(static_cast<const char *>(out[i]), static_cast<size_t>(type.bytes()))});
    }
    return results;
  }

 private:
  runtime::Executable executable_;
  std::vector<runtime::Buffer> arguments_, results_;
};

// As the JIT does it: frontend/compiler/jit_pipeline.cpp.
Executable compileForCpu(mlir::func::FuncOp f, int threads, codegen::Device device) {
  if (threads > 0) runtime::ThreadPool::global().set_threads(threads);
  passes::Func copy(f.clone());
  codegen::Options options;
  options.name = f.getName().str();
  options.device = device;
  mlir::FailureOr<runtime::ProgramPtr> program = mlir::failure();
  if (succeeded(passes::runPipeline(copy, codegen::pipelineOf(device), "", {})))
    program = codegen::compile(*copy, options);
  if (failed(program)) return nullptr;
  auto compiled = std::make_shared<CpuProgram>(*program);
  return [compiled](const std::vector<HostArray> &args) { return (*compiled)(args); };
}

}  // namespace

Executable compileFor(const std::string &device, mlir::func::FuncOp f, int threads) {
  if (device == "cpu") return compileForCpu(f, threads, codegen::Device::cpu);
  if (device == "simt") return compileForCpu(f, threads, codegen::Device::simt);
  if (device == "reference") return compileForReference(f);
  if (device == "simplified") return compileForPasses(f, /*fuse=*/false);
  if (device == "fused") return compileForPasses(f, /*fuse=*/true);
  throw DeviceError("there is no device '" + device + "'; there are: cpu, simt, reference, simplified, fused");
}

std::optional<std::string> ptxOf(mlir::func::FuncOp f, const std::string &architecture) {
  if (!std::regex_match(architecture, std::regex("sm_[0-9]{2,3}a?")))
    throw DeviceError("'" + architecture + "' is no GPU architecture; sm_80 and sm_90 are");
  passes::Func copy(f.clone());
  if (failed(passes::runPipeline(copy, codegen::pipelineOf(codegen::Device::ptx), "", {}))) return std::nullopt;
  auto kernels = codegen::compileToPtx(*copy, {}, architecture);
  if (failed(kernels)) return std::nullopt;
  std::string text = kernels->text;
  for (const auto &kernel : kernels->kernels)
    text += fmt::format("// {}: {} blocks of {} threads\n", kernel.symbol, kernel.blocks, kernel.threads);
  return text;
}

}  // namespace fluxion::tools
