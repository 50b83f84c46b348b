// Each function of the NumPy-like surface, with the values that JAX gives: see generate.py.
#include "cases.h"

namespace surface {
namespace {

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
