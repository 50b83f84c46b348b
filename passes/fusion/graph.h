// Which kernels come after which, while they are found.
#pragma once
#include <cstdint>
#include <utility>
#include <vector>

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"

namespace fluxion::passes {

/// A graph without cycles whose nodes are added, joined by edges and made one. It knows an order in which each node
/// comes before all that can be reached from it, so that questions about far nodes are answered at once.
class OrderedGraph {
 public:
  /// A node without edges, before all others.
  int add();
  int size() const { return static_cast<int>(nodes_.size()); }
  /// What a node has become part of, which may be itself.
  int find(int node) const {
    while (nodes_[node].mergedInto >= 0) node = nodes_[node].mergedInto;
    return node;
  }
  bool isMerged(int node) const { return nodes_[node].mergedInto >= 0; }

  /// `to` comes after `from`, which must not be reached from it.
  void addEdge(int from, int to);
  /// Makes `other`, which no path joins to `into` but an edge, one with it.
  void merge(int other, int into);
  /// Of a node that is not merged; they may have become part of others, or of the node.
  llvm::ArrayRef<int> successors(int node) const { return nodes_[node].successors; }
  bool reaches(llvm::ArrayRef<int> from, int to);

  /// Begins a walk: see() says whether it comes by a node for the first time.
  void beginWalk() { ++walks_; }
  bool see(int node) { return std::exchange(nodes_[node].seen, walks_) != walks_; }

 private:
  struct Node {
    llvm::SmallVector<int, 4> successors, predecessors;
    int mergedInto = -1;
    int seen = 0;                // the last walk that came by
    int before = -1, next = -1;  // its neighbours in the order
    int64_t place = 0;           // grows along the order
  };
  /// What leads to a node, or what it leads to, as far as it was looked for.
  struct Search {
    llvm::SmallVector<int> found;
    size_t done = 0, edges = 0;  // nodes whose edges were followed, and how many those were
  };

  bool isOver(const Search &s) const { return s.done == s.found.size(); }
  void advance(Search &search, bool forward, int64_t first, int64_t last);
  void move(llvm::SmallVectorImpl<int> &nodes, int before);
  void unlink(int node);
  void number();

  std::vector<Node> nodes_;
  int first_ = -1, last_ = -1;
  int walks_ = 0;
};

}  // namespace fluxion::passes
