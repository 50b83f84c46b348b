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

bool isSplat(mlir::Operation *op) {
  auto constant = mlir::dyn_cast<ir::ConstantOp>(op);
  return constant && constant.getValue().isSplat();
}

bool isComplex(mlir::Operation *op) {
  auto complex = [](mlir::Value v) { return mlir::isa<mlir::ComplexType>(ir::elementType(v)); };
  return llvm::any_of(op->getOperands(), complex) || llvm::any_of(op->getResults(), complex);
}

}  // namespace

Partition::Partition(mlir::Block &block, bool folds)
    : block_(block), isVeryLong_(passes::isVeryLong(block)), largest_(isVeryLong_ ? kLargestOfMany : kLargestKernel) {
  computeCosts();
  for (mlir::Operation &op : llvm::reverse(block)) {
    visit(&op);
    --order_;
  }
  if (folds) foldColumns();
}

Partition::Known &Partition::know(mlir::Value v) {
  if (v == last_.first) return *last_.second;
  Known *&known = known_.try_emplace(v).first->second;
  if (!known) known = new (allocator_.Allocate()) Known;
  last_ = {v, known};
  return *known;
}

void Partition::computeCosts() {
  const auto count = static_cast<unsigned>(llvm::range_size(block_));
  known_.reserve(count + block_.getNumArguments());
  for (mlir::Operation &op : block_.without_terminator()) {
    for (mlir::Value v : op.getResults()) know(v).order = order_;
    if (ir::isElementMap(&op) && op.getNumResults() == 1) computeCost(&op, op.getResult(0), know(op.getResult(0)));
    ++order_;
  }
}

void Partition::computeCost(mlir::Operation *op, mlir::Value v, Known &known) {
  const int64_t elements = countOf(v);
  auto add = [&](mlir::Value leaf) {
    if (known.leaves.size() < 4 && 4 * countOf(leaf) > elements && !llvm::is_contained(known.leaves, leaf))
      known.leaves.push_back(leaf);
  };
  known.isElements = true;
  known.cost = ownCost(op);
  for (mlir::Value x : op->getOperands()) {
    const Known &operand = know(x);
    if (!operand.isElements) {
      add(x);
      continue;
    }
    known.cost += operand.cost;
    llvm::for_each(operand.leaves, add);
  }
  known.cost = std::min(known.cost, 1e4);
}

void Partition::visit(mlir::Operation *op) {
  if (auto dot = mlir::dyn_cast<ir::DotGeneralOp>(op)) return visitProduct(dot);
  if (isReduction(op)) return visitReduction(op);
  if (visitPacked(op)) return;
  if (op->getNumResults() == 1 ? know(op->getResult(0)).isElements : ir::isElementMap(op)) return visitElements(op);
  if (mlir::isa<ir::ScatterOp, ir::DynamicUpdateSliceOp>(op)) return visitUpdate(op);
  if (ir::isAttention(op)) return visitAttention(op);
  visitBoundary(op);
}

// In linear time: numbers are read by a kernel of each layer.
llvm::SmallVector<int, 4> Partition::requesters(mlir::Value v) {
  llvm::SmallVector<int, 4> found;
  graph_.beginWalk();
  for (int n : know(v).requesters) {
    int root = graph_.find(n);
    if (!graph_.see(root)) continue;
    const Cluster &cluster = *nodes_[root].cluster;
    if (cluster.requests(v) && !cluster.contains(v.getDefiningOp())) found.push_back(root);
  }
  return found;
}

llvm::SmallVector<int, 4> Partition::readers(mlir::Value v) {
  llvm::SmallVector<int, 4> found = requesters(v);
  const auto &demanders = know(v).demanders;
  if (demanders.empty()) return found;
  graph_.beginWalk();
  for (int n : found) graph_.see(n);
  for (int n : demanders)
    if (int root = graph_.find(n); graph_.see(root)) found.push_back(root);
  return found;
}

// Nodes are found from the last op to the first, so that a new one mostly comes before all others.
int Partition::addNode(Node node) {
  node.order = order_;
  nodes_.push_back(std::move(node));
  return graph_.add();
}

bool Partition::mayWrite(int node, mlir::Value v) {
  llvm::SmallVector<int, 4> others = readers(v);
  llvm::erase(others, node);
  return !graph_.reaches(others, node);
}

void Partition::demand(mlir::Value v, int reader) {
  Known &known = know(v);
  known.demanders.insert(reader);
  if (known.writer >= 0) graph_.addEdge(known.writer, reader);
}

// The moves between a value and the base in whose memory it is read stay in the block, without a buffer, unless
// something else needs one.
void Partition::view(mlir::Value v, mlir::Value base, int reader) {
  for (; v != base; v = v.getDefiningOp()->getOperand(0)) {
    Known &known = know(v);
    known.isViewed = true;
    known.followers.push_back(reader);
  }
}

