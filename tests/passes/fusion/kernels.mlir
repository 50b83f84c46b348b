// RUN: fluxion-opt %s -pass-pipeline='builtin.module(func.func(fluxion-fuse))' -split-input-file | FileCheck %s

// Softmax needs each row three times, but each element of x once from memory: one kernel over rows.

// CHECK-LABEL: func.func @softmax
//       CHECK:   %[[Y:.*]] = fx.kernel "rows" [8, 32] reduced [1]
//       CHECK:     fx.reduce maximum
//       CHECK:     fx.exponential
//       CHECK:     fx.reduce add
//       CHECK:     fx.divide
//       CHECK:   return %[[Y]]
func.func @softmax(%x: tensor<8x32xf32>) -> tensor<8x32xf32> {
  %m = fx.reduce maximum, %x over [1] : tensor<8x32xf32> -> tensor<8xf32>
  %mb = fx.broadcast_in_dim %m dims [0] to [8, 32] : tensor<8xf32> -> tensor<8x32xf32>
  %d = fx.subtract %x, %mb : tensor<8x32xf32>
  %e = fx.exponential %d : tensor<8x32xf32>
  %s = fx.reduce add, %e over [1] : tensor<8x32xf32> -> tensor<8xf32>
  %sb = fx.broadcast_in_dim %s dims [0] to [8, 32] : tensor<8xf32> -> tensor<8x32xf32>
  %y = fx.divide %e, %sb : tensor<8x32xf32>
  return %y : tensor<8x32xf32>
}

// -----

// What follows a product elementwise is applied to its blocks while they are in the cache.

// CHECK-LABEL: func.func @epilogue
//       CHECK:   fx.kernel "gemm"
//       CHECK:     fx.dot_general
//       CHECK:     fx.add
//       CHECK:     fx.tanh
//   CHECK-NOT:   fx.kernel
func.func @epilogue(%a: tensor<4x8xf32>, %b: tensor<8x16xf32>, %c: tensor<16xf32>) -> tensor<4x16xf32> {
  %y = fx.dot_general %a, %b batch [] x [] contract [1] x [0] as f32 : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  %cb = fx.broadcast_in_dim %c dims [1] to [4, 16] : tensor<16xf32> -> tensor<4x16xf32>
  %z = fx.add %y, %cb : tensor<4x16xf32>
  %t = fx.tanh %z : tensor<4x16xf32>
  return %t : tensor<4x16xf32>
}

// -----

// Operands that are transposes or slices are read where they lie.

// CHECK-LABEL: func.func @strides
//   CHECK-NOT:   fx.kernel
//       CHECK:   fx.dot_general
func.func @strides(%a: tensor<8x4xf32>, %b: tensor<8x32xf32>) -> tensor<4x16xf32> {
  %t = fx.transpose %a by [1, 0] : tensor<8x4xf32> -> tensor<4x8xf32>
  %s = fx.slice %b from [0, 16] to [8, 32] by [1, 1] : tensor<8x32xf32> -> tensor<8x16xf32>
  %y = fx.dot_general %t, %s batch [] x [] contract [1] x [0] as f32 : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  return %y : tensor<4x16xf32>
}

// -----

// A dear value of two arrays that two kernels need is stored by the first, and not computed twice.

// CHECK-LABEL: func.func @dear
//       CHECK:   fx.kernel
// CHECK-COUNT-1: fx.exponential
//   CHECK-NOT:   fx.exponential
func.func @dear(%x: tensor<8x32xf32>, %w: tensor<8x32xf32>) -> (tensor<8x32xf32>, tensor<32x8xf32>) {
  %s = fx.add %x, %w : tensor<8x32xf32>
  %e = fx.exponential %s : tensor<8x32xf32>
  %y = fx.negate %e : tensor<8x32xf32>
  %t = fx.transpose %e by [1, 0] : tensor<8x32xf32> -> tensor<32x8xf32>
  %z = fx.negate %t : tensor<32x8xf32>
  return %y, %z : tensor<8x32xf32>, tensor<32x8xf32>
}

