// Checks the operation's rules, and prints the slope at three points.
#include <fluxion/fluxion.h>

#include "softclip.h"

namespace fx = fluxion;

int main() {
  const fx::Array x = fx::array({-1.f, 0.5f, 3.f});
  fx::check_operation(mylib::softclip, x);
  auto f = [](const fx::Array &v) { return mylib::softclip(v); };
  for (float slope : fx::jit(fx::vmap(fx::grad(f)))(x).to_vector<float>()) fmt::print("{:.4f} ", slope);
  fmt::print("\n");
}
