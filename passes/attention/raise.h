// Attention found in a program: dot_general, scale, mask, softmax, dot_general become fx.attention.
#pragma once
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace fluxion::passes {

/// Replaces in f, also in its regions, what computes softmax(mask(q·kᵀ·scale))·v in f32 by fx.attention, where that is
/// faster and nothing else uses the values in between; whether there was any. Masks are those of
/// passes/attention/band.h with −∞ or at most −10⁹ for what is not seen, or added to it, which then weighs exactly 0.
/// FLUXION_ATTENTION=0 finds none.
bool raiseAttention(mlir::func::FuncOp f);

/// Whether there may be any: a fast look.
bool mayAttend(mlir::func::FuncOp f);

}  // namespace fluxion::passes
