// Derivatives of attention. There are ops for those of first order, and for tangents of gradients, all of which compute
// the weights again. Higher ones are of what these stand for.
#include "passes/grad/rules/attention.h"

#include "ir/ops/attention.h"
#include "ir/ops/custom.h"
#include "passes/bodies.h"
#include "passes/grad/forward.h"
#include "passes/grad/regions.h"

namespace fluxion::passes {

using llvm::SmallVector;
using mlir::failed;
using mlir::failure;
using mlir::FailureOr;

namespace {

// (operands, tangents of some) -> (results, their tangents) of the ops that `op` stands for.
FailureOr<Func> differentiated(mlir::Operation *op, Tangents t) {
  Func f = ir::expandedAttention(op);
  mlir::Block &body = f->getBody().front();
  const auto active = llvm::map_to_vector(t, [](Value v) { return bool(v); });
  auto tangents = differentiateBlock(body, active, defaultJvpRules(), Mode::linearize);
  if (failed(tangents)) return failure();
  mlir::OpBuilder builder(body.getTerminator());
  Emit e(builder, op->getLoc());
  SmallVector<Value> results(body.getTerminator()->getOperands());
  for (auto [dy, y] : llvm::zip_equal(*tangents, op->getResults())) results.push_back(e.orZeros(dy, y.getType()));
  setResults(*f, results);
  return f;
}

// The numbers of the operands that have tangents, and those.
struct Along {
  SmallVector<int64_t> operands;
  SmallVector<Value> tangents;

  explicit Along(Tangents t) {
    for (auto [i, dx] : llvm::enumerate(t))
      if (dx) operands.push_back(static_cast<int64_t>(i)), tangents.push_back(dx);
  }
};

// An op on these, with the attributes of `like`.
template <class Op, class Like>
Op make(Emit &e, Like like, mlir::ValueRange x, const Along &along) {
  mlir::OpBuilder &b = e.builder;
  const auto scale = like.getScaleAttr();
  const auto before = like.getBeforeAttr(), after = like.getAfterAttr();
  const auto tokensFirst = like.getTokensFirstAttr();
  const auto which = b.getDenseI64ArrayAttr(along.operands);
  if constexpr (std::is_same_v<Op, ir::AttentionGradOp>)
    return Op::create(b, e.loc, x[0], x[1], x[2], x[3], scale, before, after, tokensFirst);
  else if constexpr (std::is_same_v<Op, ir::AttentionJvpOp>)
    return Op::create(b, e.loc, x[0], x[1], x[2], along.tangents, which, scale, before, after, tokensFirst);
  else
    return Op::create(b, e.loc, x[0], x[1], x[2], x[3], along.tangents, which, scale, before, after, tokensFirst);
}

// A block of a region whose arguments are `constants` and, after them, others of the types of `linear`.
struct Body {
  mlir::Block &block;
  mlir::OpBuilder builder;
  Emit e;

  Body(mlir::Region &region, mlir::ValueRange constants, mlir::ValueRange linear, mlir::Location loc)
      : block(region.emplaceBlock()), builder(mlir::OpBuilder::atBlockEnd(&block)), e(builder, loc) {
    for (mlir::ValueRange values : {constants, linear})
      for (Value v : values) block.addArgument(v.getType(), v.getLoc());
  }
  mlir::ValueRange arguments(size_t from, size_t count) { return block.getArguments().slice(from, count); }
  void yield(mlir::ValueRange values) { ir::YieldOp::create(builder, e.loc, values); }
};

// The tangents of op's results as a linear function of those of its operands, still without bodies.
ir::LinearCallOp linearCall(mlir::Operation *op, const Along &along, Emit &e) {
  SmallVector<Value> inputs(op->getOperands());
  llvm::append_range(inputs, along.tangents);
  return ir::LinearCallOp::create(e.builder, e.loc, op->getResultTypes(), inputs, op->getNumOperands());
}

// The same with its two bodies, which are to be filled.
struct LinearTangents {
  ir::LinearCallOp call;
  Body forward, backward;
  Along inside;  // `along`, by the arguments of `forward`

