// Sums of columns that are computed by kernels over rows, of the same partition.
#include "llvm/ADT/STLExtras.h"
#include "passes/fusion/partition.h"

namespace fluxion::passes {

namespace {

int64_t bytesOf(mlir::Value v) { return ir::shapeDtypeOf(v.getType()).bytes(); }

// Whether v has about as many elements as the cluster's space.
bool isAsLarge(mlir::Value v, const Cluster &cluster) {
  return 4 * countOf(v) >= mlir::ShapedType::getNumElements(cluster.shape());
}

}  // namespace

// The bytes that both read or that one writes and the other reads, of arrays about as large as their space.
int64_t Partition::sparedByFold(int rows, int columns) {
  const Cluster &r = *nodes_[rows].cluster;
  int64_t spared = 0;
  nodes_[columns].cluster->inputs([&](mlir::Value v) {
    if (r.requests(v) && isAsLarge(v, r)) spared += bytesOf(v);
  });
  return spared;
}

bool Partition::foldInto(int rows, int columns) {
  Cluster &r = *nodes_[rows].cluster, &c = *nodes_[columns].cluster;
  if (r.weight() + c.weight() > largest_) return false;
  // What the sums of columns need of the rows is computed there; nothing else may lie between the two.
  llvm::SmallVector<int> others;
  for (int n : graph_.successors(rows))
    if (graph_.find(n) != columns) others.push_back(n);
  if (graph_.reaches({columns}, rows) || graph_.reaches(others, columns)) return false;
  auto unwanted = [&](mlir::Value v) {
    auto all = readers(v);
    return !isDemanded(v) && all.size() == 1 && all[0] == columns;
  };
  std::optional<Cluster> both = Cluster::fold(r, c, unwanted);
  if (!both) return false;
  int64_t blocks = 1, row = 1, bytes = 0;
  for (auto [d, n] : llvm::enumerate(both->shape())) {
    const bool isReduced = llvm::is_contained(both->reduced(), static_cast<int64_t>(d));
    if (isReduced)
      row *= n;
    else if (!llvm::is_contained(both->folded(), static_cast<int64_t>(d)))
      blocks *= n;
  }
  for (mlir::Value v : both->outputs())
    if (both->isFold(v)) bytes += row * ir::elementType(v).getIntOrFloatBitWidth() / 8;
  if (blocks < kLeastBlocks || bytes > kMostFolded || row < 16) return false;
  r = std::move(*both);
  mergeNode(columns, rows);
  return true;
}

// Sums up columns in kernels over rows that read the same arrays, or write what is summed up.
void Partition::foldColumns() {
  for (int c = 0; c < static_cast<int>(nodes_.size()); ++c) {
    if (graph_.isMerged(c) || !nodes_[c].cluster || nodes_[c].cluster->kind != ClusterKind::reduce) continue;
    int64_t most = 0;  // that could be spared
    llvm::SmallVector<mlir::Value> large;
    nodes_[c].cluster->inputs([&](mlir::Value v) {
      most += bytesOf(v);
      if (isAsLarge(v, *nodes_[c].cluster)) large.push_back(v);  // less spares little, and a number has many readers
    });
    if (most < kSparedByFold) continue;
    llvm::SetVector<int> candidates;
    for (mlir::Value v : large)
      for (int n : know(v).requesters) candidates.insert(graph_.find(n));
    llvm::SmallVector<std::pair<int64_t, int>> ordered;
    for (int n : candidates) {
      if (n == c || !nodes_[n].cluster || nodes_[n].cluster->kind != ClusterKind::reduce) continue;
      if (const int64_t spared = sparedByFold(n, c); spared >= kSparedByFold) ordered.push_back({-spared, n});
    }
    llvm::sort(ordered);
    for (auto [spared, n] : ordered)
      if (foldInto(n, c)) break;
  }
}

}  // namespace fluxion::passes
