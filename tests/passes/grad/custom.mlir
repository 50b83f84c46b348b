// RUN: fluxion-opt %s -fluxion-jvp | FileCheck %s --check-prefix=JVP
// RUN: fluxion-opt %s -fluxion-vjp -fluxion-simplify | FileCheck %s --check-prefix=VJP
// RUN: fluxion-opt %s -fluxion-vmap | FileCheck %s --check-prefix=VMAP
// RUN: fluxion-opt %s -fluxion-expand-custom | FileCheck %s --check-prefix=EXPAND

// The rule takes the function's place where it is differentiated; without a derivative the function itself does.

// JVP-LABEL: func.func @rule.jvp(
//       JVP:   %[[Y:.*]] = fx.sine %arg0
//       JVP:   %[[DY:.*]] = fx.multiply %arg1, %{{.*}}
//       JVP:   return %[[Y]], %[[DY]]
// VJP-LABEL: func.func @rule.vjp(
//   VJP-NOT:   fx.custom_jvp
//       VJP:   %[[CT:.*]] = fx.multiply %arg1, %{{.*}}
// VMAP-LABEL: func.func @rule.vmap(%arg0: tensor<2x4xf32>
//       VMAP:   fx.custom_jvp(%arg0) constants 0 : (tensor<2x4xf32>) -> tensor<2x4xf32> {
//       VMAP:   ^bb0(%{{.*}}: tensor<2x4xf32>, %{{.*}}: tensor<2x4xf32>):
// EXPAND-LABEL: func.func @rule(
//   EXPAND-NOT:   fx.custom_jvp
//       EXPAND:   fx.sine
//   EXPAND-NOT:   fx.multiply
func.func @rule(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = fx.custom_jvp(%x) constants 0 : (tensor<4xf32>) -> tensor<4xf32> {
  ^bb0(%a: tensor<4xf32>):
    %b = fx.sine %a : tensor<4xf32>
    fx.yield %b : tensor<4xf32>
  } rule {
  ^bb0(%a: tensor<4xf32>, %da: tensor<4xf32>):
    %b = fx.sine %a : tensor<4xf32>
    %two = fx.constant dense<2.0> : tensor<4xf32>
    %db = fx.multiply %da, %two : tensor<4xf32>
    fx.yield %b, %db : tensor<4xf32>, tensor<4xf32>
  }
  return %y : tensor<4xf32>
}

// A reverse rule becomes a linear function that is known by its transpose.

// JVP-LABEL: func.func @back.jvp(
//       JVP:   %[[Y:.*]] = fx.sine %arg0
//       JVP:   %[[DY:.*]] = fx.linear_call(%arg0, %arg1) constants 1
//       JVP:   return %[[Y]], %[[DY]]
// VJP-LABEL: func.func @back.vjp(
//       VJP:   %[[Y:.*]] = fx.sine %arg0
//       VJP:   %[[CT:.*]] = fx.multiply %arg0, %arg1
//       VJP:   return %[[Y]], %[[CT]]
func.func @back(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = fx.custom_vjp(%x) constants 0 : (tensor<4xf32>) -> tensor<4xf32> {
  ^bb0(%a: tensor<4xf32>):
    %b = fx.sine %a : tensor<4xf32>
    fx.yield %b : tensor<4xf32>
  } forward {
  ^bb0(%a: tensor<4xf32>):
    %b = fx.sine %a : tensor<4xf32>
    fx.yield %b, %a : tensor<4xf32>, tensor<4xf32>
  } backward {
  ^bb0(%r: tensor<4xf32>, %ct: tensor<4xf32>):
    %c = fx.multiply %r, %ct : tensor<4xf32>
    fx.yield %c : tensor<4xf32>
  }
  return %y : tensor<4xf32>
}

// A checkpoint keeps its inputs: what its derivative needs is computed again behind a barrier.

// VJP-LABEL: func.func @kept.vjp(
//       VJP:   fx.checkpoint(%arg0) policy "nothing"
//       VJP:   fx.checkpoint(%arg0, %arg1) policy "nothing" {{.*}} barrier true
//       VJP:     fx.sine
//       VJP:     fx.cosine
// EXPAND-LABEL: func.func @kept(
//   EXPAND-NOT:   fx.checkpoint
func.func @kept(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = fx.checkpoint(%x) policy "nothing" names "" prevent_cse true barrier false : (tensor<4xf32>) -> tensor<4xf32> {
  ^bb0(%a: tensor<4xf32>):
    %b = fx.sine %a : tensor<4xf32>
    %c = fx.sine %b : tensor<4xf32>
    fx.yield %c : tensor<4xf32>
  }
  return %y : tensor<4xf32>
}
