// Constraints on how arrays are divided: checked here, in the words of users; in the IR an op (ir/ops/sharding.td).
#include "fluxion/sharding.h"

#include "frontend/mesh_internal.h"

namespace fluxion {
namespace {

std::string in_quotes(std::string_view name) {
  std::string text = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + '"';
}

// As the IR writes it: #fx.sharding<#fx.mesh<["data" = 4]>, [{"data"}, {?}]>.
std::string written(const Mesh &mesh, const P &spec, const detail::Cuts &cuts) {
  std::vector<std::string> axes, dimensions;
  for (const MeshAxis &a : mesh.axes()) axes.push_back(fmt::format("{} = {}", in_quotes(a.name), a.size));
  for (size_t d = 0; d < cuts.size(); ++d) {
    std::vector<std::string> own;
    for (size_t a : cuts[d]) own.push_back(in_quotes(mesh.axes()[a].name));
    if (d < spec.entries().size() && spec.unconstrained()[d]) own.emplace_back("?");
    dimensions.push_back(fmt::format("{{{}}}", fmt::join(own, ", ")));
  }
  return fmt::format("#fx.sharding<#fx.mesh<[{}]>, [{}]>", fmt::join(axes, ", "), fmt::join(dimensions, ", "));
}

}  // namespace

std::string to_string(const NamedSharding &sharding) {
  std::vector<std::string> axes;
  for (const MeshAxis &a : sharding.mesh.axes()) axes.push_back(fmt::format("{}={}", a.name, a.size));
  return fmt::format("NamedSharding({}: {})", fmt::join(axes, ", "), to_string(sharding.spec));
}

namespace detail {

Array constrained(const Array &x, const Mesh &mesh, const P &spec, const Leaf &at) {
  constexpr std::string_view kName = "with_sharding_constraint";
  const std::string what = at.path.empty() ? "x" : fmt::format("x at {}", at.path);
  const Cuts cuts = cuts_of(kName, what, mesh, x.type(), spec);
  part_of(kName, what, mesh, x.type(), spec, cuts);
  return stage("fx.sharding_constraint", {x}, {{"sharding", written(mesh, spec, cuts)}});
}

}  // namespace detail
}  // namespace fluxion
