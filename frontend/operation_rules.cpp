// The rules of users' operations as functions of the compiler, traced when a pass asks for them.
#include "frontend/frame.h"
#include "frontend/operation_state.h"
#include "trace/operations.h"

namespace fluxion::detail {
namespace {

using Types = std::vector<ShapeDtype>;

bool has_tangent(const ShapeDtype &t) { return is_inexact(t.dtype); }

void append_inexact(Types &to, std::span<const ShapeDtype> types) {
  std::copy_if(types.begin(), types.end(), std::back_inserter(to), has_tangent);
}

Types with_axis(std::span<const ShapeDtype> types, int64_t size) {
  Types out;
  for (const ShapeDtype &t : types) {
    std::vector<int64_t> sizes = t.shape.sizes();
    sizes.insert(sizes.begin(), size);
    out.push_back({Shape(std::move(sizes)), t.dtype});
  }
  return out;
}

// Arrays from outside that a rule uses are constants of it.
trace::FunctionPtr trace_rule(const OperationState &op, const Types &types, const Body &body) {
  Frame frame(op.name);
  Arrays tracers;
  for (const ShapeDtype &t : types) tracers.push_back(frame.argument(t, current_location({})));
  frame.seal();
  const Arrays results = body(tracers);
  trace::FunctionPtr f = frame.finish(results);
  if (!frame.captures().empty())
    throw Error("its rule uses an array that is being traced outside of it: make it an operand");
  return f;
}

void check(std::string_view what, const Arrays &got, std::span<const ShapeDtype> wanted) {
  if (got.size() != wanted.size())
    throw Error(fmt::format("{} gives {} arrays, not {}", what, got.size(), wanted.size()));
  for (size_t i = 0; i < got.size(); ++i) {
    if (!got[i].defined()) throw Error(fmt::format("{} gives an empty Array", what));
    if (!(got[i].type() == wanted[i]))
      throw Error(
          fmt::format("{} gives {} in place {}, not {}", what, to_string(got[i].type()), i, to_string(wanted[i])));
  }
}

// Tangents, or cotangents, one for each value: those that are given, and zeros for values that have none.
Arrays spread(std::span<const ShapeDtype> types, const Arrays &given, size_t from) {
  Arrays out;
  for (const ShapeDtype &t : types) out.push_back(has_tangent(t) ? given[from++] : zeros(t.shape, t.dtype));
  return out;
}

// A derivative rule on (x, y, d): with the results or without, as it takes them.
Arrays call_rule(std::string_view what, const OperationFunction &rule, const Arrays &x, const Arrays &y,
                 const Arrays &d) {
  Arrays in = x;
  if (rule.arity == x.size() + y.size() + d.size()) append(in, y);
  append(in, d);
  if (in.size() != rule.arity)
    throw Error(fmt::format("{} takes {} arrays; {} are operands and directions, with the results {}", what, rule.arity,
                            x.size() + d.size(), x.size() + y.size() + d.size()));
  return rule.call(0, in);
}

// Those of the values that have one; each is checked.
Arrays inexact_of(std::string_view what, const Arrays &got, std::span<const ShapeDtype> types) {
  if (got.size() != types.size())
    throw Error(fmt::format("{} gives {} arrays, not {}", what, got.size(), types.size()));
  Arrays out;
  Types wanted;
  for (size_t i = 0; i < types.size(); ++i)
    if (has_tangent(types[i])) out.push_back(got[i]), wanted.push_back(types[i]);
  check(what, out, wanted);
  return out;
}

class Known final : public trace::Operations {
 public:
  bool is_defined(std::string_view name) override { return find_operation(name) != nullptr; }

  bool has(std::string_view name, OperationRule rule, std::span<const ShapeDtype> operands) override {
    const OperationState *op = find_operation(name);
    if (!op) return false;
    if (rule == OperationRule::kernel) return op->kernel_for(operands) != nullptr;
    return rule_of(*op, rule).call != nullptr;
  }

  OperationBatching batching(std::string_view name) override {
    const OperationState *op = find_operation(name);
    return op ? op->batching : OperationBatching::none;
  }

  bool is_linear_in(std::string_view name, size_t operand) override {
    const OperationState *op = find_operation(name);
    return op && std::count(op->linear.begin(), op->linear.end(), static_cast<int64_t>(operand)) > 0;
  }

  trace::FunctionPtr rule(std::string_view name, OperationRule which, std::span<const ShapeDtype> operands,
                          std::span<const ShapeDtype> results, int64_t axis_size) override {
    const OperationState *op = find_operation(name);
    if (!op) throw Error("it is not defined in this process");
    const OperationFunction &rule = rule_of(*op, which);
    if (!rule.call) throw Error("there is no such rule");
    Types types(operands.begin(), operands.end());
    const size_t n = operands.size(), m = results.size();
    if (which == OperationRule::function || which == OperationRule::vmap) {
      const bool mapped = which == OperationRule::vmap;
      const char *what = mapped ? "its batching rule" : "its function";
      const Types wanted = mapped ? with_axis(results, axis_size) : Types(results.begin(), results.end());
      return trace_rule(*op, mapped ? with_axis(operands, axis_size) : types, [&](const Arrays &in) {
        Arrays out = rule.call(axis_size, in);
        check(what, out, wanted);
        return out;
      });
    }
    const bool forward = which == OperationRule::jvp;
    const char *what = forward ? "its jvp rule" : "its vjp rule";
    types.insert(types.end(), results.begin(), results.end());
    append_inexact(types, forward ? operands : results);
    return trace_rule(*op, types, [&](const Arrays &in) {
      const Arrays d = spread(forward ? operands : results, in, n + m);
      return inexact_of(what, call_rule(what, rule, part(in, 0, n), part(in, n, m), d), forward ? results : operands);
    });
  }

 private:
  static const OperationFunction &rule_of(const OperationState &op, OperationRule rule) {
    switch (rule) {
      case OperationRule::jvp:
        return op.jvp;
      case OperationRule::vjp:
        return op.vjp;
      case OperationRule::vmap:
        return op.vmap;
      default:
        return op.function;
    }
  }
};

}  // namespace
}  // namespace fluxion::detail

namespace fluxion::trace {

Operations &operations() {
  static auto *const known = new detail::Known;
  return *known;
}

}  // namespace fluxion::trace
