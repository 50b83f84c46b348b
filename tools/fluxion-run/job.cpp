#include "tools/fluxion-run/job.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>

#include <fluxion/error.h>
#include <fluxion/file.h>

#include "codegen/reference/random_arguments.h"
#include "ir/diagnostics.h"
#include "ir/dialect.h"
#include "ir/parse.h"
#include "ir/stablehlo.h"
#include "tools/fluxion-run/device.h"
#include "tools/fluxion-run/transform.h"

namespace fluxion::tools {
namespace {

double secondsNow() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::string textOf(const ir::Diagnostics &d) { return d.all().empty() ? "the program is not valid" : d.all(); }

mlir::func::FuncOp find(mlir::ModuleOp module, const std::string &given) {
  const auto all = module.getOps<mlir::func::FuncOp>();
  if (given.empty() && std::distance(all.begin(), all.end()) == 1) return *all.begin();
  const std::string name = given.empty() ? "main" : given;
  if (auto f = module.lookupSymbol<mlir::func::FuncOp>(name)) return f;
  std::string names;
  for (auto f : module.getOps<mlir::func::FuncOp>()) names += (names.empty() ? "" : ", ") + f.getName().str();
  throw Error(fmt::format("there is no function '{}'; there are: {}", name, names.empty() ? "none" : names));
}

// Also gives scalars their shape.
void checkInputs(const Job &job, mlir::func::FuncOp f, std::vector<HostArray> &inputs) {
  const size_t wanted = f.getNumArguments();
  if (inputs.size() != wanted)
    throw Error(
        job.inputs.empty()
            ? fmt::format(
                  "'{}' takes {} arguments: --inputs names the file that holds them, --random-inputs makes some up",
                  f.getName().str(), wanted)
            : fmt::format("{}: {} arguments (in0, in1, …) for '{}', which takes {}", job.inputs, inputs.size(),
                          f.getName().str(), wanted));
  for (size_t i = 0; i < wanted; ++i) {
    const ShapeDtype type = ir::shapeDtypeOf(f.getArgument(static_cast<unsigned>(i)).getType());
    if (!fits(inputs[i].type, type))
      throw ShapeError(fmt::format("{}: in{} is {}, but '{}' takes {}", job.inputs, i, to_string(inputs[i].type),
                                   f.getName().str(), to_string(type)));
    inputs[i].type = type;
  }
}

std::vector<HostArray> randomInputs(mlir::func::FuncOp f, const Job &job) {
  if (!job.inputs.empty() || !job.transform.empty())
    throw Error("--random-inputs goes with neither --inputs nor --transform");
  return codegen::reference::randomArguments(f, static_cast<uint64_t>(job.seed));
}

std::vector<ShapeDtype> typesOf(const std::vector<HostArray> &arrays) {
  std::vector<ShapeDtype> types;
  for (const HostArray &a : arrays) types.push_back(a.type);
  return types;
}

std::vector<HostArray> timedRun(const Executable &executable, const std::vector<HostArray> &inputs, int repeat,
                                Report &report) {
  std::vector<double> seconds;
  std::vector<HostArray> results;
  for (int i = 0; i < repeat; ++i) {
    const double start = secondsNow();
    results = executable(inputs);
    seconds.push_back(secondsNow() - start);
  }
  std::sort(seconds.begin(), seconds.end());
  report.run_s_min = seconds.front();
  report.run_s_median = seconds[seconds.size() / 2];
  report.results = typesOf(results);
  return results;
}

// The results must come before the reference, so that a wrong answer can be looked at.
void finish(const Job &job, const std::vector<HostArray> &results, Report &report) {
  if (!job.outputs.empty()) writeTensors(job.outputs, "out", results);
  if (job.compare.empty()) return;
  const Comparison c = compare(results, readTensors(job.compare, "out"), job.tolerances);
  report.compared = true;
  report.max_abs_err = c.max_abs_err;
  report.max_rel_err = c.max_rel_err;
  report.error = c.error;
}

void runIn(mlir::MLIRContext &context, const Job &job, const Settings &settings, Report &report) {
  const double start = secondsNow();
  const std::string text = read_file(job.program);
  ir::Diagnostics diagnostics(&context);
  auto module = ir::parseModule(text, job.program, &context);
  if (!module) throw Error(textOf(diagnostics));
  std::vector<HostArray> inputs = job.inputs.empty() ? std::vector<HostArray>() : readTensors(job.inputs, "in");
  if (job.seed >= 0) inputs = randomInputs(find(*module, job.function), job);
  passes::Func f = transform(find(*module, job.function), job.transform, typesOf(inputs));
  if (!f) throw Error(textOf(diagnostics));
  report.trace_s = secondsNow() - start;
  if (!job.stablehlo.empty()) {
    auto exported = ir::exportStablehlo(*f);
    if (!exported) throw Error(textOf(diagnostics));
    write_file(job.stablehlo, *exported);
  }
  if (!job.ptx.empty()) {
    auto text = ptxOf(*f, settings.gpu);
    if (!text) throw CompileError(textOf(diagnostics));
    return job.ptx == "-" ? void(fmt::print("{}", *text)) : write_file(job.ptx, *text);
  }
  checkInputs(job, *f, inputs);
  const double compileStart = secondsNow();
  Executable executable = compileFor(settings.device, *f, settings.threads);
  if (!executable) throw CompileError(textOf(diagnostics));
  report.compile_s = secondsNow() - compileStart;
  finish(job, timedRun(executable, inputs, settings.repeat, report), report);
}

std::string escaped(const std::string &text) {
  std::string out;
  for (char c : text) {
    if (c == '"' || c == '\\')
      out += {'\\', c};
    else if (c == '\n')
      out += "\\n";
    else if (static_cast<unsigned char>(c) < 0x20)
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else
      out += c;
  }
  return out;
}

}  // namespace

std::string Report::json() const {
  return fmt::format(
      R"({{"program": "{}", "ok": {}, "error": {}, "max_abs_err": {:.6g}, "max_rel_err": {:.6g}, "trace_s": {:.6g}, )"
      R"("compile_s": {:.6g}, "run_s_min": {:.6g}, "run_s_median": {:.6g}, "peak_bytes": {}}})",
      escaped(program), error.empty(), error.empty() ? "null" : "\"" + escaped(error) + "\"", max_abs_err, max_rel_err,
      trace_s, compile_s, run_s_min, run_s_median, peak_bytes);
}

std::string Report::text() const {
  std::string out = program + ":";
  for (size_t i = 0; i < results.size(); ++i) out += fmt::format("{} out{} {}", i ? "," : "", i, to_string(results[i]));
  out += fmt::format("\n  trace {:.1f} ms, compile {:.1f} ms, run {:.3f} ms at best, {:.3f} ms in the middle",
                     1e3 * trace_s, 1e3 * compile_s, 1e3 * run_s_min, 1e3 * run_s_median);
  if (compared) out += fmt::format("\n  worst error {:.3g} absolute, {:.3g} relative", max_abs_err, max_rel_err);
  return out;
}

Report run(const Job &job, const Settings &settings) {
  Report report;
  report.program = job.program;
  try {
    mlir::DialectRegistry registry;
    ir::registerDialects(registry);
    mlir::MLIRContext context(registry, mlir::MLIRContext::Threading::DISABLED);
    runIn(context, job, settings, report);
  } catch (const std::bad_alloc &) {
    report.error = "there is not enough memory";
  } catch (const std::exception &e) {
    report.error = e.what();
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  report.peak_bytes = int64_t(usage.ru_maxrss) * 1024;
  return report;
}

}  // namespace fluxion::tools
