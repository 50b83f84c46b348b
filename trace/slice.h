// The part of a function under construction that some of its values depend on, as a function of its own.
#pragma once
#include "trace/compiler.h"

namespace fluxion::trace {

/// See Compiler::slice. Takes time in proportion to the slice, not to the function.
Slice sliceOf(const Function &function, std::span<const Value> targets, const std::function<bool(Value)> &known,
              const std::function<bool(Value)> &kept);

}  // namespace fluxion::trace
