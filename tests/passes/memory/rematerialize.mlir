// RUN: fluxion-opt %s -pass-pipeline='builtin.module(func.func(fluxion-fuse,fluxion-rematerialize{bytes=9000}))' -split-input-file 2>&1 | FileCheck %s

// The exponential is needed twice, with a large product in between. It is cheap: the part of its kernel that makes it is
// run again.

// CHECK-LABEL: func.func @chain
//       CHECK:   %[[E:.*]] = fx.kernel "loop"
//       CHECK:     fx.exponential
//       CHECK:   %[[P:.*]] = fx.dot_general %[[E]]
//       CHECK:   fx.dot_general
//       CHECK:   fx.dot_general
//       CHECK:   fx.kernel "loop"
//       CHECK:     fx.exponential
//       CHECK:   fx.dot_general
func.func @chain(%x: tensor<32x32xf32>, %w: tensor<32x32xf32>) -> tensor<32x32xf32> {
  %s = fx.sine %x : tensor<32x32xf32>
  %e = fx.exponential %s : tensor<32x32xf32>
  %a = fx.dot_general %e, %w batch [] x [] contract [1] x [0] as f32 : (tensor<32x32xf32>, tensor<32x32xf32>) -> tensor<32x32xf32>
  %b = fx.dot_general %a, %a batch [] x [] contract [1] x [0] as f32 : (tensor<32x32xf32>, tensor<32x32xf32>) -> tensor<32x32xf32>
  %c = fx.dot_general %b, %b batch [] x [] contract [1] x [0] as f32 : (tensor<32x32xf32>, tensor<32x32xf32>) -> tensor<32x32xf32>
  %d = fx.dot_general %c, %e batch [] x [] contract [1] x [0] as f32 : (tensor<32x32xf32>, tensor<32x32xf32>) -> tensor<32x32xf32>
  return %d : tensor<32x32xf32>
}
