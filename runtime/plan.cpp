// Turns a program into a plan, and checks on the way that it does not contradict itself: it may come from a file.
#include "runtime/plan.h"

#include <fluxion/error.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <map>

#include "runtime/loader.h"
#include "runtime/size_class.h"

namespace fluxion::runtime {
namespace {

constexpr int kDeepest = 64;  // programs nested in programs; real ones have a handful

/// Plans by program, since the branches of many steps may be one program.
using Made = std::map<const Program *, PlanPtr>;

PlanPtr make(ProgramPtr program, Made &made, int depth);

class Planner {
 public:
  Planner(ProgramPtr program, Made &made, int depth) : program_(*program), made_(made), depth_(depth) {
    plan_.program = std::move(program);
    plan_.bases = static_cast<int64_t>(first_argument() + program_.arguments.size() + program_.results.size());
    if (program_.arena_bytes < 0) refuse("its arena has a negative size");
  }

  Plan finish() {
    copy_constants();
    plan_.steps.reserve(program_.steps.size());
    for (const Step &step : program_.steps) {
      plan_.steps.push_back(std::visit([this](const auto &s) -> StepPlan { return plan(s); }, step));
      ++step_;
    }
    plan_.pointers = plan_.bases + pointers_;
    return std::move(plan_);
  }

 private:
  [[noreturn]] void refuse(std::string_view what) const {
    throw CompileError(fmt::format("cannot run the program '{}': step {}: {}", program_.name, step_, what));
  }
  void check(bool ok, std::string_view what) const {
    if (!ok) refuse(what);
  }

  size_t first_argument() const { return 1 + program_.constants.size(); }

  void copy_constants() {
    for (const auto &[type, bytes] : program_.constants) {
      check(type.bytes() == static_cast<int64_t>(bytes.size()), "a constant has the wrong size");
      Buffer &buffer = plan_.constants.emplace_back(type.bytes());  // aligned, as strings are not
      std::memcpy(buffer.data(), bytes.data(), bytes.size());
      plan_.constant_addresses.push_back(buffer.data());
    }
  }

  /// The buffer of a reference, which has at least `bytes` from there on.
  Located locate(const BufferRef &ref, int64_t bytes = 0) const {
    size_t base = 0;
    int64_t size = program_.arena_bytes;
    const auto take = [&](const auto &list, size_t first) {
      check(ref.index >= 0 && static_cast<size_t>(ref.index) < list.size(), "it names a buffer that does not exist");
      base = first + static_cast<size_t>(ref.index);
      size = list[static_cast<size_t>(ref.index)].bytes();
    };
    if (ref.space == BufferRef::Space::constant) take(plan_.constants, 1);
    if (ref.space == BufferRef::Space::argument) take(program_.arguments, first_argument());
    if (ref.space == BufferRef::Space::result) take(program_.results, first_argument() + program_.arguments.size());
    check(ref.offset >= 0 && bytes >= 0 && ref.offset <= size && bytes <= size - ref.offset,
          "it reaches beyond the end of a buffer");
    return {static_cast<int32_t>(base), ref.offset};
  }

  std::vector<Located> locate(const std::vector<BufferRef> &refs) const {
    std::vector<Located> all;
    all.reserve(refs.size());
    for (const BufferRef &ref : refs) all.push_back(locate(ref));
    return all;
  }
  /// References that serve as arrays of these types.
  std::vector<Located> locate(const std::vector<BufferRef> &refs, const std::vector<ShapeDtype> &types) const {
    check(refs.size() == types.size(), "the numbers of arrays and of their types differ");
    std::vector<Located> all;
    for (size_t i = 0; i < refs.size(); ++i) all.push_back(locate(refs[i], types[i].bytes()));
    return all;
  }

  void need_pointers(size_t n) { pointers_ = std::max(pointers_, static_cast<int64_t>(n)); }

