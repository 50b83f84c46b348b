// Types and checks of functions with rules of their own. An empty region is checked where it is filled.
#include "ir/ops/custom.h"

#include "ir/ops/checks.h"
#include "ir/ops/host.h"

namespace fluxion::ir {

// A region that may be empty: `{}`, which is not a block without ops.
static mlir::ParseResult parseBody(mlir::OpAsmParser &parser, mlir::Region &body) { return parser.parseRegion(body); }
static void printBody(mlir::OpAsmPrinter &printer, mlir::Operation *, mlir::Region &body) {
  if (body.empty())
    printer << "{}";
  else
    printer.printRegion(body);
}

}  // namespace fluxion::ir

#define GET_OP_CLASSES
#include "ir/ops/custom.cpp.inc"

namespace fluxion::ir {

using mlir::emitOptionalError;
using mlir::failure;
using mlir::LogicalResult;
using mlir::success;
using mlir::TypeRange;
using TypeList = llvm::SmallVector<mlir::Type>;

TypeList tangentTypes(TypeRange types) {
  TypeList out;
  for (mlir::Type t : types)
    if (hasTangent(t)) out.push_back(t);
  return out;
}

llvm::SmallVector<mlir::Region *> executedRegions(mlir::Operation *op) {
  llvm::SmallVector<mlir::Region *> all;
  const bool isFirst = llvm::isa<CustomJvpOp, CustomVjpOp, CustomVmapOp, LinearCallOp>(op);
  for (mlir::Region &region : op->getRegions())
    if (!region.empty() && (!isFirst || region.getRegionNumber() == 0)) all.push_back(&region);
  if (auto solve = llvm::dyn_cast<LinearSolveOp>(op)) return {&solve.getSolve()};
  return all;
}

namespace {

using Effects = llvm::SmallVectorImpl<mlir::SideEffects::EffectInstance<mlir::MemoryEffects::Effect>>;

// Those of what it runs, all alike.
void effectsOf(mlir::Operation *op, Effects &effects) {
  for (mlir::Region *region : executedRegions(op))
    for (mlir::Operation &inner : region->front())
      if (!mlir::isMemoryEffectFree(&inner)) return addOutsideEffects(effects);
}

TypeRange yielded(mlir::Region &region) {
  if (region.empty() || region.front().empty()) return {};
  return region.front().back().getOperandTypes();
}

std::string list(TypeRange types) {
  std::string text;
  for (mlir::Type t : types) text += (text.empty() ? "" : ", ") + str(t);
  return "(" + text + ")";
}

LogicalResult check(mlir::Operation *op, llvm::StringRef what, TypeRange got, TypeRange wanted) {
  if (got == wanted) return success();
  return op->emitOpError() << what << " " << list(got) << ", not " << list(wanted);
}

// That the region takes and yields what it should.
LogicalResult check(mlir::Operation *op, llvm::StringRef region, mlir::Region &body, const TypeList &in,
                    const TypeList &out) {
  if (failed(check(op, ("the " + region + " takes").str(), body.getArgumentTypes(), TypeRange(in)))) return failure();
  return check(op, ("the " + region + " yields").str(), yielded(body), TypeRange(out));
}

TypeList concat(TypeRange a, TypeRange b) {
  TypeList all(a.begin(), a.end());
  llvm::append_range(all, b);
  return all;
}

LogicalResult inferFrom(Loc loc, llvm::StringRef op, mlir::RegionRange regions, Types &types) {
  if (regions.empty() || regions.front()->empty()) return emitOptionalError(loc, op, ": there is no function");
  llvm::append_range(types, yielded(*regions.front()));
  return success();
}

LogicalResult checkConstants(mlir::Operation *op, uint64_t constants, size_t inputs) {
  if (constants <= inputs) return success();
  return op->emitOpError() << "has " << constants << " constants among " << inputs << " inputs";
}

}  // namespace

LogicalResult CustomJvpOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  return inferFrom(loc, "custom_jvp", a.getRegions(), types);
}

LogicalResult CustomJvpOp::verify() {
  TypeRange inputs = getInputs().getTypes(), outputs = getOutputs().getTypes();
  if (failed(checkConstants(*this, getNumConstants(), inputs.size())) ||
      failed(check(*this, "primal", getPrimal(), concat(inputs, {}), concat(outputs, {}))))  // C1
    return failure();
  if (getRule().empty()) return getRuleOf() ? success() : LogicalResult(emitOpError("has no rule"));
  return check(*this, "rule", getRule(), concat(inputs, tangentTypes(inputs.drop_front(getNumConstants()))),  // C2
               concat(outputs, tangentTypes(outputs)));                                                       // C3
}

LogicalResult CustomVjpOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  return inferFrom(loc, "custom_vjp", a.getRegions(), types);
}

LogicalResult CustomVjpOp::verify() {
  TypeRange inputs = getInputs().getTypes(), outputs = getOutputs().getTypes();
  size_t constants = getNumConstants();
  if (failed(checkConstants(*this, constants, inputs.size())) ||
      failed(check(*this, "primal", getPrimal(), concat(inputs, {}), concat(outputs, {}))))  // C1
    return failure();
  if (getForward().empty() || getBackward().empty())
    return getRuleOf() ? success() : LogicalResult(emitOpError("has no rule"));
  TypeRange forward = yielded(getForward());
  if (failed(check(*this, "forward rule takes", getForward().getArgumentTypes(), inputs)) ||           // C1
      failed(check(*this, "forward rule yields first", forward.take_front(outputs.size()), outputs)))  // C2
    return failure();
  TypeList in = concat(inputs.take_front(constants), forward.drop_front(outputs.size()));
  llvm::append_range(in, tangentTypes(outputs));
  return check(*this, "backward rule", getBackward(), in, tangentTypes(inputs.drop_front(constants)));  // C3, C4
}

