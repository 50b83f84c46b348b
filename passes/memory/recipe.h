// How a value is computed again.
#pragma once
#include <optional>

#include "ir/ops.h"
#include "llvm/ADT/DenseMap.h"

namespace fluxion::passes {

/// The steps that make a value of a block from others: each a copy of a whole step, or the part of a kernel that the
/// value needs. What they compute has the bits of the original, for every op rounds, whichever kernel it is in.
class Recipe {
 public:
  /// What can be read in place of a root where the copies are to run, or null.
  using Available = llvm::function_ref<mlir::Value(mlir::Value)>;
  /// None if the value depends on what cannot be computed twice (loops, calls of the host, updates), or on too much.
  static std::optional<Recipe> of(mlir::Value v, Available available);

  /// About the nanoseconds that it takes a core.
  double cost() const { return cost_; }
  /// Whether it begins with v.
  bool reads(mlir::Value v) const {
    return llvm::any_of(known_, [&](const auto &entry) { return entry.second == v; });
  }
  /// Makes the copies and returns the value's. `copies` gets all pairs of roots and copies.
  mlir::Value emit(mlir::OpBuilder &b, llvm::SmallVectorImpl<std::pair<mlir::Value, mlir::Value>> &copies) const;

 private:
  /// `ops` of a kernel are copied, or all of it if there are none; `inside` are other results that they begin with.
  struct Item {
    mlir::OpResult value;
    llvm::SmallVector<mlir::Operation *> ops;
    llvm::SmallVector<mlir::Value> inside;
  };
  bool need(mlir::Value root, Available available);
  std::optional<Item> part(mlir::OpResult v, Available available) const;

  mlir::Value value_;
  std::vector<Item> items_;                         // each after what it needs
  llvm::DenseMap<mlir::Value, mlir::Value> known_;  // roots that are read, by what is read in their place
  llvm::DenseSet<mlir::Value> made_;
  size_t depth_ = 0;
  double cost_ = 0;
};

}  // namespace fluxion::passes
