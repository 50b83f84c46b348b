// Each function of the NumPy-like surface, with the values that JAX gives: see generate.py.
#include "cases.h"

namespace surface {
namespace {

// clang-format off
#define ARRAYS const Arrays a; [[maybe_unused]] const auto &[A, B, S, V, W, U, N, P, I, J, K, D, M, Q, T3] = a; using fx::array
// clang-format on

TEST(Surface, Elementwise) {
  ARRAYS;
#include "elementwise.inc"
}

TEST(Surface, Shapes) {
  ARRAYS;
#include "shapes.inc"
}

TEST(Surface, Statistics) {
  ARRAYS;
#include "statistics.inc"
}

}  // namespace
}  // namespace surface
