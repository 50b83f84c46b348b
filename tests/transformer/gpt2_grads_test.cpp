// The derivatives of a GPT's loss against central differences: first and second order, forward and reverse.
#include <fluxion/fluxion.h>
#include <fluxion/transformer/gpt2.h>
#include <fluxion/transformer/loss.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace fx = fluxion;
namespace tf = fluxion::transformer;

namespace {

TEST(Gpt2Grads, CheckGradsPassesForTheLoss) {
  const tf::gpt2::Config config{.layers = 2, .heads = 2, .width = 8, .context = 6, .vocab = 11};
  auto wide = [](const fx::Array &a) { return (a * 3).astype(fx::f64); };
  const auto params = fx::tree::map(wide, tf::gpt2::init(config, fx::random::key(0)));
  const fx::Array x = fx::random::randint(fx::random::key(1), {2, 6}, 0, 11),
                  y = fx::random::randint(fx::random::key(2), {2, 6}, 0, 11);
  auto loss = [&](const tf::gpt2::Params &p) { return tf::cross_entropy(tf::gpt2::forward(config, p, x), y); };
  fx::check_grads(loss, std::tuple(params));
}

// Attention that is found in the model, against the model as it is written.
TEST(Gpt2Grads, DoNotDependOnWhetherAttentionIsFound) {
  const tf::gpt2::Config config{.layers = 2, .heads = 3, .width = 48, .context = 70, .vocab = 11};
  const auto params =
      fx::tree::map([](const fx::Array &a) { return a * 3; }, tf::gpt2::init(config, fx::random::key(0)));
  const fx::Array x = fx::random::randint(fx::random::key(1), {2, 70}, 0, 11),
                  y = fx::random::randint(fx::random::key(2), {2, 70}, 0, 11);
  auto run = [&](int64_t &temporaries) {
    auto step = fx::jit(fx::value_and_grad(
        [&](const tf::gpt2::Params &p) { return tf::cross_entropy(tf::gpt2::forward(config, p, x), y); }));
    temporaries = step.lower(params).compile().memory().temporaries;
    return fx::tree::leaves(step(params));
  };
  int64_t with = 0, without = 0;
  const std::vector<fx::Array> found = run(with);
  setenv("FLUXION_ATTENTION", "0", 1);
  const std::vector<fx::Array> written = run(without);
  unsetenv("FLUXION_ATTENTION");
  EXPECT_LT(with, without);
  ASSERT_EQ(found.size(), written.size());
  for (size_t i = 0; i < found.size(); ++i) {
    const auto a = found[i].to_vector<float>(), b = written[i].to_vector<float>();
    float largest = 1e-4F;
    for (float v : b) largest = std::max(largest, std::abs(v));
    for (size_t j = 0; j < a.size(); ++j) ASSERT_NEAR(a[j], b[j], 2e-5 * largest) << "leaf " << i << ", element " << j;
  }
}

}  // namespace
