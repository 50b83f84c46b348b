// The small floats: every code goes to f32 and back, and every rounding decision is the nearest-even one.
#include <cmath>
#include <limits>
#include <vector>

#include <fluxion/dtype.h>
#include <gtest/gtest.h>

namespace fluxion {
namespace {

const DType kSmall[] = {f16, bf16, f8e4m3fn, f8e5m2};

uint32_t codes(DType t) { return size_of(t) == 1 ? 256 : 65536; }

TEST(SmallFloat, EveryCodeSurvivesTheWayThroughF32) {
  for (DType t : kSmall) {
    for (uint32_t code = 0; code < codes(t); ++code) {
      const float value = to_float(t, static_cast<uint16_t>(code));
      const uint16_t back = from_float(t, value);
      if (std::isnan(value)) {
        EXPECT_TRUE(std::isnan(to_float(t, back))) << name(t) << " " << code;
      } else {
        EXPECT_EQ(back, code) << name(t) << " of " << value;
      }
    }
  }
}

TEST(SmallFloat, KnownValues) {
  EXPECT_EQ(to_float(f16, 0x3c00), 1.0f);
  EXPECT_EQ(to_float(f16, 0x7bff), 65504.0f);
  EXPECT_EQ(to_float(f16, 0x0001), std::ldexp(1.0f, -24));
  EXPECT_EQ(to_float(bf16, 0x3f80), 1.0f);
  EXPECT_EQ(to_float(bf16, 0x0001), std::ldexp(1.0f, -133));
  EXPECT_EQ(to_float(f8e4m3fn, 0x7e), 448.0f);
  EXPECT_EQ(to_float(f8e4m3fn, 0x01), std::ldexp(1.0f, -9));
  EXPECT_EQ(to_float(f8e5m2, 0x7b), 57344.0f);
  EXPECT_EQ(to_float(f8e5m2, 0x01), std::ldexp(1.0f, -16));
  EXPECT_EQ(from_float(f16, -2.0f), 0xc000);
  EXPECT_EQ(from_float(f16, -0.0f), 0x8000);
  EXPECT_EQ(from_float(f8e5m2, -0.0f), 0x80);
}

TEST(SmallFloat, WhatIsTooLargeBecomesInfinityOrNaN) {
  const float inf = std::numeric_limits<float>::infinity();
  EXPECT_EQ(from_float(f16, 65519.0f), 0x7bff);  // below the midpoint to the next step, 65520
  EXPECT_EQ(from_float(f16, 65520.0f), 0x7c00);
  EXPECT_EQ(from_float(f16, inf), 0x7c00);
  EXPECT_EQ(from_float(bf16, std::numeric_limits<float>::max()), 0x7f80);
  EXPECT_EQ(from_float(f8e5m2, -1e9f), 0xfc);
  EXPECT_EQ(from_float(f8e4m3fn, 464.0f), 0x7e);  // the midpoint goes to the even neighbour, 448
  EXPECT_EQ(from_float(f8e4m3fn, 464.1f), 0x7f);
  EXPECT_EQ(from_float(f8e4m3fn, -inf), 0xff);
  for (DType t : kSmall) EXPECT_TRUE(std::isnan(to_float(t, from_float(t, std::nanf("")))));
}

// Between neighbours a < b: just below the midpoint gives a, just above gives b, the midpoint the even code.
TEST(SmallFloat, RoundsToNearestEvenBetweenAllNeighbours) {
  for (DType t : kSmall) {
    const uint32_t sign = codes(t) / 2;
    for (uint32_t code = 0; code + 1 < sign; ++code) {
      const float a = to_float(t, static_cast<uint16_t>(code)), b = to_float(t, static_cast<uint16_t>(code + 1));
      if (!std::isfinite(a) || !std::isfinite(b)) break;
      const float middle = static_cast<float>((static_cast<double>(a) + b) / 2);
      const uint32_t even = code % 2 == 0 ? code : code + 1;
      EXPECT_EQ(from_float(t, middle), even) << name(t) << " " << middle;
      EXPECT_EQ(from_float(t, -middle), even | sign) << name(t) << " " << -middle;
      EXPECT_EQ(from_float(t, std::nextafter(middle, a)), code) << name(t) << " below " << middle;
      EXPECT_EQ(from_float(t, std::nextafter(middle, b)), code + 1) << name(t) << " above " << middle;
    }
  }
}

TEST(SmallFloat, TypesConvert) {
  EXPECT_EQ(static_cast<float>(bfloat16(1.5f)), 1.5f);
  EXPECT_EQ(static_cast<float>(float8_e4m3fn(0.3f)), 0.3125f);
  EXPECT_EQ(sizeof(float8_e5m2), 1u);
  EXPECT_EQ(sizeof(float16), 2u);
}

}  // namespace
}  // namespace fluxion
