// Derivatives of every op, first and second order, forward and reverse, against central differences.
#include "check_grads.h"

namespace fluxion::passes {
namespace {

struct ElementwiseCase {
  const char *name;
  double lo, hi;  // the domain sampled
  int order = 2;
};

class GradUnary : public testing::TestWithParam<ElementwiseCase> {};
class GradBinary : public testing::TestWithParam<ElementwiseCase> {};

TEST_P(GradUnary, IsTheLimitOfDifferences) {
  const auto &[name, lo, hi, order] = GetParam();
  checkGrads("(%x: tensor<5xf64>) -> tensor<5xf64> { %y = fx." + std::string(name) +
                 " %x : tensor<5xf64> return %y : tensor<5xf64> }",
             {.lo = lo, .hi = hi, .order = order});
}
TEST_P(GradBinary, IsTheLimitOfDifferences) {
  const auto &[name, lo, hi, order] = GetParam();
  checkGrads("(%x: tensor<5xf64>, %z: tensor<5xf64>) -> tensor<5xf64> { %y = fx." + std::string(name) +
                 " %x, %z : tensor<5xf64> return %y : tensor<5xf64> }",
             {.lo = lo, .hi = hi, .order = order});
}

std::string nameOf(const testing::TestParamInfo<ElementwiseCase> &info) { return info.param.name; }

const ElementwiseCase kUnary[] = {
    {"negate", -2, 2},
    {"abs", -2, 2},
    {"sign", -2, 2},
    {"exponential", -2, 2},
    {"exponential_minus_one", -2, 2},
    {"log", 0.3, 3},
    {"log_plus_one", -0.5, 2},
    {"logistic", -4, 4},
    {"sqrt", 0.3, 3},
    {"rsqrt", 0.3, 3},
    {"cbrt", 0.3, 3},
    {"sine", -4, 4},
    {"cosine", -4, 4},
    {"tan", -1, 1},
    {"asin", -0.8, 0.8},
    {"acos", -0.8, 0.8},
    {"atan", -3, 3},
    {"sinh", -2, 2},
    {"cosh", -2, 2},
    {"tanh", -2, 2},
    {"asinh", -3, 3},
    {"acosh", 1.3, 4},
    {"atanh", -0.8, 0.8},
    {"erf", -2, 2},
    {"erfc", -2, 2},
    {"erf_inv", -0.8, 0.8},
    {"lgamma", 0.5, 4},
    {"digamma", 0.5, 4},
    {"bessel_i0e", 0.3, 4},
    {"bessel_i1e", -4, -0.3},
    {"floor", -4, 4},
    {"ceil", -4, 4},
    {"round_nearest_even", -4, 4},
    {"round_nearest_afz", -4, 4},
};
const ElementwiseCase kBinary[] = {
    {"add", -2, 2},     {"subtract", -2, 2}, {"multiply", -2, 2}, {"divide", 0.5, 2}, {"remainder", 0.5, 5},
    {"maximum", -2, 2}, {"minimum", -2, 2},  {"power", 0.5, 2},   {"atan2", 0.5, 2},
};

INSTANTIATE_TEST_SUITE_P(Ops, GradUnary, testing::ValuesIn(kUnary), nameOf);
INSTANTIATE_TEST_SUITE_P(Ops, GradBinary, testing::ValuesIn(kBinary), nameOf);

// ---- special functions with parameters, which have derivatives by their last operand only

TEST(Grad, OfSpecialFunctions) {
  auto of = [](const std::string &call, const std::string &parameters, double lo, double hi) {
    checkGrads("(%x: tensor<4xf64>) -> tensor<4xf64> { " + parameters + " %y = fx." + call +
                   " : tensor<4xf64> return %y : tensor<4xf64> }",
               {.lo = lo, .hi = hi});
  };
  auto constant = [](const char *name, double value) {
    return "%" + std::string(name) + " = fx.constant dense<" + std::to_string(value) + "> : tensor<4xf64> ";
  };
  of("zeta %a, %x", constant("a", 2.5), 0.5, 3);
  of("polygamma %a, %x", constant("a", 2), 0.5, 3);
  of("igamma %a, %x", constant("a", 1.7), 0.2, 4);
  of("igammac %a, %x", constant("a", 0.6), 0.2, 4);
  of("regularized_incomplete_beta %a, %b, %x", constant("a", 1.3) + constant("b", 2.2), 0.1, 0.9);
  // By the parameter, to first order: there is no op for the next one.
  for (const char *op : {"igamma", "igammac"})
    checkGrads("(%a: tensor<4xf64>) -> tensor<4xf64> { " + constant("x", 1.9) + " %y = fx." + op +
                   " %a, %x : tensor<4xf64> return %y : tensor<4xf64> }",
               {.lo = 0.5, .hi = 4, .order = 1});
}

// ---- choice

TEST(Grad, OfSelectAndClamp) {
  checkGrads(R"((%p: tensor<6xi1>, %a: tensor<6xf64>, %b: tensor<6xf64>) -> tensor<6xf64> {
    %y = fx.select %p, %a, %b : tensor<6xi1>, tensor<6xf64> return %y : tensor<6xf64> })");
  checkGrads(R"((%a: tensor<6xf64>, %x: tensor<6xf64>, %b: tensor<6xf64>) -> tensor<6xf64> {
    %lo = fx.minimum %a, %b : tensor<6xf64>
    %hi = fx.maximum %a, %b : tensor<6xf64>
    %y = fx.clamp %lo, %x, %hi : tensor<6xf64> return %y : tensor<6xf64> })");
}

