#include "codegen/loops/reduction.h"

#include "codegen/lower/elementwise.h"
#include "ir/folds.h"
#include "llvm/ADT/STLExtras.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

namespace fluxion::codegen {

namespace arith = mlir::arith;

bool isReduction(mlir::Operation *op) {
  return mlir::isa<ir::ReduceOp, ir::ArgReduceOp>(op) && !ir::isElementMap(op) && !ir::isFold(op);
}

int stageOf(mlir::Value v, llvm::DenseMap<mlir::Value, int> &memo) {
  auto *op = v.getDefiningOp();
  if (!op) return 0;
  if (auto it = memo.find(v); it != memo.end()) return it->second;
  int stage = 0;
  for (mlir::Value x : op->getOperands()) stage = std::max(stage, stageOf(x, memo));
  if (isReduction(op)) ++stage;
  memo[v] = stage;
  return stage;
}

int foldStage(ir::KernelOp kernel, llvm::DenseMap<mlir::Value, int> &memo) {
  int last = -1;
  for (auto [i, v] : llvm::enumerate(kernel.getBody().front().getTerminator()->getOperands()))
    if (ir::isFold(kernel, i)) last = std::max(last, stageOf(v, memo));
  return last;
}

Reductions::Reductions(ir::KernelOp kernel, Emitter &e, llvm::DenseMap<mlir::Value, int> &stages, int stage) : e_(e) {
  for (mlir::Operation &op : kernel.getBody().front().without_terminator())
    if (isReduction(&op) && stageOf(op.getOperand(0), stages) == stage) ops_.push_back(&op);
}

ir::Combine Reductions::kindOf(mlir::Operation *op) const {
  if (auto reduce = mlir::dyn_cast<ir::ReduceOp>(op)) return reduce.getKind();
  return mlir::cast<ir::ArgReduceOp>(op).getKind();
}

llvm::SmallVector<mlir::Type> Reductions::resultTypes() const {
  return llvm::map_to_vector(ops_, [&](mlir::Operation *op) -> mlir::Type {
    if (slots(op) == 2) return e_.b.getI32Type();
    return computeType(ir::elementType(op->getResult(0)));
  });
}

size_t Reductions::slots() const {
  size_t count = 0;
  for (mlir::Operation *op : ops_) count += slots(op) * static_cast<size_t>(parts_);
  return count;
}

llvm::SmallVector<mlir::Value> Reductions::start(int64_t parts) {
  parts_ = parts;
  llvm::SmallVector<mlir::Value> accumulators;
  auto splat = [&](mlir::TypedAttr attribute) {
    mlir::Type type = attribute.getType();
    if (e_.loops.lane >= 0) type = mlir::VectorType::get({e_.width}, type);
    return constantOf(e_.b, e_.loc, type, attribute);
  };
  for (mlir::Operation *op : ops_)
    for (int64_t part = 0; part < parts; ++part) {
      accumulators.push_back(splat(neutralOf(kindOf(op), ir::elementType(op->getOperand(0)))));
      if (slots(op) == 2) accumulators.push_back(splat(e_.b.getI32IntegerAttr(0)));
    }
  return accumulators;
}

void Reductions::step(llvm::SmallVectorImpl<mlir::Value> &accumulators, int64_t part) {
  size_t at = 0;
  bool lanes = e_.loops.lane >= 0;
  for (mlir::Operation *op : ops_) {
    size_t slot = at + part * slots(op);
    at += parts_ * slots(op);
    auto kept = e_.loops.space.delinear(e_.loops.kept, ir::shapeOf(op->getResult(0)));
    Pair next{e_.value(op->getOperand(0), reductionIndex(op, e_.loops, kept)), {}};
    if (lanes) next.value = e_.vectorOf(next.value);
    Pair old{accumulators[slot], slots(op) == 2 ? accumulators[slot + 1] : mlir::Value()};
    if (old.position) {
      mlir::Value i = e_.positions(e_.loops.summed);
      next.position = lanes ? e_.vectorOf(i) : i;
    }
    Pair sum = combine(op, old, next, true);
    mlir::Value mask = e_.loops.lanesReduced() ? e_.laneMask() : mlir::Value();
    auto put = [&](size_t where, mlir::Value fresh) {
      accumulators[where] =
          mask ? arith::SelectOp::create(e_.b, e_.loc, mask, fresh, accumulators[where]).getResult() : fresh;
    };
    put(slot, sum.value);
    if (sum.position) put(slot + 1, sum.position);
  }
}

// `ordered`: b comes after a in every lane, so equal values keep a's position.
Reductions::Pair Reductions::combine(mlir::Operation *op, Pair a, Pair b, bool ordered) {
  mlir::Type element = ir::elementType(op->getOperand(0));
  auto &builder = e_.b;
  if (!a.position) return {emitCombine(builder, e_.loc, kindOf(op), element, a.value, b.value), {}};
  bool isMax = kindOf(op) == ir::Combine::maximum;
  mlir::Value better, equal;
  if (mlir::isa<mlir::FloatType>(element)) {
    using P = arith::CmpFPredicate;
    auto compare = [&](P p, mlir::Value x, mlir::Value y) -> mlir::Value {
      return arith::CmpFOp::create(builder, e_.loc, p, x, y);
    };
    mlir::Value aNumber = compare(P::ORD, a.value, a.value), bNan = compare(P::UNO, b.value, b.value);
    better = arith::OrIOp::create(builder, e_.loc, compare(isMax ? P::OGT : P::OLT, b.value, a.value),
                                  arith::AndIOp::create(builder, e_.loc, bNan, aNumber));
    if (!ordered) {
      mlir::Value aNan = compare(P::UNO, a.value, a.value);
      equal = arith::OrIOp::create(builder, e_.loc, compare(P::OEQ, a.value, b.value),
                                   arith::AndIOp::create(builder, e_.loc, aNan, bNan));
    }
  } else {
    using P = arith::CmpIPredicate;
    P p = isUnsigned(element) ? (isMax ? P::ugt : P::ult) : (isMax ? P::sgt : P::slt);
    better = arith::CmpIOp::create(builder, e_.loc, p, b.value, a.value);
    if (!ordered) equal = arith::CmpIOp::create(builder, e_.loc, P::eq, a.value, b.value);
  }
  if (!ordered) {
    mlir::Value earlier = arith::CmpIOp::create(builder, e_.loc, arith::CmpIPredicate::slt, b.position, a.position);
    better = arith::OrIOp::create(builder, e_.loc, better, arith::AndIOp::create(builder, e_.loc, equal, earlier));
  }
  return {arith::SelectOp::create(builder, e_.loc, better, b.value, a.value),
          arith::SelectOp::create(builder, e_.loc, better, b.position, a.position)};
}

llvm::SmallVector<mlir::Value> Reductions::merge(llvm::ArrayRef<mlir::Value> a, llvm::ArrayRef<mlir::Value> b) {
  llvm::SmallVector<mlir::Value> merged;
  for (mlir::Operation *op : ops_) {
    const size_t at = merged.size();
    auto pair = [&](llvm::ArrayRef<mlir::Value> values) {
      return Pair{values[at], slots(op) == 2 ? values[at + 1] : mlir::Value()};
    };
    Pair sum = combine(op, pair(a), pair(b), false);
    merged.push_back(sum.value);
    if (sum.position) merged.push_back(sum.position);
  }
  return merged;
}

Reductions::Pair Reductions::shuffled(Pair a, llvm::ArrayRef<int64_t> lanes) {
  auto shuffle = [&](mlir::Value v) -> mlir::Value {
    return v ? mlir::vector::ShuffleOp::create(e_.b, e_.loc, v, v, lanes).getResult() : v;
  };
  return {shuffle(a.value), shuffle(a.position)};
}

void Reductions::finishRows(llvm::ArrayRef<mlir::Value> accumulators) {
  size_t at = 0;
  for (mlir::Operation *op : ops_) {
    llvm::SmallVector<Pair> parts;
    for (int64_t part = 0; part < parts_; ++part, at += slots(op))
      parts.push_back({accumulators[at], slots(op) == 2 ? accumulators[at + 1] : mlir::Value()});
    for (size_t n = parts.size(); n > 1; n /= 2)
      for (size_t i = 0; i < n / 2; ++i) parts[i] = combine(op, parts[i], parts[i + n / 2], false);
    Pair sum = parts[0];
    if (e_.loops.lane >= 0) {
      for (int64_t half = e_.width / 2; half; half /= 2) {
        llvm::SmallVector<int64_t> lower, upper;
        for (int64_t i = 0; i < half; ++i) lower.push_back(i), upper.push_back(half + i);
        sum = combine(op, shuffled(sum, lower), shuffled(sum, upper), false);
      }
      auto first = [&](mlir::Value v) -> mlir::Value {
        return v ? mlir::vector::ExtractOp::create(e_.b, e_.loc, v, llvm::ArrayRef<int64_t>{0}).getResult() : v;
      };
      sum = {first(sum.value), first(sum.position)};
    }
    mlir::Value y = sum.position ? sum.position : sum.value;
    e_.reduced[op->getResult(0)] = {rounded(e_.b, e_.loc, y, ir::elementType(op->getResult(0)))};
  }
}

void Reductions::finishColumns(llvm::ArrayRef<mlir::Value> accumulators) {
  size_t at = 0;
  for (mlir::Operation *op : ops_) {
    auto &results = e_.reduced[op->getResult(0)];
    for (int64_t part = 0; part < parts_; ++part, at += slots(op))
      results.push_back(rounded(e_.b, e_.loc, accumulators[at + slots(op) - 1], ir::elementType(op->getResult(0))));
  }
}

}  // namespace fluxion::codegen
