#include "fluxion/custom.h"

#include <cstring>

#include "frontend/custom_internal.h"

namespace fluxion::detail {

void append_id(FunctionId &id, const void *type, const void *object, size_t bytes, bool by_value) {
  id.words.push_back(reinterpret_cast<uintptr_t>(type));
  if (!by_value) id.words.push_back(reinterpret_cast<uintptr_t>(object));
  if (!by_value) return;
  for (size_t i = 0; i < bytes; i += sizeof(uint64_t)) {
    uint64_t word = 0;
    std::memcpy(&word, static_cast<const char *>(object) + i, std::min(sizeof word, bytes - i));
    id.words.push_back(word);
  }
}

Arrays inexact(const Arrays &leaves) {
  Arrays out;
  for (const Array &a : leaves)
    if (is_inexact(a.dtype())) out.push_back(a);
  return out;
}

Arrays checked_tangents(std::string_view what, const Arrays &values, const Arrays &tangents) {
  if (tangents.size() != values.size())
    fail<ShapeError>(fmt::format("{} gives {} derivatives for {} arrays", what, tangents.size(), values.size()));
  Arrays out;
  for (size_t i = 0; i < values.size(); ++i) {
    if (!is_inexact(values[i].dtype())) continue;
    if (!(tangents[i].type() == values[i].type()))
      fail<ShapeError>(fmt::format("{} gives a derivative {} of leaf {}, which is {}", what,
                                   to_string(tangents[i].type()), i, to_string(values[i].type())),
                       made_at("derivative", tangents[i], current_location({})));
    out.push_back(tangents[i]);
  }
  return out;
}

namespace {
thread_local int64_t rules_around = 0;
}

RuleScope::RuleScope() : number_(++rules_around) {}
RuleScope::~RuleScope() { --rules_around; }

trace::FunctionPtr with_captures(const Traced &traced, const Captures &captures, const std::vector<ShapeDtype> &own) {
  std::vector<ShapeDtype> types = types_of(captures.all());
  types.insert(types.end(), own.begin(), own.end());
  const size_t count = captures.all().size();
  return trace_function("rule", types,
                        [&](const Arrays &tracers) {
                          Arrays arguments = part(tracers, count, own.size());
                          for (const Array &a : traced.captures) arguments.push_back(tracers[captures.number(a)]);
                          return call(traced.function, arguments);
                        })
      .function;
}

std::vector<ShapeDtype> inexact_types(const std::vector<ShapeDtype> &types) {
  std::vector<ShapeDtype> out;
  for (const ShapeDtype &t : types)
    if (is_inexact(t.dtype)) out.push_back(t);
  return out;
}

namespace {

// The rules of a function that are being traced by this thread. Where one uses the function itself, the op that stands
// for it has the rules of the op around it, since they cannot be traced without end. They take what all of them use
// from outside first, which is known once they have been traced; so rules that use their function are traced again.
struct Active {
  const FunctionId &id;
  std::vector<ShapeDtype> types;
  int64_t number;
  const Arrays *captures = nullptr;  // null in the first round
  bool used = false;
};
thread_local std::vector<Active *> active;

class Activation {
 public:
  explicit Activation(Active &a) { active.push_back(&a); }
  ~Activation() { active.pop_back(); }
  Activation(const Activation &) = delete;
  Activation &operator=(const Activation &) = delete;
};

Active *find_active(const FunctionId &id, const std::vector<ShapeDtype> &types) {
  constexpr size_t kDeepest = 200;
  if (active.size() > kDeepest)
    fail<Error>(
        "custom derivatives: rules call one another without end: a rule that calls its own function has to "
        "call the same object with arguments of the same types");
  for (auto it = active.rbegin(); it != active.rend(); ++it)
    if ((*it)->id == id && (*it)->types == types) return *it;
  return nullptr;
}

// Traces a body on captures that are known beforehand; `inputs` are what its first arguments stand for.
Traced trace_again(const std::vector<ShapeDtype> &types, const Body &body, const Arrays &captures,
                   const Arrays &inputs = {}) {
  Frame frame("rule", Values::known);
  Arrays tracers;
  for (size_t i = 0; i < types.size(); ++i)
    tracers.push_back(frame.argument(types[i], current_location({}), i < inputs.size() ? inputs[i] : Array()));
  for (const Array &a : captures) frame.lift(a, current_location({}));
  frame.seal();
  Arrays results = body(tracers);
  trace::FunctionPtr f = frame.finish(results);
  return {std::move(f), frame.captures()};
}

void check_values(std::string_view what, const std::vector<ShapeDtype> &got, const std::vector<ShapeDtype> &wanted) {
  if (got.size() < wanted.size())
    fail<ShapeError>(fmt::format("{} gives {} arrays, the function {}", what, got.size(), wanted.size()));
  for (size_t i = 0; i < wanted.size(); ++i)
    if (!(got[i] == wanted[i]))
      fail<ShapeError>(
          fmt::format("{} gives {} in leaf {}, the function {}", what, to_string(got[i]), i, to_string(wanted[i])));
}

// The op with a function's own rules; those of `around` where it is used within them.
Arrays stage_custom(std::string_view op, const Captures &captures, const Arrays &inputs,
                    std::vector<trace::FunctionPtr> regions, std::string_view mark, int64_t number) {
  return stage_regions(op, concat(captures.all(), inputs),
                       {{"num_constants", static_cast<int64_t>(captures.all().size())}, {mark, number}}, regions);
}

// The function within its own rule. In the first round its captures are not known: it is there to be traced, no more.
Arrays use_itself(Active &around, std::string_view op, const Body &primal, const Arrays &inputs, size_t regions) {
  around.used = true;
  if (!around.captures) {
    Traced traced = trace_function_at("primal", around.types, inputs, primal);
    return call(traced.function, concat(inputs, traced.captures));
  }
  Traced traced = trace_again(around.types, primal, *around.captures, inputs);
  Captures captures;
  captures.add(*around.captures);
  std::vector<trace::FunctionPtr> all(regions);
  all[0] = with_captures(traced, captures, around.types);
  return stage_custom(op, captures, inputs, all, "rule_of", around.number);
}

}  // namespace

Arrays run_custom(const CustomJvp &f, const Arrays &inputs) {
  const std::vector<ShapeDtype> types = types_of(inputs);
  if (Active *around = find_active(f.id, types)) return use_itself(*around, "fx.custom_jvp", f.primal, inputs, 2);
  Traced primal = trace_function_at("primal", types, inputs, f.primal);
  const std::vector<ShapeDtype> outputs = result_types(primal.function),
                                rule_types = concat(types, inexact_types(types));
  RuleScope scope;
  Active self{f.id, types, scope.number()};
  Activation activation(self);
  Traced rule = trace_function_at("rule", rule_types, inputs, f.rule);
  check_values("custom_jvp: the rule", result_types(rule.function), outputs);
  Captures captures;
  captures.add(primal.captures);
  captures.add(rule.captures);
  if (self.used) {
    self.captures = &captures.all();
    rule = trace_again(rule_types, f.rule, captures.all(), inputs);
  }
  return stage_custom("fx.custom_jvp", captures, inputs,
                      {with_captures(primal, captures, types), with_captures(rule, captures, rule_types)}, "id",
                      self.number);
}

Arrays run_custom(const CustomVjp &f, const Arrays &inputs) {
  const std::vector<ShapeDtype> types = types_of(inputs);
  if (Active *around = find_active(f.id, types)) return use_itself(*around, "fx.custom_vjp", f.primal, inputs, 3);
  Traced primal = trace_function_at("primal", types, inputs, f.primal);
  const std::vector<ShapeDtype> outputs = result_types(primal.function);
  RuleScope scope;
  Active self{f.id, types, scope.number()};
  Activation activation(self);
  Traced forward = trace_function_at("forward", types, inputs, f.forward);
  std::vector<ShapeDtype> made = result_types(forward.function);
  check_values("custom_vjp: fwd", made, outputs);
  std::vector<ShapeDtype> backward_types(made.begin() + static_cast<std::ptrdiff_t>(outputs.size()), made.end());
  backward_types = concat(backward_types, inexact_types(outputs));
  Traced backward = trace_function("backward", backward_types, f.backward);
  Captures captures;
  captures.add(primal.captures);
  captures.add(forward.captures);
  captures.add(backward.captures);
  if (self.used) {
    self.captures = &captures.all();
    forward = trace_again(types, f.forward, captures.all(), inputs);
    backward = trace_again(backward_types, f.backward, captures.all());
  }
  return stage_custom("fx.custom_vjp", captures, inputs,
                      {with_captures(primal, captures, types), with_captures(forward, captures, types),
                       with_captures(backward, captures, backward_types)},
                      "id", self.number);
}

Arrays run_custom(const CustomVmap &f, const Arrays &inputs) {
  const std::vector<ShapeDtype> types = types_of(inputs);
  auto mapped = [&](std::vector<ShapeDtype> list) {
    for (ShapeDtype &t : list) {
      std::vector<int64_t> sizes = t.shape.sizes();
      sizes.insert(sizes.begin(), f.size);
      t.shape = Shape(std::move(sizes));
    }
    return list;
  };
  Traced primal = trace_function("primal", types, f.primal), rule = trace_function("rule", mapped(types), f.rule);
  const std::vector<ShapeDtype> wanted = mapped(result_types(primal.function)), got = result_types(rule.function);
  check_values("custom_vmap: the rule", got, wanted);
  if (got.size() > wanted.size())
    fail<ShapeError>(fmt::format("custom_vmap: the rule gives {} arrays, the function {}", got.size(), wanted.size()));
  Captures captures;
  captures.add(primal.captures);
  captures.add(rule.captures);
  return stage_regions("fx.custom_vmap", concat(captures.all(), inputs),
                       {{"num_constants", static_cast<int64_t>(captures.all().size())}, {"axis_size", f.size}},
                       {with_captures(primal, captures, types), with_captures(rule, captures, mapped(types))});
}

Arrays run_checkpoint(const Body &body, const Arrays &inputs, const CheckpointOptions &options) {
  Traced traced = trace_function_at("checkpoint", types_of(inputs), inputs, body);
  std::string names;
  for (const std::string &name : options.policy.names) names += name + "\n";
  return stage_regions(
      "fx.checkpoint", concat(inputs, traced.captures),
      {{"policy", options.policy.kind}, {"names", names}, {"prevent_cse", options.prevent_cse}, {"barrier", false}},
      {traced.function});
}

LinearTranspose transpose_traced(const Traced &traced, const Arrays &arguments) {
  for (size_t i = 0; i < arguments.size(); ++i)
    check_differentiable("linear_transpose", arguments[i], fmt::format("{}", i));
  return {transform(traced.function, "transpose", {}, {}, static_cast<int64_t>(traced.captures.size()))[0],
          traced.captures, result_types(traced.function)};
}

Arrays transpose_call(const LinearTranspose &t, const Arrays &cotangents) {
  Arrays given;
  for (size_t i = 0; i < t.results.size(); ++i) {
    if (i < cotangents.size() && !(cotangents[i].type() == t.results[i]))
      fail<ShapeError>(fmt::format("linear_transpose: the cotangent of leaf {} is {}, the result {}", i,
                                   to_string(cotangents[i].type()), to_string(t.results[i])));
    given.push_back(cotangents.at(i));
  }
  return call(t.transposed, concat(t.constants, inexact(given)));
}

}  // namespace fluxion::detail

namespace fluxion {

Array checkpoint_name(const Operand &x, std::string_view name) {
  At at(x);
  if (name.find('\n') != std::string_view::npos) fail<Error>("checkpoint_name: a name has one line");
  if (!detail::is_tracing()) return asarray(x);
  return stage("fx.name", {asarray(x)}, {{"name", std::string(name)}});
}

}  // namespace fluxion
