// Orders kernels by what they take and give back. To find the best order is NP-hard; two greedy ones are made, from the
// front and from the back, and the given one stays unless one of them needs less.
#include "passes/memory/schedule.h"

#include <numeric>
#include <queue>

#include "passes/memory/block_memory.h"
#include "passes/passes.h"

namespace fluxion::passes {

namespace {

constexpr int64_t kSmall = 256 << 10;  // bytes: what stays in a core's cache anyway
constexpr size_t kMostSteps = 100'000;

using Order = std::vector<int>;

// Takes what is ready in the given order, but first of all what sets at least as much memory free as it takes.
class Queue {
 public:
  explicit Queue(const Order &rank) : rank_(rank), taken_(rank.size()) {}
  void add(int step, int64_t growth) {
    byRank_.push({rank_[step], step});
    update(step, growth);
  }
  /// A step that is ready now takes less than it was said to.
  void update(int step, int64_t growth) {
    if (growth <= 0) byGrowth_.push({growth, rank_[step], step});
  }
  int take() {
    int step = -1;
    while (step < 0 && !byGrowth_.empty()) {
      if (const int next = std::get<2>(byGrowth_.top()); !taken_[next]) step = next;
      byGrowth_.pop();
    }
    while (step < 0 && !byRank_.empty()) {
      if (const int next = byRank_.top().second; !taken_[next]) step = next;
      byRank_.pop();
    }
    if (step >= 0) taken_[step] = true;
    return step;
  }

 private:
  template <class T>
  using Least = std::priority_queue<T, std::vector<T>, std::greater<T>>;
  const Order &rank_;
  std::vector<bool> taken_;
  Least<std::tuple<int64_t, int, int>> byGrowth_;
  Least<std::pair<int, int>> byRank_;
};

class Scheduler {
 public:
  explicit Scheduler(const BlockMemory &memory) : memory_(memory), before_(size()) {
    for (size_t i = 0; i < size(); ++i)
      for (int step : memory.steps()[i].after) before_[step].push_back(static_cast<int>(i));
  }

  /// From the first step on: a step takes what it writes, and gives back what nobody else has yet to read.
  Order forward(const Order &given) const {
    std::vector<int> waits(size()), unread(memory_.buffers().size());
    std::vector<int> readers(unread.size());  // those left, xor-ed: the one that is left in the end
    for (size_t i = 0; i < size(); ++i) waits[i] = static_cast<int>(step(i).after.size());
    for (size_t b = 0; b < unread.size(); ++b)
      for (int reader : memory_.buffers()[b].readers) ++unread[b], readers[b] ^= reader;
    auto growth = [&](int s) {
      int64_t bytes = 0;
      for (int b : step(s).writes) bytes += bytesOf(b);
      for (int b : step(s).reads)
        if (unread[b] == 1) bytes -= bytesOf(b);
      return bytes;
    };
    const Order rank = inverse(given);
    Queue queue(rank);
    addReady(queue, waits, growth);
    Order order;
    for (int s; (s = queue.take()) >= 0;) {
      order.push_back(s);
      for (int b : step(s).reads) {
        readers[b] ^= s;
        if (--unread[b] == 1 && !waits[readers[b]]) queue.update(readers[b], growth(readers[b]));
      }
      for (int next : before_[s])
        if (--waits[next] == 0) queue.add(next, growth(next));
    }
    return order;
  }

  /// From the last step on, against time: a step takes what it reads and nobody after it does, and gives back what it
  /// writes. So everything is made as late as it may be.
  Order backward(const Order &given) const {
    std::vector<int> waits(size());
    std::vector<bool> live(memory_.buffers().size());
    for (size_t i = 0; i < size(); ++i) waits[i] = static_cast<int>(before_[i].size());
    auto growth = [&](int s) {
      int64_t bytes = 0;
      for (int b : step(s).reads)
        if (!live[b]) bytes += bytesOf(b);
      for (int b : step(s).writes)
        if (live[b]) bytes -= bytesOf(b);
      return bytes;
    };
    Order rank = inverse(given);
    for (int &r : rank) r = -r;
    Queue queue(rank);
    addReady(queue, waits, growth);
    Order order;
    for (int s; (s = queue.take()) >= 0;) {
      order.push_back(s);
      for (int b : step(s).reads) {
        if (live[b]) continue;
        live[b] = true;
        for (int reader : memory_.buffers()[b].readers)
          if (!waits[reader]) queue.update(reader, growth(reader));
      }
      for (int previous : step(s).after)
        if (--waits[previous] == 0) queue.add(previous, growth(previous));
    }
    std::reverse(order.begin(), order.end());
    return order;
  }

