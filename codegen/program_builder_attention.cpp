// Attention is called: the runtime's function of the op's name (runtime/attention.h).
#include <bit>

#include "codegen/program_builder.h"
#include "ir/ops/attention.h"

namespace fluxion::codegen {

namespace {

template <class Op>
std::vector<int64_t> attributesOf(Op op) {
  return {std::bit_cast<int64_t>(op.getScale().convertToDouble()), static_cast<int64_t>(op.getBefore()),
          static_cast<int64_t>(op.getAfter()), op.getTokensFirst()};
}

}  // namespace

mlir::LogicalResult ProgramBuilder::lowerAttention(mlir::Operation *op) {
  runtime::CallStep step{op->getName().stripDialect().str(), readAll(op->getOperands()), {}, {}};
  for (mlir::Value v : op->getOperands()) step.types.push_back(ir::shapeDtypeOf(v.getType()));
  if (auto forward = mlir::dyn_cast<ir::AttentionOp>(op)) step.attributes = attributesOf(forward);
  if (auto backward = mlir::dyn_cast<ir::AttentionGradOp>(op)) step.attributes = attributesOf(backward);
  for (mlir::OpResult v : op->getResults()) {  // what nobody reads is not computed
    ShapeDtype type = ir::shapeDtypeOf(v.getType());
    step.buffers.push_back(v.use_empty() ? scratch(0) : write(v));
    step.types.push_back(v.use_empty() ? ShapeDtype{{0}, type.dtype} : type);
  }
  add(std::move(step));
  return mlir::success();
}

}  // namespace fluxion::codegen
