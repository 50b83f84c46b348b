// Convolutions and windows of the frontend; the numbers are JAX's.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

namespace fx = fluxion;

namespace {

using Floats = std::vector<float>;

// 0, 3, 6, … modulo m, less o.
fx::Array numbers(const fx::Shape &shape, int m = 7, int o = 3) {
  return fx::reshape(fx::astype(fx::arange(shape.count()) * 3 % m - o, fx::f32), shape.sizes());
}

void expect_near(const fx::Array &y, const fx::Shape &shape, const Floats &wanted) {
  EXPECT_EQ(y.shape(), shape);
  const Floats got = y.to_vector<float>();
  ASSERT_EQ(got.size(), wanted.size());
  for (size_t i = 0; i < got.size(); ++i) EXPECT_NEAR(got[i], wanted[i], 1e-5) << i;
}

TEST(Convolution, SameAndValid) {
  const fx::Array x = numbers({1, 2, 4, 5}), w = numbers({3, 2, 2, 3}, 5, 2);
  expect_near(fx::conv_general_dilated(x, w, {.window_strides = {2, 1}, .padding = "SAME"}), {1, 3, 2, 5},
              {-18, 14, 4,   -20, 8,   -8, 19, -19, 20, -8,  -9, 19,  -20, 4,  11,
               0,   14, -18, 20,  -20, 10, 4,  -9,  13, -11, 8,  -21, 8,   -5, 3});
  expect_near(fx::conv(x, w, {1, 2}), {1, 3, 3, 2},
              {14, -20, 20, 14, 19, 20, 19, 4, 20, 19, 14, 20, 4, 13, -5, 4, -21, -5});
}

TEST(Convolution, WithFeaturesLastDilationsAndGroups) {
  const fx::Array x = numbers({2, 5, 4}), w = numbers({3, 2, 6}, 5, 2);
  expect_near(fx::conv_general_dilated(x, w,
                                       {.padding = {{1, -1}},
                                        .lhs_dilation = {2},
                                        .rhs_dilation = {2},
                                        .dimension_numbers = {"NWC", "WIO", "NWC"},
                                        .feature_group_count = 2}),
              {2, 5, 6},
              {0, 0, 0, 0, 0, 0, -6, 4, 4,   6, 4,  -18, 0, 0, 0, 0, 0, 0, -2, 9,   -15, 9,   -3, 0, 0, 0, 0, 0, 0, 0,
               0, 0, 0, 0, 0, 0, 0,  8, -14, 0, -3, 9,   0, 0, 0, 0, 0, 0, 11, -15, 9,   -18, 4,  6, 0, 0, 0, 0, 0, 0});
}

TEST(Convolution, Transposed) {
  const fx::Array x = numbers({1, 3, 2}), w = numbers({4, 2, 2}, 5, 2);
  expect_near(fx::conv_transpose(x, w, {2}), {1, 6, 2}, {-6, 0, -3, 14, 14, -4, -3, 3, 3, -1, -2, -2});
  expect_near(fx::conv_transpose(x, w, {2}, {.padding = "VALID"}), {1, 8, 2},
              {3, -6, -6, 0, -3, 14, 14, -4, -3, 3, 3, -1, -2, -2, -2, -2});
  expect_near(fx::conv_transpose(x, w, {3}, {.padding = {{1, 2}}, .transpose_kernel = true}), {1, 7, 2},
              {-6, 6, -4, -5, 2, 4, 6, -7, -11, -4, 4, 4, 4, -6});
  expect_near(fx::conv_transpose(numbers({1, 4, 2}), numbers({2, 2, 3}, 5, 2), {3}), {1, 12, 3},
              {-3, 3, -6, 6,  -3, 3, 0, 0, 0, 3, -1, 5,  -8, 3, -1, 0, 0, 0,
               2,  2, 2,  -8, 2,  2, 0, 0, 0, 1, 5,  -1, -8, 1, 5,  0, 0, 0});
}

TEST(Convolution, DerivativesAndVmap) {
  const auto f = [](const fx::Array &x, const fx::Array &w) {
    return fx::conv_general_dilated(x, w, {.window_strides = {2, 1}, .padding = "SAME"});
  };
  EXPECT_NO_THROW(fx::check_grads(f, std::tuple(numbers({1, 2, 4, 5}, 7, 3), numbers({3, 2, 2, 3}, 5, 2))));
  const fx::Array xs = numbers({3, 1, 2, 4, 5}), w = numbers({3, 2, 2, 3}, 5, 2);
  const fx::Array all = fx::vmap(f, {.in_axes = {0, fx::none}})(xs, w);
  for (int64_t i = 0; i < 3; ++i) EXPECT_EQ(all[i].to_vector<float>(), f(xs[i], w).to_vector<float>());
}

TEST(Convolution, Mistakes) {
  const auto message = [](auto f) {
    try {
      f();
    } catch (const fx::ShapeError &e) {
      return std::string(e.what());
    }
    return std::string("no error");
  };
  const std::string m = message([] { fx::conv(fx::zeros({1, 3, 8, 8}), fx::zeros({4, 2, 3, 3}), {1, 1}); });
  EXPECT_NE(m.find("the input features differ: f32[1,3,8,8] has 3, f32[4,2,3,3] takes 2"), std::string::npos) << m;
  EXPECT_NE(m.find("convolution_test.cpp:" + std::to_string(__LINE__ - 2)), std::string::npos) << m;
  EXPECT_NE(message([] { fx::conv(fx::zeros({1, 3, 8}), fx::zeros({4, 3, 3}), {1, 1}); }).find("window_strides has 2"),
            std::string::npos);
  EXPECT_NE(
      message([] { fx::conv(fx::zeros({1, 3, 8}), fx::zeros({4, 3, 3}), {1}, "FULL"); }).find("no padding 'FULL'"),
      std::string::npos);
}

// ---- windows

const fx::Array &ties() {
  static const fx::Array x = fx::reshape(
      fx::array({0.f, 0.f, 1.f, 1.f, 0.f, 1.f, 1.f, 0.f, 2.f, 0.f, 0.f, 2.f, 2.f, 2.f, 0.f, 0.f}), {1, 4, 4, 1});
  return x;
}

TEST(Windows, TheFirstOfEqualElementsHasTheDerivative) {
  const auto overlapping = [](const fx::Array &x) { return fx::nn::max_pool(x, {2, 2}); };
  expect_near(overlapping(ties()), {1, 3, 3, 1}, {1, 1, 1, 2, 1, 2, 2, 2, 2});
  auto [y, pull] = fx::vjp(overlapping, ties());
  expect_near(std::get<0>(pull(fx::reshape(fx::astype(fx::arange(9) + 1, fx::f32), {1, 3, 3, 1}))), {1, 4, 4, 1},
              {0, 0, 5, 0, 0, 6, 0, 0, 11, 0, 0, 15, 0, 8, 0, 0});
  const auto same = [](const fx::Array &x) { return fx::nn::max_pool(x, {3, 3}, {2, 2}, "SAME"); };
  auto [z, pull_same] = fx::vjp(same, ties());
  expect_near(z, {1, 2, 2, 1}, {2, 2, 2, 2});
  expect_near(std::get<0>(pull_same(fx::reshape(fx::astype(fx::arange(4) + 1, fx::f32), {1, 2, 2, 1}))), {1, 4, 4, 1},
              {0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 6, 0, 0, 0, 0});
}

TEST(Windows, Reduced) {
  const fx::Array x = numbers({2, 6});
  expect_near(fx::reduce_window(x, fx::Window::minimum, {2, 2}, {.strides = {1, 3}, .padding = "SAME"}), {2, 2},
              {-3, -1, -3, -1});
  EXPECT_EQ(
      fx::reduce_window(fx::arange(6) * 5 % 7 - 3, fx::Window::maximum, {3}, {.padding = "SAME"}).to_vector<int>(),
      (std::vector<int>{2, 2, 2, 3, 3, 3}));
  const fx::Array rows = fx::reshape(x, {2, 6, 1});
  expect_near(fx::nn::avg_pool(rows, {3}, {1}, "SAME"), {2, 6, 1},
              {-1, 0, 2.f / 3, 4.f / 3, -1.f / 3, 0, -2.f / 3, -2.f / 3, 0, 2.f / 3, 4.f / 3, 1.f / 3});
  expect_near(fx::nn::avg_pool(rows, {3}, {1}, "SAME", false), {2, 6, 1},
              {-1.5, 0, 2.f / 3, 4.f / 3, -1.f / 3, 0, -1, -2.f / 3, 0, 2.f / 3, 4.f / 3, 0.5});
}

}  // namespace
