// refused: deleted constructor | deleted function
// A random key that is used twice gives the same numbers twice: it is moved, and copied only on purpose.
#include <fluxion/fluxion.h>

namespace fx = fluxion;

fx::Array noise(fx::random::Key key) {
#ifdef MUST_COMPILE
  auto first = fx::random::normal(key.clone(), {4});
#else
  auto first = fx::random::normal(key, {4});
#endif
  return first + fx::random::normal(std::move(key), {4});
}
