// Calls of the host have no derivative: nobody knows what they compute.
#include "ir/ops/host.h"

#include "passes/grad/rules.h"

namespace fluxion::passes {

namespace {

mlir::FailureOr<Derivative> refuse(ir::HostCallOp op, Tangents, Emit &) {
  if (op.getEffect() == "pure")
    return op->emitError(
        "grad: pure_callback has no derivative: give it one with custom_jvp or custom_vjp, or stop_gradient its "
        "arguments");
  return op->emitError("grad: io_callback has no derivative: stop_gradient its arguments");
}

}  // namespace

void addHostRules(JvpRules &rules) { rules.add<ir::HostCallOp>(refuse); }

}  // namespace fluxion::passes
