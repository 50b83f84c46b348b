// Instruction sets of the processor that compiled code may use, one bit each. The bits are stored in saved programs.
#pragma once
#include <cstdint>
#include <string>

namespace fluxion::runtime {

uint64_t cpu_features();

/// "avx512f, amx", as in messages.
std::string to_string_features(uint64_t features);

}  // namespace fluxion::runtime
