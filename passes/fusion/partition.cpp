#include "passes/fusion/partition.h"

#include <climits>
#include <functional>

#include "ir/ops.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLExtras.h"
#include "passes/fusion/cost.h"

namespace fluxion::passes {

namespace {

bool isReduction(mlir::Operation *op) { return mlir::isa<ir::ReduceOp, ir::ArgReduceOp>(op) && !ir::isElementMap(op); }

bool isSplat(mlir::Operation *op) {
  auto constant = mlir::dyn_cast<ir::ConstantOp>(op);
  return constant && constant.getValue().isSplat();
}

bool isComplex(mlir::Operation *op) {
  auto complex = [](mlir::Value v) { return mlir::isa<mlir::ComplexType>(ir::elementType(v)); };
  return llvm::any_of(op->getOperands(), complex) || llvm::any_of(op->getResults(), complex);
}

}  // namespace

Partition::Partition(mlir::Block &block) : block_(block) {
  computeCosts();
  for (mlir::Operation &op : llvm::reverse(block)) visit(&op);
}

void Partition::computeCosts() {
  for (mlir::Operation &op : block_.without_terminator()) {
    if (!ir::isElementMap(&op) || op.getNumResults() != 1) continue;
    double cost = ownCost(&op);
    mlir::Value v = op.getResult(0);
    llvm::SmallVector<mlir::Value, 2> leaves;
    auto add = [&](mlir::Value leaf) {
      bool large = 4 * ir::tensorType(leaf).getNumElements() > ir::tensorType(v).getNumElements();
      if (large && leaves.size() < 4 && !llvm::is_contained(leaves, leaf)) leaves.push_back(leaf);
    };
    for (mlir::Value x : op.getOperands()) {
      cost += cost_.lookup(x);
      if (auto it = leaves_.find(x); it != leaves_.end())
        llvm::for_each(it->second, add);
      else
        add(x);
    }
    cost_[v] = std::min(cost, 1e4);
    leaves_[v] = leaves;
  }
}

void Partition::visit(mlir::Operation *op) {
  if (auto dot = mlir::dyn_cast<ir::DotGeneralOp>(op)) return visitProduct(dot);
  if (isReduction(op)) return visitReduction(op);
  if (ir::isElementMap(op)) return visitElements(op);
  if (mlir::isa<ir::ScatterOp, ir::DynamicUpdateSliceOp>(op)) return visitUpdate(op);
  visitBoundary(op);
}

int Partition::find(int node) const {
  while (nodes_[node].mergedInto >= 0) node = nodes_[node].mergedInto;
  return node;
}

llvm::SmallVector<int, 4> Partition::requesters(mlir::Value v) {
  llvm::SmallVector<int, 4> found;
  for (int n : requesters_[v]) {
    int root = find(n);
    const Cluster &cluster = *nodes_[root].cluster;
    if (!llvm::is_contained(found, root) && cluster.requests(v) && !cluster.contains(v.getDefiningOp()))
      found.push_back(root);
  }
  return found;
}

llvm::SmallVector<int, 4> Partition::readers(mlir::Value v) {
  llvm::SmallVector<int, 4> found = requesters(v);
  for (int n : demanders_[v])
    if (!llvm::is_contained(found, find(n))) found.push_back(find(n));
  return found;
}

bool Partition::reaches(llvm::ArrayRef<int> from, int to) {
  llvm::SmallVector<int> stack(from.begin(), from.end());
  llvm::DenseSet<int> seen;
  while (!stack.empty()) {
    int n = find(stack.pop_back_val());
    if (n == to) return true;
    if (!seen.insert(n).second) continue;
    llvm::append_range(stack, nodes_[n].successors);
  }
  return false;
}

bool Partition::mayWrite(int node, mlir::Value v) {
  llvm::SmallVector<int, 4> others = readers(v);
  llvm::erase(others, node);
  return !reaches(others, node);
}

void Partition::demand(mlir::Value v, int reader) {
  demanders_[v].insert(reader);
  if (auto it = writer_.find(v); it != writer_.end()) nodes_[find(it->second)].successors.push_back(reader);
}

// Files the values that a cluster has begun to read.
void Partition::note(int node) {
  for (mlir::Value v : nodes_[node].cluster->takeNew()) requesters_[v].insert(node);
}

void Partition::write(int node, mlir::Value v) {
  writer_[v] = node;
  for (int reader : readers(v))
    if (reader != node) nodes_[node].successors.push_back(reader);
  llvm::append_range(nodes_[node].successors, followers_.lookup(v));
}

int Partition::create(mlir::Operation *op) {
  mlir::Value v = op->getResult(0);
  Node node;
  node.cluster = isReduction(op) ? std::make_unique<Cluster>(ir::shapeOf(op->getOperand(0)), ir::reducedDimensions(op))
                                 : std::make_unique<Cluster>(ir::shapeOf(v), llvm::ArrayRef<int64_t>());
  nodes_.push_back(std::move(node));
  int id = static_cast<int>(nodes_.size()) - 1;
  write(id, v);
  nodes_[id].cluster->addOutput(v);
  nodes_[id].cluster->absorb(op);
  note(id);
  return id;
}

void Partition::keep(mlir::Operation *op) {
  Node node;
  node.op = op;
  nodes_.push_back(std::move(node));
  int id = static_cast<int>(nodes_.size()) - 1;
  for (mlir::Value v : op->getResults()) write(id, v);
}

void Partition::visitBoundary(mlir::Operation *op) {
  keep(op);
  for (mlir::Value v : op->getOperands()) demand(v, static_cast<int>(nodes_.size()) - 1);
}

void Partition::visitUpdate(mlir::Operation *op) {
  if (readers(op->getResult(0)).empty()) return;
  Node node;
  node.cluster = std::make_unique<Cluster>(Cluster::ofUpdate(op));
  nodes_.push_back(std::move(node));
  int id = static_cast<int>(nodes_.size()) - 1;
  write(id, op->getResult(0));
  note(id);
  demand(op->getOperand(0), id);
}

// A product takes in what follows it elementwise, or the transpose that follows it, if nothing else reads it.
int Partition::absorbProduct(ir::DotGeneralOp op) {
  mlir::Value y = op.getY();
  bool alone = readers(y).size() == 1 && demanders_[y].empty();
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
    // The views in between stay in the block, without a buffer, unless something else needs one.
    for (const ir::StridedView *view : {&lhs, &rhs})
      for (mlir::Value v = view == &lhs ? op.getLhs() : op.getRhs(); v != view->base;
           v = v.getDefiningOp()->getOperand(0)) {
        viewed_.insert(v);
        followers_[v].push_back(id);
      }
  }
  demand(lhs.base, id);
  demand(rhs.base, id);
}

