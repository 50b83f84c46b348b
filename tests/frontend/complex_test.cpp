// Complex arrays: making and reading them, promotion, functions, and derivatives as JAX has them.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <cmath>

namespace fx = fluxion;

namespace {

using C = std::complex<float>;
using Z = std::complex<double>;

void expect_near(const fx::Array &got, const std::vector<Z> &want, double tolerance = 1e-5) {
  const std::vector<Z> z = got.to_vector<Z>();
  ASSERT_EQ(z.size(), want.size());
  for (size_t i = 0; i < z.size(); ++i)
    EXPECT_LE(std::abs(z[i] - want[i]), tolerance * std::max(1.0, std::abs(want[i])))
        << i << ": " << z[i] << ", expected " << want[i];
}

TEST(Complex, MakingAndReading) {
  const fx::Array z = fx::array({C{1, 2}, C{3, -4}});
  EXPECT_EQ(z.dtype(), fx::c64);
  EXPECT_EQ(z.span<C>()[1], (C{3, -4}));
  EXPECT_EQ(fx::array({{Z{1, 2}}, {Z{3, 4}}}).type(), (fx::ShapeDtype{{2, 1}, fx::c128}));
  EXPECT_EQ(fx::array(Z{0, 1}).item<Z>(), (Z{0, 1}));
  const std::vector<C> numbers{{1, 0}, {0, 1}, {-1, 0}};
  EXPECT_EQ(fx::from_vector(numbers).to_vector<C>(), numbers);
  EXPECT_EQ(z.to_vector<float>(), (std::vector<float>{1, 3}));  // the real parts
  EXPECT_EQ(fx::to_string(z), "[1+2j 3-4j]");
  EXPECT_EQ(fx::to_string(fx::array(Z{0.5, -0.0})), "0.5-0j");
}

TEST(Complex, Parts) {
  const fx::Array z = fx::array({C{1, 2}, C{3, -4}});
  EXPECT_EQ(fx::real(z).to_vector<float>(), (std::vector<float>{1, 3}));
  EXPECT_EQ(fx::imag(z).to_vector<float>(), (std::vector<float>{2, -4}));
  EXPECT_EQ(fx::conj(z).to_vector<C>(), (std::vector<C>{{1, -2}, {3, 4}}));
  EXPECT_EQ(fx::complex(fx::array({1.f, 2.f}), 3).to_vector<C>(), (std::vector<C>{{1, 3}, {2, 3}}));
  EXPECT_EQ(fx::complex(fx::array({1.0}), fx::array({2.f})).dtype(), fx::c128);
  EXPECT_EQ(fx::abs(z).dtype(), fx::f32);
  EXPECT_FLOAT_EQ(fx::abs(z)[1].item<float>(), 5);
  EXPECT_FLOAT_EQ(fx::angle(fx::array(C{0, 2}), /*degrees=*/true).item<float>(), 90);
  EXPECT_FLOAT_EQ(fx::angle(fx::array({-1, 1}))[0].item<float>(), static_cast<float>(M_PI));
  EXPECT_EQ(fx::iscomplex(fx::array({C{1, 0}, C{1, 1}})).to_vector<bool>(), (std::vector<bool>{false, true}));
  EXPECT_EQ(fx::imag(fx::array({1.f, 2.f})).to_vector<float>(), (std::vector<float>{0, 0}));
  EXPECT_THROW(fx::complex(z, 1), fx::DTypeError);
}

TEST(Complex, PromotesLikeJax) {
  EXPECT_EQ(fx::promote_types(fx::c64, fx::f64), fx::c128);
  EXPECT_EQ(fx::promote_types(fx::i64, fx::c64), fx::c64);
  EXPECT_EQ(fx::promote_types(fx::bf16, fx::c64), fx::c64);
  EXPECT_EQ(fx::promote_types(fx::c64, fx::c128), fx::c128);
  EXPECT_THROW(fx::promote_types(fx::c64, fx::f8e5m2), fx::DTypeError);
  const fx::Array z = fx::array({C{1, 2}});
  EXPECT_EQ((z * 2.0).dtype(), fx::c64);
  EXPECT_EQ((z + fx::array({1.0})).dtype(), fx::c128);
  EXPECT_EQ((fx::array({1.f}) * C{0, 1}).to_vector<C>(), (std::vector<C>{{0, 1}}));
  EXPECT_EQ((fx::array({1.0}) * C{0, 1}).dtype(), fx::c128);
  EXPECT_EQ((Z{1, 1} - z).to_vector<C>(), (std::vector<C>{{0, -1}}));
  EXPECT_EQ((Z{1, 0} / fx::array({C{0, 1}})).to_vector<C>(), (std::vector<C>{{0, -1}}));
}

TEST(Complex, Functions) {
  const std::vector<Z> x{{0.5, -1.25}, {-2, 0.75}, {3, 0}, {0, -0.5}};
  const fx::Array z = fx::from_vector(x);
  auto check = [&](fx::Array (*f)(const fx::Operand &), Z (*g)(const Z &)) {
    std::vector<Z> want;
    for (const Z &v : x) want.push_back(g(v));
    expect_near(f(z), want, 1e-13);
  };
  check(fx::exp, std::exp);
  check(fx::log, std::log);
  check(fx::sqrt, std::sqrt);
  check(fx::sin, std::sin);
  check(fx::cos, std::cos);
  check(fx::tan, std::tan);
  check(fx::sinh, std::sinh);
  check(fx::cosh, std::cosh);
  check(fx::tanh, std::tanh);
  check(fx::arcsin, std::asin);
  check(fx::arccos, std::acos);
  check(fx::arctan, std::atan);
  check(fx::arcsinh, std::asinh);
  check(fx::arccosh, std::acosh);
  check(fx::sign, [](const Z &v) { return v / std::abs(v); });
  EXPECT_EQ(fx::sign(fx::array(Z{0, 0})).item<Z>(), (Z{0, 0}));
  EXPECT_EQ(fx::isfinite(fx::array({C{1, INFINITY}, C{1, 2}})).to_vector<bool>(), (std::vector<bool>{false, true}));
  EXPECT_EQ(fx::isinf(fx::array({C{NAN, INFINITY}, C{1, 2}})).to_vector<bool>(), (std::vector<bool>{true, false}));
  EXPECT_EQ(fx::maximum(fx::array(C{1, 2}), fx::array(C{1, 3})).item<C>(), (C{1, 3}));
}

TEST(Complex, ArraysAreMultipliedSummedAndSorted) {
  const fx::Array a = fx::array({{C{1, 1}, C{0, 2}}, {C{3, 0}, C{1, -1}}});
  EXPECT_EQ(fx::matmul(a, a).to_vector<C>(), (std::vector<C>{{0, 8}, {0, 4}, {6, 0}, {0, 4}}));
  EXPECT_EQ(fx::sum(a, 0).to_vector<C>(), (std::vector<C>{{4, 1}, {1, 1}}));
  EXPECT_EQ(fx::prod(a).item<C>(), (C{1, 1} * C{0, 2} * C{3, 0} * C{1, -1}));
  EXPECT_EQ(fx::cumsum(a, 1).to_vector<C>(), (std::vector<C>{{1, 1}, {1, 3}, {3, 0}, {4, -1}}));
  EXPECT_EQ(fx::sort(fx::array({C{2, 1}, C{1, 5}, C{2, 0}})).to_vector<C>(), (std::vector<C>{{1, 5}, {2, 0}, {2, 1}}));
  EXPECT_THROW(fx::max(a), fx::Error);
}

// ---- derivatives: jax.grad and jax.jvp of the same functions at the same points

const fx::Array kPoint = fx::array({Z{0.5, -1.25}, Z{-2, 0.75}, Z{1.5, 0.25}});

void expect_grad(fx::Array (*f)(const fx::Array &), const std::vector<Z> &want) {
  expect_near(fx::grad(f)(kPoint), want, 1e-9);
  expect_near(fx::jit(fx::grad(f))(kPoint), want, 1e-9);
}

TEST(ComplexGrad, Abs) {
  expect_grad([](const fx::Array &z) { return fx::sum(fx::abs(z)); }, {{0.3713906763541037, 0.9284766908852594},
                                                                       {-0.9363291775690445, -0.3511234415883917},
                                                                       {0.986393923832144, -0.16439898730535732}});
}

TEST(ComplexGrad, RealAndImaginaryParts) {
  expect_grad([](const fx::Array &z) { return fx::sum(fx::real(z) * fx::imag(z) * fx::imag(z)); },
              {{1.5625, 1.25}, {0.5625, 3.0}, {0.0625, -0.75}});
}

TEST(ComplexGrad, Conjugate) {
  expect_grad([](const fx::Array &z) { return fx::sum(fx::real(z * fx::conj(z) * z)); },
              {{2.3125, 1.25}, {12.5625, 3.0}, {6.8125, -0.75}});
}

TEST(ComplexGrad, Angle) {
  expect_grad([](const fx::Array &z) { return fx::sum(fx::angle(z)); }, {{0.6896551724137931, -0.27586206896551724},
                                                                         {-0.1643835616438356, 0.4383561643835616},
                                                                         {-0.10810810810810811, -0.6486486486486487}});
}

TEST(ComplexGrad, ExponentialsAndLogarithms) {
  expect_grad(
      [](const fx::Array &z) { return fx::sum(fx::real(fx::exp(z) + fx::log(z) + fx::expm1(z) * fx::log1p(z))); },
      {{0.3807055436900814, -3.0560850198124285},
       {0.07322015604878154, 0.5692494250106604},
       {10.248594531145514, 2.761718273458569}});
}

TEST(ComplexGrad, Roots) {
  expect_grad([](const fx::Array &z) { return fx::sum(fx::imag(fx::sqrt(z) + fx::rsqrt(z))); },
              {{-0.07114908312266519, -0.42500958359530666},
               {-0.47414967052043777, -0.14313458017320632},
               {0.03193418536592405, -0.14558944731883433}});
}

TEST(ComplexGrad, Trigonometry) {
  expect_grad([](const fx::Array &z) { return fx::sum(fx::real(fx::sin(z) * fx::cos(z) + fx::tan(z))); },
              {{3.5070436458858225, 4.862379992412856},
               {-1.9102457851001557, -0.494637082515026},
               {-13.399656290170041, 7.690500786734992}});
}

TEST(ComplexGrad, Hyperbolic) {
  expect_grad([](const fx::Array &z) { return fx::sum(fx::imag(fx::sinh(z) * fx::cosh(z) + fx::tanh(z))); },
              {{1.8520347414094331, 2.094510183759562},
               {-27.148926813462175, -1.9395299495215648},
               {4.722643278184417, -8.999400561999352}});
}

TEST(ComplexGrad, InverseFunctions) {
  expect_grad([](const fx::Array &z) { return fx::sum(fx::real(fx::arcsin(z) + fx::arccos(z) * fx::arctan(z))); },
              {{-1.023614443503762, 1.1891482601175412},
               {0.977867579956515, -0.9487400755407029},
               {0.05836738535978822, -0.321555140852708}});
}

TEST(ComplexGrad, InverseHyperbolic) {
  expect_grad([](const fx::Array &z) { return fx::sum(fx::imag(fx::arcsinh(z) + fx::arccosh(z) * fx::arctanh(z))); },
              {{0.04399651673290872, -1.268704419553989},
               {-0.07308098863072574, -0.22572960274052212},
               {1.133433727333879, -0.8033194919348882}});
}

TEST(ComplexGrad, QuotientsAndPowers) {
  expect_grad([](const fx::Array &z) { return fx::sum(fx::abs(z / (z + Z{1, 2}) + fx::power(z, fx::conj(z)))); },
              {{-1.1064839587066047, 9.181446325562327},
               {3.585280721302667, -3.6907949517805405},
               {2.8697545850476938, -0.889851455613604}});
}

TEST(ComplexGrad, Products) {
  expect_grad([](const fx::Array &z) { return fx::real(fx::prod(z)) + fx::imag(fx::sum(fx::cumprod(z, 0))); },
              {{-1.8125, 4.8125}, {-1.9375, -3.3125}, {2.8125, 2.9375}});
}

TEST(ComplexGrad, Matrices) {
  expect_grad(
      [](const fx::Array &z) {
        return fx::sum(fx::square(fx::abs(fx::matmul(fx::reshape(z, {3, 1}), fx::conj(fx::reshape(z, {1, 3}))))));
      },
      {{17.375, 43.4375}, {-69.5, -26.0625}, {52.125, -8.6875}});
}

TEST(ComplexGrad, Conversions) {
  expect_grad([](const fx::Array &z) { return fx::sum(fx::astype(fx::real(z), fx::c128) * z).astype(fx::f64); },
              {{1.0, 0.0}, {-4.0, 0.0}, {3.0, 0.0}});
}

TEST(ComplexGrad, Selection) {
  expect_grad([](const fx::Array &z) { return fx::sum(fx::where(fx::real(z) > 0, fx::real(z * z), fx::abs(z))); },
              {{1.0, -2.5}, {-0.9363291775690445, -0.3511234415883917}, {3.0, 0.5}});
}

TEST(ComplexGrad, Sign) {
  expect_grad([](const fx::Array &z) { return fx::sum(fx::real(fx::sign(z) * z)); },
              {{0.3713906763541037, -0.9284766908852594},
               {-0.9363291775690445, 0.3511234415883917},
               {0.986393923832144, 0.16439898730535732}});
}

// A step against the conjugate of the gradient goes downhill.
TEST(ComplexGrad, TheConjugateIsSteepest) {
  auto f = [](const fx::Array &z) { return fx::sum(fx::square(fx::abs(fx::exp(z) - 1.0))); };
  const fx::Array g = fx::grad(f)(kPoint);
  EXPECT_LT(f(kPoint - 1e-3 * fx::conj(g)).item<double>(), f(kPoint).item<double>());
}

TEST(ComplexGrad, ForwardAndReverseAgree) {
  auto f = [](const fx::Array &z) { return fx::tanh(z) * fx::conj(z) + fx::sqrt(z) / (z + 3.0); };
  const fx::Array v = fx::array({Z{0.3, 0.1}, Z{-1, 2}, Z{0.5, 0.5}}),
                  w = fx::array({Z{1, -1}, Z{0.5, 2}, Z{-1, 0.25}});
  // ⟨w, J·v⟩ and ⟨Jᵀ·w, v⟩ agree in their real parts, which is all there is of a derivative that is not holomorphic.
  const Z forward = fx::sum(w * std::get<1>(fx::jvp(f, std::tuple(kPoint), std::tuple(v)))).item<Z>();
  auto [y, pullback] = fx::vjp(f, kPoint);
  const Z reverse = fx::sum(std::get<0>(pullback(w)) * v).item<Z>();
  EXPECT_NEAR(forward.real(), reverse.real(), 1e-10);
}

TEST(ComplexVmap, MapsOverExamples) {
  const fx::Array z = fx::array({{Z{0.5, -1.25}, Z{-2, 0.75}}, {Z{1.5, 0.25}, Z{0, 1}}});
  auto f = [](const fx::Array &x) { return fx::sum(fx::abs(fx::exp(x)) + fx::real(x * x) - fx::imag(x)); };
  const fx::Array mapped = fx::vmap(fx::grad(f))(z);
  for (int64_t i : {0, 1}) expect_near(mapped[i], fx::grad(f)(z[i]).to_vector<Z>(), 1e-12);
}

}  // namespace
