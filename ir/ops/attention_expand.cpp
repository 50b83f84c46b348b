// What attention and its derivatives mean in ops of other families.
#include "ir/ops.h"
#include "ir/ops/attention.h"
#include "ir/ops/checks.h"
#include "llvm/ADT/TypeSwitch.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace fluxion::ir {

using mlir::Value;

namespace {

// Scores are [batch, groups, …, keys], where … is queries and the heads of a group, in the order in which q has them.
struct Expansion {
  mlir::OpBuilder &builder;
  mlir::Location loc;
  AttentionSizes s;
  bool tokensFirst;
  int64_t group = tokensFirst ? 2 : 1;                   // of an array split by groups
  Sizes rows = tokensFirst ? Sizes{1, 3} : Sizes{2, 3};  // its queries and heads

  template <class Op, class... Args>
  Value op(Args &&...args) {
    return Op::create(builder, loc, std::forward<Args>(args)...)->getResult(0);
  }

  Value product(Value a, Value b, Sizes aBatch, Sizes bBatch, Sizes aSums, Sizes bSums) {
    return op<DotGeneralOp>(a, b, aBatch, bBatch, aSums, bSums, elementType(a));
  }
  Value reshape(Value x, llvm::ArrayRef<int64_t> shape) { return op<ReshapeOp>(x, shape); }
  Value splat(Value like, double number) { return splatOf(tensorOf(like.getType()), number); }
  Value splatOf(Tensor t, double number) {
    llvm::APFloat value(number);
    bool lost = false;
    value.convert(llvm::cast<mlir::FloatType>(t.getElementType()).getFloatSemantics(),
                  llvm::APFloat::rmNearestTiesToEven, &lost);
    return op<ConstantOp>(t, mlir::DenseElementsAttr::get(t, value));
  }
  // x[…] of a row of scores, repeated along the keys.
  Value alongKeys(Value x, Value scores) { return op<BroadcastInDimOp>(x, Sizes{0, 1, 2, 3}, shapeOf(scores)); }
  Value iota(Tensor numbers, int64_t dimension) {
    return op<IotaOp>(dimension, numbers.getShape(), numbers.getElementType());
  }
  Value times(Value a, Value b) { return a && b ? op<MultiplyOp>(a, b) : Value(); }
  Value times(Value a, double number) { return a ? times(a, splat(a, number)) : a; }
  // A null value is zero.
  Value plus(Value a, Value b) { return a && b ? op<AddOp>(a, b) : a ? a : b; }
  // x once for each direction.
  Value repeated(Value x, int64_t directions) {
    if (directions == 1) return x;
    Sizes shape(shapeOf(x)), dims;
    for (size_t d = 0; d < shape.size(); ++d) dims.push_back(static_cast<int64_t>(d) + 1);
    shape.insert(shape.begin(), directions);
    Value y = op<BroadcastInDimOp>(x, dims, shape);
    shape.erase(shape.begin());
    shape[0] *= directions;
    return reshape(y, shape);
  }
  Value reduceKeys(Combine kind, Value x) { return op<ReduceOp>(kind, x, Sizes{4}); }

  // q, or what lies like it, with the heads of a group as a dimension of their own.
  Value grouped(Value x) {
    if (!x) return x;
    const int64_t batch = shapeOf(x)[0], last = shapeOf(x)[3], share = s.heads / s.groups;
    return tokensFirst ? reshape(x, {batch, s.queries, s.groups, share, last})
                       : reshape(x, {batch, s.groups, share, s.queries, last});
  }
  // The rows [batch, groups, …, last] of a product, where q has its own.
  Value ungrouped(Value x, Tensor like) {
    if (tokensFirst) x = op<TransposeOp>(x, Sizes{0, 2, 1, 3, 4});
    return reshape(x, like.getShape());
  }
  // [batch, groups, keys, last] where k has them.
  Value asKeys(Value x) { return tokensFirst ? op<TransposeOp>(x, Sizes{0, 2, 1, 3}) : x; }

