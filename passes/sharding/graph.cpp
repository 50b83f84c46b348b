#include "passes/sharding/graph.h"

#include "ir/ops.h"
#include "ir/ops/sharding.h"

namespace fluxion::passes {

using mlir::Operation;
using mlir::Value;

ShardingGraph::ShardingGraph(mlir::func::FuncOp f) {
  mlir::Block &body = f.getBody().front();
  for (Value v : body.getArguments()) add(v, v.getType(), false);
  addBlock(body);
  firstResult_ = static_cast<unsigned>(arrays_.size());
  for (mlir::Type t : f.getResultTypes()) add(nullptr, t, false);
  for (auto [i, v] : llvm::enumerate(body.getTerminator()->getOperands()))
    tie({number(v), resultNumber(static_cast<unsigned>(i))});
}

unsigned ShardingGraph::add(Value v, mlir::Type type, bool made) {
  const auto number = static_cast<unsigned>(arrays_.size());
  arrays_.push_back({v, llvm::cast<ir::Tensor>(type), made});
  if (v) numbers_[v] = number;
  return number;
}

void ShardingGraph::addBlock(mlir::Block &block) {
  for (Operation &op : block.without_terminator()) addOp(&op);
}

void ShardingGraph::addOp(Operation *op) {
  for (mlir::Region &region : op->getRegions())
    for (mlir::Block &block : region) {
      for (Value v : block.getArguments()) add(v, v.getType(), false);
      addBlock(block);
    }
  const bool made = op->getNumRegions() == 0 && mlir::isMemoryEffectFree(op) &&
                    !llvm::isa<ir::ShardingConstraintOp>(op) &&
                    llvm::all_of(op->getOperands(), [&](Value v) { return arrays_[number(v)].made; });
  for (Value v : op->getResults()) add(v, v.getType(), made);
  op->getNumRegions() ? addRegions(op) : addRule(op);
}

void ShardingGraph::addRule(Operation *op) {
  std::optional<ShardingRule> rule = defaultShardingRules().of(op);
  if (!rule) return;
  Joint joint;
  joint.factors.assign(rule->factors().begin(), rule->factors().end());
  for (auto [v, dims] : llvm::zip(op->getOperands(), rule->operands())) joint.members.push_back({number(v), dims});
  for (auto [v, dims] : llvm::zip(op->getResults(), rule->results())) {
    joint.members.push_back({number(v), dims});
    for (unsigned f = 0; f < joint.factors.size(); ++f)
      joint.combines |= joint.factors[f].combine != ir::Combine::set &&
                        llvm::none_of(dims, [&](auto &list) { return llvm::is_contained(list, f); });
  }
  finish(std::move(joint));
}

void ShardingGraph::tie(llvm::ArrayRef<unsigned> arrays, unsigned stacked) {
  Joint joint;
  for (int64_t size : arrays_[arrays.back()].type.getShape()) joint.factors.push_back({size});
  for (auto [i, a] : llvm::enumerate(arrays)) {
    FactorsOfDims dims(i < stacked ? 1 : 0);
    for (unsigned f = 0; f < joint.factors.size(); ++f) dims.push_back({f});
    joint.members.push_back({a, std::move(dims)});
  }
  finish(std::move(joint));
}

void ShardingGraph::finish(Joint joint) {
  if (joint.factors.empty()) return;
  for (unsigned m = 0; m < joint.members.size(); ++m) joint.largest.push_back(m);
  llvm::sort(joint.largest, [&](unsigned a, unsigned b) {
    auto key = [&](unsigned m) { return std::pair(-arrays_[joint.members[m].array].type.getNumElements(), m); };
    return key(a) < key(b);
  });
  joints_.push_back(std::move(joint));
}

// ---- bodies

void ShardingGraph::addRegions(Operation *op) {
  if (llvm::isa<ir::ScanOp>(op)) return addScan(op);
  if (llvm::isa<ir::WhileOp>(op)) return addWhile(op);
  if (llvm::isa<ir::CaseOp>(op)) return addCase(op);
  addCall(op);
}

void ShardingGraph::addScan(Operation *op) {
  auto scan = llvm::cast<ir::ScanOp>(op);
  mlir::Block &body = scan.getBody().front();
  const size_t constants = scan.getNumConstants(), carries = scan.getNumCarry();
  mlir::ValueRange yielded = body.getTerminator()->getOperands();
  for (auto [i, x] : llvm::enumerate(op->getOperands())) {
    const unsigned inside = number(body.getArgument(static_cast<unsigned>(i)));
    if (i < constants)
      tie({number(x), inside});
    else if (i < constants + carries)
      tie({number(x), inside, number(yielded[i - constants]), number(op->getResult(i - constants))});
    else
      tie({number(x), inside}, 1);
  }
  for (size_t i = carries; i < yielded.size(); ++i) tie({number(op->getResult(i)), number(yielded[i])}, 1);
}

void ShardingGraph::addWhile(Operation *op) {
  auto loop = llvm::cast<ir::WhileOp>(op);
  mlir::Block &condition = loop.getCondition().front(), &body = loop.getBody().front();
  const size_t constants = loop.getNumConstants();
  for (auto [i, x] : llvm::enumerate(op->getOperands())) {
    llvm::SmallVector<unsigned> equal{number(x), number(condition.getArgument(static_cast<unsigned>(i))),
                                      number(body.getArgument(static_cast<unsigned>(i)))};
    if (i >= constants) {
      equal.push_back(number(body.getTerminator()->getOperand(static_cast<unsigned>(i - constants))));
      equal.push_back(number(op->getResult(i - constants)));
    }
    tie(equal);
  }
}

void ShardingGraph::addCase(Operation *op) {
  for (auto [i, x] : llvm::enumerate(op->getOperands().drop_front())) {
    llvm::SmallVector<unsigned> equal{number(x)};
    for (mlir::Region &branch : op->getRegions()) equal.push_back(number(branch.getArgument(static_cast<unsigned>(i))));
    tie(equal);
  }
  for (auto [i, y] : llvm::enumerate(op->getResults())) {
    llvm::SmallVector<unsigned> equal;
    for (mlir::Region &branch : op->getRegions())
      equal.push_back(number(branch.front().getTerminator()->getOperand(static_cast<unsigned>(i))));
    equal.push_back(number(y));
    tie(equal);
  }
}

void ShardingGraph::addCall(Operation *op) {
  mlir::Region *region = computedRegion(op);
  if (!region || region->empty()) return;
  for (auto [x, argument] : llvm::zip_equal(op->getOperands(), region->getArguments()))
    tie({number(x), number(argument)});
  for (auto [v, y] : llvm::zip_equal(region->front().getTerminator()->getOperands(), op->getResults()))
    tie({number(v), number(y)});
}

}  // namespace fluxion::passes
