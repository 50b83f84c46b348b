// RUN: fluxion-opt %s -fluxion-raise-attention -split-input-file | FileCheck %s
// RUN: fluxion-opt %s -fluxion-vjp -split-input-file | FileCheck %s --check-prefix=VJP
// RUN: env FLUXION_ATTENTION=0 fluxion-opt %s -fluxion-raise-attention -split-input-file | FileCheck %s --check-prefix=OFF

// OFF-NOT: fx.attention

// Without a mask. The dimensions of a batch are joined: heads differ in nothing else.

// CHECK-LABEL: func.func @plain(
//       CHECK:   %[[Q:.*]] = fx.reshape %arg0 to [6, 1, 64, 32]
//       CHECK:   %[[K:.*]] = fx.reshape %arg1 to [6, 1, 64, 32]
//       CHECK:   %[[V:.*]] = fx.reshape %arg2 to [6, 1, 64, 32]
//       CHECK:   %[[Y:.*]] = fx.attention %[[Q]], %[[K]], %[[V]] scale 1.250000e-01 before 9223372036854775807 after 9223372036854775807 tokens_first false
//   CHECK-NOT:   fx.dot_general
//       CHECK:   fx.reshape %[[Y]] to [2, 3, 64, 32]

// Its derivative computes the weights again.

// VJP-LABEL: func.func @plain.vjp(
//   VJP-NOT:   64x64
//       VJP:   fx.attention %
//   VJP-NOT:   64x64
//       VJP:   fx.attention_grad %
//   VJP-NOT:   64x64
//       VJP:   return
func.func @plain(%q: tensor<2x3x64x32xf32>, %k: tensor<2x3x64x32xf32>, %v: tensor<2x3x64x32xf32>) -> tensor<2x3x64x32xf32> {
  %s = fx.dot_general %q, %k batch [0, 1] x [0, 1] contract [3] x [3] as f32 : (tensor<2x3x64x32xf32>, tensor<2x3x64x32xf32>) -> tensor<2x3x64x64xf32>
  %c = fx.constant dense<8.0> : tensor<2x3x64x64xf32>
  %x = fx.divide %s, %c : tensor<2x3x64x64xf32>
  %m = fx.reduce maximum, %x over [3] : tensor<2x3x64x64xf32> -> tensor<2x3x64xf32>
  %mb = fx.broadcast_in_dim %m dims [0, 1, 2] to [2, 3, 64, 64] : tensor<2x3x64xf32> -> tensor<2x3x64x64xf32>
  %d = fx.subtract %x, %mb : tensor<2x3x64x64xf32>
  %e = fx.exponential %d : tensor<2x3x64x64xf32>
  %t = fx.reduce add, %e over [3] : tensor<2x3x64x64xf32> -> tensor<2x3x64xf32>
  %tb = fx.broadcast_in_dim %t dims [0, 1, 2] to [2, 3, 64, 64] : tensor<2x3x64xf32> -> tensor<2x3x64x64xf32>
  %p = fx.divide %e, %tb : tensor<2x3x64x64xf32>
  %y = fx.dot_general %p, %v batch [0, 1] x [0, 1] contract [3] x [2] as f32 : (tensor<2x3x64x64xf32>, tensor<2x3x64x32xf32>) -> tensor<2x3x64x32xf32>
  return %y : tensor<2x3x64x32xf32>
}

// -----

// A causal mask.

// CHECK-LABEL: func.func @causal(
//       CHECK:   fx.attention {{.*}} before 9223372036854775807 after 0 tokens_first false
func.func @causal(%q: tensor<2x3x64x32xf32>, %k: tensor<2x3x64x32xf32>, %v: tensor<2x3x64x32xf32>) -> tensor<2x3x64x32xf32> {
  %s = fx.dot_general %q, %k batch [0, 1] x [0, 1] contract [3] x [3] as f32 : (tensor<2x3x64x32xf32>, tensor<2x3x64x32xf32>) -> tensor<2x3x64x64xf32>
  %c = fx.constant dense<8.0> : tensor<2x3x64x64xf32>
  %x = fx.divide %s, %c : tensor<2x3x64x64xf32>
  %i = fx.iota 0 to [64, 64] as i32 : tensor<64x64xi32>
  %j = fx.iota 1 to [64, 64] as i32 : tensor<64x64xi32>
  %b = fx.compare GE, %i, %j : tensor<64x64xi32>
  %bb = fx.broadcast_in_dim %b dims [2, 3] to [2, 3, 64, 64] : tensor<64x64xi1> -> tensor<2x3x64x64xi1>
  %inf = fx.constant dense<0xFF800000> : tensor<2x3x64x64xf32>
  %z = fx.select %bb, %x, %inf : tensor<2x3x64x64xi1>, tensor<2x3x64x64xf32>
  %m = fx.reduce maximum, %z over [3] : tensor<2x3x64x64xf32> -> tensor<2x3x64xf32>
  %mb = fx.broadcast_in_dim %m dims [0, 1, 2] to [2, 3, 64, 64] : tensor<2x3x64xf32> -> tensor<2x3x64x64xf32>
  %d = fx.subtract %z, %mb : tensor<2x3x64x64xf32>
  %e = fx.exponential %d : tensor<2x3x64x64xf32>
  %t = fx.reduce add, %e over [3] : tensor<2x3x64x64xf32> -> tensor<2x3x64xf32>
  %tb = fx.broadcast_in_dim %t dims [0, 1, 2] to [2, 3, 64, 64] : tensor<2x3x64xf32> -> tensor<2x3x64x64xf32>
  %p = fx.divide %e, %tb : tensor<2x3x64x64xf32>
  %y = fx.dot_general %p, %v batch [0, 1] x [0, 1] contract [3] x [2] as f32 : (tensor<2x3x64x64xf32>, tensor<2x3x64x32xf32>) -> tensor<2x3x64x32xf32>
  return %y : tensor<2x3x64x32xf32>
}

