// The functions that compiled kernels may call by name.
#pragma once
#include <string>

namespace fluxion::runtime {

/// The address of a function of the runtime, the C library or the mathematical library, or null.
void *find_import(const std::string &name);

}  // namespace fluxion::runtime
