// ----- ew1.neg.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi32>) -> tensor<15xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi32>):
    %0 = "stablehlo.negate"(%arg0) : (tensor<15xi32>) -> tensor<15xi32>
    "func.return"(%0) : (tensor<15xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.neg.u32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xui32>) -> tensor<11xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xui32>):
    %0 = "stablehlo.negate"(%arg0) : (tensor<11xui32>) -> tensor<11xui32>
    "func.return"(%0) : (tensor<11xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.neg.i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi8>) -> tensor<15xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi8>):
    %0 = "stablehlo.negate"(%arg0) : (tensor<15xi8>) -> tensor<15xi8>
    "func.return"(%0) : (tensor<15xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.neg.i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi64>) -> tensor<15xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi64>):
    %0 = "stablehlo.negate"(%arg0) : (tensor<15xi64>) -> tensor<15xi64>
    "func.return"(%0) : (tensor<15xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.neg.u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xui8>) -> tensor<11xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xui8>):
    %0 = "stablehlo.negate"(%arg0) : (tensor<11xui8>) -> tensor<11xui8>
    "func.return"(%0) : (tensor<11xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.abs.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi32>) -> tensor<15xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi32>):
    %0 = "stablehlo.abs"(%arg0) : (tensor<15xi32>) -> tensor<15xi32>
    "func.return"(%0) : (tensor<15xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.abs.i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi8>) -> tensor<15xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi8>):
    %0 = "stablehlo.abs"(%arg0) : (tensor<15xi8>) -> tensor<15xi8>
    "func.return"(%0) : (tensor<15xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.abs.i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi64>) -> tensor<15xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi64>):
    %0 = "stablehlo.abs"(%arg0) : (tensor<15xi64>) -> tensor<15xi64>
    "func.return"(%0) : (tensor<15xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sign.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi32>) -> tensor<15xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi32>):
    %0 = "stablehlo.sign"(%arg0) : (tensor<15xi32>) -> tensor<15xi32>
    "func.return"(%0) : (tensor<15xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sign.u32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xui32>) -> tensor<11xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xui32>):
    %0 = "stablehlo.constant"() <{value = dense<0> : tensor<ui32>}> : () -> tensor<ui32>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<11xui32>
    %2 = "stablehlo.compare"(%arg0, %1) <{compare_type = #stablehlo<comparison_type UNSIGNED>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<11xui32>, tensor<11xui32>) -> tensor<11xi1>
    %3 = "stablehlo.constant"() <{value = dense<0> : tensor<ui32>}> : () -> tensor<ui32>
    %4 = "stablehlo.broadcast_in_dim"(%3) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<11xui32>
    %5 = "stablehlo.constant"() <{value = dense<1> : tensor<ui32>}> : () -> tensor<ui32>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<11xui32>
    %7 = "stablehlo.select"(%2, %4, %6) : (tensor<11xi1>, tensor<11xui32>, tensor<11xui32>) -> tensor<11xui32>
    "func.return"(%7) : (tensor<11xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sign.i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi8>) -> tensor<15xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi8>):
    %0 = "stablehlo.sign"(%arg0) : (tensor<15xi8>) -> tensor<15xi8>
    "func.return"(%0) : (tensor<15xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sign.i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi64>) -> tensor<15xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi64>):
    %0 = "stablehlo.sign"(%arg0) : (tensor<15xi64>) -> tensor<15xi64>
    "func.return"(%0) : (tensor<15xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.sign.u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xui8>) -> tensor<11xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xui8>):
    %0 = "stablehlo.constant"() <{value = dense<0> : tensor<ui8>}> : () -> tensor<ui8>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<ui8>) -> tensor<11xui8>
    %2 = "stablehlo.compare"(%arg0, %1) <{compare_type = #stablehlo<comparison_type UNSIGNED>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<11xui8>, tensor<11xui8>) -> tensor<11xi1>
    %3 = "stablehlo.constant"() <{value = dense<0> : tensor<ui8>}> : () -> tensor<ui8>
    %4 = "stablehlo.broadcast_in_dim"(%3) <{broadcast_dimensions = array<i64>}> : (tensor<ui8>) -> tensor<11xui8>
    %5 = "stablehlo.constant"() <{value = dense<1> : tensor<ui8>}> : () -> tensor<ui8>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<ui8>) -> tensor<11xui8>
    %7 = "stablehlo.select"(%2, %4, %6) : (tensor<11xi1>, tensor<11xui8>, tensor<11xui8>) -> tensor<11xui8>
    "func.return"(%7) : (tensor<11xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.not.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi32>) -> tensor<15xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi32>):
    %0 = "stablehlo.not"(%arg0) : (tensor<15xi32>) -> tensor<15xi32>
    "func.return"(%0) : (tensor<15xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.not.u32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xui32>) -> tensor<11xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xui32>):
    %0 = "stablehlo.not"(%arg0) : (tensor<11xui32>) -> tensor<11xui32>
    "func.return"(%0) : (tensor<11xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.not.i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi8>) -> tensor<15xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi8>):
    %0 = "stablehlo.not"(%arg0) : (tensor<15xi8>) -> tensor<15xi8>
    "func.return"(%0) : (tensor<15xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.not.i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi64>) -> tensor<15xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi64>):
    %0 = "stablehlo.not"(%arg0) : (tensor<15xi64>) -> tensor<15xi64>
    "func.return"(%0) : (tensor<15xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.not.u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xui8>) -> tensor<11xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xui8>):
    %0 = "stablehlo.not"(%arg0) : (tensor<11xui8>) -> tensor<11xui8>
    "func.return"(%0) : (tensor<11xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.popcnt.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi32>) -> tensor<15xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi32>):
    %0 = "stablehlo.popcnt"(%arg0) : (tensor<15xi32>) -> tensor<15xi32>
    "func.return"(%0) : (tensor<15xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.popcnt.u32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xui32>) -> tensor<11xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xui32>):
    %0 = "stablehlo.popcnt"(%arg0) : (tensor<11xui32>) -> tensor<11xui32>
    "func.return"(%0) : (tensor<11xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.popcnt.i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi8>) -> tensor<15xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi8>):
    %0 = "stablehlo.popcnt"(%arg0) : (tensor<15xi8>) -> tensor<15xi8>
    "func.return"(%0) : (tensor<15xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.popcnt.i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi64>) -> tensor<15xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi64>):
    %0 = "stablehlo.popcnt"(%arg0) : (tensor<15xi64>) -> tensor<15xi64>
    "func.return"(%0) : (tensor<15xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.popcnt.u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xui8>) -> tensor<11xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xui8>):
    %0 = "stablehlo.popcnt"(%arg0) : (tensor<11xui8>) -> tensor<11xui8>
    "func.return"(%0) : (tensor<11xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.clz.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi32>) -> tensor<15xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi32>):
    %0 = "stablehlo.count_leading_zeros"(%arg0) : (tensor<15xi32>) -> tensor<15xi32>
    "func.return"(%0) : (tensor<15xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.clz.u32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xui32>) -> tensor<11xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xui32>):
    %0 = "stablehlo.count_leading_zeros"(%arg0) : (tensor<11xui32>) -> tensor<11xui32>
    "func.return"(%0) : (tensor<11xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.clz.i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi8>) -> tensor<15xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi8>):
    %0 = "stablehlo.count_leading_zeros"(%arg0) : (tensor<15xi8>) -> tensor<15xi8>
    "func.return"(%0) : (tensor<15xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.clz.i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi64>) -> tensor<15xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi64>):
    %0 = "stablehlo.count_leading_zeros"(%arg0) : (tensor<15xi64>) -> tensor<15xi64>
    "func.return"(%0) : (tensor<15xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.clz.u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xui8>) -> tensor<11xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xui8>):
    %0 = "stablehlo.count_leading_zeros"(%arg0) : (tensor<11xui8>) -> tensor<11xui8>
    "func.return"(%0) : (tensor<11xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.square.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi32>) -> tensor<15xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi32>):
    %0 = "stablehlo.multiply"(%arg0, %arg0) : (tensor<15xi32>, tensor<15xi32>) -> tensor<15xi32>
    "func.return"(%0) : (tensor<15xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.square.u32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xui32>) -> tensor<11xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xui32>):
    %0 = "stablehlo.multiply"(%arg0, %arg0) : (tensor<11xui32>, tensor<11xui32>) -> tensor<11xui32>
    "func.return"(%0) : (tensor<11xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.square.i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi8>) -> tensor<15xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi8>):
    %0 = "stablehlo.multiply"(%arg0, %arg0) : (tensor<15xi8>, tensor<15xi8>) -> tensor<15xi8>
    "func.return"(%0) : (tensor<15xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.square.i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi64>) -> tensor<15xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi64>):
    %0 = "stablehlo.multiply"(%arg0, %arg0) : (tensor<15xi64>, tensor<15xi64>) -> tensor<15xi64>
    "func.return"(%0) : (tensor<15xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.square.u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xui8>) -> tensor<11xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xui8>):
    %0 = "stablehlo.multiply"(%arg0, %arg0) : (tensor<11xui8>, tensor<11xui8>) -> tensor<11xui8>
    "func.return"(%0) : (tensor<11xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.integer_pow_3.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi32>) -> tensor<15xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi32>):
    %0 = "stablehlo.multiply"(%arg0, %arg0) : (tensor<15xi32>, tensor<15xi32>) -> tensor<15xi32>
    %1 = "stablehlo.multiply"(%0, %arg0) : (tensor<15xi32>, tensor<15xi32>) -> tensor<15xi32>
    "func.return"(%1) : (tensor<15xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.integer_pow_3.u32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xui32>) -> tensor<11xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xui32>):
    %0 = "stablehlo.multiply"(%arg0, %arg0) : (tensor<11xui32>, tensor<11xui32>) -> tensor<11xui32>
    %1 = "stablehlo.multiply"(%0, %arg0) : (tensor<11xui32>, tensor<11xui32>) -> tensor<11xui32>
    "func.return"(%1) : (tensor<11xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.integer_pow_3.i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi8>) -> tensor<15xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi8>):
    %0 = "stablehlo.multiply"(%arg0, %arg0) : (tensor<15xi8>, tensor<15xi8>) -> tensor<15xi8>
    %1 = "stablehlo.multiply"(%0, %arg0) : (tensor<15xi8>, tensor<15xi8>) -> tensor<15xi8>
    "func.return"(%1) : (tensor<15xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.integer_pow_3.i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<15xi64>) -> tensor<15xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<15xi64>):
    %0 = "stablehlo.multiply"(%arg0, %arg0) : (tensor<15xi64>, tensor<15xi64>) -> tensor<15xi64>
    %1 = "stablehlo.multiply"(%0, %arg0) : (tensor<15xi64>, tensor<15xi64>) -> tensor<15xi64>
    "func.return"(%1) : (tensor<15xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.integer_pow_3.u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<11xui8>) -> tensor<11xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<11xui8>):
    %0 = "stablehlo.multiply"(%arg0, %arg0) : (tensor<11xui8>, tensor<11xui8>) -> tensor<11xui8>
    %1 = "stablehlo.multiply"(%0, %arg0) : (tensor<11xui8>, tensor<11xui8>) -> tensor<11xui8>
    "func.return"(%1) : (tensor<11xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.not.bool
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2xi1>) -> tensor<2xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<2xi1>):
    %0 = "stablehlo.not"(%arg0) : (tensor<2xi1>) -> tensor<2xi1>
    "func.return"(%0) : (tensor<2xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
