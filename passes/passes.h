// The passes of passes.td: `create…Pass` and `registerFluxionPasses`.
#pragma once
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Pass/PassRegistry.h"

namespace fluxion::passes {

#define GEN_PASS_DECL
#include "passes/passes.h.inc"
#define GEN_PASS_REGISTRATION
#include "passes/passes.h.inc"

}  // namespace fluxion::passes
