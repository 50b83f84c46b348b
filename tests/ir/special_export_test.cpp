// Special functions that StableHLO does not have, written out: read again and interpreted, they are the functions that
// the interpreter has.
#include "tests/passes/program.h"

#include <cmath>

#include "ir/stablehlo.h"

namespace fluxion::ir {
namespace {

using passes::Arrays;
using passes::HostArray;

HostArray numbers(const std::vector<double> &values) {
  HostArray x{{Shape({static_cast<int64_t>(values.size())}), DType::f64}, {}};
  for (double v : values) passes::append(x, v);
  return x;
}

// `op` of all combinations of the given numbers, as it is and written out.
void compare(const std::string &op, const std::vector<std::vector<double>> &choices, double tolerance) {
  SCOPED_TRACE(op);
  std::vector<std::vector<double>> columns(choices.size(), std::vector<double>{});
  size_t count = 1;
  for (const auto &c : choices) count *= c.size();
  for (size_t i = 0; i < count; ++i)
    for (size_t k = 0, rest = i; k < choices.size(); rest /= choices[k++].size())
      columns[k].push_back(choices[k][rest % choices[k].size()]);
  const std::string type = "tensor<" + std::to_string(count) + "xf64>";
  std::string arguments, names;
  Arrays x;
  for (size_t k = 0; k < choices.size(); ++k) {
    arguments += (k ? ", %a" : "%a") + std::to_string(k) + ": " + type;
    names += (k ? ", %a" : "%a") + std::to_string(k);
    x.push_back(numbers(columns[k]));
  }
  passes::Program program("(" + arguments + ") -> " + type + " { %y = fx." + op + " " + names + " : " + type +
                          " return %y : " + type + " }");
  ASSERT_TRUE(program.f);
  auto text = exportStablehlo(program.f);
  ASSERT_TRUE(text);
  EXPECT_EQ(text->find("fx."), std::string::npos);
  auto module = parseModule(*text, "exported", &program.context);
  ASSERT_TRUE(module);
  const Arrays wanted = passes::evaluate(program.f, x), got = passes::evaluate(passes::onlyFunction(*module), x);
  for (size_t i = 0; i < count; ++i) {
    const double w = reinterpret_cast<const double *>(wanted[0].bytes.data())[i],
                 g = reinterpret_cast<const double *>(got[0].bytes.data())[i];
    std::string at;
    for (const auto &c : columns) at += " " + std::to_string(c[i]);
    if (std::isnan(w) || std::isinf(w))
      EXPECT_TRUE(g == w || (std::isnan(g) && std::isnan(w))) << g << " instead of " << w << " at" << at;
    else
      EXPECT_NEAR(g, w, tolerance * std::abs(w) + 1e-14) << "at" << at;
  }
}

const std::vector<double> kEdges = {-1.5, -0.0, 0, 1, INFINITY, NAN};
const std::vector<double> kSmallAndLarge = {1e-3, 0.2, 0.9, 1.7, 5, 20, 90.5, 800};

TEST(SpecialExport, BesselI0e) {
  compare("bessel_i0e", {{-700, -30.5, -29.9, -3, 1e-9, 0, 0.5, 2, 8, 15, 29.99, 30, 31, 1e3, 1e9, INFINITY, NAN}},
          1e-13);
}

TEST(SpecialExport, IncompleteGamma) {
  for (const char *op : {"igamma", "igammac"}) {
    compare(op, {kSmallAndLarge, kSmallAndLarge}, 1e-10);
    compare(op, {kEdges, kEdges}, 1e-13);
  }
}

TEST(SpecialExport, IncompleteGammaByItsParameter) {
  for (const char *op : {"igamma_grad_a", "random_gamma_grad"}) {
    compare(op, {{0.2, 0.9, 1.7, 5, 20, 90.5}, {0.1, 0.8, 1.2, 4, 19, 22, 93}}, 1e-8);
    compare(op, {kEdges, kEdges}, 1e-12);
  }
}

TEST(SpecialExport, IncompleteBeta) {
  compare("regularized_incomplete_beta", {kSmallAndLarge, kSmallAndLarge, {1e-3, 0.1, 0.5, 0.77, 0.999}}, 1e-8);
  compare("regularized_incomplete_beta", {kEdges, kEdges, {-0.5, 0, 0.3, 1, 1.5, NAN}}, 1e-13);
}

}  // namespace
}  // namespace fluxion::ir
