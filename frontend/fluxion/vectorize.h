// Functions of vectors and scalars applied along axes of larger arrays.
#pragma once
#include <fluxion/transforms.h>

#include <fluxion/shaping.h>

namespace fluxion {

namespace detail {
/// The core dimensions of "(m,n),(n)->(m)": one list of names an operand and a result.
struct Signature {
  std::vector<std::vector<std::string>> inputs, outputs;
};
Signature parse_signature(std::string_view text, size_t operands);
/// The operands with their outer dimensions broadcast and flattened to one; `outer` are those. The names' sizes agree.
std::vector<Array> flatten_outer(const Signature &signature, const std::vector<Array> &operands, Shape &outer);
Array unflatten_outer(const Array &x, const Shape &outer);
}  // namespace detail

/// f of the core dimensions that the signature names, over all others, which broadcast:
/// `vectorize(f, "(n),(n)->()")(x[5, 1, 3], y[4, 3])` is [5, 4]. Without a signature f is of scalars. f takes arrays
/// and returns an array or a tree of them. ShapeError if the sizes of a name differ.
template <class F>
auto vectorize(F f, std::string signature = {}, std::source_location where = std::source_location::current()) {
  return [f = std::move(f), signature = std::move(signature), where](const std::same_as<Array> auto &...x) mutable {
    At at(where);
    Shape outer;
    std::vector<Array> flat = detail::flatten_outer(detail::parse_signature(signature, sizeof...(x)), {x...}, outer);
    auto mapped = vmap(f);
    auto results = [&]<size_t... I>(std::index_sequence<I...>) {
      return mapped(flat[I]...);
    }(std::make_index_sequence<sizeof...(x)>());
    return tree::map([&](const Array &y) { return detail::unflatten_outer(y, outer); }, results);
  };
}

/// f of each vector along `axis`; its result takes the place of that dimension.
template <class F>
Array apply_along_axis(F f, int64_t axis, const Operand &x) {
  At at(x);
  Array a = asarray(x);
  if (axis < -a.ndim() || axis >= a.ndim())
    fail<ShapeError>(fmt::format("apply_along_axis: axis {} is out of range for {} dimensions", axis, a.ndim()));
  if (axis < 0) axis += a.ndim();
  a = moveaxis(a, axis, -1);
  Shape outer(std::vector<int64_t>(a.shape().begin(), a.shape().end() - 1));
  Array rows = vmap(std::move(f))(reshape(a, {outer.count(), a.shape(-1)}));
  Array y = detail::unflatten_outer(rows, outer);
  // The result's own dimensions follow those of the outside; they move to where the axis was.
  for (int64_t i = 0, n = y.ndim() - outer.ndim(); i < n; ++i) y = moveaxis(y, outer.ndim() + i, axis + i);
  return y;
}

/// f(x, axis) for one axis after the other; where f drops the dimension, it is put back with size 1.
template <class F>
Array apply_over_axes(F f, const Operand &x, const std::vector<int64_t> &axes) {
  At at(x);
  Array a = asarray(x);
  for (int64_t axis : axes) {
    if (axis < 0) axis += a.ndim();
    Array y = f(a, axis);
    if (y.ndim() == a.ndim() - 1) y = expand_dims(y, axis);
    if (y.ndim() != a.ndim())
      fail<ShapeError>(
          fmt::format("apply_over_axes: the function made {} of {}", to_string(y.type()), to_string(a.type())));
    a = y;
  }
  return a;
}

/// f of the index arrays of an array of `shape`.
template <class F>
Array fromfunction(F f, const Shape &shape, DType dtype = f32,
                   std::source_location where = std::source_location::current()) {
  At at(where);
  std::vector<Array> positions;
  for (int64_t d = 0; d < shape.ndim(); ++d) positions.push_back(iota(shape, d, dtype));
  if constexpr (std::is_invocable_v<F &, const std::vector<Array> &>)
    return f(positions);
  else if constexpr (std::is_invocable_v<F &, Array>)
    return f(positions.at(0));
  else if constexpr (std::is_invocable_v<F &, Array, Array>)
    return f(positions.at(0), positions.at(1));
  else
    return f(positions.at(0), positions.at(1), positions.at(2));
}

}  // namespace fluxion
