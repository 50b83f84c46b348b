// refused: no matching function
// A tangent is of the type of what it belongs to.
#include <fluxion/fluxion.h>

namespace fx = fluxion;

struct Weights {
  fx::Array w, b;
};

fx::Array loss(const Weights &p) { return fx::sum(p.w * p.b); }

fx::Array along(const Weights &p, const Weights &direction) {
#ifdef MUST_COMPILE
  return std::get<1>(fx::jvp(loss, std::tuple(p), std::tuple(direction)));
#else
  return std::get<1>(fx::jvp(loss, std::tuple(p), std::tuple(direction.w)));
#endif
}
