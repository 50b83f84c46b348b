// vmap of each family of ops is what a loop over the examples gives, whichever arguments are mapped, on whichever axis.
#include "check_vmap.h"

namespace fluxion::passes {
namespace {

TEST(Vmap, OfElementwiseOps) {
  checkVmap(
      R"((%p: tensor<4xi1>, %a: tensor<4xf64>, %b: tensor<4xf64>) -> (tensor<4xf64>, tensor<4xi1>, tensor<4xi32>) {
    %s = fx.select %p, %a, %b : tensor<4xi1>, tensor<4xf64>
    %m = fx.multiply %s, %b : tensor<4xf64>
    %c = fx.compare LT, %m, %a : tensor<4xf64>
    %i = fx.convert %m to i32 : tensor<4xf64> -> tensor<4xi32>
    return %m, %c, %i : tensor<4xf64>, tensor<4xi1>, tensor<4xi32> })");
  checkVmap(R"((%a: tensor<f64>, %b: tensor<f64>) -> tensor<f64> {
    %h = fx.maximum %a, %b : tensor<f64> %l = fx.minimum %a, %b : tensor<f64>
    %m = fx.add %a, %b : tensor<f64>
    %y = fx.clamp %l, %m, %h : tensor<f64> return %y : tensor<f64> })");
}

TEST(Vmap, OfAResultThatDependsOnNothing) {
  checkVmap(R"((%a: tensor<3xf64>, %b: tensor<3xf64>) -> (tensor<3xf64>, tensor<2x3xi32>, tensor<3xf64>) {
    %i = fx.iota 1 to [2, 3] as i32 : tensor<2x3xi32>
    return %a, %i, %b : tensor<3xf64>, tensor<2x3xi32>, tensor<3xf64> })");
}

// ---- shapes

TEST(Vmap, OfShapeOps) {
  checkVmap(R"((%x: tensor<2x1x3xf64>) -> tensor<2x4x5x3xf64> {
    %y = fx.broadcast_in_dim %x dims [0, 2, 3] to [2, 4, 5, 3] : tensor<2x1x3xf64> -> tensor<2x4x5x3xf64>
    return %y : tensor<2x4x5x3xf64> })");
  checkVmap(R"((%x: tensor<f64>) -> tensor<3x2xf64> {
    %y = fx.broadcast_in_dim %x dims [] to [3, 2] : tensor<f64> -> tensor<3x2xf64> return %y : tensor<3x2xf64> })");
  checkVmap(R"((%x: tensor<2x3x4xf64>) -> tensor<6x4xf64> {
    %t = fx.transpose %x by [2, 0, 1] : tensor<2x3x4xf64> -> tensor<4x2x3xf64>
    %r = fx.reverse %t along [0, 2] : tensor<4x2x3xf64>
    %y = fx.reshape %r to [6, 4] : tensor<4x2x3xf64> -> tensor<6x4xf64> return %y : tensor<6x4xf64> })");
  checkVmap(R"((%x: tensor<9x4xf64>) -> tensor<3x2xf64> {
    %y = fx.slice %x from [1, 2] to [8, 4] by [3, 1] : tensor<9x4xf64> -> tensor<3x2xf64> return %y : tensor<3x2xf64> })");
  checkVmap(R"((%x: tensor<2x3xf64>, %z: tensor<2x1xf64>) -> tensor<2x7xf64> {
    %y = fx.concatenate %x, %z, %x along 1 : (tensor<2x3xf64>, tensor<2x1xf64>, tensor<2x3xf64>) -> tensor<2x7xf64>
    return %y : tensor<2x7xf64> })");
}

TEST(Vmap, OfPadding) {
  checkVmap(R"((%x: tensor<3x4xf64>, %v: tensor<f64>) -> tensor<8x3xf64> {
    %y = fx.pad %x, %v low [2, -1] high [-1, 0] interior [2, 0] : (tensor<3x4xf64>, tensor<f64>) -> tensor<8x3xf64>
    return %y : tensor<8x3xf64> })");
  checkVmap(R"((%x: tensor<0xf64>, %v: tensor<f64>) -> tensor<2xf64> {
    %y = fx.pad %x, %v low [1] high [1] interior [3] : (tensor<0xf64>, tensor<f64>) -> tensor<2xf64>
    return %y : tensor<2xf64> })");
}

