// Sharding of attention and its derivatives: by examples, by heads, by queries where each sees all keys, by the width
// of values, and by directions of tangents.
#include "ir/ops/attention.h"

#include "passes/sharding/rules.h"

namespace fluxion::passes {

namespace {

// Arrays by what they lie like: q with its heads and queries or k with its groups and keys. `wide` are those with v's
// width (v, y, and what lies like them), `tangents` those with directions in front of the batch.
struct Places {
  llvm::SmallVector<DimOf> queries, keys, wide, tangents;

  // Lies like operand `like` of attention_grad: q, k, v or dy.
  void add(DimOf array, int64_t like, bool isTangent = false) {
    (like == 0 || like == 3 ? queries : keys).push_back(array);
    if (like >= 2) wide.push_back(array);
    if (isTangent) tangents.push_back(array);
  }
};

llvm::SmallVector<DimOf> at(llvm::ArrayRef<DimOf> arrays, int64_t dimension) {
  return llvm::map_to_vector(arrays, [&](DimOf d) {
    d.dimension = dimension;
    return d;
  });
}

llvm::SmallVector<DimOf> joined(llvm::SmallVector<DimOf> a, llvm::ArrayRef<DimOf> b) {
  a.append(b.begin(), b.end());
  return a;
}

// A result that has a factor is cut along it; where one lacks it, as the gradient of k lacks queries, it is a sum: all
// are linear in what has that factor.
template <class Op>
void addFactors(Op op, const Places &p, int64_t directions, ShardingRule &rule) {
  const ir::AttentionSizes s(ir::tensorType(op.getQ()), ir::tensorType(op.getK()), ir::tensorType(op.getV()),
                             op.getTokensFirst());
  const int64_t heads = op.getTokensFirst() ? 2 : 1, tokens = op.getTokensFirst() ? 1 : 2;
  const llvm::SmallVector<DimOf> all = joined(p.queries, p.keys);
  if (!p.tangents.empty()) rule.append(directions, p.tangents, ir::Combine::set);
  rule.append(s.batch, all);
  rule.append(s.groups, at(all, heads));
  rule.append(s.heads / s.groups, at(p.queries, heads));
  const bool seesAll =
      static_cast<int64_t>(op.getBefore()) >= s.queries - 1 && static_cast<int64_t>(op.getAfter()) >= s.keys - 1;
  if (seesAll) rule.append(s.queries, at(p.queries, tokens));
  rule.append(s.width, at(p.wide, 3));
}

// The operands of which there are tangents, which begin with operand number `first`.
void addTangents(Places &p, llvm::ArrayRef<int64_t> along, unsigned first) {
  for (auto [i, like] : llvm::enumerate(along)) p.add(in(first + static_cast<unsigned>(i), 0), like, true);
}

}  // namespace

void addAttentionRules(ShardingRules &rules) {
  auto placesOf = [](unsigned operands) {
    Places p;
    for (unsigned i = 0; i < operands; ++i) p.add(in(i, 0), i);
    return p;
  };
  rules.add<ir::AttentionOp>([=](ir::AttentionOp op, ShardingRule &rule) {
    Places p = placesOf(3);
    p.add(out(0, 0), 3);
    addFactors(op, p, 1, rule);
  });
  rules.add<ir::AttentionGradOp>([=](ir::AttentionGradOp op, ShardingRule &rule) {
    Places p = placesOf(4);
    for (unsigned i = 0; i < 3; ++i) p.add(out(i, 0), i);
    addFactors(op, p, 1, rule);
  });
  rules.add<ir::AttentionJvpOp>([=](ir::AttentionJvpOp op, ShardingRule &rule) {
    Places p = placesOf(3);
    addTangents(p, op.getAlong(), 3);
    p.add(out(0, 0), 3);
    p.add(out(1, 0), 3, true);
    addFactors(op, p, op.directions(), rule);
  });
  rules.add<ir::AttentionGradJvpOp>([=](ir::AttentionGradJvpOp op, ShardingRule &rule) {
    Places p = placesOf(4);
    addTangents(p, op.getAlong(), 4);
    for (unsigned i = 0; i < 6; ++i) p.add(out(i, 0), i % 3, i >= 3);
    addFactors(op, p, op.directions(), rule);
  });
}

}  // namespace fluxion::passes
