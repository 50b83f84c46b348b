// Shardings as JAX writes them: Shardy's attributes, beside StableHLO's ops.
#pragma once
#include "ir/stablehlo/importer.h"

namespace fluxion::ir::stablehlo {

/// The `#fx.sharding` that `#sdy.sharding<@mesh, …>` is, for `op` or an argument of it. Refuses what there is no such
/// thing for: axes cut in parts, priorities, meshes of a single device.
mlir::Attribute importSharding(mlir::Operation *op, mlir::Attribute shardy);

void addShardingRules(Rules &rules);

}  // namespace fluxion::ir::stablehlo
