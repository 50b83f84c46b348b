// RUN: fluxion-opt %s -split-input-file -verify-diagnostics | FileCheck %s

// Ops of CHLO that have the same name here, and reduce_precision, come in as they are; the text form reads back.

// CHECK-LABEL: func.func @imported
// CHECK-SAME:    %[[X:.*]]: tensor<4xf32>, %[[Y:.*]]: tensor<4xf32>
// CHECK:         %[[A:.*]] = fx.bessel_i1e %[[X]] : tensor<4xf32>
// CHECK:         %[[B:.*]] = fx.zeta %[[A]], %[[Y]] : tensor<4xf32>
// CHECK:         %[[C:.*]] = fx.polygamma %[[B]], %[[Y]] : tensor<4xf32>
// CHECK:         %[[D:.*]] = fx.next_after %[[C]], %[[Y]] : tensor<4xf32>
// CHECK:         fx.reduce_precision %[[D]] {exponent_bits = 5 : i64, mantissa_bits = 10 : i64} : tensor<4xf32>
"builtin.module"() ({
  "func.func"() <{function_type = (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>, sym_name = "imported"}> ({
  ^bb0(%x: tensor<4xf32>, %y: tensor<4xf32>):
    %a = "chlo.bessel_i1e"(%x) : (tensor<4xf32>) -> tensor<4xf32>
    %b = "chlo.zeta"(%a, %y) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %c = "chlo.polygamma"(%b, %y) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %d = "chlo.next_after"(%c, %y) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %e = "stablehlo.reduce_precision"(%d) <{exponent_bits = 5 : i32, mantissa_bits = 10 : i32}> : (tensor<4xf32>) -> tensor<4xf32>
    "func.return"(%e) : (tensor<4xf32>) -> ()
  }) : () -> ()
}) : () -> ()

// -----

// CHECK-LABEL: func.func @incomplete
// CHECK:         fx.regularized_incomplete_beta %{{.*}}, %{{.*}}, %{{.*}} : tensor<3xf64>
func.func @incomplete(%a: tensor<3xf64>, %x: tensor<3xf64>) -> tensor<3xf64> {
  %p = fx.igamma %a, %x : tensor<3xf64>
  %y = fx.regularized_incomplete_beta %a, %x, %p : tensor<3xf64>
  return %y : tensor<3xf64>
}

// -----

// CHECK-LABEL: func.func @upper_half
// CHECK:         fx.mulhi %{{.*}}, %{{.*}} : tensor<3xui64>
func.func @upper_half(%a: tensor<3xui64>) -> tensor<3xui64> {
  %y = fx.mulhi %a, %a : tensor<3xui64>
  return %y : tensor<3xui64>
}

// -----

func.func @no_exponent(%x: tensor<4xf32>) {
  // expected-error@+1 {{reduce_precision: there are no floats with 0 exponent bits}}
  %y = fx.reduce_precision %x {exponent_bits = 0 : i64, mantissa_bits = 3 : i64} : tensor<4xf32>
  return
}

// -----

func.func @no_mantissa(%x: tensor<4xf32>) {
  // expected-error@+1 {{reduce_precision: there are no floats with -1 mantissa bits}}
  %y = fx.reduce_precision %x {exponent_bits = 4 : i64, mantissa_bits = -1 : i64} : tensor<4xf32>
  return
}

// -----

func.func @of_integers(%x: tensor<4xi32>) {
  // expected-error@+1 {{operand #0 must be statically shaped tensor of}}
  %y = fx.bessel_i0e %x : tensor<4xi32>
  return
}
