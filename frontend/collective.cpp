// Named axes and what is said over them. An op names one axis; over several it is a sequence of ops.
#include "fluxion/collective.h"

#include "fluxion/shaping.h"
#include "frontend/ops_internal.h"

namespace fluxion {
namespace {

struct BoundAxis {
  std::string name, label;
  int64_t size;
};

// Those of the functions being traced, the innermost last.
thread_local std::vector<BoundAxis> bound;

[[noreturn]] void throw_unbound(std::string_view what, const std::string &name) {
  std::string others;
  for (const BoundAxis &b : bound) others += fmt::format("{}\"{}\"", others.empty() ? "" : ", ", b.name);
  fail<Error>(fmt::format("{}: no axis is named \"{}\" here ({}{}): vmap(f, {{.axis_name = \"{}\"}}) names one", what,
                          name, others.empty() ? "none is" : "there is ", others, name));
}

const BoundAxis &find(std::string_view what, const std::string &name) {
  for (size_t i = bound.size(); i-- > 0;)
    if (bound[i].name == name) return bound[i];
  throw_unbound(what, name);
}

std::vector<BoundAxis> find_all(std::string_view what, const AxisNames &names) {
  std::vector<BoundAxis> out;
  for (const std::string &name : names) {
    for (const BoundAxis &other : out)
      if (other.name == name) fail<Error>(fmt::format("{}: axis \"{}\" is named twice", what, name));
    out.push_back(find(what, name));
  }
  if (out.empty()) fail<Error>(fmt::format("{}: no axis is named", what));
  return out;
}

int64_t members(const std::vector<BoundAxis> &axes) {
  int64_t n = 1;
  for (const BoundAxis &a : axes) n *= a.size;
  return n;
}

Array collective(std::string_view op, const Array &x, const BoundAxis &axis, Attributes attributes) {
  attributes.emplace_back("axis_name", axis.label);
  attributes.emplace_back("axis_size", axis.size);
  return stage(op, {x}, attributes);
}

Array exchange(const Array &x, const BoundAxis &axis, int64_t split, int64_t concat) {
  return collective("fx.all_to_all", x, axis, {{"split_dimension", split}, {"concat_dimension", concat}});
}

// Over several axes at once: the part for each of them gets a dimension of its own, in front.
Array exchange_all(const Array &x, const std::vector<BoundAxis> &axes, int64_t split, int64_t concat) {
  const auto count = static_cast<int64_t>(axes.size());
  std::vector<int64_t> shape = x.shape().sizes(), joined;
  const int64_t n = members(axes), size = shape[static_cast<size_t>(split)];
  if (size % n != 0)
    fail<ShapeError>(
        fmt::format("all_to_all: dimension {} of {} cannot be cut into {} equal parts", split, to_string(x.type()), n));
  shape[static_cast<size_t>(split)] = size / n;
  joined = shape;
  joined[static_cast<size_t>(concat)] *= n;
  std::vector<int64_t> from, front;
  for (int64_t i = 0; i < count; ++i) {
    shape.insert(shape.begin() + split + i, axes[static_cast<size_t>(i)].size);
    from.push_back(split + i);
    front.push_back(i);
  }
  Array parts = moveaxis(reshape(x, shape), from, front);
  for (int64_t i = 0; i < count; ++i) parts = exchange(parts, axes[static_cast<size_t>(i)], i, i);
  std::vector<int64_t> to;
  for (int64_t i = 0; i < count; ++i) to.push_back(concat + i);
  return reshape(moveaxis(parts, front, to), joined);
}

Array tiled_exchange(const Array &x, const std::vector<BoundAxis> &axes, int64_t split, int64_t concat) {
  return axes.size() == 1 ? exchange(x, axes[0], split, concat) : exchange_all(x, axes, split, concat);
}

}  // namespace

namespace detail {

namespace {
thread_local std::vector<int64_t> mapped_sizes;  // of all axes around, named or not
}

std::optional<int64_t> mapped_axis_size() {
  return mapped_sizes.empty() ? std::nullopt : std::optional(mapped_sizes.back());
}

AxisScope::AxisScope(const std::string &name, int64_t size) : label_(name) {
  mapped_sizes.push_back(size);
  if (name.empty()) return;
  // The inner of two axes of one name is the one that is meant from here on, but what was traced over the outer one may
  // be called again inside.
  const auto same = [&](const BoundAxis &b) { return b.name == name; };
  if (const auto n = std::count_if(bound.begin(), bound.end(), same)) label_ += "'" + std::to_string(n);
  bound.push_back({name, label_, size});
}

AxisScope::~AxisScope() {
  mapped_sizes.pop_back();
  if (!label_.empty()) bound.pop_back();
}

Array reduce_across(const Array &x, const AxisNames &names, Across what) {
  static constexpr std::string_view kNames[] = {"psum", "pmean", "pmax", "pmin"};
  const std::vector<BoundAxis> axes = find_all(kNames[static_cast<size_t>(what)], names);
  const bool adds = what == Across::sum || what == Across::mean;
  Array y = adds && x.dtype() == bool_ ? astype(x, i32) : what == Across::mean ? inexact(x) : x;
  const std::string kind = adds ? "add" : what == Across::max ? "maximum" : "minimum";
  for (const BoundAxis &axis : axes) y = collective("fx.all_reduce", y, axis, {{"kind", kind}});
  return what == Across::mean ? y / members(axes) : y;
}

Array gather_across(const Array &x, const AxisNames &names, AllGatherOptions options) {
  const std::vector<BoundAxis> axes = find_all("all_gather", names);
  const int64_t d = normalize_axis("all_gather", options.axis, x.ndim() + (options.tiled ? 0 : 1));
  Array y = options.tiled ? x : expand_dims(x, d);
  for (size_t i = axes.size(); i-- > 0;) y = collective("fx.all_gather", y, axes[i], {{"dimension", d}});
  return y;
}

Array scatter_across(const Array &x, const AxisNames &names, PsumScatterOptions options) {
  const std::vector<BoundAxis> axes = find_all("psum_scatter", names);
  const int64_t d = normalize_axis("psum_scatter", options.scatter_dimension, x.ndim());
  if (const int64_t n = members(axes); !options.tiled && x.shape(d) != n)
    fail<ShapeError>(
        fmt::format("psum_scatter: dimension {} of {} is {}, but there are {} members: set .tiled to cut "
                    "it into as many parts",
                    d, to_string(x.type()), x.shape(d), n));
  Array y = x;
  for (const BoundAxis &axis : axes) y = collective("fx.reduce_scatter", y, axis, {{"dimension", d}});
  return options.tiled ? y : squeeze(y, {d});
}

Array permute_across(const Array &x, const AxisNames &names, const std::vector<int64_t> &sources) {
  const std::vector<BoundAxis> axes = find_all("ppermute", names);
  if (axes.size() == 1) return collective("fx.collective_permute", x, axes[0], {{"sources", sources}});
  // Over several axes the members' numbers do not come apart: each member looks up what it receives.
  Array all = gather_across(x, names, {}), source = from_vector(sources, {static_cast<int64_t>(sources.size())});
  Array from = take(source, axis_index(names), 0);
  Array received = take(all, maximum(from, 0), 0);
  return where(broadcast_to(from >= 0, received.shape()), received, zeros_like(received));
}

Array exchange_across(const Array &x, const AxisNames &names, int64_t split_axis, int64_t concat_axis, bool tiled) {
  const std::vector<BoundAxis> axes = find_all("all_to_all", names);
  int64_t split = normalize_axis("all_to_all", split_axis, x.ndim()),
          concat = normalize_axis("all_to_all", concat_axis, x.ndim());
  if (tiled) return tiled_exchange(x, axes, split, concat);
  if (const int64_t n = members(axes); x.shape(split) != n)
    fail<ShapeError>(
        fmt::format("all_to_all: dimension {} of {} is {}, but there are {} members: set .tiled to cut it "
                    "into as many parts",
                    split, to_string(x.type()), x.shape(split), n));
  if (split == concat) return tiled_exchange(x, axes, split, concat);
  // concat_axis counts the dimensions that stay.
  if (split < concat)
    ++concat;
  else
    ++split;
  return squeeze(tiled_exchange(expand_dims(x, concat), axes, split, concat), {split});
}

Array broadcast_across(const Array &x, const AxisNames &names, int64_t source) {
  const int64_t n = members(find_all("pbroadcast", names));
  if (source < 0 || source >= n)
    fail<ShapeError>(fmt::format("pbroadcast: there is no member {}: there are {}", source, n));
  Array all = gather_across(x, names, {});
  std::vector<int64_t> starts(all.shape().size(), 0), limits = all.shape().sizes();
  starts[0] = source, limits[0] = source + 1;
  return squeeze(lax_slice(all, starts, limits), {0});
}

std::vector<int64_t> sources_of(const AxisNames &names, const std::vector<std::pair<int64_t, int64_t>> &perm) {
  const int64_t n = members(find_all("ppermute", names));
  std::vector<int64_t> sources(static_cast<size_t>(n), -1);
  std::vector<bool> sends(static_cast<size_t>(n));
  for (auto [from, to] : perm) {
    if (from < 0 || from >= n || to < 0 || to >= n)
      fail<ShapeError>(fmt::format("ppermute: the pair ({}, {}) is out of range: there are {} members", from, to, n));
    if (sends[static_cast<size_t>(from)] || sources[static_cast<size_t>(to)] >= 0)
      fail<ShapeError>(
          fmt::format("ppermute: the pair ({}, {}) names a member that another pair names, too", from, to));
    sends[static_cast<size_t>(from)] = true;
    sources[static_cast<size_t>(to)] = from;
  }
  return sources;
}

std::vector<int64_t> checked_shuffle(const AxisNames &names, const std::vector<int64_t> &perm) {
  const int64_t n = members(find_all("pshuffle", names));
  std::vector<bool> seen(static_cast<size_t>(n));
  bool ok = static_cast<int64_t>(perm.size()) == n;
  for (int64_t p : perm) {
    ok = ok && p >= 0 && p < n && !seen[static_cast<size_t>(p)];
    if (ok) seen[static_cast<size_t>(p)] = true;
  }
  if (!ok) fail<ShapeError>(fmt::format("pshuffle: [{}] does not permute {} members", fmt::join(perm, ", "), n));
  return perm;
}

}  // namespace detail

Array axis_index(const AxisNames &names, at_line where) {
  At at(where);
  Array index;
  for (const BoundAxis &axis : find_all("axis_index", names)) {
    Array i = stage("fx.axis_index", {}, {{"axis_name", axis.label}, {"axis_size", axis.size}});
    index = index.defined() ? index * axis.size + i : i;
  }
  return index;
}

int64_t axis_size(const AxisNames &names, at_line where) {
  At at(where);
  return members(find_all("axis_size", names));
}

}  // namespace fluxion
