// Derivatives where differences say nothing: at ties, zeros and ends, in other dtypes and of empty arrays; the values
// are those of JAX.
#include "check_grads.h"
#include "passes/grad/rules.h"

namespace fluxion::passes {
namespace {

using Numbers = std::vector<double>;
const double kInf = std::numeric_limits<double>::infinity();

HostArray vectorOf(const Numbers &values, Shape shape) {
  HostArray x{{std::move(shape), DType::f64}, {}};
  for (double v : values) x.bytes.append(reinterpret_cast<const char *>(&v), sizeof v);
  return x;
}

class GradEdges : public testing::Test {
 protected:
  GradEdges() {
    mlir::DialectRegistry registry;
    ir::registerDialects(registry);
    context_.appendDialectRegistry(registry);
    context_.loadAllAvailableDialects();
  }

  mlir::func::FuncOp parse(const std::string &text) {
    module_ = ir::parseModule("func.func @f" + text, "test.mlir", &context_);
    return *module_->getOps<mlir::func::FuncOp>().begin();
  }

  // The gradients of the sum of an op's results with respect to all of its operands.
  std::vector<Numbers> gradients(const std::string &text, Arrays args) {
    auto f = parse(text);
    std::vector<int64_t> wrt;
    for (unsigned i = 0; i < f.getNumArguments(); ++i) wrt.push_back(i);
    auto backward = vjp(f, wrt);
    if (failed(backward)) return {};
    for (mlir::Type type : f.getResultTypes()) {
      ShapeDtype t = ir::shapeDtypeOf(type);
      args.push_back(vectorOf(Numbers(static_cast<size_t>(t.shape.count()), 1.0), t.shape));
    }
    auto results = codegen::reference::evaluate(**backward, args);
    if (!results) {
      ADD_FAILURE() << llvm::toString(results.takeError());
      return {};
    }
    std::vector<Numbers> values;
    for (size_t i = f.getNumResults(); i < results->size(); ++i) values.push_back(numbers((*results)[i]));
    return values;
  }

  std::vector<Numbers> unary(const std::string &op, const Numbers &x) {
    std::string type = "tensor<" + std::to_string(x.size()) + "xf64>";
    return gradients(
        "(%x: " + type + ") -> " + type + " { %y = fx." + op + " %x : " + type + " return %y : " + type + " }",
        {vectorOf(x, Shape{static_cast<int64_t>(x.size())})});
  }
  std::vector<Numbers> binary(const std::string &op, const Numbers &x, const Numbers &z) {
    std::string type = "tensor<" + std::to_string(x.size()) + "xf64>";
    Shape shape{static_cast<int64_t>(x.size())};
    return gradients("(%x: " + type + ", %z: " + type + ") -> " + type + " { %y = fx." + op + " %x, %z : " + type +
                         " return %y : " + type + " }",
                     {vectorOf(x, shape), vectorOf(z, shape)});
  }

