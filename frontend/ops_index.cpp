// NumPy's indexing, gathers, scatters, dynamic slices, sorting.
#include <algorithm>

#include "fluxion/ops.h"
#include "frontend/ops_internal.h"

namespace fluxion {

using detail::normalize_axis;

namespace {

// What a list of indices means for an array: a basic part (slices, reversals, new and dropped dimensions) and the index
// arrays, which apply to dimensions of the basic part's result.
struct Plan {
  std::vector<int64_t> starts, limits, strides, reversed;  // of x
  std::vector<int64_t> basic_shape;                        // after slicing, before new and dropped dimensions
  std::vector<int64_t> shape;                              // after them; index arrays still cover one dimension each
  std::vector<std::pair<int64_t, Array>> arrays;           // (dimension of `shape`, index array)
};

int64_t clamp_end(int64_t i, int64_t n) { return std::clamp<int64_t>(i < 0 ? i + n : i, 0, n); }

void plan_slice(Plan &p, const Slice &s, int64_t d, int64_t n) {
  if (s.step == 0) fail<ShapeError>("slice: the step is 0");
  int64_t step = std::abs(s.step), start, stop;
  if (s.step > 0) {
    start = clamp_end(s.start.value_or(0), n);
    stop = std::max(start, clamp_end(s.stop.value_or(n), n));
  } else {
    // x[a:b:-k] is the reverse of an ascending slice that ends with a.
    int64_t first = s.start ? std::min(*s.start < 0 ? *s.start + n : *s.start, n - 1) : n - 1;
    int64_t last = s.stop ? std::max<int64_t>(*s.stop < 0 ? *s.stop + n : *s.stop, -1) : -1;
    int64_t count = std::max<int64_t>(0, (first - last + step - 1) / step);
    start = count ? first - (count - 1) * step : 0;
    stop = count ? first + 1 : 0;
    p.reversed.push_back(d);
  }
  p.starts.push_back(start);
  p.limits.push_back(stop);
  p.strides.push_back(step);
  int64_t size = (stop - start + step - 1) / step;
  p.basic_shape.push_back(size);
  p.shape.push_back(size);
}

Plan plan_indices(const Array &x, std::span<const Index> indices) {
  Plan p;
  int64_t used = 0, ellipses = 0;
  for (const Index &i : indices) {
    used += !std::holds_alternative<Ellipsis>(i.what) && !std::holds_alternative<NewAxis>(i.what);
    ellipses += std::holds_alternative<Ellipsis>(i.what);
  }
  if (used > x.ndim() || ellipses > 1)
    fail<ShapeError>(fmt::format("index: {} indices for the {} dimensions of {}", used, x.ndim(), to_string(x.type())));
  int64_t d = 0;
  auto take_all = [&](int64_t count) {
    for (; count > 0; --count, ++d) plan_slice(p, {}, d, x.shape(d));
  };
  for (const Index &i : indices) {
    if (std::holds_alternative<Ellipsis>(i.what)) {
      take_all(x.ndim() - used);
    } else if (std::holds_alternative<NewAxis>(i.what)) {
      p.shape.push_back(1);
    } else if (std::holds_alternative<All>(i.what)) {
      take_all(1);
    } else if (auto *s = std::get_if<Slice>(&i.what)) {
      plan_slice(p, *s, d, x.shape(d));
      ++d;
    } else if (auto *n = std::get_if<int64_t>(&i.what)) {
      int64_t size = x.shape(d), at = *n < 0 ? *n + size : *n;
      if (at < 0 || at >= size)
        fail<ShapeError>(fmt::format("index: {} is out of range for dimension {} of {}", *n, d, to_string(x.type())));
      plan_slice(p, {at, at + 1, 1}, d++, size);
      p.shape.pop_back();
    } else {
      const Array &a = std::get<Array>(i.what);
      if (!is_integer(a.dtype()))
        fail<DTypeError>(fmt::format("index: an index array is {}, not integers", to_string(a.type())));
      p.arrays.emplace_back(static_cast<int64_t>(p.shape.size()), a);
      take_all(1);
    }
  }
  take_all(x.ndim() - d);
  return p;
}

Array apply_basic(const Array &x, const Plan &p) {
  Array y = lax_slice(x, p.starts, p.limits, p.strides);
  if (!p.reversed.empty()) y = flip(y, Axes(p.reversed));
  return reshape(y, p.shape);
}

// Index arrays broadcast to one another and stacked as index vectors: i32[positions…, arrays]. Negative entries count
// from the end.
Array index_vectors(const Plan &p, const Shape &of) {
  std::vector<Shape> shapes;
  for (const auto &[d, a] : p.arrays) shapes.push_back(a.shape());
  Shape positions = detail::broadcast_shapes("index", shapes);
  std::vector<Array> parts;
  for (const auto &[d, a] : p.arrays) {
    Array i = a.dtype() == i64 || a.dtype() == u32 || a.dtype() == u64 ? astype(a, i64) : astype(a, i32);
    if (is_signed_integer(a.dtype())) i = where(i < 0, i + of[d], i);
    parts.push_back(broadcast_to(i, positions));
  }
  return stack(parts, positions.ndim());
}

// Where NumPy puts the positions' dimensions: in the place of adjacent index arrays, in front otherwise.
int64_t positions_at(const Plan &p) {
  for (size_t i = 1; i < p.arrays.size(); ++i)
    if (p.arrays[i].first != p.arrays[i - 1].first + 1) return 0;
  return p.arrays.front().first;
}

struct Advanced {
  std::vector<int64_t> indexed;  // dimensions that the index arrays cover
  std::vector<int64_t> window;   // dimensions of the result that are whole
  int64_t positions;             // number of position dimensions
};

Advanced advanced(const Plan &p, const Array &vectors) {
  Advanced a{{}, {}, vectors.ndim() - 1};
  for (const auto &[d, array] : p.arrays) a.indexed.push_back(d);
  int64_t front = positions_at(p), rank = static_cast<int64_t>(p.shape.size() - p.arrays.size()) + a.positions;
  for (int64_t i = 0; i < rank; ++i)
    if (i < front || i >= front + a.positions) a.window.push_back(i);
  return a;
}

Array index(const Array &x, std::span<const Index> indices) {
  At at(indices.empty() ? std::source_location{} : indices[0].at);
  Plan p = plan_indices(x, indices);
  Array basic = apply_basic(x, p);
  if (p.arrays.empty()) return basic;
  Array vectors = index_vectors(p, basic.shape());
  Advanced a = advanced(p, vectors);
  std::vector<int64_t> sizes = p.shape;
  for (int64_t d : a.indexed) {
    if (sizes[static_cast<size_t>(d)] == 0)
      fail<ShapeError>(fmt::format("index: dimension {} of {} is empty", d, to_string(basic.type())));
    sizes[static_cast<size_t>(d)] = 1;
  }
  return stage("fx.gather", {basic, vectors},
               {{"offset_dims", a.window},
                {"collapsed_slice_dims", a.indexed},
                {"operand_batching_dims", std::vector<int64_t>{}},
                {"start_indices_batching_dims", std::vector<int64_t>{}},
                {"start_index_map", a.indexed},
                {"index_vector_dim", vectors.ndim() - 1},
                {"slice_sizes", sizes}});
}

Array scatter(const char *kind, const Array &x, const Array &vectors, const Array &updates, const Advanced &a) {
  return stage("fx.scatter", {x, vectors, updates},
               {{"kind", std::string(kind)},
                {"update_window_dims", a.window},
                {"inserted_window_dims", a.indexed},
                {"input_batching_dims", std::vector<int64_t>{}},
                {"scatter_indices_batching_dims", std::vector<int64_t>{}},
                {"scatter_dims_to_operand_dims", a.indexed},
                {"index_vector_dim", vectors.ndim() - 1},
                {"unique_indices", false}});
}

Array combine(std::string_view kind, const Array &old, const Array &value) {
  if (kind == "set") return value;
  if (kind == "add") return old + value;
  if (kind == "multiply") return old * value;
  return kind == "maximum" ? maximum(old, value) : minimum(old, value);
}

}  // namespace

Array Array::operator[](const Index &i) const { return index(*this, {&i, 1}); }
Array Array::operator[](std::initializer_list<Index> indices) const {
  return index(*this, {indices.begin(), indices.size()});
}
IndexUpdate Array::at(const Index &i, std::source_location l) const { return {*this, {i}, l}; }
IndexUpdate Array::at(std::initializer_list<Index> indices, std::source_location l) const {
  return {*this, indices, l};
}

Array IndexUpdate::get() const { return index(x_, indices_); }

Array IndexUpdate::update(const char *kind, const Operand &value) const {
  At at(at_);
  Plan p = plan_indices(x_, indices_);
  Array v = detail::as_scalar(value, x_.dtype());
  if (!p.arrays.empty()) {
    for (size_t d = 0; d < p.strides.size(); ++d)
      if (p.strides[d] != 1 || p.limits[d] - p.starts[d] != x_.shape(static_cast<int64_t>(d)) ||
          p.shape != x_.shape().sizes())
        fail<ShapeError>("at: an update takes index arrays together with whole dimensions only");
    Array vectors = index_vectors(p, x_.shape());
    Advanced a = advanced(p, vectors);
    Shape target;
    int64_t front = positions_at(p), rank = static_cast<int64_t>(a.window.size()) + a.positions;
    std::vector<int64_t> whole;
    for (int64_t d = 0; d < x_.ndim(); ++d)
      if (std::find(a.indexed.begin(), a.indexed.end(), d) == a.indexed.end()) whole.push_back(x_.shape(d));
    for (int64_t i = 0, w = 0; i < rank; ++i)
      target.push_back(i >= front && i < front + a.positions ? vectors.shape(i - front)
                                                             : whole[static_cast<size_t>(w++)]);
    return scatter(kind, x_, vectors, broadcast_to(v, target), a);
  }
  Array old = apply_basic(x_, p);
  Array fresh = reshape(combine(kind, old, broadcast_to(v, old.shape())), p.basic_shape);
  if (!p.reversed.empty()) fresh = flip(fresh, Axes(p.reversed));
  bool contiguous = std::all_of(p.strides.begin(), p.strides.end(), [](int64_t s) { return s == 1; });
  if (contiguous) {
    std::vector<Array> starts;
    for (int64_t s : p.starts) starts.push_back(full({}, s, i32));
    return dynamic_update_slice(x_, fresh, starts);
  }
  // A strided place: spread the values out and choose them where the mask holds.
  std::vector<int64_t> high, interior;
  for (size_t d = 0; d < p.strides.size(); ++d) {
    int64_t n = p.basic_shape[d], extent = n ? (n - 1) * p.strides[d] + 1 : 0;
    interior.push_back(p.strides[d] - 1);
    high.push_back(x_.shape(static_cast<int64_t>(d)) - p.starts[d] - extent);
  }
  Array mask = pad(full(fresh.shape(), true), p.starts, high, false, interior);
  return where(mask, pad(fresh, p.starts, high, 0, interior), x_);
}

Array take(const Operand &x, const Operand &indices, int64_t axis) {
  At at(x);
  Array a = asarray(x);
  axis = normalize_axis("take", axis, a.ndim());
  std::vector<Index> list(static_cast<size_t>(axis), Index(all));
  list.emplace_back(asarray(indices));
  return index(a, list);
}

Array take_along_axis(const Operand &x, const Operand &indices, int64_t axis) {
  At at(x);
  Array a = asarray(x), i = asarray(indices);
  axis = normalize_axis("take_along_axis", axis, a.ndim());
  if (i.ndim() != a.ndim())
    fail<ShapeError>(
        fmt::format("take_along_axis: {} and {} differ in their dimensions", to_string(a.type()), to_string(i.type())));
  std::vector<Index> list;
  for (int64_t d = 0; d < a.ndim(); ++d) list.emplace_back(d == axis ? i : iota(i.shape(), d));
  return index(a, list);
}

Array dynamic_slice(const Operand &x, const std::vector<Array> &starts, std::vector<int64_t> sizes) {
  At at(x);
  std::vector<Operand> operands{x};
  operands.insert(operands.end(), starts.begin(), starts.end());
  return stage_all("fx.dynamic_slice", operands, {{"sizes", std::move(sizes)}})[0];
}

Array dynamic_update_slice(const Operand &x, const Operand &update, const std::vector<Array> &starts) {
  At at(x);
  std::vector<Operand> operands{x, update};
  operands.insert(operands.end(), starts.begin(), starts.end());
  return stage_all("fx.dynamic_update_slice", operands)[0];
}

Array dynamic_index_in_dim(const Operand &x, const Operand &i, int64_t axis, bool keep) {
  At at(x);
  Array a = asarray(x), start = asarray(i);
  axis = normalize_axis("dynamic_index_in_dim", axis, a.ndim());
  std::vector<Array> starts(static_cast<size_t>(a.ndim()), zeros({}, start.dtype()));
  std::vector<int64_t> sizes = a.shape().sizes();
  starts[static_cast<size_t>(axis)] = start;
  sizes[static_cast<size_t>(axis)] = 1;
  Array y = dynamic_slice(a, starts, sizes);
  return keep ? y : squeeze(y, Axes(axis));
}

Array sort(const Operand &x, int64_t axis, bool descending) {
  At at(x);
  Array a = asarray(x);
  return stage(
      "fx.sort", {a},
      {{"dimension", normalize_axis("sort", axis, a.ndim())}, {"is_stable", true}, {"descending", descending}});
}

namespace {
std::pair<Array, Array> sort_with_positions(std::string_view op, const Array &a, int64_t axis, bool descending) {
  axis = normalize_axis(op, axis, a.ndim());
  Array positions = iota(a.shape(), axis);
  std::array<Operand, 2> both{a, positions};
  std::vector<Array> sorted =
      stage_all("fx.sort", both, {{"dimension", axis}, {"is_stable", true}, {"descending", descending}});
  return {sorted[0], sorted[1]};
}
}  // namespace

Array argsort(const Operand &x, int64_t axis, bool descending) {
  At at(x);
  return sort_with_positions("argsort", asarray(x), axis, descending).second;
}

std::pair<Array, Array> top_k(const Operand &x, int64_t k) {
  At at(x);
  Array a = asarray(x);
  if (a.ndim() == 0 || k < 0 || k > a.shape(-1))
    fail<ShapeError>(fmt::format("top_k: {} has not {} elements in its last dimension", to_string(a.type()), k));
  auto [values, positions] = sort_with_positions("top_k", a, -1, true);
  std::vector<int64_t> zero(static_cast<size_t>(a.ndim()), 0), limits = a.shape().sizes();
  limits.back() = k;
  return {lax_slice(values, zero, limits), lax_slice(positions, zero, limits)};
}

// ---- members of Array that are functions elsewhere

Array Array::reshape(std::vector<int64_t> shape, at_line at) const {
  return fluxion::reshape(Operand(*this, at), std::move(shape));
}
Array Array::astype(DType dtype, at_line at) const { return fluxion::astype(Operand(*this, at), dtype); }
Array Array::T(at_line at) const { return fluxion::transpose(Operand(*this, at)); }
Array Array::transpose(std::vector<int64_t> axes, at_line at) const {
  return fluxion::transpose(Operand(*this, at), std::move(axes));
}
Array Array::sum(Axes axes, Keep keep, at_line at) const {
  return fluxion::sum(Operand(*this, at), std::move(axes), keep);
}
Array Array::mean(Axes axes, Keep keep, at_line at) const {
  return fluxion::mean(Operand(*this, at), std::move(axes), keep);
}
Array Array::max(Axes axes, Keep keep, at_line at) const {
  return fluxion::max(Operand(*this, at), std::move(axes), keep);
}
Array Array::min(Axes axes, Keep keep, at_line at) const {
  return fluxion::min(Operand(*this, at), std::move(axes), keep);
}
Array Array::flatten(at_line at) const { return fluxion::ravel(Operand(*this, at)); }

}  // namespace fluxion
