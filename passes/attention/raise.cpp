#include "passes/attention/raise.h"

#include <cstdlib>

#include "ir/ops/attention.h"
#include "passes/attention/match.h"
#include "passes/attention/merge.h"
#include "passes/emit.h"
#include "passes/grad/regions.h"
#include "passes/passes.h"
#include "passes/transforms.h"

namespace fluxion::passes {

using llvm::SmallVector;

namespace {

// Below these sizes the work beside the products outweighs what is saved (measured).
bool pays(const AttentionMatch &m) {
  const int64_t queries = m.sizeOf(m.query), keys = m.sizeOf(m.key);
  return queries >= 32 && keys >= 32 && m.size >= 8 && m.width >= 8 && m.size <= 512 && m.width <= 512;
}

SmallVector<Label> flat(const Labels &labels) {
  SmallVector<Label> all;
  for (const auto &dim : labels) llvm::append_range(all, dim);
  return all;
}

// How the op's operands lie: the labels before, between and after tokens, and of those after them the ones of q alone.
struct Layout {
  bool tokensFirst = false;
  SmallVector<Label> outer, inner, rows;

  // The labels in their order, where tokens are `token`.
  SmallVector<Label> order(Label token, Label last, bool withRows) const {
    SmallVector<Label> all(outer);
    if (tokensFirst) all.push_back(token);
    llvm::append_range(all, inner);
    if (withRows) llvm::append_range(all, rows);
    if (!tokensFirst) all.push_back(token);
    all.push_back(last);
    return all;
  }
};

class Raise {
 public:
  Raise(const AttentionMatch &m, Emit &e) : m_(m), e_(e), layout_(layoutOf()) {}

  void run() {
    const Layout &l = layout_;
    const int64_t batch = product(l.outer), groups = product(l.inner), share = product(l.rows);
    auto shape = [&](int64_t heads, Label token, int64_t last) {
      const int64_t tokens = m_.sizeOf(token);
      return l.tokensFirst ? ir::Sizes{batch, tokens, heads, last} : ir::Sizes{batch, heads, tokens, last};
    };
    Value q = arranged(m_.q, l.order(m_.query, kSize, true), shape(groups * share, m_.query, m_.size)),
          k = arranged(m_.k, l.order(m_.key, kSize, false), shape(groups, m_.key, m_.size)),
          v = arranged(m_.v, l.order(m_.key, kWidth, false), shape(groups, m_.key, m_.width));
    mlir::OpBuilder &b = e_.builder;
    auto number = [&](int64_t n) { return b.getI64IntegerAttr(std::abs(n) >= Band::kFar ? kFarther : n); };
    Value y = e_.op<ir::AttentionOp>(q, k, v, b.getF64FloatAttr(m_.scale), number(-m_.band.least), number(m_.band.most),
                                     b.getBoolAttr(l.tokensFirst));
    Value(m_.y.value).replaceAllUsesWith(asResult(y));
  }

 private:
  static constexpr int64_t kFarther = std::numeric_limits<int64_t>::max();

  int64_t product(llvm::ArrayRef<Label> labels) const {
    int64_t n = 1;
    for (Label label : labels) n *= m_.sizeOf(label);
    return n;
  }
  ir::Sizes sizesOf(llvm::ArrayRef<Label> labels) const {
    ir::Sizes sizes;
    for (Label label : labels) sizes.push_back(m_.sizeOf(label));
    return sizes;
  }

  // What transposed an operand does not count: where it came from says how memory lies.
  static Labelled source(Labelled x) {
    while (auto transpose = x.value.getDefiningOp<ir::TransposeOp>()) {
      Labels from(x.labels.size());
      for (auto [i, d] : llvm::enumerate(transpose.getPermutation())) from[static_cast<size_t>(d)] = x.labels[i];
      x = {transpose.getX(), from};
    }
    return x;
  }

  // That of q, if it is one of the op's: then q need not be moved.
  Layout layoutOf() const {
    Layout l;
    const SmallVector<Label> q = flat(source(m_.q).labels);
    bool after = false;
    for (Label label : q) {
      if (label == m_.query)
        after = true;
      else if (llvm::is_contained(m_.batch, label))
        (after ? l.inner : l.outer).push_back(label);
      else if (label != kSize)
        l.rows.push_back(label);
    }
    l.tokensFirst = !l.inner.empty() || (!l.rows.empty() && q.size() >= 2 && q[q.size() - 2] != m_.query);
    if (l.tokensFirst && q == l.order(m_.query, kSize, true)) return l;
    l.tokensFirst = false;
    llvm::append_range(l.outer, l.inner);
    l.inner.clear();
    return l;
  }

