// Types of gathers, scatters, dynamic slices and sorts.
#include "ir/ops/index.h"

#include "ir/ops/checks.h"

#define GET_OP_CLASSES
#include "ir/ops/index.cpp.inc"

namespace fluxion::ir {

using llvm::ArrayRef;
using mlir::emitOptionalError;
using mlir::failed;
using mlir::failure;
using mlir::LogicalResult;
using mlir::success;

namespace {

// The shape of `indices` without its index vector dimension: one entry per position.
Sizes positionShape(Tensor indices, int64_t vectorDim) {
  Sizes shape(indices.getShape());
  if (vectorDim < indices.getRank()) shape.erase(shape.begin() + vectorDim);
  return shape;
}

LogicalResult checkIndexVector(Loc loc, llvm::StringRef op, Tensor indices, int64_t vectorDim, size_t mapped) {
  if (vectorDim < 0 || vectorDim > indices.getRank())
    return emitOptionalError(loc, op, ": index_vector_dim ", vectorDim, " is outside [0, ", indices.getRank(), "]");
  int64_t length = vectorDim == indices.getRank() ? 1 : indices.getDimSize(vectorDim);
  if (length != static_cast<int64_t>(mapped))
    return emitOptionalError(loc, op, ": index vectors have ", length, " entries for ", mapped, " dimensions");
  return success();
}

LogicalResult checkScalarStarts(Loc loc, llvm::StringRef op, mlir::ValueRange starts, Tensor x) {
  if (static_cast<int64_t>(starts.size()) != x.getRank())  // C1
    return emitOptionalError(loc, op, ": ", str(x), " needs ", x.getRank(), " starts, not ", starts.size());
  for (mlir::Value s : starts)
    if (tensorOf(s.getType()).getRank() != 0)
      return emitOptionalError(loc, op, ": a start is ", str(s.getType()), ", not a scalar");
  return success();
}

}  // namespace

LogicalResult GatherOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  auto operand = tensorOf(a.getOperand().getType()), indices = tensorOf(a.getIndices().getType());
  ArrayRef<int64_t> sizes = a.getSliceSizes(), offsets = a.getOffsetDims();
  int64_t vectorDim = static_cast<int64_t>(a.getIndexVectorDim());
  if (failed(checkIndexVector(loc, "gather", indices, vectorDim, a.getStartIndexMap().size())) ||
      failed(checkDimensions(loc, "gather", a.getStartIndexMap(), operand.getRank())) ||
      failed(checkDimensions(loc, "gather", a.getCollapsedSliceDims(), operand.getRank())) ||
      failed(checkDimensions(loc, "gather", a.getOperandBatchingDims(), operand.getRank())) ||
      failed(checkDimensions(loc, "gather", a.getStartIndicesBatchingDims(), indices.getRank())))
    return failure();
  if (static_cast<int64_t>(sizes.size()) != operand.getRank())
    return emitOptionalError(loc, "gather: ", str(operand), " needs ", operand.getRank(), " slice sizes, not ",
                             sizes.size());
  if (a.getOperandBatchingDims().size() != a.getStartIndicesBatchingDims().size())
    return emitOptionalError(loc, "gather: the operands name different numbers of batching dimensions");
  Sizes window;
  for (int64_t d = 0; d < operand.getRank(); ++d) {
    bool dropped =
        llvm::is_contained(a.getCollapsedSliceDims(), d) || llvm::is_contained(a.getOperandBatchingDims(), d);
    if (sizes[d] < 0 || sizes[d] > operand.getDimSize(d) || (dropped && sizes[d] > 1))
      return emitOptionalError(loc, "gather: slice size ", sizes[d], " does not fit dimension ", d, " of ",
                               str(operand));
    if (!dropped) window.push_back(sizes[d]);
  }
  Sizes positions = positionShape(indices, vectorDim);
  int64_t rank = static_cast<int64_t>(window.size() + positions.size());
  if (window.size() != offsets.size() || !llvm::is_sorted(offsets))
    return emitOptionalError(loc, "gather: offset_dims name ", offsets.size(), " dimensions for a window of ",
                             window.size());
  if (failed(checkDimensions(loc, "gather", offsets, rank))) return failure();
  Sizes shape;
  auto w = window.begin(), p = positions.begin();
  for (int64_t i = 0; i < rank; ++i) shape.push_back(llvm::is_contained(offsets, i) ? *w++ : *p++);
  if (failed(checkShape(loc, "gather", shape))) return failure();
  types.push_back(Tensor::get(shape, operand.getElementType()));
  return success();
}

