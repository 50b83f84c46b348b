// ----- ew1.exp.c64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<16xcomplex<f32>>):
    %0 = "stablehlo.exponential"(%arg0) : (tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>
    "func.return"(%0) : (tensor<16xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.log.c64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<16xcomplex<f32>>):
    %0 = "stablehlo.log"(%arg0) : (tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>
    "func.return"(%0) : (tensor<16xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.tanh.c64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<16xcomplex<f32>>):
    %0 = "stablehlo.tanh"(%arg0) : (tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>
    "func.return"(%0) : (tensor<16xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sqrt.c64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<16xcomplex<f32>>):
    %0 = "stablehlo.sqrt"(%arg0) : (tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>
    "func.return"(%0) : (tensor<16xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.rsqrt.c64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<16xcomplex<f32>>):
    %0 = "stablehlo.rsqrt"(%arg0) : (tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>
    "func.return"(%0) : (tensor<16xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.log1p.c64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<16xcomplex<f32>>):
    %0 = "stablehlo.log_plus_one"(%arg0) : (tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>
    "func.return"(%0) : (tensor<16xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.expm1.c64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<16xcomplex<f32>>):
    %0 = "stablehlo.exponential_minus_one"(%arg0) : (tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>
    "func.return"(%0) : (tensor<16xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.neg.c64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<16xcomplex<f32>>):
    %0 = "stablehlo.negate"(%arg0) : (tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>
    "func.return"(%0) : (tensor<16xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.logistic.c64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<16xcomplex<f32>>):
    %0 = "stablehlo.negate"(%arg0) : (tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>
    %1 = "stablehlo.exponential"(%0) : (tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>
    %2 = "stablehlo.constant"() <{value = dense<(1.000000e+00,0.000000e+00)> : tensor<complex<f32>>}> : () -> tensor<complex<f32>>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<complex<f32>>) -> tensor<16xcomplex<f32>>
    %4 = "stablehlo.add"(%3, %1) : (tensor<16xcomplex<f32>>, tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>
    %5 = "stablehlo.constant"() <{value = dense<(1.000000e+00,0.000000e+00)> : tensor<complex<f32>>}> : () -> tensor<complex<f32>>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<complex<f32>>) -> tensor<16xcomplex<f32>>
    %7 = "stablehlo.divide"(%6, %4) : (tensor<16xcomplex<f32>>, tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>
    "func.return"(%7) : (tensor<16xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.tan.c64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<16xcomplex<f32>>):
    %0 = "stablehlo.tan"(%arg0) : (tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>
    "func.return"(%0) : (tensor<16xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.square.c64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<16xcomplex<f32>>):
    %0 = "chlo.square"(%arg0) : (tensor<16xcomplex<f32>>) -> tensor<16xcomplex<f32>>
    "func.return"(%0) : (tensor<16xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- complex.add
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<12xcomplex<f32>>, tensor<12xcomplex<f32>>) -> tensor<12xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<12xcomplex<f32>>, %arg1: tensor<12xcomplex<f32>>):
    %0 = "stablehlo.add"(%arg0, %arg1) : (tensor<12xcomplex<f32>>, tensor<12xcomplex<f32>>) -> tensor<12xcomplex<f32>>
    "func.return"(%0) : (tensor<12xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- complex.sub
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<12xcomplex<f32>>, tensor<12xcomplex<f32>>) -> tensor<12xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<12xcomplex<f32>>, %arg1: tensor<12xcomplex<f32>>):
    %0 = "stablehlo.subtract"(%arg0, %arg1) : (tensor<12xcomplex<f32>>, tensor<12xcomplex<f32>>) -> tensor<12xcomplex<f32>>
    "func.return"(%0) : (tensor<12xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- complex.mul
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<12xcomplex<f32>>, tensor<12xcomplex<f32>>) -> tensor<12xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<12xcomplex<f32>>, %arg1: tensor<12xcomplex<f32>>):
    %0 = "stablehlo.multiply"(%arg0, %arg1) : (tensor<12xcomplex<f32>>, tensor<12xcomplex<f32>>) -> tensor<12xcomplex<f32>>
    "func.return"(%0) : (tensor<12xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- complex.div
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<12xcomplex<f32>>, tensor<12xcomplex<f32>>) -> tensor<12xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<12xcomplex<f32>>, %arg1: tensor<12xcomplex<f32>>):
    %0 = "stablehlo.divide"(%arg0, %arg1) : (tensor<12xcomplex<f32>>, tensor<12xcomplex<f32>>) -> tensor<12xcomplex<f32>>
    "func.return"(%0) : (tensor<12xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- complex.pow
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<12xcomplex<f32>>, tensor<12xcomplex<f32>>) -> tensor<12xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<12xcomplex<f32>>, %arg1: tensor<12xcomplex<f32>>):
    %0 = "stablehlo.power"(%arg0, %arg1) : (tensor<12xcomplex<f32>>, tensor<12xcomplex<f32>>) -> tensor<12xcomplex<f32>>
    "func.return"(%0) : (tensor<12xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- complex.dot
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<4x5xcomplex<f32>>, tensor<5x3xcomplex<f32>>) -> tensor<4x3xcomplex<f32>>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<4x5xcomplex<f32>>, %arg1: tensor<5x3xcomplex<f32>>):
    %0 = "stablehlo.dot_general"(%arg0, %arg1) <{dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [0]>, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]}> : (tensor<4x5xcomplex<f32>>, tensor<5x3xcomplex<f32>>) -> tensor<4x3xcomplex<f32>>
    "func.return"(%0) : (tensor<4x3xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- complex.eq
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<3xcomplex<f32>>, tensor<3xcomplex<f32>>) -> (tensor<3xi1>, tensor<3xi1>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<3xcomplex<f32>>, %arg1: tensor<3xcomplex<f32>>):
    %0 = "stablehlo.compare"(%arg0, %arg1) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<3xcomplex<f32>>, tensor<3xcomplex<f32>>) -> tensor<3xi1>
    %1 = "stablehlo.compare"(%arg0, %arg1) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<3xcomplex<f32>>, tensor<3xcomplex<f32>>) -> tensor<3xi1>
    "func.return"(%0, %1) : (tensor<3xi1>, tensor<3xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