// -----

// A window, as the complement of what is too far away, with a large negative number.

// CHECK-LABEL: func.func @window(
//       CHECK:   fx.attention {{.*}} before 9 after 3 tokens_first false
func.func @window(%q: tensor<2x3x64x32xf32>, %k: tensor<2x3x64x32xf32>, %v: tensor<2x3x64x32xf32>) -> tensor<2x3x64x32xf32> {
  %s = fx.dot_general %q, %k batch [0, 1] x [0, 1] contract [3] x [3] as f32 : (tensor<2x3x64x32xf32>, tensor<2x3x64x32xf32>) -> tensor<2x3x64x64xf32>
  %c = fx.constant dense<8.0> : tensor<2x3x64x64xf32>
  %x = fx.divide %s, %c : tensor<2x3x64x64xf32>
  %i = fx.iota 0 to [64, 64] as i32 : tensor<64x64xi32>
  %j = fx.iota 1 to [64, 64] as i32 : tensor<64x64xi32>
  %ten = fx.constant dense<10> : tensor<64x64xi32>
  %three = fx.constant dense<3> : tensor<64x64xi32>
  %dist = fx.subtract %j, %i : tensor<64x64xi32>
  %far = fx.compare GT, %dist, %three : tensor<64x64xi32>
  %later = fx.add %j, %ten : tensor<64x64xi32>
  %old = fx.compare LE, %later, %i : tensor<64x64xi32>
  %either = fx.or %far, %old : tensor<64x64xi1>
  %bb = fx.broadcast_in_dim %either dims [2, 3] to [2, 3, 64, 64] : tensor<64x64xi1> -> tensor<2x3x64x64xi1>
  %low = fx.constant dense<-1.0e+10> : tensor<2x3x64x64xf32>
  %z = fx.select %bb, %low, %x : tensor<2x3x64x64xi1>, tensor<2x3x64x64xf32>
  %m = fx.reduce maximum, %z over [3] : tensor<2x3x64x64xf32> -> tensor<2x3x64xf32>
  %mb = fx.broadcast_in_dim %m dims [0, 1, 2] to [2, 3, 64, 64] : tensor<2x3x64xf32> -> tensor<2x3x64x64xf32>
  %d = fx.subtract %z, %mb : tensor<2x3x64x64xf32>
  %e = fx.exponential %d : tensor<2x3x64x64xf32>
  %t = fx.reduce add, %e over [3] : tensor<2x3x64x64xf32> -> tensor<2x3x64xf32>
  %tb = fx.broadcast_in_dim %t dims [0, 1, 2] to [2, 3, 64, 64] : tensor<2x3x64xf32> -> tensor<2x3x64x64xf32>
  %p = fx.divide %e, %tb : tensor<2x3x64x64xf32>
  %y = fx.dot_general %p, %v batch [0, 1] x [0, 1] contract [3] x [2] as f32 : (tensor<2x3x64x64xf32>, tensor<2x3x64x32xf32>) -> tensor<2x3x64x32xf32>
  return %y : tensor<2x3x64x32xf32>
}

// -----

// A triangle of ones, as a frontend makes it.

