#include "fluxion/control.h"

namespace fluxion::detail {

namespace {

// Of the first difference between lists of types: leaf and types, "nothing" where a list has ended.
struct Difference {
  size_t leaf;
  std::string first, second;
};
std::optional<Difference> difference(const std::vector<ShapeDtype> &a, const std::vector<ShapeDtype> &b) {
  for (size_t i = 0; i < std::max(a.size(), b.size()); ++i)
    if (i >= a.size() || i >= b.size() || !(a[i] == b[i]))
      return Difference{i, i < a.size() ? to_string(a[i]) : "nothing", i < b.size() ? to_string(b[i]) : "nothing"};
  return {};
}

}  // namespace

void check_same_types(std::string_view what, const Arrays &got, const Arrays &wanted, const Paths &paths) {
  if (got.size() != wanted.size())
    fail<ShapeError>(fmt::format("{} changes its structure: {} arrays become {}", what, wanted.size(), got.size()));
  std::optional<Difference> d = difference(types_of(wanted), types_of(got));
  if (!d) return;
  const Location op = current_location({});
  fail<ShapeError>(
      fmt::format("{} changes its type{}: {} becomes {}", what, at_path(paths, d->leaf), d->first, d->second),
      made_at("first", wanted[d->leaf], op) + made_at("then", got[d->leaf], op));
}

namespace {

void check_branches(std::string_view what, const std::vector<Traced> &traced, const Paths &paths) {
  const bool cond = what == "cond";  // its branches are on_false and on_true
  const std::vector<ShapeDtype> first = result_types(traced[0].function);
  for (size_t k = 1; k < traced.size(); ++k) {
    const std::vector<ShapeDtype> types = result_types(traced[k].function);
    std::optional<Difference> d = difference(first, types);
    if (!d) continue;
    const std::string names[] = {cond ? "on_false" : "branch 0", cond ? "on_true" : fmt::format("branch {}", k)};
    std::string notes;
    const Location op = current_location({});
    if (d->leaf < first.size()) notes += made_at(names[0] + "'s", first[d->leaf], traced[0].made[d->leaf], op);
    if (d->leaf < types.size()) notes += made_at(names[1] + "'s", types[d->leaf], traced[k].made[d->leaf], op);
    fail<ShapeError>(fmt::format("{}: the branches' results differ{}: {} gives {}, {} {}", what,
                                 at_path(paths, d->leaf), names[0], d->first, names[1], d->second),
                     notes);
  }
}

}  // namespace

Arrays run_case(std::string_view what, const Array &index, const std::vector<Body> &branches, const Arrays &operands,
                const Paths &paths) {
  if (branches.empty()) fail<Error>("switch_: there is no branch");
  if (index.ndim() != 0 || !is_integer(index.dtype()))
    fail<ShapeError>(fmt::format("{}: the {} is {}, not {}", what, what == "cond" ? "predicate" : "index",
                                 to_string(index.type()), what == "cond" ? "bool[]" : "an integer scalar"));
  std::vector<Traced> traced = trace_together("branch", operands, branches);
  check_branches(what, traced, paths);
  std::vector<trace::FunctionPtr> regions;
  for (const Traced &t : traced) regions.push_back(t.function);
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
  std::vector<Traced> traced = trace_together("while", all, bodies);
  Arrays in = traced[0].captures;
  append(in, all);
  return rest(stage_regions(
      "fx.while", in, {{"num_constants", static_cast<int64_t>(traced[0].captures.size())}, {"max_steps", max_steps}},
      {traced[0].function, traced[1].function}));
}

}  // namespace

Arrays run_while(const Body &condition, const Body &body, const Arrays &carry, std::optional<int64_t> max_steps,
                 const Paths &paths) {
  Body checked = [&](const Arrays &tracers) {
    Arrays out = body(tracers);
    check_same_types("while_loop: the body's carry", out, carry, paths);
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
  std::vector<Traced> traced = trace_together("while", carry, bodies);
  Arrays in = traced[0].captures;
  append(in, carry);
  return stage_regions("fx.while", in, {{"num_constants", static_cast<int64_t>(traced[0].captures.size())}},
                       {traced[0].function, traced[1].function});
}

Arrays run_scan(const Body &body, const Arrays &carry, const Arrays &xs, int64_t length, bool reverse) {
  std::vector<ShapeDtype> types = types_of(carry);
  Arrays like = carry;
  append(like, xs);
  for (const Array &x : xs) types.push_back({Shape(std::span(x.shape().sizes()).subspan(1)), x.dtype()});
  Traced traced = trace_function("scan", types, body, true, like);
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
