// Optimisers against their formulas, worked out by hand in double precision.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <cmath>
#include <optional>

namespace fx = fluxion;

namespace {

struct Params {
  fx::Array w, b;
};
Params params() { return {fx::array({1.f, -2.f}), fx::array(0.5f)}; }
Params gradients() { return {fx::array({0.1f, 0.2f}), fx::array(-0.3f)}; }

TEST(Sgd, WithMomentum) {
  auto o = fx::optim::sgd({.learning_rate = 0.1, .momentum = 0.9});
  Params p = params();
  auto s = o.init(p);
  for (int i = 0; i < 2; ++i) std::tie(p, s) = o.update(p, gradients(), s);
  EXPECT_NEAR(p.w[0].item<float>(), 1 - 0.1 * (0.1 + 0.19), 1e-6);
  EXPECT_EQ(s.step.item<int>(), 2);
}

// What follows from the step's number alone is staged once, for however many parameters, and anew for each update; and
// so are the numbers of the formula, and those broadcast to a shape.
TEST(AdamW, SharesWhatIsTheSameForAllParameters) {
  int asked = 0;
  auto rate = [&](const fx::Array &step) { return ++asked, fx::astype(step, fx::f32) * 0.5; };
  auto o = fx::optim::adamw({.learning_rate = fx::optim::Schedule(rate)});
  auto count = [](const std::string &text, std::string_view what) {
    int n = 0;
    for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
    return n;
  };
  std::optional<std::pair<int, int>> numbers;
  for (size_t leaves : {1, 20}) {
    const std::vector<fx::Array> p(leaves, fx::ones({3}));
    const auto s = o.init(p);
    asked = 0;
    const std::string ir = fx::make_ir([&](const std::vector<fx::Array> &p, const fx::optim::State &s) {
      auto [q, t] = o.update(p, p, s);
      return o.update(q, q, t);
    })(p, s);
    EXPECT_EQ(count(ir, "fx.power"), 4) << leaves;
    EXPECT_EQ(count(ir, "fx.sqrt"), 2 * static_cast<int>(leaves));
    EXPECT_EQ(asked, 2);
    const std::pair now(count(ir, "fx.constant"), count(ir, "fx.broadcast_in_dim"));
    EXPECT_EQ(now, numbers.value_or(now));
    numbers = now;
  }
}

TEST(AdamW, ThreeSteps) {
  auto o = fx::optim::adamw({.learning_rate = 0.01, .beta1 = 0.9, .beta2 = 0.95, .weight_decay = 0.1});
  Params p = params();
  auto s = o.init(p);
  auto step = fx::jit([&](const Params &p, const fx::optim::State &s) { return o.update(p, gradients(), s); });
  double w = -2, m = 0, v = 0;
  for (int t = 1; t <= 3; ++t) {
    std::tie(p, s) = step(p, s);
    m = 0.9 * m + 0.1 * 0.2;
    v = 0.95 * v + 0.05 * 0.04;
    w -= 0.01 * ((m / (1 - std::pow(0.9, t))) / (std::sqrt(v / (1 - std::pow(0.95, t))) + 1e-8) + 0.1 * w);
  }
  EXPECT_NEAR(p.w[1].item<float>(), w, 1e-5);
}

TEST(Schedules, WarmUpAndDecay) {
  auto s = fx::optim::warmup_cosine(1.0, 10, 110, 0.1);
  auto at = [&](int i) { return s(fx::array(i)).item<float>(); };
  EXPECT_NEAR(at(5), 0.5, 1e-6);
  EXPECT_NEAR(at(10), 1, 1e-6);
  EXPECT_NEAR(at(60), 0.55, 1e-6);
  EXPECT_NEAR(at(500), 0.1, 1e-6);
}

TEST(Clip, ByGlobalNorm) {
  Params g{fx::array({3.f, 0.f}), fx::array(4.f)};
  EXPECT_NEAR(fx::optim::global_norm(g).item<float>(), 5, 1e-6);
  Params c = fx::optim::clip_by_global_norm(g, 1);
  EXPECT_NEAR(c.b.item<float>(), 0.8, 1e-6);
  EXPECT_NEAR(fx::optim::clip_by_global_norm(g, 10).b.item<float>(), 4, 1e-6);
}

}  // namespace