TEST(Grad, OfConstantPowers) {
  for (const char *n : {"2.0", "3.0", "1.0", "0.0", "-1.5"})
    checkGrads(R"((%x: tensor<4xf64>) -> tensor<4xf64> { %n = fx.constant dense<)" + std::string(n) +
                   R"(> : tensor<4xf64> %y = fx.power %x, %n : tensor<4xf64> return %y : tensor<4xf64> })",
               {.lo = 0.5, .hi = 2});
}

// ---- shapes

TEST(Grad, OfShapeOps) {
  checkGrads(R"((%x: tensor<2x1x3xf64>) -> tensor<2x4x5x3xf64> {
    %y = fx.broadcast_in_dim %x dims [0, 2, 3] to [2, 4, 5, 3] : tensor<2x1x3xf64> -> tensor<2x4x5x3xf64>
    %z = fx.multiply %y, %y : tensor<2x4x5x3xf64> return %z : tensor<2x4x5x3xf64> })");
  checkGrads(R"((%x: tensor<2x3x4xf64>) -> tensor<6x4xf64> {
    %s = fx.sine %x : tensor<2x3x4xf64>
    %t = fx.transpose %s by [2, 0, 1] : tensor<2x3x4xf64> -> tensor<4x2x3xf64>
    %r = fx.reverse %t along [0, 2] : tensor<4x2x3xf64>
    %y = fx.reshape %r to [6, 4] : tensor<4x2x3xf64> -> tensor<6x4xf64> return %y : tensor<6x4xf64> })");
  checkGrads(R"((%x: tensor<9x4xf64>) -> tensor<3x2xf64> {
    %s = fx.sine %x : tensor<9x4xf64>
    %y = fx.slice %s from [1, 2] to [8, 4] by [3, 1] : tensor<9x4xf64> -> tensor<3x2xf64> return %y : tensor<3x2xf64> })");
  checkGrads(R"((%x: tensor<3x4xf64>, %v: tensor<f64>) -> tensor<7x3xf64> {
    %s = fx.sine %x : tensor<3x4xf64> %w = fx.sine %v : tensor<f64>
    %y = fx.pad %s, %w low [2, -1] high [-1, 0] interior [2, 0] : (tensor<3x4xf64>, tensor<f64>) -> tensor<8x3xf64>
    %z = fx.slice %y from [0, 0] to [7, 3] by [1, 1] : tensor<8x3xf64> -> tensor<7x3xf64> return %z : tensor<7x3xf64> })");
  checkGrads(R"((%x: tensor<2x3xf64>, %z: tensor<2x1xf64>) -> tensor<2x7xf64> {
    %s = fx.sine %x : tensor<2x3xf64>
    %y = fx.concatenate %s, %z, %x along 1 : (tensor<2x3xf64>, tensor<2x1xf64>, tensor<2x3xf64>) -> tensor<2x7xf64>
    return %y : tensor<2x7xf64> })");
}

TEST(Grad, PassesBarriers) {
  checkGrads(R"((%x: tensor<3xf64>, %i: tensor<3xi32>) -> (tensor<3xf64>, tensor<3xi32>) {
    %s = fx.sine %x : tensor<3xf64>
    %b, %j = fx.optimization_barrier %s, %i : tensor<3xf64>, tensor<3xi32>
    %y = fx.multiply %b, %x : tensor<3xf64> return %y, %j : tensor<3xf64>, tensor<3xi32> })");
}

