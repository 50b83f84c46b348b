// Functions with rules of their own under differentiation: the rule takes the function's place.
#include "passes/grad/custom.h"

#include "ir/ops/custom.h"
#include "ir/ops/host.h"
#include "mlir/IR/IRMapping.h"
#include "passes/bodies.h"
#include "passes/grad/control.h"
#include "passes/grad/grad.h"

namespace fluxion::passes {

using llvm::SmallVector;
using mlir::failed;
using mlir::failure;
using mlir::FailureOr;

const Rules &rulesLike(bool absorbsZeros) { return absorbsZeros ? defaultRules() : plainRules(); }

namespace {

// The function's constants are what it uses from outside; its rule says nothing of them.
mlir::LogicalResult refuseConstants(mlir::Operation *op, Tangents constants) {
  if (llvm::none_of(constants, [](Value v) { return bool(v); })) return mlir::success();
  return op->emitError("grad: ") << op->getName().stripDialect()
                                 << ": the function is differentiated with respect to a value that it uses from "
                                    "outside: make it an argument, or stop_gradient it";
}

// A copy of a rule of `op`, in which the ops that stand for the function itself have its rules.
template <class Op>
Func ruleOf(Op op, mlir::Region &region) {
  Func rule = functionOf(region, "rule");
  if (!op.getId()) return rule;
  SmallVector<Op> same;
  rule->walk([&](Op inner) {
    if (inner.getRuleOf() == op.getId()) same.push_back(inner);
  });
  for (Op inner : same) {
    inner->removeAttr("rule_of");
    inner.setIdAttr(op.getIdAttr());
    for (auto [from, to] : llvm::zip_equal(op->getRegions(), inner->getRegions())) {
      mlir::IRMapping map;
      if (to.empty()) from.cloneInto(&to, map);
    }
  }
  return rule;
}

// One entry for each result: those that have tangents take the next of `tangents`.
Derivative withTangents(llvm::ArrayRef<Value> results, llvm::ArrayRef<Value> tangents) {
  Derivative d{{}, SmallVector<Value, 1>(results)};
  const Value *next = tangents.begin();
  for (Value y : results) d.tangents.push_back(isDifferentiable(y.getType()) ? *next++ : Value());
  return d;
}

// A rule is linear in its tangents, but need not be written so that this is plain to see (loops may compute values and
// tangents together). So it is evaluated at tangents of zero, and differentiated in their direction.
FailureOr<Derivative> linearized(Func rule, SmallVector<Value> arguments, Tangents tangents, size_t outputs,
                                 const JvpRules &rules, Emit &e) {
  Flags active(arguments.size());
  for (Value dx : tangents) active.push_back(bool(dx));
  mlir::Block &body = rule->getBody().front();
  for (mlir::Type t : llvm::to_vector(mlir::TypeRange(body.getArgumentTypes()).drop_front(arguments.size())))
    arguments.push_back(e.zeros(t));
  auto derivatives = differentiateBlock(body, active, rules, Mode::linearize);
  if (failed(derivatives)) return failure();
  SmallVector<Value> all(body.getTerminator()->getOperands().take_front(outputs));
  auto moving = llvm::ArrayRef(*derivatives).drop_front(outputs);
  for (Value dy : moving)
    if (dy) all.push_back(dy);
  setResults(*rule, all);
  for (Value dx : tangents)
    if (dx) arguments.push_back(dx);
  SmallVector<Value> made = inlineBlock(e.builder, body, arguments), dys;
  const Value *next = made.begin() + outputs;
  for (Value dy : moving) dys.push_back(dy ? *next++ : Value());
  return withTangents(llvm::ArrayRef(made).take_front(outputs), dys);
}

FailureOr<Derivative> customJvp(ir::CustomJvpOp op, Tangents t, const JvpRules &rules, Mode mode, Emit &e) {
  size_t constants = op.getNumConstants(), outputs = op.getNumResults();
  if (failed(refuseConstants(op, t.take_front(constants)))) return failure();
  Func rule = ruleOf(op, op.getRule());
  SmallVector<Value> arguments(op.getInputs()), tangents;
  for (auto [x, dx] : llvm::zip_equal(op.getInputs().drop_front(constants), t.drop_front(constants)))
    if (isDifferentiable(x.getType())) tangents.push_back(mode == Mode::jvp ? e.orZeros(dx, x.getType()) : dx);
  if (mode == Mode::linearize) return linearized(std::move(rule), arguments, tangents, outputs, rules, e);
  llvm::append_range(arguments, tangents);
  SmallVector<Value> all = inlineBlock(e.builder, rule->getBody().front(), arguments);
  return withTangents(llvm::ArrayRef(all).take_front(outputs), llvm::ArrayRef(all).drop_front(outputs));
}

// y, r = forward(x), and ẏ = L(r)·ẋ, of which backward is the transpose.
FailureOr<Derivative> customVjp(ir::CustomVjpOp op, Tangents t, Emit &e) {
  size_t constants = op.getNumConstants(), outputs = op.getNumResults();
  if (failed(refuseConstants(op, t.take_front(constants)))) return failure();
  Func forward = ruleOf(op, op.getForward()), backward = ruleOf(op, op.getBackward());
  SmallVector<Value> all = inlineBlock(e.builder, forward->getBody().front(), op.getInputs());
  SmallVector<Value> inputs(op.getInputs().take_front(constants));
  inputs.append(all.begin() + outputs, all.end());
  size_t known = inputs.size();
  mlir::Block &body = backward->getBody().front();
  SmallVector<Value> wanted;
  auto next = body.getTerminator()->operand_begin();
  for (auto [x, dx] : llvm::zip_equal(op.getInputs().drop_front(constants), t.drop_front(constants))) {
    if (!isDifferentiable(x.getType())) continue;
    if (dx) inputs.push_back(dx), wanted.push_back(*next);
    ++next;
  }
  setResults(*backward, wanted);
  auto call = ir::LinearCallOp::create(e.builder, e.loc, ir::tangentTypes(op.getResultTypes()), inputs, known);
  moveInto(call.getTranspose(), std::move(backward));
  return withTangents(llvm::ArrayRef(all).take_front(outputs), SmallVector<Value>(call.getOutputs()));
}

// The function of a linear call, or its transpose.
FailureOr<Func> forwardOf(ir::LinearCallOp op, const Rules &rules) {
  if (!op.getForward().empty()) return functionOf(op.getForward());
  return transpose(*functionOf(op.getTranspose()), static_cast<int64_t>(op.getNumConstants()), rules);
}
FailureOr<Func> transposeOf(ir::LinearCallOp op, const Rules &rules) {
  if (!op.getTranspose().empty()) return functionOf(op.getTranspose());
  return transpose(*functionOf(op.getForward()), static_cast<int64_t>(op.getNumConstants()), rules);
}

SmallVector<Value> zeroed(mlir::ValueRange values, Tangents t, Emit &e) {
  SmallVector<Value> out;
  for (auto [x, dx] : llvm::zip_equal(values, t)) out.push_back(e.orZeros(dx, x.getType()));
  return out;
}

// The same op on other operands after its constants.
SmallVector<Value> again(mlir::Operation *op, size_t constants, llvm::ArrayRef<Value> operands, Emit &e) {
  mlir::Operation *copy = e.builder.clone(*op);
  SmallVector<Value> all(op->getOperands().take_front(constants));
  llvm::append_range(all, operands);
  copy->setOperands(all);
  return SmallVector<Value>(copy->getResults());
}

FailureOr<Derivative> linearCall(ir::LinearCallOp op, Tangents t, const JvpRules &rules, Mode mode, Emit &e) {
  size_t constants = op.getNumConstants();
  if (llvm::none_of(t.take_front(constants), [](Value v) { return bool(v); }))
    return Derivative{SmallVector<Value, 1>(
        again(op, constants, zeroed(op.getInputs().drop_front(constants), t.drop_front(constants), e), e))};
  FailureOr<Func> forward = forwardOf(op, rulesLike(rules.absorbsZeros));
  if (failed(forward)) return failure();
  return differentiateFunction(std::move(*forward), op.getInputs(), t, rules, mode, e);
}

FailureOr<Cotangents> transposeLinearCall(ir::LinearCallOp op, llvm::ArrayRef<Value> ct, Linear in,
                                          const TransposeRules &rules, Emit &e) {
  size_t constants = op.getNumConstants();
  FailureOr<Func> transposed = transposeOf(op, rulesLike(rules.absorbsZeros));
  if (failed(transposed)) return failure();
  mlir::Block &body = (*transposed)->getBody().front();
  setResults(**transposed, kept(body.getTerminator()->getOperands(), in.drop_front(constants)));
  SmallVector<Value> arguments(op.getInputs().take_front(constants));
  llvm::append_range(arguments, zeroed(op.getOutputs(), ct, e));
  SmallVector<Value> made = inlineBlock(e.builder, body, arguments);
  Cotangents result;
  const Value *next = made.begin();
  for (auto [i, flag] : llvm::enumerate(in)) result.push_back(flag && i >= constants ? *next++ : Value());
  return result;
}

// How many unknowns there are: what the solver gives beyond has no derivative.
size_t unknowns(ir::LinearSolveOp op) { return op.getInputs().size() - op.getNumConstants(); }

// A·x = b, so A·ẋ = ḃ − Ȧ·x.
FailureOr<Derivative> linearSolve(ir::LinearSolveOp op, Tangents t, const JvpRules &rules, Mode mode, Emit &e) {
  size_t constants = op.getNumConstants();
  auto x = op.getOutputs().take_front(unknowns(op));
  SmallVector<Value> inputs(op.getInputs().take_front(constants)), rhs(t.drop_front(constants)),
      directions(t.take_front(constants));
  if (llvm::any_of(directions, [](Value v) { return bool(v); })) {
    llvm::append_range(inputs, x);
    directions.resize(inputs.size());
    auto product = differentiateFunction(functionOf(op.getMatvec()), inputs, directions, rules, mode, e);
    if (failed(product)) return failure();
    for (auto [b, dax] : llvm::zip_equal(rhs, product->tangents)) b = e.sub(b, dax);
  }
  Derivative d{SmallVector<Value, 1>(op.getNumResults())};
  if (llvm::none_of(rhs, [](Value v) { return bool(v); })) return d;
  SmallVector<Value> made = again(op, constants, zeroed(x, rhs, e), e);
  std::copy_n(made.begin(), x.size(), d.tangents.begin());
  return d;
}

// The first `count` of what a region yields.
void yieldFirst(mlir::Region &region, size_t count) {
  mlir::Operation *yield = region.front().getTerminator();
  yield->setOperands(SmallVector<Value>(yield->getOperands().take_front(count)));
  eraseDead(region.front());
}

FailureOr<Cotangents> transposeLinearSolve(ir::LinearSolveOp op, llvm::ArrayRef<Value> ct, const TransposeRules &rules,
                                           Emit &e) {
  size_t constants = op.getNumConstants(), n = unknowns(op);
  SmallVector<Value> right = zeroed(op.getOutputs().take_front(n), ct.take_front(n), e), solution;
  if (op.getSymmetric()) {
    solution = again(op, constants, right, e);
  } else {
    if (op.getTransposeSolve().empty())
      return op->emitError(
          "grad: custom_linear_solve: there is no reverse derivative without transpose_solve, unless the matrix is "
          "symmetric");
    FailureOr<Func> vecmat =
        op.getVecmat().empty()
            ? transpose(*functionOf(op.getMatvec()), static_cast<int64_t>(constants), rulesLike(rules.absorbsZeros))
            : FailureOr<Func>(functionOf(op.getVecmat()));
    if (failed(vecmat)) return failure();
    SmallVector<Value> inputs(op.getInputs().take_front(constants));
    llvm::append_range(inputs, right);
    auto other = ir::LinearSolveOp::create(e.builder, e.loc, mlir::ValueRange(right).getTypes(), inputs, constants,
                                           /*symmetric=*/false);
    moveInto(other.getMatvec(), std::move(*vecmat));
    for (auto [from, to] :
         {std::pair(&op.getTransposeSolve(), &other.getSolve()), std::pair(&op.getMatvec(), &other.getVecmat()),
          std::pair(&op.getSolve(), &other.getTransposeSolve())}) {
      mlir::IRMapping map;
      from->cloneInto(to, map);
    }
    yieldFirst(other.getTransposeSolve(), n);
    solution = SmallVector<Value>(other.getOutputs());
  }
  Cotangents result(constants);
  result.append(solution.begin(), solution.begin() + static_cast<std::ptrdiff_t>(n));
  return result;
}

}  // namespace

FailureOr<Derivative> differentiateFunction(Func f, mlir::ValueRange inputs, Tangents t, const JvpRules &rules,
                                            Mode mode, Emit &e) {
  Flags active = llvm::map_to_vector<6>(t, [](Value v) { return bool(v); });
  mlir::Block &body = f->getBody().front();
  auto tangents = differentiateBlock(body, active, rules, mode);
  if (failed(tangents)) return failure();
  SmallVector<Value> all(body.getTerminator()->getOperands()), arguments(inputs);
  size_t outputs = all.size();
  for (Value dy : *tangents)
    if (dy) all.push_back(dy);
  setResults(*f, all);
  for (Value dx : t)
    if (dx) arguments.push_back(dx);
  SmallVector<Value> made = inlineBlock(e.builder, body, arguments);
  Derivative d{{}, SmallVector<Value, 1>(llvm::ArrayRef(made).take_front(outputs))};
  const Value *next = made.begin() + outputs;
  for (Value dy : *tangents) d.tangents.push_back(dy ? *next++ : Value());
  return d;
}

bool isCustom(mlir::Operation *op) {
  return llvm::isa<ir::CustomJvpOp, ir::CustomVjpOp, ir::CustomVmapOp, ir::LinearCallOp, ir::LinearSolveOp,
                   ir::CheckpointOp, ir::NameOp, ir::OperationOp>(op);
}

FailureOr<Derivative> differentiateCustom(mlir::Operation *op, Tangents t, const JvpRules &rules, Mode mode, Emit &e) {
  if (auto custom = llvm::dyn_cast<ir::CustomJvpOp>(op)) return customJvp(custom, t, rules, mode, e);
  if (auto custom = llvm::dyn_cast<ir::CustomVjpOp>(op)) return customVjp(custom, t, e);
  if (auto call = llvm::dyn_cast<ir::LinearCallOp>(op)) return linearCall(call, t, rules, mode, e);
  if (auto solve = llvm::dyn_cast<ir::LinearSolveOp>(op)) return linearSolve(solve, t, rules, mode, e);
  if (llvm::isa<ir::CustomVmapOp>(op))
    return differentiateFunction(functionOf(op->getRegion(0)), op->getOperands(), t, rules, mode, e);
  if (llvm::isa<ir::OperationOp>(op)) return differentiateOperation(op, t, rules, mode, e);
  if (llvm::isa<ir::NameOp>(op)) return Derivative{{t[0]}};  // names are of values, not of tangents
  return differentiateCheckpoint(op, t, rules, mode, e);
}

FailureOr<Cotangents> transposeCustom(mlir::Operation *op, llvm::ArrayRef<Value> ct, Linear in,
                                      const TransposeRules &rules, Emit &e) {
  if (auto call = llvm::dyn_cast<ir::LinearCallOp>(op)) return transposeLinearCall(call, ct, in, rules, e);
  if (auto solve = llvm::dyn_cast<ir::LinearSolveOp>(op)) return transposeLinearSolve(solve, ct, rules, e);
  if (llvm::isa<ir::CheckpointOp>(op)) return transposeCheckpoint(op, ct, in, rules, e);
  if (llvm::isa<ir::OperationOp>(op)) return transposeOperation(op, ct, in, rules, e);
  return op->emitError("grad: no transpose rule for '") << op->getName() << "'";
}

}  // namespace fluxion::passes
