// refused: deleted
// An Array is no bool: `if (x > y)` must say whether all or any elements are meant.
#include <fluxion/fluxion.h>

int main() {
  fluxion::Array x = fluxion::ones({2});
#ifdef MUST_COMPILE
  if (fluxion::all(x > 0).item<bool>()) return 1;
#else
  if (x > 0) return 1;
#endif
}