void Partition::visitReduction(mlir::Operation *op) {
  mlir::Value v = op->getResult(0);
  auto readers = this->readers(v);
  if (readers.empty()) return;
  for (int node : requesters(v)) {
    if (!mayWrite(node, v)) continue;
    Cluster &cluster = *nodes_[node].cluster;
    if (!cluster.adopt(op)) continue;
    note(node);
    if (readers.size() > 1 || !demanders_[v].empty()) {
      cluster.addOutput(v);
      note(node);
      write(node, v);
    }
    return;
  }
  // A sibling over the same elements: both sums in one pass.
  Cluster own(ir::shapeOf(op->getOperand(0)), ir::reducedDimensions(op));
  auto *source = op->getOperand(0).getDefiningOp();
  for (int n = static_cast<int>(nodes_.size()) - 1; n >= 0; --n) {
    Cluster *other = nodes_[n].mergedInto < 0 ? nodes_[n].cluster.get() : nullptr;
    if (!other || other->kind != ClusterKind::reduce || !other->sameSpace(own)) continue;
    bool shares = other->requests(op->getOperand(0)) ||
                  (source && llvm::any_of(source->getOperands(), [&](mlir::Value x) { return other->requests(x); }));
    if (!shares || reaches(readers, n)) continue;
    write(n, v);
    other->addOutput(v);
    other->absorb(op);
    return note(n);
  }
  create(op);
}

