// Functions with rules of their own, expanded: the last step before what knows nothing of them.
#pragma once
#include "passes/transforms.h"

namespace fluxion::passes {

/// Replaces the ops of ir/ops/custom.td, also in regions, by what they compute; whether there was any. What a
/// checkpoint computes again stands behind an optimization barrier. Fails if a linear function that is given by its
/// transpose alone cannot be transposed. Attention of other types than f32 goes the same way.
mlir::FailureOr<bool> expandCustom(mlir::func::FuncOp f);

/// Replaces attention and its gradient, also in regions, by what they compute; whether there was any.
bool expandAttention(mlir::func::FuncOp f);

}  // namespace fluxion::passes
