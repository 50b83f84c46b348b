// refused: deleted function
// A C++ `if` on an array: what it asks is not said, and while tracing there is no answer.
#include <fluxion/fluxion.h>

namespace fx = fluxion;

int choose(const fx::Array &x, const fx::Array &y) {
#ifdef MUST_COMPILE
  if (fx::all(x > y).item<bool>()) return 1;
#else
  if (x > y) return 1;
#endif
  return 0;
}
