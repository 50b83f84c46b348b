// Where an element of an op's result comes from, for the ops that compute elementwise or only move elements.
#pragma once
#include "ir/index_expr.h"
#include "ir/ops/index.h"

namespace fluxion::ir {

/// Holds where 0 ≤ expr < size.
struct IndexGuard {
  IndexExpr expr;
  int64_t size;
};

/// Element `at` of operand number `operand` is read, where all guards hold. `index`: it is read as a position, for an
/// IndexVariable, and not as a value.
struct ElementSource {
  unsigned operand;
  IndexVector at;
  llvm::SmallVector<IndexGuard, 1> guards = {};
  bool index = false;
};

/// Whether elementSources knows `op`: constants and iota (which read nothing), elementwise ops, and those that move
/// elements, gather and dynamic_slice among them.
bool isElementMap(mlir::Operation *op);
/// Whether `op` is an element map that only moves elements (or makes them from nothing): no arithmetic.
bool isMovement(mlir::Operation *op);

/// Appends what element `at` of the result of `op` reads. `op` is an element map.
void elementSources(mlir::Operation *op, IndexSpace &space, llvm::ArrayRef<IndexExpr> at,
                    llvm::SmallVectorImpl<ElementSource> &sources);

/// The operand's index for element `at` of a reduction's result, with `inner` for the dimensions that are reduced.
IndexVector reduceSource(mlir::Operation *op, llvm::ArrayRef<IndexExpr> at, llvm::ArrayRef<IndexExpr> inner);
/// The dimensions that a reduce or arg_reduce removes, rising; empty for other ops.
Sizes reducedDimensions(mlir::Operation *op);

/// The dimensions of a scatter's updates along which windows of different indices may overlap.
Sizes overlappingWindowDims(ScatterOp op);

/// The dimensions of a scatter's updates whose elements are applied in order: those over which its indices run, and
/// those along which windows overlap. Empty for dynamic_update_slice.
Sizes updateLoops(mlir::Operation *op);
/// Where element `at` of the update of a dynamic_update_slice or scatter lies in the operand, clamped to lie inside.
/// Appends the positions that are read for it. A scatter's update counts only if each start found is within bounds:
/// for source number i, [0, limits[i]].
IndexVector updatePosition(mlir::Operation *op, IndexSpace &space, llvm::ArrayRef<IndexExpr> at,
                           llvm::SmallVectorImpl<ElementSource> &sources, Sizes *limits = nullptr);

}  // namespace fluxion::ir
