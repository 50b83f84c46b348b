// Functions with rules of their own: their value is that of their first region.
#include "ir/ops/custom.h"

#include "codegen/reference/elements.h"
#include "codegen/reference/handlers.h"
#include "ir/ops/attention.h"

namespace fluxion::codegen::reference {
namespace {

Arrays runFirst(mlir::Operation *op, Inputs in, const Evaluator &evaluator) {
  return evaluator.run(op->getRegion(0).front(), in);
}

// Σ a[i]·b[i], added to element k of y.
void addProduct(HostArray &y, int64_t k, const HostArray &a, const HostArray &b) {
  visit_dtype(y.type.dtype, [&](auto zero) {
    using T = decltype(zero);
    if constexpr (isFloat<T> || isComplex<T>) {
      visit_dtype(a.type.dtype, [&](auto other) {
        using S = decltype(other);
        if constexpr ((isFloat<S> || isComplex<S>) && (isComplex<T> || !isComplex<S>)) {
          Wide<T> sum = widen(elements<T>(y)[k]);
          for (int64_t i = 0; i < a.type.shape.count(); ++i)
            sum += Wide<T>(widen(elements<S>(a)[i])) * Wide<T>(widen(elements<S>(b)[i]));
          elements<T>(y)[k] = narrow<T>(sum);
        }
      });
    }
  });
}

void setOne(HostArray &x, int64_t k) {
  visit_dtype(x.type.dtype, [&](auto zero) {
    using T = decltype(zero);
    if constexpr (isFloat<T> || isComplex<T>) elements<T>(x)[k] = T(1);
  });
}

// A linear function known by its transpose: element k of L·x is ⟨Lᵀ·e_k, x⟩.
Arrays runTransposed(ir::LinearCallOp op, Inputs in, const Evaluator &evaluator) {
  const size_t constants = op.getNumConstants(), outputs = op.getNumResults();
  std::vector<std::shared_ptr<HostArray>> results;
  for (mlir::Value y : op.getOutputs()) results.push_back(std::make_shared<HostArray>(zerosFor(y)));
  for (size_t r = 0; r < outputs; ++r)
    for (int64_t k = 0; k < results[r]->type.shape.count(); ++k) {
      Arrays arguments(in.take_front(constants));
      for (size_t i = 0; i < outputs; ++i) {
        auto unit = std::make_shared<HostArray>(zeros(results[i]->type));
        if (i == r) setOne(*unit, k);
        arguments.push_back(unit);
      }
      Arrays row = evaluator.run(op.getTranspose().front(), arguments);
      for (size_t i = 0; i < row.size(); ++i) addProduct(*results[r], k, *row[i], *in[constants + i]);
    }
  return Arrays(results.begin(), results.end());
}

// What attention stands for, in ops of other families.
Arrays runExpanded(mlir::Operation *op, Inputs in, const Evaluator &evaluator) {
  mlir::OwningOpRef<mlir::func::FuncOp> f = ir::expandedAttention(op);
  return evaluator.run(f->getBody().front(), in);
}

}  // namespace

void addCustom(Handlers &handlers) {
  handlers.add<ir::CustomJvpOp>(runFirst);
  handlers.add<ir::CustomVjpOp>(runFirst);
  handlers.add<ir::CustomVmapOp>(runFirst);
  handlers.add<ir::CheckpointOp>(runFirst);
  handlers.add<ir::LinearSolveOp>([](mlir::Operation *op, Inputs in, const Evaluator &evaluator) {
    return evaluator.run(llvm::cast<ir::LinearSolveOp>(op).getSolve().front(), in);
  });
  handlers.add<ir::LinearCallOp>([](mlir::Operation *op, Inputs in, const Evaluator &evaluator) {
    auto call = llvm::cast<ir::LinearCallOp>(op);
    return call.getForward().empty() ? runTransposed(call, in, evaluator) : runFirst(op, in, evaluator);
  });
  handlers.add<ir::AttentionOp>(runExpanded);
  handlers.add<ir::AttentionGradOp>(runExpanded);
  handlers.add<ir::AttentionJvpOp>(runExpanded);
  handlers.add<ir::AttentionGradJvpOp>(runExpanded);
  handlers.add<ir::NameOp>([](mlir::Operation *, Inputs in, const Evaluator &) { return Arrays(in); });
}

}  // namespace fluxion::codegen::reference
