// Every differentiable function against central differences: first and second order, forward and reverse, in f64.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

namespace fx = fluxion;
using fx::Array;

namespace {

struct Case {
  const char *name;
  std::function<Array(const Array &)> f;
  double lo = -2, hi = 2;  // where the operand is sampled, away from kinks
};

Array sample(const Case &c, const fx::Shape &shape = {2, 3}) {
  std::vector<double> values(static_cast<size_t>(shape.count()));
  for (size_t i = 0; i < values.size(); ++i) {
    double t = static_cast<double>((i * 2654435761u + 12345u) % 10007u) / 10007.0;
    values[i] = c.lo + (c.hi - c.lo) * t;
  }
  return fx::from_vector(values, shape);
}

Array other() { return fx::array({{0.7, -1.3, 0.4}, {1.9, 0.2, -0.6}}); }
Array positive() { return fx::array({{0.7, 1.3, 0.4}, {1.9, 0.2, 2.6}}); }
Array index() { return fx::array({2, 0, 2, 1}); }

const Case kCases[] = {
    {"add", [](const Array &x) { return x + other(); }},
    {"subtract", [](const Array &x) { return other() - x; }},
    {"multiply", [](const Array &x) { return x * other(); }},
    {"square", [](const Array &x) { return x * x; }},
    {"divide", [](const Array &x) { return x / positive() + other() / x; }, 0.5, 3},
    {"negate", [](const Array &x) { return -x; }},
    {"abs", [](const Array &x) { return fx::abs(x); }, 0.5, 2},
    {"abs below", [](const Array &x) { return fx::abs(x) * x; }, -2, -0.5},
    {"remainder", [](const Array &x) { return fx::fmod(x, positive() * 10.0); }, 0.1, 1.9},
    {"maximum", [](const Array &x) { return fx::maximum(x, other()) * x; }, 2, 3},
    {"minimum", [](const Array &x) { return fx::minimum(x, other()) * x; }, -3, -2},
    {"power", [](const Array &x) { return fx::power(x, positive()) + fx::power(positive(), x); }, 0.5, 2},
    {"integer power", [](const Array &x) { return fx::power(x, 3); }},
    {"atan2", [](const Array &x) { return fx::arctan2(x, positive()) + fx::arctan2(positive(), x); }, 0.5, 2},
    {"exp", [](const Array &x) { return fx::exp(x); }},
    {"expm1", [](const Array &x) { return fx::expm1(x); }},
    {"log", [](const Array &x) { return fx::log(x); }, 0.5, 3},
    {"log1p", [](const Array &x) { return fx::log1p(x); }, -0.5, 3},
    {"logistic", [](const Array &x) { return fx::special::expit(x); }},
    {"sqrt", [](const Array &x) { return fx::sqrt(x); }, 0.5, 3},
    {"rsqrt", [](const Array &x) { return fx::rsqrt(x); }, 0.5, 3},
    {"cbrt", [](const Array &x) { return fx::cbrt(x); }, 0.5, 3},
    {"sin", [](const Array &x) { return fx::sin(x); }},
    {"cos", [](const Array &x) { return fx::cos(x); }},
    {"tan", [](const Array &x) { return fx::tan(x); }, -1, 1},
    {"asin", [](const Array &x) { return fx::arcsin(x); }, -0.8, 0.8},
    {"acos", [](const Array &x) { return fx::arccos(x); }, -0.8, 0.8},
    {"atan", [](const Array &x) { return fx::arctan(x); }},
    {"sinh", [](const Array &x) { return fx::sinh(x); }},
    {"cosh", [](const Array &x) { return fx::cosh(x); }},
    {"tanh", [](const Array &x) { return fx::tanh(x); }},
    {"asinh", [](const Array &x) { return fx::arcsinh(x); }},
    {"acosh", [](const Array &x) { return fx::arccosh(x); }, 1.5, 3},
    {"atanh", [](const Array &x) { return fx::arctanh(x); }, -0.8, 0.8},
    {"erf", [](const Array &x) { return fx::special::erf(x); }},
    {"erfc", [](const Array &x) { return fx::special::erfc(x); }},
    {"erf_inv", [](const Array &x) { return fx::special::erf_inv(x); }, -0.8, 0.8},
    {"floor", [](const Array &x) { return fx::floor(x) * x; }, 0.1, 0.9},
    {"round", [](const Array &x) { return fx::round(x) * x; }, 0.6, 0.9},
    {"select", [](const Array &x) { return fx::where(x > 0, x * x, x); }, 0.2, 1},
    {"clip", [](const Array &x) { return fx::clip(x, -1.0, 1.0) * x; }, -0.9, 0.9},
    {"convert", [](const Array &x) { return x.astype(fx::f32).astype(fx::f64) * 0.0 + x * x; }},
    {"broadcast", [](const Array &x) { return fx::broadcast_to(x, {4, 2, 3}) * fx::iota({4, 2, 3}, 0, fx::f64); }},
    {"reshape", [](const Array &x) { return x.reshape({3, 2}) * fx::iota({3, 2}, 0, fx::f64); }},
    {"transpose", [](const Array &x) { return fx::matmul(x, x.T()); }},
    {"slice", [](const Array &x) { return x[{fx::all, fx::slice(0, 3, 2)}] * 3.0; }},
    {"reverse", [](const Array &x) { return fx::flip(x) * x; }},
    {"pad", [](const Array &x) { return fx::square(fx::pad(x, {1, 0}, {0, 2}, 0, {0, 1})); }},
    {"negative pad", [](const Array &x) { return fx::square(fx::pad(x, {0, -1}, {0, 0})); }},
    {"concatenate", [](const Array &x) { return fx::square(fx::concatenate({x, other(), x * 2.0}, 1)); }},
    {"sum", [](const Array &x) { return fx::square(fx::sum(x, 1)); }},
    {"mean and var", [](const Array &x) { return fx::var(x, 0) * fx::mean(x); }},
    {"prod", [](const Array &x) { return fx::prod(x, 1); }},
    {"prod with zeros", [](const Array &x) { return fx::prod(x * fx::array({{0.0, 1.0, 1.0}, {1.0, 1.0, 1.0}}), 1); }},
    {"max", [](const Array &x) { return fx::square(fx::max(x, 1)); }},
    {"min", [](const Array &x) { return fx::square(fx::min(x, 0)); }},
    {"cumsum", [](const Array &x) { return fx::square(fx::cumsum(x, 1)); }},
    {"cumprod", [](const Array &x) { return fx::cumprod(x, 1); }, 0.5, 2},
    {"cummax", [](const Array &x) { return fx::square(fx::cummax(x, 1)); }},
    {"matmul", [](const Array &x) { return fx::matmul(x, fx::sin(x).T()); }},
    {"batched product", [](const Array &x) { return fx::einsum("bi,bj->bij", x, fx::exp(x)); }},
    {"gather", [](const Array &x) { return fx::square(x[{fx::all, index()}]); }},
    {"scatter add", [](const Array &x) { return fx::square(fx::zeros({2, 3}, fx::f64).at({fx::all, index()[fx::slice(0, 3)]}).add(x)); }},
    {"update", [](const Array &x) { return fx::square(x.at({0, 1}).set(x[{1, 2}] * 2.0)); }},
    {"dynamic_slice", [](const Array &x) { return fx::square(fx::dynamic_slice(x, {fx::array(0), fx::array(1)}, {2, 2})); }},
    {"dynamic_update_slice", [](const Array &x) { return fx::square(fx::dynamic_update_slice(x, x[{fx::slice(0, 1), fx::slice(0, 2)}] * 3.0, {fx::array(1), fx::array(1)})); }},
    {"sort", [](const Array &x) { return fx::sort(x, 1) * fx::iota({2, 3}, 1, fx::f64); }},
    {"top_k", [](const Array &x) { return fx::square(fx::top_k(x, 2).first); }},
    {"softmax", [](const Array &x) { return fx::nn::softmax(x, -1); }},
    {"log_softmax", [](const Array &x) { return fx::nn::log_softmax(x, -1); }},
    {"logsumexp", [](const Array &x) { return fx::special::logsumexp(x, 1); }},
    {"gelu", [](const Array &x) { return fx::nn::gelu(x) + fx::nn::gelu(x, false) + fx::nn::silu(x) + fx::nn::softplus(x); }},
    {"relu", [](const Array &x) { return fx::nn::relu(x) * x + fx::nn::elu(x); }, 0.3, 2},
    {"cond", [](const Array &x) { return fx::cond(fx::sum(x) > -100, [](const Array &v) { return fx::sin(v); }, [](const Array &v) { return v; }, x); }},
    {"scan", [](const Array &x) { return fx::scan([](const Array &c, const Array &v) { return std::pair(c * fx::tanh(v), c + v); }, fx::ones({3}, fx::f64), x).second; }},
    {"fori_loop", [](const Array &x) { return fx::fori_loop(0, 3, [&](const Array &, const Array &c) { return fx::sin(c) * x; }, x); }},
};

class CheckGrads : public testing::TestWithParam<Case> {};

TEST_P(CheckGrads, FirstAndSecondOrderForwardAndReverse) {
  fx::check_grads(GetParam().f, std::tuple(sample(GetParam())));
}

TEST_P(CheckGrads, OfTheBatchedFunction) {
  Array x = sample(GetParam(), {2, 2, 3});
  fx::check_grads(fx::vmap(GetParam().f), std::tuple(x), {.order = 1});
}

INSTANTIATE_TEST_SUITE_P(Ops, CheckGrads, testing::ValuesIn(kCases), [](const auto &info) {
  std::string name = info.param.name;
  for (char &c : name)
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  return name;
});

}  // namespace
