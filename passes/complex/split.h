// Complex arrays as pairs of real ones.
#pragma once
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace fluxion::passes {

/// Replaces complex values inside of `f`, and inside of its regions, by their real and imaginary parts, and ops on them
/// by ops on the parts. What remains complex are arguments and results of f, which fx.real, fx.imag and fx.complex take
/// apart and put together, and operands and results of ops that have no rule, which is left to whoever comes next. Says
/// whether there were any.
///
/// So no kernel but those at the edges knows of complex numbers, all that there is for real arrays serves them, and the
/// parts lie in memory where vectors want them: each by itself.
bool splitComplex(mlir::func::FuncOp f);

}  // namespace fluxion::passes
