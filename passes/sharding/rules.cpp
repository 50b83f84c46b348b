#include "passes/sharding/rules.h"

#include "ir/element_map.h"
#include "ir/ops.h"
#include "ir/ops/custom.h"
#include "ir/ops/host.h"

namespace fluxion::passes {

using mlir::Operation;

ShardingRule::ShardingRule(Operation *op) : op_(op) {
  for (mlir::Value v : op->getOperands()) operands_.emplace_back(ir::tensorType(v).getRank());
  for (mlir::Value v : op->getResults()) results_.emplace_back(ir::tensorType(v).getRank());
}

int64_t ShardingRule::sizeOf(const DimOf &d) const {
  return ir::shapeOf(d.isResult ? op_->getResult(d.number) : op_->getOperand(d.number))[d.dimension];
}

unsigned ShardingRule::append(int64_t size, llvm::ArrayRef<DimOf> dims, ir::Combine combine) {
  factors_.push_back({size, false, combine});
  const auto factor = static_cast<unsigned>(factors_.size() - 1);
  for (const DimOf &d : dims) at(d)[d.dimension].push_back(factor);
  return factor;
}

unsigned ShardingRule::share(llvm::ArrayRef<DimOf> dims) {
  assert(llvm::all_equal(llvm::map_range(dims, [&](const DimOf &d) { return sizeOf(d); })) && "a factor has one size");
  return append(sizeOf(dims.front()), dims);
}

unsigned ShardingRule::reduce(llvm::ArrayRef<DimOf> dims, ir::Combine combine) {
  const unsigned factor = share(dims);
  factors_[factor].combine = combine;
  return factor;
}

unsigned ShardingRule::move(llvm::ArrayRef<DimOf> dims) {
  const unsigned factor = append(sizeOf(dims.front()), dims);
  factors_[factor].moves = true;
  return factor;
}

void shareAll(Operation *op, int64_t dimension, ShardingRule &rule) {
  llvm::SmallVector<DimOf> dims;
  for (unsigned i = 0; i < op->getNumOperands(); ++i) dims.push_back(in(i, dimension));
  for (unsigned i = 0; i < op->getNumResults(); ++i) dims.push_back(out(i, dimension));
  rule.share(dims);
}

mlir::Region *computedRegion(Operation *op) {
  if (llvm::isa<ir::ScanOp, ir::CaseOp, ir::CustomJvpOp, ir::CustomVjpOp, ir::CustomVmapOp, ir::LinearCallOp,
                ir::CheckpointOp>(op))
    return &op->getRegion(0);
  return llvm::isa<ir::WhileOp, ir::LinearSolveOp>(op) ? &op->getRegion(1) : nullptr;
}

std::optional<ShardingRule> ShardingRules::of(Operation *op) const {
  auto it = rules_.find(op->getName().getStringRef());
  if (it == rules_.end() && !ir::isElementMap(op)) return {};
  ShardingRule rule(op);
  // Arrays without elements are nowhere.
  auto isEmpty = [](mlir::Value v) { return llvm::is_contained(ir::shapeOf(v), 0); };
  if (llvm::any_of(op->getOperands(), isEmpty) || llvm::any_of(op->getResults(), isEmpty)) return rule;
  if (it == rules_.end())
    addElementFactors(op, rule);
  else
    it->second(op, rule);
  return rule;
}

llvm::StringRef ShardingRules::describe(Operation *op) const {
  llvm::StringRef name = op->getName().getStringRef();
  if (whole_.contains(name)) return "replicated only";
  if (llvm::isa<ir::CaseOp, ir::WhileOp, ir::ScanOp, ir::CustomJvpOp, ir::CustomVjpOp, ir::CustomVmapOp,
                ir::LinearCallOp, ir::LinearSolveOp, ir::CheckpointOp>(op))
    return "by its body";
  if (rules_.contains(name)) return "yes";
  return ir::isElementMap(op) ? "by family" : "";
}

const ShardingRules &defaultShardingRules() {
  static const ShardingRules rules = [] {
    ShardingRules r;
    addShapeRules(r);
    addReduceRules(r);
    addContractRules(r);
    addConvolutionRules(r);
    addIndexRules(r);
    addAttentionRules(r);
    addLinalgRules(r);
    addCollectiveRules(r);
    r.addWhole<ir::HostCallOp, ir::OperationOp>();
    return r;
  }();
  return rules;
}

}  // namespace fluxion::passes
