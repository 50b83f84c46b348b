// Trees: structs, vectors, tuples, … of arrays. Members are found by reflection over aggregates, with their names; no
// macro and no base class is needed. Numbers, bools, enums and strings are static: part of a function, compared by
// value.
#pragma once
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <fluxion/array.h>
#include <fluxion/reflect.h>

namespace fluxion::tree {

/// Specialise for a class of your own that holds one array: `get(t)` reads it, `make(array)` builds the class.
template <class T>
struct Leaf : std::false_type {};

template <>
struct Leaf<Array> : std::true_type {
  static const Array &get(const Array &a) { return a; }
  static Array make(Array a) { return a; }
};

namespace detail {

template <class T>
struct is_vector : std::false_type {};
template <class T, class A>
struct is_vector<std::vector<T, A>> : std::true_type {};
template <class T>
struct is_std_array : std::false_type {};
template <class T, size_t N>
struct is_std_array<std::array<T, N>> : std::true_type {};
template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <class T>
struct is_tuple : std::false_type {};
template <class... T>
struct is_tuple<std::tuple<T...>> : std::true_type {};
template <class A, class B>
struct is_tuple<std::pair<A, B>> : std::true_type {};
template <class T>
struct is_map : std::false_type {};
template <class T, class C, class A>
struct is_map<std::map<std::string, T, C, A>> : std::true_type {};

template <class T>
inline constexpr bool is_static =
    std::is_arithmetic_v<T> || std::is_enum_v<T> || std::is_same_v<T, std::string> ||
    std::is_same_v<T, std::string_view> || std::is_same_v<T, const char *> || std::is_same_v<T, Shape> ||
    std::is_same_v<T, std::monostate> || std::is_same_v<T, std::nullptr_t>;

template <class T>
inline constexpr bool is_struct = std::is_aggregate_v<T> && std::is_class_v<T> && !is_std_array<T>::value;

}  // namespace detail

/// Whether T is a tree: what transformed functions take and return.
template <class T>
consteval bool is_tree() {
  using namespace detail;
  if constexpr (Leaf<T>::value || is_static<T>)
    return true;
  else if constexpr (is_vector<T>::value || is_std_array<T>::value || is_optional<T>::value)
    return is_tree<typename T::value_type>();
  else if constexpr (is_map<T>::value)
    return is_tree<typename T::mapped_type>();
  else if constexpr (is_tuple<T>::value)
    return []<size_t... I>(std::index_sequence<I...>) {
      return (is_tree<std::tuple_element_t<I, T>>() && ...);
    }(std::make_index_sequence<std::tuple_size_v<T>>());
  else if constexpr (is_struct<T>)
    return []<size_t... I>(std::index_sequence<I...>) {
      return (is_tree<reflect::member_type<T, I>>() && ...);
    }(std::make_index_sequence<reflect::count<T>()>());
  else
    return false;
}
template <class T>
concept Tree = is_tree<std::remove_cvref_t<T>>();

namespace detail {

// Walks a tree. A visitor has leaf(const Array &), fixed(const T &) for static values, and size(n) for what decides the
// structure; enter(name or number) and leave() bracket each member.
template <class T, class V>
void walk(const T &t, V &v) {
  if constexpr (Leaf<T>::value) {
    v.leaf(Leaf<T>::get(t));
  } else if constexpr (is_static<T>) {
    v.fixed(t);
  } else if constexpr (is_vector<T>::value || is_std_array<T>::value) {
    v.size(t.size());
    for (size_t i = 0; i < t.size(); ++i) {
      v.enter(i);
      if constexpr (std::is_same_v<T, std::vector<bool>>)
        v.fixed(static_cast<bool>(t[i]));
      else
        walk(t[i], v);
      v.leave();
    }
  } else if constexpr (is_optional<T>::value) {
    v.size(t.has_value());
    if (t) walk(*t, v);
  } else if constexpr (is_map<T>::value) {
    v.size(t.size());
    for (const auto &[key, value] : t) {
      v.fixed(key);
      v.enter(std::string_view(key));
      walk(value, v);
      v.leave();
    }
  } else if constexpr (is_tuple<T>::value) {
    [&]<size_t... I>(std::index_sequence<I...>) {
      ((v.enter(I), walk(std::get<I>(t), v), v.leave()), ...);
    }(std::make_index_sequence<std::tuple_size_v<T>>());
  } else {
    static_assert(is_struct<T>,
                  "not a tree: an argument or result must be an Array, or a vector, array, tuple, pair, "
                  "optional, map or plain struct of trees");
    reflect::for_each(t, [&]<size_t I>(std::integral_constant<size_t, I>, const auto &member) {
      v.enter(reflect::member_name<T, I>());
      walk(member, v);
      v.leave();
    });
  }
}

struct Visitor {
  template <class T>
  void fixed(const T &) {}
  void size(size_t) {}
  void enter(size_t) {}
  void enter(std::string_view) {}
  void leave() {}
};

struct Collect : Visitor {
  std::vector<Array> &out;
  explicit Collect(std::vector<Array> &o) : out(o) {}
  void leaf(const Array &a) { out.push_back(a); }
};

}  // namespace detail

/// The arrays of a tree in the order of its members.
template <Tree T>
std::vector<Array> leaves(const T &t) {
  std::vector<Array> out;
  detail::Collect v(out);
  detail::walk(t, v);
  return out;
}

/// A tree like `t` whose arrays are f(array).
template <class T, class F>
T rebuild(const T &t, F &f) {
  using namespace detail;
  if constexpr (Leaf<T>::value) {
    return Leaf<T>::make(f(Leaf<T>::get(t)));
  } else if constexpr (is_static<T>) {
    return t;
  } else if constexpr (is_vector<T>::value) {
    if constexpr (std::is_same_v<T, std::vector<bool>>) {
      return t;
    } else {
      T out;
      out.reserve(t.size());
      for (const auto &x : t) out.push_back(rebuild(x, f));
      return out;
    }
  } else if constexpr (is_std_array<T>::value) {
    return [&]<size_t... I>(std::index_sequence<I...>) {
      return T{rebuild(t[I], f)...};
    }(std::make_index_sequence<std::tuple_size_v<T>>());
  } else if constexpr (is_optional<T>::value) {
    return t ? T(rebuild(*t, f)) : T();
  } else if constexpr (is_map<T>::value) {
    T out;
    for (const auto &[key, value] : t) out.emplace(key, rebuild(value, f));
    return out;
  } else if constexpr (is_tuple<T>::value) {
    return [&]<size_t... I>(std::index_sequence<I...>) {
      return T{rebuild(std::get<I>(t), f)...};
    }(std::make_index_sequence<std::tuple_size_v<T>>());
  } else {
    return reflect::apply(t, [&](const auto &...members) { return T{rebuild(members, f)...}; });
  }
}

/// A tree like `t` with these arrays, in the order of leaves(t).
template <class T>
T unflatten(const T &t, std::span<const Array> arrays) {
  size_t next = 0;
  auto take = [&](const Array &) { return arrays[next++]; };
  return rebuild(t, take);
}

namespace detail {
[[noreturn]] void throw_structures_differ(size_t a, size_t b);
}

/// f applied leaf by leaf to trees of one structure. ShapeError if their numbers of arrays differ.
template <class F, Tree T, Tree... Rest>
T map(F &&f, const T &first, const Rest &...rest) {
  std::array<std::vector<Array>, sizeof...(Rest)> others{leaves(rest)...};
  size_t count = leaves(first).size(), i = 0;
  for (const auto &o : others)
    if (o.size() != count) detail::throw_structures_differ(count, o.size());
  auto step = [&](const Array &a) {
    size_t at = i++;
    return [&]<size_t... I>(std::index_sequence<I...>) {
      return Array(f(a, others[I][at]...));
    }(std::index_sequence_for<Rest...>());
  };
  return rebuild(first, step);
}

namespace detail {
template <class F>
struct PathVisitor : Visitor {
  F &f;
  std::vector<std::string> parts;
  explicit PathVisitor(F &g) : f(g) {}
  void enter(size_t i) { parts.push_back(std::to_string(i)); }
  void enter(std::string_view name) { parts.emplace_back(name); }
  void leave() { parts.pop_back(); }
  void leaf(const Array &a) { f(std::string_view(fmt::format("{}", fmt::join(parts, "."))), a); }
};
}  // namespace detail

/// f(path, array) for each array; the path is of member names and numbers: "layers.0.weight".
template <Tree T, class F>
void for_each_with_path(const T &t, F &&f) {
  detail::PathVisitor<F> v(f);
  detail::walk(t, v);
}

/// A tree's shape without its arrays: equal for trees that a compiled function may not tell apart but by shapes.
struct Structure {
  std::vector<uint64_t> words;
  size_t leaf_count = 0;
  bool operator==(const Structure &) const = default;
};

namespace detail {
struct Describe : Visitor {
  Structure out;
  void leaf(const Array &) { out.words.push_back(0x1eaf), ++out.leaf_count; }
  void size(size_t n) { out.words.push_back(n); }
  template <class T>
  void fixed(const T &value) {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
      uint64_t word = 0;
      static_assert(sizeof(T) <= 2 * sizeof(word));
      __builtin_memcpy(&word, &value, sizeof(T) < 8 ? sizeof(T) : 8);
      out.words.push_back(word);
    } else if constexpr (std::is_same_v<T, Shape>) {
      out.words.push_back(value.size());
      for (int64_t n : value) out.words.push_back(static_cast<uint64_t>(n));
    } else if constexpr (std::is_convertible_v<T, std::string_view>) {
      text(value);
    }
  }
  void text(std::string_view s) {
    out.words.push_back(s.size());
    for (size_t i = 0; i < s.size(); i += 8) {
      uint64_t word = 0;
      __builtin_memcpy(&word, s.data() + i, std::min<size_t>(8, s.size() - i));
      out.words.push_back(word);
    }
  }
};
}  // namespace detail

template <Tree T>
Structure structure(const T &t) {
  detail::Describe v;
  detail::walk(t, v);
  return std::move(v.out);
}

template <Tree T>
T zeros_like(const T &t);

}  // namespace fluxion::tree