  mlir::MLIRContext context_;
  mlir::OwningOpRef<mlir::ModuleOp> module_;
};

TEST_F(GradEdges, EqualOperandsShareTheDerivativeOfTheGreater) {
  EXPECT_EQ(binary("maximum", {1, 2, 3}, {2, 2, 2}), (std::vector<Numbers>{{0, 0.5, 1}, {1, 0.5, 0}}));
  EXPECT_EQ(binary("minimum", {1, 2, 3}, {2, 2, 2}), (std::vector<Numbers>{{1, 0.5, 0}, {0, 0.5, 1}}));
}

TEST_F(GradEdges, EqualElementsShareTheDerivativeOfTheGreatest) {
  std::string text =
      "(%x: tensor<4xf64>) -> tensor<f64> { %y = fx.reduce maximum, %x over [0] : tensor<4xf64> -> tensor<f64> return "
      "%y : tensor<f64> }";
  EXPECT_EQ(gradients(text, {vectorOf({3, 1, 3, 2}, {4})}), (std::vector<Numbers>{{0.5, 0, 0.5, 0}}));
}

TEST_F(GradEdges, PowersOfZero) {
  // ∂x: 0 for exponent 0, 1 for exponent 1; ∂n: 0 and not NaN
  auto g = binary("power", {0, 0, 0}, {0, 1, 2});
  EXPECT_EQ(g, (std::vector<Numbers>{{0, 1, 0}, {0, 0, 0}}));
}

TEST_F(GradEdges, RootsAndAbsoluteValuesAtZero) {
  EXPECT_EQ(unary("sqrt", {0}), (std::vector<Numbers>{{kInf}}));
  EXPECT_EQ(unary("cbrt", {0}), (std::vector<Numbers>{{kInf}}));
  EXPECT_EQ(unary("abs", {-1, 0, 1}), (std::vector<Numbers>{{-1, 0, 1}}));
}

TEST_F(GradEdges, TanhKeepsItsDigitsInTheTails) {
  double x = 12, exact = 1 / (std::cosh(x) * std::cosh(x));
  EXPECT_NEAR(unary("tanh", {x})[0][0] / exact, 1, 1e-5);
}

TEST_F(GradEdges, ProductsWithZeros) {
  std::string text =
      "(%x: tensor<3xf64>) -> tensor<f64> { %y = fx.reduce multiply, %x over [0] : tensor<3xf64> -> tensor<f64> return "
      "%y : tensor<f64> }";
  EXPECT_EQ(gradients(text, {vectorOf({2, 0, 3}, {3})}), (std::vector<Numbers>{{0, 6, 0}}));
  EXPECT_EQ(gradients(text, {vectorOf({0, 0, 3}, {3})}), (std::vector<Numbers>{{0, 0, 0}}));
}

TEST_F(GradEdges, AtItsEndsAClampIsConstant) {
  std::string text =
      "(%l: tensor<3xf64>, %x: tensor<3xf64>, %h: tensor<3xf64>) -> tensor<3xf64> { %y = fx.clamp %l, %x, %h : "
      "tensor<3xf64> return %y : tensor<3xf64> }";
  EXPECT_EQ(gradients(text, {vectorOf({0, 0, 0}, {3}), vectorOf({0, 0.5, 1}, {3}), vectorOf({1, 1, 1}, {3})})[1],
            (Numbers{0, 1, 0}));
}

TEST_F(GradEdges, OfTwoUpdatesTheLaterOneCounts) {
  std::string text =
      "(%x: tensor<3xf64>, %u: tensor<2xf64>) -> tensor<3xf64> { %i = fx.constant dense<1> : tensor<2x1xi32> "
      "%y = fx.scatter set, %x, %i, %u {update_window_dims = array<i64>, inserted_window_dims = array<i64: 0>, "
      "input_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, scatter_dims_to_operand_dims = "
      "array<i64: 0>, index_vector_dim = 1 : i64, unique_indices = false} : (tensor<3xf64>, tensor<2x1xi32>, "
      "tensor<2xf64>) -> tensor<3xf64> return %y : tensor<3xf64> }";
  EXPECT_EQ(gradients(text, {vectorOf({1, 2, 3}, {3}), vectorOf({4, 5}, {2})}),
            (std::vector<Numbers>{{1, 0, 1}, {0, 1}}));
}

TEST_F(GradEdges, OfNothing) {
  checkGrads(R"((%x: tensor<0x3xf64>, %w: tensor<3xf64>) -> (tensor<3xf64>, tensor<0xf64>) {
    %s = fx.reduce add, %x over [0] : tensor<0x3xf64> -> tensor<3xf64>
    %c, %y = fx.scan (%w, %s, %x) constants 1 carry 1 length 0 reverse false : (tensor<3xf64>, tensor<3xf64>, tensor<0x3xf64>) -> (tensor<3xf64>, tensor<0xf64>) {
    ^bb0(%ww: tensor<3xf64>, %d: tensor<3xf64>, %z: tensor<3xf64>):
      %e = fx.multiply %d, %ww : tensor<3xf64> %f = fx.add %e, %z : tensor<3xf64>
      %t = fx.reduce multiply, %f over [0] : tensor<3xf64> -> tensor<f64>
      fx.yield %f, %t : tensor<3xf64>, tensor<f64>
    }
    return %c, %y : tensor<3xf64>, tensor<0xf64> })");
}

TEST_F(GradEdges, MixedPrecisionKeepsTheTypesOfItsOperands) {
  auto f = parse(R"((%x: tensor<4x8xbf16>, %w: tensor<8x2xbf16>, %b: tensor<2xf32>) -> tensor<4x2xf32> {
    %p = fx.dot_general %x, %w batch [] x [] contract [1] x [0] as f32 : (tensor<4x8xbf16>, tensor<8x2xbf16>) -> tensor<4x2xf32>
    %r = fx.broadcast_in_dim %b dims [1] to [4, 2] : tensor<2xf32> -> tensor<4x2xf32>
    %h = fx.convert %r to bf16 : tensor<4x2xf32> -> tensor<4x2xbf16>
    %l = fx.logistic %h : tensor<4x2xbf16>
    %g = fx.convert %l to f32 : tensor<4x2xbf16> -> tensor<4x2xf32>
    %y = fx.multiply %p, %g : tensor<4x2xf32> return %y : tensor<4x2xf32> })");
  auto backward = vjp(f, {0, 1, 2});
  ASSERT_TRUE(succeeded(backward));
  EXPECT_TRUE(succeeded(mlir::verify(**backward)));
  EXPECT_EQ((*backward)->getResultTypes().drop_front(), f.getArgumentTypes());
}

