// Whole Jacobians and Hessians, of functions from trees to trees.
#pragma once
#include <fluxion/custom.h>

namespace fluxion {

struct JacobianOptions {
  bool holomorphic = false;  // the function is one of complex numbers that has a complex derivative, which is meant
};

namespace detail {

// The type of a Jacobian: the result's tree with the arguments' tree in the place of each array. Of a struct, whose
// members have types of their own, a map from the paths of its arrays.
template <class Out, class In>
struct JacobianType {
  using type = std::map<std::string, In>;
};
template <class Out, class In>
using Jacobian =
    typename std::conditional_t<std::is_same_v<In, Array>, std::type_identity<Out>, JacobianType<Out, In>>::type;
template <class Out, class In>
  requires(tree::Leaf<Out>::value)
struct JacobianType<Out, In> {
  using type = In;
};
template <class Out, class In>
  requires(tree::detail::is_static<Out>)
struct JacobianType<Out, In> {
  using type = Out;
};
template <class T, class A, class In>
struct JacobianType<std::vector<T, A>, In> {
  using type = std::vector<Jacobian<T, In>>;
};
template <class T, size_t N, class In>
struct JacobianType<std::array<T, N>, In> {
  using type = std::array<Jacobian<T, In>, N>;
};
template <class T, class In>
struct JacobianType<std::optional<T>, In> {
  using type = std::optional<Jacobian<T, In>>;
};
template <class... T, class In>
struct JacobianType<std::tuple<T...>, In> {
  using type = std::tuple<Jacobian<T, In>...>;
};
template <class A, class B, class In>
struct JacobianType<std::pair<A, B>, In> {
  using type = std::pair<Jacobian<A, In>, Jacobian<B, In>>;
};
template <class T, class C, class A, class In>
struct JacobianType<std::map<std::string, T, C, A>, In> {
  using type = std::map<std::string, Jacobian<T, In>>;
};

/// next() for each array of `out`, in their order.
template <class In, class Out, class Next>
Jacobian<Out, In> jacobian_tree(const Out &out, Next &next) {
  using namespace tree::detail;
  if constexpr (std::is_same_v<In, Array>) {
    auto take = [&](const Array &) { return next(); };
    return tree::rebuild(out, take);
  } else if constexpr (tree::Leaf<Out>::value) {
    return next();
  } else if constexpr (is_static<Out>) {
    return out;
  } else if constexpr (is_vector<Out>::value) {
    Jacobian<Out, In> j;
    for (const auto &x : out) j.push_back(jacobian_tree<In>(x, next));
    return j;
  } else if constexpr (is_map<Out>::value) {
    Jacobian<Out, In> j;
    for (const auto &[key, x] : out) j.emplace(key, jacobian_tree<In>(x, next));
    return j;
  } else if constexpr (is_optional<Out>::value) {
    return out ? Jacobian<Out, In>(jacobian_tree<In>(*out, next)) : Jacobian<Out, In>();
  } else if constexpr (is_tuple<Out>::value || is_std_array<Out>::value) {
    return std::apply([&](const auto &...x) { return Jacobian<Out, In>{jacobian_tree<In>(x, next)...}; }, out);
  } else {
    Jacobian<Out, In> j;
    tree::for_each_with_path(out, [&](std::string_view path, const Array &) { j.emplace(std::string(path), next()); });
    return j;
  }
}

/// The directions along which `x` is differentiated, one after the other: [size, shape…].
Array basis_of(const Array &x);
/// From [size, out…], a row a direction, to [out…, in…].
Array from_columns(const Array &columns, const Shape &in);
/// From [size, in…] to [out…, in…].
Array from_rows(const Array &rows, const Shape &out);
/// Which numbers a Jacobian is taken by, or of.
enum class Numbers { real, real_or_complex, complex };
/// DTypeError unless an array is of such numbers; `what` names the tree that it is in.
void check_numbers(std::string_view what, Numbers numbers, const Array &a, std::string_view path);

template <class T>
void check_all(std::string_view what, Numbers numbers, const T &t) {
  tree::for_each_with_path(t, [&](std::string_view path, const Array &a) { check_numbers(what, numbers, a, path); });
}

// What is returned beside a Jacobian, where the function returns more than what is differentiated.
struct Nothing {};
template <class J, class More>
auto with_more(J j, std::optional<More> more) {
  if constexpr (std::is_same_v<More, Nothing>)
    return j;
  else
    return std::pair(std::move(j), std::move(*more));
}

/// A tree like `t` that is zero but for array `leaf`, which is x.
template <class T>
T only(const T &t, size_t leaf, const Array &x) {
  size_t next = 0;
  auto take = [&](const Array &a) { return next++ == leaf ? x : zeros(a.shape(), a.dtype()); };
  return tree::rebuild(t, take);
}

template <bool HasMore, class In, class F>
auto forward_jacobian(F f, const In &x, JacobianOptions options) {
  using Result = detail::Result<F, In>;
  check_all("jacfwd: the argument", options.holomorphic ? Numbers::complex : Numbers::real, x);
  // f's directional derivative, and what it returns beside, which is the same for all directions.
  auto derivative = [&](const In &direction) {
    auto both = [&] {
      if constexpr (HasMore) {
        auto [out, tangent, more] = jvp(has_aux, f, std::tuple<In>(x), std::tuple<In>(direction));
        return std::tuple(std::move(tangent), std::move(more));
      } else {
        return std::make_tuple(std::get<1>(jvp(f, std::tuple<In>(x), std::tuple<In>(direction))));
      }
    }();
    check_all("jacfwd: the result", options.holomorphic ? Numbers::complex : Numbers::real_or_complex,
              std::get<0>(both));
    return both;
  };
  using Both = detail::Result<decltype(derivative), In>;
  using Out = std::tuple_element_t<0, Both>;
  using More = typename std::conditional_t<HasMore, std::tuple_element<1, Result>, std::type_identity<Nothing>>::type;
  const Arrays leaves = leaves_of(x);
  std::vector<Arrays> columns;  // by array of x, then by array of the result
  std::optional<Out> out;
  std::optional<More> more;
  const std::vector<TreeAxes> axes = HasMore ? std::vector<TreeAxes>{0, none} : std::vector<TreeAxes>{0};
  for (size_t i = 0; i < leaves.size(); ++i) {
    auto column = [&](const Array &direction) { return derivative(only(x, i, direction)); };
    Both all = vmap(column, {.out_axes = axes})(basis_of(leaves[i]));
    const Out &tangents = std::get<0>(all);
    Arrays of_leaf = leaves_of(tangents);
    for (Array &c : of_leaf) c = from_columns(c, leaves[i].shape());
    columns.push_back(std::move(of_leaf));
    if (out) continue;
    out.emplace(tangents);
    if constexpr (HasMore) more.emplace(std::get<1>(all));
  }
  if (!out) fail<ShapeError>("jacfwd: the argument has no arrays");
  size_t number = 0;
  auto next = [&] {
    size_t leaf = 0;
    auto take = [&](const Array &) { return columns[leaf++][number]; };
    In j = tree::rebuild(x, take);
    ++number;
    return j;
  };
  return with_more(jacobian_tree<In>(*out, next), std::move(more));
}

template <bool HasMore, class In, class F>
auto reverse_jacobian(F f, const In &x, JacobianOptions options) {
  check_all("jacrev: the argument", options.holomorphic ? Numbers::complex : Numbers::real_or_complex, x);
  auto linear = [&] {
    if constexpr (HasMore)
      return vjp(has_aux, f, x);
    else
      return vjp(f, x);
  }();
  const auto &y = std::get<0>(linear);
  auto &pullback = std::get<1>(linear);
  check_all("jacrev: the result", options.holomorphic ? Numbers::complex : Numbers::real, y);
  const Arrays results = leaves_of(y);
  size_t number = 0;
  auto next = [&] {
    const Array &result = results[number];
    auto row = [&](const Array &ct) { return std::get<0>(pullback(only(y, number, ct))); };
    In rows = vmap(row)(basis_of(result));
    auto shape = [&](const Array &r) { return from_rows(r, result.shape()); };
    ++number;
    return tree::rebuild(rows, shape);
  };
  auto j = jacobian_tree<In>(y, next);
  if constexpr (HasMore)
    return std::pair(std::move(j), std::get<2>(linear));
  else
    return j;
}

// f as a function of the arguments numbered I, or of the tuple of them, the others being what they are.
template <size_t... I, class F, class... A>
auto in_some(F &f, const std::tuple<A...> &arguments) {
  return [&f, &arguments](const auto &x) {
    std::tuple<A...> all = arguments;
    if constexpr (sizeof...(I) == 1)
      (..., (std::get<I>(all) = x));
    else
      std::tie(std::get<I>(all)...) = x;
    return std::apply(f, all);
  };
}
template <size_t... I, class Tuple>
auto some_of(const Tuple &arguments) {
  static_assert(((I < std::tuple_size_v<Tuple>) && ...), "jacfwd, jacrev: there is no argument of this number");
  if constexpr (sizeof...(I) == 1)
    return (..., std::get<I>(arguments));
  else
    return std::tuple(std::get<I>(arguments)...);
}

// run(f as a function of the arguments numbered I, those arguments); I is 0 where none is given. Errors of the
// transformation name the line `made`.
template <size_t... I, class F, class Run, class... A>
auto by_arguments(F &f, const std::source_location &made, Run run, const A &...arguments) {
  if constexpr (sizeof...(I) == 0) {
    return by_arguments<0>(f, made, run, arguments...);
  } else {
    At at(made);
    auto outside = [&](auto &...a) { return at.outside([&] { return f(a...); }); };
    const std::tuple<A...> all(arguments...);
    return run(in_some<I...>(outside, all), some_of<I...>(all));
  }
}

template <bool HasMore, size_t... I, class F>
auto jacfwd(F f, JacobianOptions options, std::source_location made) {
  return [f = std::move(f), options, made](const auto &...arguments) mutable {
    auto run = [&](auto g, const auto &x) { return forward_jacobian<HasMore>(std::move(g), x, options); };
    return by_arguments<I...>(f, made, run, arguments...);
  };
}
template <bool HasMore, size_t... I, class F>
auto jacrev(F f, JacobianOptions options, std::source_location made) {
  return [f = std::move(f), options, made](const auto &...arguments) mutable {
    auto run = [&](auto g, const auto &x) { return reverse_jacobian<HasMore>(std::move(g), x, options); };
    return by_arguments<I...>(f, made, run, arguments...);
  };
}

}  // namespace detail

/// Jacobian by forward mode with respect to argument 0, or to those numbered, whose tuple then counts as the argument:
/// `jacfwd<0, 2>(f)`. With `.holomorphic` that of a function of complex arrays by its complex derivative.
///
/// Shapes  For each array of the result one tree like the argument, its arrays of shape [out…, in…]: from an array to
///         an array it is an array; where the result is a struct of arrays and the argument a tree, a map from paths
///         ("layers.0.weight") to such trees.
/// Errors  DTypeError if an array of the argument is not real, or, where it is holomorphic, one of the argument or of
///         the result not complex; and if one of the result is an integer.
template <size_t... I, class F>
auto jacfwd(F f, JacobianOptions options = {}, std::source_location made = std::source_location::current()) {
  return detail::jacfwd<false, I...>(std::move(f), options, made);
}
/// The same of a function that returns pair(out, more): pair(Jacobian of out, more).
template <size_t... I, class F>
auto jacfwd(HasAux, F f, JacobianOptions options = {}, std::source_location made = std::source_location::current()) {
  return detail::jacfwd<true, I...>(std::move(f), options, made);
}
/// The same by reverse mode: one pass backward for each number of the result. Here it is the result that has to be real
/// unless f is holomorphic; by a complex argument the Jacobian holds what `grad` gives of each number.
template <size_t... I, class F>
auto jacrev(F f, JacobianOptions options = {}, std::source_location made = std::source_location::current()) {
  return detail::jacrev<false, I...>(std::move(f), options, made);
}
template <size_t... I, class F>
auto jacrev(HasAux, F f, JacobianOptions options = {}, std::source_location made = std::source_location::current()) {
  return detail::jacrev<true, I...>(std::move(f), options, made);
}
/// Second derivatives of a scalar function by argument 0, or by those numbered, forward over reverse: by an array
/// [in…, in…], by a tree what jacfwd gives of its gradient. f may return a pair (value, more), as for `grad`: then it
/// is the pair (Hessian, more).
template <size_t... I, class F>
auto hessian(F f, JacobianOptions options = {}, std::source_location made = std::source_location::current()) {
  return [f = std::move(f), options, made]<class... A>(const A &...arguments) mutable {
    auto gradient = [&](const auto &...a) {
      const GradOptions how{.holomorphic = options.holomorphic};
      if constexpr (sizeof...(I) == 0)
        return detail::gradient_of(detail::value_and_gradients<0>(f, how, made, a...));
      else
        return detail::gradient_of(detail::value_and_gradients<I...>(f, how, made, a...));
    };
    constexpr bool has_more = detail::Loss<detail::Result<F, A...>>::has_aux;
    return detail::jacfwd<has_more, I...>(gradient, options, made)(arguments...);
  };
}

}  // namespace fluxion
