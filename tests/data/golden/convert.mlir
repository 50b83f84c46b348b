// ----- convert.f32_bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xf32>) -> tensor<11xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xf32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xf32>) -> tensor<11xbf16>
    "func.return"(%0) : (tensor<11xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f32_f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xf32>) -> tensor<11xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xf32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xf32>) -> tensor<11xf16>
    "func.return"(%0) : (tensor<11xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f32_f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xf32>) -> tensor<11xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xf32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xf32>) -> tensor<11xf64>
    "func.return"(%0) : (tensor<11xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f32_i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xf32>) -> tensor<11xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xf32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xf32>) -> tensor<11xi32>
    "func.return"(%0) : (tensor<11xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f32_u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<7xf32>) -> tensor<7xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<7xf32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<7xf32>) -> tensor<7xui8>
    "func.return"(%0) : (tensor<7xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f32_i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<10xf32>) -> tensor<10xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<10xf32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<10xf32>) -> tensor<10xi8>
    "func.return"(%0) : (tensor<10xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f32_i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xf32>) -> tensor<11xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xf32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xf32>) -> tensor<11xi64>
    "func.return"(%0) : (tensor<11xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f32_bool
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xf32>) -> tensor<11xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xf32>):
    %0 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<11xf32>
    %2 = "stablehlo.compare"(%arg0, %1) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<11xf32>, tensor<11xf32>) -> tensor<11xi1>
    %3 = "stablehlo.convert"(%2) : (tensor<11xi1>) -> tensor<11xi1>
    "func.return"(%3) : (tensor<11xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f32_c64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xf32>) -> tensor<11xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xf32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xf32>) -> tensor<11xcomplex<f32>>
    "func.return"(%0) : (tensor<11xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f64_f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xf64>) -> tensor<11xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xf64>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xf64>) -> tensor<11xf32>
    "func.return"(%0) : (tensor<11xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f64_bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xf64>) -> tensor<11xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xf64>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xf64>) -> tensor<11xbf16>
    "func.return"(%0) : (tensor<11xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f64_f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xf64>) -> tensor<11xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xf64>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xf64>) -> tensor<11xf16>
    "func.return"(%0) : (tensor<11xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f64_i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xf64>) -> tensor<11xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xf64>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xf64>) -> tensor<11xi32>
    "func.return"(%0) : (tensor<11xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f64_u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<7xf64>) -> tensor<7xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<7xf64>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<7xf64>) -> tensor<7xui8>
    "func.return"(%0) : (tensor<7xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f64_i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<10xf64>) -> tensor<10xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<10xf64>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<10xf64>) -> tensor<10xi8>
    "func.return"(%0) : (tensor<10xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f64_i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xf64>) -> tensor<11xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xf64>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xf64>) -> tensor<11xi64>
    "func.return"(%0) : (tensor<11xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f64_bool
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xf64>) -> tensor<11xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xf64>):
    %0 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<11xf64>
    %2 = "stablehlo.compare"(%arg0, %1) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<11xf64>, tensor<11xf64>) -> tensor<11xi1>
    %3 = "stablehlo.convert"(%2) : (tensor<11xi1>) -> tensor<11xi1>
    "func.return"(%3) : (tensor<11xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f64_c64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xf64>) -> tensor<11xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xf64>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xf64>) -> tensor<11xcomplex<f32>>
    "func.return"(%0) : (tensor<11xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.bf16_f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xbf16>) -> tensor<11xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xbf16>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xbf16>) -> tensor<11xf32>
    "func.return"(%0) : (tensor<11xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.bf16_f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xbf16>) -> tensor<11xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xbf16>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xbf16>) -> tensor<11xf16>
    "func.return"(%0) : (tensor<11xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.bf16_f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xbf16>) -> tensor<11xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xbf16>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xbf16>) -> tensor<11xf64>
    "func.return"(%0) : (tensor<11xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.bf16_i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xbf16>) -> tensor<11xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xbf16>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xbf16>) -> tensor<11xi32>
    "func.return"(%0) : (tensor<11xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.bf16_u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<7xbf16>) -> tensor<7xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<7xbf16>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<7xbf16>) -> tensor<7xui8>
    "func.return"(%0) : (tensor<7xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.bf16_i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<10xbf16>) -> tensor<10xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<10xbf16>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<10xbf16>) -> tensor<10xi8>
    "func.return"(%0) : (tensor<10xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.bf16_i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xbf16>) -> tensor<11xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xbf16>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xbf16>) -> tensor<11xi64>
    "func.return"(%0) : (tensor<11xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.bf16_bool
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xbf16>) -> tensor<11xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xbf16>):
    %0 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<11xbf16>
    %2 = "stablehlo.compare"(%arg0, %1) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<11xbf16>, tensor<11xbf16>) -> tensor<11xi1>
    %3 = "stablehlo.convert"(%2) : (tensor<11xi1>) -> tensor<11xi1>
    "func.return"(%3) : (tensor<11xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.bf16_c64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xbf16>) -> tensor<11xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xbf16>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xbf16>) -> tensor<11xcomplex<f32>>
    "func.return"(%0) : (tensor<11xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f16_f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xf16>) -> tensor<11xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xf16>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xf16>) -> tensor<11xf32>
    "func.return"(%0) : (tensor<11xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f16_bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xf16>) -> tensor<11xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xf16>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xf16>) -> tensor<11xbf16>
    "func.return"(%0) : (tensor<11xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f16_f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xf16>) -> tensor<11xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xf16>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xf16>) -> tensor<11xf64>
    "func.return"(%0) : (tensor<11xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f16_i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xf16>) -> tensor<11xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xf16>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xf16>) -> tensor<11xi32>
    "func.return"(%0) : (tensor<11xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f16_u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<7xf16>) -> tensor<7xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<7xf16>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<7xf16>) -> tensor<7xui8>
    "func.return"(%0) : (tensor<7xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f16_i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<10xf16>) -> tensor<10xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<10xf16>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<10xf16>) -> tensor<10xi8>
    "func.return"(%0) : (tensor<10xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f16_i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xf16>) -> tensor<11xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xf16>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xf16>) -> tensor<11xi64>
    "func.return"(%0) : (tensor<11xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f16_bool
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xf16>) -> tensor<11xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xf16>):
    %0 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<11xf16>
    %2 = "stablehlo.compare"(%arg0, %1) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<11xf16>, tensor<11xf16>) -> tensor<11xi1>
    %3 = "stablehlo.convert"(%2) : (tensor<11xi1>) -> tensor<11xi1>
    "func.return"(%3) : (tensor<11xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.f16_c64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xf16>) -> tensor<11xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xf16>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xf16>) -> tensor<11xcomplex<f32>>
    "func.return"(%0) : (tensor<11xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i32_f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi32>) -> tensor<15xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<15xi32>) -> tensor<15xf32>
    "func.return"(%0) : (tensor<15xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i32_bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi32>) -> tensor<15xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<15xi32>) -> tensor<15xbf16>
    "func.return"(%0) : (tensor<15xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i32_f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi32>) -> tensor<15xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<15xi32>) -> tensor<15xf16>
    "func.return"(%0) : (tensor<15xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i32_f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi32>) -> tensor<15xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<15xi32>) -> tensor<15xf64>
    "func.return"(%0) : (tensor<15xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i32_u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi32>) -> tensor<15xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<15xi32>) -> tensor<15xui8>
    "func.return"(%0) : (tensor<15xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i32_i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi32>) -> tensor<15xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<15xi32>) -> tensor<15xi8>
    "func.return"(%0) : (tensor<15xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i32_i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi32>) -> tensor<15xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<15xi32>) -> tensor<15xi64>
    "func.return"(%0) : (tensor<15xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i32_bool
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi32>) -> tensor<15xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi32>):
    %0 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<15xi32>
    %2 = "stablehlo.compare"(%arg0, %1) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<15xi32>, tensor<15xi32>) -> tensor<15xi1>
    %3 = "stablehlo.convert"(%2) : (tensor<15xi1>) -> tensor<15xi1>
    "func.return"(%3) : (tensor<15xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i32_c64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi32>) -> tensor<15xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<15xi32>) -> tensor<15xcomplex<f32>>
    "func.return"(%0) : (tensor<15xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.u32_f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xui32>) -> tensor<11xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xui32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xui32>) -> tensor<11xf32>
    "func.return"(%0) : (tensor<11xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.u32_bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xui32>) -> tensor<11xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xui32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xui32>) -> tensor<11xbf16>
    "func.return"(%0) : (tensor<11xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.u32_f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xui32>) -> tensor<11xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xui32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xui32>) -> tensor<11xf16>
    "func.return"(%0) : (tensor<11xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.u32_f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xui32>) -> tensor<11xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xui32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xui32>) -> tensor<11xf64>
    "func.return"(%0) : (tensor<11xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.u32_i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xui32>) -> tensor<11xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xui32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xui32>) -> tensor<11xi32>
    "func.return"(%0) : (tensor<11xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.u32_u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xui32>) -> tensor<11xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xui32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xui32>) -> tensor<11xui8>
    "func.return"(%0) : (tensor<11xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.u32_i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xui32>) -> tensor<11xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xui32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xui32>) -> tensor<11xi8>
    "func.return"(%0) : (tensor<11xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.u32_i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xui32>) -> tensor<11xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xui32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xui32>) -> tensor<11xi64>
    "func.return"(%0) : (tensor<11xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.u32_bool
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xui32>) -> tensor<11xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xui32>):
    %0 = "stablehlo.constant"() <{value = dense<0> : tensor<ui32>}> : () -> tensor<ui32>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<11xui32>
    %2 = "stablehlo.compare"(%arg0, %1) <{compare_type = #stablehlo<comparison_type UNSIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<11xui32>, tensor<11xui32>) -> tensor<11xi1>
    %3 = "stablehlo.convert"(%2) : (tensor<11xi1>) -> tensor<11xi1>
    "func.return"(%3) : (tensor<11xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.u32_c64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xui32>) -> tensor<11xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xui32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<11xui32>) -> tensor<11xcomplex<f32>>
    "func.return"(%0) : (tensor<11xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i8_f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi8>) -> tensor<15xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi8>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<15xi8>) -> tensor<15xf32>
    "func.return"(%0) : (tensor<15xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i8_bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi8>) -> tensor<15xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi8>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<15xi8>) -> tensor<15xbf16>
    "func.return"(%0) : (tensor<15xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i8_f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi8>) -> tensor<15xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi8>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<15xi8>) -> tensor<15xf16>
    "func.return"(%0) : (tensor<15xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i8_f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi8>) -> tensor<15xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi8>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<15xi8>) -> tensor<15xf64>
    "func.return"(%0) : (tensor<15xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i8_i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi8>) -> tensor<15xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi8>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<15xi8>) -> tensor<15xi32>
    "func.return"(%0) : (tensor<15xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i8_u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi8>) -> tensor<15xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi8>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<15xi8>) -> tensor<15xui8>
    "func.return"(%0) : (tensor<15xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i8_i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi8>) -> tensor<15xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi8>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<15xi8>) -> tensor<15xi64>
    "func.return"(%0) : (tensor<15xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i8_bool
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi8>) -> tensor<15xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi8>):
    %0 = "stablehlo.constant"() <{value = dense<0> : tensor<i8>}> : () -> tensor<i8>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<i8>) -> tensor<15xi8>
    %2 = "stablehlo.compare"(%arg0, %1) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<15xi8>, tensor<15xi8>) -> tensor<15xi1>
    %3 = "stablehlo.convert"(%2) : (tensor<15xi1>) -> tensor<15xi1>
    "func.return"(%3) : (tensor<15xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i8_c64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi8>) -> tensor<15xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi8>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<15xi8>) -> tensor<15xcomplex<f32>>
    "func.return"(%0) : (tensor<15xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i64_f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi64>) -> tensor<15xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi64>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<15xi64>) -> tensor<15xf32>
    "func.return"(%0) : (tensor<15xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i64_bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi64>) -> tensor<15xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi64>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<15xi64>) -> tensor<15xbf16>
    "func.return"(%0) : (tensor<15xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i64_f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi64>) -> tensor<15xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi64>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<15xi64>) -> tensor<15xf16>
    "func.return"(%0) : (tensor<15xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i64_f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi64>) -> tensor<15xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi64>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<15xi64>) -> tensor<15xf64>
    "func.return"(%0) : (tensor<15xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i64_i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi64>) -> tensor<15xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi64>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<15xi64>) -> tensor<15xi32>
    "func.return"(%0) : (tensor<15xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i64_u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi64>) -> tensor<15xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi64>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<15xi64>) -> tensor<15xui8>
    "func.return"(%0) : (tensor<15xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i64_i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi64>) -> tensor<15xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi64>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<15xi64>) -> tensor<15xi8>
    "func.return"(%0) : (tensor<15xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i64_bool
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi64>) -> tensor<15xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi64>):
    %0 = "stablehlo.constant"() <{value = dense<0> : tensor<i64>}> : () -> tensor<i64>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<i64>) -> tensor<15xi64>
    %2 = "stablehlo.compare"(%arg0, %1) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<15xi64>, tensor<15xi64>) -> tensor<15xi1>
    %3 = "stablehlo.convert"(%2) : (tensor<15xi1>) -> tensor<15xi1>
    "func.return"(%3) : (tensor<15xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.i64_c64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi64>) -> tensor<15xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi64>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<15xi64>) -> tensor<15xcomplex<f32>>
    "func.return"(%0) : (tensor<15xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.bool_f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2xi1>) -> tensor<2xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<2xi1>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<2xi1>) -> tensor<2xf32>
    "func.return"(%0) : (tensor<2xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.bool_bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2xi1>) -> tensor<2xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<2xi1>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<2xi1>) -> tensor<2xbf16>
    "func.return"(%0) : (tensor<2xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.bool_f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2xi1>) -> tensor<2xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<2xi1>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<2xi1>) -> tensor<2xf16>
    "func.return"(%0) : (tensor<2xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.bool_f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2xi1>) -> tensor<2xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<2xi1>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<2xi1>) -> tensor<2xf64>
    "func.return"(%0) : (tensor<2xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.bool_i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2xi1>) -> tensor<2xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<2xi1>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<2xi1>) -> tensor<2xi32>
    "func.return"(%0) : (tensor<2xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.bool_u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2xi1>) -> tensor<2xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<2xi1>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<2xi1>) -> tensor<2xui8>
    "func.return"(%0) : (tensor<2xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.bool_i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2xi1>) -> tensor<2xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<2xi1>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<2xi1>) -> tensor<2xi8>
    "func.return"(%0) : (tensor<2xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.bool_i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2xi1>) -> tensor<2xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<2xi1>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<2xi1>) -> tensor<2xi64>
    "func.return"(%0) : (tensor<2xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- convert.bool_c64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2xi1>) -> tensor<2xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<2xi1>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<2xi1>) -> tensor<2xcomplex<f32>>
    "func.return"(%0) : (tensor<2xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
