// Arguments for functions that nobody gave any.
#pragma once
#include "codegen/reference/interpreter.h"

namespace fluxion::codegen::reference {

/// Arguments for f: the same for the same seed. Floats lie between -2 and 2, integers between -5 and 5.
std::vector<HostArray> randomArguments(mlir::func::FuncOp f, uint64_t seed);

}  // namespace fluxion::codegen::reference
