#include "fluxion/implicit.h"

#include "frontend/custom_internal.h"

namespace fluxion::detail {

namespace {

void check_types(std::string_view what, const trace::FunctionPtr &f, const std::vector<ShapeDtype> &wanted) {
  std::vector<ShapeDtype> got = result_types(f);
  if (got.size() < wanted.size())
    fail<ShapeError>(fmt::format("{} gives {} arrays for {}", what, got.size(), wanted.size()));
  for (size_t i = 0; i < wanted.size(); ++i)
    if (!(got[i] == wanted[i]))
      fail<ShapeError>(fmt::format("{} gives {} in leaf {}, not {}", what, to_string(got[i]), i, to_string(wanted[i])));
}

}  // namespace

Arrays run_linear_solve(const LinearSolve &s, const Arrays &b) {
  for (const Array &a : b) check_differentiable("custom_linear_solve", a, "of b");
  const std::vector<ShapeDtype> types = types_of(b);
  Captures captures;
  std::vector<Traced> traced;
  for (const Body *body : {&s.matvec, &s.solve, &s.transpose_solve}) {
    if (!*body) continue;
    traced.push_back(body == &s.solve ? trace_function_at("solve", types, b, *body)
                                      : trace_function("solve", types, *body));
    captures.add(traced.back().captures);
  }
  check_types("custom_linear_solve: matvec", traced[0].function, types);
  check_types("custom_linear_solve: solve", traced[1].function, types);
  std::vector<trace::FunctionPtr> regions{with_captures(traced[0], captures, types),
                                          with_captures(traced[1], captures, types), nullptr, nullptr};
  if (traced.size() > 2) {
    check_types("custom_linear_solve: transpose_solve", traced[2].function, types);
    regions[3] = with_captures(traced[2], captures, types);
  }
  return stage_regions("fx.linear_solve", concat(captures.all(), b),
                       {{"num_constants", static_cast<int64_t>(captures.all().size())}, {"symmetric", s.symmetric}},
                       regions);
}

namespace {

// Numbers of the floating-point ones.
std::vector<int64_t> inexact_numbers(const Arrays &arrays, size_t from) {
  std::vector<int64_t> out;
  for (size_t i = 0; i < arrays.size(); ++i)
    if (is_inexact(arrays[i].dtype())) out.push_back(static_cast<int64_t>(from + i));
  return out;
}

// The rule of a root: the solution again, and what follows from f′(x)·ẋ = −ḟ, where ḟ comes from the captures of f.
struct RootRule {
  const Root &root;
  const Traced &f;
  const Traced &solve;
  const Captures &captures;
  const Arrays &guess;
  int64_t number;

  Arrays tangents(const Arrays &x, const Arrays &captured) const {
    std::vector<int64_t> wrt = inexact_numbers(f.captures, x.size());
    std::vector<ShapeDtype> types = result_types(f.function);
    Arrays slope;
    if (wrt.empty()) {
      for (const ShapeDtype &t : types) slope.push_back(zeros(t.shape, t.dtype));
    } else {
      Arrays in = concat(x, f.captures);
      for (int64_t i : wrt) in.push_back(captured[captures.number(f.captures[static_cast<size_t>(i) - x.size()])]);
      Arrays out = call(transform(f.function, "jvp", wrt)[0], in);
      slope = part(out, types.size(), types.size());
    }
    return root.tangent(concat(x, slope));
  }

  // The captures are the frame's own first arguments; so what the bodies use from outside is what they stand for.
  trace::FunctionPtr trace(const std::vector<ShapeDtype> &guess_types) const {
    Frame frame("rule");
    for (const Array &a : captures.all()) frame.lift(a, current_location({}));
    auto declare = [&](const std::vector<ShapeDtype> &types) {
      Arrays out;
      for (const ShapeDtype &t : types) out.push_back(frame.argument(t, current_location({})));
      return out;
    };
    Arrays from = declare(guess_types), given = declare(inexact_types(types_of(captures.all())));
    declare(inexact_types(guess_types));
    frame.seal();
    Arrays captured;  // the tangent of each capture that has one
    size_t next = 0;
    for (const Array &a : captures.all()) captured.push_back(is_inexact(a.dtype()) ? given[next++] : a);
    // The root again, not the way to it: its derivatives are those of the root, too.
    Arrays found = stage_regions("fx.custom_jvp", concat(captures.all(), from),
                                 {{"num_constants", int64_t{0}}, {"rule_of", number}},
                                 {with_captures(solve, captures, guess_types), nullptr});
    Arrays results = found;
    Arrays x = part(found, 0, guess.size()), more = part(found, guess.size(), found.size() - guess.size());
    append(results, checked_tangents("custom_root: tangent_solve", x, tangents(x, captured)));
    for (const Array &a : inexact(more)) results.push_back(zeros_like(a));
    return frame.finish(results, /*captures_first=*/true);
  }
};

}  // namespace

Arrays run_root(const Root &root, const Arrays &guess) {
  for (const Array &a : guess) check_differentiable("custom_root", a, "of the guess");
  const std::vector<ShapeDtype> types = types_of(guess);
  Traced f = trace_function("f", types, root.f), solve = trace_function_at("solve", types, guess, root.solve),
         tangent = trace_function("tangent_solve", concat(types, result_types(f.function)), root.tangent);
  check_types("custom_root: f", f.function, types);
  check_types("custom_root: solve", solve.function, types);
  Captures captures;
  for (const Traced *t : {&f, &solve, &tangent}) captures.add(t->captures);
  RuleScope scope;
  RootRule rule{root, f, solve, captures, guess, scope.number()};
  return stage_regions("fx.custom_jvp", concat(captures.all(), guess),
                       {{"num_constants", int64_t{0}}, {"id", rule.number}},
                       {with_captures(solve, captures, types), rule.trace(types)});
}

}  // namespace fluxion::detail
