// custom_root, custom_linear_solve, and loops with a bound: derivatives are JAX's, or those of the loop written out.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <cmath>

namespace fx = fluxion;
using fx::Array;

namespace {

void expect_values(const Array &got, const std::vector<float> &wanted, float tolerance = 2e-5f) {
  std::vector<float> values = got.to_vector<float>();
  ASSERT_EQ(values.size(), wanted.size());
  for (size_t i = 0; i < wanted.size(); ++i)
    EXPECT_NEAR(values[i], wanted[i], tolerance * (1 + std::abs(wanted[i]))) << "element " << i;
}
void expect_same(const Array &got, const Array &wanted) { expect_values(got, wanted.to_vector<float>()); }

// ---- roots

// ∛a by Newton's method, which has no reverse derivative of its own.
Array cube_root(const Array &a) {
  auto newton = [](auto &f, const Array &x0) {
    auto far = [&](const Array &x) { return fx::abs(f(x)) > 1e-6; };
    return fx::while_loop(far, [&](const Array &x) { return x - f(x) / fx::grad(f)(x); }, x0);
  };
  auto slope = [](auto g, const Array &y) { return y / g(fx::ones_like(y)); };
  return fx::custom_root([a](const Array &x) { return x * x * x - a; }, fx::array(1.f), newton, slope);
}

TEST(CustomRoot, DerivativesAreThoseOfTheSolution) {
  Array a = fx::array(8.f);
  expect_values(cube_root(a), {2});
  expect_values(fx::grad(cube_root)(a), {0.0833333358168602});
  expect_values(fx::grad(fx::grad(cube_root))(a), {-0.0069444444961845875});
  expect_values(std::get<1>(fx::jvp(cube_root, std::tuple(a), std::tuple(fx::array(1.f)))), {0.0833333358168602});
}

TEST(CustomRoot, UnderVmapAndJit) {
  Array a = fx::array({1.f, 2.f, 27.f});
  const std::vector<float> slopes{0.3333333432674408, 0.2099868357181549, 0.03703703731298447};
  expect_values(fx::vmap(fx::grad(cube_root))(a), slopes);
  expect_values(fx::jit(fx::vmap(fx::grad(cube_root)))(a), slopes);
  expect_values(fx::grad([](const Array &a) { return fx::sum(fx::vmap(cube_root)(a)); })(a), slopes);
}

TEST(CustomRoot, WithMoreThanTheSolution) {
  auto f = [](const Array &a) {
    auto solve = [&](auto &, const Array &) { return std::pair(fx::sqrt(a), fx::array(7)); };
    return fx::custom_root([a](const Array &x) { return x * x - a; }, fx::array(1.f), solve,
                           [](auto g, const Array &y) { return y / g(fx::array(1.f)); });
  };
  auto [root, more] = fx::jit(f)(fx::array(9.f));
  expect_values(root, {3});
  EXPECT_EQ(more.item<int>(), 7);
  expect_values(fx::grad([&](const Array &a) { return f(a).first; })(fx::array(9.f)), {1.f / 6});
}

// ---- linear equations

Array matrix() { return fx::array({{4.f, 1.f, .5f}, {1.f, 3.f, -.2f}, {.3f, -1.f, 5.f}}); }
Array right() { return fx::array({1.f, -2.f, .5f}); }
Array weighted(const Array &x) { return fx::sum(x * fx::array({1.f, 2.f, 3.f})); }

// A solver that may not be differentiated: only its values count.
Array solved(const Array &a, const Array &b) {
  return fx::custom_linear_solve(
      [a](const Array &x) { return fx::matmul(a, x); }, b,
      [a](auto &, const Array &b) { return fx::stop_gradient(fx::linalg::solve(a, b)); },
      [a](auto &, const Array &c) { return fx::stop_gradient(fx::linalg::solve(a.T(), c)); });
}
Array loss(const Array &a, const Array &b) { return weighted(solved(a, b)); }

TEST(CustomLinearSolve, BothModesInTheMatrixAndTheRightSide) {
  expect_values(solved(matrix(), right()), {0.46907317638397217, -0.8292912840843201, -0.09400264173746109});
  expect_values(fx::jit(solved)(matrix(), right()), {0.46907317638397217, -0.8292912840843201, -0.09400264173746109});
  auto [da, db] = fx::grad<0, 1>(loss)(matrix(), right());
  expect_values(
      da, {0.008995208889245987, -0.01590295135974884, -0.0018026471370831132, -0.4153665602207184, 0.7343414425849915,
           0.08323979377746582, -0.29895809292793274, 0.5285387635231018, 0.059911441057920456});
  expect_values(db, {-0.019176557660102844, 0.8855048418045044, 0.637337863445282});
  expect_values(std::get<1>(fx::jvp(loss, std::tuple(matrix(), right()), std::tuple(matrix().T(), 2 * right()))),
                {-1.1747090816497803});
}

TEST(CustomLinearSolve, TwiceAndUnderVmap) {
  auto twice = [](const Array &a) {
    return fx::sum(fx::square(fx::grad(loss, {.argnums = {0}})(a, right()))) * 0 +
           fx::sum(fx::square(std::get<1>(fx::grad<0, 1>(loss)(a, right()))));
  };
  expect_values(fx::grad(twice)(matrix()), {-0.00449765007942915, 0.013341637328267097, 0.007826965302228928,
                                            0.20768539607524872, -0.6160690784454346, -0.36142125721745155,
                                            0.14948056638240814, -0.44341278076171875, -0.26013123989105225});
  Array b = fx::stack({right(), 2 * right()});
  auto db = fx::vmap(fx::grad(loss), {.in_axes = {fx::none, 0}})(matrix(), b);
  expect_same(db[0], fx::grad(loss)(matrix(), right()));
  expect_same(db[1], fx::grad(loss)(matrix(), 2 * right()));
  auto whole = [&](const Array &a) { return fx::sum(fx::vmap(loss, {.in_axes = {fx::none, 0}})(a, b)); };
  expect_same(fx::grad(whole)(matrix()), db[0] + db[1]);
}

TEST(CustomLinearSolve, SymmetricByConjugateGradients) {
  auto cg = [](auto &matvec, const Array &b) {
    using State = std::tuple<Array, Array, Array>;
    auto step = [&](const Array &, const State &s) {
      const auto &[x, r, p] = s;
      Array ap = matvec(p), rr = fx::sum(r * r), t = rr / (fx::sum(p * ap) + 1e-30f);
      Array next = r - t * ap;
      return State(x + t * p, next, next + fx::sum(next * next) / (rr + 1e-30f) * p);
    };
    return std::get<0>(fx::fori_loop(0, 6, step, State(fx::zeros_like(b), b, b)));
  };
  auto f = [&](const Array &a) {
    return weighted(fx::custom_linear_solve([a](const Array &x) { return fx::matmul(a, x); }, right(), cg, {},
                                            {.symmetric = true}));
  };
  Array s = fx::matmul(matrix(), matrix().T());
  expect_values(
      fx::grad(f)(s),
      {0.021785488352179527, -0.03743279352784157, -0.005600865930318832, -0.07090896368026733, 0.12183892726898193,
       0.018230099231004715, -0.036776021122932434, 0.06319018453359604, 0.00945480540394783},
      1e-3f);
}

TEST(CustomLinearSolve, WithoutATransposedSolverThereIsForwardModeAlone) {
  auto f = [](const Array &b) {
    return weighted(fx::custom_linear_solve([](const Array &x) { return 2 * x; }, b,
                                            [](auto &, const Array &b) { return std::pair(b / 2, fx::sum(b)); })
                        .first);
  };
  expect_values(std::get<1>(fx::jvp(f, std::tuple(right()), std::tuple(right()))), {-.75f});
  try {
    fx::grad(f)(right());
    FAIL();
  } catch (const fx::Error &e) {
    EXPECT_NE(std::string(e.what()).find("without transpose_solve"), std::string::npos) << e.what();
  }
}

// ---- loops with a bound

// Doubles the logarithm until x·z exceeds 100: the number of iterations depends on the values.
Array grown(const Array &x, std::optional<int64_t> bound) {
  return fx::while_loop([](const Array &z) { return fx::sum(z) < 100; },
                        [x](const Array &z) { return z * (1 + fx::sin(x) * fx::sin(x)) + x; }, x, {.max_steps = bound});
}

TEST(BoundedLoop, HasTheReverseDerivativeOfTheIterationsThatRan) {
  auto f = [](const Array &x) { return grown(x, 60); };
  for (float at : {0.9f, 1.7f, 3.f}) {
    Array x = fx::array(at);
    expect_same(f(x), grown(x, {}));
    auto forward = [](auto f, const Array &x) {
      return std::get<1>(fx::jvp(f, std::tuple(x), std::tuple(fx::ones_like(x))));
    };
    Array slope = forward([](const Array &x) { return grown(x, {}); }, x);
    expect_same(fx::grad(f)(x), slope);
    expect_same(fx::jit(fx::grad(f))(x), slope);
    auto gradient = fx::grad(f);
    Array second = forward([&](const Array &x) { return forward([](const Array &x) { return grown(x, {}); }, x); }, x);
    expect_same(fx::grad(gradient)(x), second);
    expect_same(forward(gradient, x), second);
  }
}

TEST(BoundedLoop, EndsAtItsBound) {
  auto f = [](const Array &x) {
    return fx::while_loop([](const Array &) { return fx::array(true); }, [](const Array &z) { return 2 * z; }, x,
                          {.max_steps = 5});
  };
  expect_values(f(fx::array(1.f)), {32});
  expect_values(fx::grad(f)(fx::array(1.f)), {32});
  auto none = [](const Array &x) {
    return fx::while_loop([](const Array &) { return fx::array(true); }, [](const Array &z) { return 2 * z; }, x,
                          {.max_steps = 0});
  };
  expect_values(fx::grad(none)(fx::array(3.f)), {1});
  EXPECT_THROW(grown(fx::array(1.f), -1), fx::Error);
}

TEST(BoundedLoop, OfExamplesThatEndAtDifferentTimes) {
  Array x = fx::array({0.9f, 1.7f, 3.f});
  auto f = [](const Array &x) { return grown(x, 60); };
  Array each = fx::vmap(fx::grad(f))(x);
  for (int64_t i = 0; i < 3; ++i) expect_same(each[i], fx::grad(f)(x[i]));
  expect_same(fx::grad([&](const Array &x) { return fx::sum(fx::vmap(f)(x)); })(x), each);
}

TEST(BoundedLoop, WithCheckpointsInTheBody) {
  auto f = [](const Array &x) {
    auto body = fx::checkpoint([x](const Array &z) { return z * (1 + fx::sin(x) * fx::sin(x)) + x; });
    return fx::while_loop([](const Array &z) { return fx::sum(z) < 100; }, body, x, {.max_steps = 60});
  };
  expect_same(fx::grad(f)(fx::array(1.7f)), fx::grad([](const Array &x) { return grown(x, 60); })(fx::array(1.7f)));
}

TEST(BoundedLoop, WithoutABoundTheErrorSaysSo) {
  try {
    fx::grad([](const Array &x) { return grown(x, {}); })(fx::array(1.f));
    FAIL();
  } catch (const fx::Error &e) {
    EXPECT_NE(std::string(e.what()).find("max_steps"), std::string::npos) << e.what();
  }
}

// ---- more than what is differentiated

TEST(HasAux, OfJvpVjpAndLinearize) {
  auto f = [](const Array &x) { return std::pair(fx::sin(x), std::tuple(x * x, fx::array(3))); };
  Array x = fx::array(0.5f), one = fx::array(1.f);
  auto [y, dy, more] = fx::jvp(fx::has_aux, f, std::tuple(x), std::tuple(one));
  expect_values(dy, {std::cos(.5f)});
  expect_values(std::get<0>(more), {.25f});
  auto [y2, pullback, more2] = fx::vjp(fx::has_aux, f, x);
  expect_values(std::get<0>(pullback(2 * one)), {2 * std::cos(.5f)});
  EXPECT_EQ(std::get<1>(more2).item<int>(), 3);
  auto [y3, lin, more3] = fx::linearize(fx::has_aux, f, x);
  expect_values(lin(one), {std::cos(.5f)});
  expect_values(y3, {std::sin(.5f)});
  expect_values(std::get<0>(more3), {.25f});
}

}  // namespace
