// What a register tile of mr by nr makes of an m×n product; shared by the compiler, which chooses tiles, and the
// runtime.
#pragma once
#include <cstdint>

namespace fluxion::runtime {

/// Results computed in whole tiles, padding included.
constexpr double padded_results(int64_t mr, int64_t nr, int64_t m, int64_t n) {
  return static_cast<double>((m + mr - 1) / mr * mr) * static_cast<double>((n + nr - 1) / nr * nr);
}

/// Whether the transposed product is computed instead: where that wastes clearly less on padding (65 columns fill 66
/// rows, but 128 columns). Its blocks are transposed when they are finished, which costs a little.
constexpr bool runs_exchanged(int64_t mr, int64_t nr, int64_t m, int64_t n) {
  return padded_results(mr, nr, n, m) < 0.85 * padded_results(mr, nr, m, n);
}

/// Relative time of the product with a tile that runs at `speed` (1: the machine's peak).
constexpr double tile_cost(int64_t mr, int64_t nr, double speed, int64_t m, int64_t n) {
  return (runs_exchanged(mr, nr, m, n) ? 1.02 * padded_results(mr, nr, n, m) : padded_results(mr, nr, m, n)) / speed;
}

}  // namespace fluxion::runtime
