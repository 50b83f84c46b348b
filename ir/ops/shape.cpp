// Types and folds of the shape family.
#include "ir/ops/shape.h"

#include "ir/ops/checks.h"
#include "mlir/IR/Matchers.h"
#include "mlir/IR/PatternMatch.h"

#define GET_OP_CLASSES
#include "ir/ops/shape.cpp.inc"

namespace fluxion::ir {

using llvm::ArrayRef;
using mlir::emitOptionalError;
using mlir::failed;
using mlir::failure;
using mlir::LogicalResult;
using mlir::OpFoldResult;
using mlir::success;

namespace {

// A splat constant stays a splat under any op that only moves elements.
OpFoldResult foldSplat(mlir::Attribute x, mlir::Type result) {
  if (auto splat = llvm::dyn_cast_or_null<mlir::SplatElementsAttr>(x))
    return splat.resizeSplat(llvm::cast<mlir::ShapedType>(result));
  return {};
}

bool allEqual(ArrayRef<int64_t> values, int64_t v) {
  return llvm::all_of(values, [v](int64_t x) { return x == v; });
}

}  // namespace

// ---- constant, iota

OpFoldResult ConstantOp::fold(FoldAdaptor) { return getValue(); }

LogicalResult IotaOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  int64_t rank = static_cast<int64_t>(a.getShape().size()), d = static_cast<int64_t>(a.getDimension());
  if (d < 0 || d >= rank) return emitOptionalError(loc, "iota: dimension ", d, " is outside [0, ", rank, ")");  // C1
  if (failed(checkShape(loc, "iota", a.getShape()))) return failure();
  types.push_back(Tensor::get(a.getShape(), a.getElement()));
  return success();
}

// ---- broadcast_in_dim

LogicalResult BroadcastInDimOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  auto x = tensorOf(a.getX().getType());
  ArrayRef<int64_t> dims = a.getDimensions(), shape = a.getShape();
  if (static_cast<int64_t>(dims.size()) != x.getRank() || !llvm::is_sorted(dims))
    return emitOptionalError(loc, "broadcast_in_dim: [", dims, "] does not place the dimensions of ", str(x));  // C1
  if (failed(checkDimensions(loc, "broadcast_in_dim", dims, static_cast<int64_t>(shape.size()))) ||
      failed(checkShape(loc, "broadcast_in_dim", shape)))
    return failure();
  for (auto [i, d] : llvm::enumerate(dims))
    if (x.getDimSize(i) != 1 && x.getDimSize(i) != shape[d])  // C2
      return emitOptionalError(loc, "broadcast_in_dim: ", str(x), " does not broadcast to [", shape, "] (",
                               x.getDimSize(i), " vs ", shape[d], ")");
  types.push_back(Tensor::get(shape, x.getElementType()));
  return success();
}

OpFoldResult BroadcastInDimOp::fold(FoldAdaptor a) {
  if (getX().getType() == getY().getType()) return getX();
  return foldSplat(a.getX(), getY().getType());
}

namespace {
// broadcast(broadcast(x)) is one broadcast.
struct MergeBroadcasts : mlir::OpRewritePattern<BroadcastInDimOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(BroadcastInDimOp outer, mlir::PatternRewriter &rewriter) const override {
    auto inner = outer.getX().getDefiningOp<BroadcastInDimOp>();
    if (!inner) return failure();
    Sizes dims;
    for (int64_t d : inner.getDimensions()) dims.push_back(outer.getDimensions()[d]);
    rewriter.replaceOpWithNewOp<BroadcastInDimOp>(outer, outer.getType(), inner.getX(), dims, outer.getShape());
    return success();
  }
};
}  // namespace

void BroadcastInDimOp::getCanonicalizationPatterns(mlir::RewritePatternSet &patterns, mlir::MLIRContext *context) {
  patterns.add<MergeBroadcasts>(context);
}

// ---- reshape, transpose

LogicalResult ReshapeOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  auto x = tensorOf(a.getX().getType());
  if (failed(checkShape(loc, "reshape", a.getShape()))) return failure();
  auto y = Tensor::get(a.getShape(), x.getElementType());
  if (x.getNumElements() != y.getNumElements())  // C1
    return emitOptionalError(loc, "reshape: the numbers of elements differ: ", str(x), " to ", str(y), " (",
                             x.getNumElements(), " vs ", y.getNumElements(), ")");
  types.push_back(y);
  return success();
}

OpFoldResult ReshapeOp::fold(FoldAdaptor a) {
  if (getX().getType() == getY().getType()) return getX();
  if (auto inner = getX().getDefiningOp<ReshapeOp>()) {
    if (inner.getX().getType() == getY().getType()) return inner.getX();
    setOperand(inner.getX());
    return getResult();
  }
  if (auto dense = llvm::dyn_cast_or_null<mlir::DenseElementsAttr>(a.getX())) return dense.reshape(getType());
  return {};
}

LogicalResult TransposeOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  auto x = tensorOf(a.getX().getType());
  ArrayRef<int64_t> permutation = a.getPermutation();
  Sizes sorted(permutation), shape;
  llvm::sort(sorted);
  if (!llvm::equal(sorted, llvm::seq<int64_t>(0, x.getRank())))  // C1
    return emitOptionalError(loc, "transpose: [", permutation, "] does not permute the ", x.getRank(),
                             " dimensions of ", str(x));
  for (int64_t d : permutation) shape.push_back(x.getDimSize(d));
  types.push_back(Tensor::get(shape, x.getElementType()));
  return success();
}

