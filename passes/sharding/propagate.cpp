#include "passes/sharding/propagate.h"

#include "ir/ops/sharding.h"
#include "passes/passes.h"
#include "passes/sharding/graph.h"

namespace fluxion::passes {

#define GEN_PASS_DEF_PROPAGATESHARDINGPASS
#include "passes/passes.h.inc"

using ir::MeshAttr;
using ir::ShardingAttr;
using mlir::Operation;

namespace {

using Axes = llvm::SmallVector<int64_t, 2>;

bool isPrefix(llvm::ArrayRef<int64_t> a, llvm::ArrayRef<int64_t> of) {
  return a.size() <= of.size() && of.take_front(a.size()) == a;
}

// How an array is cut so far.
struct Spread {
  llvm::SmallVector<Axes, 4> axes;
  llvm::SmallVector<bool, 4> open;
  Axes replicated;
  bool said = false;

  bool uses(int64_t axis) const {
    return llvm::is_contained(replicated, axis) ||
           llvm::any_of(axes, [&](const Axes &a) { return llvm::is_contained(a, axis); });
  }
  bool cutsAny() const {
    return llvm::any_of(axes, [](const Axes &a) { return !a.empty(); });
  }
};

class Propagation {
 public:
  explicit Propagation(mlir::func::FuncOp f) : f_(f), graph_(f) {
    for (const ShardingGraph::Array &a : graph_.arrays()) {
      const auto rank = static_cast<size_t>(a.type.getRank());
      spreads_.push_back({llvm::SmallVector<Axes, 4>(rank), llvm::SmallVector<bool, 4>(rank, true), {}, false});
    }
  }

  mlir::LogicalResult run() {
    if (failed(read())) return mlir::failure();
    if (!mesh_) return mlir::success();
    for (bool all : {false, true})
      while (walk(all)) {
      }
    write();
    return mlir::success();
  }

 private:
  using Joint = ShardingGraph::Joint;
  using Member = ShardingGraph::Member;

  // ---- what is said

  mlir::LogicalResult say(unsigned array, mlir::Attribute attribute, mlir::Location loc, const llvm::Twine &what) {
    auto sharding = llvm::dyn_cast<ShardingAttr>(attribute);
    if (!sharding) return mlir::emitError(loc) << what << " is no #fx.sharding";
    if (mesh_ && mesh_ != sharding.getMesh())
      return mlir::emitError(loc) << what << ": a function has one mesh: " << sharding.getMesh() << " and " << mesh_;
    mesh_ = sharding.getMesh();
    if (failed(ir::checkSharding(loc, what.str(), sharding, graph_.arrays()[array].type))) return mlir::failure();
    Spread &s = spreads_[array];
    for (auto [d, axes] : llvm::enumerate(sharding.getAxes()))
      s.axes[d].assign(axes.asArrayRef().begin(), axes.asArrayRef().end());
    s.open.assign(sharding.getOpen().begin(), sharding.getOpen().end());
    s.replicated.assign(sharding.getReplicated().begin(), sharding.getReplicated().end());
    s.said = true;
    return mlir::success();
  }

  mlir::LogicalResult sayResults(Operation *op, mlir::Attribute attribute) {
    auto list = llvm::dyn_cast<mlir::ArrayAttr>(attribute);
    if (!list || list.size() != op->getNumResults())
      return op->emitError() << ir::kShardingsName << " is no list with a sharding for each result";
    for (auto [y, sharding] : llvm::zip(op->getResults(), list))
      if (failed(say(graph_.number(y), sharding, op->getLoc(), ir::kShardingsName))) return mlir::failure();
    return mlir::success();
  }

  mlir::LogicalResult read() {
    for (unsigned i = 0; i < f_.getNumArguments(); ++i)
      if (mlir::Attribute a = f_.getArgAttr(i, ir::kShardingName);
          a && failed(say(graph_.number(f_.getArgument(i)), a, f_.getLoc(), "sharding of argument " + llvm::Twine(i))))
        return mlir::failure();
    for (unsigned i = 0; i < f_.getNumResults(); ++i)
      if (mlir::Attribute a = f_.getResultAttr(i, ir::kShardingName);
          a && failed(say(graph_.resultNumber(i), a, f_.getLoc(), "sharding of result " + llvm::Twine(i))))
        return mlir::failure();
    mlir::WalkResult walked = f_.getBody().walk([&](Operation *op) -> mlir::WalkResult {
      if (mlir::Attribute a = op->getAttr(ir::kShardingsName)) return sayResults(op, a);
      if (auto c = llvm::dyn_cast<ir::ShardingConstraintOp>(op))
        return say(graph_.number(c.getY()), c.getSharding(), c.getLoc(), "sharding_constraint");
      return mlir::success();
    });
    return mlir::failure(walked.wasInterrupted());
  }

  // ---- what follows

  bool walk(bool all) {
    bool changed = false;
    for (const Joint &j : graph_.joints())
      if (all || !j.combines) changed |= update(j);
    for (const Joint &j : llvm::reverse(graph_.joints()))
      if (all || !j.combines) changed |= update(j);
    return changed;
  }

  // Into how many parts a factor can be cut in a dimension of this size.
  static int64_t capacity(const Factor &f, int64_t size) { return f.moves ? size : f.size; }

