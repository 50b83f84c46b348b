// Shapes and dtypes as text.
#include <fluxion/shape.h>
#include <gtest/gtest.h>

namespace fluxion {
namespace {

TEST(Shape, PrintsAsInMessages) {
  EXPECT_EQ(to_string({{2, 3}, f32}), "f32[2,3]");
  EXPECT_EQ(to_string({{}, bool_}), "bool[]");
  EXPECT_EQ(to_string({{0}, f8e4m3fn}), "f8e4m3fn[0]");
}

TEST(Shape, CountsElementsAndBytes) {
  const ShapeDtype type{{4, 5}, c128};
  EXPECT_EQ(type.shape.count(), 20);
  EXPECT_EQ(type.bytes(), 320);
  EXPECT_EQ(type.shape[-1], 5);
  EXPECT_EQ((ShapeDtype{{}, f64}.bytes()), 8);
}

}  // namespace
}  // namespace fluxion
