// RUN: fluxion-opt %s -fluxion-vmap=size=5 | FileCheck %s

// What does nothing to values stays: names, by which checkpoints choose, barriers, and how stable sorts are.

// CHECK-LABEL: func.func @kept.vmap(
//  CHECK-SAME:   %[[X:.*]]: tensor<5x4xf32>)
//       CHECK:   %[[N:.*]] = fx.name %[[X]] as "n" : tensor<5x4xf32>
//       CHECK:   %[[B:.*]] = fx.optimization_barrier %[[N]] : tensor<5x4xf32>
//       CHECK:   return %[[B]]
func.func @kept(%x: tensor<4xf32>) -> tensor<4xf32> {
  %n = fx.name %x as "n" : tensor<4xf32>
  %b = fx.optimization_barrier %n : tensor<4xf32>
  return %b : tensor<4xf32>
}

// CHECK-LABEL: func.func @stable.vmap(
//       CHECK:   fx.sort %{{.*}} along 1 stable true descending false
//       CHECK:   fx.sort %{{.*}} along 1 stable false descending false
func.func @stable(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %y = fx.sort %x along 0 stable true descending false : tensor<4xf32>
  %z = fx.sort %x along 0 stable false descending false : tensor<4xf32>
  return %y, %z : tensor<4xf32>, tensor<4xf32>
}
