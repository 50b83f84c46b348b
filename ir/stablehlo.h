// StableHLO in and out, in MLIR's generic form, without depending on StableHLO: its ops are unregistered here.
#pragma once
#include <optional>
#include <string>

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace fluxion::ir {

/// Whether the module has ops of StableHLO or CHLO.
bool hasStablehlo(mlir::ModuleOp module);

/// The public functions of a module as functions of fx ops; calls are inlined. The source need not be verified.
/// Errors  null, after a diagnostic at the op that has no import or is malformed.
mlir::OwningOpRef<mlir::ModuleOp> importStablehlo(mlir::ModuleOp source);

/// A module in MLIR's generic form with `f`, of fx ops, as its only function.
/// Errors  none, after a diagnostic at the op that has no export.
std::optional<std::string> exportStablehlo(mlir::func::FuncOp f);

}  // namespace fluxion::ir
