// The samplers against JAX 0.10.2 for jax.random.key(42): integers and bits exactly, floats to rounding.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace fx = fluxion;
namespace r = fluxion::random;
using fx::Array;
using r::Key;

namespace {

Key k() { return Key(42); }
Array floats(const std::vector<float> &v) { return fx::from_vector(v, {static_cast<int64_t>(v.size())}); }
Array logits() { return fx::log(fx::array({{.1f, .2f, .7f}, {.5f, .25f, .25f}})); }
Array twelve() { return fx::reshape(fx::arange(12), {4, 3}); }
template <class F>
Array slopes(F f) {
  return fx::vmap([f](const Array &a, const Array &key) {
    return fx::grad([&](const Array &x) { return f(x, key); })(a);
  })(floats({.3f, 1, 4, 50}), r::split(k(), 4));
}

struct Row {
  const char *name;
  Array (*draw)();
  std::vector<double> wanted;
};
const Row kRows[] = {
    {"cauchy",
     [] { return r::cauchy(k(), {5}); },
     {-0.03548463061451912, 0.6337261199951172, 0.38244056701660156, 0.1940706968307495, -0.15630900859832764}},
    {"laplace",
     [] { return r::laplace(k(), {5}); },
     {0.022839652374386787, -0.4456535577774048, -0.2646729052066803, -0.1301453858613968, 0.10392900556325912}},
    {"logistic",
     [] { return r::logistic(k(), {5}); },
     {-0.0451694130897522, 0.7528398036956787, 0.47375231981277466, 0.245286762714386, -0.19806653261184692}},
    {"maxwell",
     [] { return r::maxwell(k(), {4}); },
     {0.553582489490509, 0.293285071849823, 1.708603024482727, 1.5084577798843384}},
    {"rademacher", [] { return r::rademacher(k(), {8}); }, {1.0, -1.0, -1.0, -1.0, 1.0, -1.0, 1.0, -1.0}},
    {"lognormal",
     [] { return r::lognormal(k(), 0.5, {4}); },
     {0.9859473705291748, 1.2630960941314697, 1.159340739250183, 1.0797969102859497}},
    {"pareto",
     [] { return r::pareto(k(), 2.5, {4}); },
     {1.3077747821807861, 1.5769935846328735, 1.4668657779693604, 1.3900184631347656}},
    {"rayleigh",
     [] { return r::rayleigh(k(), 1.5, {4}); },
     {1.7949767112731934, 1.3178861141204834, 1.4759080410003662, 1.612769603729248}},
    {"weibull_min",
     [] { return r::weibull_min(k(), 1.5, 0.7, {4}); },
     {0.8479753732681274, 1.8060543537139893, 1.4104379415512085, 1.136198878288269}},
    {"triangular",
     [] { return r::triangular(k(), -1, 0.5, 2, {6}); },
     {0.4829676151275635, 0.7996197938919067, 0.685930609703064, 0.5945008993148804, 0.42404377460479736,
      0.6348613500595093}},
    {"wald",
     [] { return r::wald(k(), 1.5, {5}); },
     {1.6461201906204224, 2.6983466148376465, 0.3518810272216797, 0.8019976615905762, 1.0403847694396973}},
    {"double_sided_maxwell",
     [] { return r::double_sided_maxwell(k(), 1, 2, {4}); },
     {-1.7620434761047363, -0.3513779640197754, 5.444042682647705, 2.351099967956543}},
    {"gamma",
     [] { return r::gamma(k(), floats({0.1f, 0.5f, 1, 1.5f, 3, 20, 1e4f})); },
     {0.01056851539760828, 0.5063273906707764, 2.0072460174560547, 0.7414947748184204, 1.6922825574874878,
      18.064279556274414, 9942.103515625}},
    {"loggamma",
     [] { return r::loggamma(k(), floats({0.01f, 0.5f, 1, 3, 20})); },
     {-53.09775161743164, -0.6805716753005981, 0.6967637538909912, 0.6888271570205688, 2.8193776607513428}},
    {"beta",
     [] { return r::beta(k(), 0.5, floats({0.5f, 1, 7})); },
     {0.8508639335632324, 0.7581779360771179, 0.16815505921840668}},
    {"dirichlet",
     [] { return r::dirichlet(k(), floats({0.5f, 1, 4}), {2}); },
     {0.1332724243402481, 0.04421514272689819, 0.8225123882293701, 0.011872274801135063, 0.07529863715171814,
      0.9128291010856628}},
    {"t",
     [] { return r::t(k(), 3.5, {4}); },
     {0.08774051815271378, -1.4623759984970093, 2.191260814666748, 1.0553045272827148}},
    {"chisquare",
     [] { return r::chisquare(k(), 3, {4}); },
     {5.87071418762207, 1.3978509902954102, 5.559423446655273, 1.4829895496368408}},
    {"f",
     [] { return r::f(k(), 3, 5, {4}); },
     {0.7283635139465332, 0.35692548751831055, 0.23560737073421478, 0.15563176572322845}},
    {"generalized_normal",
     [] { return r::generalized_normal(k(), 1.5, {4}); },
     {-0.8782375454902649, -0.2061624526977539, 1.160470962524414, 0.10202968865633011}},
    {"ball",
     [] { return r::ball(k(), 3, 2, {2}); },
     {0.3234022855758667, 0.061338748782873154, 0.01824338734149933, 0.4372413158416748, -0.07705393433570862,
      0.3594384789466858}},
    {"geometric", [] { return r::geometric(k(), 0.2, {8}); }, {4.0, 2.0, 3.0, 3.0, 4.0, 3.0, 12.0, 2.0}},
    {"poisson",
     [] { return r::poisson(k(), floats({0, 0.5f, 3, 9.9f, 10, 50, 1000, 1e6f})); },
     {0.0, 1.0, 2.0, 7.0, 5.0, 43.0, 983.0, 998533.0}},
    {"binomial",
     [] { return r::binomial(k(), floats({5, 20, 100, 1000, 1e5f, 10}), floats({.3f, .8f, .25f, .5f, .001f, 0})); },
     {1.0, 14.0, 20.0, 511.0, 86.0, 0.0}},
    {"multinomial", [] { return r::multinomial(k(), 100, floats({.1f, .2f, .3f, .4f})); }, {13.0, 15.0, 27.0, 45.0}},
    {"randint_i8", [] { return r::randint(k(), {6}, -100, 300, fx::i8); }, {-88.0, -34.0, -37.0, 117.0, -47.0, 47.0}},
    {"randint_u8", [] { return r::randint(k(), {6}, 0, 256, fx::u8); }, {196.0, 18.0, 183.0, 193.0, 141.0, 107.0}},
    {"randint_u32",
     [] { return r::randint(k(), {6}, 3, 2000000000, fx::u32); },
     {1125294282.0, 1383865368.0, 780371130.0, 1127988420.0, 475579024.0, 870292846.0}},
    {"randint_i32",
     [] { return r::randint(k(), {6}, -2000000000, 2000000000); },
     {1125294276.0, 1383865362.0, -1219628873.0, -872011583.0, -1524420979.0, -1129707157.0}},
    {"randint_arrays",
     [] { return r::randint(k(), {2, 3}, fx::array({0, -5, 7}), fx::array({10, 5, 7})); },
     {4.0, -1.0, 7.0, 9.0, 4.0, 7.0}},
    {"bernoulli_arrays",
     [] { return r::bernoulli(k(), fx::array({{.1f, .5f, .9f}, {0.f, 1.f, .3f}})); },
     {0.0, 0.0, 1.0, 0.0, 1.0, 0.0}},
    {"uniform_arrays",
     [] { return r::uniform(k(), {2, 3}, fx::f32, floats({0, -1, 5}), floats({1, 1, 9})); },
     {0.48870956897735596, 0.35959434509277344, 7.465085983276367, 0.5610160827636719, -0.09871077537536621,
      7.34346342086792}},
    {"truncated_normal_arrays",
     [] { return r::truncated_normal(k(), floats({-1, 0, 2}), floats({1, 3, 2.5f}), {2, 3}); },
     {-0.01932193711400032, 0.9902781844139099, 2.2396528720855713, 0.10460413247346878, 0.5969031453132629,
      2.224433660507202}},
    {"categorical_shape",
     [] { return r::categorical(k(), logits(), -1, {4, 2}); },
     {2.0, 0.0, 2.0, 0.0, 1.0, 0.0, 1.0, 2.0}},
    {"categorical_axis0", [] { return r::categorical(k(), logits(), 0); }, {1.0, 0.0, 0.0}},
    {"categorical_no_replacement",
     [] { return r::categorical(k(), logits(), -1, {2, 2}, false); },
     {2.0, 0.0, 1.0, 2.0}},
    {"permutation_rows",
     [] { return r::permutation(k(), twelve()); },
     {6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0}},
    {"permutation_axis1",
     [] { return r::permutation(k(), twelve(), 1); },
     {2.0, 0.0, 1.0, 5.0, 3.0, 4.0, 8.0, 6.0, 7.0, 11.0, 9.0, 10.0}},
    {"permutation_independent",
     [] { return r::permutation(k(), twelve(), 1, true); },
     {2.0, 0.0, 1.0, 4.0, 5.0, 3.0, 7.0, 6.0, 8.0, 10.0, 11.0, 9.0}},
    {"permutation_floats",
     [] { return r::permutation(k(), floats({.5f, 1.5f, 2.5f, 3.5f, 4.5f})); },
     {4.5, 2.5, 3.5, 0.5, 1.5}},
    {"choice", [] { return r::choice(k(), 10, {6}); }, {4.0, 4.0, 1.0, 9.0, 9.0, 9.0}},
    {"choice_no_replacement",
     [] { return r::choice(k(), 10, {6}, {.replace = false}); },
     {7.0, 4.0, 2.0, 5.0, 3.0, 6.0}},
    {"choice_p",
     [] { return r::choice(k(), 4, {8}, {.p = floats({.1f, .2f, .3f, .4f})}); },
     {2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 3.0, 1.0}},
    {"choice_p_no_replacement",
     [] { return r::choice(k(), 4, {3}, {.replace = false, .p = floats({.1f, .2f, .3f, .4f})}); },
     {3.0, 2.0, 1.0}},
    {"choice_rows",
     [] { return r::choice(k(), twelve(), {2, 2}); },
     {0.0, 1.0, 2.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 3.0, 4.0, 5.0}},
    {"choice_columns_no_replacement",
     [] { return r::choice(k(), twelve(), {2}, {.replace = false, .axis = 1}); },
     {2.0, 0.0, 5.0, 3.0, 8.0, 6.0, 11.0, 9.0}},
    {"normal_bf16",
     [] { return r::normal(k(), {6}, fx::bf16); },
     {0.34375, 1.015625, 1.890625, 0.984375, -1.40625, 1.015625}},
    {"gumbel_bf16",
     [] { return r::gumbel(k(), {6}, fx::bf16); },
     {0.78125, 1.7734375, 3.453125, 1.71875, -0.93359375, 1.7734375}},
    {"laplace_bf16", [] { return r::laplace(k(), {4}, fx::bf16); }, {-0.314453125, -1.171875, -2.84375, -1.125}},
    {"exponential_bf16", [] { return r::exponential(k(), {4}, fx::bf16); }, {1.0, 1.859375, 3.46875, 1.8046875}},
    {"cauchy_bf16", [] { return r::cauchy(k(), {4}, fx::bf16); }, {0.458984375, 1.859375, 9.75, 1.765625}},
    {"logistic_bf16", [] { return r::logistic(k(), {4}, fx::bf16); }, {0.54296875, 1.6875, 3.4375, 1.625}},
    {"gamma_bf16", [] { return r::gamma(k(), floats({.5f, 2}), {}, fx::bf16); }, {1.28125, 2.609375}},
    {"normal_f16",
     [] { return r::normal(k(), {6}, fx::f16); },
     {-1.4296875, -0.87548828125, 1.974609375, 0.69677734375, -0.1270751953125, -0.501953125}},
    {"gumbel_f16",
     [] { return r::gumbel(k(), {6}, fx::f16); },
     {-0.9453125, -0.505859375, 3.69921875, 1.2783203125, 0.2227783203125, -0.1644287109375}},
    {"laplace_f16",
     [] { return r::laplace(k(), {4}, fx::f16); },
     {1.8779296875, 0.9638671875, -3.029296875, -0.7216796875}},
    {"exponential_f16",
     [] { return r::exponential(k(), {4}, fx::f16); },
     {0.0792236328125, 0.2113037109375, 3.712890625, 1.4140625}},
    {"cauchy_f16", [] { return r::cauchy(k(), {4}, fx::f16); }, {-4.0390625, -1.4580078125, 12.8515625, 1.04296875}},
    {"logistic_f16", [] { return r::logistic(k(), {4}, fx::f16); }, {-2.494140625, -1.447265625, 3.6875, 1.1357421875}},
    {"gamma_f16", [] { return r::gamma(k(), floats({.5f, 2}), {}, fx::f16); }, {0.035797119140625, 0.83740234375}},
    {"gamma_grad",
     [] { return slopes([](const Array &a, const Array &key) { return r::gamma(Key(key), a); }); },
     {1.4715876579284668, 0.8898800015449524, 0.37871086597442627, 1.0204665660858154}},
    {"loggamma_grad",
     [] { return slopes([](const Array &a, const Array &key) { return r::loggamma(Key(key), a); }); },
     {5.239145278930664, 1.496483325958252, 0.5520115494728088, 0.01972796767950058}},
    {"beta_grad",
     [] { return fx::grad([](const Array &a) { return r::beta(k(), a, 2); })(fx::array(1.5f)); },
     {0.1932024508714676}},
    {"dirichlet_grad",
     [] { return fx::grad([](const Array &a) { return r::dirichlet(k(), a)[0]; })(floats({.5f, 1, 4})); },
     {0.21702268719673157, -0.011256000958383083, -0.022827714681625366}},
    {"t_grad",
     [] { return fx::grad([](const Array &a) { return r::t(k(), a); })(fx::array(3.5f)); },
     {-0.0033083464950323105}},
    {"multivariate_normal",
     [] { return r::multivariate_normal(k(), floats({1, 2}), fx::array({{2.f, .5f}, {.5f, 1.f}}), {3}); },
     {0.9599712491035461, 2.426954746246338, 1.418187141418457, 2.248175859451294, 0.8245911002159119,
      2.1590607166290283}},
    {"orthogonal",
     [] { return r::orthogonal(k(), 3); },
     {-0.01952970027923584, 0.9952678084373474, 0.09518957138061523, 0.10594390332698822, -0.09261152893304825,
      0.9900500774383545, -0.99418044090271, -0.02941983938217163, 0.10363386571407318}},
    {"orthogonal_m",
     [] { return r::orthogonal(k(), 2, {2}, fx::f32, 3); },
     {-0.08792734146118164, 0.918591320514679, -0.3853037655353546, 0.8722633719444275, 0.2578020393848419,
      0.41556569933891296, -0.9120513200759888, 0.330043226480484, -0.2433796525001526, 0.09860805422067642,
      0.7525968551635742, 0.6510564088821411}},
    {"uniform_f64",
     [] { return r::uniform(k(), {4}, fx::f64); },
     {0.4267275666499091, 0.015010069515314584, 0.5741444178995352, 0.7298188969046309}},
    {"normal_f64",
     [] { return r::normal(k(), {4}, fx::f64); },
     {-0.18471174528191162, -2.169824560397754, 0.18693555179382582, 0.6122653570510959}},
    {"gumbel_f64",
     [] { return r::gumbel(k(), {4}, fx::f64); },
     {0.16062720630382138, -1.4348544993307841, 0.5890136500161952, 1.1553132453508888}},
    {"gamma_f64",
     [] { return r::gamma(k(), floats({.5f, 1, 3, 20}), {}, fx::f64); },
     {0.19865354933259452, 0.5161877343182824, 6.518719415882062, 21.369679981189503}},
    {"beta_f64",
     [] { return r::beta(k(), .5, 2, {3}, fx::f64); },
     {0.05412583995929669, 0.016976737327934654, 0.0605913600496202}},
    {"poisson_i64", [] { return r::poisson(k(), floats({3, 50}), {}, fx::i64); }, {6.0, 56.0}},
    {"randint_i64",
     [] { return r::randint(k(), {4}, -1000000000000000, 1000000000000000, fx::i64); },
     {679464050701877.0, 242604979476158.0, -272151055119209.0, 106550063542319.0}},
    {"truncated_normal_f64",
     [] { return r::truncated_normal(k(), -2, 2, {4}, fx::f64); },
     {-0.17621763938261406, -1.7856590554261624, 0.1783369711817319, 0.5809474856530717}},
    {"cauchy_f64",
     [] { return r::cauchy(k(), {4}, fx::f64); },
     {-0.23434604341667786, -21.19070234669309, 0.23723777098183235, 0.8806079282226775}},
    {"t_f64",
     [] { return r::t(k(), 3.5, {4}, fx::f64); },
     {-0.6891827484247725, -0.5280754221039942, 2.1173810400201463, -0.23745423683090053}},
    {"laplace_f64",
     [] { return r::laplace(k(), {4}, fx::f64); },
     {0.15846230602649014, 3.5058868215207473, -0.16050781878325354, -0.6155156120724649}},
    {"binomial_f64",
     [] { return r::binomial(k(), fx::array({20., 1000.}), fx::array({.8, .5}), {}, fx::f64); },
     {18.0, 498.0}},
};

double tolerance(fx::DType dtype) {
  if (!fx::is_float(dtype)) return 0;
  return dtype == fx::f64 ? 2e-13 : dtype == fx::f32 ? 5e-6 : dtype == fx::f16 ? 4e-3 : 2e-2;
}

TEST(RandomDistributions, AreThoseOfJax) {
  for (const Row &row : kRows) {
    Array x = row.draw();
    std::vector<double> got = fx::astype(x, fx::f64).to_vector<double>();
    ASSERT_EQ(got.size(), row.wanted.size()) << row.name;
    for (size_t i = 0; i < got.size(); ++i)
      EXPECT_NEAR(got[i], row.wanted[i], tolerance(x.dtype()) * std::max(0.1, std::fabs(row.wanted[i])))
          << row.name << " element " << i;
  }
}

// Sums modulo 2⁶⁴ (2³² below 64 bits) of all words.
uint64_t checksum(const Array &x) {
  uint64_t sum = 0;
  for (uint64_t word : x.to_vector<uint64_t>()) sum += word;
  return fx::size_of(x.dtype()) == 8 ? sum : sum & 0xffffffff;
}

const fx::Shape kShapes[] = {{1000}, {33, 7, 3}, {1}, {513, 2}};

void check_sums(const char *name, const std::function<Array(const fx::Shape &)> &draw,
                const std::vector<uint64_t> &wanted) {
  for (size_t i = 0; i < wanted.size(); ++i) EXPECT_EQ(checksum(draw(kShapes[i])), wanted[i]) << name << ' ' << i;
}

TEST(RandomDistributions, BitsOfManyShapesAreThoseOfJax) {
  using S = fx::Shape;
  check_sums("bits_u32", [](const S &s) { return r::bits(k(), s); },
             {70024502u, 1655232670u, 2098992034u, 4127381917u});
  check_sums("bits_u16", [](const S &s) { return r::bits(k(), s, fx::u16); }, {32079158u, 21813406u, 5026u, 32954781u});
  check_sums("bits_u8", [](const S &s) { return r::bits(k(), s, fx::u8); }, {127286u, 90270u, 162u, 129949u});
  check_sums("uniform", [](const S &s) { return fx::bitcast(r::uniform(k(), s), fx::u32); },
             {1064292514u, 3822446860u, 1056585764u, 2642381220u});
  check_sums("uniform_f16", [](const S &s) { return fx::bitcast(r::uniform(k(), s, fx::f16), fx::u16); },
             {13779562u, 9529004u, 11488u, 14131544u});
  check_sums("uniform_bf16", [](const S &s) { return fx::bitcast(r::uniform(k(), s, fx::bf16), fx::u16); },
             {15937130u, 11025788u, 16162u, 16353960u});
  check_sums("randint", [](const S &s) { return fx::bitcast(r::randint(k(), s, -7, 1000003), fx::u32); },
             {500281018u, 348563220u, 263019u, 514628237u});
  check_sums("split", [](const S &s) { return r::split(k(), s[0]); }, {79743122u, 99024749u, 2103450556u, 1214757599u});
  check_sums("bits_u64", [](const S &s) { return r::bits(k(), s, fx::u64); },
             {11645846757260291733u, 4713598851967553566u, 7871734211187709741u, 17094043479449881645u});
  check_sums("uniform_f64", [](const S &s) { return fx::bitcast(r::uniform(k(), s, fx::f64), fx::u64); },
             {7283503682019560378u, 15272247620633602672u, 4601358860358518916u, 16238085403121187986u});
  check_sums("randint_i64",
             [](const S &s) { return fx::bitcast(r::randint(k(), s, -7, 100000000000000003, fx::i64), fx::u64); },
             {12214395900094978323u, 15605156954021318944u, 89679464050700510u, 13303727142652445982u});
}

// Moments, for what a table of a few samples does not show.
TEST(RandomDistributions, Moments) {
  const fx::Shape many{40000};
  auto check = [](const char *name, const Array &x, double mean, double deviation) {
    EXPECT_NEAR(fx::mean(fx::astype(x, fx::f32)).item<float>(), mean, 0.03 * std::max(1.0, deviation)) << name;
    EXPECT_NEAR(fx::std(fx::astype(x, fx::f32)).item<float>(), deviation, 0.05 * std::max(1.0, deviation)) << name;
  };
  check("gamma", r::gamma(Key(1), 2.5, many), 2.5, std::sqrt(2.5));
  check("small gamma", r::gamma(Key(1), 0.3, many), 0.3, std::sqrt(0.3));
  check("poisson", r::poisson(Key(1), 4, many), 4, 2);
  check("large poisson", r::poisson(Key(1), 400, many), 400, 20);
  check("binomial", r::binomial(Key(1), 12, 0.25, many), 3, 1.5);
  check("large binomial", r::binomial(Key(1), 900, 0.5, many), 450, 15);
  check("beta", r::beta(Key(1), 2, 3, many), 0.4, 0.2);
  check("rademacher", r::rademacher(Key(1), many), 0, 1);
  Array points = r::ball(Key(2), 3, 2, {20000});
  EXPECT_LE(fx::max(fx::sum(points * points, -1)).item<float>(), 1);
  EXPECT_NEAR(fx::mean(fx::sum(points * points, -1)).item<float>(), 0.6, 0.01);
}

TEST(RandomDistributions, OrthogonalMatricesAre) {
  Array q = r::orthogonal(Key(1), 5, {3}), wide = r::orthogonal(Key(1), 2, {}, fx::f64, 4);
  Array product = fx::matmul(q, fx::swapaxes(q, -1, -2));
  EXPECT_LT(fx::max(fx::abs(product - fx::eye(5))).item<float>(), 1e-5);
  EXPECT_EQ(wide.shape(), (fx::Shape{2, 4}));
  EXPECT_LT(fx::max(fx::abs(fx::matmul(wide, fx::swapaxes(wide, 0, 1)) - fx::eye(2, {}, fx::f64))).item<double>(),
            1e-12);
}

// The derivative by the covariance goes through its factor: of Σ x with x = √c·z it is z/(2√c).
TEST(RandomDistributions, NormalVectorsHaveDerivatives) {
  Array mean = floats({0}), cov = fx::array({{4.f}});
  auto total = [&](const Array &c) { return fx::sum(r::multivariate_normal(k(), mean, c, {7})); };
  const float z = total(fx::array({{1.f}})).item<float>();
  EXPECT_NEAR(fx::grad(total)(cov).item<float>(), z / 4, 1e-5);
  Array batch = r::multivariate_normal(k(), fx::zeros({3, 2}), fx::broadcast_to(fx::eye(2), {3, 2, 2}));
  EXPECT_EQ(batch.shape(), (fx::Shape{3, 2}));
}

TEST(RandomDistributions, VmapOverKeysIsOneAfterTheOther) {
  Array keys = r::split(Key(3), 3);
  auto check = [&](const auto &draw) {
    Array many = fx::vmap([&](const Array &key) { return draw(Key(key)); })(keys);
    for (int64_t i = 0; i < 3; ++i)
      EXPECT_EQ(many[i].to_vector<float>(), draw(Key(keys[i])).template to_vector<float>());
  };
  check([](Key key) { return r::gamma(std::move(key), floats({.5f, 3})); });
  check([](Key key) { return fx::astype(r::poisson(std::move(key), floats({2, 30})), fx::f32); });
  check([](Key key) { return fx::astype(r::permutation(std::move(key), 7), fx::f32); });
  check([](Key key) { return r::dirichlet(std::move(key), floats({.5f, 3, 1})); });
  check([](Key key) { return r::binomial(std::move(key), floats({50, 5}), 0.4); });
}

TEST(RandomDistributions, TheSameInsideOfJit) {
  auto sample = fx::jit([](Key key, const Array &a) { return r::gamma(std::move(key), a); });
  Array a = floats({.5f, 1, 30});
  EXPECT_EQ(sample(Key(7), a).to_vector<float>(), r::gamma(Key(7), a).to_vector<float>());
}

// Outside of a trace a sampler is compiled once, and then takes other parameters.
TEST(RandomDistributions, ASecondCallHasItsOwnParameters) {
  Array a = floats({.5f, 3}), b = floats({20, .1f});
  Array once = r::beta(Key(1), a, a), again = r::beta(Key(1), a, b), other = r::beta(Key(1), b, a);
  auto beta = fx::jit([](const Array &x, const Array &y) { return r::beta(Key(1), x, y); });
  EXPECT_EQ(once.to_vector<float>(), beta(a, a).to_vector<float>());
  EXPECT_EQ(again.to_vector<float>(), beta(a, b).to_vector<float>());
  EXPECT_EQ(other.to_vector<float>(), beta(b, a).to_vector<float>());
  EXPECT_GE(r::uniform(Key(1), {}, fx::f32, 3, 4).item<float>(), 3);
  EXPECT_LT(r::uniform(Key(1), {}, fx::f32, 0, 1).item<float>(), 1);
  EXPECT_THROW(r::bits(Key(fx::zeros({3, 2}, fx::u32))), fx::ShapeError);
}

TEST(RandomDistributions, KeysAsData) {
  Array data = r::key_data(Key(5));
  EXPECT_EQ(r::bits(r::wrap_key_data(data), {3}).to_vector<uint32_t>(), r::bits(Key(5), {3}).to_vector<uint32_t>());
  Key key(9), same = r::clone(key);
  EXPECT_EQ(r::bits(std::move(key)).item<uint32_t>(), r::bits(std::move(same)).item<uint32_t>());
  EXPECT_STREQ(r::key_impl(Key(1)), "threefry2x32");
  EXPECT_THROW(r::wrap_key_data(fx::array({1, 2})), fx::ShapeError);
}

template <class E, class F>
void expect_error(F f, const std::string &part) {
  try {
    f();
    ADD_FAILURE() << "no error: " << part;
  } catch (const E &e) {
    EXPECT_NE(std::string(e.what()).find(part), std::string::npos) << e.what();
  }
}

TEST(RandomDistributions, RefuseWhatTheyCannotDraw) {
  expect_error<fx::DTypeError>([] { r::normal(k(), {2}, fx::i32); }, "random::normal: numbers of i32 cannot be drawn");
  expect_error<fx::DTypeError>([] { r::randint(k(), {2}, 0, 5, fx::f32); }, "random::randint: f32 is no integer");
  expect_error<fx::ShapeError>([] { r::randint(k(), {2}, 5, 5); }, "random::randint: [5, 5) holds no i32");
  expect_error<fx::ShapeError>([] { r::gamma(k(), floats({1, 2}), {3}); }, "random::gamma");
  expect_error<fx::ShapeError>([] { r::gamma(k(), floats({1, 2}), {1}); }, "do not broadcast to the shape");
  expect_error<fx::ShapeError>([] { r::choice(k(), 3, {4}, {.replace = false}); }, "4 draws without replacement of 3");
  expect_error<fx::ShapeError>([] { r::choice(k(), 3, {4}, {.p = floats({1, 2})}); }, "random::choice: p is f32[2]");
  expect_error<fx::ShapeError>([] { r::categorical(k(), logits(), -1, {2, 3}); }, "does not end in [2]");
  expect_error<fx::ShapeError>([] { r::categorical(k(), logits(), -1, {4, 2}, false); }, "4 samples without");
  expect_error<fx::ShapeError>([] { r::ball(k(), 0); }, "random::ball: there are no balls of 0 dimensions");
  expect_error<fx::ShapeError>([] { r::multivariate_normal(k(), floats({1, 2}), floats({1, 2})); }, "no covariance");
  expect_error<fx::DTypeError>([] { r::orthogonal(k(), 2, {}, fx::f16); }, "f16 cannot be factorised");
  // Gamma samples have first derivatives only.
  expect_error<fx::Error>(
      [] {
        auto slope = fx::grad([](const Array &a) { return r::gamma(k(), a); });
        fx::grad([&](const Array &a) { return slope(a); })(fx::array(2.f));
      },
      "random_gamma_grad");
}

}  // namespace
