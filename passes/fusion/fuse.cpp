// Partitions a function into kernels: each becomes an fx.kernel, whose region holds the ops it computes. What is left
// are plain products, scatters, sorts, control flow and names for buffers. Exact: no op is changed, some are computed
// twice.
#include "ir/folds.h"
#include "ir/ops.h"
#include "mlir/IR/IRMapping.h"
#include "passes/complex/split.h"
#include "passes/emit.h"
#include "passes/expand.h"
#include "passes/fusion/cost.h"
#include "passes/fusion/partition.h"
#include "passes/fusion/prepare.h"
#include "passes/passes.h"
#include "passes/transforms.h"

namespace fluxion::passes {

namespace {

llvm::StringRef kindOf(const Cluster &cluster) {
  if (cluster.kind == ClusterKind::gemm) return "gemm";
  if (cluster.kind == ClusterKind::loop) return "loop";
  if (cluster.kind == ClusterKind::update) return "update";
  if (cluster.kind == ClusterKind::attention) return "attention";
  int64_t innermost = static_cast<int64_t>(cluster.shape().size()) - 1;
  while (innermost > 0 && cluster.shape()[innermost] == 1) --innermost;
  return llvm::is_contained(cluster.reduced(), innermost) ? "rows" : "columns";
}

void noteFolds(ir::KernelOp kernel, const Cluster &cluster) {
  llvm::SmallVector<int64_t> folds;
  for (auto [i, v] : llvm::enumerate(cluster.outputs()))
    if (cluster.isFold(v)) folds.push_back(static_cast<int64_t>(i));
  if (!folds.empty()) ir::setFolds(kernel, cluster.folded(), folds);
}

class Outliner {
 public:
  Outliner(mlir::Block &block, llvm::ArrayRef<Partition::Step> steps, bool takesNumbers)
      : block_(block), takesNumbers_(takesNumbers) {
    places_.reserve(static_cast<unsigned>(llvm::range_size(block)));
    for (auto [i, op] : llvm::enumerate(block)) places_[&op].order = static_cast<int>(i);
    for (const Partition::Step &step : steps) {
      if (step.op) ++places_[step.op].needed;
      if (step.cluster)
        for (mlir::Operation *op : step.cluster->ops()) ++places_[op].needed;
    }
    keepWhatIsRead(steps);
  }

  void outline(const Cluster &cluster) {
    llvm::SmallVector<std::pair<Place *, mlir::Operation *>, 32> placed;
    for (mlir::Operation *op : cluster.ops()) placed.push_back({&places_[op], op});
    llvm::sort(placed, [](const auto &a, const auto &b) { return a.first->order < b.first->order; });
    const auto ops = llvm::make_second_range(placed);
    llvm::SetVector<mlir::Value> inputs, unread;
    for (mlir::Operation *op : ops)
      for (mlir::OpOperand &x : op->getOpOperands())
        if (!x.get().getDefiningOp() || !cluster.contains(x.get().getDefiningOp()))
          (isUnread(x) ? unread : inputs).insert(x.get());
    llvm::SmallVector<mlir::Type> types;
    llvm::SmallVector<mlir::Location> locations;
    for (mlir::Value v : cluster.outputs()) {
      types.push_back(v.getType());
      locations.push_back(v.getLoc());
    }
    mlir::OpBuilder b = mlir::OpBuilder::atBlockTerminator(&block_);
    llvm::DenseMap<mlir::Operation *, mlir::Value> numbers;  // of constants, those that are given to the kernel
    for (mlir::Operation *op : ops) {
      if (!takesNumber(op, cluster)) continue;
      numbers[op] = number(llvm::cast<ir::ConstantOp>(op), b);
      inputs.insert(numbers[op]);
    }
    mlir::Location loc = b.getFusedLoc(locations);
    llvm::SmallVector<mlir::Value> operands;
    for (mlir::Value x : inputs) operands.push_back(final_.lookupOrDefault(x));
    auto kernel = ir::KernelOp::create(b, loc, types, operands, kindOf(cluster), cluster.shape(), cluster.reduced());
    noteFolds(kernel, cluster);
    mlir::Block *body = b.createBlock(&kernel.getBody());
    mlir::IRMapping map;
    for (mlir::Value x : inputs) map.map(x, body->addArgument(x.getType(), x.getLoc()));
    for (mlir::Value x : unread)
      if (!inputs.contains(x)) map.map(x, Emit(b, x.getLoc()).zerosLike(x));
    for (auto [at, op] : placed) {
      if (auto it = numbers.find(op); it == numbers.end())
        place(op, *at, map, b);
      else
        map.map(op->getResult(0), ir::BroadcastInDimOp::create(b, op->getLoc(), map.lookup(it->second), ir::Sizes{},
                                                               ir::shapeOf(op->getResult(0))));
    }
    llvm::SmallVector<mlir::Value> results;
    for (mlir::Value v : cluster.outputs()) results.push_back(map.lookupOrDefault(v));
    ir::YieldOp::create(b, loc, results);
    for (auto [v, result] : llvm::zip(cluster.outputs(), kernel.getResults())) final_.map(v, result);
  }

