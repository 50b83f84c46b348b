// refused: no viable conversion | cannot convert
// An array does not become a number by itself: item says where a program waits for a value.
#include <fluxion/fluxion.h>

namespace fx = fluxion;

float total(const fx::Array &x) {
#ifdef MUST_COMPILE
  return fx::sum(x).item<float>();
#else
  return fx::sum(x);
#endif
}