  Value arranged(const Labelled &operand, llvm::ArrayRef<Label> order, const ir::Sizes &shape) const {
    const Labelled x = source(operand);
    const SmallVector<Label> from = flat(x.labels);
    Value value = x.value;
    const SmallVector<Label> to = stripped(order);
    if (from != to) {
      value = e_.reshape(value, sizesOf(from));
      value = e_.transpose(value, permutationOf(from, to));
    }
    return e_.reshape(value, shape);
  }

  // With the dimensions of the result that it had, so that the transposition by which a frontend goes back to how q
  // lies cancels with this one; those of size 1 stay behind those before them.
  Value asResult(Value y) const {
    const SmallVector<Label> from = stripped(layout_.order(m_.query, kWidth, true)), to = flat(m_.y.labels);
    const ir::Sizes shape(ir::shapeOf(m_.y.value));
    SmallVector<std::pair<ptrdiff_t, size_t>> dims;
    for (auto [d, labels] : llvm::enumerate(m_.y.labels))
      dims.push_back(
          {labels.empty() ? dims.empty() ? -1 : dims.back().first : llvm::find(from, labels[0]) - from.begin(), d});
    llvm::sort(dims);
    SmallVector<Label> sorted;
    ir::Sizes moved, permutation(shape.size());
    for (auto [i, dim] : llvm::enumerate(dims)) {
      llvm::append_range(sorted, m_.y.labels[dim.second]);
      moved.push_back(shape[dim.second]);
      permutation[dim.second] = static_cast<int64_t>(i);
    }
    if (sorted == from) return e_.transpose(e_.reshape(y, moved), permutation);
    return e_.reshape(e_.transpose(e_.reshape(y, sizesOf(from)), permutationOf(from, to)), shape);
  }

  // Without dimensions of size 1, which have no labels in operands.
  SmallVector<Label> stripped(llvm::ArrayRef<Label> labels) const {
    return llvm::to_vector(llvm::make_filter_range(labels, [&](Label l) { return m_.sizeOf(l) != 1; }));
  }
  static ir::Sizes permutationOf(llvm::ArrayRef<Label> from, llvm::ArrayRef<Label> to) {
    ir::Sizes result;
    for (Label label : to) result.push_back(llvm::find(from, label) - from.begin());
    return result;
  }

  const AttentionMatch &m_;
  Emit &e_;
  Layout layout_;
};

}  // namespace

bool mayAttend(mlir::func::FuncOp f) {
  if (const char *set = std::getenv("FLUXION_ATTENTION"); set && llvm::StringRef(set) == "0") return false;
  bool exponential = false;
  int products = 0;
  f.walk([&](mlir::Operation *op) {
    exponential |= llvm::isa<ir::ExponentialOp>(op);
    products += llvm::isa<ir::DotGeneralOp>(op);
  });
  return exponential && products > 1;
}

bool raiseAttention(mlir::func::FuncOp f) {
  if (!mayAttend(f)) return false;
  SmallVector<ir::DotGeneralOp> products;
  f.walk([&](ir::DotGeneralOp op) { products.push_back(op); });
  bool any = false;
  for (ir::DotGeneralOp last : products) {
    std::optional<AttentionMatch> match = matchAttention(last);
    if (!match || !pays(*match)) continue;
    mlir::OpBuilder builder(last);
    Emit e(builder, last.getLoc());
    Raise(*match, e).run();
    any = true;
  }
  if (any) eraseDead(f.getBody().front());
  return any;
}

#define GEN_PASS_DEF_RAISEATTENTIONPASS
#include "passes/passes.h.inc"

namespace {

struct RaiseAttentionPass : impl::RaiseAttentionPassBase<RaiseAttentionPass> {
  using RaiseAttentionPassBase::RaiseAttentionPassBase;
  void runOnOperation() override {
    const bool raised = raiseAttention(getOperation()), merged = mergeAttention(getOperation());
    if ((raised || merged) && tidy && failed(simplify(getOperation()))) signalPassFailure();
  }
};

}  // namespace

}  // namespace fluxion::passes
