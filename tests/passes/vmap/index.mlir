// RUN: fluxion-opt %s -fluxion-vmap=size=5 -split-input-file | FileCheck %s

// Positions of its own for each example make the mapped axis a batching dimension.

// CHECK-LABEL: func.func @gather.vmap
//       CHECK:   fx.gather %{{.*}} {collapsed_slice_dims = array<i64: 1>, index_vector_dim = 2 : i64, offset_dims = array<i64: 2>, operand_batching_dims = array<i64: 0>, slice_sizes = array<i64: 1, 1, 4>, start_index_map = array<i64: 1>, start_indices_batching_dims = array<i64: 0>} : (tensor<5x7x4xf32>, tensor<5x3x1xi32>) -> tensor<5x3x4xf32>
func.func @gather(%x: tensor<7x4xf32>, %i: tensor<3x1xi32>) -> tensor<3x4xf32> {
  %y = fx.gather %x, %i {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, operand_batching_dims = array<i64>, start_indices_batching_dims = array<i64>, start_index_map = array<i64: 0>, index_vector_dim = 1 : i64, slice_sizes = array<i64: 1, 4>} : (tensor<7x4xf32>, tensor<3x1xi32>) -> tensor<3x4xf32>
  return %y : tensor<3x4xf32>
}

// -----

// CHECK-LABEL: func.func @scatter.vmap
//       CHECK:   fx.scatter  add, %{{.*}} {index_vector_dim = 2 : i64, input_batching_dims = array<i64: 0>, inserted_window_dims = array<i64: 1>, scatter_dims_to_operand_dims = array<i64: 1>, scatter_indices_batching_dims = array<i64: 0>, unique_indices = false, update_window_dims = array<i64: 2>} : (tensor<5x7x4xf32>, tensor<5x3x1xi32>, tensor<5x3x4xf32>) -> tensor<5x7x4xf32>
func.func @scatter(%x: tensor<7x4xf32>, %i: tensor<3x1xi32>, %u: tensor<3x4xf32>) -> tensor<7x4xf32> {
  %y = fx.scatter add, %x, %i, %u {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, input_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, scatter_dims_to_operand_dims = array<i64: 0>, index_vector_dim = 1 : i64, unique_indices = false} : (tensor<7x4xf32>, tensor<3x1xi32>, tensor<3x4xf32>) -> tensor<7x4xf32>
  return %y : tensor<7x4xf32>
}

// -----

// A slice that begins somewhere else in each example is a gather, which clamps as a slice does.

// CHECK-LABEL: func.func @slice.vmap
//   CHECK-NOT:   fx.dynamic_slice
//       CHECK:   fx.gather
//  CHECK-SAME:     slice_sizes = array<i64: 1, 2>
//  CHECK-SAME:     (tensor<5x7xf32>, tensor<5x1xi32>) -> tensor<5x2xf32>
func.func @slice(%x: tensor<7xf32>, %i: tensor<i32>) -> tensor<2xf32> {
  %y = fx.dynamic_slice %x, %i sizes [2] : (tensor<7xf32>, tensor<i32>) -> tensor<2xf32>
  return %y : tensor<2xf32>
}

// -----

// A scatter drops what is outside, where an update of a slice clamps: so starts are clamped first.

// CHECK-LABEL: func.func @update.vmap
//       CHECK:   %[[C:.*]] = fx.clamp
//       CHECK:   fx.scatter  set, %{{[^,]*}}, %[[C]],
func.func @update(%x: tensor<7xf32>, %u: tensor<2xf32>, %i: tensor<i32>) -> tensor<7xf32> {
  %y = fx.dynamic_update_slice %x, %u, %i : (tensor<7xf32>, tensor<2xf32>, tensor<i32>) -> tensor<7xf32>
  return %y : tensor<7xf32>
}
