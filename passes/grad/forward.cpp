#include "passes/grad/forward.h"

#include "passes/grad/absorb.h"
#include "passes/grad/custom.h"
#include "passes/rule_watch.h"

namespace fluxion::passes {

mlir::Location derivedLoc(llvm::StringRef transformation, mlir::Location place) {
  return mlir::NameLoc::get(mlir::StringAttr::get(place.getContext(), transformation), place);
}

llvm::SmallVector<Value> Forward::tangents(mlir::ValueRange values) const {
  return llvm::map_to_vector(values, [this](Value v) { return tangent(v); });
}

namespace {
llvm::SmallVector<Value *> placesOf(Derivative &d) {
  llvm::SmallVector<Value *> places;
  for (auto *values : {&d.tangents, &d.results})
    for (Value &v : *values) places.push_back(&v);
  return places;
}
}  // namespace

mlir::LogicalResult Forward::run(mlir::Block &block) {
  mlir::OpBuilder builder(block.getParentOp()->getContext());
  for (mlir::Operation &op : llvm::make_early_inc_range(block.without_terminator())) {
    llvm::SmallVector<Value> t = tangents(op.getOperands());
    if (llvm::none_of(t, [](Value v) { return bool(v); }) || llvm::none_of(op.getResultTypes(), isDifferentiable))
      continue;
    builder.setInsertionPointAfter(&op);
    Emit emit(builder, derivedLoc("jvp", op.getLoc()));
    RuleWatch watch(builder);
    auto derivative = differentiate(&op, t, emit);
    if (failed(derivative)) return mlir::failure();
    watch.finish("jvp", &op, placesOf(*derivative));
    replace(&op, *derivative);
  }
  return mlir::success();
}

mlir::FailureOr<Derivative> Forward::differentiate(mlir::Operation *op, Tangents t, Emit &e) {
  if (auto branch = llvm::dyn_cast<ir::CaseOp>(op)) return caseOp(branch, t, e);
  if (auto loop = llvm::dyn_cast<ir::WhileOp>(op)) return whileOp(loop, t, e);
  if (auto scan = llvm::dyn_cast<ir::ScanOp>(op)) return scanOp(scan, t, e);
  if (isCustom(op)) return differentiateCustom(op, t, rules_, mode_, e);
  const JvpRules::Rule *rule = rules_.find(op);
  if (!rule) return op->emitError("grad: no derivative rule for '") << op->getName() << "'";
  if (!*rule) return Derivative{llvm::SmallVector<Value, 1>(op->getNumResults())};
  return (*rule)(op, t, e);
}

void Forward::replace(mlir::Operation *op, const Derivative &derivative) {
  mlir::ValueRange results(op->getResults());
  if (!derivative.results.empty()) results = derivative.results;
  for (auto [result, tangent] : llvm::zip_equal(results, derivative.tangents)) {
    assert((!tangent || tangent.getType() == result.getType()) && "a tangent has the type of its value");
    if (isDifferentiable(result.getType())) set(result, tangent);
  }
  if (derivative.results.empty()) return;
  op->replaceAllUsesWith(results);
  op->erase();
}

mlir::FailureOr<llvm::SmallVector<Value>> differentiateBlock(mlir::Block &block, llvm::ArrayRef<bool> active,
                                                             const JvpRules &rules, Mode mode) {
  Forward forward(rules, mode);
  llvm::SmallVector<Value> tangents;
  for (auto [i, flag] : llvm::enumerate(active)) {
    if (!flag) continue;
    mlir::BlockArgument x = block.getArgument(static_cast<unsigned>(i));
    forward.set(x, tangents.emplace_back(block.addArgument(x.getType(), x.getLoc())));
  }
  if (failed(forward.run(block))) return mlir::failure();
  llvm::SmallVector<Value> results = forward.tangents(block.getTerminator()->getOperands());
  if (rules.absorbsZeros) absorbZeros(block, tangents, results, /*compares=*/mode == Mode::jvp);
  return results;
}

}  // namespace fluxion::passes
