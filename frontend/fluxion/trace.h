// How transformations see a function: arrays in, arrays out, traced once. Used by transforms.h and control.h; users of
// the library do not need it.
#pragma once
#include <functional>
#include <memory>

#include <fluxion/stage.h>
#include <fluxion/tree.h>

namespace fluxion::trace {
class Function;
using FunctionPtr = std::shared_ptr<Function>;
}  // namespace fluxion::trace

namespace fluxion::detail {

using Arrays = std::vector<Array>;
using Body = std::function<Arrays(const Arrays &)>;

/// A function traced on arguments of given types; `captures` are what it used from outside, its last (or first)
/// arguments.
struct Traced {
  trace::FunctionPtr function;
  Arrays captures;
  std::vector<Location> made = {};  // the lines that make its results
};
/// `arguments`, if they are given, are what a call has for its arguments; messages say where they were made.
Traced trace_function(std::string_view name, std::span<const ShapeDtype> types, const Body &body,
                      bool captures_first = false, const Arrays &arguments = {});

/// The same at `arguments`, arrays of these types: what they hold is known within `body`, so that it may ask for values
/// and depend on them. Undefined ones are not known, and nothing is if what is around is traced for many calls, as by
/// jit.
Traced trace_function_at(std::string_view name, std::span<const ShapeDtype> types, const Arrays &arguments,
                         const Body &body, bool captures_first = false);

/// Several functions that shall take the same arguments: each gets the captures of all, first.
std::vector<Traced> trace_together(std::string_view name, const Arrays &arguments, std::span<const Body> bodies);

/// Where in a tree a leaf is, by its number; asked for by messages.
using Paths = std::function<std::string(size_t leaf)>;
template <class T>
std::string path_of(const T &t, size_t leaf) {
  std::string found;
  size_t next = 0;
  tree::for_each_with_path(t, [&](std::string_view path, const Array &) {
    if (next++ == leaf) found = path;
  });
  return found;
}
/// " at layers.0.weight", or nothing for a tree that is an array.
std::string at_path(const Paths &paths, size_t leaf);

/// Calls it: a copy of its body in the current trace, or compiled and run at once.
Arrays call(const trace::FunctionPtr &function, const Arrays &arguments);
/// The same, and if nobody else holds the function, its body itself instead of a copy.
Arrays call(trace::FunctionPtr &&function, const Arrays &arguments);

/// The named transformation of a function; its parameters are passes/transforms.h's.
std::vector<trace::FunctionPtr> transform(const trace::FunctionPtr &f, std::string_view name,
                                          std::vector<int64_t> arguments, std::vector<int64_t> results = {},
                                          int64_t size = 0, std::string axis_name = {});

std::string print(const trace::FunctionPtr &f);
std::vector<ShapeDtype> result_types(const trace::FunctionPtr &f);

/// Stages an op with regions in the current trace; outside of any, traces it alone and runs it.
Arrays stage_regions(std::string_view op, const Arrays &operands, const Attributes &attributes,
                     const std::vector<trace::FunctionPtr> &regions);

std::vector<ShapeDtype> types_of(const Arrays &arrays);
bool is_tracing();
inline void append(Arrays &to, const Arrays &more) { to.insert(to.end(), more.begin(), more.end()); }

/// All arguments of a call as one list of arrays, and back.
template <class... A>
Arrays leaves_of(const A &...arguments) {
  Arrays out;
  tree::detail::Collect v(out);
  (tree::detail::walk(arguments, v), ...);
  return out;
}

/// Calls f on copies of `arguments` that hold `arrays` instead of theirs.
template <class F, class... A>
decltype(auto) apply_with(F &f, const Arrays &arrays, const A &...arguments) {
  size_t next = 0;
  [[maybe_unused]] auto take = [&](const Array &) { return arrays[next++]; };
  // Braces: the rebuilding must go from left to right.
  std::tuple<A...> fresh{tree::rebuild(arguments, take)...};
  return std::apply([&](A &...a) -> decltype(auto) { return f(std::move(a)...); }, fresh);
}

template <class F, class... A>
using Result = std::remove_cvref_t<std::invoke_result_t<F &, std::remove_cvref_t<A>...>>;

/// Traces f on `arguments`; `result` receives what it returned, as the pattern of its results.
template <class R, class F, class... A>
Traced trace_call(std::string_view name, F &f, std::optional<R> &result, const A &...arguments) {
  return trace_function(name, types_of(leaves_of(arguments...)), [&](const Arrays &tracers) {
    result.emplace(apply_with(f, tracers, arguments...));
    return leaves_of(*result);
  });
}

/// The same with the values of `arguments` known.
template <class R, class F, class... A>
Traced trace_call_at(std::string_view name, F &f, std::optional<R> &result, const A &...arguments) {
  const Arrays leaves = leaves_of(arguments...);
  return trace_function_at(name, types_of(leaves), leaves, [&](const Arrays &tracers) {
    result.emplace(apply_with(f, tracers, arguments...));
    return leaves_of(*result);
  });
}

}  // namespace fluxion::detail
