// Control flow: values, derivatives, batches.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <cmath>
#include <ctime>
#include <functional>

namespace fx = fluxion;

namespace {

std::vector<float> floats(const fx::Array &x) { return x.to_vector<float>(); }
fx::Array scalar(float x) { return fx::array(x); }

TEST(Cond, TakesOneBranch) {
  auto f = [](const fx::Array &p, const fx::Array &x) {
    return fx::cond(p > 0, [](const fx::Array &x) { return x * 2; }, [](const fx::Array &x) { return -x; }, x);
  };
  EXPECT_FLOAT_EQ(f(scalar(1), scalar(3)).item<float>(), 6);
  EXPECT_FLOAT_EQ(f(scalar(-1), scalar(3)).item<float>(), -3);
  EXPECT_FLOAT_EQ(fx::grad<1>(f)(scalar(-1), scalar(3)).item<float>(), -1);
  fx::Array many = fx::vmap(f, {.in_axes = {0, fx::none}})(fx::array({1.f, -1.f, 2.f}), scalar(3));
  EXPECT_EQ(floats(many), (std::vector<float>{6, -3, 6}));
}

TEST(Cond, UsesWhatIsAround) {
  fx::Array a = scalar(10), b = scalar(20);
  auto f = fx::jit([&](const fx::Array &x) { return fx::cond(x > 0, [&] { return a + x; }, [&] { return b * x; }); });
  EXPECT_FLOAT_EQ(f(scalar(1)).item<float>(), 11);
  EXPECT_FLOAT_EQ(f(scalar(-1)).item<float>(), -20);
}

TEST(Switch, ClampsItsIndex) {
  using Branch = std::function<fx::Array(const fx::Array &)>;
  std::vector<Branch> branches{[](const fx::Array &x) { return x; }, [](const fx::Array &x) { return x * x; },
                               [](const fx::Array &x) { return x + 100; }};
  auto at = [&](int i) { return fx::switch_(fx::array(i), branches, scalar(5)).item<float>(); };
  EXPECT_FLOAT_EQ(at(0), 5);
  EXPECT_FLOAT_EQ(at(1), 25);
  EXPECT_FLOAT_EQ(at(2), 105);
  EXPECT_FLOAT_EQ(at(9), 105);
}

TEST(While, RunsUntilItsConditionFails) {
  auto collatz = fx::jit([](const fx::Array &n) {
    return fx::while_loop([](const std::pair<fx::Array, fx::Array> &s) { return s.first != 1; },
                          [](const std::pair<fx::Array, fx::Array> &s) {
                            fx::Array n = s.first;
                            return std::pair(fx::where(n % 2 == 0, fx::floor_divide(n, 2), n * 3 + 1), s.second + 1);
                          },
                          std::pair(n, fx::array(0)))
        .second;
  });
  EXPECT_EQ(collatz(fx::array(27)).item<int>(), 111);
  EXPECT_EQ(fx::vmap(collatz)(fx::array({1, 2, 27, 7})).to_vector<int>(), (std::vector<int>{0, 1, 111, 16}));
}

// Bodies are traced more than once, and make another array each time.
TEST(While, ArraysMadeInABodyAreItsConstants) {
  auto grow = [](const fx::Array &x) {
    return fx::while_loop([](const fx::Array &s) { return fx::sum(s * fx::array({1.f, 10.f})) < 100; },
                          [](const fx::Array &s) { return s * fx::array({2.f, 3.f}); }, x);
  };
  EXPECT_EQ(floats(grow(fx::array({1.f, 1.f}))), (std::vector<float>{8, 27}));
  EXPECT_EQ(floats(fx::jit(grow)(fx::array({1.f, 1.f}))), (std::vector<float>{8, 27}));
}

TEST(While, HasAForwardDerivative) {
  auto power = [](const fx::Array &x) {
    return fx::while_loop(
               [](const std::pair<fx::Array, fx::Array> &s) { return s.second < 3; },
               [&](const std::pair<fx::Array, fx::Array> &s) { return std::pair(s.first * x, s.second + 1); },
               std::pair(x, fx::array(0)))
        .first;
  };
  auto [y, dy] = fx::jvp(power, std::tuple(scalar(2)), std::tuple(scalar(1)));
  EXPECT_FLOAT_EQ(y.item<float>(), 16);
  EXPECT_FLOAT_EQ(dy.item<float>(), 32);
}

TEST(While, HasNoReverseDerivativeAndSaysSo) {
  auto f = [](const fx::Array &x) {
    return fx::while_loop([](const fx::Array &v) { return v < 10; }, [](const fx::Array &v) { return v * 2; }, x);
  };
  try {
    fx::grad(f)(scalar(1));
    FAIL() << "no error";
  } catch (const fx::Error &e) {
    EXPECT_NE(std::string(e.what()).find("while loop has no reverse derivative"), std::string::npos) << e.what();
  }
}

TEST(Scan, CarriesAndStacks) {
  auto step = [](const fx::Array &c, const fx::Array &x) { return std::pair(c + x, c * x); };
  auto [c, ys] = fx::scan(step, scalar(1), fx::array({1.f, 2.f, 3.f}));
  EXPECT_FLOAT_EQ(c.item<float>(), 7);
  EXPECT_EQ(floats(ys), (std::vector<float>{1, 4, 12}));
  auto [r, back] = fx::scan(step, scalar(1), fx::array({1.f, 2.f, 3.f}), {.reverse = true});
  EXPECT_FLOAT_EQ(r.item<float>(), 7);
  EXPECT_EQ(floats(back), (std::vector<float>{6, 8, 3}));
  auto [zero, none] = fx::scan(step, scalar(1), fx::zeros({0}));
  EXPECT_FLOAT_EQ(zero.item<float>(), 1);
  EXPECT_EQ(none.size(), 0);
}

TEST(Scan, DerivativesOfARecurrentNet) {
  fx::Array xs = fx::random::normal(fx::random::Key(1), {5, 3}),
            w = fx::random::normal(fx::random::Key(2), {3, 3}) * 0.5;
  auto loss = [&](const fx::Array &w, const fx::Array &xs) {
    auto step = [&](const fx::Array &h, const fx::Array &x) {
      fx::Array next = fx::tanh(fx::matmul(h, w) + x);
      return std::pair(next, fx::sum(next));
    };
    auto [h, sums] = fx::scan(step, fx::zeros({3}), xs);
    return fx::sum(h * h) + fx::sum(sums);
  };
  fx::check_grads(loss, std::tuple(w, xs));
  fx::check_grads(fx::jit(loss), std::tuple(w, xs), {.order = 1});
  auto per = fx::vmap(fx::grad(loss), {.in_axes = {fx::none, 0}})(w, fx::stack({xs, xs * 2}));
  fx::Array alone = fx::grad(loss)(w, xs * 2);
  EXPECT_NEAR(fx::max(fx::abs(per[1] - alone)).item<float>(), 0, 1e-4);
}

fx::Array nested(const fx::Array &x, int deep) {
  if (deep == 0) return fx::sin(x);
  auto step = [deep](const fx::Array &c, const fx::Array &) { return std::pair(nested(c, deep - 1), std::tuple<>()); };
  return fx::scan(step, x, fx::zeros({1})).first;
}

// What is asked about loops before they are differentiated takes no time that doubles with each loop around.
TEST(Scan, NestedDeeply) {
  auto f = [](const fx::Array &x) { return nested(x, 50); };
  EXPECT_FLOAT_EQ(fx::jit(fx::grad(f))(scalar(0.5)).item<float>(), std::cos(0.5f));
  EXPECT_FLOAT_EQ(std::get<1>(fx::jvp(f, std::tuple(scalar(0.5)), std::tuple(scalar(1)))).item<float>(),
                  std::cos(0.5f));
  EXPECT_FLOAT_EQ(fx::vmap(f)(fx::array({0.5f, 1.f}))[1].item<float>(), std::sin(1.f));
  try {
    fx::jit([](const fx::Array &x) { return nested(x, 200); })(scalar(0.5));
    FAIL() << "no error";
  } catch (const fx::Error &e) {
    EXPECT_NE(
        std::string(e.what()).find("scan: loops and branches are nested more than 64 deep\n  at control_test.cpp"),
        std::string::npos)
        << e.what();
  }
}

// Nor does tracing what is in branches, or batching it.
TEST(Cond, NestedDeeply) {
  std::function<fx::Array(const fx::Array &, int)> nested = [&](const fx::Array &x, int deep) -> fx::Array {
    if (deep == 0) return fx::sin(x);
    if (deep % 2 == 0) return fx::cond(x > 0, [&] { return nested(x, deep - 1); }, [&] { return x * x; });
    auto step = [&](const fx::Array &c) { return nested(c, deep - 1) + 2; };
    return fx::while_loop([](const fx::Array &c) { return c < 2; }, step, x, {.max_steps = 3}) - 2;
  };
  auto f = [&](const fx::Array &x) { return nested(x, 30); };
  EXPECT_FLOAT_EQ(fx::jit(f)(scalar(0.5)).item<float>(), std::sin(0.5f));
  EXPECT_FLOAT_EQ(fx::vmap(f)(fx::array({0.5f, 1.f}))[1].item<float>(), std::sin(1.f));
}

// Nor the second derivatives of loops that are checkpointed: their size, and the time for it, grow like a power of the
// depth.
TEST(While, SecondDerivativesOfNestedLoops) {
  std::function<fx::Array(const fx::Array &, int)> nested = [&](const fx::Array &x, int deep) -> fx::Array {
    if (deep == 0) return x;
    auto step = [&](const fx::Array &c) { return nested(fx::sin(c), deep - 1) + c; };
    return fx::while_loop([](const fx::Array &c) { return fx::sum(c) < 100; }, step, x, {.max_steps = 40});
  };
  auto time = [&](int deep) {
    auto f = [&](const fx::Array &x) { return fx::sum(nested(x, deep)); };
    const clock_t begin = clock();
    fx::jit(fx::hessian(f)).lower(fx::ones({2}));
    return static_cast<double>(clock() - begin) / CLOCKS_PER_SEC;
  };
  const double seven = time(7);
  EXPECT_LT(time(14), 50 * seven);
}

// Any number of iterations written out, with and without some left over, gives the same.
TEST(Scan, UnrolledIsTheSame) {
  const fx::Array xs = fx::random::normal(fx::random::Key(1), {7, 2}, fx::f64);
  auto run = [&](const fx::ScanOptions &options) {
    auto f = [options](const fx::Array &x) {
      auto step = [&](const std::pair<fx::Array, fx::Array> &c, const fx::Array &x) {
        fx::Array next = fx::sin(c.first) * x + c.first;
        return std::pair(std::pair(next, c.second * 2 + 1), std::tuple(next * x, c.second));
      };
      auto [c, ys] = fx::scan(step, std::pair(x[3], fx::array(0)), x, options);
      return std::tuple(c.first, c.second, std::get<0>(ys), std::get<1>(ys));
    };
    auto loss = [f](const fx::Array &x) { return fx::sum(std::get<0>(f(x))) + fx::sum(std::get<2>(f(x))); };
    auto [c, n, ys, counts] = f(xs);
    auto [jc, jn, jys, jcounts] = fx::jit(f)(xs);
    return std::vector<fx::Array>{c, n, ys, counts, jc, jn, jys, jcounts, fx::grad(loss)(xs), fx::hvp(loss, xs, xs)};
  };
  for (const bool reverse : {false, true}) {
    const std::vector<fx::Array> wanted = run({.reverse = reverse});
    for (const int64_t unroll : {2, 3, 6, 7, 100}) {
      const std::vector<fx::Array> got = run({.reverse = reverse, .unroll = unroll});
      for (size_t i = 0; i < got.size(); ++i)
        EXPECT_TRUE(fx::allclose(got[i], wanted[i], {.rtol = 1e-12}).item<bool>()) << unroll << " " << i;
    }
  }
}

TEST(Scan, UnrolledAsOftenAsAskedFor) {
  auto sines = [](int64_t unroll) {
    auto step = [](const fx::Array &c, const fx::Array &x) { return std::pair(fx::sin(c) + x, std::tuple<>()); };
    auto f = [&](const fx::Array &x) { return fx::scan(step, scalar(1), x, {.unroll = unroll}).first; };
    const std::string ir = fx::make_ir(f)(fx::zeros({12}));
    int count = 0;
    for (size_t at = 0; (at = ir.find("fx.sine", at)) != std::string::npos; ++at) ++count;
    return std::pair(count, ir.find("fx.scan") != std::string::npos);
  };
  EXPECT_EQ(sines(1), std::pair(1, true));
  EXPECT_EQ(sines(4), std::pair(4, true));
  EXPECT_EQ(sines(5), std::pair(6, true));  // two loops
  EXPECT_EQ(sines(12), std::pair(12, false));
  EXPECT_THROW(sines(0), fx::Error);
}

// Reverse mode through a loop that may take n steps: a state each √n steps, one more for each step between two of them.
TEST(While, ReverseTakesTheMemoryOfTheRootOfItsSteps) {
  constexpr int64_t kSize = 1024;
  auto temporaries = [&](const fx::WhileOptions &options) {
    auto loss = [options](const fx::Array &x) {
      auto body = [x](const fx::Array &c) { return fx::sin(c) * x + c; };
      return fx::sum(fx::while_loop([](const fx::Array &c) { return fx::sum(c) < 1e3f; }, body, x, options));
    };
    return fx::jit(fx::grad(loss)).lower(fx::ones({kSize})).compile().memory().temporaries /
           static_cast<int64_t>(kSize * sizeof(float));
  };
  EXPECT_LT(temporaries({.max_steps = 100}), 60);  // in arrays of the loop's size
  EXPECT_LT(temporaries({.max_steps = 10000}), 450);
  EXPECT_GT(temporaries({.max_steps = 100, .keep_all = true}), 99);
}

// The same numbers from both, if the loop ends early, at its bound, or at once.
TEST(While, ReverseIsTheSameHoweverMuchIsKept) {
  for (const double limit : {100.0, 1e300, 0.0}) {
    auto loss = [&](bool keep_all) {
      return [limit, keep_all](const fx::Array &x) {
        auto body = [x](const fx::Array &c) { return c * 1.05 + fx::sin(x); };
        return fx::sum(fx::while_loop([&](const fx::Array &c) { return fx::sum(c) < limit; }, body, x,
                                      {.max_steps = 50, .keep_all = keep_all}));
      };
    };
    const fx::Array x = fx::array({0.25, 0.75});
    fx::check_grads(loss(false), std::tuple(x));
    EXPECT_TRUE(fx::allclose(fx::grad(loss(false))(x), fx::grad(loss(true))(x), {.rtol = 1e-13}).item<bool>());
    EXPECT_TRUE(
        fx::allclose(fx::jit(fx::hessian(loss(false)))(x), fx::hessian(loss(true))(x), {.rtol = 1e-12}).item<bool>());
  }
}

TEST(ForiLoop, CountsAndDifferentiates) {
  auto f = [](const fx::Array &x) {
    return fx::fori_loop(1, 4, [&](const fx::Array &i, const fx::Array &c) { return c * x + i; }, x);
  };
  EXPECT_FLOAT_EQ(f(scalar(2)).item<float>(), ((2 * 2 + 1) * 2 + 2) * 2 + 3);
  fx::check_grads(f, std::tuple(scalar(1.5)));
}

TEST(Map, RunsOneAfterTheOther) {
  EXPECT_EQ(floats(fx::map([](const fx::Array &x) { return x * x; }, fx::arange(4, fx::f32))),
            (std::vector<float>{0, 1, 4, 9}));
}

// The loop reads a constant in every iteration that is also what its carry begins with: the carry may not take its
// place.
TEST(Scan, ACarryThatBeginsAsAConstantOfTheLoop) {
  auto f = fx::jit([](const fx::Array &x, const fx::Array &ys) {
    fx::Array start = x * 2;
    auto step = [&](const fx::Array &c, const fx::Array &y) { return std::pair(c * y + start, c); };
    auto count = [&](const fx::Array &, const fx::Array &c) { return c * 2 + start; };
    return std::pair(fx::scan(step, start, ys).first, fx::fori_loop(0, 3, count, start));
  });
  auto [scanned, counted] = f(fx::array({1.f, 2.f, 3.f}), fx::array({1.f, 2.f, 3.f}));
  EXPECT_EQ(scanned.to_vector<float>(), (std::vector<float>{32, 64, 96}));  // ((s·1 + s)·2 + s)·3 + s
  EXPECT_EQ(counted.to_vector<float>(), (std::vector<float>{30, 60, 90}));  // ((s·2 + s)·2 + s)·2 + s
}

}  // namespace
