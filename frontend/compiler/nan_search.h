// Which op made the first NaN?
#pragma once
#include "codegen/reference/interpreter.h"
#include "trace/compiler.h"

namespace fluxion {

/// Evaluates f op by op and describes the first op whose results hold what `check` looks for though its operands do
/// not: the op, the user's line, the derivative and the iterations it belongs to, the operands there. Large ops are
/// compiled, each by itself. Empty if no op does.
std::string describeFirstBad(mlir::func::FuncOp f, llvm::ArrayRef<codegen::reference::HostArray> arguments,
                             trace::Check check);

}  // namespace fluxion
