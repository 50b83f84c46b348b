// What the surface says of dtypes and shapes; derivatives of the differentiable functions.
#include "cases.h"

namespace surface {
namespace {

using fx::Array;
using fx::Kind;

TEST(Surface, Dtypes) {
  EXPECT_EQ(fx::result_type(fx::arange(2), 1.5), fx::f32);
  EXPECT_EQ(fx::result_type(fx::ones({2}, fx::bf16), 1.5), fx::bf16);
  EXPECT_EQ(fx::result_type(fx::i8, fx::u8), fx::i16);
  EXPECT_EQ(fx::result_type(3), fx::i32);
  EXPECT_TRUE(fx::issubdtype(fx::bf16, Kind::floating) && !fx::issubdtype(fx::c64, Kind::floating));
  EXPECT_TRUE(fx::isdtype(fx::u8, Kind::unsigned_integer) && fx::isdtype(fx::f32, fx::f32));
  EXPECT_TRUE(fx::can_cast(fx::i32, fx::f64) && fx::can_cast(fx::u8, fx::i16) && fx::can_cast(fx::f32, fx::c64));
  EXPECT_FALSE(fx::can_cast(fx::i32, fx::f32) || fx::can_cast(fx::f32, fx::f16) || fx::can_cast(fx::i8, fx::u16));
  EXPECT_EQ(fx::broadcast_shapes({{3, 1}, {4}}), (fx::Shape{3, 4}));
  EXPECT_TRUE(fx::isscalar(2.5) && !fx::isscalar(fx::ones({1})));
  Array x = fx::zeros({2, 3});
  EXPECT_EQ(fx::ndim(x), 2);
  EXPECT_EQ(fx::shape(x), (fx::Shape{2, 3}));
  EXPECT_EQ(fx::size(x) + fx::size(x, 1), 9);
}

struct Differentiable {
  const char *name;
  std::function<std::vector<Array>(const Array &)> f;
};

Array other() { return fx::array({{0.7, -1.3, 0.4}, {1.9, 0.2, -0.6}}); }
Array square() { return fx::array({{2.0, 0.3, -0.4}, {0.1, 1.5, 0.2}, {0.6, -0.7, 1.8}}); }
Array line(const Array &x) { return fx::ravel(x); }

const Differentiable kFunctions[] = {
    {"hypot, logaddexp, sinc",
     [](const Array &x) {
       return std::vector<Array>{fx::hypot(x, other()), fx::logaddexp(x, other()), fx::logaddexp2(x, x), fx::sinc(x)};
     }},
    {"parts of numbers",
     [](const Array &x) {
       return std::vector<Array>{fx::modf(x).first * x,        fx::frexp(x).first * x, fx::ldexp(x, fx::array(2)) * x,
                                 fx::copysign(x, other()) * x, fx::nan_to_num(x) * x,  fx::deg2rad(x) * x};
     }},
    {"shapes",
     [](const Array &x) {
       return std::vector<Array>{fx::rot90(x * x),
                                 fx::resize(x * x, {4, 2}),
                                 fx::roll(x * x, 2),
                                 fx::diagflat(x * x),
                                 fx::trace_(x * x),
                                 fx::append(x, x * x),
                                 fx::stack(fx::unstack(x * x, 1))};
     }},
    {"pads",
     [](const Array &x) {
       return std::vector<Array>{fx::pad(x * x, {{1, 2}}, {.mode = fx::PadMode::reflect}),
                                 fx::pad(x * x, {{1, 2}}, {.mode = fx::PadMode::mean}),
                                 fx::pad(x * x, {{1, 2}}, {.mode = fx::PadMode::linear_ramp})};
     }},
    {"statistics",
     [](const Array &x) {
       return std::vector<Array>{fx::var(x, 1, fx::Keep::no, 1),
                                 fx::std(x),
                                 fx::average(x * x, 1),
                                 fx::cov(x),
                                 fx::corrcoef(x),
                                 fx::ptp(x * x, 1),
                                 fx::nanmean(x * x),
                                 fx::nanstd(x)};
     }},
    {"quantiles",
     [](const Array &x) {
       return std::vector<Array>{fx::quantile(x * x, 0.3), fx::median(x * x, 1), fx::percentile(x * x, 70)};
     }},
    {"differences",
     [](const Array &x) {
       return std::vector<Array>{fx::diff(x * x), fx::gradient(x * x, 1, 1), fx::trapezoid(x * x),
                                 fx::cumulative_sum(x * x, 1, true), fx::unwrap(x * x)};
     }},
    {"interpolation",
     [](const Array &x) {
       Array xp = fx::array({-2.0, 0.1, 2.2}), fp = fx::array({1.0, 3.0, -1.0});
       return std::vector<Array>{fx::interp(x, xp, fp) * x, fx::interp(other(), xp, fp * fx::sum(x)),
                                 fx::convolve(line(x), line(x)), fx::correlate(line(x), line(other()) * x[{0, 0}])};
     }},
    {"products",
     [](const Array &x) {
       return std::vector<Array>{fx::inner(x, x),
                                 fx::vdot(x, x),
                                 fx::vecdot(x, x),
                                 fx::kron(x, x),
                                 fx::cross(x, x * x),
                                 fx::tensordot(x, x, {1}, {1}),
                                 fx::matvec(square(), x[0] * x[1]),
                                 fx::einsum("ij,jk,lk->il", x, square(), x)};
     }},
    {"polynomials",
     [](const Array &x) {
       return std::vector<Array>{fx::polyval(line(x), other()),
                                 fx::polymul(line(x), line(x)),
                                 fx::poly(line(x)),
                                 fx::polydiv(line(x), fx::array({2.0, 1.0}) * x[{0, 0}]).first,
                                 fx::polyint(line(x) * line(x)),
                                 fx::polyder(line(x) * line(x))};
     }},
    {"choices",
     [](const Array &x) {
       return std::vector<Array>{fx::select({other() > 0}, {x * x}, x), fx::choose(fx::array({0, 1, 1}), {x * x, x}),
                                 fx::put(x * x, fx::array({1, 3}), x[0]), fx::place(x * x, other() > 0, x[1]),
                                 fx::put_along_axis(x * x, fx::array({{2}, {0}}), x[{fx::all, fx::slice(0, 1)}], 1)};
     }},
    {"lax",
     [](const Array &x) {
       return std::vector<Array>{fx::integer_pow(x, -3), fx::cumlogsumexp(x, 1), fx::lax::cumprod(x, 1, true),
                                 fx::reduce(
                                     x, 1.0, [](const Array &a, const Array &b) { return a * b; }, 1),
                                 fx::sort_key_val(other(), x * x).second};
     }},
    {"prefixes",
     [](const Array &x) {
       auto affine = [](const std::pair<Array, Array> &a, const std::pair<Array, Array> &b) {
         return std::pair(a.first * b.first, a.second * b.first + b.second);
       };
       auto [a, b] = fx::associative_scan(affine, std::pair(fx::tanh(x), x * x), {.axis = 1});
       return std::vector<Array>{a, b};
     }},
    {"activations",
     [](const Array &x) {
       return std::vector<Array>{fx::nn::celu(x),          fx::nn::selu(x),         fx::nn::softplus(x),
                                 fx::nn::mish(x),          fx::nn::squareplus(x),   fx::nn::soft_sign(x),
                                 fx::nn::hard_silu(x) * x, fx::nn::log1mexp(x * x), fx::nn::standardize(x),
                                 fx::nn::logmeanexp(x, 1)};
     }},
    {"masked softmax",
     [](const Array &x) {
       Array mask = fx::array({{true, false, true}, {false, false, false}});
       return std::vector<Array>{fx::nn::softmax(x, {.where = mask}),
                                 fx::where(mask, fx::nn::log_softmax(x, {.where = mask}), 0)};
     }},
    {"attention",
     [](const Array &x) {
       Array q = fx::reshape(x, {1, 3, 1, 2});
       return std::vector<Array>{fx::nn::dot_product_attention(q, fx::sin(q), q * q, {.is_causal = true})};
     }},
    {"vectorize",
     [](const Array &x) {
       auto f = [](const Array &a, const Array &b) { return fx::sum(a * fx::sin(b)); };
       return std::vector<Array>{fx::vectorize(f, "(n),(n)->()")(x, x[0])};
     }},
};

// Away from kinks: no two elements are near one another, 0 or another one's operand.
TEST(Surface, Derivatives) {
  Array x = fx::array({{1.31, -0.83, 0.57}, {2.23, -1.61, 0.89}});
  for (const Differentiable &c : kFunctions) {
    try {
      fx::check_grads(c.f, std::tuple(x));
    } catch (const std::exception &error) {
      ADD_FAILURE() << c.name << ": " << error.what();
    }
  }
}

TEST(Surface, SmoothWhereBranchesMeet) {
  auto second = [](auto f, double at) {
    return fx::grad(fx::grad([=](const Array &x) { return f(x); }))(fx::array(at)).template item<double>();
  };
  EXPECT_NEAR(second([](const Array &x) { return fx::nn::softplus(x); }, 0), 0.25, 1e-12);
  EXPECT_NEAR(second([](const Array &x) { return fx::logaddexp(x, 0.5); }, 0.5), 0.25, 1e-12);
  EXPECT_NEAR(second([](const Array &x) { return fx::sinc(x); }, 0), -3.28986813369645, 1e-9);
  EXPECT_EQ(fx::grad([](const Array &x) { return fx::nn::relu(x); })(fx::array(0.f)).item<float>(), 0);
}

}  // namespace
}  // namespace surface
