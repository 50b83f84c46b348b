// Array: an immutable value with a shape and a dtype; a handle that is cheap to copy.
#pragma once
#include <array>
#include <complex>
#include <concepts>
#include <functional>
#include <initializer_list>
#include <iosfwd>
#include <memory>
#include <optional>
#include <source_location>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include <fluxion/attribute.h>
#include <fluxion/error.h>
#include <fluxion/shape.h>
#include <fmt/format.h>

namespace fluxion {

namespace detail {
struct ArrayNode;
using NodePtr = std::shared_ptr<const ArrayNode>;
}  // namespace detail

class Array;
class Operand;
struct Index;
class IndexUpdate;

/// Numbers that stand beside arrays in expressions.
template <class T>
concept Scalar = std::is_arithmetic_v<T> || std::same_as<T, bfloat16> || std::same_as<T, float16>;

inline std::source_location here(std::source_location l = std::source_location::current()) { return l; }

/// Dimensions to reduce over: none named means all. Negative ones count from the end.
struct Axes {
  std::vector<int64_t> dims;
  bool all = true;
  Axes() = default;
  Axes(int64_t axis) : dims{axis}, all(false) {}
  Axes(int axis) : Axes(static_cast<int64_t>(axis)) {}
  Axes(std::initializer_list<int64_t> axes) : dims(axes), all(false) {}
  Axes(std::vector<int64_t> axes) : dims(std::move(axes)), all(false) {}
};

/// Keeps reduced dimensions with size 1: `fx::mean(x, {0, 1}, fx::keepdims)`.
enum class Keep : bool { no, yes };
inline constexpr Keep keepdims = Keep::yes;

class Array {
 public:
  /// No array at all; every use but assignment is an error.
  Array() = default;
  explicit Array(detail::NodePtr node) : node_(std::move(node)) {}
  Array(const Array &) = default;
  Array(Array &&) noexcept = default;
  Array &operator=(const Array &) & = default;
  Array &operator=(Array &&) & noexcept = default;
  ~Array() = default;
  /// `x[i] = y` would change a temporary, and nothing else.
  template <class T>
  void operator=(T &&) && {
    static_assert(!sizeof(T), "arrays are immutable: instead of `x[i] = y` write `x = x.at(i).set(y)`");
  }

  const Shape &shape() const;
  /// Size of dimension `i`; negative `i` counts from the end.
  int64_t shape(int64_t i) const { return shape()[i]; }
  DType dtype() const;
  int64_t ndim() const { return shape().ndim(); }
  int64_t size() const { return shape().count(); }
  ShapeDtype type() const { return {shape(), dtype()}; }
  bool defined() const { return node_ != nullptr; }
  /// Whether this stands for a value that is known only when the traced function runs.
  bool is_traced() const;
  /// Whether there is a type and no value: see fx::abstract.
  bool is_abstract() const;

  /// The one element of a one-element array, converted to T. ConcretizationError for a traced array.
  template <class T>
  T item(std::source_location at = std::source_location::current()) const;
  /// A copy of the elements in row-major order, converted to T.
  template <class T>
  std::vector<T> to_vector(std::source_location at = std::source_location::current()) const;
  /// The elements in place, row-major; valid while this array lives. DTypeError unless T stores the dtype.
  template <class T>
  std::span<const T> span(std::source_location at = std::source_location::current()) const {
    return {static_cast<const T *>(bytes_of(dtype_of<T>, at)), static_cast<size_t>(size())};
  }
  /// The elements' bytes, row-major.
  std::span<const std::byte> bytes(std::source_location at = std::source_location::current()) const;

  /// `if (x > y)` must say what it means: `if (fx::all(x > y).item<bool>())`, or fx::cond for a traced value.
  explicit operator bool() const = delete;

