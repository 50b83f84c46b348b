// RUN: fluxion-opt %s -fluxion-jvp=wrt=1 | FileCheck %s --check-prefix=JVP
// RUN: fluxion-opt %s -fluxion-vjp=wrt=1 | FileCheck %s --check-prefix=VJP
// RUN: fluxion-opt %s -fluxion-vmap=size=5 | FileCheck %s --check-prefix=VMAP

// The functions of a matrix and of its transpose, here four ways to say a product with a diagonal or a quotient by it,
// stay with the equation, for derivatives of derivatives. Transposed, they change places.

// JVP-LABEL: func.func @solve.jvp(
//       JVP:   fx.linear_solve(%arg0, %arg1)
//       JVP:   fx.linear_solve(%arg0, %arg2)
//  JVP-NEXT:   ^bb0(%[[K:.*]]: tensor<4xf32>, %[[A:.*]]: tensor<4xf32>):
//  JVP-NEXT:     %[[Y:.*]] = fx.multiply %[[K]], %[[A]]
//  JVP-NEXT:     fx.yield %[[Y]]
//  JVP-NEXT:   } solve {
//  JVP-NEXT:   ^bb0(%[[K:.*]]: tensor<4xf32>, %[[A:.*]]: tensor<4xf32>):
//  JVP-NEXT:     %[[Y:.*]] = fx.divide %[[A]], %[[K]]
//  JVP-NEXT:     fx.yield %[[Y]]
//  JVP-NEXT:   } vecmat {
//  JVP-NEXT:   ^bb0(%[[K:.*]]: tensor<4xf32>, %[[A:.*]]: tensor<4xf32>):
//  JVP-NEXT:     %[[Y:.*]] = fx.multiply %[[A]], %[[K]]
//  JVP-NEXT:     fx.yield %[[Y]]
//  JVP-NEXT:   } transpose_solve {
//  JVP-NEXT:   ^bb0(%[[K:.*]]: tensor<4xf32>, %[[A:.*]]: tensor<4xf32>):
//  JVP-NEXT:     %[[R:.*]] = fx.rsqrt %[[K]]
//  JVP-NEXT:     %[[S:.*]] = fx.multiply %[[R]], %[[R]]
//  JVP-NEXT:     %[[Y:.*]] = fx.multiply %[[A]], %[[S]]
//  JVP-NEXT:     fx.yield %[[Y]]

// VJP-LABEL: func.func @solve.vjp(
//       VJP:   fx.linear_solve(%arg0, %arg1)
//       VJP:   fx.linear_solve(%arg0, %arg2)
//  VJP-NEXT:   ^bb0(%[[K:.*]]: tensor<4xf32>, %[[A:.*]]: tensor<4xf32>):
//  VJP-NEXT:     %[[Y:.*]] = fx.multiply %[[A]], %[[K]]
//  VJP-NEXT:     fx.yield %[[Y]]
//  VJP-NEXT:   } solve {
//  VJP-NEXT:   ^bb0(%[[K:.*]]: tensor<4xf32>, %[[A:.*]]: tensor<4xf32>):
//  VJP-NEXT:     %[[R:.*]] = fx.rsqrt %[[K]]
//  VJP-NEXT:     %[[S:.*]] = fx.multiply %[[R]], %[[R]]
//  VJP-NEXT:     %[[Y:.*]] = fx.multiply %[[A]], %[[S]]
//  VJP-NEXT:     fx.yield %[[Y]]
//  VJP-NEXT:   } vecmat {
//  VJP-NEXT:   ^bb0(%[[K:.*]]: tensor<4xf32>, %[[A:.*]]: tensor<4xf32>):
//  VJP-NEXT:     %[[Y:.*]] = fx.multiply %[[K]], %[[A]]
//  VJP-NEXT:     fx.yield %[[Y]]
//  VJP-NEXT:   } transpose_solve {
//  VJP-NEXT:   ^bb0(%[[K:.*]]: tensor<4xf32>, %[[A:.*]]: tensor<4xf32>):
//  VJP-NEXT:     %[[Y:.*]] = fx.divide %[[A]], %[[K]]
//  VJP-NEXT:     fx.yield %[[Y]]

// VMAP-LABEL: func.func @solve.vmap(
//       VMAP:   fx.linear_solve(%arg0, %arg1)
//  VMAP-NEXT:   ^bb0(%[[K:.*]]: tensor<5x4xf32>, %[[A:.*]]: tensor<5x4xf32>):
//  VMAP-NEXT:     %[[Y:.*]] = fx.multiply %[[K]], %[[A]]
//  VMAP-NEXT:     fx.yield %[[Y]]
//  VMAP-NEXT:   } solve {
//  VMAP-NEXT:   ^bb0(%[[K:.*]]: tensor<5x4xf32>, %[[A:.*]]: tensor<5x4xf32>):
//  VMAP-NEXT:     %[[Y:.*]] = fx.divide %[[A]], %[[K]]
//  VMAP-NEXT:     fx.yield %[[Y]]
//  VMAP-NEXT:   } vecmat {
//  VMAP-NEXT:   ^bb0(%[[K:.*]]: tensor<5x4xf32>, %[[A:.*]]: tensor<5x4xf32>):
//  VMAP-NEXT:     %[[Y:.*]] = fx.multiply %[[A]], %[[K]]
//  VMAP-NEXT:     fx.yield %[[Y]]
//  VMAP-NEXT:   } transpose_solve {
//  VMAP-NEXT:   ^bb0(%[[K:.*]]: tensor<5x4xf32>, %[[A:.*]]: tensor<5x4xf32>):
//  VMAP-NEXT:     %[[R:.*]] = fx.rsqrt %[[K]]
//  VMAP-NEXT:     %[[S:.*]] = fx.multiply %[[R]], %[[R]]
//  VMAP-NEXT:     %[[Y:.*]] = fx.multiply %[[A]], %[[S]]
//  VMAP-NEXT:     fx.yield %[[Y]]
func.func @solve(%k: tensor<4xf32>, %b: tensor<4xf32>) -> tensor<4xf32> {
  %x = fx.linear_solve(%k, %b) constants 1 symmetric false : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32> {
  ^bb0(%d: tensor<4xf32>, %a: tensor<4xf32>):
    %y = fx.multiply %d, %a : tensor<4xf32>
    fx.yield %y : tensor<4xf32>
  } solve {
  ^bb0(%d: tensor<4xf32>, %a: tensor<4xf32>):
    %y = fx.divide %a, %d : tensor<4xf32>
    fx.yield %y : tensor<4xf32>
  } vecmat {
  ^bb0(%d: tensor<4xf32>, %a: tensor<4xf32>):
    %y = fx.multiply %a, %d : tensor<4xf32>
    fx.yield %y : tensor<4xf32>
  } transpose_solve {
  ^bb0(%d: tensor<4xf32>, %a: tensor<4xf32>):
    %r = fx.rsqrt %d : tensor<4xf32>
    %s = fx.multiply %r, %r : tensor<4xf32>
    %y = fx.multiply %a, %s : tensor<4xf32>
    fx.yield %y : tensor<4xf32>
  }
  return %x : tensor<4xf32>
}
