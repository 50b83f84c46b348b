// Types in the place of arrays, for functions that are looked at and not run: lower and eval_shape.
#pragma once
#include <fluxion/tree.h>

namespace fluxion {

/// The tree with abstract arrays: the shapes and dtypes of `t`, and no values.
template <tree::Tree T>
T abstract(const T &t) {
  auto forget = [](const Array &a) { return abstract(a.type()); };
  return tree::rebuild(t, forget);
}

namespace detail {

// What a function takes where a ShapeDtype, or a container of some, was given.
template <class T>
struct InArrays {
  using type = T;
};
template <>
struct InArrays<ShapeDtype> {
  using type = Array;
};
template <class T>
using in_arrays = typename InArrays<std::remove_cvref_t<T>>::type;
template <class T, class A>
struct InArrays<std::vector<T, A>> {
  using type = std::conditional_t<std::is_same_v<in_arrays<T>, T>, std::vector<T, A>, std::vector<in_arrays<T>>>;
};
template <class T, size_t N>
struct InArrays<std::array<T, N>> {
  using type = std::array<in_arrays<T>, N>;
};
template <class T>
struct InArrays<std::optional<T>> {
  using type = std::optional<in_arrays<T>>;
};
template <class... T>
struct InArrays<std::tuple<T...>> {
  using type = std::tuple<in_arrays<T>...>;
};
template <class A, class B>
struct InArrays<std::pair<A, B>> {
  using type = std::pair<in_arrays<A>, in_arrays<B>>;
};
template <class T, class C, class A>
struct InArrays<std::map<std::string, T, C, A>> {
  using type = std::conditional_t<std::is_same_v<in_arrays<T>, T>, std::map<std::string, T, C, A>,
                                  std::map<std::string, in_arrays<T>>>;
};

/// Whether there is no ShapeDtype in T that stands for an array.
template <class T>
inline constexpr bool is_of_arrays = std::is_same_v<in_arrays<T>, std::remove_cvref_t<T>>;

/// `t` with an abstract array for each ShapeDtype.
template <class T>
in_arrays<T> to_arrays(const T &t) {
  using tree::detail::is_map, tree::detail::is_optional, tree::detail::is_vector;
  if constexpr (is_of_arrays<T>) {
    return t;
  } else if constexpr (std::is_same_v<T, ShapeDtype>) {
    return abstract(t);
  } else if constexpr (is_vector<T>::value) {
    in_arrays<T> out;
    for (const auto &x : t) out.push_back(to_arrays(x));
    return out;
  } else if constexpr (is_map<T>::value) {
    in_arrays<T> out;
    for (const auto &[key, x] : t) out.emplace(key, to_arrays(x));
    return out;
  } else if constexpr (is_optional<T>::value) {
    return t ? in_arrays<T>(to_arrays(*t)) : in_arrays<T>();
  } else {  // std::array, tuple, pair
    return std::apply([](const auto &...x) { return in_arrays<T>{to_arrays(x)...}; }, t);
  }
}

}  // namespace detail
}  // namespace fluxion
