// Shapes: broadcasts, reshapes, transposes, slices, pads, concatenations; arrays made by rule.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

#include "fluxion/ops.h"
#include "frontend/frame.h"
#include "frontend/ops_internal.h"

namespace fluxion {
namespace detail {

int64_t normalize_axis(std::string_view op, int64_t axis, int64_t ndim) {
  if (axis < -ndim || axis >= ndim)
    fail<ShapeError>(fmt::format("{}: axis {} is out of range for {} dimensions", op, axis, ndim));
  return axis < 0 ? axis + ndim : axis;
}

std::vector<int64_t> iota_vector(int64_t n) {
  std::vector<int64_t> v(static_cast<size_t>(n));
  std::iota(v.begin(), v.end(), 0);
  return v;
}

std::vector<int64_t> normalize_axes(std::string_view op, const Axes &axes, int64_t ndim) {
  if (axes.all) return iota_vector(ndim);
  std::vector<int64_t> out;
  for (int64_t a : axes.dims) out.push_back(normalize_axis(op, a, ndim));
  std::sort(out.begin(), out.end());
  if (std::adjacent_find(out.begin(), out.end()) != out.end())
    fail<ShapeError>(fmt::format("{}: an axis is named twice", op));
  return out;
}

Array constant(Literal value) {
  if (Frame *frame = Frame::current())
    return stage_in(*frame, "fx.constant", {}, {{"value", std::move(value)}}, {}, current_location({}))[0];
  if (!value.splat || value.type.shape.count() == 1) return from_bytes(value.type, value.bytes.data(), {});
  runtime::Buffer buffer = new_buffer(value.type, current_location({}));
  const size_t all = static_cast<size_t>(value.type.bytes()), one = value.bytes.size();
  char *out = static_cast<char *>(buffer.data());
  std::memcpy(out, value.bytes.data(), std::min(all, one));
  for (size_t done = one; done < all; done *= 2) std::memcpy(out + done, out, std::min(done, all - done));
  return concrete(value.type, std::move(buffer), current_location({}));
}

}  // namespace detail

using detail::normalize_axes;
using detail::normalize_axis;

Array broadcast_in_dim(const Operand &x, const Shape &shape, std::vector<int64_t> dimensions) {
  return stage("fx.broadcast_in_dim", {x}, {{"dimensions", std::move(dimensions)}, {"shape", shape.sizes()}});
}

Array broadcast_to(const Operand &x, const Shape &shape) {
  At at(x);
  Array a = asarray(x);
  if (a.shape() == shape) return a;
  std::vector<int64_t> dims(static_cast<size_t>(a.ndim()));
  std::iota(dims.begin(), dims.end(), shape.ndim() - a.ndim());
  if (a.ndim() > shape.ndim())
    fail<ShapeError>(
        fmt::format("broadcast_to: {} has more dimensions than [{}]", to_string(a.type()), fmt::join(shape, ",")));
  return broadcast_in_dim(a, shape, std::move(dims));
}

Array reshape(const Operand &x, std::vector<int64_t> shape) {
  At at(x);
  Array a = asarray(x);
  auto unknown = std::find(shape.begin(), shape.end(), -1);
  if (unknown != shape.end()) {
    int64_t rest = 1;
    for (auto it = shape.begin(); it != shape.end(); ++it)
      if (it != unknown) rest *= *it;
    if (rest <= 0 || a.size() % rest)
      fail<ShapeError>(fmt::format("reshape: {} does not fill [{}]", to_string(a.type()), fmt::join(shape, ",")));
    *unknown = a.size() / rest;
  }
  if (a.shape() == Shape(shape)) return a;
  return stage("fx.reshape", {a}, {{"shape", std::move(shape)}});
}

Array transpose(const Operand &x, std::vector<int64_t> axes) {
  At at(x);
  Array a = asarray(x);
  if (axes.empty())
    for (int64_t i = a.ndim(); i-- > 0;) axes.push_back(i);
  for (int64_t &d : axes) d = normalize_axis("transpose", d, a.ndim());
  return stage("fx.transpose", {a}, {{"permutation", std::move(axes)}});
}

Array swapaxes(const Operand &x, int64_t a, int64_t b) {
  At at(x);
  Array v = asarray(x);
  std::vector<int64_t> p = detail::iota_vector(v.ndim());
  std::swap(p[static_cast<size_t>(normalize_axis("swapaxes", a, v.ndim()))],
            p[static_cast<size_t>(normalize_axis("swapaxes", b, v.ndim()))]);
  return transpose(v, std::move(p));
}

Array moveaxis(const Operand &x, int64_t from, int64_t to) {
  At at(x);
  Array v = asarray(x);
  std::vector<int64_t> p = detail::iota_vector(v.ndim());
  from = normalize_axis("moveaxis", from, v.ndim());
  to = normalize_axis("moveaxis", to, v.ndim());
  p.erase(p.begin() + from);
  p.insert(p.begin() + to, from);
  return transpose(v, std::move(p));
}

Array expand_dims(const Operand &x, int64_t axis) {
  At at(x);
  Array a = asarray(x);
  std::vector<int64_t> shape = a.shape().sizes();
  shape.insert(shape.begin() + normalize_axis("expand_dims", axis, a.ndim() + 1), 1);
  return reshape(a, std::move(shape));
}

Array squeeze(const Operand &x, Axes axes) {
  At at(x);
  Array a = asarray(x);
  std::vector<int64_t> shape, dims = normalize_axes("squeeze", axes, a.ndim());
  for (int64_t i = 0; i < a.ndim(); ++i) {
    bool named = std::find(dims.begin(), dims.end(), i) != dims.end();
    if (named && a.shape(i) != 1 && !axes.all)
      fail<ShapeError>(fmt::format("squeeze: dimension {} of {} has not size 1", i, to_string(a.type())));
    if (!named || a.shape(i) != 1) shape.push_back(a.shape(i));
  }
  return reshape(a, std::move(shape));
}

Array ravel(const Operand &x) { return reshape(x, {-1}); }

Array flip(const Operand &x, Axes axes) {
  At at(x);
  Array a = asarray(x);
  return stage("fx.reverse", {a}, {{"dimensions", normalize_axes("flip", axes, a.ndim())}});
}

Array concatenate(const std::vector<Array> &arrays, int64_t axis, std::source_location where) {
  At at(where, arrays);
  if (arrays.empty()) fail<ShapeError>("concatenate: there is no array");
  DType dtype = arrays[0].dtype();
  for (const Array &a : arrays) dtype = promote_types(dtype, a.dtype());
  std::vector<Array> converted;
  for (const Array &a : arrays) converted.push_back(astype(a, dtype));
  std::vector<Operand> operands(converted.begin(), converted.end());
  return stage_all("fx.concatenate", operands,
                   {{"dimension", normalize_axis("concatenate", axis, arrays[0].ndim())}})[0];
}

Array stack(const std::vector<Array> &arrays, int64_t axis, std::source_location where) {
  At at(where, arrays);
  std::vector<Array> expanded;
  for (const Array &a : arrays) expanded.push_back(expand_dims(a, axis));
  if (!arrays.empty()) axis = normalize_axis("stack", axis, arrays[0].ndim() + 1);
  return concatenate(expanded, axis);
}

Array lax_slice(const Operand &x, std::vector<int64_t> starts, std::vector<int64_t> limits,
                std::vector<int64_t> strides) {
  if (strides.empty()) strides.assign(starts.size(), 1);
  return stage("fx.slice", {x},
               {{"starts", std::move(starts)}, {"limits", std::move(limits)}, {"strides", std::move(strides)}});
}

std::vector<Array> split(const Operand &x, int64_t parts, int64_t axis) {
  At at(x);
  Array a = asarray(x);
  axis = normalize_axis("split", axis, a.ndim());
  if (parts < 1 || a.shape(axis) % parts)
    fail<ShapeError>(
        fmt::format("split: dimension {} of {} does not split into {} equal parts", axis, to_string(a.type()), parts));
  int64_t size = a.shape(axis) / parts;
  std::vector<Array> out;
  for (int64_t i = 0; i < parts; ++i) {
    std::vector<int64_t> starts(static_cast<size_t>(a.ndim()), 0), limits = a.shape().sizes();
    starts[static_cast<size_t>(axis)] = i * size;
    limits[static_cast<size_t>(axis)] = (i + 1) * size;
    out.push_back(lax_slice(a, std::move(starts), std::move(limits)));
  }
  return out;
}

Array repeat(const Operand &x, int64_t times, int64_t axis) {
  At at(x);
  Array a = asarray(x);
  axis = normalize_axis("repeat", axis, a.ndim());
  Array wide = expand_dims(a, axis + 1);
  Shape shape = wide.shape();
  shape[axis + 1] = times;
  std::vector<int64_t> flat = a.shape().sizes();
  flat[static_cast<size_t>(axis)] *= times;
  return reshape(broadcast_to(wide, shape), std::move(flat));
}

Array tile(const Operand &x, std::vector<int64_t> times) {
  At at(x);
  Array a = asarray(x);
  while (static_cast<int64_t>(times.size()) < a.ndim()) times.insert(times.begin(), 1);
  std::vector<int64_t> inner, outer, flat;
  for (int64_t i = 0, extra = static_cast<int64_t>(times.size()) - a.ndim(); i < static_cast<int64_t>(times.size());
       ++i) {
    int64_t n = i < extra ? 1 : a.shape(i - extra), t = times[static_cast<size_t>(i)];
    inner.insert(inner.end(), {1, n});
    outer.insert(outer.end(), {t, n});
    flat.push_back(t * n);
  }
  return reshape(broadcast_to(reshape(a, std::move(inner)), Shape(std::move(outer))), std::move(flat));
}

Array roll(const Operand &x, int64_t shift, int64_t axis) {
  At at(x);
  Array a = asarray(x);
  axis = normalize_axis("roll", axis, a.ndim());
  int64_t n = a.shape(axis), cut = n ? ((-shift % n) + n) % n : 0;
  if (cut == 0) return a;
  std::vector<int64_t> zero(static_cast<size_t>(a.ndim()), 0), middle = zero, limits = a.shape().sizes(), low = limits;
  middle[static_cast<size_t>(axis)] = low[static_cast<size_t>(axis)] = cut;
  return concatenate({lax_slice(a, middle, limits), lax_slice(a, zero, low)}, axis);
}

Array pad_low_high(const Operand &x, std::vector<int64_t> low, std::vector<int64_t> high, const Operand &value,
                   std::vector<int64_t> interior) {
  At at(x, value);
  Array a = asarray(x);
  if (interior.empty()) interior.assign(low.size(), 0);
  return stage("fx.pad", {a, detail::as_scalar(value, a.dtype())},
               {{"low", std::move(low)}, {"high", std::move(high)}, {"interior", std::move(interior)}});
}

namespace {
// Whether column − row is at most k, as bool[rows, columns].
Array below_diagonal(const Shape &shape, int64_t k) {
  Shape matrix{shape[-2], shape[-1]};
  return iota(matrix, 1) - iota(matrix, 0) <= k;
}
}  // namespace

Array tril(const Operand &x, int64_t k) {
  At at(x);
  Array a = asarray(x);
  if (a.ndim() < 2) fail<ShapeError>(fmt::format("tril: {} is not a matrix", to_string(a.type())));
  return where(below_diagonal(a.shape(), k), a, 0);
}
Array triu(const Operand &x, int64_t k) {
  At at(x);
  Array a = asarray(x);
  if (a.ndim() < 2) fail<ShapeError>(fmt::format("triu: {} is not a matrix", to_string(a.type())));
  return where(below_diagonal(a.shape(), k - 1), 0, a);
}

// ---- arrays made by rule

Array full(const Shape &shape, const Operand &value, std::optional<DType> dtype) {
  At at(value);
  Array scalar = detail::as_scalar(value, dtype ? *dtype : asarray(value).dtype());
  return broadcast_to(scalar, shape);
}
namespace {
Array splat(const Shape &shape, DType dtype, bool one) {
  Literal value{{shape, dtype}, std::string(static_cast<size_t>(size_of(dtype)), '\0'), true};
  if (one)
    visit_dtype(dtype, [&]<class S>(S) {
      S v = detail::convert_element<S>(1.0f);
      std::memcpy(value.bytes.data(), &v, sizeof v);
    });
  return detail::constant(std::move(value));
}
}  // namespace
Array zeros(const Shape &shape, DType dtype, std::source_location where) {
  At at(where);
  return splat(shape, dtype, false);
}
Array ones(const Shape &shape, DType dtype, std::source_location where) {
  At at(where);
  return splat(shape, dtype, true);
}
Array zeros_like(const Operand &x) {
  At at(x);
  Array a = asarray(x);
  return splat(a.shape(), a.dtype(), false);
}
Array ones_like(const Operand &x) {
  At at(x);
  Array a = asarray(x);
  return splat(a.shape(), a.dtype(), true);
}
Array full_like(const Operand &x, const Operand &value) {
  At at(x, value);
  Array a = asarray(x);
  return full(a.shape(), value, a.dtype());
}

Array iota(const Shape &shape, int64_t dimension, DType dtype, std::source_location where) {
  At at(where);
  return stage_all("fx.iota", {},
                   {{"dimension", normalize_axis("iota", dimension, shape.ndim())},
                    {"shape", shape.sizes()},
                    {"element", dtype}})[0];
}
Array arange(int64_t n, DType dtype, std::source_location where) {
  At at(where);
  if (n < 0) n = 0;
  return iota({n}, 0, dtype);
}
Array arange(double start, double stop, double step, DType dtype, std::source_location where) {
  At at(where);
  double count = std::ceil((stop - start) / step);
  if (!(count <= 1e12)) fail<ShapeError>(fmt::format("arange: {} to {} by {} has no end", start, stop, step));
  return astype(iota({std::max<int64_t>(0, static_cast<int64_t>(count))}, 0, dtype == f64 ? f64 : f32) * step + start,
                dtype);
}
Array linspace(double start, double stop, int64_t count, DType dtype, std::source_location where) {
  At at(where);
  if (count == 1) return full({1}, start, dtype);
  Array t = iota({count}, 0, dtype) / static_cast<double>(count - 1);
  return t * stop + (1.0 - t) * start;
}
Array eye(int64_t n, std::optional<int64_t> columns, DType dtype, std::source_location where) {
  At at(where);
  Shape shape{n, columns.value_or(n)};
  return astype(iota(shape, 0) == iota(shape, 1), dtype);
}
Array one_hot(const Operand &classes, int64_t count, DType dtype) {
  At at(classes);
  Array a = expand_dims(classes, -1);
  Shape shape = a.shape();
  shape[-1] = count;
  return astype(broadcast_to(a, shape) == iota(shape, shape.ndim() - 1, a.dtype()), dtype);
}

}  // namespace fluxion