// -----

// One that follows from a single array is computed again: reading it back would be no less work.

// CHECK-LABEL: func.func @again
// CHECK-COUNT-2: fx.exponential
func.func @again(%x: tensor<8x32xf32>) -> (tensor<8x32xf32>, tensor<32x8xf32>) {
  %e = fx.exponential %x : tensor<8x32xf32>
  %y = fx.negate %e : tensor<8x32xf32>
  %t = fx.transpose %e by [1, 0] : tensor<8x32xf32> -> tensor<32x8xf32>
  %z = fx.negate %t : tensor<32x8xf32>
  return %y, %z : tensor<8x32xf32>, tensor<32x8xf32>
}

// -----

// Gradients of gain and bias: two sums over the same rows are one kernel.

// CHECK-LABEL: func.func @siblings
//       CHECK:   fx.kernel "columns" [64, 32] reduced [0]
// CHECK-COUNT-2: fx.reduce add
//   CHECK-NOT:   fx.kernel
func.func @siblings(%g: tensor<64x32xf32>, %x: tensor<64x32xf32>) -> (tensor<32xf32>, tensor<32xf32>) {
  %p = fx.multiply %g, %x : tensor<64x32xf32>
  %a = fx.reduce add, %p over [0] : tensor<64x32xf32> -> tensor<32xf32>
  %b = fx.reduce add, %g over [0] : tensor<64x32xf32> -> tensor<32xf32>
  return %a, %b : tensor<32xf32>, tensor<32xf32>
}

// -----

// Nothing to do: an argument is returned, a reshape is another name.

// CHECK-LABEL: func.func @nothing
//   CHECK-NOT:   fx.kernel
func.func @nothing(%x: tensor<8x32xf32>) -> (tensor<8x32xf32>, tensor<256xf32>) {
  %r = fx.reshape %x to [256] : tensor<8x32xf32> -> tensor<256xf32>
  return %x, %r : tensor<8x32xf32>, tensor<256xf32>
}

// -----

// What stays in memory for one reader (here zeros to scatter into) is computed inside another: that one gets a copy.
// CHECK-LABEL: func.func @kept_and_absorbed(
//       CHECK:   %[[Z:.*]] = fx.constant dense<0>
//       CHECK:   fx.kernel "update" {{.*}}(%[[Z]], %arg0)
//       CHECK:   fx.kernel "loop" {{.*}}(%arg1)
//       CHECK:     fx.constant dense<0>
//  CHECK-NEXT:     fx.maximum
func.func @kept_and_absorbed(%i: tensor<6x1xi32>, %x: tensor<6xi32>) -> (tensor<6xi32>, tensor<6xi32>) {
  %z = fx.constant dense<0> : tensor<6xi32>
  %ones = fx.constant dense<1> : tensor<6xi32>
  %s = fx.scatter add, %z, %i, %ones {index_vector_dim = 1 : i64, input_batching_dims = array<i64>, inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>, scatter_indices_batching_dims = array<i64>, unique_indices = false, update_window_dims = array<i64>} : (tensor<6xi32>, tensor<6x1xi32>, tensor<6xi32>) -> tensor<6xi32>
  %y = fx.maximum %x, %z : tensor<6xi32>
  return %s, %y : tensor<6xi32>, tensor<6xi32>
}

// -----

