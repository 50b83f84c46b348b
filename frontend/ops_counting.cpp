// Differences and integrals, counting, order, interpolation.
#include <algorithm>
#include <bit>
#include <cmath>

#include "fluxion/control.h"
#include "fluxion/statistics.h"
#include "frontend/ops_internal.h"

namespace fluxion {

using detail::inexact;
using detail::normalize_axis;

namespace {

// x[start : stop] along one axis; negative ends count from the end.
Array part(const Array &x, int64_t axis, int64_t start, int64_t stop) {
  std::vector<int64_t> starts(x.shape().size(), 0), limits = x.shape().sizes();
  int64_t n = x.shape(axis);
  starts[static_cast<size_t>(axis)] = start < 0 ? start + n : start;
  limits[static_cast<size_t>(axis)] = stop <= 0 ? stop + n : stop;
  return lax_slice(x, starts, limits);
}

void need_vector(std::string_view op, const Array &x) {
  if (x.ndim() != 1) fail<ShapeError>(fmt::format("{}: {} is not a vector", op, to_string(x.type())));
}

}  // namespace

// ---- differences and integrals

Array diff(const Operand &x, int64_t n, int64_t axis) {
  At at(x);
  Array a = asarray(x);
  axis = normalize_axis("diff", axis, a.ndim());
  if (n < 0) fail<ShapeError>(fmt::format("diff: {} times", n));
  for (int64_t i = 0; i < n && a.shape(axis) > 0; ++i) {
    if (a.shape(axis) == 1) return part(a, axis, 0, 1)[slice(0, 0)];
    Array after = part(a, axis, 1, 0), before = part(a, axis, 0, -1);
    a = a.dtype() == bool_ ? after != before : after - before;
  }
  return a;
}
Array ediff1d(const Operand &x) {
  At at(x);
  return diff(ravel(x));
}
Array gradient(const Operand &x, double spacing, int64_t axis) {
  At at(x);
  Array a = inexact(x);
  axis = normalize_axis("gradient", axis, a.ndim());
  if (a.shape(axis) < 2)
    fail<ShapeError>(
        fmt::format("gradient: dimension {} of {} has fewer than two elements", axis, to_string(a.type())));
  Array steps = diff(a, 1, axis) / spacing;
  Array first = part(steps, axis, 0, 1), last = part(steps, axis, -1, 0);
  if (a.shape(axis) == 2) return concatenate({first, last}, axis);
  Array inner = (part(a, axis, 2, 0) - part(a, axis, 0, -2)) / (2 * spacing);
  return concatenate({first, inner, last}, axis);
}
Arrays gradient(const Operand &x, double spacing) {
  At at(x);
  Arrays out;
  for (int64_t d = 0; d < asarray(x).ndim(); ++d) out.push_back(gradient(x, spacing, d));
  return out;
}

Array trapezoid(const Operand &y, double dx, int64_t axis) {
  At at(y);
  Array a = inexact(y);
  axis = normalize_axis("trapezoid", axis, a.ndim());
  return sum(part(a, axis, 1, 0) + part(a, axis, 0, -1), axis) * (dx * 0.5);
}
Array trapezoid(const Operand &y, const Array &x, int64_t axis) {
  At at(y);
  Array a = inexact(y), steps = diff(inexact(x));
  axis = normalize_axis("trapezoid", axis, a.ndim());
  a = moveaxis(a, axis, -1);
  int64_t last = a.ndim() - 1;
  return sum(steps * (part(a, last, 1, 0) + part(a, last, 0, -1)), -1) * 0.5;
}

namespace {
Array running(const Operand &x, int64_t axis, bool include_initial, Array (*f)(const Operand &, std::optional<int64_t>),
              double initial) {
  Array y = f(x, axis);
  if (!include_initial) return y;
  Shape shape = y.shape();
  shape[axis] = 1;
  return concatenate({full(shape, initial, y.dtype()), y}, axis);
}
}  // namespace
Array cumulative_sum(const Operand &x, int64_t axis, bool include_initial) {
  At at(x);
  return running(x, axis, include_initial, cumsum, 0);
}
Array cumulative_prod(const Operand &x, int64_t axis, bool include_initial) {
  At at(x);
  return running(x, axis, include_initial, cumprod, 1);
}

Array unwrap(const Operand &x, int64_t axis, double period) {
  At at(x);
  Array a = inexact(x);
  axis = normalize_axis("unwrap", axis, a.ndim());
  if (a.shape(axis) < 2) return a;
  double half = period / 2;
  Array steps = diff(a, 1, axis), wrapped = (steps + half) % period - half;
  wrapped = where((wrapped == -half) & (steps > 0), half, wrapped);
  Array correction = where(abs(steps) < half, 0, wrapped - steps);
  return concatenate({part(a, axis, 0, 1), part(a, axis, 1, 0) + cumsum(correction, axis)}, axis);
}

// ---- counting

Array bincount(const Operand &x, const std::optional<Array> &weights, std::optional<int64_t> length) {
  At at(x);
  Array a = asarray(x);
  need_vector("bincount", a);
  if (!is_integer(a.dtype()) && a.dtype() != bool_)
    fail<DTypeError>(fmt::format("bincount: {} are not integers", to_string(a.type())));
  a = maximum(astype(a, i32), 0);
  if (!length) length = a.size() ? max(a).item<int64_t>() + 1 : 0;
  if (!weights) return zeros({*length}, i32).at(a).add(1);
  if (weights->shape() != a.shape())
    fail<ShapeError>(fmt::format("bincount: weights {} for {}", to_string(weights->type()), to_string(a.type())));
  return zeros({*length}, weights->dtype()).at(a).add(*weights);
}

Array searchsorted(const Operand &sorted, const Operand &values, Side side) {
  At at(sorted, values);
  Array a = asarray(sorted), v = asarray(values);
  need_vector("searchsorted", a);
  DType dtype = promote_types(a.dtype(), v.dtype());
  a = astype(a, dtype), v = astype(v, dtype);
  int64_t n = a.shape(0);
  if (n == 0) return zeros(v.shape(), i32);
  // NaN is greater than any number, as it is to sort.
  auto less_than = [](const Array &l, const Array &r) { return (l < r) | (isnan(r) & !isnan(l)); };
  // All of [0, low) belong before v, none of [high, n); each step halves what is between.
  Array low = zeros(v.shape(), i32), high = full(v.shape(), n, i32);
  for (int step = std::bit_width(static_cast<uint64_t>(n)); step > 0; --step) {
    Array middle = (low + high) >> 1, there = take(a, middle, 0, {.mode = IndexMode::clip});
    Array before = side == Side::left ? less_than(there, v) : !less_than(v, there);
    Array open = low < high;
    low = where(open & before, middle + 1, low);
    high = where(open & !before, middle, high);
  }
  return low;
}

Array digitize(const Operand &x, const Operand &bins, bool right) {
  At at(x, bins);
  Array edges = asarray(bins);
  need_vector("digitize", edges);
  int64_t n = edges.shape(0);
  if (n == 0) return zeros(asarray(x).shape(), i32);
  Side side = right ? Side::left : Side::right;
  Array falling = n - searchsorted(flip(edges), x, side);
  return where(edges[-1] >= edges[0], searchsorted(edges, x, side), falling);
}

namespace {

Array equal_bins(const Array &x, const HistogramOptions &o) {
  if (o.bins < 1) fail<ShapeError>(fmt::format("histogram: {} bins", o.bins));
  Array low, high;
  if (o.range) {
    low = full({}, o.range->first, x.dtype()), high = full({}, o.range->second, x.dtype());
  } else if (x.size() == 0) {
    low = zeros({}, x.dtype()), high = ones({}, x.dtype());
  } else {
    low = min(x), high = max(x);
  }
  Array flat = low == high;
  low = where(flat, low - 0.5, low), high = where(flat, high + 0.5, high);
  Array i = iota({o.bins + 1}, 0, x.dtype()), t = i / static_cast<double>(o.bins);
  return where(i == static_cast<double>(o.bins), high, (1 - t) * low + t * high);
}

// The bin of each element, counted from 1; the last edge belongs to the last bin.
Array bin_numbers(const Array &x, const Array &edges) {
  Array i = searchsorted(edges, x, Side::right);
  return where(x == edges[-1], edges.shape(0) - 1, i);
}

}  // namespace

Array histogram_bin_edges(const Operand &x, HistogramOptions o) {
  At at(x);
  Array a = ravel(inexact(x));
  return o.edges ? astype(*o.edges, a.dtype()) : equal_bins(a, o);
}

std::pair<Array, Array> histogram(const Operand &x, HistogramOptions o) {
  At at(x);
  Array a = ravel(inexact(x)), edges = histogram_bin_edges(a, o);
  Array weights = o.weights ? ravel(astype(*o.weights, promote_types(a.dtype(), o.weights->dtype()))) : ones_like(a);
  if (weights.shape() != a.shape())
    fail<ShapeError>(fmt::format("histogram: weights {} for {}", to_string(weights.type()), to_string(a.type())));
  Array counts = zeros(edges.shape(), weights.dtype()).at(bin_numbers(a, edges)).add(weights)[slice(1, {})];
  if (o.density) counts = counts / diff(edges) / sum(counts);
  return {counts, edges};
}

std::pair<Array, Arrays> histogramdd(const Operand &points, int64_t bins, bool density) {
  At at(points);
  Array a = inexact(points);
  if (a.ndim() != 2) fail<ShapeError>(fmt::format("histogramdd: {} is not [points, dimensions]", to_string(a.type())));
  int64_t d = a.shape(1);
  Arrays edges;
  Array flat = zeros({a.shape(0)}, i32);
  for (int64_t i = 0; i < d; ++i) {
    Array column = a[{all, i}];
    edges.push_back(histogram_bin_edges(column, {.bins = bins}));
    flat = flat * bins + (bin_numbers(column, edges.back()) - 1);
  }
  std::vector<int64_t> shape(static_cast<size_t>(d), bins);
  Array counts = reshape(zeros({Shape(shape).count()}, i32).at(flat).add(1), shape);
  if (!density) return {counts, edges};
  counts = astype(counts, a.dtype());
  counts = counts / sum(counts);
  for (int64_t i = 0; i < d; ++i) {
    std::vector<int64_t> along(static_cast<size_t>(d), 1);
    along[static_cast<size_t>(i)] = bins;
    counts = counts / reshape(diff(edges[static_cast<size_t>(i)]), along);
  }
  return {counts, edges};
}
std::tuple<Array, Array, Array> histogram2d(const Operand &x, const Operand &y, int64_t bins, bool density) {
  At at(x, y);
  auto [counts, edges] = histogramdd(stack({ravel(x), ravel(y)}, 1), bins, density);
  return {counts, edges[0], edges[1]};
}

// ---- order

Array partition(const Operand &x, int64_t k, int64_t axis) {
  At at(x);
  Array a = asarray(x);
  normalize_axis("partition: the position, as an", k, a.shape(normalize_axis("partition", axis, a.ndim())));
  return sort(a, axis);
}
Array argpartition(const Operand &x, int64_t k, int64_t axis) {
  At at(x);
  Array a = asarray(x);
  normalize_axis("argpartition: the position, as an", k, a.shape(normalize_axis("argpartition", axis, a.ndim())));
  return argsort(a, axis);
}
Array lexsort(const Arrays &keys, int64_t axis, at_line line) {
  At at(line, keys);
  if (keys.empty()) fail<ShapeError>("lexsort: there is no key");
  axis = normalize_axis("lexsort", axis, keys[0].ndim());
  // Stable sorts, by the least important key first; the other keys and the positions go along.
  std::vector<Array> moving(keys.begin(), keys.end());
  moving.push_back(iota(keys[0].shape(), axis));
  while (moving.size() > 1) {
    std::vector<Operand> operands(moving.begin(), moving.end());
    moving = stage_all("fx.sort", operands, {{"dimension", axis}, {"is_stable", true}, {"descending", false}});
    moving.erase(moving.begin());
  }
  return moving[0];
}

// ---- interpolation and correlation

Array interp(const Operand &x_, const Operand &xp_, const Operand &fp_, InterpOptions o) {
  At at(x_, xp_, fp_);
  Array x = inexact(x_), xp = inexact(xp_), fp = inexact(fp_);
  need_vector("interp", xp);
  if (fp.shape() != xp.shape() || xp.shape(0) == 0)
    fail<ShapeError>(fmt::format("interp: {} values at {} points", to_string(fp.type()), to_string(xp.type())));
  if (o.period) {
    if (*o.period == 0) fail<ShapeError>("interp: the period is 0");
    double period = std::abs(*o.period);
    x = x % period, xp = xp % period;
    Array order = argsort(xp);
    xp = take(xp, order), fp = take(fp, order);
    xp = concatenate({xp[slice(-1, {})] - period, xp, xp[slice(0, 1)] + period});
    fp = concatenate({fp[slice(-1, {})], fp, fp[slice(0, 1)]});
  }
  int64_t n = xp.shape(0);
  if (n == 1) xp = concatenate({xp, xp}), fp = concatenate({fp, fp}), n = 2;
  Array i = clip(searchsorted(xp, x, Side::right), 1, n - 1);
  auto at_index = [](const Array &a, const Array &j) { return take(a, j, 0, {.mode = IndexMode::clip}); };
  Array x0 = at_index(xp, i - 1), width = at_index(xp, i) - x0, y0 = at_index(fp, i - 1), rise = at_index(fp, i) - y0;
  Array none = abs(width) <= 1e-38;
  Array y = where(none, y0, y0 + (x - x0) / where(none, 1, width) * rise);
  if (o.period) return y;
  y = where(x < xp[0], o.left ? full({}, *o.left, y.dtype()) : fp[0], y);
  return where(x > xp[-1], o.right ? full({}, *o.right, y.dtype()) : fp[-1], y);
}

namespace {

// y[i] = Σ_j x[i − low + j]·w[j], x with zeros around it; w is the shorter one.
Array slide(const Array &x, const Array &w, int64_t low, int64_t high) {
  Array wide = pad(x, {low}, {high});
  int64_t m = w.shape(0), n = wide.shape(0) - m + 1;
  auto term = [&](const Array &sum, const Array &j, const Array &weight) {
    return sum + dynamic_slice(wide, {j}, {n}) * weight;
  };
  if (m <= 16) {
    Array sum = zeros({n}, x.dtype());
    for (int64_t j = 0; j < m; ++j) sum = term(sum, full({}, j, i32), w[j]);
    return sum;
  }
  auto step = [&](const Array &j, const Array &sum) { return term(sum, j, dynamic_index_in_dim(w, j, 0, false)); };
  return fori_loop(0, m, step, zeros({n}, x.dtype()));
}

Array slide(std::string_view op, const Array &x, const Array &w, Convolution mode) {
  int64_t m = w.shape(0);
  if (m == 0) fail<ShapeError>(fmt::format("{}: an operand is empty", op));
  switch (mode) {
    case Convolution::full:
      return slide(x, w, m - 1, m - 1);
    case Convolution::same:
      return slide(x, w, m / 2, m - m / 2 - 1);
    default:
      return slide(x, w, 0, 0);
  }
}

std::pair<Array, Array> vectors(std::string_view op, const Operand &a, const Operand &v) {
  Array x = asarray(a), w = asarray(v);
  need_vector(op, x), need_vector(op, w);
  DType dtype = promote_types(x.dtype(), w.dtype());
  if (!is_inexact(dtype)) dtype = promote_types(dtype, f32);
  return {astype(x, dtype), astype(w, dtype)};
}

}  // namespace

Array convolve(const Operand &a, const Operand &v, Convolution mode) {
  At at(a, v);
  auto [x, w] = vectors("convolve", a, v);
  if (x.shape(0) < w.shape(0)) std::swap(x, w);
  return slide("convolve", x, flip(w), mode);
}
Array correlate(const Operand &a, const Operand &v, Convolution mode) {
  At at(a, v);
  auto [x, w] = vectors("correlate", a, v);
  if (is_complex(w.dtype())) fail<DTypeError>(fmt::format("correlate: {} is complex", to_string(w.type())));
  if (x.shape(0) >= w.shape(0)) return slide("correlate", x, w, mode);
  return flip(slide("correlate", w, x, mode));
}

}  // namespace fluxion
