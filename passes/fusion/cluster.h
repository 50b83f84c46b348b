// A cluster is a kernel in the making: the values it must write, and the ops that are computed inside it, on demand.
// Every value read inside is known by the index at which an iteration reads it.
#pragma once
#include <vector>

#include "ir/element_map.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SetVector.h"

namespace fluxion::passes {

/// `update` writes into a copy of an array: dynamic_update_slice and scatter; `attention` is a gradient of attention
/// with the concatenation of its results.
enum class ClusterKind { loop, reduce, gemm, update, attention };

/// How an iteration reads a value: the element of its own number, that of its kept (not reduced) dimensions, that of
/// its dimensions that are not folded, or another.
enum class Role { whole, kept, folded, moved };

/// Whether an op combines elements, as a reduction over dimensions of one element does not.
bool isReduction(mlir::Operation *op);

inline int64_t countOf(mlir::Value v) { return ir::tensorType(v).getNumElements(); }

class Cluster {
 public:
  Cluster(llvm::ArrayRef<int64_t> shape, llvm::ArrayRef<int64_t> reduced);

  /// A kernel of kind update: its space is the update's, of which a scatter's own dimensions are walked one by one.
  static Cluster ofUpdate(mlir::Operation *op);
  /// Whether it may compute more results.
  bool takesOutputs() const { return kind == ClusterKind::loop || kind == ClusterKind::reduce; }

  /// Adds a result. False if it has neither the elements of the space nor those of its kept dimensions.
  bool addOutput(mlir::Value v);
  /// Computes `op`, whose results are requested, inside: its operands are requested.
  void absorb(mlir::Operation *op);
  /// Makes a requested reduction part of the kernel, which becomes a reduction if it was none. Changes nothing if that
  /// is not possible.
  bool adopt(mlir::Operation *reduction);

  /// The one role of all requests of v; none if there are several.
  Role role(mlir::Value v) const;
  bool requests(mlir::Value v) const { return requests_.count(v); }
  /// At how many different indices v is read.
  size_t requestCount(mlir::Value v) const { return requestsOf(v).size(); }
  /// How many times an element of v is computed, over all iterations, if v is absorbed.
  double evaluations(mlir::Value v) const;
  /// Whether another cluster can become part of this one: the same loops.
  bool sameSpace(const Cluster &other) const { return shape_ == other.shape_ && reduced_ == other.reduced_; }
  void merge(const Cluster &other);
  /// A kernel over rows that also sums up what `columns` does, a block of rows at a time, and writes the results of
  /// both but `unwanted`. None if their dimensions do not fit, or `columns` does more than sum up.
  static std::optional<Cluster> fold(const Cluster &rows, const Cluster &columns,
                                     llvm::function_ref<bool(mlir::Value)> unwanted);

  ClusterKind kind = ClusterKind::loop;
  const ir::Sizes &shape() const { return shape_; }
  const ir::Sizes &reduced() const { return reduced_; }
  /// The dimensions over which rows are summed up (ir/folds.h), and whether an output is such a sum.
  const ir::Sizes &folded() const { return folded_; }
  bool isFold(mlir::Value v) const { return folds_.contains(v.getDefiningOp()); }
  using Outputs = llvm::SmallSetVector<mlir::Value, 4>;
  using Ops = llvm::SmallSetVector<mlir::Operation *, 24>;  // an optimizer's step of a parameter, and its numbers
  const Outputs &outputs() const { return outputs_; }
  bool contains(mlir::Operation *op) const { return absorbed_.contains(op); }
  const Ops &ops() const { return absorbed_; }
  /// How much there is to compile: ops, of which the dear ones count more.
  size_t weight() const { return weight_; }
  /// Calls f with each value that is read and not computed inside.
  void inputs(llvm::function_ref<void(mlir::Value)> f) const {
    for (const auto &[v, places] : requests_)
      if (!contains(v.getDefiningOp())) f(v);
  }
  void keepInside(mlir::Operation *op) { absorbed_.insert(op); }
  /// The values that were requested first by the last change.
  llvm::SmallVector<mlir::Value> takeNew() { return std::exchange(new_, {}); }
  /// Where each dimension of a matrix product's result lies in the only output, which moves it; none if it does more.
  std::optional<ir::Sizes> productStrides(mlir::Value product) const;

 private:
  void reset(llvm::ArrayRef<int64_t> shape, llvm::ArrayRef<int64_t> reduced);
  void setReduced(llvm::ArrayRef<int64_t> reduced);
  void setFolded(llvm::ArrayRef<int64_t> folded);
  std::pair<ir::IndexExpr, ir::IndexExpr> numbersWithout(llvm::ArrayRef<int64_t> dims);
  void addFold(mlir::Value v);
  bool sumsUpOnly() const;
  Role role(mlir::Value v, const ir::IndexVector &at) const;
  int placeOf(const ir::IndexVector &at);
  llvm::ArrayRef<int> requestsOf(mlir::Value v) const;
  const ir::IndexVector &firstRequest(mlir::Value v) const { return places_[requestsOf(v)[0]]; }
  void request(mlir::Value v, int place);
  void request(mlir::Value v, const ir::IndexVector &at) { request(v, placeOf(at)); }
  void absorbAt(mlir::Operation *op, int place);
  void requestReduced(mlir::Operation *op, const ir::IndexVector &at);
  bool matches(mlir::Operation *reduction);
  void replay(const Outputs &outputs, const Ops &ops);

  ir::Sizes shape_, reduced_, folded_;
  mutable ir::IndexSpace space_;
  ir::IndexVector root_;
  ir::IndexExpr whole_, kept_, summed_;    // row-major numbers over all, the kept and the reduced dimensions
  ir::IndexExpr unfolded_, foldedNumber_;  // over those that are not folded, and those that are
  Outputs outputs_;
  Ops absorbed_, folds_;
  // Most values are read at one of few indices, which are kept once.
  std::vector<ir::IndexVector> places_;
  llvm::SmallDenseMap<uint64_t, int, 8> placeByHash_;
  llvm::DenseMap<mlir::Value, llvm::SmallVector<int, 2>> requests_;  // numbers of places
  llvm::SmallVector<mlir::Value> new_;
  size_t weight_ = 0;
};

}  // namespace fluxion::passes
