#include "passes/fusion/partition.h"

#include <climits>
#include <functional>

#include "ir/ops.h"
#include "ir/ops/attention.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLExtras.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "passes/fusion/cost.h"

namespace fluxion::passes {

namespace {

bool isReduction(mlir::Operation *op) { return mlir::isa<ir::ReduceOp, ir::ArgReduceOp>(op) && !ir::isElementMap(op); }

bool isSplat(mlir::Operation *op) {
  auto constant = mlir::dyn_cast<ir::ConstantOp>(op);
  return constant && constant.getValue().isSplat();
}

// Whether v has about as many elements as the cluster's space.
bool isAsLarge(mlir::Value v, const Cluster &cluster) {
  return 4 * ir::tensorType(v).getNumElements() >= mlir::ShapedType::getNumElements(cluster.shape());
}

bool isComplex(mlir::Operation *op) {
  auto complex = [](mlir::Value v) { return mlir::isa<mlir::ComplexType>(ir::elementType(v)); };
  return llvm::any_of(op->getOperands(), complex) || llvm::any_of(op->getResults(), complex);
}

}  // namespace

Partition::Partition(mlir::Block &block, bool folds) : block_(block) {
  computeCosts();
  if (isVeryLong(block)) largest_ = kLargestOfMany;
  for (mlir::Operation &op : llvm::reverse(block)) visit(&op);
  if (folds) foldColumns();
}

void Partition::computeCosts() {
  const auto count = static_cast<unsigned>(llvm::range_size(block_));
  estimates_.reserve(count), requesters_.reserve(count), writer_.reserve(count);
  for (mlir::Operation &op : block_.without_terminator()) {
    if (!ir::isElementMap(&op) || op.getNumResults() != 1) continue;
    mlir::Value v = op.getResult(0);
    Estimate e{ownCost(&op), {}};
    auto add = [&](mlir::Value leaf) {
      bool large = 4 * ir::tensorType(leaf).getNumElements() > ir::tensorType(v).getNumElements();
      if (large && e.leaves.size() < 4 && !llvm::is_contained(e.leaves, leaf)) e.leaves.push_back(leaf);
    };
    for (mlir::Value x : op.getOperands()) {
      auto it = estimates_.find(x);
      if (it == estimates_.end()) {
        add(x);
        continue;
      }
      e.cost += it->second.cost;
      llvm::for_each(it->second.leaves, add);
    }
    e.cost = std::min(e.cost, 1e4);
    estimates_.try_emplace(v, std::move(e));
  }
}

void Partition::visit(mlir::Operation *op) {
  if (auto dot = mlir::dyn_cast<ir::DotGeneralOp>(op)) return visitProduct(dot);
  if (isReduction(op)) return visitReduction(op);
  if (visitPacked(op)) return;
  if (ir::isElementMap(op)) return visitElements(op);
  if (mlir::isa<ir::ScatterOp, ir::DynamicUpdateSliceOp>(op)) return visitUpdate(op);
  if (ir::isAttention(op)) return visitAttention(op);
  visitBoundary(op);
}

int Partition::find(int node) const {
  while (nodes_[node].mergedInto >= 0) node = nodes_[node].mergedInto;
  return node;
}

bool Partition::isDemandedBy(mlir::Value v, int node) const {
  auto it = demanders_.find(v);
  return it != demanders_.end() && it->second.contains(node);
}

// In linear time: numbers are read by a kernel of each layer.
llvm::SmallVector<int, 4> Partition::requesters(mlir::Value v) {
  llvm::SmallVector<int, 4> found;
  auto it = requesters_.find(v);
  if (it == requesters_.end()) return found;
  ++walks_;
  for (int n : it->second) {
    int root = find(n);
    if (std::exchange(nodes_[root].seen, walks_) == walks_) continue;
    const Cluster &cluster = *nodes_[root].cluster;
    if (cluster.requests(v) && !cluster.contains(v.getDefiningOp())) found.push_back(root);
  }
  return found;
}

llvm::SmallVector<int, 4> Partition::readers(mlir::Value v) {
  llvm::SmallVector<int, 4> found = requesters(v);
  auto it = demanders_.find(v);
  if (it == demanders_.end()) return found;
  ++walks_;
  for (int n : found) nodes_[n].seen = walks_;
  for (int n : it->second)
    if (int root = find(n); std::exchange(nodes_[root].seen, walks_) != walks_) found.push_back(root);
  return found;
}

// Only what has a place before that of `to` can reach it.
bool Partition::reaches(llvm::ArrayRef<int> from, int to) {
  llvm::SmallVector<int> stack(from.begin(), from.end());
  ++walks_;
  while (!stack.empty()) {
    int n = find(stack.pop_back_val());
    if (n == to) return true;
    if (nodes_[n].place > nodes_[to].place || std::exchange(nodes_[n].seen, walks_) == walks_) continue;
    llvm::append_range(stack, nodes_[n].successors);
  }
  return false;
}

// Nodes are found from the last op to the first, so that a new one mostly comes before all others.
int Partition::addNode(Node node) {
  const int id = static_cast<int>(nodes_.size());
  node.place = -id;
  nodes_.push_back(std::move(node));
  return id;
}

// What is reached from a node, itself included, among those with places in [first, last].
llvm::SmallVector<int> Partition::between(int node, int first, int last, bool forward) {
  llvm::SmallVector<int> found, stack{node};
  ++walks_;
  while (!stack.empty()) {
    int n = find(stack.pop_back_val());
    if (nodes_[n].place < first || nodes_[n].place > last) continue;
    if (std::exchange(nodes_[n].seen, walks_) == walks_) continue;
    found.push_back(n);
    llvm::append_range(stack, forward ? nodes_[n].successors : nodes_[n].predecessors);
  }
  return found;
}

// Keeps the places in order as in D. J. Pearce, P. H. J. Kelly, A dynamic topological sort algorithm for directed
// acyclic graphs (2007): of what lies between the two, what leads to `from` changes places with what `to` leads to.
void Partition::addEdge(int from, int to) {
  from = find(from), to = find(to);
  if (from == to) return;
  nodes_[from].successors.push_back(to);
  nodes_[to].predecessors.push_back(from);
  const int first = nodes_[to].place, last = nodes_[from].place;
  if (last < first) return;
  auto byPlace = [&](int a, int b) { return nodes_[a].place < nodes_[b].place; };
  llvm::SmallVector<int> order = between(from, first, last, false), after = between(to, first, last, true);
  llvm::sort(order, byPlace);
  llvm::sort(after, byPlace);
  order.append(after);
  llvm::SmallVector<int> places = llvm::map_to_vector(order, [&](int n) { return nodes_[n].place; });
  llvm::sort(places);
  for (auto [n, place] : llvm::zip_equal(order, places)) nodes_[n].place = place;
}

bool Partition::mayWrite(int node, mlir::Value v) {
  llvm::SmallVector<int, 4> others = readers(v);
  llvm::erase(others, node);
  return !reaches(others, node);
}

void Partition::demand(mlir::Value v, int reader) {
  demanders_[v].insert(reader);
  if (auto it = writer_.find(v); it != writer_.end()) addEdge(it->second, reader);
}

// The moves between a value and the base in whose memory it is read stay in the block, without a buffer, unless
// something else needs one.
void Partition::view(mlir::Value v, mlir::Value base, int reader) {
  for (; v != base; v = v.getDefiningOp()->getOperand(0)) {
    viewed_.insert(v);
    followers_[v].push_back(reader);
  }
}

// Files the values that a cluster has begun to read.
void Partition::note(int node) {
  for (mlir::Value v : nodes_[node].cluster->takeNew()) requesters_[v].insert(node);
}

void Partition::write(int node, mlir::Value v) {
  writer_[v] = node;
  for (int reader : readers(v)) addEdge(node, reader);
  if (auto it = followers_.find(v); it != followers_.end())
    for (int follower : it->second) addEdge(node, follower);
}

int Partition::create(mlir::Operation *op) {
  mlir::Value v = op->getResult(0);
  Node node;
  node.cluster = isReduction(op) ? std::make_unique<Cluster>(ir::shapeOf(op->getOperand(0)), ir::reducedDimensions(op))
                                 : std::make_unique<Cluster>(ir::shapeOf(v), llvm::ArrayRef<int64_t>());
  const int id = addNode(std::move(node));
  write(id, v);
  nodes_[id].cluster->addOutput(v);
  nodes_[id].cluster->absorb(op);
  note(id);
  return id;
}

void Partition::keep(mlir::Operation *op) {
  Node node;
  node.op = op;
  const int id = addNode(std::move(node));
  for (mlir::Value v : op->getResults()) write(id, v);
}

void Partition::visitBoundary(mlir::Operation *op) {
  keep(op);
  const int id = static_cast<int>(nodes_.size()) - 1;
  for (mlir::Value v : op->getOperands()) demand(v, id);
  if (mlir::isMemoryEffectFree(op)) return;
  // Calls of the host, and loops and branches that have some, stay in their order; the last comes first here.
  if (nextEffect_ >= 0) nodes_[id].successors.push_back(nextEffect_);
  nextEffect_ = id;
}

// The results of a gradient of attention that are put side by side are written there at once.
bool Partition::visitPacked(mlir::Operation *concatenation) {
  auto packed = ir::packedGradient(concatenation);
  if (!packed) return false;
  mlir::Value y = concatenation->getResult(0);
  if (readers(y).empty()) return true;
  Node node;
  node.cluster = std::make_unique<Cluster>(ir::shapeOf(y), llvm::ArrayRef<int64_t>());
  node.cluster->addOutput(y);
  node.cluster->kind = ClusterKind::attention;
  node.cluster->keepInside(concatenation);
  for (mlir::Operation *move : packed->moves) node.cluster->keepInside(move);
  node.cluster->keepInside(packed->attention);
  packed_.insert(packed->attention);
  const int id = addNode(std::move(node));
  write(id, y);
  demandOperands(packed->attention, id);
  return true;
}

void Partition::visitAttention(mlir::Operation *op) {
  if (packed_.contains(op)) return;
  keep(op);
  demandOperands(op, static_cast<int>(nodes_.size()) - 1);
}

void Partition::demandOperands(mlir::Operation *op, int id) {
  const auto views = attentionViews(op);
  for (auto [x, read] : llvm::zip_equal(op->getOperands(), views)) {
    view(x, read.base, id);
    demand(read.base, id);
  }
}

void Partition::visitUpdate(mlir::Operation *op) {
  if (readers(op->getResult(0)).empty()) return;
  Node node;
  node.cluster = std::make_unique<Cluster>(Cluster::ofUpdate(op));
  const int id = addNode(std::move(node));
  write(id, op->getResult(0));
  note(id);
  demand(op->getOperand(0), id);
}

// A product takes in what follows it elementwise, or the transpose that follows it, if nothing else reads it.
int Partition::absorbProduct(ir::DotGeneralOp op) {
  mlir::Value y = op.getY();
  bool alone = readers(y).size() == 1 && !isDemanded(y);
  for (int n : requesters(y)) {
    Cluster &cluster = *nodes_[n].cluster;
    if (cluster.kind != ClusterKind::loop || isComplex(op)) continue;
    bool whole = cluster.role(y) == Role::whole &&
                 llvm::all_of(cluster.outputs(), [&](mlir::Value v) { return cluster.role(v) == Role::whole; });
    if (!whole && !(alone && cluster.productStrides(y))) continue;
    if (!alone) {  // others read the product itself: it is one more result
      if (!mayWrite(n, y) || cluster.productStrides(y)) continue;
      cluster.addOutput(y);
      write(n, y);
    }
    cluster.kind = ClusterKind::gemm;
    cluster.keepInside(op);
    return n;
  }
  return -1;
}

void Partition::visitProduct(ir::DotGeneralOp op) {
  if (readers(op.getY()).empty()) return;
  auto [lhs, rhs] = productViews(op);
  int id = absorbProduct(op);
  if (id >= 0)
    for (const ir::StridedView *view : {&lhs, &rhs})
      for (mlir::Value v = view == &lhs ? op.getLhs() : op.getRhs(); v != view->base;
           v = v.getDefiningOp()->getOperand(0))
        nodes_[id].cluster->keepInside(v.getDefiningOp());
  if (id < 0) {
    keep(op);
    id = static_cast<int>(nodes_.size()) - 1;
    view(op.getLhs(), lhs.base, id);
    view(op.getRhs(), rhs.base, id);
  }
  demand(lhs.base, id);
  demand(rhs.base, id);
}

void Partition::visitReduction(mlir::Operation *op) {
  mlir::Value v = op->getResult(0);
  auto readers = this->readers(v);
  if (readers.empty()) return;
  for (int node : requesters(v)) {
    Cluster &cluster = *nodes_[node].cluster;
    if (isFull(cluster) || !mayWrite(node, v) || !cluster.adopt(op)) continue;
    note(node);
    if (readers.size() > 1 || isDemanded(v)) {
      cluster.addOutput(v);
      note(node);
      write(node, v);
    }
    return;
  }
  // A sibling over the same elements: both sums in one pass.
  Cluster own(ir::shapeOf(op->getOperand(0)), ir::reducedDimensions(op));
  llvm::SetVector<int> candidates;  // those that read what it does, or what that is computed from
  auto addReaders = [&](mlir::Value x) {
    if (auto it = requesters_.find(x); it != requesters_.end())
      for (int n : it->second) candidates.insert(find(n));
  };
  addReaders(op->getOperand(0));
  if (mlir::Operation *source = op->getOperand(0).getDefiningOp()) llvm::for_each(source->getOperands(), addReaders);
  llvm::SmallVector<int> latest(candidates.begin(), candidates.end());
  llvm::sort(latest, std::greater<>());
  for (int n : latest) {
    Cluster &other = *nodes_[n].cluster;
    if (other.kind != ClusterKind::reduce || isFull(other) || !other.sameSpace(own) || reaches(readers, n)) continue;
    write(n, v);
    other.addOutput(v);
    other.absorb(op);
    return note(n);
  }
  create(op);
}

bool Partition::absorbs(int node, mlir::Operation *op, bool twice) {
  Cluster &cluster = *nodes_[node].cluster;
  mlir::Value v = op->getResult(0);
  if (isFull(cluster)) return false;
  size_t requests = cluster.requestCount(v);
  double cost = costOf(v);
  if (requests > 8 || (requests > 1 && cost > kCheap)) return false;
  if (cost <= kCheap) return true;
  if (twice) return false;
  return cluster.evaluations(v) <= 1.5 * static_cast<double>(std::max<int64_t>(1, ir::tensorType(v).getNumElements()));
}

// Joins the clusters that read v into one where they run over the same space and none needs another.
bool Partition::mergeRequesters(mlir::Value v) {
  auto found = requesters(v);
  int first = found[0];
  size_t weight = nodes_[first].cluster->weight();
  for (int other : llvm::drop_begin(found)) {
    Cluster &a = *nodes_[first].cluster, &b = *nodes_[other].cluster;
    if (!a.takesOutputs() || !b.takesOutputs() || !a.sameSpace(b)) return false;
    weight += b.weight();
    if (weight > largest_) return false;
    if (reaches({first}, other) || reaches({other}, first)) return false;
  }
  for (int other : llvm::drop_begin(found)) {
    if (reaches({first}, other) || reaches({other}, first)) return false;
    nodes_[first].cluster->merge(*nodes_[other].cluster);
    mergeNode(other, first);
    note(first);
  }
  return true;
}

// Makes a node, whose ops `into` has taken, one with that.
void Partition::mergeNode(int other, int into) {
  nodes_[other].mergedInto = into;
  nodes_[other].cluster.reset();
  for (int n : std::exchange(nodes_[other].successors, {})) addEdge(into, n);
  for (int n : std::exchange(nodes_[other].predecessors, {})) addEdge(n, into);
}

bool Partition::isDearNumber(mlir::Value v, size_t readers) const {
  return readers > kFewReaders && ir::tensorType(v).getNumElements() == 1 && costOf(v) > kCheap;
}

// In one kernel with the number before, if all that reads it can wait for that.
void Partition::computeNumber(mlir::Operation *op) {
  mlir::Value v = op->getResult(0);
  const int n = numbers_ < 0 ? -1 : find(numbers_);
  if (n < 0 || !nodes_[n].cluster->takesOutputs() || isFull(*nodes_[n].cluster) || !mayWrite(n, v) ||
      !nodes_[n].cluster->addOutput(v)) {
    numbers_ = create(op);
    return;
  }
  nodes_[n].cluster->absorb(op);
  note(n);
  write(n, v);
}

void Partition::visitElements(mlir::Operation *op) {
  mlir::Value v = op->getResult(0);
  bool demanded = isDemanded(v), viewed = viewed_.contains(v);
  auto found = requesters(v);
  if (found.empty() && !demanded && !viewed) return;
  if (mlir::isa<ir::ConstantOp>(op) && (!isSplat(op) || !demanded || ir::tensorType(v).getNumElements() <= 64)) {
    if (isSplat(op))
      for (int n : found)
        if (!isDemandedBy(v, n)) nodes_[n].cluster->absorb(op);
    if (demanded || viewed || !isSplat(op)) keep(op);
    return;
  }
  if ((mlir::isa<ir::ReshapeOp>(op) && demanded) || (viewed && !demanded)) {
    // A reshape is another name for a buffer, a view other strides over one.
    for (int n : found) {
      if (isDemandedBy(v, n)) continue;  // a product's operand, say, lies in memory
      nodes_[n].cluster->absorb(op);
      note(n);
    }
    keep(op);
    int id = static_cast<int>(nodes_.size()) - 1;
    return demanded ? demand(op->getOperand(0), id) : followers_[op->getOperand(0)].push_back(id);
  }
  if (!demanded && isDearNumber(v, found.size())) return computeNumber(op);
  bool twice = found.size() > 1 && (costOf(v) > kRecomputed || estimates_.lookup(v).leaves.size() > 1);
  auto absorbable = [&](int n) { return absorbs(n, op, twice); };
  if (!demanded && llvm::all_of(found, absorbable)) {
    for (int n : found) {
      nodes_[n].cluster->absorb(op);
      note(n);
    }
    return;
  }
  if (!demanded && found.size() > 1 && mergeRequesters(v) && absorbs(find(found[0]), op, false)) {
    nodes_[find(found[0])].cluster->absorb(op);
    return note(find(found[0]));
  }
  for (int n : requesters(v)) {
    Cluster &cluster = *nodes_[n].cluster;
    if (!cluster.takesOutputs() || isFull(cluster) || cluster.role(v) == Role::moved || !mayWrite(n, v)) continue;
    if (!cluster.addOutput(v)) continue;
    cluster.absorb(op);
    note(n);
    return write(n, v);
  }
  create(op);
}

// The bytes that both read or that one writes and the other reads, of arrays about as large as their space.
int64_t Partition::sparedByFold(int rows, int columns) {
  const Cluster &r = *nodes_[rows].cluster;
  int64_t spared = 0;
  nodes_[columns].cluster->inputs([&](mlir::Value v) {
    if (r.requests(v) && isAsLarge(v, r)) spared += ir::shapeDtypeOf(v.getType()).bytes();
  });
  return spared;
}

bool Partition::foldInto(int rows, int columns) {
  Cluster &r = *nodes_[rows].cluster, &c = *nodes_[columns].cluster;
  if (r.weight() + c.weight() > largest_ || sparedByFold(rows, columns) < kSparedByFold) return false;
  // What the sums of columns need of the rows is computed there; nothing else may lie between the two.
  llvm::SmallVector<int> others;
  for (int n : nodes_[rows].successors)
    if (find(n) != columns) others.push_back(n);
  if (reaches({columns}, rows) || reaches(others, columns)) return false;
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
    if (nodes_[c].mergedInto >= 0 || !nodes_[c].cluster || nodes_[c].cluster->kind != ClusterKind::reduce) continue;
    llvm::SetVector<int> candidates;
    nodes_[c].cluster->inputs([&](mlir::Value v) {
      if (!isAsLarge(v, *nodes_[c].cluster)) return;  // spares little, and a number has many readers
      if (auto it = requesters_.find(v); it != requesters_.end())
        for (int n : it->second) candidates.insert(find(n));
    });
    llvm::SmallVector<std::pair<int64_t, int>> ordered;
    for (int n : candidates)
      if (n != c && nodes_[n].cluster && nodes_[n].cluster->kind == ClusterKind::reduce)
        ordered.push_back({-sparedByFold(n, c), n});
    llvm::sort(ordered);
    for (auto [spared, n] : ordered)
      if (foldInto(n, c)) break;
  }
}