  void move(mlir::Operation *op) {
    if (op != block_.getTerminator()) op->moveBefore(block_.getTerminator());
    for (mlir::OpOperand &x : op->getOpOperands()) x.set(final_.lookupOrDefault(x.get()));
  }

 private:
  struct Place {
    int order = 0;   // in the block as it was
    int needed = 0;  // by so many steps that are yet to come, or by one for good
  };

  // What a step reads and none makes, such as a constant, stays in the block for good.
  void keepWhatIsRead(llvm::ArrayRef<Partition::Step> steps) {
    llvm::DenseSet<mlir::Value> made;
    for (const Partition::Step &step : steps) {
      if (step.op) made.insert(step.op->result_begin(), step.op->result_end());
      if (step.cluster) made.insert(step.cluster->outputs().begin(), step.cluster->outputs().end());
    }
    auto keep = [&](mlir::Value x, const Cluster *reader) {
      mlir::Operation *op = x.getDefiningOp();
      if (op && !(reader && reader->contains(op)) && !made.contains(x)) ++places_[op].needed;
    };
    for (const Partition::Step &step : steps) {
      if (step.op)
        for (mlir::Value x : step.op->getOperands()) keep(x, nullptr);
      if (step.cluster)
        for (mlir::Operation *op : step.cluster->ops())
          for (mlir::Value x : op->getOperands()) keep(x, step.cluster);
    }
  }

  // Whether an operand says where a slice begins in a dimension that it has as a whole: at 0, whatever is said, so that
  // no step computes the operand for its sake.
  static bool isUnread(mlir::OpOperand &x) {
    auto of = [&](mlir::Value whole, mlir::Value part, unsigned first) {
      if (x.getOperandNumber() < first) return false;
      const unsigned d = x.getOperandNumber() - first;
      return ir::shapeOf(whole)[d] == ir::shapeOf(part)[d];
    };
    if (auto slice = mlir::dyn_cast<ir::DynamicSliceOp>(x.getOwner())) return of(slice.getX(), slice.getY(), 1);
    if (auto update = mlir::dyn_cast<ir::DynamicUpdateSliceOp>(x.getOwner()))
      return of(update.getX(), update.getUpdate(), 2);
    return false;
  }

  // Puts an op into a kernel: itself, if no step after this one needs it, or a copy.
  void place(mlir::Operation *op, Place &at, mlir::IRMapping &map, mlir::OpBuilder &b) {
    if (--at.needed > 0 || op->getNumRegions()) {
      b.clone(*op, map);
      return;
    }
    op->moveBefore(b.getInsertionBlock(), b.getInsertionPoint());
    for (mlir::OpOperand &x : op->getOpOperands()) x.set(map.lookupOrDefault(x.get()));
  }

