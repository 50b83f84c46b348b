// Programs with everything looked up that does not change from run to run: functions instead of names, and for each
// buffer a base address and an offset. Internal to the executable.
#pragma once
#include <fluxion/buffer.h>

#include "runtime/host.h"
#include "runtime/library.h"
#include "runtime/program.h"

namespace fluxion::runtime {

class ThreadPool;

/// A buffer: bases[base] + offset. A run has a list of bases: the arena, the constants, the arguments, the results.
struct Located {
  int32_t base = 0;
  int64_t offset = 0;
};

inline void *at(void *const *bases, Located where) { return static_cast<char *>(bases[where.base]) + where.offset; }

struct Plan;
using PlanPtr = std::shared_ptr<const Plan>;

struct KernelPlan {
  KernelFunction function = nullptr;
  std::vector<Located> buffers;
  int64_t tiles = 1, grain = 1, scratch_bytes = 0;
};

struct GemmPlan {
  const GemmStep *step = nullptr;
  Located a, b, out;
  std::vector<Located> epilogue;
};

struct CallPlan {
  LibraryFunction function = nullptr;
  const CallStep *step = nullptr;
  std::vector<Located> buffers;
  HostFunctionPtr host;  // called instead of the function where it is there
};

struct CopyPlan {
  Located from, to;
  int64_t bytes = 0;
};

struct CasePlan {
  Located index, arena;
  std::vector<PlanPtr> branches;
  std::vector<Located> operands, results;
};

/// What travels round a loop: comes from `in`, ends in `result`, and stays in one place in between if the body can
/// update it in place; otherwise it alternates between `result` and `spare`.
struct CarryPlan {
  Located in, result, spare;
  int64_t bytes = 0;
  bool in_place = false;
};

struct WhilePlan {
  PlanPtr condition, body;
  std::vector<Located> constants;
  std::vector<CarryPlan> carries;
  Located flag, arena;
};

struct ScanPlan {
  struct Slices {
    Located all;
    int64_t stride = 0;
  };
  PlanPtr body;
  int64_t length = 0;
  bool reverse = false;
  std::vector<Located> constants;
  std::vector<CarryPlan> carries;
  std::vector<Slices> xs, ys;
  Located arena;
};

using StepPlan = std::variant<KernelPlan, GemmPlan, CallPlan, CopyPlan, CasePlan, WhilePlan, ScanPlan>;

struct Plan {
  ProgramPtr program;  // the steps' names, types and strides stay there
  std::vector<StepPlan> steps;
  std::vector<Buffer> constants;
  std::vector<void *> constant_addresses;
  int64_t bases = 0;     // of a run
  int64_t pointers = 0;  // the list of bases and all other lists of addresses that a run needs, nested ones included
};

/// Checks the program, loads its code and looks everything up.
PlanPtr make_plan(ProgramPtr program);

/// Runs the steps. `bases` lists plan.bases addresses; `stack` has room for plan.pointers - plan.bases more.
void run_plan(const Plan &plan, void *const *bases, void **stack, ThreadPool &pool);

/// The loops, in loops.cpp.
void run_while(const WhilePlan &loop, void *const *bases, void **stack, ThreadPool &pool);
void run_scan(const ScanPlan &loop, void *const *bases, void **stack, ThreadPool &pool);
/// Addresses that a loop lists for its carries, beside those of its nested programs.
int64_t carry_pointers(size_t carries);

/// Fills the list of bases of a run, save its arguments and results; returns where these belong.
void **begin_bases(const Plan &plan, void **bases, void *arena);

}  // namespace fluxion::runtime
