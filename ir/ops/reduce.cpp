// Types and folds of the reduction family.
#include "ir/ops/reduce.h"

#include "ir/ops/checks.h"

#define GET_OP_CLASSES
#include "ir/ops/reduce.cpp.inc"

namespace fluxion::ir {

namespace {

mlir::LogicalResult checkKind(Loc loc, llvm::StringRef op, Combine kind, mlir::Type x) {
  if (kind == Combine::set) return mlir::emitOptionalError(loc, op, ": 'set' combines nothing");
  return checkCombine(loc, op, kind, tensorOf(x).getElementType());
}

}  // namespace

using mlir::failed;
using mlir::failure;
using mlir::LogicalResult;
using mlir::success;

LogicalResult ReduceOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  auto x = tensorOf(a.getX().getType());
  if (failed(checkDimensions(loc, "reduce", a.getDimensions(), x.getRank()))) return failure();  // C1
  if (failed(checkKind(loc, "reduce", a.getKind(), x))) return failure();
  Sizes shape;
  for (int64_t i = 0; i < x.getRank(); ++i)
    if (!llvm::is_contained(a.getDimensions(), i)) shape.push_back(x.getDimSize(i));
  types.push_back(Tensor::get(shape, x.getElementType()));
  return success();
}

mlir::OpFoldResult ReduceOp::fold(FoldAdaptor) {
  if (getDimensions().empty()) return getX();
  return {};
}

LogicalResult ArgReduceOp::inferReturnTypes(mlir::MLIRContext *c, Loc loc, Adaptor a, Types &types) {
  auto x = tensorOf(a.getX().getType());
  int64_t d = static_cast<int64_t>(a.getDimension());
  if (failed(checkDimensions(loc, "arg_reduce", {d}, x.getRank()))) return failure();  // C1
  if (x.getDimSize(d) == 0)
    return mlir::emitOptionalError(loc, "arg_reduce: dimension ", d, " of ", str(x), " is empty");
  if (a.getKind() != Combine::maximum && a.getKind() != Combine::minimum)
    return mlir::emitOptionalError(loc, "arg_reduce: the kind is neither maximum nor minimum");
  Sizes shape(x.getShape());
  shape.erase(shape.begin() + d);
  types.push_back(Tensor::get(shape, mlir::IntegerType::get(c, 32)));
  return success();
}

LogicalResult CumulativeOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  auto x = tensorOf(a.getX().getType());
  if (failed(checkDimensions(loc, "cumulative", {static_cast<int64_t>(a.getDimension())}, x.getRank())))
    return failure();  // C1
  if (failed(checkKind(loc, "cumulative", a.getKind(), x))) return failure();
  types.push_back(x);
  return success();
}

mlir::TypedAttr neutralElement(Combine kind, mlir::Type element) {
  const bool isMax = kind == Combine::maximum, isMin = kind == Combine::minimum;
  if (auto real = llvm::dyn_cast<mlir::FloatType>(element)) {
    const llvm::fltSemantics &semantics = real.getFloatSemantics();
    llvm::APFloat value(semantics, kind == Combine::multiply ? 1 : 0);
    if (isMax || isMin)
      value = llvm::APFloat::semanticsHasInf(semantics) ? llvm::APFloat::getInf(semantics, isMax)
                                                        : llvm::APFloat::getLargest(semantics, isMax);
    return mlir::FloatAttr::get(element, value);
  }
  const unsigned bits = element.getIntOrFloatBitWidth();
  const bool isUnsigned = element.isUnsignedInteger() || bits == 1;
  llvm::APInt value(bits, kind == Combine::multiply ? 1 : 0);
  if (kind == Combine::and_) value = llvm::APInt::getAllOnes(bits);
  if (isMax && !isUnsigned) value = llvm::APInt::getSignedMinValue(bits);
  if (isMin) value = isUnsigned ? llvm::APInt::getMaxValue(bits) : llvm::APInt::getSignedMaxValue(bits);
  return mlir::IntegerAttr::get(element, value);
}

}  // namespace fluxion::ir