  using at_line = std::source_location;
  Array reshape(std::vector<int64_t> shape, at_line at = at_line::current()) const;
  Array astype(DType dtype, at_line at = at_line::current()) const;
  /// All dimensions in reverse order.
  Array T(at_line at = at_line::current()) const;
  Array transpose(std::vector<int64_t> axes, at_line at = at_line::current()) const;
  Array sum(Axes axes = {}, Keep keep = Keep::no, at_line at = at_line::current()) const;
  Array mean(Axes axes = {}, Keep keep = Keep::no, at_line at = at_line::current()) const;
  Array max(Axes axes = {}, Keep keep = Keep::no, at_line at = at_line::current()) const;
  Array min(Axes axes = {}, Keep keep = Keep::no, at_line at = at_line::current()) const;
  Array flatten(at_line at = at_line::current()) const;

  /// NumPy's indexing: numbers, slices, ellipsis, newaxis and integer arrays. Numbers out of range are a ShapeError,
  /// entries of index arrays are clamped.
  Array operator[](const Index &index) const;
  Array operator[](std::initializer_list<Index> indices) const;
  /// The place of an update: `x.at({0, fx::all}).set(v)` is a new array.
  IndexUpdate at(const Index &index, at_line at = at_line::current()) const;
  IndexUpdate at(std::initializer_list<Index> indices, at_line at = at_line::current()) const;

  const detail::NodePtr &node() const { return node_; }

 private:
  const void *bytes_of(DType wanted, std::source_location at) const;
  detail::NodePtr node_;
};

/// An argument of an operation: an array or a number, and the line of the caller.
class Operand {
 public:
  Operand(const Array &array, std::source_location at = std::source_location::current()) : array_(&array), at_(at) {}
  template <Scalar T>
  Operand(T value, std::source_location at = std::source_location::current()) : at_(at) {
    if constexpr (std::same_as<T, bool>)
      number_ = value;
    else if constexpr (std::integral<T>)
      number_ = static_cast<int64_t>(value);
    else
      number_ = static_cast<double>(value);
  }
  bool is_array() const { return array_ != nullptr; }
  const Array &array() const { return *array_; }
  const std::variant<bool, int64_t, double> &number() const { return number_; }
  const std::source_location &source() const { return at_; }
  Location location() const { return {at_.file_name(), at_.line(), at_.column(), at_.function_name()}; }

