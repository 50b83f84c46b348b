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

Values branches(Importer &in, mlir::Operation *op, mlir::Value index) {
  const auto captures = in.captured(op);
  std::vector<std::unique_ptr<mlir::Region>> regions;
  for (mlir::Region &branch : op->getRegions()) {
    if (branch.getNumArguments() != 0) in.refuse(op, "a branch takes no arguments");
    regions.push_back(in.importRegion(branch, captures.getArrayRef()));
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

Values importWhile(Importer &in, mlir::Operation *op, Inputs x) {
  if (op->getNumRegions() != 2) in.refuse(op, "a while has a condition and a body");
  for (mlir::Region &region : op->getRegions())
    if (region.getNumArguments() != x.size()) in.refuse(op, "a region of a while takes the operands");
  const auto captures = in.captured(op);
  std::vector<std::unique_ptr<mlir::Region>> regions;
  for (mlir::Region &region : op->getRegions()) regions.push_back(in.importRegion(region, captures.getArrayRef()));
  Values operands = importedAll(in, op, captures.getArrayRef());
  operands.append(x.begin(), x.end());
  return in.emitMany("fx.while", operands, {{"num_constants", in.number(static_cast<int64_t>(captures.size()))}},
                     std::move(regions));
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
