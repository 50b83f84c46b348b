// A GPT's training that is given less memory than it would like.
#include <fluxion/fluxion.h>
#include <fluxion/transformer/gpt2.h>
#include <fluxion/transformer/loss.h>
#include <gtest/gtest.h>

#include <cstring>

namespace fx = fluxion;
namespace tf = fluxion::transformer;
using fx::Array;

namespace {

bool same_bits(const Array &a, const Array &b) {
  const auto x = a.bytes(), y = b.bytes();
  return x.size() == y.size() && std::memcmp(x.data(), y.data(), x.size()) == 0;
}

TEST(GptMemory, GradientsFitAndHaveTheSameBits) {
  const tf::gpt2::Config config{.layers = 6, .heads = 4, .width = 64, .context = 64, .vocab = 65};
  const auto params = tf::gpt2::init(config, fx::random::key(0));
  const Array x = fx::random::randint(fx::random::key(1), {8, 64}, 0, 65),
              y = fx::random::randint(fx::random::key(2), {8, 64}, 0, 65);
  auto f = fx::value_and_grad(
      [&](const tf::gpt2::Params &p) { return tf::cross_entropy(tf::gpt2::forward(config, p, x), y); });
  const auto plain = fx::jit(f).lower(params).compile();
  const std::vector<Array> expected = plain(params);
  const fx::Memory all = plain.memory();
  int64_t steps = plain.cost().steps;
  for (double share : {1.0, 0.75, 0.5, 0.35}) {
    const int64_t most =
        all.peak - all.temporaries + static_cast<int64_t>(share * static_cast<double>(all.temporaries));
    const auto less = fx::jit(f, {.max_bytes = most}).lower(params).compile();
    EXPECT_LE(less.memory().peak, most) << share << "\n" << less.memory();
    EXPECT_GE(less.cost().steps, steps);
    steps = less.cost().steps;
    const std::vector<Array> results = less(params);
    ASSERT_EQ(results.size(), expected.size());
    for (size_t i = 0; i < results.size(); ++i) EXPECT_TRUE(same_bits(results[i], expected[i])) << share << ", " << i;
  }
}

// What the refusal of a step names is enough, and one byte less is not.
TEST(GptMemory, ARefusalNamesTheLeast) {
  const tf::gpt2::Config config{.layers = 3, .heads = 4, .width = 64, .context = 64, .vocab = 65};
  const auto params = tf::gpt2::init(config, fx::random::key(0));
  const Array x = fx::random::randint(fx::random::key(1), {8, 64}, 0, 65);
  auto f = fx::value_and_grad(
      [&](const tf::gpt2::Params &p) { return tf::cross_entropy(tf::gpt2::forward(config, p, x), x); });
  auto fits = [&](int64_t most) {
    return fx::jit(f, {.max_bytes = most}).lower(params).compile().memory().peak <= most;
  };
  const int64_t least = fx::jit(f, {.max_bytes = 1}).lower(params).compile().memory().peak;
  const fx::Memory all = fx::jit(f).lower(params).compile().memory();
  EXPECT_LT(least, all.peak - all.temporaries * 2 / 3);
  EXPECT_TRUE(fits(least));
  EXPECT_FALSE(fits(least - 1));
}

}  // namespace
