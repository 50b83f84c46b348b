// Batching of reductions: the reduced dimensions move up by one.
#include "passes/vmap/rules.h"

namespace fluxion::passes {

void addReduceRules(VmapRules &rules) {
  rules.add<ir::ReduceOp>([](ir::ReduceOp op, const Operands &x, Emit &e) {
    return e.reduce(op.getKind(), x[0], shifted(op.getDimensions()));
  });
  rules.add<ir::ArgReduceOp>([](ir::ArgReduceOp op, const Operands &x, Emit &e) {
    return e.op<ir::ArgReduceOp>(op.getKind(), x[0], op.getDimension() + 1);
  });
  rules.add<ir::CumulativeOp>([](ir::CumulativeOp op, const Operands &x, Emit &e) {
    return e.cumulative(op.getKind(), x[0], static_cast<int64_t>(op.getDimension()) + 1, op.getReverse());
  });
}

}  // namespace fluxion::passes
