// RUN: fluxion-opt %s -fluxion-fuse -split-input-file | FileCheck %s

// Attention reads slices of one product's result where they lie; the bias is added to all of it.

// CHECK-LABEL: func.func @slices(
//       CHECK:   %[[ALL:.*]] = fx.kernel "gemm"
//       CHECK:     fx.add
//   CHECK-NOT:   fx.kernel
//   CHECK-DAG:   fx.slice %[[ALL]] from [0, 0, 0]
//   CHECK-DAG:   fx.slice %[[ALL]] from [0, 0, 128]
//   CHECK-DAG:   fx.slice %[[ALL]] from [0, 0, 64]
//   CHECK-NOT:   fx.kernel
//       CHECK:   fx.attention
func.func @slices(%x: tensor<2x48x64xf32>, %w: tensor<64x192xf32>, %b: tensor<192xf32>) -> tensor<2x48x4x16xf32> {
  %p = fx.dot_general %x, %w batch [] x [] contract [2] x [0] as f32 : (tensor<2x48x64xf32>, tensor<64x192xf32>) -> tensor<2x48x192xf32>
  %bb = fx.broadcast_in_dim %b dims [2] to [2, 48, 192] : tensor<192xf32> -> tensor<2x48x192xf32>
  %a = fx.add %p, %bb : tensor<2x48x192xf32>
  %0 = fx.slice %a from [0, 0, 0] to [2, 48, 64] by [1, 1, 1] : tensor<2x48x192xf32> -> tensor<2x48x64xf32>
  %1 = fx.slice %a from [0, 0, 64] to [2, 48, 128] by [1, 1, 1] : tensor<2x48x192xf32> -> tensor<2x48x64xf32>
  %2 = fx.slice %a from [0, 0, 128] to [2, 48, 192] by [1, 1, 1] : tensor<2x48x192xf32> -> tensor<2x48x64xf32>
  %q = fx.reshape %0 to [2, 48, 4, 16] : tensor<2x48x64xf32> -> tensor<2x48x4x16xf32>
  %k = fx.reshape %1 to [2, 48, 4, 16] : tensor<2x48x64xf32> -> tensor<2x48x4x16xf32>
  %v = fx.reshape %2 to [2, 48, 4, 16] : tensor<2x48x64xf32> -> tensor<2x48x4x16xf32>
  %y = fx.attention %q, %k, %v scale 0.25 before 9223372036854775807 after 0 tokens_first true : tensor<2x48x4x16xf32>, tensor<2x48x4x16xf32>, tensor<2x48x4x16xf32>
  return %y : tensor<2x48x4x16xf32>
}

// -----

// A row's elements have to lie side by side, and an array is not stored for a little of it.

// CHECK-LABEL: func.func @others(
//       CHECK:   fx.kernel "loop" [1, 48, 4, 16]
//       CHECK:     fx.exponential
//       CHECK:   fx.kernel "loop" [1, 4, 48, 16]
//       CHECK:     fx.transpose
//       CHECK:   fx.attention
func.func @others(%x: tensor<1x48x4x160xf32>, %k: tensor<1x16x4x48xf32>) -> tensor<1x48x4x16xf32> {
  %e = fx.exponential %x : tensor<1x48x4x160xf32>
  %q = fx.slice %e from [0, 0, 0, 0] to [1, 48, 4, 16] by [1, 1, 1, 1] : tensor<1x48x4x160xf32> -> tensor<1x48x4x16xf32>
  %t = fx.transpose %k by [0, 2, 3, 1] : tensor<1x16x4x48xf32> -> tensor<1x4x48x16xf32>
  %u = fx.transpose %t by [0, 2, 1, 3] : tensor<1x4x48x16xf32> -> tensor<1x48x4x16xf32>
  %y = fx.attention %q, %u, %u scale 0.25 before 9223372036854775807 after 0 tokens_first true : tensor<1x48x4x16xf32>, tensor<1x48x4x16xf32>, tensor<1x48x4x16xf32>
  return %y : tensor<1x48x4x16xf32>
}

// -----

// Nor does a product's result live on for a little of it; an argument does anyway.

// CHECK-LABEL: func.func @parts(
//       CHECK:   fx.dot_general
//       CHECK:   fx.kernel "loop" [1, 48, 4, 16]
//   CHECK-NOT:   fx.kernel
//       CHECK:   fx.slice %arg2
//   CHECK-NOT:   fx.kernel
//       CHECK:   fx.attention
func.func @parts(%x: tensor<1x48x4x16xf32>, %w: tensor<16x160xf32>, %k: tensor<9x48x4x16xf32>) -> tensor<1x48x4x16xf32> {
  %p = fx.dot_general %x, %w batch [] x [] contract [3] x [0] as f32 : (tensor<1x48x4x16xf32>, tensor<16x160xf32>) -> tensor<1x48x4x160xf32>
  %q = fx.slice %p from [0, 0, 0, 0] to [1, 48, 4, 16] by [1, 1, 1, 1] : tensor<1x48x4x160xf32> -> tensor<1x48x4x16xf32>
  %u = fx.slice %k from [3, 0, 0, 0] to [4, 48, 4, 16] by [1, 1, 1, 1] : tensor<9x48x4x16xf32> -> tensor<1x48x4x16xf32>
  %y = fx.attention %q, %u, %u scale 0.25 before 9223372036854775807 after 0 tokens_first true : tensor<1x48x4x16xf32>, tensor<1x48x4x16xf32>, tensor<1x48x4x16xf32>
  return %y : tensor<1x48x4x16xf32>
}

