// fx.checkpoint: of what a function computes, its policy says what the derivative may keep. The rest is computed again
// from the inputs where the derivative needs it, behind a barrier.
#include "ir/ops/convolution.h"
#include "ir/ops/custom.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SetVector.h"
#include "mlir/IR/IRMapping.h"
#include "passes/bodies.h"
#include "passes/grad/backward.h"
#include "passes/grad/control.h"
#include "passes/grad/custom.h"
#include "passes/host.h"

namespace fluxion::passes {

using llvm::SmallVector;
using mlir::failed;
using mlir::failure;
using mlir::FailureOr;

namespace {

class Policy {
 public:
  explicit Policy(ir::CheckpointOp op) : kind_(op.getPolicy()) { op.getNames().split(names_, '\n', -1, false); }

  bool savesAll() const { return kind_ == "everything"; }

  bool saves(Value v) const {
    if (kind_ == "names" || kind_ == "other_names")  // of a value and of what it is the name of, which is the same
      if (llvm::any_of(v.getUsers(), [&](mlir::Operation *user) { return savesName(user); })) return true;
    auto result = llvm::dyn_cast<mlir::OpResult>(v);
    return result && saves(result);
  }

 private:
  bool savesName(mlir::Operation *op) const {
    auto name = llvm::dyn_cast<ir::NameOp>(op);
    return name && llvm::is_contained(names_, name.getName()) == (kind_ == "names");
  }

  bool saves(mlir::OpResult v) const {
    mlir::Operation *op = v.getOwner();
    if (llvm::isa<ir::ScanOp, ir::CaseOp, ir::CheckpointOp>(op)) {
      // What a loop stacks or a branch yields is saved if it is inside: residuals of these come out so.
      auto scan = llvm::dyn_cast<ir::ScanOp>(op);
      if (scan && v.getResultNumber() < scan.getNumCarry()) return false;
      return llvm::any_of(op->getRegions(), [&](mlir::Region &region) {
        return saves(region.front().getTerminator()->getOperand(v.getResultNumber()));
      });
    }
    if (kind_ == "dots") return llvm::isa<ir::DotGeneralOp, ir::ConvolutionOp>(op);
    if (kind_ == "names" || kind_ == "other_names") return savesName(op);
    auto dot = llvm::dyn_cast<ir::DotGeneralOp>(op);
    return kind_ == "unbatched_dots" && dot && dot.getLhsBatching().empty();
  }