TEST(Vmap, OfAnOptimizationBarrier) {
  checkVmap(R"((%x: tensor<3xf64>, %z: tensor<2xf64>) -> (tensor<3xf64>, tensor<2xf64>) {
    %y:2 = fx.optimization_barrier %x, %z : tensor<3xf64>, tensor<2xf64>
    return %y#0, %y#1 : tensor<3xf64>, tensor<2xf64> })");
}

// ---- reductions and products

TEST(Vmap, OfReductions) {
  for (const char *kind : {"add", "multiply", "maximum", "minimum"})
    checkVmap("(%x: tensor<2x3x4xf64>) -> (tensor<3xf64>, tensor<2x3x4xf64>) { %y = fx.reduce " + std::string(kind) +
              R"(, %x over [0, 2] : tensor<2x3x4xf64> -> tensor<3xf64>
    %z = fx.cumulative )" +
              kind + R"(, %x along 1 reverse true : tensor<2x3x4xf64>
    return %y, %z : tensor<3xf64>, tensor<2x3x4xf64> })");
  checkVmap(R"((%x: tensor<4x3xf64>) -> (tensor<3xi32>, tensor<4xi32>) {
    %y = fx.arg_reduce maximum, %x over 0 : tensor<4x3xf64> -> tensor<3xi32>
    %z = fx.arg_reduce minimum, %x over 1 : tensor<4x3xf64> -> tensor<4xi32>
    return %y, %z : tensor<3xi32>, tensor<4xi32> })");
}

TEST(Vmap, OfProducts) {
  checkVmap(R"((%a: tensor<2x3xf64>, %b: tensor<3x4xf64>) -> tensor<2x4xf64> {
    %y = fx.dot_general %a, %b batch [] x [] contract [1] x [0] as f64 : (tensor<2x3xf64>, tensor<3x4xf64>) -> tensor<2x4xf64>
    return %y : tensor<2x4xf64> })");
  checkVmap(R"((%a: tensor<3x2x4x5xf64>, %b: tensor<5x2x6x4x3xf64>) -> tensor<2x4x3x6x3xf64> {
    %y = fx.dot_general %a, %b batch [1, 2] x [1, 3] contract [3] x [0] as f64 : (tensor<3x2x4x5xf64>, tensor<5x2x6x4x3xf64>) -> tensor<2x4x3x6x3xf64>
    return %y : tensor<2x4x3x6x3xf64> })",
            {.levels = 1, .derivative = false});
  checkVmap(R"((%a: tensor<3xf64>, %b: tensor<3xf64>) -> tensor<f64> {
    %y = fx.dot_general %a, %b batch [] x [] contract [0] x [0] as f64 : (tensor<3xf64>, tensor<3xf64>) -> tensor<f64>
    return %y : tensor<f64> })");
}

// ---- positions known at run time, some outside

