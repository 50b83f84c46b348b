// Batching of contractions. Two mapped operands gain a batch dimension; one alone gains a free dimension, so that a
// matrix times a batch of vectors is one product.
#include "passes/vmap/rules.h"

namespace fluxion::passes {

void addContractRules(VmapRules &rules) {
  rules.add<ir::DotGeneralOp>([](ir::DotGeneralOp op, const Operands &x, Emit &e) -> mlir::Value {
    bool left = x.mapped(0), right = x.mapped(1);
    auto batch = [&](llvm::ArrayRef<int64_t> dims, bool mapped) {
      if (left && right) return prepend(0, shifted(dims));
      return mapped ? shifted(dims) : ir::Sizes(dims);
    };
    auto contract = [](llvm::ArrayRef<int64_t> dims, bool mapped) { return mapped ? shifted(dims) : ir::Sizes(dims); };
    mlir::Value y = e.op<ir::DotGeneralOp>(x.raw(0), x.raw(1), batch(op.getLhsBatching(), left),
                                           batch(op.getRhsBatching(), right), contract(op.getLhsContracting(), left),
                                           contract(op.getRhsContracting(), right), op.getElement());
    if (left && right) return y;
    // The new free dimension is the first of its operand's: behind the batch, and behind lhs's if it is rhs's.
    int64_t at = static_cast<int64_t>(op.getLhsBatching().size());
    if (right)
      at += static_cast<int64_t>(ir::shapeOf(op.getLhs()).size() - op.getLhsBatching().size() -
                                 op.getLhsContracting().size());
    return moveToFront(y, at, e);
  });
}

}  // namespace fluxion::passes
