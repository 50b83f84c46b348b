#include "passes/attention/match.h"

#include "passes/emit.h"

namespace fluxion::passes {

using llvm::SmallVector;
using mlir::Value;

namespace {

constexpr double kUnseen = -1e9;  // scores that are replaced by this or less weigh nothing

struct Mask {
  Value pred;  // or what is added, of which `value` hides
  bool shows;  // what it holds for is seen
  double value;
  double scaled = 1;  // by what follows it
  bool added = false;
};

// A step on the way from the scores to the weights: one that moves dimensions, or a mask.
struct Step {
  mlir::Operation *op = nullptr;
  std::optional<Mask> mask;
};

bool isF32(Value v) { return ir::elementType(v).isF32(); }

// The number that scores are scaled by: roots and quotients of constants, too, as 1/√size comes from other frontends.
std::optional<double> numberOf(Value x, int depth = kMaskDepth) {
  if (auto number = splatOf(x)) return number;
  mlir::Operation *op = x.getDefiningOp();
  if (!op || depth == 0 || op->getNumOperands() == 0) return std::nullopt;
  auto a = numberOf(op->getOperand(0), depth - 1);
  if (!a) return std::nullopt;
  if (llvm::isa<ir::BroadcastInDimOp, ir::ReshapeOp>(op)) return a;
  if (llvm::isa<ir::ConvertOp>(op) && isF32(x)) return a;
  if (llvm::isa<ir::SqrtOp>(op)) return std::sqrt(*a);
  if (llvm::isa<ir::RsqrtOp>(op)) return 1 / std::sqrt(*a);
  if (!llvm::isa<ir::MultiplyOp, ir::DivideOp>(op)) return std::nullopt;
  auto b = numberOf(op->getOperand(1), depth - 1);
  if (!b) return std::nullopt;
  return llvm::isa<ir::MultiplyOp>(op) ? *a * *b : *a / *b;
}

// Labels of the result of a reshape or transposition, from those of its operand.
std::optional<Labels> after(mlir::Operation *op, const Labels &from, llvm::ArrayRef<int64_t> sizes) {
  if (auto transpose = llvm::dyn_cast<ir::TransposeOp>(op)) {
    Labels to;
    for (int64_t d : transpose.getPermutation()) to.push_back(from[static_cast<size_t>(d)]);
    return to;
  }
  SmallVector<Label> flat;
  for (const auto &dim : from) llvm::append_range(flat, dim);
  Labels to;
  const Label *next = flat.begin();
  for (int64_t n : ir::shapeOf(op->getResult(0))) {
    to.emplace_back();
    for (int64_t left = n; left > 1;) {
      if (next == flat.end() || left % sizes[static_cast<size_t>(*next)] != 0) return std::nullopt;
      left /= sizes[static_cast<size_t>(*next)];
      to.back().push_back(*next++);
    }
  }
  return to;
}

class Matcher {
 public:
  explicit Matcher(ir::DotGeneralOp last) { match_.last = last; }
  std::optional<AttentionMatch> run() {
    for (unsigned weights : {0U, 1U})
      if (walk(match_.last->getOperand(weights)) && isAlone()) return label(weights);
    return std::nullopt;
  }

 private:
  using Op = mlir::Operation *;

  // An op of the pattern, whose result nothing outside of it may use.
  template <class T>
  T own(Value v) {
    auto op = v.getDefiningOp<T>();
    if (op) inside_.insert(op);
    return op;
  }
  bool isMoved(Op op) { return op && llvm::isa<ir::ReshapeOp, ir::TransposeOp>(op); }
  // Steps of moved dimensions from v back to what they begin with.
  Value unmoved(Value v) {
    for (Op op = v.getDefiningOp(); isMoved(op); op = v.getDefiningOp()) {
      inside_.insert(op);
      steps_.push_back({op, std::nullopt});
      v = op->getOperand(0);
    }
    return v;
  }

  bool walk(Value weights) {
    inside_.clear(), steps_.clear(), scale_ = 1, reduced_ = -1;
    auto divide = own<ir::DivideOp>(unmoved(weights));
    if (!divide) return false;
    auto exponential = own<ir::ExponentialOp>(divide.getLhs());
    if (!exponential) return false;
    auto shift = own<ir::SubtractOp>(exponential.getX());
    return shift && isReduced(divide.getRhs(), exponential.getY(), ir::Combine::add) &&
           isReduced(shift.getRhs(), shift.getLhs(), ir::Combine::maximum) && walkScores(shift.getLhs());
  }