  // Scores from rows of queries and of keys; rows of queries from such and rows of keys; rows of keys from both.
  Value ofKeys(Value a, Value b) { return a && b ? product(a, b, {0, group}, {0, group}, {4}, {3}) : Value(); }
  Value ofRows(Value p, Value b, Tensor like) {
    if (!p || !b) return {};
    return ungrouped(product(p, b, {0, 1}, {0, group}, {4}, {tokensFirst ? 1 : 2}), like);
  }
  Value ofColumns(Value p, Value b) {
    return p && b ? asKeys(product(p, b, {0, 1}, {0, group}, {2, 3}, rows)) : Value();
  }
  // x − Σⱼ y, where x may be zero.
  Value minusCentre(Value x, Value y) {
    Value sums = centre(y);
    return x ? op<SubtractOp>(x, sums) : op<NegateOp>(sums);
  }
  Value centre(Value x) { return alongKeys(reduceKeys(Combine::add, x), x); }

  Value visible(Value scores, int64_t before, int64_t after) {
    Tensor whole = tensorOf(scores.getType());
    Tensor numbers = Tensor::get(whole.getShape(), builder.getI64Type());
    Value query = iota(numbers, tokensFirst ? 2 : 3), key = iota(numbers, 4);
    Value distance = op<SubtractOp>(key, query), both;
    auto bound = [&](Comparison direction, int64_t limit) {
      Value constant = op<ConstantOp>(numbers, mlir::DenseElementsAttr::get(numbers, limit));
      Value holds = op<CompareOp>(direction, distance, constant);
      both = both ? op<AndOp>(both, holds) : holds;
    };
    if (after < s.keys - 1) bound(Comparison::LE, after);
    if (before < s.queries - 1) bound(Comparison::GE, -before);
    return both;
  }

  Value weights(Value q, Value k, double scale, int64_t before, int64_t after) {
    Value scores = ofKeys(grouped(q), k);
    scores = times(scores, scale);
    if (Value seen = visible(scores, before, after))
      scores = op<SelectOp>(seen, scores, splat(scores, -std::numeric_limits<double>::infinity()));
    Value top = op<StopGradientOp>(reduceKeys(Combine::maximum, scores));
    Value e = op<ExponentialOp>(op<SubtractOp>(scores, alongKeys(top, scores)));
    return op<DivideOp>(e, alongKeys(reduceKeys(Combine::add, e), scores));
  }
};

template <class Op>
Expansion expansionOf(Op op, mlir::OpBuilder &builder) {
  const bool tokensFirst = op.getTokensFirst();
  return {builder, op.getLoc(),
          AttentionSizes(op.getQ().getType(), op.getK().getType(), op.getV().getType(), tokensFirst), tokensFirst};
}

template <class Op>
Value weightsOf(Op op, Expansion &e) {
  return e.weights(op.getQ(), op.getK(), op.getScale().convertToDouble(), static_cast<int64_t>(op.getBefore()),
                   static_cast<int64_t>(op.getAfter()));
}

// Operands once for each direction, what the weights are, and how these change.
template <class Op>
struct Moving {
  Op op;
  Expansion e;
  int64_t n;
  double scale;
  llvm::SmallVector<Value> t;  // tangents
  Value p, q, k, v, dp;        // dp: Ṗ, null if it is zero

  Moving(Op of, mlir::OpBuilder &builder)
      : op(of),
        e(expansionOf(of, builder)),
        n(of.directions()),
        scale(of.getScale().convertToDouble()),
        t(of.tangentsOfOperands()),
        p(weightsOf(of, e)) {
    repeat();
    Value moved = e.times(e.plus(e.ofKeys(e.grouped(t[0]), k), e.ofKeys(e.grouped(q), t[1])), scale);
    Value many = e.repeated(p, n);
    if (moved) dp = e.times(many, e.op<SubtractOp>(moved, e.centre(e.times(many, moved))));
  }

  void repeat() { q = e.repeated(op.getQ(), n), k = e.repeated(op.getK(), n), v = e.repeated(op.getV(), n); }
  Value orZeros(Value x, Value result) { return x ? x : e.splatOf(tensorOf(result.getType()), 0); }
};

llvm::SmallVector<Value> expanded(mlir::Operation *op, mlir::OpBuilder &builder) {
  return llvm::TypeSwitch<mlir::Operation *, llvm::SmallVector<Value>>(op)
      .Case<AttentionOp, AttentionGradOp, AttentionJvpOp, AttentionGradJvpOp>(
          [&](auto known) { return known.expand(builder); });
}

}  // namespace

llvm::SmallVector<Value> AttentionOp::expand(mlir::OpBuilder &builder) {
  Expansion e = expansionOf(*this, builder);
  return {e.ofRows(weightsOf(*this, e), getV(), tensorOf(getY().getType()))};
}