TEST(Grad, OfSlicesThatShareAnArray) {
  checkGrads(R"((%x: tensor<2x6xf64>) -> tensor<2x2xf64> {
    %e = fx.exponential %x : tensor<2x6xf64>
    %a = fx.slice %e from [0, 0] to [2, 2] by [1, 1] : tensor<2x6xf64> -> tensor<2x2xf64>
    %b = fx.slice %e from [0, 2] to [2, 4] by [1, 1] : tensor<2x6xf64> -> tensor<2x2xf64>
    %c = fx.slice %e from [0, 4] to [2, 6] by [1, 1] : tensor<2x6xf64> -> tensor<2x2xf64>
    %y = fx.multiply %a, %b : tensor<2x2xf64> %z = fx.multiply %y, %c : tensor<2x2xf64> return %z : tensor<2x2xf64> })");
}

// ---- reductions

TEST(Grad, OfReductions) {
  for (std::string kind : {"add", "maximum", "minimum", "multiply"})
    for (std::string dims : {"[1]", "[0, 2]"}) {
      std::string out = dims == "[1]" ? "tensor<2x4xf64>" : "tensor<3xf64>";
      checkGrads("(%x: tensor<2x3x4xf64>) -> " + out + " { %s = fx.sine %x : tensor<2x3x4xf64> %y = fx.reduce " + kind +
                 ", %s over " + dims + " : tensor<2x3x4xf64> -> " + out + " return %y : " + out + " }");
    }
}

TEST(Grad, OfAProductWithZerosIsTheProductOfTheOthers) {
  checkGrads(R"((%x: tensor<2xf64>) -> tensor<f64> {
    %z = fx.constant dense<0.0> : tensor<1xf64>
    %c = fx.concatenate %x, %z along 0 : (tensor<2xf64>, tensor<1xf64>) -> tensor<3xf64>
    %y = fx.reduce multiply, %c over [0] : tensor<3xf64> -> tensor<f64> return %y : tensor<f64> })");
}

TEST(Grad, OfRunningReductions) {
  for (std::string kind : {"add", "multiply", "maximum", "minimum"})
    for (std::string reverse : {"false", "true"})
      checkGrads("(%x: tensor<2x5xf64>) -> tensor<2x5xf64> { %y = fx.cumulative " + kind + ", %x along 1 reverse " +
                 reverse + " : tensor<2x5xf64> return %y : tensor<2x5xf64> }");
}

// ---- contractions

TEST(Grad, OfDotGeneral) {
  checkGrads(R"((%a: tensor<2x3xf64>, %b: tensor<3x4xf64>) -> tensor<2x4xf64> {
    %y = fx.dot_general %a, %b batch [] x [] contract [1] x [0] as f64 : (tensor<2x3xf64>, tensor<3x4xf64>) -> tensor<2x4xf64>
    return %y : tensor<2x4xf64> })");
  checkGrads(R"((%a: tensor<3x5x2x4x2xf64>, %b: tensor<2x4x3x3x2xf64>) -> tensor<2x2x5x3xf64> {
    %y = fx.dot_general %a, %b batch [4, 2] x [0, 4] contract [0, 3] x [2, 1] as f64 : (tensor<3x5x2x4x2xf64>, tensor<2x4x3x3x2xf64>) -> tensor<2x2x5x3xf64>
    return %y : tensor<2x2x5x3xf64> })");
}

// ---- indices

TEST(Grad, OfGather) {
  // Rows, some of them twice; indices past the end are clamped.
  checkGrads(R"((%x: tensor<3x2xf64>, %i: tensor<5xi32>) -> tensor<5x2xf64> {
    %y = fx.gather %x, %i {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, operand_batching_dims = array<i64>, start_indices_batching_dims = array<i64>, start_index_map = array<i64: 0>, index_vector_dim = 1 : i64, slice_sizes = array<i64: 1, 2>} : (tensor<3x2xf64>, tensor<5xi32>) -> tensor<5x2xf64>
    %z = fx.multiply %y, %y : tensor<5x2xf64> return %z : tensor<5x2xf64> })",
             {.integers = 5});
  checkGrads(R"((%x: tensor<2x4x5xf64>, %i: tensor<2x3x2xi32>) -> tensor<2x2x3x2xf64> {
    %y = fx.gather %x, %i {offset_dims = array<i64: 1, 3>, collapsed_slice_dims = array<i64>, operand_batching_dims = array<i64: 0>, start_indices_batching_dims = array<i64: 0>, start_index_map = array<i64: 1, 2>, index_vector_dim = 2 : i64, slice_sizes = array<i64: 1, 2, 2>} : (tensor<2x4x5xf64>, tensor<2x3x2xi32>) -> tensor<2x2x3x2xf64>
    %z = fx.multiply %y, %y : tensor<2x2x3x2xf64> return %z : tensor<2x2x3x2xf64> })",
             {.integers = 6});
}

