// Compiled functions of complex arrays give what the interpreter gives.
#include "compiled.h"

namespace fluxion::codegen {
namespace {

class CompiledComplex : public Compiled {
 protected:
  // Complex numbers as twice as many real ones.
  static HostArray flat(const HostArray &x) {
    if (!is_complex(x.type.dtype)) return x;
    return {{Shape{2 * x.type.shape.count()}, x.type.dtype == c64 ? f32 : f64}, x.bytes};
  }

  static HostArray random(const ShapeDtype &type, std::mt19937 &generator) {
    if (!is_complex(type.dtype)) return randomArray(type, generator);
    HostArray parts = randomArray({Shape{2 * type.shape.count()}, type.dtype == c64 ? f32 : f64}, generator);
    return {type, parts.bytes};
  }

  void checkParts(const std::string &text, double tolerance = 1e-5, std::vector<HostArray> args = {}) {
    auto module = parse(text);
    ASSERT_TRUE(module);
    auto f = *module->getOps<mlir::func::FuncOp>().begin();
    std::mt19937 generator(11);
    if (args.empty())
      for (mlir::Type type : f.getArgumentTypes()) args.push_back(random(ir::shapeDtypeOf(type), generator));
    auto expected = reference::evaluate(f, args);
    if (!expected) FAIL() << llvm::toString(expected.takeError());
    Options options;
    options.fuse = passes::fuse;
    auto program = compile(f, options);
    ASSERT_TRUE(succeeded(program)) << text;
    auto results = run(*program, args);
    for (size_t r = 0; r < results.size(); ++r) compare(flat(results[r]), flat((*expected)[r]), tolerance, text, r);
  }
};

std::string tensor(int64_t n, const char *element) {
  return "tensor<" + std::to_string(n) + "xcomplex<" + element + ">>";
}

TEST_F(CompiledComplex, Functions) {
  for (const char *element : {"f32", "f64"})
    for (const char *op : {"negate", "exponential",  "exponential_minus_one",
                           "log",    "log_plus_one", "logistic",
                           "sqrt",   "rsqrt",        "sine",
                           "cosine", "tan",          "sinh",
                           "cosh",   "tanh",         "asin",
                           "acos",   "atan",         "asinh",
                           "acosh",  "atanh",        "stop_gradient"}) {
      std::string t = tensor(37, element);
      checkParts("func.func @f(%x: " + t + ") -> " + t + " { %y = fx." + op + " %x : " + t + " return %y : " + t + "}",
                 *element == 'f' && element[1] == '3' ? 1e-5 : 1e-12);
    }
}

TEST_F(CompiledComplex, Arithmetic) {
  for (const char *element : {"f32", "f64"})
    for (const char *op : {"add", "subtract", "multiply", "divide", "power", "atan2"})
      for (int n : {1, 16, 37, 20000}) {
        std::string t = tensor(n, element);
        checkParts("func.func @f(%a: " + t + ", %b: " + t + ") -> " + t + " { %y = fx." + op + " %a, %b : " + t +
                       " return %y : " + t + "}",
                   1e-4);
      }
}

TEST_F(CompiledComplex, PartsComparisonsAndConversions) {
  checkParts(
      R"(func.func @f(%a: tensor<37xcomplex<f32>>, %b: tensor<37xcomplex<f32>>, %x: tensor<37xf32>, %i: tensor<37xi32>)
      -> (tensor<37xf32>, tensor<37xf32>, tensor<37xf32>, tensor<37xi1>, tensor<37xi1>, tensor<37xi1>, tensor<37xi32>,
          tensor<37xcomplex<f64>>, tensor<37xcomplex<f32>>, tensor<37xcomplex<f32>>, tensor<37xi1>) {
    %re = fx.real %a : tensor<37xcomplex<f32>> -> tensor<37xf32>
    %im = fx.imag %a : tensor<37xcomplex<f32>> -> tensor<37xf32>
    %abs = fx.complex_abs %a : tensor<37xcomplex<f32>> -> tensor<37xf32>
    %eq = fx.compare EQ, %a, %a : tensor<37xcomplex<f32>>
    %ne = fx.compare NE, %a, %b : tensor<37xcomplex<f32>>
    %lt = fx.compare LT, %a, %b : tensor<37xcomplex<f32>>
    %int = fx.convert %a to i32 : tensor<37xcomplex<f32>> -> tensor<37xi32>
    %wide = fx.convert %a to complex<f64> : tensor<37xcomplex<f32>> -> tensor<37xcomplex<f64>>
    %from = fx.convert %i to complex<f32> : tensor<37xi32> -> tensor<37xcomplex<f32>>
    %pair = fx.complex %x, %im : tensor<37xf32> -> tensor<37xcomplex<f32>>
    %some = fx.convert %from to i1 : tensor<37xcomplex<f32>> -> tensor<37xi1>
    return %re, %im, %abs, %eq, %ne, %lt, %int, %wide, %from, %pair, %some : tensor<37xf32>, tensor<37xf32>,
      tensor<37xf32>, tensor<37xi1>, tensor<37xi1>, tensor<37xi1>, tensor<37xi32>, tensor<37xcomplex<f64>>,
      tensor<37xcomplex<f32>>, tensor<37xcomplex<f32>>, tensor<37xi1>
  })");
}

TEST_F(CompiledComplex, Movement) {
  checkParts(
      R"(func.func @f(%a: tensor<5x33xcomplex<f32>>, %z: tensor<complex<f32>>, %i: tensor<3x1xi32>, %p: tensor<5x33xi1>)
      -> (tensor<33x5xcomplex<f32>>, tensor<6x70xcomplex<f32>>, tensor<10x33xcomplex<f32>>, tensor<5x33xcomplex<f32>>,
          tensor<3x33xcomplex<f32>>, tensor<5x33xcomplex<f32>>, tensor<2x17xcomplex<f32>>, tensor<4xcomplex<f32>>,
          tensor<5x33xcomplex<f32>>) {
    %t = fx.transpose %a by [1, 0] : tensor<5x33xcomplex<f32>> -> tensor<33x5xcomplex<f32>>
    %pad = fx.pad %a, %z low [1, 2] high [0, 3] interior [0, 1] : (tensor<5x33xcomplex<f32>>, tensor<complex<f32>>) -> tensor<6x70xcomplex<f32>>
    %cat = fx.concatenate %a, %a along 0 : (tensor<5x33xcomplex<f32>>, tensor<5x33xcomplex<f32>>) -> tensor<10x33xcomplex<f32>>
    %rev = fx.reverse %a along [1] : tensor<5x33xcomplex<f32>>
    %g = fx.gather %a, %i {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, operand_batching_dims = array<i64>, start_indices_batching_dims = array<i64>, start_index_map = array<i64: 0>, index_vector_dim = 1 : i64, slice_sizes = array<i64: 1, 33>} : (tensor<5x33xcomplex<f32>>, tensor<3x1xi32>) -> tensor<3x33xcomplex<f32>>
    %b = fx.broadcast_in_dim %z dims [] to [5, 33] : tensor<complex<f32>> -> tensor<5x33xcomplex<f32>>
    %sel = fx.select %p, %a, %b : tensor<5x33xi1>, tensor<5x33xcomplex<f32>>
    %s = fx.slice %a from [1, 0] to [5, 33] by [2, 2] : tensor<5x33xcomplex<f32>> -> tensor<2x17xcomplex<f32>>
    %c = fx.constant dense<[(1.0, 2.0), (3.0, 4.0), (5.0, 6.0), (-0.0, 7.0)]> : tensor<4xcomplex<f32>>
    return %t, %pad, %cat, %rev, %g, %sel, %s, %c, %a : tensor<33x5xcomplex<f32>>, tensor<6x70xcomplex<f32>>,
      tensor<10x33xcomplex<f32>>, tensor<5x33xcomplex<f32>>, tensor<3x33xcomplex<f32>>, tensor<5x33xcomplex<f32>>,
      tensor<2x17xcomplex<f32>>, tensor<4xcomplex<f32>>, tensor<5x33xcomplex<f32>>
  })",
      0);
}

TEST_F(CompiledComplex, Updates) {
  for (const char *kind : {"add", "set", "multiply"})
    checkParts(
        std::string(
            R"(func.func @f(%a: tensor<5x33xcomplex<f64>>, %i: tensor<4x1xi32>, %u: tensor<4x33xcomplex<f64>>, %n: tensor<i32>) -> (tensor<5x33xcomplex<f64>>, tensor<5x33xcomplex<f64>>) {
      %y = fx.scatter )") +
            kind +
            R"(, %a, %i, %u {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, input_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, scatter_dims_to_operand_dims = array<i64: 0>, index_vector_dim = 1 : i64, unique_indices = false} : (tensor<5x33xcomplex<f64>>, tensor<4x1xi32>, tensor<4x33xcomplex<f64>>) -> tensor<5x33xcomplex<f64>>
      %z = fx.dynamic_update_slice %a, %u, %n, %n : (tensor<5x33xcomplex<f64>>, tensor<4x33xcomplex<f64>>, tensor<i32>, tensor<i32>) -> tensor<5x33xcomplex<f64>>
      return %y, %z : tensor<5x33xcomplex<f64>>, tensor<5x33xcomplex<f64>>
    })",
        1e-12);
}

