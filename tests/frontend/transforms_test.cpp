// The transformations, alone and within one another.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <fstream>

#include <cmath>
#include <map>
#include <thread>

namespace fx = fluxion;

namespace {

struct Linear {
  fx::Array weight, bias;
};
struct Mlp {
  std::vector<Linear> layers;
  float dropout = 0.1f;
};

fx::Array loss(const Mlp &p, const fx::Array &x, const fx::Array &y) {
  fx::Array h = x;
  for (const Linear &l : p.layers) h = fx::tanh(fx::matmul(h, l.weight) + l.bias);
  return fx::mean(fx::square(h - y));
}

Mlp model() {
  auto [a, b] = fx::random::split<2>(fx::random::Key(0));
  return {{{fx::random::normal(std::move(a), {2, 3}), fx::ones({3}) * 0.1},
           {fx::random::normal(std::move(b), {3, 1}), fx::zeros({1})}},
          0.5f};
}
fx::Array inputs() { return fx::array({{1.f, 2.f}, {3.f, -4.f}, {0.5f, 0.25f}}); }
fx::Array targets() { return fx::array({{1.f}, {0.f}, {-1.f}}); }

std::vector<float> floats(const fx::Array &x) { return x.to_vector<float>(); }
void expect_close(const fx::Array &a, const fx::Array &b, float tolerance = 1e-5f) {
  ASSERT_EQ(a.shape(), b.shape());
  std::vector<float> x = floats(a), y = floats(b);
  for (size_t i = 0; i < x.size(); ++i) EXPECT_NEAR(x[i], y[i], tolerance * (1 + std::abs(y[i])));
}

TEST(Trees, AreFoundByReflection) {
  std::vector<std::string> paths;
  fx::tree::for_each_with_path(model(), [&](std::string_view path, const fx::Array &) { paths.emplace_back(path); });
  EXPECT_EQ(paths, (std::vector<std::string>{"layers.0.weight", "layers.0.bias", "layers.1.weight", "layers.1.bias"}));
  auto doubled = fx::tree::map([](auto &a, auto &b) { return a + b; }, model(), model());
  expect_close(doubled.layers[1].weight, model().layers[1].weight * 2);
  EXPECT_FLOAT_EQ(doubled.dropout, 0.5f);
}

TEST(Trees, OfStandardContainers) {
  std::map<std::string, fx::Array> m{{"b", fx::ones({2})}, {"a", fx::zeros({1})}};
  EXPECT_EQ(fx::tree::leaves(m)[1].size(), 2);
  auto t = std::tuple(fx::ones({1}), std::optional<fx::Array>(), std::array{fx::zeros({3}), fx::zeros({4})}, 3);
  EXPECT_EQ(fx::tree::leaves(t).size(), 3u);
  auto f = fx::jit([](const std::map<std::string, fx::Array> &p) { return fx::sum(p.at("a")) + fx::sum(p.at("b")); });
  EXPECT_FLOAT_EQ(f(m).item<float>(), 2);
}

TEST(Jit, GivesWhatTheFunctionGivesAndCompilesOnceAShape) {
  int traced = 0;
  auto f = fx::jit([&](const Mlp &p, const fx::Array &x, const fx::Array &y) { return ++traced, loss(p, x, y); });
  for (int i = 0; i < 3; ++i) expect_close(f(model(), inputs(), targets()), loss(model(), inputs(), targets()));
  EXPECT_EQ(traced, 1);
  f(model(), inputs()[fx::slice(0, 2)], targets()[fx::slice(0, 2)]);
  EXPECT_EQ(f.cache_size(), 2u);
}

TEST(Jit, StaticArgumentsArePartOfTheFunction) {
  auto f = fx::jit([](const fx::Array &x, int n, bool negate) { return negate ? -x * n : x * n; });
  EXPECT_FLOAT_EQ(f(fx::ones({}), 3, false).item<float>(), 3);
  EXPECT_FLOAT_EQ(f(fx::ones({}), 4, true).item<float>(), -4);
  EXPECT_EQ(f.cache_size(), 2u);
}

TEST(Jit, CapturedArraysAreHiddenArguments) {
  fx::Array w = fx::arange(3, fx::f32);
  auto f = fx::jit([w](const fx::Array &x) { return x + w; });
  EXPECT_EQ(floats(f(fx::ones({3}))), (std::vector<float>{1, 2, 3}));
  EXPECT_EQ(floats(f(fx::zeros({3}))), (std::vector<float>{0, 1, 2}));
}

TEST(Jit, ADonatedArgumentKeepsItsOtherHolders) {
  auto f = fx::jit([](fx::Array x) { return x + 1; });
  fx::Array x = fx::zeros({1000}), kept = x;
  for (int i = 0; i < 3; ++i) x = f(std::move(x));
  EXPECT_FLOAT_EQ(x[0].item<float>(), 3);
  EXPECT_FLOAT_EQ(kept[0].item<float>(), 0);
}

TEST(Jit, WithALimitOfThreadsTheBitsAreTheSame) {
  auto f = [](const fx::Array &x) { return fx::sum(fx::exp(fx::matmul(x, x)), {0}); };
  fx::Array x = 0.01 * fx::reshape(fx::sin(fx::arange(300 * 300, fx::f32)), {300, 300});
  EXPECT_EQ(floats(fx::jit(f, {.threads = 1})(x)), floats(fx::jit(f)(x)));
  EXPECT_THROW(fx::jit(f, {.threads = -1})(x), fx::Error);
}

TEST(Jit, AProfileHoldsTraceCompilationAndKernels) {
  const std::string path = testing::TempDir() + "fluxion_jit_profile.json";
  auto f = fx::jit([](const fx::Array &x) { return fx::sum(fx::exp(x)); }, {.name = "profiled"});
  fx::profile::start(path);
  f(fx::ones({8}));
  fx::profile::stop();
  std::ifstream file(path);
  const std::string text(std::istreambuf_iterator<char>(file), {});
  for (const char *event : {"\"trace profiled\"", "\"compile profiled\"", "\"cat\":\"kernel\""})
    EXPECT_NE(text.find(event), std::string::npos) << event << " in " << text;
  EXPECT_THROW(fx::profile::start("/no/such/directory/trace.json"), fx::IoError);
}

TEST(Jit, InSeveralThreadsAtOnce) {
  auto f = fx::jit([](const fx::Array &x) { return fx::sum(fx::exp(x)); });
  std::vector<std::thread> threads;
  std::atomic<int> wrong{0};
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&, t] {
      for (int i = 0; i < 20; ++i)
        wrong += std::abs(f(fx::full({100 + t}, 0.f)).item<float>() - static_cast<float>(100 + t)) > 1e-3f;
    });
  for (auto &t : threads) t.join();
  EXPECT_EQ(wrong, 0);
}

