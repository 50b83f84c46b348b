#include "frontend/index_plan.h"

#include <algorithm>

#include "frontend/frame.h"
#include "frontend/ops_internal.h"

namespace fluxion::detail {

namespace {

int64_t clamp_end(int64_t i, int64_t n) { return std::clamp<int64_t>(i < 0 ? i + n : i, 0, n); }

// Builds a plan index by index, from the left.
class Planner {
 public:
  explicit Planner(const Array &x) : x_(x) {}

  IndexPlan plan(std::span<const Index> indices);

 private:
  void slice(const Slice &s);
  void number(int64_t i);
  void array(const Array &a);
  void mask(const Array &a);
  void whole(int64_t count) {
    for (; count > 0; --count) slice({});
  }
  // NumPy's rule: index arrays, and numbers beside them, that stand side by side leave their dimensions in their place;
  // otherwise these go to the front.
  void note_advanced() {
    if (first_ < 0)
      first_ = static_cast<int64_t>(p_.shape.size()) - covered_;
    else if (interrupted_)
      scattered_ = true;
    interrupted_ = false;
  }

  const Array &x_;
  IndexPlan p_;
  int64_t d_ = 0;        // dimension of x
  int64_t first_ = -1;   // where the first number or array stands
  int64_t covered_ = 0;  // dimensions of `shape` that index arrays cover
  bool interrupted_ = false, scattered_ = false;
};

void Planner::slice(const Slice &s) {
  if (s.step == 0) fail<ShapeError>("slice: the step is 0");
  int64_t n = x_.shape(d_), step = std::abs(s.step), start, stop;
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
    p_.reversed.push_back(d_);
  }
  p_.whole = p_.whole && s.step == 1 && stop - start == n;
  p_.starts.push_back(start);
  p_.limits.push_back(stop);
  p_.strides.push_back(step);
  int64_t size = (stop - start + step - 1) / step;
  p_.basic_shape.push_back(size);
  p_.shape.push_back(size);
  ++d_;
}

void Planner::number(int64_t i) {
  int64_t size = x_.shape(d_), at = i < 0 ? i + size : i;
  if (at < 0 || at >= size)
    fail<ShapeError>(fmt::format("index: {} is out of range for dimension {} of {}", i, d_, to_string(x_.type())));
  note_advanced();
  p_.starts.push_back(at);
  p_.limits.push_back(at + 1);
  p_.strides.push_back(1);
  p_.basic_shape.push_back(1);
  p_.whole = false;
  ++d_;
}

void Planner::array(const Array &a) {
  if (!is_integer(a.dtype()))
    fail<DTypeError>(fmt::format("index: an index array is {}, not integers or bools", to_string(a.type())));
  note_advanced();
  p_.arrays.emplace_back(static_cast<int64_t>(p_.shape.size()), a);
  whole(1);
  ++covered_;
}

void Planner::mask(const Array &a) {
  for (int64_t i = 0; i < a.ndim(); ++i)
    if (a.shape(i) != x_.shape(d_ + i))
      fail<ShapeError>(fmt::format("index: the mask {} does not cover dimensions {} to {} of {} ({} vs {})",
                                   to_string(a.type()), d_, d_ + a.ndim() - 1, to_string(x_.type()), a.shape(i),
                                   x_.shape(d_ + i)));
  for (const Array &positions : true_positions(a)) array(positions);
}

IndexPlan Planner::plan(std::span<const Index> indices) {
  int64_t used = 0, ellipses = 0;
  for (const Index &i : indices) {
    if (std::holds_alternative<Ellipsis>(i.what))
      ++ellipses;
    else if (auto *a = std::get_if<Array>(&i.what); a && a->dtype() == bool_)
      used += a->ndim();
    else
      used += !std::holds_alternative<NewAxis>(i.what);
  }
  if (used > x_.ndim() || ellipses > 1)
    fail<ShapeError>(
        fmt::format("index: {} indices for the {} dimensions of {}", used, x_.ndim(), to_string(x_.type())));
  for (const Index &i : indices) {
    if (auto *n = std::get_if<int64_t>(&i.what)) {
      number(*n);
    } else if (auto *a = std::get_if<Array>(&i.what)) {
      a->dtype() == bool_ ? mask(*a) : array(*a);
    } else {
      interrupted_ = true;
      if (std::holds_alternative<Ellipsis>(i.what))
        whole(x_.ndim() - used);
      else if (std::holds_alternative<NewAxis>(i.what))
        p_.shape.push_back(1);
      else if (auto *s = std::get_if<Slice>(&i.what))
        slice(*s);
      else
        whole(1);
    }
  }
  whole(x_.ndim() - d_);
  p_.front = scattered_ ? 0 : std::max<int64_t>(0, first_);
  return std::move(p_);
}

struct Windows {
  std::vector<int64_t> indexed;  // dimensions that the index arrays cover
  std::vector<int64_t> window;   // dimensions of the result that are whole
};
Windows windows(const IndexPlan &p, const Array &vectors) {
  Windows w;
  for (const auto &[d, array] : p.arrays) w.indexed.push_back(d);
  int64_t positions = vectors.ndim() - 1, rank = static_cast<int64_t>(p.shape.size() - p.arrays.size()) + positions;
  for (int64_t i = 0; i < rank; ++i)
    if (i < p.front || i >= p.front + positions) w.window.push_back(i);
  return w;
}

}  // namespace

