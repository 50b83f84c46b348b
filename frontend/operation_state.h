// What is known of an operation.
#pragma once
#include "fluxion/operation.h"
#include "fluxion/operation_rules.h"

namespace fluxion::detail {

struct OperationState {
  std::string name;
  Location defined;
  std::vector<OperationKernel> kernels;
  OperationFunction function, jvp, vjp, vmap;  // arity and call; no call: there is none
  ResultRule result;
  OperationBatching batching = OperationBatching::none;
  std::vector<int64_t> linear;
  size_t operands = 0;  // once something says how many

  /// The kernel for operands of these types; null if there is none.
  const OperationKernel *kernel_for(std::span<const ShapeDtype> operands) const;
  std::vector<ShapeDtype> result_types(const std::vector<ShapeDtype> &operands) const;
};

/// Null if there is none of this name.
OperationState *find_operation(std::string_view name);

}  // namespace fluxion::detail