TEST(Vmap, OfGathers) {
  checkVmap(R"((%x: tensor<5x4xf64>, %i: tensor<3x1xi32>) -> tensor<3x2xf64> {
    %y = fx.gather %x, %i {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, operand_batching_dims = array<i64>, start_indices_batching_dims = array<i64>, start_index_map = array<i64: 0>, index_vector_dim = 1 : i64, slice_sizes = array<i64: 1, 2>} : (tensor<5x4xf64>, tensor<3x1xi32>) -> tensor<3x2xf64>
    return %y : tensor<3x2xf64> })");
  // The index is the whole last dimension left out, and windows stand before the batch.
  checkVmap(R"((%x: tensor<5x4xf64>, %i: tensor<3xi32>) -> tensor<4x3xf64> {
    %y = fx.gather %x, %i {offset_dims = array<i64: 0>, collapsed_slice_dims = array<i64: 0>, operand_batching_dims = array<i64>, start_indices_batching_dims = array<i64>, start_index_map = array<i64: 0>, index_vector_dim = 1 : i64, slice_sizes = array<i64: 1, 4>} : (tensor<5x4xf64>, tensor<3xi32>) -> tensor<4x3xf64>
    return %y : tensor<4x3xf64> })");
  // With a batching dimension of its own, and index vectors in front.
  checkVmap(R"((%x: tensor<2x5x4xf64>, %i: tensor<2x3x2xi32>) -> tensor<3x2x2xf64> {
    %y = fx.gather %x, %i {offset_dims = array<i64: 2>, collapsed_slice_dims = array<i64: 1>, operand_batching_dims = array<i64: 0>, start_indices_batching_dims = array<i64: 2>, start_index_map = array<i64: 2, 1>, index_vector_dim = 0 : i64, slice_sizes = array<i64: 1, 1, 2>} : (tensor<2x5x4xf64>, tensor<2x3x2xi32>) -> tensor<3x2x2xf64>
    return %y : tensor<3x2x2xf64> })");
}

TEST(Vmap, OfScatters) {
  for (const char *kind : {"add", "maximum", "set"})
    checkVmap(
        "(%x: tensor<5x4xf64>, %i: tensor<3x1xi32>, %u: tensor<3x2xf64>) -> tensor<5x4xf64> { %y = fx.scatter " +
            std::string(kind) +
            R"(, %x, %i, %u {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, input_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, scatter_dims_to_operand_dims = array<i64: 0>, index_vector_dim = 1 : i64, unique_indices = false} : (tensor<5x4xf64>, tensor<3x1xi32>, tensor<3x2xf64>) -> tensor<5x4xf64>
    return %y : tensor<5x4xf64> })",
        {.derivative = std::string(kind) == "add"});
  checkVmap(R"((%x: tensor<2x5xf64>, %i: tensor<3x2xi32>, %u: tensor<3x2xf64>) -> tensor<2x5xf64> {
    %y = fx.scatter add, %x, %i, %u {update_window_dims = array<i64>, inserted_window_dims = array<i64: 1>, input_batching_dims = array<i64: 0>, scatter_indices_batching_dims = array<i64: 1>, scatter_dims_to_operand_dims = array<i64: 1>, index_vector_dim = 2 : i64, unique_indices = false} : (tensor<2x5xf64>, tensor<3x2xi32>, tensor<3x2xf64>) -> tensor<2x5xf64>
    return %y : tensor<2x5xf64> })");
}

TEST(Vmap, OfDynamicSlices) {
  checkVmap(R"((%x: tensor<5x4xf64>, %i: tensor<i32>, %j: tensor<i32>) -> tensor<2x3xf64> {
    %y = fx.dynamic_slice %x, %i, %j sizes [2, 3] : (tensor<5x4xf64>, tensor<i32>, tensor<i32>) -> tensor<2x3xf64>
    return %y : tensor<2x3xf64> })");
  checkVmap(R"((%x: tensor<5x4xf64>, %i: tensor<ui32>, %j: tensor<i64>) -> tensor<5x1xf64> {
    %y = fx.dynamic_slice %x, %i, %j sizes [5, 1] : (tensor<5x4xf64>, tensor<ui32>, tensor<i64>) -> tensor<5x1xf64>
    return %y : tensor<5x1xf64> })");
  checkVmap(R"((%x: tensor<f64>) -> tensor<f64> {
    %y = fx.dynamic_slice %x sizes [] : (tensor<f64>) -> tensor<f64> return %y : tensor<f64> })");
  checkVmap(R"((%x: tensor<5x4xf64>, %u: tensor<2x3xf64>, %i: tensor<i32>, %j: tensor<i32>) -> tensor<5x4xf64> {
    %y = fx.dynamic_update_slice %x, %u, %i, %j : (tensor<5x4xf64>, tensor<2x3xf64>, tensor<i32>, tensor<i32>) -> tensor<5x4xf64>
    return %y : tensor<5x4xf64> })");
  checkVmap(R"((%x: tensor<5xi64>, %u: tensor<2xi64>, %i: tensor<ui32>) -> tensor<5xi64> {
    %y = fx.dynamic_update_slice %x, %u, %i : (tensor<5xi64>, tensor<2xi64>, tensor<ui32>) -> tensor<5xi64>
    return %y : tensor<5xi64> })");
}

