// Where buffers with known lifetimes lie in one piece of memory.
#pragma once
#include <cstdint>
#include <vector>

namespace fluxion::codegen {

struct Lifetime {
  int64_t bytes;    // rounded by who asks
  int first, last;  // steps
  int64_t offset = 0;
};

/// Sets the offsets so that no two overlap that live at the same time, and returns the end of the last. To find the
/// best is NP-hard: several orders are tried, and then others that put those at the end first, as long as there are
/// gaps that matter and the time for it is short.
int64_t place(std::vector<Lifetime> &buffers);

}  // namespace fluxion::codegen