// CHECK-LABEL: func.func @triangle(
//       CHECK:   fx.attention {{.*}} before 9223372036854775807 after 0 tokens_first false
func.func @triangle(%q: tensor<2x3x64x32xf32>, %k: tensor<2x3x64x32xf32>, %v: tensor<2x3x64x32xf32>) -> tensor<2x3x64x32xf32> {
  %s = fx.dot_general %q, %k batch [0, 1] x [0, 1] contract [3] x [3] as f32 : (tensor<2x3x64x32xf32>, tensor<2x3x64x32xf32>) -> tensor<2x3x64x64xf32>
  %c = fx.constant dense<8.0> : tensor<2x3x64x64xf32>
  %x = fx.divide %s, %c : tensor<2x3x64x64xf32>
  %i = fx.iota 0 to [64, 64] as i32 : tensor<64x64xi32>
  %j = fx.iota 1 to [64, 64] as i32 : tensor<64x64xi32>
  %dist = fx.subtract %j, %i : tensor<64x64xi32>
  %none = fx.constant dense<0> : tensor<64x64xi32>
  %low = fx.compare LE, %dist, %none : tensor<64x64xi32>
  %true = fx.constant dense<true> : tensor<64x64xi1>
  %one = fx.convert %true to i32 : tensor<64x64xi1> -> tensor<64x64xi32>
  %tri = fx.select %low, %one, %none : tensor<64x64xi1>, tensor<64x64xi32>
  %b = fx.compare NE, %tri, %none : tensor<64x64xi32>
  %bb = fx.broadcast_in_dim %b dims [2, 3] to [2, 3, 64, 64] : tensor<64x64xi1> -> tensor<2x3x64x64xi1>
  %inf = fx.constant dense<0xFF800000> : tensor<2x3x64x64xf32>
  %z = fx.select %bb, %x, %inf : tensor<2x3x64x64xi1>, tensor<2x3x64x64xf32>
  %m = fx.reduce maximum, %z over [3] : tensor<2x3x64x64xf32> -> tensor<2x3x64xf32>
  %mb = fx.broadcast_in_dim %m dims [0, 1, 2] to [2, 3, 64, 64] : tensor<2x3x64xf32> -> tensor<2x3x64x64xf32>
  %d = fx.subtract %z, %mb : tensor<2x3x64x64xf32>
  %e = fx.exponential %d : tensor<2x3x64x64xf32>
  %t = fx.reduce add, %e over [3] : tensor<2x3x64x64xf32> -> tensor<2x3x64xf32>
  %tb = fx.broadcast_in_dim %t dims [0, 1, 2] to [2, 3, 64, 64] : tensor<2x3x64xf32> -> tensor<2x3x64x64xf32>
  %p = fx.divide %e, %tb : tensor<2x3x64x64xf32>
  %y = fx.dot_general %p, %v batch [0, 1] x [0, 1] contract [3] x [2] as f32 : (tensor<2x3x64x64xf32>, tensor<2x3x64x32xf32>) -> tensor<2x3x64x32xf32>
  return %y : tensor<2x3x64x32xf32>
}

// -----

// A mask that is there as bits: each query sees one key more.

// CHECK-LABEL: func.func @bits(
//       CHECK:   fx.attention {{.*}} before 9223372036854775807 after 1 tokens_first false
func.func @bits(%q: tensor<2x3x64x32xf32>, %k: tensor<2x3x64x32xf32>, %v: tensor<2x3x64x32xf32>) -> tensor<2x3x64x32xf32> {
  %s = fx.dot_general %q, %k batch [0, 1] x [0, 1] contract [3] x [3] as f32 : (tensor<2x3x64x32xf32>, tensor<2x3x64x32xf32>) -> tensor<2x3x64x64xf32>
  %c = fx.constant dense<8.0> : tensor<2x3x64x64xf32>
  %x = fx.divide %s, %c : tensor<2x3x64x64xf32>
  %b = fx.constant dense<"0x030000000000000007000000000000000F000000000000001F000000000000003F000000000000007F00000000000000FF00000000000000FF01000000000000FF03000000000000FF07000000000000FF0F000000000000FF1F000000000000FF3F000000000000FF7F000000000000FFFF000000000000FFFF010000000000FFFF030000000000FFFF070000000000FFFF0F0000000000FFFF1F0000000000FFFF3F0000000000FFFF7F0000000000FFFFFF0000000000FFFFFF0100000000FFFFFF0300000000FFFFFF0700000000FFFFFF0F00000000FFFFFF1F00000000FFFFFF3F00000000FFFFFF7F00000000FFFFFFFF00000000FFFFFFFF01000000FFFFFFFF03000000FFFFFFFF07000000FFFFFFFF0F000000FFFFFFFF1F000000FFFFFFFF3F000000FFFFFFFF7F000000FFFFFFFFFF000000FFFFFFFFFF010000FFFFFFFFFF030000FFFFFFFFFF070000FFFFFFFFFF0F0000FFFFFFFFFF1F0000FFFFFFFFFF3F0000FFFFFFFFFF7F0000FFFFFFFFFFFF0000FFFFFFFFFFFF0100FFFFFFFFFFFF0300FFFFFFFFFFFF0700FFFFFFFFFFFF0F00FFFFFFFFFFFF1F00FFFFFFFFFFFF3F00FFFFFFFFFFFF7F00FFFFFFFFFFFFFF00FFFFFFFFFFFFFF01FFFFFFFFFFFFFF03FFFFFFFFFFFFFF07FFFFFFFFFFFFFF0FFFFFFFFFFFFFFF1FFFFFFFFFFFFFFF3FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"> : tensor<64x64xi1>
  %bb = fx.broadcast_in_dim %b dims [2, 3] to [2, 3, 64, 64] : tensor<64x64xi1> -> tensor<2x3x64x64xi1>
  %inf = fx.constant dense<0xFF800000> : tensor<2x3x64x64xf32>
  %z = fx.select %bb, %x, %inf : tensor<2x3x64x64xi1>, tensor<2x3x64x64xf32>
  %m = fx.reduce maximum, %z over [3] : tensor<2x3x64x64xf32> -> tensor<2x3x64xf32>
  %mb = fx.broadcast_in_dim %m dims [0, 1, 2] to [2, 3, 64, 64] : tensor<2x3x64xf32> -> tensor<2x3x64x64xf32>
  %d = fx.subtract %z, %mb : tensor<2x3x64x64xf32>
  %e = fx.exponential %d : tensor<2x3x64x64xf32>
  %t = fx.reduce add, %e over [3] : tensor<2x3x64x64xf32> -> tensor<2x3x64xf32>
  %tb = fx.broadcast_in_dim %t dims [0, 1, 2] to [2, 3, 64, 64] : tensor<2x3x64xf32> -> tensor<2x3x64x64xf32>
  %p = fx.divide %e, %tb : tensor<2x3x64x64xf32>
  %y = fx.dot_general %p, %v batch [0, 1] x [0, 1] contract [3] x [2] as f32 : (tensor<2x3x64x64xf32>, tensor<2x3x64x32xf32>) -> tensor<2x3x64x32xf32>
  return %y : tensor<2x3x64x32xf32>
}

