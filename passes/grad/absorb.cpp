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

// ---- what is linear in loops and branches

using Flags = llvm::SmallVector<bool>;
using Values = llvm::DenseSet<Value>;

Flags flagsOf(mlir::ValueRange values, const Values &linear) {
  return llvm::map_to_vector(values, [&](Value v) { return linear.contains(v); });
}
bool any(const Flags &flags) { return llvm::is_contained(flags, true); }

/// How the operands of a loop or branch are arguments of its bodies, and what these yield are its results.
struct Bodies {
  llvm::SmallVector<mlir::Block *> blocks;
  size_t skipped = 0;       // operands that are no arguments
  size_t carries = 0;       // the first results are carried
  size_t firstCarried = 0;  // by arguments from here on
};
std::optional<Bodies> bodiesOf(mlir::Operation *op) {
  if (auto scan = llvm::dyn_cast<ir::ScanOp>(op))
    return Bodies{{&scan.getBody().front()}, 0, scan.getNumCarry(), scan.getNumConstants()};
  if (auto loop = llvm::dyn_cast<ir::WhileOp>(op))
    return Bodies{{&loop.getBody().front()}, 0, loop->getNumResults(), loop.getNumConstants()};
  if (!llvm::isa<ir::CaseOp>(op)) return std::nullopt;
  Bodies branches{{}, 1};
  for (mlir::Region &branch : op->getRegions()) branches.blocks.push_back(&branch.front());
  return branches;
}

// What is linear in blocks and in the loops and branches of them. A loop asks several times for the same: without a
// memory, loops within loops would take exponential time.
class Linearity {
 public:
  /// The values of a block that are linear if these arguments are.
  Values values(mlir::Block &block, const Flags &arguments) {
    Values linear;
    for (auto [x, flag] : llvm::zip_equal(block.getArguments(), arguments))
      if (flag) linear.insert(x);
    for (mlir::Operation &op : block.without_terminator()) {
      const Flags operands = flagsOf(op.getOperands(), linear);
      if (!any(operands)) continue;
      for (auto [y, flag] : llvm::zip_equal(op.getResults(), results(&op, operands)))
        if (flag) linear.insert(y);
    }
    return linear;
  }

  /// Which arguments of the bodies are linear where these operands are: a carry is if a later iteration's is.
  Flags arguments(const Bodies &bodies, const Flags &operands) {
    Flags flags(llvm::ArrayRef<bool>(operands).drop_front(bodies.skipped));
    for (bool changed = bodies.carries > 0; changed;) {
      changed = false;
      mlir::Block &body = *bodies.blocks[0];
      const Flags yields = flagsOf(body.getTerminator()->getOperands(), values(body, flags));
      for (size_t i = 0; i < bodies.carries; ++i)
        if (bool &carried = flags[bodies.firstCarried + i]; yields[i] && !carried) carried = changed = true;
    }
    return flags;
  }

  Flags results(mlir::Operation *op, const Flags &operands) {
    const std::optional<Bodies> bodies = bodiesOf(op);
    Flags found(op->getNumResults(), !bodies);
    if (!bodies) return found;
    for (auto &[known, results] : known_[op])
      if (known == operands) return results;
    const Flags inside = arguments(*bodies, operands);
    for (mlir::Block *body : bodies->blocks)
      for (auto [i, flag] : llvm::enumerate(flagsOf(body->getTerminator()->getOperands(), values(*body, inside))))
        found[i] = found[i] || flag;
    known_[op].emplace_back(operands, found);
    return found;
  }

 private:
  llvm::DenseMap<mlir::Operation *, llvm::SmallVector<std::pair<Flags, Flags>, 1>> known_;  // results by operands
};

// Whether a choice in the block, or in loops and branches of it, could make zeros.
bool makesZeros(mlir::Block &block) {
  auto isChoice = [](ir::SelectOp op) {
    const bool zeros = isZeroConstant(op.getOnTrue()) || isZeroConstant(op.getOnFalse());
    return zeros ? mlir::WalkResult::interrupt() : mlir::WalkResult::advance();
  };
  return block.walk(isChoice).wasInterrupted();
}

// Where x is other than zero now. Zeros of a choice are not told from others at the border of a loop or a branch, which
// they enter as numbers: there, zero is taken at its word.
Value nonzero(Value x, mlir::OpBuilder &builder) {
  Emit e(builder, x.getLoc());
  return e.compare(ir::Comparison::NE, x, e.zerosLike(x));
}

