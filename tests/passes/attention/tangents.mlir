// RUN: fluxion-opt %s -fluxion-jvp | FileCheck %s
// RUN: fluxion-opt %s -fluxion-jvp -fluxion-expand-custom -fluxion-raise-attention | FileCheck %s --check-prefix=MERGED
// RUN: fluxion-opt %s -fluxion-vjp -fluxion-jvp -fluxion-expand-custom -fluxion-raise-attention | FileCheck %s --check-prefix=TWICE
// RUN: fluxion-opt %s -fluxion-jvp -fluxion-vjp -fluxion-expand-custom -fluxion-raise-attention | FileCheck %s --check-prefix=SLOPE
// RUN: env FLUXION_ATTENTION=0 fluxion-opt %s -fluxion-jvp -fluxion-expand-custom -fluxion-raise-attention | FileCheck %s --check-prefix=OFF

// The tangent of attention is an op, and so is its transpose.

// CHECK-LABEL: func.func @plain.jvp(
//   CHECK-NOT:   64x64
//       CHECK:   fx.attention %
//       CHECK:   fx.linear_call
//       CHECK:   fx.attention_jvp %{{.*}} along [0, 1, 2]
//       CHECK:   fx.attention_grad %

// Before kernels are cut both are one.

// MERGED-LABEL: func.func @plain.jvp(
//    MERGED-NOT:   fx.attention %
//    MERGED-NOT:   64x64
//        MERGED:   %[[Y:.*]], %[[T:.*]] = fx.attention_jvp
//    MERGED-NOT:   fx.attention %
//        MERGED:   return

// Forward over reverse: nor are the weights stored there.

// TWICE-LABEL: func.func @plain.vjp.jvp(
//   TWICE-NOT:   64x64
//   TWICE-DAG:   fx.attention_jvp %
//   TWICE-DAG:   fx.attention_grad_jvp %{{.*}} along [0, 1, 2, 3]
//   TWICE-NOT:   fx.attention_grad %
//   TWICE-NOT:   64x64
//       TWICE:   return

// Nor reverse over forward.

// SLOPE-LABEL: func.func @plain.jvp.vjp(
//   SLOPE-NOT:   64x64
//       SLOPE:   fx.attention_grad_jvp %{{.*}} along [0, 1, 2]
//   SLOPE-NOT:   64x64
//       SLOPE:   return

// OFF-NOT: fx.attention
func.func @plain(%q: tensor<6x64x32xf32>, %k: tensor<6x64x32xf32>, %v: tensor<6x64x32xf32>) -> tensor<6x64x32xf32> {
  %s = fx.dot_general %q, %k batch [0] x [0] contract [2] x [2] as f32 : (tensor<6x64x32xf32>, tensor<6x64x32xf32>) -> tensor<6x64x64xf32>
  %m = fx.reduce maximum, %s over [2] : tensor<6x64x64xf32> -> tensor<6x64xf32>
  %mb = fx.broadcast_in_dim %m dims [0, 1] to [6, 64, 64] : tensor<6x64xf32> -> tensor<6x64x64xf32>
  %d = fx.subtract %s, %mb : tensor<6x64x64xf32>
  %e = fx.exponential %d : tensor<6x64x64xf32>
  %t = fx.reduce add, %e over [2] : tensor<6x64x64xf32> -> tensor<6x64xf32>
  %tb = fx.broadcast_in_dim %t dims [0, 1] to [6, 64, 64] : tensor<6x64xf32> -> tensor<6x64x64xf32>
  %p = fx.divide %e, %tb : tensor<6x64x64xf32>
  %y = fx.dot_general %p, %v batch [0] x [0] contract [2] x [1] as f32 : (tensor<6x64x64xf32>, tensor<6x64x32xf32>) -> tensor<6x64x32xf32>
  return %y : tensor<6x64x32xf32>
}
