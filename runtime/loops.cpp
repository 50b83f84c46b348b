// while and scan. What a loop carries alternates between two places, so that no iteration copies it, or stays in one
// place where the body can update it there.
#include <cstring>
#include <vector>

#include "runtime/allocator.h"
#include "runtime/plan.h"

namespace fluxion::runtime {
namespace {

void copy(void *to, const void *from, int64_t bytes) {
  if (to != from && bytes > 0) std::memcpy(to, from, static_cast<size_t>(bytes));
}

bool overlap(const void *a, int64_t a_bytes, const void *b, int64_t b_bytes) {
  const auto x = reinterpret_cast<uintptr_t>(a), y = reinterpret_cast<uintptr_t>(b);
  return x < y + static_cast<uintptr_t>(b_bytes) && y < x + static_cast<uintptr_t>(a_bytes);
}

/// The carries of one run of a loop. Each is at `current`, and the next iteration writes it to `next`.
class Carries {
 public:
  /// `stack` has room for carry_pointers(plans.size()) addresses.
  Carries(const std::vector<CarryPlan> &plans, void *const *bases, void **stack)
      : plans_(plans),
        current_(stack),
        next_(stack + plans.size()),
        result_(next_ + plans.size()),
        spare_(result_ + plans.size()) {
    for (size_t i = 0; i < plans.size(); ++i) {
      current_[i] = at(bases, plans[i].in);
      result_[i] = at(bases, plans[i].result);
      spare_[i] = plans[i].in_place ? result_[i] : at(bases, plans[i].spare);
    }
    for (size_t i = 0; i < plans.size(); ++i) stage(i);
  }

  /// Chooses where the first of `iterations` writes: such that the last writes the results, where that is possible.
  void start(int64_t iterations) {
    for (size_t i = 0; i < plans_.size(); ++i) {
      if (plans_[i].in_place) {
        copy(result_[i], current_[i], plans_[i].bytes);
        current_[i] = next_[i] = result_[i];
      } else {
        void *wanted = iterations % 2 == 1 ? result_[i] : spare_[i];
        next_[i] = wanted != current_[i] ? wanted : other(i, wanted);
      }
    }
  }

  void advance() {
    for (size_t i = 0; i < plans_.size(); ++i) {
      current_[i] = next_[i];
      if (!plans_[i].in_place) next_[i] = other(i, current_[i]);
    }
  }

  void finish() {
    for (size_t i = 0; i < plans_.size(); ++i) copy(result_[i], current_[i], plans_[i].bytes);
  }

  size_t size() const { return plans_.size(); }
  void *current(size_t i) const { return current_[i]; }
  void *next(size_t i) const { return next_[i]; }

 private:
  void *other(size_t i, const void *place) const { return place == result_[i] ? spare_[i] : result_[i]; }

  /// A carry may come in the very place of its own result or spare. Where it comes in the way of another one (results
  /// may take the memory of arguments that were given up, in another order) it is moved away first.
  void stage(size_t i) {
    const int64_t bytes = plans_[i].bytes;
    bool moves = false;
    for (size_t j = 0; j < plans_.size() && !moves; ++j) {
      for (const void *place : {result_[j], spare_[j]}) {
        moves = moves || (overlap(current_[i], bytes, place, plans_[j].bytes) && !(i == j && place == current_[i]));
      }
    }
    if (!moves) return;
    const Buffer &away = moved_.emplace_back(bytes);
    copy(away.data(), current_[i], bytes);
    current_[i] = away.data();
  }

  const std::vector<CarryPlan> &plans_;
  void **current_, **next_, **result_, **spare_;
  std::vector<Buffer> moved_;
};

/// The list of bases of a nested program, of which the constants stay and the carries change.
class Nested {
 public:
  Nested(const Plan &plan, void **bases, void *const *outer, Located arena, const std::vector<Located> &constants)
      : plan_(plan), bases_(bases), carries_(begin_bases(plan, bases, at(outer, arena))) {
    for (Located constant : constants) *carries_++ = at(outer, constant);
    results_ = bases + plan.bases - plan.program->results.size();
  }
  void read(const Carries &carries) {
    for (size_t i = 0; i < carries.size(); ++i) carries_[i] = carries.current(i);
  }
  void write(const Carries &carries) {
    for (size_t i = 0; i < carries.size(); ++i) results_[i] = carries.next(i);
  }
  void **after_carries(size_t n) { return carries_ + n; }
  void **results() { return results_; }
  void run(void **stack, ThreadPool &pool) const { run_plan(plan_, bases_, stack, pool); }

 private:
  const Plan &plan_;
  void **bases_, **carries_, **results_ = nullptr;
};

}  // namespace

int64_t carry_pointers(size_t carries) { return 4 * static_cast<int64_t>(carries); }

void run_while(const WhilePlan &loop, void *const *bases, void **stack, ThreadPool &pool) {
  Carries carries(loop.carries, bases, stack);
  stack += carry_pointers(carries.size());
  Nested condition(*loop.condition, stack, bases, loop.arena, loop.constants);
  stack += loop.condition->bases;
  Nested body(*loop.body, stack, bases, loop.arena, loop.constants);
  stack += loop.body->bases;
  auto *flag = static_cast<const char *>(at(bases, loop.flag));
  condition.results()[0] = at(bases, loop.flag);
  carries.start(1);  // as if it ran once: then no copy is needed after one iteration, or any odd number
  for (;;) {
    condition.read(carries);
    condition.run(stack, pool);
    if (*flag == 0) break;
    body.read(carries);
    body.write(carries);
    body.run(stack, pool);
    carries.advance();
  }
  carries.finish();
}

void run_scan(const ScanPlan &loop, void *const *bases, void **stack, ThreadPool &pool) {
  Carries carries(loop.carries, bases, stack);
  stack += carry_pointers(carries.size());
  Nested body(*loop.body, stack, bases, loop.arena, loop.constants);
  stack += loop.body->bases;
  void **xs = body.after_carries(carries.size()), **ys = body.results() + carries.size();
  carries.start(loop.length);
  for (int64_t i = 0; i < loop.length; ++i) {
    const int64_t slice = loop.reverse ? loop.length - 1 - i : i;
    for (size_t j = 0; j < loop.xs.size(); ++j) {
      xs[j] = static_cast<char *>(at(bases, loop.xs[j].all)) + slice * loop.xs[j].stride;
    }
    for (size_t j = 0; j < loop.ys.size(); ++j) {
      ys[j] = static_cast<char *>(at(bases, loop.ys[j].all)) + slice * loop.ys[j].stride;
    }
    body.read(carries);
    body.write(carries);
    body.run(stack, pool);
    carries.advance();
  }
  carries.finish();
}

}  // namespace fluxion::runtime
