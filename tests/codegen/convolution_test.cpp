// Compiled convolutions against the interpreter: every layout, padding, dilation and group, every dtype.
#include "../passes/convolution_cases.h"

#include "compiled.h"

namespace fluxion::codegen {
namespace {

class ConvolutionCpu : public Compiled {
 protected:
  void checkCase(unsigned seed, const std::string &lhs, const std::string &rhs, const std::string &out,
                 double tolerance) {
    check("func.func @f" + ConvolutionCase(seed, lhs, rhs, out).function(), tolerance);
  }
};

TEST_F(ConvolutionCpu, RandomOnesInF32) {
  for (unsigned seed = 0; seed < 200; ++seed) checkCase(seed, "f32", "f32", "f32", 1e-5);
}

TEST_F(ConvolutionCpu, OtherDtypes) {
  for (unsigned seed = 0; seed < 24; ++seed) {
    checkCase(seed, "f64", "f64", "f64", 1e-12);
    checkCase(seed, "bf16", "bf16", "f32", 1e-5);
    checkCase(seed, "bf16", "bf16", "bf16", 8e-3);
    checkCase(seed, "f16", "f16", "f16", 1e-3);
    checkCase(seed, "f32", "bf16", "f64", 1e-5);
    for (const char *type : {"i8", "ui8", "i32", "ui64", "i1"}) checkCase(seed, type, type, type, 0);
    checkCase(seed, "i8", "i8", "i32", 0);
  }
}

// Sizes at which products are cut into blocks: several panels, chunks of the sum, partial tiles, batches.
TEST_F(ConvolutionCpu, LargerOnes) {
  const auto nchw = [&](const std::string &x, const std::string &w, const std::string &y, const std::string &numbers,
                        const std::string &groups, const std::string &type, double tolerance) {
    check("func.func @f(%x: tensor<" + x + type + ">, %w: tensor<" + w + type + ">) -> tensor<" + y + type +
              "> { %y = fx.convolution %x, %w " + numbers + " groups " + groups + " as " + type + " : (tensor<" + x +
              type + ">, tensor<" + w + type + ">) -> tensor<" + y + type + "> return %y : tensor<" + y + type + "> }",
          tolerance);
  };
  const std::string same = "strides [1, 1] pad [1, 1] x [1, 1] dilate [1, 1] x [1, 1] reverse [0, 0] ";
  const std::string chw = "dims [0, 1, 2, 3] x [0, 1, 2, 3] to [0, 1, 2, 3]",
                    hwc = "dims [0, 3, 1, 2] x [3, 2, 0, 1] to [0, 3, 1, 2]";
  for (const char *type : {"f32", "f64", "bf16"}) {
    const double tolerance = type == std::string("bf16") ? 2e-2 : 2e-4;
    nchw("2x70x19x23x", "33x70x3x3x", "2x33x19x23x", same + chw, "1 x 1", type, tolerance);
    nchw("2x19x23x70x", "3x3x70x33x", "2x19x23x33x", same + hwc, "1 x 1", type, tolerance);
    nchw("2x24x15x15x", "32x12x3x3x", "2x32x15x15x", same + chw, "2 x 1", type, tolerance);
  }
  // Strided, and the gradient of strided ones: gaps in the input.
  nchw("3x16x21x22x", "20x16x3x5x", "3x20x11x11x",
       "strides [2, 2] pad [1, 2] x [1, 2] dilate [1, 1] x [1, 1] reverse [0, 0] " + chw, "1 x 1", "f32", 2e-4);
  nchw("3x16x11x12x", "20x16x3x4x", "3x20x23x26x",
       "strides [1, 1] pad [2, 3] x [2, 3] dilate [2, 2] x [1, 1] reverse [1, 1] " + chw, "1 x 1", "f32", 2e-4);
  // The gradient of a kernel: the window is as large as an image, and a sum is long.
  nchw("8x16x20x20x", "12x16x18x18x", "8x12x3x3x",
       "strides [1, 1] pad [0, 0] x [0, 0] dilate [1, 1] x [1, 1] reverse [0, 0] " + chw, "1 x 1", "f32", 1e-3);
  nchw("16x18x18x8x", "16x18x18x12x", "8x3x3x12x",
       "strides [1, 1] pad [1, 1] x [1, 1] dilate [1, 1] x [1, 1] reverse [0, 0] dims [3, 0, 1, 2] x [3, 0, 1, 2] to "
       "[0, 3, 1, 2]",
       "1 x 1", "f32", 1e-3);
  // A colour image, features last.
  nchw("2x31x30x3x", "7x5x3x24x", "2x16x15x24x",
       "strides [2, 2] pad [3, 2] x [3, 2] dilate [1, 1] x [1, 1] reverse [0, 0] " + hwc, "1 x 1", "f32", 2e-4);
  nchw("2x31x30x3x", "7x50x3x24x", "2x31x11x24x",
       "strides [1, 1] pad [3, 15] x [3, 15] dilate [1, 1] x [1, 1] reverse [0, 0] " + hwc, "1 x 1", "f64", 1e-11);
  // One feature, few features.
  nchw("2x16x15x15x", "1x16x3x3x", "2x1x15x15x", same + chw, "1 x 1", "f32", 2e-4);
  nchw("2x16x15x15x", "3x16x3x3x", "2x3x15x15x", same + chw, "1 x 1", "f32", 2e-4);
  // One feature for each group, either layout.
  nchw("2x40x17x18x", "40x1x3x3x", "2x40x17x18x", same + chw, "40 x 1", "f32", 2e-4);
  nchw("2x17x18x40x", "3x3x1x40x", "2x17x18x40x", same + hwc, "40 x 1", "f32", 2e-4);
  nchw("2x48x16x16x", "64x48x1x1x", "2x64x16x16x",
       "strides [1, 1] pad [0, 0] x [0, 0] dilate [1, 1] x [1, 1] reverse [0, 0] " + chw, "1 x 1", "f32", 2e-4);
}

}  // namespace
}  // namespace fluxion::codegen
