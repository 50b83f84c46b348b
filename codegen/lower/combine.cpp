// Combining functions of reductions and scatters, and their neutral elements.
#include "codegen/lower/elementwise.h"
#include "ir/ops/reduce.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

namespace fluxion::codegen {

namespace arith = mlir::arith;

mlir::Value emitCombine(mlir::OpBuilder &b, mlir::Location loc, ir::Combine kind, mlir::Type element, mlir::Value x,
                        mlir::Value y) {
  bool isFloat = mlir::isa<mlir::FloatType>(element), isBool = element.isInteger(1), isU = isUnsigned(element);
  switch (kind) {
    case ir::Combine::add:
      if (isFloat) return arith::AddFOp::create(b, loc, x, y);
      return isBool ? arith::OrIOp::create(b, loc, x, y).getResult() : arith::AddIOp::create(b, loc, x, y).getResult();
    case ir::Combine::multiply:
      if (isFloat) return arith::MulFOp::create(b, loc, x, y);
      return arith::MulIOp::create(b, loc, x, y);
    case ir::Combine::maximum:
      if (isFloat) return arith::MaximumFOp::create(b, loc, x, y);
      return isU ? arith::MaxUIOp::create(b, loc, x, y).getResult() : arith::MaxSIOp::create(b, loc, x, y).getResult();
    case ir::Combine::minimum:
      if (isFloat) return arith::MinimumFOp::create(b, loc, x, y);
      return isU ? arith::MinUIOp::create(b, loc, x, y).getResult() : arith::MinSIOp::create(b, loc, x, y).getResult();
    case ir::Combine::and_:
      return arith::AndIOp::create(b, loc, x, y);
    case ir::Combine::or_:
      return arith::OrIOp::create(b, loc, x, y);
    case ir::Combine::xor_:
      return arith::XOrIOp::create(b, loc, x, y);
    case ir::Combine::set:
      break;
  }
  return y;
}

mlir::TypedAttr neutralOf(ir::Combine kind, mlir::Type element) {
  mlir::Type type = computeType(element);
  mlir::TypedAttr neutral = ir::neutralElement(kind, element);
  if (auto real = mlir::dyn_cast<mlir::FloatAttr>(neutral)) return mlir::FloatAttr::get(type, real.getValueAsDouble());
  return mlir::IntegerAttr::get(type, mlir::cast<mlir::IntegerAttr>(neutral).getValue());
}

}  // namespace fluxion::codegen