TEST_F(CompiledComplex, SumsAndProducts) {
  for (const char *kind : {"add", "multiply"})
    for (auto [dims, shape] : {std::pair{"0", "7x9x"}, {"1", "6x9x"}, {"0, 2", "7x"}, {"0, 1, 2", ""}})
      checkParts(std::string("func.func @f(%a: tensor<6x7x9xcomplex<f64>>) -> tensor<") + shape +
                     "complex<f64>> { %y = fx.reduce " + kind + ", %a over [" + dims +
                     "] : tensor<6x7x9xcomplex<f64>> -> tensor<" + shape + "complex<f64>> return %y : tensor<" + shape +
                     "complex<f64>> }",
                 1e-10);
  for (const char *kind : {"add", "multiply"})
    checkParts(std::string("func.func @f(%a: tensor<4x29xcomplex<f64>>) -> tensor<4x29xcomplex<f64>> { %y = "
                           "fx.cumulative ") +
                   kind +
                   ", %a along 1 reverse true : tensor<4x29xcomplex<f64>> return %y : tensor<4x29xcomplex<f64>> }",
               1e-10);
  checkParts(R"(func.func @f(%a: tensor<3x0xcomplex<f32>>) -> (tensor<3xcomplex<f32>>, tensor<3xcomplex<f32>>) {
    %s = fx.reduce add, %a over [1] : tensor<3x0xcomplex<f32>> -> tensor<3xcomplex<f32>>
    %p = fx.reduce multiply, %a over [1] : tensor<3x0xcomplex<f32>> -> tensor<3xcomplex<f32>>
    return %s, %p : tensor<3xcomplex<f32>>, tensor<3xcomplex<f32>>
  })",
             0);
}