TEST(Grad, IsShapedAsItsArgument) {
  Mlp g = fx::grad(loss)(model(), inputs(), targets());
  EXPECT_EQ(g.layers[0].weight.shape(), (fx::Shape{2, 3}));
  auto [value, again] = fx::value_and_grad(loss)(model(), inputs(), targets());
  expect_close(value, loss(model(), inputs(), targets()));
  expect_close(again.layers[1].bias, g.layers[1].bias);
}

TEST(Grad, OfOtherArgumentsAndOfSeveral) {
  auto f = [](const fx::Array &x, const fx::Array &y) { return fx::sum(x * x * y); };
  fx::Array x = fx::array({1.f, 2.f}), y = fx::array({3.f, 4.f});
  EXPECT_EQ(floats(fx::grad<1>(f)(x, y)), (std::vector<float>{1, 4}));
  EXPECT_EQ(floats(fx::grad(f, {.argnums = {1}})(x, y)), (std::vector<float>{1, 4}));
  auto [dx, dy] = fx::grad<0, 1>(f)(x, y);
  EXPECT_EQ(floats(dx), (std::vector<float>{6, 16}));
  EXPECT_EQ(floats(dy), (std::vector<float>{1, 4}));
}

TEST(Grad, WithMoreThanTheLoss) {
  auto f = [](const fx::Array &x) { return std::pair(fx::sum(x * x), std::tuple(x + 1, fx::sum(x))); };
  auto [both, g] = fx::value_and_grad(f, {.has_aux = true})(fx::array({1.f, 2.f}));
  EXPECT_FLOAT_EQ(both.first.item<float>(), 5);
  EXPECT_EQ(floats(std::get<0>(both.second)), (std::vector<float>{2, 3}));
  EXPECT_EQ(floats(g), (std::vector<float>{2, 4}));
}