  // Whether v is the reduction of x along one dimension, repeated along it.
  bool isReduced(Value v, Value x, ir::Combine kind) {
    SmallVector<int64_t> dims;  // of x, for each dimension of v; −1 for one of size 1
    for (auto [d, n] : llvm::enumerate(ir::shapeOf(x))) dims.push_back(n == 1 ? -1 : static_cast<int64_t>(d));
    while (Op op = v.getDefiningOp()) {
      inside_.insert(op);
      SmallVector<int64_t> from;
      Value operand = op->getNumOperands() > 0 ? op->getOperand(0) : Value();
      if (auto broadcast = llvm::dyn_cast<ir::BroadcastInDimOp>(op)) {
        for (auto [i, d] : llvm::enumerate(broadcast.getDimensions()))
          from.push_back(ir::shapeOf(broadcast.getX())[i] == 1 ? -1 : dims[static_cast<size_t>(d)]);
      } else if (llvm::isa<ir::ReshapeOp>(op)) {
        SmallVector<int64_t> real = llvm::to_vector(llvm::make_filter_range(dims, [](int64_t d) { return d >= 0; }));
        const int64_t *next = real.begin();
        for (int64_t n : ir::shapeOf(op->getOperand(0))) {
          if (n != 1 && (next == real.end() || ir::shapeOf(x)[static_cast<size_t>(*next)] != n)) return false;
          from.push_back(n == 1 ? -1 : *next++);
        }
        if (next != real.end()) return false;
      } else if (llvm::isa<ir::StopGradientOp>(op)) {
        from = dims;
      } else if (llvm::isa<ir::MaximumOp>(op)) {  // with an initial value
        from = dims;
        if (splatOf(op->getOperand(0)) == -INFINITY)
          operand = op->getOperand(1);
        else if (splatOf(op->getOperand(1)) != -INFINITY)
          return false;
      } else {
        auto reduce = llvm::dyn_cast<ir::ReduceOp>(op);
        return reduce && reduce.getKind() == kind && reduce.getX() == x && reduce.getDimensions().size() == 1 &&
               isRow(dims, x, reduce.getDimensions()[0]);
      }
      dims = from;
      v = operand;
    }
    return false;
  }
  // Whether these are the dimensions of x but one, in order; the reduced one is the same each time.
  bool isRow(llvm::ArrayRef<int64_t> dims, Value x, int64_t reduced) {
    SmallVector<int64_t> wanted;
    for (auto [d, n] : llvm::enumerate(ir::shapeOf(x)))
      if (static_cast<int64_t>(d) != reduced) wanted.push_back(n == 1 ? -1 : static_cast<int64_t>(d));
    const bool same = reduced_ < 0 || reduced_ == reduced;
    reduced_ = reduced;
    return same && wanted == SmallVector<int64_t>(dims);
  }

  // From the softmax's operand back to the first product.
  bool walkScores(Value v) {
    steps_.push_back({nullptr, std::nullopt});  // where the softmax is
    for (;;) {
      v = unmoved(v);
      if (auto select = own<ir::SelectOp>(v)) {
        auto a = splatOf(select.getOnTrue()), b = splatOf(select.getOnFalse());
        if (!a == !b) return false;
        steps_.push_back({select, Mask{select.getPred(), !a, a ? *a : *b, scale_}});
        v = a ? select.getOnFalse() : select.getOnTrue();
      } else if (auto add = own<ir::AddOp>(v)) {
        auto a = hiddenBy(add.getLhs()), b = hiddenBy(add.getRhs());
        if (!a == !b) return false;
        steps_.push_back({add, Mask{a ? add.getLhs() : add.getRhs(), true, a ? *a : *b, scale_, true}});
        v = a ? add.getRhs() : add.getLhs();
      } else if (auto multiply = own<ir::MultiplyOp>(v)) {
        auto a = numberOf(multiply.getLhs()), b = numberOf(multiply.getRhs());
        if (!a == !b) return false;
        scale_ *= a ? *a : *b;
        v = a ? multiply.getRhs() : multiply.getLhs();
      } else if (auto divide = own<ir::DivideOp>(v)) {
        auto by = numberOf(divide.getRhs());
        if (!by) return false;
        scale_ /= *by;
        v = divide.getLhs();
      } else {
        first_ = own<ir::DotGeneralOp>(v);
        return bool(first_) && std::isfinite(scale_);
      }
    }
  }

