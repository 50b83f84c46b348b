// RUN: fluxion-opt %s --split-input-file | FileCheck %s

// A sum whose initial value is neutral is one op; any other initial value is added afterwards.

// CHECK-LABEL: func.func @reduce
// CHECK-SAME:    %[[X:.*]]: tensor<2x3xf32>
// CHECK:         %[[S:.*]] = fx.reduce add, %[[X]] over [1]
// CHECK-NOT:     fx.add
// CHECK:         %[[T:.*]] = fx.reduce add, %[[X]] over [1]
// CHECK:         %[[ONE:.*]] = fx.broadcast_in_dim
// CHECK:         %[[U:.*]] = fx.add %[[ONE]], %[[T]]
// CHECK:         return %[[S]], %[[U]]
"builtin.module"() ({
  "func.func"() <{function_type = (tensor<2x3xf32>) -> (tensor<2xf32>, tensor<2xf32>), sym_name = "reduce"}> ({
  ^bb0(%x: tensor<2x3xf32>):
    %zero = "stablehlo.constant"() <{value = dense<0.0> : tensor<f32>}> : () -> tensor<f32>
    %s = "stablehlo.reduce"(%x, %zero) <{dimensions = array<i64: 1>}> ({
    ^bb0(%a: tensor<f32>, %b: tensor<f32>):
      %c = "stablehlo.add"(%a, %b) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      "stablehlo.return"(%c) : (tensor<f32>) -> ()
    }) : (tensor<2x3xf32>, tensor<f32>) -> tensor<2xf32>
    %one = "stablehlo.constant"() <{value = dense<1.0> : tensor<f32>}> : () -> tensor<f32>
    %t = "stablehlo.reduce"(%x, %one) <{dimensions = array<i64: 1>}> ({
    ^bb0(%a: tensor<f32>, %b: tensor<f32>):
      %c = "stablehlo.add"(%b, %a) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      "stablehlo.return"(%c) : (tensor<f32>) -> ()
    }) : (tensor<2x3xf32>, tensor<f32>) -> tensor<2xf32>
    "func.return"(%s, %t) : (tensor<2xf32>, tensor<2xf32>) -> ()
  }) : () -> ()
}) : () -> ()

// -----

// CHECK-LABEL: func.func @convolution
// CHECK:         fx.convolution %{{.*}}, %{{.*}} strides [2] pad [-1] x [3] dilate [2] x [1] reverse [1] dims [1, 2, 0] x
// CHECK-SAME:      [2, 1, 0] to [0, 1, 2] groups 2 x 1 as f32
"builtin.module"() ({
  "func.func"() <{function_type = (tensor<6x1x4xf32>, tensor<3x2x2xf32>) -> tensor<1x2x6xf32>, sym_name = "convolution"}> ({
  ^bb0(%x: tensor<6x1x4xf32>, %w: tensor<3x2x2xf32>):
    %y = "stablehlo.convolution"(%x, %w) <{dimension_numbers = #stablehlo.conv<[0, b, f]x[0, i, o]->[b, f, 0]>, feature_group_count = 2 : i64, batch_group_count = 1 : i64, window_strides = array<i64: 2>, padding = dense<[[-1, 3]]> : tensor<1x2xi64>, lhs_dilation = array<i64: 2>, window_reversal = array<i1: true>}> : (tensor<6x1x4xf32>, tensor<3x2x2xf32>) -> tensor<1x2x6xf32>
    "func.return"(%y) : (tensor<1x2x6xf32>) -> ()
  }) : () -> ()
}) : () -> ()

// -----

// Values from outside become constants of the loop; constants are copied into it. Calls are inlined.

// CHECK-LABEL: func.func @loop
// CHECK-SAME:    %[[N:.*]]: tensor<i32>, %[[X:.*]]: tensor<i32>
// CHECK:         fx.while(%[[N]], %[[X]]) constants 1
// CHECK:         ^bb0(%[[N1:.*]]: tensor<i32>, %[[X1:.*]]: tensor<i32>):
// CHECK-NEXT:      fx.compare LT, %[[X1]], %[[N1]]
// CHECK:         do
// CHECK:           %[[TWO:.*]] = fx.constant dense<2>
// CHECK:           fx.multiply %{{.*}}, %[[TWO]]
// CHECK-NOT:   func.func
"builtin.module"() ({
  "func.func"() <{function_type = (tensor<i32>, tensor<i32>) -> tensor<i32>, sym_name = "loop"}> ({
  ^bb0(%n: tensor<i32>, %x: tensor<i32>):
    %two = "stablehlo.constant"() <{value = dense<2> : tensor<i32>}> : () -> tensor<i32>
    %y = "stablehlo.while"(%x) ({
    ^bb0(%a: tensor<i32>):
      %c = "stablehlo.compare"(%a, %n) <{comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<i32>, tensor<i32>) -> tensor<i1>
      "stablehlo.return"(%c) : (tensor<i1>) -> ()
    }, {
    ^bb0(%a: tensor<i32>):
      %b = "func.call"(%a, %two) <{callee = @times}> : (tensor<i32>, tensor<i32>) -> tensor<i32>
      "stablehlo.return"(%b) : (tensor<i32>) -> ()
    }) : (tensor<i32>) -> tensor<i32>
    "func.return"(%y) : (tensor<i32>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<i32>, tensor<i32>) -> tensor<i32>, sym_name = "times", sym_visibility = "private"}> ({
  ^bb0(%a: tensor<i32>, %b: tensor<i32>):
    %c = "stablehlo.multiply"(%a, %b) : (tensor<i32>, tensor<i32>) -> tensor<i32>
    "func.return"(%c) : (tensor<i32>) -> ()
  }) : () -> ()
}) : () -> ()
