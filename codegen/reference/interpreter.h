// The reference interpreter: what a function of fx ops means, computed slowly and obviously. Tests compare everything
// that is compiled with it.
#pragma once
#include <string>
#include <vector>

#include "fluxion/shape.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace fluxion::codegen::reference {

/// An array on the host: row-major elements in `bytes`, which has `type.bytes()` of them.
struct HostArray {
  ShapeDtype type;
  std::string bytes;
};

/// The results of `f` on `args`. `f` must be verified and of fx ops.
/// Errors  wrong number, type or size of arguments; an op that is not of the dialect. No other op is evaluated then.
llvm::Expected<std::vector<HostArray>> evaluate(mlir::func::FuncOp f, llvm::ArrayRef<HostArray> args);

}  // namespace fluxion::codegen::reference
