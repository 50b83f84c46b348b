// Random numbers against JAX's for jax.random.key(42): bits exactly, transformed samples to rounding.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

namespace fx = fluxion;
using fx::random::Key;

namespace {

template <class T>
std::vector<T> values(const fx::Array &x) {
  return x.to_vector<T>();
}

void expect_near(const fx::Array &x, const std::vector<float> &want, float tolerance = 2e-6f) {
  std::vector<float> got = x.to_vector<float>();
  ASSERT_EQ(got.size(), want.size());
  for (size_t i = 0; i < got.size(); ++i) EXPECT_NEAR(got[i], want[i], tolerance) << "element " << i;
}

TEST(Random, KeysSplitAndFoldAsInJax) {
  EXPECT_EQ(values<uint32_t>(Key(42).data()), (std::vector<uint32_t>{0, 42}));
  EXPECT_EQ(values<uint32_t>(fx::random::split(Key(42), 3)),
            (std::vector<uint32_t>{1832780943, 270669613, 64467757, 2916123636, 2465931498, 255383827}));
  EXPECT_EQ(values<uint32_t>(fx::random::fold_in(Key(42), 7).data()), (std::vector<uint32_t>{2547012911, 1371500959}));
}

TEST(Random, BitsAreThoseOfJax) {
  EXPECT_EQ(values<uint32_t>(fx::random::bits(Key(42), {5})),
            (std::vector<uint32_t>{2098992034, 2919706841, 2646866425, 2409546199, 1935504149}));
  EXPECT_EQ(values<int>(fx::random::bits(Key(42), {4}, fx::u16)), (std::vector<int>{5026, 12505, 63993, 49623}));
  EXPECT_EQ(values<int>(fx::random::bits(Key(42), {4}, fx::u8)), (std::vector<int>{162, 217, 249, 215}));
}

TEST(Random, UniformIsBitEqual) {
  auto bits = [](const fx::Array &x) { return values<uint32_t>(fx::bitcast(x, fx::u32)); };
  EXPECT_EQ(bits(fx::random::uniform(Key(42), {4})),
            (std::vector<uint32_t>{1056585764, 1059981104, 1058915320, 1057988288}));
  // JAX fuses the product with the sum here, so the last bits are open.
  expect_near(fx::random::uniform(Key(42), {4}, fx::f32, -2, 3),
              {0.443547845f, 1.39898586f, 1.08135748f, 0.805080414f});
  auto half = [](const fx::Array &x) { return values<int>(fx::bitcast(x, fx::u16)); };
  EXPECT_EQ(half(fx::random::uniform(Key(42), {4}, fx::bf16)), (std::vector<int>{16162, 16216, 16248, 16214}));
  EXPECT_EQ(half(fx::random::uniform(Key(42), {4}, fx::f16)), (std::vector<int>{11488, 12824, 15310, 14862}));
}

TEST(Random, Distributions) {
  expect_near(fx::random::normal(Key(42), {6}), {-0.02830461598932743f, 0.4671318531036377f, 0.2957029640674591f,
                                                 0.15354591608047485f, -0.12403281778097153f, 0.21692314743995667f});
  expect_near(fx::random::gumbel(Key(42), {4}),
              {0.3340933918952942f, 0.952019453048706f, 0.7255305647850037f, 0.5481715202331543f});
  expect_near(fx::random::exponential(Key(42), {4}),
              {0.670817494392395f, 1.1388006210327148f, 0.9578199982643127f, 0.8232924938201904f});
  expect_near(
      fx::random::truncated_normal(Key(42), -2, 2, {5}),
      {-0.027016498148441315f, 0.44438081979751587f, 0.2818770706653595f, 0.14650805294513702f, -0.11836230009794235f});
  EXPECT_EQ(values<int>(fx::random::randint(Key(42), {6}, 0, 100)), (std::vector<int>{44, 14, 71, 69, 9, 19}));
  EXPECT_EQ(values<int>(fx::random::bernoulli(Key(42), 0.3, {8})), (std::vector<int>{0, 0, 0, 0, 0, 0, 1, 0}));
  EXPECT_EQ(values<int>(fx::random::permutation(Key(42), 10)), (std::vector<int>{7, 4, 2, 5, 3, 6, 8, 9, 0, 1}));
  fx::Array logits = fx::log(fx::array({{.1f, .2f, .7f}, {.5f, .25f, .25f}}));
  EXPECT_EQ(values<int>(fx::random::categorical(Key(42), logits)), (std::vector<int>{2, 0}));
}

TEST(Random, TheSameInsideAndOutsideOfJit) {
  auto sample = fx::jit([](Key key) { return fx::random::normal(std::move(key), {33}); });
  EXPECT_EQ(values<float>(sample(Key(7))), values<float>(fx::random::normal(Key(7), {33})));
}

TEST(Random, VmapOverAnArrayOfKeys) {
  fx::Array keys = fx::random::split(Key(3), 4);
  fx::Array many = fx::vmap([](const fx::Array &k) { return fx::random::uniform(Key(k), {2}); })(keys);
  ASSERT_EQ(many.shape(), (fx::Shape{4, 2}));
  EXPECT_EQ(values<float>(many[2]), values<float>(fx::random::uniform(Key(keys[2]), {2})));
}

TEST(Random, MomentsOfTheNormal) {
  fx::Array x = fx::random::normal(Key(1), {200000});
  EXPECT_NEAR(fx::mean(x).item<float>(), 0, 0.01);
  EXPECT_NEAR(fx::std(x).item<float>(), 1, 0.01);
}

TEST(Random, BitGeneratorHasThreefrysBits) {
  const fx::Array state = fx::from_vector(std::vector<uint32_t>{1, 2, 3, 4});
  const std::vector<uint32_t> bits{1576285164, 2249660814, 740599976, 2425682526, 2436392515, 1497962777};
  auto [next, odd] = fx::rng_bit_generator(state, {5});
  EXPECT_EQ(values<uint32_t>(odd), (std::vector<uint32_t>(bits.begin(), bits.end() - 1)));
  EXPECT_EQ(values<uint32_t>(next), (std::vector<uint32_t>{1, 2, 6, 4}));
  const fx::Array rows = fx::rng_bit_generator(state, {2, 3}).second;
  EXPECT_EQ(values<uint32_t>(rows), (std::vector<uint32_t>{bits[0], bits[2], bits[4], bits[1], bits[3], bits[5]}));
  EXPECT_EQ(values<uint64_t>(fx::rng_bit_generator(state, {3}, fx::u64).second),
            (std::vector<uint64_t>{9662219624799024108u, 10418227120389269672u, 6433701140276733507u}));
  EXPECT_EQ(values<uint8_t>(fx::rng_bit_generator(state, {5}, fx::u8).second),
            (std::vector<uint8_t>{236, 142, 168, 94, 67}));
  EXPECT_EQ(values<uint32_t>(fx::rng_bit_generator(state, {}).second), (std::vector<uint32_t>{bits[0]}));
  // The counter's low word runs over.
  const fx::Array last = fx::from_vector(std::vector<uint32_t>{1, 2, 0xFFFFFFFF, 4});
  EXPECT_EQ(values<uint32_t>(fx::rng_bit_generator(last, {4}).first), (std::vector<uint32_t>{1, 2, 1, 5}));
  EXPECT_THROW(fx::rng_bit_generator(fx::zeros({2}, fx::u32), {4}), fx::ShapeError);
  EXPECT_THROW(fx::rng_bit_generator(state, {4}, fx::f32), fx::DTypeError);
}

}  // namespace