  // In a very long program kernels had better be equal, which are compiled once: they get their numbers from outside.
  bool takesNumber(mlir::Operation *op, const Cluster &cluster) const {
    auto constant = mlir::dyn_cast<ir::ConstantOp>(op);
    return takesNumbers_ && constant && constant.getValue().isSplat() && cluster.takesOutputs() &&
           mlir::isa<mlir::FloatType>(ir::elementType(op->getResult(0)));
  }
  mlir::Value number(ir::ConstantOp op, mlir::OpBuilder &b) {
    auto splat = mlir::cast<mlir::DenseElementsAttr>(op.getValue());
    auto type = ir::Tensor::get({}, splat.getElementType());
    mlir::Attribute scalar = splat.resizeSplat(type);
    mlir::Value &made = numbers_[scalar];
    if (!made) made = ir::ConstantOp::create(b, op.getLoc(), type, mlir::cast<mlir::DenseElementsAttr>(scalar));
    return made;
  }

  mlir::Block &block_;
  bool takesNumbers_;
  llvm::DenseMap<mlir::Attribute, mlir::Value> numbers_;
  llvm::DenseMap<mlir::Operation *, Place> places_;
  mlir::IRMapping final_;  // values by what computes them now
};

void fuseBlock(mlir::Block &block, bool folds) {
  Partition partition(block, folds);
  auto steps = partition.steps();
  Outliner outliner(block, steps, partition.isVeryLong());
  llvm::DenseSet<mlir::Operation *> kept;
  for (const Partition::Step &step : steps) {
    if (step.cluster) {
      outliner.outline(*step.cluster);
      continue;
    }
    kept.insert(step.op);
    outliner.move(step.op);
  }
  llvm::SmallVector<mlir::Operation *> ops;
  for (mlir::Operation &op : block.without_terminator()) ops.push_back(&op);
  for (mlir::Operation *op : llvm::reverse(ops))
    if (op->use_empty() && !kept.contains(op) && !mlir::isa<ir::KernelOp>(op)) op->erase();
}

// What was cut before, such as a dump that is read again, stays as it is.
bool hasKernels(mlir::func::FuncOp f) {
  return f.walk([](ir::KernelOp) { return mlir::WalkResult::interrupt(); }).wasInterrupted();
}

}  // namespace

mlir::LogicalResult prepareForKernels(mlir::func::FuncOp f, bool bytes) {
  if (hasKernels(f)) return mlir::success();
  replaceEmpty(f);
  prepareProducts(f, bytes);
  prepareScatters(f);
  splitReductions(f);
  return mlir::success();
}

mlir::LogicalResult cutIntoKernels(mlir::func::FuncOp f, bool folds) {
  if (hasKernels(f)) return mlir::success();
  llvm::SmallVector<mlir::Block *> blocks;
  f.walk([&](mlir::Block *block) { blocks.push_back(block); });
  for (mlir::Block *block : blocks) fuseBlock(*block, folds);
  return mlir::success();
}

mlir::LogicalResult fuse(mlir::func::FuncOp f) {
  mlir::FailureOr<bool> expanded = expandCustom(f);
  if (failed(expanded)) return mlir::failure();
  if (!hasKernels(f) && (splitComplex(f) || *expanded) && failed(simplify(f))) return mlir::failure();
  if (failed(prepareForKernels(f))) return mlir::failure();
  return cutIntoKernels(f, /*folds=*/true);
}

#define GEN_PASS_DEF_FUSEPASS
#define GEN_PASS_DEF_PREPAREPASS
#include "passes/passes.h.inc"

namespace {

struct FusePass : impl::FusePassBase<FusePass> {
  using FusePassBase::FusePassBase;
  void runOnOperation() override {
    if (failed(prepared ? cutIntoKernels(getOperation(), folds) : fuse(getOperation()))) signalPassFailure();
  }
};

struct PreparePass : impl::PreparePassBase<PreparePass> {
  using PreparePassBase::PreparePassBase;
  void runOnOperation() override {
    if (failed(prepareForKernels(getOperation(), bytes))) signalPassFailure();
  }
};

}  // namespace

}  // namespace fluxion::passes
