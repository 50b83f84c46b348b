// refused: no matching function | no type named
// A transformed function takes as many arguments as the function itself.
#include <fluxion/fluxion.h>

namespace fx = fluxion;

fx::Array loss(const fx::Array &w, const fx::Array &x) { return fx::sum(w * x); }

fx::Array slope(const fx::Array &w, const fx::Array &x) {
#ifdef MUST_COMPILE
  return fx::grad(loss)(w, x);
#else
  return fx::grad(loss)(w);
#endif
}
