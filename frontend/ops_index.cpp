// NumPy's indexing, gathers, scatters, dynamic slices, sorting.
#include <algorithm>
#include <cmath>

#include "fluxion/ops.h"
#include "frontend/frame.h"
#include "frontend/index_plan.h"
#include "frontend/ops_internal.h"

namespace fluxion {

using detail::IndexPlan;
using detail::normalize_axis;

namespace {

Array fill_value(DType dtype, const std::optional<double> &value) {
  if (value) return detail::as_scalar(*value, dtype);
  if (dtype == bool_) return full({}, true);
  if (is_inexact(dtype)) return detail::as_scalar(NAN, dtype);
  return bitcast(is_unsigned_integer(dtype) ? ~zeros({}, dtype) : full({}, 1, dtype) << (size_of(dtype) * 8 - 1),
                 dtype);
}

Array index(const Array &x, std::span<const Index> indices, const IndexOptions &options) {
  At at(indices.empty() ? std::source_location{} : indices[0].at);
  IndexPlan p = detail::plan_indices(x, indices);
  Array basic = detail::apply_basic(x, p);
  if (p.arrays.empty()) return basic;
  Array vectors = detail::index_vectors(p, options.mode);
  bool fills = options.mode == IndexMode::fill || options.mode == IndexMode::drop;
  if (fills && basic.size() == 0)
    return broadcast_to(fill_value(x.dtype(), options.fill_value), detail::gathered_shape(p, vectors));
  Array y = detail::gather_at(basic, p, vectors);
  if (!fills || y.size() == 0) return y;
  Array inside = detail::positions_inside(p, vectors);
  std::vector<int64_t> dims = detail::iota_vector(inside.ndim());
  for (int64_t &d : dims) d += p.front;
  return where(broadcast_in_dim(inside, y.shape(), dims), y, fill_value(x.dtype(), options.fill_value));
}

Array combine(std::string_view kind, const Array &old, const Array &value) {
  if (kind == "set") return value;
  if (kind == "add") return old + value;
  if (kind == "multiply") return old * value;
  return kind == "maximum" ? maximum(old, value) : minimum(old, value);
}

}  // namespace

Array Array::operator[](const Index &i) const { return index(*this, {&i, 1}, {}); }
Array Array::operator[](std::initializer_list<Index> indices) const {
  return index(*this, {indices.begin(), indices.size()}, {});
}
IndexUpdate Array::at(const Index &i, std::source_location l) const { return {*this, {i}, l}; }
IndexUpdate Array::at(std::initializer_list<Index> indices, std::source_location l) const {
  return {*this, indices, l};
}

Array IndexUpdate::get(IndexOptions options) const {
  At at(at_);
  return index(x_, indices_, options);
}

// A mask whose elements are not known chooses between old and new; values are the same for all its true elements.
Array IndexUpdate::update_masked(const char *kind, const Array &mask, const Array &value) const {
  if (mask.ndim() > x_.ndim() || !std::equal(mask.shape().begin(), mask.shape().end(), x_.shape().begin()))
    fail<ShapeError>(fmt::format("at: the mask {} does not cover the first dimensions of {}", to_string(mask.type()),
                                 to_string(x_.type())));
  if (value.ndim() > x_.ndim() - mask.ndim())
    fail<ConcretizationError>(
        fmt::format("at: how many elements of the mask {} are true is not known while tracing, so that {} cannot be "
                    "distributed among them: use fx::where",
                    to_string(mask.type()), to_string(value.type())));
  Array chosen = broadcast_in_dim(mask, x_.shape(), detail::iota_vector(mask.ndim()));
  return where(chosen, combine(kind, x_, broadcast_to(value, x_.shape())), x_);
}

Array IndexUpdate::update(const char *kind, const Operand &value, const IndexOptions &options) const {
  At at(at_);
  Array v = detail::as_scalar(value, x_.dtype());
  if (indices_.size() == 1)
    if (auto *mask = std::get_if<Array>(&indices_[0].what); mask && mask->dtype() == bool_ && !detail::has_value(*mask))
      return update_masked(kind, *mask, v);
  IndexPlan p = detail::plan_indices(x_, indices_);
  Array old = detail::apply_basic(x_, p);
  if (p.arrays.empty()) return detail::update_basic(x_, p, combine(kind, old, broadcast_to(v, old.shape())));
  Array vectors = detail::index_vectors(p, options.mode);
  Array updates = broadcast_to(v, detail::gathered_shape(p, vectors));
  return detail::update_basic(x_, p, detail::scatter_at(kind, old, p, vectors, updates));
}

Array IndexUpdate::subtract(const Operand &value, IndexOptions options) const {
  At at(at_);
  return update("add", -asarray(value), options);
}
Array IndexUpdate::divide(const Operand &value, IndexOptions options) const {
  At at(at_);
  Array divisors = IndexUpdate(ones_like(x_), indices_, at_).multiply(value, options);
  return is_inexact(x_.dtype()) ? x_ / divisors : floor_divide(x_, divisors);
}
Array IndexUpdate::power(const Operand &value, IndexOptions options) const {
  At at(at_);
  return fluxion::power(x_, IndexUpdate(ones_like(x_), indices_, at_).multiply(value, options));
}
Array IndexUpdate::apply(const std::function<Array(const Array &)> &f, IndexOptions options) const {
  At at(at_);
  if (indices_.size() == 1)
    if (auto *mask = std::get_if<Array>(&indices_[0].what); mask && mask->dtype() == bool_ && !detail::has_value(*mask))
      return where(broadcast_in_dim(*mask, x_.shape(), detail::iota_vector(mask->ndim())), f(x_), x_);
  return update("set", f(get(options)), options);
}

Array take(const Operand &x, const Operand &indices, std::optional<int64_t> axis, IndexOptions options) {
  At at(x, indices);
  Array a = axis ? asarray(x) : ravel(x);
  int64_t d = normalize_axis("take", axis.value_or(0), a.ndim());
  if (options.mode == IndexMode::standard) options.mode = IndexMode::fill;
  std::vector<Index> list(static_cast<size_t>(d), Index(all));
  list.emplace_back(asarray(indices));
  return index(a, list, options);
}

Array take_along_axis(const Operand &x, const Operand &indices, int64_t axis, IndexOptions options) {
  At at(x, indices);
  Array a = asarray(x), i = asarray(indices);
  axis = normalize_axis("take_along_axis", axis, a.ndim());
  if (i.ndim() != a.ndim())
    fail<ShapeError>(
        fmt::format("take_along_axis: {} and {} differ in their dimensions", to_string(a.type()), to_string(i.type())));
  if (options.mode == IndexMode::standard) options.mode = IndexMode::fill;
  // The other dimensions broadcast to one another.
  Shape wide = a.shape(), places = i.shape();
  for (int64_t d = 0; d < a.ndim(); ++d) {
    if (d == axis) continue;
    if (a.shape(d) != i.shape(d) && a.shape(d) != 1 && i.shape(d) != 1)
      fail<ShapeError>(fmt::format("take_along_axis: {} and {} differ in dimension {} ({} vs {})", to_string(a.type()),
                                   to_string(i.type()), d, a.shape(d), i.shape(d)));
    wide[d] = places[d] = a.shape(d) == 1 ? i.shape(d) : a.shape(d);
  }
  a = broadcast_to(a, wide), i = broadcast_to(i, places);
  std::vector<Index> list;
  for (int64_t d = 0; d < a.ndim(); ++d) list.emplace_back(d == axis ? i : iota(i.shape(), d));
  return index(a, list, options);
}

Array dynamic_slice(const Operand &x, const std::vector<Array> &starts, std::vector<int64_t> sizes) {
  At at(x);
  std::vector<Operand> operands{x};
  operands.insert(operands.end(), starts.begin(), starts.end());
  return stage_all("fx.dynamic_slice", operands, {{"sizes", std::move(sizes)}})[0];
}

Array dynamic_update_slice(const Operand &x, const Operand &update, const std::vector<Array> &starts) {
  At at(x, update);
  std::vector<Operand> operands{x, update};
  operands.insert(operands.end(), starts.begin(), starts.end());
  return stage_all("fx.dynamic_update_slice", operands)[0];
}

Array dynamic_index_in_dim(const Operand &x, const Operand &i, int64_t axis, bool keep) {
  At at(x, i);
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
