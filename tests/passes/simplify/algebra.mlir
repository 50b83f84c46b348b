// RUN: fluxion-opt %s -fluxion-simplify | FileCheck %s

// Signs move into differences, equal expressions are computed once, and a choice by `not` swaps its sides.

// CHECK-LABEL: func.func @signs(
//  CHECK-SAME:   %[[P:.*]]: tensor<4xi1>, %[[X:.*]]: tensor<4xf32>, %[[Y:.*]]: tensor<4xf32>)
//       CHECK:   %[[D:.*]] = fx.subtract %[[Y]], %[[X]]
//  CHECK-NEXT:   %[[M:.*]] = fx.multiply %[[D]], %[[D]]
//  CHECK-NEXT:   %[[S:.*]] = fx.select %[[P]], %[[X]], %[[M]]
//  CHECK-NEXT:   %[[A:.*]] = fx.add %[[S]], %[[X]]
//  CHECK-NEXT:   return %[[A]]
func.func @signs(%p: tensor<4xi1>, %x: tensor<4xf32>, %y: tensor<4xf32>) -> tensor<4xf32> {
  %a = fx.negate %x : tensor<4xf32>
  %b = fx.add %y, %a : tensor<4xf32>
  %c = fx.add %a, %y : tensor<4xf32>
  %d = fx.multiply %b, %c : tensor<4xf32>
  %n = fx.not %p : tensor<4xi1>
  %s = fx.select %n, %d, %x : tensor<4xi1>, tensor<4xf32>
  %e = fx.subtract %s, %a : tensor<4xf32>
  return %e : tensor<4xf32>
}

// CHECK-LABEL: func.func @product_of_negations(
//  CHECK-NEXT:   %[[M:.*]] = fx.multiply %arg0, %arg1
//  CHECK-NEXT:   %[[N:.*]] = fx.negate %arg0
//  CHECK-NEXT:   return %[[M]], %[[N]]
func.func @product_of_negations(%x: tensor<4xf32>, %y: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %a = fx.negate %x : tensor<4xf32>
  %b = fx.negate %y : tensor<4xf32>
  %m = fx.multiply %a, %b : tensor<4xf32>
  %minus = fx.constant dense<-1.0> : tensor<4xf32>
  %n = fx.multiply %minus, %x : tensor<4xf32>
  return %m, %n : tensor<4xf32>, tensor<4xf32>
}

// Neutral elements go. −0 is the neutral element of floats: x + 0 stays, since it turns −0 into 0; so does x·0, which
// is NaN where x is not finite.

// CHECK-LABEL: func.func @neutral(
//   CHECK-DAG:   %[[ZERO:.*]] = fx.constant dense<0.0{{.*}}>
//   CHECK-DAG:   %[[A:.*]] = fx.add %arg0, %[[ZERO]]
//   CHECK-DAG:   %[[M:.*]] = fx.multiply %arg0, %[[ZERO]]
//       CHECK:   return %arg0, %[[A]], %arg0, %[[M]]
func.func @neutral(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) {
  %minus = fx.constant dense<-0.0> : tensor<4xf32>
  %zero = fx.constant dense<0.0> : tensor<4xf32>
  %one = fx.constant dense<1.0> : tensor<4xf32>
  %a = fx.add %x, %minus : tensor<4xf32>
  %b = fx.add %x, %zero : tensor<4xf32>
  %c = fx.multiply %x, %one : tensor<4xf32>
  %d = fx.multiply %x, %zero : tensor<4xf32>
  return %a, %b, %c, %d : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}
