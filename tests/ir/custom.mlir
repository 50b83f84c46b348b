// RUN: fluxion-opt %s | fluxion-opt | FileCheck %s

// What is not given is an empty region, in the text too.

// CHECK-LABEL: func @forward_alone
//       CHECK:   fx.linear_call(%{{.*}}) constants 0 : (tensor<4xf32>) -> tensor<4xf32> {
//       CHECK:     fx.negate
//       CHECK:   } transpose {}
func.func @forward_alone(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = fx.linear_call(%x) constants 0 : (tensor<4xf32>) -> tensor<4xf32> {
  ^bb0(%a: tensor<4xf32>):
    %b = fx.negate %a : tensor<4xf32>
    fx.yield %b : tensor<4xf32>
  } transpose {}
  return %y : tensor<4xf32>
}

// CHECK-LABEL: func @transpose_alone
//       CHECK:   fx.linear_call(%{{.*}}) constants 0 : (tensor<4xf32>) -> tensor<4xf32> {} transpose {
//       CHECK:     fx.negate
func.func @transpose_alone(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = fx.linear_call(%x) constants 0 : (tensor<4xf32>) -> tensor<4xf32> {} transpose {
  ^bb0(%a: tensor<4xf32>):
    %b = fx.negate %a : tensor<4xf32>
    fx.yield %b : tensor<4xf32>
  }
  return %y : tensor<4xf32>
}

// CHECK-LABEL: func @solve
//       CHECK:   fx.linear_solve(%{{.*}}) constants 0 symmetric true : (tensor<4xf32>) -> tensor<4xf32> {
//       CHECK:     fx.multiply
//       CHECK:   } solve {
//       CHECK:     fx.divide
//       CHECK:   } vecmat {} transpose_solve {}
func.func @solve(%b: tensor<4xf32>) -> tensor<4xf32> {
  %x = fx.linear_solve(%b) constants 0 symmetric true : (tensor<4xf32>) -> tensor<4xf32> {
  ^bb0(%a: tensor<4xf32>):
    %two = fx.constant dense<2.0> : tensor<4xf32>
    %c = fx.multiply %two, %a : tensor<4xf32>
    fx.yield %c : tensor<4xf32>
  } solve {
  ^bb0(%a: tensor<4xf32>):
    %two = fx.constant dense<2.0> : tensor<4xf32>
    %c = fx.divide %a, %two : tensor<4xf32>
    fx.yield %c : tensor<4xf32>
  } vecmat {} transpose_solve {}
  return %x : tensor<4xf32>
}

// A rule that uses the function that it is of does not have the rule again.

// CHECK-LABEL: func @itself
//       CHECK:   fx.custom_jvp(%{{.*}}) constants 0 {id = 1 : i64}
//       CHECK:   } rule {
//       CHECK:     fx.custom_jvp(%{{.*}}) constants 0 {rule_of = 1 : i64}
//       CHECK:     } rule {}
func.func @itself(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = fx.custom_jvp(%x) constants 0 {id = 1 : i64} : (tensor<4xf32>) -> tensor<4xf32> {
  ^bb0(%a: tensor<4xf32>):
    %b = fx.exponential %a : tensor<4xf32>
    fx.yield %b : tensor<4xf32>
  } rule {
  ^bb0(%a: tensor<4xf32>, %t: tensor<4xf32>):
    %b = fx.custom_jvp(%a) constants 0 {rule_of = 1 : i64} : (tensor<4xf32>) -> tensor<4xf32> {
    ^bb0(%c: tensor<4xf32>):
      %d = fx.exponential %c : tensor<4xf32>
      fx.yield %d : tensor<4xf32>
    } rule {}
    %d = fx.multiply %b, %t : tensor<4xf32>
    fx.yield %b, %d : tensor<4xf32>, tensor<4xf32>
  }
  return %y : tensor<4xf32>
}
