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

// The strides of batch, heads and tokens.
void addStrides(llvm::ArrayRef<int64_t> of, bool tokensFirst, std::vector<int64_t> &strides) {
  strides.insert(strides.end(), {of[0], of[tokensFirst ? 2 : 1], of[tokensFirst ? 1 : 2]});
}

bool isTokensFirst(mlir::Operation *op) { return op->getAttrOfType<mlir::BoolAttr>("tokens_first").getValue(); }

}  // namespace

// The step without its results. Operands are read where they lie: slices of one product's result, say, or heads before
// tokens.
runtime::CallStep ProgramBuilder::attentionStep(mlir::Operation *op, mlir::ValueRange operands) {
  runtime::CallStep step{op->getName().stripDialect().str(), {}, {}, {}};
  step.attributes = llvm::TypeSwitch<mlir::Operation *, std::vector<int64_t>>(op)
                        .Case<ir::AttentionOp, ir::AttentionGradOp, ir::AttentionJvpOp, ir::AttentionGradJvpOp>(
                            [](auto attention) { return attributesOf(attention); });
  for (mlir::Value v : operands) {
    auto view = ir::attentionView(v, [&](mlir::Value base) { return places_.count(base) != 0; });
    runtime::BufferRef ref = read(view.base);
    const ShapeDtype type = ir::shapeDtypeOf(v.getType());
    ref.offset += view.offset * size_of(type.dtype);
    step.buffers.push_back(ref);
    step.types.push_back(type);
    addStrides(view.strides, isTokensFirst(op), step.attributes);
  }
  return step;
}

mlir::LogicalResult ProgramBuilder::lowerAttention(mlir::Operation *op) {
  runtime::CallStep step = attentionStep(op, op->getOperands());
  for (mlir::OpResult v : op->getResults()) {  // what nobody reads is not computed
    ShapeDtype type = ir::shapeDtypeOf(v.getType());
    step.buffers.push_back(v.use_empty() ? scratch(0) : write(v));
    step.types.push_back(v.use_empty() ? ShapeDtype{{0}, type.dtype} : type);
  }
  add(std::move(step));
  return mlir::success();
}

// Results that are put side by side are written there.
mlir::LogicalResult ProgramBuilder::lowerPackedAttention(ir::KernelOp kernel) {
  auto packed = ir::packedGradient(kernel.getBody().front().getTerminator()->getOperand(0).getDefiningOp());
  if (!packed) return kernel.emitError("codegen: this kernel is no gradient of attention whose results lie in strides");
  llvm::SmallVector<mlir::Value> operands;
  for (mlir::Value x : packed->attention->getOperands())
    operands.push_back(kernel.getInputs()[mlir::cast<mlir::BlockArgument>(x).getArgNumber()]);
  runtime::CallStep step = attentionStep(packed->attention, operands);
  const runtime::BufferRef whole = write(kernel.getResult(0));
  for (auto [v, place] : llvm::zip_equal(packed->attention->getResults(), packed->places)) {
    runtime::BufferRef ref = whole;
    step.types.push_back(ir::shapeDtypeOf(v.getType()));
    ref.offset += place.offset * size_of(step.types.back().dtype);
    step.buffers.push_back(ref);
    addStrides(place.strides, isTokensFirst(packed->attention), step.attributes);
  }
  add(std::move(step));
  return mlir::success();
}

}  // namespace fluxion::codegen
