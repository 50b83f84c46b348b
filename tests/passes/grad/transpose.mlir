// RUN: fluxion-opt %s -fluxion-transpose=constants=1 -split-input-file -verify-diagnostics | FileCheck %s

// CHECK-LABEL: func.func @scale.transpose
//  CHECK-SAME:   (%[[A:.*]]: tensor<2x3xf32>, %[[CT:.*]]: tensor<3x2xf32>) -> tensor<2x3xf32>
//       CHECK:   %[[T:.*]] = fx.transpose %[[CT]] by [1, 0]
//       CHECK:   %[[Y:.*]] = fx.multiply %[[T]], %[[A]]
//       CHECK:   return %[[Y]]
func.func @scale(%a: tensor<2x3xf32>, %x: tensor<2x3xf32>) -> tensor<3x2xf32> {
  %p = fx.multiply %a, %x : tensor<2x3xf32>
  %y = fx.transpose %p by [1, 0] : tensor<2x3xf32> -> tensor<3x2xf32>
  return %y : tensor<3x2xf32>
}

// -----

func.func @square(%a: tensor<2xf32>, %x: tensor<2xf32>) -> tensor<2xf32> {
  // expected-error@+1 {{grad: the transposed function is not linear in argument 1}}
  %y = fx.multiply %x, %x : tensor<2xf32>
  return %y : tensor<2xf32>
}
