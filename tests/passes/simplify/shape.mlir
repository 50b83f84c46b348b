// RUN: fluxion-opt %s -fluxion-simplify | FileCheck %s

// Chains of broadcasts, transposes and reshapes become one op or none.

// CHECK-LABEL: func.func @chains(
//  CHECK-NEXT:   %[[B:.*]] = fx.broadcast_in_dim %arg0 dims [0] to [3, 2, 4] : tensor<3xf32> -> tensor<3x2x4xf32>
//  CHECK-NEXT:   %[[R:.*]] = fx.reshape %arg1 to [6] : tensor<2x3xf32> -> tensor<6xf32>
//  CHECK-NEXT:   return %[[B]], %[[R]], %arg1
func.func @chains(%x: tensor<3xf32>, %y: tensor<2x3xf32>) -> (tensor<3x2x4xf32>, tensor<6xf32>, tensor<2x3xf32>) {
  %a = fx.broadcast_in_dim %x dims [1] to [2, 3] : tensor<3xf32> -> tensor<2x3xf32>
  %b = fx.broadcast_in_dim %a dims [0, 1] to [2, 3, 4] : tensor<2x3xf32> -> tensor<2x3x4xf32>
  %c = fx.transpose %b by [1, 0, 2] : tensor<2x3x4xf32> -> tensor<3x2x4xf32>
  %d = fx.reshape %y to [3, 2] : tensor<2x3xf32> -> tensor<3x2xf32>
  %e = fx.reshape %d to [6] : tensor<3x2xf32> -> tensor<6xf32>
  %f = fx.transpose %y by [1, 0] : tensor<2x3xf32> -> tensor<3x2xf32>
  %g = fx.transpose %f by [1, 0] : tensor<3x2xf32> -> tensor<2x3xf32>
  return %c, %e, %g : tensor<3x2x4xf32>, tensor<6xf32>, tensor<2x3xf32>
}

// A transpose that changes the order of x's own dimensions is no broadcast.

// CHECK-LABEL: func.func @turned(
//       CHECK:   fx.broadcast_in_dim
//  CHECK-NEXT:   fx.transpose
func.func @turned(%x: tensor<2x3xf32>) -> tensor<4x3x2xf32> {
  %b = fx.broadcast_in_dim %x dims [1, 2] to [4, 2, 3] : tensor<2x3xf32> -> tensor<4x2x3xf32>
  %t = fx.transpose %b by [0, 2, 1] : tensor<4x2x3xf32> -> tensor<4x3x2xf32>
  return %t : tensor<4x3x2xf32>
}
