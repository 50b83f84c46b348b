// Size classes of the allocator: eight to each doubling, so that a block is at most an eighth larger than what it
// holds.
#pragma once
#include <bit>
#include <cstdint>

namespace fluxion::runtime {

inline constexpr int64_t kAlignment = 64;  // a cache line, and the widest vector
inline constexpr int64_t kLargestRequest = int64_t{1} << 46;

struct SizeClass {
  int index = 0;
  int64_t bytes = kAlignment;  // of every block of the class
};

/// The class of a request of 0 <= bytes <= kLargestRequest.
constexpr SizeClass size_class(int64_t bytes) {
  if (bytes <= 8 * kAlignment) {
    const int64_t units = bytes <= kAlignment ? 1 : (bytes + kAlignment - 1) / kAlignment;
    return {static_cast<int>(units) - 1, units * kAlignment};
  }
  const int log = std::bit_width(static_cast<uint64_t>(bytes - 1)) - 1;  // 2^log < bytes <= 2^(log + 1)
  const int64_t steps = ((bytes - 1) >> (log - 3)) + 1;                  // 9 … 16 eighths of 2^log
  return {(log - 9) * 8 + static_cast<int>(steps) - 1, steps << (log - 3)};
}

inline constexpr int kSizeClasses = size_class(kLargestRequest).index + 1;

}  // namespace fluxion::runtime
