// fx::fft against values of NumPy 2, round trips, derivatives, batching and errors.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

namespace fluxion {
namespace {

using Complex = std::complex<float>;

void expect_near(const Array &y, const Shape &shape, const std::vector<Complex> &wanted) {
  ASSERT_EQ(y.dtype(), c64);
  ASSERT_EQ(y.shape(), shape);
  const auto values = y.to_vector<Complex>();
  for (size_t i = 0; i < wanted.size(); ++i) EXPECT_LT(std::abs(values[i] - wanted[i]), 5e-6f) << i << " " << values[i];
}
void expect_near(const Array &y, const Shape &shape, const std::vector<float> &wanted) {
  ASSERT_EQ(y.dtype(), f32);
  ASSERT_EQ(y.shape(), shape);
  const auto values = y.to_vector<float>();
  for (size_t i = 0; i < wanted.size(); ++i) EXPECT_NEAR(values[i], wanted[i], 5e-6f) << i;
}
using Reals = std::vector<float>;
using Complexes = std::vector<Complex>;

Array line() { return array({1.f, -2.f, 0.5f, 3.f, 0.25f, -1.5f}); }
Array matrix() {
  return reshape(array({0.5f, -1.f, 2.f, 0.25f, 1.5f, 0.f, -0.75f, 1.f, -2.f, 0.5f, 1.f, 3.f}), {3, 4});
}

TEST(Fft, OneAxis) {
  expect_near(fft::fft(line()), {6},
              Complexes{{1.25, 0},
                        {-4.125, 0.216506351},
                        {5.375, 0.649519053},
                        {2.25, 2.77555756e-17},
                        {5.375, -0.649519053},
                        {-4.125, -0.216506351}});
  expect_near(fft::fft(line(), {.n = 4}), {4}, Complexes{{2.5, 0}, {0.5, 5}, {0.5, 0}, {0.5, -5}});
  expect_near(fft::fft(line(), {.n = 7, .norm = fft::Norm::ortho}), {7},
              Complexes{{0.472455591, 0},
                        {-1.11598073, -0.596946937},
                        {1.65259394, 1.87759895},
                        {0.550034651, -0.0943479889},
                        {0.550034651, 0.0943479889},
                        {1.65259394, -1.87759895},
                        {-1.11598073, 0.596946937}});
  expect_near(fft::ifft(line(), {.norm = fft::Norm::forward}), {6},
              Complexes{{1.25, 0},
                        {-4.125, -0.216506351},
                        {5.375, -0.649519053},
                        {2.25, -2.77555756e-17},
                        {5.375, 0.649519053},
                        {-4.125, 0.216506351}});
  expect_near(fft::fft(matrix(), {.axis = 0}), {3, 4},
              Complexes{{0, 0},
                        {-0.5, 0},
                        {2.25, 0},
                        {4.25, 0},
                        {0.75, -3.03108891},
                        {-1.25, 0.433012702},
                        {1.875, 1.51554446},
                        {-1.75, 1.73205081},
                        {0.75, 3.03108891},
                        {-1.25, -0.433012702},
                        {1.875, -1.51554446},
                        {-1.75, -1.73205081}});
  expect_near(fft::ifft(fft::rfft(line()), {.n = 5}), {5},
              Complexes{{0.95, 0.173205081},
                        {-1.35622744, -0.508969405},
                        {1.48678395, -1.07422213},
                        {1.29059592, 1.08444418},
                        {-1.12115244, 0.325542281}});
  expect_near(fft::rfft(line()), {4}, Complexes{{1.25, 0}, {-4.125, 0.216506351}, {5.375, 0.649519053}, {2.25, 0}});
  expect_near(fft::rfft(matrix(), {.n = 5, .axis = -2, .norm = fft::Norm::forward}), {3, 4},
              Complexes{{0, 0},
                        {-0.1, 0},
                        {0.45, 0},
                        {0.85, 0},
                        {0.516311896, -0.050202854},
                        {-0.280901699, -0.0587785252},
                        {0.191844052, 0.025101427},
                        {-0.373606798, -0.542882455},
                        {-0.266311896, -0.556758182},
                        {-0.169098301, 0.0951056516},
                        {0.583155948, 0.278379091},
                        {0.0736067977, 0.453076859}});
  expect_near(fft::irfft(fft::rfft(line())), {6}, Reals{1, -2, 0.5, 3, 0.25, -1.5});
  expect_near(fft::irfft(fft::rfft(line()), {.n = 5, .norm = fft::Norm::ortho}), {5},
              Reals{1.67705098, -4.99613518, 5.46819828, 4.59081871, -3.94484783});
  expect_near(fft::hfft(fft::rfft(line())), {6}, Reals{6, -9, 1.5, 18, 3, -12});
  expect_near(fft::hfft(fft::rfft(line()), {.n = 5, .norm = fft::Norm::forward}), {5},
              Reals{0.75, -1.76418958, 2.05307654, 2.44545261, -2.23433958});
  expect_near(fft::ihfft(line()), {4},
              Complexes{{0.208333333, -0}, {-0.6875, -0.0360843918}, {0.895833333, -0.108253175}, {0.375, -0}});
  expect_near(
      fft::ihfft(line(), {.n = 7, .norm = fft::Norm::ortho}), {4},
      Complexes{{0.472455591, -0}, {-1.11598073, 0.596946937}, {1.65259394, -1.87759895}, {0.550034651, 0.0943479889}});
}

TEST(Fft, SeveralAxes) {
  expect_near(fft::fft2(matrix()), {3, 4},
              Complexes{{6, 0},
                        {-2.25, 4.75},
                        {-1.5, 0},
                        {-2.25, -4.75},
                        {-0.375, 0.649519053},
                        {-2.42403811, -5.04663337},
                        {5.625, -3.68060797},
                        {0.174038106, -4.04663337},
                        {-0.375, -0.649519053},
                        {0.174038106, 4.04663337},
                        {5.625, 3.68060797},
                        {-2.42403811, 5.04663337}});
  expect_near(fft::ifft2(matrix(), {.s = {{2, 3}}}), {2, 3},
              Complexes{{0.375, 0},
                        {0.3125, -0.324759526},
                        {0.3125, 0.324759526},
                        {0.125, 0},
                        {-0.3125, -0.541265877},
                        {-0.3125, 0.541265877}});
  expect_near(fft::rfft2(matrix()), {3, 3},
              Complexes{{6, 0},
                        {-2.25, 4.75},
                        {-1.5, 0},
                        {-0.375, 0.649519053},
                        {-2.42403811, -5.04663337},
                        {5.625, -3.68060797},
                        {-0.375, -0.649519053},
                        {0.174038106, 4.04663337},
                        {5.625, 3.68060797}});
  expect_near(fft::rfftn(matrix(), {.axes = {{1, 0}}, .norm = fft::Norm::ortho}), {2, 4},
              Complexes{{1.73205081, 0},
                        {-0.649519053, 1.37120689},
                        {-0.433012702, 0},
                        {-0.649519053, -1.37120689},
                        {-0.108253175, 0.1875},
                        {-0.699759526, -1.45683757},
                        {1.62379763, -1.0625},
                        {0.0502404736, -1.16816243}});
  expect_near(fft::irfft2(fft::rfft2(matrix()), {.s = {{3, 4}}}), {3, 4},
              Reals{0.5, -1, 2, 0.25, 1.5, 1.11022302e-16, -0.75, 1, -2, 0.5, 1, 3});
  expect_near(fft::irfftn(fft::rfftn(matrix(), {.axes = {{1, 0}}}), {.s = {{4, 3}}, .axes = {{1, 0}}}), {3, 4},
              Reals{0.5, -1, 2, 0.25, 1.5, 1.11022302e-16, -0.75, 1, -2, 0.5, 1, 3});
  // More than the op takes at once.
  Array cube = reshape(sin(arange(96, f32)), {2, 3, 2, 4, 2});
  Array y = fft::irfftn(fft::rfftn(cube), {.s = cube.shape().sizes()});
  expect_near(y, cube.shape(), cube.to_vector<float>());
  expect_near(fft::ifftn(fft::fftn(line()), {}), {6}, Complexes{1, -2, 0.5f, 3, 0.25f, -1.5f});
}

TEST(Fft, FrequenciesAndShifts) {
  expect_near(fft::fftfreq(5), {5}, Reals{0, 0.2, 0.4, -0.4, -0.2});
  expect_near(fft::fftfreq(4, 0.5), {4}, Reals{0, 0.5, -1, -0.5});
  expect_near(fft::rfftfreq(5, 2), {3}, Reals{0, 0.1, 0.2});
  expect_near(fft::rfftfreq(6), {4}, Reals{0, 0.166666667, 0.333333333, 0.5});
  expect_near(fft::fftshift(arange(5, f32)), {5}, Reals{3, 4, 0, 1, 2});
  expect_near(fft::ifftshift(arange(5, f32)), {5}, Reals{2, 3, 4, 0, 1});
  expect_near(fft::fftshift(matrix(), 1), {3, 4}, Reals{2, 0.25, 0.5, -1, -0.75, 1, 1.5, 0, 1, 3, -2, 0.5});
  expect_near(fft::ifftshift(matrix()), {3, 4}, Reals{-0.75, 1, 1.5, 0, 1, 3, -2, 0.5, 2, 0.25, 0.5, -1});
}

TEST(Fft, DerivativesAndBatching) {
  // A convolution by the convolution theorem, and its derivatives.
  auto filter = [](const Array &x, const Array &w) {
    return fft::irfft(fft::rfft(x) * fft::rfft(w), {.n = x.shape(-1)});
  };
  for (int64_t n : {6, 5}) {
    Array x = line()[slice(n)], w = cos(x);
    check_grads(filter, std::tuple(x, w), {.order = 2});
    expect_near(vmap(filter)(stack({x, w}), stack({w, x}))[0], {n}, filter(x, w).to_vector<float>());
  }
  auto power = [](const Array &x) { return fft::irfft2(lax_slice(fft::fft2(x), {0, 0}, {3, 3}), {.s = {{3, 4}}}); };
  check_grads(power, std::tuple(matrix()), {.order = 1});
  Array gradient = grad([](const Array &x) { return sum(square(fft::irfft(fft::rfft(x)))); })(line());
  expect_near(gradient, {6}, (line() * 2).to_vector<float>());
}

template <class E>
std::string message(const std::function<void()> &f) {
  try {
    f();
  } catch (const E &e) {
    const std::string text = e.what();
    return text.substr(0, text.find('\n'));
  }
  return "nothing was thrown";
}

TEST(Fft, Errors) {
  EXPECT_EQ(message<DTypeError>([] { fft::rfft(fft::fft(line())); }),
            "fluxion: rfft: it takes real numbers, not c64[6]");
  EXPECT_EQ(message<ShapeError>([] { fft::fft(line(), {.n = 0}); }), "fluxion: fft: there is no transform of length 0");
  EXPECT_EQ(message<ShapeError>([] { fft::fft2(matrix(), {.axes = {{0, -2}}}); }),
            "fluxion: fftn: axis -2 is named twice");
  EXPECT_EQ(message<ShapeError>([] { fft::fft2(matrix(), {.s = {{3}}}); }), "fluxion: fftn: 1 lengths for 2 axes");
  EXPECT_NE(message<ShapeError>([] { fft::fft(matrix(), {.axis = 2}); }).find("fft"), std::string::npos);
}

}  // namespace
}  // namespace fluxion