  PlanPtr nested(const ProgramPtr &program) {
    check(program != nullptr, "a nested program is missing");
    return make(program, made_, depth_ + 1);
  }

  void *address(const CodePtr &code) const {
    load(*code);
    return code->address;
  }

  StepPlan plan(const KernelStep &step) {
    check(step.code != nullptr, "a kernel has no code");
    need_pointers(step.buffers.size());
    return KernelPlan{reinterpret_cast<KernelFunction>(address(step.code)), locate(step.buffers), step.tiles,
                      step.grain, step.scratch_bytes};
  }

  StepPlan plan(const GemmStep &step) {
    GemmPlan gemm;
    gemm.step = &step;
    gemm.a = locate(step.a.buffer);
    gemm.b = locate(step.b.buffer);
    if (step.micro_kernel) address(step.micro_kernel);
    if (step.epilogue) {
      address(step.epilogue);
      gemm.epilogue = locate(step.epilogue_buffers);
    } else {
      gemm.out = locate(step.out.buffer);
    }
    const size_t dimensions = step.batch.size();
    for (const GemmStep::Operand *operand : {&step.a, &step.b, &step.out}) {
      if (operand == &step.out && step.epilogue) continue;
      check(operand->batch_strides.size() == dimensions, "a product has the wrong number of batch strides");
    }
    need_pointers(gemm.epilogue.size());
    return gemm;
  }

  StepPlan plan(const CallStep &step) {
    if (std::string_view name = step.function; name.starts_with(kHostPrefix)) {
      check(step.attributes.size() == 1 && step.attributes[0] >= 0 &&
                step.attributes[0] <= static_cast<int64_t>(step.types.size()),
            "a call of the host does not say how many operands it has");
      need_pointers(step.buffers.size());
      return CallPlan{nullptr, &step, locate(step.buffers, step.types), host_function(name.substr(kHostPrefix.size()))};
    }
    const LibraryFunction function = find_function(step.function);
    if (!function) refuse(fmt::format("the runtime has no function '{}'", step.function));
    need_pointers(step.buffers.size());
    return CallPlan{function, &step, locate(step.buffers, step.types), nullptr};
  }

  StepPlan plan(const CopyStep &step) {
    return CopyPlan{locate(step.from, step.bytes), locate(step.to, step.bytes), step.bytes};
  }

  StepPlan plan(const CaseStep &step) {
    CasePlan choice;
    choice.index = locate(step.index, size_of(i32));
    check(!step.branches.empty(), "a case has no branches");
    for (const ProgramPtr &branch : step.branches) {
      choice.branches.push_back(nested(branch));
      choice.operands = locate(step.operands, branch->arguments);
      choice.results = locate(step.results, branch->results);
      choice.arena = locate(step.arena, branch->arena_bytes);
      need_pointers(static_cast<size_t>(choice.branches.back()->pointers));
    }
    return choice;
  }

  /// The carries of a loop: arguments of `body` from `first` on, and its first results.
  template <class LoopStep>
  std::vector<CarryPlan> plan_carries(const LoopStep &step, size_t first) const {
    const size_t n = step.carry_in.size();
    const Program &body = *step.body;
    check(step.results.size() == n && step.spare.size() == n && step.carry_bytes.size() == n &&
              body.arguments.size() >= first + n && body.results.size() >= n,
          "a loop's carries do not match its body");
    std::vector<CarryPlan> carries(n);
    for (size_t i = 0; i < n; ++i) {
      CarryPlan &carry = carries[i];
      carry.bytes = step.carry_bytes[i];
      carry.in_place = i < body.aliases.size() && body.aliases[i] == static_cast<int32_t>(first + i);
      check(carry.bytes == body.arguments[first + i].bytes() && carry.bytes == body.results[i].bytes(),
            "a loop's carry does not have the size that its body expects");
      carry.in = locate(step.carry_in[i], carry.bytes);
      carry.result = locate(step.results[i], carry.bytes);
      if (!carry.in_place) carry.spare = locate(step.spare[i], carry.bytes);
    }
    return carries;
  }

