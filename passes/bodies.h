// Bodies of functions and regions, from one to the other.
#pragma once
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "passes/transforms.h"

namespace fluxion::passes {

/// A copy of the region as a function of its own, which returns what the region yields.
Func functionOf(mlir::Region &region, llvm::StringRef name = "body");

/// Moves the body of `f` into an empty region.
void moveInto(mlir::Region &region, Func f);

/// Copies the ops of `body` to where `builder` stands, with `arguments` for its own; gives what its terminator would.
llvm::SmallVector<mlir::Value> inlineBlock(mlir::OpBuilder &builder, mlir::Block &body, mlir::ValueRange arguments);

/// Sets what the body of `f` returns, removes what that does not need, and brings the function's type in line.
void setResults(mlir::func::FuncOp f, llvm::ArrayRef<mlir::Value> results);

}  // namespace fluxion::passes
