// Batching of attention: the mapped axis becomes part of the batch, which is the first dimension of all operands.
#include "passes/vmap/rules/attention.h"

#include "ir/ops/attention.h"

namespace fluxion::passes {

namespace {

mlir::FailureOr<llvm::SmallVector<Value>> batched(mlir::Operation *op, const Operands &x, Emit &e) {
  mlir::OperationState state(e.loc, op->getName(), {}, {}, op->getAttrs());
  for (size_t i = 0; i < x.count(); ++i) {
    ir::Sizes shape(ir::shapeOf(x[i]).drop_front());
    shape[0] *= x.size();
    state.operands.push_back(e.reshape(x[i], shape));
  }
  auto foldBatch = [&](mlir::Type type) {
    auto tensor = llvm::cast<ir::Tensor>(type);
    ir::Sizes shape(tensor.getShape());
    shape[0] *= x.size();
    return ir::Tensor::get(shape, tensor.getElementType());
  };
  for (mlir::Type type : op->getResultTypes()) state.types.push_back(foldBatch(type));
  mlir::Operation *made = e.builder.create(state);
  llvm::SmallVector<Value> results;
  for (auto [y, type] : llvm::zip_equal(made->getResults(), op->getResultTypes()))
    results.push_back(e.reshape(y, prepend(x.size(), llvm::cast<ir::Tensor>(type).getShape())));
  return results;
}

// x, which has these dimensions in place of its first, with the first two of them exchanged.
Value swapped(Emit &e, Value x, ir::Sizes first) {
  const auto rest = ir::shapeOf(x).take_back(3);
  first.append(rest.begin(), rest.end());
  return e.transpose(e.reshape(x, first), {1, 0, 2, 3, 4, 5});
}

// Tangents stay the directions of the others where these are the same for all; otherwise the mapped axis stands between
// directions and batch.
mlir::FailureOr<llvm::SmallVector<Value>> batchedTangents(mlir::Operation *op, const Operands &x, Emit &e,
                                                          size_t operands, int64_t directions) {
  bool mapped = false;
  for (size_t i = 0; i < operands; ++i) mapped |= x.mapped(i);
  const bool split = mapped && directions > 1;
  // [size, directions·batch, …] as [directions·size·batch, …] and back.
  auto folded = [&](Value t) {
    ir::Sizes shape(ir::shapeOf(t).drop_front());
    if (split) t = swapped(e, t, {x.size(), directions, shape[0] / directions});
    shape[0] *= x.size();
    return e.reshape(t, shape);
  };
  auto unfolded = [&](Value t) {
    ir::Sizes shape(ir::shapeOf(t));
    shape[0] /= x.size();
    if (split) t = swapped(e, t, {directions, x.size(), shape[0] / directions});
    return e.reshape(t, prepend(x.size(), shape));
  };
  mlir::OperationState state(e.loc, op->getName(), {}, {}, op->getAttrs());
  auto fold = [&](Value v) {
    ir::Sizes shape(ir::shapeOf(v).drop_front());
    shape[0] *= x.size();
    return e.reshape(v, shape);
  };
  for (size_t i = 0; i < x.count(); ++i)
    state.operands.push_back(i >= operands ? folded(x[i]) : mapped ? fold(x[i]) : x.raw(i));
  const size_t results = op->getNumResults() / 2;  // and then their tangents
  for (auto [i, type] : llvm::enumerate(op->getResultTypes())) {
    auto tensor = llvm::cast<ir::Tensor>(type);
    ir::Sizes shape(tensor.getShape());
    if (mapped || i >= results) shape[0] *= x.size();
    state.types.push_back(ir::Tensor::get(shape, tensor.getElementType()));
  }
  mlir::Operation *made = e.builder.create(state);
  llvm::SmallVector<Value> all;
  for (auto [i, y] : llvm::enumerate(made->getResults())) {
    llvm::ArrayRef<int64_t> shape = ir::shapeOf(op->getResult(static_cast<unsigned>(i)));
    if (i >= results)
      all.push_back(unfolded(y));
    else if (mapped)
      all.push_back(e.reshape(y, prepend(x.size(), shape)));
    else
      all.push_back(e.broadcast(y, llvm::to_vector(llvm::seq<int64_t>(1, 5)), prepend(x.size(), shape)));
  }
  return all;
}

template <class Op>
void addTangents(VmapRules &rules) {
  rules.addMany<Op>([](mlir::Operation *op, const Operands &x, Emit &e) {
    auto attention = llvm::cast<Op>(op);
    return batchedTangents(op, x, e, attention.tangentsOfOperands().size(), attention.directions());
  });
}

}  // namespace

void addAttentionRules(VmapRules &rules) {
  rules.addMany<ir::AttentionOp>(batched);
  rules.addMany<ir::AttentionGradOp>(batched);
  addTangents<ir::AttentionJvpOp>(rules);
  addTangents<ir::AttentionGradJvpOp>(rules);
}

}  // namespace fluxion::passes
