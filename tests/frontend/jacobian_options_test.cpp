// Jacobians and Hessians of functions that return more than what is differentiated, by several arguments, and of
// holomorphic functions.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

namespace fx = fluxion;

namespace {

using Complex = std::complex<float>;

void expect_near(const fx::Array &a, const fx::Array &b, float tolerance = 1e-5f) {
  ASSERT_EQ(a.type(), b.type());
  EXPECT_TRUE(fx::allclose(a, b, {.rtol = tolerance, .atol = tolerance}).item<bool>()) << a << "\n" << b;
}
template <class F>
void expect_refused(F f, std::string_view says) {
  try {
    f();
    FAIL() << "nothing was thrown instead of " << says;
  } catch (const fx::DTypeError &e) {
    EXPECT_NE(std::string_view(e.what()).find(says), std::string_view::npos) << e.what();
    EXPECT_NE(std::string_view(e.what()).find("jacobian_options_test.cpp"), std::string_view::npos) << e.what();
  }
}

struct Trace {
  fx::Array logits, steps;
  int depth = 0;
};
struct Pair {
  fx::Array a, b;
};

fx::Array numbers() { return fx::array({0.5f, -1.f, 2.f}); }
fx::Array complex_numbers() { return fx::complex(fx::array({0.5f, -1.f, 0.75f}), fx::array({1.f, 0.25f, -0.5f})); }

TEST(JacobianWithMore, WhatIsBesideIsReturnedAsItIs) {
  auto f = [](const fx::Array &x) { return std::pair(fx::sin(x) * fx::sum(x), Trace{fx::exp(x), fx::arange(2), 7}); };
  const fx::Array x = numbers(), want = fx::diag(fx::cos(x) * fx::sum(x)) + fx::outer(fx::sin(x), fx::ones({3}));
  for (const auto &[j, more] : {fx::jacfwd(fx::has_aux, f)(x), fx::jacrev(fx::has_aux, f)(x),
                                fx::jit(fx::jacfwd(fx::has_aux, f))(x), fx::jit(fx::jacrev(fx::has_aux, f))(x)}) {
    expect_near(j, want);
    expect_near(more.logits, fx::exp(x));
    EXPECT_EQ(more.steps.to_vector<int>(), (std::vector<int>{0, 1}));
    EXPECT_EQ(more.depth, 7);
  }
  // Once for each example.
  const auto [each, more] = fx::vmap(fx::jacfwd(fx::has_aux, f))(fx::stack({x, 2 * x}));
  expect_near(each[0], want);
  expect_near(more.logits[1], fx::exp(2 * x));
}

TEST(JacobianWithMore, OfTreesByThoseNumbered) {
  auto f = [](const fx::Array &x, const fx::Array &scale, const Pair &p) {
    return std::pair(std::tuple(x * p.a, fx::sum(p.b) * scale), x + scale);
  };
  const fx::Array x = numbers(), scale = fx::array(3.f);
  const Pair p{fx::array({1.f, 2.f, 3.f}), fx::array({4.f, 5.f})};
  for (const auto &[j, more] :
       {fx::jacfwd<0, 2>(fx::has_aux, f)(x, scale, p), fx::jacrev<0, 2>(fx::has_aux, f)(x, scale, p)}) {
    const auto &[by_x, by_p] = std::get<0>(j);
    expect_near(by_x, fx::diag(p.a));
    expect_near(by_p.a, fx::diag(x));
    expect_near(by_p.b, fx::zeros({3, 2}));
    expect_near(std::get<1>(std::get<1>(j)).b, fx::full({2}, 3.f));
    expect_near(more, x + 3);
  }
}

TEST(Hessian, BySeveralArgumentsHasABlockForEachTwo) {
  auto f = [](const fx::Array &x, const fx::Array &y) { return fx::sum(x * x * x) * y + fx::sum(x) * y * y; };
  const fx::Array x = numbers(), y = fx::array(2.f);
  const auto [by_x, by_y] = fx::hessian<0, 1>(f)(x, y);
  expect_near(std::get<0>(by_x), fx::diag(6 * x * y));
  expect_near(std::get<1>(by_x), 3 * x * x + 2 * y);
  expect_near(std::get<0>(by_y), 3 * x * x + 2 * y);
  expect_near(std::get<1>(by_y), 2 * fx::sum(x));
  expect_near(fx::hessian<1>(f)(x, y), 2 * fx::sum(x));
  expect_near(fx::hessian(f)(x, y), fx::diag(6 * x * y));
}

TEST(Hessian, OfALossWithMoreIsAPair) {
  auto f = [](const fx::Array &x) { return std::pair(fx::sum(fx::exp(x)), Trace{x * 2, fx::arange(2), 3}); };
  const fx::Array x = numbers();
  for (const auto &[h, more] : {fx::hessian(f)(x), fx::jit(fx::hessian(f))(x)}) {
    expect_near(h, fx::diag(fx::exp(x)));
    expect_near(more.logits, 2 * x);
    EXPECT_EQ(more.depth, 3);
  }
  const auto [blocks, more] = fx::hessian<0, 1>(
      [](const fx::Array &a, const fx::Array &b) { return std::pair(fx::sum(a * a) * b, a); })(x, fx::array(3.f));
  expect_near(std::get<1>(std::get<0>(blocks)), 2 * x);
  expect_near(more, x);
}

TEST(Holomorphic, DerivativesAreTheComplexOnes) {
  auto f = [](const fx::Array &z) { return fx::sin(z) * fx::sum(z); };
  auto value = [](const fx::Array &z) { return fx::sum(z * z * z) + fx::prod(z); };
  const fx::Array z = complex_numbers();
  const fx::Array want = fx::diag(fx::cos(z) * fx::sum(z)) + fx::outer(fx::sin(z), fx::ones_like(z));
  expect_near(fx::jacfwd(f, {.holomorphic = true})(z), want);
  expect_near(fx::jacrev(f, {.holomorphic = true})(z), want);
  expect_near(fx::grad(value, {.holomorphic = true})(z), 3 * z * z + fx::prod(z) / z);
  const auto [v, g] = fx::value_and_grad<0, 1>(
      [](const fx::Array &a, const fx::Array &b) { return fx::sum(a * b * b); }, {.holomorphic = true})(z, z);
  expect_near(v, fx::sum(z * z * z));
  expect_near(std::get<1>(g), 2 * z * z);
  // ∂²/∂zᵢ∂zⱼ is 6·zᵢ on the diagonal, and the third number elsewhere.
  const std::vector<Complex> n = z.to_vector<Complex>();
  const fx::Array h = fx::array({6.f * n[0], n[2], n[1], n[2], 6.f * n[1], n[0], n[1], n[0], 6.f * n[2]});
  expect_near(fx::hessian(value, {.holomorphic = true})(z), fx::reshape(h, {3, 3}));
  const auto [j, more] = fx::jacrev(fx::has_aux, [](const fx::Array &z) { return std::pair(z * z, fx::abs(z)); },
                                    {.holomorphic = true})(z);
  expect_near(j, fx::diag(2 * z));
  expect_near(more, fx::abs(z));
}

TEST(Holomorphic, ElseOneSideIsReal) {
  // From real to complex numbers forward, from complex to real ones backward.
  auto circle = [](const fx::Array &t) { return fx::exp(fx::complex(0.f * t, t)); };
  const fx::Array t = numbers(), i = fx::complex(0.f * t, fx::ones({3}));
  expect_near(fx::jacfwd(circle)(t), fx::diag(i * circle(t)));
  auto square = [](const fx::Array &z) { return fx::square(fx::abs(z)); };
  const fx::Array z = complex_numbers();
  expect_near(fx::jacrev(square)(z), fx::diag(2 * fx::conj(z)));
}

TEST(Holomorphic, WrongUseIsExplained) {
  auto square = [](const fx::Array &x) { return x * x; };
  auto norm = [](const fx::Array &z) { return fx::sum(fx::abs(z)); };
  auto sum = [](const fx::Array &z) { return fx::sum(z); };
  const fx::Array x = numbers(), z = complex_numbers();
  expect_refused([&] { fx::jacfwd(square)(z); },
                 "jacfwd: the argument is c64[3], not real: of a holomorphic function say {.holomorphic = true}");
  expect_refused([&] { fx::jacrev(square)(z); }, "jacrev: the result is c64[3], not real");
  expect_refused([&] { fx::hessian(norm)(z); }, "jacfwd: the argument is c64[3], not real");
  expect_refused([&] { fx::jacfwd(square, {.holomorphic = true})(x); },
                 "jacfwd: the argument is f32[3], not complex, as all of a holomorphic function are");
  expect_refused([&] { fx::jacrev(norm, {.holomorphic = true})(z); }, "jacrev: the result is f32[], not complex");
  expect_refused([&] { fx::jacfwd(norm, {.holomorphic = true})(z); }, "jacfwd: the result is f32[], not complex");
  expect_refused([&] { fx::grad(sum)(z); },
                 "grad: the function must return a float, not c64[]: of a holomorphic function say");
  expect_refused([&] { fx::grad(sum, {.holomorphic = true})(x); }, "grad: the argument is f32[3], not complex");
  expect_refused([&] { fx::grad(norm, {.holomorphic = true})(z); },
                 "grad: a holomorphic function returns a complex number, not f32[]");
}

}  // namespace
