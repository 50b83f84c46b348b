#include "fluxion/control.h"

namespace fluxion::detail {

void check_same_types(std::string_view what, const Arrays &got, const Arrays &wanted) {
  bool same = got.size() == wanted.size();
  for (size_t i = 0; i < got.size() && same; ++i) {
    if (got[i].type() == wanted[i].type()) continue;
    fail<ShapeError>(fmt::format("{} changes its type: {} becomes {} in leaf {}", what, to_string(wanted[i].type()),
                                 to_string(got[i].type()), i));
  }
  if (!same)
    fail<ShapeError>(fmt::format("{} changes its structure: {} arrays become {}", what, wanted.size(), got.size()));
}

Arrays run_case(const Array &index, const std::vector<Body> &branches, const Arrays &operands) {
  if (branches.empty()) fail<Error>("switch_: there is no branch");
  if (index.ndim() != 0 || !is_integer(index.dtype()))
    fail<ShapeError>(fmt::format("switch_: the index is {}, not an integer scalar", to_string(index.type())));
  std::vector<Traced> traced = trace_together("branch", types_of(operands), branches);
  std::vector<ShapeDtype> first = result_types(traced[0].function);
  std::vector<trace::FunctionPtr> regions;
  for (const Traced &t : traced) {
    std::vector<ShapeDtype> types = result_types(t.function);
    for (size_t i = 0; i < std::max(types.size(), first.size()); ++i)
      if (i >= types.size() || i >= first.size() || !(types[i] == first[i]))
        fail<ShapeError>(fmt::format("cond: the branches' results differ: {} and {} in leaf {}",
                                     i < first.size() ? to_string(first[i]) : "nothing",
                                     i < types.size() ? to_string(types[i]) : "nothing", i));
    regions.push_back(t.function);
  }
  Arrays in{astype(index, i32)};
  append(in, traced[0].captures);
  append(in, operands);
  return stage_regions("fx.case", in, {}, regions);
}

namespace {

// The loop with a counter that ends it, in front of its carry.
Arrays run_bounded(const Body &condition, const Body &body, const Arrays &carry, int64_t max_steps) {
  if (max_steps < 0) fail<Error>(fmt::format("while_loop: max_steps is {}", max_steps));
  auto rest = [](const Arrays &all) { return Arrays(all.begin() + 1, all.end()); };
  Body counted = [&](const Arrays &tracers) {
    Arrays out{tracers[0] + 1};
    append(out, body(rest(tracers)));
    return out;
  };
  Body early = [&](const Arrays &tracers) {
    return Arrays{logical_and(tracers[0] < max_steps, condition(rest(tracers))[0])};
  };
  Arrays all{array(int64_t{0})};
  append(all, carry);
  std::array<Body, 2> bodies{early, counted};
  std::vector<Traced> traced = trace_together("while", types_of(all), bodies);
  Arrays in = traced[0].captures;
  append(in, all);
  return rest(stage_regions(
      "fx.while", in, {{"num_constants", static_cast<int64_t>(traced[0].captures.size())}, {"max_steps", max_steps}},
      {traced[0].function, traced[1].function}));
}

}  // namespace

Arrays run_while(const Body &condition, const Body &body, const Arrays &carry, std::optional<int64_t> max_steps) {
  Body checked = [&](const Arrays &tracers) {
    Arrays out = body(tracers);
    check_same_types("while_loop: the body's carry", out, carry);
    return out;
  };
  Body flag = [&](const Arrays &tracers) {
    Arrays out = condition(tracers);
    if (!(out[0].type() == ShapeDtype{{}, bool_}))
      fail<DTypeError>(fmt::format("while_loop: the condition gives {}, not bool[]", to_string(out[0].type())));
    return out;
  };
  if (max_steps) return run_bounded(flag, checked, carry, *max_steps);
  std::array<Body, 2> bodies{flag, checked};
  std::vector<Traced> traced = trace_together("while", types_of(carry), bodies);
  Arrays in = traced[0].captures;
  append(in, carry);
  return stage_regions("fx.while", in, {{"num_constants", static_cast<int64_t>(traced[0].captures.size())}},
                       {traced[0].function, traced[1].function});
}

Arrays run_scan(const Body &body, const Arrays &carry, const Arrays &xs, int64_t length, bool reverse) {
  std::vector<ShapeDtype> types = types_of(carry);
  for (const Array &x : xs) types.push_back({Shape(std::span(x.shape().sizes()).subspan(1)), x.dtype()});
  Traced traced = trace_function("scan", types, body, true);
  Arrays in = traced.captures;
  append(in, carry);
  append(in, xs);
  return stage_regions("fx.scan", in,
                       {{"num_constants", static_cast<int64_t>(traced.captures.size())},
                        {"num_carry", static_cast<int64_t>(carry.size())},
                        {"length", length},
                        {"reverse", reverse}},
                       {traced.function});
}

}  // namespace fluxion::detail
