// Outside of jit, derivatives know their arguments: C++ control flow may depend on values. What it computes is compared
// with the same function written by cond, where and scan, whose values are not needed while tracing.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <sstream>

namespace fx = fluxion;

namespace {

using Arrays = std::vector<fx::Array>;

void expect_near(const fx::Array &got, const fx::Array &want, double tolerance = 1e-5) {
  ASSERT_EQ(to_string(got.type()), to_string(want.type()));
  const std::vector<double> a = got.to_vector<double>(), b = want.to_vector<double>();
  for (size_t i = 0; i < a.size(); ++i)
    EXPECT_NEAR(a[i], b[i], tolerance * std::max(1.0, std::abs(b[i]))) << "element " << i;
}

// x³ where the sum is positive, else sin x; once by `if` and once by cond.
fx::Array branchy(const fx::Array &x) {
  if (fx::all(fx::sum(x) > 0).item<bool>()) return fx::sum(x * x * x);
  return fx::sum(fx::sin(x));
}
fx::Array by_cond(const fx::Array &x) {
  return fx::cond(
      fx::sum(x) > 0, [](const fx::Array &v) { return fx::sum(v * v * v); },
      [](const fx::Array &v) { return fx::sum(fx::sin(v)); }, x);
}

const std::vector<std::vector<float>> kPoints{{0.3f, 0.7f, 1.1f}, {-0.4f, -0.9f, 0.2f}};

TEST(EagerDerivatives, BranchesOnValues) {
  for (const std::vector<float> &point : kPoints) {
    const fx::Array x = fx::from_vector(point), v = fx::array({0.5f, -1.f, 2.f});
    expect_near(fx::grad(branchy)(x), fx::grad(by_cond)(x));
    auto [value, gradient] = fx::value_and_grad(branchy)(x);
    expect_near(value, by_cond(x));
    expect_near(gradient, fx::grad(by_cond)(x));
    auto [y, dy] = fx::jvp(branchy, std::tuple(x), std::tuple(v));
    expect_near(dy, std::get<1>(fx::jvp(by_cond, std::tuple(x), std::tuple(v))));
    auto [out, pullback] = fx::vjp(branchy, x);
    expect_near(std::get<0>(pullback(fx::full({}, 2.f))), fx::grad(by_cond)(x) * 2);
    auto [at, linear] = fx::linearize(branchy, x);
    expect_near(linear(v), dy);
    expect_near(at, y);
    expect_near(out, y);
  }
}

TEST(EagerDerivatives, DerivativesOfDerivatives) {
  auto second = [](auto f) {
    return [f](const fx::Array &x) { return fx::grad([f](const fx::Array &z) { return fx::sum(fx::grad(f)(z)); })(x); };
  };
  for (const std::vector<float> &point : kPoints) {
    const fx::Array x = fx::from_vector(point), v = fx::array({0.5f, -1.f, 2.f});
    expect_near(second(branchy)(x), second(by_cond)(x));
    expect_near(fx::hvp(branchy, x, v), fx::hvp(by_cond, x, v));
    expect_near(fx::jacfwd(branchy)(x), fx::grad(by_cond)(x));
    expect_near(fx::jacrev(branchy)(x), fx::grad(by_cond)(x));
    expect_near(fx::hessian(branchy)(x), fx::hessian(by_cond)(x));
  }
}

// The outer function asks for the inner gradient's value, the inner one for values of the outer's variable.
TEST(EagerDerivatives, NestedFunctionsAskOneAnother) {
  auto outer = [](const fx::Array &a) {
    auto inner = [&a](const fx::Array &b) { return (a * b).item<float>() > 1 ? a * b * b : fx::exp(a * b); };
    const fx::Array slope = fx::grad(inner)(a + 1);
    return slope.item<float>() > 3 ? slope * slope : slope * a;
  };
  // At 1: b = 2, a·b = 2 > 1: slope 2·a·b = 2·a·(a + 1) = 4 > 3: its square has the derivative 2·4·(4a + 2) = 48.
  EXPECT_FLOAT_EQ(fx::grad(outer)(fx::array(1.f)).item<float>(), 48);
  // At 0.5: a·b = 0.75: slope a·e^{a·b}, times a: d/da a²·e^{a² + a} = (2a + a²(2a + 1))·e^{a² + a}.
  EXPECT_NEAR(fx::grad(outer)(fx::array(0.5f)).item<float>(), 1.5 * std::exp(0.75), 1e-5);
}

TEST(EagerDerivatives, LoopsUntilConvergence) {
  // √a by Newton's method; d√a/da = 1/(2√a), d²√a/da² = −1/(4·a^{3/2}).
  auto root = [](const fx::Array &a) {
    fx::Array x = a, error = fx::full({}, 1.f);
    while (fx::max(fx::abs(error)).item<float>() > 1e-6f) {
      fx::Array next = (x + a / x) * 0.5;
      error = next - x;
      x = next;
    }
    return x;
  };
  EXPECT_NEAR(fx::grad(root)(fx::array(9.f)).item<float>(), 1.0 / 6, 1e-6);
  EXPECT_NEAR(fx::grad(fx::grad(root))(fx::array(9.f)).item<float>(), -0.25 / 27, 1e-6);
  EXPECT_NEAR(fx::grad(root)(fx::array(400.f)).item<float>(), 1.0 / 40, 1e-6);  // another number of steps
}

TEST(EagerDerivatives, ValuesAsSizes) {
  auto f = [](const fx::Array &x) {
    const int n = fx::sum(x > 0).item<int>();
    return fx::sum(fx::arange(n).astype(fx::f32) * x[{fx::slice(0, n)}]);
  };
  expect_near(fx::grad(f)(fx::array({1.f, -1.f, 2.f, 3.f})), fx::array({0.f, 1.f, 2.f, 0.f}));
}

TEST(EagerDerivatives, VectorsSpansAndMasks) {
  auto f = [](const fx::Array &x) {
    const fx::Array y = x * 2;
    const std::vector<float> values = y.to_vector<float>();
    const std::span<const float> in_place = y.span<float>();
    EXPECT_EQ(values[1], in_place[1]);
    EXPECT_EQ(fx::sum(x).item<double>(), 3);
    return fx::sum(y[y > 0]) * values[2];
  };
  expect_near(fx::grad(f)(fx::array({1.f, -1.f, 3.f})), fx::array({12.f, 0.f, 12.f}));
}

TEST(EagerDerivatives, Printing) {
  std::ostringstream out;
  auto f = [&](const fx::Array &x) {
    const fx::Array y = x + 1;
    out << y << " " << fmt::format("{}", x) << " " << to_string(fx::sum(y)) << "\n";
    return fx::sum(y * y);
  };
  fx::grad(f)(fx::array({1.f, 2.f}));
  EXPECT_EQ(out.str(), "[2. 3.] [1. 2.] 5.\n");
  out.str("");
  fx::jit(f)(fx::array({1.f, 2.f}));
  EXPECT_EQ(out.str(), "Traced<f32[2]> Traced<f32[2]> Traced<f32[]>\n");
}

TEST(EagerDerivatives, TreesAndCaptures) {
  struct Weights {
    fx::Array w, b;
  };
  const fx::Array scale = fx::array(3.f);
  auto loss = [&](const Weights &p, const fx::Array &x) {
    const fx::Array y = fx::matmul(x, p.w) + p.b;
    return y.to_vector<float>()[0] * scale.item<float>() > 0 ? fx::sum(y * y) * scale : fx::sum(y);
  };
  const Weights p{fx::array({1.f, 2.f}), fx::array(0.5f)};
  const fx::Array x = fx::array({{1.f, 1.f}, {2.f, 0.f}});
  auto [gw, gb] = fx::grad(loss)(p, x);
  expect_near(gw, fx::array({6 * (3.5f + 2 * 2.5f), 6 * 3.5f}));
  expect_near(gb, fx::array(6 * 6.f));
  expect_near(fx::grad(loss)(Weights{-p.w, -p.b}, x).b, fx::array(2.f));
}

TEST(EagerDerivatives, InsideOfCheckpointsAndCustomRules) {
  auto cube = [](const fx::Array &x) { return x.item<float>() > 0 ? x * x * x : x; };
  auto f = [&](const fx::Array &x) { return fx::checkpoint(cube)(x * 2); };
  EXPECT_FLOAT_EQ(fx::grad(f)(fx::array(1.f)).item<float>(), 24);
  EXPECT_FLOAT_EQ(fx::grad(f)(fx::array(-1.f)).item<float>(), 2);
  auto ruled = fx::custom_jvp(cube, [](const fx::Array &x, const fx::Array &dx) {
    return x.item<float>() > 0 ? std::pair(x * x * x, 10 * dx) : std::pair(x, dx);
  });
  EXPECT_FLOAT_EQ(fx::grad(ruled)(fx::array(1.f)).item<float>(), 10);
  EXPECT_FLOAT_EQ(fx::grad(ruled)(fx::array(-1.f)).item<float>(), 1);
  auto pulled = fx::custom_vjp(
      cube,
      [&](const fx::Array &x) {
        return std::pair(cube(x), x.item<float>() > 0 ? fx::full({}, 7.f) : fx::full({}, 1.f));
      },
      [](const fx::Array &factor, const fx::Array &ct) { return factor * ct; });
  EXPECT_FLOAT_EQ(fx::grad(pulled)(fx::array(2.f)).item<float>(), 7);
  EXPECT_FLOAT_EQ(fx::grad(pulled)(fx::array(-2.f)).item<float>(), 1);
}

TEST(EagerDerivatives, ASolverOfARootMayLoop) {
  auto root = [](const fx::Array &a) {
    auto f = [&a](const fx::Array &x) { return x * x - a; };
    auto solve = [](auto &g, const fx::Array &guess) {
      fx::Array x = guess;
      while (fx::abs(g(x)).template item<float>() > 1e-5f) x = x - g(x) / (2 * x);
      return x;
    };
    return fx::custom_root(f, fx::full({}, 1.f), solve, [](auto g, const fx::Array &y) { return y / g(fx::ones({})); });
  };
  EXPECT_NEAR(fx::grad(root)(fx::array(4.f)).item<float>(), 0.25, 1e-5);
}

TEST(EagerDerivatives, UnderVmapOnlyWhatIsTheSameForAllIsKnown) {
  const fx::Array s = fx::array(2.f), xs = fx::array({1.f, 2.f});
  auto f = [](const fx::Array &shared, const fx::Array &x) {
    return shared.item<float>() > 1 ? fx::sum(x * x * shared) : fx::sum(x);
  };
  expect_near(fx::vmap(fx::grad<1>(f), {.in_axes = {fx::none, 0}})(s, xs), fx::array({4.f, 8.f}));
  try {
    fx::vmap(fx::grad(branchy))(xs);
    FAIL();
  } catch (const fx::ConcretizationError &e) {
    EXPECT_NE(
        std::string(e.what()).find("item: bool[] has a value for each example of vmap; use fx::cond, fx::where or "
                                   "fx::while_loop to depend on it"),
        std::string::npos)
        << e.what();
  }
  auto member = [](const fx::Array &x) { return fx::axis_index("i").item<int>() == 0 ? x : -x; };
  EXPECT_THROW(fx::vmap(member, {.axis_name = "i"})(xs), fx::ConcretizationError);
}

TEST(EagerDerivatives, UnderJitAndInLoopBodiesNothingIsKnown) {
  const fx::Array x = fx::array({0.3f, 0.7f});
  EXPECT_THROW(fx::jit(fx::grad(branchy))(x), fx::ConcretizationError);
  EXPECT_THROW(fx::jit([&](const fx::Array &y) { return y + fx::grad(branchy)(x); })(x), fx::ConcretizationError);
  EXPECT_THROW(fx::grad([](const fx::Array &y) {
                 return fx::fori_loop(
                     0, 2, [](const fx::Array &, const fx::Array &c) { return c * branchy(c); }, fx::sum(y));
               })(x),
               fx::ConcretizationError);
  EXPECT_THROW(fx::make_ir(branchy)(x), fx::ConcretizationError);
  // But jit under grad is a plain call.
  expect_near(fx::grad(fx::jit(branchy))(x), fx::grad(by_cond)(x));
  // And a body may use what the function around it has found out.
  auto f = [](const fx::Array &y) {
    const float scale = fx::sum(y).item<float>();
    return fx::fori_loop(0, 3, [&](const fx::Array &, const fx::Array &c) { return c * scale; }, fx::sum(y));
  };
  expect_near(fx::grad(f)(x), fx::array({1.f, 1.f}));
}

TEST(EagerDerivatives, ExceptionsLeaveNothingBehind) {
  auto f = [](const fx::Array &x) -> fx::Array {
    if (fx::sum(x).item<float>() < 0) throw std::domain_error("negative");
    return fx::sum(x * x);
  };
  EXPECT_THROW(fx::grad(f)(fx::array({-1.f})), std::domain_error);
  EXPECT_THROW(fx::grad([&](const fx::Array &x) { return fx::sum(fx::grad(f)(x)); })(fx::array({-1.f})),
               std::domain_error);
  expect_near(fx::grad(f)(fx::array({3.f})), fx::array({6.f}));
  EXPECT_FALSE((fx::ones({2}) + 1).is_traced());
}

TEST(EagerDerivatives, AValueOfATraceThatHasEnded) {
  fx::Array leaked;
  fx::grad([&](const fx::Array &x) {
    leaked = x * 2;
    return x;
  })(fx::array(1.f));
  EXPECT_THROW(leaked.item<float>(), fx::TracerError);
  EXPECT_THROW(fx::grad(branchy)(leaked), fx::TracerError);
}

TEST(EagerDerivatives, ALongLoop) {
  // x ← x + (1 − x)·h, n times: dxₙ/dx₀ = (1 − h)ⁿ.
  auto relax = [](const fx::Array &start) {
    fx::Array x = start;
    int n = 0;
    while (fx::sum(x).item<float>() < 0.99f * 8 && n < 2000) x = x + (1 - x) * 0.005, ++n;
    EXPECT_GT(n, 900);
    return fx::sum(x);
  };
  const fx::Array g = fx::grad(relax)(fx::zeros({8}));
  EXPECT_NEAR(fx::sum(g).item<float>() / 8, 0.01, 1e-4);
}

// Each op is run at most once, so the cost of many questions is that of the program: from 40 to 160 of them it grows
// by four, where asking the whole trace each time would make it sixteen.
TEST(EagerDerivatives, ManyQuestionsCostNoMoreThanTheProgram) {
  auto seconds = [](int questions) {
    double best = 1e9;
    for (int i = 0; i < 3; ++i) {
      double spent = 0;
      fx::grad([&](const fx::Array &x) {
        const auto begin = std::chrono::steady_clock::now();
        fx::Array y = x;
        for (int k = 0; k < questions; ++k) {
          y = fx::sin(fx::matmul(y, x)) + y;
          if (fx::max(y).item<float>() > 1e30f) y = y * 0.5;
        }
        spent = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        return fx::sum(x);
      })(fx::full({64, 64}, 0.01f));
      best = std::min(best, spent);
    }
    return best;
  };
  seconds(4);  // compiles
  const double few = seconds(40), many = seconds(160);
  EXPECT_LT(many, 8 * few + 0.005) << few << " s for 40 questions, " << many << " s for 160";
}

}  // namespace
