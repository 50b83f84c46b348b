// The micro-kernels for tile registers on a model of these registers: alone, with operands packed and as they lie, with
// every tail of k; and in whole products, which cut, pack, put together and store as for any other kernel.
#include <gtest/gtest.h>

#include <random>

#include "runtime/gemm.h"
#include "runtime/thread_pool.h"
#include "tests/runtime/tile_model.h"

namespace fluxion::runtime {
namespace {

constexpr MicroKernels kPairs = tiles::kernels<ModelBf16>(), kFours = tiles::kernels<ModelI8>();

uint16_t bf16_of(float x) { return from_float(DType::bf16, x); }

TEST(TileModel, AddsEvenAndOddStepsApartAndTakesSubnormalsForZero) {
  TileConfig config;
  for (int t : {0, 1, 2}) config.rows[t] = t == 2 ? 2 : 1, config.bytes[t] = t == 1 ? 8 : 4;
  ModelBf16::configure(config);
  const float big = 0x1p30f;
  const uint16_t a[4] = {bf16_of(big), bf16_of(1), bf16_of(-big), bf16_of(0x1p-130f)};
  const uint16_t b[4] = {bf16_of(1), bf16_of(1), bf16_of(1), bf16_of(0x1p100f)};
  float c = 2;
  ModelBf16::load<0>(&c, 4);
  ModelBf16::load<1>(a, 8);
  ModelBf16::load<2>(b, 4);
  ModelBf16::multiply<0, 1, 2>();
  ModelBf16::store<0>(&c, 4);
  ModelBf16::release();
  EXPECT_EQ(c, 3);  // 2 + ((2³⁰ − 2³⁰) + (1 + 0))
}

TEST(GemmTiles, AreRightWhereAnyMachineWouldBe) {
  for (int i = 0; i < 3; ++i) {
    EXPECT_TRUE(tiles::is_right(kPairs.all[i], 2)) << i;
    EXPECT_TRUE(tiles::is_right(kFours.all[i], 4)) << i;
  }
  EXPECT_FALSE(tiles::is_right(kPairs.all[0], 4));
}

// Whole numbers, of which no order of sums changes a bit. A lies in panels, by rows of groups, or strided.
enum class Lies { panels, rows, strided };
void check_kernel(const MicroKernel &kernel, int group, int64_t k, Lies lies, bool accumulate) {
  std::mt19937 random(static_cast<unsigned>(k + kernel.nr));
  auto number = [&] { return static_cast<int>(random() % 9) - 4; };
  const int64_t row = lies == Lies::panels ? 1
                      : lies == Lies::rows ? k + 3
                                           : 2 * k + 5,
                column = lies == Lies::panels ? kernel.mr
                         : lies == Lies::rows ? 1
                                              : 2;
  std::vector<int> a(static_cast<size_t>(kernel.mr * k * group)), b(static_cast<size_t>(kernel.nr * k * group));
  for (int &n : a) n = number();
  for (int &n : b) n = number();
  auto grouped = [&](const std::vector<int> &x, int64_t lane, int64_t p) {
    uint32_t all = 0;
    for (int h = 0; h < group; ++h) {
      const int n = x[static_cast<size_t>((lane * k + p) * group + h)];
      const uint32_t bits = group == 2 ? bf16_of(static_cast<float>(n)) : static_cast<uint32_t>(n) & 0xff;
      all |= bits << (32 / group * h);
    }
    return all;
  };
  const int64_t c_row = kernel.nr + 5;
  std::vector<uint32_t> pa(static_cast<size_t>(kernel.mr * row + k * column + 1)),
      pb(static_cast<size_t>(k * kernel.nr)), pc(static_cast<size_t>(kernel.mr * c_row), 0);
  for (int64_t p = 0; p < k; ++p) {
    for (int64_t i = 0; i < kernel.mr; ++i) pa[static_cast<size_t>(i * row + p * column)] = grouped(a, i, p);
    for (int64_t j = 0; j < kernel.nr; ++j) pb[static_cast<size_t>(p * kernel.nr + j)] = grouped(b, j, p);
  }
  const float seven = 7;
  uint32_t start = 7;
  if (group == 2) std::memcpy(&start, &seven, 4);
  for (uint32_t &c : pc) c = start;
  kernel.run(pa.data(), pb.data(), pc.data(), k, row, column, kernel.nr, c_row, accumulate);
  for (int64_t i = 0; i < kernel.mr; ++i)
    for (int64_t j = 0; j < c_row; ++j) {
      int sum = j < kernel.nr && !accumulate ? 0 : 7;
      for (int64_t p = 0; p < k * group && j < kernel.nr; ++p)
        sum += a[static_cast<size_t>(i * k * group + p)] * b[static_cast<size_t>(j * k * group + p)];
      const uint32_t bits = pc[static_cast<size_t>(i * c_row + j)];
      float f;
      std::memcpy(&f, &bits, 4);
      ASSERT_EQ(group == 2 ? static_cast<int>(f) : static_cast<int>(bits), sum)
          << "at " << i << ", " << j << " of k " << k << ", groups of " << group << ", nr " << kernel.nr;
    }
}

TEST(GemmTiles, MultiplyWhateverTheTailOfKAndHoweverALies) {
  for (int group : {2, 4})
    for (const MicroKernel &kernel : (group == 2 ? kPairs : kFours).all)
      for (int64_t k = 1; kernel.run && k <= 50; k += k < 34 ? 1 : 7)
        for (Lies lies : {Lies::panels, Lies::rows, Lies::strided})
          for (bool accumulate : {false, true}) check_kernel(kernel, group, k, lies, accumulate);
}

// A product as codegen would give it a kernel: which the runtime blocks, packs, sums up in chunks of k and stores.
void check_product(const MicroKernel &kernel, int64_t m, int64_t n, int64_t k, bool a_by_columns, bool b_by_columns) {
  std::mt19937 random(static_cast<unsigned>(m * 131 + n * 17 + k));
  std::normal_distribution<float> normal;
  std::vector<uint16_t> a(static_cast<size_t>(m * k)), b(static_cast<size_t>(k * n));
  for (uint16_t &x : a) x = bf16_of(normal(random));
  for (uint16_t &x : b) x = bf16_of(normal(random));
  GemmStep step;
  step.dtype = DType::bf16, step.out_dtype = DType::f32;
  step.m = m, step.n = n, step.k = k;
  step.a.row_stride = a_by_columns ? 1 : k, step.a.column_stride = a_by_columns ? m : 1;
  step.b.row_stride = b_by_columns ? 1 : n, step.b.column_stride = b_by_columns ? k : 1;
  step.out.row_stride = n, step.out.column_stride = 1;
  auto code = std::make_shared<Code>();
  code->address = reinterpret_cast<decltype(code->address)>(kernel.run);
  step.micro_kernel = code;
  step.mr = kernel.mr, step.nr = kernel.nr, step.pairs = true;
  std::vector<float> out(static_cast<size_t>(m * n), -1);
  ThreadPool pool(2);
  run_gemm(step, a.data(), b.data(), out.data(), nullptr, pool);
  auto value = [](uint16_t x) { return static_cast<double>(to_float(DType::bf16, x)); };
  for (int64_t i = 0; i < m; ++i)
    for (int64_t j = 0; j < n; ++j) {
      double sum = 0, size = 0;
      for (int64_t p = 0; p < k; ++p) {
        const double term = value(a[static_cast<size_t>(i * step.a.row_stride + p * step.a.column_stride)]) *
                            value(b[static_cast<size_t>(p * step.b.row_stride + j * step.b.column_stride)]);
        sum += term, size += std::abs(term);
      }
      ASSERT_NEAR(out[static_cast<size_t>(i * n + j)], sum, 1e-6 * size + 1e-30) << m << "x" << n << "x" << k;
    }
}

TEST(GemmTiles, ServeWholeProducts) {
  for (const MicroKernel &kernel : kPairs.all)
    if (kernel.run)
      for (auto [m, n, k] : {std::tuple(16, 64, 32), {33, 70, 50}, {17, 130, 514}, {100, 40, 1030}, {64, 300, 96}})
        for (bool a : {false, true})
          for (bool b : {false, true}) check_product(kernel, m, n, k, a, b);
}

}  // namespace
}  // namespace fluxion::runtime
