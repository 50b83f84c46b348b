#include "frontend/compiler/nan_search.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

#include "codegen/compile.h"
#include "frontend/compiler/run_program.h"
#include "ir/dialect.h"
#include "ir/ops/host.h"
#include "ir/source_line.h"
#include "llvm/ADT/StringMap.h"
#include "mlir/IR/IRMapping.h"
#include "passes/pipeline.h"

namespace fluxion {

namespace {

using codegen::reference::HostArray;
using codegen::reference::Observer;

bool isBad(double x, trace::Check check) { return (check.nan && std::isnan(x)) || (check.inf && std::isinf(x)); }

// Element i as numbers, of which complex ones have two.
template <class F>
void visitElement(const HostArray &x, int64_t i, F f) {
  visit_dtype(x.type.dtype, [&](auto zero) {
    using T = decltype(zero);
    const T v = reinterpret_cast<const T *>(x.bytes.data())[i];
    if constexpr (requires { v.real(); })
      f(static_cast<double>(v.real())), f(static_cast<double>(v.imag()));
    else
      f(static_cast<double>(v));
  });
}

// The first bad element; -1: none.
int64_t firstBad(const HostArray &x, trace::Check check) {
  if (!is_inexact(x.type.dtype)) return -1;
  for (int64_t i = 0, n = x.type.shape.count(); i < n; ++i) {
    bool bad = false;
    visitElement(x, i, [&](double v) { bad |= isBad(v, check); });
    if (bad) return i;
  }
  return -1;
}

std::string numbers(const HostArray &x, int64_t i) {
  std::string text;
  visitElement(x, i,
               [&](double v) { text += fmt::format("{}{:g}", text.empty() ? "" : "+i", std::isnan(v) ? NAN : v); });
  return text;
}

// [2, 0] for element 6 of f32[4,3].
std::string position(const Shape &shape, int64_t i) {
  std::vector<int64_t> index(shape.size());
  for (size_t d = shape.size(); d-- > 0; i /= shape[d]) index[d] = i % shape[d];
  return fmt::format("[{}]", fmt::join(index, ", "));
}

class Search final : public Observer {
 public:
  explicit Search(trace::Check check) : check_(check) {}

  // What a function outside of the program gave in the run that is looked into cannot be had again.
  bool before(mlir::Operation *op) override {
    auto call = llvm::dyn_cast<ir::HostCallOp>(op);
    if (!call || call.getEffect() == "pure" || op->getNumResults() == 0) return true;
    found_ = "which op makes the first is not known: an io_callback";
    if (const std::string line = ir::sourceLine(op->getLoc()); !line.empty()) found_ += " at " + line;
    found_ += " would have to be called again";
    return false;
  }

  std::optional<std::vector<HostArray>> instead(mlir::Operation *op, Values operands) override {
    if (llvm::isa<ir::HostCallOp>(op) && op->getNumResults() == 0) return std::vector<HostArray>();  // seen before
    if (op->getNumRegions() > 0 || codegen::reference::workOf(op) < kWorthCompiling) return std::nullopt;
    const runtime::ProgramPtr program = compiled(op);
    if (!program) return std::nullopt;
    std::vector<HostArray> arguments;
    for (const auto &x : operands) arguments.push_back(*x);
    return runProgram(program, arguments);
  }

  bool after(mlir::Operation *op, Values operands, Values results, llvm::ArrayRef<int64_t> iterations) override {
    if (op->getNumRegions() > 0) return true;  // made outside of it, or inside by an op that was seen
    for (const auto &x : operands)
      if (firstBad(*x, check_) >= 0) return true;
    for (const auto &y : results)
      if (const int64_t i = firstBad(*y, check_); i >= 0)
        return found_ = describe(op, operands, *y, i, iterations), false;
    return true;
  }

  const std::string &found() const { return found_; }

 private:
  static constexpr int64_t kWorthCompiling = 200'000;

  // A function of this op alone, compiled once for equal ops; null if it cannot be.
  runtime::ProgramPtr compiled(mlir::Operation *op) {
    mlir::OpBuilder b(op->getContext());
    passes::Func f(mlir::func::FuncOp::create(b.getUnknownLoc(), "op",
                                              b.getFunctionType(op->getOperandTypes(), op->getResultTypes())));
    mlir::Block *entry = f->addEntryBlock();
    mlir::IRMapping map;
    map.map(op->getOperands(), entry->getArguments());
    b.setInsertionPointToEnd(entry);
    mlir::func::ReturnOp::create(b, b.getUnknownLoc(), b.clone(*op, map)->getResults());
    std::string text;
    llvm::raw_string_ostream(text) << *f;
    auto [it, isNew] = programs_.try_emplace(text);
    if (!isNew) return it->second;
    if (failed(passes::runPipeline(f, "cpu", "", {}))) return nullptr;
    if (auto program = codegen::compile(*f, {}); succeeded(program)) it->second = *program;
    return it->second;
  }

  std::string describe(mlir::Operation *op, Values operands, const HostArray &result, int64_t i,
                       llvm::ArrayRef<int64_t> iterations) const {
    std::string text = "first made by " + op->getName().getStringRef().str();
    if (const std::string line = ir::sourceLine(op->getLoc()); !line.empty()) text += " at " + line;
    if (const std::string pass = ir::derivativeOf(op->getLoc()); !pass.empty()) text += ", in " + pass;
    text += where(op, iterations);
    text += fmt::format("\n  element {} of its result {} is {}", position(result.type.shape, i), to_string(result.type),
                        numbers(result, i));
    std::string from;
    for (const auto &x : operands)
      if (x->type.shape == result.type.shape) from += (from.empty() ? "" : ", ") + numbers(*x, i);
    return from.empty() ? text : text + ", from " + from;
  }

  // ", iteration 3 of the loop at train.cpp:12", innermost first.
  static std::string where(mlir::Operation *op, llvm::ArrayRef<int64_t> iterations) {
    std::string text;
    for (mlir::Operation *up = op->getParentOp(); up && !iterations.empty(); up = up->getParentOp()) {
      const llvm::StringRef name = up->getName().getStringRef();
      if (name != "fx.scan" && name != "fx.while") continue;
      const std::string line = ir::sourceLine(up->getLoc());
      text += fmt::format(", iteration {} of the loop{}", iterations.back(), line.empty() ? "" : " at " + line);
      iterations = iterations.drop_back();
    }
    return text;
  }

  trace::Check check_;
  std::string found_;
  llvm::StringMap<runtime::ProgramPtr> programs_;
};

}  // namespace

std::string describeFirstBad(mlir::func::FuncOp f, llvm::ArrayRef<HostArray> arguments, trace::Check check) {
  Search search(check);
  auto results = codegen::reference::evaluate(f, arguments, &search);
  if (!results) llvm::consumeError(results.takeError());
  return search.found();
}

}  // namespace fluxion
