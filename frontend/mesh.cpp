// Devices, meshes, and how arrays are cut for them. A function of one device's parts becomes one of whole arrays by
// vmap over each axis of the mesh: the parts of an array stand along axes in front of it, those of the mesh in their
// order, and what all devices along an axis have in common is not mapped there.
#include "fluxion/mesh.h"

#include <algorithm>
#include <atomic>

#include "fluxion/shaping.h"
#include "frontend/mesh_internal.h"

namespace fluxion {
namespace {

std::atomic<int64_t> device_count{1};

constexpr int64_t kMostDevices = 65536;

std::string names(const std::vector<std::string> &axes) {
  return axes.size() == 1 ? fmt::format("axis \"{}\"", axes[0]) : fmt::format("axes \"{}\"", fmt::join(axes, "\", \""));
}

bool contains(const std::vector<std::vector<size_t>> &cuts, size_t axis) {
  return std::any_of(cuts.begin(), cuts.end(), [&](const auto &c) { return std::count(c.begin(), c.end(), axis) > 0; });
}

template <class F>
bool throws(F f) {
  try {
    f();
  } catch (const Error &) {
    return true;
  }
  return false;
}

}  // namespace

std::vector<Device> virtual_devices(int64_t n, at_line where) {
  At at(where);
  if (n < 1 || n > kMostDevices)
    fail<ShapeError>(fmt::format("virtual_devices: {} is not between 1 and {}", n, kMostDevices));
  device_count = n;
  return devices();
}

std::vector<Device> devices() {
  std::vector<Device> all;
  for (int64_t i = 0; i < device_count; ++i) all.push_back({i});
  return all;
}

Mesh::Mesh(std::vector<MeshAxis> axes, at_line where) : Mesh(fluxion::devices(), std::move(axes), where) {}

Mesh::Mesh(std::vector<Device> devices, std::vector<MeshAxis> axes, at_line where)
    : axes_(std::move(axes)), devices_(std::move(devices)) {
  At at(where);
  int64_t n = 1;
  for (size_t i = 0; i < axes_.size(); ++i) {
    const MeshAxis &a = axes_[i];
    if (a.name.empty()) fail<Error>("Mesh: an axis has no name");
    if (a.size < 1 || a.size > kMostDevices)
      fail<ShapeError>(fmt::format("Mesh: axis \"{}\" has {} devices", a.name, a.size));
    for (size_t k = 0; k < i; ++k)
      if (axes_[k].name == a.name) fail<Error>(fmt::format("Mesh: two axes are named \"{}\"", a.name));
    if (__builtin_mul_overflow(n, a.size, &n)) n = INT64_MAX;
  }
  detail::check_devices("Mesh", n, static_cast<int64_t>(devices_.size()));
  devices_.resize(static_cast<size_t>(n));
}

std::string to_string(const P &spec) {
  std::vector<std::string> parts;
  for (size_t d = 0; d < spec.entries().size(); ++d) {
    const std::vector<std::string> &e = spec.entries()[d];
    parts.push_back(spec.unconstrained()[d] ? "unconstrained"
                    : e.empty()             ? "none"
                    : e.size() == 1         ? fmt::format("\"{}\"", e[0])
                                            : fmt::format("{{\"{}\"}}", fmt::join(e, "\", \"")));
  }
  return fmt::format("P({})", fmt::join(parts, ", "));
}

const TreeSpec &Specs::at(std::string_view what, size_t i, size_t count) const {
  if (specs_.size() != 1 && specs_.size() != count)
    fail<Error>(fmt::format("{} has {} entries for {} values", what, specs_.size(), count));
  return specs_[specs_.size() == 1 ? 0 : i];
}

namespace detail {

void check_devices(std::string_view what, int64_t needed, int64_t there) {
  if (needed > there)
    fail<ShapeError>(fmt::format("{}: {} devices are needed, and there are {}: virtual_devices({}) makes as many", what,
                                 needed, there, needed));
}
void check_devices(std::string_view what, int64_t needed) { check_devices(what, needed, device_count); }

Sharding::Sharding(const Mesh &mesh, bool check) : mesh_(mesh), check_(check) {
  for (const MeshAxis &a : mesh.axes()) scopes_.emplace_back(a.name, a.size);
}

Cuts cuts_of(std::string_view op, const std::string &what, const Mesh &mesh, const ShapeDtype &type, const P &spec) {
  const auto &axes = mesh.axes();
  if (static_cast<int64_t>(spec.entries().size()) > type.shape.ndim())
    fail<ShapeError>(
        fmt::format("{}: {} is {}, which has fewer dimensions than {}", op, what, to_string(type), to_string(spec)));
  Cuts cuts;
  for (const std::vector<std::string> &entry : spec.entries()) {
    std::vector<size_t> &cut = cuts.emplace_back();
    for (const std::string &name : entry) {
      auto it = std::find_if(axes.begin(), axes.end(), [&](const MeshAxis &a) { return a.name == name; });
      if (it == axes.end())
        fail<Error>(
            fmt::format("{}: {} of {} names axis \"{}\", which the mesh has not", op, to_string(spec), what, name));
      const auto number = static_cast<size_t>(it - axes.begin());
      if (contains(cuts, number))
        fail<Error>(fmt::format("{}: {} of {} names axis \"{}\" twice", op, to_string(spec), what, name));
      cut.push_back(number);
    }
  }
  cuts.resize(static_cast<size_t>(type.shape.ndim()));
  return cuts;
}

std::vector<int64_t> part_of(std::string_view op, const std::string &what, const Mesh &mesh, const ShapeDtype &type,
                             const P &spec, const Cuts &cuts) {
  std::vector<int64_t> shape = type.shape.sizes();
  for (size_t d = 0; d < cuts.size(); ++d) {
    int64_t n = 1;
    for (size_t a : cuts[d]) n *= mesh.axes()[a].size;
    if (shape[d] % n != 0)
      fail<ShapeError>(fmt::format("{}: dimension {} of {}, {}, cannot be divided among the {} devices of {}", op, d,
                                   what, to_string(type), n, names(spec.entries()[d])));
    shape[d] /= n;
  }
  return shape;
}

namespace {

// A spec of shard_map, which says all of an array.
Cuts cuts_of_map(const std::string &what, const Mesh &mesh, const ShapeDtype &type, const P &spec) {
  if (std::count(spec.unconstrained().begin(), spec.unconstrained().end(), true) > 0)
    fail<Error>(fmt::format("shard_map: {} of {} leaves a dimension unconstrained: name its axes, or none",
                            to_string(spec), what));
  return cuts_of("shard_map", what, mesh, type, spec);
}

}  // namespace

int64_t Sharding::parts(const std::vector<size_t> &axes) const {
  int64_t n = 1;
  for (size_t a : axes) n *= mesh_.axes()[a].size;
  return n;
}

void Sharding::add_argument(const Array &x, const Leaf &at, const P &spec) {
  const std::string what = place("argument", at);
  const ShapeDtype type = x.type();
  Cuts cuts = cuts_of_map(what, mesh_, type, spec);
  types_.push_back({Shape(part_of("shard_map", what, mesh_, type, spec, cuts)), type.dtype});
  in_.push_back(std::move(cuts));
}

void Sharding::add_result(const ShapeDtype &type, const Leaf &at, const P &spec) {
  results_.push_back(place("result", at));
  out_.push_back(cuts_of_map(results_.back(), mesh_, type, spec));
}

// [d₀, d₁, …] -> [axes of the mesh that cut it, in their order…, d₀/n₀, d₁/n₁, …]
Array Sharding::cut(const Array &x, const Cuts &cuts) const {
  std::vector<int64_t> shape, from;
  std::vector<std::pair<size_t, int64_t>> places;  // of the mesh's axes among the dimensions of the reshaped array
  for (size_t d = 0; d < cuts.size(); ++d) {
    for (size_t axis : cuts[d]) {
      places.emplace_back(axis, static_cast<int64_t>(shape.size()));
      shape.push_back(mesh_.axes()[axis].size);
    }
    shape.push_back(x.shape(static_cast<int64_t>(d)) / parts(cuts[d]));
  }
  if (places.empty()) return x;
  std::sort(places.begin(), places.end());
  std::vector<int64_t> to;
  for (const auto &[axis, place] : places) {
    to.push_back(static_cast<int64_t>(from.size()));
    from.push_back(place);
  }
  return moveaxis(reshape(x, shape), from, to);
}

// The inverse of cut.
Array Sharding::join(const Array &x, const Cuts &cuts) const {
  std::vector<std::pair<size_t, int64_t>> places;
  std::vector<int64_t> shape, from, to;
  int64_t next = 0;
  size_t count = 0;
  for (const auto &c : cuts) count += c.size();
  for (size_t d = 0; d < cuts.size(); ++d) {
    for (size_t axis : cuts[d]) places.emplace_back(axis, next++);
    shape.push_back(x.shape(static_cast<int64_t>(count + d)) * parts(cuts[d]));
    ++next;
  }
  if (places.empty()) return x;
  std::sort(places.begin(), places.end());
  for (const auto &[axis, place] : places) {
    from.push_back(static_cast<int64_t>(from.size()));
    to.push_back(place);
  }
  return reshape(moveaxis(x, from, to), shape);
}

// f over one axis of the mesh.
trace::FunctionPtr Sharding::map_axis(const trace::FunctionPtr &f, size_t axis, size_t captures) const {
  const MeshAxis &a = mesh_.axes()[axis];
  std::vector<int64_t> in, out;
  for (const Cuts &c : in_) in.push_back(contains(c, axis) ? 0 : -1);
  in.resize(in.size() + captures, -1);
  for (const Cuts &c : out_) out.push_back(!check_ || contains(c, axis) ? 0 : -1);
  auto map = [&](const std::vector<int64_t> &results) {
    return transform(f, "vmap", in, results, a.size, scopes_[axis].label())[0];
  };
  try {
    return map(out);
  } catch (const Error &) {
    for (size_t r = 0; r < out.size(); ++r) {
      std::vector<int64_t> alone(out.size(), 0);
      alone[r] = out[r];
      if (out[r] < 0 && throws([&] { map(alone); }))
        fail<ShapeError>(fmt::format(
            "shard_map: {} differs along mesh axis \"{}\", which its out_specs do not name: name it there, or make the "
            "result the same for all by psum, pmax or all_gather",
            results_[r], a.name));
    }
    throw;
  }
}

Array Sharding::first_where_unnamed(Array x, const Cuts &cuts) const {
  for (size_t axis = mesh_.axes().size(); axis-- > 0;) {
    if (contains(cuts, axis)) continue;
    std::vector<int64_t> starts(x.shape().size(), 0), limits = x.shape().sizes();
    limits[axis] = 1;
    x = squeeze(lax_slice(x, starts, limits), static_cast<int64_t>(axis));
  }
  return x;
}

Arrays Sharding::run(const Traced &traced, Arrays arguments) const {
  for (size_t i = 0; i < arguments.size(); ++i) arguments[i] = cut(arguments[i], in_[i]);
  append(arguments, traced.captures);
  trace::FunctionPtr f = traced.function;
  for (size_t axis = mesh_.axes().size(); axis-- > 0;) f = map_axis(f, axis, traced.captures.size());
  Arrays out = call(f, arguments);
  for (size_t r = 0; r < out.size(); ++r) {
    if (!check_) out[r] = first_where_unnamed(out[r], out_[r]);
    out[r] = join(out[r], out_[r]);
  }
  return out;
}

}  // namespace detail
}  // namespace fluxion
