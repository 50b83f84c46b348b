#include "passes/memory/recipe.h"

#include "ir/element_map.h"
#include "ir/ops/attention.h"
#include "ir/ops/convolution.h"
#include "ir/ops/fft.h"
#include "mlir/IR/IRMapping.h"
#include "passes/fusion/cost.h"
#include "passes/memory/block_memory.h"

namespace fluxion::passes {

namespace {

constexpr size_t kMostItems = 64;

double count(mlir::Value v) { return static_cast<double>(ir::tensorType(v).getNumElements()); }
double bytes(mlir::Value v) { return static_cast<double>(ir::shapeDtypeOf(v.getType()).bytes()); }

bool isRecomputable(mlir::Operation *op) {
  if (auto kernel = mlir::dyn_cast<ir::KernelOp>(op)) return kernel.getKind() != "update";
  return mlir::isa<ir::DotGeneralOp, ir::ConvolutionOp, ir::SortOp, ir::FftOp, ir::CumulativeOp>(op) ||
         ir::isAttention(op);
}

// Operations for each nanosecond, and nanoseconds for each byte, of a core; what matters is how they compare.
constexpr double kFlops = 50, kCheapOps = 10, kByte = 0.1;

double arithmetic(mlir::Operation *op) {
  if (auto dot = mlir::dyn_cast<ir::DotGeneralOp>(op)) {
    double terms = 2;
    for (int64_t d : dot.getLhsContracting()) terms *= static_cast<double>(ir::shapeOf(dot.getLhs())[d]);
    return terms * count(dot.getY()) / kFlops;
  }
  if (auto conv = mlir::dyn_cast<ir::ConvolutionOp>(op)) return 2 * count(conv.getRhs()) * count(conv.getY()) / kFlops;
  if (ir::isAttention(op)) {
    double tokens = 1;
    for (int64_t n : ir::shapeOf(op->getOperand(1))) tokens = std::max(tokens, static_cast<double>(n));
    return 4 * static_cast<double>(op->getNumResults()) * tokens * count(op->getOperand(0)) / kFlops;
  }
  if (mlir::isa<ir::SortOp, ir::FftOp, ir::CumulativeOp>(op)) return 200 * count(op->getOperand(0)) / kCheapOps;
  if (auto reduce = mlir::dyn_cast<ir::ReduceOp>(op)) return count(reduce.getX()) / kCheapOps;
  return op->getNumResults() == 1 ? ownCost(op) * count(op->getResult(0)) / kCheapOps : 0;
}

double costOf(mlir::OpResult v, llvm::ArrayRef<mlir::Operation *> ops) {
  mlir::Operation *op = v.getOwner();
  double cost = kByte * bytes(v);
  for (mlir::Value x : op->getOperands()) cost += kByte * std::min(bytes(x), 4 * bytes(v));
  if (auto kernel = mlir::dyn_cast<ir::KernelOp>(op); kernel && ops.empty())
    for (mlir::Operation &inner : kernel.getBody().front().without_terminator()) cost += arithmetic(&inner);
  for (mlir::Operation *inner : ops) cost += arithmetic(inner);
  return op->getNumRegions() ? cost : cost + arithmetic(op);
}

mlir::Value yielded(mlir::OpResult v) {
  return mlir::cast<ir::KernelOp>(v.getOwner()).getBody().front().getTerminator()->getOperand(v.getResultNumber());
}

}  // namespace

std::optional<Recipe> Recipe::of(mlir::Value v, Available available) {
  Recipe recipe;
  recipe.value_ = v;
  if (!recipe.need(v, available)) return std::nullopt;
  return recipe;
}

// The ops of a kernel that a result needs, from its inputs and from results that are there. None if that is no kernel
// with the same sums: one that reduces is copied as a whole.
std::optional<Recipe::Item> Recipe::part(mlir::OpResult v, Available available) const {
  auto kernel = mlir::dyn_cast<ir::KernelOp>(v.getOwner());
  if (!kernel) return std::nullopt;
  Item item{v, {}, {}};
  llvm::SmallPtrSet<mlir::Operation *, 16> seen;
  llvm::SmallVector<mlir::Value> work{yielded(v)};
  while (!work.empty()) {
    mlir::Value x = work.pop_back_val();
    mlir::Operation *op = x.getDefiningOp();
    if (!op || seen.contains(op)) continue;
    auto other = llvm::find_if(kernel->getResults(), [&](mlir::OpResult r) { return r != v && yielded(r) == x; });
    if (other != kernel->getResults().end() && x != yielded(v) && available(*other)) {
      if (!llvm::is_contained(item.inside, *other)) item.inside.push_back(*other);
      continue;
    }
    const bool product = kernel.getKind() == "gemm" && mlir::isa<ir::DotGeneralOp>(op);
    if (!product && !ir::isElementMap(op)) return std::nullopt;
    seen.insert(op);
    llvm::append_range(work, op->getOperands());
  }
  for (mlir::Operation &op : kernel.getBody().front())
    if (seen.contains(&op)) item.ops.push_back(&op);
  if (item.ops.empty()) return std::nullopt;
  return item;
}

bool Recipe::need(mlir::Value root, Available available) {
  if (made_.contains(root) || known_.contains(root)) return true;
  if (mlir::Value there = available(root)) return known_[root] = there, true;
  auto v = mlir::dyn_cast<mlir::OpResult>(root);
  if (!v || !isRecomputable(v.getOwner()) || depth_ >= kMostItems || items_.size() >= kMostItems) return false;
  ++depth_;
  std::optional<Item> item = part(v, available);
  if (!item) item = Item{v, {}, {}};
  llvm::SmallVector<mlir::Value> needed(item->inside);
  if (item->ops.empty()) llvm::append_range(needed, v.getOwner()->getOperands());
  for (mlir::Operation *op : item->ops)
    for (mlir::Value x : op->getOperands())
      if (auto argument = mlir::dyn_cast<mlir::BlockArgument>(x))
        needed.push_back(v.getOwner()->getOperand(argument.getArgNumber()));
  for (mlir::Value x : needed)
    if (!need(rootOf(x), available)) return false;
  --depth_;
  cost_ += costOf(v, item->ops);
  made_.insert(root);
  items_.push_back(std::move(*item));
  return true;
}

mlir::Value Recipe::emit(mlir::OpBuilder &b, llvm::SmallVectorImpl<std::pair<mlir::Value, mlir::Value>> &copies) const {
  llvm::DenseMap<mlir::Value, mlir::Value> now = known_;
  // Each copy has views of its own, as all steps do here.
  auto read = [&](mlir::Value x) {
    llvm::SmallVector<mlir::Operation *> views;
    for (; !now.contains(x); x = x.getDefiningOp()->getOperand(0)) views.push_back(x.getDefiningOp());
    mlir::Value y = now.lookup(x);
    for (mlir::Operation *view : llvm::reverse(views)) {
      mlir::Operation *copy = b.clone(*view);
      copy->setOperand(0, y);
      y = copy->getResult(0);
    }
    return y;
  };
  for (const Item &item : items_) {
    mlir::Operation *op = item.value.getOwner();
    if (item.ops.empty()) {
      mlir::IRMapping map;
      for (mlir::Value x : op->getOperands())
        if (!map.contains(x)) map.map(x, read(x));
      mlir::Operation *copy = b.clone(*op, map);
      now[item.value] = copy->getResult(item.value.getResultNumber());
    } else {
      auto kernel = mlir::cast<ir::KernelOp>(op);
      llvm::SmallVector<mlir::Value> outside, inside(item.inside.size());
      for (auto [x, y] : llvm::zip(item.inside, inside))
        y = yielded(mlir::cast<mlir::OpResult>(x)), outside.push_back(read(x));
      for (mlir::Operation *inner : item.ops)
        for (mlir::Value x : inner->getOperands())
          if (auto argument = mlir::dyn_cast<mlir::BlockArgument>(x); argument && !llvm::is_contained(inside, x))
            inside.push_back(x), outside.push_back(read(kernel.getInputs()[argument.getArgNumber()]));
      const bool product = llvm::any_of(item.ops, [](auto *inner) { return mlir::isa<ir::DotGeneralOp>(inner); });
      llvm::SmallVector<int64_t> shape(ir::shapeOf(item.value));
      if (product) shape.assign(kernel.getShape().begin(), kernel.getShape().end());
      auto copy = ir::KernelOp::create(b, op->getLoc(), mlir::TypeRange{item.value.getType()}, outside,
                                       product ? "gemm" : "loop", shape, llvm::ArrayRef<int64_t>());
      const mlir::OpBuilder::InsertionGuard guard(b);
      mlir::Block *body = b.createBlock(&copy.getBody());
      mlir::IRMapping map;
      for (mlir::Value x : inside) map.map(x, body->addArgument(x.getType(), x.getLoc()));
      for (mlir::Operation *inner : item.ops) b.clone(*inner, map);
      ir::YieldOp::create(b, op->getLoc(), mlir::ValueRange{map.lookup(yielded(item.value))});
      now[item.value] = copy->getResult(0);
    }
    copies.push_back({item.value, now[item.value]});
  }
  return now.lookup(value_);
}

}  // namespace fluxion::passes
