// RUN: fluxion-opt %s -fluxion-jvp -split-input-file -verify-diagnostics | FileCheck %s

// The derivative reuses e^x instead of computing it twice.

// CHECK-LABEL: func.func @exp.jvp
//  CHECK-SAME:   %[[X:.*]]: tensor<4xf32>, %[[DX:.*]]: tensor<4xf32>
//       CHECK:   %[[Y:.*]] = fx.exponential %[[X]]
//   CHECK-NOT:   fx.exponential
//       CHECK:   %[[DY:.*]] = fx.multiply %[[Y]], %[[DX]]
//       CHECK:   return %[[Y]], %[[DY]]
func.func @exp(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = fx.exponential %x : tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----

// Integers have no tangent, and a result that does not depend on x has a zero one.

// CHECK-LABEL: func.func @integers.jvp
//  CHECK-SAME:   (%[[X:.*]]: tensor<4xf32>, %[[N:.*]]: tensor<4xi32>, %[[DX:.*]]: tensor<4xf32>) -> (tensor<4xi32>, tensor<4xf32>, tensor<4xf32>)
//       CHECK:   %[[ZERO:.*]] = fx.constant dense<0.0
//       CHECK:   return %{{.*}}, %{{.*}}, %[[ZERO]]
func.func @integers(%x: tensor<4xf32>, %n: tensor<4xi32>) -> (tensor<4xi32>, tensor<4xf32>) {
  %i = fx.convert %x to i32 : tensor<4xf32> -> tensor<4xi32>
  %j = fx.add %i, %n : tensor<4xi32>
  %f = fx.convert %j to f32 : tensor<4xi32> -> tensor<4xf32>
  return %j, %f : tensor<4xi32>, tensor<4xf32>
}

// -----

func.func @no_rule(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error@+1 {{grad: no derivative rule for 'fx.random_gamma_grad'}}
  %y = fx.random_gamma_grad %x, %x : tensor<4xf32>
  return %y : tensor<4xf32>
}
