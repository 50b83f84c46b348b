// What compiled functions say that they take, beside what the process takes when they run.
#include "tests/frontend/measured_memory.h"

#include <fluxion/transformer/gpt2.h>
#include <fluxion/transformer/loss.h>

namespace fx = fluxion;
namespace tf = fluxion::transformer;
using fx::Array;
using measured::MeasuredMemory;
using measured::square;

namespace {

TEST_F(MeasuredMemory, Elementwise) {
  EXPECT_MEASURED(0, [](const Array &x, const Array &y) { return fx::tanh(x) * y + 1; }, square(4096), square(4096));
}
TEST_F(MeasuredMemory, Softmax) {
  EXPECT_MEASURED(0, [](const Array &x) { return fx::nn::softmax(x, -1); }, square(4096));
}
TEST_F(MeasuredMemory, Transposition) {
  EXPECT_MEASURED(0, [](const Array &x, const Array &y) { return x.T() + y; }, square(4096), square(4096));
}
TEST_F(MeasuredMemory, SortOfLines) {
  EXPECT_MEASURED(0, [](const Array &x) { return fx::sort(x, 0); }, square(4096));
}
TEST_F(MeasuredMemory, SortOfOneLine) {
  EXPECT_MEASURED(0, [](const Array &x) { return fx::sort(x); }, filled({8 << 20}));
}
TEST_F(MeasuredMemory, FourierTransforms) {
  EXPECT_MEASURED(0, [](const Array &x) { return fx::abs(fx::fft::fft(x.astype(fx::c64))); }, square(4096));
}
TEST_F(MeasuredMemory, Product) {
  EXPECT_MEASURED(0, [](const Array &x, const Array &y) { return fx::matmul(x, y); }, square(3072), square(3072));
}
TEST_F(MeasuredMemory, ProductWithEpilogue) {
  EXPECT_MEASURED(
      0, [](const Array &x, const Array &y) { return fx::tanh(fx::matmul(x, y)) + x; }, square(3072), square(3072));
}
TEST_F(MeasuredMemory, ProductOfHalves) {
  auto half = [](const Array &x) { return x.astype(fx::bf16); };
  EXPECT_MEASURED(
      0, [](const Array &x, const Array &y) { return fx::matmul(x, y.T()); }, half(square(3072)), half(square(3072)));
}
TEST_F(MeasuredMemory, LongSums) {
  EXPECT_MEASURED(
      0, [](const Array &x, const Array &y) { return fx::matmul(x.T(), y); }, filled({1 << 18, 64}),
      filled({1 << 18, 96}));
}
TEST_F(MeasuredMemory, GradientOfAnEmbedding) {
  auto f = fx::grad([](const Array &table, const Array &ids) { return fx::sum(fx::sin(table[ids])); });
  EXPECT_MEASURED(0, f, filled({50257, 768}), fx::random::randint(fx::random::key(2), {8192}, 0, 50257));
}
TEST_F(MeasuredMemory, GradientOfAConvolution) {
  auto f = fx::grad([](const Array &w, const Array &x) { return fx::sum(fx::sin(fx::conv(x, w, {1, 1}, "SAME"))); });
  EXPECT_MEASURED(0, f, filled({64, 64, 3, 3}), filled({64, 64, 56, 56}));
}
TEST_F(MeasuredMemory, GradientOfLayers) {
  auto f = fx::grad([](const std::vector<Array> &w, const Array &x) {
    Array y = x;
    for (const Array &a : w) y = fx::tanh(fx::matmul(y, a));
    return fx::sum(y * y);
  });
  EXPECT_MEASURED(0, f, std::vector<Array>(8, square(1024)), filled({4096, 1024}));
}
TEST_F(MeasuredMemory, Loop) {
  auto f = [](const Array &x) {
    return fx::fori_loop(0, 2, [](const Array &, const Array &c) { return fx::matmul(fx::tanh(c), c); }, x);
  };
  EXPECT_MEASURED(0, f, square(3072));
}
TEST_F(MeasuredMemory, GradientOfAGpt) {
  const tf::gpt2::Config config{.layers = 4, .heads = 6, .width = 384, .context = 256, .vocab = 65};
  auto f = fx::grad([config](const tf::gpt2::Params &p, const Array &ids) {
    return tf::cross_entropy(tf::gpt2::forward(config, p, ids), ids);
  });
  EXPECT_MEASURED(0, f, tf::gpt2::init(config, fx::random::key(0)),
                  fx::random::randint(fx::random::key(1), {8, 256}, 0, 65));
}

Array attention(const Array &q, const Array &k, const Array &v) {
  const Array scores = fx::matmul(q, fx::swapaxes(k, -1, -2)) * 0.125;
  return fx::sum(fx::sin(fx::matmul(fx::nn::softmax(scores, -1), v)));
}
TEST_F(MeasuredMemory, GradientOfAttention) {
  EXPECT_MEASURED(0, (fx::grad<0, 1, 2>(attention)), filled({2, 2, 6144, 64}), filled({2, 2, 6144, 64}, -0.5),
                  filled({2, 2, 6144, 64}, 0));
}
TEST_F(MeasuredMemory, TangentsOfAttention) {
  auto f = [](const Array &q, const Array &k, const Array &v) {
    return fx::jvp(attention, std::tuple(q, k, v), std::tuple(k, v, q));
  };
  EXPECT_MEASURED(0, f, filled({2, 2, 6144, 64}), filled({2, 2, 6144, 64}, -0.5), filled({2, 2, 6144, 64}, 0));
}
TEST_F(MeasuredMemory, TangentsOfAttentionsGradient) {
  auto f = [](const Array &q, const Array &k, const Array &v) {
    return std::get<1>(fx::jvp(fx::grad<0, 1, 2>(attention), std::tuple(q, k, v), std::tuple(k, v, q)));
  };
  EXPECT_MEASURED(0, f, filled({2, 2, 6144, 64}), filled({2, 2, 6144, 64}, -0.5), filled({2, 2, 6144, 64}, 0));
}

}  // namespace
