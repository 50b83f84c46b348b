// --transform: a list of transformations applied to a function from left to right.
#pragma once
#include <string>
#include <vector>

#include "passes/transforms.h"
#include "tools/fluxion-run/tensors.h"

namespace fluxion::tools {

/// `inputs` are those of the transformed function: they say how large a mapped axis is.
///
/// jvp: primals, then tangents of the floating-point ones, to results, then theirs. vjp: arguments, then cotangents of
/// the floating-point results, to results, then cotangents of the floating-point arguments. grad(0;2): the derivatives
/// of the sum of all floating-point results by arguments 0 and 2. vmap(0;none): argument 0 mapped over axis 0, argument
/// 1 not; with one axis, every argument; results are mapped over axis 0. Errors  Error for a malformed list, or one
/// that does not fit the function. A transformation that fails gives a diagnostic
///         and null.
passes::Func transform(mlir::func::FuncOp f, const std::string &list, const std::vector<ShapeDtype> &inputs);

}  // namespace fluxion::tools
