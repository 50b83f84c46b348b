// Functions that say themselves how they are differentiated: custom_jvp, custom_vjp, linear_call, checkpoint,
// custom_linear_solve, custom_root.
#pragma once
#include <any>

#include <fluxion/transforms.h>

namespace fluxion {

namespace detail {

/// Which function it is: the same for calls of the same object, or of equal ones. By it a rule that uses its own
/// function is recognised.
struct FunctionId {
  std::vector<uint64_t> words;
  bool operator==(const FunctionId &) const = default;
};
void append_id(FunctionId &id, const void *type, const void *object, size_t bytes, bool by_value);

template <class T>
inline constexpr char type_mark = 0;

template <class... F>
FunctionId id_of(const F &...functions) {
  FunctionId id;
  (append_id(id, &type_mark<F>, static_cast<const void *>(&functions), std::is_empty_v<F> ? 0 : sizeof(F),
             std::is_trivially_copyable_v<F>),
   ...);
  return id;
}

/// The rules as functions of leaves. `primal`: inputs -> outputs.
struct CustomJvp {
  FunctionId id;
  Body primal;
  Body rule;  // inputs, tangents of the floating-point ones -> outputs, tangents of the floating-point ones
};
Arrays run_custom(const CustomJvp &f, const Arrays &inputs);

struct CustomVjp {
  FunctionId id;
  Body primal;
  Body forward;   // inputs -> outputs, residuals
  Body backward;  // residuals, cotangents of floating-point outputs -> cotangents of floating-point inputs
};
Arrays run_custom(const CustomVjp &f, const Arrays &inputs);

/// The leaves that have tangents.
Arrays inexact(const Arrays &leaves);
/// Checks that a rule gave a tangent (cotangent) of each value's type, and gives those of floating-point values.
Arrays checked_tangents(std::string_view what, const Arrays &values, const Arrays &tangents);

/// A tree like `pattern` whose floating-point leaves are the next of `arrays`; others are zeros.
template <class T>
T tangent_tree(const T &pattern, const Arrays &arrays, size_t &next) {
  auto take = [&](const Array &a) { return is_inexact(a.dtype()) ? arrays[next++] : zeros(a.shape(), a.dtype()); };
  return tree::rebuild(pattern, take);
}

template <class T, class... A>
Arrays values_then(const T &first, const A &...more) {
  Arrays all = leaves_of(first);
  (append(all, more), ...);
  return all;
}

inline Arrays part(const Arrays &all, size_t from, size_t count) {
  auto begin = all.begin() + static_cast<std::ptrdiff_t>(from);
  return Arrays(begin, begin + static_cast<std::ptrdiff_t>(count));
}

// A rule takes tuples of primals and tangents, or them all one after the other.
template <class Rule, class... A>
auto call_jvp_rule(Rule &rule, const std::tuple<A...> &primals, const std::tuple<A...> &tangents) {
  if constexpr (std::is_invocable_v<Rule &, const std::tuple<A...> &, const std::tuple<A...> &>)
    return rule(primals, tangents);
  else
    return std::apply(rule, std::tuple_cat(primals, tangents));
}

}  // namespace detail

/// f with a forward derivative of your own: `rule(primals, tangents) -> pair(out, tangent of out)`, where primals and
/// tangents are tuples of f's arguments; or `rule(x, y, …, dx, dy, …)`.
///
/// The rule is linear in the tangents. Reverse mode transposes it. Where f's arguments are integers, tangents are zeros
/// without a meaning. f and the rule may use arrays from outside, as long as no derivative with respect to these is
/// asked for (Error if it is), and the rule may call this very function. Without a derivative, f is what runs.
/// Errors  ShapeError if the rule's values or tangents do not have the types of f's.
template <class F, class Rule>
auto custom_jvp(F f, Rule rule) {
  return [f = std::move(f), rule = std::move(rule)]<class... A>(const A &...arguments) mutable {
    using R = detail::Result<F, A...>;
    if (!detail::is_tracing()) return R(f(A(arguments)...));
    detail::Arrays inputs = detail::leaves_of(arguments...);
    std::optional<R> pattern;
    detail::CustomJvp custom;
    custom.id = detail::id_of(f, rule);
    custom.primal = [&](const detail::Arrays &tracers) {
      pattern.emplace(detail::apply_with(f, tracers, arguments...));
      return detail::leaves_of(*pattern);
    };
    custom.rule = [&](const detail::Arrays &tracers) {
      size_t next = 0, tangent = inputs.size();
      auto take = [&](const Array &) { return tracers[next++]; };
      std::tuple<A...> primals{tree::rebuild(arguments, take)...};
      auto [out, direction] = detail::call_jvp_rule(rule, primals, detail::tangent_tree(primals, tracers, tangent));
      detail::Arrays values = detail::leaves_of(out);
      return detail::values_then(
          out, detail::checked_tangents("custom_jvp: the rule", values, detail::leaves_of(direction)));
    };
    detail::Arrays out = detail::run_custom(custom, inputs);
    return tree::unflatten(*pattern, out);
  };
}

/// f with a reverse derivative of your own: `fwd(arguments…) -> pair(out, residuals)`, any tree of residuals, and
/// `bwd(residuals, cotangent of out) -> tuple(cotangents of the arguments)`, or the cotangent alone of a function of
/// one argument.
///
/// bwd is linear in the cotangent. Forward mode works, too, by transposing bwd; derivatives of derivatives are those of
/// fwd and bwd. Outside arrays and calls of this very function are as in custom_jvp.
/// Errors  ShapeError if fwd's values or bwd's cotangents do not have the types of f's.
template <class F, class Forward, class Backward>
auto custom_vjp(F f, Forward fwd, Backward bwd) {
  return [f = std::move(f), fwd = std::move(fwd), bwd = std::move(bwd)]<class... A>(const A &...arguments) mutable {
    using R = detail::Result<F, A...>;
    using Kept = detail::Result<Forward, A...>;
    if (!detail::is_tracing()) return R(f(A(arguments)...));
    detail::Arrays inputs = detail::leaves_of(arguments...);
    std::optional<R> pattern;
    std::optional<Kept> kept;
    detail::CustomVjp custom;
    custom.id = detail::id_of(f, fwd, bwd);
    custom.primal = [&](const detail::Arrays &tracers) {
      pattern.emplace(detail::apply_with(f, tracers, arguments...));
      return detail::leaves_of(*pattern);
    };
    custom.forward = [&](const detail::Arrays &tracers) {
      kept.emplace(detail::apply_with(fwd, tracers, arguments...));
      return detail::values_then(std::get<0>(*kept), detail::leaves_of(std::get<1>(*kept)));
    };
    custom.backward = [&](const detail::Arrays &tracers) {
      size_t next = 0;
      auto take = [&](const Array &) { return tracers[next++]; };
      auto residuals = tree::rebuild(std::get<1>(*kept), take);
      auto cotangents = bwd(residuals, detail::tangent_tree(*pattern, tracers, next));
      return detail::checked_tangents("custom_vjp: bwd", inputs, detail::leaves_of(cotangents));
    };
    detail::Arrays out = detail::run_custom(custom, inputs);
    return tree::unflatten(*pattern, out);
  };
}

// ---- batching by hand

namespace detail {
/// The size of the innermost axis that is being mapped; nothing outside of vmap.
std::optional<int64_t> mapped_axis_size();
struct CustomVmap {
  Body primal;
  Body rule;  // inputs with an axis of `size` in front -> outputs with it
  int64_t size = 0;
};
Arrays run_custom(const CustomVmap &f, const Arrays &inputs);
}  // namespace detail

/// f, which vmap replaces by `rule(axis_size, arguments…)`: these have the mapped axis in front, and so has what the
/// rule returns, a tree of f's type. What is the same for all examples comes repeated.
///
/// Where f is differentiated before it is mapped, as in vmap(grad(f)), and where it uses arrays from outside that are
/// mapped, too, it is f itself that is batched.
/// Errors  ShapeError if the rule's results do not have the types of f's, with the axis in front.
template <class F, class Rule>
auto custom_vmap(F f, Rule rule) {
  return [f = std::move(f), rule = std::move(rule)]<class... A>(const A &...arguments) mutable {
    using R = detail::Result<F, A...>;
    const std::optional<int64_t> size = detail::mapped_axis_size();
    if (!size || !detail::is_tracing()) return R(f(A(arguments)...));
    std::optional<R> pattern;
    detail::CustomVmap custom;
    custom.size = *size;
    custom.primal = [&](const detail::Arrays &tracers) {
      pattern.emplace(detail::apply_with(f, tracers, arguments...));
      return detail::leaves_of(*pattern);
    };
    custom.rule = [&](const detail::Arrays &tracers) {
      auto sized = [&](const A &...batched) -> R { return rule(*size, batched...); };
      return detail::leaves_of(detail::apply_with(sized, tracers, arguments...));
    };
    detail::Arrays out = detail::run_custom(custom, detail::leaves_of(arguments...));
    return tree::unflatten(*pattern, out);
  };
}

// ---- rematerialisation

/// Which values a checkpoint keeps for the derivative besides its inputs; the others are computed again.
namespace remat {
struct Policy {
  std::string kind;
  std::vector<std::string> names = {};
};
inline const Policy nothing_saveable{"nothing"};
inline const Policy everything_saveable{"everything"};
/// Results of matrix products and convolutions.
inline const Policy dots_saveable{"dots"};
/// Results of matrix products without batch dimensions: those with weights, not those of attention.
inline const Policy dots_with_no_batch_dims_saveable{"unbatched_dots"};
/// Only what `checkpoint_name` gives one of these names.
inline Policy save_only_these_names(std::vector<std::string> names) { return {"names", std::move(names)}; }
/// Whatever `checkpoint_name` names, save for these.
inline Policy save_any_names_but_these(std::vector<std::string> names) { return {"other_names", std::move(names)}; }
}  // namespace remat

struct CheckpointOptions {
  remat::Policy policy = remat::nothing_saveable;
  /// Whether what is computed again is kept apart from its first computation by a barrier. In the body of a scan, the
  /// loop already does so.
  bool prevent_cse = true;
};

namespace detail {
Arrays run_checkpoint(const Body &body, const Arrays &inputs, const CheckpointOptions &options);
}

/// f, of which the derivative keeps the inputs and what the policy says. The rest is computed again when it is needed:
/// less memory for more time. Values and derivatives are those of f.
template <class F>
auto checkpoint(F f, CheckpointOptions options = {}) {
  return [f = std::move(f), options]<class... A>(const A &...arguments) mutable {
    using R = detail::Result<F, A...>;
    if (!detail::is_tracing()) return R(f(A(arguments)...));
    std::optional<R> pattern;
    detail::Arrays out = detail::run_checkpoint(
        [&](const detail::Arrays &tracers) {
          pattern.emplace(detail::apply_with(f, tracers, arguments...));
          return detail::leaves_of(*pattern);
        },
        detail::leaves_of(arguments...), options);
    return tree::unflatten(*pattern, out);
  };
}

/// x, under a name that checkpoint policies speak of.
Array checkpoint_name(const Operand &x, std::string_view name);

// ---- linear functions

namespace detail {
struct LinearTranspose {
  trace::FunctionPtr transposed;
  Arrays constants;
  std::vector<ShapeDtype> results;
};
LinearTranspose transpose_traced(const Traced &traced, const Arrays &arguments);
Arrays transpose_call(const LinearTranspose &t, const Arrays &cotangents);
}  // namespace detail

/// The transpose of f, linear in all its arguments, of which only types and shapes matter: from a cotangent of f's
/// result to a tuple of cotangents of the arguments. Errors: Error if f is not linear or an op has no transpose.
template <class F, class... A>
auto linear_transpose(F f, const A &...arguments) {
  using R = detail::Result<F, A...>;
  std::optional<R> pattern;
  detail::Arrays leaves = detail::leaves_of(arguments...);
  detail::Traced traced = detail::trace_function(
      "linear_transpose", detail::types_of(leaves),
      [&](const detail::Arrays &tracers) {
        pattern.emplace(detail::apply_with(f, tracers, arguments...));
        return detail::leaves_of(*pattern);
      },
      /*captures_first=*/true);
  return [t = detail::transpose_traced(traced, leaves), primals = std::tuple<A...>(arguments...)](const R &cotangent) {
    detail::Arrays out = detail::transpose_call(t, detail::leaves_of(cotangent));
    size_t next = 0;
    auto take = [&](const Array &) { return out[next++]; };
    return std::apply([&](const A &...a) { return std::tuple<A...>{tree::rebuild(a, take)...}; }, primals);
  };
}

// ---- functions that return more than what is differentiated

/// `fx::vjp(fx::has_aux, f, x)`: f returns pair(out, more), of which only out is differentiated; `more` comes last in
/// what is returned.
struct HasAux {};
inline constexpr HasAux has_aux;

namespace detail {
// f, the second part of whose result has no derivative.
template <class F>
auto frozen(F f) {
  return [f = std::move(f)](const auto &...arguments) mutable {
    auto out = f(std::remove_cvref_t<decltype(arguments)>(arguments)...);
    auto stop = [](const Array &a) { return stop_gradient(a); };
    return std::pair(std::get<0>(out), tree::rebuild(std::get<1>(out), stop));
  };
}
}  // namespace detail

/// tuple(out, tangent of out, more).
template <class F, class... A>
auto jvp(HasAux, F f, const std::tuple<A...> &primals, const std::tuple<A...> &tangents) {
  auto [out, direction] = jvp(detail::frozen(std::move(f)), primals, tangents);
  return std::tuple(std::move(out.first), std::move(direction.first), std::move(out.second));
}
/// tuple(out, lin, more).
template <class F, class... A>
auto linearize(HasAux, F f, const A &...arguments) {
  auto [out, lin] = linearize(detail::frozen(std::move(f)), arguments...);
  auto first = [lin = std::move(lin)](const A &...tangents) { return lin(tangents...).first; };
  return std::tuple(std::move(out.first), std::move(first), std::move(out.second));
}
/// tuple(out, pullback, more).
template <class F, class... A>
auto vjp(HasAux, F f, const A &...arguments) {
  auto [out, pullback] = vjp(detail::frozen(std::move(f)), arguments...);
  auto first = [pullback = std::move(pullback), more = out.second](const decltype(out.first) &cotangent) {
    auto none = [](const Array &a) { return zeros_like(a); };
    return pullback(std::pair(cotangent, tree::rebuild(more, none)));
  };
  return std::tuple(std::move(out.first), std::move(first), std::move(out.second));
}

/// H·v at x, for H the second derivatives of the scalar function f: forward over reverse, about the cost of two
/// gradients. `x` and `v` are trees of one type.
template <class F, class T>
T hvp(F f, const T &x, const T &v) {
  return std::get<1>(jvp(grad(std::move(f)), std::tuple<T>(x), std::tuple<T>(v)));
}

}  // namespace fluxion
