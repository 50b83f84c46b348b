// Derivatives of the ops that bring rules of their own (ir/ops/custom.td). The engines of forward differentiation and
// of transposition call these for them.
#pragma once
#include "passes/grad/forward.h"
#include "passes/grad/grad.h"
#include "passes/transforms.h"

namespace fluxion::passes {

bool isCustom(mlir::Operation *op);

/// The rules for what is inside of such an op, from what those that it is differentiated or transposed by say of zeros.
const Rules &rulesLike(bool absorbsZeros);

mlir::FailureOr<Derivative> differentiateCustom(mlir::Operation *op, Tangents t, const JvpRules &rules, Mode mode,
                                                Emit &e);
mlir::FailureOr<Cotangents> transposeCustom(mlir::Operation *op, llvm::ArrayRef<Value> ct, Linear in,
                                            const TransposeRules &rules, Emit &e);

/// Of `fx.checkpoint` (checkpoint.cpp).
mlir::FailureOr<Derivative> differentiateCheckpoint(mlir::Operation *op, Tangents t, const JvpRules &rules, Mode mode,
                                                    Emit &e);
mlir::FailureOr<Cotangents> transposeCheckpoint(mlir::Operation *op, llvm::ArrayRef<Value> ct, Linear in,
                                                const TransposeRules &rules, Emit &e);
/// Of `fx.operation` (operation.cpp).
mlir::FailureOr<Derivative> differentiateOperation(mlir::Operation *op, Tangents t, const JvpRules &rules, Mode mode,
                                                   Emit &e);
mlir::FailureOr<Cotangents> transposeOperation(mlir::Operation *op, llvm::ArrayRef<Value> ct, Linear in,
                                               const TransposeRules &rules, Emit &e);
/// What `f` gives on `inputs`, with the tangents of that.
mlir::FailureOr<Derivative> differentiateFunction(Func f, mlir::ValueRange inputs, Tangents t, const JvpRules &rules,
                                                  Mode mode, Emit &e);
/// Removes the results and inputs of `fx.checkpoint` that nobody uses.
void pruneCheckpoint(mlir::Operation *op);

}  // namespace fluxion::passes