std::string scatter(const std::string &kind, const std::string &unique) {
  return R"((%x: tensor<4x2xf64>, %i: tensor<3x1xi32>, %u: tensor<3x2xf64>) -> tensor<4x2xf64> {
    %y = fx.scatter )" +
         kind +
         R"(, %x, %i, %u {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, input_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, scatter_dims_to_operand_dims = array<i64: 0>, index_vector_dim = 1 : i64, unique_indices = )" +
         unique + R"(} : (tensor<4x2xf64>, tensor<3x1xi32>, tensor<3x2xf64>) -> tensor<4x2xf64>
    %z = fx.multiply %y, %y : tensor<4x2xf64> return %z : tensor<4x2xf64> })";
}

TEST(Grad, OfScatter) {
  // Indices up to 5 fall outside and are dropped; some coincide.
  for (const char *kind : {"add", "set", "maximum", "minimum"}) checkGrads(scatter(kind, "false"), {.integers = 6});
}

TEST(Grad, OfScatterToDistinctPlaces) {
  std::string text = scatter("multiply", "true"), line = "%i = fx.constant dense<[[2], [7], [0]]> : tensor<3x1xi32> %y";
  text.replace(text.find(", %i: tensor<3x1xi32>"), 21, "");
  text.replace(text.find("%y"), 2, line);
  checkGrads(text);
}

TEST(Grad, OfDynamicSlices) {
  checkGrads(R"((%x: tensor<5x3xf64>, %i: tensor<i32>, %j: tensor<i32>) -> tensor<2x2xf64> {
    %y = fx.dynamic_slice %x, %i, %j sizes [2, 2] : (tensor<5x3xf64>, tensor<i32>, tensor<i32>) -> tensor<2x2xf64>
    %w = fx.dynamic_slice %x, %j, %j sizes [2, 2] : (tensor<5x3xf64>, tensor<i32>, tensor<i32>) -> tensor<2x2xf64>
    %z = fx.multiply %y, %w : tensor<2x2xf64> return %z : tensor<2x2xf64> })",
             {.integers = 7});
  checkGrads(R"((%x: tensor<5x3xf64>, %u: tensor<2x2xf64>, %i: tensor<i32>, %j: tensor<i32>) -> tensor<5x3xf64> {
    %y = fx.dynamic_update_slice %x, %u, %i, %j : (tensor<5x3xf64>, tensor<2x2xf64>, tensor<i32>, tensor<i32>) -> tensor<5x3xf64>
    %z = fx.multiply %y, %y : tensor<5x3xf64> return %z : tensor<5x3xf64> })",
             {.integers = 7});
}

TEST(Grad, OfSortFollowsThePermutation) {
  checkGrads(R"((%k: tensor<2x5xf64>, %v: tensor<2x5xf64>) -> (tensor<2x5xf64>, tensor<2x5xf64>) {
    %s = fx.multiply %v, %v : tensor<2x5xf64>
    %a, %b = fx.sort %k, %s along 1 stable true descending true : tensor<2x5xf64>, tensor<2x5xf64>
    return %a, %b : tensor<2x5xf64>, tensor<2x5xf64> })");
}

// ---- what has no derivative

TEST(Grad, StopsWhereItIsTold) {
  checkGrads(R"((%x: tensor<3xf64>) -> (tensor<3xf64>, tensor<3xi32>) {
    %i = fx.convert %x to i32 : tensor<3xf64> -> tensor<3xi32>
    %f = fx.convert %i to f64 : tensor<3xi32> -> tensor<3xf64>
    %y = fx.multiply %x, %f : tensor<3xf64> return %y, %i : tensor<3xf64>, tensor<3xi32> })");
}

// ---- control flow

