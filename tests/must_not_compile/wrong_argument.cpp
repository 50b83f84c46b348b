// refused: no matching function | no type named
// A transformed function keeps its signature: what f does not take, grad(f) does not take.
#include <fluxion/fluxion.h>

namespace fx = fluxion;

struct Weights {
  fx::Array w, b;
};

fx::Array loss(const Weights &weights, const fx::Array &x) { return fx::sum(weights.w * x + weights.b); }

Weights slope(const Weights &weights, const fx::Array &x) {
#ifdef MUST_COMPILE
  return fx::grad(loss)(weights, x);
#else
  return fx::grad(loss)(x, weights);
#endif
}
