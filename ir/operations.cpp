#include "ir/operations.h"

namespace fluxion::ir {

namespace {
Operations none;
Operations *known = &none;
}  // namespace

Operations::Function Operations::rule(OperationOp op, OperationRule, int64_t) {
  return op->emitError("operation '") << op.getName() << "' is not defined in this process";
}

Operations &operations() { return *known; }
void setOperations(Operations *operations) { known = operations; }

}  // namespace fluxion::ir
