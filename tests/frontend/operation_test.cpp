// Operations of users: what they compute, their derivatives and batching under every transformation, and what is said
// where a rule is missing or wrong.
#include <fluxion/fluxion.h>

#include <gtest/gtest.h>

#include <cmath>

#include "tests/frontend/message.h"

namespace fx = fluxion;

namespace {

using fx::Array;

// x / (1 + |x|), by a kernel and a forward rule.
const fx::Operation softclip = fx::operation("test.softclip")
                                   .kernel([](std::span<const float> x, std::span<float> y) {
                                     for (size_t i = 0; i < x.size(); ++i) y[i] = x[i] / (1 + std::abs(x[i]));
                                   })
                                   .kernel([](std::span<const double> x, std::span<double> y) {
                                     for (size_t i = 0; i < x.size(); ++i) y[i] = x[i] / (1 + std::abs(x[i]));
                                   })
                                   .jvp([](const Array &x, const Array &dx) { return dx / fx::square(1 + fx::abs(x)); })
                                   .vmap(fx::batch::leading);

Array softclip_of_ops(const Array &x) { return x / (1 + fx::abs(x)); }

// A·x for matrices and vectors, with a reverse rule that uses the operation with the transposed matrix.
const fx::Operation matvec =
    fx::operation("test.matvec")
        .result([](const fx::ShapeDtype &a, const fx::ShapeDtype &x) {
          if (a.shape.ndim() != 2 || x.shape.ndim() != 1 || a.shape[1] != x.shape[0])
            fx::fail<fx::ShapeError>(fmt::format("matvec: {} · {}", to_string(a), to_string(x)));
          return fx::ShapeDtype{{a.shape[0]}, a.dtype};
        })
        .kernel([](fx::View<const float> a, fx::View<const float> x, fx::View<float> y) {
          for (int64_t i = 0; i < y.size(); ++i) {
            y[i] = 0;
            for (int64_t k = 0; k < x.size(); ++k) y[i] += a[i * a.shape[1] + k] * x[k];
          }
        })
        .vjp([](const Array &a, const Array &x, const Array &ct) {
          return std::pair(fx::outer(ct, x), matvec(a.T(), ct));
        })
        .linear_in({0, 1})
        .vmap([](int64_t, const Array &as, const Array &xs) { return fx::einsum("bij,bj->bi", as, xs); });

Array matvec_of_ops(const Array &a, const Array &x) { return fx::matmul(a, x); }

// Of fx ops, without any rule.
const fx::Operation swish = fx::operation("test.swish").function([](const Array &x) { return x / (1 + fx::exp(-x)); });

// Quotient and remainder: two results, integers among them, called for each example.
const fx::Operation split =
    fx::operation("test.split")
        .kernel([](std::span<const float> x, std::span<float> fraction, std::span<int32_t> whole) {
          for (size_t i = 0; i < x.size(); ++i) {
            whole[i] = static_cast<int32_t>(std::floor(x[i]));
            fraction[i] = x[i] - static_cast<float>(whole[i]);
          }
        })
        .jvp([](const Array &, const Array &, const Array &whole, const Array &dx) { return std::pair(dx, whole * 0); })
        .vmap(fx::batch::each);

const Array kX = fx::array({-2.f, -0.5f, 0.25f, 3.f});

void expect_near(const Array &a, const Array &b) {
  ASSERT_EQ(a.type(), b.type());
  EXPECT_TRUE(fx::allclose(a, b, {.rtol = 1e-5, .atol = 1e-6}).item<bool>()) << a << " " << b;
}

TEST(Operation, ComputesEagerlyCompiledAndByTheInterpreter) {
  expect_near(softclip(kX), softclip_of_ops(kX));
  expect_near(fx::jit([](const Array &x) { return softclip(fx::exp(x)) + x; })(kX), softclip_of_ops(fx::exp(kX)) + kX);
  expect_near(softclip(kX.astype(fx::f64)), softclip_of_ops(kX.astype(fx::f64)));
  expect_near(swish(kX), kX / (1 + fx::exp(-kX)));
  std::vector<Array> parts = split.all({kX});
  EXPECT_EQ(parts[1].to_vector<int>(), (std::vector<int>{-2, -1, 0, 3}));
  EXPECT_EQ(softclip(fx::zeros({0, 3})).shape(), (fx::Shape{0, 3}));
  EXPECT_FLOAT_EQ(softclip(-3.0).item<float>(), -0.75f);
}

TEST(Operation, ChecksItself) {
  const Array x = kX.astype(fx::f64) + 0.1;
  fx::check_operation(softclip, x);
  fx::check_operation(softclip, kX);
  fx::check_operation(swish, kX);
  fx::check_operation(matvec, fx::array({{1.f, 2.f}, {3.f, 4.f}, {5.f, 6.f}}), fx::array({0.5f, -1.f}));
  fx::check_operation(split, kX + 0.1f);
}

// Against the same functions of fx ops, in compositions three deep.
template <class F, class G>
void expect_same(F f, G g, const Array &x) {
  auto scalar = [](auto h) { return [h](const Array &v) { return fx::sum(fx::sin(h(v))); }; };
  expect_near(f(x), g(x));
  expect_near(fx::jit(fx::grad(scalar(f)))(x), fx::jit(fx::grad(scalar(g)))(x));
  expect_near(fx::hessian(scalar(f))(x), fx::hessian(scalar(g))(x));
  expect_near(fx::jacrev(fx::grad(scalar(f)))(x), fx::jacrev(fx::grad(scalar(g)))(x));
  expect_near(fx::jacfwd(fx::jacrev(f))(x), fx::jacfwd(fx::jacrev(g))(x));
  const Array xs = fx::stack({x, x * 2, -x});
  expect_near(fx::jit(fx::vmap(fx::grad(scalar(f))))(xs), fx::jit(fx::vmap(fx::grad(scalar(g))))(xs));
  expect_near(fx::grad([&](const Array &v) { return fx::sum(fx::vmap(f)(v)); })(xs),
              fx::grad([&](const Array &v) { return fx::sum(fx::vmap(g)(v)); })(xs));
  expect_near(fx::vmap(fx::hessian(scalar(f)))(xs), fx::vmap(fx::hessian(scalar(g)))(xs));
  expect_near(fx::jit(fx::grad(fx::checkpoint(scalar(f))))(x), fx::grad(scalar(g))(x));
  auto looped = [](auto h) {
    return [h](const Array &v) {
      return fx::sum(
          fx::scan([h](const Array &c, const Array &) { return std::pair(c + 0.1 * h(c), c); }, v, fx::arange(3))
              .first);
    };
  };
  expect_near(fx::jit(fx::grad(looped(f)))(x), fx::jit(fx::grad(looped(g)))(x));
  expect_near(fx::jit(fx::vmap(fx::grad(looped(f))))(xs), fx::jit(fx::vmap(fx::grad(looped(g))))(xs));
}

TEST(Operation, ComposesByForwardRule) {
  expect_same([](const Array &x) { return softclip(x); }, softclip_of_ops, kX);
}

TEST(Operation, ComposesByReverseRule) {
  const Array a = fx::array({{1.f, 2.f}, {3.f, -4.f}});
  const Array x = fx::array({0.5f, -1.f});
  expect_same([&](const Array &v) { return matvec(a, v); }, [&](const Array &v) { return matvec_of_ops(a, v); }, x);
  auto square = [](auto product) {
    return [product](const Array &v) { return product(fx::outer(v, v + 1), fx::cos(v)); };
  };
  expect_same(square([](const Array &m, const Array &v) { return matvec(m, v); }), square(matvec_of_ops), x);
}

TEST(Operation, ComposesWithoutRules) {
  expect_same([](const Array &x) { return swish(x); }, [](const Array &x) { return x / (1 + fx::exp(-x)); }, kX);
}

TEST(Operation, ComposesWithSeveralResults) {
  auto f = [](const Array &x) {
    std::vector<Array> parts = split.all({x});
    return parts[0] * parts[0] + parts[1].astype(fx::f32);
  };
  auto g = [](const Array &x) {
    Array whole = fx::stop_gradient(fx::floor(x));
    return fx::square(x - whole) + whole;
  };
  expect_same(f, g, kX + 0.1f);
}

TEST(Operation, ShowsInTheIrUnderItsName) {
  auto f = [](const Array &x) { return softclip(x); };
  EXPECT_SAYS(fx::make_ir(f)(kX), "fx.operation \"test.softclip\"(%");
  EXPECT_SAYS(fx::make_ir(fx::vmap(f))(kX), "fx.operation \"test.softclip\"(%");
  EXPECT_SAYS(fx::make_ir(fx::grad([&](const Array &x) { return fx::sum(f(x)); }))(kX),
              "fx.operation \"test.softclip\"");
}

const fx::Operation bare = fx::operation("test.bare").kernel([](std::span<const float> x, std::span<float> y) {
  for (size_t i = 0; i < x.size(); ++i) y[i] = 2 * x[i];
});

TEST(Operation, MissingRulesAreNamedWithTheLine) {
  auto f = [](const Array &x) { return bare(x); };
  const std::string line = "operation_test.cpp:" + std::to_string(__LINE__ - 1);
  auto says = [&](const std::string &text, const char *what) {
    EXPECT_SAYS(text, what);
    EXPECT_SAYS(text, line);
  };
  says(message([&] { fx::grad([&](const Array &x) { return fx::sum(f(x)); })(kX); }),
       "operation 'test.bare' has no derivative: give it a rule with jvp or vjp");
  says(message([&] { fx::jvp(f, std::tuple(kX), std::tuple(kX)); }), "operation 'test.bare' has no derivative");
  says(message([&] { fx::vmap(f)(kX); }), "operation 'test.bare' has no batching rule");
  says(message<fx::DTypeError>([&] { f(fx::arange(2)); }),
       "operation 'test.bare' has no kernel for i32[2]; it has: f32 -> f32");
  EXPECT_SAYS(message([&] { fx::linear_transpose(f, kX)(kX); }), "has no derivative");
}

TEST(Operation, DefinitionsThatContradictThemselves) {
  EXPECT_SAYS(message([] { fx::operation("test.bare"); }),
              "operation 'test.bare' is defined already at operation_test.cpp");
  EXPECT_SAYS(message([] { fx::operation("two words"); }), "is no name");
  EXPECT_SAYS(message([] {
                fx::operation("test.wrong.count")
                    .kernel([](std::span<const float>, std::span<float>) {})
                    .function([](const Array &x, const Array &) { return x; });
              }),
              "the function takes 2 operands, but it has 1");
  auto rule = [](const char *name, auto jvp) {
    const fx::Operation op = fx::operation(name).function([](const Array &x) { return x * 2; }).jvp(jvp);
    return message([&] { fx::grad([&](const Array &x) { return fx::sum(op(x)); })(kX); });
  };
  EXPECT_SAYS(rule("test.wrong.arity", [](const Array &x) { return x; }), "its jvp rule takes 1 arrays; 2 are");
  EXPECT_SAYS(rule("test.wrong.type", [](const Array &, const Array &dx) { return fx::sum(dx); }),
              "its jvp rule gives f32[] in place 0, not f32[4]");
}

// Every kind of wrong rule is found by check_operation, which says which one it is.
TEST(CheckOperation, FindsWrongRules) {
  const Array x = kX.astype(fx::f64) + 0.1;
  auto cube = [](const char *name) {
    return fx::operation(name).kernel([](std::span<const double> a, std::span<double> y) {
      for (size_t i = 0; i < a.size(); ++i) y[i] = a[i] * a[i] * a[i];
    });
  };
  auto finds = [&](const fx::Operation &op, const char *what) {
    const std::string text = message([&] { fx::check_operation(op, x); });
    EXPECT_SAYS(text, "check_operation: '" + op.name() + "'");
    EXPECT_SAYS(text, what);
  };
  auto right = [](const Array &a, const Array &d) { return 3 * a * a * d; };
  finds(cube("test.jvp2").jvp([](const Array &a, const Array &d) { return 2 * a * a * d; }), "jvp");
  finds(cube("test.vjp2").jvp(right).vjp([](const Array &a, const Array &ct) { return 2 * a * a * ct; }), "vjp");
  finds(cube("test.vjp3").vjp([](const Array &a, const Array &ct) { return -3 * a * a * ct; }), "vjp");
  finds(cube("test.affine").jvp([](const Array &a, const Array &d) { return 3 * a * a * d + 1e-3; }), "linear");
  finds(cube("test.quadratic").jvp([](const Array &a, const Array &d) { return 3 * a * a * d * d; }), "linear");
  finds(cube("test.vmap2").jvp(right).vmap([](int64_t, const Array &a) { return a * a; }), "vmap");
  finds(cube("test.swapped").jvp(right).vmap([](int64_t, const Array &a) { return fx::flip(a * a * a, {0}); }), "vmap");
  finds(cube("test.linear").jvp(right).vjp(right).linear_in({0}), "linear_in");
  finds(fx::operation("test.two")
            .function([](const Array &a) { return a * a; })
            .kernel([](std::span<const double> a, std::span<double> y) {
              for (size_t i = 0; i < a.size(); ++i) y[i] = a[i] * a[i] + 1;
            }),
        "function");
  fx::check_operation(cube("test.good").jvp(right).vjp(right).vmap(fx::batch::leading), x);
}

// A kernel that throws ends the program; rules may use callbacks and prints.
TEST(Operation, KernelsThrowAndRulesPrint) {
  struct Mine : std::runtime_error {
    using runtime_error::runtime_error;
  };
  const fx::Operation op = fx::operation("test.throws")
                               .kernel([](std::span<const float> x, std::span<float> y) {
                                 if (x[0] < 0) throw Mine("negative");
                                 std::copy(x.begin(), x.end(), y.begin());
                               })
                               .jvp([](const Array &x, const Array &dx) {
                                 fx::debug::print("at {}", x);
                                 return dx;
                               });
  auto f = fx::jit([&](const Array &x) { return op(x * 2); });
  EXPECT_EQ(message<Mine>([&] { f(fx::array({-1.f})); }), "negative");
  EXPECT_EQ(f(fx::array({1.f})).item<float>(), 2);
  testing::internal::CaptureStdout();
  EXPECT_EQ(fx::grad([&](const Array &x) { return op(x); })(fx::array(3.f)).item<float>(), 1);
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "at 3.\n");
}

}  // namespace
