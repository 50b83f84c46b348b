// Derivatives of random functions: ops of all kinds in any order, sharing values, with loops and branches inside one
// another. What holds for each op alone must hold for whatever they make together.
#include "check_grads.h"

namespace fluxion::passes {
namespace {

// Writes a function of vectors f64[4]; `scope` holds the names of the vectors there are.
class Writer {
 public:
  explicit Writer(uint64_t seed) : random_(seed) {}

  std::string function() {
    text_ = "(%x: V, %z: V, %m: tensor<3x4xf64>, %n: tensor<i32>) -> (V, V, tensor<3x4xf64>) {\n";
    Scope scope{{"%x", "%z"}, "%m", "%n"};
    body(scope, 8, 2);
    text_ += "return " + any(scope) + ", " + any(scope) + ", " + scope.rows + " : V, V, tensor<3x4xf64> }";
    for (size_t at; (at = text_.find('V')) != std::string::npos;) text_.replace(at, 1, "tensor<4xf64>");
    return text_;
  }

 private:
  struct Scope {
    std::vector<std::string> vectors;
    std::string rows, number;
  };

  size_t below(size_t n) { return random_() % n; }
  std::string any(const Scope &scope) { return scope.vectors[below(scope.vectors.size())]; }
  std::string fresh() { return "%v" + std::to_string(count_++); }
  std::string define(const std::string &op) {
    std::string name = fresh();
    text_ += name + " = " + op + "\n";
    return name;
  }

  void body(Scope &scope, int ops, int depth) {
    for (int i = 0; i < ops; ++i) {
      size_t kind = below(depth > 0 ? 11 : 8);
      scope.vectors.push_back(kind < 8    ? simple(scope, kind)
                              : kind == 8 ? branch(scope, depth - 1)
                                          : loop(scope, depth - 1));
    }
  }

  std::string simple(const Scope &scope, size_t kind) {
    const char *unary[] = {"sine", "tanh", "logistic", "negate", "exponential_minus_one"};
    const char *binary[] = {"add", "multiply", "subtract", "maximum", "minimum"};
    std::string a = any(scope), b = any(scope);
    switch (kind) {
      case 0:
      case 1:
        return define(std::string("fx.") + unary[below(5)] + " " + a + " : V");
      case 2:
      case 3:
        return define(std::string("fx.") + binary[below(5)] + " " + a + ", " + b + " : V");
      case 4: {  // one row of the table
        std::string zero = define("fx.constant dense<0> : tensor<i32>");
        std::string row = define("fx.dynamic_slice " + scope.rows + ", " + scope.number + ", " + zero +
                                 " sizes [1, 4] : (tensor<3x4xf64>, tensor<i32>, tensor<i32>) -> tensor<1x4xf64>");
        return define("fx.reshape " + row + " to [4] : tensor<1x4xf64> -> V");
      }
      case 5: {  // swap the halves
        std::string low = define("fx.slice " + a + " from [0] to [2] by [1] : V -> tensor<2xf64>");
        std::string high = define("fx.slice " + a + " from [2] to [4] by [1] : V -> tensor<2xf64>");
        return define("fx.concatenate " + high + ", " + low + " along 0 : (tensor<2xf64>, tensor<2xf64>) -> V");
      }
      case 6: {  // the mean, repeated
        std::string sum = define("fx.reduce add, " + a + " over [0] : V -> tensor<f64>");
        std::string all = define("fx.broadcast_in_dim " + sum + " dims [] to [4] : tensor<f64> -> V");
        std::string quarter = define("fx.constant dense<0.25> : V");
        return define("fx.multiply " + all + ", " + quarter + " : V");
      }
      default: {
        std::string less = define("fx.compare LT, " + a + ", " + b + " : V");
        return define("fx.select " + less + ", " + any(scope) + ", " + any(scope) + " : tensor<4xi1>, V");
      }
    }
  }

  std::string branch(const Scope &scope, int depth) {
    std::string a = any(scope), b = any(scope), name = fresh();
    text_ += name + " = fx.case " + scope.number + ", (" + a + ", " + b + ", " + scope.rows + ", " + scope.number +
             ") : (tensor<i32>, V, V, tensor<3x4xf64>, tensor<i32>) -> V {\n";
    for (int i = 0; i < 2; ++i) {
      Scope inner{{fresh(), fresh()}, fresh(), fresh()};
      text_ += std::string(i > 0 ? "}, {\n" : "") + "^bb0(" + inner.vectors[0] + ": V, " + inner.vectors[1] + ": V, " +
               inner.rows + ": tensor<3x4xf64>, " + inner.number + ": tensor<i32>):\n";
      body(inner, 3, depth);
      text_ += "fx.yield " + any(inner) + " : V\n";
    }
    text_ += "}\n";
    return name;
  }

  // Constants: a vector and the table. Carries: a vector and a count. Scanned: the rows. Stacked: rows again.
  std::string loop(Scope &scope, int depth) {
    std::string name = fresh(), types = "V, tensor<3x4xf64>, V, tensor<i32>, tensor<3x4xf64>";
    text_ += name + ":3 = fx.scan (" + any(scope) + ", " + scope.rows + ", " + any(scope) + ", " + scope.number + ", " +
             scope.rows + ") constants 2 carry 2 length 3 reverse " + (below(2) ? "true" : "false") + " : (" + types +
             ") -> (V, tensor<i32>, tensor<3x4xf64>) {\n";
    std::string constant = fresh(), carry = fresh(), row = fresh();
    Scope inner{{constant, carry, row}, fresh(), fresh()};
    text_ += "^bb0(" + constant + ": V, " + inner.rows + ": tensor<3x4xf64>, " + carry + ": V, " + inner.number +
             ": tensor<i32>, " + row + ": V):\n";
    body(inner, 3, depth);
    std::string one = define("fx.constant dense<1> : tensor<i32>");
    std::string next = define("fx.add " + inner.number + ", " + one + " : tensor<i32>");
    text_ += "fx.yield " + any(inner) + ", " + next + ", " + any(inner) + " : V, tensor<i32>, V\n}\n";
    if (below(2)) scope.rows = name + "#2";
    return name + "#0";
  }

  std::mt19937_64 random_;
  std::string text_;
  int count_ = 0;
};

class GradRandom : public testing::TestWithParam<int> {};

TEST_P(GradRandom, Composes) {
  for (int i = 0; i < 10; ++i)
    checkGrads(Writer(static_cast<uint64_t>(GetParam() * 10 + i)).function(), {.lo = -1, .hi = 1, .integers = 3});
}

INSTANTIATE_TEST_SUITE_P(Seeds, GradRandom, testing::Range(0, 10));

}  // namespace
}  // namespace fluxion::passes