  LinearTangents(mlir::Operation *op, const Along &along, Emit &e)
      : call(linearCall(op, along, e)),
        forward(call.getForward(), op->getOperands(), along.tangents, op->getLoc()),
        backward(call.getTranspose(), op->getOperands(), op->getResults(), op->getLoc()),
        inside(along) {
    inside.tangents = SmallVector<Value>(forward.arguments(op->getNumOperands(), along.tangents.size()));
  }
  Derivative derivative() { return {SmallVector<Value, 1>(call.getOutputs())}; }
};

// ẏ = L·ẋ: both L and its transpose have ops.
FailureOr<Derivative> ofAttention(ir::AttentionOp op, Tangents t, Emit &e) {
  const Along along(t);
  LinearTangents linear(op, along, e);
  auto &[call, forward, backward, inside] = linear;
  forward.yield(make<ir::AttentionJvpOp>(forward.e, op, forward.arguments(0, 3), inside).getTangent());
  auto made = make<ir::AttentionGradOp>(backward.e, op, backward.arguments(0, 4), along);
  SmallVector<Value> cotangents;
  for (int64_t i : along.operands) cotangents.push_back(made->getResult(static_cast<unsigned>(i)));
  backward.yield(cotangents);
  return linear.derivative();
}

// The results are derivatives of φ = ⟨dy, y(q, k, v)⟩ by q, k and v, so those of them by these are symmetric; by dy
// they are those of y.
FailureOr<Derivative> ofGradient(ir::AttentionGradOp op, Tangents t, Emit &e) {
  const Along along(t);
  LinearTangents linear(op, along, e);
  auto &[call, forward, backward, inside] = linear;
  forward.yield(
      make<ir::AttentionGradJvpOp>(forward.e, op, forward.arguments(0, 4), inside)->getResults().drop_front(3));
  const SmallVector<Value> cts(backward.arguments(4, 3));
  auto twice = make<ir::AttentionGradJvpOp>(backward.e, op, backward.arguments(0, 4), Along(cts));
  auto once = make<ir::AttentionJvpOp>(backward.e, op, backward.arguments(0, 3), Along(cts));
  SmallVector<Value> cotangents;
  for (int64_t i : along.operands)
    cotangents.push_back(i == 3 ? Value(once.getTangent()) : Value(twice->getResult(static_cast<unsigned>(i) + 3)));
  backward.yield(cotangents);
  eraseDead(backward.block);
  return linear.derivative();
}

// Those of tangents are of what these stand for, which then gives the results, too: weights are computed once.
FailureOr<Derivative> writtenOut(mlir::Operation *op, Tangents t, Emit &e) {
  FailureOr<Func> f = differentiated(op, t);
  if (failed(f)) return failure();
  SmallVector<Value> inputs(op->getOperands());
  llvm::append_range(inputs, Along(t).tangents);
  const SmallVector<Value> made = inlineBlock(e.builder, (*f)->getBody().front(), inputs);
  const auto all = llvm::ArrayRef(made);
  return Derivative{SmallVector<Value, 1>(all.drop_front(op->getNumResults())),
                    SmallVector<Value, 1>(all.take_front(op->getNumResults()))};
}

// Backward, a tangent ẏ = J·ẋ with the cotangent c gives Jᵀ·c for ẋ, which is the gradient, and for x the derivative of
// that along ẋ.
FailureOr<Derivative> ofTangent(ir::AttentionJvpOp op, Tangents t, Emit &e) {
  if (op.directions() != 1) return writtenOut(op, t, e);
  FailureOr<Func> forward = differentiated(op, t);
  if (failed(forward)) return failure();
  setResults(**forward, SmallVector<Value>((*forward)->getBody().front().getTerminator()->getOperands().drop_front(2)));
  const Along along(t);
  const size_t known = op->getNumOperands();
  auto call = linearCall(op, along, e);
  moveInto(call.getForward(), std::move(*forward));
  Body backward(call.getTranspose(), op->getOperands(), op->getResults(), op.getLoc());
  SmallVector<Value> ofValue(backward.arguments(0, 3)), ofTangent(ofValue), moving(4);
  ofValue.push_back(backward.block.getArgument(static_cast<unsigned>(known)));
  ofTangent.push_back(backward.block.getArgument(static_cast<unsigned>(known) + 1));
  for (auto [i, dx] : llvm::zip_equal(op.getAlong(), backward.arguments(3, known - 3)))
    moving[static_cast<size_t>(i)] = dx;
  auto byValue = make<ir::AttentionGradOp>(backward.e, op, ofValue, Along(moving)),
       byTangent = make<ir::AttentionGradOp>(backward.e, op, ofTangent, Along(moving));
  auto moved = make<ir::AttentionGradJvpOp>(backward.e, op, ofTangent, Along(moving));
  SmallVector<Value> cotangents;
  for (int64_t i : along.operands) {
    const auto n = static_cast<unsigned>(i);
    cotangents.push_back(i < 3 ? backward.e.add(byValue->getResult(n), moved->getResult(n + 3))
                               : Value(byTangent->getResult(static_cast<unsigned>(op.getAlong()[n - 3]))));
  }
  backward.yield(cotangents);
  eraseDead(backward.block);
  return Derivative{SmallVector<Value, 1>(call.getOutputs())};
}

}  // namespace

void addAttentionRules(JvpRules &rules) {
  rules.add<ir::AttentionOp>(ofAttention);
  rules.add<ir::AttentionGradOp>(ofGradient);
  rules.add<ir::AttentionJvpOp>(ofTangent);
  rules.add<ir::AttentionGradJvpOp>(writtenOut);
}

}  // namespace fluxion::passes
