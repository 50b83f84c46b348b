// Zeros that stay zero: NaN-safe derivatives.
#pragma once
#include "passes/emit.h"

namespace fluxion::passes {

/// `block` computes values that are linear in `linear` (tangents or cotangents) from those. Where a choice has put
/// zeros into such a value, as `select(p, t, 0)` does, these say "nothing flows here". As numbers they would not: the
/// next factor may be infinite or NaN, just because it belongs to the branch that was not taken, and 0·∞ is NaN. This
/// follows the zeros through linear ops and chooses zeros again after each product or quotient that could spoil them.
/// Zeros also go into loops and branches, from one iteration to the next, and out again; since they enter as numbers,
/// that takes comparisons with zero, which are not linear: not for code that is yet to be transposed (`compares`
/// false). Finite results stay what they are. `results` are values of the block that are replaced if they change; null
/// is zero.
void absorbZeros(mlir::Block &block, mlir::ValueRange linear, llvm::MutableArrayRef<Value> results,
                 bool compares = true);

}  // namespace fluxion::passes
