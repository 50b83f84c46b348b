// RUN: fluxion-opt %s -fluxion-vmap=size=5 | FileCheck %s

// CHECK-LABEL: func.func @reductions.vmap(
//  CHECK-SAME:   %[[X:.*]]: tensor<5x2x3xf32>)
//       CHECK:   fx.reduce  add, %[[X]] over [1] : tensor<5x2x3xf32> -> tensor<5x3xf32>
//       CHECK:   fx.arg_reduce  maximum, %[[X]] over 2 : tensor<5x2x3xf32> -> tensor<5x2xi32>
//       CHECK:   fx.cumulative  add, %[[X]] along 2 reverse true : tensor<5x2x3xf32>
func.func @reductions(%x: tensor<2x3xf32>) -> (tensor<3xf32>, tensor<2xi32>, tensor<2x3xf32>) {
  %a = fx.reduce add, %x over [0] : tensor<2x3xf32> -> tensor<3xf32>
  %b = fx.arg_reduce maximum, %x over 1 : tensor<2x3xf32> -> tensor<2xi32>
  %c = fx.cumulative add, %x along 1 reverse true : tensor<2x3xf32>
  return %a, %b, %c : tensor<3xf32>, tensor<2xi32>, tensor<2x3xf32>
}