 private:
  const Array *array_ = nullptr;
  std::variant<bool, int64_t, double> number_;
  std::source_location at_;
};

/// A number as an array of one element would be promoted: a bool, an i32 or an f32.
Array asarray(const Operand &x);

// ---- making arrays

namespace detail {
Array from_bytes(ShapeDtype type, const void *bytes, std::source_location at);

[[noreturn]] void throw_ragged(int64_t a, int64_t b, std::source_location at);

// Nested braces: {1, 2}, {{1, 2}, {3, 4}}, …
template <class T>
void flatten_braces(const T &value, std::vector<T> &out, Shape &, size_t, std::source_location) {
  out.push_back(value);
}
template <class T, class List>
void flatten_braces(const std::initializer_list<List> &list, std::vector<T> &out, Shape &shape, size_t depth,
                    std::source_location at) {
  int64_t n = static_cast<int64_t>(list.size());
  if (shape.size() <= depth) shape.push_back(n);
  if (shape[static_cast<int64_t>(depth)] != n) throw_ragged(shape[static_cast<int64_t>(depth)], n, at);
  for (const auto &item : list) flatten_braces(item, out, shape, depth + 1, at);
}
template <class T, class List>
Array from_braces(std::initializer_list<List> list, std::source_location at) {
  // C++ types have their own dtypes, but an int or a double literal means the default: i32 and f32 alike to JAX.
  Shape shape;
  std::vector<T> values;
  flatten_braces(list, values, shape, 0, at);
  if constexpr (std::same_as<T, bool>) {
    std::vector<char> bytes(values.begin(), values.end());
    return from_bytes({shape, DType::bool_}, bytes.data(), at);
  } else {
    return from_bytes({shape, dtype_of<T>}, values.data(), at);
  }
}
}  // namespace detail

/// From nested braces: `fx::array({{1.f, 2.f}, {3.f, 4.f}})` is f32[2,2]; doubles give f64, ints i32.
template <Scalar T>
Array array(std::initializer_list<T> v, std::source_location at = std::source_location::current()) {
  return detail::from_braces<T>(v, at);
}
template <Scalar T>
Array array(std::initializer_list<std::initializer_list<T>> v,
            std::source_location at = std::source_location::current()) {
  return detail::from_braces<T>(v, at);
}
template <Scalar T>
Array array(std::initializer_list<std::initializer_list<std::initializer_list<T>>> v,
            std::source_location at = std::source_location::current()) {
  return detail::from_braces<T>(v, at);
}
template <Scalar T>
Array array(T v, std::source_location at = std::source_location::current()) {
  return detail::from_bytes({{}, dtype_of<T>}, &v, at);
}

/// Copies row-major `data`. ShapeError unless the sizes agree.
template <class T>
Array from_span(std::span<T> data, Shape shape, std::source_location at = std::source_location::current()) {
  if (shape.count() != static_cast<int64_t>(data.size()))
    detail::throw_ragged(shape.count(), static_cast<int64_t>(data.size()), at);
  return detail::from_bytes({std::move(shape), dtype_of<std::remove_const_t<T>>}, data.data(), at);
}
template <class T>
Array from_vector(const std::vector<T> &data, Shape shape, std::source_location at = std::source_location::current()) {
  return from_span(std::span<const T>(data), std::move(shape), at);
}
template <class T>
Array from_vector(const std::vector<T> &data, std::source_location at = std::source_location::current()) {
  return from_span(std::span<const T>(data), {static_cast<int64_t>(data.size())}, at);
}
/// Uses `data` in place, without a copy; `owner` keeps it alive. The memory must not change afterwards.
Array view(const void *data, ShapeDtype type, std::shared_ptr<void> owner);
template <class T>
Array view(std::span<const T> data, Shape shape, std::shared_ptr<void> owner) {
  return view(data.data(), {std::move(shape), dtype_of<T>}, std::move(owner));
}
/// An array that has a type and no value, for what looks at types only: `step.lower(…)`, `fx::eval_shape`. Asking for
/// its elements, or computing with it, is an Error.
Array abstract(ShapeDtype type, std::source_location at = std::source_location::current());

/// From raw row-major bytes of the given type.
Array from_bytes(ShapeDtype type, std::span<const std::byte> bytes,
                 std::source_location at = std::source_location::current());

// ---- printing

/// As NumPy prints; long arrays are summarised.
std::string to_string(const Array &x);
std::ostream &operator<<(std::ostream &out, const Array &x);

// ---- templates of Array

namespace detail {
const void *host_bytes(const Array &x, const char *what, std::source_location at);
[[noreturn]] void throw_not_one(const Array &x, std::source_location at);
template <class T, class S>
T convert_element(S value) {
  if constexpr (requires { value.imag(); } && !requires(T t) { t.imag(); })
    return static_cast<T>(value.real());
  else if constexpr (requires(T t) { t.imag(); } && !requires { value.imag(); })
    return T(static_cast<double>(value));
  else if constexpr (requires { value.bits; })
    return static_cast<T>(static_cast<float>(value));
  else
    return static_cast<T>(value);
}
}  // namespace detail

template <class T>
std::vector<T> Array::to_vector(std::source_location at) const {
  const void *data = detail::host_bytes(*this, "to_vector", at);
  std::vector<T> out;
  out.reserve(static_cast<size_t>(size()));
  visit_dtype(dtype(), [&]<class S>(S) {
    const S *p = static_cast<const S *>(data);
    for (int64_t i = 0, n = size(); i < n; ++i) out.push_back(detail::convert_element<T>(p[i]));
  });
  return out;
}

template <class T>
T Array::item(std::source_location at) const {
  const void *data = detail::host_bytes(*this, "item", at);
  if (size() != 1) detail::throw_not_one(*this, at);
  return visit_dtype(dtype(), [&]<class S>(S) { return detail::convert_element<T>(*static_cast<const S *>(data)); });
}

}  // namespace fluxion

template <>
struct fmt::formatter<fluxion::Array> : fmt::formatter<std::string> {
  template <class Context>
  auto format(const fluxion::Array &x, Context &context) const {
    return fmt::formatter<std::string>::format(fluxion::to_string(x), context);
  }
};
