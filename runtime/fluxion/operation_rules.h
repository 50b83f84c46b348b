// What may be known of an operation that a user defines.
#pragma once

namespace fluxion {

/// The functions that come with one. Arguments and results, x being the operands, y the results; only floating-point
/// values have tangents and cotangents:
///   kernel    runs on the host: not a function of fx ops
///   function  x -> y
///   jvp       x, y, tangents of x -> tangents of y
///   vjp       x, y, cotangents of y -> cotangents of x
///   vmap      x -> y, all with the mapped axis in front
enum class OperationRule { kernel, function, jvp, vjp, vmap };

/// How an operation is mapped: not at all; by itself, since it takes arrays with further axes in front; by one call for
/// each example; by a rule.
enum class OperationBatching { none, leading, each, rule };

}  // namespace fluxion
