#include "codegen/loops/loops.h"

#include "ir/folds.h"
#include "llvm/ADT/STLExtras.h"

namespace fluxion::codegen {

using ir::IndexExpr;
using ir::IndexVariable;
using ir::IndexVector;
using ir::shapeOf;

int64_t coefficient(const IndexExpr &e, int variable) {
  for (auto [v, k] : e.terms)
    if (v == variable) return k;
  return 0;
}

namespace {

// Row-major numbers over the dimensions that are not listed, and over those that are.
std::pair<IndexExpr, IndexExpr> numbersWithout(KernelLoops &k, llvm::ArrayRef<int64_t> shape,
                                               llvm::ArrayRef<int64_t> dims) {
  IndexVector others, listed;
  ir::Sizes otherSizes, sizes;
  for (auto [d, n] : llvm::enumerate(shape)) {
    bool isListed = llvm::is_contained(dims, static_cast<int64_t>(d));
    (isListed ? listed : others).push_back(k.root[d]);
    (isListed ? sizes : otherSizes).push_back(n);
  }
  return {k.space.linear(others, otherSizes), k.space.linear(listed, sizes)};
}

}  // namespace

KernelLoops makeLoops(llvm::ArrayRef<int64_t> shape, llvm::ArrayRef<int64_t> reduced, const LoopShape &cut,
                      llvm::ArrayRef<int64_t> folded) {
  KernelLoops k;
  llvm::SmallVector<std::pair<size_t, int64_t>, 8> factors;  // dimension, size
  for (auto [d, sizes] : llvm::enumerate(cut.factors))
    for (int64_t n : sizes) factors.push_back({d, n});
  k.root.resize(shape.size());
  llvm::SmallVector<Loop, 6> summed;
  for (size_t i = 0; i < factors.size();) {
    size_t end = i + 1;
    ir::Sizes sizes{factors[i].second};
    for (; end < factors.size() && cut.joined[end - 1]; ++end) sizes.push_back(factors[end].second);
    int64_t n = 1;
    for (int64_t s : sizes) n *= s;
    const auto d = static_cast<int64_t>(factors[i].first);
    bool isReduced = llvm::is_contained(reduced, d), isFolded = llvm::is_contained(folded, d);
    IndexExpr loop = k.space.loop(n);
    if (!loop.isConstant()) (isReduced ? summed : k.loops).push_back({loop.terms[0].first, n, isReduced, isFolded});
    IndexVector parts = k.space.delinear(loop, sizes);
    for (size_t j = i; j < end; ++j) {
      IndexExpr &at = k.root[factors[j].first];
      at = k.space.add(k.space.scale(at, factors[j].second), parts[j - i]);
    }
    i = end;
  }
  k.loops.append(summed);
  k.whole = k.space.linear(k.root, shape);
  std::tie(k.kept, k.summed) = numbersWithout(k, shape, reduced);
  std::tie(k.unfolded, k.folded) = numbersWithout(k, shape, folded);
  return k;
}

bool isWholeOutput(ir::KernelOp kernel, unsigned i) {
  int64_t all = 1;
  for (int64_t n : kernel.getShape()) all *= n;
  bool keepsAll = true;
  if (ir::isFold(kernel, i)) return false;
  for (int64_t d : kernel.getReduced()) keepsAll &= kernel.getShape()[d] == 1;
  if (keepsAll) return true;
  // A space that is empty, or as large as its kept part, cannot be told by the number of elements alone.
  mlir::Value v = kernel.getBody().front().getTerminator()->getOperand(i);
  if (ir::tensorType(v).getNumElements() != all) return false;
  if (all) return true;
  return llvm::ArrayRef<int64_t>(shapeOf(v)) == kernel.getShape();
}

bool isKeptOutput(ir::KernelOp kernel, unsigned i) { return !isWholeOutput(kernel, i) && !ir::isFold(kernel, i); }

mlir::Operation *updateOf(ir::KernelOp kernel) {
  if (kernel.getKind() != "update") return nullptr;
  return kernel.getBody().front().getTerminator()->getOperand(0).getDefiningOp();
}

Output outputOf(ir::KernelOp kernel, KernelLoops &loops, unsigned i) {
  mlir::Value v = kernel.getBody().front().getTerminator()->getOperand(i);
  if (auto *op = updateOf(kernel)) {
    llvm::SmallVector<ir::ElementSource, 4> sources;
    IndexVector position = ir::updatePosition(op, loops.space, loops.root, sources);
    auto scatter = mlir::dyn_cast<ir::ScatterOp>(op);
    mlir::Value update = scatter ? scatter.getUpdates() : mlir::cast<ir::DynamicUpdateSliceOp>(op).getUpdate();
    return {update, loops.root, loops.space.linear(position, shapeOf(v))};
  }
  const IndexExpr &number = ir::isFold(kernel, i)      ? loops.unfolded
                            : isWholeOutput(kernel, i) ? loops.whole
                                                       : loops.kept;
  IndexVector at = loops.space.delinear(number, shapeOf(v));
  IndexExpr position = loops.space.linear(at, shapeOf(v));
  return {v, std::move(at), std::move(position)};
}

IndexVector reductionIndex(mlir::Operation *op, KernelLoops &loops, llvm::ArrayRef<IndexExpr> at) {
  ir::Sizes sizes;
  for (int64_t d : ir::reducedDimensions(op)) sizes.push_back(shapeOf(op->getOperand(0))[d]);
  return ir::reduceSource(op, at, loops.space.delinear(ir::isFold(op) ? loops.folded : loops.summed, sizes));
}

namespace {

class Visitor {
 public:
  Visitor(KernelLoops &loops, const Visit &visit) : loops_(loops), visit_(visit) {}

