// Where a function runs: the one place that knows the devices.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "tools/fluxion-run/tensors.h"

namespace fluxion::tools {

/// A compiled function; throws an Error if it cannot run on its arguments.
using Executable = std::function<std::vector<HostArray>(const std::vector<HostArray> &)>;

/// Null after a diagnostic. Errors: Error if there is no such device, or it cannot run the function.
Executable compileFor(const std::string &device, mlir::func::FuncOp f, int threads);

/// The function's GPU kernels as PTX for `architecture`; none after a diagnostic.
std::optional<std::string> ptxOf(mlir::func::FuncOp f, const std::string &architecture);

}  // namespace fluxion::tools
