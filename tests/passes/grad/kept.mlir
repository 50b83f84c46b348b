// RUN: fluxion-opt %s -fluxion-jvp=wrt=0 | FileCheck %s --check-prefix=JVP
// RUN: fluxion-opt %s -fluxion-vjp=wrt=0 | FileCheck %s --check-prefix=VJP

// Tangents and cotangents pass barriers of their own, and sorts are as stable as they were.

// JVP-LABEL: func.func @kept.jvp(
//  JVP-SAME:   %[[X:.*]]: tensor<4xf32>, %[[T:.*]]: tensor<4xf32>)
//   JVP-DAG:   %[[Y:.*]] = fx.optimization_barrier %[[X]] : tensor<4xf32>
//   JVP-DAG:   %[[D:.*]] = fx.optimization_barrier %[[T]] : tensor<4xf32>
//       JVP:   return %[[Y]], %[[D]]

// VJP-LABEL: func.func @kept.vjp(
//  VJP-SAME:   %[[X:.*]]: tensor<4xf32>, %[[C:.*]]: tensor<4xf32>)
//   VJP-DAG:   %[[Y:.*]] = fx.optimization_barrier %[[X]] : tensor<4xf32>
//   VJP-DAG:   %[[D:.*]] = fx.optimization_barrier %[[C]] : tensor<4xf32>
//       VJP:   return %[[Y]], %[[D]]
func.func @kept(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = fx.optimization_barrier %x : tensor<4xf32>
  return %y : tensor<4xf32>
}

// JVP-LABEL: func.func @stable.jvp(
//       JVP:   fx.sort %{{.*}}, %{{.*}} along 0 stable true descending false
//       JVP:   fx.sort %{{.*}}, %{{.*}} along 0 stable false descending false
func.func @stable(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %y = fx.sort %x along 0 stable true descending false : tensor<4xf32>
  %z = fx.sort %x along 0 stable false descending false : tensor<4xf32>
  return %y, %z : tensor<4xf32>, tensor<4xf32>
}
