// Types and effects of what runs outside of the compiler's sight.
#include "ir/ops/host.h"

#include "ir/ops/checks.h"
#include "llvm/ADT/StringExtras.h"

#define GET_OP_CLASSES
#include "ir/ops/host.cpp.inc"

namespace fluxion::ir {

using mlir::emitOptionalError;
using mlir::LogicalResult;

namespace {

// All calls that are not pure write it: they stay in their order.
struct Outside : mlir::SideEffects::Resource::Base<Outside> {
  llvm::StringRef getName() final { return "outside of the program"; }
};

mlir::Type parseType(llvm::StringRef text, mlir::MLIRContext *context) {
  auto [element, rest] = text.split('[');
  if (!rest.consume_back("]")) return {};
  Sizes shape;
  llvm::SmallVector<llvm::StringRef> sizes;
  if (!rest.empty()) rest.split(sizes, ',');
  for (llvm::StringRef size : sizes)
    if (size.getAsInteger(10, shape.emplace_back())) return {};
  if (failed(checkShape({}, "types", shape))) return {};
  for (int d = 0; d <= static_cast<int>(DType::f8e5m2); ++d)
    if (llvm::StringRef(name(static_cast<DType>(d))) == element)
      return Tensor::get(shape, elementTypeOf(static_cast<DType>(d), context));
  return {};
}

LogicalResult inferTypes(mlir::MLIRContext *context, Loc loc, llvm::StringRef op, llvm::StringRef text, Types &types) {
  auto parsed = parseTypes(text, context);
  if (!parsed) return emitOptionalError(loc, op, ": '", text, "' are no types such as 'f32[2,3] i32[]'");
  llvm::append_range(types, *parsed);
  return mlir::success();
}

}  // namespace

std::optional<llvm::SmallVector<mlir::Type>> parseTypes(llvm::StringRef text, mlir::MLIRContext *context) {
  llvm::SmallVector<mlir::Type> types;
  llvm::SmallVector<llvm::StringRef> parts;
  text.split(parts, ' ', -1, /*KeepEmpty=*/false);
  for (llvm::StringRef part : parts)
    if (!types.emplace_back(parseType(part, context))) return {};
  return types;
}

std::string typesText(mlir::TypeRange types) { return llvm::join(llvm::map_range(types, str), " "); }

void addOutsideEffects(llvm::SmallVectorImpl<mlir::SideEffects::EffectInstance<mlir::MemoryEffects::Effect>> &effects) {
  effects.emplace_back(mlir::MemoryEffects::Read::get(), Outside::get());
  effects.emplace_back(mlir::MemoryEffects::Write::get(), Outside::get());
}

std::string hostFunctionOf(mlir::Operation *op) {
  if (auto call = llvm::dyn_cast<HostCallOp>(op)) return call.getFunction().str();
  if (auto operation = llvm::dyn_cast<OperationOp>(op)) return kernelOf(operation.getName());
  return {};
}

LogicalResult HostCallOp::inferReturnTypes(mlir::MLIRContext *context, Loc loc, Adaptor a, Types &types) {
  return inferTypes(context, loc, "host_call", a.getTypes(), types);  // C2
}

LogicalResult HostCallOp::verify() {
  if (!llvm::is_contained({"pure", "debug", "io", "ordered"}, getEffect()))  // C1
    return emitOpError() << "has no effect '" << getEffect() << "'; there are: pure, debug, io, ordered";
  if (getEffect() == "debug" && getNumResults() > 0) return emitOpError() << "only looks on, and has results";  // C3
  return mlir::success();
}

void HostCallOp::getEffects(
    llvm::SmallVectorImpl<mlir::SideEffects::EffectInstance<mlir::MemoryEffects::Effect>> &effects) {
  if (getEffect() != "pure") addOutsideEffects(effects);
}

LogicalResult OperationOp::inferReturnTypes(mlir::MLIRContext *context, Loc loc, Adaptor a, Types &types) {
  return inferTypes(context, loc, "operation", a.getTypes(), types);  // C1
}

LogicalResult OperationOp::verify() {
  if (getName().empty()) return emitOpError() << "has no name";
  return mlir::success();
}

}  // namespace fluxion::ir
