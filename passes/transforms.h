// The transformations as functions: each takes a func.func of fx ops and gives new, detached ones; the input stays as
// it is. A failure has been reported as an error at the op that caused it.
#pragma once
#include <optional>

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/OwningOpRef.h"
#include "mlir/Support/LLVM.h"

namespace fluxion::passes {

using Func = mlir::OwningOpRef<mlir::func::FuncOp>;

/// The numbers of the arguments that have derivatives: real and complex floating-point ones.
llvm::SmallVector<int64_t> inexactArguments(mlir::func::FuncOp f);

/// The axis of a value that vmap maps; none: the value is the same for all.
using Axis = std::optional<int64_t>;

/// (args…, tangents of the arguments in `wrt`…) -> (results…, tangents of the floating-point results…).
mlir::FailureOr<Func> jvp(mlir::func::FuncOp f, llvm::ArrayRef<int64_t> wrt);

/// (args…, cotangents of the floating-point results…) -> (results…, cotangents of the arguments in `wrt`…).
mlir::FailureOr<Func> vjp(mlir::func::FuncOp f, llvm::ArrayRef<int64_t> wrt);

/// Splits the derivative of f: `known`: (args…) -> (results…, residuals…); `linear`: (residuals…, tangents of `wrt`…)
/// -> (tangents of the floating-point results…).
struct Linearized {
  Func known, linear;
};
mlir::FailureOr<Linearized> linearize(mlir::func::FuncOp f, llvm::ArrayRef<int64_t> wrt);

/// Of a function linear in the arguments after the first `constants`: (constants…, cotangents of results…) ->
/// (cotangents of the linear arguments…).
mlir::FailureOr<Func> transpose(mlir::func::FuncOp linear, int64_t constants);

/// f over an axis of the given size: `in[i]` says where argument i has it, `out[i]` where result i shall have it. A
/// result that depends on no mapped argument is broadcast where `out` asks for an axis. Collectives over an axis of
/// this name become ops on the values of all.
mlir::FailureOr<Func> vmap(mlir::func::FuncOp f, llvm::ArrayRef<Axis> in, llvm::ArrayRef<Axis> out, int64_t size,
                           llvm::StringRef axisName = {});

/// Canonicalises, merges common subexpressions, simplifies algebra and removes dead code, in place.
mlir::LogicalResult simplify(mlir::func::FuncOp f);

/// Partitions f, and the regions in it, into kernels (fx.kernel), in place; one that has kernels stays as it is. Comes
/// last, before code generation. It splits complex arrays (passes/complex/split.h), and then is the two below, one
/// after the other.
mlir::LogicalResult fuse(mlir::func::FuncOp f);
/// Rewrites what kernels are not cut from as it stands. `bytes`: the device has products of i8 summed up in i32.
mlir::LogicalResult prepareForKernels(mlir::func::FuncOp f, bool bytes = false);
/// `folds`: the device has kernels over rows that sum up columns, too (ir/folds.h), as CPUs have.
mlir::LogicalResult cutIntoKernels(mlir::func::FuncOp f, bool folds = false);

/// Copies the body of `callee` to where `builder` stands, with `arguments` for its arguments.
llvm::SmallVector<mlir::Value> inlineBody(mlir::OpBuilder &builder, mlir::func::FuncOp callee,
                                          mlir::ValueRange arguments);
/// Moves it instead, to the end of `block`; `callee` is left without a body.
llvm::SmallVector<mlir::Value> moveBody(mlir::Block &block, mlir::func::FuncOp callee, mlir::ValueRange arguments);

}  // namespace fluxion::passes