class Absorber {
 public:
  Absorber(mlir::Block &block, Values linear, bool compares)
      : block_(block), linear_(std::move(linear)), compares_(compares) {}

  void run() {
    // Ops that are inserted on the way are visited, too: a select that restores zeros says by itself where they are.
    for (mlir::Operation &op : block_.without_terminator()) {
      const Flags operands = flagsOf(op.getOperands(), linear_);
      if (!any(operands)) continue;
      if (auto bodies = bodiesOf(&op)) {
        control(&op, *bodies, operands);
        continue;
      }
      linear_.insert(op.result_begin(), op.result_end());
      if (op.getNumResults() == 1) visit(&op);
    }
  }

  Value replacement(Value v) const {
    auto it = replaced_.find(v);
    return it == replaced_.end() ? v : it->second;
  }

 private:
  // Zeros that enter a loop or branch, or that one iteration hands to the next, are followed inside.
  void control(mlir::Operation *op, const Bodies &bodies, const Flags &operands) {
    Linearity linearity;
    const Flags results = linearity.results(op, operands), arguments = linearity.arguments(bodies, operands);
    for (auto [y, flag] : llvm::zip_equal(op->getResults(), results))
      if (flag) linear_.insert(y);
    if (!compares_) return;
    Flags masked(arguments.size());
    for (size_t i = 0; i < masked.size(); ++i)
      masked[i] = arguments[i] && live(op->getOperand(static_cast<unsigned>(i + bodies.skipped)));
    const bool enters = any(masked);
    for (size_t i = 0; i < masked.size() && enters; ++i)  // where there is care to be taken, other zeros take part
      masked[i] =
          arguments[i] && (masked[i] || isZeroConstant(op->getOperand(static_cast<unsigned>(i + bodies.skipped))));
    bool made = false;
    for (mlir::Block *body : bodies.blocks) made |= inside(*body, bodies, arguments, masked);
    if (!enters && !made) return;
    mlir::OpBuilder builder(op->getContext());
    builder.setInsertionPointAfter(op);
    for (auto [y, flag] : llvm::zip_equal(op->getResults(), results))
      if (flag && llvm::isa<mlir::FloatType>(ir::elementType(y))) setLive(y, nonzero(y, builder));
  }

  // Whether zeros of a choice leave the body.
  static bool inside(mlir::Block &body, const Bodies &bodies, const Flags &arguments, Flags masked) {
    if (!any(masked) && !makesZeros(body)) return false;
    mlir::OpBuilder builder(body.getParentOp()->getContext());
    llvm::DenseMap<Value, Value> masks;
    while (true) {
      builder.setInsertionPointToStart(&body);
      for (auto [x, flag] : llvm::zip_equal(body.getArguments(), masked))
        if (flag && !masks.contains(x) && llvm::isa<mlir::FloatType>(ir::elementType(x)))
          masks[x] = nonzero(x, builder);
      Absorber absorber(body, Linearity().values(body, arguments), /*compares=*/true);
      for (auto [x, mask] : masks) absorber.setLive(x, mask);
      absorber.run();
      mlir::ValueRange yields = body.getTerminator()->getOperands();
      bool again = false;
      for (size_t i = 0; i < bodies.carries; ++i)
        if (bool &carried = masked[bodies.firstCarried + i]; !carried && absorber.live(yields[i]))
          carried = again = true;
      if (!again) return llvm::any_of(yields, [&](Value y) { return bool(absorber.live(y)); });
    }
  }

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
    if (auto chosen = y.hasOneUse() ? llvm::dyn_cast<ir::SelectOp>(*y.user_begin()) : nullptr;
        chosen && chosen.getOnTrue() == y && isZeroConstant(chosen.getOnFalse())) {
      // Zeros are chosen there already, maybe in fewer places.
      if (chosen.getPred() == mask) return;
      e.builder.setInsertionPoint(chosen);
      chosen.getPredMutable().assign(e.op<ir::AndOp>(chosen.getPred(), mask));
      return;
    }
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
  Values linear_;
  bool compares_;
  llvm::DenseMap<Value, Value> live_, replaced_;
};

}  // namespace

void absorbZeros(mlir::Block &block, mlir::ValueRange linear, llvm::MutableArrayRef<Value> results, bool compares) {
  Absorber absorber(block, Values(linear.begin(), linear.end()), compares);
  absorber.run();
  for (Value &v : results)
    if (v) v = absorber.replacement(v);
}

}  // namespace fluxion::passes
