// Blocks straight from the operating system, for the allocator.
#pragma once
#include <cstdint>
#include <string>

namespace fluxion::runtime {

/// A block of `bytes`, aligned to 64 bytes, or null. From kHugePage on it is a mapping of its own, aligned to and
/// advised for huge pages.
inline constexpr int64_t kHugePage = int64_t{2} << 20;
void *system_allocate(int64_t bytes) noexcept;
void system_release(void *data, int64_t bytes) noexcept;

/// "1.5 GiB", as in messages.
std::string format_bytes(int64_t bytes);

/// Whether so many bytes more could be mapped now, where the user or the system limits addresses: for libraries that
/// end the process, or try for ever, where they get none.
bool has_addresses(int64_t bytes) noexcept;

}  // namespace fluxion::runtime
