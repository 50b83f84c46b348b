// Attention and its derivatives as one op where both are computed.
#pragma once
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace fluxion::passes {

/// Lets fx.attention_jvp give the results of fx.attention on the same operands, too, and fx.attention_grad_jvp those of
/// fx.attention_grad: differentiation leaves two ops, of which vmap may map one alone; in one step the weights are
/// computed once. Also in regions; whether there was any.
bool mergeAttention(mlir::func::FuncOp f);

}  // namespace fluxion::passes
