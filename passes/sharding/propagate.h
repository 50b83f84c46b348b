// Layouts of all arrays of a function, from what is said of some.
#pragma once
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace fluxion::passes {

/// Begins with the shardings of arguments and results (`fx.sharding`), of ops' results (`fx.shardings`) and with
/// fx.sharding_constraint, and writes those of all arrays that are cut: where a dimension of an array is cut, so are
/// the dimensions that belong together with it in the ops that make or read the array, where these are open, have no
/// other use for the axes, and can be cut evenly. What has once been cut stays so. Where two layouts meet:
///
///   - first, layouts pass through ops that combine nothing (elementwise ones, movements, bodies); only then through
///     products, reductions and all others. Each time the program is walked forward and backward until nothing changes;
///   - in an op, longer lists of axes win over those they begin with; among others, that of the largest array, among
///     equals the first operand's;
///   - an axis that two dimensions of an array could have goes to the factor that the larger array brings, then to the
///     first factor of the op's rule.
///
/// Arrays made of constants alone never decide: they are cut as their first readers want. Errors  reported at f: two
/// meshes, a sharding that does not fit its array.
mlir::LogicalResult propagateSharding(mlir::func::FuncOp f);

}  // namespace fluxion::passes
