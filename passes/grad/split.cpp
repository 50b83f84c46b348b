// Partial evaluation of a differentiated block: the known part stays, the linear part moves out.
#include "llvm/ADT/DenseSet.h"
#include "passes/grad/regions.h"

namespace fluxion::passes {

namespace {

size_t width(Value v) { return size_of(ir::dtypeOf(ir::elementType(v))); }

// Whether an op is always computed again rather than its result kept: it costs nearly nothing and makes no less than it
// reads.
bool isFree(mlir::Operation *op) {
  if (llvm::isa<ir::ConstantOp, ir::IotaOp, ir::BroadcastInDimOp, ir::ReshapeOp>(op)) return true;
  auto convert = llvm::dyn_cast<ir::ConvertOp>(op);
  return convert && width(convert.getX()) <= width(convert.getY());
}

class Splitter {
 public:
  Splitter(mlir::Block &block, size_t firstTangent, size_t firstResult, ArgumentRange carried)
      : block_(block), firstTangent_(firstTangent), firstResult_(firstResult), carried_(carried) {}

  Split run() {
    findLinearOps();
    findWanted();
    provide();
    for (mlir::Operation *op : ops_) {
      for (mlir::OpOperand &operand : op->getOpOperands()) operand.set(taken(operand.get()));
      op->moveBefore(to_.get(), to_->end());
    }
    mlir::Operation *terminator = block_.getTerminator();
    auto results =
        llvm::map_to_vector(terminator->getOperands().drop_front(firstResult_), [&](Value v) { return taken(v); });
    terminator->setOperands(terminator->getOperands().take_front(firstResult_));
    mlir::OpBuilder builder(terminator->getContext());
    builder.setInsertionPointToEnd(to_.get());
    ir::YieldOp::create(builder, terminator->getLoc(), results);
    moveTangents();
    return {std::move(to_), std::move(residuals_)};
  }

 private:
  void findLinearOps() {
    for (Value v : block_.getArguments().drop_front(firstTangent_)) linear_.insert(v);
    for (mlir::Operation &op : block_.without_terminator()) {
      if (llvm::none_of(op.getOperands(), [&](Value v) { return linear_.contains(v); })) continue;
      linear_.insert(op.result_begin(), op.result_end());
      ops_.push_back(&op);
    }
  }

  // What the linear ops read, and, in place of what is free to compute, what that reads.
  void findWanted() {
    llvm::SmallVector<Value> work(block_.getTerminator()->getOperands().drop_front(firstResult_));
    for (mlir::Operation *op : ops_) llvm::append_range(work, op->getOperands());
    while (!work.empty()) {
      Value v = work.pop_back_val();
      if (linear_.contains(v) || !wanted_.insert(v).second) continue;
      mlir::Operation *op = v.getDefiningOp();
      if (op && isFree(op)) llvm::append_range(work, op->getOperands());
    }
  }

  // Gives the linear block each wanted value, in the order of the block: as an argument or computed again.
  void provide() {
    mlir::OpBuilder builder(block_.getParentOp()->getContext());
    builder.setInsertionPointToEnd(to_.get());
    for (Value v : block_.getArguments())
      if (wanted_.contains(v)) addResidual(v);
    for (mlir::Operation &op : block_.without_terminator()) {
      if (llvm::none_of(op.getResults(), [&](Value v) { return wanted_.contains(v); })) continue;
      if (isFree(&op) || isCheapHere(&op)) {
        copyWithOperands(&op, builder);
        continue;
      }
      for (Value v : op.getResults())
        if (wanted_.contains(v)) addResidual(v);
    }
  }

  // Whether all that the op reads is there anyway, and computing it again is cheaper than keeping it. It may take a few
  // cheap ops, as y·(1 − y) does, or 1 − y·y, for which y is enough to be kept.
  bool isCheapHere(mlir::Operation *op, int others = 2) {
    auto elementwise = llvm::dyn_cast<ir::ElementwiseInterface>(op);
    return elementwise && elementwise.isCheap() && llvm::all_of(op->getOperands(), [&](Value v) {
             if (taken_.contains(v)) return true;
             if (mlir::Operation *source = v.getDefiningOp())
               return isMade(source) || (others > 0 && isCheapHere(source, others - 1));
             size_t i = llvm::cast<mlir::BlockArgument>(v).getArgNumber();
             return i < carried_.begin || i >= carried_.end;
           });
  }
  static bool isMade(mlir::Operation *op) {
    if (llvm::isa<ir::ConstantOp, ir::IotaOp>(op)) return true;
    return llvm::isa<ir::BroadcastInDimOp>(op) &&
           llvm::isa_and_nonnull<ir::ConstantOp>(op->getOperand(0).getDefiningOp());
  }

  // With what it reads as far as nothing else has wanted that.
  void copyWithOperands(mlir::Operation *op, mlir::OpBuilder &builder) {
    for (Value v : op->getOperands())
      if (!taken_.contains(v)) v.getDefiningOp() ? copyWithOperands(v.getDefiningOp(), builder) : addResidual(v);
    copy(op, builder);
  }

  void copy(mlir::Operation *op, mlir::OpBuilder &builder) {
    auto operands = llvm::map_to_vector(op->getOperands(), [&](Value v) { return taken(v); });
    mlir::Operation *clone = builder.clone(*op);
    clone->setOperands(operands);
    taken_[op->getResult(0)] = clone->getResult(0);
  }

  void addResidual(Value v) {
    residuals_.push_back(v);
    taken_[v] = to_->addArgument(v.getType(), v.getLoc());
  }

  Value taken(Value v) const { return linear_.contains(v) ? v : taken_.at(v); }

  // The tangent arguments go last, after the residuals.
  void moveTangents() {
    for (mlir::BlockArgument old : block_.getArguments().drop_front(firstTangent_))
      old.replaceAllUsesWith(to_->addArgument(old.getType(), old.getLoc()));
    block_.eraseArguments(static_cast<unsigned>(firstTangent_),
                          block_.getNumArguments() - static_cast<unsigned>(firstTangent_));
  }

  mlir::Block &block_;
  size_t firstTangent_, firstResult_;
  ArgumentRange carried_;
  std::unique_ptr<mlir::Block> to_ = std::make_unique<mlir::Block>();
  llvm::SmallVector<mlir::Operation *> ops_;
  llvm::DenseSet<Value> linear_, wanted_;
  llvm::DenseMap<Value, Value> taken_;
  llvm::SmallVector<Value> residuals_;
};

}  // namespace

Split split(mlir::Block &block, size_t firstTangent, size_t firstResult, ArgumentRange carried) {
  return Splitter(block, firstTangent, firstResult, carried).run();
}

}  // namespace fluxion::passes
