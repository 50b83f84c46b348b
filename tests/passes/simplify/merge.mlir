// RUN: fluxion-opt %s -fluxion-simplify | FileCheck %s

// Ops are merged that compute the same from the same operands: in either order where that does not matter, in regions,
// and with their regions.

// CHECK-LABEL: func.func @order(
//  CHECK-NEXT:   %[[A:.*]] = fx.multiply %arg0, %arg1
//  CHECK-NEXT:   %[[B:.*]] = fx.divide %arg0, %arg1
//  CHECK-NEXT:   %[[C:.*]] = fx.divide %arg1, %arg0
//  CHECK-NEXT:   return %[[A]], %[[A]], %[[B]], %[[C]], %[[C]]
func.func @order(%x: tensor<4xf32>, %y: tensor<4xf32>)
    -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) {
  %a = fx.multiply %x, %y : tensor<4xf32>
  %b = fx.multiply %y, %x : tensor<4xf32>
  %c = fx.divide %x, %y : tensor<4xf32>
  %d = fx.divide %y, %x : tensor<4xf32>
  %e = fx.divide %y, %x : tensor<4xf32>
  return %a, %b, %c, %d, %e : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}

// The same operands and types, other attributes.
// CHECK-LABEL: func.func @attributes(
// CHECK-COUNT-2: fx.slice
//     CHECK-NOT: fx.slice
func.func @attributes(%x: tensor<8xf32>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) {
  %a = fx.slice %x from [0] to [4] by [1] : tensor<8xf32> -> tensor<4xf32>
  %b = fx.slice %x from [4] to [8] by [1] : tensor<8xf32> -> tensor<4xf32>
  %c = fx.slice %x from [0] to [4] by [1] : tensor<8xf32> -> tensor<4xf32>
  return %a, %b, %c : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}

// CHECK-LABEL: func.func @regions(
//       CHECK:   %[[Y:.*]] = fx.case
//       CHECK:     %[[S:.*]] = fx.sine
//  CHECK-NEXT:     %[[M:.*]] = fx.multiply %[[S]], %[[S]]
//  CHECK-NEXT:     fx.yield %[[M]]
//   CHECK-NOT:   fx.case
//       CHECK:   return %[[Y]], %[[Y]]
func.func @regions(%i: tensor<i32>, %x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %y = fx.case %i, (%x) : (tensor<i32>, tensor<4xf32>) -> tensor<4xf32> {
  ^bb0(%a: tensor<4xf32>):
    %s = fx.sine %a : tensor<4xf32>
    %t = fx.sine %a : tensor<4xf32>
    %m = fx.multiply %s, %t : tensor<4xf32>
    fx.yield %m : tensor<4xf32>
  }, {
  ^bb0(%a: tensor<4xf32>):
    fx.yield %a : tensor<4xf32>
  }
  %z = fx.case %i, (%x) : (tensor<i32>, tensor<4xf32>) -> tensor<4xf32> {
  ^bb0(%a: tensor<4xf32>):
    %s = fx.sine %a : tensor<4xf32>
    %m = fx.multiply %s, %s : tensor<4xf32>
    fx.yield %m : tensor<4xf32>
  }, {
  ^bb0(%a: tensor<4xf32>):
    fx.yield %a : tensor<4xf32>
  }
  return %y, %z : tensor<4xf32>, tensor<4xf32>
}
