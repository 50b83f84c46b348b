// Programs that are given less memory than they would like: values are computed again, and the numbers stay the same.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <cstring>

#include "tests/frontend/filled.h"
#include "tests/frontend/message.h"

namespace fx = fluxion;
using fx::Array;

namespace {

bool same_bits(const Array &a, const Array &b) {
  const auto x = a.bytes(), y = b.bytes();
  return x.size() == y.size() && std::memcmp(x.data(), y.data(), x.size()) == 0;
}

// Runs f with the given shares of the temporaries that it takes by itself. Each run has the bits of the first.
template <class F, class... A>
void check_shares(const char *name, const F &f, const std::vector<double> &shares, const A &...arguments) {
  const auto plain = fx::jit(f, {.name = name}).lower(arguments...).compile();
  const std::vector<Array> expected = plain(arguments...);
  const fx::Memory all = plain.memory();
  for (double share : shares) {
    const int64_t most =
        all.peak - all.temporaries + static_cast<int64_t>(share * static_cast<double>(all.temporaries));
    const auto less = fx::jit(f, {.name = name, .max_bytes = most}).lower(arguments...).compile();
    const fx::Memory m = less.memory();
    EXPECT_LE(m.peak, most) << name << " at " << share;
    const std::vector<Array> results = less(arguments...);
    for (size_t i = 0; i < results.size(); ++i)
      EXPECT_TRUE(same_bits(results[i], expected[i])) << name << " at " << share << ": result " << i;
  }
}

// ---- a chain of layers

struct Layers {
  std::vector<Array> w, b;
};

Layers layers(int count, int64_t width) {
  Layers p;
  for (int i = 0; i < count; ++i) {
    p.w.push_back(filled({width, width}, -0.2, 0.2 + 1e-3 * i));
    p.b.push_back(filled({width}, -0.1, 0.1));
  }
  return p;
}

Array loss_of(const Layers &p, const Array &x) {
  Array y = x;
  for (size_t i = 0; i < p.w.size(); ++i) y = y + fx::nn::gelu(fx::matmul(y, p.w[i]) + p.b[i]);
  return fx::mean(y * y);
}

TEST(Rematerialize, DeepLayersFit) {
  check_shares("layers", fx::grad(loss_of), {1.0, 0.75, 0.5, 0.35, 0.25}, layers(24, 64), filled({2048, 64}));
}

// Reductions, convolutions, sorts, random numbers and several results of a kernel.
TEST(Rematerialize, OpsOfAllKindsHaveTheSameBits) {
  auto f = [](const Array &x, const Array &w) {
    std::vector<Array> kept{x};
    for (int i = 0; i < 3; ++i) {
      const Array y = kept.back();
      kept.push_back(fx::nn::softmax(fx::matmul(y, w), -1) * y);
      kept.push_back(fx::cumsum(fx::sort(kept.back(), 1), 1));
      kept.push_back(kept.back() - fx::mean(kept.back(), 0) + fx::random::uniform(fx::random::key(i), {1024, 64}));
      kept.push_back(fx::sin(kept.back()) * fx::exp(-kept.back()));
    }
    Array y = kept.back();
    for (size_t i = kept.size(); i-- > 0;) y = fx::matmul(y, w) + fx::flip(kept[i]) * y;
    return y;
  };
  check_shares("ops", f, {1.0, 0.75, 0.5, 0.4}, filled({1024, 64}), filled({64, 64}, -0.3, 0.2));
}

TEST(Rematerialize, HalfPrecisionHasTheSameBits) {
  auto half = [](const Array &x) { return x.astype(fx::bf16); };
  const Layers p = layers(12, 64);
  check_shares("bf16", fx::grad([](const Layers &p, const Array &x) { return loss_of(p, x).astype(fx::f32); }),
               {0.7, 0.45}, fx::tree::map(half, p), half(filled({1024, 64})));
}

TEST(Rematerialize, WithinLoops) {
  const Layers p = layers(12, 64);
  auto f = [p](const Array &x) {
    return fx::fori_loop(
        0, 3,
        [p](const Array &, const Array &c) {
          return c - 0.1f * fx::grad([p](const Array &y) { return loss_of(p, y); })(c);
        },
        x);
  };
  check_shares("loop", f, {0.75, 0.55}, filled({1024, 64}));
}

TEST(Rematerialize, CallsOfTheHostAreMadeOnce) {
  const Layers p = layers(8, 64);
  const Array x = filled({2048, 64});
  auto f = [](const Layers &p, const Array &x) {
    return fx::grad([&](const Array &y) {
      const Array z = fx::tanh(fx::matmul(y, p.w[0]));
      fx::debug::print("sum {}", fx::sum(z));
      return loss_of(p, z);
    })(x);
  };
  const fx::Memory all = fx::jit(f).lower(p, x).compile().memory();
  auto less = fx::jit(f, {.max_bytes = all.peak - all.temporaries / 2});
  testing::internal::CaptureStdout();
  less(p, x);
  const std::string text = testing::internal::GetCapturedStdout();
  EXPECT_NE(text.find("sum"), std::string::npos);
  EXPECT_EQ(text.find("sum"), text.rfind("sum")) << text;
}

TEST(Rematerialize, WhatCannotFitIsRefused) {
  const Layers p = layers(8, 64);
  const Array x = filled({4096, 64});
  const std::string text = message<fx::CompileError>(
      [&] { fx::jit(fx::grad(loss_of), {.name = "layers", .max_bytes = fx::mib(1.5)})(p, x); });
  EXPECT_NE(text.find("fluxion: jit: 'layers' needs "), std::string::npos) << text;
  EXPECT_NE(text.find("may take 1.5 MiB; the largest values, where most is in memory:"), std::string::npos) << text;
  EXPECT_NE(text.find("f32[4096,64]  rematerialize_test.cpp:"), std::string::npos) << text;
}

// ---- the least that a program needs

// The bytes of which a refusal says that f needs them.
template <class F, class... A>
int64_t needed(const F &f, int64_t most, const A &...arguments) {
  const std::string text =
      message<fx::CompileError>([&] { fx::jit(f, {.name = "f", .max_bytes = most})(arguments...); });
  const size_t open = text.find(" (");
  return open == std::string::npos ? 0 : std::stoll(text.substr(open + 2));
}

// With what the refusal names f fits, with one byte less it does not, and other limits make no difference.
template <class F, class... A>
void check_needs(const std::string &name, const F &f, const A &...arguments) {
  const auto plain = fx::jit(f).lower(arguments...).compile();
  const std::vector<Array> expected = plain(arguments...);
  const fx::Memory all = plain.memory();
  const int64_t least = needed(f, all.peak - all.temporaries, arguments...);
  ASSERT_GT(least, all.peak - all.temporaries) << name;
  ASSERT_LE(least, all.peak) << name;
  EXPECT_EQ(needed(f, 1, arguments...), least) << name;
  EXPECT_EQ(needed(f, least - 1, arguments...), least) << name;
  const auto fitted = fx::jit(f, {.max_bytes = least}).lower(arguments...).compile();
  EXPECT_LE(fitted.memory().peak, least) << name;
  const std::vector<Array> results = fitted(arguments...);
  for (size_t i = 0; i < results.size(); ++i) EXPECT_TRUE(same_bits(results[i], expected[i])) << name << ": " << i;
  const int64_t between = (least + all.peak) / 2;
  EXPECT_LE(fx::jit(f, {.max_bytes = between}).lower(arguments...).compile().memory().peak, between) << name;
}

TEST(Rematerialize, ARefusalNamesTheLeast) {
  check_needs("layers", fx::grad(loss_of), layers(12, 64), filled({1024, 64}));
}

// A program of random ops, each on two of the values so far.
Array random_program(uint32_t seed, const Array &x, const Array &w) {
  auto next = [&seed](uint32_t n) {
    seed = seed * 1664525 + 1013904223;
    return (seed >> 16) % n;
  };
  std::vector<Array> values{x};
  for (int i = 0; i < 24; ++i) {
    const Array &a = values[next(static_cast<uint32_t>(values.size()))], &b = values.back();
    switch (next(6)) {
      case 0:
        values.push_back(fx::matmul(a, w));
        break;
      case 1:
        values.push_back(fx::nn::softmax(a, -1) * b);
        break;
      case 2:
        values.push_back(fx::tanh(a) + b);
        break;
      case 3:
        values.push_back(fx::concatenate({fx::cumsum(a, 0)[fx::slice(0, 128)], b[fx::slice(128, 512)]}, 0));
        break;
      case 4:
        values.push_back(a - fx::mean(b, 0));
        break;
      default:
        values.push_back(fx::sin(fx::matmul(b, w)) * a);
    }
  }
  Array sum = values.back();
  for (const Array &v : values) sum = fx::flip(v) * sum;
  return sum;
}

TEST(Rematerialize, RefusalsOfRandomProgramsNameTheLeast) {
  for (uint32_t seed = 0; seed < 12; ++seed) {
    auto f = [seed](const Array &x, const Array &w) { return random_program(seed, x, w); };
    check_needs("program " + std::to_string(seed), f, filled({512, 64}), filled({64, 64}, -0.3, 0.2));
    if (seed % 3 == 0)
      check_needs("gradient " + std::to_string(seed),
                  fx::grad([f](const Array &x, const Array &w) { return fx::sum(f(x, w)); }), filled({512, 64}),
                  filled({64, 64}, -0.3, 0.2));
  }
}

}  // namespace