  llvm::StringRef kind_;
  SmallVector<llvm::StringRef> names_;
};

// What of a differentiated block the linear part needs and may keep: it walks back from what linear ops read to what
// is saved or is an argument.
SmallVector<Value> savedValues(mlir::Block &block, size_t firstTangent, size_t firstResult, const Policy &policy) {
  llvm::DenseSet<Value> linear(block.args_begin() + firstTangent, block.args_end());
  SmallVector<Value> work(block.getTerminator()->getOperands().drop_front(firstResult));
  for (mlir::Operation &op : block.without_terminator()) {
    if (llvm::none_of(op.getOperands(), [&](Value v) { return linear.contains(v); })) continue;
    linear.insert(op.result_begin(), op.result_end());
    llvm::append_range(work, op.getOperands());
  }
  llvm::SetVector<Value> saved;
  llvm::DenseSet<Value> seen;
  while (!work.empty()) {
    Value v = work.pop_back_val();
    mlir::Operation *op = v.getDefiningOp();
    if (linear.contains(v) || !op || !seen.insert(v).second) continue;
    if (policy.saves(v) || findAction(op))
      saved.insert(v);
    else
      llvm::append_range(work, op->getOperands());
  }
  return saved.takeVector();
}

ir::CheckpointOp create(ir::CheckpointOp like, mlir::TypeRange types, mlir::ValueRange inputs, bool barrier, Emit &e) {
  return ir::CheckpointOp::create(e.builder, e.loc, types, inputs, like.getPolicy(), like.getNames(),
                                  like.getPreventCse(), barrier);
}

SmallVector<bool> usedArguments(mlir::Block &block) {
  return llvm::map_to_vector(block.getArguments(), [](Value v) { return !v.use_empty(); });
}

// Fills `op`'s region and drops the inputs that it does not use.
ir::CheckpointOp finished(ir::CheckpointOp like, Func body, llvm::ArrayRef<Value> inputs, bool barrier, Emit &e) {
  mlir::Block &block = body->getBody().front();
  SmallVector<bool> used = usedArguments(block);
  permuteArguments(block, numbersOf(used));
  ir::CheckpointOp op =
      create(like, block.getTerminator()->getOperandTypes(), kept(SmallVector<Value>(inputs), used), barrier, e);
  moveInto(op.getBody(), std::move(body));
  return op;
}

// The op in two: one that computes values and what is saved, and one, linear in the tangents, that computes the rest
// again.
FailureOr<Halves> splitCheckpoint(ir::CheckpointOp op, llvm::ArrayRef<Value> tangents, Emit &e) {
  mlir::Block &block = op.getBody().front();
  eraseDead(block);
  size_t inputs = op.getInputs().size(), outputs = op.getNumResults();
  SmallVector<Value> saved = savedValues(block, inputs, outputs, Policy(op));
  mlir::Operation *yield = block.getTerminator();
  SmallVector<Value> yields(yield->getOperands());
  SmallVector<Value> all = yields;
  llvm::append_range(all, saved);
  yield->setOperands(all);

  Func known = functionOf(op.getBody(), "known"), linear = functionOf(op.getBody(), "linear");
  auto results = [](Func &f) { return SmallVector<Value>(f->getBody().front().getTerminator()->getOperands()); };
  SmallVector<Value> values = results(known);
  SmallVector<Value> keptValues(values.begin(), values.begin() + outputs);
  keptValues.append(values.begin() + yields.size(), values.end());
  setResults(*known, keptValues);
  SmallVector<Value> from(op.getInputs());
  from.resize(from.size() + tangents.size());
  ir::CheckpointOp first = finished(op, std::move(known), from, op.getBarrier(), e);

  values = results(linear);
  mlir::Block &body = linear->getBody().front();
  SmallVector<Value> more(op.getInputs());
  for (size_t i = 0; i < saved.size(); ++i) {
    Value v = values[yields.size() + i];
    v.replaceAllUsesWith(body.insertArgument(static_cast<unsigned>(inputs + i), v.getType(), v.getLoc()));
    more.push_back(first.getOutputs()[outputs + i]);
  }
  llvm::append_range(more, tangents);
  values = results(linear);
  if (failed(dropEffects(body, Repeat::debug, "checkpoint"))) return mlir::failure();
  setResults(*linear, llvm::ArrayRef(values).slice(outputs, yields.size() - outputs));
  ir::CheckpointOp second = finished(op, std::move(linear), more, /*barrier=*/true, e);
  return Halves{SmallVector<Value>(first.getOutputs().take_front(outputs)), SmallVector<Value>(second.getOutputs())};
}

}  // namespace

FailureOr<Derivative> differentiateCheckpoint(mlir::Operation *source, Tangents t, const JvpRules &rules, Mode mode,
                                              Emit &e) {
  auto op = llvm::cast<ir::CheckpointOp>(source);
  Flags active = llvm::map_to_vector<6>(t, [](Value v) { return bool(v); });
  mlir::Block &block = op.getBody().front();
  auto tangents = differentiateBlock(block, active, rules, mode);
  if (failed(tangents)) return failure();
  mlir::Operation *yield = block.getTerminator();
  size_t outputs = op.getNumResults();
  SmallVector<Value> all(yield->getOperands()), dinputs = kept(t, active);
  for (Value dy : *tangents)
    if (dy) all.push_back(dy);
  yield->setOperands(all);
  Derivative d;
  SmallVector<Value> made, inputs(op.getInputs());
  if (mode == Mode::linearize && !Policy(op).savesAll()) {
    FailureOr<Halves> halves = splitCheckpoint(op, dinputs, e);
    if (failed(halves)) return failure();
    made = halves->known;
    llvm::append_range(made, halves->linear);
  } else {
    llvm::append_range(inputs, dinputs);
    if (mode == Mode::linearize) {
      made = inlineBlock(e.builder, block, inputs);
    } else {
      auto both = create(op, yield->getOperandTypes(), inputs, op.getBarrier(), e);
      both.getBody().takeBody(op.getBody());
      made = SmallVector<Value>(both.getOutputs());
    }
  }
  d.results.assign(made.begin(), made.begin() + outputs);
  const Value *next = made.begin() + outputs;
  for (Value dy : *tangents) d.tangents.push_back(dy ? *next++ : Value());
  return d;
}

FailureOr<Cotangents> transposeCheckpoint(mlir::Operation *source, llvm::ArrayRef<Value> ct, Linear in,
                                          const TransposeRules &rules, Emit &e) {
  auto op = llvm::cast<ir::CheckpointOp>(source);
  mlir::Block &block = op.getBody().front();
  Backward inner(rules);
  for (size_t i : numbersOf(in)) inner.markLinear(block.getArgument(static_cast<unsigned>(i)));
  SmallVector<Value> seeds;
  for (auto [v, c] : llvm::zip_equal(SmallVector<Value>(block.getTerminator()->getOperands()), ct)) {
    if (!c) continue;
    inner.seed(v, block.addArgument(v.getType(), op.getLoc()));
    seeds.push_back(c);
  }
  if (failed(inner.run(block))) return failure();
  SmallVector<Value> found =
      llvm::map_to_vector(block.getArguments().take_front(in.size()), [&](Value v) { return inner.cotangent(v); });
  SmallVector<Value> yields;
  for (Value v : found)
    if (v) yields.push_back(v);
  block.getTerminator()->setOperands(yields);
  eraseDead(block);
  SmallVector<bool> used = usedArguments(block);
  SmallVector<Value> inputs(op.getInputs());
  llvm::append_range(inputs, seeds);
  permuteArguments(block, numbersOf(used));
  // By the terminator: `yields` may name arguments, which have just been replaced.
  mlir::TypeRange types = block.getTerminator()->getOperandTypes();
  auto transposed = create(op, types, kept(inputs, used), op.getBarrier(), e);
  transposed.getBody().takeBody(op.getBody());
  Cotangents result;
  auto next = transposed.getOutputs().begin();
  for (Value v : found) result.push_back(v ? Value(*next++) : Value());
  return result;
}

void pruneCheckpoint(mlir::Operation *source) {
  auto op = llvm::cast<ir::CheckpointOp>(source);
  SmallVector<bool> results = llvm::map_to_vector(op.getOutputs(), [](Value v) { return !v.use_empty(); });
  if (!llvm::is_contained(results, false)) return;
  mlir::Block &block = op.getBody().front();
  mlir::Operation *yield = block.getTerminator();
  yield->setOperands(kept(yield->getOperands(), results));
  eraseDead(block);
  SmallVector<bool> used = usedArguments(block);
  permuteArguments(block, numbersOf(used));
  mlir::OpBuilder builder(op);
  Emit e(builder, op.getLoc());
  auto pruned = create(op, yield->getOperandTypes(), kept(op.getInputs(), used), op.getBarrier(), e);
  pruned.getBody().takeBody(op.getBody());
  auto next = pruned.getOutputs().begin();
  for (auto [result, flag] : llvm::zip_equal(op.getOutputs(), results))
    if (flag) result.replaceAllUsesWith(*next++);
  op.erase();
}

}  // namespace fluxion::passes
