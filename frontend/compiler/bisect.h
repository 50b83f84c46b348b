// Which pass changed the numbers?
#pragma once
#include "trace/compiler.h"

namespace fluxion {

/// See trace::Compiler::bisect.
trace::Bisection bisect(const std::string &path, const trace::BisectOptions &options);

}  // namespace fluxion
