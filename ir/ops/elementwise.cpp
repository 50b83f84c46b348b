// Types and folds of the elementwise family.
#include "ir/ops/elementwise.h"

#include "ir/ops/checks.h"
#include "ir/ops/shape.h"
#include "mlir/IR/Matchers.h"

#define GET_OP_CLASSES
#include "ir/ops/elementwise.cpp.inc"

namespace fluxion::ir {

using mlir::LogicalResult;
using mlir::OpFoldResult;
using mlir::success;

namespace {

Tensor withElement(mlir::Type tensor, mlir::Type element) { return Tensor::get(tensorOf(tensor).getShape(), element); }
mlir::Type boolType(mlir::MLIRContext *c) { return mlir::IntegerType::get(c, 1); }

// Whether `a` is a constant all of whose elements equal `number`. −0 is not 0: x + (−0) = x, but x + 0 turns −0 into 0.
bool isSplat(mlir::Attribute a, double number) {
  auto splat = llvm::dyn_cast_or_null<mlir::SplatElementsAttr>(a);
  if (!splat) return false;
  mlir::Type t = splat.getElementType();
  if (llvm::isa<mlir::FloatType>(t)) {
    llvm::APFloat value = splat.getSplatValue<llvm::APFloat>(), wanted(number);
    bool inexact;
    wanted.convert(value.getSemantics(), llvm::APFloat::rmNearestTiesToEven, &inexact);
    return value.bitwiseIsEqual(wanted);
  }
  if (auto integer = llvm::dyn_cast<mlir::IntegerType>(t)) {
    if (integer.getWidth() == 1)
      return splat.getSplatValue<llvm::APInt>().getZExtValue() == static_cast<uint64_t>(number);
    return splat.getSplatValue<llvm::APInt>() ==
           llvm::APInt(integer.getWidth(), static_cast<uint64_t>(static_cast<int64_t>(number)), true, true);
  }
  return false;
}

bool isInteger(mlir::Value v) { return llvm::isa<mlir::IntegerType>(elementType(v)); }

}  // namespace

LogicalResult IsFiniteOp::inferReturnTypes(mlir::MLIRContext *c, Loc, Adaptor a, Types &types) {
  types.push_back(withElement(a.getX().getType(), boolType(c)));
  return success();
}

LogicalResult CompareOp::inferReturnTypes(mlir::MLIRContext *c, Loc loc, Adaptor a, Types &types) {
  if (a.getLhs().getType() != a.getRhs().getType())
    return mlir::emitOptionalError(loc, "compare: the operands' types differ: ", str(a.getLhs().getType()), " and ",
                                   str(a.getRhs().getType()));
  types.push_back(withElement(a.getLhs().getType(), boolType(c)));
  return success();
}

LogicalResult SelectOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  if (shapeOf(a.getPred()) != shapeOf(a.getOnTrue()))  // C1
    return mlir::emitOptionalError(loc, "select: the predicate's shape differs: ", str(a.getPred().getType()), " for ",
                                   str(a.getOnTrue().getType()));
  types.push_back(a.getOnTrue().getType());
  return success();
}

LogicalResult ConvertOp::inferReturnTypes(mlir::MLIRContext *, Loc, Adaptor a, Types &types) {
  types.push_back(withElement(a.getX().getType(), a.getTo()));
  return success();
}

LogicalResult BitcastConvertOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  if (size_of(dtypeOf(elementType(a.getX()))) != size_of(dtypeOf(a.getTo())))  // C1
    return mlir::emitOptionalError(loc, "bitcast_convert: the widths differ: ", str(a.getX().getType()), " as ",
                                   a.getTo());
  if (llvm::isa<mlir::ComplexType>(elementType(a.getX())) != llvm::isa<mlir::ComplexType>(a.getTo()))  // C2
    return mlir::emitOptionalError(loc, "bitcast_convert: complex numbers have the bits of complex numbers only: ",
                                   str(a.getX().getType()), " as ", a.getTo());
  types.push_back(withElement(a.getX().getType(), a.getTo()));
  return success();
}

// Folds below are exact for every input, NaN, infinities and signed zeros included.

OpFoldResult NegateOp::fold(FoldAdaptor) {
  if (auto inner = getX().getDefiningOp<NegateOp>()) return inner.getX();
  return {};
}

OpFoldResult AddOp::fold(FoldAdaptor a) {
  if (isSplat(a.getRhs(), isInteger(getRhs()) ? 0.0 : -0.0)) return getLhs();
  if (isSplat(a.getLhs(), isInteger(getLhs()) ? 0.0 : -0.0)) return getRhs();
  return {};
}

OpFoldResult SubtractOp::fold(FoldAdaptor a) {
  if (isSplat(a.getRhs(), 0.0)) return getLhs();
  return {};
}

OpFoldResult MultiplyOp::fold(FoldAdaptor a) {
  if (isSplat(a.getRhs(), 1.0)) return getLhs();
  if (isSplat(a.getLhs(), 1.0)) return getRhs();
  if (isInteger(getRhs()) && isSplat(a.getRhs(), 0.0)) return getRhs();
  return {};
}

OpFoldResult DivideOp::fold(FoldAdaptor a) {
  if (isSplat(a.getRhs(), 1.0)) return getLhs();
  return {};
}

OpFoldResult NotOp::fold(FoldAdaptor) {
  if (auto inner = getX().getDefiningOp<NotOp>()) return inner.getX();
  return {};
}

OpFoldResult AndOp::fold(FoldAdaptor a) {
  if (getLhs() == getRhs()) return getLhs();
  if (isSplat(a.getRhs(), 0.0)) return getRhs();
  if (tensorType(getRhs()).getElementType().isInteger(1) && isSplat(a.getRhs(), 1.0)) return getLhs();
  return {};
}

OpFoldResult OrOp::fold(FoldAdaptor a) {
  if (getLhs() == getRhs()) return getLhs();
  if (isSplat(a.getRhs(), 0.0)) return getLhs();
  return {};
}

OpFoldResult SelectOp::fold(FoldAdaptor a) {
  if (getOnTrue() == getOnFalse()) return getOnTrue();
  if (isSplat(a.getPred(), 1.0)) return getOnTrue();
  if (isSplat(a.getPred(), 0.0)) return getOnFalse();
  return {};
}

OpFoldResult ConvertOp::fold(FoldAdaptor) {
  if (getX().getType() == getY().getType()) return getX();
  return {};
}

}  // namespace fluxion::ir