// -----

// The results of a gradient are written side by side where that is all that they are for.

// CHECK-LABEL: func.func @gradient(
//       CHECK:   %[[ALL:.*]] = fx.kernel "attention" [2, 48, 192] reduced [](%arg0, %arg1
//       CHECK:     %[[DQ:.*]], %[[DK:.*]], %[[DV:.*]] = fx.attention_grad
//       CHECK:     fx.concatenate
//   CHECK-NOT:   fx.attention_grad
//       CHECK:   fx.dot_general %[[ALL]]
func.func @gradient(%q: tensor<2x48x4x16xf32>, %dy: tensor<2x48x4x16xf32>, %w: tensor<64x192xf32>) -> (tensor<2x48x64xf32>, tensor<192xf32>) {
  %dq, %dk, %dv = fx.attention_grad %q, %q, %q, %dy scale 0.25 before 9223372036854775807 after 0 tokens_first true : tensor<2x48x4x16xf32>, tensor<2x48x4x16xf32>, tensor<2x48x4x16xf32>, tensor<2x48x4x16xf32>
  %0 = fx.reshape %dq to [2, 48, 64] : tensor<2x48x4x16xf32> -> tensor<2x48x64xf32>
  %1 = fx.reshape %dk to [2, 48, 64] : tensor<2x48x4x16xf32> -> tensor<2x48x64xf32>
  %2 = fx.reshape %dv to [2, 48, 64] : tensor<2x48x4x16xf32> -> tensor<2x48x64xf32>
  %c = fx.concatenate %2, %0, %1 along 2 : (tensor<2x48x64xf32>, tensor<2x48x64xf32>, tensor<2x48x64xf32>) -> tensor<2x48x192xf32>
  %d = fx.dot_general %c, %w batch [] x [] contract [2] x [1] as f32 : (tensor<2x48x192xf32>, tensor<64x192xf32>) -> tensor<2x48x64xf32>
  %b = fx.reduce add, %c over [0, 1] : tensor<2x48x192xf32> -> tensor<192xf32>
  return %d, %b : tensor<2x48x64xf32>, tensor<192xf32>
}

// -----

// Not where something else needs them, or where their rows would not stay together.

// CHECK-LABEL: func.func @used(
//   CHECK-NOT:   fx.kernel "attention"
//       CHECK:   return
func.func @used(%q: tensor<2x48x4x16xf32>, %dy: tensor<2x48x4x16xf32>) -> (tensor<2x48x4x48xf32>, tensor<2x48x4x16xf32>) {
  %dq, %dk, %dv = fx.attention_grad %q, %q, %q, %dy scale 0.25 before 9223372036854775807 after 0 tokens_first true : tensor<2x48x4x16xf32>, tensor<2x48x4x16xf32>, tensor<2x48x4x16xf32>, tensor<2x48x4x16xf32>
  %c = fx.concatenate %dv, %dq, %dk along 3 : (tensor<2x48x4x16xf32>, tensor<2x48x4x16xf32>, tensor<2x48x4x16xf32>) -> tensor<2x48x4x48xf32>
  return %c, %dq : tensor<2x48x4x48xf32>, tensor<2x48x4x16xf32>
}

// -----

// CHECK-LABEL: func.func @turned(
//   CHECK-NOT:   fx.kernel "attention"
//       CHECK:   return
func.func @turned(%q: tensor<2x48x4x16xf32>, %dy: tensor<2x48x4x16xf32>) -> tensor<2x48x48x4xf32> {
  %dq, %dk, %dv = fx.attention_grad %q, %q, %q, %dy scale 0.25 before 9223372036854775807 after 0 tokens_first true : tensor<2x48x4x16xf32>, tensor<2x48x4x16xf32>, tensor<2x48x4x16xf32>, tensor<2x48x4x16xf32>
  %0 = fx.transpose %dq by [0, 1, 3, 2] : tensor<2x48x4x16xf32> -> tensor<2x48x16x4xf32>
  %1 = fx.transpose %dk by [0, 1, 3, 2] : tensor<2x48x4x16xf32> -> tensor<2x48x16x4xf32>
  %2 = fx.transpose %dv by [0, 1, 3, 2] : tensor<2x48x4x16xf32> -> tensor<2x48x16x4xf32>
  %c = fx.concatenate %0, %1, %2 along 2 : (tensor<2x48x16x4xf32>, tensor<2x48x16x4xf32>, tensor<2x48x16x4xf32>) -> tensor<2x48x48x4xf32>
  return %c : tensor<2x48x48x4xf32>
}
