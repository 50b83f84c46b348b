// Derivatives where the branch that was not taken has none.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <cmath>

namespace fx = fluxion;
using fx::Array;

namespace {

using F = std::function<Array(const Array &)>;

constexpr float kNone = -INFINITY;

struct Case {
  const char *name;
  F f;
  std::vector<float> x, slope;  // f is elementwise, or sums over all
};

const Case kCases[] = {
    {"sqrt chosen", [](const Array &x) { return fx::where(x > 0, fx::sqrt(x), 0); }, {0, 4, -1}, {0, 0.25f, 0}},
    {"sqrt of chosen", [](const Array &x) { return fx::sqrt(fx::where(x > 0, x, 0)); }, {0, 4, -1}, {0, 0.25f, 0}},
    {"x/x", [](const Array &x) { return fx::where(x != 0, x / x, 0); }, {0, 2}, {0, 0}},
    {"sin x/x", [](const Array &x) { return fx::where(x == 0, 1, fx::sin(x) / x); }, {0, 1}, {0, -0.30116868f}},
    {"x log x", [](const Array &x) { return fx::where(x > 0, x * fx::log(x), 0); }, {0, 1}, {0, 1}},
    {"power", [](const Array &x) { return fx::where(x > 0, fx::power(x, 0.5), x); }, {0, 4}, {1, 0.25f}},
    {"of a reciprocal", [](const Array &x) { return fx::where(x > 0, fx::exp(-1 / x), 0); }, {0, 1}, {0, 0.36787944f}},
    {"chosen twice",
     [](const Array &x) { return fx::where(x > 1, fx::where(x > 2, fx::sqrt(x - 2), 3), fx::log(x - 1)); },
     {2, 3, 1.5f},
     {0, 0.5f, 0}},
    {"through shapes",
     [](const Array &x) {
       Array y = fx::sqrt(fx::repeat(x.reshape({-1, 1}), 2, 1));
       return fx::sum(fx::where(x > 0, fx::sum(y, 1), 0) * 0.5);
     },
     {0, 4},
     {0, 0.25f}},
    {"sum of a row that does not count",
     [](const Array &x) {
       Array rows = fx::stack({x, x - x}), root = fx::sqrt(fx::sum(rows, 1));
       return fx::sum(fx::where(fx::array({true, false}), root, 0));
     },
     {1, 3},
     {0.25f, 0.25f}},
    {"standard deviation", [](const Array &x) { return fx::std(x); }, {2, 2, 2}, {0, 0, 0}},
    {"variance", [](const Array &x) { return fx::var(x); }, {2, 2, 2}, {0, 0, 0}},
    {"hypot", [](const Array &x) { return fx::hypot(x, 2 * x); }, {0, 1}, {0, 2.236068f}},
    {"logsumexp of nothing",
     [](const Array &x) { return fx::special::logsumexp(fx::where(x > 9, x, kNone)); },
     {1, 2},
     {0, 0}},
    {"log_softmax beside -inf",
     [](const Array &x) { return fx::nn::log_softmax(fx::where(x < 9, x, kNone))[0]; },
     {1, 1, 9},
     {0.5f, -0.5f, 0}},
    {"softmax of a masked row",
     [](const Array &x) {
       Array rows = fx::stack({x, fx::where(x > 9, x, kNone)}), p = fx::nn::softmax(rows);
       return fx::sum(fx::where(fx::array({{true}, {false}}), p, 0) * fx::array({1.f, 0.f}));
     },
     {1, 1},
     {0.25f, -0.25f}},
    {"in a loop",
     [](const Array &x) {
       auto step = [](const Array &, const Array &y) { return fx::where(y > 0, fx::sqrt(y), 0); };
       return fx::fori_loop(0, 2, step, x);
     },
     {0, 16},
     {0, 0.03125f}},
    {"in a branch",
     [](const Array &x) {
       auto root = [](const Array &y) { return fx::where(y > 0, fx::sqrt(y), 0); };
       return fx::cond(fx::sum(x) > 0, root, [](const Array &y) { return y; }, x);
     },
     {0, 4},
     {0, 0.25f}},
    {"out of a loop",  // fori_loop is a scan
     [](const Array &x) {
       auto root = [](const Array &, const Array &y) { return fx::sqrt(y); };
       return fx::where(x > 0, fx::fori_loop(0, 2, root, x), 0);
     },
     {0, 16},
     {0, 0.03125f}},
    {"into a loop",
     [](const Array &x) {
       auto step = [](const Array &, const Array &y) { return fx::sqrt(y); };
       return fx::where(x > 0, fx::fori_loop(0, 1, step, fx::where(x > 0, x, 0)), x);
     },
     {0, 16},
     {1, 0.125f}},
    {"out of a scan's rows",
     [](const Array &x) {
       auto step = [&](const Array &c, const Array &v) { return std::pair(c + v, fx::log(x) * v); };
       Array rows = fx::scan(step, fx::zeros_like(x), fx::ones({2})).second;
       return fx::where(x > 0, fx::sum(rows, 0), 0);
     },
     {0, 4},
     {0, 0.5f}},
    {"one iteration's choice in the next",
     [](const Array &x) {
       auto step = [](const Array &c, const Array &v) {
         Array next = fx::sqrt(fx::where(v > 0, c, 0));
         return std::pair(next, next);
       };
       return fx::scan(step, x, fx::array({0.f, 1.f})).first;
     },
     {0, 4},
     {0, 0}},
    {"out of a branch",
     [](const Array &x) {
       auto root = [](const Array &y) { return fx::sqrt(y); };
       return fx::where(x > 0, fx::cond(fx::sum(x) > 0, root, [](const Array &y) { return y; }, x), 0);
     },
     {0, 4},
     {0, 0.25f}},
    {"out of a loop in a branch",
     [](const Array &x) {
       auto root = [](const Array &y) {
         return fx::fori_loop(0, 2, [](const Array &, const Array &c) { return fx::sqrt(c); }, y);
       };
       return fx::where(x > 0, fx::cond(fx::sum(x) > 0, root, [](const Array &y) { return y; }, x), 0);
     },
     {0, 16},
     {0, 0.03125f}},
};

void expect(const char *name, const Array &got, const std::vector<float> &wanted) {
  std::vector<float> values = got.to_vector<float>();
  ASSERT_EQ(values.size(), wanted.size()) << name;
  for (size_t i = 0; i < values.size(); ++i) EXPECT_NEAR(values[i], wanted[i], 1e-5) << name << ", element " << i;
}

Array gradient(const F &f, const Array &x) {
  return fx::grad([&](const Array &y) { return fx::sum(f(y)); })(x);
}
// By forward mode, one direction after the other.
Array forward(const F &f, const Array &x) {
  std::vector<Array> slopes;
  for (int64_t i = 0; i < x.size(); ++i) {
    Array direction = fx::zeros_like(x).at(i).set(1);
    auto total = [&](const Array &y) { return fx::sum(f(y)); };
    slopes.push_back(std::get<1>(fx::jvp(total, std::tuple(x), std::tuple(direction))));
  }
  return fx::stack(slopes);
}

TEST(NanSafe, Gradients) {
  for (const Case &c : kCases) expect(c.name, gradient(c.f, fx::from_vector(c.x)), c.slope);
}

TEST(NanSafe, ForwardMode) {
  for (const Case &c : kCases) expect(c.name, forward(c.f, fx::from_vector(c.x)), c.slope);
}

TEST(NanSafe, Compiled) {
  for (const Case &c : kCases)
    expect(c.name, fx::jit([&](const Array &x) { return gradient(c.f, x); })(fx::from_vector(c.x)), c.slope);
}

TEST(NanSafe, LinearisedOnceAppliedOften) {
  const Case &c = kCases[1];
  Array x = fx::from_vector(c.x);
  auto [y, push] = fx::linearize(c.f, x);
  expect(c.name, push(fx::ones_like(x)), c.slope);
}

// Derivatives of derivatives are finite, by every pair of modes.
TEST(NanSafe, SecondOrder) {
  for (const Case &c : kCases) {
    Array x = fx::from_vector(c.x);
    auto slopes = [&](const Array &y) { return gradient(c.f, y); };
    for (const Array &second :
         {gradient(slopes, x), forward(slopes, x), gradient([&](const Array &y) { return forward(c.f, y); }, x)})
      for (float v : second.to_vector<float>()) EXPECT_TRUE(std::isfinite(v)) << c.name << ": " << second;
  }
  Array x = fx::array({0.f, 4.f});
  auto slopes = [](const Array &y) { return gradient(kCases[0].f, y); };
  expect("second derivative of sqrt", gradient(slopes, x), {0, -1.f / 32});
}

// A loop without a fixed number of iterations has forward derivatives.
TEST(NanSafe, ForwardThroughWhile) {
  using State = std::pair<Array, Array>;
  auto f = [](const Array &x) {
    auto again = [](const State &s) { return s.first < 2; };
    auto root = [](const State &s) { return State(s.first + 1, fx::sqrt(s.second)); };
    return fx::where(x > 0, fx::while_loop(again, root, State(fx::array(0), fx::where(x > 0, x, 0))).second, 0);
  };
  expect("while", forward(f, fx::array({0.f, 16.f})), {0, 0.03125f});
}

TEST(NanSafe, BatchedGradients) {
  auto f = [](const Array &x) { return fx::where(x > 0, fx::sqrt(x), 0); };
  expect("vmap of grad", fx::vmap(fx::grad(f))(fx::array({0.f, 4.f})), {0, 0.25f});
}

TEST(NanSafe, PlainRuleOnRequest) {
  const Case &c = kCases[0];
  Array x = fx::from_vector(c.x);
  fx::config::nan_safe_gradients(false);
  Array plain = gradient(c.f, x);
  fx::config::nan_safe_gradients(true);
  EXPECT_TRUE(std::isnan(plain.to_vector<float>()[0]));
  EXPECT_EQ(plain.to_vector<float>()[1], 0.25f);
  for (const Case &loop : kCases) {
    if (std::string(loop.name) != "out of a loop" && std::string(loop.name) != "out of a branch") continue;
    fx::config::nan_safe_gradients(false);
    plain = gradient(loop.f, fx::from_vector(loop.x));
    fx::config::nan_safe_gradients(true);
    EXPECT_TRUE(std::isnan(plain.to_vector<float>()[0])) << loop.name;
  }
}

}  // namespace