  bool isAlone() {
    return llvm::all_of(inside_, [&](Op op) {
      return llvm::all_of(op->getUsers(), [&](Op user) { return user == match_.last || inside_.contains(user); });
    });
  }

  // ---- what the dimensions are

  std::optional<AttentionMatch> label(unsigned weightsIndex) {
    Value w = match_.last->getOperand(weightsIndex), v = match_.last->getOperand(1 - weightsIndex);
    for (Op op : {first_.getOperation(), match_.last.getOperation()})
      if (!isF32(op->getOperand(0)) || !isF32(op->getOperand(1)) || !isF32(op->getResult(0))) return std::nullopt;
    match_.sizes.assign(ir::shapeOf(first_.getY()).begin(), ir::shapeOf(first_.getY()).end());
    match_.scale = scale_;
    // Forwards again, with labels.
    Labels labels;
    for (auto [d, n] : llvm::enumerate(match_.sizes)) {
      labels.emplace_back();
      if (n != 1) labels.back().push_back(static_cast<Label>(d));
    }
    SmallVector<std::pair<Mask, Labels>> masks;
    for (const Step &step : llvm::reverse(steps_)) {
      if (step.mask) {
        masks.push_back({*step.mask, labels});
      } else if (step.op) {
        auto next = after(step.op, labels, match_.sizes);
        if (!next) return std::nullopt;
        labels = *next;
      } else if (const auto &reduced = labels[static_cast<size_t>(reduced_)]; reduced.size() == 1) {
        match_.key = reduced[0];
      } else {
        return std::nullopt;
      }
    }
    if (!labelOperands() || !labelValues(w, v, labels, weightsIndex == 0) || !findBand(masks)) return std::nullopt;
    return match_;
  }

  static bool contains(llvm::ArrayRef<int64_t> dims, size_t d) {
    return llvm::is_contained(dims, static_cast<int64_t>(d));
  }

  // One side of the first product, whose free dimensions are numbered from `free`.
  std::optional<Labels> labelsOf(bool left, size_t free) {
    Value x = left ? first_.getLhs() : first_.getRhs();
    auto batching = left ? first_.getLhsBatching() : first_.getRhsBatching();
    auto contracting = left ? first_.getLhsContracting() : first_.getRhsContracting();
    Labels labels(ir::shapeOf(x).size());
    for (auto [i, d] : llvm::enumerate(batching))
      if (match_.sizes[i] != 1) labels[static_cast<size_t>(d)] = {static_cast<Label>(i)};
    int64_t sums = 0;
    for (auto [d, n] : llvm::enumerate(ir::shapeOf(x))) {
      if (contains(contracting, d)) {
        if (n == 1) continue;
        labels[d] = {kSize}, match_.size = n, ++sums;
      } else if (!contains(batching, d)) {
        if (n != 1) labels[d] = {static_cast<Label>(free)};
        ++free;
      }
    }
    if (sums > 1) return std::nullopt;
    return labels;
  }

  bool labelOperands() {
    const size_t batches = first_.getLhsBatching().size(),
                 lefts = ir::shapeOf(first_.getLhs()).size() - batches - first_.getLhsContracting().size();
    auto a = labelsOf(true, batches), b = labelsOf(false, batches + lefts);
    if (!a || !b) return false;
    const auto key = static_cast<size_t>(match_.key);
    if (key < batches) return false;
    const bool keysLeft = key < batches + lefts;
    match_.q = {keysLeft ? first_.getRhs() : first_.getLhs(), keysLeft ? *b : *a};
    match_.k = {keysLeft ? first_.getLhs() : first_.getRhs(), keysLeft ? *a : *b};
    for (size_t d = 0; d < match_.sizes.size(); ++d) {
      if (match_.sizes[d] == 1 || d == key) continue;
      if (d < batches)
        match_.batch.push_back(static_cast<Label>(d));
      else if ((d < batches + lefts) != keysLeft)
        match_.rows.push_back(static_cast<Label>(d));
      else
        return false;  // k has another dimension of its own
    }
    return true;
  }

