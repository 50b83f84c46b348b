// Operations of one's own: a kernel in C++ or a function of arrays, and rules for its derivatives and for vmap. They
// need nothing of Fluxion but this header (docs/custom_operations.md).
#pragma once
#include <tuple>

#include <fluxion/custom.h>
#include <fluxion/view.h>

namespace fluxion {

/// How vmap maps an operation that has no rule for it. `leading`: kernel and result work for arrays with any further
/// axes in front. `each`: one call for each example.
enum class batch { leading, each };

namespace detail {

// What a callable takes and gives, if it is no template.
template <class F>
struct CallSignature : CallSignature<decltype(&F::operator())> {};
template <class R, class C, class... A>
struct CallSignature<R (C::*)(A...)> {
  using Arguments = std::tuple<std::remove_cvref_t<A>...>;
  static constexpr size_t count = sizeof...(A);
};
template <class R, class C, class... A>
struct CallSignature<R (C::*)(A...) const> : CallSignature<R (C::*)(A...)> {};
template <class R, class... A>
struct CallSignature<R (*)(A...)> {
  using Arguments = std::tuple<std::remove_cvref_t<A>...>;
  static constexpr size_t count = sizeof...(A);
};

template <class T>
struct KernelArgument;
template <class T>
struct KernelArgument<std::span<T>> {
  using Element = T;
  static std::span<T> make(T *data, const ShapeDtype &type) { return {data, static_cast<size_t>(type.shape.count())}; }
};
template <class T>
struct KernelArgument<View<T>> {
  using Element = T;
  static View<T> make(T *data, const ShapeDtype &type) {
    return {{data, static_cast<size_t>(type.shape.count())}, type.shape};
  }
};

/// A kernel for operands and results of certain dtypes.
struct OperationKernel {
  std::vector<DType> operands, results;
  std::function<void(void *const *buffers, const ShapeDtype *types)> call;
};

template <class F>
OperationKernel operation_kernel(F f) {
  using Arguments = typename CallSignature<F>::Arguments;
  OperationKernel kernel;
  auto note = [&]<class A>(std::type_identity<A>) {
    using Element = typename KernelArgument<A>::Element;
    (std::is_const_v<Element> ? kernel.operands : kernel.results).push_back(dtype_of<std::remove_const_t<Element>>);
    return std::is_const_v<Element>;
  };
  constexpr auto numbers = std::make_index_sequence<CallSignature<F>::count>();
  [&]<size_t... I>(std::index_sequence<I...>) {
    [[maybe_unused]] bool operands = true;
    auto in_order = [&](bool is_operand) { return std::exchange(operands, operands && is_operand) || !is_operand; };
    if (!(in_order(note(std::type_identity<std::tuple_element_t<I, Arguments>>())) && ...))
      fail<Error>("operation: a kernel takes its operands (of const elements) and then its results");
  }(numbers);
  kernel.call = [f = std::move(f)](void *const *buffers, const ShapeDtype *types) {
    [&]<size_t... I>(std::index_sequence<I...>) {
      f(KernelArgument<std::tuple_element_t<I, Arguments>>::make(
          static_cast<typename KernelArgument<std::tuple_element_t<I, Arguments>>::Element *>(buffers[I]),
          types[I])...);
    }(std::make_index_sequence<CallSignature<F>::count>());
  };
  return kernel;
}

/// A rule as a function of arrays; the number of them that it takes.
struct OperationFunction {
  std::function<Arrays(int64_t axis_size, const Arrays &)> call;
  size_t arity = 0;
};

template <class F>
OperationFunction operation_function(F f) {
  using Arguments = typename CallSignature<F>::Arguments;
  constexpr bool sized = [] {
    if constexpr (CallSignature<F>::count > 0)
      return std::is_integral_v<std::tuple_element_t<0, Arguments>>;
    else
      return false;
  }();
  constexpr size_t arity = CallSignature<F>::count - (sized ? 1 : 0);
  auto call = [f = std::move(f)](int64_t axis_size, const Arrays &in) {
    return [&]<size_t... I>(std::index_sequence<I...>) {
      if constexpr (sized)
        return leaves_of(f(axis_size, in[I]...));
      else
        return leaves_of(f(in[I]...));
    }(std::make_index_sequence<arity>());
  };
  return {call, arity};
}

using ResultRule = std::function<std::vector<ShapeDtype>(const std::vector<ShapeDtype> &)>;

template <class F>
ResultRule result_rule(F f) {
  return [f = std::move(f)](const std::vector<ShapeDtype> &types) -> std::vector<ShapeDtype> {
    auto call = [&]<size_t... I>(std::index_sequence<I...>) { return f(types.at(I)...); };
    auto result = call(std::make_index_sequence<CallSignature<F>::count>());
    if constexpr (std::is_same_v<decltype(result), ShapeDtype>)
      return {result};
    else if constexpr (requires { result.begin(); })
      return {result.begin(), result.end()};
    else
      return std::apply([](const auto &...t) { return std::vector<ShapeDtype>{t...}; }, result);
  };
}

struct OperationState;

}  // namespace detail

/// An operation by its name. Handles are cheap to copy; what is defined stays defined, and a name has one definition.
///
///     const fx::Operation softclip = fx::operation("mylib.softclip")
///         .kernel([](std::span<const float> x, std::span<float> y) { … })
///         .jvp([](const fx::Array &x, const fx::Array &dx) { … return dy; })
///         .vmap(fx::batch::leading);
class Operation {
 public:
  using at_line = std::source_location;
  explicit Operation(const std::string &name, at_line at = at_line::current());