  // The axes of dimension d of a member, dealt out to its factors: the slow ones first, and fast ones only where the
  // slower ones are cut into single elements. False if some are left.
  bool project(const Joint &j, const Member &m, size_t d, llvm::SmallVectorImpl<Axes> &axesOf) const {
    llvm::ArrayRef<int64_t> left = spreads_[m.array].axes[d];
    axesOf.assign(m.dims[d].size(), {});
    for (auto [i, factor] : llvm::enumerate(m.dims[d])) {
      const int64_t whole = capacity(j.factors[factor], sizeOf(m, d));
      int64_t parts = 1;
      while (!left.empty() && whole % (parts * mesh_.getSizes()[left.front()]) == 0) {
        parts *= mesh_.getSizes()[left.front()];
        axesOf[i].push_back(left.front());
        left = left.drop_front();
      }
      if (parts != whole) break;
    }
    return left.empty();
  }

  struct Choice {
    Axes axes;
    size_t from = SIZE_MAX;  // place of the array that brought them among the largest
  };

  bool update(const Joint &j) {
    llvm::SmallVector<Choice, 4> choices(j.factors.size());
    llvm::SmallVector<Axes> projected;
    for (auto [place, number] : llvm::enumerate(j.largest)) {
      const Member &m = j.members[number];
      if (graph_.arrays()[m.array].made) continue;
      for (size_t d = 0; d < m.dims.size(); ++d) {
        if (spreads_[m.array].axes[d].empty()) continue;
        (void)project(j, m, d, projected);
        for (auto [factor, axes] : llvm::zip(m.dims[d], projected)) consider(choices[factor], axes, place);
      }
    }
    llvm::SmallVector<unsigned, 4> order;
    for (unsigned f = 0; f < choices.size(); ++f)
      if (!choices[f].axes.empty()) order.push_back(f);
    llvm::sort(order,
               [&](unsigned a, unsigned b) { return std::pair(choices[a].from, a) < std::pair(choices[b].from, b); });
    bool changed = false;
    for (unsigned f : order)
      for (const Member &m : j.members) changed |= extend(j, m, f, choices[f].axes);
    return changed;
  }

  static void consider(Choice &choice, const Axes &axes, size_t place) {
    if (axes.empty() || !isPrefix(choice.axes, axes)) return;
    if (choice.axes.empty()) choice.from = place;
    choice.axes = axes;
  }

  bool extend(const Joint &j, const Member &m, unsigned factor, llvm::ArrayRef<int64_t> wanted) {
    for (size_t d = 0; d < m.dims.size(); ++d)
      if (auto it = llvm::find(m.dims[d], factor); it != m.dims[d].end())
        return extendDimension(j, m, d, static_cast<size_t>(it - m.dims[d].begin()), wanted);
    return false;
  }

  // Cuts dimension d further, along its factor number `at`, by axes that it lacks of those that are wanted.
  bool extendDimension(const Joint &j, const Member &m, size_t d, size_t at, llvm::ArrayRef<int64_t> wanted) {
    Spread &s = spreads_[m.array];
    llvm::SmallVector<Axes> projected;
    if (!s.open[d] || !project(j, m, d, projected) || !isPrefix(projected[at], wanted)) return false;
    for (size_t i = 0; i < at; ++i)
      if (mesh_.parts(projected[i]) != capacity(j.factors[m.dims[d][i]], sizeOf(m, d))) return false;
    const int64_t whole = capacity(j.factors[m.dims[d][at]], sizeOf(m, d));
    int64_t parts = mesh_.parts(projected[at]);
    bool changed = false;
    for (int64_t axis : wanted.drop_front(projected[at].size())) {
      parts *= mesh_.getSizes()[axis];
      if (s.uses(axis) || whole % parts != 0) break;
      s.axes[d].push_back(axis);
      changed = true;
    }
    return changed;
  }

  int64_t sizeOf(const Member &m, size_t d) const { return graph_.arrays()[m.array].type.getDimSize(d); }

  // ---- what came of it

  ShardingAttr sharding(const Spread &s) const {
    llvm::SmallVector<mlir::DenseI64ArrayAttr> axes;
    for (const Axes &a : s.axes) axes.push_back(mlir::DenseI64ArrayAttr::get(mesh_.getContext(), a));
    const llvm::SmallVector<bool> open(s.axes.size(), false);
    return ShardingAttr::get(mesh_.getContext(), mesh_, axes, open, s.replicated);
  }

  void write() {
    auto isWorth = [&](const Spread &s) { return s.said || s.cutsAny(); };
    for (unsigned i = 0; i < f_.getNumArguments(); ++i)
      if (const Spread &s = spreads_[graph_.number(f_.getArgument(i))]; isWorth(s))
        f_.setArgAttr(i, ir::kShardingName, sharding(s));
    for (unsigned i = 0; i < f_.getNumResults(); ++i)
      if (const Spread &s = spreads_[graph_.resultNumber(i)]; isWorth(s))
        f_.setResultAttr(i, ir::kShardingName, sharding(s));
    f_.getBody().walk([&](Operation *op) {
      llvm::SmallVector<mlir::Attribute> list;
      bool any = false;
      for (mlir::Value y : op->getResults()) {
        const Spread &s = spreads_[graph_.number(y)];
        any |= isWorth(s);
        list.push_back(sharding(s));
      }
      if (any) op->setAttr(ir::kShardingsName, mlir::ArrayAttr::get(f_.getContext(), list));
    });
  }

  mlir::func::FuncOp f_;
  ShardingGraph graph_;
  std::vector<Spread> spreads_;
  MeshAttr mesh_;
};

struct PropagateShardingPass : impl::PropagateShardingPassBase<PropagateShardingPass> {
  void runOnOperation() override {
    if (failed(propagateSharding(getOperation()))) signalPassFailure();
  }
};

}  // namespace

mlir::LogicalResult propagateSharding(mlir::func::FuncOp f) { return Propagation(f).run(); }

}  // namespace fluxion::passes
