// The functions of jax.lax.
#include "fluxion/lax.h"

#include <algorithm>
#include <cmath>

#include "frontend/ops_internal.h"

namespace fluxion {

using detail::normalize_axis;

// ---- elementwise

Array integer_pow(const Operand &x, int64_t n) {
  At at(x);
  Array base = asarray(x);
  if (n < 0) {
    if (is_integer(base.dtype()))
      fail<DTypeError>(fmt::format("integer_pow: {} to the power of {}", to_string(base.type()), n));
    return 1 / integer_pow(base, -n);
  }
  if (n == 0) return ones_like(base);
  std::optional<Array> y;
  for (;; base = base * base) {
    if (n & 1) y = y ? *y * base : base;
    n >>= 1;
    if (n == 0) return *y;
  }
}

Array select_n(const Operand &which, const Arrays &cases) {
  At at(which);
  Array w = asarray(which);
  if (cases.empty()) fail<ShapeError>("select_n: there is no case");
  if (w.dtype() == bool_ && cases.size() > 2)
    fail<ShapeError>(fmt::format("select_n: a bool chooses between 2 cases, not {}", cases.size()));
  Array y = cases[0];
  for (size_t i = 1; i < cases.size(); ++i) {
    if (cases[i].shape() != y.shape())
      fail<ShapeError>(
          fmt::format("select_n: the cases differ: {} and {}", to_string(y.type()), to_string(cases[i].type())));
    // Numbers beyond the last case mean the last one.
    y = where(w.dtype() == bool_ ? w : w >= static_cast<int64_t>(i), cases[i], y);
  }
  return y;
}

Array bitcast_convert_type(const Operand &x, DType dtype) {
  At at(x);
  Array a = asarray(x);
  int64_t from = size_of(a.dtype()), to = size_of(dtype);
  if (from == to) return bitcast(a, dtype);
  DType unsigned_of[] = {u8, u8, u16, u16, u32, u32, u32, u32, u64};
  if (from > to) {
    // Parts from the lowest bits up.
    Array bits = expand_dims(bitcast(a, unsigned_of[from]), -1);
    Array shift = iota({from / to}, 0, bits.dtype()) * (8 * to);
    return bitcast(astype(bits >> shift, unsigned_of[to]), dtype);
  }
  if (a.ndim() == 0 || a.shape(-1) != to / from)
    fail<ShapeError>(fmt::format("bitcast_convert_type: the last dimension of {} does not make one {}",
                                 to_string(a.type()), name(dtype)));
  Array bits = astype(bitcast(a, unsigned_of[from]), unsigned_of[to]);
  Array shift = iota({to / from}, 0, bits.dtype()) * (8 * from);
  return bitcast(sum(bits << shift, -1), dtype);
}

// ---- shapes

Array broadcast(const Operand &x, const std::vector<int64_t> &sizes) {
  At at(x);
  Array a = asarray(x);
  std::vector<int64_t> shape = sizes;
  shape.insert(shape.end(), a.shape().begin(), a.shape().end());
  return broadcast_to(a, Shape(shape));
}
Array broadcast_to_rank(const Operand &x, int64_t rank) {
  At at(x);
  Array a = asarray(x);
  if (rank < a.ndim())
    fail<ShapeError>(fmt::format("broadcast_to_rank: {} has more than {} dimensions", to_string(a.type()), rank));
  std::vector<int64_t> shape(static_cast<size_t>(rank - a.ndim()), 1);
  shape.insert(shape.end(), a.shape().begin(), a.shape().end());
  return reshape(a, shape);
}
Array broadcast_like(const Operand &x, const Operand &like) {
  At at(x, like);
  return broadcast_to(x, asarray(like).shape());
}
Array collapse(const Operand &x, int64_t start, std::optional<int64_t> stop) {
  At at(x);
  Array a = asarray(x);
  int64_t from = normalize_axis("collapse", start, a.ndim()), to = stop.value_or(a.ndim());
  if (to < 0) to += a.ndim();
  if (to < from || to > a.ndim())
    fail<ShapeError>(fmt::format("collapse: dimensions {} to {} of {}", from, to, to_string(a.type())));
  std::vector<int64_t> shape(a.shape().begin(), a.shape().begin() + from);
  int64_t size = 1;
  for (int64_t d = from; d < to; ++d) size *= a.shape(d);
  shape.push_back(size);
  shape.insert(shape.end(), a.shape().begin() + to, a.shape().end());
  return reshape(a, shape);
}
Array slice_in_dim(const Operand &x, std::optional<int64_t> start, std::optional<int64_t> limit, int64_t stride,
                   int64_t axis) {
  At at(x);
  Array a = asarray(x);
  axis = normalize_axis("slice_in_dim", axis, a.ndim());
  if (stride < 1) fail<ShapeError>(fmt::format("slice_in_dim: the stride is {}", stride));
  std::vector<int64_t> starts(a.shape().size(), 0), limits = a.shape().sizes(), strides(a.shape().size(), 1);
  auto end_of = [n = a.shape(axis)](int64_t i) { return std::clamp<int64_t>(i < 0 ? i + n : i, 0, n); };
  size_t d = static_cast<size_t>(axis);
  starts[d] = end_of(start.value_or(0));
  limits[d] = std::max(starts[d], end_of(limit.value_or(a.shape(axis))));
  strides[d] = stride;
  return lax_slice(a, starts, limits, strides);
}
Array index_in_dim(const Operand &x, int64_t index, int64_t axis, bool keep) {
  At at(x);
  Array a = asarray(x);
  axis = normalize_axis("index_in_dim", axis, a.ndim());
  int64_t i = normalize_axis("index_in_dim: the position, as an", index, a.shape(axis));
  Array y = slice_in_dim(a, i, i + 1, 1, axis);
  return keep ? y : squeeze(y, axis);
}

Array index_take(const Operand &x, const Arrays &indices, const std::vector<int64_t> &axes) {
  At at(x);
  Array a = asarray(x);
  if (indices.size() != axes.size())
    fail<ShapeError>(fmt::format("index_take: {} index arrays for {} axes", indices.size(), axes.size()));
  // The named dimensions go to the front, where the index arrays apply one after the other.
  std::vector<int64_t> front(axes.size());
  for (size_t i = 0; i < axes.size(); ++i) front[i] = static_cast<int64_t>(i);
  Array y = moveaxis(a, axes, front);
  std::vector<Index> list(indices.begin(), indices.end());
  return IndexUpdate(y, list, std::source_location::current()).get();
}

// ---- slices at run-time positions

namespace {
// One start a dimension, 0 but for one.
Arrays starts_at(std::string_view op, const Array &x, const Operand &start, int64_t &axis) {
  axis = normalize_axis(op, axis, x.ndim());
  Array s = asarray(start);
  if (s.ndim() != 0 || !is_integer(s.dtype()))
    fail<ShapeError>(fmt::format("{}: the position {} is not an integer", op, to_string(s.type())));
  if (is_signed_integer(s.dtype())) s = where(s < 0, s + x.shape(axis), s);
  Arrays starts(x.shape().size(), zeros({}, s.dtype()));
  starts[static_cast<size_t>(axis)] = s;
  return starts;
}
}  // namespace

Array dynamic_slice_in_dim(const Operand &x, const Operand &start, int64_t size, int64_t axis) {
  At at(x, start);
  Array a = asarray(x);
  Arrays starts = starts_at("dynamic_slice_in_dim", a, start, axis);
  std::vector<int64_t> sizes = a.shape().sizes();
  sizes[static_cast<size_t>(axis)] = size;
  return dynamic_slice(a, starts, sizes);
}
Array dynamic_update_slice_in_dim(const Operand &x, const Operand &update, const Operand &start, int64_t axis) {
  At at(x, update, start);
  Array a = asarray(x);
  Arrays starts = starts_at("dynamic_update_slice_in_dim", a, start, axis);
  return dynamic_update_slice(a, detail::as_scalar(update, a.dtype()), starts);
}
Array dynamic_update_index_in_dim(const Operand &x, const Operand &update, const Operand &index, int64_t axis) {
  At at(x, update, index);
  Array a = asarray(x), u = asarray(update);
  axis = normalize_axis("dynamic_update_index_in_dim", axis, a.ndim());
  if (u.ndim() != a.ndim()) u = expand_dims(u, axis);
  return dynamic_update_slice_in_dim(a, u, index, axis);
}

// ---- gather and scatter

namespace {

// Whether the window of size `sizes[d]` at an index vector lies inside, and index vectors moved so that it does.
struct Places {
  const Array &x, &indices;
  const std::vector<int64_t> &map, &sizes;
  int64_t count() const { return indices.shape(-1); }
  Array component(int64_t k) const { return indices[{ellipsis, k}]; }
  int64_t last(int64_t k) const {
    int64_t d = map[static_cast<size_t>(k)];
    return x.shape(d) - sizes[static_cast<size_t>(d)];
  }
  Array inside() const {
    Shape shape(std::vector<int64_t>(indices.shape().begin(), indices.shape().end() - 1));
    Array y = full(shape, true);
    for (int64_t k = 0; k < count(); ++k) y = y & (component(k) >= 0) & (component(k) <= last(k));
    return y;
  }
  Array moved_inside() const {
    Arrays parts;
    for (int64_t k = 0; k < count(); ++k) parts.push_back(clip(component(k), 0, std::max<int64_t>(0, last(k))));
    return stack(parts, -1);
  }
};

Array neutral_fill(DType dtype, const std::optional<double> &value) {
  if (value) return detail::as_scalar(*value, dtype);
  if (dtype == bool_) return full({}, true);
  if (is_inexact(dtype)) return detail::as_scalar(NAN, dtype);
  return bitcast(is_unsigned_integer(dtype) ? ~zeros({}, dtype) : full({}, 1, dtype) << (size_of(dtype) * 8 - 1),
                 dtype);
}

Array index_matrix(std::string_view op, const Operand &indices, size_t map) {
  Array i = asarray(indices);
  if (!is_integer(i.dtype())) fail<DTypeError>(fmt::format("{}: {} are not integers", op, to_string(i.type())));
  if (i.ndim() == 0 || i.shape(-1) != static_cast<int64_t>(map))
    fail<ShapeError>(fmt::format("{}: the last dimension of {} is not one index for each of {} dimensions", op,
                                 to_string(i.type()), map));
  return i;
}

}  // namespace

Array gather(const Operand &x, const Operand &indices, const GatherDimensions &d, std::vector<int64_t> sizes,
             IndexOptions o) {
  At at(x, indices);
  Array a = asarray(x), i = index_matrix("gather", indices, d.start_index_map.size());
  if (static_cast<int64_t>(sizes.size()) != a.ndim())
    fail<ShapeError>(fmt::format("gather: {} sizes for {}", sizes.size(), to_string(a.type())));
  // The op itself moves slices inside.
  Array y = stage("fx.gather", {a, i},
                  {{"offset_dims", d.offset_dims},
                   {"collapsed_slice_dims", d.collapsed_slice_dims},
                   {"operand_batching_dims", d.operand_batching_dims},
                   {"start_indices_batching_dims", d.start_indices_batching_dims},
                   {"start_index_map", d.start_index_map},
                   {"index_vector_dim", i.ndim() - 1},
                   {"slice_sizes", sizes}});
  bool fills = o.mode != IndexMode::clip && o.mode != IndexMode::promise_in_bounds;
  if (!fills || y.size() == 0) return y;
  std::vector<int64_t> batch;
  for (int64_t k = 0; k < y.ndim(); ++k)
    if (std::find(d.offset_dims.begin(), d.offset_dims.end(), k) == d.offset_dims.end()) batch.push_back(k);
  Array inside = Places{a, i, d.start_index_map, sizes}.inside();
  return where(broadcast_in_dim(inside, y.shape(), batch), y, neutral_fill(a.dtype(), o.fill_value));
}

namespace {

// The window's size in each dimension of the operand.
std::vector<int64_t> window_sizes(const Array &x, const Array &updates, const ScatterDimensions &d) {
  std::vector<int64_t> sizes(x.shape().size(), 1);
  size_t next = 0;
  for (int64_t k = 0; k < x.ndim(); ++k) {
    auto named = [k](const std::vector<int64_t> &dims) { return std::find(dims.begin(), dims.end(), k) != dims.end(); };
    if (named(d.inserted_window_dims) || named(d.operand_batching_dims)) continue;
    if (next >= d.update_window_dims.size())
      fail<ShapeError>(fmt::format("scatter: update_window_dims name {} dimensions of {}", next, to_string(x.type())));
    sizes[static_cast<size_t>(k)] =
        updates.shape(normalize_axis("scatter", d.update_window_dims[next++], updates.ndim()));
  }
  return sizes;
}

Array scatter_by(const char *kind, const Operand &x, const Operand &indices, const Operand &updates,
                 const ScatterDimensions &d, IndexMode mode) {
  At at(x, indices, updates);
  Array a = asarray(x), i = index_matrix("scatter", indices, d.scatter_dims_to_operand_dims.size());
  Array u = detail::as_scalar(updates, a.dtype());
  if (mode == IndexMode::clip) {
    std::vector<int64_t> sizes = window_sizes(a, u, d);
    i = Places{a, i, d.scatter_dims_to_operand_dims, sizes}.moved_inside();
  }
  return stage("fx.scatter", {a, i, u},
               {{"kind", std::string(kind)},
                {"update_window_dims", d.update_window_dims},
                {"inserted_window_dims", d.inserted_window_dims},
                {"input_batching_dims", d.operand_batching_dims},
                {"scatter_indices_batching_dims", d.scatter_indices_batching_dims},
                {"scatter_dims_to_operand_dims", d.scatter_dims_to_operand_dims},
                {"index_vector_dim", i.ndim() - 1},
                {"unique_indices", false}});
}

}  // namespace

Array scatter(const Operand &x, const Operand &i, const Operand &u, const ScatterDimensions &d, IndexMode mode) {
  return scatter_by("set", x, i, u, d, mode);
}
Array scatter_add(const Operand &x, const Operand &i, const Operand &u, const ScatterDimensions &d, IndexMode mode) {
  return scatter_by("add", x, i, u, d, mode);
}
Array scatter_sub(const Operand &x, const Operand &i, const Operand &u, const ScatterDimensions &d, IndexMode mode) {
  At at(x, i, u);
  return scatter_by("add", x, i, -asarray(u), d, mode);
}
Array scatter_mul(const Operand &x, const Operand &i, const Operand &u, const ScatterDimensions &d, IndexMode mode) {
  return scatter_by("multiply", x, i, u, d, mode);
}
Array scatter_min(const Operand &x, const Operand &i, const Operand &u, const ScatterDimensions &d, IndexMode mode) {
  return scatter_by("minimum", x, i, u, d, mode);
}
Array scatter_max(const Operand &x, const Operand &i, const Operand &u, const ScatterDimensions &d, IndexMode mode) {
  return scatter_by("maximum", x, i, u, d, mode);
}
Array scatter_apply(const Operand &x, const Operand &i, const std::function<Array(const Array &)> &f,
                    const Shape &update_shape, const ScatterDimensions &d, IndexMode mode) {
  At at(x, i);
  Array a = asarray(x), hit = scatter_by("set", zeros(a.shape(), u8), i, ones(update_shape, u8), d, mode);
  return where(hit, f(a), a);
}

// ---- reductions

Array reduce_sum(const Operand &x, Axes axes) { return sum(x, std::move(axes)); }
Array reduce_prod(const Operand &x, Axes axes) { return prod(x, std::move(axes)); }
Array reduce_max(const Operand &x, Axes axes) { return max(x, std::move(axes)); }
Array reduce_min(const Operand &x, Axes axes) { return min(x, std::move(axes)); }

namespace {
Array reduce_bits(std::string_view op, const char *kind, const Operand &x, const Axes &axes) {
  At at(x);
  Array a = asarray(x);
  if (is_inexact(a.dtype()))
    fail<DTypeError>(fmt::format("{}: {} are neither bools nor integers", op, to_string(a.type())));
  std::vector<int64_t> dims = detail::normalize_axes(op, axes, a.ndim());
  return dims.empty() ? a : stage("fx.reduce", {a}, {{"kind", std::string(kind)}, {"dimensions", dims}});
}
}  // namespace
Array reduce_and(const Operand &x, Axes axes) { return reduce_bits("reduce_and", "and", x, axes); }
Array reduce_or(const Operand &x, Axes axes) { return reduce_bits("reduce_or", "or", x, axes); }
Array reduce_xor(const Operand &x, Axes axes) { return reduce_bits("reduce_xor", "xor", x, axes); }

Array reduce(const Operand &x, const Operand &init, const std::function<Array(const Array &, const Array &)> &f,
             Axes axes) {
  At at(x, init);
  Array a = asarray(x), neutral = detail::as_scalar(init, a.dtype());
  std::vector<int64_t> dims = detail::normalize_axes("reduce", axes, a.ndim());
  // The reduced dimensions as one in front, which is halved until one element is left.
  std::vector<int64_t> order = dims, kept;
  for (int64_t d = 0; d < a.ndim(); ++d)
    if (std::find(dims.begin(), dims.end(), d) == dims.end()) order.push_back(d), kept.push_back(a.shape(d));
  if (a.ndim() > 0) a = transpose(a, order);
  std::vector<int64_t> shape = kept;
  shape.insert(shape.begin(), Shape(kept).count() ? a.size() / Shape(kept).count() : 1);
  a = reshape(a, shape);
  std::vector<int64_t> none(shape.size(), 0), more = none;
  while (a.shape(0) > 1) {
    more[0] = a.shape(0) % 2;
    if (more[0]) a = pad(a, none, more, neutral);
    int64_t half = a.shape(0) / 2;
    a = f(slice_in_dim(a, 0, half), slice_in_dim(a, half, 2 * half));
  }
  if (a.shape(0) == 0) return broadcast_to(neutral, Shape(kept));
  // As lax does, `init` takes part.
  return f(broadcast_to(neutral, Shape(kept)), reshape(a, kept));
}

Array cumlogsumexp(const Operand &x, int64_t axis, bool reverse) {
  At at(x);
  Array a = detail::inexact(x);
  axis = normalize_axis("cumlogsumexp", axis, a.ndim());
  auto add = [](const Array &l, const Array &r) { return logaddexp(l, r); };
  return associative_scan(add, a, {.reverse = reverse, .axis = axis});
}

std::pair<Array, Array> approx_max_k(const Operand &x, int64_t k, int64_t axis) {
  At at(x);
  auto [values, positions] = top_k(moveaxis(x, axis, -1), k);
  return {moveaxis(values, -1, axis), moveaxis(positions, -1, axis)};
}
std::pair<Array, Array> approx_min_k(const Operand &x, int64_t k, int64_t axis) {
  At at(x);
  auto [values, positions] = approx_max_k(-asarray(x), k, axis);
  return {-values, positions};
}
std::pair<Array, Array> sort_key_val(const Operand &keys, const Operand &values, int64_t axis) {
  At at(keys, values);
  Array k = asarray(keys), v = asarray(values);
  if (k.shape() != v.shape())
    fail<ShapeError>(fmt::format("sort_key_val: keys {} and values {}", to_string(k.type()), to_string(v.type())));
  std::array<Operand, 2> both{k, v};
  std::vector<Array> sorted = stage_all(
      "fx.sort", both,
      {{"dimension", normalize_axis("sort_key_val", axis, k.ndim())}, {"is_stable", true}, {"descending", false}});
  return {sorted[0], sorted[1]};
}

// ---- prefixes

int64_t detail::scan_length(const std::vector<Array> &leaves, int64_t axis) {
  if (leaves.empty()) fail<ShapeError>("associative_scan: there is no array");
  int64_t n = leaves[0].shape(normalize_axis("associative_scan", axis, leaves[0].ndim()));
  for (const Array &x : leaves)
    if (x.shape(normalize_axis("associative_scan", axis, x.ndim())) != n)
      fail<ShapeError>(fmt::format("associative_scan: the sizes along axis {} differ: {} and {}", axis,
                                   to_string(leaves[0].type()), to_string(x.type())));
  return n;
}
Array detail::every_second(const Array &x, int64_t start, int64_t stop, int64_t axis) {
  return slice_in_dim(x, start, stop, 2, axis);
}
Array detail::interleave(const Array &a, const Array &b, int64_t axis) {
  int64_t m = a.shape(axis), n = b.shape(axis);
  Array longer = b;
  std::vector<int64_t> none(a.shape().size(), 0), more = none;
  if (more[static_cast<size_t>(axis)] = m - n; m != n) longer = pad(b, none, more);
  std::vector<int64_t> shape = a.shape().sizes();
  shape[static_cast<size_t>(axis)] = 2 * m;
  Array both = reshape(stack({a, longer}, axis + 1), shape);
  return slice_in_dim(both, 0, m + n, 1, axis);
}

// ---- what NumPy has by the same name with another meaning

Array lax::round(const Operand &x, bool to_even) {
  return detail::rounded(to_even ? "fx.round_nearest_even" : "fx.round_nearest_afz", x);
}
Array lax::pad(const Operand &x, const Operand &value, const std::vector<PadConfig> &config) {
  At at(x, value);
  if (static_cast<int64_t>(config.size()) != asarray(x).ndim())
    fail<ShapeError>(fmt::format("pad: {} widths for {}", config.size(), to_string(asarray(x).type())));
  std::vector<int64_t> low, high, interior;
  for (const PadConfig &p : config) low.push_back(p.low), high.push_back(p.high), interior.push_back(p.interior);
  return fluxion::pad(x, low, high, value, interior);
}
Arrays lax::split(const Operand &x, const std::vector<int64_t> &sizes, int64_t axis) {
  At at(x);
  Array a = asarray(x);
  int64_t d = normalize_axis("split", axis, a.ndim()), total = 0;
  std::vector<int64_t> ends;
  for (int64_t s : sizes) ends.push_back(total += s);
  if (total != a.shape(d) || sizes.empty())
    fail<ShapeError>(fmt::format("split: the sizes add up to {}, dimension {} of {} has {}", total, d,
                                 to_string(a.type()), a.shape(d)));
  ends.pop_back();
  return fluxion::split(a, ends, d);
}
Array lax::argmax(const Operand &x, int64_t axis, DType dtype) {
  At at(x);
  return astype(fluxion::argmax(x, {.axis = axis}), dtype);
}
Array lax::argmin(const Operand &x, int64_t axis, DType dtype) {
  At at(x);
  return astype(fluxion::argmin(x, {.axis = axis}), dtype);
}
namespace {
Array running(std::string_view op, const char *kind, const Operand &x, int64_t axis, bool reverse) {
  At at(x);
  Array a = asarray(x);
  return stage("fx.cumulative", {a},
               {{"kind", std::string(kind)}, {"dimension", normalize_axis(op, axis, a.ndim())}, {"reverse", reverse}});
}
}  // namespace
Array lax::cumsum(const Operand &x, int64_t axis, bool r) { return running("cumsum", "add", x, axis, r); }
Array lax::cumprod(const Operand &x, int64_t axis, bool r) { return running("cumprod", "multiply", x, axis, r); }
Array lax::cummax(const Operand &x, int64_t axis, bool r) { return running("cummax", "maximum", x, axis, r); }
Array lax::cummin(const Operand &x, int64_t axis, bool r) { return running("cummin", "minimum", x, axis, r); }

}  // namespace fluxion
