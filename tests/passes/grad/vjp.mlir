// RUN: fluxion-opt %s -fluxion-vjp -split-input-file -verify-diagnostics | FileCheck %s

// The weights' gradient is a product in their own layout: nothing is transposed.

// CHECK-LABEL: func.func @linear.vjp
//  CHECK-SAME:   %[[X:.*]]: tensor<8x4xf32>, %[[W:.*]]: tensor<4x3xf32>, %[[B:.*]]: tensor<3xf32>, %[[CT:.*]]: tensor<8x3xf32>
//   CHECK-NOT:   fx.transpose
//   CHECK-DAG:   %[[DB:.*]] = fx.reduce  add, %[[CT]] over [0]
//   CHECK-DAG:   %[[DX:.*]] = fx.dot_general %[[CT]], %[[W]] batch [] x [] contract [1] x [1]
//   CHECK-DAG:   %[[DW:.*]] = fx.dot_general %[[X]], %[[CT]] batch [] x [] contract [0] x [0]
//       CHECK:   return %{{.*}}, %[[DX]], %[[DW]], %[[DB]]
func.func @linear(%x: tensor<8x4xf32>, %w: tensor<4x3xf32>, %b: tensor<3xf32>) -> tensor<8x3xf32> {
  %p = fx.dot_general %x, %w batch [] x [] contract [1] x [0] as f32 : (tensor<8x4xf32>, tensor<4x3xf32>) -> tensor<8x3xf32>
  %r = fx.broadcast_in_dim %b dims [1] to [8, 3] : tensor<3xf32> -> tensor<8x3xf32>
  %y = fx.add %p, %r : tensor<8x3xf32>
  return %y : tensor<8x3xf32>
}

// -----

// An array cut into pieces gets its cotangent by one concatenation, gaps filled with zeros.

// CHECK-LABEL: func.func @pieces.vjp
//  CHECK-SAME:   %[[CA:[^:]*]]: tensor<2x2xf32>, %[[CB:[^:]*]]: tensor<2x3xf32>)
//       CHECK:   %[[GAP:.*]] = fx.constant dense<0.0{{.*}}> : tensor<2x1xf32>
//       CHECK:   fx.concatenate %[[CA]], %[[GAP]], %[[CB]] along 1
//   CHECK-NOT:   fx.pad
func.func @pieces(%x: tensor<2x6xf32>) -> (tensor<2x2xf32>, tensor<2x3xf32>) {
  %a = fx.slice %x from [0, 0] to [2, 2] by [1, 1] : tensor<2x6xf32> -> tensor<2x2xf32>
  %b = fx.slice %x from [0, 3] to [2, 6] by [1, 1] : tensor<2x6xf32> -> tensor<2x3xf32>
  return %a, %b : tensor<2x2xf32>, tensor<2x3xf32>
}

// -----

// Two readings of one table scatter into one array.

// CHECK-LABEL: func.func @embed.vjp
//       CHECK:   %[[ZERO:.*]] = fx.constant dense<0.0{{.*}}> : tensor<5x2xf32>
//       CHECK:   %[[ONE:.*]] = fx.scatter add, %[[ZERO]]
//       CHECK:   %[[TWO:.*]] = fx.scatter add, %[[ONE]]
//   CHECK-NOT:   fx.add
//       CHECK:   return %{{.*}}, %{{.*}}, %[[TWO]]
func.func @embed(%table: tensor<5x2xf32>, %i: tensor<3xi32>, %j: tensor<3xi32>) -> (tensor<3x2xf32>, tensor<3x2xf32>) {
  %a = fx.gather %table, %i {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, operand_batching_dims = array<i64>, start_indices_batching_dims = array<i64>, start_index_map = array<i64: 0>, index_vector_dim = 1 : i64, slice_sizes = array<i64: 1, 2>} : (tensor<5x2xf32>, tensor<3xi32>) -> tensor<3x2xf32>
  %b = fx.gather %table, %j {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, operand_batching_dims = array<i64>, start_indices_batching_dims = array<i64>, start_index_map = array<i64: 0>, index_vector_dim = 1 : i64, slice_sizes = array<i64: 1, 2>} : (tensor<5x2xf32>, tensor<3xi32>) -> tensor<3x2xf32>
  return %a, %b : tensor<3x2xf32>, tensor<3x2xf32>
}

// -----

// What is computed only for a derivative that nobody asked for is not there.

// CHECK-LABEL: func.func @stopped.vjp
//   CHECK-NOT:   fx.cosine
//       CHECK:   return
func.func @stopped(%x: tensor<4xf32>) -> tensor<4xf32> {
  %s = fx.sine %x : tensor<4xf32>
  %c = fx.stop_gradient %s : tensor<4xf32>
  %y = fx.multiply %c, %x : tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----

func.func @while(%x: tensor<f32>) -> tensor<f32> {
  // expected-error@+1 {{grad: a while loop has no reverse derivative; give it a bound (max_steps), or use scan or fori_loop with a constant number of iterations}}
  %y = fx.while (%x) constants 0 : (tensor<f32>) -> tensor<f32> {
  ^bb0(%c: tensor<f32>):
    %one = fx.constant dense<1.0> : tensor<f32>
    %more = fx.compare LT, %c, %one : tensor<f32>
    fx.yield %more : tensor<i1>
  } do {
  ^bb0(%c: tensor<f32>):
    %d = fx.exponential %c : tensor<f32>
    fx.yield %d : tensor<f32>
  }
  return %y : tensor<f32>
}

// -----

func.func @scatter(%x: tensor<4xf32>, %i: tensor<2x1xi32>, %u: tensor<2xf32>) -> tensor<4xf32> {
  // expected-error@+1 {{grad: no derivative rule for 'fx.scatter multiply' in its updates unless unique_indices holds}}
  %y = fx.scatter multiply, %x, %i, %u {update_window_dims = array<i64>, inserted_window_dims = array<i64: 0>, input_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, scatter_dims_to_operand_dims = array<i64: 0>, index_vector_dim = 1 : i64, unique_indices = false} : (tensor<4xf32>, tensor<2x1xi32>, tensor<2xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}
