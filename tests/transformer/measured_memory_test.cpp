// What compiled functions say that they take, beside what the process takes when they run.
#include <fluxion/fluxion.h>
#include <fluxion/transformer/gpt2.h>
#include <fluxion/transformer/loss.h>
#include <gtest/gtest.h>
#include <malloc.h>
#include <unistd.h>

#include <cmath>
#include <fstream>
#include <iostream>

#include "tests/frontend/filled.h"

namespace fx = fluxion;
namespace tf = fluxion::transformer;
using fx::Array;

namespace {

// Blocks that are free are not kept, before the first is made.
[[maybe_unused]] const int no_cache = setenv("FLUXION_MEMORY_CACHE", "0", 1);

// A field of /proc/self/status, in bytes.
double status(const std::string &field) {
  std::ifstream file("/proc/self/status");
  for (std::string line; std::getline(file, line);)
    if (line.rfind(field + ":", 0) == 0) return std::stod(line.substr(field.size() + 1)) * 1024;
  return 0;
}

// How much the process grows while f runs for the first time; the arguments and constants were there before.
double growth(const fx::CompiledFunction &f, const std::vector<Array> &arguments) {
  malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << "5";
  const double before = status("VmRSS");
  const std::vector<Array> results = f(arguments);
  return status("VmHWM") - before;
}

// Ends the process: with 0 if f takes what it says, to 5 %.
template <class F, class... A>
[[noreturn]] void measure(const F &function, const A &...arguments) {
  const auto f = fx::jit(function).lower(arguments...).compile();
  const fx::Memory m = f.memory();
  std::vector<Array> leaves;
  for (const auto &part : {fx::tree::leaves(arguments)...}) leaves.insert(leaves.end(), part.begin(), part.end());
  const double measured = static_cast<double>(m.arguments + m.constants) + growth(f, leaves);
  const double ratio = measured / static_cast<double>(m.peak);
  std::cerr << "measured " << measured << " bytes, " << ratio << " of what it says:\n" << m;
  _exit(std::abs(ratio - 1) < 0.05 ? 0 : 1);
}

// A process for each, since threads keep their workspace.
#define EXPECT_MEASURED(...) EXPECT_EXIT(measure(__VA_ARGS__), testing::ExitedWithCode(0), "measured")

class MeasuredMemory : public testing::Test {
  void SetUp() override {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    std::ofstream refs("/proc/self/clear_refs");
    if (!(refs << "5" << std::flush) || status("VmHWM") == 0) GTEST_SKIP() << "the peak of a process cannot be reset";
  }
};

Array square(int64_t n) { return filled({n, n}); }

TEST_F(MeasuredMemory, Elementwise) {
  EXPECT_MEASURED([](const Array &x, const Array &y) { return fx::tanh(x) * y + 1; }, square(4096), square(4096));
}
TEST_F(MeasuredMemory, Softmax) {
  EXPECT_MEASURED([](const Array &x) { return fx::nn::softmax(x, -1); }, square(4096));
}
TEST_F(MeasuredMemory, Transposition) {
  EXPECT_MEASURED([](const Array &x, const Array &y) { return x.T() + y; }, square(4096), square(4096));
}
TEST_F(MeasuredMemory, SortOfLines) {
  EXPECT_MEASURED([](const Array &x) { return fx::sort(x, 0); }, square(4096));
}
TEST_F(MeasuredMemory, SortOfOneLine) {
  EXPECT_MEASURED([](const Array &x) { return fx::sort(x); }, filled({8 << 20}));
}
TEST_F(MeasuredMemory, FourierTransforms) {
  EXPECT_MEASURED([](const Array &x) { return fx::abs(fx::fft::fft(x.astype(fx::c64))); }, square(4096));
}
TEST_F(MeasuredMemory, Product) {
  EXPECT_MEASURED([](const Array &x, const Array &y) { return fx::matmul(x, y); }, square(3072), square(3072));
}
TEST_F(MeasuredMemory, ProductWithEpilogue) {
  EXPECT_MEASURED([](const Array &x, const Array &y) { return fx::tanh(fx::matmul(x, y)) + x; }, square(3072),
                  square(3072));
}
TEST_F(MeasuredMemory, ProductOfHalves) {
  auto half = [](const Array &x) { return x.astype(fx::bf16); };
  EXPECT_MEASURED([](const Array &x, const Array &y) { return fx::matmul(x, y.T()); }, half(square(3072)),
                  half(square(3072)));
}
TEST_F(MeasuredMemory, LongSums) {
  EXPECT_MEASURED([](const Array &x, const Array &y) { return fx::matmul(x.T(), y); }, filled({1 << 18, 64}),
                  filled({1 << 18, 96}));
}
TEST_F(MeasuredMemory, GradientOfAnEmbedding) {
  auto f = fx::grad([](const Array &table, const Array &ids) { return fx::sum(fx::sin(table[ids])); });
  EXPECT_MEASURED(f, filled({50257, 768}), fx::random::randint(fx::random::key(2), {8192}, 0, 50257));
}
TEST_F(MeasuredMemory, GradientOfAConvolution) {
  auto f = fx::grad([](const Array &w, const Array &x) { return fx::sum(fx::sin(fx::conv(x, w, {1, 1}, "SAME"))); });
  EXPECT_MEASURED(f, filled({64, 64, 3, 3}), filled({64, 64, 56, 56}));
}
TEST_F(MeasuredMemory, GradientOfLayers) {
  auto f = fx::grad([](const std::vector<Array> &w, const Array &x) {
    Array y = x;
    for (const Array &a : w) y = fx::tanh(fx::matmul(y, a));
    return fx::sum(y * y);
  });
  EXPECT_MEASURED(f, std::vector<Array>(8, square(1024)), filled({4096, 1024}));
}
TEST_F(MeasuredMemory, Loop) {
  auto f = [](const Array &x) {
    return fx::fori_loop(0, 2, [](const Array &, const Array &c) { return fx::matmul(fx::tanh(c), c); }, x);
  };
  EXPECT_MEASURED(f, square(3072));
}
TEST_F(MeasuredMemory, GradientOfAGpt) {
  const tf::gpt2::Config config{.layers = 4, .heads = 6, .width = 384, .context = 256, .vocab = 65};
  auto f = fx::grad([config](const tf::gpt2::Params &p, const Array &ids) {
    return tf::cross_entropy(tf::gpt2::forward(config, p, ids), ids);
  });
  EXPECT_MEASURED(f, tf::gpt2::init(config, fx::random::key(0)),
                  fx::random::randint(fx::random::key(1), {8, 256}, 0, 65));
}

Array attention(const Array &q, const Array &k, const Array &v) {
  const Array scores = fx::matmul(q, fx::swapaxes(k, -1, -2)) * 0.125;
  return fx::sum(fx::sin(fx::matmul(fx::nn::softmax(scores, -1), v)));
}
TEST_F(MeasuredMemory, GradientOfAttention) {
  EXPECT_MEASURED((fx::grad<0, 1, 2>(attention)), filled({2, 2, 6144, 64}), filled({2, 2, 6144, 64}, -0.5),
                  filled({2, 2, 6144, 64}, 0));
}
TEST_F(MeasuredMemory, TangentsOfAttention) {
  auto f = [](const Array &q, const Array &k, const Array &v) {
    return fx::jvp(attention, std::tuple(q, k, v), std::tuple(k, v, q));
  };
  EXPECT_MEASURED(f, filled({2, 2, 6144, 64}), filled({2, 2, 6144, 64}, -0.5), filled({2, 2, 6144, 64}, 0));
}
TEST_F(MeasuredMemory, TangentsOfAttentionsGradient) {
  auto f = [](const Array &q, const Array &k, const Array &v) {
    return std::get<1>(fx::jvp(fx::grad<0, 1, 2>(attention), std::tuple(q, k, v), std::tuple(k, v, q)));
  };
  EXPECT_MEASURED(f, filled({2, 2, 6144, 64}), filled({2, 2, 6144, 64}, -0.5), filled({2, 2, 6144, 64}, 0));
}

}  // namespace
