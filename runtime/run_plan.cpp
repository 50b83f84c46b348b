// The steps of a plan, one after the other.
#include <algorithm>
#include <cstring>

#include "runtime/gemm.h"
#include "runtime/plan.h"
#include "runtime/profile.h"
#include "runtime/thread_pool.h"

namespace fluxion::runtime {
namespace {

/// What a step needs of the run it belongs to.
struct Run {
  void *const *bases;
  void **stack;
  ThreadPool &pool;

  void *const *addresses(const std::vector<Located> &buffers) const {
    for (size_t i = 0; i < buffers.size(); ++i) stack[i] = at(bases, buffers[i]);
    return stack;
  }
};

void run(const KernelPlan &step, const Run &context) {
  void *const *buffers = context.addresses(step.buffers);
  context.pool.parallel(step.tiles, step.grain, [&](int64_t begin, int64_t end, int) {
    step.function(buffers, begin, end, step.scratch_bytes > 0 ? thread_scratch(step.scratch_bytes) : nullptr);
  });
}

void run(const GemmPlan &step, const Run &context) {
  void *out = step.step->epilogue ? nullptr : at(context.bases, step.out);
  run_gemm(*step.step, at(context.bases, step.a), at(context.bases, step.b), out, context.addresses(step.epilogue),
           context.pool);
}

void run(const CallPlan &step, const Run &context) {
  const CallStep &call = *step.step;
  const int count = static_cast<int>(call.types.size());
  if (step.host)
    return step.host->call(context.addresses(step.buffers), call.types.data(), static_cast<int>(call.attributes[0]),
                           count);
  step.function(context.addresses(step.buffers), call.types.data(), count, call.attributes.data(),
                static_cast<int>(call.attributes.size()));
}

void run(const CopyPlan &step, const Run &context) {
  void *from = at(context.bases, step.from), *to = at(context.bases, step.to);
  if (from != to && step.bytes > 0) std::memmove(to, from, static_cast<size_t>(step.bytes));
}

void run(const CasePlan &step, const Run &context) {
  int32_t index = 0;
  std::memcpy(&index, at(context.bases, step.index), sizeof index);
  const auto last = static_cast<int32_t>(step.branches.size()) - 1;
  // As in StableHLO, the last branch stands for all numbers that there is no branch for, negative ones included.
  const Plan &branch = *step.branches[static_cast<size_t>(index < 0 || index > last ? last : index)];
  void **bases = context.stack;
  void **next = begin_bases(branch, bases, at(context.bases, step.arena));
  for (Located operand : step.operands) *next++ = at(context.bases, operand);
  for (Located result : step.results) *next++ = at(context.bases, result);
  run_plan(branch, bases, next, context.pool);
}

void run(const WhilePlan &step, const Run &context) { run_while(step, context.bases, context.stack, context.pool); }
void run(const ScanPlan &step, const Run &context) { run_scan(step, context.bases, context.stack, context.pool); }

}  // namespace

void **begin_bases(const Plan &plan, void **bases, void *arena) {
  bases[0] = arena;
  return std::copy(plan.constant_addresses.begin(), plan.constant_addresses.end(), bases + 1);
}

void run_plan(const Plan &plan, void *const *bases, void **stack, ThreadPool &pool) {
  const Run context = {bases, stack, pool};
  for (size_t i = 0; i < plan.steps.size(); ++i) {
    const profile::Scope scope(plan.program->steps[i]);
    std::visit([&](const auto &step) { run(step, context); }, plan.steps[i]);
  }
}

}  // namespace fluxion::runtime
