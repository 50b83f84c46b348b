#include "passes/memory/block_memory.h"

#include <numeric>

#include "mlir/Interfaces/SideEffectInterfaces.h"

namespace fluxion::passes {

namespace {

int64_t bytesOf(mlir::Value v) { return (ir::shapeDtypeOf(v.getType()).bytes() + 63) / 64 * 64; }

int64_t mostOf(llvm::ArrayRef<int64_t> profile) {
  int64_t most = 0;
  for (int64_t bytes : profile) most = std::max(most, bytes);
  return most;
}

mlir::Value viewed(mlir::Value v) {
  mlir::Operation *op = v.getDefiningOp();
  if (auto barrier = mlir::dyn_cast_or_null<ir::OptimizationBarrierOp>(op))
    return barrier.getInputs()[mlir::cast<mlir::OpResult>(v).getResultNumber()];
  return op && isView(op) ? op->getOperand(0) : mlir::Value();
}

// Whether a kernel reads an input at the elements that it writes and nowhere else, as far as that is plain to see.
bool isReadInOrder(ir::KernelOp kernel, unsigned input) {
  return llvm::all_of(kernel.getBody().getArgument(input).getUsers(), [](mlir::Operation *user) {
    return mlir::isa<ir::ElementwiseInterface, ir::ReduceOp, ir::YieldOp>(user);
  });
}

bool isUpdatedBy(ir::KernelOp kernel, unsigned input) {
  mlir::Operation *update = kernel.getBody().front().getTerminator()->getOperand(0).getDefiningOp();
  return update && update->getOperand(0) == kernel.getBody().getArgument(input);
}

}  // namespace

bool isView(mlir::Operation *op) {
  return mlir::isa<ir::ReshapeOp, ir::TransposeOp, ir::SliceOp, ir::BroadcastInDimOp, ir::ReverseOp>(op);
}

mlir::Value rootOf(mlir::Value v) {
  while (mlir::Value of = viewed(v)) v = of;
  return v;
}

BlockMemory::BlockMemory(mlir::Block &block, InnerPeaks &inner) {
  const size_t ops = llvm::range_size(block), values = block.getNumArguments() + ops;
  steps_.reserve(ops), stepOf_.reserve(ops), buffers_.reserve(values), numbers_.reserve(values);
  for (mlir::BlockArgument v : block.getArguments()) define(v, -1, false);
  for (mlir::Operation &op : block.without_terminator())
    if (!isView(&op)) addStep(&op, inner);
  for (mlir::Value v : block.getTerminator()->getOperands()) {
    auto it = numbers_.find(rootOf(v));
    if (it != numbers_.end()) buffers_[it->second].temporary = false;
  }
}

int BlockMemory::define(mlir::Value v, int writer, bool temporary) {
  const int number = static_cast<int>(buffers_.size());
  buffers_.push_back({v, bytesOf(v), writer, temporary, {}});
  numbers_[v] = number;
  return number;
}

void BlockMemory::addStep(mlir::Operation *op, InnerPeaks &inner) {
  const int number = static_cast<int>(steps_.size());
  Step step{op, {}, {}, {}, {}};
  for (mlir::Value x : op->getOperands()) {
    // A barrier has no buffers, but nothing behind it comes before it.
    mlir::Operation *maker = x.getDefiningOp();
    while (maker && isView(maker)) maker = maker->getOperand(0).getDefiningOp();
    if (auto it = stepOf_.find(maker); it != stepOf_.end() && !llvm::is_contained(step.after, it->second))
      step.after.push_back(it->second);
    const int buffer = numbers_.lookup(rootOf(x));
    if (llvm::is_contained(step.reads, buffer)) continue;
    step.reads.push_back(buffer);
    buffers_[buffer].readers.push_back(number);
  }
  if (!mlir::isMemoryEffectFree(op)) {
    if (lastEffect_ >= 0 && !llvm::is_contained(step.after, lastEffect_)) step.after.push_back(lastEffect_);
    lastEffect_ = number;
  }
  if (!mlir::isa<ir::OptimizationBarrierOp>(op))
    for (mlir::Value v : op->getResults()) step.writes.push_back(define(v, number, !mlir::isa<ir::ConstantOp>(op)));
  if (auto kernel = mlir::dyn_cast<ir::KernelOp>(op)) {
    const bool updates = kernel.getKind() == "update";
    for (auto [i, x] : llvm::enumerate(kernel.getInputs())) {
      const int read = numbers_.lookup(rootOf(x));
      if (!buffers_[read].temporary) continue;
      if (updates ? !isUpdatedBy(kernel, i) : !isReadInOrder(kernel, i)) continue;
      for (int written : step.writes)
        if (buffers_[written].bytes == buffers_[read].bytes) step.inPlace.push_back({written, read});
    }
  } else if (op->getNumRegions()) {
    auto [it, isNew] = inner.try_emplace(op, 0);
    if (isNew) {
      int64_t most = 0;
      for (mlir::Region &region : op->getRegions())
        for (mlir::Block &block : region) most = std::max(most, BlockMemory(block, inner).peak());
      inner[op] = most;
    }
    step.inside = inner.lookup(op);
  }
  steps_.push_back(std::move(step));
  stepOf_[op] = number;
}

std::vector<int64_t> BlockMemory::profile() const {
  std::vector<int> order(steps_.size());
  std::iota(order.begin(), order.end(), 0);
  return profile(order);
}

// As codegen::MemoryPlan joins buffers: one that is read for the last time where another of its size begins.
std::vector<int64_t> BlockMemory::profile(llvm::ArrayRef<int> order) const {
  std::vector<int> at(steps_.size()), same(buffers_.size(), -1), first(buffers_.size()), last(buffers_.size());
  for (auto [i, step] : llvm::enumerate(order)) at[step] = static_cast<int>(i);
  for (auto [i, buffer] : llvm::enumerate(buffers_)) {
    first[i] = last[i] = buffer.writer < 0 ? 0 : at[buffer.writer];
    for (int reader : buffer.readers) last[i] = std::max(last[i], at[reader]);
  }
  auto root = [&](int b) {
    while (same[b] >= 0) b = same[b];
    return b;
  };
  for (int step : order)
    for (auto [written, read] : steps_[step].inPlace) {
      const int to = root(written), from = root(read);
      if (to == from || !buffers_[from].temporary || last[from] != at[step] || first[to] != at[step]) continue;
      first[to] = std::min(first[to], first[from]);
      same[from] = to;
    }
  std::vector<int64_t> bytes(steps_.size() + 1);
  for (size_t i = 0; i < buffers_.size(); ++i) {
    if (!buffers_[i].temporary || same[i] >= 0) continue;
    bytes[first[i]] += buffers_[i].bytes;
    bytes[last[i] + 1] -= buffers_[i].bytes;
  }
  std::partial_sum(bytes.begin(), bytes.end(), bytes.begin());
  bytes.pop_back();
  for (size_t i = 0; i < bytes.size(); ++i) bytes[i] += steps_[order[i]].inside;
  return bytes;
}

int64_t BlockMemory::leastOfAnyOrder() const {
  int64_t most = 0;
  for (const Step &step : steps_) {
    int64_t bytes = 0;
    llvm::SmallVector<int, 4> taken;
    for (int b : step.reads)
      if (buffers_[b].temporary) bytes += buffers_[b].bytes;
    for (int b : step.writes) {
      if (!buffers_[b].temporary) continue;
      auto place = llvm::find_if(step.inPlace,
                                 [&](auto pair) { return pair.first == b && !llvm::is_contained(taken, pair.second); });
      if (place == step.inPlace.end()) {
        bytes += buffers_[b].bytes;
      } else {
        taken.push_back(place->second);
      }
    }
    most = std::max(most, step.op->getNumRegions() && !mlir::isa<ir::KernelOp>(step.op) ? bytes : bytes + step.inside);
  }
  return most;
}

int64_t BlockMemory::peak() const { return mostOf(profile()); }

int64_t BlockMemory::peak(llvm::ArrayRef<int> order) const { return mostOf(profile(order)); }

}  // namespace fluxion::passes