TEST_F(CompiledComplex, MatrixProducts) {
  checkParts(
      R"(func.func @f(%a: tensor<3x17x40xcomplex<f32>>, %b: tensor<3x40x9xcomplex<f32>>, %c: tensor<3x17x9xcomplex<f32>>) -> tensor<3x17x9xcomplex<f32>> {
    %p = fx.dot_general %a, %b batch [0] x [0] contract [2] x [1] as complex<f32> : (tensor<3x17x40xcomplex<f32>>, tensor<3x40x9xcomplex<f32>>) -> tensor<3x17x9xcomplex<f32>>
    %y = fx.add %p, %c : tensor<3x17x9xcomplex<f32>>
    return %y : tensor<3x17x9xcomplex<f32>>
  })",
      1e-4);
}

TEST_F(CompiledComplex, SortsByRealThenImaginaryParts) {
  checkParts(
      R"(func.func @f(%a: tensor<3x29xcomplex<f32>>, %k: tensor<3x29xi32>) -> (tensor<3x29xcomplex<f32>>, tensor<3x29xi32>, tensor<3x29xi32>, tensor<3x29xcomplex<f32>>) {
    %i = fx.convert %a to i32 : tensor<3x29xcomplex<f32>> -> tensor<3x29xi32>
    %c = fx.convert %i to complex<f32> : tensor<3x29xi32> -> tensor<3x29xcomplex<f32>>
    %z = fx.multiply %c, %a : tensor<3x29xcomplex<f32>>
    %s:2 = fx.sort %z, %k along 1 stable true descending false : tensor<3x29xcomplex<f32>>, tensor<3x29xi32>
    %t:2 = fx.sort %k, %z along 1 stable true descending true : tensor<3x29xi32>, tensor<3x29xcomplex<f32>>
    return %s#0, %s#1, %t#0, %t#1 : tensor<3x29xcomplex<f32>>, tensor<3x29xi32>, tensor<3x29xi32>, tensor<3x29xcomplex<f32>>
  })");
}