LogicalResult CustomVmapOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  return inferFrom(loc, "custom_vmap", a.getRegions(), types);
}

LogicalResult CustomVmapOp::verify() {
  TypeRange inputs = getInputs().getTypes(), outputs = getOutputs().getTypes();
  size_t constants = getNumConstants();
  if (failed(checkConstants(*this, constants, inputs.size())) ||
      failed(check(*this, "primal", getPrimal(), concat(inputs, {}), concat(outputs, {}))))  // C1
    return failure();
  auto mapped = [&](TypeRange types) {
    TypeList out;
    for (mlir::Type t : types) {
      Sizes shape{static_cast<int64_t>(getAxisSize())};
      llvm::append_range(shape, tensorOf(t).getShape());
      out.push_back(Tensor::get(shape, tensorOf(t).getElementType()));
    }
    return out;
  };
  if (static_cast<int64_t>(getAxisSize()) < 0) return emitOpError("has an axis of negative size");
  TypeList in = mapped(inputs.drop_front(constants));
  return check(*this, "rule", getRule(), concat(inputs.take_front(constants), TypeRange(in)), mapped(outputs));  // C2
}

LogicalResult LinearCallOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  mlir::RegionRange regions = a.getRegions();
  if (regions.size() == 2 && regions[0]->empty() && !regions[1]->empty()) {
    llvm::append_range(types, TypeRange(regions[1]->getArgumentTypes()).drop_front(a.getNumConstants()));
    return success();
  }
  return inferFrom(loc, "linear_call", regions, types);
}

LogicalResult LinearCallOp::verify() {
  TypeRange inputs = getInputs().getTypes(), outputs = getOutputs().getTypes();
  size_t constants = getNumConstants();
  if (failed(checkConstants(*this, constants, inputs.size()))) return failure();
  if (getForward().empty() && getTranspose().empty()) return emitOpError("has no function");  // C1
  if (!getForward().empty() &&
      failed(check(*this, "function", getForward(), concat(inputs, {}), concat(outputs, {}))))  // C2
    return failure();
  if (getTranspose().empty()) return success();
  return check(*this, "transpose", getTranspose(), concat(inputs.take_front(constants), outputs),
               concat(inputs.drop_front(constants), {}));
}

void CustomJvpOp::getEffects(Effects &effects) { effectsOf(*this, effects); }
void CustomVjpOp::getEffects(Effects &effects) { effectsOf(*this, effects); }
void CustomVmapOp::getEffects(Effects &effects) { effectsOf(*this, effects); }
void LinearCallOp::getEffects(Effects &effects) { effectsOf(*this, effects); }
void LinearSolveOp::getEffects(Effects &effects) { effectsOf(*this, effects); }
void CheckpointOp::getEffects(Effects &effects) { effectsOf(*this, effects); }

LogicalResult LinearSolveOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  if (a.getNumConstants() > a.getInputs().size()) return emitOptionalError(loc, "linear_solve: too many constants");
  mlir::RegionRange regions = a.getRegions();
  if (regions.size() < 2 || regions[1]->empty()) return emitOptionalError(loc, "linear_solve: there is no solver");
  llvm::append_range(types, yielded(*regions[1]));
  return success();
}

LogicalResult LinearSolveOp::verify() {
  TypeRange inputs = getInputs().getTypes();
  if (failed(checkConstants(*this, getNumConstants(), inputs.size()))) return failure();
  TypeRange b = inputs.drop_front(getNumConstants()), outputs = getOutputs().getTypes();
  if (llvm::any_of(b, [](mlir::Type t) { return !hasTangent(t); })) return emitOpError("solves for what is no float");
  if (outputs.size() < b.size() || failed(check(*this, "solution is", outputs.take_front(b.size()), b)) ||  // C1
      failed(check(*this, "solver", getSolve(), concat(inputs, {}), concat(outputs, {}))))
    return failure();
  const std::pair<llvm::StringRef, mlir::Region *> regions[] = {
      {"product", &getMatvec()}, {"transposed product", &getVecmat()}, {"transposed solver", &getTransposeSolve()}};
  for (auto [name, region] : regions)
    if (!region->empty() && failed(check(*this, name, *region, concat(inputs, {}), concat(b, {})))) return failure();
  return success();
}

LogicalResult CheckpointOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  return inferFrom(loc, "checkpoint", a.getRegions(), types);
}

LogicalResult CheckpointOp::verify() {
  constexpr llvm::StringLiteral kPolicies[] = {"nothing",        "everything", "dots",
                                               "unbatched_dots", "names",      "other_names"};
  if (!llvm::is_contained(kPolicies, getPolicy()))
    return emitOpError() << "has no policy '" << getPolicy() << "'";  // C1
  return check(*this, "body", getBody(), concat(getInputs().getTypes(), {}), concat(getOutputs().getTypes(), {}));
}

}  // namespace fluxion::ir
