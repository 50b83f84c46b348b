// Joining, splitting, padding, turning.
#include "fluxion/shaping.h"

#include <algorithm>

#include "frontend/ops_internal.h"

namespace fluxion {

using detail::normalize_axis;

namespace {

// x[start : stop] along one axis.
Array part(const Array &x, int64_t axis, int64_t start, int64_t stop) {
  std::vector<int64_t> starts(x.shape().size(), 0), limits = x.shape().sizes();
  starts[static_cast<size_t>(axis)] = start;
  limits[static_cast<size_t>(axis)] = stop;
  return lax_slice(x, starts, limits);
}

void need_rank(std::string_view op, const Array &x, int64_t rank) {
  if (x.ndim() < rank)
    fail<ShapeError>(fmt::format("{}: {} has fewer than {} dimensions", op, to_string(x.type()), rank));
}

Arrays each(const Arrays &arrays, Array (*f)(const Operand &)) {
  Arrays out;
  for (const Array &a : arrays) out.push_back(f(a));
  return out;
}

}  // namespace

// ---- joining

Array append(const Operand &a, const Operand &b, std::optional<int64_t> axis) {
  At at(a, b);
  return axis ? concatenate({asarray(a), asarray(b)}, *axis) : concatenate({ravel(a), ravel(b)});
}
Array hstack(const Arrays &arrays, at_line line) {
  At at(line, arrays);
  Arrays parts = each(arrays, atleast_1d);
  return concatenate(parts, !parts.empty() && parts[0].ndim() == 1 ? 0 : 1);
}
Array vstack(const Arrays &arrays, at_line line) {
  At at(line, arrays);
  return concatenate(each(arrays, atleast_2d), 0);
}
Array dstack(const Arrays &arrays, at_line line) {
  At at(line, arrays);
  return concatenate(each(arrays, atleast_3d), 2);
}
Array column_stack(const Arrays &arrays, at_line line) {
  At at(line, arrays);
  Arrays columns;
  for (const Array &a : arrays) columns.push_back(a.ndim() < 2 ? reshape(a, {-1, 1}) : a);
  return concatenate(columns, 1);
}
Array block(const std::vector<Arrays> &rows, at_line line) {
  At at(line);
  int64_t rank = 0;
  for (const Arrays &row : rows)
    for (const Array &a : row) rank = std::max(rank, a.ndim());
  auto raised = [&](const Array &a) {
    std::vector<int64_t> shape = a.shape().sizes();
    shape.insert(shape.begin(), static_cast<size_t>(std::max<int64_t>(rank, 2) - a.ndim()), 1);
    return reshape(a, shape);
  };
  Arrays lines;
  for (const Arrays &row : rows) {
    Arrays parts;
    for (const Array &a : row) parts.push_back(raised(a));
    lines.push_back(concatenate(parts, -1));
  }
  return concatenate(lines, -2);
}

// ---- splitting

Arrays split(const Operand &x, const std::vector<int64_t> &indices, int64_t axis) {
  At at(x);
  Array a = asarray(x);
  axis = normalize_axis("split", axis, a.ndim());
  Arrays out;
  int64_t n = a.shape(axis), start = 0;
  auto end_of = [n](int64_t i) { return std::clamp<int64_t>(i < 0 ? i + n : i, 0, n); };
  for (size_t i = 0; i <= indices.size(); ++i) {
    int64_t stop = i < indices.size() ? end_of(indices[i]) : n;
    out.push_back(part(a, axis, start, std::max(start, stop)));
    start = stop;
  }
  return out;
}
Arrays array_split(const Operand &x, int64_t parts, int64_t axis) {
  At at(x);
  Array a = asarray(x);
  axis = normalize_axis("array_split", axis, a.ndim());
  if (parts < 1) fail<ShapeError>(fmt::format("array_split: into {} parts", parts));
  std::vector<int64_t> ends;
  for (int64_t i = 1, n = a.shape(axis), end = 0; i < parts; ++i) ends.push_back(end += n / parts + (i <= n % parts));
  return split(a, ends, axis);
}
Arrays hsplit(const Operand &x, int64_t parts) {
  At at(x);
  need_rank("hsplit", asarray(x), 1);
  return fluxion::split(x, parts, asarray(x).ndim() == 1 ? 0 : 1);
}
Arrays vsplit(const Operand &x, int64_t parts) {
  At at(x);
  need_rank("vsplit", asarray(x), 2);
  return fluxion::split(x, parts, 0);
}
Arrays dsplit(const Operand &x, int64_t parts) {
  At at(x);
  need_rank("dsplit", asarray(x), 3);
  return fluxion::split(x, parts, 2);
}
Arrays unstack(const Operand &x, int64_t axis) {
  At at(x);
  Array a = asarray(x);
  axis = normalize_axis("unstack", axis, a.ndim());
  Arrays out;
  for (int64_t i = 0; i < a.shape(axis); ++i) out.push_back(squeeze(part(a, axis, i, i + 1), axis));
  return out;
}

// ---- dimensions

Array atleast_1d(const Operand &x) {
  At at(x);
  Array a = asarray(x);
  return a.ndim() == 0 ? reshape(a, {1}) : a;
}
Array atleast_2d(const Operand &x) {
  At at(x);
  Array a = atleast_1d(x);
  return a.ndim() == 1 ? expand_dims(a, 0) : a;
}
Array atleast_3d(const Operand &x) {
  At at(x);
  Array a = atleast_2d(x);
  return a.ndim() == 2 ? expand_dims(a, 2) : a;
}
Array expand_dims(const Operand &x, const std::vector<int64_t> &axes) {
  At at(x);
  Array a = asarray(x);
  int64_t rank = a.ndim() + static_cast<int64_t>(axes.size());
  std::vector<int64_t> shape = a.shape().sizes();
  for (int64_t d : detail::normalize_axes("expand_dims", Axes(axes), rank)) shape.insert(shape.begin() + d, 1);
  return reshape(a, shape);
}
Array moveaxis(const Operand &x, const std::vector<int64_t> &from, const std::vector<int64_t> &to) {
  At at(x);
  Array a = asarray(x);
  if (from.size() != to.size()) fail<ShapeError>(fmt::format("moveaxis: {} axes to {} places", from.size(), to.size()));
  std::vector<std::pair<int64_t, int64_t>> moves;
  for (size_t i = 0; i < from.size(); ++i)
    moves.emplace_back(normalize_axis("moveaxis", to[i], a.ndim()), normalize_axis("moveaxis", from[i], a.ndim()));
  std::vector<int64_t> order;
  for (int64_t d = 0; d < a.ndim(); ++d)
    if (std::none_of(moves.begin(), moves.end(), [d](auto &m) { return m.second == d; })) order.push_back(d);
  std::sort(moves.begin(), moves.end());
  for (auto [place, axis] : moves) order.insert(order.begin() + place, axis);
  if (static_cast<int64_t>(order.size()) != a.ndim()) fail<ShapeError>("moveaxis: an axis is named twice");
  return order.empty() ? a : transpose(a, order);
}
Array rollaxis(const Operand &x, int64_t axis, int64_t start) {
  At at(x);
  Array a = asarray(x);
  axis = normalize_axis("rollaxis", axis, a.ndim());
  if (start < -a.ndim() || start > a.ndim())
    fail<ShapeError>(fmt::format("rollaxis: {} is out of range for {} dimensions", start, a.ndim()));
  if (start < 0) start += a.ndim();
  return moveaxis(a, axis, start > axis ? start - 1 : start);
}
Array matrix_transpose(const Operand &x) {
  At at(x);
  need_rank("matrix_transpose", asarray(x), 2);
  return swapaxes(x, -1, -2);
}
Shape broadcast_shapes(const std::vector<Shape> &shapes, at_line line) {
  At at(line);
  return detail::broadcast_shapes("broadcast_shapes", shapes);
}
Arrays broadcast_arrays(const Arrays &arrays, at_line line) {
  At at(line, arrays);
  std::vector<Shape> shapes;
  for (const Array &a : arrays) shapes.push_back(a.shape());
  Shape shape = detail::broadcast_shapes("broadcast_arrays", shapes);
  Arrays out;
  for (const Array &a : arrays) out.push_back(broadcast_to(a, shape));
  return out;
}
Array resize(const Operand &x, const Shape &shape) {
  At at(x);
  Array flat = ravel(x);
  int64_t n = shape.count();
  if (flat.size() == 0) return zeros(shape, flat.dtype());
  if (n > flat.size()) flat = tile(flat, (n + flat.size() - 1) / flat.size());
  return reshape(part(flat, 0, 0, n), shape.sizes());
}

// ---- turning and repeating

Array fliplr(const Operand &x) {
  At at(x);
  need_rank("fliplr", asarray(x), 2);
  return flip(x, 1);
}
Array flipud(const Operand &x) {
  At at(x);
  need_rank("flipud", asarray(x), 1);
  return flip(x, 0);
}
Array rot90(const Operand &x, int64_t k, int64_t from, int64_t to) {
  At at(x);
  Array a = asarray(x);
  need_rank("rot90", a, 2);
  from = normalize_axis("rot90", from, a.ndim());
  to = normalize_axis("rot90", to, a.ndim());
  if (from == to) fail<ShapeError>("rot90: the two axes are the same");
  switch ((k % 4 + 4) % 4) {
    case 1:
      return swapaxes(flip(a, to), from, to);
    case 2:
      return flip(a, Axes{from, to});
    case 3:
      return flip(swapaxes(a, from, to), to);
    default:
      return a;
  }
}
Array roll(const Operand &x, int64_t shift) {
  At at(x);
  Array a = asarray(x);
  return reshape(roll(ravel(a), shift, 0), a.shape().sizes());
}
Array roll(const Operand &x, const std::vector<int64_t> &shifts, const std::vector<int64_t> &axes) {
  At at(x);
  if (shifts.size() != axes.size())
    fail<ShapeError>(fmt::format("roll: {} shifts for {} axes", shifts.size(), axes.size()));
  Array a = asarray(x);
  for (size_t i = 0; i < shifts.size(); ++i) a = roll(a, shifts[i], axes[i]);
  return a;
}
Array repeat(const Operand &x, int64_t times) {
  At at(x);
  return fluxion::repeat(ravel(x), times, 0);
}
Array repeat(const Operand &x, const Array &times, int64_t axis, std::optional<int64_t> total) {
  At at(x);
  Array a = asarray(x);
  axis = normalize_axis("repeat", axis, a.ndim());
  if (!is_integer(times.dtype()) || times.ndim() != 1 || times.shape(0) != a.shape(axis))
    fail<ShapeError>(fmt::format("repeat: {} are no counts for dimension {} of {}", to_string(times.type()), axis,
                                 to_string(a.type())));
  if (!total) total = sum(times).item<int64_t>();
  // Position j belongs to the element whose counts before it add up to at most j.
  Array ends = cumsum(astype(times, i32));
  Array passed = expand_dims(iota({*total}, 0), 1) >= expand_dims(ends, 0);
  Array source = minimum(sum(passed, 1), a.shape(axis) - 1);
  return take(a, source, axis);
}

// ---- elements put in and taken out

Array delete_(const Operand &x, const std::vector<int64_t> &positions, int64_t axis) {
  At at(x);
  Array a = asarray(x);
  axis = normalize_axis("delete", axis, a.ndim());
  std::vector<bool> gone(static_cast<size_t>(a.shape(axis)));
  for (int64_t p : positions) {
    int64_t i = p < 0 ? p + a.shape(axis) : p;
    if (i < 0 || i >= a.shape(axis))
      fail<ShapeError>(fmt::format("delete: {} is out of range for dimension {} of {}", p, axis, to_string(a.type())));
    gone[static_cast<size_t>(i)] = true;
  }
  std::vector<int32_t> kept;
  for (size_t i = 0; i < gone.size(); ++i)
    if (!gone[i]) kept.push_back(static_cast<int32_t>(i));
  return kept.empty() ? part(a, axis, 0, 0) : take(a, from_vector(kept), axis);
}
Array insert(const Operand &x, int64_t position, const Operand &values, int64_t axis) {
  At at(x, values);
  Array a = asarray(x), v = detail::as_scalar(values, a.dtype());
  axis = normalize_axis("insert", axis, a.ndim());
  int64_t n = a.shape(axis), i = position < 0 ? position + n : position;
  if (i < 0 || i > n)
    fail<ShapeError>(
        fmt::format("insert: {} is out of range for dimension {} of {}", position, axis, to_string(a.type())));
  Shape shape = a.shape();
  if (v.ndim() < a.ndim() && axis == 0 && a.ndim() == 1) {
    shape[axis] = v.size();
  } else if (v.ndim() < a.ndim()) {
    shape[axis] = 1;  // a value for each place of the other dimensions
    Shape rest = shape;
    std::vector<int64_t> others = rest.sizes();
    others.erase(others.begin() + axis);
    v = expand_dims(broadcast_to(v, Shape(others)), axis);
  } else {
    shape[axis] = v.shape(axis);
  }
  return concatenate({part(a, axis, 0, i), broadcast_to(v, shape), part(a, axis, i, n)}, axis);
}

// ---- padding

namespace {

// What lies before and after x along one axis for the modes that repeat its elements.
Array pad_by_position(const Array &x, int64_t axis, PadWidth w, PadMode mode) {
  int64_t n = x.shape(axis);
  std::vector<int32_t> source;
  for (int64_t i = -w.before; i < n + w.after; ++i) {
    int64_t period = mode == PadMode::reflect ? std::max<int64_t>(1, 2 * n - 2) : 2 * n, j = i;
    if (mode == PadMode::edge) {
      j = std::clamp<int64_t>(i, 0, n - 1);
    } else if (mode == PadMode::wrap) {
      j = (i % n + n) % n;
    } else {
      j = (i % period + period) % period;
      if (j >= n) j = (mode == PadMode::reflect ? period : period - 1) - j;
    }
    source.push_back(static_cast<int32_t>(j));
  }
  return take(x, from_vector(source), axis);
}

// count values from `end` to just before `edge`, along the axis.
Array ramp(const Array &edge, double end, int64_t axis, int64_t count) {
  Shape shape = edge.shape();
  shape[axis] = count;
  Array from = detail::inexact(edge);
  Array t = iota(shape, axis, from.dtype()) / static_cast<double>(std::max<int64_t>(1, count));
  Array y = end + (from - end) * t;
  return astype(is_integer(edge.dtype()) ? floor(y) : y, edge.dtype());
}

Array pad_with_values(const Array &x, int64_t axis, PadWidth w, const PadOptions &o) {
  Array before, after;
  auto filled = [&](const Array &value, int64_t count) {
    Shape shape = x.shape();
    shape[axis] = count;
    return broadcast_to(value, shape);
  };
  if (o.mode == PadMode::linear_ramp) {
    before = ramp(part(x, axis, 0, 1), o.end_values, axis, w.before);
    after = flip(ramp(part(x, axis, x.shape(axis) - 1, x.shape(axis)), o.end_values, axis, w.after), axis);
  } else {
    Array value = o.mode == PadMode::maximum   ? max(x, axis, keepdims)
                  : o.mode == PadMode::minimum ? min(x, axis, keepdims)
                                               : mean(x, axis, keepdims);
    if (is_integer(x.dtype()) && o.mode == PadMode::mean) value = round(value);
    value = astype(value, x.dtype());
    before = filled(value, w.before), after = filled(value, w.after);
  }
  return concatenate({before, x, after}, axis);
}

}  // namespace

Array pad(const Operand &x, const std::vector<PadWidth> &widths, PadOptions o) {
  At at(x);
  Array a = asarray(x);
  if (static_cast<int64_t>(widths.size()) != a.ndim() && widths.size() != 1)
    fail<ShapeError>(fmt::format("pad: {} widths for {}", widths.size(), to_string(a.type())));
  std::vector<int64_t> low, high;
  for (int64_t d = 0; d < a.ndim(); ++d) {
    PadWidth w = widths[widths.size() == 1 ? 0 : static_cast<size_t>(d)];
    if (w.before < 0 || w.after < 0) fail<ShapeError>("pad: a width is negative");
    low.push_back(w.before), high.push_back(w.after);
  }
  if (o.mode == PadMode::constant || o.mode == PadMode::empty) return pad(a, low, high, o.constant_values);
  for (int64_t d = 0; d < a.ndim(); ++d) {
    PadWidth w{low[static_cast<size_t>(d)], high[static_cast<size_t>(d)]};
    if (w.before + w.after == 0) continue;
    if (a.shape(d) == 0) fail<ShapeError>(fmt::format("pad: dimension {} of {} is empty", d, to_string(a.type())));
    bool positions = o.mode == PadMode::edge || o.mode == PadMode::reflect || o.mode == PadMode::symmetric ||
                     o.mode == PadMode::wrap;
    a = positions ? pad_by_position(a, d, w, o.mode) : pad_with_values(a, d, w, o);
  }
  return a;
}

}  // namespace fluxion
