// Views: elements where they are, with their extents and strides.
#pragma once
#include <array>
#include <span>
#include <type_traits>

#include <fluxion/array.h>
#include <fluxion/error.h>

namespace fluxion {

/// `N` dimensions of T: a pointer, extents and strides in elements. `View<const float, 2> m(x)` looks at an array
/// without a copy; it is valid while the array lives. Converts to a std::span where the elements are row-major.
/// `View<T>`, without N, is an array as a kernel sees it: its elements, row-major, and its shape. `View<const float>`
/// is an operand, `View<float>` a result, which has to be written in full.
template <class T, size_t N = std::dynamic_extent>
struct View {
  T *data = nullptr;
  std::array<int64_t, N> extents = {}, strides = {};

  View() = default;
  View(T *d, const std::array<int64_t, N> &e, const std::array<int64_t, N> &s) : data(d), extents(e), strides(s) {}
  /// Row-major.
  View(T *d, const std::array<int64_t, N> &e) : data(d), extents(e) {
    int64_t stride = 1;
    for (size_t i = N; i-- > 0; stride *= extents[i]) strides[i] = stride;
  }
  /// The elements of an array. Errors: DTypeError unless T stores its dtype, ShapeError unless it has N dimensions.
  explicit View(const Array &x, std::source_location at = std::source_location::current())
    requires std::is_const_v<T>
      : View(x.span<std::remove_const_t<T>>(at).data(), extents_of(x)) {}

  int64_t size() const {
    int64_t n = 1;
    for (int64_t e : extents) n *= e;
    return n;
  }
  bool is_row_major() const {
    int64_t stride = 1;
    for (size_t i = N; i-- > 0; stride *= extents[i])
      if (extents[i] != 1 && strides[i] != stride) return size() == 0;
    return true;
  }
  template <class... I>
    requires(sizeof...(I) == N && (std::is_integral_v<I> && ...))
  T &operator()(I... index) const {
    int64_t offset = 0;
    size_t i = 0;
    ((offset += static_cast<int64_t>(index) * strides[i++]), ...);
    return data[offset];
  }
  /// ShapeError unless the elements are row-major.
  operator std::span<T>() const {
    if (!is_row_major()) throw ShapeError("fluxion: View: a span of elements that are not row-major: copy them first");
    return {data, static_cast<size_t>(size())};
  }

 private:
  static std::array<int64_t, N> extents_of(const Array &x) {
    if (x.ndim() != static_cast<int64_t>(N))
      throw ShapeError(fmt::format("fluxion: View: {} has not {} dimensions", to_string(x.type()), N));
    std::array<int64_t, N> out{};
    for (size_t i = 0; i < N; ++i) out[i] = x.shape(static_cast<int64_t>(i));
    return out;
  }
};

template <class T>
struct View<T, std::dynamic_extent> {
  std::span<T> data;
  const Shape &shape;
  T &operator[](int64_t i) const { return data[static_cast<size_t>(i)]; }
  int64_t size() const { return static_cast<int64_t>(data.size()); }
  auto begin() const { return data.begin(); }
  auto end() const { return data.end(); }
};

/// A copy of the elements, in row-major order.
template <class T, size_t N>
Array from_view(const View<T, N> &v, std::source_location at = std::source_location::current()) {
  static_assert(N != std::dynamic_extent, "from_view: a view of a kernel is a span: use from_span");
  using Element = std::remove_const_t<T>;
  std::vector<Element> copy;
  copy.reserve(static_cast<size_t>(v.size()));
  std::array<int64_t, N> index{};
  for (int64_t i = 0, n = v.size(); i < n; ++i) {
    int64_t offset = 0;
    for (size_t d = 0; d < N; ++d) offset += index[d] * v.strides[d];
    copy.push_back(v.data[offset]);
    for (size_t d = N; d-- > 0 && ++index[d] == v.extents[d];) index[d] = 0;
  }
  Shape shape;
  for (int64_t e : v.extents) shape.push_back(e);
  return from_span(std::span<const Element>(copy), std::move(shape), at);
}

}  // namespace fluxion
