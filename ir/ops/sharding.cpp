#include "ir/ops/sharding.h"

#include "ir/ops/checks.h"

#define GET_OP_CLASSES
#include "ir/ops/sharding.cpp.inc"

namespace fluxion::ir {

mlir::LogicalResult ShardingConstraintOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  const Tensor x = tensorOf(a.getX().getType());
  if (failed(checkSharding(loc, "sharding_constraint", a.getSharding(), x))) return mlir::failure();  // C1, C2
  types.push_back(x);
  return mlir::success();
}

}  // namespace fluxion::ir
