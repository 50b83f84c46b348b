// The transformations of passes/transforms.h with rules of the caller's choice.
#pragma once
#include "passes/grad/rules.h"
#include "passes/transforms.h"

namespace fluxion::passes {

struct Rules {
  const JvpRules &jvp;
  const TransposeRules &transpose;
};
const Rules &defaultRules();
/// Without absorbing zeros (absorb.h).
const Rules &plainRules();

mlir::FailureOr<Func> jvp(mlir::func::FuncOp f, llvm::ArrayRef<int64_t> wrt, const Rules &rules);
mlir::FailureOr<Func> vjp(mlir::func::FuncOp f, llvm::ArrayRef<int64_t> wrt, const Rules &rules);
mlir::FailureOr<Linearized> linearize(mlir::func::FuncOp f, llvm::ArrayRef<int64_t> wrt, const Rules &rules);
mlir::FailureOr<Func> transpose(mlir::func::FuncOp linear, int64_t constants, const Rules &rules);

}  // namespace fluxion::passes