// -----

// The weights are a result, too: they have to be computed.

// CHECK-LABEL: func.func @weights_wanted(
//   CHECK-NOT:   fx.attention
//       CHECK:   return
func.func @weights_wanted(%q: tensor<2x3x64x32xf32>, %k: tensor<2x3x64x32xf32>, %v: tensor<2x3x64x32xf32>) -> (tensor<2x3x64x32xf32>, tensor<2x3x64x64xf32>) {
  %s = fx.dot_general %q, %k batch [0, 1] x [0, 1] contract [3] x [3] as f32 : (tensor<2x3x64x32xf32>, tensor<2x3x64x32xf32>) -> tensor<2x3x64x64xf32>
  %c = fx.constant dense<8.0> : tensor<2x3x64x64xf32>
  %x = fx.divide %s, %c : tensor<2x3x64x64xf32>
  %m = fx.reduce maximum, %x over [3] : tensor<2x3x64x64xf32> -> tensor<2x3x64xf32>
  %mb = fx.broadcast_in_dim %m dims [0, 1, 2] to [2, 3, 64, 64] : tensor<2x3x64xf32> -> tensor<2x3x64x64xf32>
  %d = fx.subtract %x, %mb : tensor<2x3x64x64xf32>
  %e = fx.exponential %d : tensor<2x3x64x64xf32>
  %t = fx.reduce add, %e over [3] : tensor<2x3x64x64xf32> -> tensor<2x3x64xf32>
  %tb = fx.broadcast_in_dim %t dims [0, 1, 2] to [2, 3, 64, 64] : tensor<2x3x64xf32> -> tensor<2x3x64x64xf32>
  %p = fx.divide %e, %tb : tensor<2x3x64x64xf32>
  %y = fx.dot_general %p, %v batch [0, 1] x [0, 1] contract [3] x [2] as f32 : (tensor<2x3x64x64xf32>, tensor<2x3x64x32xf32>) -> tensor<2x3x64x32xf32>
  return %y, %p : tensor<2x3x64x32xf32>, tensor<2x3x64x64xf32>
}

// -----

// What is added to the scores is not known to the op.

// CHECK-LABEL: func.func @bias(
//   CHECK-NOT:   fx.attention
//       CHECK:   return
func.func @bias(%q: tensor<2x3x64x32xf32>, %k: tensor<2x3x64x32xf32>, %v: tensor<2x3x64x32xf32>, %bias: tensor<2x3x64x64xf32>) -> tensor<2x3x64x32xf32> {
  %s = fx.dot_general %q, %k batch [0, 1] x [0, 1] contract [3] x [3] as f32 : (tensor<2x3x64x32xf32>, tensor<2x3x64x32xf32>) -> tensor<2x3x64x64xf32>
  %c = fx.constant dense<8.0> : tensor<2x3x64x64xf32>
  %x = fx.divide %s, %c : tensor<2x3x64x64xf32>
  %z = fx.add %x, %bias : tensor<2x3x64x64xf32>
  %m = fx.reduce maximum, %z over [3] : tensor<2x3x64x64xf32> -> tensor<2x3x64xf32>
  %mb = fx.broadcast_in_dim %m dims [0, 1, 2] to [2, 3, 64, 64] : tensor<2x3x64xf32> -> tensor<2x3x64x64xf32>
  %d = fx.subtract %z, %mb : tensor<2x3x64x64xf32>
  %e = fx.exponential %d : tensor<2x3x64x64xf32>
  %t = fx.reduce add, %e over [3] : tensor<2x3x64x64xf32> -> tensor<2x3x64xf32>
  %tb = fx.broadcast_in_dim %t dims [0, 1, 2] to [2, 3, 64, 64] : tensor<2x3x64xf32> -> tensor<2x3x64x64xf32>
  %p = fx.divide %e, %tb : tensor<2x3x64x64xf32>
  %y = fx.dot_general %p, %v batch [0, 1] x [0, 1] contract [3] x [2] as f32 : (tensor<2x3x64x64xf32>, tensor<2x3x64x32xf32>) -> tensor<2x3x64x32xf32>
  return %y : tensor<2x3x64x32xf32>
}

