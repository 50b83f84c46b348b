// RUN: fluxion-opt %s -fluxion-simplify | FileCheck %s

// Nothing is merged across a barrier: what it protects is computed again. Dead code goes, in regions as well.

// CHECK-LABEL: func.func @barrier(
//       CHECK:   %[[A:.*]] = fx.exponential %arg0
//       CHECK:   %[[X:.*]] = fx.optimization_barrier %arg0
//       CHECK:   %[[B:.*]] = fx.exponential %[[X]]
//       CHECK:   return %[[A]], %[[B]]
func.func @barrier(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %a = fx.exponential %x : tensor<4xf32>
  %p = fx.optimization_barrier %x : tensor<4xf32>
  %b = fx.exponential %p : tensor<4xf32>
  %dead = fx.sine %b : tensor<4xf32>
  return %a, %b : tensor<4xf32>, tensor<4xf32>
}

// CHECK-LABEL: func.func @branches(
//   CHECK-NOT:   fx.sine
//       CHECK:   return
func.func @branches(%i: tensor<i32>, %x: tensor<4xf32>) -> tensor<4xf32> {
  %y = fx.case %i, (%x) : (tensor<i32>, tensor<4xf32>) -> tensor<4xf32> {
  ^bb0(%a: tensor<4xf32>):
    %dead = fx.sine %a : tensor<4xf32>
    fx.yield %a : tensor<4xf32>
  }, {
  ^bb0(%a: tensor<4xf32>):
    %n = fx.negate %a : tensor<4xf32>
    %m = fx.negate %n : tensor<4xf32>
    fx.yield %m : tensor<4xf32>
  }
  return %y : tensor<4xf32>
}