// Numbers that are dear, and needed by many kernels, are computed once, all in one kernel; a cheap one in each.
// CHECK-LABEL: func.func @dear_numbers(
//       CHECK:   %[[N:.*]]:2 = fx.kernel "loop" [] reduced [](%arg0, %arg1)
//       CHECK:     fx.power
//       CHECK:     fx.exponential
//   CHECK-NOT:   fx.power
//   CHECK-NOT:   fx.exponential
//       CHECK:   fx.kernel "loop" [8]
//       CHECK:     fx.negate
//       CHECK:   fx.kernel "loop" [9]
//       CHECK:     fx.negate
func.func @dear_numbers(%s: tensor<f32>, %t: tensor<f32>, %a: tensor<8xf32>, %b: tensor<9xf32>, %c: tensor<10xf32>,
                        %d: tensor<11xf32>) -> (tensor<8xf32>, tensor<9xf32>, tensor<10xf32>, tensor<11xf32>) {
  %p = fx.power %s, %t : tensor<f32>
  %e = fx.exponential %s : tensor<f32>
  %n = fx.negate %t : tensor<f32>
  %pa = fx.broadcast_in_dim %p dims [] to [8] : tensor<f32> -> tensor<8xf32>
  %pb = fx.broadcast_in_dim %p dims [] to [9] : tensor<f32> -> tensor<9xf32>
  %pc = fx.broadcast_in_dim %p dims [] to [10] : tensor<f32> -> tensor<10xf32>
  %pd = fx.broadcast_in_dim %p dims [] to [11] : tensor<f32> -> tensor<11xf32>
  %ea = fx.broadcast_in_dim %e dims [] to [8] : tensor<f32> -> tensor<8xf32>
  %eb = fx.broadcast_in_dim %e dims [] to [9] : tensor<f32> -> tensor<9xf32>
  %ec = fx.broadcast_in_dim %e dims [] to [10] : tensor<f32> -> tensor<10xf32>
  %ed = fx.broadcast_in_dim %e dims [] to [11] : tensor<f32> -> tensor<11xf32>
  %na = fx.broadcast_in_dim %n dims [] to [8] : tensor<f32> -> tensor<8xf32>
  %nb = fx.broadcast_in_dim %n dims [] to [9] : tensor<f32> -> tensor<9xf32>
  %xa = fx.multiply %a, %pa : tensor<8xf32>
  %xb = fx.multiply %b, %pb : tensor<9xf32>
  %xc = fx.multiply %c, %pc : tensor<10xf32>
  %xd = fx.multiply %d, %pd : tensor<11xf32>
  %ya = fx.add %xa, %ea : tensor<8xf32>
  %yb = fx.add %xb, %eb : tensor<9xf32>
  %yc = fx.add %xc, %ec : tensor<10xf32>
  %yd = fx.add %xd, %ed : tensor<11xf32>
  %za = fx.add %ya, %na : tensor<8xf32>
  %zb = fx.add %yb, %nb : tensor<9xf32>
  return %za, %zb, %yc, %yd : tensor<8xf32>, tensor<9xf32>, tensor<10xf32>, tensor<11xf32>
}

// -----

// Where a slice takes in a whole dimension nothing reads where it begins: no kernel has it for an input, and what
// another kernel has inside need not be in the block.

// CHECK-LABEL: func.func @shared_number
//   CHECK-NOT:   fx.constant dense<3>
//       CHECK:   fx.kernel "update"
//       CHECK:   fx.constant dense<0>
//       CHECK:   fx.kernel "update"
//       CHECK:   fx.constant dense<3>
func.func @shared_number(%x: tensor<4xcomplex<f32>>, %z: tensor<4xf64>) -> (tensor<4xcomplex<f32>>, tensor<4xf64>) {
  %s = fx.sine %z : tensor<4xf64>
  %u = fx.convert %s to complex<f32> : tensor<4xf64> -> tensor<4xcomplex<f32>>
  %at = fx.constant dense<3> : tensor<i32>
  %a = fx.dynamic_update_slice %x, %u, %at : (tensor<4xcomplex<f32>>, tensor<4xcomplex<f32>>, tensor<i32>) -> tensor<4xcomplex<f32>>
  %p = fx.constant dense<7.5e-01> : tensor<2xf64>
  %b = fx.dynamic_update_slice %s, %p, %at : (tensor<4xf64>, tensor<2xf64>, tensor<i32>) -> tensor<4xf64>
  return %a, %b : tensor<4xcomplex<f32>>, tensor<4xf64>
}
