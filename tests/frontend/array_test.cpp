// Arrays: making, reading, printing, promotion, reductions and products.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

namespace fx = fluxion;

namespace {

TEST(Array, FromBracesAndBack) {
  fx::Array x = fx::array({{1.f, 2.f}, {3.f, 4.f}});
  EXPECT_EQ(x.dtype(), fx::f32);
  EXPECT_EQ(x.shape(), (fx::Shape{2, 2}));
  EXPECT_EQ(x.to_vector<double>(), (std::vector<double>{1, 2, 3, 4}));
  EXPECT_EQ(x.span<float>()[2], 3.f);
  EXPECT_EQ(fx::array({1, 2}).dtype(), fx::i32);
  EXPECT_EQ(fx::array({true, false}).dtype(), fx::bool_);
  EXPECT_EQ(fx::array(2.0).dtype(), fx::f64);
}

TEST(Array, ViewsDoNotCopy) {
  auto data = std::make_shared<std::vector<float>>(std::vector<float>{1, 2, 3});
  fx::Array x = fx::view(std::span<const float>(*data), {3}, data);
  EXPECT_EQ(x.span<float>().data(), data->data());
  EXPECT_EQ((x + 1).to_vector<float>(), (std::vector<float>{2, 3, 4}));
}

TEST(Array, PrintsLikeNumPy) {
  std::ostringstream out;
  out << fx::array({{1.f, -2.5f}, {3.f, 4.f}});
  EXPECT_EQ(out.str(), "[[  1. -2.5]\n [  3.   4.]]");
  EXPECT_EQ(fmt::format("{}", fx::array({true, false})), "[ True False]");
  EXPECT_NE(fx::to_string(fx::zeros({100, 100})).find("..."), std::string::npos);
  EXPECT_EQ(fx::to_string(fx::array(7)), "7");
}

TEST(Promotion, FollowsJax) {
  EXPECT_EQ(fx::promote_types(fx::i32, fx::f16), fx::f16);
  EXPECT_EQ(fx::promote_types(fx::u8, fx::i8), fx::i16);
  EXPECT_EQ(fx::promote_types(fx::u32, fx::i8), fx::i64);
  EXPECT_EQ(fx::promote_types(fx::f16, fx::bf16), fx::f32);
  EXPECT_EQ(fx::promote_types(fx::bool_, fx::u16), fx::u16);
  EXPECT_EQ(fx::promote_types(fx::bf16, fx::f64), fx::f64);
  fx::Array h = fx::ones({2}, fx::bf16);
  EXPECT_EQ((h * 2.0).dtype(), fx::bf16);
  EXPECT_EQ((fx::arange(2) * 2.5).dtype(), fx::f32);
  EXPECT_EQ((fx::arange(2) / 2).dtype(), fx::f32);
  EXPECT_EQ((fx::array({true}) + 1).dtype(), fx::i32);
}

TEST(Arithmetic, OfIntegers) {
  fx::Array a = fx::array({7, -7}), b = fx::array({3, 3});
  EXPECT_EQ((a % b).to_vector<int>(), (std::vector<int>{1, 2}));
  EXPECT_EQ(fx::floor_divide(a, b).to_vector<int>(), (std::vector<int>{2, -3}));
  EXPECT_EQ(fx::fmod(a, b).to_vector<int>(), (std::vector<int>{1, -1}));
  EXPECT_EQ((a >> 1).to_vector<int>(), (std::vector<int>{3, -4}));
  EXPECT_EQ((a & 3).to_vector<int>(), (std::vector<int>{3, 1}));
  EXPECT_EQ(fx::power(fx::array({2, -3}), 3).to_vector<int>(), (std::vector<int>{8, -27}));
}

TEST(Comparison, AndLogic) {
  fx::Array x = fx::array({1.f, NAN, 3.f});
  EXPECT_EQ((x != x).to_vector<int>(), (std::vector<int>{0, 1, 0}));
  EXPECT_EQ(((x > 0) && !(x > 2)).to_vector<int>(), (std::vector<int>{1, 0, 0}));
  EXPECT_TRUE(fx::any(fx::isnan(x)).item<bool>());
  EXPECT_FALSE(fx::all(x > 0).item<bool>());
  EXPECT_EQ(fx::where(fx::isnan(x), 0, x).to_vector<float>(), (std::vector<float>{1, 0, 3}));
}

TEST(Reductions, OverAxes) {
  fx::Array x = fx::arange(6, fx::f32).reshape({2, 3});
  EXPECT_FLOAT_EQ(x.sum().item<float>(), 15);
  EXPECT_EQ(x.sum(0).to_vector<float>(), (std::vector<float>{3, 5, 7}));
  EXPECT_EQ(fx::mean(x, {0, 1}, fx::keepdims).shape(), (fx::Shape{1, 1}));
  EXPECT_EQ(x.max(-1).to_vector<float>(), (std::vector<float>{2, 5}));
  EXPECT_EQ(fx::argmax(x, {.axis = 1}).to_vector<int>(), (std::vector<int>{2, 2}));
  EXPECT_EQ(fx::argmin(x).item<int>(), 0);
  EXPECT_NEAR(fx::var(x).item<float>(), 35.0 / 12, 1e-5);
  EXPECT_EQ(fx::cumsum(x, 1).to_vector<float>(), (std::vector<float>{0, 1, 3, 3, 7, 12}));
  EXPECT_FLOAT_EQ(fx::sum(fx::zeros({0, 3})).item<float>(), 0);
  EXPECT_TRUE(std::isnan(fx::max(fx::array({1.f, NAN})).item<float>()));
}

TEST(Products, MatmulBroadcastsAndEinsum) {
  fx::Array a = fx::arange(12, fx::f32).reshape({2, 2, 3}), b = fx::arange(6, fx::f32).reshape({3, 2});
  EXPECT_EQ(fx::matmul(a, b).shape(), (fx::Shape{2, 2, 2}));
  EXPECT_FLOAT_EQ((fx::matmul(a, b)[{0, 1, 0}].item<float>()), 3 * 0 + 4 * 2 + 5 * 4);
  EXPECT_FLOAT_EQ(fx::matmul(fx::array({1.f, 2.f}), fx::array({3.f, 4.f})).item<float>(), 11);
  fx::Array q = fx::random::normal(fx::random::Key(0), {2, 3, 4, 5}),
            k = fx::random::normal(fx::random::Key(1), {2, 6, 4, 5});
  fx::Array s = fx::einsum("bthd,bshd->bhts", q, k);
  EXPECT_EQ(s.shape(), (fx::Shape{2, 4, 3, 6}));
  EXPECT_NEAR((s[{1, 2, 0, 3}].item<float>()), fx::sum(q[{1, 0, 2}] * k[{1, 3, 2}]).item<float>(), 1e-5);
  EXPECT_EQ(fx::einsum("ij->ji", b).to_vector<float>(), b.T().to_vector<float>());
}

TEST(Shapes, MovePadAndJoin) {
  fx::Array x = fx::arange(6).reshape({2, 3});
  EXPECT_EQ(x.T().to_vector<int>(), (std::vector<int>{0, 3, 1, 4, 2, 5}));
  EXPECT_EQ(fx::concatenate({x, x}, 1).shape(), (fx::Shape{2, 6}));
  EXPECT_EQ(fx::stack({x, x}, -1).shape(), (fx::Shape{2, 3, 2}));
  EXPECT_EQ(fx::pad(fx::arange(2), {1}, {2}, 9).to_vector<int>(), (std::vector<int>{9, 0, 1, 9, 9}));
  EXPECT_EQ(fx::pad(fx::arange(4), {-1}, {-1}).to_vector<int>(), (std::vector<int>{1, 2}));
  EXPECT_EQ(fx::roll(fx::arange(5), 2, 0).to_vector<int>(), (std::vector<int>{3, 4, 0, 1, 2}));
  EXPECT_EQ(fx::tile(fx::arange(2), {2, 2}).to_vector<int>(), (std::vector<int>{0, 1, 0, 1, 0, 1, 0, 1}));
  EXPECT_EQ(fx::repeat(fx::arange(2), 2, 0).to_vector<int>(), (std::vector<int>{0, 0, 1, 1}));
  EXPECT_EQ(fx::split(x, 3, 1)[2].to_vector<int>(), (std::vector<int>{2, 5}));
  EXPECT_EQ(fx::tril(fx::ones({3, 3}, fx::i32)).to_vector<int>(), (std::vector<int>{1, 0, 0, 1, 1, 0, 1, 1, 1}));
  EXPECT_EQ(fx::flip(fx::arange(3)).to_vector<int>(), (std::vector<int>{2, 1, 0}));
  EXPECT_EQ(fx::one_hot(fx::array({1, 0}), 3).to_vector<int>(), (std::vector<int>{0, 1, 0, 1, 0, 0}));
  EXPECT_EQ(fx::linspace(0, 1, 5).to_vector<float>(), (std::vector<float>{0, .25f, .5f, .75f, 1}));
}

TEST(Dtypes, EveryOneAddsAndConverts) {
  for (fx::DType t :
       {fx::f32, fx::f64, fx::bf16, fx::f16, fx::i8, fx::i16, fx::i32, fx::i64, fx::u8, fx::u16, fx::u32, fx::u64}) {
    fx::Array x = fx::arange(3, t) + fx::ones({3}, t);
    EXPECT_EQ(x.dtype(), t);
    EXPECT_EQ(x.to_vector<int>(), (std::vector<int>{1, 2, 3})) << fx::name(t);
    EXPECT_EQ(fx::sum(x.astype(fx::f32)).item<float>(), 6) << fx::name(t);
    EXPECT_EQ(fx::matmul(x, x).item<int>(), 14) << fx::name(t);
  }
  EXPECT_EQ(fx::array({300.f, -5.f, NAN}).astype(fx::u8).to_vector<int>(), (std::vector<int>{255, 0, 0}));
}

TEST(Nn, SoftmaxAndActivations) {
  fx::Array x = fx::array({{1.f, 2.f, 3.f}, {1000.f, 1000.f, -1000.f}});
  fx::Array s = fx::nn::softmax(x);
  EXPECT_NEAR((s[{1, 0}].item<float>()), 0.5, 1e-6);
  EXPECT_NEAR(fx::sum(s[0]).item<float>(), 1, 1e-6);
  EXPECT_NEAR((fx::nn::log_softmax(x)[{0, 2}].item<float>()), std::log(0.66524096), 1e-5);
  EXPECT_NEAR(fx::nn::gelu(fx::array(1.f)).item<float>(), 0.841192, 1e-5);
  EXPECT_NEAR(fx::nn::gelu(fx::array(1.f), false).item<float>(), 0.841345, 1e-5);
  EXPECT_NEAR(fx::nn::silu(fx::array(2.f)).item<float>(), 1.761594, 1e-5);
}

}  // namespace
