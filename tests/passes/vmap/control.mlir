// RUN: fluxion-opt %s -fluxion-vmap=size=5 -split-input-file | FileCheck %s

// Each example takes a branch of its own: both are computed, and the index chooses.

// CHECK-LABEL: func.func @case.vmap(
//  CHECK-SAME:   %[[I:.*]]: tensor<5xi32>, %[[X:.*]]: tensor<5x2xf32>)
//   CHECK-NOT:   fx.case
//   CHECK-DAG:   %[[S:.*]] = fx.sine %[[X]]
//   CHECK-DAG:   %[[C:.*]] = fx.cosine %[[X]]
//       CHECK:   fx.select %{{.*}}, %[[S]], %[[C]] : tensor<5x2xi1>, tensor<5x2xf32>
func.func @case(%i: tensor<i32>, %x: tensor<2xf32>) -> tensor<2xf32> {
  %y = fx.case %i, (%x) : (tensor<i32>, tensor<2xf32>) -> tensor<2xf32> {
  ^bb0(%a: tensor<2xf32>):
    %s = fx.sine %a : tensor<2xf32>
    fx.yield %s : tensor<2xf32>
  }, {
  ^bb0(%a: tensor<2xf32>):
    %c = fx.cosine %a : tensor<2xf32>
    fx.yield %c : tensor<2xf32>
  }
  return %y : tensor<2xf32>
}

// -----

// The loop runs while any example does; those that are done keep what they have.

// CHECK-LABEL: func.func @while.vmap(
//       CHECK:   fx.while
//       CHECK:   ^bb0(%[[L:.*]]: tensor<5xf32>, %[[C:.*]]: tensor<5xf32>):
//       CHECK:     %[[P:.*]] = fx.compare LT, %[[C]], %[[L]]
//       CHECK:     %[[ANY:.*]] = fx.reduce  or, %[[P]] over [0] : tensor<5xi1> -> tensor<i1>
//       CHECK:     fx.yield %[[ANY]]
//       CHECK:   } do {
//       CHECK:   ^bb0(%[[L2:.*]]: tensor<5xf32>, %[[C2:.*]]: tensor<5xf32>):
//       CHECK:     %[[RUNS:.*]] = fx.compare LT, %[[C2]], %[[L2]]
//       CHECK:     %[[NEXT:.*]] = fx.add %[[C2]], %[[C2]]
//       CHECK:     %[[KEPT:.*]] = fx.select %[[RUNS]], %[[NEXT]], %[[C2]]
//       CHECK:     fx.yield %[[KEPT]]
func.func @while(%limit: tensor<f32>, %x: tensor<f32>) -> tensor<f32> {
  %y = fx.while (%limit, %x) constants 1 : (tensor<f32>, tensor<f32>) -> tensor<f32> {
  ^bb0(%l: tensor<f32>, %c: tensor<f32>):
    %more = fx.compare LT, %c, %l : tensor<f32>
    fx.yield %more : tensor<i1>
  } do {
  ^bb0(%l: tensor<f32>, %c: tensor<f32>):
    %d = fx.add %c, %c : tensor<f32>
    fx.yield %d : tensor<f32>
  }
  return %y : tensor<f32>
}

// -----

// The scanned axis stays in front of the mapped one; a counter that is the same for all is not repeated.

// CHECK-LABEL: func.func @scan.vmap(
//  CHECK-SAME:   %[[C:.*]]: tensor<5x2xf32>, %[[X:.*]]: tensor<5x4x2xf32>)
//       CHECK:   %[[T:.*]] = fx.transpose %[[X]] by [1, 0, 2]
//       CHECK:   %[[Y:.*]]:3 = fx.scan(%[[C]], %{{.*}}, %[[T]]) constants 0 carry 2 length 4 reverse false : (tensor<5x2xf32>, tensor<i32>, tensor<4x5x2xf32>) -> (tensor<5x2xf32>, tensor<i32>, tensor<4x5x2xf32>)
//       CHECK:   ^bb0(%{{.*}}: tensor<5x2xf32>, %{{.*}}: tensor<i32>, %{{.*}}: tensor<5x2xf32>):
//       CHECK:   %[[R:.*]] = fx.transpose %[[Y]]#2 by [1, 0, 2]
//       CHECK:   return %[[R]]
func.func @scan(%c: tensor<2xf32>, %x: tensor<4x2xf32>) -> tensor<4x2xf32> {
  %zero = fx.constant dense<0> : tensor<i32>
  %y:3 = fx.scan (%c, %zero, %x) constants 0 carry 2 length 4 reverse false : (tensor<2xf32>, tensor<i32>, tensor<4x2xf32>) -> (tensor<2xf32>, tensor<i32>, tensor<4x2xf32>) {
  ^bb0(%d: tensor<2xf32>, %i: tensor<i32>, %s: tensor<2xf32>):
    %one = fx.constant dense<1> : tensor<i32>
    %j = fx.add %i, %one : tensor<i32>
    %a = fx.add %d, %s : tensor<2xf32>
    fx.yield %a, %j, %d : tensor<2xf32>, tensor<i32>, tensor<2xf32>
  }
  return %y#2 : tensor<4x2xf32>
}
