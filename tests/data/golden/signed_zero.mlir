// ----- szero.neg
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<8xf32>) -> tensor<8xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<8xf32>):
    %0 = "stablehlo.negate"(%arg0) : (tensor<8xf32>) -> tensor<8xf32>
    %1 = "stablehlo.bitcast_convert"(%0) : (tensor<8xf32>) -> tensor<8xui32>
    %2 = "stablehlo.constant"() <{value = dense<31> : tensor<ui32>}> : () -> tensor<ui32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<8xui32>
    %4 = "stablehlo.shift_right_logical"(%1, %3) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
    "func.return"(%4) : (tensor<8xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- szero.abs
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<8xf32>) -> tensor<8xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<8xf32>):
    %0 = "stablehlo.abs"(%arg0) : (tensor<8xf32>) -> tensor<8xf32>
    %1 = "stablehlo.bitcast_convert"(%0) : (tensor<8xf32>) -> tensor<8xui32>
    %2 = "stablehlo.constant"() <{value = dense<31> : tensor<ui32>}> : () -> tensor<ui32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<8xui32>
    %4 = "stablehlo.shift_right_logical"(%1, %3) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
    "func.return"(%4) : (tensor<8xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- szero.sign
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<8xf32>) -> tensor<8xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<8xf32>):
    %0 = "stablehlo.sign"(%arg0) : (tensor<8xf32>) -> tensor<8xf32>
    %1 = "stablehlo.bitcast_convert"(%0) : (tensor<8xf32>) -> tensor<8xui32>
    %2 = "stablehlo.constant"() <{value = dense<31> : tensor<ui32>}> : () -> tensor<ui32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<8xui32>
    %4 = "stablehlo.shift_right_logical"(%1, %3) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
    "func.return"(%4) : (tensor<8xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- szero.floor
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<8xf32>) -> tensor<8xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<8xf32>):
    %0 = "stablehlo.floor"(%arg0) : (tensor<8xf32>) -> tensor<8xf32>
    %1 = "stablehlo.bitcast_convert"(%0) : (tensor<8xf32>) -> tensor<8xui32>
    %2 = "stablehlo.constant"() <{value = dense<31> : tensor<ui32>}> : () -> tensor<ui32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<8xui32>
    %4 = "stablehlo.shift_right_logical"(%1, %3) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
    "func.return"(%4) : (tensor<8xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- szero.ceil
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<8xf32>) -> tensor<8xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<8xf32>):
    %0 = "stablehlo.ceil"(%arg0) : (tensor<8xf32>) -> tensor<8xf32>
    %1 = "stablehlo.bitcast_convert"(%0) : (tensor<8xf32>) -> tensor<8xui32>
    %2 = "stablehlo.constant"() <{value = dense<31> : tensor<ui32>}> : () -> tensor<ui32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<8xui32>
    %4 = "stablehlo.shift_right_logical"(%1, %3) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
    "func.return"(%4) : (tensor<8xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- szero.trunc
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<8xf32>) -> tensor<8xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg4: tensor<8xf32>):
    %7 = "func.call"(%arg4) <{callee = @trunc}> : (tensor<8xf32>) -> tensor<8xf32>
    %8 = "stablehlo.bitcast_convert"(%7) : (tensor<8xf32>) -> tensor<8xui32>
    %9 = "stablehlo.constant"() <{value = dense<31> : tensor<ui32>}> : () -> tensor<ui32>
    %10 = "stablehlo.broadcast_in_dim"(%9) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<8xui32>
    %11 = "stablehlo.shift_right_logical"(%8, %10) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
    "func.return"(%11) : (tensor<8xui32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<8xf32>) -> tensor<8xf32>, res_attrs = [{}], sym_name = "trunc", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<8xf32>):
    %1 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8xf32>
    %3 = "stablehlo.compare"(%arg3, %2) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xi1>
    %4 = "stablehlo.ceil"(%arg3) : (tensor<8xf32>) -> tensor<8xf32>
    %5 = "stablehlo.floor"(%arg3) : (tensor<8xf32>) -> tensor<8xf32>
    %6 = "func.call"(%3, %4, %5) <{callee = @_where}> : (tensor<8xi1>, tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
    "func.return"(%6) : (tensor<8xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<8xi1>, tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<8xi1>, %arg1: tensor<8xf32>, %arg2: tensor<8xf32>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<8xi1>, tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
    "func.return"(%0) : (tensor<8xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- szero.round_even
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<8xf32>) -> tensor<8xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<8xf32>):
    %0 = "stablehlo.round_nearest_even"(%arg0) : (tensor<8xf32>) -> tensor<8xf32>
    %1 = "stablehlo.bitcast_convert"(%0) : (tensor<8xf32>) -> tensor<8xui32>
    %2 = "stablehlo.constant"() <{value = dense<31> : tensor<ui32>}> : () -> tensor<ui32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<8xui32>
    %4 = "stablehlo.shift_right_logical"(%1, %3) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
    "func.return"(%4) : (tensor<8xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- szero.sqrt
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<8xf32>) -> tensor<8xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<8xf32>):
    %0 = "stablehlo.abs"(%arg0) : (tensor<8xf32>) -> tensor<8xf32>
    %1 = "stablehlo.sign"(%arg0) : (tensor<8xf32>) -> tensor<8xf32>
    %2 = "stablehlo.multiply"(%0, %1) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
    %3 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %4 = "stablehlo.broadcast_in_dim"(%3) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8xf32>
    %5 = "stablehlo.multiply"(%2, %4) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
    %6 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %7 = "stablehlo.broadcast_in_dim"(%6) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8xf32>
    %8 = "stablehlo.multiply"(%arg0, %7) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
    %9 = "stablehlo.add"(%5, %8) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
    %10 = "stablehlo.sqrt"(%9) : (tensor<8xf32>) -> tensor<8xf32>
    %11 = "stablehlo.bitcast_convert"(%10) : (tensor<8xf32>) -> tensor<8xui32>
    %12 = "stablehlo.constant"() <{value = dense<31> : tensor<ui32>}> : () -> tensor<ui32>
    %13 = "stablehlo.broadcast_in_dim"(%12) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<8xui32>
    %14 = "stablehlo.shift_right_logical"(%11, %13) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
    "func.return"(%14) : (tensor<8xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- szero.sin
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<8xf32>) -> tensor<8xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<8xf32>):
    %0 = "stablehlo.sine"(%arg0) : (tensor<8xf32>) -> tensor<8xf32>
    %1 = "stablehlo.bitcast_convert"(%0) : (tensor<8xf32>) -> tensor<8xui32>
    %2 = "stablehlo.constant"() <{value = dense<31> : tensor<ui32>}> : () -> tensor<ui32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<8xui32>
    %4 = "stablehlo.shift_right_logical"(%1, %3) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
    "func.return"(%4) : (tensor<8xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- szero.tanh
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<8xf32>) -> tensor<8xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<8xf32>):
    %0 = "stablehlo.tanh"(%arg0) : (tensor<8xf32>) -> tensor<8xf32>
    %1 = "stablehlo.bitcast_convert"(%0) : (tensor<8xf32>) -> tensor<8xui32>
    %2 = "stablehlo.constant"() <{value = dense<31> : tensor<ui32>}> : () -> tensor<ui32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<8xui32>
    %4 = "stablehlo.shift_right_logical"(%1, %3) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
    "func.return"(%4) : (tensor<8xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- szero.expm1
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<8xf32>) -> tensor<8xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<8xf32>):
    %0 = "stablehlo.exponential_minus_one"(%arg0) : (tensor<8xf32>) -> tensor<8xf32>
    %1 = "stablehlo.bitcast_convert"(%0) : (tensor<8xf32>) -> tensor<8xui32>
    %2 = "stablehlo.constant"() <{value = dense<31> : tensor<ui32>}> : () -> tensor<ui32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<8xui32>
    %4 = "stablehlo.shift_right_logical"(%1, %3) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
    "func.return"(%4) : (tensor<8xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- szero.log1p
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<8xf32>) -> tensor<8xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<8xf32>):
    %0 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f32>}> : () -> tensor<f32>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<8xf32>
    %2 = "stablehlo.multiply"(%arg0, %1) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
    %3 = "stablehlo.log_plus_one"(%2) : (tensor<8xf32>) -> tensor<8xf32>
    %4 = "stablehlo.bitcast_convert"(%3) : (tensor<8xf32>) -> tensor<8xui32>
    %5 = "stablehlo.constant"() <{value = dense<31> : tensor<ui32>}> : () -> tensor<ui32>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<8xui32>
    %7 = "stablehlo.shift_right_logical"(%4, %6) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
    "func.return"(%7) : (tensor<8xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- szero.cbrt
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<8xf32>) -> tensor<8xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<8xf32>):
    %0 = "stablehlo.cbrt"(%arg0) : (tensor<8xf32>) -> tensor<8xf32>
    %1 = "stablehlo.bitcast_convert"(%0) : (tensor<8xf32>) -> tensor<8xui32>
    %2 = "stablehlo.constant"() <{value = dense<31> : tensor<ui32>}> : () -> tensor<ui32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<8xui32>
    %4 = "stablehlo.shift_right_logical"(%1, %3) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
    "func.return"(%4) : (tensor<8xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- szero.add
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<64xf32>, tensor<64xf32>) -> tensor<64xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<64xf32>, %arg1: tensor<64xf32>):
    %0 = "stablehlo.add"(%arg0, %arg1) : (tensor<64xf32>, tensor<64xf32>) -> tensor<64xf32>
    %1 = "stablehlo.bitcast_convert"(%0) : (tensor<64xf32>) -> tensor<64xui32>
    %2 = "stablehlo.constant"() <{value = dense<31> : tensor<ui32>}> : () -> tensor<ui32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<64xui32>
    %4 = "stablehlo.shift_right_logical"(%1, %3) : (tensor<64xui32>, tensor<64xui32>) -> tensor<64xui32>
    "func.return"(%4) : (tensor<64xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- szero.sub
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<64xf32>, tensor<64xf32>) -> tensor<64xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<64xf32>, %arg1: tensor<64xf32>):
    %0 = "stablehlo.subtract"(%arg0, %arg1) : (tensor<64xf32>, tensor<64xf32>) -> tensor<64xf32>
    %1 = "stablehlo.bitcast_convert"(%0) : (tensor<64xf32>) -> tensor<64xui32>
    %2 = "stablehlo.constant"() <{value = dense<31> : tensor<ui32>}> : () -> tensor<ui32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<64xui32>
    %4 = "stablehlo.shift_right_logical"(%1, %3) : (tensor<64xui32>, tensor<64xui32>) -> tensor<64xui32>
    "func.return"(%4) : (tensor<64xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- szero.mul
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<64xf32>, tensor<64xf32>) -> tensor<64xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<64xf32>, %arg1: tensor<64xf32>):
    %0 = "stablehlo.multiply"(%arg0, %arg1) : (tensor<64xf32>, tensor<64xf32>) -> tensor<64xf32>
    %1 = "stablehlo.bitcast_convert"(%0) : (tensor<64xf32>) -> tensor<64xui32>
    %2 = "stablehlo.constant"() <{value = dense<31> : tensor<ui32>}> : () -> tensor<ui32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<64xui32>
    %4 = "stablehlo.shift_right_logical"(%1, %3) : (tensor<64xui32>, tensor<64xui32>) -> tensor<64xui32>
    "func.return"(%4) : (tensor<64xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- szero.atan2
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<64xf32>, tensor<64xf32>) -> tensor<64xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<64xf32>, %arg1: tensor<64xf32>):
    %0 = "stablehlo.atan2"(%arg0, %arg1) : (tensor<64xf32>, tensor<64xf32>) -> tensor<64xf32>
    %1 = "stablehlo.bitcast_convert"(%0) : (tensor<64xf32>) -> tensor<64xui32>
    %2 = "stablehlo.constant"() <{value = dense<31> : tensor<ui32>}> : () -> tensor<ui32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<64xui32>
    %4 = "stablehlo.shift_right_logical"(%1, %3) : (tensor<64xui32>, tensor<64xui32>) -> tensor<64xui32>
    "func.return"(%4) : (tensor<64xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- szero.div
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<6xf32>, tensor<6xf32>) -> tensor<6xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<6xf32>, %arg1: tensor<6xf32>):
    %0 = "stablehlo.divide"(%arg0, %arg1) : (tensor<6xf32>, tensor<6xf32>) -> tensor<6xf32>
    %1 = "stablehlo.bitcast_convert"(%0) : (tensor<6xf32>) -> tensor<6xui32>
    %2 = "stablehlo.constant"() <{value = dense<31> : tensor<ui32>}> : () -> tensor<ui32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<6xui32>
    %4 = "stablehlo.shift_right_logical"(%1, %3) : (tensor<6xui32>, tensor<6xui32>) -> tensor<6xui32>
    "func.return"(%4) : (tensor<6xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
