// Convolutions that read the image as it lies: every instruction set, with whole and partial tiles, and any number of
// threads, gives what loops give.
#include "convolution_pieces.h"

namespace fluxion::runtime {
namespace {

// Memory of exactly the size that may be read, so that sanitizers see what goes beyond it.
template <class T>
void check_kernels(const GemmKernels &kernels) {
  constexpr int64_t kSums = 3, kTaps = 4;
  for (const MicroKernel &tile : kernels.of(dtype_of<T>).micro.all) {
    if (!tile.run_image) continue;
    const int64_t plane = tile.nr + kTaps;
    const auto window = random_numbers<T>(kTaps * kSums * tile.mr, 1), image = random_numbers<T>(kSums * plane, 2);
    std::vector<ImageTap> taps(kTaps);
    for (int64_t t = 0; t < kTaps; ++t)  // all lanes of one, some of the others'
      taps[static_cast<size_t>(t)] = {t, t == 1 ? ~uint64_t{0} : 0x9e3779b97f4a7c15 * static_cast<uint64_t>(t + 1)};
    for (const int64_t accumulate : {0, 1}) {
      auto out = random_numbers<T>(tile.mr * tile.nr, 4);
      const auto before = out;
      tile.run_image(window.data(), image.data(), out.data(), taps.data(), kTaps, kSums, plane, tile.nr, accumulate);
      for (int64_t i = 0; i < tile.mr; ++i)
        for (int64_t j = 0; j < tile.nr; ++j) {
          double sum = accumulate ? static_cast<double>(before[static_cast<size_t>(i * tile.nr + j)]) : 0;
          for (int64_t t = 0; t < kTaps; ++t)
            for (int64_t p = 0; p < kSums; ++p)
              if (taps[static_cast<size_t>(t)].inside >> j & 1)
                sum += static_cast<double>(window[static_cast<size_t>((t * kSums + p) * tile.mr + i)]) *
                       static_cast<double>(image[static_cast<size_t>(p * plane + t + j)]);
          ASSERT_NEAR(static_cast<double>(out[static_cast<size_t>(i * tile.nr + j)]), sum, 1e-5)
              << tile.mr << " x " << tile.nr << ", " << i << " " << j;
        }
    }
  }
}

TEST(ConvolutionImage, Kernels) {
  for (const GemmKernels *kernels : instruction_sets()) {
    check_kernels<float>(*kernels);
    check_kernels<double>(*kernels);
  }
}

struct Case {
  int64_t groups, batch, sums, features;
  std::vector<int64_t> sizes, window, dilation, low;
};

// Channels first, as images and windows are laid out in memory.
ConvolutionPiece piece_of(const Case &c) {
  ConvolutionPiece p;
  p.groups = c.groups, p.batch = c.batch, p.features = c.features, p.sums = c.sums;
  int64_t image = 1, window = 1;
  p.dims.resize(c.sizes.size());
  for (size_t d = c.sizes.size(); d-- > 0;) {
    ConvolutionDim &dim = p.dims[d];
    dim.count = dim.size = c.sizes[d];
    dim.taps = c.window[d];
    dim.first = -c.low[d];
    dim.tap_step = c.dilation[d];
    dim.in_stride = dim.out_stride = image;
    dim.window_stride = window;
    image *= c.sizes[d];
    window *= c.window[d];
  }
  p.in_feature = p.out_feature = image;
  p.in_group = c.sums * image, p.in_batch = c.groups * p.in_group;
  p.out_group = c.features * image, p.out_batch = c.groups * p.out_group;
  p.window_feature = window, p.window_out = c.sums * window, p.window_group = c.features * p.window_out;
  return p;
}

template <class T>
void check_case(const Case &numbers, const GemmKernels &kernels, double tolerance) {
  check_piece<T>(piece_of(numbers), tolerance,
                 [&](const auto &...arguments) { return run_image_piece(arguments..., kernels); });
}

const std::vector<Case> kCases = {
    {1, 2, 70, 40, {24, 31}, {3, 3}, {1, 1}, {1, 1}},             // several chunks of the sum, partial tiles
    {1, 3, 12, 21, {32, 32}, {3, 3}, {1, 1}, {1, 1}},             // rows left over; planes of whole pages
    {1, 2, 9, 16, {30, 41}, {3, 5}, {2, 3}, {2, 6}},              // dilated
    {1, 2, 9, 16, {30, 41}, {2, 4}, {1, 1}, {0, 3}},              // padded on one side more than on the other
    {3, 2, 10, 24, {20, 29}, {3, 3}, {1, 1}, {1, 1}},             // groups
    {1, 2, 20, 16, {500}, {7}, {1}, {3}},                         // signals
    {1, 1, 6, 16, {9, 12, 20}, {3, 3, 3}, {1, 1, 1}, {1, 1, 1}},  // volumes
    {1, 1, 24, 16, {96}, {5}, {400}, {800}},                      // elements of the window that meet nothing
};

TEST(ConvolutionImage, EveryInstructionSet) {
  for (const GemmKernels *kernels : instruction_sets())
    for (const Case &c : kCases) {
      check_case<float>(c, *kernels, 1e-4);
      check_case<double>(c, *kernels, 1e-12);
    }
}

// More than is packed at a time.
TEST(ConvolutionImage, LargeWindow) {
  check_case<float>({1, 1, 300, 304, {8, 12}, {5, 5}, {1, 1}, {2, 2}}, gemm_kernels(), 1e-3);
}

TEST(ConvolutionImage, LeavesOthersAlone) {
  Convolution c;
  c.lhs.dtype = c.rhs.dtype = c.out.dtype = DType::f32;
  const auto runs = [&](ConvolutionPiece p) {
    const auto image = random_numbers<float>(p.batch * p.in_batch, 1),
               window = random_numbers<float>(p.window_group, 2);
    std::vector<float> out(static_cast<size_t>(p.batch * p.out_batch));
    return run_image_piece(c, p, image.data(), window.data(), out.data());
  };
  const Case fits{1, 1, 16, 16, {24, 24}, {3, 3}, {1, 1}, {1, 1}};
  EXPECT_TRUE(runs(piece_of(fits)));
  ConvolutionPiece strided = piece_of(fits);
  strided.dims[0].step = 2, strided.dims[0].count = 12;
  EXPECT_FALSE(runs(strided));
  ConvolutionPiece narrower = piece_of(fits);
  narrower.dims[1].first = 0, narrower.dims[1].count = 22;
  EXPECT_FALSE(runs(narrower));
  c.out.dtype = DType::bf16;
  EXPECT_FALSE(runs(piece_of(fits)));
}

}  // namespace
}  // namespace fluxion::runtime
