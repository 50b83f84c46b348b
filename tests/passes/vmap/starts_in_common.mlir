// RUN: fluxion-opt %s -fluxion-vmap="size=5 in-axes=0,-1" | FileCheck %s

// Where all examples are read at the same place, the slice stays a slice, which takes the mapped axis whole.

// CHECK-LABEL: func.func @slice.vmap(
//  CHECK-SAME:   %[[X:.*]]: tensor<5x7xf32>, %[[I:.*]]: tensor<i32>)
//       CHECK:   %[[Z:.*]] = fx.constant dense<0> : tensor<i32>
//       CHECK:   fx.dynamic_slice %[[X]], %[[Z]], %[[I]] sizes [5, 2]
func.func @slice(%x: tensor<7xf32>, %i: tensor<i32>) -> tensor<2xf32> {
  %y = fx.dynamic_slice %x, %i sizes [2] : (tensor<7xf32>, tensor<i32>) -> tensor<2xf32>
  return %y : tensor<2xf32>
}
