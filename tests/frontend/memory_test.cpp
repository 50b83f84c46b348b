// What compiled functions take of memory: the order of their kernels.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include "tests/frontend/filled.h"

namespace fx = fluxion;
using fx::Array;

namespace {

// ---- order

constexpr int64_t kWidth = 512;
constexpr int64_t kMatrix = kWidth * kWidth * 4;  // bytes

TEST(Order, BranchesAreSummedUpOneByOne) {
  auto f = [](const std::vector<Array> &xs, const Array &w) {
    std::vector<Array> products;
    for (const Array &x : xs) products.push_back(fx::exp(fx::matmul(x, w)));
    std::vector<Array> sums;
    for (const Array &p : products) sums.push_back(fx::sum(p, 1));
    return sums;
  };
  const std::vector<Array> xs(8, fx::ones({kWidth, 8}));
  const fx::Memory memory = fx::jit(f).lower(xs, fx::ones({8, kWidth})).compile().memory();
  EXPECT_LT(memory.temporaries, 2 * kMatrix) << memory;
}

TEST(Order, MasksAreMadeWhenTheyAreNeeded) {
  auto f = [](const Array &a, const Array &v) {
    const Array mask = fx::matmul(v, v.T());
    Array y = a;
    for (int i = 0; i < 3; ++i) y = fx::tanh(fx::matmul(y, fx::matmul(a, y)));
    return fx::sum(y * mask);
  };
  const fx::Memory memory = fx::jit(f).lower(fx::ones({kWidth, kWidth}), fx::ones({kWidth, 8})).compile().memory();
  EXPECT_LE(memory.temporaries, 2 * kMatrix + (1 << 20)) << memory;
}

struct Params {
  std::vector<Array> w;
};

// All gradients are traced before the first parameter is updated; each is used up when it is there.
TEST(Order, ParametersAreUpdatedRightAfterTheirGradients) {
  constexpr int kLayers = 8;
  const auto adamw = fx::optim::adamw({.learning_rate = 1e-2});
  auto loss = [](const Params &p, const Array &x) {
    Array y = x;
    for (const Array &w : p.w) y = fx::tanh(fx::matmul(y, w));
    return fx::mean(y * y);
  };
  auto step = fx::jit([=](const Params &p, const fx::optim::State &state, const Array &x) {
    return adamw.update(p, fx::grad(loss)(p, x), state);
  });
  Params p;
  for (int i = 0; i < kLayers; ++i) p.w.push_back(filled({kWidth, kWidth}, -0.1, 0.1 + i * 1e-3));
  fx::optim::State state = adamw.init(p);
  const Array x = filled({16, kWidth});
  const fx::Memory memory =
      step.lower(Params(p), fx::optim::State(state), x).compile().memory();  // parameters and state may be taken
  EXPECT_LT(memory.temporaries, 4 * kMatrix) << memory;
  const auto [q, next] = step(p, state, x);
  const Params eager = std::get<0>(adamw.update(p, fx::grad(loss)(p, x), state));
  for (int i = 0; i < kLayers; ++i)
    EXPECT_LT(fx::max(fx::abs(q.w[i] - eager.w[i])).item<float>(), 1e-5f) << "layer " << i;
}

TEST(Order, CallsOfTheHostStayInTheirOrder) {
  auto f = fx::jit([](const Array &x) {
    const Array a = fx::matmul(x, x), b = fx::matmul(a, x), c = fx::matmul(b, x);
    fx::debug::print("first {}", fx::sum(c));
    fx::debug::print("second {}", fx::sum(b));
    fx::debug::print("third {}", fx::sum(a));
    return fx::sum(a * b * c);
  });
  testing::internal::CaptureStdout();
  f(fx::eye(kWidth));
  const std::string text = testing::internal::GetCapturedStdout();
  const size_t first = text.find("first"), second = text.find("second"), third = text.find("third");
  EXPECT_TRUE(first < second && second < third && third != std::string::npos) << text;
}

}  // namespace
