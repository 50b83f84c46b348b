// Control flow: regions that use values from outside become isolated ones that take them as arguments.
#include "ir/ops/shape.h"
#include "ir/stablehlo/importer.h"
#include "llvm/ADT/SetVector.h"

namespace fluxion::ir::stablehlo {
namespace {

Values importedAll(Importer &in, mlir::Operation *op, llvm::ArrayRef<mlir::Value> sources) {
  Values values;
  for (mlir::Value v : sources) values.push_back(in.imported(op, v));
  return values;
}

using Numbers = llvm::SmallVector<size_t>;

Values branches(Importer &in, mlir::Operation *op, mlir::Value index) {
  const auto captures = in.captured(op);
  const Numbers results = llvm::to_vector(llvm::seq<size_t>(0, op->getNumResults()));
  std::vector<std::unique_ptr<mlir::Region>> regions;
  for (mlir::Region &branch : op->getRegions()) {
    if (branch.getNumArguments() != 0) in.refuse(op, "a branch takes no arguments");
    regions.push_back(in.importRegion(branch, captures.getArrayRef(), {}, results));
  }
  Values operands{index};
  operands.append(importedAll(in, op, captures.getArrayRef()));
  return in.emitMany("fx.case", operands, {}, std::move(regions));
}

Values importCase(Importer &in, mlir::Operation *op, Inputs x) {
  if (x.size() != 1 || op->getNumRegions() == 0) in.refuse(op, "a case has an index and branches");
  return branches(in, op, x[0]);
}

// The first region is taken if the predicate holds, so it is branch 0.
Values importIf(Importer &in, mlir::Operation *op, Inputs x) {
  if (x.size() != 1 || op->getNumRegions() != 2) in.refuse(op, "an if has a predicate and two branches");
  return branches(in, op, in.convert(in.emit("fx.not", {x[0]}), in.builder().getI32Type()));
}

// The number in "…#N)"; only integers have one.
std::optional<int64_t> constantIn(llvm::StringRef text) {
  int64_t n = 0;
  if (text.getAsInteger(10, n)) return std::nullopt;
  return n;
}

/// How often the body runs, if that is plain to see: while (i < N) { …; i = i + 1 }, from a constant on.
std::optional<int64_t> tripCount(mlir::Operation *op, Inputs x, llvm::ArrayRef<std::string> body) {
  const auto condition = expressions(op->getRegion(0));
  if (condition.size() != 1) return std::nullopt;
  llvm::StringRef text = condition[0];
  if (!text.consume_front("LT(") || !text.consume_back(")")) return std::nullopt;
  auto [counter, limit] = text.split(",#");
  size_t i = 0;
  if (counter.getAsInteger(10, i) || i >= x.size() || !llvm::isa<mlir::IntegerType>(elementType(x[i])) ||
      body[i] != ("add(" + counter + ",#1)").str())
    return std::nullopt;
  auto start = x[i].getDefiningOp<ConstantOp>();
  auto first = start ? llvm::dyn_cast<mlir::DenseIntElementsAttr>(start.getValue()) : nullptr;
  auto last = constantIn(limit);
  int64_t count = 0;
  if (!first || !last || first.getElementType().isUnsignedInteger() ||
      __builtin_sub_overflow(*last, (*first.begin()).getSExtValue(), &count))
    return std::nullopt;
  return std::max<int64_t>(count, 0);
}

// What the body hands on unchanged is a constant of the loop; a loop that counts becomes a scan, which has derivatives.
Values importWhile(Importer &in, mlir::Operation *op, Inputs x) {
  if (op->getNumRegions() != 2 || op->getNumResults() != x.size()) in.refuse(op, "a while has a condition and a body");
  for (mlir::Region &region : op->getRegions())
    if (region.getNumArguments() != x.size()) in.refuse(op, "a region of a while takes the operands");
  const auto body = expressions(op->getRegion(1));
  if (body.size() != x.size()) in.refuse(op, "the body of a while returns its operands");
  const auto captures = in.captured(op);
  Numbers fixed, varying, order;
  for (size_t i = 0; i < x.size(); ++i) (body[i] == std::to_string(i) ? fixed : varying).push_back(i);
  order.append(fixed);
  order.append(varying);
  Values operands = importedAll(in, op, captures.getArrayRef());
  for (size_t i : order) operands.push_back(x[i]);
  const mlir::Attribute constants = in.number(static_cast<int64_t>(captures.size() + fixed.size()));
  std::vector<std::unique_ptr<mlir::Region>> regions;
  const auto length = tripCount(op, x, body);
  if (!length) regions.push_back(in.importRegion(op->getRegion(0), captures.getArrayRef(), order, {0}));
  regions.push_back(in.importRegion(op->getRegion(1), captures.getArrayRef(), order, varying));
  const mlir::Attribute carries = in.number(static_cast<int64_t>(varying.size()));
  Values looped = length ? in.emitMany("fx.scan", operands,
                                       {{"num_constants", constants},
                                        {"num_carry", carries},
                                        {"length", in.number(*length)},
                                        {"reverse", in.flag(false)}},
                                       std::move(regions))
                         : in.emitMany("fx.while", operands, {{"num_constants", constants}}, std::move(regions));
  Values results(x);
  for (auto [i, y] : llvm::zip_equal(varying, looped)) results[i] = y;
  return results;
}

Values importCall(Importer &in, mlir::Operation *op, Inputs x) {
  const char *key = op->getName().getStringRef() == "func.call" ? "callee" : "decomposition";
  auto callee = llvm::dyn_cast_if_present<mlir::FlatSymbolRefAttr>(attribute(op, key));
  if (!callee) in.refuse(op, "a call names no function");
  return in.call(op, callee.getValue(), x);
}

Values importCustomCall(Importer &in, mlir::Operation *op, Inputs) {
  auto target = llvm::dyn_cast_if_present<mlir::StringAttr>(attribute(op, "call_target_name"));
  in.refuse(op, "no import for 'stablehlo.custom_call' of '" + (target ? target.getValue() : "") + "'");
}

}  // namespace

void addControlRules(Rules &rules) {
  rules["stablehlo.case"] = importCase;
  rules["stablehlo.if"] = importIf;
  rules["stablehlo.while"] = importWhile;
  rules["func.call"] = importCall;
  rules["stablehlo.composite"] = importCall;
  rules["stablehlo.custom_call"] = importCustomCall;
}

}  // namespace fluxion::ir::stablehlo
