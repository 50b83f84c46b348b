// Meshes and shardings: the attributes `#fx.mesh` and `#fx.sharding`, and where the IR has them.
//
// A sharding is an attribute of arguments and results of functions, `fx.sharding`, of the op `fx.sharding_constraint`,
// and of the results of any op, `fx.shardings`, a list with one for each, which propagation writes.
#pragma once
#include <optional>

#include "ir/dialect.h"

#define GET_ATTRDEF_CLASSES
#include "ir/sharding.h.inc"

namespace fluxion::ir {

inline constexpr llvm::StringLiteral kShardingName = "fx.sharding", kShardingsName = "fx.shardings";

/// Reports, as `what`, a sharding that is of another rank than the type or whose parts do not have equal sizes. `loc`
/// is where, if anywhere.
mlir::LogicalResult checkSharding(std::optional<mlir::Location> loc, llvm::StringRef what, ShardingAttr sharding,
                                  Tensor type);

}  // namespace fluxion::ir
