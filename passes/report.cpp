#include "passes/report.h"

#include "ir/ops.h"
#include "ir/source_line.h"
#include "llvm/Support/JSON.h"
#include "mlir/IR/AsmState.h"
#include "passes/dump.h"
#include "passes/fusion/cost.h"
#include "passes/report_page.h"

namespace fluxion::passes {

namespace json = llvm::json;

struct Report::Function {
  std::string name;
  json::Array stages;
};

namespace {

constexpr size_t kMostNodes = 2500, kMostText = 4000;

int64_t bytesOf(mlir::ValueRange values) {
  int64_t bytes = 0;
  for (mlir::Value v : values) bytes += ir::shapeDtypeOf(v.getType()).bytes();
  return bytes;
}

double arithmeticOf(mlir::Operation *op) {
  double elements = 0;
  for (mlir::Value v : op->getResults()) elements += static_cast<double>(ir::tensorType(v).getNumElements());
  if (auto dot = llvm::dyn_cast<ir::DotGeneralOp>(op)) {
    for (int64_t d : dot.getLhsContracting()) elements *= static_cast<double>(ir::shapeOf(dot.getLhs())[d]);
    return 2 * elements;
  }
  if (auto reduce = llvm::dyn_cast<ir::ReduceOp>(op))
    return static_cast<double>(ir::tensorType(reduce.getX()).getNumElements());
  return ownCost(op) * elements;
}

std::string textOf(mlir::Operation *op, mlir::AsmState &names) {
  std::string text;
  llvm::raw_string_ostream out(text);
  op->print(out, names);
  if (text.size() > kMostText) text.resize(kMostText), text += "\n…";
  return json::fixUTF8(text);  // the cut may have gone through a character
}

std::string typesOf(mlir::ValueRange values) {
  std::string text;
  for (mlir::Value v : values) text += (text.empty() ? "" : ", ") + ir::str(v.getType());
  return text;
}

// How often a loop runs, as far as the IR says.
double iterationsOf(mlir::Operation *op) {
  auto scan = llvm::dyn_cast<ir::ScanOp>(op);
  return scan ? static_cast<double>(scan.getLength()) : 1;
}

// The ops of a function as nodes, by number; arguments come first, the return last.
class Graph {
 public:
  explicit Graph(mlir::func::FuncOp f)
      : names_(f, mlir::OpPrintingFlags().useLocalScope().elideLargeElementsAttrs(16)) {
    for (mlir::BlockArgument a : f.getArguments())
      add(json::Object{{"o", "argument"}, {"t", ir::str(a.getType())}, {"l", ir::sourceLine(a.getLoc())}}, {}, {a});
    for (mlir::Operation &op : f.front()) {
      if (nodes_.size() >= kMostNodes) break;
      add(nodeOf(op), op.getOperands(), op.getResults());
    }
  }
  json::Array take() { return std::move(nodes_); }

 private:
  json::Object nodeOf(mlir::Operation &op) {
    if (op.hasTrait<mlir::OpTrait::IsTerminator>())
      return json::Object{{"o", "return"}, {"t", typesOf(op.getOperands())}};
    const OpCost cost = costOf(&op);
    json::Object node{{"o", op.getName().getStringRef().str()},
                      {"t", typesOf(op.getResults())},
                      {"l", ir::sourceLine(op.getLoc())},
                      {"d", ir::derivativeOf(op.getLoc())},
                      {"x", textOf(&op, names_)},
                      {"c", cost.nanoseconds()},
                      {"f", cost.arithmetic},
                      {"b", cost.bytes}};
    if (auto kernel = llvm::dyn_cast<ir::KernelOp>(op)) {
      node["k"] = kernel.getKind().str();
      node["n"] = static_cast<int64_t>(kernel.getBody().front().getOperations().size()) - 1;
    }
    return node;
  }

  void add(json::Object node, mlir::ValueRange operands, mlir::ValueRange results) {
    json::Array inputs;
    for (mlir::Value v : operands)
      if (auto it = makers_.find(v); it != makers_.end()) inputs.push_back(it->second);
    node["i"] = std::move(inputs);
    for (mlir::Value v : results) makers_[v] = static_cast<int64_t>(nodes_.size());
    nodes_.push_back(std::move(node));
  }

  mlir::AsmState names_;
  json::Array nodes_;
  llvm::DenseMap<mlir::Value, int64_t> makers_;
};

}  // namespace

double OpCost::nanoseconds() const { return std::max(arithmetic / 16, static_cast<double>(bytes) / 10); }

OpCost costOf(mlir::Operation *op) {
  OpCost cost;
  if (op->hasTrait<mlir::OpTrait::ConstantLike>()) return cost;
  const bool isKernel = llvm::isa<ir::KernelOp>(op);
  for (mlir::Region &region : op->getRegions())
    for (mlir::Operation &inner : region.front().without_terminator()) {
      const OpCost own = costOf(&inner);
      cost.arithmetic += own.arithmetic * iterationsOf(op);
      if (!isKernel) cost.bytes += static_cast<int64_t>(static_cast<double>(own.bytes) * iterationsOf(op));
    }
  if (op->getNumRegions() == 0) cost.arithmetic = arithmeticOf(op);
  if (op->getNumRegions() == 0 || isKernel) cost.bytes = bytesOf(op->getOperands()) + bytesOf(op->getResults());
  return cost;
}

class Report::Follower final : public ir::PassListener {
 public:
  explicit Follower(Function &function) : function_(function) {}
  void begin(llvm::StringRef stage, mlir::func::FuncOp f) override { add(stage, f, 0); }
  mlir::LogicalResult after(llvm::StringRef pass, mlir::func::FuncOp f, double seconds) override {
    add(pass, f, seconds);
    return mlir::success();
  }

 private:
  void add(llvm::StringRef stage, mlir::func::FuncOp f, double seconds) {
    const FunctionSize size = sizeOf(f);
    function_.stages.push_back(json::Object{{"name", stage.str()},
                                            {"ms", 1e3 * seconds},
                                            {"ops", size.ops},
                                            {"kernels", size.kernels},
                                            {"bytes", size.bytes},
                                            {"nodes", Graph(f).take()}});
  }
  Function &function_;
};

Report::Report() = default;
Report::~Report() = default;

std::unique_ptr<ir::PassListener> Report::follow(mlir::func::FuncOp f) {
  functions_.push_back(std::make_unique<Function>());
  functions_.back()->name = f.getName().str();
  return std::make_unique<Follower>(*functions_.back());
}

std::string Report::html() const {
  json::Array functions;
  for (const auto &f : functions_)
    functions.push_back(json::Object{{"name", f->name}, {"stages", json::Array(f->stages)}});
  std::string data;
  llvm::raw_string_ostream(data) << json::Value(std::move(functions));
  // "</script>" in a name or a text of the program must not end the element that holds it.
  std::string safe;
  for (char c : data) safe += c == '<' ? std::string("\\u003c") : std::string(1, c);
  return std::string(kReportHead) + safe + kReportTail;
}

}  // namespace fluxion::passes
