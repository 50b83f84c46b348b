// Derivatives of operations that users define: the rules that come with them, in the words of custom_jvp and
// custom_vjp; without rules, those of the function that the operation is.
#include "ir/operations.h"
#include "ir/ops/custom.h"
#include "passes/bodies.h"
#include "passes/grad/custom.h"
#include "passes/grad/grad.h"
#include "passes/grad/regions.h"

namespace fluxion::passes {

using llvm::SmallVector;
using mlir::failed;
using mlir::failure;
using mlir::FailureOr;

namespace {

using Rule = OperationRule;

// A function that takes values of the given types; `fill` makes its results.
template <class F>
Func function(mlir::Operation *op, mlir::TypeRange types, F fill) {
  mlir::OpBuilder builder(op->getContext());
  Func f(mlir::func::FuncOp::create(builder, op->getLoc(), "rule", builder.getFunctionType(types, {})));
  mlir::Block *block = f->addEntryBlock();
  builder.setInsertionPointToEnd(block);
  SmallVector<Value> results = fill(builder, SmallVector<Value>(block->getArguments()));
  mlir::func::ReturnOp::create(builder, op->getLoc(), results);
  f->setType(builder.getFunctionType(types, mlir::ValueRange(results).getTypes()));
  return f;
}

SmallVector<Value> copyOn(ir::OperationOp op, llvm::ArrayRef<Value> inputs, mlir::OpBuilder &builder) {
  mlir::Operation *copy = builder.clone(*op);
  copy->setOperands(inputs);
  return SmallVector<Value>(copy->getResults());
}

// x -> y, and for the derivative y, x, y.
Func forward(ir::OperationOp op, bool residuals) {
  return function(op, op->getOperandTypes(), [&](mlir::OpBuilder &builder, SmallVector<Value> x) {
    SmallVector<Value> y = copyOn(op, x, builder), all = y;
    if (residuals) llvm::append_range(all, x), llvm::append_range(all, y);
    return all;
  });
}

// x, dx -> y, dy
Func valueAndTangent(ir::OperationOp op, Func jvp) {
  SmallVector<mlir::Type> types(op->getOperandTypes());
  llvm::append_range(types, ir::tangentTypes(op->getOperandTypes()));
  return function(op, types, [&](mlir::OpBuilder &builder, SmallVector<Value> all) {
    auto x = llvm::ArrayRef(all).take_front(op->getNumOperands());
    SmallVector<Value> y = copyOn(op, x, builder), in(x);
    llvm::append_range(in, y);
    llvm::append_range(in, llvm::ArrayRef(all).drop_front(x.size()));
    llvm::append_range(y, inlineBlock(builder, jvp->getBody().front(), in));
    return y;
  });
}

FailureOr<Derivative> byJvp(ir::OperationOp op, Tangents t, const JvpRules &rules, Mode mode, Emit &e) {
  auto jvp = ir::operations().rule(op, Rule::jvp);
  if (failed(jvp)) return failure();
  auto custom =
      ir::CustomJvpOp::create(e.builder, op.getLoc(), op->getResultTypes(), op->getOperands(), 0, nullptr, nullptr);
  moveInto(custom.getPrimal(), forward(op, false));
  moveInto(custom.getRule(), valueAndTangent(op, std::move(*jvp)));
  auto derivative = differentiateCustom(custom, t, rules, mode, e);
  custom->erase();
  return derivative;
}

FailureOr<Derivative> byVjp(ir::OperationOp op, Tangents t, const JvpRules &rules, Mode mode, Emit &e) {
  auto vjp = ir::operations().rule(op, Rule::vjp);
  if (failed(vjp)) return failure();
  auto custom =
      ir::CustomVjpOp::create(e.builder, op.getLoc(), op->getResultTypes(), op->getOperands(), 0, nullptr, nullptr);
  moveInto(custom.getPrimal(), forward(op, false));
  moveInto(custom.getForward(), forward(op, true));
  moveInto(custom.getBackward(), std::move(*vjp));
  auto derivative = differentiateCustom(custom, t, rules, mode, e);
  custom->erase();
  return derivative;
}

// One for each operand; those of `made` are of the floating-point ones.
Cotangents spread(ir::OperationOp op, llvm::ArrayRef<Value> made, Linear in) {
  Cotangents all;
  const Value *next = made.begin();
  for (auto [x, linear] : llvm::zip_equal(op->getOperands(), in)) {
    Value ct = isDifferentiable(x.getType()) ? *next++ : Value();
    all.push_back(linear ? ct : Value());
  }
  return all;
}

// A linear function's cotangents do not depend on the value that it is linear in.
FailureOr<Cotangents> transposeByVjp(ir::OperationOp op, llvm::ArrayRef<Value> ct, Linear in, Emit &e) {
  auto vjp = ir::operations().rule(op, Rule::vjp);
  if (failed(vjp)) return failure();
  SmallVector<Value> arguments;
  for (auto [x, linear] : llvm::zip_equal(op->getOperands(), in)) arguments.push_back(linear ? e.zerosLike(x) : x);
  for (Value y : op->getResults()) arguments.push_back(e.zerosLike(y));
  for (auto [y, c] : llvm::zip_equal(op->getResults(), ct))
    if (isDifferentiable(y.getType())) arguments.push_back(e.orZeros(c, y.getType()));
  return spread(op, inlineBlock(e.builder, (*vjp)->getBody().front(), arguments), in);
}

// By what the operation is.
FailureOr<Cotangents> transposeFunction(ir::OperationOp op, llvm::ArrayRef<Value> ct, Linear in,
                                        const TransposeRules &rules, Emit &e) {
  auto f = ir::operations().rule(op, Rule::function);
  if (failed(f)) return failure();
  SmallVector<size_t> order;
  SmallVector<Value> arguments;
  for (bool linear : {false, true})
    for (size_t i = 0; i < in.size(); ++i)
      if (in[i] == linear) {
        order.push_back(i);
        if (!linear) arguments.push_back(op->getOperand(static_cast<unsigned>(i)));
      }
  mlir::Block &body = (*f)->getBody().front();
  permuteArguments(body, order);
  (*f)->setType(mlir::FunctionType::get(op->getContext(), body.getArgumentTypes(), (*f)->getResultTypes()));
  auto transposed = transpose(**f, static_cast<int64_t>(arguments.size()), rulesLike(rules.absorbsZeros));
  if (failed(transposed)) return failure();
  for (auto [y, c] : llvm::zip_equal(op->getResults(), ct))
    if (isDifferentiable(y.getType())) arguments.push_back(e.orZeros(c, y.getType()));
  SmallVector<Value> made = inlineBlock(e.builder, (*transposed)->getBody().front(), arguments);
  Cotangents all;
  const Value *next = made.begin();
  for (bool linear : in) all.push_back(linear ? *next++ : Value());
  return all;
}

}  // namespace

FailureOr<Derivative> differentiateOperation(mlir::Operation *source, Tangents t, const JvpRules &rules, Mode mode,
                                             Emit &e) {
  auto op = llvm::cast<ir::OperationOp>(source);
  ir::Operations &known = ir::operations();
  const bool jvp = known.has(op, Rule::jvp), vjp = known.has(op, Rule::vjp);
  if (vjp && (mode == Mode::linearize || !jvp)) return byVjp(op, t, rules, mode, e);
  if (jvp) return byJvp(op, t, rules, mode, e);
  if (known.has(op, Rule::function)) {
    auto f = known.rule(op, Rule::function);
    if (failed(f)) return failure();
    return differentiateFunction(std::move(*f), op->getOperands(), t, rules, mode, e);
  }
  if (!known.isDefined(op))
    return op->emitError("grad: operation '") << op.getName() << "' is not defined in this process";
  return op->emitError("grad: operation '") << op.getName() << "' has no derivative: give it a rule with jvp or vjp";
}

FailureOr<Cotangents> transposeOperation(mlir::Operation *source, llvm::ArrayRef<Value> ct, Linear in,
                                         const TransposeRules &rules, Emit &e) {
  auto op = llvm::cast<ir::OperationOp>(source);
  ir::Operations &known = ir::operations();
  const bool declared = llvm::count(in, true) == 1 && known.isLinearIn(op, llvm::find(in, true) - in.begin());
  if (declared && known.has(op, Rule::vjp)) return transposeByVjp(op, ct, in, e);
  if (known.has(op, Rule::function)) return transposeFunction(op, ct, in, rules, e);
  return op->emitError("grad: operation '") << op.getName()
                                            << "' is used on tangents and cannot be transposed: if it is linear in "
                                               "that operand, say so (linear_in) and give "
                                               "it a vjp rule";
}

}  // namespace fluxion::passes
