// What a spec says of an array, checked.
#pragma once
#include "fluxion/mesh.h"

namespace fluxion::detail {

/// For each dimension of an array the mesh axes that divide it, by number. `op` and `what` begin the messages:
/// "shard_map: argument 0". Errors  ShapeError if the array has fewer dimensions than the spec; Error for an axis that
/// the mesh has not, or that is named twice.
using Cuts = std::vector<std::vector<size_t>>;
Cuts cuts_of(std::string_view op, const std::string &what, const Mesh &mesh, const ShapeDtype &type, const P &spec);

/// The shape of one device's part. Errors  ShapeError if a dimension cannot be divided evenly.
std::vector<int64_t> part_of(std::string_view op, const std::string &what, const Mesh &mesh, const ShapeDtype &type,
                             const P &spec, const Cuts &cuts);

}  // namespace fluxion::detail
