// Forward differentiation of control flow: the tangents of inputs become further inputs, and the bodies are
// differentiated like any block.
#include "passes/grad/control.h"

#include "passes/grad/bounded_loop.h"
#include "passes/host.h"

namespace fluxion::passes {

namespace {

Flags present(llvm::ArrayRef<Value> values) {
  return llvm::map_to_vector<6>(values, [](Value v) { return bool(v); });
}

// Appends zeros or the tangents to what `block` yields, for the results that `active` flags.
void yieldTangents(mlir::Block &block, llvm::ArrayRef<Value> tangents, llvm::ArrayRef<bool> active) {
  mlir::Operation *yield = block.getTerminator();
  llvm::SmallVector<Value> values(yield->getOperands());
  llvm::SmallVector<Value> zeroed = materialized(block, kept(tangents, active), typesOf(kept(values, active)));
  llvm::append_range(values, zeroed);
  yield->setOperands(values);
}

// The tangents of all results from those of the active ones.
Derivative withTangents(mlir::ValueRange results, mlir::ValueRange tangents, llvm::ArrayRef<bool> active) {
  Derivative d{{}, llvm::SmallVector<Value, 1>(results)};
  auto next = tangents.begin();
  for (bool flag : active) d.tangents.push_back(flag ? Value(*next++) : Value());
  return d;
}

}  // namespace

mlir::FailureOr<Derivative> Forward::caseOp(ir::CaseOp op, Tangents t, Emit &e) {
  Flags active = present(t.drop_front()), any(op.getNumResults());
  llvm::SmallVector<llvm::SmallVector<Value>> tangents;
  for (mlir::Region &branch : op.getBranches()) {
    auto outs = differentiateBlock(branch.front(), active, rules_, mode_);
    if (failed(outs)) return mlir::failure();
    tangents.push_back(*outs);
    for (auto [flag, v] : llvm::zip_equal(any, *outs)) flag = flag || v;
  }
  for (auto [branch, outs] : llvm::zip_equal(op.getBranches(), tangents)) yieldTangents(branch.front(), outs, any);
  llvm::SmallVector<Value> dinputs = kept(t.drop_front(), active);
  if (mode_ == Mode::linearize) {
    Halves halves = splitCase(op, dinputs, e);
    return withTangents(halves.known, halves.linear, any);
  }
  llvm::SmallVector<Value> inputs(op.getInputs());
  llvm::append_range(inputs, dinputs);
  llvm::SmallVector<mlir::Type> types(op.getResultTypes());
  llvm::append_range(types, typesOf(kept(op.getOutputs(), any)));
  auto both = ir::CaseOp::create(e.builder, e.loc, types, op.getIndex(), inputs, op.getBranches().size());
  for (auto [from, to] : llvm::zip_equal(op.getBranches(), both.getBranches())) to.takeBody(from);
  return withTangents(both.getOutputs().take_front(any.size()), both.getOutputs().drop_front(any.size()), any);
}

mlir::FailureOr<Derivative> Forward::whileOp(ir::WhileOp op, Tangents t, Emit &e) {
  auto steps = op->getAttrOfType<mlir::IntegerAttr>("max_steps");
  if (mode_ == Mode::linearize && steps) {
    ir::ScanOp scan = boundedScan(op, steps.getInt(), e);
    e.builder.setInsertionPointAfter(scan);
    auto derivative = scanOp(scan, t, e);
    scan.erase();
    return derivative;
  }
  if (mode_ == Mode::linearize) {
    // The number of iterations, and so the number of residuals, is unknown: the tangents' loop runs the values again.
    auto copy = llvm::cast<ir::WhileOp>(e.builder.clone(*op));
    for (mlir::Region *region : copy.getRegions())
      if (failed(dropEffects(region->front(), Repeat::nothing, "grad"))) return mlir::failure();
    e.builder.setInsertionPointAfter(copy);
    auto both = Forward(rules_, Mode::jvp).whileOp(copy, t, e);
    copy.erase();
    if (failed(both)) return mlir::failure();
    return Derivative{both->tangents};
  }
  size_t constants = op.getNumConstants(), carries = op.getNumResults();
  mlir::Block &condition = op.getCondition().front(), &body = op.getBody().front();
  Flags active = activeInputs(body, present(t), constants, carries, rules_);
  llvm::ArrayRef<bool> carry = llvm::ArrayRef(active).drop_front(constants);
  auto outs = differentiateBlock(body, active, rules_, mode_);
  if (failed(outs)) return mlir::failure();
  yieldTangents(body, *outs, carry);
  for (size_t i : numbersOf(active)) condition.addArgument(op.getInputs()[i].getType(), op.getLoc());

  Interleaved inputs(op.getInputs(), t, active, {constants, carries});
  permuteArguments(condition, inputs.order());
  permuteArguments(body, inputs.order());
  llvm::SmallVector<mlir::Type> types(op.getResultTypes());
  llvm::append_range(types, typesOf(kept(op.getOutputs(), carry)));
  auto both = ir::WhileOp::create(e.builder, e.loc, types, inputs.values(e), inputs.sizes()[0]);
  copyBound(op, both);
  both.getCondition().takeBody(op.getCondition());
  both.getBody().takeBody(op.getBody());
  return withTangents(both.getOutputs().take_front(carries), both.getOutputs().drop_front(carries), carry);
}

mlir::FailureOr<Derivative> Forward::scanOp(ir::ScanOp op, Tangents t, Emit &e) {
  size_t constants = op.getNumConstants(), carries = op.getNumCarry(), scanned = t.size() - constants - carries;
  mlir::Block &body = op.getBody().front();
  Flags active = activeInputs(body, present(t), constants, carries, rules_);
  auto outs = differentiateBlock(body, active, rules_, mode_);
  if (failed(outs)) return mlir::failure();
  Flags yields = present(*outs);
  llvm::copy(llvm::ArrayRef(active).slice(constants, carries), yields.begin());
  yieldTangents(body, *outs, yields);
  if (mode_ == Mode::linearize) {
    Halves halves = splitScan(op, t, active, e);
    return withTangents(halves.known, halves.linear, yields);
  }
  Interleaved inputs(op.getInputs(), t, active, {constants, carries, scanned});
  permuteArguments(body, inputs.order());
  // The body yields values, then tangents; a scan wants all carries first.
  llvm::SmallVector<size_t> order = interleavedOrder(yields, {carries, yields.size() - carries});
  mlir::Operation *yield = body.getTerminator();
  yield->setOperands(llvm::map_to_vector(order, [&](size_t i) { return yield->getOperand(static_cast<unsigned>(i)); }));
  llvm::SmallVector<Value> results(op.getOutputs());
  llvm::append_range(results, kept(op.getOutputs(), yields));
  llvm::SmallVector<mlir::Type> types = llvm::map_to_vector(order, [&](size_t i) { return results[i].getType(); });
  auto both = ir::ScanOp::create(e.builder, e.loc, types, inputs.values(e), inputs.sizes()[0], inputs.sizes()[1],
                                 op.getLength(), op.getReverse());
  both.getBody().takeBody(op.getBody());
  for (auto [i, result] : llvm::zip_equal(order, both.getOutputs())) results[i] = result;
  mlir::ValueRange range(results);
  return withTangents(range.take_front(yields.size()), range.drop_front(yields.size()), yields);
}

}  // namespace fluxion::passes