// -----

// The first query sees no key: its softmax has no meaning, but a value.

// CHECK-LABEL: func.func @blind(
//   CHECK-NOT:   fx.attention
//       CHECK:   return
func.func @blind(%q: tensor<2x3x64x32xf32>, %k: tensor<2x3x64x32xf32>, %v: tensor<2x3x64x32xf32>) -> tensor<2x3x64x32xf32> {
  %s = fx.dot_general %q, %k batch [0, 1] x [0, 1] contract [3] x [3] as f32 : (tensor<2x3x64x32xf32>, tensor<2x3x64x32xf32>) -> tensor<2x3x64x64xf32>
  %c = fx.constant dense<8.0> : tensor<2x3x64x64xf32>
  %x = fx.divide %s, %c : tensor<2x3x64x64xf32>
  %i = fx.iota 0 to [64, 64] as i32 : tensor<64x64xi32>
  %j = fx.iota 1 to [64, 64] as i32 : tensor<64x64xi32>
  %b = fx.compare GT, %i, %j : tensor<64x64xi32>
  %bb = fx.broadcast_in_dim %b dims [2, 3] to [2, 3, 64, 64] : tensor<64x64xi1> -> tensor<2x3x64x64xi1>
  %inf = fx.constant dense<0xFF800000> : tensor<2x3x64x64xf32>
  %z = fx.select %bb, %x, %inf : tensor<2x3x64x64xi1>, tensor<2x3x64x64xf32>
  %m = fx.reduce maximum, %z over [3] : tensor<2x3x64x64xf32> -> tensor<2x3x64xf32>
  %mb = fx.broadcast_in_dim %m dims [0, 1, 2] to [2, 3, 64, 64] : tensor<2x3x64xf32> -> tensor<2x3x64x64xf32>
  %d = fx.subtract %z, %mb : tensor<2x3x64x64xf32>
  %e = fx.exponential %d : tensor<2x3x64x64xf32>
  %t = fx.reduce add, %e over [3] : tensor<2x3x64x64xf32> -> tensor<2x3x64xf32>
  %tb = fx.broadcast_in_dim %t dims [0, 1, 2] to [2, 3, 64, 64] : tensor<2x3x64xf32> -> tensor<2x3x64x64xf32>
  %p = fx.divide %e, %tb : tensor<2x3x64x64xf32>
  %y = fx.dot_general %p, %v batch [0, 1] x [0, 1] contract [3] x [2] as f32 : (tensor<2x3x64x64xf32>, tensor<2x3x64x32xf32>) -> tensor<2x3x64x32xf32>
  return %y : tensor<2x3x64x32xf32>
}

// -----

// A number that is no −∞, nor near it, may weigh something.

// CHECK-LABEL: func.func @weak_mask(
//   CHECK-NOT:   fx.attention
//       CHECK:   return
func.func @weak_mask(%q: tensor<2x3x64x32xf32>, %k: tensor<2x3x64x32xf32>, %v: tensor<2x3x64x32xf32>) -> tensor<2x3x64x32xf32> {
  %s = fx.dot_general %q, %k batch [0, 1] x [0, 1] contract [3] x [3] as f32 : (tensor<2x3x64x32xf32>, tensor<2x3x64x32xf32>) -> tensor<2x3x64x64xf32>
  %c = fx.constant dense<8.0> : tensor<2x3x64x64xf32>
  %x = fx.divide %s, %c : tensor<2x3x64x64xf32>
  %i = fx.iota 0 to [64, 64] as i32 : tensor<64x64xi32>
  %j = fx.iota 1 to [64, 64] as i32 : tensor<64x64xi32>
  %b = fx.compare GE, %i, %j : tensor<64x64xi32>
  %bb = fx.broadcast_in_dim %b dims [2, 3] to [2, 3, 64, 64] : tensor<64x64xi1> -> tensor<2x3x64x64xi1>
  %inf = fx.constant dense<-1.0e+03> : tensor<2x3x64x64xf32>
  %z = fx.select %bb, %x, %inf : tensor<2x3x64x64xi1>, tensor<2x3x64x64xf32>
  %m = fx.reduce maximum, %z over [3] : tensor<2x3x64x64xf32> -> tensor<2x3x64xf32>
  %mb = fx.broadcast_in_dim %m dims [0, 1, 2] to [2, 3, 64, 64] : tensor<2x3x64xf32> -> tensor<2x3x64x64xf32>
  %d = fx.subtract %z, %mb : tensor<2x3x64x64xf32>
  %e = fx.exponential %d : tensor<2x3x64x64xf32>
  %t = fx.reduce add, %e over [3] : tensor<2x3x64x64xf32> -> tensor<2x3x64xf32>
  %tb = fx.broadcast_in_dim %t dims [0, 1, 2] to [2, 3, 64, 64] : tensor<2x3x64xf32> -> tensor<2x3x64x64xf32>
  %p = fx.divide %e, %tb : tensor<2x3x64x64xf32>
  %y = fx.dot_general %p, %v batch [0, 1] x [0, 1] contract [3] x [2] as f32 : (tensor<2x3x64x64xf32>, tensor<2x3x64x32xf32>) -> tensor<2x3x64x32xf32>
  return %y : tensor<2x3x64x32xf32>
}

