// Communication over named axes: vmap(f, {.axis_name = "i"}) names the axis that it maps, and within f the functions
// here work on the values of all examples. Their derivatives are those of functions of all examples' values, so that
// vmap(grad(f)) is the gradient of the sum of f over the axis, as in JAX.
#pragma once
#include <fluxion/shaping.h>
#include <fluxion/tree.h>

namespace fluxion {

/// One named axis or several, of whose members the last axis counts fastest. A name that nothing binds is an Error.
class AxisNames {
 public:
  AxisNames(const char *name) : names_{name} {}
  AxisNames(std::string name) : names_{std::move(name)} {}
  AxisNames(std::initializer_list<const char *> names) : names_(names.begin(), names.end()) {}
  AxisNames(std::vector<std::string> names) : names_(std::move(names)) {}

  auto begin() const { return names_.begin(); }
  auto end() const { return names_.end(); }
  size_t size() const { return names_.size(); }

 private:
  std::vector<std::string> names_;
};

struct AllGatherOptions {
  int64_t axis = 0;  // where the members' arrays stand: a new axis, or, if tiled, one along which they are joined
  bool tiled = false;
};
struct PsumScatterOptions {
  int64_t scatter_dimension = 0;  // which is cut; it disappears unless tiled
  bool tiled = false;
};
struct AllToAllOptions {
  bool tiled = false;  // parts may be larger than 1, and stand one after the other instead of along a new axis
};

namespace detail {

/// While it lives, collectives may name this axis; an empty name binds nothing.
class AxisScope {
 public:
  AxisScope(const std::string &name, int64_t size);
  ~AxisScope();
  AxisScope(const AxisScope &) = delete;
  AxisScope &operator=(const AxisScope &) = delete;
  /// What ops call the axis: its name, made distinct from those of other axes around.
  const std::string &label() const { return label_; }

 private:
  std::string label_;
};

enum class Across { sum, mean, max, min };
Array reduce_across(const Array &x, const AxisNames &axes, Across what);
Array gather_across(const Array &x, const AxisNames &axes, AllGatherOptions options);
Array scatter_across(const Array &x, const AxisNames &axes, PsumScatterOptions options);
Array permute_across(const Array &x, const AxisNames &axes, const std::vector<int64_t> &sources);
Array exchange_across(const Array &x, const AxisNames &axes, int64_t split, int64_t concat, bool tiled);
Array broadcast_across(const Array &x, const AxisNames &axes, int64_t source);
/// For each member the one that sends to it, or −1.
std::vector<int64_t> sources_of(const AxisNames &axes, const std::vector<std::pair<int64_t, int64_t>> &perm);
std::vector<int64_t> checked_shuffle(const AxisNames &axes, const std::vector<int64_t> &perm);

/// f of each array of a tree; a number is an array.
template <class T, class F>
auto on_leaves(const T &x, F f) {
  if constexpr (std::is_arithmetic_v<T>)
    return f(asarray(x));
  else
    return tree::rebuild(x, f);
}

}  // namespace detail

// ---- Each takes a tree of arrays and gives one of the same structure.

/// Σ over the axis, the same for all. Bools are counted in i32.
template <class T>
auto psum(const T &x, const AxisNames &axis_name, at_line where = at_line::current()) {
  At at(where);
  return detail::on_leaves(x, [&](const Array &a) { return detail::reduce_across(a, axis_name, detail::Across::sum); });
}
/// The mean over the axis; of integers as f32.
template <class T>
auto pmean(const T &x, const AxisNames &axis_name, at_line where = at_line::current()) {
  At at(where);
  return detail::on_leaves(x,
                           [&](const Array &a) { return detail::reduce_across(a, axis_name, detail::Across::mean); });
}
/// The maximum over the axis, elementwise. Equal maxima share the derivative.
template <class T>
auto pmax(const T &x, const AxisNames &axis_name, at_line where = at_line::current()) {
  At at(where);
  return detail::on_leaves(x, [&](const Array &a) { return detail::reduce_across(a, axis_name, detail::Across::max); });
}
/// The minimum over the axis, elementwise.
template <class T>
auto pmin(const T &x, const AxisNames &axis_name, at_line where = at_line::current()) {
  At at(where);
  return detail::on_leaves(x, [&](const Array &a) { return detail::reduce_across(a, axis_name, detail::Across::min); });
}

/// The arrays of all members, stacked along a new axis or, tiled, joined along one: the same for all.
template <class T>
auto all_gather(const T &x, const AxisNames &axis_name, AllGatherOptions options = {},
                at_line where = at_line::current()) {
  At at(where);
  return detail::on_leaves(x, [&](const Array &a) { return detail::gather_across(a, axis_name, options); });
}
/// Part i of the sum for member i. ShapeError unless the dimension has as many elements as the axis (tiled: a
/// multiple).
template <class T>
auto psum_scatter(const T &x, const AxisNames &axis_name, PsumScatterOptions options = {},
                  at_line where = at_line::current()) {
  At at(where);
  return detail::on_leaves(x, [&](const Array &a) { return detail::scatter_across(a, axis_name, options); });
}
/// Sends by pairs (from, to); zeros for those who receive nothing. No number may be in two pairs on the same side.
template <class T>
auto ppermute(const T &x, const AxisNames &axis_name, const std::vector<std::pair<int64_t, int64_t>> &perm,
              at_line where = at_line::current()) {
  At at(where);
  std::vector<int64_t> sources = detail::sources_of(axis_name, perm);
  return detail::on_leaves(x, [&](const Array &a) { return detail::permute_across(a, axis_name, sources); });
}
/// Member i receives from perm[i]; a permutation of all members.
template <class T>
auto pshuffle(const T &x, const AxisNames &axis_name, const std::vector<int64_t> &perm,
              at_line where = at_line::current()) {
  At at(where);
  std::vector<int64_t> sources = detail::checked_shuffle(axis_name, perm);
  return detail::on_leaves(x, [&](const Array &a) { return detail::permute_across(a, axis_name, sources); });
}
/// Part i along `split_axis` goes to member i; what a member receives stands along `concat_axis`, by sender. Not tiled,
/// `split_axis` must have the axis's size, disappears, and `concat_axis` is new.
template <class T>
auto all_to_all(const T &x, const AxisNames &axis_name, int64_t split_axis, int64_t concat_axis,
                AllToAllOptions options = {}, at_line where = at_line::current()) {
  At at(where);
  return detail::on_leaves(
      x, [&](const Array &a) { return detail::exchange_across(a, axis_name, split_axis, concat_axis, options.tiled); });
}
/// Swaps the named axis with axis `axis` of the arrays, which must have its size.
template <class T>
auto pswapaxes(const T &x, const AxisNames &axis_name, int64_t axis, at_line where = at_line::current()) {
  return all_to_all(x, axis_name, axis, axis, {}, where);
}
/// x of member `source`, for all.
template <class T>
auto pbroadcast(const T &x, const AxisNames &axis_name, int64_t source, at_line where = at_line::current()) {
  At at(where);
  return detail::on_leaves(x, [&](const Array &a) { return detail::broadcast_across(a, axis_name, source); });
}

/// The member's number, i32[].
Array axis_index(const AxisNames &axis_name, at_line where = at_line::current());
/// How many members there are.
int64_t axis_size(const AxisNames &axis_name, at_line where = at_line::current());

}  // namespace fluxion
