// RUN: fluxion-opt %s -fluxion-vjp -split-input-file | FileCheck %s

// The zeros that a choice puts into a cotangent are chosen again after a division that could make NaN of them.

// CHECK-LABEL: func.func @root_where_positive.vjp
//  CHECK-SAME:   %[[X:.*]]: tensor<4xf32>, %[[CT:.*]]: tensor<4xf32>
//   CHECK-DAG:   %[[P:.*]] = fx.compare GT
//       CHECK:   %[[Y:.*]] = fx.sqrt %[[X]]
//       CHECK:   %[[MASKED:.*]] = fx.select %[[P]], %[[CT]]
//       CHECK:   %[[Q:.*]] = fx.divide %[[MASKED]]
//       CHECK:   %[[SAFE:.*]] = fx.select %[[P]], %[[Q]]
//       CHECK:   return {{.*}}, %[[SAFE]]
func.func @root_where_positive(%x: tensor<4xf32>) -> tensor<4xf32> {
  %zero = fx.constant dense<0.0> : tensor<4xf32>
  %p = fx.compare GT, %x, %zero : tensor<4xf32>
  %y = fx.sqrt %x : tensor<4xf32>
  %r = fx.select %p, %y, %zero : tensor<4xi1>, tensor<4xf32>
  return %r : tensor<4xf32>
}

// -----

// A finite factor spoils nothing.

// CHECK-LABEL: func.func @twice_where_positive.vjp
//       CHECK:   fx.select
//       CHECK:   %[[D:.*]] = fx.multiply
//   CHECK-NOT:   fx.select
//       CHECK:   return {{.*}}, %[[D]]
func.func @twice_where_positive(%x: tensor<4xf32>) -> tensor<4xf32> {
  %zero = fx.constant dense<0.0> : tensor<4xf32>
  %two = fx.constant dense<2.0> : tensor<4xf32>
  %p = fx.compare GT, %x, %zero : tensor<4xf32>
  %y = fx.multiply %x, %two : tensor<4xf32>
  %r = fx.select %p, %y, %zero : tensor<4xi1>, tensor<4xf32>
  return %r : tensor<4xf32>
}

// -----

// Where nothing is chosen, derivatives are the plain ones.

// CHECK-LABEL: func.func @root.vjp
//   CHECK-NOT:   fx.select
func.func @root(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = fx.sqrt %x : tensor<4xf32>
  return %y : tensor<4xf32>
}
