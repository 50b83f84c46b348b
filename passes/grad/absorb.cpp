#include "passes/grad/absorb.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "mlir/IR/Matchers.h"

namespace fluxion::passes {

namespace {

bool isFiniteConstant(Value x, bool nonzero) {
  mlir::DenseElementsAttr numbers;
  if (!mlir::matchPattern(x, mlir::m_Constant(&numbers))) return false;
  if (!llvm::isa<mlir::FloatType>(numbers.getElementType())) return true;
  if (!numbers.isSplat() && numbers.getNumElements() > 256) return false;
  auto good = [nonzero](const llvm::APFloat &v) { return v.isFinite() && !(nonzero && v.isZero()); };
  return numbers.isSplat() ? good(numbers.getSplatValue<llvm::APFloat>())
                           : llvm::all_of(numbers.getValues<llvm::APFloat>(), good);
}

// Whether all elements are known to be finite (and not 0), so that zeros survive a product with (a quotient by) them.
bool isHarmless(Value x, bool nonzero, int depth = 4) {
  mlir::Operation *op = x.getDefiningOp();
  if (!op || depth == 0) return false;
  if (llvm::isa<ir::BroadcastInDimOp, ir::ReshapeOp>(op)) return isHarmless(op->getOperand(0), nonzero, depth - 1);
  if (auto select = llvm::dyn_cast<ir::SelectOp>(op))
    return isHarmless(select.getOnTrue(), nonzero, depth - 1) && isHarmless(select.getOnFalse(), nonzero, depth - 1);
  if (auto convert = llvm::dyn_cast<ir::ConvertOp>(op); convert && !nonzero)
    return !isDifferentiable(convert.getX().getType());
  return isFiniteConstant(x, nonzero);
}

class Absorber {
 public:
  Absorber(mlir::Block &block, mlir::ValueRange linear) : block_(block), linear_(linear.begin(), linear.end()) {}

  void run() {
    // Ops that are inserted on the way are visited, too: a select that restores zeros says by itself where they are.
    for (mlir::Operation &op : block_.without_terminator()) {
      if (llvm::none_of(op.getOperands(), [&](Value v) { return linear_.contains(v); })) continue;
      linear_.insert(op.result_begin(), op.result_end());
      if (op.getNumResults() == 1) visit(&op);
    }
  }

  Value replacement(Value v) const {
    auto it = replaced_.find(v);
    return it == replaced_.end() ? v : it->second;
  }

 private:
  // Where x may be other than zero, as bools; null: everywhere.
  Value live(Value x) const { return live_.lookup(x); }
  void setLive(Value x, Value mask) {
    if (mask) live_[x] = mask;
  }

  void visit(mlir::Operation *op) {
    mlir::OpBuilder builder(op->getContext());
    builder.setInsertionPointAfter(op);
    Emit e(builder, op->getLoc());
    Value y = op->getResult(0);
    if (auto select = llvm::dyn_cast<ir::SelectOp>(op)) return setLive(y, chosen(select, e));
    if (llvm::isa<ir::MultiplyOp, ir::DivideOp>(op)) return product(op, e);
    if (llvm::isa<ir::NegateOp, ir::ConvertOp>(op)) return setLive(y, live(op->getOperand(0)));
    if (llvm::isa<ir::AddOp, ir::SubtractOp>(op)) {
      Value a = live(op->getOperand(0)), b = live(op->getOperand(1));
      if (a && b) setLive(y, a == b ? a : e.op<ir::OrOp>(a, b));
      return;
    }
    if (Value mask = live(op->getOperand(0))) setLive(y, moved(op, mask, e));
  }

  Value chosen(ir::SelectOp op, Emit &e) {
    Value pred = op.getPred(), a = live(op.getOnTrue()), b = live(op.getOnFalse());
    bool noTrue = isZeroConstant(op.getOnTrue()), noFalse = isZeroConstant(op.getOnFalse());
    if (noFalse) return a && a != pred ? e.op<ir::AndOp>(pred, a) : pred;
    if (noTrue) {
      Value other = e.op<ir::NotOp>(pred);
      return b ? e.op<ir::AndOp>(other, b) : other;
    }
    if (!a && !b) return {};
    return e.op<ir::SelectOp>(pred, a ? a : e.like(pred, 1), b ? b : e.like(pred, 1));
  }

  // A product with one linear factor, or a quotient with a linear numerator.
  void product(mlir::Operation *op, Emit &e) {
    bool first = linear_.contains(op->getOperand(0)), divides = llvm::isa<ir::DivideOp>(op);
    Value y = op->getResult(0), mask = live(op->getOperand(first ? 0 : 1));
    if (!mask) return;
    if (isHarmless(op->getOperand(first ? 1 : 0), divides)) return setLive(y, mask);
    Value safe = e.op<ir::SelectOp>(mask, y, e.zerosLike(y));
    y.replaceAllUsesExcept(safe, safe.getDefiningOp());
    replaced_[y] = safe;
  }

  // Ops that move elements move the mask with them; a sum may be other than zero where one of its terms may.
  Value moved(mlir::Operation *op, Value mask, Emit &e) {
    if (auto sum = llvm::dyn_cast<ir::ReduceOp>(op))
      return sum.getKind() == ir::Combine::add ? e.reduce(ir::Combine::or_, mask, sum.getDimensions()) : Value();
    if (!llvm::isa<ir::BroadcastInDimOp, ir::ReshapeOp, ir::TransposeOp, ir::ReverseOp, ir::SliceOp>(op)) return {};
    mlir::Operation *copy = e.builder.clone(*op);
    copy->setOperand(0, mask);
    auto type = llvm::cast<ir::Tensor>(copy->getResult(0).getType());
    copy->getResult(0).setType(type.clone(llvm::cast<ir::Tensor>(mask.getType()).getElementType()));
    return copy->getResult(0);
  }

  mlir::Block &block_;
  llvm::DenseSet<Value> linear_;
  llvm::DenseMap<Value, Value> live_, replaced_;
};

}  // namespace

void absorbZeros(mlir::Block &block, mlir::ValueRange linear, llvm::MutableArrayRef<Value> results) {
  Absorber absorber(block, linear);
  absorber.run();
  for (Value &v : results)
    if (v) v = absorber.replacement(v);
}

}  // namespace fluxion::passes