llvm::SmallVector<Value> AttentionGradOp::expand(mlir::OpBuilder &builder) {
  Expansion e = expansionOf(*this, builder);
  Value p = weightsOf(*this, e), q = e.grouped(getQ()), dy = e.grouped(getDy());
  Value dp = e.ofKeys(dy, getV());
  Value ds = e.times(e.times(p, e.op<SubtractOp>(dp, e.centre(e.times(p, dp)))), getScale().convertToDouble());
  return {e.ofRows(ds, getK(), tensorOf(getQ().getType())), e.ofColumns(ds, q), e.ofColumns(p, dy)};
}

llvm::SmallVector<Value> AttentionJvpOp::expand(mlir::OpBuilder &builder) {
  Moving m(*this, builder);
  Expansion &e = m.e;
  Tensor type = tensorOf(getTangent().getType());
  Value p = e.repeated(m.p, m.n);
  return {e.ofRows(m.p, getV(), tensorOf(getY().getType())),
          e.plus(e.ofRows(m.dp, m.v, type), e.ofRows(p, m.t[2], type))};
}

llvm::SmallVector<Value> AttentionGradJvpOp::expand(mlir::OpBuilder &builder) {
  Moving m(*this, builder);
  Expansion &e = m.e;
  // Those of attention_grad, and the same once for each direction: a is dP, b dṖ, of which the sums are taken off.
  Value dy = e.grouped(getDy()), a = e.ofKeys(dy, getV()), p = e.repeated(m.p, m.n);
  Value centred = e.op<SubtractOp>(a, e.centre(e.times(m.p, a)));
  Value ds = e.times(e.times(m.p, centred), m.scale);
  Value many = e.repeated(dy, m.n), as = e.repeated(a, m.n), moved = e.grouped(m.t[3]);
  Value b = e.plus(e.ofKeys(moved, m.v), e.ofKeys(many, m.t[2]));
  Value change = e.plus(e.times(m.dp, as), e.times(p, b));
  Value dds = change ? e.plus(e.times(m.dp, e.repeated(centred, m.n)), e.times(p, e.minusCentre(b, change))) : Value();
  dds = e.times(dds, m.scale);
  Value all = e.repeated(ds, m.n), q = e.grouped(m.q);
  Tensor type = tensorOf(getDqTangent().getType());
  return {e.ofRows(ds, getK(), tensorOf(getQ().getType())),
          e.ofColumns(ds, e.grouped(getQ())),
          e.ofColumns(m.p, dy),
          m.orZeros(e.plus(e.ofRows(dds, m.k, type), e.ofRows(all, m.t[1], type)), getDqTangent()),
          m.orZeros(e.plus(e.ofColumns(dds, q), e.ofColumns(all, e.grouped(m.t[0]))), getDkTangent()),
          m.orZeros(e.plus(e.ofColumns(m.dp, many), e.ofColumns(p, moved)), getDvTangent())};
}

bool isAttention(mlir::Operation *op) {
  return llvm::isa<AttentionOp, AttentionGradOp, AttentionJvpOp, AttentionGradJvpOp>(op);
}

bool expandAttention(mlir::Block &block, llvm::function_ref<bool(mlir::Operation *)> which) {
  llvm::SmallVector<mlir::Operation *> found;
  block.walk([&](mlir::Operation *op) {
    if (isAttention(op) && which(op)) found.push_back(op);
  });
  for (mlir::Operation *op : found) {
    mlir::OpBuilder builder(op);
    op->replaceAllUsesWith(expanded(op, builder));
    op->erase();
  }
  return !found.empty();
}

mlir::OwningOpRef<mlir::func::FuncOp> expandedAttention(mlir::Operation *op) {
  mlir::OpBuilder builder(op->getContext());
  mlir::OwningOpRef<mlir::func::FuncOp> f = mlir::func::FuncOp::create(
      builder, op->getLoc(), "attention", builder.getFunctionType(op->getOperandTypes(), op->getResultTypes()));
  mlir::Block *body = (*f).addEntryBlock();
  builder.setInsertionPointToStart(body);
  mlir::Operation *copy = builder.clone(*op);
  copy->setOperands(body->getArguments());
  llvm::SmallVector<Value> results = expanded(copy, builder);
  copy->erase();
  mlir::func::ReturnOp::create(builder, op->getLoc(), results);
  return f;
}

}  // namespace fluxion::ir