bool Partition::absorbs(int node, mlir::Operation *op, bool twice) {
  Cluster &cluster = *nodes_[node].cluster;
  mlir::Value v = op->getResult(0);
  if (cluster.ops().size() > kLargestKernel) return false;
  size_t requests = cluster.requestsOf(v).size();
  double cost = cost_.lookup(v);
  if (requests > 8 || (requests > 1 && cost > kCheap)) return false;
  if (cost <= kCheap) return true;
  if (twice) return false;
  return cluster.evaluations(v) <= 1.5 * static_cast<double>(std::max<int64_t>(1, ir::tensorType(v).getNumElements()));
}

// Joins the clusters that read v into one where they run over the same space and none needs another.
bool Partition::mergeRequesters(mlir::Value v) {
  auto found = requesters(v);
  int first = found[0];
  size_t size = nodes_[first].cluster->ops().size();
  for (int other : llvm::drop_begin(found)) {
    Cluster &a = *nodes_[first].cluster, &b = *nodes_[other].cluster;
    size += b.ops().size();
    if (size > kLargestKernel) return false;
    if (!a.takesOutputs() || !b.takesOutputs() || !a.sameSpace(b)) return false;
    if (reaches({first}, other) || reaches({other}, first)) return false;
  }
  for (int other : llvm::drop_begin(found)) {
    if (reaches({first}, other) || reaches({other}, first)) return false;
    nodes_[first].cluster->merge(*nodes_[other].cluster);
    llvm::append_range(nodes_[first].successors, nodes_[other].successors);
    nodes_[other].mergedInto = first;
    nodes_[other].cluster.reset();
    note(first);
  }
  return true;
}

void Partition::visitElements(mlir::Operation *op) {
  mlir::Value v = op->getResult(0);
  bool demanded = !demanders_[v].empty(), viewed = viewed_.contains(v);
  auto found = requesters(v);
  if (found.empty() && !demanded && !viewed) return;
  if (mlir::isa<ir::ConstantOp>(op) && (!isSplat(op) || !demanded || ir::tensorType(v).getNumElements() <= 64)) {
    if (isSplat(op))
      for (int n : found)
        if (!demanders_[v].contains(n)) nodes_[n].cluster->absorb(op);
    if (demanded || viewed || !isSplat(op)) keep(op);
    return;
  }
  if ((mlir::isa<ir::ReshapeOp>(op) && demanded) || (viewed && !demanded)) {
    // A reshape is another name for a buffer, a view other strides over one.
    for (int n : found) {
      if (demanders_[v].contains(n)) continue;  // a product's operand, say, lies in memory
      nodes_[n].cluster->absorb(op);
      note(n);
    }
    keep(op);
    int id = static_cast<int>(nodes_.size()) - 1;
    return demanded ? demand(op->getOperand(0), id) : followers_[op->getOperand(0)].push_back(id);
  }
  bool twice = found.size() > 1 && (cost_.lookup(v) > kRecomputed || leaves_.lookup(v).size() > 1);
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
    if (cluster.ops().size() > kLargestKernel) continue;
    if (!cluster.takesOutputs() || cluster.role(v) == Role::moved || !mayWrite(n, v)) continue;
    if (!cluster.addOutput(v)) continue;
    cluster.absorb(op);
    note(n);
    return write(n, v);
  }
  create(op);
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
  llvm::BitVector done(nodes_.size());
  std::function<void(int)> emit = [&](int n) {
    if (done[n]) return;
    done[n] = true;
    llvm::SmallVector<int, 4> &needs = before[n];
    llvm::sort(needs);
    for (int m : llvm::reverse(needs)) emit(m);
    steps.push_back({nodes_[n].cluster.get(), nodes_[n].op});
  };
  for (auto [place, n] : byPlace) emit(n);
  return steps;
}

}  // namespace fluxion::passes
