// custom_jvp, custom_vjp and linear_transpose: values are JAX's.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <cmath>

namespace fx = fluxion;
using fx::Array;

namespace {

void expect_values(const Array &got, const std::vector<float> &wanted, float tolerance = 2e-6f) {
  std::vector<float> values = got.to_vector<float>();
  ASSERT_EQ(values.size(), wanted.size());
  for (size_t i = 0; i < wanted.size(); ++i)
    EXPECT_NEAR(values[i], wanted[i], tolerance * (1 + std::abs(wanted[i]))) << "element " << i;
}

Array x3() { return fx::array({0.5f, 1.5f, -2.f}); }
Array y3() { return fx::array({1.f, 2.f, 3.f}); }

// sin(x)·y, with a derivative that is wrong on purpose: 2·cos(x)·y·dx + 3·sin(x)·dy. The rule calls the function.
Array skewed(const Array &x, const Array &y) {
  auto rule = [](const std::tuple<Array, Array> &p, const std::tuple<Array, Array> &t) {
    const auto &[x, y] = p;
    const auto &[dx, dy] = t;
    return std::pair(skewed(x, y), 2 * fx::cos(x) * dx * y + 3 * dy * fx::sin(x));
  };
  return fx::custom_jvp([](const Array &x, const Array &y) { return fx::sin(x) * y; }, rule)(x, y);
}
Array along(const Array &x) { return skewed(x, 2.0 * x); }

// The same by a reverse rule.
Array skewed_back(const Array &x, const Array &y) {
  auto fwd = [](const Array &x, const Array &y) {
    return std::pair(skewed_back(x, y), std::array{fx::cos(x), fx::sin(x), y});
  };
  auto bwd = [](const std::array<Array, 3> &r, const Array &ct) {
    return std::tuple(r[0] * ct * r[2] * 2, r[1] * ct * 3);
  };
  return fx::custom_vjp([](const Array &x, const Array &y) { return fx::sin(x) * y; }, fwd, bwd)(x, y);
}
Array along_back(const Array &x) { return skewed_back(x, 2.0 * x); }

template <class F>
auto total(F f) {
  return [f](const Array &x, const Array &y) { return fx::sum(f(x, y)); };
}

const Array kPoint = fx::array(0.7f);

TEST(CustomJvp, TheRuleIsTheDerivative) {
  auto [y, dy] = fx::jvp(skewed, std::tuple(x3(), y3()), std::tuple(fx::ones({3}), fx::array({.5f, -1.f, 2.f})));
  expect_values(y, {std::sin(.5f), 2 * std::sin(1.5f), 3 * std::sin(-2.f)});
  expect_values(dy, {2.4743034839630127, -2.70953631401062, -7.952665328979492});
  auto [dx, dyy] = fx::grad<0, 1>(total(skewed))(x3(), y3());
  expect_values(dx, {1.7551651000976562, 0.2829487919807434, -2.4968810081481934});
  expect_values(dyy, {1.4382766485214233, 2.9924850463867188, -2.7278921604156494});
}

TEST(CustomJvp, OfHigherOrderByTheRuleOfTheRule) {
  expect_values(fx::grad(fx::grad(along))(kPoint), {5.8446125984191895});
  expect_values(std::get<1>(fx::jvp(fx::grad(along), std::tuple(kPoint), std::tuple(fx::array(1.f)))),
                {5.8446125984191895});
  auto forward = [](const Array &x) { return std::get<1>(fx::jvp(along, std::tuple(x), std::tuple(fx::array(1.f)))); };
  expect_values(fx::grad(forward)(kPoint), {5.8446125984191895});
  expect_values(fx::grad(fx::grad(fx::grad(along)))(kPoint), {-11.160605430603027}, 1e-5f);
}

TEST(CustomJvp, UnderVmapJitScanAndCond) {
  const std::vector<float> slopes{4.631718635559082, 6.409393310546875, -2.1266095638275146};
  expect_values(fx::vmap(fx::grad(along))(x3()), slopes);
  expect_values(fx::jit(fx::vmap(fx::grad(fx::jit(along))))(x3()), slopes);
  auto batched = [](const Array &x) { return fx::sum(fx::vmap(along)(x)); };
  expect_values(fx::grad(batched)(x3()), slopes);
  expect_values(fx::vmap(fx::vmap(fx::grad(along)))(fx::reshape(x3(), {3, 1})), slopes);
  auto scanned = [](const Array &z) {
    return fx::scan([](const Array &c, const Array &x) { return std::pair(skewed(c, x), c); }, z, y3()).first;
  };
  expect_values(fx::grad(scanned)(fx::array(0.3f)), {36.63459777832031}, 1e-5f);
  auto chosen = [](const Array &z) {
    return fx::cond(z > 0, [](const Array &v) { return skewed(v, v); }, [](const Array &v) { return v; }, z);
  };
  expect_values(fx::grad(chosen)(fx::array(0.3f)), {1.4597625732421875});
  auto looped = [](const Array &z) {
    auto end = fx::while_loop([](const auto &c) { return c.first < 3; },
                              [](const auto &c) { return std::pair(c.first + 1, skewed(c.second, c.second + 1)); },
                              std::pair(fx::array(0), z));
    return end.second;
  };
  expect_values(std::get<1>(fx::jvp(looped, std::tuple(fx::array(0.3f)), std::tuple(fx::array(1.f)))),
                {51.3199348449707}, 1e-5f);
}

// The example of JAX's documentation: log(1 + eˣ) overflows, and its derivative need not.
Array softplus(const Array &x) {
  auto rule = [](const Array &x, const Array &dx) {
    Array y = softplus(x);
    return std::pair(y, (1 - fx::exp(-y)) * dx);
  };
  return fx::custom_jvp([](const Array &x) { return fx::log1p(fx::exp(x)); }, rule)(x);
}

TEST(CustomJvp, ARuleMayCallItsFunction) {
  expect_values(fx::grad(softplus)(fx::array(100.f)), {1});
  expect_values(fx::grad(fx::grad(softplus))(fx::array(1.5f)), {0.14914646744728088});
  expect_values(fx::grad(fx::grad(fx::grad(softplus)))(fx::array(1.5f)), {-0.09473022818565369}, 1e-5f);
  expect_values(fx::vmap(fx::grad(fx::grad(softplus)))(fx::array({1.5f, 1.5f})),
                {0.14914646744728088, 0.14914646744728088});
}

TEST(CustomJvp, OuterArraysAreUsedButNotDifferentiated) {
  auto f = [](const Array &w, const Array &x) {
    auto scaled = fx::custom_jvp([w](const Array &x) { return w * x; },
                                 [w](const Array &x, const Array &dx) { return std::pair(w * x, 5 * w * dx); });
    return scaled(x);
  };
  Array w = fx::array(3.f), x = fx::array(2.f);
  expect_values(fx::grad([&](const Array &x) { return f(w, x); })(x), {15});
  expect_values(fx::jit(fx::grad([&](const Array &x) { return f(2 * w, x) + f(w, x * x); }))(x), {30 + 60});
  expect_values(fx::vmap([&](const Array &w) { return fx::grad([&](const Array &x) { return f(w, x); })(x); })(x3()),
                {2.5, 7.5, -10});
  try {
    fx::grad([&](const Array &w) { return f(w, x); })(w);
    FAIL();
  } catch (const fx::Error &e) {
    EXPECT_NE(std::string(e.what()).find("a value that it uses from outside"), std::string::npos) << e.what();
  }
}

TEST(CustomJvp, RulesOfWrongTypesAreRefused) {
  auto twice = [](const Array &x) { return 2 * x; };
  auto wrong = fx::custom_jvp(twice, [](const Array &x, const Array &dx) { return std::pair(2 * x, fx::sum(dx)); });
  EXPECT_THROW(fx::grad([&](const Array &x) { return fx::sum(wrong(x)); })(x3()), fx::ShapeError);
  auto other = fx::custom_jvp(twice, [](const Array &x, const Array &dx) { return std::pair(fx::sum(x), dx); });
  EXPECT_THROW(fx::grad([&](const Array &x) { return fx::sum(other(x)); })(x3()), fx::ShapeError);
  auto back = fx::custom_vjp(
      twice, [](const Array &x) { return std::pair(2 * x, x); },
      [](const Array &, const Array &ct) { return std::tuple(fx::sum(ct)); });
  EXPECT_THROW(fx::grad([&](const Array &x) { return fx::sum(back(x)); })(x3()), fx::ShapeError);
}

TEST(CustomJvp, IntegersAndTreesOfResults) {
  auto f =
      fx::custom_jvp([](const Array &x, const Array &n,
                        int power) { return std::pair(fx::pow(x, static_cast<float>(power)) * n, n + 1); },
                     [](const std::tuple<Array, Array, int> &p, const std::tuple<Array, Array, int> &t) {
                       const auto &[x, n, power] = p;
                       Array y = fx::pow(x, static_cast<float>(power)) * n;
                       return std::pair(std::pair(y, n + 1), std::pair(7 * power * std::get<0>(t), fx::zeros_like(n)));
                     });
  auto g = [&](const Array &x) { return f(x, fx::array(3), 2).first; };
  expect_values(fx::grad(g)(fx::array(2.f)), {14});
  EXPECT_EQ(fx::jit(f)(fx::array(2.f), fx::array(3), 2).second.item<int>(), 4);
}

TEST(CustomVjp, BothModesFollowTheReverseRule) {
  auto [dx, dy] = fx::grad<0, 1>(total(skewed_back))(x3(), y3());
  expect_values(dx, {1.7551651000976562, 0.2829487919807434, -2.4968810081481934});
  expect_values(dy, {1.4382766485214233, 2.9924850463867188, -2.7278921604156494});
  auto [y, forward] =
      fx::jvp(skewed_back, std::tuple(x3(), y3()), std::tuple(fx::ones({3}), fx::array({.5f, -1.f, 2.f})));
  expect_values(forward, {2.4743034839630127, -2.70953631401062, -7.952665328979492});
  expect_values(fx::jacfwd([](const Array &x) { return along_back(x); })(kPoint),
                fx::grad(along_back)(kPoint).to_vector<float>());
}

TEST(CustomVjp, DifferentiatedTwiceInEveryOrder) {
  const std::vector<float> second{5.8446125984191895};
  expect_values(fx::grad(fx::grad(along_back))(kPoint), second);
  auto forward = [](auto f) {
    return [f](const Array &x) { return std::get<1>(fx::jvp(f, std::tuple(x), std::tuple(fx::array(1.f)))); };
  };
  expect_values(forward(fx::grad(along_back))(kPoint), second);
  expect_values(fx::grad(forward(along_back))(kPoint), second);
  expect_values(forward(forward(along_back))(kPoint), second);
  expect_values(fx::jit(fx::vmap(fx::grad(fx::grad(along_back))))(fx::array({0.7f, 0.7f})), {second[0], second[0]});
}

TEST(CustomVjp, UnderVmapAndScan) {
  expect_values(fx::vmap(fx::grad(along_back))(x3()), {4.631718635559082, 6.409393310546875, -2.1266095638275146});
  expect_values(fx::grad([](const Array &x) { return fx::sum(fx::vmap(along_back)(x)); })(x3()),
                {4.631718635559082, 6.409393310546875, -2.1266095638275146});
  auto scanned = [](const Array &z) {
    return fx::scan([](const Array &c, const Array &x) { return std::pair(skewed_back(c, x), c); }, z, y3()).first;
  };
  expect_values(fx::grad(scanned)(fx::array(0.3f)), {36.63459777832031}, 1e-5f);
}

TEST(CustomVjp, WhatIsSharedByAllExamplesGetsTheSumOfTheirCotangents) {
  auto layer = fx::custom_vjp([](const Array &x, const Array &w) { return fx::tanh(fx::matmul(w, x)); },
                              [](const Array &x, const Array &w) {
                                Array y = fx::tanh(fx::matmul(w, x));
                                return std::pair(y, std::tuple(x, w, y));
                              },
                              [](const std::tuple<Array, Array, Array> &r, const Array &ct) {
                                const auto &[x, w, y] = r;
                                Array d = ct * (1 - y * y);
                                return std::tuple(fx::matmul(w.T(), d), 10 * fx::outer(d, x));
                              });
  Array w = fx::array({{1.f, -2.f, .5f}, {.3f, .7f, -1.f}}), x = fx::array({{.1f, .2f, .3f}, {1.f, -1.f, .5f}});
  auto batch = [&](const Array &w) { return fx::sum(fx::vmap(layer, {.in_axes = {0, fx::none}})(x, w)); };
  expect_values(fx::grad(batch)(w), {1.037788987159729, 1.895710825920105, 2.963477611541748, 5.8524627685546875,
                                     -2.902596950531006, 5.384452819824219});
  auto one = [&](const Array &x, const Array &w) { return fx::sum(layer(x, w)); };
  expect_values(fx::vmap(fx::grad(one, {.argnums = {1}}), {.in_axes = {0, fx::none}})(x, w),
                {0.9778332710266113, 1.9556665420532227, 2.933499813079834, 0.983288586139679, 1.966577172279358,
                 2.9498658180236816, 0.059955716133117676, -0.059955716133117676, 0.029977858066558838,
                 4.869174003601074, -4.869174003601074, 2.434587001800537});
}

TEST(CustomVjp, ClosuresOverOuterTracersInsideControlFlow) {
  auto f = [](const Array &x, const Array &scale) {
    auto clipped = fx::custom_vjp([](const Array &x) { return x; }, [](const Array &x) { return std::pair(x, 0); },
                                  [scale](int, const Array &ct) { return fx::clip(ct, -scale, scale); });
    return fx::fori_loop(0, 3, [&](const Array &, const Array &c) { return clipped(3 * c); }, x);
  };
  auto slope = fx::grad([&](const Array &x) { return fx::sum(f(x, fx::array(2.f))); });
  expect_values(slope(x3()), {6, 6, 6});
  expect_values(fx::jit(slope)(x3()), {6, 6, 6});
  expect_values(fx::vmap([&](const Array &s) { return fx::grad([&](const Array &x) { return f(x, s); })(kPoint); })(
                    fx::array({1.f, 100.f})),
                {3, 27});
}

TEST(CustomVjp, SurvivesTracingAndIsGoneWhereNothingIsDifferentiated) {
  EXPECT_NE(fx::make_ir(along_back)(kPoint).find("fx.custom_vjp"), std::string::npos);
  EXPECT_NE(fx::make_ir(along)(kPoint).find("fx.custom_jvp"), std::string::npos);
  expect_values(fx::jit(along_back)(kPoint), {std::sin(0.7f) * 1.4f});
  expect_values(along_back(kPoint), {std::sin(0.7f) * 1.4f});
}

TEST(CustomJvp, TracedTwiceItIsTheSameProgram) {
  auto text = [] { return fx::make_ir([](const Array &x) { return along(x) + softplus(along_back(x)); })(kPoint); };
  EXPECT_EQ(text(), text());
}

// sin, batched as cos, to see the rule at work.
Array batched_otherwise(const Array &x) {
  auto rule = [](int64_t size, const Array &x) { return fx::cos(x) + static_cast<float>(size); };
  return fx::custom_vmap([](const Array &x) { return fx::sin(x); }, rule)(x);
}

TEST(CustomVmap, TheRuleIsWhatIsMapped) {
  const std::vector<float> ruled{std::cos(.5f) + 3, std::cos(1.5f) + 3, std::cos(-2.f) + 3};
  expect_values(batched_otherwise(kPoint), {std::sin(.7f)});
  expect_values(fx::jit(batched_otherwise)(kPoint), {std::sin(.7f)});
  expect_values(fx::vmap(batched_otherwise)(x3()), ruled);
  expect_values(fx::jit(fx::vmap(fx::jit(batched_otherwise)))(x3()), ruled);
  // The inner vmap has the rule; the outer one batches what that is made of.
  expect_values(fx::vmap(fx::vmap(batched_otherwise))(fx::reshape(x3(), {1, 3})), ruled);
  // Derivatives: those of the rule outside of vmap, of the function within.
  expect_values(fx::grad([](const Array &x) { return fx::sum(fx::vmap(batched_otherwise)(x)); })(x3()),
                {-std::sin(.5f), -std::sin(1.5f), -std::sin(-2.f)});
  expect_values(fx::vmap(fx::grad(batched_otherwise))(x3()), {std::cos(.5f), std::cos(1.5f), std::cos(-2.f)});
}

TEST(CustomVmap, WhatIsSharedComesRepeatedAndMayBeStatic) {
  auto f = fx::custom_vmap(
      [](const Array &x, const Array &w, int power) { return fx::pow(x, static_cast<float>(power)) * w; },
      [](int64_t size, const Array &x, const Array &w, int power) {
        EXPECT_EQ(w.shape(0), size);
        return 10 * fx::pow(x, static_cast<float>(power)) * w;
      });
  auto squares = [&](const Array &x, const Array &w) { return f(x, w, 2); };
  expect_values(fx::vmap(squares, {.in_axes = {0, fx::none}})(x3(), kPoint), {1.75f, 15.75f, 28});
  auto within = [&](const Array &xs) {
    return fx::scan([&](const Array &c, const Array &x) { return std::pair(squares(c, x), c); }, kPoint, xs).first;
  };
  expect_values(fx::vmap(within)(fx::ones({2, 1})), {4.9f, 4.9f});
}

TEST(CustomVmap, RulesOfWrongTypesAreRefused) {
  auto f = fx::custom_vmap([](const Array &x) { return 2 * x; }, [](int64_t, const Array &x) { return fx::sum(x); });
  EXPECT_THROW(fx::vmap(f)(x3()), fx::ShapeError);
}

TEST(LinearTranspose, IsTheMatrixTransposed) {
  Array w = fx::array({{1.f, -2.f, .5f}, {.3f, .7f, -1.f}});
  auto transposed = fx::linear_transpose([&](const Array &x) { return fx::matmul(w, x) * 2; }, fx::zeros({3}));
  expect_values(std::get<0>(transposed(fx::array({1.f, 10.f}))), {8, 10, -19});
  auto g = fx::jit([&](const Array &w) {
    auto t = fx::linear_transpose([&](const Array &x) { return fx::matmul(w, x); }, fx::zeros({3}));
    return std::get<0>(t(fx::ones({2})));
  });
  expect_values(g(w), {1.3f, -1.3f, -.5f});
  EXPECT_THROW(fx::linear_transpose([](const Array &x) { return x * x; }, fx::zeros({3})), fx::Error);
}

TEST(Hvp, IsTheHessianTimesTheVector) {
  auto f = [](const Array &x) { return fx::sum(fx::sin(x) * x * x); };
  Array v = fx::array({1.f, -1.f, .5f});
  expect_values(fx::hvp(f, x3(), v), fx::matmul(fx::hessian(f)(x3()), v).to_vector<float>());
}

}  // namespace
