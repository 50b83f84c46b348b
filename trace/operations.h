// What the compiler asks of the frontend: the rules of operations that users define, traced when they are needed.
#pragma once
#include "fluxion/operation_rules.h"
#include "trace/compiler.h"

namespace fluxion::trace {

class Operations {
 public:
  virtual ~Operations() = default;
  virtual bool is_defined(std::string_view name) = 0;
  /// Whether there is such a rule for operands of these types.
  virtual bool has(std::string_view name, OperationRule rule, std::span<const ShapeDtype> operands) = 0;
  virtual OperationBatching batching(std::string_view name) = 0;
  /// Whether it is linear in this operand where the others are known.
  virtual bool is_linear_in(std::string_view name, size_t operand) = 0;
  /// The rule as a function; `axis_size` is vmap's. Errors are thrown: the user's, and Error where results do not fit.
  virtual FunctionPtr rule(std::string_view name, OperationRule rule, std::span<const ShapeDtype> operands,
                           std::span<const ShapeDtype> results, int64_t axis_size) = 0;
};

/// Those of this process; defined by libfluxion.
Operations &operations();

}  // namespace fluxion::trace