  void value(mlir::Value v, const IndexVector &at) {
    auto &seen = seen_[v];
    if (llvm::is_contained(seen, at)) return;
    seen.push_back(at);
    auto *op = v.getDefiningOp();
    if (!op) return visit_(v, loops_.space.linear(at, shapeOf(v)));
    if (auto iota = mlir::dyn_cast<ir::IotaOp>(op)) return visit_({}, at[iota.getDimension()]);
    if (mlir::isa<ir::DotGeneralOp>(op)) return visit_({}, loops_.space.linear(at, shapeOf(v)));
    if (!ir::isElementMap(op)) return value(op->getOperand(0), reductionIndex(op, loops_, at));
    llvm::SmallVector<ir::ElementSource, 4> sources;
    ir::elementSources(op, loops_.space, at, sources);
    for (const ir::ElementSource &s : sources) {
      for (const ir::IndexGuard &g : s.guards) visit_({}, g.expr);
      value(op->getOperand(s.operand), s.at);
    }
  }

 private:
  KernelLoops &loops_;
  const Visit &visit_;
  llvm::DenseMap<mlir::Value, llvm::SmallVector<IndexVector, 1>> seen_;
};

// Adds what the quotients and remainders in an expression are computed from.
void addInner(const ir::IndexSpace &space, const IndexExpr &e, llvm::SmallVectorImpl<IndexExpr> &all) {
  if (llvm::is_contained(all, e)) return;
  all.push_back(e);
  for (auto [v, k] : e.terms)
    if (auto kind = space[v].kind; kind == IndexVariable::Kind::quotient || kind == IndexVariable::Kind::remainder)
      addInner(space, space[v].of, all);
}

llvm::SmallVector<IndexExpr> expressions(ir::KernelOp kernel, KernelLoops &loops) {
  llvm::SmallVector<IndexExpr> all;
  visitExpressions(kernel, loops, [&](mlir::Value, const IndexExpr &e) { addInner(loops.space, e, all); });
  return all;
}

// A loop that a remaining quotient or remainder asks to be split, and the size of its inner part.
std::pair<int, int64_t> wantedSplit(const KernelLoops &loops, llvm::ArrayRef<IndexExpr> all) {
  for (const IndexExpr &e : all)
    for (auto [v, unused] : e.terms) {
      const IndexVariable &var = loops.space[v];
      if (var.kind != IndexVariable::Kind::quotient && var.kind != IndexVariable::Kind::remainder) continue;
      for (auto [l, k] : var.of.terms) {
        const IndexVariable &loop = loops.space[l];
        if (loop.kind != IndexVariable::Kind::loop || k <= 0 || var.by % k) continue;
        int64_t inner = var.by / k, size = loop.high + 1;
        bool innermost = !loops.loops.empty() && loops.loops.back().variable == l;
        if (inner > 1 && size % inner == 0 && size > inner && (!innermost || inner >= 8)) return {l, inner};
      }
    }
  return {-1, 0};
}

}  // namespace

void visitExpressions(ir::KernelOp kernel, KernelLoops &loops, const Visit &visit) {
  Visitor visitor(loops, visit);
  for (unsigned i = 0; i < kernel.getNumResults(); ++i) {
    Output out = outputOf(kernel, loops, i);
    visit(kernel.getResult(i), out.position);
    visitor.value(out.value, out.at);
  }
  if (auto *op = updateOf(kernel)) {
    llvm::SmallVector<ir::ElementSource, 4> sources;
    ir::updatePosition(op, loops.space, loops.root, sources);
    for (const ir::ElementSource &s : sources) visitor.value(op->getOperand(s.operand), s.at);
  }
}

namespace {

LoopShape trivialCut(ir::KernelOp kernel) {
  LoopShape cut;
  for (int64_t n : kernel.getShape()) cut.factors.push_back({n});
  cut.joined.assign(cut.factors.size(), false);
  return cut;
}

// The factor that each variable walks, while no factors are joined: in order, without those of size 1.
llvm::SmallVector<std::pair<size_t, size_t>> factorOf(const LoopShape &cut) {
  llvm::SmallVector<std::pair<size_t, size_t>> places;
  for (auto [d, sizes] : llvm::enumerate(cut.factors))
    for (auto [f, n] : llvm::enumerate(sizes))
      if (n != 1) places.push_back({d, f});
  return places;
}

void refine(ir::KernelOp kernel, LoopShape &cut) {
  for (int round = 0; round < 8; ++round) {
    KernelLoops loops = makeLoops(kernel.getShape(), kernel.getReduced(), cut, ir::foldedDims(kernel));
    auto [variable, inner] = wantedSplit(loops, expressions(kernel, loops));
    if (variable < 0) return;
    auto places = factorOf(cut);
    if (static_cast<size_t>(variable) >= places.size()) return;
    auto [d, f] = places[variable];
    cut.factors[d][f] /= inner;
    cut.factors[d].insert(cut.factors[d].begin() + f + 1, inner);
    cut.joined.push_back(false);
  }
}

// Joins neighbouring loops where every expression has outer coefficient = inner coefficient · inner size.
void join(ir::KernelOp kernel, LoopShape &cut) {
  KernelLoops loops = makeLoops(kernel.getShape(), kernel.getReduced(), cut, ir::foldedDims(kernel));
  auto all = expressions(kernel, loops);
  size_t number = 0;
  int previous = -1, variable = 0;
  std::pair<bool, bool> previousSort;
  size_t previousNumber = 0;
  for (auto [d, sizes] : llvm::enumerate(cut.factors))
    for (int64_t n : sizes) {
      size_t here = number++;
      if (n == 1) continue;
      int v = variable++;
      const std::pair sort(llvm::is_contained(kernel.getReduced(), static_cast<int64_t>(d)),
                           llvm::is_contained(ir::foldedDims(kernel), static_cast<int64_t>(d)));
      bool follows = previous >= 0 && previousSort == sort && llvm::all_of(all, [&](const IndexExpr &e) {
                       return coefficient(e, previous) == coefficient(e, v) * n;
                     });
      if (follows)
        for (size_t j = previousNumber; j < here; ++j) cut.joined[j] = true;
      previous = v, previousSort = sort, previousNumber = here;
    }
}

// Vectors lie along the innermost dimension; where that is too short, along the innermost one of the other sort.
void chooseLane(KernelLoops &k, int innermost, int64_t width, bool updates) {
  auto last = [&](bool reduced) {
    for (int i = static_cast<int>(k.loops.size()) - 1; i >= 0; --i)
      if (k.loops[i].reduced == reduced) return i;
    return -1;
  };
  int lastKept = last(false), lastReduced = last(true);
  if (k.loops.empty()) return;
  k.lane = lastKept >= 0 && k.loops[lastKept].variable == innermost ? lastKept : lastReduced;
  if (k.lane < 0) k.lane = lastKept;
  if (updates) return void(k.lane = lastKept);
  int other = k.lane == lastKept ? lastReduced : lastKept;
  if (k.loops[k.lane].size < width / 2 && other >= 0 && k.loops[other].size > k.loops[k.lane].size) k.lane = other;
}

}  // namespace

KernelLoops planLoops(ir::KernelOp kernel, int64_t width) {
  LoopShape cut = trivialCut(kernel);
  refine(kernel, cut);
  join(kernel, cut);
  KernelLoops k = makeLoops(kernel.getShape(), kernel.getReduced(), cut, ir::foldedDims(kernel));
  // Rows shorter than a vector: all elements in one loop, whose lanes find their places by division.
  if (kernel.getReduced().empty() && k.loops.size() > 1 && k.loops.back().size < width / 2) {
    LoopShape flat = trivialCut(kernel);
    flat.joined.assign(flat.joined.size(), true);
    k = makeLoops(kernel.getShape(), kernel.getReduced(), flat);
  }
  int innermost = -1;
  for (const Loop &loop : k.loops)
    innermost = std::max(innermost, k.space[loop.variable].kind == IndexVariable::Kind::loop ? loop.variable : -1);
  chooseLane(k, innermost, width, kernel.getKind() == "update");
  if (!ir::foldedDims(kernel).empty()) k.lane = static_cast<int>(k.loops.size()) - 1;  // along a row
  return k;
}

KernelLoops plainLoops(ir::KernelOp kernel) {
  return makeLoops(kernel.getShape(), kernel.getReduced(), trivialCut(kernel), ir::foldedDims(kernel));
}

bool readsOnly(ir::KernelOp kernel, KernelLoops &loops, unsigned i, const IndexExpr &position) {
  bool only = true;
  mlir::Value input = kernel.getBody().getArgument(i);
  visitExpressions(kernel, loops, [&](mlir::Value v, const IndexExpr &e) { only &= v != input || e == position; });
  return only;
}

}  // namespace fluxion::codegen
