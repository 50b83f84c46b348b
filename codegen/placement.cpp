#include "codegen/placement.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace fluxion::codegen {

namespace {

constexpr int64_t kMostPairs = 12'000'000;  // of buffers that are compared: some ten milliseconds
constexpr int kMostRounds = 40;

using Order = std::vector<int>;

/// What is live at once, whatever the places.
int64_t least(const std::vector<Lifetime> &buffers) {
  int steps = 0;
  for (const Lifetime &b : buffers) steps = std::max(steps, b.last + 2);
  std::vector<int64_t> change(static_cast<size_t>(steps));
  for (const Lifetime &b : buffers) {
    change[static_cast<size_t>(b.first)] += b.bytes;
    change[static_cast<size_t>(b.last) + 1] -= b.bytes;
  }
  int64_t live = 0, most = 0;
  for (int64_t c : change) live += c, most = std::max(most, live);
  return most;
}

/// Each into the tightest gap that is free during its whole life.
class Placing {
 public:
  explicit Placing(std::vector<Lifetime> &buffers) : buffers_(buffers) {}

  int64_t run(const Order &order) {
    placed_.clear();
    int64_t arena = 0;
    for (int i : order) arena = std::max(arena, put(buffers_[static_cast<size_t>(i)]));
    return arena;
  }
  int64_t pairs() const { return pairs_; }

 private:
  struct Placed {
    int64_t offset, end;
    int first, last;
  };

  int64_t put(Lifetime &b) {
    int64_t place = -1, tightest = INT64_MAX, end = 0;
    for (const Placed &other : placed_) {  // by offset, side by side in memory: a buffer is compared with all before it
      if (other.last < b.first || b.last < other.first) continue;
      const int64_t gap = other.offset - end;
      if (gap >= b.bytes && gap < tightest) place = end, tightest = gap;
      end = std::max(end, other.end);
    }
    pairs_ += static_cast<int64_t>(placed_.size());
    b.offset = place >= 0 ? place : end;
    const Placed here{b.offset, b.offset + b.bytes, b.first, b.last};
    auto byOffset = [](const Placed &x, const Placed &y) { return x.offset < y.offset; };
    placed_.insert(std::upper_bound(placed_.begin(), placed_.end(), here, byOffset), here);
    return here.end;
  }

  std::vector<Lifetime> &buffers_;
  std::vector<Placed> placed_;
  int64_t pairs_ = 0;
};

class Search {
 public:
  explicit Search(std::vector<Lifetime> &buffers)
      : buffers_(buffers), placing_(buffers), least_(least(buffers)), all_(buffers.size()) {
    std::iota(all_.begin(), all_.end(), 0);
  }

  int64_t run() {
    auto bytes = [](const Lifetime &b) { return static_cast<double>(b.bytes); };
    auto steps = [](const Lifetime &b) { return static_cast<double>(b.last - b.first + 1); };
    attemptBy(bytes);
    attemptBy([&](const Lifetime &b) { return bytes(b) * steps(b); });
    attemptBy(steps);
    attemptBy([&](const Lifetime &b) { return -static_cast<double>(b.first); });
    climb();
    return finish();
  }

 private:
  // Not before the first attempt.
  bool isDone() const { return arena_ - arena_ / 100 <= least_ || placing_.pairs() > kMostPairs; }

  // The largest values first.
  template <class F>
  void attemptBy(F value) {
    if (isDone()) return;
    Order order = all_;
    std::sort(order.begin(), order.end(), [&](int a, int b) {
      return std::pair(-value(buffers_[static_cast<size_t>(a)]), a) <
             std::pair(-value(buffers_[static_cast<size_t>(b)]), b);
    });
    attempt(std::move(order));
  }

  void attempt(Order order) {
    const int64_t arena = placing_.run(order);
    if (arena >= arena_) return;
    arena_ = arena;
    best_ = std::move(order);
    offsets_.clear();
    for (const Lifetime &b : buffers_) offsets_.push_back(b.offset);
  }

  // What sticks out gets its place before all others.
  void climb() {
    for (int round = 0; round < kMostRounds && !isDone(); ++round) {
      const int64_t before = arena_, allowed = std::max(least_, before - (before - least_) / (2 + round % 3));
      Order order, rest;
      for (int i : best_) {
        const bool sticksOut = offsets_[static_cast<size_t>(i)] + buffers_[static_cast<size_t>(i)].bytes > allowed;
        (sticksOut ? order : rest).push_back(i);
      }
      order.insert(order.end(), rest.begin(), rest.end());
      attempt(std::move(order));
      if (arena_ == before && round % 3 == 2) break;
    }
  }

  int64_t finish() {
    for (size_t i = 0; i < buffers_.size(); ++i) buffers_[i].offset = offsets_[i];
    return buffers_.empty() ? 0 : arena_;
  }

  std::vector<Lifetime> &buffers_;
  Placing placing_;
  const int64_t least_;
  Order all_, best_;
  std::vector<int64_t> offsets_;  // of the best
  int64_t arena_ = INT64_MAX;
};

}  // namespace

int64_t place(std::vector<Lifetime> &buffers) { return Search(buffers).run(); }

}  // namespace fluxion::codegen
