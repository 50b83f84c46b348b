#include "passes/fusion/cluster.h"

#include "ir/ops.h"
#include "llvm/ADT/STLExtras.h"
#include "passes/fusion/cost.h"

namespace fluxion::passes {

using ir::IndexExpr;
using ir::IndexVector;
using ir::shapeOf;

bool isReduction(mlir::Operation *op) { return mlir::isa<ir::ReduceOp, ir::ArgReduceOp>(op) && !ir::isElementMap(op); }

Cluster::Cluster(llvm::ArrayRef<int64_t> shape, llvm::ArrayRef<int64_t> reduced) { reset(shape, reduced); }

void Cluster::reset(llvm::ArrayRef<int64_t> shape, llvm::ArrayRef<int64_t> reduced) {
  shape_.assign(shape.begin(), shape.end());
  space_ = {};
  root_.clear();
  requests_.clear();
  places_.clear();
  placeByHash_.clear();
  new_.clear();
  places_.reserve(4);
  for (int64_t n : shape) root_.push_back(space_.loop(n));
  whole_ = space_.linear(root_, shape);
  setReduced(reduced);
  setFolded({});
}

// Row-major numbers over the dimensions that are not listed, and over those that are.
std::pair<IndexExpr, IndexExpr> Cluster::numbersWithout(llvm::ArrayRef<int64_t> dims) {
  ir::Sizes otherShape, shape;
  IndexVector others, listed;
  for (auto [d, n] : llvm::enumerate(shape_)) {
    bool isListed = llvm::is_contained(dims, static_cast<int64_t>(d));
    (isListed ? shape : otherShape).push_back(n);
    (isListed ? listed : others).push_back(root_[d]);
  }
  return {space_.linear(others, otherShape), space_.linear(listed, shape)};
}

void Cluster::setReduced(llvm::ArrayRef<int64_t> reduced) {
  reduced_.assign(reduced.begin(), reduced.end());
  kind = reduced.empty() ? ClusterKind::loop : ClusterKind::reduce;
  std::tie(kept_, summed_) = numbersWithout(reduced_);
}

void Cluster::setFolded(llvm::ArrayRef<int64_t> folded) {
  folded_.assign(folded.begin(), folded.end());
  folds_.clear();
  if (!folded.empty()) std::tie(unfolded_, foldedNumber_) = numbersWithout(folded_);
}

Role Cluster::role(mlir::Value v, const IndexVector &at) const {
  if (shapeOf(v) == llvm::ArrayRef<int64_t>(shape_) && at == root_) return Role::whole;
  IndexExpr position = space_.linear(at, shapeOf(v));
  int64_t all = 1, kept = 1, unfolded = 1;
  for (auto [d, n] : llvm::enumerate(shape_)) {
    all *= n;
    if (!llvm::is_contained(reduced_, static_cast<int64_t>(d))) kept *= n;
    if (!llvm::is_contained(folded_, static_cast<int64_t>(d))) unfolded *= n;
  }
  if (position == whole_ && countOf(v) == all) return Role::whole;
  if (kind == ClusterKind::reduce && position == kept_ && countOf(v) == kept) return Role::kept;
  if (!folded_.empty() && position == unfolded_ && countOf(v) == unfolded) return Role::folded;
  return Role::moved;
}

Role Cluster::role(mlir::Value v) const {
  auto at = requestsOf(v);
  return at.size() == 1 ? role(v, places_[at[0]]) : Role::moved;
}

llvm::ArrayRef<int> Cluster::requestsOf(mlir::Value v) const {
  auto it = requests_.find(v);
  return it == requests_.end() ? llvm::ArrayRef<int>() : llvm::ArrayRef<int>(it->second);
}

// Of indices with the same hash that differ, which are as rare as can be, the second is kept each time anew: a value
// may then be computed twice.
int Cluster::placeOf(const IndexVector &at) {
  llvm::hash_code hash(at.size());
  for (const IndexExpr &e : at) {
    hash = llvm::hash_combine(hash, e.constant, e.terms.size());
    for (auto [variable, factor] : e.terms) hash = llvm::hash_combine(hash, variable, factor);
  }
  const int next = static_cast<int>(places_.size());
  auto [it, isNew] = placeByHash_.try_emplace(hash >> 1, next);  // the two largest keys are the map's own
  if (!isNew && places_[it->second] == at) return it->second;
  places_.push_back(at);
  return next;
}

void Cluster::request(mlir::Value v, int place) {
  auto &list = requests_[v];
  if (list.empty()) new_.push_back(v);
  if (!llvm::is_contained(list, place)) list.push_back(place);
}

bool Cluster::addOutput(mlir::Value v) {
  IndexVector at = space_.delinear(whole_, shapeOf(v));
  if (role(v, at) != Role::whole) at = space_.delinear(kept_, shapeOf(v));
  if (role(v, at) == Role::moved) return false;
  outputs_.insert(v);
  request(v, at);
  return true;
}

Cluster Cluster::ofUpdate(mlir::Operation *op) {
  auto scatter = mlir::dyn_cast<ir::ScatterOp>(op);
  mlir::Value update = scatter ? scatter.getUpdates() : mlir::cast<ir::DynamicUpdateSliceOp>(op).getUpdate();
  Cluster c(shapeOf(update), ir::updateLoops(op));
  c.kind = ClusterKind::update;
  c.outputs_.insert(op->getResult(0));
  c.absorbed_.insert(op);
  c.request(update, c.root_);
  llvm::SmallVector<ir::ElementSource, 4> sources;
  ir::updatePosition(op, c.space_, c.root_, sources);
  for (const ir::ElementSource &s : sources) c.request(op->getOperand(s.operand), s.at);
  return c;
}

void Cluster::requestReduced(mlir::Operation *op, const IndexVector &at) {
  auto shape = shapeOf(op->getOperand(0));
  ir::Sizes sizes;
  for (int64_t d : ir::reducedDimensions(op)) sizes.push_back(shape[d]);
  const IndexExpr &number = folds_.contains(op) ? foldedNumber_ : summed_;
  request(op->getOperand(0), ir::reduceSource(op, at, space_.delinear(number, sizes)));
}

void Cluster::absorbAt(mlir::Operation *op, int place) {
  if (mlir::isa<ir::ElementwiseInterface>(op)) {  // as elementSources has it, without copies of the index
    for (mlir::Value x : op->getOperands()) shapeOf(x).empty() ? request(x, IndexVector()) : request(x, place);
    return;
  }
  const IndexVector at = places_[place];
  if (isReduction(op)) return requestReduced(op, at);
  llvm::SmallVector<ir::ElementSource, 4> sources;
  ir::elementSources(op, space_, at, sources);
  for (const ir::ElementSource &s : sources) request(op->getOperand(s.operand), s.at);
}

void Cluster::absorb(mlir::Operation *op) {
  if (absorbed_.insert(op)) weight_ += ownCost(op) >= 10 ? kWeightOfDear : 1;
  for (int place : llvm::SmallVector<int, 4>(requestsOf(op->getResult(0)))) absorbAt(op, place);
}

// Whether the reduction's operand is read by the whole space and its result by the kept part.
bool Cluster::matches(mlir::Operation *op) {
  mlir::Value y = op->getResult(0), x = op->getOperand(0);
  if (role(y) != Role::kept) return false;
  ir::Sizes sizes;
  int64_t summed = 1, space = 1;
  for (int64_t d : ir::reducedDimensions(op)) sizes.push_back(shapeOf(x)[d]), summed *= sizes.back();
  for (int64_t d : reduced_) space *= shape_[d];
  if (summed != space) return false;
  return role(x, ir::reduceSource(op, firstRequest(y), space_.delinear(summed_, sizes))) == Role::whole;
}

bool Cluster::adopt(mlir::Operation *op) {
  mlir::Value y = op->getResult(0);
  if (!takesOutputs() || requestsOf(y).size() != 1) return false;
  if (kind == ClusterKind::loop) {
    uint64_t used = space_.loops(firstRequest(y));
    ir::Sizes free;
    for (auto [d, e] : llvm::enumerate(root_))
      if (!e.isConstant() && !(used & space_.loops(e))) free.push_back(static_cast<int64_t>(d));
    if (!free.empty()) {
      setReduced(free);
      if (!matches(op)) return setReduced({}), false;
    } else {
      // Every element needs one sum: the sums become further, inner loops.
      if (role(y) != Role::whole || countOf(op->getOperand(0)) == 0) return false;
      Cluster wider(shapeOf(op->getOperand(0)), ir::reducedDimensions(op));
      wider.replay(outputs_, absorbed_);
      if (wider.outputs_.size() != outputs_.size() || !wider.matches(op)) return false;
      wider.new_.clear();
      *this = std::move(wider);
    }
  } else if (!matches(op)) {
    return false;
  }
  absorb(op);
  return true;
}

void Cluster::replay(const Outputs &outputs, const Ops &ops) {
  for (mlir::Value v : outputs)
    if (!isFold(v)) addOutput(v);
  llvm::SmallVector<mlir::Operation *> order(ops.begin(), ops.end());
  llvm::sort(order, [](mlir::Operation *a, mlir::Operation *b) { return b->isBeforeInBlock(a); });
  for (mlir::Operation *op : order) absorb(op);
}

void Cluster::merge(const Cluster &other) {
  Outputs outputs = outputs_;
  Ops ops = absorbed_;
  outputs.insert(other.outputs_.begin(), other.outputs_.end());
  ops.insert(other.absorbed_.begin(), other.absorbed_.end());
  ir::Sizes shape = shape_, reduced = reduced_;
  reset(shape, reduced);
  outputs_.clear();
  absorbed_.clear();
  weight_ = 0;
  replay(outputs, ops);
}

double Cluster::evaluations(mlir::Value v) const {
  double total = 0;
  for (int place : requestsOf(v)) {
    // The loops over kept dimensions are outside those over reduced ones; a value is computed where its last loop runs.
    uint64_t used = space_.loops(places_[place]);
    double product = 1, times = 1;
    for (bool summed : {false, true})
      for (auto [d, e] : llvm::enumerate(root_)) {
        if (llvm::is_contained(reduced_, static_cast<int64_t>(d)) != summed) continue;
        product *= static_cast<double>(shape_[d]);
        if (used & space_.loops(e)) times = product;
      }
    total += times;
  }
  return total;
}

std::optional<ir::Sizes> Cluster::productStrides(mlir::Value product) const {
  if (outputs_.size() != 1 || requestsOf(product).size() != 1) return std::nullopt;
  if (!llvm::all_of(absorbed_, [](mlir::Operation *op) { return mlir::isa<ir::TransposeOp, ir::ReshapeOp>(op); }))
    return std::nullopt;
  ir::Sizes strides;
  uint64_t seen = 0;
  for (const IndexExpr &e : firstRequest(product)) {
    if (e.isConstant()) {
      strides.push_back(0);
      continue;
    }
    if (e.terms.size() != 1 || e.constant || e.terms[0].second != 1 || (seen & space_.loops(e))) return std::nullopt;
    seen |= space_.loops(e);
    for (auto [v, k] : whole_.terms)
      if (v == e.terms[0].first) strides.push_back(k);
  }
  if (strides.size() != firstRequest(product).size()) return std::nullopt;
  return strides;
}

}  // namespace fluxion::passes