TEST_F(CompiledComplex, ControlFlow) {
  checkParts(
      R"(func.func @f(%a: tensor<9xcomplex<f32>>, %b: tensor<9xcomplex<f32>>, %x: tensor<4x9xf32>, %i: tensor<i32>) -> (tensor<9xcomplex<f32>>, tensor<4x9xcomplex<f32>>, tensor<9xcomplex<f32>>, tensor<9xcomplex<f32>>) {
    %s:2 = fx.scan (%b, %a, %x) constants 1 carry 1 length 4 reverse true : (tensor<9xcomplex<f32>>, tensor<9xcomplex<f32>>, tensor<4x9xf32>) -> (tensor<9xcomplex<f32>>, tensor<4x9xcomplex<f32>>) {
    ^bb0(%c: tensor<9xcomplex<f32>>, %z: tensor<9xcomplex<f32>>, %u: tensor<9xf32>):
      %v = fx.convert %u to complex<f32> : tensor<9xf32> -> tensor<9xcomplex<f32>>
      %m = fx.multiply %z, %c : tensor<9xcomplex<f32>>
      %n = fx.add %m, %v : tensor<9xcomplex<f32>>
      fx.yield %n, %m : tensor<9xcomplex<f32>>, tensor<9xcomplex<f32>>
    }
    %w = fx.while (%a) constants 0 : (tensor<9xcomplex<f32>>) -> tensor<9xcomplex<f32>> {
    ^bb0(%z: tensor<9xcomplex<f32>>):
      %abs = fx.complex_abs %z : tensor<9xcomplex<f32>> -> tensor<9xf32>
      %sum = fx.reduce add, %abs over [0] : tensor<9xf32> -> tensor<f32>
      %most = fx.constant dense<1.0e+03> : tensor<f32>
      %go = fx.compare LT, %sum, %most : tensor<f32>
      fx.yield %go : tensor<i1>
    } do {
    ^bb0(%z: tensor<9xcomplex<f32>>):
      %d = fx.add %z, %z : tensor<9xcomplex<f32>>
      fx.yield %d : tensor<9xcomplex<f32>>
    }
    %k = fx.case %i, (%a, %b) : (tensor<i32>, tensor<9xcomplex<f32>>, tensor<9xcomplex<f32>>) -> tensor<9xcomplex<f32>> {
    ^bb0(%p: tensor<9xcomplex<f32>>, %q: tensor<9xcomplex<f32>>):
      fx.yield %q : tensor<9xcomplex<f32>>
    }, {
    ^bb0(%p: tensor<9xcomplex<f32>>, %q: tensor<9xcomplex<f32>>):
      %e = fx.exponential %p : tensor<9xcomplex<f32>>
      fx.yield %e : tensor<9xcomplex<f32>>
    }
    return %s#0, %s#1, %w, %k : tensor<9xcomplex<f32>>, tensor<4x9xcomplex<f32>>, tensor<9xcomplex<f32>>, tensor<9xcomplex<f32>>
  })",
      1e-4);
}

