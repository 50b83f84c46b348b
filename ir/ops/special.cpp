// Types of the special family.
#include "ir/ops/special.h"

#include "ir/ops/checks.h"

#define GET_OP_CLASSES
#include "ir/ops/special.cpp.inc"

namespace fluxion::ir {

mlir::LogicalResult ReducePrecisionOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  const auto exponent = static_cast<int64_t>(a.getExponentBits()), mantissa = static_cast<int64_t>(a.getMantissaBits());
  if (exponent < 1)  // C1
    return mlir::emitOptionalError(loc, "reduce_precision: there are no floats with ", exponent, " exponent bits");
  if (mantissa < 0)  // C2
    return mlir::emitOptionalError(loc, "reduce_precision: there are no floats with ", mantissa, " mantissa bits");
  types.push_back(a.getX().getType());
  return mlir::success();
}

}  // namespace fluxion::ir
