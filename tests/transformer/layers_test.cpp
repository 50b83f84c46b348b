// Layers and the loss against their definitions, written out in double precision.
#include <fluxion/fluxion.h>
#include <fluxion/transformer.h>

#include <cmath>
#include <functional>

#include <gtest/gtest.h>

namespace fluxion::transformer {
namespace {

Array normal(uint64_t seed, const Shape &shape) { return random::normal(random::key(seed), shape); }

std::string message_of(const std::function<void()> &f) {
  try {
    f();
  } catch (const Error &error) {
    return error.what();
  }
  return "";
}

TEST(Layers, LayerNormHasMeanZeroAndVarianceOneBeforeGainAndBias) {
  const Array x = normal(0, {3, 64}) * 5.0 + 7.0;
  const LayerNorm layer{ones({64}) * 2.0, ones({64}) * 3.0};
  const Array y = layer_norm(layer, x);
  for (const float m : mean(y, -1).to_vector<float>()) EXPECT_NEAR(m, 3, 1e-5);
  for (const float v : var(y, -1).to_vector<float>()) EXPECT_NEAR(v, 4, 1e-4);
}

TEST(Layers, RmsNormHasMeanSquareOneBeforeGain) {
  const Array y = rms_norm(ones({64}), normal(1, {3, 64}) * 9.0);
  for (const float m : mean(square(y), -1).to_vector<float>()) EXPECT_NEAR(m, 1, 1e-5);
}

/// softmax(q·kᵀ/√size)·v with loops; k and v have `groups` heads.
std::vector<double> slow_attention(const Array &q_, const Array &k_, const Array &v_, bool causal) {
  const auto q = q_.to_vector<double>(), k = k_.to_vector<double>(), v = v_.to_vector<double>();
  const int64_t B = q_.shape(0), T = q_.shape(1), H = q_.shape(2), D = q_.shape(3), S = k_.shape(1), G = k_.shape(2);
  std::vector<double> out;
  for (int64_t b = 0; b < B; ++b)
    for (int64_t t = 0; t < T; ++t)
      for (int64_t h = 0; h < H; ++h) {
        std::vector<double> weights, sums(static_cast<size_t>(D));
        double total = 0;
        const auto key = [&](int64_t s, int64_t d) {
          return static_cast<size_t>(((b * S + s) * G + h / (H / G)) * D + d);
        };
        for (int64_t s = 0; s < S; ++s) {
          double score = 0;
          for (int64_t d = 0; d < D; ++d) score += q[static_cast<size_t>(((b * T + t) * H + h) * D + d)] * k[key(s, d)];
          weights.push_back(causal && s > t + S - T ? 0 : std::exp(score / std::sqrt(static_cast<double>(D))));
          total += weights.back();
        }
        for (int64_t s = 0; s < S; ++s)
          for (int64_t d = 0; d < D; ++d)
            sums[static_cast<size_t>(d)] += weights[static_cast<size_t>(s)] / total * v[key(s, d)];
        out.insert(out.end(), sums.begin(), sums.end());
      }
  return out;
}

TEST(Layers, AttentionIsItsFormula) {
  const struct {
    int64_t time, keys, heads, groups;
    bool causal;
  } cases[] = {{5, 5, 2, 2, true},
               {5, 5, 4, 2, true},
               {5, 7, 4, 1, false},
               {2, 6, 2, 2, true},
               // long enough for attention to be a step of its own
               {33, 33, 2, 2, true},
               {40, 64, 4, 2, true},
               {64, 50, 6, 1, false}};
  for (const auto &[time, keys, heads, groups, causal] : cases) {
    const Array q = normal(1, {2, time, heads, 8}), k = normal(2, {2, keys, groups, 8}),
                v = normal(3, {2, keys, groups, 8});
    const Array out = attention(q, k, v, {.causal = causal});
    const auto got = out.to_vector<double>(), expected = slow_attention(q, k, v, causal);
    EXPECT_EQ(out.shape(), q.shape());
    for (size_t i = 0; i < got.size(); ++i) ASSERT_NEAR(got[i], expected[i], 1e-5) << i;
  }
}

TEST(Layers, AttentionNamesShapesThatDoNotFit) {
  const Array q = zeros({1, 2, 3, 4}), k = zeros({1, 2, 2, 4});
  EXPECT_TRUE(message_of([&] {
                attention(q, k, k);
              }).starts_with("fluxion: attention: 3 heads cannot share 2 groups evenly: q f32[1,2,3,4]"));
}

TEST(CrossEntropy, IsMinusTheLogProbabilityOfTheTarget) {
  const Array logits = normal(5, {2, 3, 7}), targets = array({{0, 6, 3}, {2, 2, 5}});
  const auto x = logits.to_vector<double>();
  const auto y = targets.to_vector<int>();
  double expected = 0;
  for (size_t row = 0; row < 6; ++row) {
    double sum = 0;
    for (size_t i = 0; i < 7; ++i) sum += std::exp(x[row * 7 + i]);
    expected += (std::log(sum) - x[row * 7 + static_cast<size_t>(y[row])]) / 6;
  }
  EXPECT_NEAR(cross_entropy(logits, targets).item<float>(), expected, 1e-6);
}

TEST(CrossEntropy, LargeLogitsDoNotOverflow) {
  EXPECT_NEAR(cross_entropy(array({{1e4f, 0.f}}), array({1})).item<float>(), 1e4, 1e-2);
}

TEST(CrossEntropy, IgnoredTargetsDoNotCount) {
  const Array logits = normal(6, {4, 5});
  const Array some = cross_entropy(logits, array({1, -100, 3, -100}), {.ignore = -100});
  const Array kept = concatenate({lax_slice(logits, {0, 0}, {1, 5}), lax_slice(logits, {2, 0}, {3, 5})});
  EXPECT_NEAR(some.item<float>(), cross_entropy(kept, array({1, 3})).item<float>(), 1e-6);
}

TEST(CrossEntropy, ATargetOutOfRangeMakesTheLossNaN) {
  EXPECT_TRUE(std::isnan(cross_entropy(zeros({2, 3}), array({0, 3})).item<float>()));
  EXPECT_TRUE(std::isnan(cross_entropy(zeros({2, 3}), array({0, -1})).item<float>()));
}

TEST(CrossEntropy, MistakesAreNamed) {
  EXPECT_TRUE(message_of([] {
                cross_entropy(zeros({2, 3}), zeros({2}));
              }).starts_with("fluxion: cross_entropy: targets must be integers: logits f32[2,3], targets f32[2]"));
  EXPECT_TRUE(message_of([] {
                cross_entropy(zeros({2, 3}), zeros({3}, i32));
              }).starts_with("fluxion: cross_entropy: logits must have the dimensions of targets and one more"));
}

}  // namespace
}  // namespace fluxion::transformer