// Infinite parts and zeros where C99 defines the result, against std::complex in the interpreter.
TEST_F(CompiledComplex, DividesAtTheEdges) {
  const float inf = INFINITY;
  const std::vector<std::complex<float>> a = {{1, 2}, {inf, 1}, {1, -inf}, {3, 4}, {1e38f, 1e38f}, {2e38f, -1e38f}},
                                         b = {{0, 0}, {2, 3}, {-1, 1}, {inf, 2}, {1e38f, 1e38f}, {3e38f, 3e38f}};
  auto array = [](const std::vector<std::complex<float>> &z) {
    const auto *bytes = reinterpret_cast<const char *>(z.data());
    return HostArray{{Shape{static_cast<int64_t>(z.size())}, c64}, std::string(bytes, 8 * z.size())};
  };
  const std::string t = tensor(6, "f32");
  checkParts("func.func @f(%a: " + t + ", %b: " + t + ") -> " + t + " { %y = fx.divide %a, %b : " + t +
                 " return %y : " + t + "}",
             1e-6, {array(a), array(b)});
}

// Chains of random ops, each of which keeps numbers of moderate size.
TEST_F(CompiledComplex, RandomPrograms) {
  const std::string t = "tensor<6x9xcomplex<f64>>", u = "tensor<9x6xcomplex<f64>>", v = "tensor<6xcomplex<f64>>";
  for (unsigned seed = 0; seed < 30; ++seed) {
    std::mt19937 random(seed);
    std::string body;
    int next = 0;
    std::vector<std::string> values{"%a", "%b"};
    auto any = [&] { return values[random() % values.size()]; };
    auto add = [&](const std::string &op, const std::string &type) {
      const std::string name = "%v" + std::to_string(next++);
      body += "  " + name + " = " + op + " : " + type + "\n";
      return name;
    };
    auto one = [&](const char *op, const std::string &x) { return add(std::string("fx.") + op + " " + x, t); };
    auto two = [&](const char *op, const std::string &x, const std::string &y) {
      return add(std::string("fx.") + op + " " + x + ", " + y, t);
    };
    for (int i = 0; i < 12; ++i) {
      const std::string x = any(), y = any();
      switch (random() % 8) {
        case 0:
          values.push_back(two("add", x, y));
          break;
        case 1:
          values.push_back(one("asinh", two("multiply", x, y)));
          break;
        case 2:
          values.push_back(one("log_plus_one", two("divide", x, one("exponential", one("sine", one("asinh", y))))));
          break;
        case 3:
          values.push_back(one("sqrt", two("subtract", x, y)));
          break;
        case 4: {
          const std::string turned = add("fx.transpose " + x + " by [1, 0]", t + " -> " + u);
          values.push_back(add("fx.reshape " + turned + " to [6, 9]", u + " -> " + t));
          break;
        }
        case 5: {
          const std::string sum = add("fx.reduce add, " + x + " over [1]", t + " -> " + v);
          const std::string wide = add("fx.broadcast_in_dim " + sum + " dims [0] to [6, 9]", v + " -> " + t);
          values.push_back(one("asinh", two("subtract", wide, y)));
          break;
        }
        case 6:
          values.push_back(add("fx.cumulative add, " + one("asinh", x) + " along 1 reverse false", t));
          break;
        default: {
          const std::string less = add("fx.compare LT, " + x + ", " + y, t);
          values.push_back(add("fx.select " + less + ", " + x + ", " + y, "tensor<6x9xi1>, " + t));
        }
      }
    }
    checkParts("func.func @f(%a: " + t + ", %b: " + t + ") -> (" + t + ", " + t + ") {\n" + body + "  return " +
                   values.back() + ", " + values[values.size() - 2] + " : " + t + ", " + t + "\n}",
               1e-7);
  }
}

}  // namespace
}  // namespace fluxion::codegen
