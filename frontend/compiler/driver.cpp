// The compiler library's one door: ties tracing, passes and code generation together behind trace::Compiler.
#include "codegen/reference/interpreter.h"
#include "fluxion/error.h"
#include "frontend/compiler/bisect.h"
#include "frontend/compiler/jit_pipeline.h"
#include "frontend/compiler/nan_search.h"
#include "frontend/compiler/operations.h"
#include "ir/diagnostics.h"
#include "ir/ops.h"
#include "ir/parse.h"
#include "ir/source_line.h"
#include "ir/stablehlo.h"
#include "mlir/IR/MLIRContext.h"
#include "passes/grad/grad.h"
#include "passes/transforms.h"
#include "trace/builder.h"
#include "trace/slice.h"

namespace fluxion {
namespace {

using llvm::SmallVector;
using trace::Function;
using trace::FunctionPtr;
using trace::Value;

mlir::Value unwrap(Value v) { return mlir::Value::getFromOpaquePointer(v); }
Value wrap(mlir::Value v) { return v.getAsOpaquePointer(); }
SmallVector<mlir::Value> unwrapValues(std::span<const Value> values) { return llvm::map_to_vector(values, unwrap); }
std::vector<Value> wrapValues(mlir::ValueRange values) {
  auto wrapped = llvm::map_range(values, wrap);
  return {wrapped.begin(), wrapped.end()};
}

// The errors that this thread reports while it lives.
struct Diagnostics : ir::Diagnostics {
  explicit Diagnostics(mlir::MLIRContext *context) : ir::Diagnostics(context, From::this_thread) {}
};

class CompilerImpl final : public trace::Compiler {
 public:
  CompilerImpl() {
    mlir::DialectRegistry registry;
    ir::registerDialects(registry);
    context_.appendDialectRegistry(registry);
    context_.loadAllAvailableDialects();
    connectOperations();
  }

  FunctionPtr create(std::string_view name) override { return trace::createFunction(&context_, name); }
  Value argument(Function &f, const ShapeDtype &type, Location location) override {
    return wrap(trace::addArgument(f, type, location));
  }

  std::vector<Value> stage(Function &f, std::string_view op, std::span<const Value> operands,
                           const Attributes &attributes, std::span<const FunctionPtr> regions,
                           Location location) override {
    Diagnostics diagnostics(&context_);
    auto created = trace::stageOp(f, op, unwrapValues(operands), attributes, regions, location);
    if (failed(created)) throw ShapeError(diagnostics.first());
    return wrapValues((*created)->getResults());
  }

  void finish(Function &f, std::span<const Value> results, std::span<const int64_t> order) override {
    trace::finishFunction(f, unwrapValues(results), order);
  }

  ShapeDtype type(Value v) override { return ir::shapeDtypeOf(unwrap(v).getType()); }

  trace::Slice slice(const Function &f, std::span<const Value> targets, const std::function<bool(Value)> &known,
                     const std::function<bool(Value)> &kept) override {
    return trace::sliceOf(f, targets, known, kept);
  }

  std::vector<Value> inline_call(Function &f, const Function &callee, std::span<const Value> arguments,
                                 Location) override {
    mlir::OpBuilder b = mlir::OpBuilder::atBlockEnd(&trace::funcOf(f).front());
    trace::keepHosts(callee, f);
    return wrapValues(passes::inlineBody(b, trace::funcOf(callee), unwrapValues(arguments)));
  }

  std::vector<Value> inline_last_call(Function &f, Function &callee, std::span<const Value> arguments) override {
    trace::keepHosts(callee, f);
    return wrapValues(passes::moveBody(trace::funcOf(f).front(), trace::funcOf(callee), unwrapValues(arguments)));
  }

  std::vector<FunctionPtr> transform(const Function &f, std::string_view name,
                                     const trace::TransformOptions &options) override {
    Diagnostics diagnostics(&context_);
    std::vector<FunctionPtr> out = apply(trace::funcOf(f), name, options);
    if (out.empty())
      throw Error(diagnostics.first() + (diagnostics.place().empty() ? "" : "\n  at " + diagnostics.place()));
    for (const FunctionPtr &made : out) trace::keepHosts(f, *made);
    return out;
  }

  std::string print(const Function &f, bool locations) override {
    std::string text;
    llvm::raw_string_ostream out(text);
    mlir::OpPrintingFlags flags;
    if (locations) flags.enableDebugInfo(true, true);
    flags.elideLargeElementsAttrs(16);
    trace::funcOf(f).print(out, flags);
    return text;
  }

  std::string fingerprint(const Function &f) override { return exactText(f, /*locations=*/false); }
  std::string text(const Function &f) override { return exactText(f, /*locations=*/true); }