TEST(Grad, OfCase) {
  for (std::string index : {"0", "1", "2"})
    checkGrads(R"((%x: tensor<3xf64>, %c: tensor<3xf64>, %n: tensor<3xi32>) -> (tensor<3xf64>, tensor<f64>) {
    %i = fx.constant dense<)" +
               index + R"(> : tensor<i32>
    %y:2 = fx.case %i, (%x, %c, %n) : (tensor<i32>, tensor<3xf64>, tensor<3xf64>, tensor<3xi32>) -> (tensor<3xf64>, tensor<f64>) {
    ^bb0(%a: tensor<3xf64>, %b: tensor<3xf64>, %m: tensor<3xi32>):
      %s = fx.sine %a : tensor<3xf64> %p = fx.multiply %s, %b : tensor<3xf64> %q = fx.exponential %p : tensor<3xf64>
      %t = fx.reduce add, %q over [0] : tensor<3xf64> -> tensor<f64>
      fx.yield %p, %t : tensor<3xf64>, tensor<f64>
    }, {
    ^bb0(%a: tensor<3xf64>, %b: tensor<3xf64>, %m: tensor<3xi32>):
      %f = fx.convert %m to f64 : tensor<3xi32> -> tensor<3xf64>
      %p = fx.multiply %a, %f : tensor<3xf64> %t = fx.constant dense<2.0> : tensor<f64>
      fx.yield %p, %t : tensor<3xf64>, tensor<f64>
    }, {
    ^bb0(%a: tensor<3xf64>, %b: tensor<3xf64>, %m: tensor<3xi32>):
      %t = fx.constant dense<2.0> : tensor<f64>
      fx.yield %b, %t : tensor<3xf64>, tensor<f64>
    }
    %z = fx.multiply %y#0, %x : tensor<3xf64> return %z, %y#1 : tensor<3xf64>, tensor<f64> })");
}

std::string scan(const std::string &reverse) {
  // c ← sin(w·c + x[i]·n), counting n; y[i] = c·x[i]; s, a sum, starts as a constant
  return R"((%w: tensor<2xf64>, %c: tensor<2xf64>, %x: tensor<4x2xf64>) -> (tensor<2xf64>, tensor<f64>, tensor<4x2xf64>, tensor<4xi32>) {
    %n = fx.constant dense<1> : tensor<i32> %s = fx.constant dense<0.0> : tensor<f64>
    %r:5 = fx.scan (%w, %c, %n, %s, %x) constants 1 carry 3 length 4 reverse )" +
         reverse +
         R"( : (tensor<2xf64>, tensor<2xf64>, tensor<i32>, tensor<f64>, tensor<4x2xf64>) -> (tensor<2xf64>, tensor<i32>, tensor<f64>, tensor<4x2xf64>, tensor<4xi32>) {
    ^bb0(%ww: tensor<2xf64>, %cc: tensor<2xf64>, %k: tensor<i32>, %ss: tensor<f64>, %xx: tensor<2xf64>):
      %e = fx.exponential %ww : tensor<2xf64>
      %p = fx.multiply %e, %cc : tensor<2xf64>
      %f = fx.convert %k to f64 : tensor<i32> -> tensor<f64>
      %fb = fx.broadcast_in_dim %f dims [] to [2] : tensor<f64> -> tensor<2xf64>
      %q = fx.multiply %xx, %fb : tensor<2xf64>
      %o = fx.add %p, %q : tensor<2xf64>
      %h = fx.sine %o : tensor<2xf64>
      %one = fx.constant dense<1> : tensor<i32>
      %k1 = fx.add %k, %one : tensor<i32>
      %y = fx.multiply %h, %xx : tensor<2xf64>
      %u = fx.reduce add, %y over [0] : tensor<2xf64> -> tensor<f64>
      %s1 = fx.add %ss, %u : tensor<f64>
      fx.yield %h, %k1, %s1, %y, %k : tensor<2xf64>, tensor<i32>, tensor<f64>, tensor<2xf64>, tensor<i32>
    }
    return %r#0, %r#2, %r#3, %r#4 : tensor<2xf64>, tensor<f64>, tensor<4x2xf64>, tensor<4xi32> })";
}

TEST(Grad, OfScan) {
  checkGrads(scan("false"), {.lo = -1, .hi = 1});
  checkGrads(scan("true"), {.lo = -1, .hi = 1});
}

