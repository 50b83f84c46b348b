// Dead code, in and around regions. Differentiation makes values that nobody asked for; none is left behind.
#include "ir/ops/custom.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseSet.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "passes/grad/bounded_loop.h"
#include "passes/grad/control.h"
#include "passes/grad/custom.h"

namespace fluxion::passes {

namespace {

llvm::SmallVector<bool> used(mlir::ValueRange values) {
  return llvm::map_to_vector(values, [](Value v) { return !v.use_empty(); });
}

void eraseArguments(mlir::Block &block, llvm::ArrayRef<bool> keep) {
  llvm::BitVector dead(block.getNumArguments());
  for (auto [i, flag] : llvm::enumerate(keep))
    if (!flag) dead.set(static_cast<unsigned>(i));
  block.eraseArguments(dead);
}

void restrictYield(mlir::Block &block, llvm::ArrayRef<bool> keep) {
  mlir::Operation *yield = block.getTerminator();
  yield->setOperands(kept(yield->getOperands(), keep));
  eraseDead(block);
}

// Replaces those results of `op` that `keep` flags by those of `pruned`.
void replaceKept(mlir::Operation *op, mlir::Operation *pruned, llvm::ArrayRef<bool> keep) {
  auto next = pruned->result_begin();
  for (auto [result, flag] : llvm::zip_equal(op->getResults(), keep))
    if (flag) result.replaceAllUsesWith(*next++);
  op->erase();
}

void prune(ir::CaseOp op) {
  llvm::SmallVector<bool> results = used(op.getOutputs()), inputs(op.getInputs().size());
  if (!llvm::is_contained(results, false)) return;
  for (mlir::Region &branch : op.getBranches()) {
    restrictYield(branch.front(), results);
    for (auto [any, arg] : llvm::zip_equal(inputs, branch.getArguments())) any = any || !arg.use_empty();
  }
  mlir::OpBuilder builder(op);
  auto pruned = ir::CaseOp::create(builder, op.getLoc(), typesOf(kept(op.getOutputs(), results)), op.getIndex(),
                                   kept(op.getInputs(), inputs), op.getBranches().size());
  for (auto [from, to] : llvm::zip_equal(op.getBranches(), pruned.getBranches())) {
    eraseArguments(from.front(), inputs);
    to.takeBody(from);
  }
  replaceKept(op, pruned, results);
}

void prune(ir::ScanOp op) {
  llvm::SmallVector<bool> results = used(op.getOutputs());
  mlir::Block &body = op.getBody().front();
  size_t constants = op.getNumConstants(), carries = op.getNumCarry();
  llvm::SmallVector<bool> carry(results.begin(), results.begin() + carries);
  llvm::SmallVector<Value> stacked =
      kept(body.getTerminator()->getOperands().drop_front(carries), llvm::ArrayRef(results).drop_front(carries));
  carry = liveCarries(carry, stacked, body, constants);
  llvm::copy(carry, results.begin());
  auto isUnused = [](mlir::BlockArgument v) { return v.use_empty(); };
  if (!llvm::is_contained(results, false) && llvm::none_of(body.getArguments().take_front(constants), isUnused) &&
      llvm::none_of(body.getArguments().drop_front(constants + carries), isUnused))
    return;
  restrictYield(body, results);
  llvm::SmallVector<bool> inputs = used(body.getArguments());
  llvm::copy(carry, inputs.begin() + constants);
  mlir::OpBuilder builder(op);
  auto pruned =
      ir::ScanOp::create(builder, op.getLoc(), typesOf(kept(op.getOutputs(), results)), kept(op.getInputs(), inputs),
                         llvm::count(llvm::ArrayRef(inputs).take_front(constants), true), llvm::count(carry, true),
                         op.getLength(), op.getReverse());
  eraseArguments(body, inputs);
  pruned.getBody().takeBody(op.getBody());
  replaceKept(op, pruned, results);
}

void prune(ir::WhileOp op) {
  llvm::SmallVector<bool> results = used(op.getOutputs());
  if (!llvm::is_contained(results, false)) return;
  mlir::Block &condition = op.getCondition().front(), &body = op.getBody().front();
  size_t constants = op.getNumConstants();
  // What the condition reads is needed in any case.
  llvm::SmallVector<bool> condUses = used(condition.getArguments());
  for (auto [i, flag] : llvm::enumerate(llvm::ArrayRef(condUses).drop_front(constants)))
    results[i] = results[i] || flag;
  results = liveCarries(results, {}, body, constants);
  if (!llvm::is_contained(results, false)) return;
  restrictYield(body, results);
  llvm::SmallVector<bool> inputs = used(body.getArguments());
  for (size_t i = 0; i < constants; ++i) inputs[i] = inputs[i] || condUses[i];
  llvm::copy(results, inputs.begin() + constants);
  mlir::OpBuilder builder(op);
  auto pruned =
      ir::WhileOp::create(builder, op.getLoc(), typesOf(kept(op.getOutputs(), results)), kept(op.getInputs(), inputs),
                          llvm::count(llvm::ArrayRef(inputs).take_front(constants), true));
  copyBound(op, pruned);
  for (auto [from, to] :
       {std::pair(&op.getCondition(), &pruned.getCondition()), std::pair(&op.getBody(), &pruned.getBody())}) {
    eraseArguments(from->front(), inputs);
    to->takeBody(*from);
  }
  replaceKept(op, pruned, results);
}

void prune(ir::OptimizationBarrierOp op) {
  llvm::SmallVector<bool> results = used(op.getOutputs());
  if (!llvm::is_contained(results, false)) return;
  mlir::OpBuilder builder(op);
  auto pruned = ir::OptimizationBarrierOp::create(builder, op.getLoc(), kept(op.getInputs(), results));
  replaceKept(op, pruned, results);
}

}  // namespace

llvm::SmallVector<bool> liveCarries(llvm::SmallVector<bool> live, llvm::SmallVector<Value> work, mlir::Block &body,
                                    size_t constants) {
  mlir::ValueRange yields = body.getTerminator()->getOperands();
  for (auto [i, flag] : llvm::enumerate(live))
    if (flag) work.push_back(yields[i]);
  for (mlir::Operation &op : body.without_terminator())  // what calls of the host are shown
    if (!mlir::isMemoryEffectFree(&op)) llvm::append_range(work, op.getOperands());
  llvm::DenseSet<Value> seen;
  while (!work.empty()) {
    Value v = work.pop_back_val();
    if (!seen.insert(v).second) continue;
    if (mlir::Operation *op = v.getDefiningOp()) {
      llvm::append_range(work, op->getOperands());
      continue;
    }
    auto arg = llvm::cast<mlir::BlockArgument>(v);
    size_t i = arg.getArgNumber() - constants;
    if (arg.getOwner() != &body || arg.getArgNumber() < constants || i >= live.size() || live[i]) continue;
    live[i] = true;
    work.push_back(yields[i]);
  }
  return live;
}

void eraseDead(mlir::Block &block) {
  mlir::Operation *next = block.getTerminator()->getPrevNode();
  while (mlir::Operation *op = next) {
    next = op->getPrevNode();
    if (op->use_empty() && (mlir::isOpTriviallyDead(op) || llvm::isa<ir::OptimizationBarrierOp>(op)))
      op->erase();
    else if (auto branches = llvm::dyn_cast<ir::CaseOp>(op))
      prune(branches);
    else if (auto scan = llvm::dyn_cast<ir::ScanOp>(op))
      prune(scan);
    else if (auto loop = llvm::dyn_cast<ir::WhileOp>(op))
      prune(loop);
    else if (auto barrier = llvm::dyn_cast<ir::OptimizationBarrierOp>(op))
      prune(barrier);
    else if (llvm::isa<ir::CheckpointOp>(op))
      pruneCheckpoint(op);
  }
}

}  // namespace fluxion::passes
