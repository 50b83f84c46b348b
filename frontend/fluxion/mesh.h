// Programs for many devices: pmap over one named axis of devices, shard_map over a mesh of them. Each runs a function
// on every device's part of the arrays; the functions of collective.h are how devices communicate.
//
// The devices that there are so far are virtual ones: one program computes for all of them, with the parts of all
// devices side by side in memory. So programs for many devices can be written, differentiated and tested in one
// process; they are no faster than the same computation on one device.
#pragma once
#include <deque>

#include <fluxion/transforms.h>

namespace fluxion {

/// A device, by its number.
struct Device {
  int64_t id = 0;
  bool operator==(const Device &) const = default;
};

/// Makes this process have n virtual devices, and gives them. ShapeError unless 1 ≤ n ≤ 65536.
std::vector<Device> virtual_devices(int64_t n, at_line where = at_line::current());
/// The devices of this process: one, or as many virtual ones as were asked for last.
std::vector<Device> devices();

/// One axis of a mesh.
struct MeshAxis {
  std::string name;
  int64_t size = 1;
  bool operator==(const MeshAxis &) const = default;
};

/// Devices in a grid with named axes: `Mesh({{"data", 4}, {"model", 2}})`. Devices are taken in their order, the last
/// axis fastest.
class Mesh {
 public:
  /// Of the first devices of this process, or of those given, as many as the axes need.
  /// Errors  ShapeError if there are fewer; Error if two axes have one name.
  explicit Mesh(std::vector<MeshAxis> axes, at_line where = at_line::current());
  Mesh(std::vector<Device> devices, std::vector<MeshAxis> axes, at_line where = at_line::current());

  const std::vector<MeshAxis> &axes() const { return axes_; }
  const std::vector<Device> &devices() const { return devices_; }
  bool operator==(const Mesh &) const = default;

 private:
  std::vector<MeshAxis> axes_;
  std::vector<Device> devices_;
};

/// The entry of a P for a dimension that with_sharding_constraint says nothing of.
struct Unconstrained {};
inline constexpr Unconstrained unconstrained;

/// How an array is divided among the devices of a mesh: for each dimension `none`, the name of a mesh axis, or several
/// (`AxisNames{"data", "model"}`, the last fastest). Dimensions that are left out are not divided; along mesh axes that
/// are not named, all devices have the same.
class P {
  template <class Entry>
  static constexpr bool is_open_entry = std::is_same_v<std::remove_cvref_t<Entry>, Unconstrained>;

 public:
  template <class... Entries>
    requires((std::is_convertible_v<Entries, AxisNames> || std::is_same_v<std::remove_cvref_t<Entries>, None> ||
              is_open_entry<Entries>) &&
             ...)
  explicit P(Entries &&...entries) : entries_{entry(entries)...}, unconstrained_{is_open_entry<Entries>...} {}

  const std::vector<std::vector<std::string>> &entries() const { return entries_; }
  /// Of each entry, whether it is `unconstrained`.
  const std::vector<bool> &unconstrained() const { return unconstrained_; }
  bool operator==(const P &) const = default;

 private:
  static std::vector<std::string> entry(None) { return {}; }
  static std::vector<std::string> entry(Unconstrained) { return {}; }
  static std::vector<std::string> entry(const AxisNames &names) { return {names.begin(), names.end()}; }

  std::vector<std::vector<std::string>> entries_;
  std::vector<bool> unconstrained_;
};
std::string to_string(const P &spec);

/// How the arrays of a tree are divided: all alike, or as a function of an array's path ("layers.0.weight") and type
/// says.
class TreeSpec {
 public:
  using Function = std::function<P(std::string_view path, const ShapeDtype &type)>;
  TreeSpec(const P &all) : f_([all](std::string_view, const ShapeDtype &) { return all; }) {}
  template <class F>
    requires std::is_invocable_r_v<P, F &, std::string_view, const ShapeDtype &>
  TreeSpec(F f) : f_(std::move(f)) {}
  P operator()(std::string_view path, const ShapeDtype &type) const { return f_(path, type); }

 private:
  Function f_;
};

/// One for all arguments (or results), or one for each (for each member of a tuple).
class Specs {
 public:
  Specs(const P &all) : specs_{all} {}
  Specs(std::initializer_list<TreeSpec> specs) : specs_(specs) {}
  /// Error if there are several, but not `count`.
  const TreeSpec &at(std::string_view what, size_t i, size_t count) const;

