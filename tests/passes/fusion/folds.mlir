// RUN: fluxion-opt %s -pass-pipeline='builtin.module(func.func(fluxion-fuse))' -split-input-file | FileCheck %s
// RUN: fluxion-opt %s -pass-pipeline='builtin.module(func.func(fluxion-prepare,fluxion-fuse{prepared=true}))' -split-input-file | FileCheck %s --check-prefix=APART

// Sums of columns of what a kernel over rows reads, and of what it writes, in one pass over both: a block of rows at a
// time, as the sums were split for several threads. What only the sums needed of the rows is not written.

// CHECK-LABEL: func.func @normalised
//       CHECK:   fx.kernel "rows" [64, 128, 768] reduced [2](%{{.*}}, %{{.*}}) {folded = array<i64: 1>, folds = array<i64: 0, 1>}
//  CHECK-SAME:     -> (tensor<64x768xf32>, tensor<64x768xf32>, tensor<8192x768xf32>)
//       CHECK:   fx.kernel "columns" [64, 768] reduced [0]
//       CHECK:   fx.kernel "columns" [64, 768] reduced [0]
//   CHECK-NOT:   fx.kernel
// APART-LABEL: func.func @normalised
//       APART:   fx.kernel "rows" [8192, 768] reduced [1]
//       APART:   fx.kernel "columns" [64, 128, 768] reduced [1]
//   APART-NOT:   folded
func.func @normalised(%x: tensor<8192x768xf32>, %g: tensor<8192x768xf32>) -> (tensor<8192x768xf32>, tensor<768xf32>, tensor<768xf32>) {
  %s = fx.reduce add, %x over [1] : tensor<8192x768xf32> -> tensor<8192xf32>
  %r = fx.rsqrt %s : tensor<8192xf32>
  %b = fx.broadcast_in_dim %r dims [0] to [8192, 768] : tensor<8192xf32> -> tensor<8192x768xf32>
  %n = fx.multiply %x, %b : tensor<8192x768xf32>
  %d = fx.multiply %n, %g : tensor<8192x768xf32>
  %t = fx.reduce add, %d over [1] : tensor<8192x768xf32> -> tensor<8192xf32>
  %c = fx.broadcast_in_dim %t dims [0] to [8192, 768] : tensor<8192xf32> -> tensor<8192x768xf32>
  %y = fx.subtract %g, %c : tensor<8192x768xf32>
  %gain = fx.reduce add, %d over [0] : tensor<8192x768xf32> -> tensor<768xf32>
  %bias = fx.reduce add, %g over [0] : tensor<8192x768xf32> -> tensor<768xf32>
  return %y, %gain, %bias : tensor<8192x768xf32>, tensor<768xf32>, tensor<768xf32>
}

// -----

// Long rows have columns enough for all threads, but are cut into blocks to be read once.

// CHECK-LABEL: func.func @long_rows
//       CHECK:   fx.kernel "rows" [32, 32, 4096] reduced [2]{{.*}} {folded = array<i64: 1>, folds = array<i64: 0>}
//       CHECK:   fx.kernel "columns" [32, 4096] reduced [0]
//   CHECK-NOT:   fx.kernel
func.func @long_rows(%x: tensor<1024x4096xf32>, %g: tensor<1024x4096xf32>) -> (tensor<1024xf32>, tensor<4096xf32>) {
  %d = fx.multiply %x, %g : tensor<1024x4096xf32>
  %t = fx.reduce add, %d over [1] : tensor<1024x4096xf32> -> tensor<1024xf32>
  %bias = fx.reduce add, %g over [0] : tensor<1024x4096xf32> -> tensor<4096xf32>
  return %t, %bias : tensor<1024xf32>, tensor<4096xf32>
}

// -----

// What the rows' kernel writes is summed up where it is computed.

// CHECK-LABEL: func.func @softmax_and_bias
//       CHECK:   fx.kernel "rows" [32, 64, 300] reduced [2]{{.*}} {folded = array<i64: 1>, folds = array<i64: 0>}
//       CHECK:   fx.kernel "columns" [32, 300] reduced [0]
//   CHECK-NOT:   fx.kernel
func.func @softmax_and_bias(%x: tensor<2048x300xf32>) -> (tensor<2048x300xf32>, tensor<300xf32>) {
  %m = fx.reduce maximum, %x over [1] : tensor<2048x300xf32> -> tensor<2048xf32>
  %mb = fx.broadcast_in_dim %m dims [0] to [2048, 300] : tensor<2048xf32> -> tensor<2048x300xf32>
  %d = fx.subtract %x, %mb : tensor<2048x300xf32>
  %e = fx.exponential %d : tensor<2048x300xf32>
  %s = fx.reduce add, %e over [1] : tensor<2048x300xf32> -> tensor<2048xf32>
  %sb = fx.broadcast_in_dim %s dims [0] to [2048, 300] : tensor<2048xf32> -> tensor<2048x300xf32>
  %y = fx.divide %e, %sb : tensor<2048x300xf32>
  %bias = fx.reduce add, %y over [0] : tensor<2048x300xf32> -> tensor<300xf32>
  return %y, %bias : tensor<2048x300xf32>, tensor<300xf32>
}

// -----

// Rows that need the columns' sums come after them.

// CHECK-LABEL: func.func @needed
//   CHECK-NOT:   folded
func.func @needed(%x: tensor<8192x768xf32>) -> tensor<8192xf32> {
  %s = fx.reduce add, %x over [0] : tensor<8192x768xf32> -> tensor<768xf32>
  %b = fx.broadcast_in_dim %s dims [1] to [8192, 768] : tensor<768xf32> -> tensor<8192x768xf32>
  %y = fx.subtract %x, %b : tensor<8192x768xf32>
  %r = fx.reduce maximum, %y over [1] : tensor<8192x768xf32> -> tensor<8192xf32>
  return %r : tensor<8192xf32>
}

// -----

// Arrays so small that they lie in a cache from one kernel to the next are read twice.

// CHECK-LABEL: func.func @small
//   CHECK-NOT:   folded
func.func @small(%x: tensor<512x64xf32>) -> (tensor<512xf32>, tensor<64xf32>) {
  %r = fx.reduce add, %x over [1] : tensor<512x64xf32> -> tensor<512xf32>
  %c = fx.reduce add, %x over [0] : tensor<512x64xf32> -> tensor<64xf32>
  return %r, %c : tensor<512xf32>, tensor<64xf32>
}
