#include "codegen/loops/body.h"

#include "codegen/lower/elementwise.h"
#include "ir/folds.h"
#include "llvm/ADT/STLExtras.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

namespace fluxion::codegen {

namespace arith = mlir::arith;

void KernelBody::passes(llvm::function_ref<void(Reductions &, int)> pass) {
  int last = 0;
  auto results = kernel_.getBody().front().getTerminator()->getOperands();
  for (mlir::Value v : results) last = std::max(last, stage(v));
  for (int stage = 0; stage <= last; ++stage) {
    Reductions reductions(kernel_, e_, stages_, stage);
    if (storesWhole(stage) || !reductions.empty() || stage == foldStage(kernel_, stages_)) pass(reductions, stage);
  }
}

void KernelBody::beginFolds() {
  for (unsigned i = 0; i < outputs_.size(); ++i) {
    if (!ir::isFold(kernel_, i)) continue;
    Output out = outputOf(kernel_, e_.loops, i);
    mlir::TypedAttr neutral = neutralOf(out.value.getDefiningOp<ir::ReduceOp>().getKind(), ir::elementType(out.value));
    e_.store(outputs_[i], ir::elementType(out.value), out.position,
             constantOf(e_.b, e_.loc, neutral.getType(), neutral));
  }
}

void KernelBody::stepFolds(int stage) {
  if (stage != foldStage(kernel_, stages_)) return;
  for (unsigned i = 0; i < outputs_.size(); ++i) {
    if (!ir::isFold(kernel_, i)) continue;
    Output out = outputOf(kernel_, e_.loops, i);
    auto op = out.value.getDefiningOp<ir::ReduceOp>();
    mlir::Type element = ir::elementType(out.value);
    mlir::Value next = e_.vectorOf(e_.value(op.getX(), reductionIndex(op, e_.loops, out.at)));
    mlir::Value sum = e_.load(outputs_[i], element, out.position);
    e_.store(outputs_[i], element, out.position, emitCombine(e_.b, e_.loc, op.getKind(), element, sum, next));
  }
}

bool KernelBody::isStored(unsigned i, int stage) {
  return isWholeOutput(kernel_, i) && this->stage(kernel_.getBody().front().getTerminator()->getOperand(i)) == stage;
}

void KernelBody::store(llvm::function_ref<bool(unsigned)> which) {
  llvm::SmallVector<std::pair<unsigned, mlir::Value>> values;
  for (unsigned i = 0; i < outputs_.size(); ++i) {
    if (!which(i)) continue;
    Output out = outputOf(kernel_, e_.loops, i);
    values.push_back({i, e_.value(out.value, out.at)});
  }
  for (auto [i, v] : values) {
    Output out = outputOf(kernel_, e_.loops, i);
    e_.store(outputs_[i], ir::elementType(out.value), out.position, v);
  }
}

void KernelBody::scatter(int64_t parts) {
  auto op = mlir::cast<ir::ScatterOp>(updateOf(kernel_));
  llvm::SmallVector<ir::ElementSource, 4> sources;
  ir::Sizes limits;
  ir::updatePosition(op, e_.loops.space, e_.loops.root, sources, &limits);
  mlir::Value inside = arith::ConstantOp::create(e_.b, e_.loc, e_.b.getBoolAttr(true));
  for (auto [source, limit] : llvm::zip(sources, limits)) {
    mlir::Value start = e_.value(op.getIndices(), source.at);
    start = emitConvert(e_.b, e_.loc, start, ir::elementType(op.getIndices()), e_.b.getI64Type());
    mlir::Value fits = arith::CmpIOp::create(e_.b, e_.loc, arith::CmpIPredicate::ule, start, e_.constant(limit));
    inside = arith::AndIOp::create(e_.b, e_.loc, inside, fits);
  }
  auto branch = mlir::scf::IfOp::create(e_.b, e_.loc, inside, false);
  e_.inside(branch, branch.getThenRegion().front(), [&] {
    for (int64_t part = 0; part < parts; ++part) {
      e_.setPart(part);
      scatterOne(op);
    }
    e_.setPart(0);
  });
}

void KernelBody::scatterOne(ir::ScatterOp op) {
  Output out = outputOf(kernel_, e_.loops, 0);
  mlir::Type element = ir::elementType(op.getY());
  mlir::Value update = e_.value(out.value, out.at);
  if (op.getKind() != ir::Combine::set) {
    mlir::Value old = e_.load(outputs_[0], element, out.position);
    if (mlir::isa<mlir::ComplexType>(element)) {  // products; sums have been split into those of parts
      e_.store(outputs_[0], element, out.position, e_.multiplyPairs(old, update));
      return;
    }
    if (mlir::isa<mlir::VectorType>(old.getType())) update = e_.vectorOf(update);
    update = emitCombine(e_.b, e_.loc, op.getKind(), element, old, update);
  }
  e_.store(outputs_[0], element, out.position, update);
}

}  // namespace fluxion::codegen
