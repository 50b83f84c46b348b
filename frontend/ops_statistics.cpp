// Reductions of some elements, without NaNs; averages, quantiles, covariance.
#include "fluxion/statistics.h"

#include <algorithm>
#include <cmath>

#include "frontend/ops_internal.h"

namespace fluxion {

using detail::inexact;
using detail::normalize_axes;
using detail::normalize_axis;

namespace {

// x where the mask holds, else `otherwise`.
Array chosen(const Operand &x, const Masked &o, const Operand &otherwise) {
  Array a = asarray(x);
  return where(o.where, a, detail::as_scalar(otherwise, a.dtype()));
}
Array with_initial(const Array &y, const Masked &o, Array (*f)(const Operand &, const Operand &)) {
  return o.initial ? f(y, detail::as_scalar(*o.initial, y.dtype())) : y;
}
// How many elements the mask leaves in each sum, in x's dtype.
Array counted(const Array &x, const Masked &o, Keep keep) {
  return sum(astype(broadcast_to(o.where, x.shape()), x.dtype()), o.axes, keep);
}
int64_t count_of(std::string_view op, const Array &x, const Axes &axes) {
  int64_t n = 1;
  for (int64_t d : normalize_axes(op, axes, x.ndim())) n *= x.shape(d);
  return n;
}

// The least value of a dtype, or the greatest: what does not matter to max, or to min.
Array extreme(DType t, bool least) {
  if (t == bool_) return full({}, !least);
  if (is_float(t)) return detail::as_scalar(least ? -INFINITY : INFINITY, t);
  if (is_unsigned_integer(t)) return least ? zeros({}, t) : ~zeros({}, t);
  Array lowest = full({}, 1, t) << (size_of(t) * 8 - 1);
  return least ? lowest : ~lowest;
}
Array extremum(std::string_view op, const Operand &x, const Masked &o, bool greatest) {
  if (!o.initial) fail<ShapeError>(fmt::format("{}: a mask needs an initial value", op));
  Array a = asarray(x), y = where(o.where, a, extreme(a.dtype(), greatest));
  if (count_of(op, y, o.axes) == 0) {
    Masked all_of{o.where, o.axes, o.keepdims};
    return full_like(sum(a, o.axes, o.keepdims), *o.initial);
  }
  Array initial = detail::as_scalar(*o.initial, a.dtype());
  return greatest ? maximum(max(y, o.axes, o.keepdims), initial) : minimum(min(y, o.axes, o.keepdims), initial);
}

}  // namespace

Array sum(const Operand &x, const Masked &o) {
  At at(x);
  return with_initial(sum(chosen(x, o, 0), o.axes, o.keepdims), o, add);
}
Array prod(const Operand &x, const Masked &o) {
  At at(x);
  return with_initial(prod(chosen(x, o, 1), o.axes, o.keepdims), o, multiply);
}
Array mean(const Operand &x, const Masked &o) {
  At at(x);
  Array a = inexact(x);
  return sum(chosen(a, o, 0), o.axes, o.keepdims) / counted(a, o, o.keepdims);
}
Array var(const Operand &x, const Masked &o) {
  At at(x);
  Array a = inexact(x), centre = mean(a, Masked{o.where, o.axes, keepdims});
  Array squares = sum(chosen(square(a - centre), o, 0), o.axes, o.keepdims), n = counted(a, o, o.keepdims);
  return squares / (n - o.ddof);
}
Array std(const Operand &x, const Masked &o) {
  At at(x);
  return detail::sqrt_or_zero(var(x, o));
}
Array max(const Operand &x, const Masked &o) {
  At at(x);
  return extremum("max", x, o, true);
}
Array min(const Operand &x, const Masked &o) {
  At at(x);
  return extremum("min", x, o, false);
}
Array any(const Operand &x, const Masked &o) {
  At at(x);
  return any((asarray(x) != 0) & o.where, o.axes, o.keepdims);
}

Array var(const Operand &x, Axes axes, Keep keep, double ddof) {
  At at(x);
  Array a = inexact(x);
  double n = static_cast<double>(count_of("var", a, axes));
  return sum(square(a - mean(a, axes, keepdims)), axes, keep) / (n - ddof);
}
Array std(const Operand &x, Axes axes, Keep keep, double ddof) {
  At at(x);
  return detail::sqrt_or_zero(var(x, std::move(axes), keep, ddof));
}

Array ptp(const Operand &x, Axes axes, Keep keep) {
  At at(x);
  return max(x, axes, keep) - min(x, axes, keep);
}
Array count_nonzero(const Operand &x, Axes axes, Keep keep) {
  At at(x);
  return sum(astype(asarray(x) != 0, i32), std::move(axes), keep);
}

Array average(const Operand &x, Axes axes, const std::optional<Array> &weights, Keep keep) {
  At at(x);
  Array a = inexact(x);
  if (!weights) return mean(a, std::move(axes), keep);
  Array w = *weights;
  if (w.shape() != a.shape()) {
    if (axes.all || axes.dims.size() != 1 || w.ndim() != 1)
      fail<ShapeError>(fmt::format("average: weights {} for {}: give the one axis that they belong to",
                                   to_string(w.type()), to_string(a.type())));
    int64_t d = normalize_axis("average", axes.dims[0], a.ndim());
    w = broadcast_in_dim(w, a.shape(), {d});
  }
  return sum(a * w, axes, keep) / sum(w, axes, keep);
}

// ---- without the NaNs

namespace {
Array without_nan(const Operand &x, double instead) {
  Array a = asarray(x);
  return is_inexact(a.dtype()) ? where(isnan(a), instead, a) : a;
}
Array nan_extremum(const Operand &x, const Axes &axes, Keep keep, bool greatest) {
  Array a = asarray(x);
  if (!is_inexact(a.dtype())) return greatest ? max(a, axes, keep) : min(a, axes, keep);
  Array y = without_nan(a, greatest ? -INFINITY : INFINITY);
  return where(all(isnan(a), axes, keep), NAN, greatest ? max(y, axes, keep) : min(y, axes, keep));
}
Array nan_arg(const Operand &x, const ArgOptions &o, bool greatest) {
  Array a = asarray(x);
  if (!is_inexact(a.dtype())) return greatest ? argmax(a, o) : argmin(a, o);
  Array y = without_nan(a, greatest ? -INFINITY : INFINITY);
  Array none = all(isnan(a), o.axis ? Axes(*o.axis) : Axes(), o.keepdims ? keepdims : Keep::no);
  return where(none, -1, greatest ? argmax(y, o) : argmin(y, o));
}
}  // namespace

Array nansum(const Operand &x, Axes axes, Keep keep) {
  At at(x);
  return sum(without_nan(x, 0), std::move(axes), keep);
}
Array nanprod(const Operand &x, Axes axes, Keep keep) {
  At at(x);
  return prod(without_nan(x, 1), std::move(axes), keep);
}
Array nanmean(const Operand &x, Axes axes, Keep keep) {
  At at(x);
  Array a = inexact(x), there = !isnan(a);
  return mean(a, Masked{there, std::move(axes), keep});
}
Array nanvar(const Operand &x, Axes axes, Keep keep, double ddof) {
  At at(x);
  Array a = inexact(x), there = !isnan(a);
  Array y = var(a, Masked{there, axes, keep, {}, ddof});
  return where(sum(astype(there, a.dtype()), axes, keep) <= ddof, NAN, y);
}
Array nanstd(const Operand &x, Axes axes, Keep keep, double ddof) {
  At at(x);
  return detail::sqrt_or_zero(nanvar(x, std::move(axes), keep, ddof));
}
Array nanmax(const Operand &x, Axes axes, Keep keep) {
  At at(x);
  return nan_extremum(x, axes, keep, true);
}
Array nanmin(const Operand &x, Axes axes, Keep keep) {
  At at(x);
  return nan_extremum(x, axes, keep, false);
}
Array nanargmax(const Operand &x, ArgOptions options) {
  At at(x);
  return nan_arg(x, options, true);
}
Array nanargmin(const Operand &x, ArgOptions options) {
  At at(x);
  return nan_arg(x, options, false);
}
Array nancumsum(const Operand &x, std::optional<int64_t> axis) {
  At at(x);
  return cumsum(without_nan(x, 0), axis);
}
Array nancumprod(const Operand &x, std::optional<int64_t> axis) {
  At at(x);
  return cumprod(without_nan(x, 1), axis);
}

// ---- quantiles

namespace {

// The reduced axes flattened into the last one.
Array reduced_last(const Array &a, const std::vector<int64_t> &dims) {
  std::vector<int64_t> kept, order, shape;
  for (int64_t d = 0; d < a.ndim(); ++d)
    if (std::find(dims.begin(), dims.end(), d) == dims.end()) kept.push_back(d), shape.push_back(a.shape(d));
  order = kept;
  order.insert(order.end(), dims.begin(), dims.end());
  shape.push_back(-1);
  if (a.ndim() == 0) return reshape(a, {1});
  return reshape(transpose(a, order), shape);
}

// rows f[…, n], sorted; `last` the index of each row's last number (f[…]); q a vector. Gives f[q, …].
Array at_quantiles(const Array &rows, const Array &last, const Array &q, QuantileMethod method) {
  std::vector<int64_t> leading(last.shape().size() + 1, 1);
  leading[0] = q.size();
  Array position = reshape(q, leading) * expand_dims(last, 0);
  Array low = floor(position), high = ceil(position), part = position - low;
  if (method == QuantileMethod::nearest) low = high = round(position);
  if (method == QuantileMethod::lower) high = low;
  if (method == QuantileMethod::higher) low = high;
  Array table = broadcast_to(expand_dims(rows, 0), [&] {
    Shape s = position.shape();
    s.push_back(rows.shape(-1));
    return s;
  }());
  auto pick = [&](const Array &i) {
    Array inside = clip(where(isnan(i), 0, i), 0, static_cast<double>(rows.shape(-1) - 1));
    return squeeze(take_along_axis(table, expand_dims(astype(inside, i32), -1), -1, {.mode = IndexMode::clip}), -1);
  };
  Array a = pick(low), b = pick(high);
  switch (method) {
    case QuantileMethod::linear:
      return a * (1 - part) + b * part;
    case QuantileMethod::midpoint:
      return (a + b) * 0.5;
    default:
      return a;
  }
}

Array quantiles(std::string_view op, const Operand &x, const Operand &q, const QuantileOptions &o, bool skip_nan) {
  Array a = inexact(x), levels = astype(q, a.dtype());
  std::vector<int64_t> dims = normalize_axes(op, o.axes, a.ndim());
  Array rows = reduced_last(a, dims);
  if (rows.shape(-1) == 0) fail<ShapeError>(fmt::format("{}: there is no element in {}", op, to_string(a.type())));
  Array missing = isnan(rows), sorted = sort(rows);  // NaNs are last
  Array numbers = sum(astype(!missing, a.dtype()), -1);
  Array last = skip_nan ? numbers - 1 : full_like(numbers, static_cast<double>(rows.shape(-1) - 1));
  Array flat = ravel(levels), y = at_quantiles(sorted, last, flat, o.method);
  Array none = skip_nan ? numbers == 0 : any(missing, -1);
  std::vector<int64_t> leading(last.shape().size() + 1, 1);
  leading[0] = flat.size();
  Array level = reshape(flat, leading), outside = !((level >= 0) & (level <= 1));
  y = where(expand_dims(none, 0) | outside, NAN, y);
  std::vector<int64_t> shape = levels.shape().sizes();
  for (int64_t d = 0; d < a.ndim(); ++d) {
    bool gone = std::find(dims.begin(), dims.end(), d) != dims.end();
    if (!gone)
      shape.push_back(a.shape(d));
    else if (o.keepdims == keepdims)
      shape.push_back(1);
  }
  return reshape(y, shape);
}

Array per_cent(const Operand &q) {
  Array a = inexact(q);
  return a / 100;
}

}  // namespace

Array quantile(const Operand &x, const Operand &q, QuantileOptions o) {
  At at(x, q);
  return quantiles("quantile", x, q, o, false);
}
Array nanquantile(const Operand &x, const Operand &q, QuantileOptions o) {
  At at(x, q);
  return quantiles("nanquantile", x, q, o, true);
}
Array percentile(const Operand &x, const Operand &q, QuantileOptions o) {
  At at(x, q);
  return quantiles("percentile", x, per_cent(q), o, false);
}
Array nanpercentile(const Operand &x, const Operand &q, QuantileOptions o) {
  At at(x, q);
  return quantiles("nanpercentile", x, per_cent(q), o, true);
}
Array median(const Operand &x, Axes axes, Keep keep) {
  At at(x);
  return quantiles("median", x, 0.5, {.axes = std::move(axes), .keepdims = keep}, false);
}
Array nanmedian(const Operand &x, Axes axes, Keep keep) {
  At at(x);
  return quantiles("nanmedian", x, 0.5, {.axes = std::move(axes), .keepdims = keep}, true);
}

// ---- covariance

Array cov(const Operand &x, CovOptions o) {
  At at(x);
  Array a = inexact(x);
  if (a.ndim() > 2) fail<ShapeError>(fmt::format("cov: {} has more than two dimensions", to_string(a.type())));
  bool one = a.ndim() < 2;
  if (one) a = reshape(a, {1, -1});
  if (!o.rowvar && !one) a = transpose(a);
  if (!o.weights) {
    Array centred = a - mean(a, 1, keepdims);
    Array c = matmul(centred, transpose(centred)) / (static_cast<double>(a.shape(1)) - o.ddof);
    return one ? reshape(c, std::vector<int64_t>{}) : c;
  }
  Array w = astype(*o.weights, a.dtype()), total = sum(w);
  if (w.ndim() != 1 || w.shape(0) != a.shape(1))
    fail<ShapeError>(fmt::format("cov: weights {} for {} observations", to_string(w.type()), a.shape(1)));
  Array centred = a - sum(a * w, 1, keepdims) / total;
  Array c = matmul(centred * w, transpose(centred)) / (total - sum(w * w) * o.ddof / total);
  return one ? reshape(c, std::vector<int64_t>{}) : c;
}
Array corrcoef(const Operand &x, bool rowvar) {
  At at(x);
  Array c = cov(x, {.rowvar = rowvar});
  if (c.ndim() == 0) return c / c;
  Array deviation = sqrt(diagonal(c));
  return clip(c / expand_dims(deviation, 1) / expand_dims(deviation, 0), -1, 1);
}

}  // namespace fluxion
