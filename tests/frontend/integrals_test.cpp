// Integrals and functions of counting against mpmath, in f64 and f32, and their derivatives against differences.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace fx = fluxion;
namespace special = fx::special;
using fx::Array;

namespace {

struct Row {
  const char *function;
  std::vector<double> x;
  double y;
};
// clang-format off
const Row kRows[] = {
    {"expi", {-30.0}, -3.0215520106888125e-15},
    {"expi", {-2.5}, -0.024914917870269735},
    {"expi", {-0.3}, -0.90567665167584674},
    {"expi", {0.001}, -6.3295393640250382},
    {"expi", {0.3725}, -2.8874183188745965e-5},
    {"expi", {1.0}, 1.8951178163559368},
    {"expi", {7.5}, 289.38839820014461},
    {"expi", {19.5}, 15959583.971690264},
    {"expi", {25.0}, 3005950906.5255487},
    {"expi", {60.0}, 1.9361822139292765e+24},
    {"si", {-20.0}, -1.5482417010434398},
    {"si", {-3.0}, -1.8486525279994683},
    {"si", {0.01}, 0.009999944444611111},
    {"si", {1.2}, 1.1080471990137186},
    {"si", {3.9}, 1.7765013604478055},
    {"si", {4.1}, 1.738743626491769},
    {"si", {9.0}, 1.6650400758296025},
    {"si", {50.0}, 1.5516170724859359},
    {"si", {1000.0}, 1.5702331219687712},
    {"ci", {0.01}, -4.0279795209823921},
    {"ci", {0.7}, 0.10051470700889778},
    {"ci", {3.9}, -0.12349934920781513},
    {"ci", {4.1}, -0.15616539182812106},
    {"ci", {9.0}, 0.055347531333133607},
    {"ci", {50.0}, -0.0056283863241163054},
    {"ci", {1000.0}, 0.00082631551109068228},
    {"fresnel_s", {-5.0}, -0.49919138191711689},
    {"fresnel_c", {-5.0}, -0.56363118870401223},
    {"fresnel_s", {-0.4}, -0.033359432660613186},
    {"fresnel_c", {-0.4}, -0.39748075917235946},
    {"fresnel_s", {0.1}, 0.00052358954761221069},
    {"fresnel_c", {0.1}, 0.099997532627085074},
    {"fresnel_s", {1.5}, 0.69750496008209301},
    {"fresnel_c", {1.5}, 0.44526117603982154},
    {"fresnel_s", {1.7}, 0.54919594032156854},
    {"fresnel_c", {1.7}, 0.32382687600390026},
    {"fresnel_s", {3.3}, 0.51928608498206308},
    {"fresnel_c", {3.3}, 0.40569440370625847},
    {"fresnel_s", {12.0}, 0.47347456491993545},
    {"fresnel_c", {12.0}, 0.49994136935201138},
    {"erfcx", {-3.0}, 16205.988853999587},
    {"erfcx", {-0.2}, 1.2726020284831957},
    {"erfcx", {0.0}, 1.0},
    {"erfcx", {0.3}, 0.73459933456765515},
    {"erfcx", {2.0}, 0.25539567631050574},
    {"erfcx", {10.0}, 0.056140992743822586},
    {"erfcx", {10000.0}, 5.6418958072680841e-5},
    {"dawsn", {-2.0}, -0.30134038892379197},
    {"dawsn", {-0.55}, -0.45141817702291373},
    {"dawsn", {0.01}, 0.0099993333599992383},
    {"dawsn", {0.59}, 0.47038706607447084},
    {"dawsn", {0.61}, 0.47899276180330556},
    {"dawsn", {1.3}, 0.48339751738482412},
    {"dawsn", {5.0}, 0.10213407442427684},
    {"dawsn", {30.0}, 0.016675941401059176},
    {"wofz_re", {0.3, 0.7}, 0.50389569297029552},
    {"wofz_im", {0.3, 0.7}, 0.11382144185780241},
    {"wofz_re", {-2.0, 1.0}, 0.14023958136627794},
    {"wofz_im", {-2.0, 1.0}, -0.2222134401798991},
    {"wofz_re", {4.0, -0.5}, -0.01922513441916336},
    {"wofz_im", {4.0, -0.5}, 0.1432558579816224},
    {"wofz_re", {0.1, -1.5}, 17.626759024772639},
    {"wofz_im", {0.1, -1.5}, 5.5681678188684477},
    {"wofz_re", {9.0, 3.0}, 0.019083588990414826},
    {"wofz_im", {9.0, 3.0}, 0.05660671018406751},
    {"owens_t", {0.1, 0.3}, 0.04614867080554815},
    {"owens_t", {1.0, 1.0}, 0.066741882165700967},
    {"owens_t", {-2.0, 0.7}, 0.01018231203392825},
    {"owens_t", {0.5, -3.0}, -0.15108404307601841},
    {"owens_t", {3.0, 5.0}, 0.00067494901581504726},
    {"owens_t", {0.0, 0.8}, 0.10738835626136137},
    {"owens_t", {4.0, 0.2}, 9.5253456948987104e-6},
    {"comb", {5.0, 2.0}, 10.0},
    {"comb", {10.0, 10.0}, 1.0},
    {"comb", {7.5, 2.5}, 35.19140625},
    {"comb", {3.0, 4.0}, 0.0},
    {"comb", {6.0, 0.0}, 1.0},
    {"comb_repeated", {5.0, 3.0}, 35.0},
    {"poch", {2.5, 3.0}, 39.375},
    {"poch", {0.7, -0.4}, 2.3046544414912463},
    {"poch", {-1.5, 2.0}, 0.75},
    {"poch", {4.0, 0.0}, 1.0},
    {"boxcox", {2.5, 0.0}, 0.91629073187415507},
    {"boxcox1p", {2.5, 0.0}, 1.252762968495368},
    {"boxcox", {2.5, 1e-05}, 0.91629492983050348},
    {"boxcox1p", {2.5, 1e-05}, 1.2527708156034127},
    {"boxcox", {0.3, 2.0}, -0.455},
    {"boxcox1p", {0.3, 2.0}, 0.34499999999999999},
    {"boxcox", {4.0, -1.5}, 0.58333333333333333},
    {"boxcox1p", {4.0, -1.5}, 0.60703818726667227},
    {"bessel_j0", {0.1}, 0.99750156206604003},
    {"bessel_j1", {0.1}, 0.049937526036242},
    {"bessel_j3", {0.1}, 2.0820315754756265e-5},
    {"bessel_j0", {1.5}, 0.51182767173591813},
    {"bessel_j1", {1.5}, 0.55793650791009964},
    {"bessel_j3", {1.5}, 0.060963951141139631},
    {"bessel_j0", {-4.0}, -0.39714980986384737},
    {"bessel_j1", {-4.0}, 0.066043328023549136},
    {"bessel_j3", {-4.0}, -0.43017147387562194},
    {"bessel_j0", {9.7}, -0.22179548203172286},
    {"bessel_j1", {9.7}, 0.11663864790021316},
    {"bessel_j3", {9.7}, -0.015259395205638258},
};
// clang-format on

using Function = std::function<Array(const Array &, const Array &)>;
Array complex_of(const Array &re, const Array &im) { return fx::complex(re, im); }

const std::map<std::string, Function> kFunctions{
    {"expi", [](const Array &x, const Array &) { return special::expi(x); }},
    {"si", [](const Array &x, const Array &) { return special::sici(x).si; }},
    {"ci", [](const Array &x, const Array &) { return special::sici(x).ci; }},
    {"fresnel_s", [](const Array &x, const Array &) { return special::fresnel(x).s; }},
    {"fresnel_c", [](const Array &x, const Array &) { return special::fresnel(x).c; }},
    {"erfcx", [](const Array &x, const Array &) { return special::erfcx(x); }},
    {"dawsn", [](const Array &x, const Array &) { return special::dawsn(x); }},
    {"wofz_re", [](const Array &x, const Array &y) { return fx::real(special::wofz(complex_of(x, y))); }},
    {"wofz_im", [](const Array &x, const Array &y) { return fx::imag(special::wofz(complex_of(x, y))); }},
    {"owens_t", [](const Array &h, const Array &a) { return special::owens_t(h, a); }},
    {"comb", [](const Array &n, const Array &k) { return special::comb(n, k); }},
    {"comb_repeated", [](const Array &n, const Array &k) { return special::comb(n, k, true); }},
    {"poch", [](const Array &z, const Array &m) { return special::poch(z, m); }},
    {"boxcox", [](const Array &x, const Array &k) { return special::boxcox(x, k); }},
    {"boxcox1p", [](const Array &x, const Array &k) { return special::boxcox1p(x, k); }},
    {"bessel_j0", [](const Array &x, const Array &) { return special::bessel_jn(x, 0)[0]; }},
    {"bessel_j1", [](const Array &x, const Array &) { return special::bessel_jn(x, 1)[1]; }},
    {"bessel_j3", [](const Array &x, const Array &) { return special::bessel_jn(x, 4)[3]; }},
};

// All rows of a function as one array.
void check_rows(fx::DType dtype, double tolerance) {
  for (const auto &[name, f] : kFunctions) {
    SCOPED_TRACE(name);
    std::vector<double> x, y, wanted;
    for (const Row &row : kRows)
      if (name == row.function) x.push_back(row.x[0]), y.push_back(row.x.back()), wanted.push_back(row.y);
    ASSERT_FALSE(x.empty());
    Array a = fx::astype(fx::from_vector(x), dtype), b = fx::astype(fx::from_vector(y), dtype);
    std::vector<double> got = fx::jit(f)(a, b).to_vector<double>();
    for (size_t i = 0; i < x.size(); ++i)
      EXPECT_NEAR(got[i], wanted[i], tolerance * (std::abs(wanted[i]) + 1e-3)) << x[i] << ", " << y[i];
  }
}

TEST(Integrals, InDoublePrecision) { check_rows(fx::f64, 2e-13); }
TEST(Integrals, InSinglePrecision) { check_rows(fx::f32, 1e-4); }

TEST(Integrals, AtTheEdges) {
  const float inf = INFINITY;
  auto at = [](auto f, float x) { return f(fx::array(x)).template item<float>(); };
  EXPECT_EQ(at([](const Array &x) { return special::expi(x); }, 0), -inf);
  EXPECT_EQ(at([](const Array &x) { return special::expi(x); }, -inf), 0);
  EXPECT_EQ(at([](const Array &x) { return special::expi(x); }, inf), inf);
  EXPECT_FLOAT_EQ(at([](const Array &x) { return special::sici(x).si; }, -inf), static_cast<float>(-M_PI / 2));
  EXPECT_EQ(at([](const Array &x) { return special::sici(x).ci; }, 0), -inf);
  EXPECT_TRUE(std::isnan(at([](const Array &x) { return special::sici(x).ci; }, -1)));
  EXPECT_EQ(at([](const Array &x) { return special::fresnel(x).c; }, -inf), -0.5f);
  EXPECT_EQ(at([](const Array &x) { return special::erfcx(x); }, inf), 0);
  EXPECT_EQ(at([](const Array &x) { return special::dawsn(x); }, -inf), 0);
  EXPECT_EQ(at([](const Array &x) { return special::owens_t(0.5f, x); }, 0), 0);
  EXPECT_EQ(at([](const Array &x) { return special::bessel_jn(x, 0)[0]; }, 0), 1);
  EXPECT_EQ(special::expi(fx::array({1, 2})).dtype(), fx::f32);
  EXPECT_EQ(special::erfcx(fx::ones({2}, fx::bf16)).dtype(), fx::bf16);
}

TEST(Integrals, DerivativesAreLimitsOfDifferences) {
  struct Case {
    const char *name;
    std::function<Array(const Array &)> f;
    double lo, hi;
  };
  const Case cases[] = {
      {"expi", [](const Array &x) { return special::expi(x) + special::expi(-x); }, 0.3, 3},
      {"sici", [](const Array &x) { return special::sici(x).si * 2.0 + special::sici(x).ci; }, 0.5, 9},
      {"fresnel", [](const Array &x) { return special::fresnel(x).s * 2.0 + special::fresnel(x).c; }, 0.2, 2.5},
      {"erfcx", [](const Array &x) { return special::erfcx(x); }, -1, 3},
      {"dawsn", [](const Array &x) { return special::dawsn(x); }, -2, 2},
      {"wofz", [](const Array &x) { return fx::real(special::wofz(fx::complex(x, x * x))); }, -1, 1},
      {"owens_t by h", [](const Array &x) { return special::owens_t(x, 0.7); }, -2, 2},
      {"owens_t by a", [](const Array &x) { return special::owens_t(0.7, x * 2.0); }, -2, 2},
      {"boxcox", [](const Array &x) { return special::boxcox(x, x - 1.0); }, 0.5, 3},
      {"poch", [](const Array &x) { return special::poch(x, x + 0.5); }, 0.5, 2},
      {"comb", [](const Array &x) { return special::comb(x + 3.0, x); }, 0.5, 2},
      {"bessel_jn", [](const Array &x) { return special::bessel_jn(x, 2); }, 0.5, 4},
  };
  for (const Case &c : cases) {
    SCOPED_TRACE(c.name);
    std::vector<double> values;
    for (int i = 0; i < 4; ++i) values.push_back(c.lo + (c.hi - c.lo) * ((i * 7919 + 13) % 101) / 101.0);
    EXPECT_NO_THROW(fx::check_grads(c.f, std::tuple(fx::from_vector(values, {4})), {.order = 2}));
  }
}

TEST(Counting, BernoulliNumbers) {
  const std::vector<float> wanted{1, -.5f, 1.f / 6, 0, -1.f / 30, 0, 1.f / 42, 0, -1.f / 30, 0, 5.f / 66};
  std::vector<float> got = special::bernoulli(10).to_vector<float>();
  ASSERT_EQ(got.size(), wanted.size());
  for (size_t i = 0; i < got.size(); ++i) EXPECT_NEAR(got[i], wanted[i], 1e-7) << i;
  EXPECT_THROW(special::bernoulli(-1), fx::ShapeError);
}

TEST(Counting, ComplexNumbersInOrder) {
  Array x = fx::complex(fx::array({2.f, 1.f, 2.f, 1.f}), fx::array({1.f, 3.f, -1.f, 2.f}));
  Array y = fx::sort_complex(x);
  EXPECT_EQ(fx::real(y).to_vector<float>(), (std::vector<float>{1, 1, 2, 2}));
  EXPECT_EQ(fx::imag(y).to_vector<float>(), (std::vector<float>{2, 3, -1, 1}));
}

// ---- convolution_shapes.h, beside what tests/frontend/surface compares with JAX

TEST(ConvolutionShapes, AreThoseOfTheResults) {
  using Numbers = std::vector<int64_t>;
  EXPECT_EQ(fx::conv_shape_tuple({2, 3, 9, 8}, {4, 3, 3, 3}, {2, 1}, {{1, 1}, {0, 2}}), (Numbers{2, 4, 5, 8}));
  EXPECT_EQ(fx::conv_general_shape_tuple({2, 9, 8, 3}, {3, 3, 3, 4}, {2, 2}, "SAME", {"NHWC", "HWIO", "NHWC"}),
            (Numbers{2, 5, 4, 4}));
  EXPECT_EQ(fx::conv_transpose_shape_tuple({2, 9, 8, 3}, {3, 3, 3, 4}, {2, 2}, "SAME", {"NHWC", "HWIO", "NHWC"}),
            (Numbers{2, 18, 16, 4}));
  EXPECT_EQ(fx::reduce_window_shape_tuple({9, 8}, {3, 2}, {2, 2}, "VALID"), (Numbers{4, 4}));
  EXPECT_EQ(fx::padtype_to_pads({9, 8}, {3, 2}, {2, 3}, "SAME"),
            (std::vector<std::pair<int64_t, int64_t>>{{1, 1}, {0, 0}}));
  EXPECT_EQ(fx::conv_general_permutations({"NHWC", "HWIO", "CNHW"}),
            (std::array<Numbers, 3>{Numbers{0, 3, 1, 2}, Numbers{3, 2, 0, 1}, Numbers{1, 0, 2, 3}}));
  EXPECT_THROW(fx::conv_shape_tuple({2, 3, 9}, {4, 3, 3, 3}, {2, 1}, "SAME"), fx::ShapeError);
  EXPECT_THROW(fx::padtype_to_pads({9}, {3}, {2}, "EQUAL"), fx::ShapeError);
}

// With the same weights everywhere it is a convolution.
TEST(ConvolutionShapes, ALocalConvolutionOfEqualWeights) {
  Array x = fx::sin(fx::arange(40, fx::f32)).reshape({1, 2, 5, 4});
  Array w = fx::cos(fx::arange(36, fx::f32)).reshape({3, 2, 2, 3});
  Array local = fx::broadcast_to(fx::reshape(w, {3, 12, 1, 1}), {3, 12, 4, 2});
  std::vector<float> got = fx::conv_general_dilated_local(x, local, {2, 3}).to_vector<float>(),
                     wanted = fx::conv_general_dilated(x, w).to_vector<float>();
  ASSERT_EQ(got.size(), wanted.size());
  for (size_t i = 0; i < got.size(); ++i) EXPECT_NEAR(got[i], wanted[i], 1e-5);
  EXPECT_THROW(fx::conv_general_dilated_local(x, w, {2, 3}), fx::ShapeError);
}

}  // namespace
