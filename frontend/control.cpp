#include "fluxion/control.h"

#include <algorithm>

namespace fluxion::detail {

namespace {

// Loops and branches whose bodies are being traced, one within the other. The compiler recurses over them.
class Nesting {
 public:
  explicit Nesting(std::string_view what) {
    if (depth_ >= kDeepest)
      fail<Error>(fmt::format("{}: loops and branches are nested more than {} deep", what, kDeepest));
    ++depth_;
  }
  ~Nesting() { --depth_; }
  Nesting(const Nesting &) = delete;
  Nesting &operator=(const Nesting &) = delete;

 private:
  static constexpr int kDeepest = 64;
  static thread_local int depth_;
};
thread_local int Nesting::depth_ = 0;

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
  const Nesting nesting(what);
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
Arrays run_bounded(const Body &condition, const Body &body, const Arrays &carry, const WhileOptions &options) {
  const int64_t max_steps = *options.max_steps;
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
  Attributes attributes{{"num_constants", static_cast<int64_t>(traced[0].captures.size())}, {"max_steps", max_steps}};
  if (options.keep_all) attributes.emplace_back("keep_all", true);
  return rest(stage_regions("fx.while", in, attributes, {traced[0].function, traced[1].function}));
}

}  // namespace

Arrays run_while(const Body &condition, const Body &body, const Arrays &carry, const WhileOptions &options,
                 const Paths &paths) {
  const Nesting nesting("while_loop");
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
  if (options.max_steps) return run_bounded(flag, checked, carry, options);
  std::array<Body, 2> bodies{flag, checked};
  std::vector<Traced> traced = trace_together("while", carry, bodies);
  Arrays in = traced[0].captures;
  append(in, carry);
  return stage_regions("fx.while", in, {{"num_constants", static_cast<int64_t>(traced[0].captures.size())}},
                       {traced[0].function, traced[1].function});
}

namespace {

Arrays run_loop(const Body &body, const Arrays &carry, const Arrays &xs, int64_t length, bool reverse) {
  const Nesting nesting("scan");
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

// `count` iterations one after the other: of carries and xs, each of them `count` long, to carries and stacked ys.
Arrays written_out(const Body &body, const Arrays &arguments, size_t carries, int64_t count, bool reverse) {
  Arrays state(arguments.begin(), arguments.begin() + static_cast<std::ptrdiff_t>(carries));
  std::vector<Arrays> ys;  // of each result that is stacked, all iterations
  for (int64_t k = 0; k < count; ++k) {
    Arrays in = state;
    for (size_t x = carries; x < arguments.size(); ++x) in.push_back(arguments[x][reverse ? count - 1 - k : k]);
    Arrays out = body(in);
    ys.resize(out.size() - carries);
    for (size_t y = carries; y < out.size(); ++y) ys[y - carries].push_back(out[y]);
    state.assign(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(carries));
  }
  for (Arrays &y : ys) {
    if (reverse) std::reverse(y.begin(), y.end());
    state.push_back(stack(y));
  }
  return state;
}

// Those of x from `begin` on, `count` times `each` of them.
Array blocks(const Array &x, int64_t begin, int64_t count, int64_t each) {
  std::vector<int64_t> sizes{count, each};
  sizes.insert(sizes.end(), x.shape().begin() + 1, x.shape().end());
  return reshape(x[slice(begin, begin + count * each)], sizes);
}

Arrays run_unrolled(const Body &body, const Arrays &carry, const Arrays &xs, int64_t length, const ScanOptions &o) {
  const int64_t each = std::min(o.unroll, length), count = length / each, rest = length % each;
  const size_t carries = carry.size();
  Body several = [&](const Arrays &in) { return written_out(body, in, carries, each, o.reverse); };
  // Those left over come last; of a loop that runs backwards, they are the first ones.
  Arrays whole, left;
  for (const Array &x : xs) {
    whole.push_back(blocks(x, o.reverse ? rest : 0, count, each));
    left.push_back(x[o.reverse ? slice(0, rest) : slice(length - rest, length)]);
  }
  Arrays out = run_loop(several, carry, whole, count, o.reverse);
  for (size_t y = carries; y < out.size(); ++y) {
    std::vector<int64_t> sizes(out[y].shape().begin() + 1, out[y].shape().end());
    sizes[0] = count * each;
    out[y] = reshape(out[y], sizes);
  }
  if (rest == 0) return out;
  Arrays last =
      run_loop(body, Arrays(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(carries)), left, rest, o.reverse);
  for (size_t y = carries; y < out.size(); ++y)
    last[y] = o.reverse ? concatenate({last[y], out[y]}) : concatenate({out[y], last[y]});
  return last;
}

}  // namespace

Arrays run_scan(const Body &body, const Arrays &carry, const Arrays &xs, int64_t length, const ScanOptions &options) {
  if (options.unroll < 1) fail<Error>(fmt::format("scan: unroll is {}, which has to be 1 or more", options.unroll));
  if (options.unroll == 1 || length <= 1) return run_loop(body, carry, xs, length, options.reverse);
  if (options.unroll < length || !is_tracing()) return run_unrolled(body, carry, xs, length, options);
  Arrays all = carry;
  append(all, xs);
  return written_out(body, all, carry.size(), length, options.reverse);
}

}  // namespace fluxion::detail
