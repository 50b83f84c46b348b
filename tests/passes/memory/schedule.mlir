// RUN: fluxion-opt %s -pass-pipeline='builtin.module(func.func(fluxion-fuse,fluxion-schedule))' -split-input-file | FileCheck %s

// All branches are computed first, and summed up later: each is summed up at once, so that one is in memory at a time.

// CHECK-LABEL: func.func @branches
//       CHECK:   %[[A:.*]] = fx.dot_general
//  CHECK-NEXT:   fx.kernel "rows" [512, 512] reduced [1](%[[A]])
//       CHECK:   %[[B:.*]] = fx.dot_general
//  CHECK-NEXT:   fx.kernel "rows" [512, 512] reduced [1](%[[B]])
//       CHECK:   %[[C:.*]] = fx.dot_general
//  CHECK-NEXT:   fx.kernel "rows" [512, 512] reduced [1](%[[C]])
func.func @branches(%x: tensor<512x8xf32>, %y: tensor<512x8xf32>, %z: tensor<512x8xf32>, %w: tensor<8x512xf32>)
    -> (tensor<512xf32>, tensor<512xf32>, tensor<512xf32>) {
  %a = fx.dot_general %x, %w batch [] x [] contract [1] x [0] as f32 : (tensor<512x8xf32>, tensor<8x512xf32>) -> tensor<512x512xf32>
  %b = fx.dot_general %y, %w batch [] x [] contract [1] x [0] as f32 : (tensor<512x8xf32>, tensor<8x512xf32>) -> tensor<512x512xf32>
  %c = fx.dot_general %z, %w batch [] x [] contract [1] x [0] as f32 : (tensor<512x8xf32>, tensor<8x512xf32>) -> tensor<512x512xf32>
  %r = fx.reduce add, %a over [1] : tensor<512x512xf32> -> tensor<512xf32>
  %s = fx.reduce add, %b over [1] : tensor<512x512xf32> -> tensor<512xf32>
  %t = fx.reduce add, %c over [1] : tensor<512x512xf32> -> tensor<512xf32>
  return %r, %s, %t : tensor<512xf32>, tensor<512xf32>, tensor<512xf32>
}

// -----

// What is made early and needed late is made late.

// CHECK-LABEL: func.func @late
//       CHECK:   fx.dot_general
//       CHECK:   fx.dot_general
//       CHECK:   fx.dot_general
//       CHECK:   %[[M:.*]] = fx.dot_general %arg2
//       CHECK:   fx.kernel {{.*}}%[[M]]
func.func @late(%x: tensor<512x512xf32>, %w: tensor<512x512xf32>, %v: tensor<512x8xf32>) -> tensor<512xf32> {
  %m = fx.dot_general %v, %v batch [] x [] contract [1] x [1] as f32 : (tensor<512x8xf32>, tensor<512x8xf32>) -> tensor<512x512xf32>
  %a = fx.dot_general %x, %w batch [] x [] contract [1] x [0] as f32 : (tensor<512x512xf32>, tensor<512x512xf32>) -> tensor<512x512xf32>
  %b = fx.dot_general %a, %w batch [] x [] contract [1] x [0] as f32 : (tensor<512x512xf32>, tensor<512x512xf32>) -> tensor<512x512xf32>
  %c = fx.dot_general %b, %w batch [] x [] contract [1] x [0] as f32 : (tensor<512x512xf32>, tensor<512x512xf32>) -> tensor<512x512xf32>
  %d = fx.reduce maximum, %c over [1] : tensor<512x512xf32> -> tensor<512xf32>
  %db = fx.broadcast_in_dim %d dims [0] to [512, 512] : tensor<512xf32> -> tensor<512x512xf32>
  %e = fx.multiply %db, %m : tensor<512x512xf32>
  %f = fx.reduce add, %e over [1] : tensor<512x512xf32> -> tensor<512xf32>
  return %f : tensor<512xf32>
}

// -----

// Small values may stay in any order, and do.

// CHECK-LABEL: func.func @small
//       CHECK:   fx.dot_general
//  CHECK-NEXT:   fx.dot_general
func.func @small(%x: tensor<64x8xf32>, %y: tensor<64x8xf32>, %w: tensor<8x64xf32>) -> (tensor<64xf32>, tensor<64xf32>) {
  %a = fx.dot_general %x, %w batch [] x [] contract [1] x [0] as f32 : (tensor<64x8xf32>, tensor<8x64xf32>) -> tensor<64x64xf32>
  %b = fx.dot_general %y, %w batch [] x [] contract [1] x [0] as f32 : (tensor<64x8xf32>, tensor<8x64xf32>) -> tensor<64x64xf32>
  %r = fx.reduce add, %a over [1] : tensor<64x64xf32> -> tensor<64xf32>
  %s = fx.reduce add, %b over [1] : tensor<64x64xf32> -> tensor<64xf32>
  return %r, %s : tensor<64xf32>, tensor<64xf32>
}
