// Calls of the host in a trace.
#pragma once
#include "fluxion/trace.h"
#include "runtime/host.h"

namespace fluxion::detail {

/// Appends the call to the innermost trace, of which there must be one.
Arrays stage_host(const runtime::HostFunctionPtr &function, std::string_view effect, bool vectorized,
                  const Arrays &inputs, const std::vector<ShapeDtype> &results);

/// Elements as fmt's `spec` has them; without one, as to_string.
std::string format_array(const Array &x, const std::string &spec);

}  // namespace fluxion::detail
