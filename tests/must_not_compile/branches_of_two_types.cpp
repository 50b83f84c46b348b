// refused: cond: both branches must return the same type
// Both branches of a cond are traced, and one type has to serve for what either returns.
#include <fluxion/fluxion.h>

namespace fx = fluxion;

fx::Array choose(const fx::Array &p, const fx::Array &x) {
#ifdef MUST_COMPILE
  return fx::cond(p, [&] { return x; }, [&] { return x * 0; });
#else
  return fx::cond(p, [&] { return x; }, [&] { return 0.f; });
#endif
}
