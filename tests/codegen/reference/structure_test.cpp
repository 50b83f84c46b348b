// Reductions, contractions, indexing, sorting and control flow, on inputs small enough to check by hand.
#include <cmath>

#include "evaluate.h"

namespace fluxion::codegen::reference {
namespace {

using Ints = std::vector<int32_t>;
const float kNaN = std::nanf("");

TEST(Reference, ReducesOverDimensions) {
  auto x = array<int32_t>({2, 3}, {1, 2, 3, 4, 5, 6});
  EXPECT_EQ(evaluateOne<int32_t>(
                "(%x: tensor<2x3xi32>) -> tensor<3xi32> { %y = fx.reduce add, %x over [0] : tensor<2x3xi32> -> "
                "tensor<3xi32> return %y : tensor<3xi32> }",
                {x}),
            (Ints{5, 7, 9}));
  EXPECT_EQ(evaluateOne<int32_t>(
                "(%x: tensor<2x0xi32>) -> tensor<2xi32> { %y = fx.reduce minimum, %x over [1] : tensor<2x0xi32> -> "
                "tensor<2xi32> return %y : tensor<2xi32> }",
                {array<int32_t>({2, 0}, {})}),
            (Ints{INT32_MAX, INT32_MAX}));
}

TEST(Reference, ArgReduceTakesTheFirstNaN) {
  auto x = array<float>({2, 3}, {1, 3, 3, 2, kNaN, kNaN});
  EXPECT_EQ(evaluateOne<int32_t>(
                "(%x: tensor<2x3xf32>) -> tensor<2xi32> { %y = fx.arg_reduce maximum, %x over 1 : tensor<2x3xf32> -> "
                "tensor<2xi32> return %y : tensor<2xi32> }",
                {x}),
            (Ints{1, 1}));
}

TEST(Reference, RunningSumsGoEitherWay) {
  auto x = vector<int32_t>({1, 2, 3});
  auto text = [](const char *reverse) {
    return std::string("(%x: tensor<3xi32>) -> tensor<3xi32> { %y = fx.cumulative add, %x along 0 reverse ") + reverse +
           " : tensor<3xi32> return %y : tensor<3xi32> }";
  };
  EXPECT_EQ(evaluateOne<int32_t>(text("false"), {x}), (Ints{1, 3, 6}));
  EXPECT_EQ(evaluateOne<int32_t>(text("true"), {x}), (Ints{6, 5, 3}));
}

TEST(Reference, DotGeneralWidens) {
  auto a = array<int8_t>({1, 2}, {100, 100}), b = array<int8_t>({2, 1}, {100, 100});
  EXPECT_EQ(
      evaluateOne<int32_t>(
          "(%a: tensor<1x2xi8>, %b: tensor<2x1xi8>) -> tensor<1x1xi32> { %y = fx.dot_general %a, %b batch [] x [] "
          "contract [1] x [0] as i32 : (tensor<1x2xi8>, tensor<2x1xi8>) -> tensor<1x1xi32> return %y : "
          "tensor<1x1xi32> }",
          {a, b}),
      (Ints{20000}));
}

TEST(Reference, DynamicSlicesAreClamped) {
  auto x = vector<int32_t>({0, 1, 2, 3, 4});
  auto at = [&](int32_t start) {
    return evaluateOne<int32_t>(
        "(%x: tensor<5xi32>, %s: tensor<i32>) -> tensor<2xi32> { %y = fx.dynamic_slice %x, %s sizes [2] : "
        "(tensor<5xi32>, tensor<i32>) -> tensor<2xi32> return %y : tensor<2xi32> }",
        {x, array<int32_t>({}, {start})});
  };
  EXPECT_EQ(at(-3), (Ints{0, 1}));
  EXPECT_EQ(at(2), (Ints{2, 3}));
  EXPECT_EQ(at(9), (Ints{3, 4}));
}

TEST(Reference, GatherClampsAndScatterDrops) {
  auto x = vector<int32_t>({10, 20, 30}), i = array<int32_t>({3, 1}, {2, 7, -1});
  EXPECT_EQ(
      evaluateOne<int32_t>(
          "(%x: tensor<3xi32>, %i: tensor<3x1xi32>) -> tensor<3xi32> { %y = fx.gather %x, %i {offset_dims = "
          "array<i64>, collapsed_slice_dims = array<i64: 0>, operand_batching_dims = array<i64>, "
          "start_indices_batching_dims = array<i64>, start_index_map = array<i64: 0>, index_vector_dim = 1 : i64, "
          "slice_sizes = array<i64: 1>} : (tensor<3xi32>, tensor<3x1xi32>) -> tensor<3xi32> return %y : "
          "tensor<3xi32> }",
          {x, i}),
      (Ints{30, 30, 10}));
  EXPECT_EQ(
      evaluateOne<int32_t>(
          "(%x: tensor<3xi32>, %i: tensor<3x1xi32>) -> tensor<3xi32> { %y = fx.scatter add, %x, %i, %x "
          "{update_window_dims = array<i64>, inserted_window_dims = array<i64: 0>, input_batching_dims = array<i64>, "
          "scatter_indices_batching_dims = array<i64>, scatter_dims_to_operand_dims = array<i64: 0>, "
          "index_vector_dim = 1 : i64, unique_indices = false} : (tensor<3xi32>, tensor<3x1xi32>, tensor<3xi32>) -> "
          "tensor<3xi32> return %y : tensor<3xi32> }",
          {x, i}),
      (Ints{10, 20, 40}));
}

TEST(Reference, SortIsStableWithNaNGreatest) {
  auto x = vector<float>({2, kNaN, -0.0f, 0.0f, -1}), k = vector<float>({0, 1, 2, 3, 4});
  auto order = [&](const char *descending) {
    auto ys = evaluateText(
        std::string(
            "(%x: tensor<5xf32>, %k: tensor<5xf32>) -> tensor<5xf32> { %y:2 = fx.sort %x, %k along 0 stable true "
            "descending ") +
            descending + " : tensor<5xf32>, tensor<5xf32> return %y#1 : tensor<5xf32> }",
        {x, k});
    std::vector<float> values(5);
    std::memcpy(values.data(), ys.at(0).bytes.data(), 20);
    return values;
  };
  EXPECT_EQ(order("false"), (std::vector<float>{4, 2, 3, 0, 1}));
  EXPECT_EQ(order("true"), (std::vector<float>{1, 0, 2, 3, 4}));
}

TEST(Reference, WhileKeepsConstantsAndCarries) {
  // Doubles until the limit is passed.
  EXPECT_EQ(evaluateOne<int32_t>(R"((%n: tensor<i32>, %x: tensor<i32>) -> tensor<i32> {
    %y = fx.while (%n, %x) constants 1 : (tensor<i32>, tensor<i32>) -> tensor<i32> {
    ^bb0(%n1: tensor<i32>, %x1: tensor<i32>):
      %c = fx.compare LT, %x1, %n1 : tensor<i32>
      fx.yield %c : tensor<i1>
    } do {
    ^bb0(%n1: tensor<i32>, %x1: tensor<i32>):
      %d = fx.add %x1, %x1 : tensor<i32>
      fx.yield %d : tensor<i32>
    }
    return %y : tensor<i32> })",
                                 {array<int32_t>({}, {100}), array<int32_t>({}, {3})}),
            (Ints{192}));
}

