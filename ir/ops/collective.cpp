// Types of collectives.
#include "ir/ops/collective.h"

#include "ir/ops/checks.h"

#define GET_OP_CLASSES
#include "ir/ops/collective.cpp.inc"

namespace fluxion::ir {

using mlir::emitOptionalError;
using mlir::failure;
using mlir::LogicalResult;
using mlir::success;

llvm::StringRef axisNameOf(mlir::Operation *op) {
  if (!llvm::isa<AllReduceOp, AllGatherOp, ReduceScatterOp, CollectivePermuteOp, AllToAllOp, AxisIndexOp>(op))
    return {};
  auto name = op->getAttrOfType<mlir::StringAttr>("axis_name");
  return name ? name.getValue() : llvm::StringRef();
}

namespace {

LogicalResult checkAxis(Loc loc, llvm::StringRef op, llvm::StringRef name, int64_t size) {
  if (name.empty()) return emitOptionalError(loc, op, ": the axis has no name");
  if (size < 1) return emitOptionalError(loc, op, ": axis \"", name, "\" has ", size, " members");
  return success();
}

LogicalResult checkDimension(Loc loc, llvm::StringRef op, int64_t dimension, Tensor x) {
  return checkDimensions(loc, op, {dimension}, x.getRank());
}

// That `dimension` can be cut into `parts` of equal size.
LogicalResult checkCut(Loc loc, llvm::StringRef op, int64_t dimension, Tensor x, int64_t parts) {
  if (x.getDimSize(dimension) % parts == 0) return success();
  return emitOptionalError(loc, op, ": dimension ", dimension, " of ", str(x), " cannot be cut into ", parts,
                           " equal parts");
}

LogicalResult addResult(Loc loc, llvm::StringRef op, llvm::ArrayRef<int64_t> shape, Tensor x, Types &types) {
  if (failed(checkShape(loc, op, shape))) return failure();
  types.push_back(Tensor::get(shape, x.getElementType()));
  return success();
}

}  // namespace

LogicalResult AllReduceOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  auto x = tensorOf(a.getX().getType());
  const Combine kind = a.getKind();
  if (kind != Combine::add && kind != Combine::maximum && kind != Combine::minimum)  // C1
    return emitOptionalError(loc, "all_reduce: '", stringifyCombine(kind), "' is none of add, maximum and minimum");
  if (failed(checkCombine(loc, "all_reduce", kind, x.getElementType())) ||                           // C2
      failed(checkAxis(loc, "all_reduce", a.getAxisName(), static_cast<int64_t>(a.getAxisSize()))))  // C3
    return failure();
  types.push_back(x);
  return success();
}

LogicalResult AllGatherOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  auto x = tensorOf(a.getX().getType());
  const auto size = static_cast<int64_t>(a.getAxisSize()), d = static_cast<int64_t>(a.getDimension());
  if (failed(checkAxis(loc, "all_gather", a.getAxisName(), size)) ||  // C1
      failed(checkDimension(loc, "all_gather", d, x)))                // C2
    return failure();
  Sizes shape(x.getShape());
  if (__builtin_mul_overflow(shape[d], size, &shape[d])) shape[d] = -1;  // no such shape
  return addResult(loc, "all_gather", shape, x, types);
}

LogicalResult ReduceScatterOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  auto x = tensorOf(a.getX().getType());
  const auto size = static_cast<int64_t>(a.getAxisSize()), d = static_cast<int64_t>(a.getDimension());
  if (failed(checkAxis(loc, "reduce_scatter", a.getAxisName(), size)) ||  // C1
      failed(checkDimension(loc, "reduce_scatter", d, x)) ||              // C2
      failed(checkCut(loc, "reduce_scatter", d, x, size)))                // C3
    return failure();
  Sizes shape(x.getShape());
  shape[d] /= size;
  return addResult(loc, "reduce_scatter", shape, x, types);
}

LogicalResult CollectivePermuteOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  const auto size = static_cast<int64_t>(a.getAxisSize());
  llvm::ArrayRef<int64_t> sources = a.getSources();
  if (failed(checkAxis(loc, "collective_permute", a.getAxisName(), size))) return failure();  // C1
  if (static_cast<int64_t>(sources.size()) != size)                                           // C2
    return emitOptionalError(loc, "collective_permute: ", sources.size(), " sources for ", size, " members");
  llvm::SmallSet<int64_t, 8> seen;
  for (int64_t s : sources) {
    if (s < -1 || s >= size)
      return emitOptionalError(loc, "collective_permute: source ", s, " is outside [0, ", size, ")");
    if (s >= 0 && !seen.insert(s).second)
      return emitOptionalError(loc, "collective_permute: source ", s, " is named twice");
  }
  types.push_back(a.getX().getType());
  return success();
}

LogicalResult AllToAllOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  auto x = tensorOf(a.getX().getType());
  const auto size = static_cast<int64_t>(a.getAxisSize()), split = static_cast<int64_t>(a.getSplitDimension()),
             concat = static_cast<int64_t>(a.getConcatDimension());
  if (failed(checkAxis(loc, "all_to_all", a.getAxisName(), size)) ||  // C1
      failed(checkDimension(loc, "all_to_all", split, x)) ||          // C2
      failed(checkDimension(loc, "all_to_all", concat, x)) ||
      failed(checkCut(loc, "all_to_all", split, x, size)))  // C3
    return failure();
  Sizes shape(x.getShape());
  shape[split] /= size;
  if (__builtin_mul_overflow(shape[concat], size, &shape[concat])) shape[concat] = -1;  // no such shape
  return addResult(loc, "all_to_all", shape, x, types);
}

LogicalResult AxisIndexOp::inferReturnTypes(mlir::MLIRContext *context, Loc loc, Adaptor a, Types &types) {
  if (failed(checkAxis(loc, "axis_index", a.getAxisName(), static_cast<int64_t>(a.getAxisSize()))))  // C1
    return failure();
  types.push_back(Tensor::get({}, mlir::IntegerType::get(context, 32)));
  return success();
}

}  // namespace fluxion::ir
