// Control flow: regions that use values from outside become isolated ones that take them as arguments.
#include <limits>

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

/// What counts a loop: argument `counter` grows by `step` while it is less than `limit`, or, where `step` is negative,
/// while it is greater.
struct Count {
  size_t counter;
  int64_t limit, step;
};

// The step in "add(i,#s)", either way round, or "subtract(i,#s)".
std::optional<int64_t> stepIn(llvm::StringRef text, llvm::StringRef counter) {
  const bool adds = text.consume_front("add("), subtracts = !adds && text.consume_front("subtract(");
  if ((!adds && !subtracts) || !text.consume_back(")")) return std::nullopt;
  auto [a, b] = text.split(",");
  if (adds && b == counter) std::swap(a, b);
  if (a != counter || !b.consume_front("#")) return std::nullopt;
  const auto step = constantIn(b);
  if (!step || *step == std::numeric_limits<int64_t>::min()) return std::nullopt;
  return adds ? *step : -*step;
}

// The condition may have the limit on either side, and include it.
std::optional<Count> countOf(llvm::StringRef condition, llvm::ArrayRef<std::string> body) {
  auto [direction, rest] = condition.split("(");
  if (!rest.consume_back(")")) return std::nullopt;
  auto [a, b] = rest.split(",");
  std::optional<Comparison> holds = symbolizeComparison(direction);
  if (!holds) return std::nullopt;
  bool less = *holds == Comparison::LT || *holds == Comparison::LE;
  const bool more = *holds == Comparison::GT || *holds == Comparison::GE;
  if (!less && !more) return std::nullopt;
  if (a.starts_with("#")) {
    std::swap(a, b);
    less = !less;
  }
  size_t counter = 0;
  if (a.getAsInteger(10, counter) || counter >= body.size() || !b.consume_front("#")) return std::nullopt;
  const auto limit = constantIn(b), step = stepIn(body[counter], a);
  if (!limit || !step || *step == 0 || (*step > 0) != less) return std::nullopt;
  Count count{counter, *limit, *step};
  const bool includes = *holds == Comparison::LE || *holds == Comparison::GE;
  if (includes && __builtin_add_overflow(*limit, less ? 1 : -1, &count.limit)) return std::nullopt;
  return count;
}

/// How often the body runs, if that is plain to see: while (i < N) { …; i = i + s }, from a constant on.
std::optional<int64_t> tripCount(mlir::Operation *op, Inputs x, llvm::ArrayRef<std::string> body) {
  const auto condition = expressions(op->getRegion(0));
  if (condition.size() != 1) return std::nullopt;
  const auto count = countOf(condition[0], body);
  if (!count || count->counter >= x.size()) return std::nullopt;
  auto type = llvm::dyn_cast<mlir::IntegerType>(elementType(x[count->counter]));
  auto start = x[count->counter].getDefiningOp<ConstantOp>();
  auto first = start ? llvm::dyn_cast<mlir::DenseIntElementsAttr>(start.getValue()) : nullptr;
  if (!type || !first || type.isUnsigned() || first.getNumElements() != 1) return std::nullopt;
  const int64_t from = (*first.begin()).getSExtValue();
  int64_t distance = 0;
  if (__builtin_sub_overflow(count->limit, from, &distance)) return std::nullopt;
  if (distance == 0 || (distance > 0) != (count->step > 0)) return 0;
  const int64_t times = (distance - (count->step > 0 ? 1 : -1)) / count->step + 1;
  // The counter must be able to pass the limit: one that wraps around there goes on.
  int64_t way = 0, last = 0;
  if (__builtin_mul_overflow(times, count->step, &way) || __builtin_add_overflow(from, way, &last) ||
      !llvm::isIntN(type.getWidth(), last))
    return std::nullopt;
  return times;
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
