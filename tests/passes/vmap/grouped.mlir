// RUN: fluxion-opt %s -fluxion-vmap="size=64 in-axes=0,0,-1" -split-input-file | FileCheck %s

// A dear branch runs for the examples that take it: chunks of 16 of one branch, and what is left over one by one. Where
// a group has no use for its place, the last, empty branch is taken. First it is asked whether anybody takes it.

// CHECK-LABEL: func.func @dear.vmap(
//  CHECK-SAME:   %[[I:.*]]: tensor<64xi32>, %[[X:.*]]: tensor<64x512xf32>, %[[W:.*]]: tensor<512x512xf32>)
//       CHECK:   %[[ANY:.*]] = fx.reduce  or, %{{.*}} over [0] : tensor<64xi1> -> tensor<i1>
//       CHECK:   %[[WHICH:.*]] = fx.convert %[[ANY]] to i32
//       CHECK:   %[[Y:.*]] = fx.case %[[WHICH]], (%[[I]], %[[X]], %[[W]])
// Nobody takes the dear branch.
//  CHECK-NEXT:   ^bb0(%{{.*}}: tensor<64xi32>, %[[ALL:.*]]: tensor<64x512xf32>, %{{.*}}: tensor<512x512xf32>):
//  CHECK-NEXT:     fx.yield %[[ALL]]
//       CHECK:   ^bb0(%{{.*}}: tensor<64xi32>, %{{.*}}: tensor<64x512xf32>, %[[V:.*]]: tensor<512x512xf32>):
//       CHECK:     fx.scatter  set,
// Those who stand in have no derivative.
//       CHECK:     %[[STILL:.*]] = fx.stop_gradient %[[ROWS:.*]] : tensor<5x16x512xf32>
//       CHECK:     %[[CHUNKS:.*]] = fx.select %{{.*}}, %[[ROWS]], %[[STILL]]
//       CHECK:     fx.scan(%[[V]], %{{.*}}, %[[CHUNKS]]) constants 1 carry 0 length 5
//       CHECK:       fx.case
//       CHECK:         fx.yield %{{.*}} : tensor<16x512xf32>
//       CHECK:         fx.dot_general %{{.*}}, %{{.*}} : (tensor<16x512xf32>, tensor<512x512xf32>)
//       CHECK:         %[[NONE:.*]] = fx.constant dense<0.000000e+00> : tensor<16x512xf32>
//       CHECK:         fx.yield %[[NONE]]
//       CHECK:     fx.scan({{.*}}) constants 1 carry 0 length 2
//       CHECK:       fx.case
//       CHECK:         fx.dot_general %{{.*}}, %{{.*}} : (tensor<512xf32>, tensor<512x512xf32>)
//   CHECK-NOT:   fx.dot_general
//       CHECK:     %[[BOTH:.*]] = fx.concatenate
//       CHECK:     %[[OWN:.*]] = fx.gather %[[BOTH]]
//       CHECK:     fx.yield %[[OWN]]
//       CHECK:   return %[[Y]]
func.func @dear(%i: tensor<i32>, %x: tensor<512xf32>, %w: tensor<512x512xf32>) -> tensor<512xf32> {
  %y = fx.case %i, (%x, %w) : (tensor<i32>, tensor<512xf32>, tensor<512x512xf32>) -> tensor<512xf32> {
  ^bb0(%a: tensor<512xf32>, %v: tensor<512x512xf32>):
    fx.yield %a : tensor<512xf32>
  }, {
  ^bb0(%a: tensor<512xf32>, %v: tensor<512x512xf32>):
    %b = fx.dot_general %a, %v batch [] x [] contract [0] x [0] as f32 : (tensor<512xf32>, tensor<512x512xf32>) -> tensor<512xf32>
    fx.yield %b : tensor<512xf32>
  }
  return %y : tensor<512xf32>
}

// -----

// Cheap branches all run, and the index chooses.

// CHECK-LABEL: func.func @cheap.vmap(
//   CHECK-NOT:   fx.case
//       CHECK:   fx.select
func.func @cheap(%i: tensor<i32>, %x: tensor<512xf32>, %w: tensor<512xf32>) -> tensor<512xf32> {
  %y = fx.case %i, (%x, %w) : (tensor<i32>, tensor<512xf32>, tensor<512xf32>) -> tensor<512xf32> {
  ^bb0(%a: tensor<512xf32>, %v: tensor<512xf32>):
    fx.yield %a : tensor<512xf32>
  }, {
  ^bb0(%a: tensor<512xf32>, %v: tensor<512xf32>):
    %b = fx.multiply %a, %v : tensor<512xf32>
    fx.yield %b : tensor<512xf32>
  }
  return %y : tensor<512xf32>
}

// -----

// What depends on no example is computed once for all, and no branch is dear for an example.

// CHECK-LABEL: func.func @shared.vmap(
//   CHECK-NOT:   fx.case
//       CHECK:   fx.dot_general %{{.*}}, %{{.*}} : (tensor<512x512xf32>, tensor<512x512xf32>)
//       CHECK:   fx.select
func.func @shared(%i: tensor<i32>, %x: tensor<f32>, %w: tensor<512x512xf32>) -> tensor<512x512xf32> {
  %y = fx.case %i, (%w) : (tensor<i32>, tensor<512x512xf32>) -> tensor<512x512xf32> {
  ^bb0(%v: tensor<512x512xf32>):
    fx.yield %v : tensor<512x512xf32>
  }, {
  ^bb0(%v: tensor<512x512xf32>):
    %b = fx.dot_general %v, %v batch [] x [] contract [0] x [0] as f32 : (tensor<512x512xf32>, tensor<512x512xf32>) -> tensor<512x512xf32>
    fx.yield %b : tensor<512x512xf32>
  }
  return %y : tensor<512x512xf32>
}