TEST(Grad, OfAScanThatIndexesAConstant) {
  checkGrads(R"((%w: tensor<4x3xf64>) -> tensor<f64> {
    %i0 = fx.constant dense<0> : tensor<i32> %s = fx.constant dense<1.0> : tensor<f64>
    %r:2 = fx.scan (%w, %i0, %s) constants 1 carry 2 length 4 reverse false : (tensor<4x3xf64>, tensor<i32>, tensor<f64>) -> (tensor<i32>, tensor<f64>) {
    ^bb0(%ww: tensor<4x3xf64>, %i: tensor<i32>, %ss: tensor<f64>):
      %z = fx.constant dense<0> : tensor<i32> %one = fx.constant dense<1> : tensor<i32>
      %row = fx.dynamic_slice %ww, %i, %z sizes [1, 3] : (tensor<4x3xf64>, tensor<i32>, tensor<i32>) -> tensor<1x3xf64>
      %first = fx.dynamic_slice %ww, %z, %z sizes [1, 3] : (tensor<4x3xf64>, tensor<i32>, tensor<i32>) -> tensor<1x3xf64>
      %p = fx.multiply %row, %first : tensor<1x3xf64>
      %u = fx.reduce add, %p over [0, 1] : tensor<1x3xf64> -> tensor<f64>
      %v = fx.multiply %u, %ss : tensor<f64>
      %i1 = fx.add %i, %one : tensor<i32>
      fx.yield %i1, %v : tensor<i32>, tensor<f64>
    }
    return %r#1 : tensor<f64> })");
}

TEST(Grad, OfNestedScansAndACaseInside) {
  checkGrads(R"((%c: tensor<f64>, %x: tensor<3x2xf64>) -> (tensor<f64>, tensor<3xf64>) {
    %r:2 = fx.scan (%c, %x) constants 0 carry 1 length 3 reverse false : (tensor<f64>, tensor<3x2xf64>) -> (tensor<f64>, tensor<3xf64>) {
    ^bb0(%cc: tensor<f64>, %xx: tensor<2xf64>):
      %q = fx.scan (%cc, %cc, %xx) constants 1 carry 1 length 2 reverse true : (tensor<f64>, tensor<f64>, tensor<2xf64>) -> tensor<f64> {
      ^bb0(%k: tensor<f64>, %d: tensor<f64>, %e: tensor<f64>):
        %zero = fx.constant dense<0.0> : tensor<f64>
        %neg = fx.compare LT, %e, %zero : tensor<f64>
        %i = fx.convert %neg to i32 : tensor<i1> -> tensor<i32>
        %v = fx.case %i, (%d, %e, %k) : (tensor<i32>, tensor<f64>, tensor<f64>, tensor<f64>) -> tensor<f64> {
        ^bb0(%f: tensor<f64>, %g: tensor<f64>, %h: tensor<f64>):
          %m = fx.multiply %f, %g : tensor<f64> %n = fx.sine %m : tensor<f64> fx.yield %n : tensor<f64>
        }, {
        ^bb0(%f: tensor<f64>, %g: tensor<f64>, %h: tensor<f64>):
          %m = fx.tanh %f : tensor<f64> %n = fx.add %m, %h : tensor<f64> fx.yield %n : tensor<f64>
        }
        fx.yield %v : tensor<f64>
      }
      %s = fx.multiply %q, %cc : tensor<f64>
      fx.yield %q, %s : tensor<f64>, tensor<f64>
    }
    return %r#0, %r#1 : tensor<f64>, tensor<3xf64> })");
}

TEST(Grad, OfWhileIsForward) {
  checkGrads(R"((%x: tensor<2xf64>, %w: tensor<2xf64>) -> tensor<2xf64> {
    %n = fx.constant dense<3> : tensor<i32>
    %r:2 = fx.while (%w, %n, %x) constants 1 : (tensor<2xf64>, tensor<i32>, tensor<2xf64>) -> (tensor<i32>, tensor<2xf64>) {
    ^bb0(%ww: tensor<2xf64>, %i: tensor<i32>, %c: tensor<2xf64>):
      %z = fx.constant dense<0> : tensor<i32> %more = fx.compare GT, %i, %z : tensor<i32> fx.yield %more : tensor<i1>
    } do {
    ^bb0(%ww: tensor<2xf64>, %i: tensor<i32>, %c: tensor<2xf64>):
      %one = fx.constant dense<1> : tensor<i32> %j = fx.subtract %i, %one : tensor<i32>
      %s = fx.sine %c : tensor<2xf64> %d = fx.multiply %s, %ww : tensor<2xf64>
      fx.yield %j, %d : tensor<i32>, tensor<2xf64>
    }
    return %r#1 : tensor<2xf64> })",
             {.reverse = false});
}

}  // namespace
}  // namespace fluxion::passes