  // ---- what it computes: kernels, one for each combination of dtypes, or a function, or both, then kernels run
  /// `kernel(operands…, results…)`, spans or Views. Called by the thread that runs the program; exceptions reach its
  /// caller. Not called for arrays without elements.
  template <class F>
  Operation &kernel(F f, at_line at = at_line::current()) {
    At here(at);
    return add_kernel(detail::operation_kernel(std::move(f)));
  }
  /// A function of `const fx::Array &`; where there is no rule, its derivatives and its batching are this function's.
  template <class F>
  Operation &function(F f, at_line at = at_line::current()) {
    At here(at);
    return add(Part::function, detail::operation_function(std::move(f)));
  }
  /// `f(types of the operands…)` gives the type of the result, or a tuple or vector of types. Without it, results of a
  /// kernel have the first operand's shape.
  template <class F>
  Operation &result(F f) {
    return add_result(detail::result_rule(std::move(f)), detail::CallSignature<F>::count);
  }

  // ---- rules. They are functions of arrays, traced when they are needed; they may use the operation itself. Tangents
  // of what is no float are zeros without a meaning, and so are its cotangents.
  /// `rule(x…, dx…)`, or `rule(x…, y…, dx…)`, y being the results, gives the tangents of the results. Linear in dx.
  template <class F>
  Operation &jvp(F rule, at_line at = at_line::current()) {
    At here(at);
    return add(Part::jvp, detail::operation_function(std::move(rule)));
  }
  /// `rule(x…, ct…)`, or `rule(x…, y…, ct…)`, gives the cotangents of the operands from those of the results. Linear
  /// in ct. One of jvp and vjp is enough for both modes.
  template <class F>
  Operation &vjp(F rule, at_line at = at_line::current()) {
    At here(at);
    return add(Part::vjp, detail::operation_function(std::move(rule)));
  }
  Operation &vmap(batch how);
  /// `rule(axis_size, xs…)`: operands, and what it returns, have the mapped axis in front.
  template <class F>
    requires(!std::is_same_v<F, batch>)
  Operation &vmap(F rule, at_line at = at_line::current()) {
    At here(at);
    return add(Part::vmap, detail::operation_function(std::move(rule)));
  }
  /// Says that it is linear in each of these operands, the others being known. Then rules may use it on tangents, and
  /// the vjp rule is what transposes it.
  Operation &linear_in(std::vector<int64_t> operands);

  // ---- calls. Numbers become arrays of the first array's dtype.
  Array operator()(const Operand &a) const { return one({a}); }
  Array operator()(const Operand &a, const Operand &b) const { return one({a, b}); }
  Array operator()(const Operand &a, const Operand &b, const Operand &c) const { return one({a, b, c}); }
  Array operator()(const Operand &a, const Operand &b, const Operand &c, const Operand &d) const {
    return one({a, b, c, d});
  }
  /// All results, for operations with several.
  std::vector<Array> all(std::vector<Operand> operands) const;

  const std::string &name() const;

 private:
  enum class Part { function, jvp, vjp, vmap };
  Operation &add_kernel(detail::OperationKernel kernel);
  Operation &add(Part part, detail::OperationFunction f);
  Operation &add_result(detail::ResultRule rule, size_t arity);
  Array one(std::vector<Operand> operands) const;
  detail::OperationState *state_;  // for ever
};

/// Begins the definition of an operation. Errors: Error if there is one of this name.
inline Operation operation(const std::string &name, std::source_location at = std::source_location::current()) {
  return Operation(name, at);
}

struct CheckOperationOptions {
  double rtol = 2e-2, atol = 2e-3, eps = 1e-3;  // of differences in f32; f64 is checked far closer
  bool derivatives = true, batching = true;
};

/// Checks an operation's rules at `arguments`, concrete arrays: forward derivatives against central differences; the
/// reverse ones against these by dot products; that rules are linear in what they have to be; vmap against one call for
/// each example; and what compiled programs compute against calls.
/// Errors  Error that names the rule and the two numbers.
void check_operation(const Operation &op, const std::vector<Array> &arguments, CheckOperationOptions options = {});
template <class... A>
void check_operation(const Operation &op, const Array &first, const A &...more) {
  check_operation(op, std::vector<Array>{first, more...});
}

}  // namespace fluxion
