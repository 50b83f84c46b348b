// Derivatives of convolutions against differences, and vmap against a loop, whatever their layout, padding, dilations
// and groups.
#include "convolution_cases.h"

#include "check_grads.h"
#include "check_vmap.h"

namespace fluxion::passes {
namespace {

class Convolutions : public testing::TestWithParam<unsigned> {};

TEST_P(Convolutions, HaveDerivatives) { checkGrads(ConvolutionCase(GetParam(), "f64", "f64", "f64").function()); }

TEST_P(Convolutions, AreBatched) {
  checkVmap(ConvolutionCase(GetParam(), "f64", "f64", "f64").function(), {.derivative = false});
}

INSTANTIATE_TEST_SUITE_P(Random, Convolutions, testing::Range(0u, 40u));

TEST(Convolution, WithoutResultsOrWithAnEmptyOperandHasZeroDerivatives) {
  checkGrads(R"((%x: tensor<1x2x2xf64>, %w: tensor<3x2x4xf64>) -> tensor<1x3x0xf64> {
    %y = fx.convolution %x, %w strides [1] pad [0] x [0] dilate [1] x [1] reverse [0] dims [0, 1, 2] x [0, 1, 2]
      to [0, 1, 2] groups 1 x 1 as f64 : (tensor<1x2x2xf64>, tensor<3x2x4xf64>) -> tensor<1x3x0xf64>
    return %y : tensor<1x3x0xf64> })");
  checkGrads(R"((%x: tensor<1x0x4xf64>, %w: tensor<3x0x2xf64>) -> tensor<1x3x3xf64> {
    %y = fx.convolution %x, %w strides [1] pad [0] x [0] dilate [1] x [1] reverse [0] dims [0, 1, 2] x [0, 1, 2]
      to [0, 1, 2] groups 1 x 1 as f64 : (tensor<1x0x4xf64>, tensor<3x0x2xf64>) -> tensor<1x3x3xf64>
    return %y : tensor<1x3x3xf64> })");
}

}  // namespace
}  // namespace fluxion::passes
