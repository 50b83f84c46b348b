// Functions of the host that programs call while they run: callbacks and taps. Under every transformation they mean
// what docs/callbacks.md says; what they throw reaches the caller of the program.
#pragma once
#include <fluxion/custom.h>

namespace fluxion {

/// The type of what a callback returns: `x.type()`, or `{{2, 3}, fx::f32}`.
struct ResultType {
  ShapeDtype type;
  std::source_location at;
  ResultType(ShapeDtype t, std::source_location where = std::source_location::current())
      : type(std::move(t)), at(where) {}
  ResultType(Shape shape, DType dtype, std::source_location where = std::source_location::current())
      : type{std::move(shape), dtype}, at(where) {}
};
/// The types of several results; `{}`: none.
struct ResultTypes {
  std::vector<ShapeDtype> types;
  std::source_location at;
  ResultTypes(std::vector<ShapeDtype> t = {}, std::source_location where = std::source_location::current())
      : types(std::move(t)), at(where) {}
};

namespace detail {

/// A function of the host as programs see it: arrays to arrays.
struct HostCall {
  std::string_view what;    // "pure_callback", for messages
  std::string_view effect;  // as fx.host_call has it
  bool vectorized = false;
  std::vector<uint64_t> id;  // equal for functions that do the same; empty: it is like no other
  Body body;
};
Arrays call_host(const HostCall &call, const Arrays &inputs, const std::vector<ShapeDtype> &results);

/// f as a function of arrays, which are the leaves of `arguments`.
template <class F, class... A>
HostCall host_call(std::string_view what, std::string_view effect, F f, const A &...arguments) {
  HostCall call{what, effect, false, {}, {}};
  if constexpr (std::is_trivially_copyable_v<F>) {
    tree::detail::Describe shape;
    (tree::detail::walk(arguments, shape), ...);
    call.id = std::move(shape.out.words);
    FunctionId of = id_of(f);
    call.id.insert(call.id.end(), of.words.begin(), of.words.end());
    call.id.push_back(reinterpret_cast<uintptr_t>(&type_mark<std::tuple<A...>>));
  }
  auto clear = [](const Array &) { return Array(); };  // a pattern holds no tracers
  call.body = [f = std::move(f),
               pattern = std::tuple<A...>{tree::rebuild(arguments, clear)...}](const Arrays &in) mutable {
    return std::apply(
        [&](const A &...a) -> Arrays {
          if constexpr (std::is_void_v<std::invoke_result_t<F &, A...>>)
            return apply_with(f, in, a...), Arrays();
          else
            return leaves_of(apply_with(f, in, a...));
        },
        pattern);
  };
  return call;
}

}  // namespace detail

struct Vectorized {};
/// `pure_callback(fx::vectorized, f, …)`: f takes arrays with any further axes in front, so vmap calls it once.
inline constexpr Vectorized vectorized;
struct Unordered {};
/// `io_callback(fx::unordered, f, …)`: the order among the examples of a mapped axis does not matter.
inline constexpr Unordered unordered;

/// f(arguments…), computed by the host whenever the program gets there: f takes concrete arrays (or trees of them, as
/// given here) and returns an array of the announced type. f is pure: it may be called never, or more often than
/// written. vmap calls it once for each example.
/// Errors  no derivative: Error, unless custom_jvp or custom_vjp gives one. What f throws; Error if what it returns is
/// of
///         another type.
template <class F, class... A>
Array pure_callback(F f, const ResultType &result, const A &...arguments) {
  At at(result.at);
  return detail::call_host(detail::host_call("pure_callback", "pure", std::move(f), arguments...),
                           detail::leaves_of(arguments...), {result.type})[0];
}
/// The same for any number of results: what f returns is a tree whose arrays have the announced types.
template <class F, class... A>
std::vector<Array> pure_callback(F f, const ResultTypes &results, const A &...arguments) {
  At at(results.at);
  return detail::call_host(detail::host_call("pure_callback", "pure", std::move(f), arguments...),
                           detail::leaves_of(arguments...), results.types);
}
template <class F, class... A>
Array pure_callback(Vectorized, F f, const ResultType &result, const A &...arguments) {
  At at(result.at);
  detail::HostCall call = detail::host_call("pure_callback", "pure", std::move(f), arguments...);
  call.vectorized = true;
  return detail::call_host(call, detail::leaves_of(arguments...), {result.type})[0];
}

/// f(arguments…) by the host, which may do anything: each call that the program says is made, once, in the program's
/// order, whether its results are used or not.
/// Errors  those of pure_callback. vmap of a call with mapped arguments, since examples have no order.
template <class F, class... A>
Array io_callback(F f, const ResultType &result, const A &...arguments) {
  At at(result.at);
  return detail::call_host(detail::host_call("io_callback", "ordered", std::move(f), arguments...),
                           detail::leaves_of(arguments...), {result.type})[0];
}
template <class F, class... A>
std::vector<Array> io_callback(F f, const ResultTypes &results, const A &...arguments) {
  At at(results.at);
  return detail::call_host(detail::host_call("io_callback", "ordered", std::move(f), arguments...),
                           detail::leaves_of(arguments...), results.types);
}
/// The same where the order among examples does not matter: vmap calls f for one after the other.
template <class F, class... A>
Array io_callback(Unordered, F f, const ResultType &result, const A &...arguments) {
  At at(result.at);
  return detail::call_host(detail::host_call("io_callback", "io", std::move(f), arguments...),
                           detail::leaves_of(arguments...), {result.type})[0];
}
template <class F, class... A>
std::vector<Array> io_callback(Unordered, F f, const ResultTypes &results, const A &...arguments) {
  At at(results.at);
  return detail::call_host(detail::host_call("io_callback", "io", std::move(f), arguments...),
                           detail::leaves_of(arguments...), results.types);
}

/// x, which f sees when the program gets there: an array or a tree of them, concrete. f sees values only, also under
/// grad, and once for each example under vmap.
template <tree::Tree T, class F>
T tap(const T &x, F f) {
  detail::call_host(detail::host_call("tap", "debug", std::move(f), x), detail::leaves_of(x), {});
  return x;
}

/// x, whose cotangent f sees on the way back, where there is one: under grad, vjp and what is made of them.
template <tree::Tree T, class F>
T tap_gradient(const T &x, F f) {
  auto same = [](const T &y) { return y; };
  auto forward = [](const T &y) { return std::pair(y, std::tuple<>()); };
  auto back = [f](const std::tuple<> &, const T &ct) { return tap(ct, f); };
  return custom_vjp(same, forward, back)(x);
}

namespace debug {

/// Calls f(arguments…), which returns nothing, when the program gets there; see tap.
template <class F, class... A>
void callback(F f, const A &...arguments) {
  detail::call_host(detail::host_call("debug::callback", "debug", std::move(f), arguments...),
                    detail::leaves_of(arguments...), {});
}

}  // namespace debug
}  // namespace fluxion
