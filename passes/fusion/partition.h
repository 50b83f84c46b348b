// Decides which kernels a block of ops becomes.
#pragma once
#include <memory>
#include <vector>

#include "ir/gemm_view.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/Support/Allocator.h"
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
  bool isVeryLong() const { return isVeryLong_; }

 private:
  struct Node {
    std::unique_ptr<Cluster> cluster;
    mlir::Operation *op = nullptr;
    int order = 0;  // the op's number
  };

  /// What is known of a value that the block computes or reads.
  struct Known {
    llvm::SmallSetVector<int, 4> requesters, demanders;
    llvm::SmallVector<int, 2> followers;  // come after it, without reading it
    int writer = -1;
    int order = -1;         // the number of the op that computes it
    bool isViewed = false;  // read through strides: needs a name, not a buffer
    bool isElements = false;
    double cost = 0;                           // of a value that is computed elementwise, and
    llvm::SmallVector<mlir::Value, 2> leaves;  // the arrays, about as large, from which it is computed
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
  bool isDearNumber(mlir::Value v, size_t readers);
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
  void computeCost(mlir::Operation *op, mlir::Value v, Known &known);
  void foldColumns();
  int64_t sparedByFold(int rows, int columns);
  bool foldInto(int rows, int columns);
  void mergeNode(int other, int into);

  mlir::Block &block_;
  bool isVeryLong_;
  size_t largest_;
  std::vector<Node> nodes_;
  OrderedGraph graph_;  // of the same nodes: those that read what a node writes come after it
  Known &know(mlir::Value v);
  bool isDemanded(mlir::Value v) { return !know(v).demanders.empty(); }
  llvm::DenseMap<mlir::Value, Known *> known_;
  llvm::SpecificBumpPtrAllocator<Known> allocator_;
  std::pair<mlir::Value, Known *> last_;      // one value is asked for many times in a row
  int order_ = 0;                             // the number of the op that is visited
  int numbers_ = -1;                          // the kernel that computed the last dear number
  int nextEffect_ = -1;                       // the node that calls the host after those that are yet to be visited
  llvm::DenseSet<mlir::Operation *> packed_;  // gradients of attention that are in kernels
};

}  // namespace fluxion::passes
