// RUN: fluxion-opt %s -fluxion-vmap="size=5 in-axes=1" | FileCheck %s

// The mapped axis goes to the front once, and every dimension number moves up by one.

// CHECK-LABEL: func.func @shapes.vmap(
//  CHECK-SAME:   %[[X:.*]]: tensor<2x5x3xf32>) -> tensor<5x4x3x2xf32>
//       CHECK:   %[[F:.*]] = fx.transpose %[[X]] by [1, 0, 2]
//       CHECK:   %[[T:.*]] = fx.transpose %[[F]] by [0, 2, 1] : tensor<5x2x3xf32>
//       CHECK:   %[[R:.*]] = fx.reverse %[[T]] along [1]
//       CHECK:   %[[B:.*]] = fx.broadcast_in_dim %[[R]] dims [0, 2, 3] to [5, 4, 3, 2]
//       CHECK:   return %[[B]]
func.func @shapes(%x: tensor<2x3xf32>) -> tensor<4x3x2xf32> {
  %t = fx.transpose %x by [1, 0] : tensor<2x3xf32> -> tensor<3x2xf32>
  %r = fx.reverse %t along [0] : tensor<3x2xf32>
  %b = fx.broadcast_in_dim %r dims [1, 2] to [4, 3, 2] : tensor<3x2xf32> -> tensor<4x3x2xf32>
  return %b : tensor<4x3x2xf32>
}

// What depends on no mapped argument is computed once; only as a result it is repeated.

// CHECK-LABEL: func.func @constant.vmap(
//       CHECK:   %[[I:.*]] = fx.iota 0 to [3] as f32
//       CHECK:   %[[E:.*]] = fx.exponential %[[I]] : tensor<3xf32>
//       CHECK:   %[[R:.*]] = fx.broadcast_in_dim %[[E]] dims [1] to [5, 3]
//       CHECK:   return %[[R]]
func.func @constant(%x: tensor<3xf32>) -> tensor<3xf32> {
  %i = fx.iota 0 to [3] as f32 : tensor<3xf32>
  %e = fx.exponential %i : tensor<3xf32>
  return %e : tensor<3xf32>
}