OpFoldResult TransposeOp::fold(FoldAdaptor a) {
  ArrayRef<int64_t> p = getPermutation();
  if (llvm::equal(p, llvm::seq<int64_t>(0, static_cast<int64_t>(p.size())))) return getX();
  if (auto inner = getX().getDefiningOp<TransposeOp>()) {
    Sizes merged;
    for (int64_t d : p) merged.push_back(inner.getPermutation()[d]);
    setOperand(inner.getX());
    setPermutation(merged);
    return getResult();
  }
  return foldSplat(a.getX(), getType());
}

// ---- slice, pad

LogicalResult SliceOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  auto x = tensorOf(a.getX().getType());
  ArrayRef<int64_t> starts = a.getStarts(), limits = a.getLimits(), strides = a.getStrides();
  size_t rank = static_cast<size_t>(x.getRank());
  if (starts.size() != rank || limits.size() != rank || strides.size() != rank)  // C1
    return emitOptionalError(loc, "slice: ", str(x), " needs ", rank, " starts, limits and strides (", starts.size(),
                             ", ", limits.size(), ", ", strides.size(), ")");
  Sizes shape;
  for (size_t i = 0; i < rank; ++i) {
    if (starts[i] < 0 || starts[i] > limits[i] || limits[i] > x.getDimSize(i))  // C2
      return emitOptionalError(loc, "slice: ", starts[i], ":", limits[i], " is outside dimension ", i, " of ", str(x));
    if (strides[i] < 1) return emitOptionalError(loc, "slice: stride ", strides[i], " is not positive");  // C3
    shape.push_back((limits[i] - starts[i] + strides[i] - 1) / strides[i]);
  }
  types.push_back(Tensor::get(shape, x.getElementType()));
  return success();
}

OpFoldResult SliceOp::fold(FoldAdaptor a) {
  if (getX().getType() == getY().getType() && allEqual(getStrides(), 1)) return getX();
  return foldSplat(a.getX(), getType());
}

LogicalResult PadOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  auto x = tensorOf(a.getX().getType());
  auto value = tensorOf(a.getValue().getType());
  size_t rank = static_cast<size_t>(x.getRank());
  if (value.getRank() != 0 || value.getElementType() != x.getElementType())
    return emitOptionalError(loc, "pad: the padding value is ", str(value), ", not a scalar of ", str(x));
  if (a.getLow().size() != rank || a.getHigh().size() != rank || a.getInterior().size() != rank)  // C1
    return emitOptionalError(loc, "pad: ", str(x), " needs ", rank, " low, high and interior paddings");
  Sizes shape;
  for (size_t i = 0; i < rank; ++i) {
    int64_t n = x.getDimSize(i), interior = a.getInterior()[i], size = 0, gaps = 0;
    bool overflow = interior < 0 || __builtin_mul_overflow(std::max<int64_t>(n - 1, 0), interior, &gaps) ||
                    __builtin_add_overflow(n + gaps, a.getLow()[i], &size) ||
                    __builtin_add_overflow(size, a.getHigh()[i], &size);
    if (overflow || size < 0)  // C2
      return emitOptionalError(loc, "pad: dimension ", i, " of ", str(x), " cannot be padded by ", a.getLow()[i], ", ",
                               a.getHigh()[i], ", ", interior);
    shape.push_back(size);
  }
  if (failed(checkShape(loc, "pad", shape))) return failure();
  types.push_back(Tensor::get(shape, x.getElementType()));
  return success();
}

OpFoldResult PadOp::fold(FoldAdaptor a) {
  if (allEqual(getLow(), 0) && allEqual(getHigh(), 0) && allEqual(getInterior(), 0)) return getX();
  if (a.getX() && a.getX() == a.getValue()) return foldSplat(a.getX(), getType());
  return {};
}

// ---- concatenate, reverse, optimization_barrier

LogicalResult ConcatenateOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  if (a.getInputs().empty()) return emitOptionalError(loc, "concatenate: there is no operand");  // C1
  auto first = tensorOf(a.getInputs()[0].getType());
  int64_t d = static_cast<int64_t>(a.getDimension());
  if (failed(checkDimensions(loc, "concatenate", {d}, first.getRank()))) return failure();
  Sizes shape(first.getShape());
  for (mlir::Value input : a.getInputs().drop_front()) {
    auto t = tensorOf(input.getType());
    bool fits = t.getRank() == first.getRank() && t.getElementType() == first.getElementType();
    for (int64_t i = 0; fits && i < first.getRank(); ++i) fits = i == d || t.getDimSize(i) == first.getDimSize(i);
    if (!fits)  // C2
      return emitOptionalError(loc, "concatenate: the operands do not fit along dimension ", d, ": ", str(first),
                               " and ", str(t));
    shape[d] += t.getDimSize(d);
  }
  if (failed(checkShape(loc, "concatenate", shape))) return failure();
  types.push_back(Tensor::get(shape, first.getElementType()));
  return success();
}

OpFoldResult ConcatenateOp::fold(FoldAdaptor) {
  if (getInputs().size() == 1) return getInputs()[0];
  return {};
}

LogicalResult ReverseOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  auto x = tensorOf(a.getX().getType());
  if (failed(checkDimensions(loc, "reverse", a.getDimensions(), x.getRank()))) return failure();  // C1
  types.push_back(x);
  return success();
}

OpFoldResult ReverseOp::fold(FoldAdaptor a) {
  if (llvm::all_of(getDimensions(), [&](int64_t d) { return getType().getDimSize(d) == 1; })) return getX();
  return foldSplat(a.getX(), getType());
}

LogicalResult OptimizationBarrierOp::inferReturnTypes(mlir::MLIRContext *, Loc, Adaptor a, Types &types) {
  llvm::append_range(types, a.getInputs().getTypes());
  return success();
}

}  // namespace fluxion::ir
