// RUN: fluxion-opt %s -fluxion-vjp -split-input-file | FileCheck %s

// The second carry reaches no result, so neither it nor its derivative is computed.

// CHECK-LABEL: func.func @unused.vjp
//       CHECK:   fx.scan({{.*}}) constants 0 carry 1 length 3
//   CHECK-NOT:   fx.sine
func.func @unused(%x: tensor<3x2xf32>) -> (tensor<2xf32>, tensor<3x2xf32>) {
  %s = fx.constant dense<0.0> : tensor<2xf32>
  %r:3 = fx.scan (%s, %s, %x) constants 0 carry 2 length 3 reverse false : (tensor<2xf32>, tensor<2xf32>, tensor<3x2xf32>) -> (tensor<2xf32>, tensor<2xf32>, tensor<3x2xf32>) {
  ^bb0(%a: tensor<2xf32>, %b: tensor<2xf32>, %y: tensor<2xf32>):
    %c = fx.add %a, %y : tensor<2xf32>
    %n = fx.sine %b : tensor<2xf32>
    %d = fx.add %n, %y : tensor<2xf32>
    fx.yield %c, %d, %c : tensor<2xf32>, tensor<2xf32>, tensor<2xf32>
  }
  return %r#0, %r#2 : tensor<2xf32>, tensor<3x2xf32>
}
