// refused: write `x = x.at(i).set(y)`
// Arrays are immutable values: assigning to what indexing gives would change a temporary, and nothing else.
#include <fluxion/fluxion.h>

int main() {
  fluxion::Array x = fluxion::ones({2, 3});
#ifdef MUST_COMPILE
  x = x.at(0).set(2);
#else
  x[0] = 2;
#endif
}
