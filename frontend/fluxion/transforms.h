// jit, grad, value_and_grad, jvp, vjp, linearize, vmap and their kin. Each takes a callable over trees and gives one
// with the same signature; they compose in any order and to any depth.
#pragma once
#include <fluxion/collective.h>
#include <fluxion/jit.h>
#include <fluxion/ops.h>
#include <fluxion/trace.h>

namespace fluxion {

// ---- derivatives

struct GradOptions {
  std::vector<int> argnums = {0};  // one of them, of the type of argument 0; `grad<0, 2>(f)` for several
  bool has_aux = false;            // f returns (loss, more); deduced from its type
  bool holomorphic = false;        // of complex numbers, by its complex derivative: then the loss is complex
};

namespace detail {

// What f returns: a scalar loss, or a pair of it and something more that is not differentiated.
template <class R>
struct Loss {
  static_assert(std::is_same_v<R, Array>, "grad: the function must return an Array, or a pair of an Array and more");
  static constexpr bool has_aux = false;
  static R frozen(const R &r) { return r; }
};
template <class Aux>
struct Loss<std::pair<Array, Aux>> {
  static constexpr bool has_aux = true;
  using aux = Aux;
  static std::pair<Array, Aux> frozen(const std::pair<Array, Aux> &r) {
    auto stop = [](const Array &a) { return stop_gradient(a); };
    return {r.first, tree::rebuild(r.second, stop)};
  }
};

void check_loss(const ShapeDtype &type, const Location &made, bool holomorphic);
void check_differentiable(std::string_view what, const Array &a, std::string_view path);
void check_complex(const Array &a, std::string_view path);

/// Numbers of the leaves of argument `I` within the leaves of all, checked to be floating-point.
template <size_t I, class... A>
void append_wrt(std::vector<int64_t> &wrt, bool holomorphic, const A &...arguments) {
  std::array<size_t, sizeof...(A)> counts{leaves_of(arguments).size()...};
  int64_t first = 0;
  for (size_t i = 0; i < I; ++i) first += static_cast<int64_t>(counts[i]);
  int64_t next = first;
  tree::for_each_with_path(std::get<I>(std::tie(arguments...)), [&](std::string_view path, const Array &a) {
    check_differentiable("grad", a, path);
    if (holomorphic) check_complex(a, path);
    wrt.push_back(next++);
  });
}

// `made` is the user's line of the transformation, which errors of it name.
template <size_t... Arg, class F, class... A>
auto value_and_gradients(F &f, const GradOptions &options, const std::source_location &made, const A &...arguments) {
  using R = Result<F, A...>;
  static_assert(((Arg < sizeof...(A)) && ...), "grad: there is no argument of this number");
  At at(made);
  std::vector<int64_t> wrt;
  (append_wrt<Arg>(wrt, options.holomorphic, arguments...), ...);
  std::optional<R> pattern;
  Arrays leaves = leaves_of(arguments...);
  Traced traced = trace_function_at("grad", types_of(leaves), leaves, [&](const Arrays &tracers) {
    pattern.emplace(Loss<R>::frozen(at.outside([&] { return apply_with(f, tracers, arguments...); })));
    return leaves_of(*pattern);
  });
  std::vector<ShapeDtype> types = result_types(traced.function);
  check_loss(types[0], traced.made[0], options.holomorphic);
  trace::FunctionPtr derivative = transform(traced.function, "vjp", wrt)[0];
  append(leaves, traced.captures);
  for (const ShapeDtype &t : types)
    if (is_inexact(t.dtype)) leaves.push_back(&t == &types[0] ? ones(t.shape, t.dtype) : zeros(t.shape, t.dtype));
  Arrays out = call(std::move(derivative), leaves);
  R value = tree::unflatten(*pattern, std::span(out).first(types.size()));
  size_t next = types.size();
  auto take = [&](const Array &) { return out[next++]; };
  if constexpr (sizeof...(Arg) == 1) {
    return std::pair(std::move(value), tree::rebuild(std::get<Arg...>(std::tie(arguments...)), take));
  } else {
    std::tuple<std::remove_cvref_t<std::tuple_element_t<Arg, std::tuple<A...>>>...> gradients{
        tree::rebuild(std::get<Arg>(std::tie(arguments...)), take)...};
    return std::pair(std::move(value), std::move(gradients));
  }
}

[[noreturn]] void throw_bad_argnum(int argnum, size_t count, const std::source_location &made);

template <class F>
struct Dynamic {  // argnums given at run time: one number, of an argument with the type of argument 0
  F f;
  GradOptions options = {};
  int argnum = 0;
  std::source_location made = {};
  template <class... A>
  auto operator()(const A &...arguments) {
    if (argnum == 0) return value_and_gradients<0>(f, options, made, arguments...);
    return pick(std::make_index_sequence<sizeof...(A)>(), arguments...);
  }

