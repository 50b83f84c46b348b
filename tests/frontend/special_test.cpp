// fx::special against SciPy and mpmath, and its derivatives against differences, also where functions have corners.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <cmath>
#include <complex>
#include <limits>
#include <map>

namespace fx = fluxion;
namespace special = fx::special;
using fx::Array;

namespace {

constexpr double kInf = std::numeric_limits<double>::infinity(), kNaN = std::numeric_limits<double>::quiet_NaN();

struct Row {
  const char *function;
  std::vector<double> x;
  double y;
};
const Row kRows[] = {
    {"expn0", {0}, kInf},
    {"expn0", {0.001}, 999.000499833375},
    {"expn0", {0.5}, 1.2130613194252668},
    {"expn0", {1.9}, 0.07872032590665004},
    {"expn0", {2.1}, 0.058312584882372336},
    {"expn0", {10}, 4.539992976248485e-06},
    {"expn0", {60}, 1.45941846044942e-28},
    {"expn0", {-1}, kNaN},
    {"expn1", {0}, kInf},
    {"expn1", {0.001}, 6.331539364136149},
    {"expn1", {0.5}, 0.5597735947761608},
    {"expn1", {1.9}, 0.056204378174534844},
    {"expn1", {2.1}, 0.04261434150851505},
    {"expn1", {10}, 4.156968929685325e-06},
    {"expn1", {60}, 1.4358675656812567e-28},
    {"expn1", {-1}, kNaN},
    {"expn2", {0}, 1.0},
    {"expn2", {0.001}, 0.9926689604692389},
    {"expn2", {0.5}, 0.3266438623245532},
    {"expn2", {1.9}, 0.042780300691018895},
    {"expn2", {2.1}, 0.03296631108510025},
    {"expn2", {10}, 3.8302404656316095e-06},
    {"expn2", {60}, 1.413053686089796e-28},
    {"expn2", {-1}, kNaN},
    {"expn5", {0}, 0.25},
    {"expn5", {0.001}, 0.24966691650035058},
    {"expn5", {0.5}, 0.13097731169586482},
    {"expn5", {1.9}, 0.023981816468492147},
    {"expn5", {2.1}, 0.018964725520496013},
    {"expn5", {10}, 3.089728914253686e-06},
    {"expn5", {60}, 1.348708008531087e-28},
    {"expn5", {-1}, kNaN},
    {"expn20", {0}, 0.05263157894736842},
    {"expn20", {0.001}, 0.05257605279316367},
    {"expn20", {0.5}, 0.03106121739363098},
    {"expn20", {1.9}, 0.007124168268788458},
    {"expn20", {2.1}, 0.0057753295077950136},
    {"expn20", {10}, 1.5469362798777247e-06},
    {"expn20", {60}, 1.0979319276125775e-28},
    {"expn20", {-1}, kNaN},
    {"spence", {0}, 1.6449340668482264},
    {"spence", {0.001}, 1.6370226052761176},
    {"spence", {0.3}, 0.8893776242860385},
    {"spence", {0.5}, 0.5822405264650135},
    {"spence", {0.9}, 0.1026177910993911},
    {"spence", {1}, 0.0},
    {"spence", {1.2}, -0.19080013777753554},
    {"spence", {1.99}, -0.8155258814773411},
    {"spence", {2.5}, -1.1473806603755703},
    {"spence", {40}, -8.330297527721036},
    {"spence", {1000000.0}, -97.07908523994166},
    {"spence", {-1}, kNaN},
    {"gammasgn", {-2.5}, -1.0},
    {"gammasgn", {-1.5}, 1.0},
    {"gammasgn", {0.5}, 1.0},
    {"gammasgn", {-3}, kNaN},
    {"gamma", {-2.5}, -0.9453087204829419},
    {"gamma", {-0.5}, -3.5449077018110318},
    {"gamma", {0.25}, 3.625609908221908},
    {"gamma", {1.0}, 1.0},
    {"gamma", {4.5}, 11.63172839656745},
    {"gamma", {30.0}, 8.841761993739701e+30},
    {"factorial", {-1.5}, 0.0},
    {"factorial", {0.0}, 1.0},
    {"factorial", {0.5}, 0.8862269254527579},
    {"factorial", {5.0}, 120.0},
    {"factorial", {20.0}, 2.43290200817664e+18},
    {"multigammaln3", {2.5}, 1.8809954616117743},
    {"multigammaln3", {7.0}, 18.74639984342339},
    {"multigammaln3", {40.0}, 316.1138281010897},
    {"polygamma", {0.0, 1.5}, 0.03648997397857652},
    {"polygamma", {1.0, 2.5}, 0.4903577561002349},
    {"polygamma", {3.0, 0.75}, 19.763312534850606},
    {"zeta", {2.0, 1.0}, 1.6449340668482266},
    {"zeta", {3.5, 0.25}, 128.54695896428433},
    {"gammainc", {0.5, 2.0}, 0.9544997361036415},
    {"gammaincc", {0.5, 2.0}, 0.04550026389635857},
    {"gammainc", {3.0, 1.0}, 0.08030139707139418},
    {"gammaincc", {3.0, 1.0}, 0.9196986029286058},
    {"gammainc", {20.0, 25.0}, 0.8664251659143496},
    {"gammaincc", {20.0, 25.0}, 0.1335748340856504},
    {"betaln", {0.5, 0.5}, 1.1447298858494002},
    {"betaln", {2.0, 3.0}, -2.4849066497880004},
    {"betaln", {0.001, 12.0}, 6.904736180254199},
    {"betaln", {5.0, 1000.0}, -31.370707597807833},
    {"betaln", {200.0, 300.0}, -337.98011306546465},
    {"betaln", {12.0, 11.0}, -15.864460932885823},
    {"betaln", {1000000.0, 3.0}, -40.75338749333038},
    {"beta", {0.5, 0.5}, 3.141592653589793},
    {"beta", {2.0, 3.0}, 0.08333333333333333},
    {"beta", {-0.5, 2.25}, -4.3700959238202},
    {"beta", {15.0, 20.0}, 3.592016883283963e-11},
    {"betainc", {2.0, 3.0, 0.4}, 0.5247999999999999},
    {"betainc", {0.5, 7.0, 0.1}, 0.7672211675015448},
    {"i0", {-3.0}, 4.880792585865024},
    {"i1", {-3.0}, -3.9533702174026093},
    {"i0e", {-3.0}, 0.24300035416182536},
    {"i1e", {-3.0}, -0.19682671329730084},
    {"i0", {0.0}, 1.0},
    {"i1", {0.0}, 0.0},
    {"i0e", {0.0}, 1.0},
    {"i1e", {0.0}, 0.0},
    {"i0", {0.5}, 1.0634833707413234},
    {"i1", {0.5}, 0.25789430539089636},
    {"i0e", {0.5}, 0.64503527044915},
    {"i1e", {0.5}, 0.15642080318487173},
    {"i0", {12.0}, 18948.92534929631},
    {"i1", {12.0}, 18141.348781638833},
    {"i0e", {12.0}, 0.11642622121344044},
    {"i1e", {12.0}, 0.111464299290181},
    {"ndtr", {-38.0}, 2.88542835e-316},
    {"ndtr", {-9.0}, 1.1285884059538405e-19},
    {"ndtr", {-1.5}, 0.06680720126885807},
    {"ndtr", {0.0}, 0.5},
    {"ndtr", {0.5}, 0.6914624612740131},
    {"ndtr", {4.0}, 0.9999683287581669},
    {"ndtr", {9.0}, 1.0},
    {"log_ndtr", {-10000.0}, -50000010.12927891},
    {"log_ndtr", {-40.0}, -804.6084420137538},
    {"log_ndtr", {-31.0}, -484.85396362717927},
    {"log_ndtr", {-29.0}, -424.78741990973015},
    {"log_ndtr", {-9.0}, -43.628149113332114},
    {"log_ndtr", {-1.5}, -2.7059444008238898},
    {"log_ndtr", {-1.0}, -1.8410216450092636},
    {"log_ndtr", {-0.5}, -1.1759117615936185},
    {"log_ndtr", {0.0}, -0.6931471805599453},
    {"log_ndtr", {0.5}, -0.3689464152886564},
    {"log_ndtr", {4.0}, -3.167174337748927e-05},
    {"log_ndtr", {9.0}, -1.1285884059538405e-19},
    {"ndtri", {0.0}, -kInf},
    {"ndtri", {1e-300}, -37.0470962993612},
    {"ndtri", {1e-10}, -6.361340902404056},
    {"ndtri", {0.003}, -2.7477813854449926},
    {"ndtri", {0.0999}, -1.2821215797087748},
    {"ndtri", {0.1001}, -1.2809819674733194},
    {"ndtri", {0.25}, -0.6744897501960817},
    {"ndtri", {0.5}, 0.0},
    {"ndtri", {0.8}, 0.8416212335729143},
    {"ndtri", {0.95}, 1.6448536269514722},
    {"ndtri", {0.999}, 3.090232306167813},
    {"ndtri", {1.0}, kInf},
    {"ndtri", {1.5}, kNaN},
    {"logit", {0.01}, -4.59511985013459},
    {"logit", {0.5}, 0.0},
    {"logit", {0.9}, 2.1972245773362196},
    {"logit", {0.0}, -kInf},
    {"logit", {1.0}, kInf},
    {"xlogy", {0.0, 0.0}, 0.0},
    {"xlogy", {0.0, -1.0}, 0.0},
    {"xlogy", {2.0, 3.0}, 2.1972245773362196},
    {"xlogy", {0.0, kInf}, 0.0},
    {"xlogy", {1.5, 0.0}, -kInf},
    {"xlogy", {0.0, kNaN}, kNaN},
    {"xlog1py", {0.0, -1.0}, 0.0},
    {"xlog1py", {0.0, -2.0}, 0.0},
    {"xlog1py", {2.0, 3.0}, 2.772588722239781},
    {"xlog1py", {1.5, 1e-12}, 1.49999999999925e-12},
    {"xlog1py", {0.0, kNaN}, kNaN},
    {"entr", {-1.0}, -kInf},
    {"entr", {0.0}, 0.0},
    {"entr", {0.3}, 0.3611918412977808},
    {"entr", {1.0}, -0.0},
    {"entr", {4.0}, -5.545177444479562},
    {"rel_entr", {0.3, 0.6}, -0.2079441541679836},
    {"kl_div", {0.3, 0.6}, 0.09205584583201643},
    {"rel_entr", {0.0, 0.5}, 0.0},
    {"kl_div", {0.0, 0.5}, 0.5},
    {"rel_entr", {0.0, 0.0}, 0.0},
    {"kl_div", {0.0, 0.0}, 0.0},
    {"rel_entr", {1.0, 0.0}, kInf},
    {"kl_div", {1.0, 0.0}, kInf},
    {"rel_entr", {-1.0, 1.0}, kInf},
    {"kl_div", {-1.0, 1.0}, kInf},
    {"rel_entr", {2.0, 0.5}, 2.772588722239781},
    {"kl_div", {2.0, 0.5}, 1.2725887222397811},
};

using Arguments = std::vector<Array>;
const std::map<std::string, std::function<Array(const Arguments &)>> kFunctions = {
    {"expn0", [](const Arguments &x) { return special::expn(0, x[0]); }},
    {"expn1", [](const Arguments &x) { return special::expn(1, x[0]); }},
    {"expn2", [](const Arguments &x) { return special::expn(2, x[0]); }},
    {"expn5", [](const Arguments &x) { return special::expn(5, x[0]); }},
    {"expn20", [](const Arguments &x) { return special::expn(20, x[0]); }},
    {"spence", [](const Arguments &x) { return special::spence(x[0]); }},
    {"gammasgn", [](const Arguments &x) { return special::gammasgn(x[0]); }},
    {"gamma", [](const Arguments &x) { return special::gamma(x[0]); }},
    {"factorial", [](const Arguments &x) { return special::factorial(x[0]); }},
    {"multigammaln3", [](const Arguments &x) { return special::multigammaln(x[0], 3); }},
    {"polygamma", [](const Arguments &x) { return special::polygamma(x[0], x[1]); }},
    {"zeta", [](const Arguments &x) { return special::zeta(x[0], x[1]); }},
    {"gammainc", [](const Arguments &x) { return special::gammainc(x[0], x[1]); }},
    {"gammaincc", [](const Arguments &x) { return special::gammaincc(x[0], x[1]); }},
    {"betaln", [](const Arguments &x) { return special::betaln(x[0], x[1]); }},
    {"beta", [](const Arguments &x) { return special::beta(x[0], x[1]); }},
    {"betainc", [](const Arguments &x) { return special::betainc(x[0], x[1], x[2]); }},
    {"i0", [](const Arguments &x) { return special::i0(x[0]); }},
    {"i1", [](const Arguments &x) { return special::i1(x[0]); }},
    {"i0e", [](const Arguments &x) { return special::i0e(x[0]); }},
    {"i1e", [](const Arguments &x) { return special::i1e(x[0]); }},
    {"ndtr", [](const Arguments &x) { return special::ndtr(x[0]); }},
    {"log_ndtr", [](const Arguments &x) { return special::log_ndtr(x[0]); }},
    {"ndtri", [](const Arguments &x) { return special::ndtri(x[0]); }},
    {"logit", [](const Arguments &x) { return special::logit(x[0]); }},
    {"xlogy", [](const Arguments &x) { return special::xlogy(x[0], x[1]); }},
    {"xlog1py", [](const Arguments &x) { return special::xlog1py(x[0], x[1]); }},
    {"entr", [](const Arguments &x) { return special::entr(x[0]); }},
    {"rel_entr", [](const Arguments &x) { return special::rel_entr(x[0], x[1]); }},
    {"kl_div", [](const Arguments &x) { return special::kl_div(x[0], x[1]); }},
};

// All rows of a function at once, in `dtype`.
void check_rows(const std::string &name, fx::DType dtype, double tolerance) {
  std::vector<std::vector<double>> columns;
  std::vector<double> wanted;
  for (const Row &row : kRows) {
    if (row.function != name) continue;
    columns.resize(row.x.size());
    for (size_t i = 0; i < row.x.size(); ++i) columns[i].push_back(row.x[i]);
    wanted.push_back(row.y);
  }
  Arguments x;
  for (auto &column : columns)
    x.push_back(fx::astype(fx::from_vector(column, {static_cast<int64_t>(column.size())}), dtype));
  auto f = fx::jit([&](const Arguments &arguments) { return kFunctions.at(name)(arguments); });
  std::vector<double> y = fx::astype(f(x), fx::f64).to_vector<double>();
  for (size_t i = 0; i < wanted.size(); ++i) {
    const bool tiny = dtype == fx::f32 && (std::fabs(wanted[i]) < 1e-37 || std::fabs(wanted[i]) > 3e38);
    if (tiny || (dtype == fx::f32 && columns[0][i] != 0 && std::fabs(columns[0][i]) < 1e-37)) continue;
    if (std::isnan(wanted[i]) || std::isinf(wanted[i]))
      EXPECT_TRUE(std::isnan(wanted[i]) ? std::isnan(y[i]) : y[i] == wanted[i])
          << name << ' ' << columns[0][i] << ": " << y[i] << ", not " << wanted[i];
    else
      EXPECT_NEAR(y[i], wanted[i], tolerance * std::max(1e-3, std::fabs(wanted[i]))) << name << ' ' << columns[0][i];
  }
}

TEST(Special, AgreesWithSciPy) {
  for (const auto &[name, f] : kFunctions) {
    check_rows(name, fx::f64, 2e-13);
    check_rows(name, fx::f32, name == "beta" || name == "gamma" || name == "factorial" ? 2e-5 : 4e-6);
  }
}

TEST(Special, InverseErrorAndLogGamma) {
  for (double x : {-0.9, -0.1, 0.0, 0.5, 0.99})
    EXPECT_NEAR(std::erf(special::erfinv(fx::array(x)).item<double>()), x, 1e-14) << x;
  for (double x : {0.1, 1.0, 2.5, 40.0})
    EXPECT_NEAR(special::gammaln(fx::array(x)).item<double>(), std::lgamma(x), 1e-13 * (1 + std::lgamma(x))) << x;
}

// Tails keep their digits: relative to the value, however small it is.
TEST(Special, KeepsTheDigitsOfTails) {
  auto number = [](const Array &x) { return x.item<double>(); };
  EXPECT_NEAR(number(special::ndtr(fx::array(-38.0))) / 2.885428351003e-316, 1, 1e-6);
  EXPECT_NEAR(number(special::ndtr(fx::array(-9.0))) / 1.1285884059538405e-19, 1, 1e-13);
  EXPECT_NEAR(number(special::log_ndtr(fx::array(9.0))) / -1.1285884059538405e-19, 1, 1e-13);
  EXPECT_NEAR(number(special::gammaincc(fx::array(3.0), fx::array(40.0))) / (841 * std::exp(-40.0)), 1, 1e-13);
}

struct GradCase {
  const char *name;
  std::function<Array(const Array &)> f;
  double lo, hi;
  int order = 2;
};
const GradCase kGrads[] = {
    {"gamma", [](const Array &x) { return special::gamma(x); }, 0.5, 4},
    {"factorial", [](const Array &x) { return special::factorial(x); }, 0.5, 4},
    {"multigammaln", [](const Array &x) { return special::multigammaln(x, 3); }, 2, 6},
    {"exp1", [](const Array &x) { return special::exp1(x); }, 0.5, 4, 1},
    {"expn", [](const Array &x) { return special::expn(3, x); }, 0.5, 4, 1},
    {"spence", [](const Array &x) { return special::spence(x); }, 0.2, 4, 1},
    {"digamma", [](const Array &x) { return fx::digamma(x); }, 0.5, 4},
    {"polygamma", [](const Array &x) { return special::polygamma(1, x); }, 0.5, 4},
    {"zeta", [](const Array &x) { return special::zeta(2.5, x); }, 0.5, 4},
    {"gammainc", [](const Array &x) { return special::gammainc(1.5, x); }, 0.2, 4},
    {"gammaincc", [](const Array &x) { return special::gammaincc(1.5, x); }, 0.2, 4},
    {"betaln", [](const Array &x) { return special::betaln(x, 3.0) + special::betaln(30.0, x); }, 0.5, 4, 1},
    {"betaln of large", [](const Array &x) { return special::betaln(x, x * 2.0); }, 12, 20, 1},
    {"beta", [](const Array &x) { return special::beta(x, 3.0); }, 0.5, 4, 1},
    {"betainc", [](const Array &x) { return special::betainc(1.5, 2.5, x); }, 0.1, 0.9},
    {"i0", [](const Array &x) { return special::i0(x); }, 0.3, 3},
    {"i1", [](const Array &x) { return special::i1(x); }, 0.3, 3},
    {"ndtr", [](const Array &x) { return special::ndtr(x); }, -3, 3},
    {"log_ndtr", [](const Array &x) { return special::log_ndtr(x); }, -6, 3},
    {"log_ndtr far below", [](const Array &x) { return special::log_ndtr(x); }, -45, -31, 1},
    {"ndtri", [](const Array &x) { return special::ndtri(x); }, 0.15, 0.85, 1},
    {"ndtri in the tail", [](const Array &x) { return special::ndtri(x) * 1e-3; }, 0.02, 0.09},
    {"logit", [](const Array &x) { return special::logit(x); }, 0.1, 0.9},
    {"xlogy", [](const Array &x) { return special::xlogy(x, x + 1.0); }, 0.2, 3},
    {"xlog1py", [](const Array &x) { return special::xlog1py(x, x); }, 0.2, 3},
    {"entr", [](const Array &x) { return special::entr(x); }, 0.2, 3},
    {"rel_entr", [](const Array &x) { return special::rel_entr(x, x * x + 0.5); }, 0.2, 3},
    {"kl_div", [](const Array &x) { return special::kl_div(x, x * x + 0.5); }, 0.2, 3},
    {"softmax", [](const Array &x) { return special::softmax(x, 1); }, -2, 2},
    {"log_softmax", [](const Array &x) { return special::log_softmax(x); }, -2, 2},
    {"reduce_precision of what it holds", [](const Array &x) { return fx::reduce_precision(x * x, 11, 52); }, -2, 2},
};

TEST(Special, DerivativesAreLimitsOfDifferences) {
  for (const GradCase &c : kGrads) {
    SCOPED_TRACE(c.name);
    std::vector<double> values;
    for (int i = 0; i < 6; ++i) values.push_back(c.lo + (c.hi - c.lo) * ((i * 7919 + 13) % 101) / 101.0);
    EXPECT_NO_THROW(fx::check_grads(c.f, std::tuple(fx::from_vector(values, {2, 3})), {.order = c.order}));
  }
}

double slope(const std::function<Array(const Array &)> &f, double x) {
  return fx::grad([&](const Array &v) { return f(v); })(fx::array(x)).item<double>();
}

TEST(Special, DerivativesAtTheEdgesAreNotNaN) {
  EXPECT_EQ(slope([](const Array &x) { return special::xlogy(x, 2.0); }, 0), std::log(2.0));
  EXPECT_EQ(slope([](const Array &x) { return special::xlogy(0.0, x); }, 0), 0);
  EXPECT_EQ(slope([](const Array &x) { return special::entr(x); }, 0), kInf);
  EXPECT_EQ(slope([](const Array &x) { return special::rel_entr(x, 0.5); }, 0), 0);
  EXPECT_NEAR(slope([](const Array &x) { return special::log_ndtr(x); }, -1e3), 1e3, 1);
  EXPECT_EQ(slope([](const Array &x) { return special::log_ndtr(x); }, 50), 0);
  EXPECT_NEAR(slope([](const Array &x) { return special::ndtri(x); }, 1e-20) / 9.9e17 / 10.9, 1, 0.1);
  EXPECT_EQ(slope([](const Array &x) { return special::i1e(x); }, 0), 0.5);
  EXPECT_EQ(slope([](const Array &x) { return special::gammainc(1.0, x); }, 0), 1);
  // ψ' and the derivatives of the gamma functions by their parameter.
  EXPECT_NEAR(slope([](const Array &x) { return fx::digamma(x); }, 1), 1.6449340668482264, 1e-14);
  EXPECT_NEAR(slope([](const Array &a) { return special::gammainc(a, 3.0); }, 2), -0.19742541957920248, 1e-14);
}

TEST(Special, RefusesDerivativesThatThereAreNot) {
  EXPECT_THROW(slope([](const Array &a) { return special::betainc(a, 1.0, 0.5); }, 2), fx::Error);
  EXPECT_THROW(slope([](const Array &n) { return special::polygamma(n, 1.5); }, 2), fx::Error);
}

TEST(Special, DerivativeOfZetaByItsFirstArgument) {
  // s, q, jax.grad(jax.scipy.special.zeta)(s, q)
  for (auto [s, q, wanted] : {std::array{2.0, 1.5, -1.0245078426159018},
                              {2.5, 1.5, -0.46481234813947625},
                              {1.2, 0.3, -19.928479473569567},
                              {12.0, 0.7, 25.767996728376453}})
    EXPECT_NEAR(slope([q = q](const Array &x) { return special::zeta(x, q); }, s) / wanted, 1, 1e-13);
}

// SciPy's, on both sides of the cut and of where it is reflected.
TEST(Special, LoggammaInTheComplexPlane) {
  using Complex = std::complex<double>;
  const std::pair<Complex, Complex> rows[] = {{{0.5, 1}, {-0.6527906442043729, -0.9550077243425688}},
                                              {{3, 0.25}, {0.6808247800141389, 0.23109631753238402}},
                                              {{-2.5, 0.75}, {-1.6362270839097957, -8.58993329840503}},
                                              {{-2.5, -0.75}, {-1.6362270839097957, 8.58993329840503}},
                                              {{-12.3, 0.4}, {-20.18863620391252, -39.26745704374025}},
                                              {{-30.25, -2}, {-79.89402000204734, 89.75070154361795}},
                                              {{1e-3, 1e-3}, {6.560604473837553, -0.7859737349296534}},
                                              {{50, 20}, {140.62878166053338, 78.55915113033544}},
                                              {{0.3, 40}, {-62.65068605396814, 107.24156057988668}},
                                              {{2.5, 0}, {0.28468287047291785, 0}},
                                              {{-0.5, 1e-8}, {1.2655121234846465, -3.1415926532248934}}};
  for (const auto &[z, wanted] : rows) {
    const Array x = fx::complex(fx::array(z.real()), fx::array(z.imag()));
    const Complex y = special::loggamma(x).item<Complex>();
    EXPECT_LT(std::abs(y - wanted), 1e-14 * (4 + std::abs(wanted))) << z;
    // The derivative is the difference that the step z + 1 makes: log Γ(z + 1) − log Γ(z) = log z.
    auto slope = fx::grad([](const Array &z) { return special::loggamma(z); }, {.holomorphic = true});
    const Complex step = slope(x + 1).item<Complex>() - slope(x).item<Complex>();
    EXPECT_LT(std::abs(step - 1.0 / z), 1e-12 * (1 + 1 / std::abs(z))) << z;
  }
  const std::vector<float> real = special::loggamma(fx::array({0.5f, 4.f, -1.5f})).to_vector<float>();
  EXPECT_FLOAT_EQ(real[0], 0.57236494f);
  EXPECT_FLOAT_EQ(real[1], 1.7917595f);
  EXPECT_TRUE(std::isnan(real[2]));
}

TEST(Special, BitsOfFloatsAndIntegers) {
  Array x = fx::array({1.f, 0.f, -1.f, 3.f}), to = fx::array({2.f, -1.f, 0.f, 3.f});
  EXPECT_EQ(fx::nextafter(x, to).to_vector<float>(),
            (std::vector<float>{1.00000012f, -1.40129846e-45f, -0.99999994f, 3.f}));
  EXPECT_EQ(fx::mulhi(fx::array({1 << 30, -5}), fx::array({12, 7})).to_vector<int>(), (std::vector<int>{3, -1}));
  Array reduced = fx::reduce_precision(fx::array({1.00390625f, 1e30f, 3.14159274f}), 5, 10);
  EXPECT_EQ(reduced.to_vector<float>(), (std::vector<float>{1.00390625f, INFINITY, 3.140625f}));
  EXPECT_THROW(fx::reduce_precision(x, 0, 10), fx::Error);
  EXPECT_THROW(fx::reduce_precision(fx::array({1, 2}), 5, 10), fx::DTypeError);
}

TEST(Special, OfIntegersAndHalves) {
  EXPECT_EQ(special::factorial(fx::array({0, 1, 3})).dtype(), fx::f32);
  Array half = fx::astype(fx::array({0.5f, 2.f}), fx::f16);
  EXPECT_EQ(special::gammainc(2.0, half).dtype(), fx::f16);
  EXPECT_NEAR(fx::astype(special::gammainc(2.0, half), fx::f32).to_vector<float>()[1], 0.59399415, 5e-4);
}

}  // namespace