  FunctionPtr parse(std::string_view text) override {
    Diagnostics diagnostics(&context_);
    auto module = ir::parseModule(text, "function", &context_);
    auto functions = module ? llvm::to_vector(module->getOps<mlir::func::FuncOp>()) : SmallVector<mlir::func::FuncOp>();
    if (functions.size() != 1) throw CompileError(module ? "this is not one function" : diagnostics.first());
    functions.front()->remove();
    return std::make_shared<trace::FunctionImpl>(mlir::OwningOpRef<mlir::func::FuncOp>(functions.front()));
  }

  runtime::ProgramPtr compile(const Function &f, const trace::CompileOptions &options,
                              trace::CompileTimes *times) override {
    return compileForJit(trace::funcOf(f), options, times);
  }

  std::vector<std::string> evaluate(const Function &f, std::span<const std::string_view> arguments) override {
    Diagnostics diagnostics(&context_);
    auto results = codegen::reference::evaluate(trace::funcOf(f), hostArrays(f, arguments));
    if (!results) throw CompileError(llvm::toString(results.takeError()));
    std::vector<std::string> out;
    for (auto &r : *results) out.push_back(std::move(r.bytes));
    return out;
  }

  std::string first_bad(const Function &f, std::span<const std::string_view> arguments, trace::Check check) override {
    Diagnostics diagnostics(&context_);
    return describeFirstBad(trace::funcOf(f), hostArrays(f, arguments), check);
  }

  trace::Bisection bisect(const std::string &path, const trace::BisectOptions &options) override {
    return fluxion::bisect(path, options);
  }

  std::string stablehlo(const Function &f) override {
    Diagnostics diagnostics(&context_);
    auto text = ir::exportStablehlo(trace::funcOf(f));
    if (!text) throw CompileError(diagnostics.first());
    return *text;
  }

 private:
  static std::string exactText(const Function &f, bool locations) {
    std::string text;
    llvm::raw_string_ostream out(text);
    mlir::OpPrintingFlags flags;
    flags.skipRegions(false).assumeVerified();
    if (locations) flags.enableDebugInfo(true, false);
    trace::funcOf(f).print(out, flags);
    return text;
  }

  static std::vector<codegen::reference::HostArray> hostArrays(const Function &f,
                                                               std::span<const std::string_view> arguments) {
    std::vector<codegen::reference::HostArray> inputs;
    std::vector<ShapeDtype> types = f.arguments();
    for (size_t i = 0; i < arguments.size(); ++i) inputs.push_back({types[i], std::string(arguments[i])});
    return inputs;
  }

  static std::vector<FunctionPtr> wrapAll(mlir::FailureOr<passes::Func> f) {
    if (failed(f)) return {};
    return {std::make_shared<trace::FunctionImpl>(std::move(*f))};
  }

  static SmallVector<passes::Axis> axesOf(const std::vector<int64_t> &axes) {
    SmallVector<passes::Axis> out;
    for (int64_t a : axes) out.push_back(a < 0 ? passes::Axis() : passes::Axis(a));
    return out;
  }

  static std::vector<FunctionPtr> apply(mlir::func::FuncOp f, std::string_view name,
                                        const trace::TransformOptions &options) {
    const passes::Rules &rules = options.plain_zeros ? passes::plainRules() : passes::defaultRules();
    if (name == "jvp") return wrapAll(passes::jvp(f, options.arguments, rules));
    if (name == "vjp") return wrapAll(passes::vjp(f, options.arguments, rules));
    if (name == "transpose") return wrapAll(passes::transpose(f, options.size, rules));
    if (name == "vmap")
      return wrapAll(
          passes::vmap(f, axesOf(options.arguments), axesOf(options.results), options.size, options.axis_name));
    if (name == "simplify") {
      passes::Func copy(llvm::cast<mlir::func::FuncOp>(f->clone()));
      if (failed(passes::simplify(*copy))) return {};
      return {std::make_shared<trace::FunctionImpl>(std::move(copy))};
    }
    if (name == "linearize") {
      auto split = passes::linearize(f, options.arguments, rules);
      if (failed(split)) return {};
      return {std::make_shared<trace::FunctionImpl>(std::move(split->known)),
              std::make_shared<trace::FunctionImpl>(std::move(split->linear))};
    }
    mlir::emitError(f.getLoc()) << "there is no transformation '" << name << "'";
    return {};
  }

  mlir::MLIRContext context_;
};

}  // namespace
}  // namespace fluxion

extern "C" __attribute__((visibility("default"))) fluxion::trace::Compiler *fluxion_compiler(int version) {
  if (version != fluxion::trace::Compiler::kVersion) return nullptr;
  static auto *compiler = new fluxion::CompilerImpl;  // lives as long as the process: functions may outlive main
  return compiler;
}