  StepPlan plan(const WhileStep &step) {
    WhilePlan loop;
    loop.condition = nested(step.condition);
    loop.body = nested(step.body);
    const size_t constants = step.constants.size(), carries = step.carry_in.size();
    check(step.condition->arguments.size() == constants + carries &&
              step.body->arguments.size() == constants + carries && step.body->results.size() == carries,
          "a loop's arrays do not match its body or its condition");
    check(step.condition->results == std::vector<ShapeDtype>{{{}, bool_}}, "a loop's condition is not bool[]");
    loop.constants = locate_constants(step.constants, *step.body);
    loop.carries = plan_carries(step, constants);
    loop.flag = locate(step.flag, 1);
    loop.arena = locate(step.arena, std::max(step.condition->arena_bytes, step.body->arena_bytes));
    need_pointers(static_cast<size_t>(carry_pointers(carries) + loop.condition->pointers + loop.body->pointers));
    return loop;
  }

  std::vector<Located> locate_constants(const std::vector<BufferRef> &refs, const Program &body) const {
    return locate(refs, {body.arguments.begin(), body.arguments.begin() + static_cast<std::ptrdiff_t>(refs.size())});
  }

  StepPlan plan(const ScanStep &step) {
    ScanPlan loop;
    loop.body = nested(step.body);
    loop.length = step.length;
    loop.reverse = step.reverse;
    const size_t constants = step.constants.size(), carries = step.carry_in.size();
    const Program &body = *step.body;
    check(body.arguments.size() == constants + carries + step.xs.size() &&
              body.results.size() == carries + step.ys.size() && step.x_strides.size() == step.xs.size() &&
              step.y_strides.size() == step.ys.size() && step.length >= 0,
          "a scan's arrays do not match its body");
    loop.constants = locate_constants(step.constants, body);
    loop.carries = plan_carries(step, constants);
    for (size_t i = 0; i < step.xs.size(); ++i) {
      loop.xs.push_back(slices(step.xs[i], step.x_strides[i], step.length, body.arguments[constants + carries + i]));
    }
    for (size_t i = 0; i < step.ys.size(); ++i) {
      loop.ys.push_back(slices(step.ys[i], step.y_strides[i], step.length, body.results[carries + i]));
    }
    loop.arena = locate(step.arena, body.arena_bytes);
    need_pointers(static_cast<size_t>(carry_pointers(carries) + loop.body->pointers));
    return loop;
  }

  ScanPlan::Slices slices(const BufferRef &ref, int64_t stride, int64_t length, const ShapeDtype &slice) const {
    int64_t bytes = 0;
    const bool fits = stride >= 0 && !__builtin_mul_overflow(stride, std::max<int64_t>(length - 1, 0), &bytes) &&
                      !__builtin_add_overflow(bytes, length > 0 ? slice.bytes() : 0, &bytes);
    check(fits, "a scan's slices have an impossible stride");
    return {locate(ref, bytes), stride};
  }

  const Program &program_;
  Made &made_;
  int depth_;
  Plan plan_;
  size_t step_ = 0;
  int64_t pointers_ = 0;
};

PlanPtr make(ProgramPtr program, Made &made, int depth) {
  if (depth > kDeepest)
    throw CompileError(fmt::format("loops and branches of '{}' are nested more than {} deep",
                                   program->name.substr(0, program->name.find('.')), kDeepest));
  if (const auto found = made.find(program.get()); found != made.end()) return found->second;
  const Program *key = program.get();
  auto plan = std::make_shared<const Plan>(Planner(std::move(program), made, depth).finish());
  made.emplace(key, plan);
  return plan;
}

}  // namespace

PlanPtr make_plan(ProgramPtr program) {
  Made made;
  return make(std::move(program), made, 0);
}

}  // namespace fluxion::runtime
