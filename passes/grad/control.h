// What the transformations of control flow share.
#pragma once
#include "passes/grad/activity.h"
#include "passes/grad/forward.h"
#include "passes/grad/regions.h"

namespace fluxion::passes {

template <class Values>
llvm::SmallVector<Value> kept(const Values &values, llvm::ArrayRef<bool> keep) {
  llvm::SmallVector<Value> result;
  for (auto [v, flag] : llvm::zip_equal(values, keep))
    if (flag) result.push_back(v);
  return result;
}

inline llvm::SmallVector<mlir::Type> typesOf(llvm::ArrayRef<Value> values) {
  return llvm::map_to_vector(values, [](Value v) { return v.getType(); });
}

/// Of values in groups (the constants, carries and slices of a loop), followed by the tangents of those that `active`
/// flags: the order in which each group is followed by its tangents.
llvm::SmallVector<size_t> interleavedOrder(llvm::ArrayRef<bool> active, llvm::ArrayRef<size_t> groups);

/// A loop's inputs with their tangents, each group followed by its own.
class Interleaved {
 public:
  Interleaved(mlir::ValueRange inputs, Tangents tangents, llvm::ArrayRef<bool> active, llvm::ArrayRef<size_t> groups);
  llvm::ArrayRef<size_t> order() const { return order_; }
  /// Of the groups, tangents included.
  llvm::ArrayRef<size_t> sizes() const { return sizes_; }
  /// The inputs in that order, zeros where an active tangent is the symbolic zero.
  llvm::SmallVector<Value> values(Emit &e) const;

 private:
  llvm::SmallVector<Value> inputs_, tangents_;
  llvm::SmallVector<bool> active_;
  llvm::SmallVector<size_t> order_, sizes_;
};

/// What is left of an op that was split in two: the results of the known op, and the tangents from the linear one.
struct Halves {
  llvm::SmallVector<Value> known, linear;
};

/// Of a case whose branches have been differentiated: each takes inputs, then tangents, and yields outputs, then
/// tangents.
Halves splitCase(ir::CaseOp op, llvm::ArrayRef<Value> tangents, Emit &e);

/// The same of a scan; `active` flags the inputs that have tangents.
Halves splitScan(ir::ScanOp op, Tangents tangents, llvm::ArrayRef<bool> active, Emit &e);

}  // namespace fluxion::passes
