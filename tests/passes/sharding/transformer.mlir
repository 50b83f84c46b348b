// RUN: fluxion-opt %s -fluxion-propagate-sharding | FileCheck %s
// RUN: fluxion-opt %s -fluxion-vjp -fluxion-simplify -fluxion-propagate-sharding | FileCheck %s --check-prefix=STEP

// A layer of a transformer: only weights say how they are cut, and examples. What comes of it is the layout of Megatron
// (Shoeybi et al. 2019): heads and hidden features are divided, the sums over them are the two all-reduces of a layer,
// and what runs between the blocks is divided by examples alone.

// CHECK-LABEL: func.func @layer
//  CHECK-SAME:   -> (tensor<4x8x16xf32> {fx.sharding = #fx.sharding<#mesh, [{"data"}, {}, {}]>})
//       CHECK:   %[[Q:.*]] = fx.dot_general {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"data"}, {}, {"model"}]>]}
//       CHECK:   fx.dot_general {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"data"}, {}, {"model"}]>]}
//       CHECK:   fx.dot_general {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"data"}, {}, {"model"}]>]}
//       CHECK:   %[[H:.*]] = fx.reshape %[[Q]] to [4, 8, 4, 4] {fx.shardings = [#fx.sharding<#mesh, [{"data"}, {}, {"model"}, {}]>]}
//       CHECK:   %[[S:.*]] = fx.dot_general %[[H]], {{.*}} contract [3] x [3] {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"data"}, {"model"}, {}, {}]>]}
//       CHECK:   fx.reduce maximum, {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"data"}, {"model"}, {}]>]}
//       CHECK:   %[[P:.*]] = fx.divide {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"data"}, {"model"}, {}, {}]>]}
//       CHECK:   fx.dot_general %[[P]], {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"data"}, {"model"}, {}, {}]>]}
//       CHECK:   fx.reshape %{{.*}} to [4, 8, 16] {fx.shardings = [#fx.sharding<#mesh, [{"data"}, {}, {"model"}]>]}
//       CHECK:   fx.dot_general {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"data"}, {}, {}]>]}
//       CHECK:   fx.add {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"data"}, {}, {}]>]}
//       CHECK:   fx.dot_general {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"data"}, {}, {"model"}]>]}
//       CHECK:   fx.tanh {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"data"}, {}, {"model"}]>]}
//       CHECK:   fx.dot_general {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"data"}, {}, {}]>]}
//       CHECK:   fx.add {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"data"}, {}, {}]>]}

// Gradients are cut like their weights.

//  STEP-LABEL: func.func @layer.vjp
//   STEP-SAME:   -> (tensor<4x8x16xf32> {fx.sharding = #fx.sharding<#mesh, [{"data"}, {}, {}]>},
//   STEP-SAME:       tensor<4x8x16xf32> {fx.sharding = #fx.sharding<#mesh, [{"data"}, {}, {}]>},
//   STEP-SAME:       tensor<16x16xf32> {fx.sharding = #fx.sharding<#mesh, [{}, {"model"}]>},
//   STEP-SAME:       tensor<16x16xf32> {fx.sharding = #fx.sharding<#mesh, [{}, {"model"}]>},
//   STEP-SAME:       tensor<16x16xf32> {fx.sharding = #fx.sharding<#mesh, [{}, {"model"}]>},
//   STEP-SAME:       tensor<16x16xf32> {fx.sharding = #fx.sharding<#mesh, [{"model"}, {}]>},
//   STEP-SAME:       tensor<16x64xf32> {fx.sharding = #fx.sharding<#mesh, [{}, {"model"}]>},
//   STEP-SAME:       tensor<64x16xf32> {fx.sharding = #fx.sharding<#mesh, [{"model"}, {}]>})

