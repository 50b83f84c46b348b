// refused: not a tree
// A member that is neither an array nor a value to compare by: the compiled function could not tell two of them apart.
#include <fluxion/fluxion.h>

namespace fx = fluxion;

struct Layer {
  fx::Array weight;
#ifdef MUST_COMPILE
  int activation;
#else
  fx::Array (*activation)(const fx::Operand &);
#endif
};

fx::Array run(const Layer &layer) {
  return fx::jit([](const Layer &l) { return l.weight * 2; })(layer);
}
