// Jacobians and Hessians of functions between trees; the numbers are JAX's, or their own by other means.
#include <fluxion/fluxion.h>

#include <gtest/gtest.h>

namespace fx = fluxion;

namespace {

struct Linear {
  fx::Array weight, bias;
};
struct Mlp {
  std::vector<Linear> layers;
  float slope = 0.5f;  // static
};
struct Both {
  fx::Array sum, square;
};

void expect_near(const fx::Array &a, const fx::Array &b, float tolerance = 1e-5f) {
  ASSERT_EQ(a.shape(), b.shape());
  EXPECT_TRUE(fx::allclose(a, b, {.rtol = tolerance, .atol = tolerance}).item<bool>()) << a << "\n" << b;
}

Mlp model() {
  return {{{fx::array({{0.5f, -1.f, 0.25f}, {2.f, 1.f, -0.5f}}), fx::array({0.1f, 0.2f, -0.3f})},
           {fx::array({{1.f}, {-2.f}, {0.5f}}), fx::array({0.7f})}}};
}
fx::Array inputs() { return fx::array({{1.f, 0.5f}, {-0.25f, 2.f}}); }
fx::Array forward(const Mlp &m, fx::Array x) {
  for (const Linear &l : m.layers) x = fx::tanh(fx::matmul(x, l.weight) + l.bias) * m.slope;
  return x;
}
fx::Array loss(const Mlp &m, const fx::Array &x) { return fx::mean(fx::square(forward(m, x))); }

TEST(Jacobian, OfAnArrayByATreeIsATree) {
  const Mlp j = fx::jacrev(forward)(model(), inputs()), k = fx::jacfwd(forward)(model(), inputs());
  EXPECT_EQ(j.layers[0].weight.shape(), (fx::Shape{2, 1, 2, 3}));
  EXPECT_EQ(j.layers[1].bias.shape(), (fx::Shape{2, 1, 1}));
  for (size_t i = 0; i < 2; ++i) {
    expect_near(j.layers[i].weight, k.layers[i].weight);
    expect_near(j.layers[i].bias, k.layers[i].bias);
  }
  // The sum of its rows is the gradient of the sum.
  const Mlp g = fx::grad([](const Mlp &m) { return fx::sum(forward(m, inputs())); })(model());
  expect_near(fx::sum(j.layers[0].weight, {0, 1}), g.layers[0].weight);
}

TEST(Jacobian, OfATreeByAnArrayIsATree) {
  auto f = [](const fx::Array &x) { return Both{fx::sum(x), x * x}; };
  const fx::Array x = fx::array({1.f, 2.f, 3.f});
  for (const Both &j : {fx::jacfwd(f)(x), fx::jacrev(f)(x)}) {
    expect_near(j.sum, fx::ones({3}));
    expect_near(j.square, fx::diag(2 * x));
  }
}

TEST(Jacobian, OfAStructByATreeIsAMapFromItsPaths) {
  auto f = [](const Linear &l) { return Both{fx::sum(l.weight) * l.bias, l.weight * l.weight}; };
  const Linear at{fx::array({{1.f, 2.f}, {3.f, 4.f}}), fx::array({5.f, 6.f})};
  const std::map<std::string, Linear> j = fx::jacfwd(f)(at), k = fx::jacrev(f)(at);
  ASSERT_EQ(j.size(), 2u);
  expect_near(j.at("sum").bias, fx::eye(2) * 10);
  expect_near(j.at("sum").weight, fx::array({{{5.f, 5.f}, {5.f, 5.f}}, {{6.f, 6.f}, {6.f, 6.f}}}));
  expect_near(j.at("square").bias, fx::zeros({2, 2, 2}));
  for (const char *name : {"sum", "square"}) {
    expect_near(j.at(name).weight, k.at(name).weight);
    expect_near(j.at(name).bias, k.at(name).bias);
  }
}

TEST(Jacobian, ContainersKeepTheirKind) {
  auto f = [](const fx::Array &x, const fx::Array &y) {
    return std::tuple(std::vector{x * y, x + y}, std::map<std::string, fx::Array>{{"p", fx::sin(y)}}, 3);
  };
  const fx::Array x = fx::array({1.f, 2.f}), y = fx::array({0.5f, -1.f});
  const auto [list, named, three] = fx::jacrev<0, 1>(f)(x, y);
  expect_near(std::get<0>(list[0]), fx::diag(y));
  expect_near(std::get<1>(list[0]), fx::diag(x));
  expect_near(std::get<1>(list[1]), fx::eye(2));
  expect_near(std::get<0>(named.at("p")), fx::zeros({2, 2}));
  expect_near(std::get<1>(named.at("p")), fx::diag(fx::cos(y)));
  EXPECT_EQ(three, 3);
  expect_near(std::get<0>(fx::jacfwd<1>(f)(x, y))[0], fx::diag(x));
}

TEST(Hessian, OfATreeIsATreeOfTrees) {
  const std::map<std::string, Mlp> h = fx::hessian(loss)(model(), inputs());
  ASSERT_EQ(h.size(), 4u);
  const fx::Array &hw = h.at("layers.0.weight").layers[0].weight;
  EXPECT_EQ(hw.shape(), (fx::Shape{2, 3, 2, 3}));
  expect_near(hw, fx::transpose(hw, {2, 3, 0, 1}), 1e-4f);  // it is symmetric
  expect_near(h.at("layers.1.bias").layers[0].weight, fx::transpose(h.at("layers.0.weight").layers[1].bias, {2, 0, 1}),
              1e-4f);
  // Its product with a direction is the derivative of the gradient in it.
  Mlp v = fx::tree::zeros_like(model());
  v.layers[1].weight = fx::array({{1.f}, {-1.f}, {2.f}});
  auto gradient = [](const Mlp &m) { return fx::grad(loss)(m, inputs()); };
  const Mlp hv = std::get<1>(fx::jvp(gradient, std::tuple(model()), std::tuple(v)));
  expect_near(hv.layers[0].bias, fx::sum(h.at("layers.0.bias").layers[1].weight * v.layers[1].weight, {1, 2}), 1e-4f);
  // And compiled.
  const auto compiled = fx::jit([](const Mlp &m) { return fx::hessian(loss)(m, inputs()); })(model());
  expect_near(compiled.at("layers.0.weight").layers[0].weight, hw, 1e-4f);
}

TEST(Jacobian, IntegersAreRefused) {
  auto f = [](const fx::Array &x) { return x * 2; };
  EXPECT_THROW(fx::jacfwd(f)(fx::arange(3)), fx::DTypeError);
  auto g = [](const fx::Array &x) { return Both{x, fx::argmax(x)}; };
  try {
    fx::jacrev(g)(fx::ones({3}));
    FAIL();
  } catch (const fx::DTypeError &e) {
    EXPECT_NE(std::string_view(e.what()).find("jacrev: the result at square is i32[], not floating-point"),
              std::string_view::npos)
        << e.what();
  }
}

// ---- functions that are looked at, not run

TEST(Tree, ZerosLikeIt) {
  const Mlp zeros = fx::tree::zeros_like(model());
  EXPECT_EQ(zeros.slope, 0.5f);
  expect_near(zeros.layers[0].weight, fx::zeros({2, 3}));
}

TEST(EvalShape, TakesAndGivesTypes) {
  auto f = [](const Mlp &m, const fx::Array &x) { return Both{forward(m, x), fx::sum(x)}; };
  const Both types = fx::eval_shape(f, model(), inputs());
  EXPECT_TRUE(types.sum.is_abstract());
  EXPECT_EQ(types.sum.type(), (fx::ShapeDtype{{2, 1}, fx::f32}));
  EXPECT_EQ(fx::to_string(types.square), "Abstract<f32[]>");
  // Of types alone, and what comes out goes in again.
  const Mlp abstract = fx::abstract(model());
  EXPECT_EQ(fx::eval_shape(forward, abstract, fx::ShapeDtype{{7, 2}, fx::f32}).shape(), (fx::Shape{7, 1}));
  EXPECT_EQ(fx::eval_shape(fx::grad(loss), abstract, fx::abstract(inputs())).layers[0].weight.shape(),
            (fx::Shape{2, 3}));
  const std::vector<fx::ShapeDtype> list = {{{2}, fx::f32}, {{3}, fx::f32}};
  auto joined = [](const std::vector<fx::Array> &xs) { return fx::concatenate(xs); };
  EXPECT_EQ(fx::eval_shape(joined, list).shape(), (fx::Shape{5}));
}

TEST(Lower, TakesTypes) {
  auto step = fx::jit([](const Mlp &m, const std::vector<fx::Array> &xs) { return forward(m, xs[0] + xs[1]); });
  const fx::ShapeDtype x{{4, 2}, fx::f32};
  const auto lowered = step.lower(fx::abstract(model()), std::vector{x, x});
  EXPECT_EQ(lowered.text(), step.lower(model(), std::vector{fx::ones({4, 2}), fx::ones({4, 2})}).text());
  EXPECT_EQ(step.cache_size(), 0u);
  const auto compiled = lowered.compile();
  EXPECT_EQ(compiled.results(), (std::vector<fx::ShapeDtype>{{{4, 1}, fx::f32}}));
  expect_near(compiled(model(), std::vector{fx::ones({4, 2}), fx::ones({4, 2})})[0],
              forward(model(), fx::full({4, 2}, 2.f)));
}

TEST(Abstract, HasNoValue) {
  const fx::Array x = fx::abstract({{2}, fx::f32});
  EXPECT_THROW(x.to_vector<float>(), fx::TracerError);
  EXPECT_THROW(fx::exp(x), fx::TracerError);
  EXPECT_THROW(x + fx::ones({2}), fx::TracerError);
  EXPECT_THROW(fx::jit([](const fx::Array &a) { return a + 1; })(x), fx::TracerError);
  EXPECT_THROW(fx::jit([x](const fx::Array &a) { return a + x; })(fx::ones({2})), fx::TracerError);
  try {
    (void)fx::exp(x);
  } catch (const fx::Error &e) {
    EXPECT_NE(std::string_view(e.what()).find("the value of f32[2] is used, but it is abstract"), std::string::npos);
  }
}

TEST(ClosureConvert, WhatIsCapturedBecomesAnArgument) {
  const fx::Array w = fx::array({2.f, 3.f});
  auto f = [w](const fx::Array &x) { return Both{fx::sum(x * w), x + w}; };
  const fx::Array x = fx::array({1.f, -1.f});
  auto [converted, constants] = fx::closure_convert(f, x);
  ASSERT_EQ(constants.size(), 1u);
  expect_near(constants[0], w);
  expect_near(converted(x, constants).square, x + w);
  // A derivative with respect to what was captured.
  auto of_constants = [converted, x](const std::vector<fx::Array> &c) { return converted(x, c).sum; };
  expect_near(fx::grad(of_constants)(constants)[0], x);
  expect_near(fx::vmap([&](const fx::Array &c) { return converted(x, {c}).sum; })(fx::eye(2)), x);
  EXPECT_THROW(converted(fx::ones({3}), constants), fx::ShapeError);
  EXPECT_THROW(converted(x.astype(fx::i32), constants), fx::DTypeError);
  EXPECT_THROW(converted(x, {}), fx::ShapeError);
  // Within another transformation its tracers are captured too.
  auto outer = [](const fx::Array &scale) {
    auto [g, c] = fx::closure_convert([&](const fx::Array &x) { return fx::sum(x * scale); }, fx::ones({2}));
    return g(fx::array({3.f, 4.f}), c);
  };
  expect_near(fx::grad(outer)(fx::ones({2})), fx::array({3.f, 4.f}));
}

}  // namespace
