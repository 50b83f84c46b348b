// Attention is called: the runtime's function of the op's name (runtime/attention.h).
#include <bit>

#include "codegen/program_builder.h"
#include "ir/gemm_view.h"
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

// Operands are read where they lie: slices of one product's result, say, or heads before tokens.
mlir::LogicalResult ProgramBuilder::lowerAttention(mlir::Operation *op) {
  runtime::CallStep step{op->getName().stripDialect().str(), {}, {}, {}};
  std::vector<int64_t> strides;
  const bool tokensFirst = op->getAttrOfType<mlir::BoolAttr>("tokens_first").getValue();
  for (mlir::Value v : op->getOperands()) {
    auto view = ir::attentionView(v, [&](mlir::Value base) { return places_.count(base) != 0; });
    runtime::BufferRef ref = read(view.base);
    const ShapeDtype type = ir::shapeDtypeOf(v.getType());
    ref.offset += view.offset * size_of(type.dtype);
    step.buffers.push_back(ref);
    step.types.push_back(type);
    strides.insert(strides.end(),
                   {view.strides[0], view.strides[tokensFirst ? 2 : 1], view.strides[tokensFirst ? 1 : 2]});
  }
  step.attributes = llvm::TypeSwitch<mlir::Operation *, std::vector<int64_t>>(op)
                        .Case<ir::AttentionOp, ir::AttentionGradOp, ir::AttentionJvpOp, ir::AttentionGradJvpOp>(
                            [](auto attention) { return attributesOf(attention); });
  step.attributes.insert(step.attributes.end(), strides.begin(), strides.end());
  for (mlir::OpResult v : op->getResults()) {  // what nobody reads is not computed
    ShapeDtype type = ir::shapeDtypeOf(v.getType());
    step.buffers.push_back(v.use_empty() ? scratch(0) : write(v));
    step.types.push_back(v.use_empty() ? ShapeDtype{{0}, type.dtype} : type);
  }
  add(std::move(step));
  return mlir::success();
}

}  // namespace fluxion::codegen
