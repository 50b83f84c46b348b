// Positions, choices and sets.
#include "fluxion/sets.h"

#include <algorithm>

#include "fluxion/statistics.h"
#include "frontend/index_plan.h"
#include "frontend/ops_internal.h"

namespace fluxion {

namespace {

Array truth(const Operand &x) {
  Array a = asarray(x);
  return a.dtype() == bool_ ? a : a != 0;
}

// Positions of a vector's true elements, i32[n]: as many as there are, or the first `size`, then `fill`.
Array true_places(const Array &mask, const std::optional<int64_t> &size, const Operand &fill) {
  if (!size) return detail::true_positions(mask)[0];
  if (mask.size() == 0) return full({*size}, fill, i32);
  // The k-th true element is where the number of them so far first exceeds k.
  Array count = cumsum(astype(mask, i32)), k = iota({*size}, 0);
  Array place = searchsorted(count, k + 1);
  return where(k < count[-1], place, fill);
}

// Elements of a vector at places; beyond the `total` that there are, the fill value or the first of them.
Array elements_at(const Array &x, const Array &mask, const SizeOptions &o) {
  if (!o.size) return take(x, true_places(mask, {}, 0), 0, {.mode = IndexMode::clip});
  if (x.size() == 0) return full({*o.size}, o.fill_value.value_or(0), x.dtype());
  Array place = true_places(mask, o.size, -1), first = argmax(mask);
  Array values = take(x, where(place < 0, first, place), 0, {.mode = IndexMode::clip});
  return o.fill_value ? where(place < 0, detail::as_scalar(*o.fill_value, x.dtype()), values) : values;
}

// The elements of a sorted vector that differ from the one before.
Array first_of_equals(const Array &sorted) {
  if (sorted.size() == 0) return zeros({0}, bool_);
  Array after = sorted[slice(1, {})], before = sorted[slice(0, -1)];
  Array fresh = (after != before) & !(isnan(after) & isnan(before));
  return concatenate({full({1}, true), fresh});
}

}  // namespace

// ---- positions

Array flatnonzero(const Operand &x, SizeOptions o) {
  At at(x);
  Array fill = full({}, static_cast<int64_t>(o.fill_value.value_or(0)), i32);
  return true_places(ravel(truth(x)), o.size, fill);
}
Arrays nonzero(const Operand &x, SizeOptions o) {
  At at(x);
  Array a = truth(atleast_1d(x));
  if (!o.size) return detail::true_positions(a);
  Array flat = true_places(ravel(a), o.size, -1);
  Arrays out = unravel_index(maximum(flat, 0), a.shape());
  for (Array &i : out) i = where(flat < 0, full({}, static_cast<int64_t>(o.fill_value.value_or(0)), i32), i);
  return out;
}
Array argwhere(const Operand &x, SizeOptions o) {
  At at(x);
  return stack(nonzero(x, o), -1);
}

// ---- elements by condition

Array extract(const Operand &condition, const Operand &x, SizeOptions o) {
  At at(condition, x);
  Array mask = ravel(truth(condition)), a = ravel(x);
  if (o.size && !o.fill_value) o.fill_value = 0;
  int64_t n = std::min(mask.size(), a.size());
  return elements_at(a[slice(0, n)], mask[slice(0, n)], o);
}
Array compress(const Operand &condition, const Operand &x, std::optional<int64_t> axis, SizeOptions o) {
  At at(condition, x);
  Array mask = truth(condition), a = axis ? asarray(x) : ravel(x);
  if (mask.ndim() != 1) fail<ShapeError>(fmt::format("compress: {} is not a vector", to_string(mask.type())));
  int64_t d = detail::normalize_axis("compress", axis.value_or(0), a.ndim()), n = a.shape(d);
  if (mask.size() > n)
    fail<ShapeError>(
        fmt::format("compress: {} conditions for dimension {} of {}", mask.size(), d, to_string(a.type())));
  Array place = true_places(mask, o.size, -1);
  Array y = take(a, maximum(place, 0), d, {.mode = IndexMode::clip});
  if (!o.size) return y;
  std::vector<int64_t> along(static_cast<size_t>(a.ndim()), 1);
  along[static_cast<size_t>(d)] = *o.size;
  return where(reshape(place < 0, along), detail::as_scalar(o.fill_value.value_or(0), a.dtype()), y);
}
Array trim_zeros(const Operand &x, std::string_view ends) {
  At at(x);
  Array a = asarray(x);
  if (a.ndim() != 1) fail<ShapeError>(fmt::format("trim_zeros: {} is not a vector", to_string(a.type())));
  std::vector<int32_t> there = detail::true_positions(truth(a))[0].to_vector<int32_t>();
  if (there.empty()) return a[slice(0, 0)];
  bool front = ends.find('f') != std::string_view::npos, back = ends.find('b') != std::string_view::npos;
  return a[slice(front ? there.front() : 0, back ? there.back() + 1 : a.shape(0))];
}
Array place(const Operand &x, const Operand &mask, const Operand &values) {
  At at(x, mask, values);
  Array a = asarray(x), m = ravel(truth(mask)), v = ravel(detail::as_scalar(values, a.dtype()));
  if (m.size() != a.size() || v.size() == 0)
    fail<ShapeError>(fmt::format("place: {} values by the mask {} into {}", v.size(), to_string(asarray(mask).type()),
                                 to_string(a.type())));
  Array number = cumsum(astype(m, i32)) - 1;
  Array fresh = take(v, number % v.size(), 0, {.mode = IndexMode::clip});
  return reshape(where(m, fresh, ravel(a)), a.shape().sizes());
}
Array put(const Operand &x, const Operand &positions, const Operand &values, IndexOptions o) {
  At at(x, positions, values);
  Array a = asarray(x), p = ravel(positions), v = ravel(detail::as_scalar(values, a.dtype()));
  if (p.size() == 0 || v.size() == 0) return a;
  if (o.mode == IndexMode::standard) o.mode = IndexMode::drop;
  return reshape(ravel(a).at(p).set(resize(v, p.shape()), o), a.shape().sizes());
}
Array put_along_axis(const Operand &x, const Operand &indices, const Operand &values, int64_t axis) {
  At at(x, indices, values);
  Array a = asarray(x), i = asarray(indices);
  axis = detail::normalize_axis("put_along_axis", axis, a.ndim());
  if (i.ndim() != a.ndim())
    fail<ShapeError>(
        fmt::format("put_along_axis: {} and {} differ in their dimensions", to_string(a.type()), to_string(i.type())));
  Shape places = i.shape();
  for (int64_t d = 0; d < a.ndim(); ++d)
    if (d != axis) places[d] = a.shape(d);
  i = broadcast_to(i, places);
  std::vector<Index> list;
  for (int64_t d = 0; d < a.ndim(); ++d) list.emplace_back(d == axis ? i : iota(i.shape(), d));
  return IndexUpdate(a, list, std::source_location::current()).set(values);
}
Array choose(const Operand &a, const Arrays &choices, IndexMode mode) {
  At at(a);
  if (choices.empty()) fail<ShapeError>("choose: there is no choice");
  Array i = asarray(a);
  int64_t n = static_cast<int64_t>(choices.size());
  i = mode == IndexMode::wrap ? i % n : clip(i, 0, n - 1);
  Array y = choices[0];
  for (int64_t k = 1; k < n; ++k) y = where(i == k, choices[static_cast<size_t>(k)], y);
  Shape shape = broadcast_shapes({i.shape(), y.shape()});
  return broadcast_to(y, shape);
}
Array select(const Arrays &conditions, const Arrays &choices, const Operand &otherwise) {
  At at(otherwise);
  if (conditions.size() != choices.size() || choices.empty())
    fail<ShapeError>(fmt::format("select: {} conditions for {} choices", conditions.size(), choices.size()));
  DType dtype = choices[0].dtype();
  for (const Array &c : choices) dtype = promote_types(dtype, c.dtype());
  Array y = detail::as_scalar(otherwise, dtype);
  for (size_t i = conditions.size(); i-- > 0;) y = where(conditions[i], choices[i], y);
  return y;
}
Array piecewise(const Operand &x, const Arrays &conditions,
                const std::vector<std::function<Array(const Array &)>> &functions) {
  At at(x);
  Array a = asarray(x);
  if (functions.size() != conditions.size() && functions.size() != conditions.size() + 1)
    fail<ShapeError>(fmt::format("piecewise: {} conditions for {} functions", conditions.size(), functions.size()));
  Array y = functions.size() > conditions.size() ? astype(functions.back()(a), a.dtype()) : zeros_like(a);
  for (size_t i = 0; i < conditions.size(); ++i) y = where(conditions[i], astype(functions[i](a), a.dtype()), y);
  return y;
}

// ---- sets

Unique unique_all(const Operand &x, SizeOptions o) {
  At at(x);
  Array a = asarray(x), flat = ravel(a);
  int64_t n = flat.size();
  Array positions = iota({n}, 0);
  std::array<Operand, 2> both{flat, positions};
  std::vector<Array> sorted =
      stage_all("fx.sort", both, {{"dimension", int64_t{0}}, {"is_stable", true}, {"descending", false}});
  Array fresh = first_of_equals(sorted[0]);
  Array number = cumsum(astype(fresh, i32)) - 1;  // of the distinct element, for each sorted one
  Array inverse = zeros({n}, i32).at(sorted[1]).set(number);
  Unique u{elements_at(sorted[0], fresh, o),
           elements_at(sorted[1], fresh, {o.size, {}}),
           reshape(inverse, a.shape().sizes()),
           {}};
  int64_t size = u.values.shape(0);
  u.counts = zeros({size}, i32).at(number).add(1);
  return u;
}
Array unique(const Operand &x, SizeOptions o) {
  At at(x);
  Array sorted = sort(ravel(x));
  return elements_at(sorted, first_of_equals(sorted), o);
}
std::pair<Array, Array> unique_counts(const Operand &x, SizeOptions o) {
  At at(x);
  Unique u = unique_all(x, o);
  return {u.values, u.counts};
}
std::pair<Array, Array> unique_inverse(const Operand &x, SizeOptions o) {
  At at(x);
  Unique u = unique_all(x, o);
  return {u.values, u.inverse};
}

Array isin(const Operand &x, const Operand &of, bool invert) {
  At at(x, of);
  Array a = asarray(x), set = ravel(of);
  Array found = set.size() == 0 ? zeros(a.shape(), bool_) : any(expand_dims(a, -1) == set, -1);
  return invert ? !found : found;
}

namespace {
// Distinct elements of the sorted vector of those for which `keep` holds.
Array distinct(const Array &sorted, const Array &keep, const SizeOptions &o) {
  return elements_at(sorted, first_of_equals(sorted) & keep, o);
}
Array joined(const Operand &a, const Operand &b) {
  Array x = ravel(a), y = ravel(b);
  return sort(concatenate({x, y}));
}
}  // namespace

Array union1d(const Operand &a, const Operand &b, SizeOptions o) {
  At at(a, b);
  Array all_of = joined(a, b);
  return elements_at(all_of, first_of_equals(all_of), o);
}
Array intersect1d(const Operand &a, const Operand &b, SizeOptions o) {
  At at(a, b);
  Array all_of = joined(a, b);
  return distinct(all_of, isin(all_of, a) & isin(all_of, b), o);
}
Array setdiff1d(const Operand &a, const Operand &b, SizeOptions o) {
  At at(a, b);
  Array sorted = sort(ravel(a));
  return distinct(sorted, isin(sorted, b, true), o);
}
Array setxor1d(const Operand &a, const Operand &b, SizeOptions o) {
  At at(a, b);
  Array all_of = joined(a, b);
  return distinct(all_of, isin(all_of, a) ^ isin(all_of, b), o);
}

}  // namespace fluxion
