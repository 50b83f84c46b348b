// The edges of arithmetic, conversions and bits.
#include <cmath>

#include "evaluate.h"

namespace fluxion::codegen::reference {
namespace {

constexpr float kInf = std::numeric_limits<float>::infinity();
const float kNaN = std::nanf("");

std::string unary(const std::string &op, const std::string &type) {
  return "(%x: " + type + ") -> " + type + " { %y = fx." + op + " %x : " + type + " return %y : " + type + " }";
}
std::string binary(const std::string &op, const std::string &type) {
  return "(%x: " + type + ", %z: " + type + ") -> " + type + " { %y = fx." + op + " %x, %z : " + type +
         " return %y : " + type + " }";
}

TEST(ReferenceElementwise, IntegerDivisionHasNoTrap) {
  auto a = vector<int32_t>({7, -7, 5, INT32_MIN}), b = vector<int32_t>({2, 2, 0, -1});
  EXPECT_EQ(evaluateOne<int32_t>(binary("divide", "tensor<4xi32>"), {a, b}),
            (std::vector<int32_t>{3, -3, -1, INT32_MIN}));
  EXPECT_EQ(evaluateOne<int32_t>(binary("remainder", "tensor<4xi32>"), {a, b}), (std::vector<int32_t>{1, -1, 5, 0}));
}

TEST(ReferenceElementwise, ShiftsPastTheWidthBringInZerosOrTheSign) {
  auto a = vector<int8_t>({-128, -128, 1, 1}), b = vector<int8_t>({1, 8, 9, -1});
  EXPECT_EQ(evaluateOne<int8_t>(binary("shift_right_logical", "tensor<4xi8>"), {a, b}),
            (std::vector<int8_t>{64, 0, 0, 0}));
  EXPECT_EQ(evaluateOne<int8_t>(binary("shift_right_arithmetic", "tensor<4xi8>"), {a, b}),
            (std::vector<int8_t>{-64, -1, 0, 0}));
  EXPECT_EQ(evaluateOne<int8_t>(binary("shift_left", "tensor<4xi8>"), {a, b}), (std::vector<int8_t>{0, 0, 0, 0}));
}

TEST(ReferenceElementwise, MaximumKeepsNaNAndOrdersZeros) {
  auto y = evaluateOne<float>(binary("maximum", "tensor<3xf32>"),
                              {vector<float>({kNaN, 1, -0.0f}), vector<float>({1, kNaN, 0.0f})});
  EXPECT_TRUE(std::isnan(y[0]) && std::isnan(y[1]));
  EXPECT_FALSE(std::signbit(y[2]));
}

TEST(ReferenceElementwise, IntegerPowersWrapAround) {
  auto x = vector<int32_t>({3, 2, -1, 7, 0}), n = vector<int32_t>({4, 33, -3, -1, 0});
  EXPECT_EQ(evaluateOne<int32_t>(binary("power", "tensor<5xi32>"), {x, n}), (std::vector<int32_t>{81, 0, -1, 0, 1}));
}

TEST(ReferenceElementwise, FloatToIntegerSaturates) {
  auto y = evaluateOne<int8_t>(
      "(%x: tensor<5xf32>) -> tensor<5xi8> { %y = fx.convert %x to i8 : tensor<5xf32> -> tensor<5xi8> "
      "return %y : tensor<5xi8> }",
      {vector<float>({300, -kInf, kNaN, -1.9f, 1.9f})});
  EXPECT_EQ(y, (std::vector<int8_t>{127, -128, 0, -1, 1}));
}

TEST(ReferenceElementwise, DoubleToHalfRoundsOnce) {
  // Just above the middle of two halves, and nearer to it than f32 can tell.
  auto y = evaluateOne<float16>(
      "(%x: tensor<1xf64>) -> tensor<1xf16> { %y = fx.convert %x to f16 : tensor<1xf64> -> tensor<1xf16> "
      "return %y : tensor<1xf16> }",
      {vector<double>({1 + 0x1p-11 + 0x1p-40})});
  EXPECT_EQ(static_cast<float>(y[0]), 1 + 0x1p-10f);
}

TEST(ReferenceElementwise, HalvesRoundToEvenAndAwayFromZero) {
  auto x = vector<float>({0.5f, 1.5f, -2.5f});
  EXPECT_EQ(evaluateOne<float>(unary("round_nearest_even", "tensor<3xf32>"), {x}), (std::vector<float>{0, 2, -2}));
  EXPECT_EQ(evaluateOne<float>(unary("round_nearest_afz", "tensor<3xf32>"), {x}), (std::vector<float>{1, 2, -3}));
}

TEST(ReferenceElementwise, InverseErrorFunctionInvertsErf) {
  for (double x : {-0.999999999, -0.7, -1e-9, 0.0, 0.3, 0.5, 0.9, 1 - 1e-14}) {
    double y = evaluateOne<double>(unary("erf_inv", "tensor<1xf64>"), {vector<double>({x})})[0];
    EXPECT_NEAR(std::erf(y), x, 3e-16) << x;
  }
  EXPECT_EQ(evaluateOne<float>(unary("erf_inv", "tensor<2xf32>"), {vector<float>({1, -1})}),
            (std::vector<float>{kInf, -kInf}));
}

TEST(ReferenceElementwise, DigammaHasItsKnownValues) {
  auto y = evaluateOne<double>(unary("digamma", "tensor<4xf64>"), {vector<double>({1, 0.5, -0.5, 10})});
  EXPECT_NEAR(y[0], -0.57721566490153286, 1e-15);
  EXPECT_NEAR(y[1], -1.96351002602142348, 1e-14);
  EXPECT_NEAR(y[2], 0.03648997397857652, 1e-14);
  EXPECT_NEAR(y[3], 2.25175258906672111, 1e-14);
  // Beside a pole only the distance to it counts, down to its last digit.
  auto near = evaluateOne<double>(unary("digamma", "tensor<2xf64>"), {vector<double>({-1e-6, -0.001})});
  EXPECT_NEAR(near[0], 999999.42278269020845, 1e-9);
  EXPECT_NEAR(near[1], 999.42113819789133376, 1e-12);
}

}  // namespace
}  // namespace fluxion::codegen::reference
