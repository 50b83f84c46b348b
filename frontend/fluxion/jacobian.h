// Whole Jacobians and Hessians, of functions from trees to trees.
#pragma once
#include <fluxion/transforms.h>

namespace fluxion {

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
/// DTypeError unless all arrays of a tree are floating-point; `what` names the tree.
void check_inexact(std::string_view what, const Array &a, std::string_view path);

template <class T>
void check_all_inexact(std::string_view what, const T &t) {
  tree::for_each_with_path(t, [&](std::string_view path, const Array &a) { check_inexact(what, a, path); });
}

/// A tree like `t` that is zero but for array `leaf`, which is x.
template <class T>
T only(const T &t, size_t leaf, const Array &x) {
  size_t next = 0;
  auto take = [&](const Array &a) { return next++ == leaf ? x : zeros(a.shape(), a.dtype()); };
  return tree::rebuild(t, take);
}

template <class In, class F>
auto forward_jacobian(F f, const In &x) {
  using Out = Result<F, In>;
  check_all_inexact("jacfwd: the argument", x);
  const Arrays leaves = leaves_of(x);
  std::vector<Arrays> columns;  // by array of x, then by array of the result
  std::optional<Out> out;
  for (size_t i = 0; i < leaves.size(); ++i) {
    auto column = [&](const Array &direction) {
      return std::get<1>(jvp(f, std::tuple<In>(x), std::tuple<In>(only(x, i, direction))));
    };
    Out all = vmap(column)(basis_of(leaves[i]));
    check_all_inexact("jacfwd: the result", all);
    Arrays of_leaf = leaves_of(all);
    for (Array &c : of_leaf) c = from_columns(c, leaves[i].shape());
    columns.push_back(std::move(of_leaf));
    if (!out) out.emplace(std::move(all));
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
  return jacobian_tree<In>(*out, next);
}

template <class In, class F>
auto reverse_jacobian(F f, const In &x) {
  check_all_inexact("jacrev: the argument", x);
  auto linear = vjp(f, x);
  const auto &y = std::get<0>(linear);
  auto &pullback = std::get<1>(linear);
  check_all_inexact("jacrev: the result", y);
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
  return jacobian_tree<In>(y, next);
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

}  // namespace detail

/// Jacobian by forward mode with respect to argument 0, or to those numbered, whose tuple then counts as the argument.
///
/// Shapes  For each array of the result one tree like the argument, its arrays of shape [out…, in…]: from an array to
///         an array it is an array; where the result is a struct of arrays and the argument a tree, a map from paths
///         ("layers.0.weight") to such trees.
/// Errors  DTypeError if an array of the argument or of the result is not floating-point.
template <size_t... I, class F>
auto jacfwd(F f) {
  return [f = std::move(f)]<class... A>(const A &...arguments) mutable {
    if constexpr (sizeof...(I) == 0) {
      return jacfwd<0>(std::ref(f))(arguments...);
    } else {
      const std::tuple<A...> all(arguments...);
      return detail::forward_jacobian(detail::in_some<I...>(f, all), detail::some_of<I...>(all));
    }
  };
}
/// The same by reverse mode: one pass backward for each number of the result.
template <size_t... I, class F>
auto jacrev(F f) {
  return [f = std::move(f)]<class... A>(const A &...arguments) mutable {
    if constexpr (sizeof...(I) == 0) {
      return jacrev<0>(std::ref(f))(arguments...);
    } else {
      const std::tuple<A...> all(arguments...);
      return detail::reverse_jacobian(detail::in_some<I...>(f, all), detail::some_of<I...>(all));
    }
  };
}
/// Second derivatives of a scalar function of argument 0, forward over reverse: from an array [in…, in…], from a tree
/// what jacfwd gives of its gradient.
template <class F>
auto hessian(F f, std::source_location made = std::source_location::current()) {
  return jacfwd(grad(std::move(f), {}, made));
}

}  // namespace fluxion
