// RUN: fluxion-opt %s -fluxion-vjp="wrt=2,3" -fluxion-simplify -fluxion-propagate-sharding | FileCheck %s

// The gradient of an MLP's mean squared error. Examples are divided over "data" by what is said of x, hidden features over
// "model" by what is said of the first weight alone: the second weight follows. Gradients of weights are sums over
// examples, and so over devices, and are divided like the weights; the loss is a sum over both.

// CHECK-LABEL: func.func @loss.vjp
//  CHECK-SAME:   %[[X:[a-z0-9]+]]: tensor<8x4xf32> {fx.sharding = #fx.sharding<#mesh, [{"data"}, {}]>}
//  CHECK-SAME:   %[[Y:[a-z0-9]+]]: tensor<8x3xf32> {fx.sharding = #fx.sharding<#mesh, [{"data"}, {}]>}
//  CHECK-SAME:   %[[W1:[a-z0-9]+]]: tensor<4x16xf32> {fx.sharding = #fx.sharding<#mesh, [{}, {"model"}]>}
//  CHECK-SAME:   %[[W2:[a-z0-9]+]]: tensor<16x3xf32> {fx.sharding = #fx.sharding<#mesh, [{"model"}, {}]>}
//  CHECK-SAME:   -> (tensor<f32>,
//  CHECK-SAME:       tensor<4x16xf32> {fx.sharding = #fx.sharding<#mesh, [{}, {"model"}]>},
//  CHECK-SAME:       tensor<16x3xf32> {fx.sharding = #fx.sharding<#mesh, [{"model"}, {}]>})
//       CHECK:   fx.tanh {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"data"}, {"model"}]>]}
//       CHECK:   fx.dot_general {{.*}} {fx.shardings = [#fx.sharding<#mesh, [{"data"}, {}]>]}
//       CHECK:   fx.reduce add, {{.*}} : tensor<8x3xf32> -> tensor<f32>
#mesh = #fx.mesh<["data" = 4, "model" = 2]>
func.func @loss(%x0: tensor<8x4xf32>, %y: tensor<8x3xf32>, %a0: tensor<4x16xf32>, %b: tensor<16x3xf32>) -> tensor<f32> {
  %x = fx.sharding_constraint %x0 <#mesh, [{"data"}, {}]> : tensor<8x4xf32>
  %a = fx.sharding_constraint %a0 <#mesh, [{}, {"model"}]> : tensor<4x16xf32>
  %p = fx.dot_general %x, %a batch [] x [] contract [1] x [0] as f32 : (tensor<8x4xf32>, tensor<4x16xf32>) -> tensor<8x16xf32>
  %h = fx.tanh %p : tensor<8x16xf32>
  %o = fx.dot_general %h, %b batch [] x [] contract [1] x [0] as f32 : (tensor<8x16xf32>, tensor<16x3xf32>) -> tensor<8x3xf32>
  %d = fx.subtract %o, %y : tensor<8x3xf32>
  %s = fx.multiply %d, %d : tensor<8x3xf32>
  %l = fx.reduce add, %s over [0, 1] : tensor<8x3xf32> -> tensor<f32>
  return %l : tensor<f32>
}