 private:
  // A function of its own: gcc 12 cannot capture a pack in a generic lambda.
  template <size_t N, class Out, class... A>
  void consider(std::optional<Out> &out, const A &...arguments) {
    if constexpr (std::is_same_v<decltype(value_and_gradients<N>(f, options, made, arguments...)), Out>)
      if (static_cast<int>(N) == argnum) out.emplace(value_and_gradients<N>(f, options, made, arguments...));
  }
  template <size_t... I, class... A>
  auto pick(std::index_sequence<I...>, const A &...arguments) {
    using Out = decltype(value_and_gradients<0>(f, options, made, arguments...));
    std::optional<Out> out;
    (consider<I>(out, arguments...), ...);
    if (!out) throw_bad_argnum(argnum, sizeof...(A), made);
    return std::move(*out);
  }
};
int single_argnum(const GradOptions &options, const std::source_location &made);

}  // namespace detail

/// f's value and its gradient with respect to argument 0 (or options.argnums[0]), shaped as that argument.
/// f returns f32[] (any float), or a pair (loss, aux): then the value is that pair. With `.holomorphic` arguments and
/// loss are complex, and the gradient is f's complex derivative.
template <class F>
auto value_and_grad(F f, GradOptions options = {}, std::source_location made = std::source_location::current()) {
  return [g = detail::Dynamic<F>{std::move(f), options, detail::single_argnum(options, made), made}](
             const auto &...arguments) mutable { return g(arguments...); };
}
/// The same for several arguments, whatever options.argnums says: gradients come as a tuple.
template <size_t First, size_t... Rest, class F>
auto value_and_grad(F f, GradOptions options = {}, std::source_location made = std::source_location::current()) {
  return [f = std::move(f), options, made](const auto &...arguments) mutable {
    return detail::value_and_gradients<First, Rest...>(f, options, made, arguments...);
  };
}

namespace detail {
template <class Pair>
auto gradient_of(Pair &&p) {
  if constexpr (std::is_same_v<std::remove_cvref_t<decltype(p.first)>, Array>)
    return std::move(p.second);
  else
    return std::pair(std::move(p.second), std::move(p.first.second));
}
}  // namespace detail

/// The gradient alone; with an aux, the pair (gradient, aux).
template <class F>
auto grad(F f, GradOptions options = {}, std::source_location made = std::source_location::current()) {
  return [g = detail::Dynamic<F>{std::move(f), options, detail::single_argnum(options, made), made}](
             const auto &...arguments) mutable { return detail::gradient_of(g(arguments...)); };
}
template <size_t First, size_t... Rest, class F>
auto grad(F f, GradOptions options = {}, std::source_location made = std::source_location::current()) {
  return [f = std::move(f), options, made](const auto &...arguments) mutable {
    return detail::gradient_of(detail::value_and_gradients<First, Rest...>(f, options, made, arguments...));
  };
}

namespace detail {

std::vector<int64_t> inexact_leaves(const Arrays &leaves);
/// Tangents for the floating-point leaves, checked against them.
Arrays inexact_tangents(std::string_view what, const Arrays &leaves, const Arrays &tangents, const Paths &paths);
/// A tree like `pattern` with `arrays` at its floating-point leaves and zeros (of no meaning) elsewhere.
template <class T>
T with_inexact(const T &pattern, const Arrays &arrays, size_t &next, std::span<const ShapeDtype> types) {
  size_t leaf = 0;
  auto take = [&](const Array &) {
    const ShapeDtype &t = types[leaf++];
    return is_inexact(t.dtype) ? arrays[next++] : zeros(t.shape, t.dtype);
  };
  return tree::rebuild(pattern, take);
}

}  // namespace detail

/// f at `primals` and its derivative in the direction `tangents`: tuple(out, tangent of out).
template <class F, class... A>
auto jvp(F f, const std::tuple<A...> &primals, const std::tuple<A...> &tangents,
         std::source_location made = std::source_location::current()) {
  using R = detail::Result<F, A...>;
  std::optional<R> pattern;
  detail::Arrays leaves = detail::leaves_of(primals);
  detail::Traced traced =
      std::apply([&](const A &...a) { return detail::trace_call_at("jvp", f, pattern, a...); }, primals);
  At at(made);
  detail::Arrays directions = detail::inexact_tangents("jvp", leaves, detail::leaves_of(tangents),
                                                       [&](size_t leaf) { return detail::path_of(primals, leaf); });
  trace::FunctionPtr derivative = detail::transform(traced.function, "jvp", detail::inexact_leaves(leaves))[0];
  detail::append(leaves, traced.captures);
  detail::append(leaves, directions);
  detail::Arrays out = detail::call(std::move(derivative), leaves);
  std::vector<ShapeDtype> types = detail::result_types(traced.function);
  size_t next = types.size();
  R value = tree::unflatten(*pattern, std::span(out).first(types.size()));
  R tangent = detail::with_inexact(*pattern, out, next, types);
  return std::tuple(std::move(value), std::move(tangent));
}

namespace detail {
/// f linearised at `arguments`: its value's leaves, the linear part and the residuals this needs first.
struct Linear {
  Arrays out;
  trace::FunctionPtr function;
  Arrays residuals;
  std::vector<ShapeDtype> types;  // of f's results
};
Linear linearize_traced(const Traced &traced, const Arrays &leaves);
}  // namespace detail

/// f at `arguments`, and its derivative there as a function of tangents (one an argument): tuple(out, lin).
template <class F, class... A>
auto linearize(F f, const A &...arguments) {
  using R = detail::Result<F, A...>;
  std::optional<R> pattern;
  detail::Arrays leaves = detail::leaves_of(arguments...);
  detail::Linear linear =
      detail::linearize_traced(detail::trace_call_at("linearize", f, pattern, arguments...), leaves);
  R value = tree::unflatten(*pattern, linear.out);
  auto lin = [linear, leaves, pattern = value](const A &...tangents) {
    detail::Arrays in = linear.residuals;
    detail::append(in, detail::inexact_tangents("linearize", leaves, detail::leaves_of(tangents...), [&](size_t leaf) {
                     return detail::path_of(std::tuple<A...>(tangents...), leaf);
                   }));
    detail::Arrays out = detail::call(linear.function, in);
    size_t next = 0;
    return detail::with_inexact(pattern, out, next, linear.types);
  };
  return std::tuple(std::move(value), std::move(lin));
}

/// f at `arguments`, and its pullback: from a cotangent of out to a tuple of cotangents, one an argument.
template <class F, class... A>
auto vjp(F f, const A &...arguments) {
  using R = detail::Result<F, A...>;
  std::optional<R> pattern;
  detail::Arrays leaves = detail::leaves_of(arguments...);
  detail::Linear linear = detail::linearize_traced(detail::trace_call_at("vjp", f, pattern, arguments...), leaves);
  R value = tree::unflatten(*pattern, linear.out);
  trace::FunctionPtr transposed =
      detail::transform(linear.function, "transpose", {}, {}, static_cast<int64_t>(linear.residuals.size()))[0];
  auto pullback = [transposed, residuals = linear.residuals, out = linear.out, types = detail::types_of(leaves),
                   primals = std::tuple<A...>(arguments...)](const R &cotangent) {
    detail::Arrays in = residuals;
    detail::append(in, detail::inexact_tangents("vjp", out, detail::leaves_of(cotangent),
                                                [&](size_t leaf) { return detail::path_of(cotangent, leaf); }));
    detail::Arrays cotangents = detail::call(transposed, in);
    size_t next = 0;
    return detail::with_inexact(primals, cotangents, next, types);
  };
  return std::tuple(std::move(value), std::move(pullback));
}

// ---- batching

/// An axis, or `fx::none`: not mapped.
struct None {
  constexpr operator std::optional<int64_t>() const { return std::nullopt; }
};
inline constexpr None none;

/// The mapped axis of each array of a tree: one for all, or what a function of the array's path ("layers.0.weight") and
/// type says. The type of an argument is that of all examples together, of a result that of one.
class TreeAxes {
 public:
  using Axis = std::optional<int64_t>;
  using Function = std::function<Axis(std::string_view path, const ShapeDtype &type)>;
  TreeAxes(int64_t axis) : all_(axis) {}
  TreeAxes(None) {}
  TreeAxes(Axis axis) : all_(axis) {}
  template <class F>
    requires std::is_invocable_r_v<Axis, F &, std::string_view, const ShapeDtype &>
  TreeAxes(F f) : f_(std::move(f)) {}
  Axis operator()(std::string_view path, const ShapeDtype &type) const { return f_ ? f_(path, type) : all_; }

