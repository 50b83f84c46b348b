// Attention is called: the runtime's function of the op's name (runtime/attention.h).
#include <bit>

#include "codegen/program_builder.h"
#include "ir/ops/attention.h"
#include "llvm/ADT/TypeSwitch.h"

namespace fluxion::codegen {

namespace {

template <class Op>
std::vector<int64_t> attributesOf(Op op) {
  std::vector<int64_t> all = {std::bit_cast<int64_t>(op.getScale().convertToDouble()),
                              static_cast<int64_t>(op.getBefore()), static_cast<int64_t>(op.getAfter()),
                              op.getTokensFirst()};
  if constexpr (requires { op.getAlong(); }) {
    int64_t along = 0;
    for (int64_t i : op.getAlong()) along |= int64_t{1} << i;
    all.push_back(along);
  }
  return all;
}

}  // namespace

mlir::LogicalResult ProgramBuilder::lowerAttention(mlir::Operation *op) {
  runtime::CallStep step{op->getName().stripDialect().str(), readAll(op->getOperands()), {}, {}};
  for (mlir::Value v : op->getOperands()) step.types.push_back(ir::shapeDtypeOf(v.getType()));
  step.attributes = llvm::TypeSwitch<mlir::Operation *, std::vector<int64_t>>(op)
                        .Case<ir::AttentionOp, ir::AttentionGradOp, ir::AttentionJvpOp, ir::AttentionGradJvpOp>(
                            [](auto attention) { return attributesOf(attention); });
  for (mlir::OpResult v : op->getResults()) {  // what nobody reads is not computed
    ShapeDtype type = ir::shapeDtypeOf(v.getType());
    step.buffers.push_back(v.use_empty() ? scratch(0) : write(v));
    step.types.push_back(v.use_empty() ? ShapeDtype{{0}, type.dtype} : type);
  }
  add(std::move(step));
  return mlir::success();
}

}  // namespace fluxion::codegen