TEST(Vmap, OfGradGivesPerExampleGradients) {
  auto one = [](const Mlp &p, const fx::Array &x, const fx::Array &y) {
    return loss(p, fx::expand_dims(x, 0), fx::expand_dims(y, 0));
  };
  Mlp each = fx::vmap(fx::grad(one), {.in_axes = {fx::none, 0, 0}})(model(), inputs(), targets());
  Mlp all = fx::grad(loss)(model(), inputs(), targets());
  ASSERT_EQ(each.layers[0].weight.shape(), (fx::Shape{3, 2, 3}));
  expect_close(fx::mean(each.layers[0].weight, 0), all.layers[0].weight);
}

TEST(Vmap, AxesInAndOut) {
  auto f = [](const fx::Array &a, const fx::Array &b) { return std::pair(a * b, fx::sum(a)); };
  auto [p, s] = fx::vmap(f, {.in_axes = {1, fx::none}, .out_axes = {-1, 0}})(fx::ones({4, 3}), fx::arange(4, fx::f32));
  EXPECT_EQ(p.shape(), (fx::Shape{4, 3}));
  EXPECT_EQ(s.shape(), (fx::Shape{3}));
}

TEST(Vmap, AxesOfATreesArraysByTheirPaths) {
  struct Layer {
    fx::Array weight, bias;
  };
  using Axis = std::optional<int64_t>;
  auto apply = [](const std::vector<Layer> &layers, const fx::Array &x) {
    fx::Array y = x;
    for (const Layer &l : layers) y = fx::tanh(fx::matmul(y, l.weight) + l.bias);
    return Layer{y, fx::sum(y)};
  };
  // Biases differ by example, along their last axis; weights are the same for all, but for that of layer 1.
  auto in = [](std::string_view path, const fx::ShapeDtype &type) -> Axis {
    return path.ends_with("bias") ? Axis(type.shape.ndim() - 1) : path == "1.weight" ? Axis(0) : Axis();
  };
  auto out = [](std::string_view path, const fx::ShapeDtype &) -> Axis { return path == "weight" ? 1 : 0; };
  const fx::Array w = fx::arange(12).astype(fx::f32) / 12, x = fx::array({0.5f, -1.f});
  const std::vector<Layer> layers = {{w[{fx::slice(0, 4)}].reshape({2, 2}), w[{fx::slice(0, 6)}].reshape({2, 3})},
                                     {w.reshape({3, 2, 2}), w[{fx::slice(6, 12)}].reshape({2, 3})}};
  const Layer all = fx::vmap(apply, {.in_axes = {in, fx::none}, .out_axes = {out}})(layers, x);
  EXPECT_EQ(all.weight.shape(), (fx::Shape{2, 3}));
  for (int64_t k = 0; k < 3; ++k) {
    std::vector<Layer> one = layers;
    for (Layer &l : one) l.bias = l.bias[{fx::all, k}];
    one[1].weight = one[1].weight[k];
    const Layer y = apply(one, x);
    EXPECT_TRUE(fx::allclose(all.weight[{fx::all, k}], y.weight).item<bool>());
    EXPECT_TRUE(fx::allclose(all.bias[k], y.bias).item<bool>());
  }
  auto wrong = [](std::string_view path, const fx::ShapeDtype &) -> Axis { return path == "0.bias" ? 2 : 0; };
  try {
    fx::vmap(apply, {.in_axes = {wrong, fx::none}})(layers, x);
    ADD_FAILURE() << "axis 2 of a matrix";
  } catch (const fx::ShapeError &e) {
    EXPECT_NE(std::string(e.what()).find("axis 2 is out of range for argument 0 at 0.bias"), std::string::npos)
        << e.what();
  }
}