LogicalResult ScatterOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  auto operand = tensorOf(a.getOperand().getType()), indices = tensorOf(a.getIndices().getType()),
       updates = tensorOf(a.getUpdates().getType());
  int64_t vectorDim = static_cast<int64_t>(a.getIndexVectorDim());
  ArrayRef<int64_t> windowDims = a.getUpdateWindowDims();
  if (failed(checkIndexVector(loc, "scatter", indices, vectorDim, a.getScatterDimsToOperandDims().size())) ||
      failed(checkDimensions(loc, "scatter", a.getScatterDimsToOperandDims(), operand.getRank())) ||
      failed(checkDimensions(loc, "scatter", a.getInsertedWindowDims(), operand.getRank())) ||
      failed(checkDimensions(loc, "scatter", a.getInputBatchingDims(), operand.getRank())) ||
      failed(checkDimensions(loc, "scatter", a.getScatterIndicesBatchingDims(), indices.getRank())) ||
      failed(checkDimensions(loc, "scatter", windowDims, updates.getRank())) ||
      failed(checkCombine(loc, "scatter", a.getKind(), operand.getElementType())))
    return failure();
  if (updates.getElementType() != operand.getElementType())
    return emitOptionalError(loc, "scatter: the element types differ: ", str(operand), " and ", str(updates));
  Sizes positions = positionShape(indices, vectorDim), window;
  for (int64_t d = 0; d < operand.getRank(); ++d)
    if (!llvm::is_contained(a.getInsertedWindowDims(), d) && !llvm::is_contained(a.getInputBatchingDims(), d))
      window.push_back(operand.getDimSize(d));
  if (!llvm::is_sorted(windowDims) || windowDims.size() != window.size() ||
      updates.getRank() != static_cast<int64_t>(window.size() + positions.size()))
    return emitOptionalError(loc, "scatter: updates ", str(updates), " do not fit indices ", str(indices), " into ",
                             str(operand));
  auto w = window.begin(), p = positions.begin();
  for (int64_t i = 0; i < updates.getRank(); ++i) {
    bool inWindow = llvm::is_contained(windowDims, i);
    if (inWindow ? updates.getDimSize(i) > *w++ : updates.getDimSize(i) != *p++)
      return emitOptionalError(loc, "scatter: dimension ", i, " of updates ", str(updates), " does not fit indices ",
                               str(indices), " into ", str(operand));
  }
  types.push_back(operand);
  return success();
}

LogicalResult DynamicSliceOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  auto x = tensorOf(a.getX().getType());
  if (failed(checkScalarStarts(loc, "dynamic_slice", a.getStarts(), x))) return failure();
  if (static_cast<int64_t>(a.getSizes().size()) != x.getRank())
    return emitOptionalError(loc, "dynamic_slice: ", str(x), " needs ", x.getRank(), " sizes, not ",
                             a.getSizes().size());
  for (auto [i, n] : llvm::enumerate(a.getSizes()))
    if (n < 0 || n > x.getDimSize(i))  // C2
      return emitOptionalError(loc, "dynamic_slice: size ", n, " does not fit dimension ", i, " of ", str(x));
  types.push_back(Tensor::get(a.getSizes(), x.getElementType()));
  return success();
}

LogicalResult DynamicUpdateSliceOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  auto x = tensorOf(a.getX().getType()), update = tensorOf(a.getUpdate().getType());
  if (failed(checkScalarStarts(loc, "dynamic_update_slice", a.getStarts(), x))) return failure();
  bool fits = update.getRank() == x.getRank() && update.getElementType() == x.getElementType();
  for (int64_t i = 0; fits && i < x.getRank(); ++i) fits = update.getDimSize(i) <= x.getDimSize(i);
  if (!fits) return emitOptionalError(loc, "dynamic_update_slice: ", str(update), " does not fit into ", str(x));  // C2
  types.push_back(x);
  return success();
}

LogicalResult SortOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  if (a.getInputs().empty()) return emitOptionalError(loc, "sort: there is no operand");
  auto first = tensorOf(a.getInputs()[0].getType());
  if (failed(checkDimensions(loc, "sort", {static_cast<int64_t>(a.getDimension())}, first.getRank()))) return failure();
  for (mlir::Value v : a.getInputs())  // C1
    if (shapeOf(v) != first.getShape())
      return emitOptionalError(loc, "sort: the operands' shapes differ: ", str(first), " and ", str(v.getType()));
  llvm::append_range(types, a.getInputs().getTypes());
  return success();
}

}  // namespace fluxion::ir