 private:
  std::vector<TreeSpec> specs_;
};

struct ShardMapOptions {
  bool check = true;  // that results are the same along mesh axes which out_specs do not name; else the first counts
};

struct PmapOptions {
  std::string axis_name = {};
  std::vector<TreeAxes> in_axes = {0};   // as of vmap; none: all devices have the same
  std::vector<TreeAxes> out_axes = {0};  // as of vmap
};

namespace detail {

/// ShapeError if there are fewer devices.
void check_devices(std::string_view what, int64_t needed);
void check_devices(std::string_view what, int64_t needed, int64_t there);

/// A call of shard_map: how its arguments and results are cut.
class Sharding {
 public:
  Sharding(const Mesh &mesh, bool check);

  void add_argument(const Array &x, const Leaf &at, const P &spec);
  /// `type` is that of one device's part.
  void add_result(const ShapeDtype &type, const Leaf &at, const P &spec);
  /// One device's parts of the arguments.
  const std::vector<ShapeDtype> &types() const { return types_; }
  /// Runs the function of parts, traced while this lives, on whole arrays: those that were added, and then captures.
  Arrays run(const Traced &traced, Arrays arguments) const;

 private:
  /// For each dimension of an array the mesh axes that divide it, by number.
  using Cuts = std::vector<std::vector<size_t>>;
  int64_t parts(const std::vector<size_t> &axes) const;
  Array cut(const Array &x, const Cuts &cuts) const;
  Array join(const Array &x, const Cuts &cuts) const;
  Array first_where_unnamed(Array x, const Cuts &cuts) const;
  trace::FunctionPtr map_axis(const trace::FunctionPtr &f, size_t axis, size_t captures) const;

  const Mesh &mesh_;
  bool check_;
  std::deque<AxisScope> scopes_;
  std::vector<Cuts> in_, out_;
  std::vector<ShapeDtype> types_;
  std::vector<std::string> results_;  // their names, for errors
};

}  // namespace detail

/// f on each device, compiled once: device i gets part i of the arguments along their axes, and results are put
/// together likewise. `pmap(step, {.axis_name = "batch"})`; within f, collectives may use the name. Errors  as of vmap;
/// ShapeError if there are fewer devices than parts.
template <class F>
auto pmap(F f, PmapOptions options = {}) {
  VmapOptions how{.in_axes = options.in_axes, .out_axes = options.out_axes, .axis_name = options.axis_name};
  auto all = [mapped = vmap(std::move(f), how), how]<class... A>(const A &...arguments) mutable {
    detail::Mapped m;
    auto append = [&](const Array &x, const detail::Leaf &at) { detail::append_mapped(m, x, at, how); };
    detail::each_leaf(append, arguments...);
    detail::check_devices("pmap", m.size);
    return mapped(arguments...);
  };
  return jit(std::move(all), {.name = "pmap"});
}

/// f on each device of a mesh: arguments are cut as `in_specs` say, and the parts that f returns are put together as
/// `out_specs` say. Within f, collectives may name the axes of the mesh.
///
///     fx::Mesh mesh({{"data", 4}});
///     auto mean_loss = fx::shard_map(f, mesh, {fx::P(), fx::P("data")}, fx::P());
///
/// Errors  ShapeError if an array cannot be divided so, or (unless check is off) if a result differs along a mesh axis
///         which its spec does not name: psum, pmax, all_gather and what is computed from these alone do not.
template <class F>
auto shard_map(F f, Mesh mesh, Specs in_specs, Specs out_specs, ShardMapOptions options = {},
               at_line where = at_line::current()) {
  return [f = std::move(f), mesh = std::move(mesh), in_specs = std::move(in_specs), out_specs = std::move(out_specs),
          options, where]<class... A>(const A &...arguments) mutable {
    At at(where);
    using R = detail::Result<F, A...>;
    detail::Sharding sharding(mesh, options.check);
    auto cut = [&](const Array &x, const detail::Leaf &at) {
      sharding.add_argument(x, at, in_specs.at("shard_map: in_specs", at.index, at.count)(at.path, x.type()));
    };
    detail::each_leaf(cut, arguments...);
    std::optional<R> pattern;
    detail::Traced traced = detail::trace_function("shard_map", sharding.types(), [&](const detail::Arrays &tracers) {
      pattern.emplace(at.outside([&] { return detail::apply_with(f, tracers, arguments...); }));
      return detail::leaves_of(*pattern);
    });
    auto join = [&](const Array &x, const detail::Leaf &at) {
      sharding.add_result(x.type(), at, out_specs.at("shard_map: out_specs", at.index, at.count)(at.path, x.type()));
    };
    detail::each_result(join, *pattern);
    detail::Arrays in = detail::leaves_of(arguments...);
    return tree::unflatten(*pattern, sharding.run(traced, in));
  };
}

}  // namespace fluxion