 private:
  Axis all_;
  Function f_;
};

struct VmapOptions {
  std::vector<TreeAxes> in_axes = {0};    // one for all arguments, or one an argument
  std::vector<TreeAxes> out_axes = {0};   // one for all results, or one a member of a returned tuple
  std::string axis_name = {};             // what psum and its kin (collective.h) call the axis within f
  std::optional<int64_t> axis_size = {};  // its size, where no argument says it
};

namespace detail {

struct Mapped {
  std::vector<int64_t> in;        // axis of each leaf, −1: not mapped
  std::vector<ShapeDtype> types;  // of one example
  int64_t size = -1;
};
/// Which argument or result of how many an array belongs to, and where in it.
struct Leaf {
  size_t index, count;
  std::string_view path;
};
/// The arguments that are the same for all examples; the others are undefined.
Arrays unmapped(const Arrays &leaves, const Mapped &m);
void append_mapped(Mapped &m, const Array &x, const Leaf &at, const VmapOptions &options);
void append_out_axis(std::vector<int64_t> &out, const Array &x, const Leaf &at, const VmapOptions &options);

/// "argument 0 at layers.0.weight"
std::string place(std::string_view what, const Leaf &at);
/// f(array, leaf) for each array of the trees.
template <class F, class... T>
void each_leaf(F f, const T &...trees) {
  [[maybe_unused]] size_t index = 0;  // gcc: both serve none where there are no trees
  [[maybe_unused]] auto visit = [&](const auto &t) {
    auto leaf = [&](std::string_view path, const Array &x) { f(x, Leaf{index, sizeof...(T), path}); };
    tree::detail::PathVisitor<decltype(leaf)> v(leaf);
    tree::detail::walk(t, v);
    ++index;
  };
  (visit(trees), ...);
}
/// The same for what a function returned: the members of a tuple count as results.
template <class F, class R>
void each_result(F f, const R &r) {
  if constexpr (tree::detail::is_tuple<R>::value)
    std::apply([&](const auto &...m) { each_leaf(f, m...); }, r);
  else
    each_leaf(f, r);
}

}  // namespace detail

/// f over an axis of its arguments: `vmap(f, {.in_axes = {fx::none, 0}})`, or over other axes for arrays of one tree,
/// which a function of their paths gives; with `.axis_name = "i"`, f may use `psum(x, "i")` and its kin. Errors:
/// ShapeError if the mapped sizes differ.
template <class F>
auto vmap(F f, VmapOptions options = {}, std::source_location made = std::source_location::current()) {
  return [f = std::move(f), options, made]<class... A>(const A &...arguments) mutable {
    using R = detail::Result<F, A...>;
    At at(made);
    detail::Mapped m;
    m.size = options.axis_size.value_or(-1);
    auto append = [&](const Array &x, const detail::Leaf &at) { detail::append_mapped(m, x, at, options); };
    detail::each_leaf(append, arguments...);
    if (m.size < 0) fail<ShapeError>("vmap: no argument is mapped: give an axis in in_axes, or axis_size");
    std::optional<R> pattern;
    detail::AxisScope scope(options.axis_name, m.size);
    detail::Arrays in = detail::leaves_of(arguments...);
    detail::Traced traced =
        detail::trace_function_at("vmap", m.types, detail::unmapped(in, m), [&](const detail::Arrays &tracers) {
          pattern.emplace(at.outside([&] { return detail::apply_with(f, tracers, arguments...); }));
          return detail::leaves_of(*pattern);
        });
    m.in.resize(m.in.size() + traced.captures.size(), -1);
    std::vector<int64_t> out;
    auto place = [&](const Array &x, const detail::Leaf &at) { detail::append_out_axis(out, x, at, options); };
    detail::each_result(place, *pattern);
    detail::append(in, traced.captures);
    trace::FunctionPtr mapped = detail::transform(traced.function, "vmap", m.in, out, m.size, scope.label())[0];
    return tree::unflatten(*pattern, detail::call(std::move(mapped), in));
  };
}

/// A tree like `t` of zeros.
template <tree::Tree T>
T tree::zeros_like(const T &t) {
  auto zero = [](const Array &a) { return zeros(a.shape(), a.dtype()); };
  return rebuild(t, zero);
}

// ---- looking at functions

/// The IR that f traces to, as text: `fmt::print("{}", fx::make_ir(f)(x))`.
template <class F>
auto make_ir(F f) {
  return [f = std::move(f)]<class... A>(const A &...arguments) mutable {
    std::optional<detail::Result<F, A...>> pattern;
    return detail::print(detail::trace_call("main", f, pattern, arguments...).function);
  };
}
/// What f gives for such arguments, with abstract arrays: their shapes and dtypes. Nothing is computed, so the
/// arguments may be types themselves: a ShapeDtype for an array, and abstract arrays in structs.
template <class F, class... A>
auto eval_shape(F f, const A &...arguments) {
  if constexpr (!(detail::is_of_arrays<A> && ...)) {
    return eval_shape(std::move(f), detail::to_arrays(arguments)...);
  } else {
    std::optional<detail::Result<F, A...>> pattern;
    detail::Traced traced = detail::trace_call("eval_shape", f, pattern, arguments...);
    detail::Arrays types;
    for (const ShapeDtype &t : detail::result_types(traced.function)) types.push_back(abstract(t));
    return tree::unflatten(*pattern, types);
  }
}

namespace detail {
/// Error unless `leaves` and then `constants` are what the function takes.
void check_call(std::string_view what, const trace::FunctionPtr &function, const Arrays &leaves,
                const Arrays &constants);
}  // namespace detail

/// f, traced at `arguments`, as a function of what it uses from outside, too: pair(converted, constants), where
/// `converted(arguments…, constants)` is f(arguments…). So derivatives can be taken with respect to what f captured.
/// Static arguments keep the values that they have here. Errors: ShapeError or DTypeError if `converted` is called with
/// arrays of other types.
template <class F, class... A>
auto closure_convert(F f, const A &...arguments) {
  using R = detail::Result<F, A...>;
  std::optional<R> result;
  detail::Traced traced = detail::trace_call("closure_convert", f, result, arguments...);
  auto clear = [](const Array &) { return Array(); };
  auto converted = [function = traced.function, pattern = tree::rebuild(*result, clear)](
                       const A &...arguments, const std::vector<Array> &constants) -> R {
    detail::Arrays in = detail::leaves_of(arguments...);
    detail::check_call("closure_convert", function, in, constants);
    detail::append(in, constants);
    return tree::unflatten(pattern, detail::call(function, in));
  };
  return std::pair(std::move(converted), std::move(traced.captures));
}

}  // namespace fluxion
