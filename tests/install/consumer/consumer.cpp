// The smallest program of a user: the derivative of x² at 3, compiled.
#include <fluxion/fluxion.h>
#include <fluxion/transformer.h>
#include <fmt/format.h>

namespace fx = fluxion;

int main() {
  auto slope = fx::jit(fx::grad([](const fx::Array &x) { return x * x; }));
  fmt::print("{}\n", slope(fx::array(3.f)).item<float>());
}
