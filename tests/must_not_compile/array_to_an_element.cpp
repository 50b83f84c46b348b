// refused: write `x = x.at(i).set(y)`
// Arrays are immutable values: assigning to what indexing gives would change a temporary, and nothing else.
#include <fluxion/fluxion.h>

int main() {
  fluxion::Array x = fluxion::ones({2, 3});
#ifdef MUST_COMPILE
  x = x.at({0, 1}).set(x[{1, 1}]);
#else
  x[{0, 1}] = x[{1, 1}];
#endif
}
