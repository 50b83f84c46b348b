// RUN: fluxion-opt %s -fluxion-linearize -split-input-file | FileCheck %s

// The constant is made again in the linear part; cos x, which is dear, is kept.

// CHECK-LABEL: func.func @f.known
//  CHECK-SAME:   (%[[X:.*]]: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
//       CHECK:   %[[COS:.*]] = fx.cosine %[[X]]
//       CHECK:   return %{{.*}}, %[[COS]]
// CHECK-LABEL: func.func @f.linear
//  CHECK-SAME:   (%[[COS:.*]]: tensor<4xf32>, %[[DX:.*]]: tensor<4xf32>) -> tensor<4xf32>
//       CHECK:   %[[TWO:.*]] = fx.constant dense<2.0
//       CHECK:   %[[DS:.*]] = fx.multiply %[[DX]], %[[COS]]
//       CHECK:   fx.multiply %[[DS]], %[[TWO]]
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %s = fx.sine %x : tensor<4xf32>
  %two = fx.constant dense<2.0> : tensor<4xf32>
  %y = fx.multiply %s, %two : tensor<4xf32>
  return %y : tensor<4xf32>
}
