// RUN: fluxion-opt %s -fluxion-propagate-sharding | FileCheck %s

// One function for each family of ops: from what is said of an argument or a result, what becomes of the others.

#mesh = #fx.mesh<["a" = 2, "b" = 2]>

// Elementwise ops have one layout, operands and results alike; scalars have none.

// CHECK-LABEL: func.func @elementwise
//  CHECK-SAME:   %{{[a-z0-9]+}}: tensor<4x6xf32> {fx.sharding = #fx.sharding<#mesh, [{"a"}, {"b"}]>}
//  CHECK-SAME:   %{{[a-z0-9]+}}: tensor<4x6xf32> {fx.sharding = #fx.sharding<#mesh, [{"a"}, {"b"}]>}
//  CHECK-SAME:   -> (tensor<4x6xf32> {fx.sharding = #fx.sharding<#mesh, [{"a"}, {"b"}]>})
//       CHECK:   fx.add {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"a"}, {"b"}]>]}
func.func @elementwise(%x: tensor<4x6xf32> {fx.sharding = #fx.sharding<#mesh, [{"a"}, {?}]>},
                       %z: tensor<4x6xf32> {fx.sharding = #fx.sharding<#mesh, [{?}, {"b"}]>}) -> tensor<4x6xf32> {
  %y = fx.add %x, %z : tensor<4x6xf32>
  return %y : tensor<4x6xf32>
}

// A closed dimension is cut no further, and a replicated axis cuts nothing.

// CHECK-LABEL: func.func @closed
//  CHECK-SAME:   tensor<4x6xf32> {fx.sharding = #fx.sharding<#mesh, [{"a"}, {}]>}
//  CHECK-SAME:   tensor<4x6xf32> {fx.sharding = #fx.sharding<#mesh, [{}, {"b"}], replicated = {"a"}>}
//       CHECK:   fx.add {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"a"}, {"b"}]>]}
func.func @closed(%x: tensor<4x6xf32> {fx.sharding = #fx.sharding<#mesh, [{"a"}, {}]>},
                  %z: tensor<4x6xf32> {fx.sharding = #fx.sharding<#mesh, [{?}, {"b"}], replicated = {"a"}>}) -> tensor<4x6xf32> {
  %y = fx.add %x, %z : tensor<4x6xf32>
  return %y : tensor<4x6xf32>
}

// Dimensions that are repeated begin a layout; backward it stays at what there is. A reshape takes dimensions apart.

// CHECK-LABEL: func.func @shape
//       CHECK:   fx.broadcast_in_dim {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"a"}, {}]>]}
//       CHECK:   fx.transpose {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{}, {"a"}]>]}
//       CHECK:   fx.reshape {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{}, {"a"}, {}]>]}
//       CHECK:   fx.reshape {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{}, {"a"}]>]}
//       CHECK:   fx.reverse {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{}, {"a"}]>]}
//       CHECK:   fx.pad {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{}, {"a"}]>]}
//       CHECK:   fx.concatenate {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{}, {"a"}]>]}
//       CHECK:   fx.slice {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{}, {"a"}]>]}
func.func @shape(%x: tensor<8xf32> {fx.sharding = #fx.sharding<#mesh, [{"a"}]>}, %v: tensor<f32>) -> tensor<3x4xf32> {
  %0 = fx.broadcast_in_dim %x dims [0] to [8, 3] : tensor<8xf32> -> tensor<8x3xf32>
  %1 = fx.transpose %0 by [1, 0] : tensor<8x3xf32> -> tensor<3x8xf32>
  %2 = fx.reshape %1 to [3, 4, 2] : tensor<3x8xf32> -> tensor<3x4x2xf32>
  %3 = fx.reshape %2 to [3, 8] : tensor<3x4x2xf32> -> tensor<3x8xf32>
  %4 = fx.reverse %3 along [1] : tensor<3x8xf32>
  %5 = fx.pad %4, %v low [0, 2] high [0, 0] interior [0, 0] : (tensor<3x8xf32>, tensor<f32>) -> tensor<3x10xf32>
  %6 = fx.concatenate %5, %4 along 1 : (tensor<3x10xf32>, tensor<3x8xf32>) -> tensor<3x18xf32>
  %7 = fx.slice %6 from [0, 2] to [3, 6] by [1, 1] : tensor<3x18xf32> -> tensor<3x4xf32>
  return %7 : tensor<3x4xf32>
}

// The fast factor of a dimension is cut only where the slow one is cut into single elements.

// CHECK-LABEL: func.func @factors
//       CHECK:   %[[Y:.*]] = fx.reshape %{{.*}} to [2, 4] {fx.shardings = [#fx.sharding<#mesh, [{"a"}, {"b"}]>]}
//       CHECK:   fx.reshape %{{.*}} to [12] : tensor<3x4xf32>
func.func @factors(%x: tensor<8xf32> {fx.sharding = #fx.sharding<#mesh, [{"a", "b"}]>},
                   %z: tensor<3x4xf32> {fx.sharding = #fx.sharding<#mesh, [{}, {"b"}]>}) -> (tensor<2x4xf32>, tensor<12xf32>) {
  %0 = fx.reshape %x to [2, 4] : tensor<8xf32> -> tensor<2x4xf32>
  %1 = fx.reshape %z to [12] : tensor<3x4xf32> -> tensor<12xf32>
  return %0, %1 : tensor<2x4xf32>, tensor<12xf32>
}

// What is summed up is cut in both operands, and the result is a sum over devices; free dimensions pass.

// CHECK-LABEL: func.func @contract
//  CHECK-SAME:   tensor<4x6xf32> {fx.sharding = #fx.sharding<#mesh, [{"a"}, {"b"}]>}
//  CHECK-SAME:   tensor<6x8xf32> {fx.sharding = #fx.sharding<#mesh, [{"b"}, {}]>}
//       CHECK:   fx.dot_general {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"a"}, {}]>]}
func.func @contract(%x: tensor<4x6xf32> {fx.sharding = #fx.sharding<#mesh, [{"a"}, {?}]>},
                    %w: tensor<6x8xf32> {fx.sharding = #fx.sharding<#mesh, [{"b"}, {}]>}) -> tensor<4x8xf32> {
  %y = fx.dot_general %x, %w batch [] x [] contract [1] x [0] as f32 : (tensor<4x6xf32>, tensor<6x8xf32>) -> tensor<4x8xf32>
  return %y : tensor<4x8xf32>
}

// CHECK-LABEL: func.func @reduce
//       CHECK:   fx.reduce {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"a"}]>]}
//       CHECK:   fx.arg_reduce {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"a"}]>]}
//       CHECK:   fx.cumulative {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"a"}, {}]>]}
//       CHECK:   fx.sort {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"a"}, {}]>]}
func.func @reduce(%x: tensor<4x6xf32> {fx.sharding = #fx.sharding<#mesh, [{"a"}, {"b"}]>}) -> (tensor<4xf32>, tensor<4xi32>, tensor<4x6xf32>, tensor<4x6xf32>) {
  %0 = fx.reduce add, %x over [1] : tensor<4x6xf32> -> tensor<4xf32>
  %1 = fx.arg_reduce maximum, %x over 1 : tensor<4x6xf32> -> tensor<4xi32>
  %2 = fx.cumulative add, %x along 1 reverse false : tensor<4x6xf32>
  %3 = fx.sort %x along 1 stable true descending false : tensor<4x6xf32>
  return %0, %1, %2, %3 : tensor<4xf32>, tensor<4xi32>, tensor<4x6xf32>, tensor<4x6xf32>
}

// Rows of a table: indices bring the batch, the table its columns. What is added up at indices is a sum over them.

// CHECK-LABEL: func.func @index
//       CHECK:   fx.gather {{.*}}fx.shardings = [#fx.sharding<#mesh, [{"a"}, {"b"}]>]
//       CHECK:   fx.scatter add, {{.*}}fx.shardings = [#fx.sharding<#mesh, [{}, {"b"}]>]
//       CHECK:   fx.dynamic_slice {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{}, {"b"}]>]}
//       CHECK:   fx.dynamic_update_slice {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{}, {"b"}]>]}
func.func @index(%t: tensor<16x6xf32> {fx.sharding = #fx.sharding<#mesh, [{}, {"b"}]>},
                 %i: tensor<4x1xi32> {fx.sharding = #fx.sharding<#mesh, [{"a"}, {}]>}, %s: tensor<i32>)
    -> (tensor<16x6xf32>, tensor<16x6xf32>) {
  %0 = fx.gather %t, %i {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, operand_batching_dims = array<i64>,
    start_indices_batching_dims = array<i64>, start_index_map = array<i64: 0>, index_vector_dim = 1,
    slice_sizes = array<i64: 1, 6>} : (tensor<16x6xf32>, tensor<4x1xi32>) -> tensor<4x6xf32>
  %1 = fx.scatter add, %t, %i, %0 {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>,
    input_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>,
    scatter_dims_to_operand_dims = array<i64: 0>, index_vector_dim = 1, unique_indices = false}
    : (tensor<16x6xf32>, tensor<4x1xi32>, tensor<4x6xf32>) -> tensor<16x6xf32>
  %2 = fx.dynamic_slice %t, %s, %s sizes [2, 6] : (tensor<16x6xf32>, tensor<i32>, tensor<i32>) -> tensor<2x6xf32>
  %3 = fx.dynamic_update_slice %t, %2, %s, %s : (tensor<16x6xf32>, tensor<2x6xf32>, tensor<i32>, tensor<i32>) -> tensor<16x6xf32>
  return %1, %3 : tensor<16x6xf32>, tensor<16x6xf32>
}

// Examples, features and what windows slide over.

// CHECK-LABEL: func.func @convolution
//  CHECK-SAME:   tensor<8x3x3x3xf32> {fx.sharding = #fx.sharding<#mesh, [{"b"}, {}, {}, {}]>}
//       CHECK:   fx.convolution {{.*}}fx.shardings = [#fx.sharding<#mesh, [{"a"}, {"b"}, {}, {}]>]
func.func @convolution(%x: tensor<4x3x8x8xf32> {fx.sharding = #fx.sharding<#mesh, [{"a"}, {}, {}, {}]>},
                       %w: tensor<8x3x3x3xf32> {fx.sharding = #fx.sharding<#mesh, [{"b"}, {}, {}, {}]>}) -> tensor<4x8x8x8xf32> {
  %y = fx.convolution %x, %w strides [1, 1] pad [1, 1] x [1, 1] dilate [1, 1] x [1, 1] reverse [0, 0]
    dims [0, 1, 2, 3] x [0, 1, 2, 3] to [0, 1, 2, 3] groups 1 x 1 as f32 : (tensor<4x3x8x8xf32>, tensor<8x3x3x3xf32>) -> tensor<4x8x8x8xf32>
  return %y : tensor<4x8x8x8xf32>
}

// Transforms and factorisations are cut by their batches alone.

// CHECK-LABEL: func.func @linalg
//       CHECK:   fx.cholesky {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"a"}, {}, {}]>]}
//       CHECK:   fx.triangular_solve {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"a"}, {}, {}]>]}
//       CHECK:   fx.fft {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"a"}, {}, {}]>]}
func.func @linalg(%x: tensor<4x6x6xf32> {fx.sharding = #fx.sharding<#mesh, [{"a"}, {"b"}, {}]>}) -> tensor<4x6x4xcomplex<f32>> {
  %l = fx.cholesky %x : tensor<4x6x6xf32>
  %s = fx.triangular_solve %l, %x left true lower true unit false transpose false : tensor<4x6x6xf32>, tensor<4x6x6xf32>
  %f = fx.fft RFFT, %s over [6] : tensor<4x6x6xf32> -> tensor<4x6x4xcomplex<f32>>
  return %f : tensor<4x6x4xcomplex<f32>>
}

// Heads, shared by groups of keys and values.

// CHECK-LABEL: func.func @attention
//       CHECK:   fx.attention {{.*}}fx.shardings = [#fx.sharding<#mesh, [{"b"}, {"a"}, {}, {}]>]
func.func @attention(%q: tensor<2x8x16x4xf32> {fx.sharding = #fx.sharding<#mesh, [{"b"}, {?}, {}, {}]>}, %k: tensor<2x2x16x4xf32>,
                     %v: tensor<2x2x16x4xf32> {fx.sharding = #fx.sharding<#mesh, [{?}, {"a"}, {}, {}]>}) -> tensor<2x8x16x4xf32> {
  %y = fx.attention %q, %k, %v scale 0.5 before 9223372036854775807 after 0 tokens_first false
    : tensor<2x8x16x4xf32>, tensor<2x2x16x4xf32>, tensor<2x2x16x4xf32>
  return %y : tensor<2x8x16x4xf32>
}

// Collectives over an axis of their own.

// CHECK-LABEL: func.func @collective
//       CHECK:   fx.all_reduce {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"a"}, {"b"}]>]}
//       CHECK:   fx.all_gather {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"a"}, {}]>]}
func.func @collective(%x: tensor<4x6xf32> {fx.sharding = #fx.sharding<#mesh, [{"a"}, {"b"}]>}) -> tensor<4x18xf32> {
  %0 = fx.all_reduce add, %x over "i" of 3 : tensor<4x6xf32>
  %1 = fx.all_gather %0 along 1 over "i" of 3 : tensor<4x6xf32> -> tensor<4x18xf32>
  return %1 : tensor<4x18xf32>
}

// Constants go along with whoever reads them, and do not carry one reader's layout to another.

// CHECK-LABEL: func.func @constants
//       CHECK:   fx.add %{{.*}}, %{{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"a"}]>]}
//       CHECK:   fx.add %{{.*}}, %{{.*}} : tensor<4xf32>
func.func @constants(%x: tensor<4xf32> {fx.sharding = #fx.sharding<#mesh, [{"a"}]>}, %z: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %one = fx.constant dense<1.0> : tensor<4xf32>
  %0 = fx.add %x, %one : tensor<4xf32>
  %1 = fx.add %z, %one : tensor<4xf32>
  return %0, %1 : tensor<4xf32>, tensor<4xf32>
}

// A result brings a layout backward.

// CHECK-LABEL: func.func @backward(%{{.*}}: tensor<4xf32> {fx.sharding = #fx.sharding<#mesh, [{"a"}]>})
func.func @backward(%x: tensor<4xf32>) -> (tensor<4xf32> {fx.sharding = #fx.sharding<#mesh, [{"a"}]>}) {
  %0 = fx.exponential %x : tensor<4xf32>
  return %0 : tensor<4xf32>
}