// -----

// Heads in groups, tokens before heads, and queries that are fewer than keys: the first of them see 17 keys. Nothing is
// transposed but what already was.

// CHECK-LABEL: func.func @groups(
//       CHECK:   %[[Q:.*]] = fx.reshape %arg0 to [2, 48, 6, 16]
//       CHECK:   %[[Y:.*]] = fx.attention %[[Q]], %arg1, %arg2 scale 2.500000e-01 before 9223372036854775807 after 16 tokens_first true
//       CHECK:   %[[SPLIT:.*]] = fx.reshape %[[Y]] to [2, 48, 2, 3, 8]
//       CHECK:   fx.transpose %[[SPLIT]] by [0, 2, 3, 1, 4]
func.func @groups(%q: tensor<2x48x2x3x16xf32>, %k: tensor<2x64x2x16xf32>, %v: tensor<2x64x2x8xf32>) -> tensor<2x48x2x3x8xf32> {
  %s = fx.dot_general %q, %k batch [0, 2] x [0, 2] contract [4] x [3] as f32 : (tensor<2x48x2x3x16xf32>, tensor<2x64x2x16xf32>) -> tensor<2x2x48x3x64xf32>
  %st = fx.transpose %s by [0, 1, 3, 2, 4] : tensor<2x2x48x3x64xf32> -> tensor<2x2x3x48x64xf32>
  %c = fx.constant dense<0.25> : tensor<2x2x3x48x64xf32>
  %x = fx.multiply %st, %c : tensor<2x2x3x48x64xf32>
  %i = fx.iota 0 to [48, 64] as i32 : tensor<48x64xi32>
  %j = fx.iota 1 to [48, 64] as i32 : tensor<48x64xi32>
  %more = fx.constant dense<16> : tensor<48x64xi32>
  %last = fx.add %i, %more : tensor<48x64xi32>
  %b = fx.compare LE, %j, %last : tensor<48x64xi32>
  %bb = fx.broadcast_in_dim %b dims [3, 4] to [2, 2, 3, 48, 64] : tensor<48x64xi1> -> tensor<2x2x3x48x64xi1>
  %inf = fx.constant dense<0xFF800000> : tensor<2x2x3x48x64xf32>
  %z = fx.select %bb, %x, %inf : tensor<2x2x3x48x64xi1>, tensor<2x2x3x48x64xf32>
  %m = fx.reduce maximum, %z over [4] : tensor<2x2x3x48x64xf32> -> tensor<2x2x3x48xf32>
  %m1 = fx.reshape %m to [2, 2, 3, 48, 1] : tensor<2x2x3x48xf32> -> tensor<2x2x3x48x1xf32>
  %m2 = fx.stop_gradient %m1 : tensor<2x2x3x48x1xf32>
  %mb = fx.broadcast_in_dim %m2 dims [0, 1, 2, 3, 4] to [2, 2, 3, 48, 64] : tensor<2x2x3x48x1xf32> -> tensor<2x2x3x48x64xf32>
  %d = fx.subtract %z, %mb : tensor<2x2x3x48x64xf32>
  %e = fx.exponential %d : tensor<2x2x3x48x64xf32>
  %t = fx.reduce add, %e over [4] : tensor<2x2x3x48x64xf32> -> tensor<2x2x3x48xf32>
  %tb = fx.broadcast_in_dim %t dims [0, 1, 2, 3] to [2, 2, 3, 48, 64] : tensor<2x2x3x48xf32> -> tensor<2x2x3x48x64xf32>
  %p = fx.divide %e, %tb : tensor<2x2x3x48x64xf32>
  %y = fx.dot_general %p, %v batch [0, 1] x [0, 2] contract [4] x [1] as f32 : (tensor<2x2x3x48x64xf32>, tensor<2x64x2x8xf32>) -> tensor<2x2x3x48x8xf32>
  %yt = fx.transpose %y by [0, 3, 1, 2, 4] : tensor<2x2x3x48x8xf32> -> tensor<2x48x2x3x8xf32>
  return %yt : tensor<2x48x2x3x8xf32>
}

// -----

// What is added hides keys: (1 − triangle)·(−10⁹).

