// Lowers the peak of a block by looking at the step where most is in memory, again and again: one of the values that
// lie there unused is computed once more before its next use.
#include "passes/memory/rematerialize.h"

#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "passes/memory/block_memory.h"
#include "passes/memory/recipe.h"
#include "passes/passes.h"

namespace fluxion::passes {

namespace {

constexpr size_t kTried = 24;              // candidates at a peak
constexpr size_t kStepsForOne = 400;       // one by one is better and takes longer: the more steps, the more at once
constexpr int64_t kMostWork = 20'000'000;  // steps looked at

// Barriers have done their work once kernels are in order, and each step gets views of its own, which then move with
// it.
void separateViews(mlir::Block &block) {
  for (mlir::Operation &op : llvm::make_early_inc_range(block))
    if (auto barrier = mlir::dyn_cast<ir::OptimizationBarrierOp>(op)) {
      for (auto [x, y] : llvm::zip(barrier.getInputs(), barrier.getOutputs())) y.replaceAllUsesWith(x);
      barrier.erase();
    }
  for (mlir::Operation &op : block) {
    if (isView(&op)) continue;
    for (mlir::OpOperand &operand : op.getOpOperands()) {
      mlir::Operation *next = &op;
      for (mlir::OpOperand *use = &operand; use->get().getDefiningOp() && isView(use->get().getDefiningOp());) {
        mlir::OpBuilder b(next);
        next = b.clone(*use->get().getDefiningOp());
        use->set(next->getResult(0));
        use = &next->getOpOperand(0);
      }
    }
  }
  for (mlir::Operation &op : llvm::make_early_inc_range(llvm::reverse(block)))
    if (isView(&op) && op.use_empty()) op.erase();
}

// A change that can be taken back.
class Change {
 public:
  /// Copies go before `place`.
  explicit Change(mlir::Operation *place) : place_(place), before_(place->getPrevNode()) {}
  void replace(mlir::OpOperand &operand, mlir::Value by) {
    replaced_.push_back({&operand, operand.get()});
    operand.set(by);
  }
  llvm::SmallVectorImpl<std::pair<mlir::Value, mlir::Value>> &copies() { return copies_; }
  void undo() {
    for (auto [operand, value] : llvm::reverse(replaced_)) operand->set(value);
    while (place_->getPrevNode() != before_) place_->getPrevNode()->erase();
  }

 private:
  mlir::Operation *place_, *before_;
  llvm::SmallVector<std::pair<mlir::OpOperand *, mlir::Value>> replaced_;
  llvm::SmallVector<std::pair<mlir::Value, mlir::Value>> copies_;
};

class Rematerializer {
 public:
  Rematerializer(mlir::Block &block, InnerPeaks &inner, int64_t target)
      : block_(block), inner_(inner), target_(target) {}

  bool run() {
    separateViews(block_);
    look();
    while (peak_ > target_ && work_ < kMostWork)
      if (!improve() && !improveInside()) break;
    if (peak_ <= target_) mergeCopies();
    return peak_ <= target_;
  }

 private:
  struct Candidate {
    int buffer, previous, next;  // steps that use it before the peak and after it
    Recipe recipe;
    double value;
  };

  void look() {
    memory_.emplace(block_, inner_);
    profile_ = memory_->profile();
    peak_ = excess_ = 0;
    for (auto [i, bytes] : llvm::enumerate(profile_)) {
      if (bytes > peak_) peak_ = bytes, at_ = static_cast<int>(i);
      excess_ += static_cast<double>(std::max<int64_t>(0, bytes - target_));
    }
    work_ += static_cast<int64_t>(profile_.size());
  }

  mlir::Value origin(mlir::Value v) const {
    auto it = origin_.find(v);
    return it == origin_.end() ? v : it->second;
  }

  // What holds the numbers of `root` at step `next`, and would not have to be kept across the peak for that alone.
  mlir::Value available(mlir::Value root, mlir::Value but, int next) const {
    auto isThere = [&](mlir::Value v) {
      const BlockMemory::Buffer &b = memory_->buffers()[memory_->buffer(v)];
      if (v == but || b.writer >= next) return false;
      return !b.temporary || (!b.readers.empty() && b.readers.back() >= std::min(at_ + 1, next));
    };
    if (isThere(root)) return root;
    if (auto it = copies_.find(origin(root)); it != copies_.end())
      for (mlir::Value copy : it->second)
        if (isThere(copy)) return copy;
    const mlir::Value first = origin(root);
    return first != root && isThere(first) ? first : mlir::Value();
  }

