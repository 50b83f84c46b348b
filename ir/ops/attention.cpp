// Types of attention, and what it means in ops of other families.
#include "ir/ops/attention.h"

#include "ir/ops.h"
#include "ir/ops/checks.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

#define GET_OP_CLASSES
#include "ir/ops/attention.cpp.inc"

namespace fluxion::ir {

using mlir::emitOptionalError;
using mlir::LogicalResult;
using mlir::Value;

namespace {

LogicalResult checkOperands(Loc loc, Tensor q, Tensor k, Tensor v, int64_t before, int64_t after, bool tokensFirst) {
  if (q.getRank() != 4 || k.getRank() != 4 || v.getRank() != 4 || q.getNumElements() == 0 || k.getNumElements() == 0 ||
      v.getNumElements() == 0)  // C1
    return emitOptionalError(loc, "attention: ", str(q), ", ", str(k), " and ", str(v),
                             " are not four-dimensional arrays with elements");
  const AttentionSizes s(q, k, v, tokensFirst);
  if (k.getDimSize(0) != s.batch || v.getShape().drop_back() != k.getShape().drop_back() || k.getDimSize(3) != s.size)
    return emitOptionalError(loc, "attention: batch, groups, keys or sizes differ: ", str(q), ", ", str(k), " and ",
                             str(v));  // C1
  if (s.heads % s.groups != 0)         // C2
    return emitOptionalError(loc, "attention: ", s.heads, " heads cannot share ", s.groups, " groups evenly");
  if (k.getElementType() != q.getElementType() || v.getElementType() != q.getElementType())  // C3
    return emitOptionalError(loc, "attention: element types differ: ", str(q), ", ", str(k), " and ", str(v));
  if (after < 0 || before < std::max(s.queries - s.keys, -after))  // C4
    return emitOptionalError(loc, "attention: some of ", s.queries, " queries see none of ", s.keys,
                             " keys: before is ", before, " and after ", after);
  return mlir::success();
}

Tensor resultType(Tensor q, Tensor v) {
  Sizes shape(q.getShape());
  shape.back() = v.getDimSize(3);
  return Tensor::get(shape, q.getElementType());
}

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
  Value splat(Value like, double number) {
    Tensor t = tensorOf(like.getType());
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
  Value reduceKeys(Combine kind, Value x) { return op<ReduceOp>(kind, x, Sizes{4}); }

  // q, or what lies like it, with the heads of a group as a dimension of their own.
  Value grouped(Value x) {
    const int64_t last = tensorOf(x.getType()).getDimSize(3), share = s.heads / s.groups;
    return tokensFirst ? reshape(x, {s.batch, s.queries, s.groups, share, last})
                       : reshape(x, {s.batch, s.groups, share, s.queries, last});
  }
  // The rows [batch, groups, …, last] of a product, where q has its own.
  Value ungrouped(Value x, Tensor like) {
    if (tokensFirst) x = op<TransposeOp>(x, Sizes{0, 2, 1, 3, 4});
    return reshape(x, like.getShape());
  }
  // [batch, groups, keys, last] where k has them.
  Value asKeys(Value x) { return tokensFirst ? op<TransposeOp>(x, Sizes{0, 2, 1, 3}) : x; }

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
    Value scores = product(grouped(q), k, {0, group}, {0, group}, {4}, {3});
    scores = op<MultiplyOp>(scores, splat(scores, scale));
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

llvm::SmallVector<Value> expanded(mlir::Operation *op, mlir::OpBuilder &builder) {
  if (auto forward = llvm::dyn_cast<AttentionOp>(op)) return forward.expand(builder);
  return llvm::cast<AttentionGradOp>(op).expand(builder);
}

}  // namespace

AttentionSizes::AttentionSizes(mlir::Type q, mlir::Type k, mlir::Type v, bool tokensFirst) {
  const Tensor tq = tensorOf(q), tk = tensorOf(k);
  const unsigned tokens = tokensFirst ? 1 : 2, head = 3 - tokens;
  batch = tq.getDimSize(0), heads = tq.getDimSize(head), groups = tk.getDimSize(head);
  queries = tq.getDimSize(tokens), keys = tk.getDimSize(tokens);
  size = tq.getDimSize(3), width = tensorOf(v).getDimSize(3);
}

LogicalResult AttentionOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  Tensor q = tensorOf(a.getQ().getType()), k = tensorOf(a.getK().getType()), v = tensorOf(a.getV().getType());
  if (failed(checkOperands(loc, q, k, v, static_cast<int64_t>(a.getBefore()), static_cast<int64_t>(a.getAfter()),
                           a.getTokensFirst())))
    return mlir::failure();
  types.push_back(resultType(q, v));
  return mlir::success();
}

LogicalResult AttentionGradOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  Tensor q = tensorOf(a.getQ().getType()), k = tensorOf(a.getK().getType()), v = tensorOf(a.getV().getType());
  if (failed(checkOperands(loc, q, k, v, static_cast<int64_t>(a.getBefore()), static_cast<int64_t>(a.getAfter()),
                           a.getTokensFirst())))
    return mlir::failure();
  if (a.getDy().getType() != resultType(q, v))  // C5
    return emitOptionalError(loc, "attention: the cotangent is ", str(a.getDy().getType()), ", but the result is ",
                             str(resultType(q, v)));
  types.append({q, k, v});
  return mlir::success();
}

llvm::SmallVector<Value> AttentionOp::expand(mlir::OpBuilder &builder) {
  Expansion e = expansionOf(*this, builder);
  Value rows = e.product(weightsOf(*this, e), getV(), {0, 1}, {0, e.group}, {4}, {e.tokensFirst ? 1 : 2});
  return {e.ungrouped(rows, tensorOf(getY().getType()))};
}

llvm::SmallVector<Value> AttentionGradOp::expand(mlir::OpBuilder &builder) {
  Expansion e = expansionOf(*this, builder);
  const int64_t tokens = e.tokensFirst ? 1 : 2;
  Value p = weightsOf(*this, e), q = e.grouped(getQ()), dy = e.grouped(getDy());
  Value dp = e.product(dy, getV(), {0, e.group}, {0, e.group}, {4}, {3});
  Value centre = e.alongKeys(e.reduceKeys(Combine::add, e.op<MultiplyOp>(p, dp)), p);
  Value ds = e.op<MultiplyOp>(p, e.op<SubtractOp>(dp, centre));
  ds = e.op<MultiplyOp>(ds, e.splat(ds, getScale().convertToDouble()));
  Value dq = e.ungrouped(e.product(ds, getK(), {0, 1}, {0, e.group}, {4}, {tokens}), tensorOf(getQ().getType()));
  Value dk = e.asKeys(e.product(ds, q, {0, 1}, {0, e.group}, {2, 3}, e.rows));
  Value dv = e.asKeys(e.product(p, dy, {0, 1}, {0, e.group}, {2, 3}, e.rows));
  return {dq, dk, dv};
}

bool expandAttention(mlir::Block &block, llvm::function_ref<bool(mlir::Operation *)> which) {
  llvm::SmallVector<mlir::Operation *> found;
  block.walk([&](mlir::Operation *op) {
    if (llvm::isa<AttentionOp, AttentionGradOp>(op) && which(op)) found.push_back(op);
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