// CHECK-LABEL: func.func @added(
//       CHECK:   fx.attention {{.*}} before 9223372036854775807 after 0 tokens_first false
func.func @added(%q: tensor<2x3x64x32xf32>, %k: tensor<2x3x64x32xf32>, %v: tensor<2x3x64x32xf32>) -> tensor<2x3x64x32xf32> {
  %s = fx.dot_general %q, %k batch [0, 1] x [0, 1] contract [3] x [3] as f32 : (tensor<2x3x64x32xf32>, tensor<2x3x64x32xf32>) -> tensor<2x3x64x64xf32>
  %i = fx.iota 0 to [64, 64] as i32 : tensor<64x64xi32>
  %j = fx.iota 1 to [64, 64] as i32 : tensor<64x64xi32>
  %b = fx.compare GE, %i, %j : tensor<64x64xi32>
  %ones = fx.convert %b to f32 : tensor<64x64xi1> -> tensor<64x64xf32>
  %one = fx.constant dense<1.0> : tensor<64x64xf32>
  %rest = fx.subtract %one, %ones : tensor<64x64xf32>
  %far = fx.constant dense<-1.0e+09> : tensor<64x64xf32>
  %hidden = fx.multiply %rest, %far : tensor<64x64xf32>
  %bias = fx.broadcast_in_dim %hidden dims [2, 3] to [2, 3, 64, 64] : tensor<64x64xf32> -> tensor<2x3x64x64xf32>
  %z = fx.add %s, %bias : tensor<2x3x64x64xf32>
  %m = fx.reduce maximum, %z over [3] : tensor<2x3x64x64xf32> -> tensor<2x3x64xf32>
  %mb = fx.broadcast_in_dim %m dims [0, 1, 2] to [2, 3, 64, 64] : tensor<2x3x64xf32> -> tensor<2x3x64x64xf32>
  %d = fx.subtract %z, %mb : tensor<2x3x64x64xf32>
  %e = fx.exponential %d : tensor<2x3x64x64xf32>
  %t = fx.reduce add, %e over [3] : tensor<2x3x64x64xf32> -> tensor<2x3x64xf32>
  %tb = fx.broadcast_in_dim %t dims [0, 1, 2] to [2, 3, 64, 64] : tensor<2x3x64xf32> -> tensor<2x3x64x64xf32>
  %p = fx.divide %e, %tb : tensor<2x3x64x64xf32>
  %y = fx.dot_general %p, %v batch [0, 1] x [0, 1] contract [3] x [2] as f32 : (tensor<2x3x64x64xf32>, tensor<2x3x64x32xf32>) -> tensor<2x3x64x32xf32>
  return %y : tensor<2x3x64x32xf32>
}

// -----

// As above, but it does not hide them.

// CHECK-LABEL: func.func @added_little(
//   CHECK-NOT:   fx.attention
//       CHECK:   return
func.func @added_little(%q: tensor<2x3x64x32xf32>, %k: tensor<2x3x64x32xf32>, %v: tensor<2x3x64x32xf32>) -> tensor<2x3x64x32xf32> {
  %s = fx.dot_general %q, %k batch [0, 1] x [0, 1] contract [3] x [3] as f32 : (tensor<2x3x64x32xf32>, tensor<2x3x64x32xf32>) -> tensor<2x3x64x64xf32>
  %i = fx.iota 0 to [64, 64] as i32 : tensor<64x64xi32>
  %j = fx.iota 1 to [64, 64] as i32 : tensor<64x64xi32>
  %b = fx.compare GE, %i, %j : tensor<64x64xi32>
  %ones = fx.convert %b to f32 : tensor<64x64xi1> -> tensor<64x64xf32>
  %one = fx.constant dense<1.0> : tensor<64x64xf32>
  %rest = fx.subtract %one, %ones : tensor<64x64xf32>
  %far = fx.constant dense<-1.0e+03> : tensor<64x64xf32>
  %hidden = fx.multiply %rest, %far : tensor<64x64xf32>
  %bias = fx.broadcast_in_dim %hidden dims [2, 3] to [2, 3, 64, 64] : tensor<64x64xf32> -> tensor<2x3x64x64xf32>
  %z = fx.add %s, %bias : tensor<2x3x64x64xf32>
  %m = fx.reduce maximum, %z over [3] : tensor<2x3x64x64xf32> -> tensor<2x3x64xf32>
  %mb = fx.broadcast_in_dim %m dims [0, 1, 2] to [2, 3, 64, 64] : tensor<2x3x64xf32> -> tensor<2x3x64x64xf32>
  %d = fx.subtract %z, %mb : tensor<2x3x64x64xf32>
  %e = fx.exponential %d : tensor<2x3x64x64xf32>
  %t = fx.reduce add, %e over [3] : tensor<2x3x64x64xf32> -> tensor<2x3x64xf32>
  %tb = fx.broadcast_in_dim %t dims [0, 1, 2] to [2, 3, 64, 64] : tensor<2x3x64xf32> -> tensor<2x3x64x64xf32>
  %p = fx.divide %e, %tb : tensor<2x3x64x64xf32>
  %y = fx.dot_general %p, %v batch [0, 1] x [0, 1] contract [3] x [2] as f32 : (tensor<2x3x64x64xf32>, tensor<2x3x64x32xf32>) -> tensor<2x3x64x32xf32>
  return %y : tensor<2x3x64x32xf32>
}

// -----

// Without a mask the longest of q's own dimensions is that of the queries, and the other that of heads which share keys.

