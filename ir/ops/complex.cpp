// Types and folds of the complex family.
#include "ir/ops/complex.h"

#include "ir/ops/checks.h"

#define GET_OP_CLASSES
#include "ir/ops/complex.cpp.inc"

namespace fluxion::ir {

using mlir::LogicalResult;
using mlir::OpFoldResult;
using mlir::success;

namespace {

LogicalResult inferPart(llvm::StringRef op, Loc loc, mlir::Value x, Types &types) {
  if (!isComplexTensor(x.getType()))
    return mlir::emitOptionalError(loc, op, ": the operand is not complex: ", str(x.getType()));
  types.push_back(partType(x.getType()));
  return success();
}

}  // namespace

LogicalResult RealOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  return inferPart("real", loc, a.getX(), types);
}

LogicalResult ImagOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  return inferPart("imag", loc, a.getX(), types);
}

LogicalResult ComplexAbsOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  return inferPart("complex_abs", loc, a.getX(), types);
}

LogicalResult ComplexOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  mlir::Type element = elementType(a.getRe());
  if (a.getRe().getType() != a.getIm().getType())
    return mlir::emitOptionalError(loc, "complex: the parts' types differ: ", str(a.getRe().getType()), " and ",
                                   str(a.getIm().getType()));
  if (!element.isF32() && !element.isF64())
    return mlir::emitOptionalError(loc, "complex: parts are f32 or f64: ", str(a.getRe().getType()));
  types.push_back(Tensor::get(shapeOf(a.getRe()), mlir::ComplexType::get(element)));
  return success();
}

OpFoldResult RealOp::fold(FoldAdaptor) {
  if (auto pair = getX().getDefiningOp<ComplexOp>()) return pair.getRe();
  return {};
}

OpFoldResult ImagOp::fold(FoldAdaptor) {
  if (auto pair = getX().getDefiningOp<ComplexOp>()) return pair.getIm();
  return {};
}

OpFoldResult ComplexOp::fold(FoldAdaptor) {
  auto re = getRe().getDefiningOp<RealOp>();
  auto im = getIm().getDefiningOp<ImagOp>();
  return re && im && re.getX() == im.getX() ? OpFoldResult(re.getX()) : OpFoldResult();
}

}  // namespace fluxion::ir