llvm::SmallVector<Partition::Step> Partition::steps() {
  llvm::DenseMap<mlir::Operation *, int> order;
  for (auto [i, op] : llvm::enumerate(block_)) order[&op] = static_cast<int>(i);
  llvm::SmallVector<llvm::SmallVector<int, 4>> before(nodes_.size());
  llvm::SmallVector<std::pair<int, int>> byPlace;
  for (int n = 0; n < static_cast<int>(nodes_.size()); ++n) {
    if (nodes_[n].mergedInto >= 0) continue;
    for (int s : nodes_[n].successors)
      if (find(s) != n) before[find(s)].push_back(n);
    int place = nodes_[n].op ? order[nodes_[n].op] : INT_MAX;
    if (nodes_[n].cluster)
      for (mlir::Value v : nodes_[n].cluster->outputs()) place = std::min(place, order[v.getDefiningOp()]);
    byPlace.push_back({place, n});
  }
  llvm::sort(byPlace);
  llvm::SmallVector<Step> steps;
  for (auto &needs : before) llvm::sort(needs, std::greater<>());
  llvm::BitVector begun(nodes_.size());
  auto emit = [&](int root) {  // what a node needs, the latest first, and then itself
    llvm::SmallVector<std::pair<int, size_t>> stack;
    auto begin = [&](int n) {
      if (!begun[n]) stack.push_back({n, 0});
      begun[n] = true;
    };
    begin(root);
    while (!stack.empty()) {
      auto &[n, next] = stack.back();
      if (next < before[n].size()) {
        begin(before[n][next++]);
        continue;
      }
      steps.push_back({nodes_[n].cluster.get(), nodes_[n].op});
      stack.pop_back();
    }
  };
  for (auto [place, n] : byPlace) emit(n);
  return steps;
}

}  // namespace fluxion::passes