// CHECK-LABEL: func.func @shared(
//       CHECK:   %[[K:.*]] = fx.reshape %arg1 to [2, 1, 48, 32]
//       CHECK:   fx.attention %arg0, %[[K]], {{.*}} before 9223372036854775807 after 9223372036854775807 tokens_first false
func.func @shared(%q: tensor<2x3x64x32xf32>, %k: tensor<2x48x32xf32>, %v: tensor<2x48x32xf32>) -> tensor<2x3x64x32xf32> {
  %z = fx.dot_general %q, %k batch [0] x [0] contract [3] x [2] as f32 : (tensor<2x3x64x32xf32>, tensor<2x48x32xf32>) -> tensor<2x3x64x48xf32>
  %m = fx.reduce maximum, %z over [3] : tensor<2x3x64x48xf32> -> tensor<2x3x64xf32>
  %mb = fx.broadcast_in_dim %m dims [0, 1, 2] to [2, 3, 64, 48] : tensor<2x3x64xf32> -> tensor<2x3x64x48xf32>
  %d = fx.subtract %z, %mb : tensor<2x3x64x48xf32>
  %e = fx.exponential %d : tensor<2x3x64x48xf32>
  %t = fx.reduce add, %e over [3] : tensor<2x3x64x48xf32> -> tensor<2x3x64xf32>
  %tb = fx.broadcast_in_dim %t dims [0, 1, 2] to [2, 3, 64, 48] : tensor<2x3x64xf32> -> tensor<2x3x64x48xf32>
  %p = fx.divide %e, %tb : tensor<2x3x64x48xf32>
  %y = fx.dot_general %p, %v batch [0] x [0] contract [3] x [1] as f32 : (tensor<2x3x64x48xf32>, tensor<2x48x32xf32>) -> tensor<2x3x64x32xf32>
  return %y : tensor<2x3x64x32xf32>
}

// -----

// As JAX writes it: the maximum has an initial value, and the scale is the root of a constant.

// CHECK-LABEL: func.func @jax(
//  CHECK-NEXT:   fx.attention %arg0, %arg1, %arg2 scale 2.500000e-01 before 9223372036854775807 after 0 tokens_first true
func.func @jax(%q: tensor<2x64x3x16xf32>, %k: tensor<2x64x3x16xf32>, %v: tensor<2x64x3x16xf32>) -> tensor<2x64x3x16xf32> {
  %s = fx.dot_general %q, %k batch [0, 2] x [0, 2] contract [3] x [3] as f32 : (tensor<2x64x3x16xf32>, tensor<2x64x3x16xf32>) -> tensor<2x3x64x64xf32>
  %size = fx.constant dense<16.0> : tensor<f32>
  %root = fx.sqrt %size : tensor<f32>
  %roots = fx.broadcast_in_dim %root dims [] to [2, 3, 64, 64] : tensor<f32> -> tensor<2x3x64x64xf32>
  %x = fx.divide %s, %roots : tensor<2x3x64x64xf32>
  %i = fx.iota 0 to [64, 64] as i32 : tensor<64x64xi32>
  %j = fx.iota 1 to [64, 64] as i32 : tensor<64x64xi32>
  %b = fx.compare GE, %i, %j : tensor<64x64xi32>
  %bb = fx.broadcast_in_dim %b dims [2, 3] to [2, 3, 64, 64] : tensor<64x64xi1> -> tensor<2x3x64x64xi1>
  %far = fx.constant dense<-2.0e+38> : tensor<2x3x64x64xf32>
  %z = fx.select %bb, %x, %far : tensor<2x3x64x64xi1>, tensor<2x3x64x64xf32>
  %top = fx.reduce maximum, %z over [3] : tensor<2x3x64x64xf32> -> tensor<2x3x64xf32>
  %inf = fx.constant dense<0xFF800000> : tensor<2x3x64xf32>
  %m = fx.maximum %inf, %top : tensor<2x3x64xf32>
  %mb = fx.broadcast_in_dim %m dims [0, 1, 2] to [2, 3, 64, 64] : tensor<2x3x64xf32> -> tensor<2x3x64x64xf32>
  %d = fx.subtract %z, %mb : tensor<2x3x64x64xf32>
  %e = fx.exponential %d : tensor<2x3x64x64xf32>
  %t = fx.reduce add, %e over [3] : tensor<2x3x64x64xf32> -> tensor<2x3x64xf32>
  %tb = fx.broadcast_in_dim %t dims [0, 1, 2] to [2, 3, 64, 64] : tensor<2x3x64xf32> -> tensor<2x3x64x64xf32>
  %p = fx.divide %e, %tb : tensor<2x3x64x64xf32>
  %w = fx.dot_general %v, %p batch [0, 2] x [0, 1] contract [1] x [3] as f32 : (tensor<2x64x3x16xf32>, tensor<2x3x64x64xf32>) -> tensor<2x3x16x64xf32>
  %y = fx.transpose %w by [0, 3, 1, 2] : tensor<2x3x16x64xf32> -> tensor<2x64x3x16xf32>
  return %y : tensor<2x64x3x16xf32>
}
