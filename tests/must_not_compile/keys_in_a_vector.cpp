// refused: deleted
// A list of keys is split from one, u32[n, 2], and mapped over; keys that are copied into a vector would be used twice.
#include <fluxion/fluxion.h>

namespace fx = fluxion;

fx::Array noise(fx::random::Key key) {
#ifdef MUST_COMPILE
  const fx::Array keys = fx::random::split(std::move(key), 4);
  return fx::vmap([](const fx::Array &k) { return fx::random::normal(fx::random::Key(k), {2}); })(keys);
#else
  const std::vector<fx::random::Key> keys(4, key);
  return fx::random::normal(keys[0].clone(), {2});
#endif
}
