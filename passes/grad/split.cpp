// Partial evaluation of a differentiated block: the known part stays, the linear part moves out.
#include "llvm/ADT/DenseSet.h"
#include "passes/grad/regions.h"

namespace fluxion::passes {

namespace {

class Splitter {
 public:
  Splitter(mlir::Block &block, size_t firstTangent)
      : block_(block),
        first_(firstTangent),
        to_(std::make_unique<mlir::Block>()),
        builder_(block.getParentOp()->getContext()) {
    builder_.setInsertionPointToEnd(to_.get());
  }

  Split run(size_t firstResult) {
    for (Value v : block_.getArguments().drop_front(first_)) linear_.insert(v);
    for (mlir::Operation &op : llvm::make_early_inc_range(block_.without_terminator())) {
      if (llvm::none_of(op.getOperands(), [&](Value v) { return linear_.contains(v); })) continue;
      linear_.insert(op.result_begin(), op.result_end());
      takeOperands(op.getOpOperands());
      op.moveBefore(to_.get(), to_->end());
    }
    mlir::Operation *terminator = block_.getTerminator();
    llvm::SmallVector<Value> results;
    for (Value v : terminator->getOperands().drop_front(firstResult)) results.push_back(take(v));
    terminator->setOperands(terminator->getOperands().take_front(firstResult));
    ir::YieldOp::create(builder_, terminator->getLoc(), results);
    moveTangents();
    return {std::move(to_), std::move(residuals_)};
  }

 private:
  void takeOperands(llvm::MutableArrayRef<mlir::OpOperand> operands) {
    for (mlir::OpOperand &operand : operands) operand.set(take(operand.get()));
  }

  // The value for use in the linear block.
  Value take(Value v) {
    if (linear_.contains(v)) return v;
    if (Value there = taken_.lookup(v)) return there;
    mlir::Operation *op = v.getDefiningOp();
    Value copy;
    if (op && isCheap(op)) {
      llvm::SmallVector<Value> operands = llvm::map_to_vector(op->getOperands(), [&](Value x) { return take(x); });
      mlir::Operation *clone = builder_.clone(*op);
      clone->setOperands(operands);
      copy = clone->getResult(0);
    } else {
      residuals_.push_back(v);
      copy = to_->addArgument(v.getType(), v.getLoc());
    }
    taken_[v] = copy;
    return copy;
  }

  // Whether computing the op again costs less than keeping its result: if the result is no smaller than what it is
  // computed from, or if that is there anyway.
  bool isCheap(mlir::Operation *op) {
    if (llvm::isa<ir::ConstantOp, ir::IotaOp, ir::BroadcastInDimOp, ir::ReshapeOp>(op)) return true;
    auto width = [](Value v) { return size_of(ir::dtypeOf(ir::elementType(v))); };
    if (auto convert = llvm::dyn_cast<ir::ConvertOp>(op); convert && width(convert.getX()) <= width(convert.getY()))
      return true;
    auto elementwise = llvm::dyn_cast<ir::ElementwiseInterface>(op);
    return elementwise && elementwise.isCheap() && llvm::all_of(op->getOperands(), [&](Value v) { return isThere(v); });
  }
  bool isThere(Value v) {
    mlir::Operation *op = v.getDefiningOp();
    return !op || taken_.contains(v) || llvm::isa<ir::ConstantOp, ir::IotaOp>(op);
  }

  // The tangent arguments go last, after the residuals.
  void moveTangents() {
    for (mlir::BlockArgument old : block_.getArguments().drop_front(first_))
      old.replaceAllUsesWith(to_->addArgument(old.getType(), old.getLoc()));
    block_.eraseArguments(static_cast<unsigned>(first_), block_.getNumArguments() - static_cast<unsigned>(first_));
  }

  mlir::Block &block_;
  size_t first_;
  std::unique_ptr<mlir::Block> to_;
  mlir::OpBuilder builder_;
  llvm::DenseSet<Value> linear_;
  llvm::DenseMap<Value, Value> taken_;
  llvm::SmallVector<Value> residuals_;
};

}  // namespace

Split split(mlir::Block &block, size_t firstTangent, size_t firstResult) {
  return Splitter(block, firstTangent).run(firstResult);
}

}  // namespace fluxion::passes