IndexPlan plan_indices(const Array &x, std::span<const Index> indices) { return Planner(x).plan(indices); }

std::vector<Array> true_positions(const Array &mask) {
  if (!has_value(mask))
    fail<ConcretizationError>(fmt::format(
        "index: how many elements of the mask {} are true is not known while tracing: use fx::where, or fx::nonzero "
        "with a size",
        to_string(mask.type())));
  std::vector<std::vector<int32_t>> positions(mask.shape().size());
  std::span<const bool> bits = mask.span<bool>();
  for (int64_t i = 0; i < mask.size(); ++i) {
    if (!bits[static_cast<size_t>(i)]) continue;
    int64_t rest = i;
    for (int64_t d = mask.ndim(); d-- > 0; rest /= mask.shape(d))
      positions[static_cast<size_t>(d)].push_back(static_cast<int32_t>(rest % mask.shape(d)));
  }
  std::vector<Array> out;
  for (const std::vector<int32_t> &p : positions) out.push_back(from_vector(p));
  return out;
}

Array apply_basic(const Array &x, const IndexPlan &p) {
  Array y = p.whole ? x : lax_slice(x, p.starts, p.limits, p.strides);
  if (!p.reversed.empty()) y = flip(y, Axes(p.reversed));
  return reshape(y, p.shape);
}

Array update_basic(const Array &x, const IndexPlan &p, const Array &part) {
  Array fresh = reshape(part, p.basic_shape);
  if (!p.reversed.empty()) fresh = flip(fresh, Axes(p.reversed));
  if (p.whole) return fresh;
  if (std::all_of(p.strides.begin(), p.strides.end(), [](int64_t s) { return s == 1; })) {
    std::vector<Array> starts;
    for (int64_t s : p.starts) starts.push_back(full({}, s, i32));
    return dynamic_update_slice(x, fresh, starts);
  }
  // A strided place: spread the values out and choose them where the mask holds.
  std::vector<int64_t> high, interior;
  for (size_t d = 0; d < p.strides.size(); ++d) {
    int64_t n = p.basic_shape[d], extent = n ? (n - 1) * p.strides[d] + 1 : 0;
    interior.push_back(p.strides[d] - 1);
    high.push_back(x.shape(static_cast<int64_t>(d)) - p.starts[d] - extent);
  }
  Array mask = pad(full(fresh.shape(), true), p.starts, high, false, interior);
  return where(mask, pad(fresh, p.starts, high, 0, interior), x);
}

