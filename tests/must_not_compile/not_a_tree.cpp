// refused: not a tree
// Arguments are trees of arrays; a pointer is none.
#include <fluxion/fluxion.h>

namespace fx = fluxion;

fx::Array doubled(const fx::Array &x) { return x * 2; }

fx::Array twice(const fx::Array &x) {
#ifdef MUST_COMPILE
  return fx::jit([](const fx::Array &a) { return doubled(a); })(x);
#else
  return fx::jit([](const fx::Array *a) { return doubled(*a); })(&x);
#endif
}
