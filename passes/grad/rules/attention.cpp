// Derivatives of attention. Forward they are those of what it computes, written out; backward there is an op, which
// computes the weights again. Higher ones are of what these compute.
#include "passes/grad/rules/attention.h"

#include "ir/ops/attention.h"
#include "ir/ops/custom.h"
#include "passes/bodies.h"
#include "passes/grad/forward.h"

namespace fluxion::passes {

using llvm::SmallVector;
using mlir::failed;
using mlir::failure;
using mlir::FailureOr;

namespace {

// (operands, tangents of some) -> (tangents of the results) of the ops that `op` stands for.
FailureOr<Func> differentiated(mlir::Operation *op, Tangents t) {
  Func f = ir::expandedAttention(op);
  mlir::Block &body = f->getBody().front();
  const auto active = llvm::map_to_vector(t, [](Value v) { return bool(v); });
  auto tangents = differentiateBlock(body, active, defaultJvpRules(), Mode::linearize);
  if (failed(tangents)) return failure();
  mlir::OpBuilder builder(body.getTerminator());
  Emit e(builder, op->getLoc());
  SmallVector<Value> results;
  for (auto [dy, y] : llvm::zip_equal(*tangents, op->getResults())) results.push_back(e.orZeros(dy, y.getType()));
  setResults(*f, results);
  return f;
}

SmallVector<Value> withTangents(mlir::Operation *op, Tangents t) {
  SmallVector<Value> inputs(op->getOperands());
  for (Value dx : t)
    if (dx) inputs.push_back(dx);
  return inputs;
}

// ẏ = L·ẋ: forward the derivative written out, and backward the op for it.
FailureOr<Derivative> ofAttention(ir::AttentionOp op, Tangents t, Emit &e) {
  FailureOr<Func> forward = differentiated(op, t);
  if (failed(forward)) return failure();
  auto call =
      ir::LinearCallOp::create(e.builder, e.loc, op->getResultTypes(), withTangents(op, t), op->getNumOperands());
  moveInto(call.getForward(), std::move(*forward));
  mlir::Block &body = call.getTranspose().emplaceBlock();
  SmallVector<Value> arguments;
  for (Value v : op->getOperands()) arguments.push_back(body.addArgument(v.getType(), v.getLoc()));
  arguments.push_back(body.addArgument(op.getY().getType(), op.getLoc()));
  mlir::OpBuilder builder = mlir::OpBuilder::atBlockEnd(&body);
  auto backward =
      ir::AttentionGradOp::create(builder, e.loc, arguments[0], arguments[1], arguments[2], arguments[3],
                                  op.getScaleAttr(), op.getBeforeAttr(), op.getAfterAttr(), op.getTokensFirstAttr());
  SmallVector<Value> cotangents;
  for (auto [dx, ct] : llvm::zip_equal(t, backward->getResults()))
    if (dx) cotangents.push_back(ct);
  ir::YieldOp::create(builder, e.loc, cotangents);
  return Derivative{{call.getOutputs()[0]}};
}

FailureOr<Derivative> ofGradient(ir::AttentionGradOp op, Tangents t, Emit &e) {
  FailureOr<Func> f = differentiated(op, t);
  if (failed(f)) return failure();
  return Derivative{SmallVector<Value, 1>(inlineBlock(e.builder, (*f)->getBody().front(), withTangents(op, t)))};
}

}  // namespace

void addAttentionRules(JvpRules &rules) {
  rules.add<ir::AttentionOp>(ofAttention);
  rules.add<ir::AttentionGradOp>(ofGradient);
}

}  // namespace fluxion::passes
