// Named axes of vmap: values and derivatives that JAX gives for the same functions on devices (pmap), laws that hold
// between them, and mistakes.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/frontend/message.h"

namespace fx = fluxion;

namespace {

// clang-format off
const fx::Array kX = fx::from_vector(std::vector<float>{
    -2, 1.5, -0.5, 3, 1, -1, 2.5, 0.5, -1.5, 2, 0, -2, 1.5, -0.5, 3, 1, -1, 2.5}, {3, 3, 2});
const fx::Array kT = fx::from_vector(std::vector<float>{
    -1, 0.25, 1.5, -0.5, 0.75, 2, 0, 1.25, -0.75, 0.5, 1.75, -0.25, 1, -1, 0.25, 1.5, -0.5, 0.75, 2, 0, 1.25, -0.75, 0.5, 1.75, -0.25, 1, -1, 0.25, 1.5, -0.5, 0.75, 2, 0, 1.25, -0.75, 0.5}, {3, 6, 2});
// clang-format on

struct Case {
  const char *name;
  const fx::Array &x;
  fx::Array (*f)(const fx::Array &);
  std::vector<float> values, gradient;  // of Σ f(x)·sin(number of the element + number of the member)
};

void PrintTo(const Case &c, std::ostream *out) { *out << c.name; }

// clang-format off
const std::vector<Case> &cases() {
  static const std::vector<Case> all = {
    {"psum", kX, [](const fx::Array &x) { return fx::psum(x, "i"); },
     {2, 1.5, 1, 6, 0, -0.5, 2, 1.5, 1, 6, 0, -0.5, 2, 1.5, 1, 6, 0, -0.5},
     {1.750768, 1.891888, 0.2936149, -1.574607, -1.995142, -0.5813532, 1.750768, 1.891888, 0.2936149, -1.574607, -1.995142, -0.5813532, 1.750768, 1.891888, 0.2936149, -1.574607, -1.995142, -0.5813532}},
    {"pmean", kX, [](const fx::Array &x) { return fx::pmean(x, "i"); },
     {0.6666667, 0.5, 0.3333333, 2, 0, -0.1666667, 0.6666667, 0.5, 0.3333333, 2, 0, -0.1666667, 0.6666667, 0.5, 0.3333333, 2, 0, -0.1666667},
     {0.5835895, 0.6306295, 0.09787163, -0.524869, -0.6650475, -0.1937844, 0.5835895, 0.6306295, 0.09787163, -0.524869, -0.6650475, -0.1937844, 0.5835895, 0.6306295, 0.09787163, -0.524869, -0.6650475, -0.1937844}},
    {"pmax", kX, [](const fx::Array &x) { return fx::pmax(x, "i"); },
     {2.5, 1.5, 3, 3, 1, 2.5, 2.5, 1.5, 3, 3, 1, 2.5, 2.5, 1.5, 3, 3, 1, 2.5},
     {}},
    {"pmin", kX, [](const fx::Array &x) { return fx::pmin(x, "i"); },
     {-2, -0.5, -1.5, 1, -1, -2, -2, -0.5, -1.5, 1, -1, -2, -2, -0.5, -1.5, 1, -1, -2},
     {}},
    {"all_gather", kX, [](const fx::Array &x) { return fx::all_gather(x, "i"); },
     {-2, 1.5, -0.5, 3, 1, -1, 2.5, 0.5, -1.5, 2, 0, -2, 1.5, -0.5, 3, 1, -1, 2.5, -2, 1.5, -0.5, 3, 1, -1, 2.5, 0.5, -1.5, 2, 0, -2, 1.5, -0.5, 3, 1, -1, 2.5, -2, 1.5, -0.5, 3, 1, -1, 2.5, 0.5, -1.5, 2, 0, -2, 1.5, -0.5, 3, 1, -1, 2.5},
     {1.750768, 1.891888, 0.2936149, -1.574607, -1.995142, -0.5813532, 1.366929, 2.058463, 0.8574556, -1.131893, -2.080584, -1.116396, 0.8742015, 2.061062, 1.352992, -0.5990129, -2.000288, -1.562508}},
    {"all_gather_last", kX, [](const fx::Array &x) { return fx::all_gather(x, "i", {.axis = -1}); },
     {-2, 2.5, 1.5, 1.5, 0.5, -0.5, -0.5, -1.5, 3, 3, 2, 1, 1, 0, -1, -1, -2, 2.5, -2, 2.5, 1.5, 1.5, 0.5, -0.5, -0.5, -1.5, 3, 3, 2, 1, 1, 0, -1, -1, -2, 2.5, -2, 2.5, 1.5, 1.5, 0.5, -0.5, -0.5, -1.5, 3, 3, 2, 1, 1, 0, -1, -1, -2, 2.5},
     {1.750768, -1.574607, 1.366929, -1.131893, 0.8742015, -0.5990129, 1.891888, -1.995142, 2.058463, -2.080584, 2.061062, -2.000288, 0.2936149, -0.5813532, 0.8574556, -1.116396, 1.352992, -1.562508}},
    {"all_gather_tiled", kX, [](const fx::Array &x) { return fx::all_gather(x, "i", {.axis = 1, .tiled = true}); },
     {-2, 1.5, 2.5, 0.5, 1.5, -0.5, -0.5, 3, -1.5, 2, 3, 1, 1, -1, 0, -2, -1, 2.5, -2, 1.5, 2.5, 0.5, 1.5, -0.5, -0.5, 3, -1.5, 2, 3, 1, 1, -1, 0, -2, -1, 2.5, -2, 1.5, 2.5, 0.5, 1.5, -0.5, -0.5, 3, -1.5, 2, 3, 1, 1, -1, 0, -2, -1, 2.5},
     {1.750768, 1.891888, 1.366929, 2.058463, 0.8742015, 2.061062, 0.2936149, -1.574607, 0.8574556, -1.131893, 1.352992, -0.5990129, -1.995142, -0.5813532, -2.080584, -1.116396, -2.000288, -1.562508}},
    {"psum_scatter", kX, [](const fx::Array &x) { return fx::psum_scatter(x, "i"); },
     {2, 1.5, 1, 6, 0, -0.5},
     {0, 0.841471, 0.841471, 0.9092974, 0.9092974, 0.14112, 0, 0.841471, 0.841471, 0.9092974, 0.9092974, 0.14112, 0, 0.841471, 0.841471, 0.9092974, 0.9092974, 0.14112}},
    {"psum_scatter_tiled", kT, [](const fx::Array &x) { return fx::psum_scatter(x, "i", {.tiled = true}); },
     {-0.25, 0.25, 0.75, 1.25, 1.75, 2.25, 2.75, 3.25, 0.5, 1, 1.5, 2},
     {0, 0.841471, 0.9092974, 0.14112, 0.841471, 0.9092974, 0.14112, -0.7568025, 0.9092974, 0.14112, -0.7568025, -0.9589243, 0, 0.841471, 0.9092974, 0.14112, 0.841471, 0.9092974, 0.14112, -0.7568025, 0.9092974, 0.14112, -0.7568025, -0.9589243, 0, 0.841471, 0.9092974, 0.14112, 0.841471, 0.9092974, 0.14112, -0.7568025, 0.9092974, 0.14112, -0.7568025, -0.9589243}},
    {"ppermute_ring", kX, [](const fx::Array &x) { return fx::ppermute(x, "i", {{0, 1}, {1, 2}, {2, 0}}); },
     {1.5, -0.5, 3, 1, -1, 2.5, -2, 1.5, -0.5, 3, 1, -1, 2.5, 0.5, -1.5, 2, 0, -2},
     {0.841471, 0.9092974, 0.14112, -0.7568025, -0.9589243, -0.2794155, 0.9092974, 0.14112, -0.7568025, -0.9589243, -0.2794155, 0.6569866, 0, 0.841471, 0.9092974, 0.14112, -0.7568025, -0.9589243}},
    {"ppermute_swap", kX, [](const fx::Array &x) { return fx::ppermute(x, "i", {{0, 2}, {1, 1}, {2, 0}}); },
     {1.5, -0.5, 3, 1, -1, 2.5, 2.5, 0.5, -1.5, 2, 0, -2, -2, 1.5, -0.5, 3, 1, -1},
     {0.9092974, 0.14112, -0.7568025, -0.9589243, -0.2794155, 0.6569866, 0.841471, 0.9092974, 0.14112, -0.7568025, -0.9589243, -0.2794155, 0, 0.841471, 0.9092974, 0.14112, -0.7568025, -0.9589243}},
    {"pshuffle", kX, [](const fx::Array &x) { return fx::pshuffle(x, "i", {2, 0, 1}); },
     {1.5, -0.5, 3, 1, -1, 2.5, -2, 1.5, -0.5, 3, 1, -1, 2.5, 0.5, -1.5, 2, 0, -2},
     {0.841471, 0.9092974, 0.14112, -0.7568025, -0.9589243, -0.2794155, 0.9092974, 0.14112, -0.7568025, -0.9589243, -0.2794155, 0.6569866, 0, 0.841471, 0.9092974, 0.14112, -0.7568025, -0.9589243}},
    {"all_to_all_same", kX, [](const fx::Array &x) { return fx::all_to_all(x, "i", 0, 0); },
     {-2, 1.5, 2.5, 0.5, 1.5, -0.5, -0.5, 3, -1.5, 2, 3, 1, 1, -1, 0, -2, -1, 2.5},
     {0, 0.841471, 0.841471, 0.9092974, 0.9092974, 0.14112, 0.9092974, 0.14112, 0.14112, -0.7568025, -0.7568025, -0.9589243, -0.7568025, -0.9589243, -0.9589243, -0.2794155, -0.2794155, 0.6569866}},
    {"all_to_all_later", kX, [](const fx::Array &x) { return fx::all_to_all(x, "i", 0, 1); },
     {-2, 2.5, 1.5, 1.5, 0.5, -0.5, -0.5, -1.5, 3, 3, 2, 1, 1, 0, -1, -1, -2, 2.5},
     {}},
    {"all_to_all_earlier", kX, [](const fx::Array &x) { return fx::all_to_all(fx::swapaxes(x, 0, 1), "i", 1, 0); },
     {-2, 1.5, 2.5, 0.5, 1.5, -0.5, -0.5, 3, -1.5, 2, 3, 1, 1, -1, 0, -2, -1, 2.5},
     {}},
    {"all_to_all_tiled", kT, [](const fx::Array &x) { return fx::all_to_all(x, "i", 0, 1, {.tiled = true}); },
     {-1, 0.25, 1, -1, -0.25, 1, 1.5, -0.5, 0.25, 1.5, -1, 0.25, 0.75, 2, -0.5, 0.75, 1.5, -0.5, 0, 1.25, 2, 0, 0.75, 2, -0.75, 0.5, 1.25, -0.75, 0, 1.25, 1.75, -0.25, 0.5, 1.75, -0.75, 0.5},
     {0, 0.841471, -0.2794155, 0.6569866, 0.841471, 0.9092974, 0.6569866, 0.9893582, 0.9092974, 0.14112, 0.9893582, 0.4121185, 0.9092974, 0.14112, 0.9893582, 0.4121185, 0.14112, -0.7568025, 0.4121185, -0.5440211, -0.7568025, -0.9589243, -0.5440211, -0.9999902, -0.7568025, -0.9589243, -0.5440211, -0.9999902, -0.9589243, -0.2794155, -0.9999902, -0.5365729, -0.2794155, 0.6569866, -0.5365729, 0.420167}},
    {"pswapaxes", kX, [](const fx::Array &x) { return fx::pswapaxes(x, "i", 0); },
     {-2, 1.5, 2.5, 0.5, 1.5, -0.5, -0.5, 3, -1.5, 2, 3, 1, 1, -1, 0, -2, -1, 2.5},
     {0, 0.841471, 0.841471, 0.9092974, 0.9092974, 0.14112, 0.9092974, 0.14112, 0.14112, -0.7568025, -0.7568025, -0.9589243, -0.7568025, -0.9589243, -0.9589243, -0.2794155, -0.2794155, 0.6569866}},
  };
  return all;
}
// clang-format on

void expect_near(const fx::Array &got, const std::vector<float> &wanted) {
  std::vector<float> values = got.to_vector<float>();
  ASSERT_EQ(values.size(), wanted.size());
  for (size_t i = 0; i < values.size(); ++i)
    EXPECT_NEAR(values[i], wanted[i], 4e-6 * (1 + std::fabs(wanted[i]))) << "element " << i;
}

fx::Array weighted(fx::Array (*f)(const fx::Array &), const fx::Array &x) {
  fx::Array y = f(x), number = fx::arange(y.size()).reshape(y.shape().sizes());
  return fx::sum(y * fx::sin((number + fx::axis_index("i")).astype(fx::f32)));
}

const fx::VmapOptions kOverI{.axis_name = "i"};

class Collective : public testing::TestWithParam<Case> {};

TEST_P(Collective, GivesWhatJaxGives) {
  const Case &c = GetParam();
  expect_near(fx::vmap(c.f, kOverI)(c.x), c.values);
}

TEST_P(Collective, HasTheGradientThatJaxGivesInsideTheAxis) {
  const Case &c = GetParam();
  auto loss = [&](const fx::Array &x) { return weighted(c.f, x); };
  const fx::Array inside = fx::vmap(fx::grad(loss), kOverI)(c.x);
  if (!c.gradient.empty()) expect_near(inside, c.gradient);
  // The gradient outside is that of the sum over the axis, which is what the one inside means.
  auto total = [&](const fx::Array &x) { return fx::sum(fx::vmap(loss, kOverI)(x)); };
  expect_near(inside, fx::grad(total)(c.x).to_vector<float>());
}

TEST_P(Collective, HasTheDerivativesThatDifferencesGive) {
  const Case &c = GetParam();
  auto f = [&](const fx::Array &x) {
    return fx::sum(fx::vmap([&](const fx::Array &y) { return weighted(c.f, fx::sin(y)); }, kOverI)(x));
  };
  fx::check_grads(f, std::tuple(c.x.astype(fx::f64)), {.order = 2});
}

// Inside, a function of the axis is batched over others as any other is.
TEST_P(Collective, IsBatchedOverAnotherAxis) {
  const Case &c = GetParam();
  const fx::Array more = fx::stack({c.x, -c.x, c.x * 2});
  auto f = [&](const fx::Array &x) { return c.f(x); };
  const fx::Array inner = fx::vmap(fx::vmap(f), {.in_axes = {1}, .out_axes = {1}, .axis_name = "i"})(more);
  for (int64_t k = 0; k < 3; ++k) expect_near(inner[k], fx::vmap(f, kOverI)(more[k]).to_vector<float>());
  const fx::Array outer = fx::vmap(fx::vmap(f, kOverI))(more);
  expect_near(outer, inner.to_vector<float>());
  const fx::Array last = fx::vmap(fx::vmap(f, {.in_axes = {-1}, .out_axes = {-1}}), kOverI)(fx::moveaxis(more, 0, -1));
  expect_near(fx::moveaxis(last, -1, 0), inner.to_vector<float>());
}

// What is the same for all is not repeated before it has to be, and gives what copies of it would.
TEST_P(Collective, TakesOperandsThatAreTheSameForAll) {
  const Case &c = GetParam();
  const fx::Array one = c.x[0], copies = fx::stack({one, one, one});
  auto f = [&](const fx::Array &, const fx::Array &same) { return c.f(same); };
  const fx::Array got = fx::vmap(f, {.in_axes = {0, fx::none}, .axis_name = "i"})(fx::arange(3), one);
  expect_near(got, fx::vmap(c.f, kOverI)(copies).to_vector<float>());
}

INSTANTIATE_TEST_SUITE_P(Ops, Collective, testing::ValuesIn(cases()),
                         [](const auto &c) { return std::string(c.param.name); });

// ---- several axes; values of JAX's shard_map on a mesh of 2 × 3 devices

fx::Array two_axes(const std::function<fx::Array(const fx::Array &)> &f) {
  std::vector<float> z;
  for (int k = 0; k < 36; ++k) z.push_back(static_cast<float>(k * 7 % 11) * 0.5f - 2);
  return fx::vmap(fx::vmap(f, {.axis_name = "j"}), {.axis_name = "i"})(fx::from_vector(z, {2, 3, 6}));
}
fx::Array first(const fx::Array &x) { return x[{fx::slice(0, 1)}]; }

TEST(SeveralAxes, CountMembersWithTheLastAxisFastest) {
  expect_near(two_axes([](const fx::Array &) { return fx::axis_index({"i", "j"}); }), {0, 1, 2, 3, 4, 5});
  expect_near(two_axes([](const fx::Array &) { return fx::axis_index({"j", "i"}); }), {0, 2, 4, 1, 3, 5});
  expect_near(two_axes([](const fx::Array &x) { return x[0] * 0 + fx::axis_size({"i", "j"}); }), {6, 6, 6, 6, 6, 6});
}
TEST(SeveralAxes, Reduce) {
  expect_near(two_axes([](const fx::Array &x) { return fx::psum(x[0], {"i", "j"}); }), std::vector<float>(6, 0.5f));
  expect_near(two_axes([](const fx::Array &x) { return fx::pmax(x[0], {"i", "j"}); }), std::vector<float>(6, 2.5f));
  expect_near(two_axes([](const fx::Array &x) { return fx::psum(x[0], "i"); }), {-1.5, 2, 0, -1.5, 2, 0});
  expect_near(two_axes([](const fx::Array &x) { return fx::psum_scatter(x, {"i", "j"}); }), {0.5, 5, 4, 3, 2, 1});
}
TEST(SeveralAxes, Move) {
  std::vector<float> all;
  for (int k = 0; k < 6; ++k) all.insert(all.end(), {-2, 2.5, 1.5, 0.5, -0.5, -1.5});
  expect_near(two_axes([](const fx::Array &x) { return fx::all_gather(first(x), {"i", "j"}); }), all);
  expect_near(two_axes([](const fx::Array &x) { return fx::all_gather(first(x), {"i", "j"}, {.tiled = true}); }), all);
  expect_near(two_axes([](const fx::Array &x) {
                return fx::ppermute(first(x), {"i", "j"}, {{0, 2}, {1, 3}, {2, 4}, {3, 5}, {4, 0}});
              }),
              {-0.5, 0, -2, 2.5, 1.5, 0.5});
  expect_near(two_axes([](const fx::Array &x) { return fx::all_to_all(x, {"i", "j"}, 0, 0); }),
              {-2, 2.5, 1.5, 0.5, -0.5, -1.5, 1.5, 0.5, -0.5, -1.5, 3,   2,   -0.5, -1.5, 3,   2,   1,   0,
               3,  2,   1,   0,   -1,   -2,   1,   0,   -1,   -2,   2.5, 1.5, -1,   -2,   2.5, 1.5, 0.5, -0.5});
  expect_near(two_axes([](const fx::Array &x) { return fx::pbroadcast(x[0], {"i", "j"}, 4); }),
              std::vector<float>(6, -0.5f));
}

TEST(NamedAxis, PermutesToSomeAndLeavesZeros) {
  auto f = [](const fx::Array &x) { return fx::ppermute(x, "i", {{0, 1}, {1, 2}}); };
  expect_near(fx::vmap(f, kOverI)(fx::array({1.f, 2.f, 3.f, 4.f})), {0, 1, 2, 0});
  auto same = [](const fx::Array &, const fx::Array &x) { return fx::ppermute(x, "i", {{0, 1}, {1, 2}}); };
  expect_near(fx::vmap(same, {.in_axes = {0, fx::none}, .axis_name = "i"})(fx::arange(4), fx::array(5.f)),
              {0, 5, 5, 0});
}

TEST(NamedAxis, SumsTreesNumbersBoolsAndIntegers) {
  struct Moments {
    fx::Array mean, square;
    int count = 7;
  };
  auto f = [](const Moments &m) { return fx::pmean(m, "i"); };
  const Moments m = fx::vmap(f, kOverI)(Moments{fx::array({1.f, 2.f, 6.f}), fx::array({1, 2, 4})});
  expect_near(m.mean, {3, 3, 3});
  expect_near(m.square, {7.f / 3, 7.f / 3, 7.f / 3});
  EXPECT_EQ(m.count, 7);
  auto count = [](const fx::Array &x) { return fx::psum(x > 1, "i") + fx::psum(1, "i"); };
  const fx::Array counted = fx::vmap(count, kOverI)(fx::array({1.f, 2.f, 6.f}));
  EXPECT_EQ(counted.dtype(), fx::i32);
  expect_near(counted, {5, 5, 5});
  // i8 wraps around as a sum does, also where all members have the same.
  auto wrap = [](const fx::Array &, const fx::Array &x) { return fx::psum(x, "i"); };
  const fx::Array wrapped =
      fx::vmap(wrap, {.in_axes = {0, fx::none}, .axis_name = "i"})(fx::arange(300), fx::array(3).astype(fx::i8));
  EXPECT_EQ(wrapped[0].item<int>(), 900 - 4 * 256);
}

TEST(NamedAxis, IsKnownInsideOfControlFlow) {
  auto f = [](const fx::Array &x) {
    auto step = [](const fx::Array &carry, const fx::Array &y) {
      return std::pair(carry + fx::psum(y, "i"), carry * fx::axis_index("i"));
    };
    auto [total, seen] = fx::scan(step, fx::zeros({}), x);
    auto more = [](const fx::Array &t) { return t < 40 + fx::axis_index("i").astype(fx::f32); };
    return fx::while_loop(more, [](const fx::Array &t) { return t + fx::pmax(t, "i") / 4; }, total) + fx::sum(seen);
  };
  const fx::Array x = fx::array({{1.f, 2.f}, {3.f, 4.f}, {5.f, 6.f}});
  // total = 21; seen sums to 9·i. Loop: 21 → 26.25 → 32.8125 → 41.015625 for all, then the one below 42 goes on.
  expect_near(fx::vmap(f, kOverI)(x), {41.015625f, 41.015625f + 9, 41.015625f * 1.25f + 18});
}

TEST(NamedAxis, IsTheInnermostOfItsName) {
  auto inner = [](const fx::Array &x) { return fx::psum(x, "i"); };
  auto outer = [&](const fx::Array &x) { return fx::vmap(inner, kOverI)(x) + fx::psum(x, "i"); };
  const fx::Array x = fx::array({{1.f, 2.f}, {3.f, 4.f}});
  expect_near(fx::vmap(outer, kOverI)(x), {3 + 4, 3 + 6, 7 + 4, 7 + 6});
  // A pullback of the outer axis, called within an inner one of the same name, still sums over the outer one.
  auto mixed = [&](const fx::Array &x) {
    auto [y, pullback] = fx::vjp(inner, x[0]);
    return fx::vmap([&](const fx::Array &ct) { return std::get<0>(pullback(ct)); }, kOverI)(x);
  };
  expect_near(fx::vmap(mixed, kOverI)(x), {4, 6, 4, 6});
}

// A rule of one's own speaks of one member, as the function does.
TEST(NamedAxis, IsKnownInsideOfCustomRules) {
  auto plain = [](const fx::Array &x) { return fx::psum(fx::sin(x), "i"); };
  auto forward = [](const fx::Array &x) { return std::pair(fx::psum(fx::sin(x), "i"), x); };
  auto backward = [](const fx::Array &x, const fx::Array &ct) { return std::tuple(fx::psum(ct, "i") * fx::cos(x)); };
  auto custom = fx::custom_vjp(plain, forward, backward);
  const fx::Array x = fx::array({0.5f, 1.f, 2.f});
  auto gradients = [&](auto f) {
    auto loss = [&](const fx::Array &y) { return f(y) * y; };
    auto total = [&](const fx::Array &y) { return fx::sum(fx::vmap(loss, kOverI)(y)); };
    return std::pair(fx::vmap(fx::grad(loss), kOverI)(x), fx::grad(total)(x));
  };
  const auto [inside, outside] = gradients(custom);
  const std::vector<float> wanted = gradients(plain).first.to_vector<float>();
  expect_near(inside, wanted);
  expect_near(outside, wanted);
  auto kept = fx::checkpoint([&](const fx::Array &y) { return plain(y) * fx::axis_index("i"); });
  auto twice = [&](const fx::Array &y) { return fx::sum(fx::vmap(kept, kOverI)(y)); };
  auto same = [&](const fx::Array &y) {
    return fx::sum(fx::vmap([&](const fx::Array &v) { return plain(v) * fx::axis_index("i"); }, kOverI)(y));
  };
  expect_near(fx::grad(twice)(x), fx::grad(same)(x).to_vector<float>());
}

TEST(NamedAxis, MayHaveItsSizeFromTheOptions) {
  auto f = [](const fx::Array &x) { return x + fx::axis_index("i").astype(fx::f32); };
  expect_near(fx::vmap(f, {.in_axes = {fx::none}, .axis_name = "i", .axis_size = 3})(fx::array(1.f)), {1, 2, 3});
  auto alone = [] { return fx::axis_index("i"); };
  expect_near(fx::vmap(alone, {.axis_name = "i", .axis_size = 2})(), {0, 1});
}

// ---- mistakes

TEST(NamedAxis, UnboundIsAnErrorWithTheLine) {
  const std::string none = message<fx::Error>([] { fx::psum(fx::array(1.f), "batch"); });
  EXPECT_SAYS(none, "psum: no axis is named \"batch\" here (none is): vmap(f, {.axis_name = \"batch\"}) names one");
  EXPECT_SAYS(none, "collective_test.cpp:");
  const std::string other = message<fx::Error>(
      [] { fx::vmap([](const fx::Array &x) { return fx::axis_index("j") + x; }, kOverI)(fx::arange(3)); });
  EXPECT_SAYS(other, "axis_index: no axis is named \"j\" here (there is \"i\")");
}

TEST(NamedAxis, SizesAndNumbersAreChecked) {
  auto with = [](auto f) { return message<fx::ShapeError>([&] { fx::vmap(f, kOverI)(fx::ones({3, 4})); }); };
  EXPECT_SAYS(with([](const fx::Array &x) { return fx::psum_scatter(x, "i"); }),
              "psum_scatter: dimension 0 of f32[4] is 4, but there are 3 members");
  EXPECT_SAYS(with([](const fx::Array &x) { return fx::psum_scatter(x, "i", {.tiled = true}); }),
              "cannot be cut into 3 equal parts");
  EXPECT_SAYS(with([](const fx::Array &x) { return fx::all_to_all(x, "i", 0, 0); }),
              "all_to_all: dimension 0 of f32[4]");
  EXPECT_SAYS(with([](const fx::Array &x) { return fx::ppermute(x, "i", {{0, 3}}); }),
              "the pair (0, 3) is out of range");
  EXPECT_SAYS(with([](const fx::Array &x) { return fx::ppermute(x, "i", {{0, 1}, {2, 1}}); }), "the pair (2, 1)");
  EXPECT_SAYS(with([](const fx::Array &x) { return fx::pshuffle(x, "i", {0, 0, 1}); }),
              "pshuffle: [0, 0, 1] does not permute 3 members");
  EXPECT_SAYS(with([](const fx::Array &x) { return fx::pbroadcast(x, "i", 3); }), "there is no member 3: there are 3");
  EXPECT_SAYS(
      message<fx::ShapeError>([] { fx::vmap([](const fx::Array &x) { return x; }, {.axis_size = 2})(fx::ones({3})); }),
      "vmap: the mapped sizes differ");
  EXPECT_SAYS(message<fx::Error>(
                  [] { fx::vmap([](const fx::Array &x) { return fx::psum(x, {"i", "i"}); }, kOverI)(fx::ones({3})); }),
              "axis \"i\" is named twice");
}

}  // namespace
