// refused: grad: there is no argument of this number
// Arguments are counted from 0.
#include <fluxion/fluxion.h>

namespace fx = fluxion;

fx::Array loss(const fx::Array &w, const fx::Array &x) { return fx::sum(w * x); }

fx::Array slope(const fx::Array &w, const fx::Array &x) {
#ifdef MUST_COMPILE
  return fx::grad<1>(loss)(w, x);
#else
  return fx::grad<2>(loss)(w, x);
#endif
}
