// Runs a function with the pass in its compilation: use_pass strength_reduction.so
#include <fluxion/fluxion.h>
#include <fmt/format.h>

namespace fx = fluxion;

int main(int argc, char **argv) {
  if (argc != 2) return fmt::print(stderr, "use_pass PLUGIN.so\n"), 2;
  // An exponent that is an array: with the number 2, fx::pow would make the product itself.
  auto f = [](const fx::Array &x) { return fx::pow(x, fx::full(x.shape(), 2.f)); };
  auto fast = fx::jit(
      f, {.name = "squares", .compile = {.passes = "strength-reduction", .plugins = {argv[1]}, .validate = true}});
  for (float y : fast(fx::array({1.f, 2.f, 3.f})).to_vector<float>()) fmt::print("{} ", y);
  fmt::print("\n");
}