TEST_F(GradEdges, LinearizingAWhileRunsItAgain) {
  auto f = parse(R"((%x: tensor<f64>) -> tensor<f64> {
    %y = fx.while (%x) constants 0 : (tensor<f64>) -> tensor<f64> {
    ^bb0(%c: tensor<f64>):
      %most = fx.constant dense<50.0> : tensor<f64> %more = fx.compare LT, %c, %most : tensor<f64> fx.yield %more : tensor<i1>
    } do {
    ^bb0(%c: tensor<f64>):
      %d = fx.multiply %c, %c : tensor<f64> fx.yield %d : tensor<f64>
    }
    return %y : tensor<f64> })");
  auto parts = linearize(f, {0});
  ASSERT_TRUE(succeeded(parts));
  auto known = codegen::reference::evaluate(*parts->known, {vectorOf({2}, {})});
  ASSERT_TRUE(bool(known));
  Arrays residuals(known->begin() + 1, known->end());
  residuals.push_back(vectorOf({1}, {}));
  auto tangent = codegen::reference::evaluate(*parts->linear, residuals);
  ASSERT_TRUE(bool(tangent));
  EXPECT_EQ(numbers((*tangent)[0]), Numbers{8 * 128});  // x⁸ at 2
}

TEST_F(GradEdges, DerivativesCarryThePlaceOfTheirOp) {
  auto f = parse("(%x: tensor<f64>) -> tensor<f64> {\n %y = fx.sine %x : tensor<f64>\n return %y : tensor<f64> }");
  auto forward = jvp(f, {0});
  ASSERT_TRUE(succeeded(forward));
  int derived = 0;
  (*forward)->walk([&](ir::CosineOp op) {
    auto name = llvm::dyn_cast<mlir::NameLoc>(op.getLoc());
    ASSERT_TRUE(name);
    EXPECT_EQ(name.getName(), "jvp");
    auto place = llvm::dyn_cast<mlir::FileLineColLoc>(name.getChildLoc());
    ASSERT_TRUE(place);
    EXPECT_EQ(place.getLine(), 2u);
    ++derived;
  });
  EXPECT_EQ(derived, 1);
}

TEST_F(GradEdges, ArgumentsWithoutDerivativeAreRefused) {
  mlir::ScopedDiagnosticHandler handler(&context_, [](mlir::Diagnostic &d) {
    EXPECT_NE(d.str().find("grad: argument 0 is i32[3], which has no derivative"), std::string::npos) << d.str();
  });
  EXPECT_TRUE(failed(jvp(parse("(%x: tensor<3xi32>) -> tensor<3xi32> { return %x : tensor<3xi32> }"), {0})));
}

TEST_F(GradEdges, EveryOpHasARuleOrIsKnownToHaveNone) {
  // Control flow and rules of one's own are differentiated by what their regions do, and operations of one's own by
  // what was said of them; kernels come after all derivatives; the last two are derivatives themselves.
  const llvm::StringRef without[] = {
      "fx.case",       "fx.while",      "fx.scan",        "fx.checkpoint",        "fx.name",
      "fx.custom_jvp", "fx.custom_vjp", "fx.custom_vmap", "fx.linear_call",       "fx.linear_solve",
      "fx.operation",  "fx.yield",      "fx.kernel",      "fx.random_gamma_grad", "fx.igamma_grad_a"};
  for (mlir::RegisteredOperationName name : context_.getRegisteredOperations()) {
    if (name.getDialectNamespace() != "fx" || llvm::is_contained(without, name.getStringRef())) continue;
    EXPECT_TRUE(defaultJvpRules().contains(name.getStringRef()))
        << name.getStringRef().str() << ": add its forward rule under passes/grad/rules/";
  }
}

}  // namespace
}  // namespace fluxion::passes
