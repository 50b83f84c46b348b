// What passes ask of the process about fx.operation. In tools that see no user's program nothing is known.
#pragma once
#include "fluxion/operation_rules.h"
#include "ir/ops/host.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace fluxion::ir {

class Operations {
 public:
  using Function = mlir::FailureOr<mlir::OwningOpRef<mlir::func::FuncOp>>;
  virtual ~Operations() = default;
  virtual bool isDefined(OperationOp) { return false; }
  virtual bool has(OperationOp, OperationRule) { return false; }
  virtual OperationBatching batching(OperationOp) { return OperationBatching::none; }
  virtual bool isLinearIn(OperationOp, size_t /*operand*/) { return false; }
  /// The rule as a function of the types of the op's operands; a failure has been reported.
  virtual Function rule(OperationOp op, OperationRule rule, int64_t axisSize = 0);
};

Operations &operations();
/// From here on, they are what is asked.
void setOperations(Operations *operations);

}  // namespace fluxion::ir
