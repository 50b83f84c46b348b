// How a program wants its arrays divided among devices, said in its middle.
#pragma once
#include <fluxion/mesh.h>

namespace fluxion {

/// How an array is divided among the devices of a mesh.
struct NamedSharding {
  Mesh mesh;
  P spec;
  bool operator==(const NamedSharding &) const = default;
};
/// NamedSharding(data=4, model=2: P("data", none))
std::string to_string(const NamedSharding &sharding);

namespace detail {
Array constrained(const Array &x, const Mesh &mesh, const P &spec, const Leaf &at);
}  // namespace detail

/// x, a tree of arrays, which are to be divided among the devices of the mesh as the spec says, or as a function of an
/// array's path and type does. Dimensions that are `unconstrained` are left to propagation; those that are `none`, or
/// left out, are not divided. Values are those of x, and so are derivatives, which are divided alike; an axis that vmap
/// maps is unconstrained. Outside of jit it checks the spec.
///
/// Errors  Error for an axis that the mesh has not, or that is named twice; ShapeError if an array has fewer dimensions
///         than the spec, or one that cannot be divided evenly.
/// Source  JAX's jax.lax.with_sharding_constraint.
template <class T>
T with_sharding_constraint(const T &x, const Mesh &mesh, const TreeSpec &spec, at_line where = at_line::current()) {
  At at(where);
  detail::Arrays arrays;
  auto constrain = [&](const Array &a, const detail::Leaf &leaf) {
    arrays.push_back(detail::constrained(a, mesh, spec(leaf.path, a.type()), leaf));
  };
  detail::each_leaf(constrain, x);
  return tree::unflatten(x, arrays);
}
template <class T>
T with_sharding_constraint(const T &x, const NamedSharding &sharding, at_line where = at_line::current()) {
  return with_sharding_constraint(x, sharding.mesh, sharding.spec, where);
}

}  // namespace fluxion
