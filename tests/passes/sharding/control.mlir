// RUN: fluxion-opt %s -fluxion-propagate-sharding | FileCheck %s

// Layouts pass through bodies: from operands to arguments, from what is yielded to results, and round a loop.

#mesh = #fx.mesh<["a" = 2, "b" = 2]>

// What is stacked has its layout behind the dimension over which the loop runs; a carry has one for all iterations.

// CHECK-LABEL: func.func @scan
//  CHECK-SAME:   tensor<6x4xf32> {fx.sharding = #fx.sharding<#mesh, [{}, {"a"}]>}
//  CHECK-SAME:   tensor<5x8x6xf32> {fx.sharding = #fx.sharding<#mesh, [{}, {"b"}, {}]>}
//       CHECK:   fx.scan{{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"b"}, {"a"}]>, #fx.sharding<#mesh, [{}, {"b"}, {"a"}]>]}
//       CHECK:     fx.dot_general {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"b"}, {"a"}]>]}
//       CHECK:     fx.add {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"b"}, {"a"}]>]}
func.func @scan(%w: tensor<6x4xf32>, %c: tensor<8x4xf32>, %xs: tensor<5x8x6xf32> {fx.sharding = #fx.sharding<#mesh, [{}, {"b"}, {}]>})
    -> (tensor<8x4xf32> {fx.sharding = #fx.sharding<#mesh, [{?}, {"a"}]>}, tensor<5x8x4xf32>) {
  %y:2 = fx.scan(%w, %c, %xs) constants 1 carry 1 length 5 reverse false
      : (tensor<6x4xf32>, tensor<8x4xf32>, tensor<5x8x6xf32>) -> (tensor<8x4xf32>, tensor<5x8x4xf32>) {
  ^bb0(%w0: tensor<6x4xf32>, %c0: tensor<8x4xf32>, %x: tensor<8x6xf32>):
    %p = fx.dot_general %x, %w0 batch [] x [] contract [1] x [0] as f32 : (tensor<8x6xf32>, tensor<6x4xf32>) -> tensor<8x4xf32>
    %n = fx.add %c0, %p : tensor<8x4xf32>
    fx.yield %n, %p : tensor<8x4xf32>, tensor<8x4xf32>
  }
  return %y#0, %y#1 : tensor<8x4xf32>, tensor<5x8x4xf32>
}

// CHECK-LABEL: func.func @while
//       CHECK:   fx.while
//       CHECK:     fx.reduce maximum, {{.*}} : tensor<4xf32> -> tensor<f32>
//       CHECK:     fx.multiply {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"a"}]>]}
func.func @while(%s: tensor<f32>, %x: tensor<4xf32> {fx.sharding = #fx.sharding<#mesh, [{"a"}]>}) -> tensor<4xf32> {
  %y = fx.while(%s, %x) constants 1 : (tensor<f32>, tensor<4xf32>) -> tensor<4xf32> {
  ^bb0(%limit: tensor<f32>, %c: tensor<4xf32>):
    %m = fx.reduce maximum, %c over [0] : tensor<4xf32> -> tensor<f32>
    %p = fx.compare LT, %m, %limit : tensor<f32>
    fx.yield %p : tensor<i1>
  } do {
  ^bb0(%limit: tensor<f32>, %c: tensor<4xf32>):
    %n = fx.multiply %c, %c : tensor<4xf32>
    fx.yield %n : tensor<4xf32>
  }
  return %y : tensor<4xf32>
}

// A layout that one branch has is that of all.

// CHECK-LABEL: func.func @case
//  CHECK-SAME:   tensor<4xf32> {fx.sharding = #fx.sharding<#mesh, [{"a"}]>}
//  CHECK-SAME:   -> (tensor<4xf32> {fx.sharding = #fx.sharding<#mesh, [{"a"}]>})
//       CHECK:     fx.sine {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"a"}]>]}
//       CHECK:     fx.cosine {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"a"}]>]}
func.func @case(%i: tensor<i32>, %x: tensor<4xf32>) -> tensor<4xf32> {
  %y = fx.case %i, (%x) : (tensor<i32>, tensor<4xf32>) -> tensor<4xf32> {
  ^bb0(%a: tensor<4xf32>):
    %s = fx.sine %a : tensor<4xf32>
    %t = fx.sharding_constraint %s <#mesh, [{"a"}]> : tensor<4xf32>
    fx.yield %t : tensor<4xf32>
  }, {
  ^bb0(%a: tensor<4xf32>):
    %c = fx.cosine %a : tensor<4xf32>
    fx.yield %c : tensor<4xf32>
  }
  return %y : tensor<4xf32>
}

// Functions with rules of their own are what they compute.

// CHECK-LABEL: func.func @checkpoint
//       CHECK:     fx.sine {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"a"}]>]}
//       CHECK:   fx.cosine {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"a"}]>]}
func.func @checkpoint(%x: tensor<4xf32> {fx.sharding = #fx.sharding<#mesh, [{"a"}]>}) -> tensor<4xf32> {
  %y = fx.checkpoint(%x) policy "nothing" names "" prevent_cse true barrier false : (tensor<4xf32>) -> tensor<4xf32> {
  ^bb0(%a: tensor<4xf32>):
    %s = fx.sine %a : tensor<4xf32>
    fx.yield %s : tensor<4xf32>
  }
  %z = fx.cosine %y : tensor<4xf32>
  return %z : tensor<4xf32>
}