TEST(Vmap, OfSorts) {
  checkVmap(R"((%k: tensor<3x4xf64>, %v: tensor<3x4xi32>) -> (tensor<3x4xf64>, tensor<3x4xi32>) {
    %y:2 = fx.sort %k, %v along 0 stable true descending true : tensor<3x4xf64>, tensor<3x4xi32>
    return %y#0, %y#1 : tensor<3x4xf64>, tensor<3x4xi32> })");
}

// ---- control flow

TEST(Vmap, OfCase) {
  // Indices outside [0, 3) take the last branch.
  checkVmap(R"((%i: tensor<i32>, %x: tensor<2xf64>, %z: tensor<2xf64>) -> (tensor<2xf64>, tensor<2xf64>) {
    %y:2 = fx.case %i, (%x, %z) : (tensor<i32>, tensor<2xf64>, tensor<2xf64>) -> (tensor<2xf64>, tensor<2xf64>) {
    ^bb0(%a: tensor<2xf64>, %b: tensor<2xf64>):
      fx.yield %a, %b : tensor<2xf64>, tensor<2xf64>
    }, {
    ^bb0(%a: tensor<2xf64>, %b: tensor<2xf64>):
      %s = fx.sine %b : tensor<2xf64>
      fx.yield %b, %s : tensor<2xf64>, tensor<2xf64>
    }, {
    ^bb0(%a: tensor<2xf64>, %b: tensor<2xf64>):
      %c = fx.constant dense<7.0> : tensor<2xf64>
      fx.yield %c, %b : tensor<2xf64>, tensor<2xf64>
    }
    return %y#0, %y#1 : tensor<2xf64>, tensor<2xf64> })");
}

TEST(Vmap, OfWhile) {
  // Examples end at their own times: x doubles until it exceeds the limit; the count is a carry as well.
  checkVmap(R"((%limit: tensor<f64>, %x: tensor<f64>) -> (tensor<f64>, tensor<i32>) {
    %zero = fx.constant dense<0> : tensor<i32>
    %y:2 = fx.while (%limit, %x, %zero) constants 1 : (tensor<f64>, tensor<f64>, tensor<i32>) -> (tensor<f64>, tensor<i32>) {
    ^bb0(%l: tensor<f64>, %c: tensor<f64>, %n: tensor<i32>):
      %more = fx.compare LT, %c, %l : tensor<f64>
      fx.yield %more : tensor<i1>
    } do {
    ^bb0(%l: tensor<f64>, %c: tensor<f64>, %n: tensor<i32>):
      %d = fx.add %c, %c : tensor<f64>
      %one = fx.constant dense<1> : tensor<i32>
      %m = fx.add %n, %one : tensor<i32>
      fx.yield %d, %m : tensor<f64>, tensor<i32>
    }
    return %y#0, %y#1 : tensor<f64>, tensor<i32> })",
            {.lo = 0.5, .hi = 20});
}

TEST(Vmap, OfWhileWithACommonCount) {
  // The count is the same for all; a carry becomes mapped by way of another one.
  checkVmap(
      R"((%n: tensor<i32>, %w: tensor<2xf64>, %a: tensor<2xf64>, %b: tensor<2xf64>) -> (tensor<2xf64>, tensor<2xf64>) {
    %zero = fx.constant dense<0> : tensor<i32>
    %y:3 = fx.while (%n, %w, %zero, %a, %b) constants 2 : (tensor<i32>, tensor<2xf64>, tensor<i32>, tensor<2xf64>, tensor<2xf64>) -> (tensor<i32>, tensor<2xf64>, tensor<2xf64>) {
    ^bb0(%l: tensor<i32>, %k: tensor<2xf64>, %i: tensor<i32>, %c: tensor<2xf64>, %d: tensor<2xf64>):
      %more = fx.compare LT, %i, %l : tensor<i32>
      fx.yield %more : tensor<i1>
    } do {
    ^bb0(%l: tensor<i32>, %k: tensor<2xf64>, %i: tensor<i32>, %c: tensor<2xf64>, %d: tensor<2xf64>):
      %one = fx.constant dense<1> : tensor<i32>
      %j = fx.add %i, %one : tensor<i32>
      %e = fx.multiply %d, %k : tensor<2xf64>
      fx.yield %j, %d, %e : tensor<i32>, tensor<2xf64>, tensor<2xf64>
    }
    return %y#1, %y#2 : tensor<2xf64>, tensor<2xf64> })",
      {.levels = 1});
}

TEST(Vmap, OfScan) {
  for (const char *reverse : {"false", "true"})
    checkVmap(
        R"((%w: tensor<2xf64>, %c: tensor<2xf64>, %x: tensor<4x2xf64>) -> (tensor<2xf64>, tensor<4x2xf64>, tensor<4xi32>) {
    %zero = fx.constant dense<0> : tensor<i32>
    %y:4 = fx.scan (%w, %c, %zero, %x) constants 1 carry 2 length 4 reverse )" +
        std::string(reverse) +
        R"( : (tensor<2xf64>, tensor<2xf64>, tensor<i32>, tensor<4x2xf64>) -> (tensor<2xf64>, tensor<i32>, tensor<4x2xf64>, tensor<4xi32>) {
    ^bb0(%k: tensor<2xf64>, %d: tensor<2xf64>, %i: tensor<i32>, %s: tensor<2xf64>):
      %p = fx.multiply %k, %d : tensor<2xf64>
      %t = fx.sine %p : tensor<2xf64>
      %q = fx.add %t, %s : tensor<2xf64>
      %one = fx.constant dense<1> : tensor<i32>
      %j = fx.add %i, %one : tensor<i32>
      fx.yield %q, %j, %t, %i : tensor<2xf64>, tensor<i32>, tensor<2xf64>, tensor<i32>
    }
    return %y#0, %y#2, %y#3 : tensor<2xf64>, tensor<4x2xf64>, tensor<4xi32> })");
}

TEST(Vmap, OfLoopsInsideLoops) {
  // A scan whose body has a case on a mapped index and a while loop with a mapped end.
  checkVmap(R"((%i: tensor<i32>, %c: tensor<f64>, %x: tensor<3xf64>) -> tensor<f64> {
    %y = fx.scan (%i, %c, %x) constants 1 carry 1 length 3 reverse false : (tensor<i32>, tensor<f64>, tensor<3xf64>) -> tensor<f64> {
    ^bb0(%k: tensor<i32>, %d: tensor<f64>, %s: tensor<f64>):
      %b = fx.case %k, (%d, %s) : (tensor<i32>, tensor<f64>, tensor<f64>) -> tensor<f64> {
      ^bb0(%m: tensor<f64>, %n: tensor<f64>):
        fx.yield %m : tensor<f64>
      }, {
      ^bb0(%m: tensor<f64>, %n: tensor<f64>):
        %a = fx.add %m, %n : tensor<f64>
        fx.yield %a : tensor<f64>
      }
      %e = fx.while (%b) constants 0 : (tensor<f64>) -> tensor<f64> {
      ^bb0(%u: tensor<f64>):
        %four = fx.constant dense<4.0> : tensor<f64>
        %more = fx.compare GT, %u, %four : tensor<f64>
        fx.yield %more : tensor<i1>
      } do {
      ^bb0(%u: tensor<f64>):
        %half = fx.constant dense<0.5> : tensor<f64>
        %v = fx.multiply %u, %half : tensor<f64>
        fx.yield %v : tensor<f64>
      }
      fx.yield %e : tensor<f64>
    }
    return %y : tensor<f64> })",
            {.lo = 1, .hi = 9});
}

}  // namespace
}  // namespace fluxion::passes