  std::vector<Candidate> candidates() const {
    std::vector<Candidate> found;
    for (auto [i, b] : llvm::enumerate(memory_->buffers())) {
      if (!b.temporary || b.bytes == 0 || b.writer < 0 || b.writer >= at_ || b.readers.empty()) continue;
      if (b.readers.back() <= at_ || llvm::is_contained(b.readers, at_)) continue;
      const int next = *llvm::upper_bound(b.readers, at_);
      int previous = b.writer;
      for (int reader : b.readers)
        if (reader < at_) previous = reader;
      auto there = [&](mlir::Value root) { return available(root, b.value, next); };
      std::optional<Recipe> recipe = Recipe::of(b.value, there);
      if (!recipe) continue;
      // One that nobody reads before is only made later.
      const bool moves = previous == b.writer && b.value.getDefiningOp()->getNumResults() == 1;
      const double cost = (moves ? 0 : recipe->cost()) + 1000;  // a step takes about a microsecond
      found.push_back({static_cast<int>(i), previous, next, std::move(*recipe),
                       static_cast<double>(b.bytes) * (next - previous) / cost});
    }
    llvm::sort(found, [](const Candidate &a, const Candidate &b) {
      return std::pair(-a.value, a.buffer) < std::pair(-b.value, b.buffer);
    });
    return found;
  }

  // The first of the views of a step, or the step.
  static mlir::Operation *beginOf(mlir::Operation *step) {
    while (step->getPrevNode() && isView(step->getPrevNode())) step = step->getPrevNode();
    return step;
  }

  // Some at once, of which none needs another, as many as the peak asks for; where that does not help, one of them.
  bool improve() {
    const std::vector<Candidate> found = candidates();
    if (llvm::SmallVector<const Candidate *> several = independent(found); several.size() > 1 && attempt(several))
      return true;
    for (const Candidate &c : llvm::ArrayRef(found).take_front(kTried))
      if (attempt(&c)) return true;
    return false;
  }

  llvm::SmallVector<const Candidate *> independent(const std::vector<Candidate> &found) const {
    llvm::SmallVector<const Candidate *> chosen;
    const size_t atOnce = std::clamp<size_t>(memory_->steps().size() / kStepsForOne, 1, 16);
    int64_t bytes = 0;
    for (const Candidate &c : found) {
      if (bytes >= peak_ - target_ || chosen.size() == atOnce) break;
      const bool depends = llvm::any_of(chosen, [&](const Candidate *other) {
        return other->recipe.reads(valueOf(c)) || c.recipe.reads(valueOf(*other));
      });
      if (depends) continue;
      chosen.push_back(&c);
      bytes += memory_->buffers()[c.buffer].bytes;
    }
    return chosen;
  }

  mlir::Value valueOf(const Candidate &c) const { return memory_->buffers()[c.buffer].value; }

  bool attempt(llvm::ArrayRef<const Candidate *> chosen) {
    std::vector<Change> changes;
    llvm::SetVector<mlir::Operation *> originals;
    for (const Candidate *c : chosen) {
      const mlir::Value value = valueOf(*c);
      mlir::Operation *place = beginOf(memory_->steps()[c->next].op);
      changes.emplace_back(place);
      mlir::OpBuilder b(place);
      const mlir::Value copy = c->recipe.emit(b, changes.back().copies());
      for (mlir::OpOperand &use : llvm::make_early_inc_range(value.getUses()))
        if (!use.getOwner()->isBeforeInBlock(place)) changes.back().replace(use, copy);
      originals.insert(value.getDefiningOp());
    }
    const double excess = excess_;
    const int64_t peak = peak_;
    look();
    if (excess_ >= excess || peak_ > peak) {
      for (Change &change : llvm::reverse(changes)) change.undo();
      look();
      return false;
    }
    for (Change &change : changes)
      for (auto [root, made] : change.copies()) {
        const mlir::Value first = origin(root);
        origin_[made] = first;
        copies_[first].push_back(made);
      }
    bool erased = false;
    for (mlir::Operation *op : originals) erased |= eraseUnused(op);
    if (erased) look();
    return true;
  }

  bool eraseUnused(mlir::Operation *op) {
    if (!op->use_empty() || !mlir::isMemoryEffectFree(op)) return false;
    for (mlir::Value v : op->getResults()) forget(v);
    llvm::SmallVector<mlir::Operation *> views;
    for (mlir::Operation *view = op->getPrevNode(); view && isView(view); view = view->getPrevNode())
      views.push_back(view);
    op->erase();
    for (mlir::Operation *view : views)
      if (view->use_empty()) view->erase();
    return true;
  }

