// Programs made smaller while they keep failing.
#pragma once
#include <functional>

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace fluxion::passes {

using Fails = std::function<bool(mlir::ModuleOp)>;

/// The smallest module found by dropping results, turning ops into arguments, and putting operands in the place of
/// results, for which `fails` still holds. Tries at most `attempts` candidates.
mlir::OwningOpRef<mlir::ModuleOp> shrink(mlir::ModuleOp module, const Fails &fails, int attempts = 400);

}  // namespace fluxion::passes