TEST(Reference, ScanStacksWhereTheSliceCameFrom) {
  auto ys = evaluateText(R"((%x: tensor<3xi32>, %c: tensor<i32>) -> (tensor<i32>, tensor<3xi32>) {
    %y:2 = fx.scan (%c, %x) constants 0 carry 1 length 3 reverse true : (tensor<i32>, tensor<3xi32>) -> (tensor<i32>, tensor<3xi32>) {
    ^bb0(%s: tensor<i32>, %e: tensor<i32>):
      %t = fx.add %s, %e : tensor<i32>
      fx.yield %t, %t : tensor<i32>, tensor<i32>
    }
    return %y#0, %y#1 : tensor<i32>, tensor<3xi32> })",
                         {vector<int32_t>({1, 2, 3}), array<int32_t>({}, {10})});
  ASSERT_EQ(ys.size(), 2u);
  EXPECT_EQ(ys[0].bytes, array<int32_t>({}, {16}).bytes);
  EXPECT_EQ(ys[1].bytes, vector<int32_t>({16, 15, 13}).bytes);
}

TEST(Reference, CaseOutsideTheBranchesTakesTheLast) {
  for (int32_t index : {-1, 5, 1})
    EXPECT_EQ(evaluateOne<int32_t>(R"((%i: tensor<i32>, %x: tensor<i32>) -> tensor<i32> {
      %y = fx.case %i, (%x) : (tensor<i32>, tensor<i32>) -> tensor<i32> {
      ^bb0(%a: tensor<i32>): fx.yield %a : tensor<i32>
      }, {
      ^bb0(%a: tensor<i32>): %n = fx.negate %a : tensor<i32> fx.yield %n : tensor<i32>
      }
      return %y : tensor<i32> })",
                                   {array<int32_t>({}, {index}), array<int32_t>({}, {4})}),
              (Ints{-4}));
}

TEST(Reference, SaysWhatIsWrongWithArguments) {
  mlir::DialectRegistry registry;
  ir::registerDialects(registry);
  mlir::MLIRContext context(registry);
  auto module =
      ir::parseModule("func.func @f(%x: tensor<2xf32>) -> tensor<2xf32> { return %x : tensor<2xf32> }", "t", &context);
  auto f = *module->getOps<mlir::func::FuncOp>().begin();
  EXPECT_EQ(llvm::toString(evaluate(f, {}).takeError()), "reference: 'f' takes 1 arguments, not 0");
  EXPECT_EQ(llvm::toString(evaluate(f, {vector<int32_t>({1, 2})}).takeError()),
            "reference: argument 0 of 'f' is f32[2], not i32[2]");
}

}  // namespace
}  // namespace fluxion::codegen::reference
