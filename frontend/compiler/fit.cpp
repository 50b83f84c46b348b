// Targets for the pass are powers of a number near 1 of what the function takes by itself. So there are few of them,
// limits that lie near one another mean the same ones, and what is the least can be said for sure.
#include "frontend/compiler/fit.h"

#include <cmath>
#include <map>

#include "passes/memory/rematerialize.h"
#include "runtime/program_memory.h"

namespace fluxion {

namespace {

constexpr double kStep = 0.99;  // from a target to the next
constexpr int kRounds = 6;      // for gaps between buffers, which the pass does not foresee

class Fitter {
 public:
  Fitter(passes::Func &f, int threads, const codegen::Options &how, const runtime::ProgramPtr &program)
      : f_(f),
        threads_(threads),
        how_(how),
        all_(passes::temporariesAtOnce(*f)),
        least_(passes::leastTemporaries(*f)),
        beside_(peakOf(*program) - program->arena_bytes) {
    plans_[0] = {nullptr, program, peakOf(*program), true};
  }

  /// The plan to take: one that fits, or the least. None if code generation failed.
  mlir::FailureOr<int> find(int64_t most) {
    if (plans_[0].peak <= most) return 0;
    if (int found = tryFor(most); found != kNone) return found;
    int best = 0;
    for (int target : coarse()) {
      const Plan &plan = at(target);
      if (plan.peak < plans_[best].peak) best = target;
      if (plan.peak <= most) break;
    }
    while (plans_[best].peak > most) {
      const int found = tryFor(plans_[best].peak - 1);
      if (found == kNone) break;
      best = found;
    }
    if (failed_) return mlir::failure();
    return best;
  }
  /// Moves the plan out.
  void take(int number, runtime::ProgramPtr &program) {
    if (number == 0) return;
    program = plans_[number].program;
    f_ = std::move(plans_[number].f);
  }

 private:
  struct Plan {
    passes::Func f;
    runtime::ProgramPtr program;
    int64_t peak = INT64_MAX;
    bool reached = false;  // what the pass was asked for
  };
  static constexpr int kNone = -1;

  int64_t peakOf(const runtime::Program &program) const { return runtime::memory_of(program, threads_).peak(); }
  int64_t bytesOf(int target) const {
    return static_cast<int64_t>(static_cast<double>(all_) * std::pow(kStep, target));
  }
  /// The first target of at most so many bytes.
  int targetOf(int64_t bytes) const {
    int target = std::max(
        1, static_cast<int>(std::log(static_cast<double>(bytes) / static_cast<double>(all_)) / std::log(kStep)) - 1);
    while (bytesOf(target) > bytes) ++target;
    return target;
  }

  const Plan &at(int target) {
    auto [it, isNew] = plans_.try_emplace(target);
    Plan &plan = it->second;
    if (!isNew || failed_) return plan;
    plan.f = passes::Func(f_->clone());
    plan.reached = passes::rematerialize(*plan.f, bytesOf(target));
    auto program = codegen::compile(*plan.f, how_);
    failed_ = failed(program);
    if (failed_) return plan;
    plan.program = *program;
    plan.peak = peakOf(*plan.program);
    return plan;
  }

  int tryFor(int64_t most) {
    const int64_t allowed = most - beside_;
    if (allowed < least_) return kNone;
    int target = targetOf(allowed);
    for (int round = 0; round < kRounds && bytesOf(target) >= least_; ++round) {
      const Plan &plan = at(target);
      if (plan.peak <= most) return target;
      if (!plan.reached) break;
      target = targetOf(bytesOf(target) - std::max(plan.peak - most, all_ / 100));
    }
    return kNone;
  }

  // What is asked for in vain leads to different ends: the way to the least is often one to a little more.
  std::vector<int> coarse() const {
    std::vector<int> targets;
    for (double share : {3.5, 2.6, 2.0, 1.6, 1.25, 1.0})
      if (auto bytes = static_cast<int64_t>(share * static_cast<double>(std::max<int64_t>(least_, 64))); bytes < all_)
        targets.push_back(targetOf(bytes));
    return targets;
  }

  passes::Func &f_;
  const int threads_;
  const codegen::Options &how_;
  const int64_t all_, least_, beside_;  // temporaries at once, of the step that needs most, and what is no temporary
  std::map<int, Plan> plans_;           // by target; 0: as it was
  bool failed_ = false;
};

}  // namespace

mlir::LogicalResult fit(passes::Func &f, int64_t most, int threads, const codegen::Options &how,
                        runtime::ProgramPtr &program) {
  Fitter fitter(f, threads, how, program);
  const mlir::FailureOr<int> found = fitter.find(most);
  if (failed(found)) return mlir::failure();
  fitter.take(*found, program);
  return mlir::success();
}

}  // namespace fluxion