  // The second product: sums over the keys, and its batch is that of the first.
  bool labelValues(Value w, Value v, const Labels &labels, bool weightsLeft) {
    auto ofW = weightsLeft ? match_.last.getLhsBatching() : match_.last.getRhsBatching(),
         ofV = weightsLeft ? match_.last.getRhsBatching() : match_.last.getLhsBatching(),
         sumsW = weightsLeft ? match_.last.getLhsContracting() : match_.last.getRhsContracting(),
         sumsV = weightsLeft ? match_.last.getRhsContracting() : match_.last.getLhsContracting();
    Labels values(ir::shapeOf(v).size()), result, rowsOf, widthOf;
    SmallVector<Label> seen;
    for (auto [i, j] : llvm::zip_equal(sumsW, sumsV)) {
      values[static_cast<size_t>(j)] = labels[static_cast<size_t>(i)];
      for (Label l : labels[static_cast<size_t>(i)])
        if (l != match_.key) return false;
    }
    for (auto [i, j] : llvm::zip_equal(ofW, ofV)) {
      const auto &batch = labels[static_cast<size_t>(i)];
      values[static_cast<size_t>(j)] = batch;
      result.push_back(batch);
      llvm::append_range(seen, batch);
    }
    for (Label l : seen)
      if (!llvm::is_contained(match_.batch, l)) return false;
    if (seen.size() != match_.batch.size()) return false;
    for (size_t d = 0; d < ir::shapeOf(w).size(); ++d)
      if (!contains(ofW, d) && !contains(sumsW, d)) {
        if (llvm::is_contained(labels[d], match_.key)) return false;
        rowsOf.push_back(labels[d]);
      }
    for (size_t d = 0; d < values.size(); ++d) {
      if (contains(ofV, d) || contains(sumsV, d)) continue;
      widthOf.emplace_back();
      const int64_t n = ir::shapeOf(v)[d];
      if (n == 1) continue;
      if (match_.width != 1) return false;
      match_.width = n, values[d] = widthOf.back() = {kWidth};
    }
    llvm::append_range(result, weightsLeft ? rowsOf : widthOf);
    llvm::append_range(result, weightsLeft ? widthOf : rowsOf);
    match_.v = {v, values};
    match_.y = {match_.last.getY(), result};
    return true;
  }

  // Which of q's own dimensions the masks count, and what they leave.
  bool findBand(llvm::ArrayRef<std::pair<Mask, Labels>> masks) {
    // Where masks do not tell, the longest: others are heads that share their keys.
    SmallVector<Label> candidates(match_.rows);
    llvm::sort(candidates,
               [&](Label a, Label b) { return std::pair(match_.sizeOf(a), b) > std::pair(match_.sizeOf(b), a); });
    for (Label query : candidates) {
      std::optional<Band> band = Band{};
      for (const auto &[mask, labels] : masks) {
        if (!(mask.value * mask.scaled <= kUnseen) || !(mask.scaled > 0)) return false;
        MaskDims dims;
        for (const auto &dim : labels)
          dims.push_back(dim == llvm::ArrayRef(query)        ? MaskDim::query
                         : dim == llvm::ArrayRef(match_.key) ? MaskDim::key
                                                             : MaskDim::other);
        auto seen = mask.added ? bandOfAdded(mask.pred, dims) : bandOf(mask.pred, dims, mask.shows);
        band = seen && band ? std::optional(*band & *seen) : std::nullopt;
      }
      if (!band) continue;
      match_.query = query;
      match_.band = *band;
      // Every query sees a key.
      const int64_t queries = match_.sizeOf(query), keys = match_.sizeOf(match_.key);
      return band->most >= 0 && -band->least >= std::max(queries - keys, -band->most);
    }
    return false;
  }

  AttentionMatch match_;
  ir::DotGeneralOp first_;
  llvm::SmallSetVector<Op, 16> inside_;
  SmallVector<Step> steps_;  // from the weights backwards
  double scale_ = 1;
  int64_t reduced_ = -1;
};

}  // namespace

std::optional<AttentionMatch> matchAttention(ir::DotGeneralOp last) { return Matcher(last).run(); }

}  // namespace fluxion::passes
