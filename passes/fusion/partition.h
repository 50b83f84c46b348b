// Decides which kernels a block of ops becomes.
#pragma once
#include <memory>
#include <vector>

#include "ir/gemm_view.h"
#include "llvm/ADT/DenseMap.h"
#include "passes/fusion/cluster.h"
#include "passes/fusion/cost.h"
#include "passes/fusion/graph.h"

namespace fluxion::passes {

/// Walks a block from its last op to its first. An op is computed inside the kernel that reads it where that costs
/// nothing twice; otherwise its value is stored, by a kernel that reads the same elements or by one of its own.
class Partition {
 public:
  /// `folds`: the device has kernels over rows that sum up columns, too (ir/folds.h).
  explicit Partition(mlir::Block &block, bool folds = false);
  /// Kernels and the ops that stay as they are, each after what it needs.
  struct Step {
    const Cluster *cluster;  // or
    mlir::Operation *op;
  };
  llvm::SmallVector<Step> steps();

 private:
  struct Node {
    std::unique_ptr<Cluster> cluster;
    mlir::Operation *op = nullptr;
  };

  void visit(mlir::Operation *op);
  void visitBoundary(mlir::Operation *op);
  void visitAttention(mlir::Operation *op);
  void demandOperands(mlir::Operation *attention, int id);
  bool visitPacked(mlir::Operation *concatenation);
  void visitUpdate(mlir::Operation *op);
  void visitProduct(ir::DotGeneralOp op);
  int absorbProduct(ir::DotGeneralOp op);
  void visitReduction(mlir::Operation *op);
  void visitElements(mlir::Operation *op);
  bool isDearNumber(mlir::Value v, size_t readers) const;
  void computeNumber(mlir::Operation *op);
  void keep(mlir::Operation *op);
  void demand(mlir::Value v, int reader);
  void view(mlir::Value v, mlir::Value base, int reader);

  llvm::SmallVector<int, 4> requesters(mlir::Value v);
  llvm::SmallVector<int, 4> readers(mlir::Value v);
  int addNode(Node node);
  /// Whether all of v's readers but `node` may run after it.
  bool mayWrite(int node, mlir::Value v);
  bool isFull(const Cluster &cluster) const { return cluster.weight() > largest_; }
  bool absorbs(int node, mlir::Operation *op, bool twice);
  bool mergeRequesters(mlir::Value v);
  void note(int node);
  void write(int node, mlir::Value v);
  int create(mlir::Operation *op);
  void computeCosts();
  void foldColumns();
  int64_t sparedByFold(int rows, int columns);
  bool foldInto(int rows, int columns);
  void mergeNode(int other, int into);

  mlir::Block &block_;
  size_t largest_ = kLargestKernel;
  std::vector<Node> nodes_;
  OrderedGraph graph_;  // of the same nodes: those that read what a node writes come after it
  using Nodes = llvm::SmallSetVector<int, 4>;
  bool isDemanded(mlir::Value v) const { return demanders_.contains(v); }
  bool isDemandedBy(mlir::Value v, int node) const;
  llvm::DenseMap<mlir::Value, Nodes> requesters_, demanders_;
  llvm::DenseMap<mlir::Value, llvm::SmallVector<int, 2>> followers_;  // come after it, without reading it
  llvm::DenseMap<mlir::Value, int> writer_;
  int numbers_ = -1;                          // the kernel that computed the last dear number
  int nextEffect_ = -1;                       // the node that calls the host after those that are yet to be visited
  llvm::DenseSet<mlir::Value> viewed_;        // read through strides: needs a name, not a buffer
  llvm::DenseSet<mlir::Operation *> packed_;  // gradients of attention that are in kernels
  /// Of a value that is computed elementwise.
  struct Estimate {
    double cost = 0;
    llvm::SmallVector<mlir::Value, 2> leaves;  // the arrays, about as large as the value, from which it is computed
  };
  llvm::DenseMap<mlir::Value, Estimate> estimates_;
  double costOf(mlir::Value v) const {
    auto it = estimates_.find(v);
    return it == estimates_.end() ? 0 : it->second.cost;
  }
};

}  // namespace fluxion::passes
