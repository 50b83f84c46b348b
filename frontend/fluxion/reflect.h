// Reflection over aggregates: the number, types, names and values of their members.
#pragma once
#include <array>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace fluxion::reflect {

inline constexpr size_t kMostMembers = 32;

namespace detail {

struct Anything {
  template <class T>
  operator T() const;  // never defined: for unevaluated use
};

template <class T, size_t... I>
consteval bool constructible(std::index_sequence<I...>) {
  return requires { T{(static_cast<void>(I), Anything{})...}; };
}

template <class T, size_t N = kMostMembers>
consteval size_t count_members() {
  if constexpr (constructible<T>(std::make_index_sequence<N>()))
    return N;
  else if constexpr (N == 0)
    return 0;
  else
    return count_members<T, N - 1>();
}

}  // namespace detail

/// The number of members of an aggregate.
template <class T>
consteval size_t count() {
  static_assert(!detail::constructible<T>(std::make_index_sequence<kMostMembers + 1>()),
                "a tree struct has more than 32 members: group some of them in a struct");
  return detail::count_members<T>();
}

/// f(members...) by reference.
template <class T, class F>
constexpr decltype(auto) apply(T &&t, F &&f) {
  constexpr size_t n = count<std::remove_cvref_t<T>>();
  if constexpr (n == 0) {
    return f();
  } else if constexpr (n == 1) {
    auto &[m0] = t;
    return f(m0);
  } else if constexpr (n == 2) {
    auto &[m0, m1] = t;
    return f(m0, m1);
  } else if constexpr (n == 3) {
    auto &[m0, m1, m2] = t;
    return f(m0, m1, m2);
  } else if constexpr (n == 4) {
    auto &[m0, m1, m2, m3] = t;
    return f(m0, m1, m2, m3);
  } else if constexpr (n == 5) {
    auto &[m0, m1, m2, m3, m4] = t;
    return f(m0, m1, m2, m3, m4);
  } else if constexpr (n == 6) {
    auto &[m0, m1, m2, m3, m4, m5] = t;
    return f(m0, m1, m2, m3, m4, m5);
  } else if constexpr (n == 7) {
    auto &[m0, m1, m2, m3, m4, m5, m6] = t;
    return f(m0, m1, m2, m3, m4, m5, m6);
  } else if constexpr (n == 8) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7);
  } else if constexpr (n == 9) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7, m8] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7, m8);
  } else if constexpr (n == 10) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7, m8, m9] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9);
  } else if constexpr (n == 11) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10);
  } else if constexpr (n == 12) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11);
  } else if constexpr (n == 13) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12);
  } else if constexpr (n == 14) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13);
  } else if constexpr (n == 15) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14);
  } else if constexpr (n == 16) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15);
  } else if constexpr (n == 17) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16);
  } else if constexpr (n == 18) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17);
  } else if constexpr (n == 19) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18);
  } else if constexpr (n == 20) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19);
  } else if constexpr (n == 21) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20);
  } else if constexpr (n == 22) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21);
  } else if constexpr (n == 23) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22);
  } else if constexpr (n == 24) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22,
           m23] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22,
             m23);
  } else if constexpr (n == 25) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22, m23,
           m24] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22,
             m23, m24);
  } else if constexpr (n == 26) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22, m23,
           m24, m25] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22,
             m23, m24, m25);
  } else if constexpr (n == 27) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22, m23,
           m24, m25, m26] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22,
             m23, m24, m25, m26);
  } else if constexpr (n == 28) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22, m23,
           m24, m25, m26, m27] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22,
             m23, m24, m25, m26, m27);
  } else if constexpr (n == 29) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22, m23,
           m24, m25, m26, m27, m28] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22,
             m23, m24, m25, m26, m27, m28);
  } else if constexpr (n == 30) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22, m23,
           m24, m25, m26, m27, m28, m29] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22,
             m23, m24, m25, m26, m27, m28, m29);
  } else if constexpr (n == 31) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22, m23,
           m24, m25, m26, m27, m28, m29, m30] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22,
             m23, m24, m25, m26, m27, m28, m29, m30);
  } else if constexpr (n == 32) {
    auto &[m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22, m23,
           m24, m25, m26, m27, m28, m29, m30, m31] = t;
    return f(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22,
             m23, m24, m25, m26, m27, m28, m29, m30, m31);
  }
}

namespace detail {
template <class T>
constexpr auto member_types(T &t) {
  return reflect::apply(t,
                        []<class... M>(M &...) { return std::type_identity<std::tuple<std::remove_cvref_t<M>...>>(); });
}
#ifdef __clang__
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wundefined-var-template"
#pragma clang diagnostic ignored "-Wundefined-internal"
#endif
// Never defined: only the addresses of its members are used, to read their names off.
template <class T>
struct Holder {
  T value;
};
template <class T>
extern const Holder<T> holder;

template <auto Pointer>
consteval std::string_view pointer_name() {
  std::string_view text = __PRETTY_FUNCTION__;
  // "…Pointer = &holder<T>.value.name…" in clang, "…Pointer = (& holder<T>.…value.T::name)…" in gcc.
  size_t end = text.find_last_of("];");
  end = text.find_last_of(";") != std::string_view::npos ? text.find(';', text.find("Pointer = ")) : end;
  if (end == std::string_view::npos || end < text.find("Pointer = ")) end = text.rfind(']');
  text = text.substr(0, end);
  while (!text.empty() && (text.back() == ')' || text.back() == ' ')) text.remove_suffix(1);
  return text.substr(text.find_last_of(".:") + 1);
}

template <class T, size_t I>
constexpr const auto *member_pointer() {
  return reflect::apply(holder<T>.value,
                        [](const auto &...members) { return std::get<I>(std::make_tuple(&members...)); });
}
#ifdef __clang__
#pragma clang diagnostic pop
#endif
}  // namespace detail

template <class T, size_t I>
using member_type = std::tuple_element_t<I, typename decltype(detail::member_types(std::declval<T &>()))::type>;

/// The name of member I, as the struct's source spells it.
template <class T, size_t I>
consteval std::string_view member_name() {
  return detail::pointer_name<detail::member_pointer<T, I>()>();
}

/// f(std::integral_constant<size_t, I>, member) for each member.
template <class T, class F>
constexpr void for_each(T &&t, F &&f) {
  reflect::apply(t, [&](auto &...members) {
    [&]<size_t... I>(std::index_sequence<I...>) {
      (f(std::integral_constant<size_t, I>(), members), ...);
    }(std::make_index_sequence<sizeof...(members)>());
  });
}

}  // namespace fluxion::reflect