 private:
  size_t size() const { return memory_.steps().size(); }
  const BlockMemory::Step &step(size_t i) const { return memory_.steps()[i]; }
  int64_t bytesOf(int buffer) const {
    const BlockMemory::Buffer &b = memory_.buffers()[buffer];
    return b.temporary ? b.bytes : 0;
  }
  void addReady(Queue &queue, const std::vector<int> &waits, llvm::function_ref<int64_t(int)> growth) const {
    for (int i = 0; i < static_cast<int>(size()); ++i)
      if (!waits[i]) queue.add(i, growth(i));
  }
  static Order inverse(const Order &order) {
    Order rank(order.size());
    for (size_t i = 0; i < order.size(); ++i) rank[order[i]] = static_cast<int>(i);
    return rank;
  }

  const BlockMemory &memory_;
  std::vector<llvm::SmallVector<int, 4>> before_;  // the steps that come after each
};

// Views follow what they are views of, before the first step that needs them.
void reorder(mlir::Block &block, const BlockMemory &memory, const Order &order) {
  mlir::Operation *end = block.getTerminator();
  llvm::DenseSet<mlir::Operation *> placed;
  auto place = [&](mlir::Operation *op) {
    for (mlir::Value x : op->getOperands()) {
      llvm::SmallVector<mlir::Operation *> views;
      for (mlir::Operation *v = x.getDefiningOp(); v && isView(v) && placed.insert(v).second;
           v = v->getOperand(0).getDefiningOp())
        views.push_back(v);
      for (mlir::Operation *view : llvm::reverse(views)) view->moveBefore(end);
    }
    if (op != end) op->moveBefore(end);
  };
  for (int step : order) place(memory.steps()[step].op);
  place(end);
  for (mlir::Operation *op = &block.front(); op != end && isView(op); op = &block.front())
    op->moveBefore(end);  // unused
}

void scheduleBlock(mlir::Block &block, InnerPeaks &inner) {
  const BlockMemory memory(block, inner);
  if (memory.steps().size() > kMostSteps) return;
  const int64_t given = memory.peak();
  if (given < kSmall) return;
  const Scheduler scheduler(memory);
  Order order(memory.steps().size());
  std::iota(order.begin(), order.end(), 0);
  const Order late = scheduler.backward(order);
  int64_t least = given - given / 64;  // for less, neighbours stay neighbours
  bool better = false;
  for (Order candidate : {scheduler.forward(order), late, scheduler.forward(late)})
    if (const int64_t peak = memory.peak(candidate); peak < least) least = peak, order = candidate, better = true;
  if (better) reorder(block, memory, order);
}

// Inner blocks first: what they need counts around them. What is inside kernels, where most ops are, has no order.
void scheduleRegion(mlir::Region &region, InnerPeaks &inner) {
  for (mlir::Block &block : region) {
    for (mlir::Operation &op : block)
      if (!mlir::isa<ir::KernelOp>(op))
        for (mlir::Region &own : op.getRegions()) scheduleRegion(own, inner);
    scheduleBlock(block, inner);
  }
}

}  // namespace

mlir::LogicalResult scheduleForMemory(mlir::func::FuncOp f) {
  InnerPeaks inner;
  scheduleRegion(f.getBody(), inner);
  return mlir::success();
}

#define GEN_PASS_DEF_SCHEDULEPASS
#include "passes/passes.h.inc"

namespace {

struct SchedulePass : impl::SchedulePassBase<SchedulePass> {
  void runOnOperation() override {
    if (failed(scheduleForMemory(getOperation()))) signalPassFailure();
  }
};

}  // namespace

}  // namespace fluxion::passes
