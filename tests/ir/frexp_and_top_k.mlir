// RUN: fluxion-opt %s -split-input-file | FileCheck %s

// A float made of another one's sign and mantissa, as frexp does it, moves with that one: y·(x / x).

// CHECK-LABEL: func.func @mantissa
// CHECK: %[[Y:.*]] = fx.bitcast_convert %{{.*}} to f32
// CHECK: %[[STOPPED:.*]] = fx.stop_gradient %[[X:.*]] :
// CHECK: %[[ONE:.*]] = fx.divide %[[X]], %[[STOPPED]]
// CHECK: %[[MOVED:.*]] = fx.multiply %[[Y]], %[[ONE]]
// CHECK: fx.select %{{.*}}, %[[MOVED]], %[[Y]]
"builtin.module"() ({
  "func.func"() <{function_type = (tensor<5xf32>) -> tensor<5xf32>, sym_name = "mantissa"}> ({
  ^bb0(%x: tensor<5xf32>):
    %bits = "stablehlo.bitcast_convert"(%x) : (tensor<5xf32>) -> tensor<5xi32>
    %mask = "stablehlo.constant"() <{value = dense<-2139095041> : tensor<i32>}> : () -> tensor<i32>
    %masks = "stablehlo.broadcast_in_dim"(%mask) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<5xi32>
    %kept = "stablehlo.and"(%bits, %masks) : (tensor<5xi32>, tensor<5xi32>) -> tensor<5xi32>
    %half = "stablehlo.constant"() <{value = dense<1056964608> : tensor<5xi32>}> : () -> tensor<5xi32>
    %all = "stablehlo.or"(%kept, %half) : (tensor<5xi32>, tensor<5xi32>) -> tensor<5xi32>
    %y = "stablehlo.bitcast_convert"(%all) : (tensor<5xi32>) -> tensor<5xf32>
    "func.return"(%y) : (tensor<5xf32>) -> ()
  }) : () -> ()
}) : () -> ()

// -----

// jax.lax.approx_min_k is exact here. The comparator, which nothing else calls, is no program.

// CHECK-NOT: @less
// CHECK-LABEL: func.func @approximate
// CHECK: %[[SORTED:.*]]:2 = fx.sort %{{.*}}, %{{.*}} along 1 stable true descending false
// CHECK: fx.slice %[[SORTED]]#0 from [0, 0] to [4, 3] by [1, 1]
// CHECK: fx.slice %[[SORTED]]#1 from [0, 0] to [4, 3] by [1, 1]
"builtin.module"() ({
  "func.func"() <{function_type = (tensor<f32>, tensor<f32>, tensor<i32>, tensor<i32>) -> tensor<i1>, sym_name = "less"}> ({
  ^bb0(%a: tensor<f32>, %b: tensor<f32>, %i: tensor<i32>, %j: tensor<i32>):
    %0 = "stablehlo.compare"(%a, %b) <{comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<f32>, tensor<f32>) -> tensor<i1>
    "stablehlo.return"(%0) : (tensor<i1>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x6xf32>) -> (tensor<4x3xf32>, tensor<4x3xi32>), sym_name = "approximate"}> ({
  ^bb0(%x: tensor<4x6xf32>):
    %i = "stablehlo.iota"() <{iota_dimension = 1 : i64}> : () -> tensor<4x6xi32>
    %none = "stablehlo.constant"() <{value = dense<-1> : tensor<i32>}> : () -> tensor<i32>
    %inf = "stablehlo.constant"() <{value = dense<0x7F800000> : tensor<f32>}> : () -> tensor<f32>
    %0:2 = "stablehlo.custom_call"(%x, %i, %inf, %none) <{call_target_name = "ApproxTopK", called_computations = [@less]}> {mhlo.backend_config = {aggregate_to_topk = true, reduction_dim = 1 : i64, top_k = 3 : i64}} : (tensor<4x6xf32>, tensor<4x6xi32>, tensor<f32>, tensor<i32>) -> (tensor<4x3xf32>, tensor<4x3xi32>)
    "func.return"(%0#0, %0#1) : (tensor<4x3xf32>, tensor<4x3xi32>) -> ()
  }) : () -> ()
}) : () -> ()