Array index_vectors(const IndexPlan &p, IndexMode mode) {
  std::vector<Shape> shapes;
  for (const auto &[d, a] : p.arrays) shapes.push_back(a.shape());
  Shape positions = broadcast_shapes("index", shapes);
  std::vector<Array> parts;
  for (const auto &[d, a] : p.arrays) {
    int64_t n = p.shape[static_cast<size_t>(d)];
    Array i = a.dtype() == i64 || a.dtype() == u32 || a.dtype() == u64 ? astype(a, i64) : astype(a, i32);
    if (mode == IndexMode::wrap)
      i = i % std::max<int64_t>(1, n);
    else if (is_signed_integer(a.dtype()))
      i = where(i < 0, i + n, i);
    if (mode == IndexMode::clip) i = clip(i, 0, std::max<int64_t>(0, n - 1));
    parts.push_back(broadcast_to(i, positions));
  }
  return stack(parts, positions.ndim());
}

Array positions_inside(const IndexPlan &p, const Array &vectors) {
  Array inside;
  for (size_t k = 0; k < p.arrays.size(); ++k) {
    std::vector<int64_t> starts(vectors.shape().size(), 0), limits = vectors.shape().sizes();
    starts.back() = static_cast<int64_t>(k), limits.back() = starts.back() + 1;
    Array i = squeeze(lax_slice(vectors, starts, limits), -1);
    Array here = (i >= 0) & (i < p.shape[static_cast<size_t>(p.arrays[k].first)]);
    inside = inside.defined() ? inside & here : here;
  }
  return inside;
}

Shape gathered_shape(const IndexPlan &p, const Array &vectors) {
  Windows w = windows(p, vectors);
  std::vector<int64_t> whole;
  for (size_t d = 0; d < p.shape.size(); ++d)
    if (std::find(w.indexed.begin(), w.indexed.end(), static_cast<int64_t>(d)) == w.indexed.end())
      whole.push_back(p.shape[d]);
  whole.insert(whole.begin() + p.front, vectors.shape().begin(), vectors.shape().end() - 1);
  return Shape(std::move(whole));
}

Array gather_at(const Array &x, const IndexPlan &p, const Array &vectors) {
  Windows w = windows(p, vectors);
  Shape result = gathered_shape(p, vectors);
  if (result.count() == 0) return zeros(result, x.dtype());
  std::vector<int64_t> sizes = p.shape;
  for (int64_t d : w.indexed) {
    if (sizes[static_cast<size_t>(d)] == 0)
      fail<ShapeError>(fmt::format("index: dimension {} of {} is empty", d, to_string(x.type())));
    sizes[static_cast<size_t>(d)] = 1;
  }
  return stage("fx.gather", {x, vectors},
               {{"offset_dims", w.window},
                {"collapsed_slice_dims", w.indexed},
                {"operand_batching_dims", std::vector<int64_t>{}},
                {"start_indices_batching_dims", std::vector<int64_t>{}},
                {"start_index_map", w.indexed},
                {"index_vector_dim", vectors.ndim() - 1},
                {"slice_sizes", sizes}});
}

Array scatter_at(const char *kind, const Array &x, const IndexPlan &p, const Array &vectors, const Array &updates) {
  if (updates.size() == 0) return x;
  Windows w = windows(p, vectors);
  return stage("fx.scatter", {x, vectors, updates},
               {{"kind", std::string(kind)},
                {"update_window_dims", w.window},
                {"inserted_window_dims", w.indexed},
                {"input_batching_dims", std::vector<int64_t>{}},
                {"scatter_indices_batching_dims", std::vector<int64_t>{}},
                {"scatter_dims_to_operand_dims", w.indexed},
                {"index_vector_dim", vectors.ndim() - 1},
                {"unique_indices", false}});
}

}  // namespace fluxion::detail
