// The other half of surface_test.cpp: products, sets, lax and nn.
#include "cases.h"

namespace surface {
namespace {

TEST(Surface, Products) {
  ARRAYS;
#include "products.inc"
}

TEST(Surface, Sets) {
  ARRAYS;
#include "sets.inc"
}

TEST(Surface, Lax) {
  ARRAYS;
#include "lax.inc"
}

TEST(Surface, Nn) {
  ARRAYS;
#include "nn.inc"
}

TEST(Surface, Makers) {
  ARRAYS;
#include "makers.inc"
}

}  // namespace
}  // namespace surface
