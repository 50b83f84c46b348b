// Arrays whose elements are easily told apart.
#pragma once
#include <fluxion/fluxion.h>

/// Evenly spaced numbers from `first` to `last`.
inline fluxion::Array filled(std::vector<int64_t> shape, double first = -1, double last = 1) {
  int64_t count = 1;
  for (int64_t n : shape) count *= n;
  return fluxion::reshape(fluxion::linspace(first, last, count), std::move(shape));
}