  // A value that is gone stands for its copies no more: the first of them does.
  void forget(mlir::Value v) {
    const mlir::Value first = origin(v);
    auto it = copies_.find(first);
    origin_.erase(v);
    if (it == copies_.end()) return;
    llvm::SmallVector<mlir::Value> copies = it->second;
    llvm::erase(copies, v);
    copies_.erase(it);
    if (v != first) {
      if (!copies.empty()) copies_[first] = copies;
      return;
    }
    if (copies.empty()) return;
    const mlir::Value heir = copies.front();
    copies.erase(copies.begin());
    origin_.erase(heir);
    for (mlir::Value copy : copies) origin_[copy] = heir;
    if (!copies.empty()) copies_[heir] = copies;
  }

  // A loop or branch whose own temporaries make the peak.
  bool improveInside() {
    mlir::Operation *op = memory_->steps()[at_].op;
    const int64_t inside = memory_->steps()[at_].inside, allowed = inside - (peak_ - target_);
    if (inside == 0 || !tried_.insert({op, allowed}).second) return false;
    for (mlir::Region &region : op->getRegions())
      for (mlir::Block &block : region)
        if (BlockMemory(block, inner_).peak() > allowed)
          Rematerializer(block, inner_, std::max<int64_t>(0, allowed)).run();
    inner_.erase(op);
    look();
    return memory_->steps()[at_].op != op || memory_->steps()[at_].inside < inside;
  }

  // Where it turns out that a copy could have stayed for the use of another one, it does: that saves its computation.
  void mergeCopies() {
    llvm::SmallVector<mlir::Value> all;
    for (const auto &step : memory_->steps())
      for (mlir::Value v : step.op->getResults())
        if (origin_.contains(v)) all.push_back(v);
    for (mlir::Value copy : llvm::reverse(all)) {
      if (!origin_.contains(copy) || work_ > 2 * kMostWork) continue;
      mlir::Operation *op = copy.getDefiningOp();
      if (op->getNumResults() != 1) continue;
      mlir::Value earlier;
      for (mlir::Value other : copies_[origin(copy)])
        if (other != copy && other.getDefiningOp()->isBeforeInBlock(op) &&
            (!earlier || earlier.getDefiningOp()->isBeforeInBlock(other.getDefiningOp())))
          earlier = other;
      if (!earlier) continue;
      Change change(op);
      for (mlir::OpOperand &use : llvm::make_early_inc_range(copy.getUses())) change.replace(use, earlier);
      look();
      if (peak_ <= target_) {
        eraseUnused(op);
      } else {
        change.undo();
      }
      look();
    }
  }

  mlir::Block &block_;
  InnerPeaks &inner_;
  const int64_t target_;
  std::optional<BlockMemory> memory_;
  std::vector<int64_t> profile_;
  int64_t peak_ = 0, work_ = 0;
  double excess_ = 0;                                // bytes above the target, over all steps
  int at_ = 0;                                       // the step of the peak
  llvm::DenseMap<mlir::Value, mlir::Value> origin_;  // of copies
  llvm::DenseMap<mlir::Value, llvm::SmallVector<mlir::Value>> copies_;
  llvm::DenseSet<std::pair<mlir::Operation *, int64_t>> tried_;
};

}  // namespace

bool rematerialize(mlir::func::FuncOp f, int64_t bytes) {
  InnerPeaks inner;
  return Rematerializer(f.getBody().front(), inner, bytes).run();
}

int64_t temporariesAtOnce(mlir::func::FuncOp f) {
  InnerPeaks inner;
  return BlockMemory(f.getBody().front(), inner).peak();
}

int64_t leastTemporaries(mlir::func::FuncOp f) {
  InnerPeaks inner;
  return BlockMemory(f.getBody().front(), inner).leastOfAnyOrder();
}

#define GEN_PASS_DEF_REMATERIALIZEPASS
#include "passes/passes.h.inc"

namespace {

struct RematerializePass : impl::RematerializePassBase<RematerializePass> {
  using RematerializePassBase::RematerializePassBase;
  void runOnOperation() override {
    const int64_t before = temporariesAtOnce(getOperation());
    if (before <= bytes || rematerialize(getOperation(), bytes)) return;
    getOperation().emitRemark() << "temporaries of " << temporariesAtOnce(getOperation()) << " bytes are needed, not "
                                << before << " any more; " << bytes << " were allowed";
  }
};

}  // namespace

}  // namespace fluxion::passes
