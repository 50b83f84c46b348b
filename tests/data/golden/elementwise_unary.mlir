// ----- ew1.neg.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.negate"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.neg.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.negate"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.neg.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.negate"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.neg.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.negate"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.abs.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.abs"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.abs.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.abs"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.abs.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.abs"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.abs.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.abs"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sign.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.sign"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sign.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.sign"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sign.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.sign"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sign.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.sign"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.floor.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.floor"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.floor.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.floor"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.floor.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.floor"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.floor.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.floor"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.ceil.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.ceil"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.ceil.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.ceil"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.ceil.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.ceil"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.ceil.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.ceil"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.round_even.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.round_nearest_even"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.round_even.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.round_nearest_even"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.round_even.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.round_nearest_even"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.round_even.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.round_nearest_even"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.round_afz.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.round_nearest_afz"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.round_afz.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.round_nearest_afz"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.round_afz.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.round_nearest_afz"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.round_afz.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.round_nearest_afz"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.trunc.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg4: tensor<41xf32>):
    %7 = "func.call"(%arg4) <{callee = @trunc}> : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%7) : (tensor<41xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{}], sym_name = "trunc", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<41xf32>):
    %1 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %3 = "stablehlo.compare"(%arg3, %2) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xi1>
    %4 = "stablehlo.ceil"(%arg3) : (tensor<41xf32>) -> tensor<41xf32>
    %5 = "stablehlo.floor"(%arg3) : (tensor<41xf32>) -> tensor<41xf32>
    %6 = "func.call"(%3, %4, %5) <{callee = @_where}> : (tensor<41xi1>, tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%6) : (tensor<41xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<41xi1>, tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xi1>, %arg1: tensor<41xf32>, %arg2: tensor<41xf32>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<41xi1>, tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.trunc.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg4: tensor<41xf64>):
    %7 = "func.call"(%arg4) <{callee = @trunc}> : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%7) : (tensor<41xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{}], sym_name = "trunc", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<41xf64>):
    %1 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %3 = "stablehlo.compare"(%arg3, %2) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xi1>
    %4 = "stablehlo.ceil"(%arg3) : (tensor<41xf64>) -> tensor<41xf64>
    %5 = "stablehlo.floor"(%arg3) : (tensor<41xf64>) -> tensor<41xf64>
    %6 = "func.call"(%3, %4, %5) <{callee = @_where}> : (tensor<41xi1>, tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%6) : (tensor<41xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<41xi1>, tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xi1>, %arg1: tensor<41xf64>, %arg2: tensor<41xf64>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<41xi1>, tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.trunc.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg4: tensor<41xbf16>):
    %7 = "func.call"(%arg4) <{callee = @trunc}> : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%7) : (tensor<41xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{}], sym_name = "trunc", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<41xbf16>):
    %1 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %3 = "stablehlo.compare"(%arg3, %2) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xi1>
    %4 = "stablehlo.ceil"(%arg3) : (tensor<41xbf16>) -> tensor<41xbf16>
    %5 = "stablehlo.floor"(%arg3) : (tensor<41xbf16>) -> tensor<41xbf16>
    %6 = "func.call"(%3, %4, %5) <{callee = @_where}> : (tensor<41xi1>, tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%6) : (tensor<41xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<41xi1>, tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xi1>, %arg1: tensor<41xbf16>, %arg2: tensor<41xbf16>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<41xi1>, tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.trunc.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg4: tensor<41xf16>):
    %7 = "func.call"(%arg4) <{callee = @trunc}> : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%7) : (tensor<41xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{}], sym_name = "trunc", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<41xf16>):
    %1 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %3 = "stablehlo.compare"(%arg3, %2) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xi1>
    %4 = "stablehlo.ceil"(%arg3) : (tensor<41xf16>) -> tensor<41xf16>
    %5 = "stablehlo.floor"(%arg3) : (tensor<41xf16>) -> tensor<41xf16>
    %6 = "func.call"(%3, %4, %5) <{callee = @_where}> : (tensor<41xi1>, tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%6) : (tensor<41xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<41xi1>, tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xi1>, %arg1: tensor<41xf16>, %arg2: tensor<41xf16>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<41xi1>, tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.exp.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.exponential"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.exp.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.exponential"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.exp.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.exponential"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.exp.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.exponential"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.exp2.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.constant"() <{value = dense<0.693147182> : tensor<f32>}> : () -> tensor<f32>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %2 = "stablehlo.multiply"(%1, %arg0) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %3 = "stablehlo.exponential"(%2) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%3) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.exp2.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.constant"() <{value = dense<0.69314718055994529> : tensor<f64>}> : () -> tensor<f64>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %2 = "stablehlo.multiply"(%1, %arg0) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %3 = "stablehlo.exponential"(%2) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%3) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.exp2.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.constant"() <{value = dense<6.914060e-01> : tensor<bf16>}> : () -> tensor<bf16>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %2 = "stablehlo.multiply"(%1, %arg0) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %3 = "stablehlo.exponential"(%2) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%3) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.exp2.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.constant"() <{value = dense<6.933590e-01> : tensor<f16>}> : () -> tensor<f16>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %2 = "stablehlo.multiply"(%1, %arg0) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %3 = "stablehlo.exponential"(%2) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%3) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.expm1.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.exponential_minus_one"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.expm1.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.exponential_minus_one"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.expm1.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.exponential_minus_one"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.expm1.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.exponential_minus_one"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.log.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.log"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.log.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.log"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.log.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.log"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.log.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.log"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.log1p.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.log_plus_one"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.log1p.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.log_plus_one"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.log1p.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.log_plus_one"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.log1p.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.log_plus_one"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.log2.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.log"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    %1 = "stablehlo.constant"() <{value = dense<2.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %2 = "stablehlo.log"(%1) : (tensor<f32>) -> tensor<f32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %4 = "stablehlo.divide"(%0, %3) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%4) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.log2.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.log"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    %1 = "stablehlo.constant"() <{value = dense<2.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %2 = "stablehlo.log"(%1) : (tensor<f64>) -> tensor<f64>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %4 = "stablehlo.divide"(%0, %3) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%4) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.log2.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.log"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    %1 = "stablehlo.constant"() <{value = dense<2.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %2 = "stablehlo.log"(%1) : (tensor<bf16>) -> tensor<bf16>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %4 = "stablehlo.divide"(%0, %3) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%4) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.log2.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.log"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    %1 = "stablehlo.constant"() <{value = dense<2.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %2 = "stablehlo.log"(%1) : (tensor<f16>) -> tensor<f16>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %4 = "stablehlo.divide"(%0, %3) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%4) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.log10.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.log"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    %1 = "stablehlo.constant"() <{value = dense<0.434294492> : tensor<f32>}> : () -> tensor<f32>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %3 = "stablehlo.multiply"(%0, %2) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%3) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.log10.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.log"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    %1 = "stablehlo.constant"() <{value = dense<0.43429448190325182> : tensor<f64>}> : () -> tensor<f64>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %3 = "stablehlo.multiply"(%0, %2) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%3) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.log10.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.log"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    %1 = "stablehlo.constant"() <{value = dense<4.335940e-01> : tensor<bf16>}> : () -> tensor<bf16>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %3 = "stablehlo.multiply"(%0, %2) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%3) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.log10.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.log"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    %1 = "stablehlo.constant"() <{value = dense<4.343260e-01> : tensor<f16>}> : () -> tensor<f16>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %3 = "stablehlo.multiply"(%0, %2) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%3) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sin.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf32>) -> tensor<37xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<37xf32>):
    %0 = "stablehlo.sine"(%arg0) : (tensor<37xf32>) -> tensor<37xf32>
    "func.return"(%0) : (tensor<37xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sin.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf64>) -> tensor<37xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<37xf64>):
    %0 = "stablehlo.sine"(%arg0) : (tensor<37xf64>) -> tensor<37xf64>
    "func.return"(%0) : (tensor<37xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sin.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xbf16>) -> tensor<37xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<37xbf16>):
    %0 = "stablehlo.sine"(%arg0) : (tensor<37xbf16>) -> tensor<37xbf16>
    "func.return"(%0) : (tensor<37xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sin.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf16>) -> tensor<37xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<37xf16>):
    %0 = "stablehlo.sine"(%arg0) : (tensor<37xf16>) -> tensor<37xf16>
    "func.return"(%0) : (tensor<37xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.cos.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf32>) -> tensor<37xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<37xf32>):
    %0 = "stablehlo.cosine"(%arg0) : (tensor<37xf32>) -> tensor<37xf32>
    "func.return"(%0) : (tensor<37xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.cos.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf64>) -> tensor<37xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<37xf64>):
    %0 = "stablehlo.cosine"(%arg0) : (tensor<37xf64>) -> tensor<37xf64>
    "func.return"(%0) : (tensor<37xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.cos.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xbf16>) -> tensor<37xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<37xbf16>):
    %0 = "stablehlo.cosine"(%arg0) : (tensor<37xbf16>) -> tensor<37xbf16>
    "func.return"(%0) : (tensor<37xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.cos.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf16>) -> tensor<37xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<37xf16>):
    %0 = "stablehlo.cosine"(%arg0) : (tensor<37xf16>) -> tensor<37xf16>
    "func.return"(%0) : (tensor<37xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.tan.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf32>) -> tensor<37xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<37xf32>):
    %0 = "stablehlo.tan"(%arg0) : (tensor<37xf32>) -> tensor<37xf32>
    "func.return"(%0) : (tensor<37xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.tan.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf64>) -> tensor<37xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<37xf64>):
    %0 = "stablehlo.tan"(%arg0) : (tensor<37xf64>) -> tensor<37xf64>
    "func.return"(%0) : (tensor<37xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.tan.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xbf16>) -> tensor<37xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<37xbf16>):
    %0 = "stablehlo.tan"(%arg0) : (tensor<37xbf16>) -> tensor<37xbf16>
    "func.return"(%0) : (tensor<37xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.tan.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf16>) -> tensor<37xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<37xf16>):
    %0 = "stablehlo.tan"(%arg0) : (tensor<37xf16>) -> tensor<37xf16>
    "func.return"(%0) : (tensor<37xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.asin.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "chlo.asin"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.asin.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "chlo.asin"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.asin.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "chlo.asin"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.asin.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "chlo.asin"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.acos.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "chlo.acos"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.acos.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "chlo.acos"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.acos.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "chlo.acos"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.acos.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "chlo.acos"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.atan.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "chlo.atan"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.atan.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "chlo.atan"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.atan.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "chlo.atan"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.atan.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "chlo.atan"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sinh.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "chlo.sinh"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sinh.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "chlo.sinh"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sinh.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "chlo.sinh"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sinh.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "chlo.sinh"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.cosh.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "chlo.cosh"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.cosh.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "chlo.cosh"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.cosh.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "chlo.cosh"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.cosh.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "chlo.cosh"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.tanh.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.tanh"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.tanh.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.tanh"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.tanh.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.tanh"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.tanh.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.tanh"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.asinh.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "chlo.asinh"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.asinh.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "chlo.asinh"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.asinh.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "chlo.asinh"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.asinh.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "chlo.asinh"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.acosh.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "chlo.acosh"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.acosh.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "chlo.acosh"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.acosh.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "chlo.acosh"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.acosh.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "chlo.acosh"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.atanh.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "chlo.atanh"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.atanh.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "chlo.atanh"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.atanh.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "chlo.atanh"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.atanh.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "chlo.atanh"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sqrt.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.sqrt"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sqrt.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.sqrt"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sqrt.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.sqrt"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sqrt.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.sqrt"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.rsqrt.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.rsqrt"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.rsqrt.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.rsqrt"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.rsqrt.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.rsqrt"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.rsqrt.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.rsqrt"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.cbrt.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.cbrt"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.cbrt.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.cbrt"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.cbrt.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.cbrt"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.cbrt.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.cbrt"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.logistic.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.negate"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    %1 = "stablehlo.exponential"(%0) : (tensor<41xf32>) -> tensor<41xf32>
    %2 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %4 = "stablehlo.add"(%3, %1) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %5 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %7 = "stablehlo.divide"(%6, %4) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%7) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.logistic.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.negate"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    %1 = "stablehlo.exponential"(%0) : (tensor<41xf64>) -> tensor<41xf64>
    %2 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %4 = "stablehlo.add"(%3, %1) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %5 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %7 = "stablehlo.divide"(%6, %4) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%7) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.logistic.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.negate"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    %1 = "stablehlo.exponential"(%0) : (tensor<41xbf16>) -> tensor<41xbf16>
    %2 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %4 = "stablehlo.add"(%3, %1) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %5 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %7 = "stablehlo.divide"(%6, %4) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%7) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.logistic.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.negate"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    %1 = "stablehlo.exponential"(%0) : (tensor<41xf16>) -> tensor<41xf16>
    %2 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %4 = "stablehlo.add"(%3, %1) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %5 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %7 = "stablehlo.divide"(%6, %4) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%7) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.erf.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "chlo.erf"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.erf.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "chlo.erf"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.erf.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "chlo.erf"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.erf.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "chlo.erf"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.erfc.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "chlo.erfc"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.erfc.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "chlo.erfc"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.erfc.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "chlo.erfc"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.erfc.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "chlo.erfc"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.erf_inv.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "chlo.erf_inv"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.erf_inv.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "chlo.erf_inv"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.erf_inv.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "chlo.erf_inv"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.erf_inv.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "chlo.erf_inv"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.lgamma.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<31xf32>) -> tensor<31xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<31xf32>):
    %0 = "chlo.lgamma"(%arg0) : (tensor<31xf32>) -> tensor<31xf32>
    "func.return"(%0) : (tensor<31xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.lgamma.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<31xf64>) -> tensor<31xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<31xf64>):
    %0 = "chlo.lgamma"(%arg0) : (tensor<31xf64>) -> tensor<31xf64>
    "func.return"(%0) : (tensor<31xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.lgamma.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<31xbf16>) -> tensor<31xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<31xbf16>):
    %0 = "chlo.lgamma"(%arg0) : (tensor<31xbf16>) -> tensor<31xbf16>
    "func.return"(%0) : (tensor<31xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.lgamma.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<31xf16>) -> tensor<31xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<31xf16>):
    %0 = "chlo.lgamma"(%arg0) : (tensor<31xf16>) -> tensor<31xf16>
    "func.return"(%0) : (tensor<31xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.digamma.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<27xf32>) -> tensor<27xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<27xf32>):
    %0 = "chlo.digamma"(%arg0) : (tensor<27xf32>) -> tensor<27xf32>
    "func.return"(%0) : (tensor<27xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.digamma.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<27xf64>) -> tensor<27xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<27xf64>):
    %0 = "chlo.digamma"(%arg0) : (tensor<27xf64>) -> tensor<27xf64>
    "func.return"(%0) : (tensor<27xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.digamma.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<27xbf16>) -> tensor<27xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<27xbf16>):
    %0 = "chlo.digamma"(%arg0) : (tensor<27xbf16>) -> tensor<27xbf16>
    "func.return"(%0) : (tensor<27xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.digamma.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<27xf16>) -> tensor<27xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<27xf16>):
    %0 = "chlo.digamma"(%arg0) : (tensor<27xf16>) -> tensor<27xf16>
    "func.return"(%0) : (tensor<27xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.bessel_i0e.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf32>) -> tensor<37xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<37xf32>):
    %0 = "stablehlo.abs"(%arg0) : (tensor<37xf32>) -> tensor<37xf32>
    %1 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f32>}> : () -> tensor<f32>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %3 = "stablehlo.constant"() <{value = dense<2.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %4 = "stablehlo.broadcast_in_dim"(%3) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %5 = "stablehlo.constant"() <{value = dense<3.200000e+01> : tensor<f32>}> : () -> tensor<f32>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %7 = "stablehlo.multiply"(%2, %0) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %8 = "stablehlo.subtract"(%7, %4) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %9 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %10 = "stablehlo.broadcast_in_dim"(%9) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %11 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %12 = "stablehlo.broadcast_in_dim"(%11) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %13 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %14 = "stablehlo.broadcast_in_dim"(%13) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %15 = "stablehlo.multiply"(%8, %10) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %16 = "stablehlo.subtract"(%15, %12) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %17 = "stablehlo.constant"() <{value = dense<-1.30002498E-8> : tensor<f32>}> : () -> tensor<f32>
    %18 = "stablehlo.broadcast_in_dim"(%17) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %19 = "stablehlo.add"(%16, %18) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %20 = "stablehlo.multiply"(%8, %19) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %21 = "stablehlo.subtract"(%20, %10) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %22 = "stablehlo.constant"() <{value = dense<6.04699508E-8> : tensor<f32>}> : () -> tensor<f32>
    %23 = "stablehlo.broadcast_in_dim"(%22) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %24 = "stablehlo.add"(%21, %23) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %25 = "stablehlo.multiply"(%8, %24) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %26 = "stablehlo.subtract"(%25, %19) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %27 = "stablehlo.constant"() <{value = dense<-2.67079372E-7> : tensor<f32>}> : () -> tensor<f32>
    %28 = "stablehlo.broadcast_in_dim"(%27) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %29 = "stablehlo.add"(%26, %28) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %30 = "stablehlo.multiply"(%8, %29) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %31 = "stablehlo.subtract"(%30, %24) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %32 = "stablehlo.constant"() <{value = dense<1.11738757E-6> : tensor<f32>}> : () -> tensor<f32>
    %33 = "stablehlo.broadcast_in_dim"(%32) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %34 = "stablehlo.add"(%31, %33) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %35 = "stablehlo.multiply"(%8, %34) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %36 = "stablehlo.subtract"(%35, %29) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %37 = "stablehlo.constant"() <{value = dense<-4.41673819E-6> : tensor<f32>}> : () -> tensor<f32>
    %38 = "stablehlo.broadcast_in_dim"(%37) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %39 = "stablehlo.add"(%36, %38) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %40 = "stablehlo.multiply"(%8, %39) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %41 = "stablehlo.subtract"(%40, %34) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %42 = "stablehlo.constant"() <{value = dense<1.64484482E-5> : tensor<f32>}> : () -> tensor<f32>
    %43 = "stablehlo.broadcast_in_dim"(%42) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %44 = "stablehlo.add"(%41, %43) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %45 = "stablehlo.multiply"(%8, %44) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %46 = "stablehlo.subtract"(%45, %39) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %47 = "stablehlo.constant"() <{value = dense<-5.75419508E-5> : tensor<f32>}> : () -> tensor<f32>
    %48 = "stablehlo.broadcast_in_dim"(%47) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %49 = "stablehlo.add"(%46, %48) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %50 = "stablehlo.multiply"(%8, %49) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %51 = "stablehlo.subtract"(%50, %44) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %52 = "stablehlo.constant"() <{value = dense<1.88502891E-4> : tensor<f32>}> : () -> tensor<f32>
    %53 = "stablehlo.broadcast_in_dim"(%52) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %54 = "stablehlo.add"(%51, %53) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %55 = "stablehlo.multiply"(%8, %54) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %56 = "stablehlo.subtract"(%55, %49) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %57 = "stablehlo.constant"() <{value = dense<-5.76375576E-4> : tensor<f32>}> : () -> tensor<f32>
    %58 = "stablehlo.broadcast_in_dim"(%57) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %59 = "stablehlo.add"(%56, %58) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %60 = "stablehlo.multiply"(%8, %59) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %61 = "stablehlo.subtract"(%60, %54) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %62 = "stablehlo.constant"() <{value = dense<0.00163947558> : tensor<f32>}> : () -> tensor<f32>
    %63 = "stablehlo.broadcast_in_dim"(%62) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %64 = "stablehlo.add"(%61, %63) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %65 = "stablehlo.multiply"(%8, %64) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %66 = "stablehlo.subtract"(%65, %59) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %67 = "stablehlo.constant"() <{value = dense<-4.324310e-03> : tensor<f32>}> : () -> tensor<f32>
    %68 = "stablehlo.broadcast_in_dim"(%67) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %69 = "stablehlo.add"(%66, %68) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %70 = "stablehlo.multiply"(%8, %69) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %71 = "stablehlo.subtract"(%70, %64) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %72 = "stablehlo.constant"() <{value = dense<0.0105464607> : tensor<f32>}> : () -> tensor<f32>
    %73 = "stablehlo.broadcast_in_dim"(%72) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %74 = "stablehlo.add"(%71, %73) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %75 = "stablehlo.multiply"(%8, %74) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %76 = "stablehlo.subtract"(%75, %69) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %77 = "stablehlo.constant"() <{value = dense<-0.0237374157> : tensor<f32>}> : () -> tensor<f32>
    %78 = "stablehlo.broadcast_in_dim"(%77) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %79 = "stablehlo.add"(%76, %78) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %80 = "stablehlo.multiply"(%8, %79) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %81 = "stablehlo.subtract"(%80, %74) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %82 = "stablehlo.constant"() <{value = dense<0.0493052825> : tensor<f32>}> : () -> tensor<f32>
    %83 = "stablehlo.broadcast_in_dim"(%82) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %84 = "stablehlo.add"(%81, %83) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %85 = "stablehlo.multiply"(%8, %84) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %86 = "stablehlo.subtract"(%85, %79) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %87 = "stablehlo.constant"() <{value = dense<-9.490110e-02> : tensor<f32>}> : () -> tensor<f32>
    %88 = "stablehlo.broadcast_in_dim"(%87) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %89 = "stablehlo.add"(%86, %88) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %90 = "stablehlo.multiply"(%8, %89) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %91 = "stablehlo.subtract"(%90, %84) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %92 = "stablehlo.constant"() <{value = dense<0.171620905> : tensor<f32>}> : () -> tensor<f32>
    %93 = "stablehlo.broadcast_in_dim"(%92) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %94 = "stablehlo.add"(%91, %93) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %95 = "stablehlo.multiply"(%8, %94) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %96 = "stablehlo.subtract"(%95, %89) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %97 = "stablehlo.constant"() <{value = dense<-0.304682672> : tensor<f32>}> : () -> tensor<f32>
    %98 = "stablehlo.broadcast_in_dim"(%97) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %99 = "stablehlo.add"(%96, %98) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %100 = "stablehlo.multiply"(%8, %99) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %101 = "stablehlo.subtract"(%100, %94) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %102 = "stablehlo.constant"() <{value = dense<0.676795303> : tensor<f32>}> : () -> tensor<f32>
    %103 = "stablehlo.broadcast_in_dim"(%102) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %104 = "stablehlo.add"(%101, %103) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %105 = "stablehlo.subtract"(%104, %94) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %106 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f32>}> : () -> tensor<f32>
    %107 = "stablehlo.broadcast_in_dim"(%106) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %108 = "stablehlo.multiply"(%107, %105) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %109 = "stablehlo.divide"(%6, %0) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %110 = "stablehlo.subtract"(%109, %4) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %111 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %112 = "stablehlo.broadcast_in_dim"(%111) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %113 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %114 = "stablehlo.broadcast_in_dim"(%113) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %115 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %116 = "stablehlo.broadcast_in_dim"(%115) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %117 = "stablehlo.multiply"(%110, %112) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %118 = "stablehlo.subtract"(%117, %114) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %119 = "stablehlo.constant"() <{value = dense<3.39623196E-9> : tensor<f32>}> : () -> tensor<f32>
    %120 = "stablehlo.broadcast_in_dim"(%119) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %121 = "stablehlo.add"(%118, %120) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %122 = "stablehlo.multiply"(%110, %121) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %123 = "stablehlo.subtract"(%122, %112) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %124 = "stablehlo.constant"() <{value = dense<2.26666899E-8> : tensor<f32>}> : () -> tensor<f32>
    %125 = "stablehlo.broadcast_in_dim"(%124) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %126 = "stablehlo.add"(%123, %125) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %127 = "stablehlo.multiply"(%110, %126) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %128 = "stablehlo.subtract"(%127, %121) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %129 = "stablehlo.constant"() <{value = dense<2.04891862E-7> : tensor<f32>}> : () -> tensor<f32>
    %130 = "stablehlo.broadcast_in_dim"(%129) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %131 = "stablehlo.add"(%128, %130) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %132 = "stablehlo.multiply"(%110, %131) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %133 = "stablehlo.subtract"(%132, %126) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %134 = "stablehlo.constant"() <{value = dense<2.89137051E-6> : tensor<f32>}> : () -> tensor<f32>
    %135 = "stablehlo.broadcast_in_dim"(%134) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %136 = "stablehlo.add"(%133, %135) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %137 = "stablehlo.multiply"(%110, %136) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %138 = "stablehlo.subtract"(%137, %131) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %139 = "stablehlo.constant"() <{value = dense<6.88975852E-5> : tensor<f32>}> : () -> tensor<f32>
    %140 = "stablehlo.broadcast_in_dim"(%139) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %141 = "stablehlo.add"(%138, %140) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %142 = "stablehlo.multiply"(%110, %141) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %143 = "stablehlo.subtract"(%142, %136) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %144 = "stablehlo.constant"() <{value = dense<0.00336911646> : tensor<f32>}> : () -> tensor<f32>
    %145 = "stablehlo.broadcast_in_dim"(%144) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %146 = "stablehlo.add"(%143, %145) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %147 = "stablehlo.multiply"(%110, %146) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %148 = "stablehlo.subtract"(%147, %141) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %149 = "stablehlo.constant"() <{value = dense<0.804490387> : tensor<f32>}> : () -> tensor<f32>
    %150 = "stablehlo.broadcast_in_dim"(%149) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %151 = "stablehlo.add"(%148, %150) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %152 = "stablehlo.subtract"(%151, %141) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %153 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f32>}> : () -> tensor<f32>
    %154 = "stablehlo.broadcast_in_dim"(%153) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %155 = "stablehlo.multiply"(%154, %152) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %156 = "stablehlo.sqrt"(%0) : (tensor<37xf32>) -> tensor<37xf32>
    %157 = "stablehlo.divide"(%155, %156) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %158 = "stablehlo.constant"() <{value = dense<8.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %159 = "stablehlo.broadcast_in_dim"(%158) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %160 = "stablehlo.compare"(%0, %159) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LE>}> : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xi1>
    %161 = "stablehlo.select"(%160, %108, %157) : (tensor<37xi1>, tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    "func.return"(%161) : (tensor<37xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.bessel_i0e.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf64>) -> tensor<37xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<37xf64>):
    %0 = "stablehlo.abs"(%arg0) : (tensor<37xf64>) -> tensor<37xf64>
    %1 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f64>}> : () -> tensor<f64>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %3 = "stablehlo.constant"() <{value = dense<2.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %4 = "stablehlo.broadcast_in_dim"(%3) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %5 = "stablehlo.constant"() <{value = dense<3.200000e+01> : tensor<f64>}> : () -> tensor<f64>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %7 = "stablehlo.multiply"(%2, %0) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %8 = "stablehlo.subtract"(%7, %4) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %9 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %10 = "stablehlo.broadcast_in_dim"(%9) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %11 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %12 = "stablehlo.broadcast_in_dim"(%11) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %13 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %14 = "stablehlo.broadcast_in_dim"(%13) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %15 = "stablehlo.multiply"(%8, %10) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %16 = "stablehlo.subtract"(%15, %12) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %17 = "stablehlo.constant"() <{value = dense<-4.4153416464793395E-18> : tensor<f64>}> : () -> tensor<f64>
    %18 = "stablehlo.broadcast_in_dim"(%17) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %19 = "stablehlo.add"(%16, %18) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %20 = "stablehlo.multiply"(%8, %19) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %21 = "stablehlo.subtract"(%20, %10) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %22 = "stablehlo.constant"() <{value = dense<3.3307945188222384E-17> : tensor<f64>}> : () -> tensor<f64>
    %23 = "stablehlo.broadcast_in_dim"(%22) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %24 = "stablehlo.add"(%21, %23) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %25 = "stablehlo.multiply"(%8, %24) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %26 = "stablehlo.subtract"(%25, %19) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %27 = "stablehlo.constant"() <{value = dense<-2.4312798465479549E-16> : tensor<f64>}> : () -> tensor<f64>
    %28 = "stablehlo.broadcast_in_dim"(%27) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %29 = "stablehlo.add"(%26, %28) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %30 = "stablehlo.multiply"(%8, %29) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %31 = "stablehlo.subtract"(%30, %24) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %32 = "stablehlo.constant"() <{value = dense<1.7153912855551331E-15> : tensor<f64>}> : () -> tensor<f64>
    %33 = "stablehlo.broadcast_in_dim"(%32) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %34 = "stablehlo.add"(%31, %33) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %35 = "stablehlo.multiply"(%8, %34) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %36 = "stablehlo.subtract"(%35, %29) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %37 = "stablehlo.constant"() <{value = dense<-1.1685332877993451E-14> : tensor<f64>}> : () -> tensor<f64>
    %38 = "stablehlo.broadcast_in_dim"(%37) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %39 = "stablehlo.add"(%36, %38) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %40 = "stablehlo.multiply"(%8, %39) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %41 = "stablehlo.subtract"(%40, %34) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %42 = "stablehlo.constant"() <{value = dense<7.6761854986049361E-14> : tensor<f64>}> : () -> tensor<f64>
    %43 = "stablehlo.broadcast_in_dim"(%42) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %44 = "stablehlo.add"(%41, %43) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %45 = "stablehlo.multiply"(%8, %44) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %46 = "stablehlo.subtract"(%45, %39) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %47 = "stablehlo.constant"() <{value = dense<-4.856446783111929E-13> : tensor<f64>}> : () -> tensor<f64>
    %48 = "stablehlo.broadcast_in_dim"(%47) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %49 = "stablehlo.add"(%46, %48) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %50 = "stablehlo.multiply"(%8, %49) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %51 = "stablehlo.subtract"(%50, %44) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %52 = "stablehlo.constant"() <{value = dense<2.9550526631296399E-12> : tensor<f64>}> : () -> tensor<f64>
    %53 = "stablehlo.broadcast_in_dim"(%52) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %54 = "stablehlo.add"(%51, %53) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %55 = "stablehlo.multiply"(%8, %54) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %56 = "stablehlo.subtract"(%55, %49) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %57 = "stablehlo.constant"() <{value = dense<-1.7268262914415559E-11> : tensor<f64>}> : () -> tensor<f64>
    %58 = "stablehlo.broadcast_in_dim"(%57) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %59 = "stablehlo.add"(%56, %58) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %60 = "stablehlo.multiply"(%8, %59) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %61 = "stablehlo.subtract"(%60, %54) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %62 = "stablehlo.constant"() <{value = dense<9.6758090353732369E-11> : tensor<f64>}> : () -> tensor<f64>
    %63 = "stablehlo.broadcast_in_dim"(%62) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %64 = "stablehlo.add"(%61, %63) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %65 = "stablehlo.multiply"(%8, %64) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %66 = "stablehlo.subtract"(%65, %59) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %67 = "stablehlo.constant"() <{value = dense<-5.1897956016352627E-10> : tensor<f64>}> : () -> tensor<f64>
    %68 = "stablehlo.broadcast_in_dim"(%67) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %69 = "stablehlo.add"(%66, %68) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %70 = "stablehlo.multiply"(%8, %69) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %71 = "stablehlo.subtract"(%70, %64) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %72 = "stablehlo.constant"() <{value = dense<2.6598237246823866E-9> : tensor<f64>}> : () -> tensor<f64>
    %73 = "stablehlo.broadcast_in_dim"(%72) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %74 = "stablehlo.add"(%71, %73) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %75 = "stablehlo.multiply"(%8, %74) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %76 = "stablehlo.subtract"(%75, %69) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %77 = "stablehlo.constant"() <{value = dense<-1.300025009986248E-8> : tensor<f64>}> : () -> tensor<f64>
    %78 = "stablehlo.broadcast_in_dim"(%77) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %79 = "stablehlo.add"(%76, %78) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %80 = "stablehlo.multiply"(%8, %79) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %81 = "stablehlo.subtract"(%80, %74) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %82 = "stablehlo.constant"() <{value = dense<6.0469950225419186E-8> : tensor<f64>}> : () -> tensor<f64>
    %83 = "stablehlo.broadcast_in_dim"(%82) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %84 = "stablehlo.add"(%81, %83) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %85 = "stablehlo.multiply"(%8, %84) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %86 = "stablehlo.subtract"(%85, %79) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %87 = "stablehlo.constant"() <{value = dense<-2.6707938539406119E-7> : tensor<f64>}> : () -> tensor<f64>
    %88 = "stablehlo.broadcast_in_dim"(%87) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %89 = "stablehlo.add"(%86, %88) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %90 = "stablehlo.multiply"(%8, %89) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %91 = "stablehlo.subtract"(%90, %84) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %92 = "stablehlo.constant"() <{value = dense<1.1173875391201037E-6> : tensor<f64>}> : () -> tensor<f64>
    %93 = "stablehlo.broadcast_in_dim"(%92) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %94 = "stablehlo.add"(%91, %93) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %95 = "stablehlo.multiply"(%8, %94) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %96 = "stablehlo.subtract"(%95, %89) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %97 = "stablehlo.constant"() <{value = dense<-4.4167383584587505E-6> : tensor<f64>}> : () -> tensor<f64>
    %98 = "stablehlo.broadcast_in_dim"(%97) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %99 = "stablehlo.add"(%96, %98) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %100 = "stablehlo.multiply"(%8, %99) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %101 = "stablehlo.subtract"(%100, %94) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %102 = "stablehlo.constant"() <{value = dense<1.6448448070728896E-5> : tensor<f64>}> : () -> tensor<f64>
    %103 = "stablehlo.broadcast_in_dim"(%102) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %104 = "stablehlo.add"(%101, %103) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %105 = "stablehlo.multiply"(%8, %104) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %106 = "stablehlo.subtract"(%105, %99) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %107 = "stablehlo.constant"() <{value = dense<-5.754195010082104E-5> : tensor<f64>}> : () -> tensor<f64>
    %108 = "stablehlo.broadcast_in_dim"(%107) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %109 = "stablehlo.add"(%106, %108) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %110 = "stablehlo.multiply"(%8, %109) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %111 = "stablehlo.subtract"(%110, %104) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %112 = "stablehlo.constant"() <{value = dense<1.8850288509584165E-4> : tensor<f64>}> : () -> tensor<f64>
    %113 = "stablehlo.broadcast_in_dim"(%112) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %114 = "stablehlo.add"(%111, %113) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %115 = "stablehlo.multiply"(%8, %114) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %116 = "stablehlo.subtract"(%115, %109) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %117 = "stablehlo.constant"() <{value = dense<-5.7637557453858236E-4> : tensor<f64>}> : () -> tensor<f64>
    %118 = "stablehlo.broadcast_in_dim"(%117) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %119 = "stablehlo.add"(%116, %118) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %120 = "stablehlo.multiply"(%8, %119) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %121 = "stablehlo.subtract"(%120, %114) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %122 = "stablehlo.constant"() <{value = dense<0.0016394756169413357> : tensor<f64>}> : () -> tensor<f64>
    %123 = "stablehlo.broadcast_in_dim"(%122) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %124 = "stablehlo.add"(%121, %123) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %125 = "stablehlo.multiply"(%8, %124) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %126 = "stablehlo.subtract"(%125, %119) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %127 = "stablehlo.constant"() <{value = dense<-0.0043243099950505759> : tensor<f64>}> : () -> tensor<f64>
    %128 = "stablehlo.broadcast_in_dim"(%127) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %129 = "stablehlo.add"(%126, %128) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %130 = "stablehlo.multiply"(%8, %129) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %131 = "stablehlo.subtract"(%130, %124) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %132 = "stablehlo.constant"() <{value = dense<0.010546460394594998> : tensor<f64>}> : () -> tensor<f64>
    %133 = "stablehlo.broadcast_in_dim"(%132) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %134 = "stablehlo.add"(%131, %133) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %135 = "stablehlo.multiply"(%8, %134) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %136 = "stablehlo.subtract"(%135, %129) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %137 = "stablehlo.constant"() <{value = dense<-0.023737414805899471> : tensor<f64>}> : () -> tensor<f64>
    %138 = "stablehlo.broadcast_in_dim"(%137) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %139 = "stablehlo.add"(%136, %138) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %140 = "stablehlo.multiply"(%8, %139) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %141 = "stablehlo.subtract"(%140, %134) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %142 = "stablehlo.constant"() <{value = dense<0.049305284239670712> : tensor<f64>}> : () -> tensor<f64>
    %143 = "stablehlo.broadcast_in_dim"(%142) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %144 = "stablehlo.add"(%141, %143) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %145 = "stablehlo.multiply"(%8, %144) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %146 = "stablehlo.subtract"(%145, %139) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %147 = "stablehlo.constant"() <{value = dense<-0.094901097048047639> : tensor<f64>}> : () -> tensor<f64>
    %148 = "stablehlo.broadcast_in_dim"(%147) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %149 = "stablehlo.add"(%146, %148) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %150 = "stablehlo.multiply"(%8, %149) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %151 = "stablehlo.subtract"(%150, %144) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %152 = "stablehlo.constant"() <{value = dense<0.17162090152220877> : tensor<f64>}> : () -> tensor<f64>
    %153 = "stablehlo.broadcast_in_dim"(%152) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %154 = "stablehlo.add"(%151, %153) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %155 = "stablehlo.multiply"(%8, %154) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %156 = "stablehlo.subtract"(%155, %149) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %157 = "stablehlo.constant"() <{value = dense<-0.3046826723431984> : tensor<f64>}> : () -> tensor<f64>
    %158 = "stablehlo.broadcast_in_dim"(%157) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %159 = "stablehlo.add"(%156, %158) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %160 = "stablehlo.multiply"(%8, %159) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %161 = "stablehlo.subtract"(%160, %154) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %162 = "stablehlo.constant"() <{value = dense<0.67679527440947607> : tensor<f64>}> : () -> tensor<f64>
    %163 = "stablehlo.broadcast_in_dim"(%162) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %164 = "stablehlo.add"(%161, %163) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %165 = "stablehlo.subtract"(%164, %154) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %166 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f64>}> : () -> tensor<f64>
    %167 = "stablehlo.broadcast_in_dim"(%166) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %168 = "stablehlo.multiply"(%167, %165) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %169 = "stablehlo.divide"(%6, %0) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %170 = "stablehlo.subtract"(%169, %4) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %171 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %172 = "stablehlo.broadcast_in_dim"(%171) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %173 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %174 = "stablehlo.broadcast_in_dim"(%173) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %175 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %176 = "stablehlo.broadcast_in_dim"(%175) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %177 = "stablehlo.multiply"(%170, %172) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %178 = "stablehlo.subtract"(%177, %174) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %179 = "stablehlo.constant"() <{value = dense<-7.2331804878747538E-18> : tensor<f64>}> : () -> tensor<f64>
    %180 = "stablehlo.broadcast_in_dim"(%179) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %181 = "stablehlo.add"(%178, %180) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %182 = "stablehlo.multiply"(%170, %181) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %183 = "stablehlo.subtract"(%182, %172) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %184 = "stablehlo.constant"() <{value = dense<-4.8305044859441819E-18> : tensor<f64>}> : () -> tensor<f64>
    %185 = "stablehlo.broadcast_in_dim"(%184) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %186 = "stablehlo.add"(%183, %185) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %187 = "stablehlo.multiply"(%170, %186) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %188 = "stablehlo.subtract"(%187, %181) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %189 = "stablehlo.constant"() <{value = dense<4.4656214202967598E-17> : tensor<f64>}> : () -> tensor<f64>
    %190 = "stablehlo.broadcast_in_dim"(%189) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %191 = "stablehlo.add"(%188, %190) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %192 = "stablehlo.multiply"(%170, %191) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %193 = "stablehlo.subtract"(%192, %186) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %194 = "stablehlo.constant"() <{value = dense<3.4612228676974612E-17> : tensor<f64>}> : () -> tensor<f64>
    %195 = "stablehlo.broadcast_in_dim"(%194) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %196 = "stablehlo.add"(%193, %195) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %197 = "stablehlo.multiply"(%170, %196) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %198 = "stablehlo.subtract"(%197, %191) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %199 = "stablehlo.constant"() <{value = dense<-2.8276239805165836E-16> : tensor<f64>}> : () -> tensor<f64>
    %200 = "stablehlo.broadcast_in_dim"(%199) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %201 = "stablehlo.add"(%198, %200) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %202 = "stablehlo.multiply"(%170, %201) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %203 = "stablehlo.subtract"(%202, %196) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %204 = "stablehlo.constant"() <{value = dense<-3.425485619677219E-16> : tensor<f64>}> : () -> tensor<f64>
    %205 = "stablehlo.broadcast_in_dim"(%204) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %206 = "stablehlo.add"(%203, %205) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %207 = "stablehlo.multiply"(%170, %206) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %208 = "stablehlo.subtract"(%207, %201) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %209 = "stablehlo.constant"() <{value = dense<1.7725601330565263E-15> : tensor<f64>}> : () -> tensor<f64>
    %210 = "stablehlo.broadcast_in_dim"(%209) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %211 = "stablehlo.add"(%208, %210) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %212 = "stablehlo.multiply"(%170, %211) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %213 = "stablehlo.subtract"(%212, %206) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %214 = "stablehlo.constant"() <{value = dense<3.8116806693526224E-15> : tensor<f64>}> : () -> tensor<f64>
    %215 = "stablehlo.broadcast_in_dim"(%214) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %216 = "stablehlo.add"(%213, %215) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %217 = "stablehlo.multiply"(%170, %216) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %218 = "stablehlo.subtract"(%217, %211) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %219 = "stablehlo.constant"() <{value = dense<-9.5548466988283073E-15> : tensor<f64>}> : () -> tensor<f64>
    %220 = "stablehlo.broadcast_in_dim"(%219) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %221 = "stablehlo.add"(%218, %220) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %222 = "stablehlo.multiply"(%170, %221) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %223 = "stablehlo.subtract"(%222, %216) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %224 = "stablehlo.constant"() <{value = dense<-4.1505693472872222E-14> : tensor<f64>}> : () -> tensor<f64>
    %225 = "stablehlo.broadcast_in_dim"(%224) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %226 = "stablehlo.add"(%223, %225) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %227 = "stablehlo.multiply"(%170, %226) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %228 = "stablehlo.subtract"(%227, %221) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %229 = "stablehlo.constant"() <{value = dense<1.54008621752141E-14> : tensor<f64>}> : () -> tensor<f64>
    %230 = "stablehlo.broadcast_in_dim"(%229) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %231 = "stablehlo.add"(%228, %230) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %232 = "stablehlo.multiply"(%170, %231) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %233 = "stablehlo.subtract"(%232, %226) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %234 = "stablehlo.constant"() <{value = dense<3.8527783827421426E-13> : tensor<f64>}> : () -> tensor<f64>
    %235 = "stablehlo.broadcast_in_dim"(%234) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %236 = "stablehlo.add"(%233, %235) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %237 = "stablehlo.multiply"(%170, %236) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %238 = "stablehlo.subtract"(%237, %231) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %239 = "stablehlo.constant"() <{value = dense<7.180124451383666E-13> : tensor<f64>}> : () -> tensor<f64>
    %240 = "stablehlo.broadcast_in_dim"(%239) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %241 = "stablehlo.add"(%238, %240) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %242 = "stablehlo.multiply"(%170, %241) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %243 = "stablehlo.subtract"(%242, %236) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %244 = "stablehlo.constant"() <{value = dense<-1.7941785315068062E-12> : tensor<f64>}> : () -> tensor<f64>
    %245 = "stablehlo.broadcast_in_dim"(%244) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %246 = "stablehlo.add"(%243, %245) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %247 = "stablehlo.multiply"(%170, %246) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %248 = "stablehlo.subtract"(%247, %241) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %249 = "stablehlo.constant"() <{value = dense<-1.3215811840447713E-11> : tensor<f64>}> : () -> tensor<f64>
    %250 = "stablehlo.broadcast_in_dim"(%249) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %251 = "stablehlo.add"(%248, %250) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %252 = "stablehlo.multiply"(%170, %251) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %253 = "stablehlo.subtract"(%252, %246) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %254 = "stablehlo.constant"() <{value = dense<-3.1499165279632416E-11> : tensor<f64>}> : () -> tensor<f64>
    %255 = "stablehlo.broadcast_in_dim"(%254) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %256 = "stablehlo.add"(%253, %255) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %257 = "stablehlo.multiply"(%170, %256) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %258 = "stablehlo.subtract"(%257, %251) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %259 = "stablehlo.constant"() <{value = dense<1.1889147107846439E-11> : tensor<f64>}> : () -> tensor<f64>
    %260 = "stablehlo.broadcast_in_dim"(%259) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %261 = "stablehlo.add"(%258, %260) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %262 = "stablehlo.multiply"(%170, %261) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %263 = "stablehlo.subtract"(%262, %256) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %264 = "stablehlo.constant"() <{value = dense<4.9406023882249701E-10> : tensor<f64>}> : () -> tensor<f64>
    %265 = "stablehlo.broadcast_in_dim"(%264) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %266 = "stablehlo.add"(%263, %265) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %267 = "stablehlo.multiply"(%170, %266) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %268 = "stablehlo.subtract"(%267, %261) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %269 = "stablehlo.constant"() <{value = dense<3.3962320257083865E-9> : tensor<f64>}> : () -> tensor<f64>
    %270 = "stablehlo.broadcast_in_dim"(%269) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %271 = "stablehlo.add"(%268, %270) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %272 = "stablehlo.multiply"(%170, %271) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %273 = "stablehlo.subtract"(%272, %266) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %274 = "stablehlo.constant"() <{value = dense<2.266668990498178E-8> : tensor<f64>}> : () -> tensor<f64>
    %275 = "stablehlo.broadcast_in_dim"(%274) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %276 = "stablehlo.add"(%273, %275) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %277 = "stablehlo.multiply"(%170, %276) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %278 = "stablehlo.subtract"(%277, %271) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %279 = "stablehlo.constant"() <{value = dense<2.0489185894690638E-7> : tensor<f64>}> : () -> tensor<f64>
    %280 = "stablehlo.broadcast_in_dim"(%279) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %281 = "stablehlo.add"(%278, %280) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %282 = "stablehlo.multiply"(%170, %281) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %283 = "stablehlo.subtract"(%282, %276) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %284 = "stablehlo.constant"() <{value = dense<2.8913705208347567E-6> : tensor<f64>}> : () -> tensor<f64>
    %285 = "stablehlo.broadcast_in_dim"(%284) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %286 = "stablehlo.add"(%283, %285) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %287 = "stablehlo.multiply"(%170, %286) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %288 = "stablehlo.subtract"(%287, %281) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %289 = "stablehlo.constant"() <{value = dense<6.8897583469168245E-5> : tensor<f64>}> : () -> tensor<f64>
    %290 = "stablehlo.broadcast_in_dim"(%289) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %291 = "stablehlo.add"(%288, %290) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %292 = "stablehlo.multiply"(%170, %291) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %293 = "stablehlo.subtract"(%292, %286) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %294 = "stablehlo.constant"() <{value = dense<0.0033691164782556943> : tensor<f64>}> : () -> tensor<f64>
    %295 = "stablehlo.broadcast_in_dim"(%294) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %296 = "stablehlo.add"(%293, %295) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %297 = "stablehlo.multiply"(%170, %296) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %298 = "stablehlo.subtract"(%297, %291) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %299 = "stablehlo.constant"() <{value = dense<0.80449041101410879> : tensor<f64>}> : () -> tensor<f64>
    %300 = "stablehlo.broadcast_in_dim"(%299) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %301 = "stablehlo.add"(%298, %300) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %302 = "stablehlo.subtract"(%301, %291) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %303 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f64>}> : () -> tensor<f64>
    %304 = "stablehlo.broadcast_in_dim"(%303) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %305 = "stablehlo.multiply"(%304, %302) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %306 = "stablehlo.sqrt"(%0) : (tensor<37xf64>) -> tensor<37xf64>
    %307 = "stablehlo.divide"(%305, %306) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %308 = "stablehlo.constant"() <{value = dense<8.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %309 = "stablehlo.broadcast_in_dim"(%308) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %310 = "stablehlo.compare"(%0, %309) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LE>}> : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xi1>
    %311 = "stablehlo.select"(%310, %168, %307) : (tensor<37xi1>, tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    "func.return"(%311) : (tensor<37xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.bessel_i0e.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xbf16>) -> tensor<37xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<37xbf16>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<37xbf16>) -> tensor<37xf32>
    %1 = "stablehlo.abs"(%0) : (tensor<37xf32>) -> tensor<37xf32>
    %2 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f32>}> : () -> tensor<f32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %4 = "stablehlo.constant"() <{value = dense<2.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %6 = "stablehlo.constant"() <{value = dense<3.200000e+01> : tensor<f32>}> : () -> tensor<f32>
    %7 = "stablehlo.broadcast_in_dim"(%6) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %8 = "stablehlo.multiply"(%3, %1) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %9 = "stablehlo.subtract"(%8, %5) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %10 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %11 = "stablehlo.broadcast_in_dim"(%10) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %12 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %13 = "stablehlo.broadcast_in_dim"(%12) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %14 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %15 = "stablehlo.broadcast_in_dim"(%14) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %16 = "stablehlo.multiply"(%9, %11) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %17 = "stablehlo.subtract"(%16, %13) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %18 = "stablehlo.constant"() <{value = dense<-1.30002498E-8> : tensor<f32>}> : () -> tensor<f32>
    %19 = "stablehlo.broadcast_in_dim"(%18) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %20 = "stablehlo.add"(%17, %19) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %21 = "stablehlo.multiply"(%9, %20) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %22 = "stablehlo.subtract"(%21, %11) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %23 = "stablehlo.constant"() <{value = dense<6.04699508E-8> : tensor<f32>}> : () -> tensor<f32>
    %24 = "stablehlo.broadcast_in_dim"(%23) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %25 = "stablehlo.add"(%22, %24) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %26 = "stablehlo.multiply"(%9, %25) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %27 = "stablehlo.subtract"(%26, %20) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %28 = "stablehlo.constant"() <{value = dense<-2.67079372E-7> : tensor<f32>}> : () -> tensor<f32>
    %29 = "stablehlo.broadcast_in_dim"(%28) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %30 = "stablehlo.add"(%27, %29) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %31 = "stablehlo.multiply"(%9, %30) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %32 = "stablehlo.subtract"(%31, %25) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %33 = "stablehlo.constant"() <{value = dense<1.11738757E-6> : tensor<f32>}> : () -> tensor<f32>
    %34 = "stablehlo.broadcast_in_dim"(%33) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %35 = "stablehlo.add"(%32, %34) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %36 = "stablehlo.multiply"(%9, %35) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %37 = "stablehlo.subtract"(%36, %30) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %38 = "stablehlo.constant"() <{value = dense<-4.41673819E-6> : tensor<f32>}> : () -> tensor<f32>
    %39 = "stablehlo.broadcast_in_dim"(%38) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %40 = "stablehlo.add"(%37, %39) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %41 = "stablehlo.multiply"(%9, %40) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %42 = "stablehlo.subtract"(%41, %35) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %43 = "stablehlo.constant"() <{value = dense<1.64484482E-5> : tensor<f32>}> : () -> tensor<f32>
    %44 = "stablehlo.broadcast_in_dim"(%43) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %45 = "stablehlo.add"(%42, %44) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %46 = "stablehlo.multiply"(%9, %45) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %47 = "stablehlo.subtract"(%46, %40) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %48 = "stablehlo.constant"() <{value = dense<-5.75419508E-5> : tensor<f32>}> : () -> tensor<f32>
    %49 = "stablehlo.broadcast_in_dim"(%48) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %50 = "stablehlo.add"(%47, %49) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %51 = "stablehlo.multiply"(%9, %50) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %52 = "stablehlo.subtract"(%51, %45) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %53 = "stablehlo.constant"() <{value = dense<1.88502891E-4> : tensor<f32>}> : () -> tensor<f32>
    %54 = "stablehlo.broadcast_in_dim"(%53) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %55 = "stablehlo.add"(%52, %54) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %56 = "stablehlo.multiply"(%9, %55) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %57 = "stablehlo.subtract"(%56, %50) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %58 = "stablehlo.constant"() <{value = dense<-5.76375576E-4> : tensor<f32>}> : () -> tensor<f32>
    %59 = "stablehlo.broadcast_in_dim"(%58) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %60 = "stablehlo.add"(%57, %59) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %61 = "stablehlo.multiply"(%9, %60) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %62 = "stablehlo.subtract"(%61, %55) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %63 = "stablehlo.constant"() <{value = dense<0.00163947558> : tensor<f32>}> : () -> tensor<f32>
    %64 = "stablehlo.broadcast_in_dim"(%63) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %65 = "stablehlo.add"(%62, %64) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %66 = "stablehlo.multiply"(%9, %65) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %67 = "stablehlo.subtract"(%66, %60) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %68 = "stablehlo.constant"() <{value = dense<-4.324310e-03> : tensor<f32>}> : () -> tensor<f32>
    %69 = "stablehlo.broadcast_in_dim"(%68) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %70 = "stablehlo.add"(%67, %69) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %71 = "stablehlo.multiply"(%9, %70) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %72 = "stablehlo.subtract"(%71, %65) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %73 = "stablehlo.constant"() <{value = dense<0.0105464607> : tensor<f32>}> : () -> tensor<f32>
    %74 = "stablehlo.broadcast_in_dim"(%73) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %75 = "stablehlo.add"(%72, %74) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %76 = "stablehlo.multiply"(%9, %75) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %77 = "stablehlo.subtract"(%76, %70) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %78 = "stablehlo.constant"() <{value = dense<-0.0237374157> : tensor<f32>}> : () -> tensor<f32>
    %79 = "stablehlo.broadcast_in_dim"(%78) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %80 = "stablehlo.add"(%77, %79) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %81 = "stablehlo.multiply"(%9, %80) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %82 = "stablehlo.subtract"(%81, %75) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %83 = "stablehlo.constant"() <{value = dense<0.0493052825> : tensor<f32>}> : () -> tensor<f32>
    %84 = "stablehlo.broadcast_in_dim"(%83) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %85 = "stablehlo.add"(%82, %84) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %86 = "stablehlo.multiply"(%9, %85) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %87 = "stablehlo.subtract"(%86, %80) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %88 = "stablehlo.constant"() <{value = dense<-9.490110e-02> : tensor<f32>}> : () -> tensor<f32>
    %89 = "stablehlo.broadcast_in_dim"(%88) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %90 = "stablehlo.add"(%87, %89) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %91 = "stablehlo.multiply"(%9, %90) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %92 = "stablehlo.subtract"(%91, %85) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %93 = "stablehlo.constant"() <{value = dense<0.171620905> : tensor<f32>}> : () -> tensor<f32>
    %94 = "stablehlo.broadcast_in_dim"(%93) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %95 = "stablehlo.add"(%92, %94) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %96 = "stablehlo.multiply"(%9, %95) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %97 = "stablehlo.subtract"(%96, %90) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %98 = "stablehlo.constant"() <{value = dense<-0.304682672> : tensor<f32>}> : () -> tensor<f32>
    %99 = "stablehlo.broadcast_in_dim"(%98) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %100 = "stablehlo.add"(%97, %99) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %101 = "stablehlo.multiply"(%9, %100) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %102 = "stablehlo.subtract"(%101, %95) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %103 = "stablehlo.constant"() <{value = dense<0.676795303> : tensor<f32>}> : () -> tensor<f32>
    %104 = "stablehlo.broadcast_in_dim"(%103) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %105 = "stablehlo.add"(%102, %104) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %106 = "stablehlo.subtract"(%105, %95) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %107 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f32>}> : () -> tensor<f32>
    %108 = "stablehlo.broadcast_in_dim"(%107) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %109 = "stablehlo.multiply"(%108, %106) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %110 = "stablehlo.divide"(%7, %1) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %111 = "stablehlo.subtract"(%110, %5) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %112 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %113 = "stablehlo.broadcast_in_dim"(%112) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %114 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %115 = "stablehlo.broadcast_in_dim"(%114) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %116 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %117 = "stablehlo.broadcast_in_dim"(%116) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %118 = "stablehlo.multiply"(%111, %113) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %119 = "stablehlo.subtract"(%118, %115) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %120 = "stablehlo.constant"() <{value = dense<3.39623196E-9> : tensor<f32>}> : () -> tensor<f32>
    %121 = "stablehlo.broadcast_in_dim"(%120) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %122 = "stablehlo.add"(%119, %121) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %123 = "stablehlo.multiply"(%111, %122) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %124 = "stablehlo.subtract"(%123, %113) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %125 = "stablehlo.constant"() <{value = dense<2.26666899E-8> : tensor<f32>}> : () -> tensor<f32>
    %126 = "stablehlo.broadcast_in_dim"(%125) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %127 = "stablehlo.add"(%124, %126) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %128 = "stablehlo.multiply"(%111, %127) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %129 = "stablehlo.subtract"(%128, %122) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %130 = "stablehlo.constant"() <{value = dense<2.04891862E-7> : tensor<f32>}> : () -> tensor<f32>
    %131 = "stablehlo.broadcast_in_dim"(%130) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %132 = "stablehlo.add"(%129, %131) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %133 = "stablehlo.multiply"(%111, %132) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %134 = "stablehlo.subtract"(%133, %127) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %135 = "stablehlo.constant"() <{value = dense<2.89137051E-6> : tensor<f32>}> : () -> tensor<f32>
    %136 = "stablehlo.broadcast_in_dim"(%135) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %137 = "stablehlo.add"(%134, %136) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %138 = "stablehlo.multiply"(%111, %137) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %139 = "stablehlo.subtract"(%138, %132) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %140 = "stablehlo.constant"() <{value = dense<6.88975852E-5> : tensor<f32>}> : () -> tensor<f32>
    %141 = "stablehlo.broadcast_in_dim"(%140) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %142 = "stablehlo.add"(%139, %141) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %143 = "stablehlo.multiply"(%111, %142) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %144 = "stablehlo.subtract"(%143, %137) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %145 = "stablehlo.constant"() <{value = dense<0.00336911646> : tensor<f32>}> : () -> tensor<f32>
    %146 = "stablehlo.broadcast_in_dim"(%145) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %147 = "stablehlo.add"(%144, %146) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %148 = "stablehlo.multiply"(%111, %147) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %149 = "stablehlo.subtract"(%148, %142) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %150 = "stablehlo.constant"() <{value = dense<0.804490387> : tensor<f32>}> : () -> tensor<f32>
    %151 = "stablehlo.broadcast_in_dim"(%150) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %152 = "stablehlo.add"(%149, %151) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %153 = "stablehlo.subtract"(%152, %142) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %154 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f32>}> : () -> tensor<f32>
    %155 = "stablehlo.broadcast_in_dim"(%154) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %156 = "stablehlo.multiply"(%155, %153) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %157 = "stablehlo.sqrt"(%1) : (tensor<37xf32>) -> tensor<37xf32>
    %158 = "stablehlo.divide"(%156, %157) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %159 = "stablehlo.constant"() <{value = dense<8.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %160 = "stablehlo.broadcast_in_dim"(%159) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %161 = "stablehlo.compare"(%1, %160) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LE>}> : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xi1>
    %162 = "stablehlo.select"(%161, %109, %158) : (tensor<37xi1>, tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %163 = "stablehlo.convert"(%162) : (tensor<37xf32>) -> tensor<37xbf16>
    "func.return"(%163) : (tensor<37xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.bessel_i0e.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf16>) -> tensor<37xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<37xf16>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<37xf16>) -> tensor<37xf32>
    %1 = "stablehlo.abs"(%0) : (tensor<37xf32>) -> tensor<37xf32>
    %2 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f32>}> : () -> tensor<f32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %4 = "stablehlo.constant"() <{value = dense<2.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %6 = "stablehlo.constant"() <{value = dense<3.200000e+01> : tensor<f32>}> : () -> tensor<f32>
    %7 = "stablehlo.broadcast_in_dim"(%6) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %8 = "stablehlo.multiply"(%3, %1) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %9 = "stablehlo.subtract"(%8, %5) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %10 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %11 = "stablehlo.broadcast_in_dim"(%10) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %12 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %13 = "stablehlo.broadcast_in_dim"(%12) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %14 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %15 = "stablehlo.broadcast_in_dim"(%14) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %16 = "stablehlo.multiply"(%9, %11) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %17 = "stablehlo.subtract"(%16, %13) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %18 = "stablehlo.constant"() <{value = dense<-1.30002498E-8> : tensor<f32>}> : () -> tensor<f32>
    %19 = "stablehlo.broadcast_in_dim"(%18) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %20 = "stablehlo.add"(%17, %19) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %21 = "stablehlo.multiply"(%9, %20) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %22 = "stablehlo.subtract"(%21, %11) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %23 = "stablehlo.constant"() <{value = dense<6.04699508E-8> : tensor<f32>}> : () -> tensor<f32>
    %24 = "stablehlo.broadcast_in_dim"(%23) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %25 = "stablehlo.add"(%22, %24) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %26 = "stablehlo.multiply"(%9, %25) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %27 = "stablehlo.subtract"(%26, %20) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %28 = "stablehlo.constant"() <{value = dense<-2.67079372E-7> : tensor<f32>}> : () -> tensor<f32>
    %29 = "stablehlo.broadcast_in_dim"(%28) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %30 = "stablehlo.add"(%27, %29) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %31 = "stablehlo.multiply"(%9, %30) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %32 = "stablehlo.subtract"(%31, %25) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %33 = "stablehlo.constant"() <{value = dense<1.11738757E-6> : tensor<f32>}> : () -> tensor<f32>
    %34 = "stablehlo.broadcast_in_dim"(%33) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %35 = "stablehlo.add"(%32, %34) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %36 = "stablehlo.multiply"(%9, %35) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %37 = "stablehlo.subtract"(%36, %30) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %38 = "stablehlo.constant"() <{value = dense<-4.41673819E-6> : tensor<f32>}> : () -> tensor<f32>
    %39 = "stablehlo.broadcast_in_dim"(%38) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %40 = "stablehlo.add"(%37, %39) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %41 = "stablehlo.multiply"(%9, %40) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %42 = "stablehlo.subtract"(%41, %35) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %43 = "stablehlo.constant"() <{value = dense<1.64484482E-5> : tensor<f32>}> : () -> tensor<f32>
    %44 = "stablehlo.broadcast_in_dim"(%43) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %45 = "stablehlo.add"(%42, %44) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %46 = "stablehlo.multiply"(%9, %45) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %47 = "stablehlo.subtract"(%46, %40) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %48 = "stablehlo.constant"() <{value = dense<-5.75419508E-5> : tensor<f32>}> : () -> tensor<f32>
    %49 = "stablehlo.broadcast_in_dim"(%48) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %50 = "stablehlo.add"(%47, %49) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %51 = "stablehlo.multiply"(%9, %50) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %52 = "stablehlo.subtract"(%51, %45) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %53 = "stablehlo.constant"() <{value = dense<1.88502891E-4> : tensor<f32>}> : () -> tensor<f32>
    %54 = "stablehlo.broadcast_in_dim"(%53) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %55 = "stablehlo.add"(%52, %54) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %56 = "stablehlo.multiply"(%9, %55) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %57 = "stablehlo.subtract"(%56, %50) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %58 = "stablehlo.constant"() <{value = dense<-5.76375576E-4> : tensor<f32>}> : () -> tensor<f32>
    %59 = "stablehlo.broadcast_in_dim"(%58) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %60 = "stablehlo.add"(%57, %59) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %61 = "stablehlo.multiply"(%9, %60) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %62 = "stablehlo.subtract"(%61, %55) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %63 = "stablehlo.constant"() <{value = dense<0.00163947558> : tensor<f32>}> : () -> tensor<f32>
    %64 = "stablehlo.broadcast_in_dim"(%63) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %65 = "stablehlo.add"(%62, %64) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %66 = "stablehlo.multiply"(%9, %65) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %67 = "stablehlo.subtract"(%66, %60) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %68 = "stablehlo.constant"() <{value = dense<-4.324310e-03> : tensor<f32>}> : () -> tensor<f32>
    %69 = "stablehlo.broadcast_in_dim"(%68) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %70 = "stablehlo.add"(%67, %69) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %71 = "stablehlo.multiply"(%9, %70) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %72 = "stablehlo.subtract"(%71, %65) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %73 = "stablehlo.constant"() <{value = dense<0.0105464607> : tensor<f32>}> : () -> tensor<f32>
    %74 = "stablehlo.broadcast_in_dim"(%73) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %75 = "stablehlo.add"(%72, %74) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %76 = "stablehlo.multiply"(%9, %75) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %77 = "stablehlo.subtract"(%76, %70) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %78 = "stablehlo.constant"() <{value = dense<-0.0237374157> : tensor<f32>}> : () -> tensor<f32>
    %79 = "stablehlo.broadcast_in_dim"(%78) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %80 = "stablehlo.add"(%77, %79) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %81 = "stablehlo.multiply"(%9, %80) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %82 = "stablehlo.subtract"(%81, %75) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %83 = "stablehlo.constant"() <{value = dense<0.0493052825> : tensor<f32>}> : () -> tensor<f32>
    %84 = "stablehlo.broadcast_in_dim"(%83) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %85 = "stablehlo.add"(%82, %84) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %86 = "stablehlo.multiply"(%9, %85) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %87 = "stablehlo.subtract"(%86, %80) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %88 = "stablehlo.constant"() <{value = dense<-9.490110e-02> : tensor<f32>}> : () -> tensor<f32>
    %89 = "stablehlo.broadcast_in_dim"(%88) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %90 = "stablehlo.add"(%87, %89) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %91 = "stablehlo.multiply"(%9, %90) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %92 = "stablehlo.subtract"(%91, %85) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %93 = "stablehlo.constant"() <{value = dense<0.171620905> : tensor<f32>}> : () -> tensor<f32>
    %94 = "stablehlo.broadcast_in_dim"(%93) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %95 = "stablehlo.add"(%92, %94) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %96 = "stablehlo.multiply"(%9, %95) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %97 = "stablehlo.subtract"(%96, %90) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %98 = "stablehlo.constant"() <{value = dense<-0.304682672> : tensor<f32>}> : () -> tensor<f32>
    %99 = "stablehlo.broadcast_in_dim"(%98) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %100 = "stablehlo.add"(%97, %99) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %101 = "stablehlo.multiply"(%9, %100) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %102 = "stablehlo.subtract"(%101, %95) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %103 = "stablehlo.constant"() <{value = dense<0.676795303> : tensor<f32>}> : () -> tensor<f32>
    %104 = "stablehlo.broadcast_in_dim"(%103) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %105 = "stablehlo.add"(%102, %104) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %106 = "stablehlo.subtract"(%105, %95) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %107 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f32>}> : () -> tensor<f32>
    %108 = "stablehlo.broadcast_in_dim"(%107) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %109 = "stablehlo.multiply"(%108, %106) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %110 = "stablehlo.divide"(%7, %1) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %111 = "stablehlo.subtract"(%110, %5) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %112 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %113 = "stablehlo.broadcast_in_dim"(%112) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %114 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %115 = "stablehlo.broadcast_in_dim"(%114) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %116 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %117 = "stablehlo.broadcast_in_dim"(%116) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %118 = "stablehlo.multiply"(%111, %113) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %119 = "stablehlo.subtract"(%118, %115) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %120 = "stablehlo.constant"() <{value = dense<3.39623196E-9> : tensor<f32>}> : () -> tensor<f32>
    %121 = "stablehlo.broadcast_in_dim"(%120) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %122 = "stablehlo.add"(%119, %121) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %123 = "stablehlo.multiply"(%111, %122) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %124 = "stablehlo.subtract"(%123, %113) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %125 = "stablehlo.constant"() <{value = dense<2.26666899E-8> : tensor<f32>}> : () -> tensor<f32>
    %126 = "stablehlo.broadcast_in_dim"(%125) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %127 = "stablehlo.add"(%124, %126) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %128 = "stablehlo.multiply"(%111, %127) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %129 = "stablehlo.subtract"(%128, %122) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %130 = "stablehlo.constant"() <{value = dense<2.04891862E-7> : tensor<f32>}> : () -> tensor<f32>
    %131 = "stablehlo.broadcast_in_dim"(%130) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %132 = "stablehlo.add"(%129, %131) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %133 = "stablehlo.multiply"(%111, %132) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %134 = "stablehlo.subtract"(%133, %127) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %135 = "stablehlo.constant"() <{value = dense<2.89137051E-6> : tensor<f32>}> : () -> tensor<f32>
    %136 = "stablehlo.broadcast_in_dim"(%135) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %137 = "stablehlo.add"(%134, %136) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %138 = "stablehlo.multiply"(%111, %137) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %139 = "stablehlo.subtract"(%138, %132) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %140 = "stablehlo.constant"() <{value = dense<6.88975852E-5> : tensor<f32>}> : () -> tensor<f32>
    %141 = "stablehlo.broadcast_in_dim"(%140) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %142 = "stablehlo.add"(%139, %141) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %143 = "stablehlo.multiply"(%111, %142) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %144 = "stablehlo.subtract"(%143, %137) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %145 = "stablehlo.constant"() <{value = dense<0.00336911646> : tensor<f32>}> : () -> tensor<f32>
    %146 = "stablehlo.broadcast_in_dim"(%145) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %147 = "stablehlo.add"(%144, %146) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %148 = "stablehlo.multiply"(%111, %147) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %149 = "stablehlo.subtract"(%148, %142) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %150 = "stablehlo.constant"() <{value = dense<0.804490387> : tensor<f32>}> : () -> tensor<f32>
    %151 = "stablehlo.broadcast_in_dim"(%150) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %152 = "stablehlo.add"(%149, %151) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %153 = "stablehlo.subtract"(%152, %142) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %154 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f32>}> : () -> tensor<f32>
    %155 = "stablehlo.broadcast_in_dim"(%154) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %156 = "stablehlo.multiply"(%155, %153) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %157 = "stablehlo.sqrt"(%1) : (tensor<37xf32>) -> tensor<37xf32>
    %158 = "stablehlo.divide"(%156, %157) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %159 = "stablehlo.constant"() <{value = dense<8.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %160 = "stablehlo.broadcast_in_dim"(%159) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %161 = "stablehlo.compare"(%1, %160) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LE>}> : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xi1>
    %162 = "stablehlo.select"(%161, %109, %158) : (tensor<37xi1>, tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %163 = "stablehlo.convert"(%162) : (tensor<37xf32>) -> tensor<37xf16>
    "func.return"(%163) : (tensor<37xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.square.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "chlo.square"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.square.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "chlo.square"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.square.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "chlo.square"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.square.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "chlo.square"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.reciprocal.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %2 = "stablehlo.divide"(%1, %arg0) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%2) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.reciprocal.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %2 = "stablehlo.divide"(%1, %arg0) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%2) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.reciprocal.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %2 = "stablehlo.divide"(%1, %arg0) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%2) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.reciprocal.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %2 = "stablehlo.divide"(%1, %arg0) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%2) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.integer_pow_m3.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.multiply"(%arg0, %arg0) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %1 = "stablehlo.multiply"(%arg0, %0) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %2 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %4 = "stablehlo.divide"(%3, %1) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%4) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.integer_pow_m3.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.multiply"(%arg0, %arg0) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %1 = "stablehlo.multiply"(%arg0, %0) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %2 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %4 = "stablehlo.divide"(%3, %1) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%4) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.integer_pow_m3.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.multiply"(%arg0, %arg0) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %1 = "stablehlo.multiply"(%arg0, %0) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %2 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %4 = "stablehlo.divide"(%3, %1) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%4) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.integer_pow_m3.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.multiply"(%arg0, %arg0) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %1 = "stablehlo.multiply"(%arg0, %0) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %2 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %4 = "stablehlo.divide"(%3, %1) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%4) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.integer_pow_5.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.multiply"(%arg0, %arg0) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %1 = "stablehlo.multiply"(%0, %0) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %2 = "stablehlo.multiply"(%arg0, %1) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%2) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.integer_pow_5.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.multiply"(%arg0, %arg0) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %1 = "stablehlo.multiply"(%0, %0) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %2 = "stablehlo.multiply"(%arg0, %1) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%2) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.integer_pow_5.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.multiply"(%arg0, %arg0) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %1 = "stablehlo.multiply"(%0, %0) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %2 = "stablehlo.multiply"(%arg0, %1) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%2) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.integer_pow_5.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.multiply"(%arg0, %arg0) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %1 = "stablehlo.multiply"(%0, %0) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %2 = "stablehlo.multiply"(%arg0, %1) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%2) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.is_finite.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.is_finite"(%arg0) : (tensor<41xf32>) -> tensor<41xi1>
    "func.return"(%0) : (tensor<41xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.is_finite.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.is_finite"(%arg0) : (tensor<41xf64>) -> tensor<41xi1>
    "func.return"(%0) : (tensor<41xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.is_finite.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.is_finite"(%arg0) : (tensor<41xbf16>) -> tensor<41xi1>
    "func.return"(%0) : (tensor<41xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.is_finite.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.is_finite"(%arg0) : (tensor<41xf16>) -> tensor<41xi1>
    "func.return"(%0) : (tensor<41xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.isnan.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.compare"(%arg0, %arg0) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xi1>
    "func.return"(%0) : (tensor<41xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.isnan.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.compare"(%arg0, %arg0) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xi1>
    "func.return"(%0) : (tensor<41xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.isnan.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.compare"(%arg0, %arg0) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xi1>
    "func.return"(%0) : (tensor<41xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.isnan.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.compare"(%arg0, %arg0) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xi1>
    "func.return"(%0) : (tensor<41xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.isinf.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<41xf32>):
    %4 = "func.call"(%arg1) <{callee = @isinf}> : (tensor<41xf32>) -> tensor<41xi1>
    "func.return"(%4) : (tensor<41xi1>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xi1>, res_attrs = [{}], sym_name = "isinf", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.abs"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    %1 = "stablehlo.constant"() <{value = dense<0x7F800000> : tensor<f32>}> : () -> tensor<f32>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %3 = "stablehlo.compare"(%0, %2) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xi1>
    "func.return"(%3) : (tensor<41xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.isinf.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<41xf64>):
    %4 = "func.call"(%arg1) <{callee = @isinf}> : (tensor<41xf64>) -> tensor<41xi1>
    "func.return"(%4) : (tensor<41xi1>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xi1>, res_attrs = [{}], sym_name = "isinf", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.abs"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    %1 = "stablehlo.constant"() <{value = dense<0x7FF0000000000000> : tensor<f64>}> : () -> tensor<f64>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %3 = "stablehlo.compare"(%0, %2) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xi1>
    "func.return"(%3) : (tensor<41xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.isinf.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<41xbf16>):
    %4 = "func.call"(%arg1) <{callee = @isinf}> : (tensor<41xbf16>) -> tensor<41xi1>
    "func.return"(%4) : (tensor<41xi1>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xi1>, res_attrs = [{}], sym_name = "isinf", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.abs"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    %1 = "stablehlo.constant"() <{value = dense<0x7F80> : tensor<bf16>}> : () -> tensor<bf16>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %3 = "stablehlo.compare"(%0, %2) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xi1>
    "func.return"(%3) : (tensor<41xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.isinf.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<41xf16>):
    %4 = "func.call"(%arg1) <{callee = @isinf}> : (tensor<41xf16>) -> tensor<41xi1>
    "func.return"(%4) : (tensor<41xi1>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xi1>, res_attrs = [{}], sym_name = "isinf", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.abs"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    %1 = "stablehlo.constant"() <{value = dense<0x7C00> : tensor<f16>}> : () -> tensor<f16>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %3 = "stablehlo.compare"(%0, %2) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xi1>
    "func.return"(%3) : (tensor<41xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.signbit.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<41xf32>):
    %8 = "func.call"(%arg1) <{callee = @signbit}> : (tensor<41xf32>) -> tensor<41xi1>
    "func.return"(%8) : (tensor<41xi1>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xi1>, res_attrs = [{}], sym_name = "signbit", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.bitcast_convert"(%arg0) : (tensor<41xf32>) -> tensor<41xi32>
    %1 = "stablehlo.constant"() <{value = dense<31> : tensor<i32>}> : () -> tensor<i32>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<41xi32>
    %3 = "stablehlo.shift_right_arithmetic"(%0, %2) : (tensor<41xi32>, tensor<41xi32>) -> tensor<41xi32>
    %4 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<41xi32>
    %6 = "stablehlo.compare"(%3, %5) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<41xi32>, tensor<41xi32>) -> tensor<41xi1>
    %7 = "stablehlo.convert"(%6) : (tensor<41xi1>) -> tensor<41xi1>
    "func.return"(%7) : (tensor<41xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.signbit.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<41xf64>):
    %8 = "func.call"(%arg1) <{callee = @signbit}> : (tensor<41xf64>) -> tensor<41xi1>
    "func.return"(%8) : (tensor<41xi1>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xi1>, res_attrs = [{}], sym_name = "signbit", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.bitcast_convert"(%arg0) : (tensor<41xf64>) -> tensor<41xi64>
    %1 = "stablehlo.constant"() <{value = dense<63> : tensor<i64>}> : () -> tensor<i64>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<i64>) -> tensor<41xi64>
    %3 = "stablehlo.shift_right_arithmetic"(%0, %2) : (tensor<41xi64>, tensor<41xi64>) -> tensor<41xi64>
    %4 = "stablehlo.constant"() <{value = dense<0> : tensor<i64>}> : () -> tensor<i64>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<i64>) -> tensor<41xi64>
    %6 = "stablehlo.compare"(%3, %5) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<41xi64>, tensor<41xi64>) -> tensor<41xi1>
    %7 = "stablehlo.convert"(%6) : (tensor<41xi1>) -> tensor<41xi1>
    "func.return"(%7) : (tensor<41xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.signbit.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<41xbf16>):
    %8 = "func.call"(%arg1) <{callee = @signbit}> : (tensor<41xbf16>) -> tensor<41xi1>
    "func.return"(%8) : (tensor<41xi1>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xi1>, res_attrs = [{}], sym_name = "signbit", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.bitcast_convert"(%arg0) : (tensor<41xbf16>) -> tensor<41xi16>
    %1 = "stablehlo.constant"() <{value = dense<15> : tensor<i16>}> : () -> tensor<i16>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<i16>) -> tensor<41xi16>
    %3 = "stablehlo.shift_right_arithmetic"(%0, %2) : (tensor<41xi16>, tensor<41xi16>) -> tensor<41xi16>
    %4 = "stablehlo.constant"() <{value = dense<0> : tensor<i16>}> : () -> tensor<i16>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<i16>) -> tensor<41xi16>
    %6 = "stablehlo.compare"(%3, %5) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<41xi16>, tensor<41xi16>) -> tensor<41xi1>
    %7 = "stablehlo.convert"(%6) : (tensor<41xi1>) -> tensor<41xi1>
    "func.return"(%7) : (tensor<41xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.signbit.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<41xf16>):
    %8 = "func.call"(%arg1) <{callee = @signbit}> : (tensor<41xf16>) -> tensor<41xi1>
    "func.return"(%8) : (tensor<41xi1>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xi1>, res_attrs = [{}], sym_name = "signbit", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.bitcast_convert"(%arg0) : (tensor<41xf16>) -> tensor<41xi16>
    %1 = "stablehlo.constant"() <{value = dense<15> : tensor<i16>}> : () -> tensor<i16>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<i16>) -> tensor<41xi16>
    %3 = "stablehlo.shift_right_arithmetic"(%0, %2) : (tensor<41xi16>, tensor<41xi16>) -> tensor<41xi16>
    %4 = "stablehlo.constant"() <{value = dense<0> : tensor<i16>}> : () -> tensor<i16>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<i16>) -> tensor<41xi16>
    %6 = "stablehlo.compare"(%3, %5) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<41xi16>, tensor<41xi16>) -> tensor<41xi1>
    %7 = "stablehlo.convert"(%6) : (tensor<41xi1>) -> tensor<41xi1>
    "func.return"(%7) : (tensor<41xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.relu.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<41xf32>):
    %3 = "func.call"(%arg1) <{callee = @relu}> : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%3) : (tensor<41xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{}], sym_name = "relu", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %2 = "stablehlo.maximum"(%arg0, %1) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%2) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.relu.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<41xf64>):
    %3 = "func.call"(%arg1) <{callee = @relu}> : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%3) : (tensor<41xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{}], sym_name = "relu", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %2 = "stablehlo.maximum"(%arg0, %1) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%2) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.relu.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<41xbf16>):
    %3 = "func.call"(%arg1) <{callee = @relu}> : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%3) : (tensor<41xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{}], sym_name = "relu", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %2 = "stablehlo.maximum"(%arg0, %1) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%2) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.relu.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<41xf16>):
    %3 = "func.call"(%arg1) <{callee = @relu}> : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%3) : (tensor<41xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{}], sym_name = "relu", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %2 = "stablehlo.maximum"(%arg0, %1) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%2) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.gelu_tanh.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.multiply"(%arg0, %arg0) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %1 = "stablehlo.multiply"(%0, %arg0) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %2 = "stablehlo.constant"() <{value = dense<4.471500e-02> : tensor<f32>}> : () -> tensor<f32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %4 = "stablehlo.multiply"(%3, %1) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %5 = "stablehlo.add"(%arg0, %4) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %6 = "stablehlo.constant"() <{value = dense<0.797884583> : tensor<f32>}> : () -> tensor<f32>
    %7 = "stablehlo.broadcast_in_dim"(%6) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %8 = "stablehlo.multiply"(%7, %5) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %9 = "stablehlo.tanh"(%8) : (tensor<41xf32>) -> tensor<41xf32>
    %10 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %11 = "stablehlo.broadcast_in_dim"(%10) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %12 = "stablehlo.add"(%11, %9) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %13 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f32>}> : () -> tensor<f32>
    %14 = "stablehlo.broadcast_in_dim"(%13) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %15 = "stablehlo.multiply"(%14, %12) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %16 = "stablehlo.multiply"(%arg0, %15) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%16) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.gelu_tanh.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.multiply"(%arg0, %arg0) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %1 = "stablehlo.multiply"(%0, %arg0) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %2 = "stablehlo.constant"() <{value = dense<4.471500e-02> : tensor<f64>}> : () -> tensor<f64>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %4 = "stablehlo.multiply"(%3, %1) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %5 = "stablehlo.add"(%arg0, %4) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %6 = "stablehlo.constant"() <{value = dense<0.79788456080286541> : tensor<f64>}> : () -> tensor<f64>
    %7 = "stablehlo.broadcast_in_dim"(%6) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %8 = "stablehlo.multiply"(%7, %5) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %9 = "stablehlo.tanh"(%8) : (tensor<41xf64>) -> tensor<41xf64>
    %10 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %11 = "stablehlo.broadcast_in_dim"(%10) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %12 = "stablehlo.add"(%11, %9) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %13 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f64>}> : () -> tensor<f64>
    %14 = "stablehlo.broadcast_in_dim"(%13) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %15 = "stablehlo.multiply"(%14, %12) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %16 = "stablehlo.multiply"(%arg0, %15) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%16) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.gelu_tanh.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.multiply"(%arg0, %arg0) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %1 = "stablehlo.multiply"(%0, %arg0) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %2 = "stablehlo.constant"() <{value = dense<4.467770e-02> : tensor<bf16>}> : () -> tensor<bf16>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %4 = "stablehlo.multiply"(%3, %1) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %5 = "stablehlo.add"(%arg0, %4) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %6 = "stablehlo.constant"() <{value = dense<7.968750e-01> : tensor<bf16>}> : () -> tensor<bf16>
    %7 = "stablehlo.broadcast_in_dim"(%6) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %8 = "stablehlo.multiply"(%7, %5) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %9 = "stablehlo.tanh"(%8) : (tensor<41xbf16>) -> tensor<41xbf16>
    %10 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %11 = "stablehlo.broadcast_in_dim"(%10) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %12 = "stablehlo.add"(%11, %9) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %13 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<bf16>}> : () -> tensor<bf16>
    %14 = "stablehlo.broadcast_in_dim"(%13) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %15 = "stablehlo.multiply"(%14, %12) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %16 = "stablehlo.multiply"(%arg0, %15) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%16) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.gelu_tanh.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.multiply"(%arg0, %arg0) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %1 = "stablehlo.multiply"(%0, %arg0) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %2 = "stablehlo.constant"() <{value = dense<4.470830e-02> : tensor<f16>}> : () -> tensor<f16>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %4 = "stablehlo.multiply"(%3, %1) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %5 = "stablehlo.add"(%arg0, %4) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %6 = "stablehlo.constant"() <{value = dense<7.978520e-01> : tensor<f16>}> : () -> tensor<f16>
    %7 = "stablehlo.broadcast_in_dim"(%6) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %8 = "stablehlo.multiply"(%7, %5) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %9 = "stablehlo.tanh"(%8) : (tensor<41xf16>) -> tensor<41xf16>
    %10 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %11 = "stablehlo.broadcast_in_dim"(%10) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %12 = "stablehlo.add"(%11, %9) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %13 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f16>}> : () -> tensor<f16>
    %14 = "stablehlo.broadcast_in_dim"(%13) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %15 = "stablehlo.multiply"(%14, %12) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %16 = "stablehlo.multiply"(%arg0, %15) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%16) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.gelu_exact.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f32>}> : () -> tensor<f32>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %2 = "stablehlo.multiply"(%1, %arg0) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %3 = "stablehlo.negate"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    %4 = "stablehlo.constant"() <{value = dense<0.707106769> : tensor<f32>}> : () -> tensor<f32>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %6 = "stablehlo.multiply"(%3, %5) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %7 = "chlo.erfc"(%6) : (tensor<41xf32>) -> tensor<41xf32>
    %8 = "stablehlo.multiply"(%2, %7) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%8) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.gelu_exact.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f64>}> : () -> tensor<f64>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %2 = "stablehlo.multiply"(%1, %arg0) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %3 = "stablehlo.negate"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    %4 = "stablehlo.constant"() <{value = dense<0.70710678118654757> : tensor<f64>}> : () -> tensor<f64>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %6 = "stablehlo.multiply"(%3, %5) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %7 = "chlo.erfc"(%6) : (tensor<41xf64>) -> tensor<41xf64>
    %8 = "stablehlo.multiply"(%2, %7) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%8) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.gelu_exact.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<bf16>}> : () -> tensor<bf16>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %2 = "stablehlo.multiply"(%1, %arg0) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %3 = "stablehlo.negate"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    %4 = "stablehlo.constant"() <{value = dense<7.070310e-01> : tensor<bf16>}> : () -> tensor<bf16>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %6 = "stablehlo.multiply"(%3, %5) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %7 = "chlo.erfc"(%6) : (tensor<41xbf16>) -> tensor<41xbf16>
    %8 = "stablehlo.multiply"(%2, %7) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%8) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.gelu_exact.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f16>}> : () -> tensor<f16>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %2 = "stablehlo.multiply"(%1, %arg0) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %3 = "stablehlo.negate"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    %4 = "stablehlo.constant"() <{value = dense<7.070310e-01> : tensor<f16>}> : () -> tensor<f16>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %6 = "stablehlo.multiply"(%3, %5) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %7 = "chlo.erfc"(%6) : (tensor<41xf16>) -> tensor<41xf16>
    %8 = "stablehlo.multiply"(%2, %7) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%8) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.silu.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<41xf32>):
    %9 = "func.call"(%arg1) <{callee = @silu}> : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%9) : (tensor<41xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{}], sym_name = "silu", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.negate"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    %1 = "stablehlo.exponential"(%0) : (tensor<41xf32>) -> tensor<41xf32>
    %2 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %4 = "stablehlo.add"(%3, %1) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %5 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %7 = "stablehlo.divide"(%6, %4) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %8 = "stablehlo.multiply"(%arg0, %7) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%8) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.silu.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<41xf64>):
    %9 = "func.call"(%arg1) <{callee = @silu}> : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%9) : (tensor<41xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{}], sym_name = "silu", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.negate"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    %1 = "stablehlo.exponential"(%0) : (tensor<41xf64>) -> tensor<41xf64>
    %2 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %4 = "stablehlo.add"(%3, %1) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %5 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %7 = "stablehlo.divide"(%6, %4) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %8 = "stablehlo.multiply"(%arg0, %7) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%8) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.silu.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<41xbf16>):
    %9 = "func.call"(%arg1) <{callee = @silu}> : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%9) : (tensor<41xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{}], sym_name = "silu", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.negate"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    %1 = "stablehlo.exponential"(%0) : (tensor<41xbf16>) -> tensor<41xbf16>
    %2 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %4 = "stablehlo.add"(%3, %1) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %5 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %7 = "stablehlo.divide"(%6, %4) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %8 = "stablehlo.multiply"(%arg0, %7) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%8) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.silu.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<41xf16>):
    %9 = "func.call"(%arg1) <{callee = @silu}> : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%9) : (tensor<41xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{}], sym_name = "silu", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.negate"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    %1 = "stablehlo.exponential"(%0) : (tensor<41xf16>) -> tensor<41xf16>
    %2 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %4 = "stablehlo.add"(%3, %1) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %5 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %7 = "stablehlo.divide"(%6, %4) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %8 = "stablehlo.multiply"(%arg0, %7) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%8) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.softplus.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<41xf32>):
    %14 = "func.call"(%arg1) <{callee = @softplus}> : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%14) : (tensor<41xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{}], sym_name = "softplus", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %2 = "stablehlo.maximum"(%arg0, %1) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %3 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %4 = "stablehlo.subtract"(%arg0, %3) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %5 = "stablehlo.compare"(%4, %4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xi1>
    %6 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %7 = "stablehlo.add"(%arg0, %6) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %8 = "stablehlo.abs"(%4) : (tensor<41xf32>) -> tensor<41xf32>
    %9 = "stablehlo.negate"(%8) : (tensor<41xf32>) -> tensor<41xf32>
    %10 = "stablehlo.exponential"(%9) : (tensor<41xf32>) -> tensor<41xf32>
    %11 = "stablehlo.log_plus_one"(%10) : (tensor<41xf32>) -> tensor<41xf32>
    %12 = "stablehlo.add"(%2, %11) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %13 = "stablehlo.select"(%5, %7, %12) : (tensor<41xi1>, tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%13) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.softplus.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<41xf64>):
    %14 = "func.call"(%arg1) <{callee = @softplus}> : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%14) : (tensor<41xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{}], sym_name = "softplus", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %2 = "stablehlo.maximum"(%arg0, %1) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %3 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %4 = "stablehlo.subtract"(%arg0, %3) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %5 = "stablehlo.compare"(%4, %4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xi1>
    %6 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %7 = "stablehlo.add"(%arg0, %6) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %8 = "stablehlo.abs"(%4) : (tensor<41xf64>) -> tensor<41xf64>
    %9 = "stablehlo.negate"(%8) : (tensor<41xf64>) -> tensor<41xf64>
    %10 = "stablehlo.exponential"(%9) : (tensor<41xf64>) -> tensor<41xf64>
    %11 = "stablehlo.log_plus_one"(%10) : (tensor<41xf64>) -> tensor<41xf64>
    %12 = "stablehlo.add"(%2, %11) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %13 = "stablehlo.select"(%5, %7, %12) : (tensor<41xi1>, tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%13) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.softplus.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<41xbf16>):
    %14 = "func.call"(%arg1) <{callee = @softplus}> : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%14) : (tensor<41xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{}], sym_name = "softplus", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %2 = "stablehlo.maximum"(%arg0, %1) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %3 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %4 = "stablehlo.subtract"(%arg0, %3) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %5 = "stablehlo.compare"(%4, %4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xi1>
    %6 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %7 = "stablehlo.add"(%arg0, %6) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %8 = "stablehlo.abs"(%4) : (tensor<41xbf16>) -> tensor<41xbf16>
    %9 = "stablehlo.negate"(%8) : (tensor<41xbf16>) -> tensor<41xbf16>
    %10 = "stablehlo.exponential"(%9) : (tensor<41xbf16>) -> tensor<41xbf16>
    %11 = "stablehlo.log_plus_one"(%10) : (tensor<41xbf16>) -> tensor<41xbf16>
    %12 = "stablehlo.add"(%2, %11) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %13 = "stablehlo.select"(%5, %7, %12) : (tensor<41xi1>, tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%13) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.softplus.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<41xf16>):
    %14 = "func.call"(%arg1) <{callee = @softplus}> : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%14) : (tensor<41xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{}], sym_name = "softplus", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %2 = "stablehlo.maximum"(%arg0, %1) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %3 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %4 = "stablehlo.subtract"(%arg0, %3) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %5 = "stablehlo.compare"(%4, %4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xi1>
    %6 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %7 = "stablehlo.add"(%arg0, %6) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %8 = "stablehlo.abs"(%4) : (tensor<41xf16>) -> tensor<41xf16>
    %9 = "stablehlo.negate"(%8) : (tensor<41xf16>) -> tensor<41xf16>
    %10 = "stablehlo.exponential"(%9) : (tensor<41xf16>) -> tensor<41xf16>
    %11 = "stablehlo.log_plus_one"(%10) : (tensor<41xf16>) -> tensor<41xf16>
    %12 = "stablehlo.add"(%2, %11) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %13 = "stablehlo.select"(%5, %7, %12) : (tensor<41xi1>, tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%13) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.elu.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg7: tensor<41xf32>):
    %17 = "func.call"(%arg7) <{callee = @elu}> : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%17) : (tensor<41xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{}], sym_name = "elu", sym_visibility = "private"}> ({
  ^bb0(%arg6: tensor<41xf32>):
    %4 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %6 = "stablehlo.compare"(%arg6, %5) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xi1>
    %7 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %8 = "stablehlo.broadcast_in_dim"(%7) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %9 = "stablehlo.compare"(%arg6, %8) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xi1>
    %10 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %11 = "func.call"(%9, %10, %arg6) <{callee = @_where}> : (tensor<41xi1>, tensor<f32>, tensor<41xf32>) -> tensor<41xf32>
    %12 = "stablehlo.exponential_minus_one"(%11) : (tensor<41xf32>) -> tensor<41xf32>
    %13 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %14 = "stablehlo.broadcast_in_dim"(%13) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %15 = "stablehlo.multiply"(%14, %12) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %16 = "func.call"(%6, %arg6, %15) <{callee = @_where_0}> : (tensor<41xi1>, tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%16) : (tensor<41xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<41xi1>, tensor<f32>, tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<41xi1>, %arg4: tensor<f32>, %arg5: tensor<41xf32>):
    %1 = "stablehlo.convert"(%arg4) : (tensor<f32>) -> tensor<f32>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %3 = "stablehlo.select"(%arg3, %2, %arg5) : (tensor<41xi1>, tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%3) : (tensor<41xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<41xi1>, tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{}], sym_name = "_where_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xi1>, %arg1: tensor<41xf32>, %arg2: tensor<41xf32>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<41xi1>, tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.elu.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg7: tensor<41xf64>):
    %17 = "func.call"(%arg7) <{callee = @elu}> : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%17) : (tensor<41xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{}], sym_name = "elu", sym_visibility = "private"}> ({
  ^bb0(%arg6: tensor<41xf64>):
    %4 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %6 = "stablehlo.compare"(%arg6, %5) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xi1>
    %7 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %8 = "stablehlo.broadcast_in_dim"(%7) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %9 = "stablehlo.compare"(%arg6, %8) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xi1>
    %10 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %11 = "func.call"(%9, %10, %arg6) <{callee = @_where}> : (tensor<41xi1>, tensor<f64>, tensor<41xf64>) -> tensor<41xf64>
    %12 = "stablehlo.exponential_minus_one"(%11) : (tensor<41xf64>) -> tensor<41xf64>
    %13 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %14 = "stablehlo.broadcast_in_dim"(%13) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %15 = "stablehlo.multiply"(%14, %12) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %16 = "func.call"(%6, %arg6, %15) <{callee = @_where_0}> : (tensor<41xi1>, tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%16) : (tensor<41xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<41xi1>, tensor<f64>, tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<41xi1>, %arg4: tensor<f64>, %arg5: tensor<41xf64>):
    %1 = "stablehlo.convert"(%arg4) : (tensor<f64>) -> tensor<f64>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %3 = "stablehlo.select"(%arg3, %2, %arg5) : (tensor<41xi1>, tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%3) : (tensor<41xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<41xi1>, tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{}], sym_name = "_where_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xi1>, %arg1: tensor<41xf64>, %arg2: tensor<41xf64>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<41xi1>, tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.elu.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg7: tensor<41xbf16>):
    %17 = "func.call"(%arg7) <{callee = @elu}> : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%17) : (tensor<41xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{}], sym_name = "elu", sym_visibility = "private"}> ({
  ^bb0(%arg6: tensor<41xbf16>):
    %4 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %6 = "stablehlo.compare"(%arg6, %5) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xi1>
    %7 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %8 = "stablehlo.broadcast_in_dim"(%7) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %9 = "stablehlo.compare"(%arg6, %8) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xi1>
    %10 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %11 = "func.call"(%9, %10, %arg6) <{callee = @_where}> : (tensor<41xi1>, tensor<f32>, tensor<41xbf16>) -> tensor<41xbf16>
    %12 = "stablehlo.exponential_minus_one"(%11) : (tensor<41xbf16>) -> tensor<41xbf16>
    %13 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %14 = "stablehlo.broadcast_in_dim"(%13) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %15 = "stablehlo.multiply"(%14, %12) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %16 = "func.call"(%6, %arg6, %15) <{callee = @_where_0}> : (tensor<41xi1>, tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%16) : (tensor<41xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<41xi1>, tensor<f32>, tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<41xi1>, %arg4: tensor<f32>, %arg5: tensor<41xbf16>):
    %1 = "stablehlo.convert"(%arg4) : (tensor<f32>) -> tensor<bf16>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %3 = "stablehlo.select"(%arg3, %2, %arg5) : (tensor<41xi1>, tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%3) : (tensor<41xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<41xi1>, tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{}], sym_name = "_where_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xi1>, %arg1: tensor<41xbf16>, %arg2: tensor<41xbf16>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<41xi1>, tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.elu.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg7: tensor<41xf16>):
    %17 = "func.call"(%arg7) <{callee = @elu}> : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%17) : (tensor<41xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{}], sym_name = "elu", sym_visibility = "private"}> ({
  ^bb0(%arg6: tensor<41xf16>):
    %4 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %6 = "stablehlo.compare"(%arg6, %5) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xi1>
    %7 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %8 = "stablehlo.broadcast_in_dim"(%7) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %9 = "stablehlo.compare"(%arg6, %8) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xi1>
    %10 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %11 = "func.call"(%9, %10, %arg6) <{callee = @_where}> : (tensor<41xi1>, tensor<f32>, tensor<41xf16>) -> tensor<41xf16>
    %12 = "stablehlo.exponential_minus_one"(%11) : (tensor<41xf16>) -> tensor<41xf16>
    %13 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %14 = "stablehlo.broadcast_in_dim"(%13) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %15 = "stablehlo.multiply"(%14, %12) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %16 = "func.call"(%6, %arg6, %15) <{callee = @_where_0}> : (tensor<41xi1>, tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%16) : (tensor<41xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<41xi1>, tensor<f32>, tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<41xi1>, %arg4: tensor<f32>, %arg5: tensor<41xf16>):
    %1 = "stablehlo.convert"(%arg4) : (tensor<f32>) -> tensor<f16>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %3 = "stablehlo.select"(%arg3, %2, %arg5) : (tensor<41xi1>, tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%3) : (tensor<41xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<41xi1>, tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{}], sym_name = "_where_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xi1>, %arg1: tensor<41xf16>, %arg2: tensor<41xf16>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<41xi1>, tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.nan_to_num.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg4: tensor<41xf32>):
    %15 = "func.call"(%arg4) <{callee = @nan_to_num}> : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%15) : (tensor<41xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{}], sym_name = "nan_to_num", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<41xf32>):
    %2 = "stablehlo.compare"(%arg3, %arg3) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xi1>
    %3 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %4 = "func.call"(%2, %3, %arg3) <{callee = @_where}> : (tensor<41xi1>, tensor<f32>, tensor<41xf32>) -> tensor<41xf32>
    %5 = "stablehlo.constant"() <{value = dense<0x7F800000> : tensor<f32>}> : () -> tensor<f32>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %7 = "stablehlo.compare"(%4, %6) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xi1>
    %8 = "stablehlo.constant"() <{value = dense<3.40282347E+38> : tensor<f32>}> : () -> tensor<f32>
    %9 = "func.call"(%7, %8, %4) <{callee = @_where}> : (tensor<41xi1>, tensor<f32>, tensor<41xf32>) -> tensor<41xf32>
    %10 = "stablehlo.constant"() <{value = dense<0xFF800000> : tensor<f32>}> : () -> tensor<f32>
    %11 = "stablehlo.broadcast_in_dim"(%10) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %12 = "stablehlo.compare"(%9, %11) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xi1>
    %13 = "stablehlo.constant"() <{value = dense<-3.40282347E+38> : tensor<f32>}> : () -> tensor<f32>
    %14 = "func.call"(%12, %13, %9) <{callee = @_where}> : (tensor<41xi1>, tensor<f32>, tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%14) : (tensor<41xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<41xi1>, tensor<f32>, tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xi1>, %arg1: tensor<f32>, %arg2: tensor<41xf32>):
    %0 = "stablehlo.broadcast_in_dim"(%arg1) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %1 = "stablehlo.select"(%arg0, %0, %arg2) : (tensor<41xi1>, tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%1) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.nan_to_num.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg4: tensor<41xf64>):
    %15 = "func.call"(%arg4) <{callee = @nan_to_num}> : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%15) : (tensor<41xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{}], sym_name = "nan_to_num", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<41xf64>):
    %2 = "stablehlo.compare"(%arg3, %arg3) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xi1>
    %3 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %4 = "func.call"(%2, %3, %arg3) <{callee = @_where}> : (tensor<41xi1>, tensor<f64>, tensor<41xf64>) -> tensor<41xf64>
    %5 = "stablehlo.constant"() <{value = dense<0x7FF0000000000000> : tensor<f64>}> : () -> tensor<f64>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %7 = "stablehlo.compare"(%4, %6) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xi1>
    %8 = "stablehlo.constant"() <{value = dense<1.7976931348623157E+308> : tensor<f64>}> : () -> tensor<f64>
    %9 = "func.call"(%7, %8, %4) <{callee = @_where}> : (tensor<41xi1>, tensor<f64>, tensor<41xf64>) -> tensor<41xf64>
    %10 = "stablehlo.constant"() <{value = dense<0xFFF0000000000000> : tensor<f64>}> : () -> tensor<f64>
    %11 = "stablehlo.broadcast_in_dim"(%10) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %12 = "stablehlo.compare"(%9, %11) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xi1>
    %13 = "stablehlo.constant"() <{value = dense<-1.7976931348623157E+308> : tensor<f64>}> : () -> tensor<f64>
    %14 = "func.call"(%12, %13, %9) <{callee = @_where}> : (tensor<41xi1>, tensor<f64>, tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%14) : (tensor<41xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<41xi1>, tensor<f64>, tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xi1>, %arg1: tensor<f64>, %arg2: tensor<41xf64>):
    %0 = "stablehlo.broadcast_in_dim"(%arg1) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %1 = "stablehlo.select"(%arg0, %0, %arg2) : (tensor<41xi1>, tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%1) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.nan_to_num.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg4: tensor<41xbf16>):
    %15 = "func.call"(%arg4) <{callee = @nan_to_num}> : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%15) : (tensor<41xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{}], sym_name = "nan_to_num", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<41xbf16>):
    %2 = "stablehlo.compare"(%arg3, %arg3) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xi1>
    %3 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %4 = "func.call"(%2, %3, %arg3) <{callee = @_where}> : (tensor<41xi1>, tensor<bf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %5 = "stablehlo.constant"() <{value = dense<0x7F80> : tensor<bf16>}> : () -> tensor<bf16>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %7 = "stablehlo.compare"(%4, %6) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xi1>
    %8 = "stablehlo.constant"() <{value = dense<3.389530e+38> : tensor<bf16>}> : () -> tensor<bf16>
    %9 = "func.call"(%7, %8, %4) <{callee = @_where}> : (tensor<41xi1>, tensor<bf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %10 = "stablehlo.constant"() <{value = dense<0xFF80> : tensor<bf16>}> : () -> tensor<bf16>
    %11 = "stablehlo.broadcast_in_dim"(%10) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %12 = "stablehlo.compare"(%9, %11) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xi1>
    %13 = "stablehlo.constant"() <{value = dense<-3.389530e+38> : tensor<bf16>}> : () -> tensor<bf16>
    %14 = "func.call"(%12, %13, %9) <{callee = @_where}> : (tensor<41xi1>, tensor<bf16>, tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%14) : (tensor<41xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<41xi1>, tensor<bf16>, tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xi1>, %arg1: tensor<bf16>, %arg2: tensor<41xbf16>):
    %0 = "stablehlo.broadcast_in_dim"(%arg1) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %1 = "stablehlo.select"(%arg0, %0, %arg2) : (tensor<41xi1>, tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%1) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.nan_to_num.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg4: tensor<41xf16>):
    %15 = "func.call"(%arg4) <{callee = @nan_to_num}> : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%15) : (tensor<41xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{}], sym_name = "nan_to_num", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<41xf16>):
    %2 = "stablehlo.compare"(%arg3, %arg3) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xi1>
    %3 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %4 = "func.call"(%2, %3, %arg3) <{callee = @_where}> : (tensor<41xi1>, tensor<f16>, tensor<41xf16>) -> tensor<41xf16>
    %5 = "stablehlo.constant"() <{value = dense<0x7C00> : tensor<f16>}> : () -> tensor<f16>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %7 = "stablehlo.compare"(%4, %6) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xi1>
    %8 = "stablehlo.constant"() <{value = dense<6.550400e+04> : tensor<f16>}> : () -> tensor<f16>
    %9 = "func.call"(%7, %8, %4) <{callee = @_where}> : (tensor<41xi1>, tensor<f16>, tensor<41xf16>) -> tensor<41xf16>
    %10 = "stablehlo.constant"() <{value = dense<0xFC00> : tensor<f16>}> : () -> tensor<f16>
    %11 = "stablehlo.broadcast_in_dim"(%10) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %12 = "stablehlo.compare"(%9, %11) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xi1>
    %13 = "stablehlo.constant"() <{value = dense<-6.550400e+04> : tensor<f16>}> : () -> tensor<f16>
    %14 = "func.call"(%12, %13, %9) <{callee = @_where}> : (tensor<41xi1>, tensor<f16>, tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%14) : (tensor<41xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<41xi1>, tensor<f16>, tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xi1>, %arg1: tensor<f16>, %arg2: tensor<41xf16>):
    %0 = "stablehlo.broadcast_in_dim"(%arg1) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %1 = "stablehlo.select"(%arg0, %0, %arg2) : (tensor<41xi1>, tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%1) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sinc.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf32>) -> tensor<37xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg7: tensor<37xf32>):
    %20 = "func.call"(%arg7) <{callee = @sinc}> : (tensor<37xf32>) -> tensor<37xf32>
    "func.return"(%20) : (tensor<37xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf32>) -> tensor<37xf32>, res_attrs = [{}], sym_name = "sinc", sym_visibility = "private"}> ({
  ^bb0(%arg6: tensor<37xf32>):
    %3 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %4 = "stablehlo.broadcast_in_dim"(%3) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %5 = "stablehlo.compare"(%arg6, %4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xi1>
    %6 = "stablehlo.constant"() <{value = dense<3.14159274> : tensor<f32>}> : () -> tensor<f32>
    %7 = "stablehlo.broadcast_in_dim"(%6) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %8 = "stablehlo.multiply"(%7, %arg6) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %9 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %10 = "func.call"(%5, %9, %8) <{callee = @_where}> : (tensor<37xi1>, tensor<f32>, tensor<37xf32>) -> tensor<37xf32>
    %11 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %12 = "stablehlo.broadcast_in_dim"(%11) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %13 = "stablehlo.multiply"(%8, %12) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %14 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %15 = "stablehlo.broadcast_in_dim"(%14) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %16 = "stablehlo.add"(%13, %15) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %17 = "stablehlo.sine"(%10) : (tensor<37xf32>) -> tensor<37xf32>
    %18 = "stablehlo.divide"(%17, %10) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %19 = "func.call"(%5, %16, %18) <{callee = @_where_0}> : (tensor<37xi1>, tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    "func.return"(%19) : (tensor<37xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<37xi1>, tensor<f32>, tensor<37xf32>) -> tensor<37xf32>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<37xi1>, %arg4: tensor<f32>, %arg5: tensor<37xf32>):
    %1 = "stablehlo.broadcast_in_dim"(%arg4) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %2 = "stablehlo.select"(%arg3, %1, %arg5) : (tensor<37xi1>, tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    "func.return"(%2) : (tensor<37xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<37xi1>, tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>, res_attrs = [{}], sym_name = "_where_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<37xi1>, %arg1: tensor<37xf32>, %arg2: tensor<37xf32>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<37xi1>, tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    "func.return"(%0) : (tensor<37xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sinc.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf64>) -> tensor<37xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg7: tensor<37xf64>):
    %20 = "func.call"(%arg7) <{callee = @sinc}> : (tensor<37xf64>) -> tensor<37xf64>
    "func.return"(%20) : (tensor<37xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf64>) -> tensor<37xf64>, res_attrs = [{}], sym_name = "sinc", sym_visibility = "private"}> ({
  ^bb0(%arg6: tensor<37xf64>):
    %3 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %4 = "stablehlo.broadcast_in_dim"(%3) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %5 = "stablehlo.compare"(%arg6, %4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xi1>
    %6 = "stablehlo.constant"() <{value = dense<3.1415926535897931> : tensor<f64>}> : () -> tensor<f64>
    %7 = "stablehlo.broadcast_in_dim"(%6) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %8 = "stablehlo.multiply"(%7, %arg6) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %9 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %10 = "func.call"(%5, %9, %8) <{callee = @_where}> : (tensor<37xi1>, tensor<f64>, tensor<37xf64>) -> tensor<37xf64>
    %11 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %12 = "stablehlo.broadcast_in_dim"(%11) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %13 = "stablehlo.multiply"(%8, %12) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %14 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %15 = "stablehlo.broadcast_in_dim"(%14) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %16 = "stablehlo.add"(%13, %15) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %17 = "stablehlo.sine"(%10) : (tensor<37xf64>) -> tensor<37xf64>
    %18 = "stablehlo.divide"(%17, %10) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %19 = "func.call"(%5, %16, %18) <{callee = @_where_0}> : (tensor<37xi1>, tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    "func.return"(%19) : (tensor<37xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<37xi1>, tensor<f64>, tensor<37xf64>) -> tensor<37xf64>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<37xi1>, %arg4: tensor<f64>, %arg5: tensor<37xf64>):
    %1 = "stablehlo.broadcast_in_dim"(%arg4) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %2 = "stablehlo.select"(%arg3, %1, %arg5) : (tensor<37xi1>, tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    "func.return"(%2) : (tensor<37xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<37xi1>, tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>, res_attrs = [{}], sym_name = "_where_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<37xi1>, %arg1: tensor<37xf64>, %arg2: tensor<37xf64>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<37xi1>, tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    "func.return"(%0) : (tensor<37xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sinc.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xbf16>) -> tensor<37xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg7: tensor<37xbf16>):
    %20 = "func.call"(%arg7) <{callee = @sinc}> : (tensor<37xbf16>) -> tensor<37xbf16>
    "func.return"(%20) : (tensor<37xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xbf16>) -> tensor<37xbf16>, res_attrs = [{}], sym_name = "sinc", sym_visibility = "private"}> ({
  ^bb0(%arg6: tensor<37xbf16>):
    %3 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %4 = "stablehlo.broadcast_in_dim"(%3) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<37xbf16>
    %5 = "stablehlo.compare"(%arg6, %4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<37xbf16>, tensor<37xbf16>) -> tensor<37xi1>
    %6 = "stablehlo.constant"() <{value = dense<3.140630e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %7 = "stablehlo.broadcast_in_dim"(%6) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<37xbf16>
    %8 = "stablehlo.multiply"(%7, %arg6) : (tensor<37xbf16>, tensor<37xbf16>) -> tensor<37xbf16>
    %9 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %10 = "func.call"(%5, %9, %8) <{callee = @_where}> : (tensor<37xi1>, tensor<bf16>, tensor<37xbf16>) -> tensor<37xbf16>
    %11 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %12 = "stablehlo.broadcast_in_dim"(%11) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<37xbf16>
    %13 = "stablehlo.multiply"(%8, %12) : (tensor<37xbf16>, tensor<37xbf16>) -> tensor<37xbf16>
    %14 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %15 = "stablehlo.broadcast_in_dim"(%14) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<37xbf16>
    %16 = "stablehlo.add"(%13, %15) : (tensor<37xbf16>, tensor<37xbf16>) -> tensor<37xbf16>
    %17 = "stablehlo.sine"(%10) : (tensor<37xbf16>) -> tensor<37xbf16>
    %18 = "stablehlo.divide"(%17, %10) : (tensor<37xbf16>, tensor<37xbf16>) -> tensor<37xbf16>
    %19 = "func.call"(%5, %16, %18) <{callee = @_where_0}> : (tensor<37xi1>, tensor<37xbf16>, tensor<37xbf16>) -> tensor<37xbf16>
    "func.return"(%19) : (tensor<37xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<37xi1>, tensor<bf16>, tensor<37xbf16>) -> tensor<37xbf16>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<37xi1>, %arg4: tensor<bf16>, %arg5: tensor<37xbf16>):
    %1 = "stablehlo.broadcast_in_dim"(%arg4) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<37xbf16>
    %2 = "stablehlo.select"(%arg3, %1, %arg5) : (tensor<37xi1>, tensor<37xbf16>, tensor<37xbf16>) -> tensor<37xbf16>
    "func.return"(%2) : (tensor<37xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<37xi1>, tensor<37xbf16>, tensor<37xbf16>) -> tensor<37xbf16>, res_attrs = [{}], sym_name = "_where_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<37xi1>, %arg1: tensor<37xbf16>, %arg2: tensor<37xbf16>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<37xi1>, tensor<37xbf16>, tensor<37xbf16>) -> tensor<37xbf16>
    "func.return"(%0) : (tensor<37xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sinc.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf16>) -> tensor<37xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg7: tensor<37xf16>):
    %20 = "func.call"(%arg7) <{callee = @sinc}> : (tensor<37xf16>) -> tensor<37xf16>
    "func.return"(%20) : (tensor<37xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf16>) -> tensor<37xf16>, res_attrs = [{}], sym_name = "sinc", sym_visibility = "private"}> ({
  ^bb0(%arg6: tensor<37xf16>):
    %3 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %4 = "stablehlo.broadcast_in_dim"(%3) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<37xf16>
    %5 = "stablehlo.compare"(%arg6, %4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<37xf16>, tensor<37xf16>) -> tensor<37xi1>
    %6 = "stablehlo.constant"() <{value = dense<3.140630e+00> : tensor<f16>}> : () -> tensor<f16>
    %7 = "stablehlo.broadcast_in_dim"(%6) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<37xf16>
    %8 = "stablehlo.multiply"(%7, %arg6) : (tensor<37xf16>, tensor<37xf16>) -> tensor<37xf16>
    %9 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %10 = "func.call"(%5, %9, %8) <{callee = @_where}> : (tensor<37xi1>, tensor<f16>, tensor<37xf16>) -> tensor<37xf16>
    %11 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %12 = "stablehlo.broadcast_in_dim"(%11) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<37xf16>
    %13 = "stablehlo.multiply"(%8, %12) : (tensor<37xf16>, tensor<37xf16>) -> tensor<37xf16>
    %14 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %15 = "stablehlo.broadcast_in_dim"(%14) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<37xf16>
    %16 = "stablehlo.add"(%13, %15) : (tensor<37xf16>, tensor<37xf16>) -> tensor<37xf16>
    %17 = "stablehlo.sine"(%10) : (tensor<37xf16>) -> tensor<37xf16>
    %18 = "stablehlo.divide"(%17, %10) : (tensor<37xf16>, tensor<37xf16>) -> tensor<37xf16>
    %19 = "func.call"(%5, %16, %18) <{callee = @_where_0}> : (tensor<37xi1>, tensor<37xf16>, tensor<37xf16>) -> tensor<37xf16>
    "func.return"(%19) : (tensor<37xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<37xi1>, tensor<f16>, tensor<37xf16>) -> tensor<37xf16>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<37xi1>, %arg4: tensor<f16>, %arg5: tensor<37xf16>):
    %1 = "stablehlo.broadcast_in_dim"(%arg4) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<37xf16>
    %2 = "stablehlo.select"(%arg3, %1, %arg5) : (tensor<37xi1>, tensor<37xf16>, tensor<37xf16>) -> tensor<37xf16>
    "func.return"(%2) : (tensor<37xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<37xi1>, tensor<37xf16>, tensor<37xf16>) -> tensor<37xf16>, res_attrs = [{}], sym_name = "_where_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<37xi1>, %arg1: tensor<37xf16>, %arg2: tensor<37xf16>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<37xi1>, tensor<37xf16>, tensor<37xf16>) -> tensor<37xf16>
    "func.return"(%0) : (tensor<37xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.log_sigmoid.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg2: tensor<41xf32>):
    %17 = "func.call"(%arg2) <{callee = @log_sigmoid}> : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%17) : (tensor<41xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{}], sym_name = "log_sigmoid", sym_visibility = "private"}> ({
  ^bb0(%arg1: tensor<41xf32>):
    %14 = "stablehlo.negate"(%arg1) : (tensor<41xf32>) -> tensor<41xf32>
    %15 = "func.call"(%14) <{callee = @softplus}> : (tensor<41xf32>) -> tensor<41xf32>
    %16 = "stablehlo.negate"(%15) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%16) : (tensor<41xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{}], sym_name = "softplus", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %2 = "stablehlo.maximum"(%arg0, %1) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %3 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %4 = "stablehlo.subtract"(%arg0, %3) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %5 = "stablehlo.compare"(%4, %4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xi1>
    %6 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %7 = "stablehlo.add"(%arg0, %6) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %8 = "stablehlo.abs"(%4) : (tensor<41xf32>) -> tensor<41xf32>
    %9 = "stablehlo.negate"(%8) : (tensor<41xf32>) -> tensor<41xf32>
    %10 = "stablehlo.exponential"(%9) : (tensor<41xf32>) -> tensor<41xf32>
    %11 = "stablehlo.log_plus_one"(%10) : (tensor<41xf32>) -> tensor<41xf32>
    %12 = "stablehlo.add"(%2, %11) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %13 = "stablehlo.select"(%5, %7, %12) : (tensor<41xi1>, tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%13) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.log_sigmoid.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg2: tensor<41xf64>):
    %17 = "func.call"(%arg2) <{callee = @log_sigmoid}> : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%17) : (tensor<41xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{}], sym_name = "log_sigmoid", sym_visibility = "private"}> ({
  ^bb0(%arg1: tensor<41xf64>):
    %14 = "stablehlo.negate"(%arg1) : (tensor<41xf64>) -> tensor<41xf64>
    %15 = "func.call"(%14) <{callee = @softplus}> : (tensor<41xf64>) -> tensor<41xf64>
    %16 = "stablehlo.negate"(%15) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%16) : (tensor<41xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{}], sym_name = "softplus", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %2 = "stablehlo.maximum"(%arg0, %1) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %3 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %4 = "stablehlo.subtract"(%arg0, %3) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %5 = "stablehlo.compare"(%4, %4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xi1>
    %6 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %7 = "stablehlo.add"(%arg0, %6) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %8 = "stablehlo.abs"(%4) : (tensor<41xf64>) -> tensor<41xf64>
    %9 = "stablehlo.negate"(%8) : (tensor<41xf64>) -> tensor<41xf64>
    %10 = "stablehlo.exponential"(%9) : (tensor<41xf64>) -> tensor<41xf64>
    %11 = "stablehlo.log_plus_one"(%10) : (tensor<41xf64>) -> tensor<41xf64>
    %12 = "stablehlo.add"(%2, %11) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %13 = "stablehlo.select"(%5, %7, %12) : (tensor<41xi1>, tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%13) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.log_sigmoid.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg2: tensor<41xbf16>):
    %17 = "func.call"(%arg2) <{callee = @log_sigmoid}> : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%17) : (tensor<41xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{}], sym_name = "log_sigmoid", sym_visibility = "private"}> ({
  ^bb0(%arg1: tensor<41xbf16>):
    %14 = "stablehlo.negate"(%arg1) : (tensor<41xbf16>) -> tensor<41xbf16>
    %15 = "func.call"(%14) <{callee = @softplus}> : (tensor<41xbf16>) -> tensor<41xbf16>
    %16 = "stablehlo.negate"(%15) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%16) : (tensor<41xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{}], sym_name = "softplus", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %2 = "stablehlo.maximum"(%arg0, %1) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %3 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %4 = "stablehlo.subtract"(%arg0, %3) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %5 = "stablehlo.compare"(%4, %4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xi1>
    %6 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %7 = "stablehlo.add"(%arg0, %6) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %8 = "stablehlo.abs"(%4) : (tensor<41xbf16>) -> tensor<41xbf16>
    %9 = "stablehlo.negate"(%8) : (tensor<41xbf16>) -> tensor<41xbf16>
    %10 = "stablehlo.exponential"(%9) : (tensor<41xbf16>) -> tensor<41xbf16>
    %11 = "stablehlo.log_plus_one"(%10) : (tensor<41xbf16>) -> tensor<41xbf16>
    %12 = "stablehlo.add"(%2, %11) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %13 = "stablehlo.select"(%5, %7, %12) : (tensor<41xi1>, tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%13) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.log_sigmoid.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg2: tensor<41xf16>):
    %17 = "func.call"(%arg2) <{callee = @log_sigmoid}> : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%17) : (tensor<41xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{}], sym_name = "log_sigmoid", sym_visibility = "private"}> ({
  ^bb0(%arg1: tensor<41xf16>):
    %14 = "stablehlo.negate"(%arg1) : (tensor<41xf16>) -> tensor<41xf16>
    %15 = "func.call"(%14) <{callee = @softplus}> : (tensor<41xf16>) -> tensor<41xf16>
    %16 = "stablehlo.negate"(%15) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%16) : (tensor<41xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{}], sym_name = "softplus", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %2 = "stablehlo.maximum"(%arg0, %1) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %3 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %4 = "stablehlo.subtract"(%arg0, %3) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %5 = "stablehlo.compare"(%4, %4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xi1>
    %6 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %7 = "stablehlo.add"(%arg0, %6) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %8 = "stablehlo.abs"(%4) : (tensor<41xf16>) -> tensor<41xf16>
    %9 = "stablehlo.negate"(%8) : (tensor<41xf16>) -> tensor<41xf16>
    %10 = "stablehlo.exponential"(%9) : (tensor<41xf16>) -> tensor<41xf16>
    %11 = "stablehlo.log_plus_one"(%10) : (tensor<41xf16>) -> tensor<41xf16>
    %12 = "stablehlo.add"(%2, %11) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %13 = "stablehlo.select"(%5, %7, %12) : (tensor<41xi1>, tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%13) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.rint.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<41xf32>):
    %1 = "func.call"(%arg1) <{callee = @rint}> : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%1) : (tensor<41xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{}], sym_name = "rint", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.round_nearest_even"(%arg0) : (tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.rint.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<41xf64>):
    %1 = "func.call"(%arg1) <{callee = @rint}> : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%1) : (tensor<41xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{}], sym_name = "rint", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.round_nearest_even"(%arg0) : (tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.rint.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<41xbf16>):
    %1 = "func.call"(%arg1) <{callee = @rint}> : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%1) : (tensor<41xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{}], sym_name = "rint", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.round_nearest_even"(%arg0) : (tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.rint.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<41xf16>):
    %1 = "func.call"(%arg1) <{callee = @rint}> : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%1) : (tensor<41xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{}], sym_name = "rint", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.round_nearest_even"(%arg0) : (tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.deg2rad.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf32>):
    %0 = "stablehlo.constant"() <{value = dense<0.0174532924> : tensor<f32>}> : () -> tensor<f32>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %2 = "stablehlo.multiply"(%arg0, %1) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%2) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.deg2rad.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf64>):
    %0 = "stablehlo.constant"() <{value = dense<0.017453292519943295> : tensor<f64>}> : () -> tensor<f64>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %2 = "stablehlo.multiply"(%arg0, %1) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%2) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.deg2rad.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xbf16>):
    %0 = "stablehlo.constant"() <{value = dense<1.745610e-02> : tensor<bf16>}> : () -> tensor<bf16>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %2 = "stablehlo.multiply"(%arg0, %1) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%2) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.deg2rad.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<41xf16>):
    %0 = "stablehlo.constant"() <{value = dense<1.745610e-02> : tensor<f16>}> : () -> tensor<f16>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %2 = "stablehlo.multiply"(%arg0, %1) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%2) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.frexp.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf32>) -> (tensor<37xf32>, tensor<37xi32>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg11: tensor<37xf32>):
    %52:2 = "func.call"(%arg11) <{callee = @frexp}> : (tensor<37xf32>) -> (tensor<37xf32>, tensor<37xi32>)
    "func.return"(%52#0, %52#1) : (tensor<37xf32>, tensor<37xi32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf32>) -> (tensor<37xf32>, tensor<37xi32>), res_attrs = [{}, {}], sym_name = "frexp", sym_visibility = "private"}> ({
  ^bb0(%arg10: tensor<37xf32>):
    %9 = "stablehlo.abs"(%arg10) : (tensor<37xf32>) -> tensor<37xf32>
    %10 = "stablehlo.constant"() <{value = dense<1.17549435E-38> : tensor<f32>}> : () -> tensor<f32>
    %11 = "stablehlo.broadcast_in_dim"(%10) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %12 = "stablehlo.compare"(%9, %11) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xi1>
    %13 = "stablehlo.constant"() <{value = dense<0x4B000000> : tensor<f32>}> : () -> tensor<f32>
    %14 = "stablehlo.broadcast_in_dim"(%13) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %15 = "stablehlo.multiply"(%arg10, %14) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %16 = "func.call"(%12, %15, %arg10) <{callee = @_where}> : (tensor<37xi1>, tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %17 = "stablehlo.constant"() <{value = dense<-23> : tensor<i32>}> : () -> tensor<i32>
    %18 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %19 = "func.call"(%12, %17, %18) <{callee = @_where_0}> : (tensor<37xi1>, tensor<i32>, tensor<i32>) -> tensor<37xi32>
    %20 = "stablehlo.bitcast_convert"(%16) : (tensor<37xf32>) -> tensor<37xi32>
    %21 = "stablehlo.constant"() <{value = dense<23> : tensor<i32>}> : () -> tensor<i32>
    %22 = "stablehlo.broadcast_in_dim"(%21) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<37xi32>
    %23 = "stablehlo.shift_right_arithmetic"(%20, %22) : (tensor<37xi32>, tensor<37xi32>) -> tensor<37xi32>
    %24 = "stablehlo.constant"() <{value = dense<255> : tensor<i32>}> : () -> tensor<i32>
    %25 = "stablehlo.broadcast_in_dim"(%24) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<37xi32>
    %26 = "stablehlo.and"(%23, %25) : (tensor<37xi32>, tensor<37xi32>) -> tensor<37xi32>
    %27 = "stablehlo.constant"() <{value = dense<127> : tensor<i32>}> : () -> tensor<i32>
    %28 = "stablehlo.broadcast_in_dim"(%27) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<37xi32>
    %29 = "stablehlo.subtract"(%26, %28) : (tensor<37xi32>, tensor<37xi32>) -> tensor<37xi32>
    %30 = "stablehlo.constant"() <{value = dense<1> : tensor<i32>}> : () -> tensor<i32>
    %31 = "stablehlo.broadcast_in_dim"(%30) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<37xi32>
    %32 = "stablehlo.add"(%29, %31) : (tensor<37xi32>, tensor<37xi32>) -> tensor<37xi32>
    %33 = "stablehlo.add"(%19, %32) : (tensor<37xi32>, tensor<37xi32>) -> tensor<37xi32>
    %34 = "stablehlo.constant"() <{value = dense<-2139095041> : tensor<i32>}> : () -> tensor<i32>
    %35 = "stablehlo.broadcast_in_dim"(%34) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<37xi32>
    %36 = "stablehlo.and"(%20, %35) : (tensor<37xi32>, tensor<37xi32>) -> tensor<37xi32>
    %37 = "stablehlo.constant"() <{value = dense<1056964608> : tensor<i32>}> : () -> tensor<i32>
    %38 = "stablehlo.broadcast_in_dim"(%37) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<37xi32>
    %39 = "stablehlo.or"(%36, %38) : (tensor<37xi32>, tensor<37xi32>) -> tensor<37xi32>
    %40 = "stablehlo.bitcast_convert"(%39) : (tensor<37xi32>) -> tensor<37xf32>
    %41 = "func.call"(%arg10) <{callee = @isinf}> : (tensor<37xf32>) -> tensor<37xi1>
    %42 = "stablehlo.compare"(%arg10, %arg10) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xi1>
    %43 = "stablehlo.or"(%41, %42) : (tensor<37xi1>, tensor<37xi1>) -> tensor<37xi1>
    %44 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %45 = "stablehlo.broadcast_in_dim"(%44) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %46 = "stablehlo.compare"(%arg10, %45) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xi1>
    %47 = "stablehlo.or"(%43, %46) : (tensor<37xi1>, tensor<37xi1>) -> tensor<37xi1>
    %48 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %49 = "stablehlo.broadcast_in_dim"(%48) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<37xi32>
    %50 = "func.call"(%47, %49, %33) <{callee = @_where_1}> : (tensor<37xi1>, tensor<37xi32>, tensor<37xi32>) -> tensor<37xi32>
    %51 = "func.call"(%47, %arg10, %40) <{callee = @_where}> : (tensor<37xi1>, tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    "func.return"(%51, %50) : (tensor<37xf32>, tensor<37xi32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<37xi1>, tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg7: tensor<37xi1>, %arg8: tensor<37xf32>, %arg9: tensor<37xf32>):
    %8 = "stablehlo.select"(%arg7, %arg8, %arg9) : (tensor<37xi1>, tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    "func.return"(%8) : (tensor<37xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<37xi1>, tensor<i32>, tensor<i32>) -> tensor<37xi32>, res_attrs = [{}], sym_name = "_where_0", sym_visibility = "private"}> ({
  ^bb0(%arg4: tensor<37xi1>, %arg5: tensor<i32>, %arg6: tensor<i32>):
    %5 = "stablehlo.broadcast_in_dim"(%arg5) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<37xi32>
    %6 = "stablehlo.broadcast_in_dim"(%arg6) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<37xi32>
    %7 = "stablehlo.select"(%arg4, %5, %6) : (tensor<37xi1>, tensor<37xi32>, tensor<37xi32>) -> tensor<37xi32>
    "func.return"(%7) : (tensor<37xi32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf32>) -> tensor<37xi1>, res_attrs = [{}], sym_name = "isinf", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<37xf32>):
    %1 = "stablehlo.abs"(%arg3) : (tensor<37xf32>) -> tensor<37xf32>
    %2 = "stablehlo.constant"() <{value = dense<0x7F800000> : tensor<f32>}> : () -> tensor<f32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %4 = "stablehlo.compare"(%1, %3) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xi1>
    "func.return"(%4) : (tensor<37xi1>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<37xi1>, tensor<37xi32>, tensor<37xi32>) -> tensor<37xi32>, res_attrs = [{}], sym_name = "_where_1", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<37xi1>, %arg1: tensor<37xi32>, %arg2: tensor<37xi32>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<37xi1>, tensor<37xi32>, tensor<37xi32>) -> tensor<37xi32>
    "func.return"(%0) : (tensor<37xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.frexp.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf64>) -> (tensor<37xf64>, tensor<37xi32>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg11: tensor<37xf64>):
    %53:2 = "func.call"(%arg11) <{callee = @frexp}> : (tensor<37xf64>) -> (tensor<37xf64>, tensor<37xi32>)
    "func.return"(%53#0, %53#1) : (tensor<37xf64>, tensor<37xi32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf64>) -> (tensor<37xf64>, tensor<37xi32>), res_attrs = [{}, {}], sym_name = "frexp", sym_visibility = "private"}> ({
  ^bb0(%arg10: tensor<37xf64>):
    %9 = "stablehlo.abs"(%arg10) : (tensor<37xf64>) -> tensor<37xf64>
    %10 = "stablehlo.constant"() <{value = dense<2.2250738585072014E-308> : tensor<f64>}> : () -> tensor<f64>
    %11 = "stablehlo.broadcast_in_dim"(%10) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %12 = "stablehlo.compare"(%9, %11) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xi1>
    %13 = "stablehlo.constant"() <{value = dense<0x4330000000000000> : tensor<f64>}> : () -> tensor<f64>
    %14 = "stablehlo.broadcast_in_dim"(%13) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %15 = "stablehlo.multiply"(%arg10, %14) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %16 = "func.call"(%12, %15, %arg10) <{callee = @_where}> : (tensor<37xi1>, tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %17 = "stablehlo.constant"() <{value = dense<-52> : tensor<i64>}> : () -> tensor<i64>
    %18 = "stablehlo.constant"() <{value = dense<0> : tensor<i64>}> : () -> tensor<i64>
    %19 = "func.call"(%12, %17, %18) <{callee = @_where_0}> : (tensor<37xi1>, tensor<i64>, tensor<i64>) -> tensor<37xi64>
    %20 = "stablehlo.bitcast_convert"(%16) : (tensor<37xf64>) -> tensor<37xi64>
    %21 = "stablehlo.constant"() <{value = dense<52> : tensor<i64>}> : () -> tensor<i64>
    %22 = "stablehlo.broadcast_in_dim"(%21) <{broadcast_dimensions = array<i64>}> : (tensor<i64>) -> tensor<37xi64>
    %23 = "stablehlo.shift_right_arithmetic"(%20, %22) : (tensor<37xi64>, tensor<37xi64>) -> tensor<37xi64>
    %24 = "stablehlo.constant"() <{value = dense<2047> : tensor<i64>}> : () -> tensor<i64>
    %25 = "stablehlo.broadcast_in_dim"(%24) <{broadcast_dimensions = array<i64>}> : (tensor<i64>) -> tensor<37xi64>
    %26 = "stablehlo.and"(%23, %25) : (tensor<37xi64>, tensor<37xi64>) -> tensor<37xi64>
    %27 = "stablehlo.constant"() <{value = dense<1023> : tensor<i64>}> : () -> tensor<i64>
    %28 = "stablehlo.broadcast_in_dim"(%27) <{broadcast_dimensions = array<i64>}> : (tensor<i64>) -> tensor<37xi64>
    %29 = "stablehlo.subtract"(%26, %28) : (tensor<37xi64>, tensor<37xi64>) -> tensor<37xi64>
    %30 = "stablehlo.constant"() <{value = dense<1> : tensor<i64>}> : () -> tensor<i64>
    %31 = "stablehlo.broadcast_in_dim"(%30) <{broadcast_dimensions = array<i64>}> : (tensor<i64>) -> tensor<37xi64>
    %32 = "stablehlo.add"(%29, %31) : (tensor<37xi64>, tensor<37xi64>) -> tensor<37xi64>
    %33 = "stablehlo.add"(%19, %32) : (tensor<37xi64>, tensor<37xi64>) -> tensor<37xi64>
    %34 = "stablehlo.constant"() <{value = dense<-9218868437227405313> : tensor<i64>}> : () -> tensor<i64>
    %35 = "stablehlo.broadcast_in_dim"(%34) <{broadcast_dimensions = array<i64>}> : (tensor<i64>) -> tensor<37xi64>
    %36 = "stablehlo.and"(%20, %35) : (tensor<37xi64>, tensor<37xi64>) -> tensor<37xi64>
    %37 = "stablehlo.constant"() <{value = dense<4602678819172646912> : tensor<i64>}> : () -> tensor<i64>
    %38 = "stablehlo.broadcast_in_dim"(%37) <{broadcast_dimensions = array<i64>}> : (tensor<i64>) -> tensor<37xi64>
    %39 = "stablehlo.or"(%36, %38) : (tensor<37xi64>, tensor<37xi64>) -> tensor<37xi64>
    %40 = "stablehlo.bitcast_convert"(%39) : (tensor<37xi64>) -> tensor<37xf64>
    %41 = "func.call"(%arg10) <{callee = @isinf}> : (tensor<37xf64>) -> tensor<37xi1>
    %42 = "stablehlo.compare"(%arg10, %arg10) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xi1>
    %43 = "stablehlo.or"(%41, %42) : (tensor<37xi1>, tensor<37xi1>) -> tensor<37xi1>
    %44 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %45 = "stablehlo.broadcast_in_dim"(%44) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %46 = "stablehlo.compare"(%arg10, %45) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xi1>
    %47 = "stablehlo.or"(%43, %46) : (tensor<37xi1>, tensor<37xi1>) -> tensor<37xi1>
    %48 = "stablehlo.constant"() <{value = dense<0> : tensor<i64>}> : () -> tensor<i64>
    %49 = "stablehlo.broadcast_in_dim"(%48) <{broadcast_dimensions = array<i64>}> : (tensor<i64>) -> tensor<37xi64>
    %50 = "func.call"(%47, %49, %33) <{callee = @_where_1}> : (tensor<37xi1>, tensor<37xi64>, tensor<37xi64>) -> tensor<37xi64>
    %51 = "func.call"(%47, %arg10, %40) <{callee = @_where}> : (tensor<37xi1>, tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %52 = "stablehlo.convert"(%50) : (tensor<37xi64>) -> tensor<37xi32>
    "func.return"(%51, %52) : (tensor<37xf64>, tensor<37xi32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<37xi1>, tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg7: tensor<37xi1>, %arg8: tensor<37xf64>, %arg9: tensor<37xf64>):
    %8 = "stablehlo.select"(%arg7, %arg8, %arg9) : (tensor<37xi1>, tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    "func.return"(%8) : (tensor<37xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<37xi1>, tensor<i64>, tensor<i64>) -> tensor<37xi64>, res_attrs = [{}], sym_name = "_where_0", sym_visibility = "private"}> ({
  ^bb0(%arg4: tensor<37xi1>, %arg5: tensor<i64>, %arg6: tensor<i64>):
    %5 = "stablehlo.broadcast_in_dim"(%arg5) <{broadcast_dimensions = array<i64>}> : (tensor<i64>) -> tensor<37xi64>
    %6 = "stablehlo.broadcast_in_dim"(%arg6) <{broadcast_dimensions = array<i64>}> : (tensor<i64>) -> tensor<37xi64>
    %7 = "stablehlo.select"(%arg4, %5, %6) : (tensor<37xi1>, tensor<37xi64>, tensor<37xi64>) -> tensor<37xi64>
    "func.return"(%7) : (tensor<37xi64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf64>) -> tensor<37xi1>, res_attrs = [{}], sym_name = "isinf", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<37xf64>):
    %1 = "stablehlo.abs"(%arg3) : (tensor<37xf64>) -> tensor<37xf64>
    %2 = "stablehlo.constant"() <{value = dense<0x7FF0000000000000> : tensor<f64>}> : () -> tensor<f64>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %4 = "stablehlo.compare"(%1, %3) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xi1>
    "func.return"(%4) : (tensor<37xi1>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<37xi1>, tensor<37xi64>, tensor<37xi64>) -> tensor<37xi64>, res_attrs = [{}], sym_name = "_where_1", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<37xi1>, %arg1: tensor<37xi64>, %arg2: tensor<37xi64>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<37xi1>, tensor<37xi64>, tensor<37xi64>) -> tensor<37xi64>
    "func.return"(%0) : (tensor<37xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.modf.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> (tensor<41xf32>, tensor<41xf32>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg4: tensor<41xf32>):
    %8:2 = "func.call"(%arg4) <{callee = @modf}> : (tensor<41xf32>) -> (tensor<41xf32>, tensor<41xf32>)
    "func.return"(%8#0, %8#1) : (tensor<41xf32>, tensor<41xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf32>) -> (tensor<41xf32>, tensor<41xf32>), res_attrs = [{}, {}], sym_name = "modf", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<41xf32>):
    %1 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<41xf32>
    %3 = "stablehlo.compare"(%arg3, %2) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GE>}> : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xi1>
    %4 = "stablehlo.floor"(%arg3) : (tensor<41xf32>) -> tensor<41xf32>
    %5 = "stablehlo.ceil"(%arg3) : (tensor<41xf32>) -> tensor<41xf32>
    %6 = "func.call"(%3, %4, %5) <{callee = @_where}> : (tensor<41xi1>, tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    %7 = "stablehlo.subtract"(%arg3, %6) : (tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%7, %6) : (tensor<41xf32>, tensor<41xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<41xi1>, tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xi1>, %arg1: tensor<41xf32>, %arg2: tensor<41xf32>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<41xi1>, tensor<41xf32>, tensor<41xf32>) -> tensor<41xf32>
    "func.return"(%0) : (tensor<41xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.modf.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> (tensor<41xf64>, tensor<41xf64>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg4: tensor<41xf64>):
    %8:2 = "func.call"(%arg4) <{callee = @modf}> : (tensor<41xf64>) -> (tensor<41xf64>, tensor<41xf64>)
    "func.return"(%8#0, %8#1) : (tensor<41xf64>, tensor<41xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf64>) -> (tensor<41xf64>, tensor<41xf64>), res_attrs = [{}, {}], sym_name = "modf", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<41xf64>):
    %1 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<41xf64>
    %3 = "stablehlo.compare"(%arg3, %2) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GE>}> : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xi1>
    %4 = "stablehlo.floor"(%arg3) : (tensor<41xf64>) -> tensor<41xf64>
    %5 = "stablehlo.ceil"(%arg3) : (tensor<41xf64>) -> tensor<41xf64>
    %6 = "func.call"(%3, %4, %5) <{callee = @_where}> : (tensor<41xi1>, tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    %7 = "stablehlo.subtract"(%arg3, %6) : (tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%7, %6) : (tensor<41xf64>, tensor<41xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<41xi1>, tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xi1>, %arg1: tensor<41xf64>, %arg2: tensor<41xf64>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<41xi1>, tensor<41xf64>, tensor<41xf64>) -> tensor<41xf64>
    "func.return"(%0) : (tensor<41xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.modf.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> (tensor<41xbf16>, tensor<41xbf16>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg4: tensor<41xbf16>):
    %8:2 = "func.call"(%arg4) <{callee = @modf}> : (tensor<41xbf16>) -> (tensor<41xbf16>, tensor<41xbf16>)
    "func.return"(%8#0, %8#1) : (tensor<41xbf16>, tensor<41xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xbf16>) -> (tensor<41xbf16>, tensor<41xbf16>), res_attrs = [{}, {}], sym_name = "modf", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<41xbf16>):
    %1 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<41xbf16>
    %3 = "stablehlo.compare"(%arg3, %2) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GE>}> : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xi1>
    %4 = "stablehlo.floor"(%arg3) : (tensor<41xbf16>) -> tensor<41xbf16>
    %5 = "stablehlo.ceil"(%arg3) : (tensor<41xbf16>) -> tensor<41xbf16>
    %6 = "func.call"(%3, %4, %5) <{callee = @_where}> : (tensor<41xi1>, tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    %7 = "stablehlo.subtract"(%arg3, %6) : (tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%7, %6) : (tensor<41xbf16>, tensor<41xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<41xi1>, tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xi1>, %arg1: tensor<41xbf16>, %arg2: tensor<41xbf16>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<41xi1>, tensor<41xbf16>, tensor<41xbf16>) -> tensor<41xbf16>
    "func.return"(%0) : (tensor<41xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.modf.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> (tensor<41xf16>, tensor<41xf16>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg4: tensor<41xf16>):
    %8:2 = "func.call"(%arg4) <{callee = @modf}> : (tensor<41xf16>) -> (tensor<41xf16>, tensor<41xf16>)
    "func.return"(%8#0, %8#1) : (tensor<41xf16>, tensor<41xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<41xf16>) -> (tensor<41xf16>, tensor<41xf16>), res_attrs = [{}, {}], sym_name = "modf", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<41xf16>):
    %1 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<41xf16>
    %3 = "stablehlo.compare"(%arg3, %2) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GE>}> : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xi1>
    %4 = "stablehlo.floor"(%arg3) : (tensor<41xf16>) -> tensor<41xf16>
    %5 = "stablehlo.ceil"(%arg3) : (tensor<41xf16>) -> tensor<41xf16>
    %6 = "func.call"(%3, %4, %5) <{callee = @_where}> : (tensor<41xi1>, tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    %7 = "stablehlo.subtract"(%arg3, %6) : (tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%7, %6) : (tensor<41xf16>, tensor<41xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<41xi1>, tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<41xi1>, %arg1: tensor<41xf16>, %arg2: tensor<41xf16>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<41xi1>, tensor<41xf16>, tensor<41xf16>) -> tensor<41xf16>
    "func.return"(%0) : (tensor<41xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.i0.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf32>) -> tensor<37xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<37xf32>):
    %165 = "func.call"(%arg1) <{callee = @i0}> : (tensor<37xf32>) -> tensor<37xf32>
    "func.return"(%165) : (tensor<37xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf32>) -> tensor<37xf32>, res_attrs = [{}], sym_name = "i0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<37xf32>):
    %0 = "stablehlo.abs"(%arg0) : (tensor<37xf32>) -> tensor<37xf32>
    %1 = "stablehlo.exponential"(%0) : (tensor<37xf32>) -> tensor<37xf32>
    %2 = "stablehlo.abs"(%0) : (tensor<37xf32>) -> tensor<37xf32>
    %3 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f32>}> : () -> tensor<f32>
    %4 = "stablehlo.broadcast_in_dim"(%3) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %5 = "stablehlo.constant"() <{value = dense<2.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %7 = "stablehlo.constant"() <{value = dense<3.200000e+01> : tensor<f32>}> : () -> tensor<f32>
    %8 = "stablehlo.broadcast_in_dim"(%7) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %9 = "stablehlo.multiply"(%4, %2) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %10 = "stablehlo.subtract"(%9, %6) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %11 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %12 = "stablehlo.broadcast_in_dim"(%11) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %13 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %14 = "stablehlo.broadcast_in_dim"(%13) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %15 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %16 = "stablehlo.broadcast_in_dim"(%15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %17 = "stablehlo.multiply"(%10, %12) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %18 = "stablehlo.subtract"(%17, %14) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %19 = "stablehlo.constant"() <{value = dense<-1.30002498E-8> : tensor<f32>}> : () -> tensor<f32>
    %20 = "stablehlo.broadcast_in_dim"(%19) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %21 = "stablehlo.add"(%18, %20) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %22 = "stablehlo.multiply"(%10, %21) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %23 = "stablehlo.subtract"(%22, %12) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %24 = "stablehlo.constant"() <{value = dense<6.04699508E-8> : tensor<f32>}> : () -> tensor<f32>
    %25 = "stablehlo.broadcast_in_dim"(%24) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %26 = "stablehlo.add"(%23, %25) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %27 = "stablehlo.multiply"(%10, %26) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %28 = "stablehlo.subtract"(%27, %21) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %29 = "stablehlo.constant"() <{value = dense<-2.67079372E-7> : tensor<f32>}> : () -> tensor<f32>
    %30 = "stablehlo.broadcast_in_dim"(%29) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %31 = "stablehlo.add"(%28, %30) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %32 = "stablehlo.multiply"(%10, %31) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %33 = "stablehlo.subtract"(%32, %26) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %34 = "stablehlo.constant"() <{value = dense<1.11738757E-6> : tensor<f32>}> : () -> tensor<f32>
    %35 = "stablehlo.broadcast_in_dim"(%34) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %36 = "stablehlo.add"(%33, %35) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %37 = "stablehlo.multiply"(%10, %36) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %38 = "stablehlo.subtract"(%37, %31) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %39 = "stablehlo.constant"() <{value = dense<-4.41673819E-6> : tensor<f32>}> : () -> tensor<f32>
    %40 = "stablehlo.broadcast_in_dim"(%39) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %41 = "stablehlo.add"(%38, %40) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %42 = "stablehlo.multiply"(%10, %41) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %43 = "stablehlo.subtract"(%42, %36) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %44 = "stablehlo.constant"() <{value = dense<1.64484482E-5> : tensor<f32>}> : () -> tensor<f32>
    %45 = "stablehlo.broadcast_in_dim"(%44) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %46 = "stablehlo.add"(%43, %45) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %47 = "stablehlo.multiply"(%10, %46) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %48 = "stablehlo.subtract"(%47, %41) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %49 = "stablehlo.constant"() <{value = dense<-5.75419508E-5> : tensor<f32>}> : () -> tensor<f32>
    %50 = "stablehlo.broadcast_in_dim"(%49) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %51 = "stablehlo.add"(%48, %50) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %52 = "stablehlo.multiply"(%10, %51) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %53 = "stablehlo.subtract"(%52, %46) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %54 = "stablehlo.constant"() <{value = dense<1.88502891E-4> : tensor<f32>}> : () -> tensor<f32>
    %55 = "stablehlo.broadcast_in_dim"(%54) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %56 = "stablehlo.add"(%53, %55) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %57 = "stablehlo.multiply"(%10, %56) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %58 = "stablehlo.subtract"(%57, %51) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %59 = "stablehlo.constant"() <{value = dense<-5.76375576E-4> : tensor<f32>}> : () -> tensor<f32>
    %60 = "stablehlo.broadcast_in_dim"(%59) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %61 = "stablehlo.add"(%58, %60) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %62 = "stablehlo.multiply"(%10, %61) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %63 = "stablehlo.subtract"(%62, %56) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %64 = "stablehlo.constant"() <{value = dense<0.00163947558> : tensor<f32>}> : () -> tensor<f32>
    %65 = "stablehlo.broadcast_in_dim"(%64) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %66 = "stablehlo.add"(%63, %65) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %67 = "stablehlo.multiply"(%10, %66) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %68 = "stablehlo.subtract"(%67, %61) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %69 = "stablehlo.constant"() <{value = dense<-4.324310e-03> : tensor<f32>}> : () -> tensor<f32>
    %70 = "stablehlo.broadcast_in_dim"(%69) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %71 = "stablehlo.add"(%68, %70) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %72 = "stablehlo.multiply"(%10, %71) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %73 = "stablehlo.subtract"(%72, %66) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %74 = "stablehlo.constant"() <{value = dense<0.0105464607> : tensor<f32>}> : () -> tensor<f32>
    %75 = "stablehlo.broadcast_in_dim"(%74) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %76 = "stablehlo.add"(%73, %75) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %77 = "stablehlo.multiply"(%10, %76) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %78 = "stablehlo.subtract"(%77, %71) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %79 = "stablehlo.constant"() <{value = dense<-0.0237374157> : tensor<f32>}> : () -> tensor<f32>
    %80 = "stablehlo.broadcast_in_dim"(%79) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %81 = "stablehlo.add"(%78, %80) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %82 = "stablehlo.multiply"(%10, %81) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %83 = "stablehlo.subtract"(%82, %76) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %84 = "stablehlo.constant"() <{value = dense<0.0493052825> : tensor<f32>}> : () -> tensor<f32>
    %85 = "stablehlo.broadcast_in_dim"(%84) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %86 = "stablehlo.add"(%83, %85) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %87 = "stablehlo.multiply"(%10, %86) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %88 = "stablehlo.subtract"(%87, %81) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %89 = "stablehlo.constant"() <{value = dense<-9.490110e-02> : tensor<f32>}> : () -> tensor<f32>
    %90 = "stablehlo.broadcast_in_dim"(%89) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %91 = "stablehlo.add"(%88, %90) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %92 = "stablehlo.multiply"(%10, %91) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %93 = "stablehlo.subtract"(%92, %86) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %94 = "stablehlo.constant"() <{value = dense<0.171620905> : tensor<f32>}> : () -> tensor<f32>
    %95 = "stablehlo.broadcast_in_dim"(%94) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %96 = "stablehlo.add"(%93, %95) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %97 = "stablehlo.multiply"(%10, %96) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %98 = "stablehlo.subtract"(%97, %91) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %99 = "stablehlo.constant"() <{value = dense<-0.304682672> : tensor<f32>}> : () -> tensor<f32>
    %100 = "stablehlo.broadcast_in_dim"(%99) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %101 = "stablehlo.add"(%98, %100) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %102 = "stablehlo.multiply"(%10, %101) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %103 = "stablehlo.subtract"(%102, %96) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %104 = "stablehlo.constant"() <{value = dense<0.676795303> : tensor<f32>}> : () -> tensor<f32>
    %105 = "stablehlo.broadcast_in_dim"(%104) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %106 = "stablehlo.add"(%103, %105) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %107 = "stablehlo.subtract"(%106, %96) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %108 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f32>}> : () -> tensor<f32>
    %109 = "stablehlo.broadcast_in_dim"(%108) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %110 = "stablehlo.multiply"(%109, %107) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %111 = "stablehlo.divide"(%8, %2) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %112 = "stablehlo.subtract"(%111, %6) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %113 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %114 = "stablehlo.broadcast_in_dim"(%113) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %115 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %116 = "stablehlo.broadcast_in_dim"(%115) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %117 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %118 = "stablehlo.broadcast_in_dim"(%117) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %119 = "stablehlo.multiply"(%112, %114) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %120 = "stablehlo.subtract"(%119, %116) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %121 = "stablehlo.constant"() <{value = dense<3.39623196E-9> : tensor<f32>}> : () -> tensor<f32>
    %122 = "stablehlo.broadcast_in_dim"(%121) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %123 = "stablehlo.add"(%120, %122) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %124 = "stablehlo.multiply"(%112, %123) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %125 = "stablehlo.subtract"(%124, %114) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %126 = "stablehlo.constant"() <{value = dense<2.26666899E-8> : tensor<f32>}> : () -> tensor<f32>
    %127 = "stablehlo.broadcast_in_dim"(%126) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %128 = "stablehlo.add"(%125, %127) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %129 = "stablehlo.multiply"(%112, %128) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %130 = "stablehlo.subtract"(%129, %123) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %131 = "stablehlo.constant"() <{value = dense<2.04891862E-7> : tensor<f32>}> : () -> tensor<f32>
    %132 = "stablehlo.broadcast_in_dim"(%131) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %133 = "stablehlo.add"(%130, %132) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %134 = "stablehlo.multiply"(%112, %133) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %135 = "stablehlo.subtract"(%134, %128) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %136 = "stablehlo.constant"() <{value = dense<2.89137051E-6> : tensor<f32>}> : () -> tensor<f32>
    %137 = "stablehlo.broadcast_in_dim"(%136) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %138 = "stablehlo.add"(%135, %137) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %139 = "stablehlo.multiply"(%112, %138) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %140 = "stablehlo.subtract"(%139, %133) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %141 = "stablehlo.constant"() <{value = dense<6.88975852E-5> : tensor<f32>}> : () -> tensor<f32>
    %142 = "stablehlo.broadcast_in_dim"(%141) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %143 = "stablehlo.add"(%140, %142) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %144 = "stablehlo.multiply"(%112, %143) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %145 = "stablehlo.subtract"(%144, %138) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %146 = "stablehlo.constant"() <{value = dense<0.00336911646> : tensor<f32>}> : () -> tensor<f32>
    %147 = "stablehlo.broadcast_in_dim"(%146) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %148 = "stablehlo.add"(%145, %147) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %149 = "stablehlo.multiply"(%112, %148) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %150 = "stablehlo.subtract"(%149, %143) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %151 = "stablehlo.constant"() <{value = dense<0.804490387> : tensor<f32>}> : () -> tensor<f32>
    %152 = "stablehlo.broadcast_in_dim"(%151) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %153 = "stablehlo.add"(%150, %152) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %154 = "stablehlo.subtract"(%153, %143) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %155 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f32>}> : () -> tensor<f32>
    %156 = "stablehlo.broadcast_in_dim"(%155) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %157 = "stablehlo.multiply"(%156, %154) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %158 = "stablehlo.sqrt"(%2) : (tensor<37xf32>) -> tensor<37xf32>
    %159 = "stablehlo.divide"(%157, %158) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %160 = "stablehlo.constant"() <{value = dense<8.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %161 = "stablehlo.broadcast_in_dim"(%160) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<37xf32>
    %162 = "stablehlo.compare"(%2, %161) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LE>}> : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xi1>
    %163 = "stablehlo.select"(%162, %110, %159) : (tensor<37xi1>, tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    %164 = "stablehlo.multiply"(%1, %163) : (tensor<37xf32>, tensor<37xf32>) -> tensor<37xf32>
    "func.return"(%164) : (tensor<37xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.i0.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf64>) -> tensor<37xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg1: tensor<37xf64>):
    %315 = "func.call"(%arg1) <{callee = @i0}> : (tensor<37xf64>) -> tensor<37xf64>
    "func.return"(%315) : (tensor<37xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf64>) -> tensor<37xf64>, res_attrs = [{}], sym_name = "i0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<37xf64>):
    %0 = "stablehlo.abs"(%arg0) : (tensor<37xf64>) -> tensor<37xf64>
    %1 = "stablehlo.exponential"(%0) : (tensor<37xf64>) -> tensor<37xf64>
    %2 = "stablehlo.abs"(%0) : (tensor<37xf64>) -> tensor<37xf64>
    %3 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f64>}> : () -> tensor<f64>
    %4 = "stablehlo.broadcast_in_dim"(%3) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %5 = "stablehlo.constant"() <{value = dense<2.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %7 = "stablehlo.constant"() <{value = dense<3.200000e+01> : tensor<f64>}> : () -> tensor<f64>
    %8 = "stablehlo.broadcast_in_dim"(%7) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %9 = "stablehlo.multiply"(%4, %2) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %10 = "stablehlo.subtract"(%9, %6) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %11 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %12 = "stablehlo.broadcast_in_dim"(%11) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %13 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %14 = "stablehlo.broadcast_in_dim"(%13) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %15 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %16 = "stablehlo.broadcast_in_dim"(%15) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %17 = "stablehlo.multiply"(%10, %12) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %18 = "stablehlo.subtract"(%17, %14) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %19 = "stablehlo.constant"() <{value = dense<-4.4153416464793395E-18> : tensor<f64>}> : () -> tensor<f64>
    %20 = "stablehlo.broadcast_in_dim"(%19) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %21 = "stablehlo.add"(%18, %20) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %22 = "stablehlo.multiply"(%10, %21) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %23 = "stablehlo.subtract"(%22, %12) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %24 = "stablehlo.constant"() <{value = dense<3.3307945188222384E-17> : tensor<f64>}> : () -> tensor<f64>
    %25 = "stablehlo.broadcast_in_dim"(%24) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %26 = "stablehlo.add"(%23, %25) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %27 = "stablehlo.multiply"(%10, %26) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %28 = "stablehlo.subtract"(%27, %21) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %29 = "stablehlo.constant"() <{value = dense<-2.4312798465479549E-16> : tensor<f64>}> : () -> tensor<f64>
    %30 = "stablehlo.broadcast_in_dim"(%29) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %31 = "stablehlo.add"(%28, %30) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %32 = "stablehlo.multiply"(%10, %31) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %33 = "stablehlo.subtract"(%32, %26) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %34 = "stablehlo.constant"() <{value = dense<1.7153912855551331E-15> : tensor<f64>}> : () -> tensor<f64>
    %35 = "stablehlo.broadcast_in_dim"(%34) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %36 = "stablehlo.add"(%33, %35) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %37 = "stablehlo.multiply"(%10, %36) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %38 = "stablehlo.subtract"(%37, %31) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %39 = "stablehlo.constant"() <{value = dense<-1.1685332877993451E-14> : tensor<f64>}> : () -> tensor<f64>
    %40 = "stablehlo.broadcast_in_dim"(%39) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %41 = "stablehlo.add"(%38, %40) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %42 = "stablehlo.multiply"(%10, %41) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %43 = "stablehlo.subtract"(%42, %36) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %44 = "stablehlo.constant"() <{value = dense<7.6761854986049361E-14> : tensor<f64>}> : () -> tensor<f64>
    %45 = "stablehlo.broadcast_in_dim"(%44) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %46 = "stablehlo.add"(%43, %45) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %47 = "stablehlo.multiply"(%10, %46) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %48 = "stablehlo.subtract"(%47, %41) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %49 = "stablehlo.constant"() <{value = dense<-4.856446783111929E-13> : tensor<f64>}> : () -> tensor<f64>
    %50 = "stablehlo.broadcast_in_dim"(%49) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %51 = "stablehlo.add"(%48, %50) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %52 = "stablehlo.multiply"(%10, %51) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %53 = "stablehlo.subtract"(%52, %46) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %54 = "stablehlo.constant"() <{value = dense<2.9550526631296399E-12> : tensor<f64>}> : () -> tensor<f64>
    %55 = "stablehlo.broadcast_in_dim"(%54) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %56 = "stablehlo.add"(%53, %55) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %57 = "stablehlo.multiply"(%10, %56) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %58 = "stablehlo.subtract"(%57, %51) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %59 = "stablehlo.constant"() <{value = dense<-1.7268262914415559E-11> : tensor<f64>}> : () -> tensor<f64>
    %60 = "stablehlo.broadcast_in_dim"(%59) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %61 = "stablehlo.add"(%58, %60) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %62 = "stablehlo.multiply"(%10, %61) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %63 = "stablehlo.subtract"(%62, %56) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %64 = "stablehlo.constant"() <{value = dense<9.6758090353732369E-11> : tensor<f64>}> : () -> tensor<f64>
    %65 = "stablehlo.broadcast_in_dim"(%64) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %66 = "stablehlo.add"(%63, %65) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %67 = "stablehlo.multiply"(%10, %66) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %68 = "stablehlo.subtract"(%67, %61) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %69 = "stablehlo.constant"() <{value = dense<-5.1897956016352627E-10> : tensor<f64>}> : () -> tensor<f64>
    %70 = "stablehlo.broadcast_in_dim"(%69) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %71 = "stablehlo.add"(%68, %70) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %72 = "stablehlo.multiply"(%10, %71) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %73 = "stablehlo.subtract"(%72, %66) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %74 = "stablehlo.constant"() <{value = dense<2.6598237246823866E-9> : tensor<f64>}> : () -> tensor<f64>
    %75 = "stablehlo.broadcast_in_dim"(%74) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %76 = "stablehlo.add"(%73, %75) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %77 = "stablehlo.multiply"(%10, %76) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %78 = "stablehlo.subtract"(%77, %71) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %79 = "stablehlo.constant"() <{value = dense<-1.300025009986248E-8> : tensor<f64>}> : () -> tensor<f64>
    %80 = "stablehlo.broadcast_in_dim"(%79) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %81 = "stablehlo.add"(%78, %80) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %82 = "stablehlo.multiply"(%10, %81) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %83 = "stablehlo.subtract"(%82, %76) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %84 = "stablehlo.constant"() <{value = dense<6.0469950225419186E-8> : tensor<f64>}> : () -> tensor<f64>
    %85 = "stablehlo.broadcast_in_dim"(%84) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %86 = "stablehlo.add"(%83, %85) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %87 = "stablehlo.multiply"(%10, %86) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %88 = "stablehlo.subtract"(%87, %81) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %89 = "stablehlo.constant"() <{value = dense<-2.6707938539406119E-7> : tensor<f64>}> : () -> tensor<f64>
    %90 = "stablehlo.broadcast_in_dim"(%89) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %91 = "stablehlo.add"(%88, %90) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %92 = "stablehlo.multiply"(%10, %91) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %93 = "stablehlo.subtract"(%92, %86) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %94 = "stablehlo.constant"() <{value = dense<1.1173875391201037E-6> : tensor<f64>}> : () -> tensor<f64>
    %95 = "stablehlo.broadcast_in_dim"(%94) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %96 = "stablehlo.add"(%93, %95) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %97 = "stablehlo.multiply"(%10, %96) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %98 = "stablehlo.subtract"(%97, %91) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %99 = "stablehlo.constant"() <{value = dense<-4.4167383584587505E-6> : tensor<f64>}> : () -> tensor<f64>
    %100 = "stablehlo.broadcast_in_dim"(%99) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %101 = "stablehlo.add"(%98, %100) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %102 = "stablehlo.multiply"(%10, %101) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %103 = "stablehlo.subtract"(%102, %96) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %104 = "stablehlo.constant"() <{value = dense<1.6448448070728896E-5> : tensor<f64>}> : () -> tensor<f64>
    %105 = "stablehlo.broadcast_in_dim"(%104) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %106 = "stablehlo.add"(%103, %105) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %107 = "stablehlo.multiply"(%10, %106) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %108 = "stablehlo.subtract"(%107, %101) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %109 = "stablehlo.constant"() <{value = dense<-5.754195010082104E-5> : tensor<f64>}> : () -> tensor<f64>
    %110 = "stablehlo.broadcast_in_dim"(%109) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %111 = "stablehlo.add"(%108, %110) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %112 = "stablehlo.multiply"(%10, %111) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %113 = "stablehlo.subtract"(%112, %106) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %114 = "stablehlo.constant"() <{value = dense<1.8850288509584165E-4> : tensor<f64>}> : () -> tensor<f64>
    %115 = "stablehlo.broadcast_in_dim"(%114) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %116 = "stablehlo.add"(%113, %115) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %117 = "stablehlo.multiply"(%10, %116) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %118 = "stablehlo.subtract"(%117, %111) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %119 = "stablehlo.constant"() <{value = dense<-5.7637557453858236E-4> : tensor<f64>}> : () -> tensor<f64>
    %120 = "stablehlo.broadcast_in_dim"(%119) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %121 = "stablehlo.add"(%118, %120) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %122 = "stablehlo.multiply"(%10, %121) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %123 = "stablehlo.subtract"(%122, %116) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %124 = "stablehlo.constant"() <{value = dense<0.0016394756169413357> : tensor<f64>}> : () -> tensor<f64>
    %125 = "stablehlo.broadcast_in_dim"(%124) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %126 = "stablehlo.add"(%123, %125) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %127 = "stablehlo.multiply"(%10, %126) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %128 = "stablehlo.subtract"(%127, %121) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %129 = "stablehlo.constant"() <{value = dense<-0.0043243099950505759> : tensor<f64>}> : () -> tensor<f64>
    %130 = "stablehlo.broadcast_in_dim"(%129) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %131 = "stablehlo.add"(%128, %130) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %132 = "stablehlo.multiply"(%10, %131) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %133 = "stablehlo.subtract"(%132, %126) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %134 = "stablehlo.constant"() <{value = dense<0.010546460394594998> : tensor<f64>}> : () -> tensor<f64>
    %135 = "stablehlo.broadcast_in_dim"(%134) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %136 = "stablehlo.add"(%133, %135) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %137 = "stablehlo.multiply"(%10, %136) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %138 = "stablehlo.subtract"(%137, %131) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %139 = "stablehlo.constant"() <{value = dense<-0.023737414805899471> : tensor<f64>}> : () -> tensor<f64>
    %140 = "stablehlo.broadcast_in_dim"(%139) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %141 = "stablehlo.add"(%138, %140) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %142 = "stablehlo.multiply"(%10, %141) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %143 = "stablehlo.subtract"(%142, %136) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %144 = "stablehlo.constant"() <{value = dense<0.049305284239670712> : tensor<f64>}> : () -> tensor<f64>
    %145 = "stablehlo.broadcast_in_dim"(%144) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %146 = "stablehlo.add"(%143, %145) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %147 = "stablehlo.multiply"(%10, %146) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %148 = "stablehlo.subtract"(%147, %141) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %149 = "stablehlo.constant"() <{value = dense<-0.094901097048047639> : tensor<f64>}> : () -> tensor<f64>
    %150 = "stablehlo.broadcast_in_dim"(%149) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %151 = "stablehlo.add"(%148, %150) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %152 = "stablehlo.multiply"(%10, %151) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %153 = "stablehlo.subtract"(%152, %146) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %154 = "stablehlo.constant"() <{value = dense<0.17162090152220877> : tensor<f64>}> : () -> tensor<f64>
    %155 = "stablehlo.broadcast_in_dim"(%154) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %156 = "stablehlo.add"(%153, %155) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %157 = "stablehlo.multiply"(%10, %156) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %158 = "stablehlo.subtract"(%157, %151) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %159 = "stablehlo.constant"() <{value = dense<-0.3046826723431984> : tensor<f64>}> : () -> tensor<f64>
    %160 = "stablehlo.broadcast_in_dim"(%159) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %161 = "stablehlo.add"(%158, %160) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %162 = "stablehlo.multiply"(%10, %161) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %163 = "stablehlo.subtract"(%162, %156) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %164 = "stablehlo.constant"() <{value = dense<0.67679527440947607> : tensor<f64>}> : () -> tensor<f64>
    %165 = "stablehlo.broadcast_in_dim"(%164) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %166 = "stablehlo.add"(%163, %165) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %167 = "stablehlo.subtract"(%166, %156) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %168 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f64>}> : () -> tensor<f64>
    %169 = "stablehlo.broadcast_in_dim"(%168) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %170 = "stablehlo.multiply"(%169, %167) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %171 = "stablehlo.divide"(%8, %2) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %172 = "stablehlo.subtract"(%171, %6) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %173 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %174 = "stablehlo.broadcast_in_dim"(%173) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %175 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %176 = "stablehlo.broadcast_in_dim"(%175) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %177 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %178 = "stablehlo.broadcast_in_dim"(%177) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %179 = "stablehlo.multiply"(%172, %174) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %180 = "stablehlo.subtract"(%179, %176) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %181 = "stablehlo.constant"() <{value = dense<-7.2331804878747538E-18> : tensor<f64>}> : () -> tensor<f64>
    %182 = "stablehlo.broadcast_in_dim"(%181) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %183 = "stablehlo.add"(%180, %182) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %184 = "stablehlo.multiply"(%172, %183) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %185 = "stablehlo.subtract"(%184, %174) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %186 = "stablehlo.constant"() <{value = dense<-4.8305044859441819E-18> : tensor<f64>}> : () -> tensor<f64>
    %187 = "stablehlo.broadcast_in_dim"(%186) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %188 = "stablehlo.add"(%185, %187) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %189 = "stablehlo.multiply"(%172, %188) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %190 = "stablehlo.subtract"(%189, %183) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %191 = "stablehlo.constant"() <{value = dense<4.4656214202967598E-17> : tensor<f64>}> : () -> tensor<f64>
    %192 = "stablehlo.broadcast_in_dim"(%191) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %193 = "stablehlo.add"(%190, %192) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %194 = "stablehlo.multiply"(%172, %193) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %195 = "stablehlo.subtract"(%194, %188) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %196 = "stablehlo.constant"() <{value = dense<3.4612228676974612E-17> : tensor<f64>}> : () -> tensor<f64>
    %197 = "stablehlo.broadcast_in_dim"(%196) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %198 = "stablehlo.add"(%195, %197) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %199 = "stablehlo.multiply"(%172, %198) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %200 = "stablehlo.subtract"(%199, %193) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %201 = "stablehlo.constant"() <{value = dense<-2.8276239805165836E-16> : tensor<f64>}> : () -> tensor<f64>
    %202 = "stablehlo.broadcast_in_dim"(%201) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %203 = "stablehlo.add"(%200, %202) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %204 = "stablehlo.multiply"(%172, %203) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %205 = "stablehlo.subtract"(%204, %198) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %206 = "stablehlo.constant"() <{value = dense<-3.425485619677219E-16> : tensor<f64>}> : () -> tensor<f64>
    %207 = "stablehlo.broadcast_in_dim"(%206) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %208 = "stablehlo.add"(%205, %207) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %209 = "stablehlo.multiply"(%172, %208) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %210 = "stablehlo.subtract"(%209, %203) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %211 = "stablehlo.constant"() <{value = dense<1.7725601330565263E-15> : tensor<f64>}> : () -> tensor<f64>
    %212 = "stablehlo.broadcast_in_dim"(%211) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %213 = "stablehlo.add"(%210, %212) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %214 = "stablehlo.multiply"(%172, %213) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %215 = "stablehlo.subtract"(%214, %208) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %216 = "stablehlo.constant"() <{value = dense<3.8116806693526224E-15> : tensor<f64>}> : () -> tensor<f64>
    %217 = "stablehlo.broadcast_in_dim"(%216) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %218 = "stablehlo.add"(%215, %217) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %219 = "stablehlo.multiply"(%172, %218) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %220 = "stablehlo.subtract"(%219, %213) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %221 = "stablehlo.constant"() <{value = dense<-9.5548466988283073E-15> : tensor<f64>}> : () -> tensor<f64>
    %222 = "stablehlo.broadcast_in_dim"(%221) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %223 = "stablehlo.add"(%220, %222) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %224 = "stablehlo.multiply"(%172, %223) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %225 = "stablehlo.subtract"(%224, %218) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %226 = "stablehlo.constant"() <{value = dense<-4.1505693472872222E-14> : tensor<f64>}> : () -> tensor<f64>
    %227 = "stablehlo.broadcast_in_dim"(%226) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %228 = "stablehlo.add"(%225, %227) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %229 = "stablehlo.multiply"(%172, %228) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %230 = "stablehlo.subtract"(%229, %223) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %231 = "stablehlo.constant"() <{value = dense<1.54008621752141E-14> : tensor<f64>}> : () -> tensor<f64>
    %232 = "stablehlo.broadcast_in_dim"(%231) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %233 = "stablehlo.add"(%230, %232) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %234 = "stablehlo.multiply"(%172, %233) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %235 = "stablehlo.subtract"(%234, %228) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %236 = "stablehlo.constant"() <{value = dense<3.8527783827421426E-13> : tensor<f64>}> : () -> tensor<f64>
    %237 = "stablehlo.broadcast_in_dim"(%236) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %238 = "stablehlo.add"(%235, %237) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %239 = "stablehlo.multiply"(%172, %238) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %240 = "stablehlo.subtract"(%239, %233) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %241 = "stablehlo.constant"() <{value = dense<7.180124451383666E-13> : tensor<f64>}> : () -> tensor<f64>
    %242 = "stablehlo.broadcast_in_dim"(%241) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %243 = "stablehlo.add"(%240, %242) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %244 = "stablehlo.multiply"(%172, %243) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %245 = "stablehlo.subtract"(%244, %238) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %246 = "stablehlo.constant"() <{value = dense<-1.7941785315068062E-12> : tensor<f64>}> : () -> tensor<f64>
    %247 = "stablehlo.broadcast_in_dim"(%246) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %248 = "stablehlo.add"(%245, %247) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %249 = "stablehlo.multiply"(%172, %248) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %250 = "stablehlo.subtract"(%249, %243) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %251 = "stablehlo.constant"() <{value = dense<-1.3215811840447713E-11> : tensor<f64>}> : () -> tensor<f64>
    %252 = "stablehlo.broadcast_in_dim"(%251) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %253 = "stablehlo.add"(%250, %252) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %254 = "stablehlo.multiply"(%172, %253) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %255 = "stablehlo.subtract"(%254, %248) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %256 = "stablehlo.constant"() <{value = dense<-3.1499165279632416E-11> : tensor<f64>}> : () -> tensor<f64>
    %257 = "stablehlo.broadcast_in_dim"(%256) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %258 = "stablehlo.add"(%255, %257) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %259 = "stablehlo.multiply"(%172, %258) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %260 = "stablehlo.subtract"(%259, %253) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %261 = "stablehlo.constant"() <{value = dense<1.1889147107846439E-11> : tensor<f64>}> : () -> tensor<f64>
    %262 = "stablehlo.broadcast_in_dim"(%261) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %263 = "stablehlo.add"(%260, %262) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %264 = "stablehlo.multiply"(%172, %263) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %265 = "stablehlo.subtract"(%264, %258) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %266 = "stablehlo.constant"() <{value = dense<4.9406023882249701E-10> : tensor<f64>}> : () -> tensor<f64>
    %267 = "stablehlo.broadcast_in_dim"(%266) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %268 = "stablehlo.add"(%265, %267) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %269 = "stablehlo.multiply"(%172, %268) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %270 = "stablehlo.subtract"(%269, %263) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %271 = "stablehlo.constant"() <{value = dense<3.3962320257083865E-9> : tensor<f64>}> : () -> tensor<f64>
    %272 = "stablehlo.broadcast_in_dim"(%271) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %273 = "stablehlo.add"(%270, %272) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %274 = "stablehlo.multiply"(%172, %273) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %275 = "stablehlo.subtract"(%274, %268) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %276 = "stablehlo.constant"() <{value = dense<2.266668990498178E-8> : tensor<f64>}> : () -> tensor<f64>
    %277 = "stablehlo.broadcast_in_dim"(%276) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %278 = "stablehlo.add"(%275, %277) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %279 = "stablehlo.multiply"(%172, %278) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %280 = "stablehlo.subtract"(%279, %273) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %281 = "stablehlo.constant"() <{value = dense<2.0489185894690638E-7> : tensor<f64>}> : () -> tensor<f64>
    %282 = "stablehlo.broadcast_in_dim"(%281) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %283 = "stablehlo.add"(%280, %282) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %284 = "stablehlo.multiply"(%172, %283) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %285 = "stablehlo.subtract"(%284, %278) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %286 = "stablehlo.constant"() <{value = dense<2.8913705208347567E-6> : tensor<f64>}> : () -> tensor<f64>
    %287 = "stablehlo.broadcast_in_dim"(%286) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %288 = "stablehlo.add"(%285, %287) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %289 = "stablehlo.multiply"(%172, %288) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %290 = "stablehlo.subtract"(%289, %283) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %291 = "stablehlo.constant"() <{value = dense<6.8897583469168245E-5> : tensor<f64>}> : () -> tensor<f64>
    %292 = "stablehlo.broadcast_in_dim"(%291) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %293 = "stablehlo.add"(%290, %292) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %294 = "stablehlo.multiply"(%172, %293) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %295 = "stablehlo.subtract"(%294, %288) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %296 = "stablehlo.constant"() <{value = dense<0.0033691164782556943> : tensor<f64>}> : () -> tensor<f64>
    %297 = "stablehlo.broadcast_in_dim"(%296) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %298 = "stablehlo.add"(%295, %297) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %299 = "stablehlo.multiply"(%172, %298) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %300 = "stablehlo.subtract"(%299, %293) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %301 = "stablehlo.constant"() <{value = dense<0.80449041101410879> : tensor<f64>}> : () -> tensor<f64>
    %302 = "stablehlo.broadcast_in_dim"(%301) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %303 = "stablehlo.add"(%300, %302) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %304 = "stablehlo.subtract"(%303, %293) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %305 = "stablehlo.constant"() <{value = dense<5.000000e-01> : tensor<f64>}> : () -> tensor<f64>
    %306 = "stablehlo.broadcast_in_dim"(%305) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %307 = "stablehlo.multiply"(%306, %304) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %308 = "stablehlo.sqrt"(%2) : (tensor<37xf64>) -> tensor<37xf64>
    %309 = "stablehlo.divide"(%307, %308) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %310 = "stablehlo.constant"() <{value = dense<8.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %311 = "stablehlo.broadcast_in_dim"(%310) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<37xf64>
    %312 = "stablehlo.compare"(%2, %311) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LE>}> : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xi1>
    %313 = "stablehlo.select"(%312, %170, %309) : (tensor<37xi1>, tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    %314 = "stablehlo.multiply"(%1, %313) : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xf64>
    "func.return"(%314) : (tensor<37xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- reduce_precision.e5m10
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<30xf32>) -> tensor<30xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<30xf32>):
    %0 = "stablehlo.reduce_precision"(%arg0) <{exponent_bits = 5 : i32, mantissa_bits = 10 : i32}> : (tensor<30xf32>) -> tensor<30xf32>
    "func.return"(%0) : (tensor<30xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- reduce_precision.e8m7
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<30xf32>) -> tensor<30xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<30xf32>):
    %0 = "stablehlo.reduce_precision"(%arg0) <{exponent_bits = 8 : i32, mantissa_bits = 7 : i32}> : (tensor<30xf32>) -> tensor<30xf32>
    "func.return"(%0) : (tensor<30xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- reduce_precision.e4m3
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<30xf32>) -> tensor<30xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<30xf32>):
    %0 = "stablehlo.reduce_precision"(%arg0) <{exponent_bits = 4 : i32, mantissa_bits = 3 : i32}> : (tensor<30xf32>) -> tensor<30xf32>
    "func.return"(%0) : (tensor<30xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