TEST(Jvp, AndVjpAndLinearizeAgree) {
  auto f = [](const fx::Array &x) { return fx::sin(x) * fx::cumsum(x); };
  fx::Array x = fx::array({0.3f, -1.f, 2.f}), v = fx::array({1.f, 0.5f, -2.f}), w = fx::array({-1.f, 3.f, 0.25f});
  auto [y, dy] = fx::jvp(f, std::tuple(x), std::tuple(v));
  auto [y2, pullback] = fx::vjp(f, x);
  auto [y3, lin] = fx::linearize(f, x);
  expect_close(y, y2);
  expect_close(y, y3);
  expect_close(lin(v), dy);
  auto [back] = pullback(w);
  EXPECT_NEAR(fx::sum(w * dy).item<float>(), fx::sum(back * v).item<float>(), 1e-5);
}

TEST(Jacobians, ForwardAndReverseAndHessian) {
  auto f = [](const fx::Array &x) { return fx::stack({x[0] * x[1], fx::exp(x[1]), x[0] * x[0]}); };
  fx::Array x = fx::array({2.f, 0.5f}), want = fx::array({{0.5f, 2.f}, {0.f, std::exp(0.5f)}, {4.f, 0.f}});
  expect_close(fx::jacfwd(f)(x), want);
  expect_close(fx::jacrev(f)(x), want);
  auto g = [](const fx::Array &x) { return x[0] * x[0] * x[1] + fx::sin(x[1]); };
  expect_close(fx::hessian(g)(x), fx::array({{1.f, 4.f}, {4.f, -std::sin(0.5f)}}));
  expect_close(fx::jacrev(fx::grad(g))(x), fx::hessian(g)(x));
}

TEST(Compositions, OfThreeAgree) {
  auto f = [](const fx::Array &x) { return fx::sum(fx::tanh(x) * x); };
  fx::Array xs = fx::arange(6, fx::f32).reshape({3, 2}) * 0.3;
  fx::Array plain = fx::vmap(fx::grad(f))(xs);
  expect_close(fx::jit(fx::vmap(fx::grad(f)))(xs), plain);
  expect_close(fx::vmap(fx::jit(fx::grad(f)))(xs), plain);
  expect_close(fx::grad([&](const fx::Array &x) { return fx::sum(fx::vmap(f)(x)); })(xs), plain);
  auto twice = [&](const fx::Array &x) { return fx::sum(fx::grad(f)(x)); };
  expect_close(fx::vmap(fx::grad(twice))(xs),
               fx::vmap([&](const fx::Array &x) { return fx::sum(fx::hessian(f)(x), 0); })(xs));
}

TEST(Grad, OverACapturedTracerOfAnOuterTrace) {
  // d/dy d/dx (x²y) = 2x
  auto outer = [](const fx::Array &y) {
    return fx::grad([&](const fx::Array &x) { return x * x * y; })(fx::full({}, 3.f));
  };
  EXPECT_FLOAT_EQ(fx::grad(outer)(fx::full({}, 5.f)).item<float>(), 6);
}

TEST(StopGradient, IsAConstant) {
  EXPECT_FLOAT_EQ(
      fx::grad([](const fx::Array &x) { return x * fx::stop_gradient(x); })(fx::full({}, 3.f)).item<float>(), 3);
}

TEST(CheckGrads, PassesAndFails) {
  fx::check_grads(loss, std::tuple(model(), inputs(), targets()));
  auto wrong = [](const fx::Array &x) { return fx::sum(fx::stop_gradient(x) * x); };
  EXPECT_THROW(fx::check_grads(wrong, std::tuple(fx::array({1.f, 2.f}))), fx::Error);
}

TEST(MakeIr, ShowsTheTrace) {
  std::string ir = fx::make_ir([](const fx::Array &x) { return fx::exp(x); })(fx::zeros({4}));
  EXPECT_NE(ir.find("fx.exponential %arg0 : tensor<4xf32>"), std::string::npos) << ir;
  EXPECT_EQ(fx::eval_shape([](const fx::Array &x) { return x.sum(0); }, fx::zeros({2, 5})).shape(), (fx::Shape{5}));
}

}  // namespace
