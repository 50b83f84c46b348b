// Graphs of very many operations: no recursion over them, and about linear time. The size is that of a test; by hand,
// FLUXION_LARGE_GRAPH=1000000.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <cmath>
#include <cstdlib>
#include <iostream>

namespace fx = fluxion;
using fx::Array;

namespace {

int size() {
  const char *given = std::getenv("FLUXION_LARGE_GRAPH");
  return given ? std::atoi(given) : 24000;
}

// Says how much time a test took and how much memory the process has had by now.
class LargeGraph : public testing::Test {
  static rusage usage() {
    rusage u{};
    getrusage(RUSAGE_SELF, &u);
    return u;
  }
  static double seconds() {
    const rusage u = usage();
    auto of = [](const timeval &t) { return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec); };
    return of(u.ru_utime) + of(u.ru_stime);
  }
  void SetUp() override { start_ = seconds(); }
  void TearDown() override {
    std::cout << "  " << size() << " ops: " << seconds() - start_ << " s of a processor, "
              << static_cast<double>(usage().ru_maxrss) / 1e6 << " GB\n";
  }
  double start_ = 0;

 protected:
  double seconds_so_far() const { return seconds() - start_; }
};

// Each op needs the one before.
Array chain(const Array &x) {
  Array y = x;
  for (int i = 0; i < size() / 2; ++i) y = y * 0.5f + x;
  return y;
}

// Many ops on the same value, and one that needs all of them.
Array wide(const Array &x) {
  std::vector<Array> terms;
  for (int i = 0; i < size() / 2; ++i) terms.push_back(x * static_cast<float>(i % 17));
  while (terms.size() > 1) {
    std::vector<Array> sums;
    for (size_t i = 0; i + 1 < terms.size(); i += 2) sums.push_back(terms[i] + terms[i + 1]);
    if (terms.size() % 2) sums.push_back(terms.back());
    terms = sums;
  }
  return terms[0];
}

// Shapes that a kernel cannot cross, products, and values that are needed again much later.
Array mixed(const Array &x) {
  Array y = x, w = fx::eye(4) * 0.5f, old = x;
  for (int i = 0; i < size() / 10; ++i) {
    y = fx::tanh(y) * old - fx::mean(y);
    y = fx::matmul(y, w) + fx::flip(x);
    if (i % 50 == 0) old = y;
  }
  return y + old;
}

// No two ops are alike.
Array distinct(const Array &x, int count = size() / 2) {
  Array y = x;
  for (int i = 0; i < count; ++i) y = fx::sin(y) * (1 + 1e-7f * static_cast<float>(i));
  return y;
}

float expected_chain(float x) {
  float y = x;
  for (int i = 0; i < size() / 2; ++i) y = y * 0.5f + x;
  return y;
}

Array input() { return fx::array({0.25f, 0.5f, 1.f, 2.f}); }

TEST_F(LargeGraph, ChainIsCompiled) {
  Array y = fx::jit(chain)(input());
  EXPECT_NEAR(y[0].item<float>(), expected_chain(0.25f), 1e-4);
}

TEST_F(LargeGraph, WideGraphIsCompiled) { EXPECT_TRUE(fx::all(fx::isfinite(fx::jit(wide)(input()))).item<bool>()); }

TEST_F(LargeGraph, MixedGraphIsCompiled) { EXPECT_TRUE(fx::all(fx::isfinite(fx::jit(mixed)(input()))).item<bool>()); }

TEST_F(LargeGraph, GradOfMixedGraph) {
  auto f = [](const Array &x) { return fx::sum(mixed(x)); };
  EXPECT_TRUE(fx::all(fx::isfinite(fx::jit(fx::grad(f))(input()))).item<bool>());
}

TEST_F(LargeGraph, DistinctOpsAreCompiled) {
  auto f = fx::jit([](const Array &x) { return distinct(x); });
  EXPECT_TRUE(fx::all(fx::isfinite(f(input()))).item<bool>());
}

// Kernels that differ in nothing but their numbers are compiled once, in programs that are not very long, too.
TEST_F(LargeGraph, ManyNumbersDoNotMakeManyKernels) {
  auto f = fx::jit([](const Array &x) { return distinct(x, 2000); });
  float expected = 0.25f;
  for (int i = 0; i < 2000; ++i) expected = std::sin(expected) * (1 + 1e-7f * static_cast<float>(i));
  EXPECT_NEAR(f(input())[0].item<float>(), expected, 1e-4f);
  EXPECT_LT(seconds_so_far(), 5);
}

TEST_F(LargeGraph, Grad) {
  auto f = [](const Array &x) { return fx::sum(chain(x)); };
  EXPECT_TRUE(fx::all(fx::isfinite(fx::jit(fx::grad(f))(input()))).item<bool>());
}

TEST_F(LargeGraph, Jvp) {
  auto f = fx::jit([](const Array &x) { return std::get<1>(fx::jvp(chain, std::tuple(x), std::tuple(x))); });
  EXPECT_TRUE(fx::all(fx::isfinite(f(input()))).item<bool>());
}

TEST_F(LargeGraph, Vmap) {
  EXPECT_NEAR(fx::jit(fx::vmap(chain))(input())[0].item<float>(), expected_chain(0.25f), 1e-4);
}

}  // namespace