#mesh = #fx.mesh<["data" = 2, "model" = 2]>
func.func @layer(%x0: tensor<4x8x16xf32>, %q0: tensor<16x16xf32>, %k0: tensor<16x16xf32>, %v0: tensor<16x16xf32>,
                 %o0: tensor<16x16xf32>, %a0: tensor<16x64xf32>, %b0: tensor<64x16xf32>) -> tensor<4x8x16xf32> {
  %x = fx.sharding_constraint %x0 <#mesh, [{"data"}, {?}, {?}]> : tensor<4x8x16xf32>
  %wq = fx.sharding_constraint %q0 <#mesh, [{}, {"model"}]> : tensor<16x16xf32>
  %wk = fx.sharding_constraint %k0 <#mesh, [{}, {"model"}]> : tensor<16x16xf32>
  %wv = fx.sharding_constraint %v0 <#mesh, [{}, {"model"}]> : tensor<16x16xf32>
  %wo = fx.sharding_constraint %o0 <#mesh, [{"model"}, {}]> : tensor<16x16xf32>
  %wa = fx.sharding_constraint %a0 <#mesh, [{}, {"model"}]> : tensor<16x64xf32>
  %wb = fx.sharding_constraint %b0 <#mesh, [{"model"}, {}]> : tensor<64x16xf32>

  %q = fx.dot_general %x, %wq batch [] x [] contract [2] x [0] as f32 : (tensor<4x8x16xf32>, tensor<16x16xf32>) -> tensor<4x8x16xf32>
  %k = fx.dot_general %x, %wk batch [] x [] contract [2] x [0] as f32 : (tensor<4x8x16xf32>, tensor<16x16xf32>) -> tensor<4x8x16xf32>
  %v = fx.dot_general %x, %wv batch [] x [] contract [2] x [0] as f32 : (tensor<4x8x16xf32>, tensor<16x16xf32>) -> tensor<4x8x16xf32>
  %qh = fx.reshape %q to [4, 8, 4, 4] : tensor<4x8x16xf32> -> tensor<4x8x4x4xf32>
  %kh = fx.reshape %k to [4, 8, 4, 4] : tensor<4x8x16xf32> -> tensor<4x8x4x4xf32>
  %vh = fx.reshape %v to [4, 8, 4, 4] : tensor<4x8x16xf32> -> tensor<4x8x4x4xf32>

  // Scores [example, head, query, key], of what a query may see.
  %s = fx.dot_general %qh, %kh batch [0, 2] x [0, 2] contract [3] x [3] as f32 : (tensor<4x8x4x4xf32>, tensor<4x8x4x4xf32>) -> tensor<4x4x8x8xf32>
  %i = fx.iota 0 to [8, 8] as i32 : tensor<8x8xi32>
  %j = fx.iota 1 to [8, 8] as i32 : tensor<8x8xi32>
  %sees = fx.compare GE, %i, %j : tensor<8x8xi32>
  %mask = fx.broadcast_in_dim %sees dims [2, 3] to [4, 4, 8, 8] : tensor<8x8xi1> -> tensor<4x4x8x8xi1>
  %low = fx.constant dense<0xFF800000> : tensor<4x4x8x8xf32>
  %m = fx.select %mask, %s, %low : tensor<4x4x8x8xi1>, tensor<4x4x8x8xf32>
  %top = fx.reduce maximum, %m over [3] : tensor<4x4x8x8xf32> -> tensor<4x4x8xf32>
  %topb = fx.broadcast_in_dim %top dims [0, 1, 2] to [4, 4, 8, 8] : tensor<4x4x8xf32> -> tensor<4x4x8x8xf32>
  %d = fx.subtract %m, %topb : tensor<4x4x8x8xf32>
  %e = fx.exponential %d : tensor<4x4x8x8xf32>
  %z = fx.reduce add, %e over [3] : tensor<4x4x8x8xf32> -> tensor<4x4x8xf32>
  %zb = fx.broadcast_in_dim %z dims [0, 1, 2] to [4, 4, 8, 8] : tensor<4x4x8xf32> -> tensor<4x4x8x8xf32>
  %p = fx.divide %e, %zb : tensor<4x4x8x8xf32>

  %y = fx.dot_general %p, %vh batch [0, 1] x [0, 2] contract [3] x [1] as f32 : (tensor<4x4x8x8xf32>, tensor<4x8x4x4xf32>) -> tensor<4x4x8x4xf32>
  %yt = fx.transpose %y by [0, 2, 1, 3] : tensor<4x4x8x4xf32> -> tensor<4x8x4x4xf32>
  %yr = fx.reshape %yt to [4, 8, 16] : tensor<4x8x4x4xf32> -> tensor<4x8x16xf32>
  %ao = fx.dot_general %yr, %wo batch [] x [] contract [2] x [0] as f32 : (tensor<4x8x16xf32>, tensor<16x16xf32>) -> tensor<4x8x16xf32>
  %r = fx.add %x, %ao : tensor<4x8x16xf32>

  %h = fx.dot_general %r, %wa batch [] x [] contract [2] x [0] as f32 : (tensor<4x8x16xf32>, tensor<16x64xf32>) -> tensor<4x8x64xf32>
  %g = fx.tanh %h : tensor<4x8x64xf32>
  %mo = fx.dot_general %g, %wb batch [] x [] contract [2] x [0] as f32 : (tensor<4x8x64xf32>, tensor<64x16xf32>) -> tensor<4x8x16xf32>
  %out = fx.add %r, %mo : tensor<4x8x16xf32>
  return %out : tensor<4x8x16xf32>
}
