// Convolutions whose features lie together: every instruction set, with whole and partial tiles, and any number of
// threads, gives what loops give.
#include "convolution_pieces.h"

namespace fluxion::runtime {
namespace {

struct Case {
  int64_t batch, sums, features;
  std::vector<int64_t> sizes, window, stride, dilation, low, high;
};

// Images are batch, spatial dimensions, features; windows are spatial dimensions, sums, features.
ConvolutionPiece piece_of(const Case &c) {
  ConvolutionPiece p;
  p.batch = c.batch, p.features = c.features, p.sums = c.sums;
  p.in_feature = p.out_feature = p.window_out = 1;
  p.window_feature = c.features;
  int64_t image = c.sums, window = c.sums * c.features, out = c.features;
  p.dims.resize(c.sizes.size());
  for (size_t d = c.sizes.size(); d-- > 0;) {
    ConvolutionDim &dim = p.dims[d];
    dim.size = c.sizes[d];
    dim.taps = c.window[d];
    dim.first = -c.low[d];
    dim.step = c.stride[d];
    dim.tap_step = c.dilation[d];
    dim.count = (c.sizes[d] + c.low[d] + c.high[d] - (c.window[d] - 1) * c.dilation[d] - 1) / c.stride[d] + 1;
    dim.in_stride = image, dim.out_stride = out, dim.window_stride = window;
    image *= c.sizes[d], window *= c.window[d], out *= dim.count;
  }
  p.in_batch = image, p.out_batch = out, p.window_group = window;
  return p;
}

template <class T>
void check_case(const Case &numbers, const GemmKernels &kernels, double tolerance) {
  check_piece<T>(piece_of(numbers), tolerance,
                 [&](const auto &...arguments) { return run_pixel_piece(arguments..., kernels); });
}

const std::vector<Case> kCases = {
    {2, 40, 64, {9, 24}, {3, 3}, {1, 1}, {1, 1}, {1, 1}, {1, 1}},   // as most are
    {2, 37, 62, {9, 47}, {3, 3}, {1, 1}, {1, 1}, {1, 1}, {1, 1}},   // partial tiles of pixels and features
    {1, 40, 64, {24, 50}, {3, 3}, {1, 1}, {1, 1}, {0, 0}, {0, 0}},  // no padding
    {2, 20, 64, {25, 48}, {3, 3}, {2, 2}, {1, 1}, {1, 1}, {1, 1}},  // strided
    {2, 20, 64, {25, 48}, {3, 5}, {1, 1}, {2, 3}, {2, 6}, {2, 6}},  // dilated
    {2, 20, 64, {25, 48}, {4, 2}, {1, 1}, {1, 1}, {0, 1}, {3, 0}},  // padded on one side more than on the other
    {2, 16, 64, {400}, {7}, {1}, {1}, {3}, {3}},                    // signals
    {1, 8, 64, {5, 6, 48}, {3, 3, 3}, {1, 1, 1}, {1, 1, 1}, {1, 1, 1}, {1, 1, 1}},  // volumes
    {1, 16, 64, {6, 48}, {3, 3}, {1, 1}, {50, 20}, {50, 20}, {50, 20}},  // elements of the window that meet nothing
    {1, 16, 64, {2, 48}, {1, 3}, {1, 1}, {1, 1}, {4, 1}, {4, 1}},        // rows that meet nothing
    {1, 300, 64, {4, 48}, {3, 5}, {1, 1}, {1, 1}, {1, 2}, {1, 2}},       // several chunks of the sum
};

TEST(ConvolutionPixels, EveryInstructionSet) {
  for (const GemmKernels *kernels : instruction_sets())
    for (const Case &c : kCases) {
      SCOPED_TRACE(&c - kCases.data());
      check_case<float>(c, *kernels, 1e-3);
      check_case<double>(c, *kernels, 1e-12);
    }
}

// More than is packed at a time.
TEST(ConvolutionPixels, LargeWindow) {
  check_case<float>({1, 300, 320, {3, 48}, {5, 5}, {1, 1}, {1, 1}, {2, 2}, {2, 2}}, gemm_kernels(), 1e-3);
}

TEST(ConvolutionPixels, LeavesOthersAlone) {
  Convolution c;
  c.lhs.dtype = c.rhs.dtype = c.out.dtype = DType::f32;
  const auto runs = [&](const ConvolutionPiece &p) {
    const auto image = random_numbers<float>(p.batch * p.in_batch, 1),
               window = random_numbers<float>(p.window_group, 2);
    std::vector<float> out(static_cast<size_t>(p.batch * p.out_batch));
    return run_pixel_piece(c, p, image.data(), window.data(), out.data());
  };
  const Case fits{1, 16, 64, {6, 48}, {3, 3}, {1, 1}, {1, 1}, {1, 1}, {1, 1}};
  EXPECT_TRUE(runs(piece_of(fits)));
  ConvolutionPiece first = piece_of(fits);
  first.in_feature = 6 * 48;
  EXPECT_FALSE(runs(first));
  Case few = fits;
  few.features = 2;
  EXPECT_FALSE(runs(piece_of(few)));
  c.out.dtype = DType::bf16;
  EXPECT_FALSE(runs(piece_of(fits)));
}

}  // namespace
}  // namespace fluxion::runtime
