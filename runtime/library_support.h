// What library functions share: checks of their attributes, and the lines of an array along a dimension.
#pragma once
#include <fluxion/error.h>

#include <string>

#include "runtime/library.h"

namespace fluxion::runtime {

/// A mistake in the program that calls: the frontend checks its users' shapes long before.
inline void require(bool ok, const char *function, const char *what) {
  if (!ok) throw CompileError(std::string("the runtime's function '") + function + "': " + what);
}

/// The lines along a dimension: element i of line (outer, inner) lies at (outer·n + i)·inner_size + inner.
struct Lines {
  int64_t outer = 1, n = 1, inner = 1;

  Lines(const Shape &shape, int64_t dimension) : n(shape[dimension]) {
    for (int64_t i = 0; i < dimension; ++i) outer *= shape[i];
    for (int64_t i = dimension + 1; i < shape.ndim(); ++i) inner *= shape[i];
  }
  int64_t count() const { return outer * inner; }
  /// The first element of line `i`; the next one is `inner` elements further.
  int64_t begin(int64_t i) const { return i / inner * n * inner + i % inner; }
};

}  // namespace fluxion::runtime