// Files the values that a cluster has begun to read.
void Partition::note(int node) {
  for (mlir::Value v : nodes_[node].cluster->takeNew()) know(v).requesters.insert(node);
}

void Partition::write(int node, mlir::Value v) {
  Known &known = know(v);
  known.writer = node;
  for (int reader : readers(v)) graph_.addEdge(node, reader);
  for (int follower : known.followers) graph_.addEdge(node, follower);
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
  if (nextEffect_ >= 0) graph_.addEdge(id, nextEffect_);
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
    for (int n : know(x).requesters) candidates.insert(graph_.find(n));
  };
  addReaders(op->getOperand(0));
  if (mlir::Operation *source = op->getOperand(0).getDefiningOp()) llvm::for_each(source->getOperands(), addReaders);
  llvm::SmallVector<int> latest(candidates.begin(), candidates.end());
  llvm::sort(latest, std::greater<>());
  for (int n : latest) {
    Cluster &other = *nodes_[n].cluster;
    if (other.kind != ClusterKind::reduce || isFull(other) || !other.sameSpace(own) || graph_.reaches(readers, n))
      continue;
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
  double cost = know(v).cost;
  if (requests > 8 || (requests > 1 && cost > kCheap)) return false;
  if (cost <= kCheap) return true;
  if (twice) return false;
  return cluster.evaluations(v) <= 1.5 * static_cast<double>(std::max<int64_t>(1, countOf(v)));
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
    if (graph_.reaches({first}, other) || graph_.reaches({other}, first)) return false;
  }
  for (int other : llvm::drop_begin(found)) {
    if (graph_.reaches({first}, other) || graph_.reaches({other}, first)) return false;
    nodes_[first].cluster->merge(*nodes_[other].cluster);
    mergeNode(other, first);
    note(first);
  }
  return true;
}

// Makes a node, whose ops `into` has taken, one with that.
void Partition::mergeNode(int other, int into) {
  nodes_[other].cluster.reset();
  graph_.merge(other, into);
}

bool Partition::isDearNumber(mlir::Value v, size_t readers) {
  return readers > kFewReaders && countOf(v) == 1 && know(v).cost > kCheap;
}

// In one kernel with the number before, if all that reads it can wait for that.
void Partition::computeNumber(mlir::Operation *op) {
  mlir::Value v = op->getResult(0);
  const int n = numbers_ < 0 ? -1 : graph_.find(numbers_);
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
  const Known &known = know(v);
  const bool demanded = isDemanded(v), viewed = known.isViewed;
  auto found = requesters(v);
  if (found.empty() && !demanded && !viewed) return;
  if (mlir::isa<ir::ConstantOp>(op) && (!isSplat(op) || !demanded || countOf(v) <= 64)) {
    if (isSplat(op))
      for (int n : found)
        if (!known.demanders.contains(n)) nodes_[n].cluster->absorb(op);
    if (demanded || viewed || !isSplat(op)) keep(op);
    return;
  }
  if ((mlir::isa<ir::ReshapeOp>(op) && demanded) || (viewed && !demanded)) {
    // A reshape is another name for a buffer, a view other strides over one.
    for (int n : found) {
      if (known.demanders.contains(n)) continue;  // a product's operand, say, lies in memory
      nodes_[n].cluster->absorb(op);
      note(n);
    }
    keep(op);
    int id = static_cast<int>(nodes_.size()) - 1;
    return demanded ? demand(op->getOperand(0), id) : know(op->getOperand(0)).followers.push_back(id);
  }
  if (!demanded && isDearNumber(v, found.size())) return computeNumber(op);
  bool twice = found.size() > 1 && (known.cost > kRecomputed || known.leaves.size() > 1);
  auto absorbable = [&](int n) { return absorbs(n, op, twice); };
  if (!demanded && llvm::all_of(found, absorbable)) {
    for (int n : found) {
      nodes_[n].cluster->absorb(op);
      note(n);
    }
    return;
  }
  if (!demanded && found.size() > 1 && mergeRequesters(v) && absorbs(graph_.find(found[0]), op, false)) {
    nodes_[graph_.find(found[0])].cluster->absorb(op);
    return note(graph_.find(found[0]));
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

llvm::SmallVector<Partition::Step> Partition::steps() {
  llvm::SmallVector<llvm::SmallVector<int, 4>> before(nodes_.size());
  llvm::SmallVector<std::pair<int, int>> byPlace;
  for (int n = 0; n < static_cast<int>(nodes_.size()); ++n) {
    if (graph_.isMerged(n)) continue;
    for (int s : graph_.successors(n))
      if (graph_.find(s) != n) before[graph_.find(s)].push_back(n);
    int place = nodes_[n].op ? nodes_[n].order : INT_MAX;
    if (nodes_[n].cluster)
      for (mlir::Value v : nodes_[n].cluster->outputs()) place = std::min(place, know(v).order);
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
