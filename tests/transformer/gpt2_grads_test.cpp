// The derivatives of a GPT's loss against central differences: first and second order, forward and reverse.
#include <fluxion/fluxion.h>
#include <fluxion/transformer/gpt2.h>
#include <fluxion/transformer/loss.h>
#include <gtest/gtest.h>

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

}  // namespace
