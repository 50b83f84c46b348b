// ----- ew2.add.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi32>, %arg1: tensor<225xi32>):
    %0 = "stablehlo.add"(%arg0, %arg1) : (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>
    "func.return"(%0) : (tensor<225xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.add.u32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<121xui32>, %arg1: tensor<121xui32>):
    %0 = "stablehlo.add"(%arg0, %arg1) : (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>
    "func.return"(%0) : (tensor<121xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.add.i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi8>, %arg1: tensor<225xi8>):
    %0 = "stablehlo.add"(%arg0, %arg1) : (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>
    "func.return"(%0) : (tensor<225xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.add.i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi64>, %arg1: tensor<225xi64>):
    %0 = "stablehlo.add"(%arg0, %arg1) : (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>
    "func.return"(%0) : (tensor<225xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.add.u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<121xui8>, %arg1: tensor<121xui8>):
    %0 = "stablehlo.add"(%arg0, %arg1) : (tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>
    "func.return"(%0) : (tensor<121xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.sub.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi32>, %arg1: tensor<225xi32>):
    %0 = "stablehlo.subtract"(%arg0, %arg1) : (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>
    "func.return"(%0) : (tensor<225xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.sub.u32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<121xui32>, %arg1: tensor<121xui32>):
    %0 = "stablehlo.subtract"(%arg0, %arg1) : (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>
    "func.return"(%0) : (tensor<121xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.sub.i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi8>, %arg1: tensor<225xi8>):
    %0 = "stablehlo.subtract"(%arg0, %arg1) : (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>
    "func.return"(%0) : (tensor<225xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.sub.i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi64>, %arg1: tensor<225xi64>):
    %0 = "stablehlo.subtract"(%arg0, %arg1) : (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>
    "func.return"(%0) : (tensor<225xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.sub.u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<121xui8>, %arg1: tensor<121xui8>):
    %0 = "stablehlo.subtract"(%arg0, %arg1) : (tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>
    "func.return"(%0) : (tensor<121xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.mul.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi32>, %arg1: tensor<225xi32>):
    %0 = "stablehlo.multiply"(%arg0, %arg1) : (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>
    "func.return"(%0) : (tensor<225xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.mul.u32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<121xui32>, %arg1: tensor<121xui32>):
    %0 = "stablehlo.multiply"(%arg0, %arg1) : (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>
    "func.return"(%0) : (tensor<121xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.mul.i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi8>, %arg1: tensor<225xi8>):
    %0 = "stablehlo.multiply"(%arg0, %arg1) : (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>
    "func.return"(%0) : (tensor<225xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.mul.i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi64>, %arg1: tensor<225xi64>):
    %0 = "stablehlo.multiply"(%arg0, %arg1) : (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>
    "func.return"(%0) : (tensor<225xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.mul.u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<121xui8>, %arg1: tensor<121xui8>):
    %0 = "stablehlo.multiply"(%arg0, %arg1) : (tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>
    "func.return"(%0) : (tensor<121xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.div.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi32>, %arg1: tensor<225xi32>):
    %0 = "stablehlo.divide"(%arg0, %arg1) : (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>
    "func.return"(%0) : (tensor<225xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.div.u32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<121xui32>, %arg1: tensor<121xui32>):
    %0 = "stablehlo.divide"(%arg0, %arg1) : (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>
    "func.return"(%0) : (tensor<121xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.div.i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi8>, %arg1: tensor<225xi8>):
    %0 = "stablehlo.divide"(%arg0, %arg1) : (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>
    "func.return"(%0) : (tensor<225xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.div.i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi64>, %arg1: tensor<225xi64>):
    %0 = "stablehlo.divide"(%arg0, %arg1) : (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>
    "func.return"(%0) : (tensor<225xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.div.u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<121xui8>, %arg1: tensor<121xui8>):
    %0 = "stablehlo.divide"(%arg0, %arg1) : (tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>
    "func.return"(%0) : (tensor<121xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.rem.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi32>, %arg1: tensor<225xi32>):
    %0 = "stablehlo.remainder"(%arg0, %arg1) : (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>
    "func.return"(%0) : (tensor<225xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.rem.u32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<121xui32>, %arg1: tensor<121xui32>):
    %0 = "stablehlo.remainder"(%arg0, %arg1) : (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>
    "func.return"(%0) : (tensor<121xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.rem.i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi8>, %arg1: tensor<225xi8>):
    %0 = "stablehlo.remainder"(%arg0, %arg1) : (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>
    "func.return"(%0) : (tensor<225xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.rem.i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi64>, %arg1: tensor<225xi64>):
    %0 = "stablehlo.remainder"(%arg0, %arg1) : (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>
    "func.return"(%0) : (tensor<225xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.rem.u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<121xui8>, %arg1: tensor<121xui8>):
    %0 = "stablehlo.remainder"(%arg0, %arg1) : (tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>
    "func.return"(%0) : (tensor<121xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.max.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi32>, %arg1: tensor<225xi32>):
    %0 = "stablehlo.maximum"(%arg0, %arg1) : (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>
    "func.return"(%0) : (tensor<225xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.max.u32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<121xui32>, %arg1: tensor<121xui32>):
    %0 = "stablehlo.maximum"(%arg0, %arg1) : (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>
    "func.return"(%0) : (tensor<121xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.max.i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi8>, %arg1: tensor<225xi8>):
    %0 = "stablehlo.maximum"(%arg0, %arg1) : (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>
    "func.return"(%0) : (tensor<225xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.max.i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi64>, %arg1: tensor<225xi64>):
    %0 = "stablehlo.maximum"(%arg0, %arg1) : (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>
    "func.return"(%0) : (tensor<225xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.max.u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<121xui8>, %arg1: tensor<121xui8>):
    %0 = "stablehlo.maximum"(%arg0, %arg1) : (tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>
    "func.return"(%0) : (tensor<121xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.min.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi32>, %arg1: tensor<225xi32>):
    %0 = "stablehlo.minimum"(%arg0, %arg1) : (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>
    "func.return"(%0) : (tensor<225xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.min.u32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<121xui32>, %arg1: tensor<121xui32>):
    %0 = "stablehlo.minimum"(%arg0, %arg1) : (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>
    "func.return"(%0) : (tensor<121xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.min.i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi8>, %arg1: tensor<225xi8>):
    %0 = "stablehlo.minimum"(%arg0, %arg1) : (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>
    "func.return"(%0) : (tensor<225xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.min.i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi64>, %arg1: tensor<225xi64>):
    %0 = "stablehlo.minimum"(%arg0, %arg1) : (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>
    "func.return"(%0) : (tensor<225xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.min.u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<121xui8>, %arg1: tensor<121xui8>):
    %0 = "stablehlo.minimum"(%arg0, %arg1) : (tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>
    "func.return"(%0) : (tensor<121xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.mod.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg5: tensor<225xi32>, %arg6: tensor<225xi32>):
    %21 = "func.call"(%arg5, %arg6) <{callee = @remainder}> : (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>
    "func.return"(%21) : (tensor<225xi32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>, res_attrs = [{}], sym_name = "remainder", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<225xi32>, %arg4: tensor<225xi32>):
    %1 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<225xi32>
    %3 = "stablehlo.compare"(%arg4, %2) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi1>
    %4 = "stablehlo.constant"() <{value = dense<1> : tensor<i32>}> : () -> tensor<i32>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<225xi32>
    %6 = "func.call"(%3, %5, %arg4) <{callee = @_where}> : (tensor<225xi1>, tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>
    %7 = "stablehlo.remainder"(%arg3, %6) : (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>
    %8 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %9 = "stablehlo.broadcast_in_dim"(%8) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<225xi32>
    %10 = "stablehlo.compare"(%7, %9) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi1>
    %11 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %12 = "stablehlo.broadcast_in_dim"(%11) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<225xi32>
    %13 = "stablehlo.compare"(%7, %12) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi1>
    %14 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %15 = "stablehlo.broadcast_in_dim"(%14) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<225xi32>
    %16 = "stablehlo.compare"(%6, %15) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi1>
    %17 = "stablehlo.compare"(%13, %16) <{compare_type = #stablehlo<comparison_type UNSIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<225xi1>, tensor<225xi1>) -> tensor<225xi1>
    %18 = "stablehlo.and"(%17, %10) : (tensor<225xi1>, tensor<225xi1>) -> tensor<225xi1>
    %19 = "stablehlo.add"(%7, %6) : (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>
    %20 = "stablehlo.select"(%18, %19, %7) : (tensor<225xi1>, tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>
    "func.return"(%20) : (tensor<225xi32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<225xi1>, tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<225xi1>, %arg1: tensor<225xi32>, %arg2: tensor<225xi32>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<225xi1>, tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>
    "func.return"(%0) : (tensor<225xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.mod.u32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg5: tensor<121xui32>, %arg6: tensor<121xui32>):
    %21 = "func.call"(%arg5, %arg6) <{callee = @remainder}> : (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>
    "func.return"(%21) : (tensor<121xui32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>, res_attrs = [{}], sym_name = "remainder", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<121xui32>, %arg4: tensor<121xui32>):
    %1 = "stablehlo.constant"() <{value = dense<0> : tensor<ui32>}> : () -> tensor<ui32>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<121xui32>
    %3 = "stablehlo.compare"(%arg4, %2) <{compare_type = #stablehlo<comparison_type UNSIGNED>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<121xui32>, tensor<121xui32>) -> tensor<121xi1>
    %4 = "stablehlo.constant"() <{value = dense<1> : tensor<ui32>}> : () -> tensor<ui32>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<121xui32>
    %6 = "func.call"(%3, %5, %arg4) <{callee = @_where}> : (tensor<121xi1>, tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>
    %7 = "stablehlo.remainder"(%arg3, %6) : (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>
    %8 = "stablehlo.constant"() <{value = dense<0> : tensor<ui32>}> : () -> tensor<ui32>
    %9 = "stablehlo.broadcast_in_dim"(%8) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<121xui32>
    %10 = "stablehlo.compare"(%7, %9) <{compare_type = #stablehlo<comparison_type UNSIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<121xui32>, tensor<121xui32>) -> tensor<121xi1>
    %11 = "stablehlo.constant"() <{value = dense<0> : tensor<ui32>}> : () -> tensor<ui32>
    %12 = "stablehlo.broadcast_in_dim"(%11) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<121xui32>
    %13 = "stablehlo.compare"(%7, %12) <{compare_type = #stablehlo<comparison_type UNSIGNED>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<121xui32>, tensor<121xui32>) -> tensor<121xi1>
    %14 = "stablehlo.constant"() <{value = dense<0> : tensor<ui32>}> : () -> tensor<ui32>
    %15 = "stablehlo.broadcast_in_dim"(%14) <{broadcast_dimensions = array<i64>}> : (tensor<ui32>) -> tensor<121xui32>
    %16 = "stablehlo.compare"(%6, %15) <{compare_type = #stablehlo<comparison_type UNSIGNED>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<121xui32>, tensor<121xui32>) -> tensor<121xi1>
    %17 = "stablehlo.compare"(%13, %16) <{compare_type = #stablehlo<comparison_type UNSIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<121xi1>, tensor<121xi1>) -> tensor<121xi1>
    %18 = "stablehlo.and"(%17, %10) : (tensor<121xi1>, tensor<121xi1>) -> tensor<121xi1>
    %19 = "stablehlo.add"(%7, %6) : (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>
    %20 = "stablehlo.select"(%18, %19, %7) : (tensor<121xi1>, tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>
    "func.return"(%20) : (tensor<121xui32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<121xi1>, tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<121xi1>, %arg1: tensor<121xui32>, %arg2: tensor<121xui32>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<121xi1>, tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>
    "func.return"(%0) : (tensor<121xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.mod.i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg5: tensor<225xi8>, %arg6: tensor<225xi8>):
    %21 = "func.call"(%arg5, %arg6) <{callee = @remainder}> : (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>
    "func.return"(%21) : (tensor<225xi8>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>, res_attrs = [{}], sym_name = "remainder", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<225xi8>, %arg4: tensor<225xi8>):
    %1 = "stablehlo.constant"() <{value = dense<0> : tensor<i8>}> : () -> tensor<i8>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<i8>) -> tensor<225xi8>
    %3 = "stablehlo.compare"(%arg4, %2) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi1>
    %4 = "stablehlo.constant"() <{value = dense<1> : tensor<i8>}> : () -> tensor<i8>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<i8>) -> tensor<225xi8>
    %6 = "func.call"(%3, %5, %arg4) <{callee = @_where}> : (tensor<225xi1>, tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>
    %7 = "stablehlo.remainder"(%arg3, %6) : (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>
    %8 = "stablehlo.constant"() <{value = dense<0> : tensor<i8>}> : () -> tensor<i8>
    %9 = "stablehlo.broadcast_in_dim"(%8) <{broadcast_dimensions = array<i64>}> : (tensor<i8>) -> tensor<225xi8>
    %10 = "stablehlo.compare"(%7, %9) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi1>
    %11 = "stablehlo.constant"() <{value = dense<0> : tensor<i8>}> : () -> tensor<i8>
    %12 = "stablehlo.broadcast_in_dim"(%11) <{broadcast_dimensions = array<i64>}> : (tensor<i8>) -> tensor<225xi8>
    %13 = "stablehlo.compare"(%7, %12) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi1>
    %14 = "stablehlo.constant"() <{value = dense<0> : tensor<i8>}> : () -> tensor<i8>
    %15 = "stablehlo.broadcast_in_dim"(%14) <{broadcast_dimensions = array<i64>}> : (tensor<i8>) -> tensor<225xi8>
    %16 = "stablehlo.compare"(%6, %15) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi1>
    %17 = "stablehlo.compare"(%13, %16) <{compare_type = #stablehlo<comparison_type UNSIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<225xi1>, tensor<225xi1>) -> tensor<225xi1>
    %18 = "stablehlo.and"(%17, %10) : (tensor<225xi1>, tensor<225xi1>) -> tensor<225xi1>
    %19 = "stablehlo.add"(%7, %6) : (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>
    %20 = "stablehlo.select"(%18, %19, %7) : (tensor<225xi1>, tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>
    "func.return"(%20) : (tensor<225xi8>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<225xi1>, tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<225xi1>, %arg1: tensor<225xi8>, %arg2: tensor<225xi8>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<225xi1>, tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>
    "func.return"(%0) : (tensor<225xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.mod.i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg5: tensor<225xi64>, %arg6: tensor<225xi64>):
    %21 = "func.call"(%arg5, %arg6) <{callee = @remainder}> : (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>
    "func.return"(%21) : (tensor<225xi64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>, res_attrs = [{}], sym_name = "remainder", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<225xi64>, %arg4: tensor<225xi64>):
    %1 = "stablehlo.constant"() <{value = dense<0> : tensor<i64>}> : () -> tensor<i64>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<i64>) -> tensor<225xi64>
    %3 = "stablehlo.compare"(%arg4, %2) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi1>
    %4 = "stablehlo.constant"() <{value = dense<1> : tensor<i64>}> : () -> tensor<i64>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<i64>) -> tensor<225xi64>
    %6 = "func.call"(%3, %5, %arg4) <{callee = @_where}> : (tensor<225xi1>, tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>
    %7 = "stablehlo.remainder"(%arg3, %6) : (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>
    %8 = "stablehlo.constant"() <{value = dense<0> : tensor<i64>}> : () -> tensor<i64>
    %9 = "stablehlo.broadcast_in_dim"(%8) <{broadcast_dimensions = array<i64>}> : (tensor<i64>) -> tensor<225xi64>
    %10 = "stablehlo.compare"(%7, %9) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi1>
    %11 = "stablehlo.constant"() <{value = dense<0> : tensor<i64>}> : () -> tensor<i64>
    %12 = "stablehlo.broadcast_in_dim"(%11) <{broadcast_dimensions = array<i64>}> : (tensor<i64>) -> tensor<225xi64>
    %13 = "stablehlo.compare"(%7, %12) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi1>
    %14 = "stablehlo.constant"() <{value = dense<0> : tensor<i64>}> : () -> tensor<i64>
    %15 = "stablehlo.broadcast_in_dim"(%14) <{broadcast_dimensions = array<i64>}> : (tensor<i64>) -> tensor<225xi64>
    %16 = "stablehlo.compare"(%6, %15) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi1>
    %17 = "stablehlo.compare"(%13, %16) <{compare_type = #stablehlo<comparison_type UNSIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<225xi1>, tensor<225xi1>) -> tensor<225xi1>
    %18 = "stablehlo.and"(%17, %10) : (tensor<225xi1>, tensor<225xi1>) -> tensor<225xi1>
    %19 = "stablehlo.add"(%7, %6) : (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>
    %20 = "stablehlo.select"(%18, %19, %7) : (tensor<225xi1>, tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>
    "func.return"(%20) : (tensor<225xi64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<225xi1>, tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<225xi1>, %arg1: tensor<225xi64>, %arg2: tensor<225xi64>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<225xi1>, tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>
    "func.return"(%0) : (tensor<225xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.mod.u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg5: tensor<121xui8>, %arg6: tensor<121xui8>):
    %21 = "func.call"(%arg5, %arg6) <{callee = @remainder}> : (tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>
    "func.return"(%21) : (tensor<121xui8>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>, res_attrs = [{}], sym_name = "remainder", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<121xui8>, %arg4: tensor<121xui8>):
    %1 = "stablehlo.constant"() <{value = dense<0> : tensor<ui8>}> : () -> tensor<ui8>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<ui8>) -> tensor<121xui8>
    %3 = "stablehlo.compare"(%arg4, %2) <{compare_type = #stablehlo<comparison_type UNSIGNED>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<121xui8>, tensor<121xui8>) -> tensor<121xi1>
    %4 = "stablehlo.constant"() <{value = dense<1> : tensor<ui8>}> : () -> tensor<ui8>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<ui8>) -> tensor<121xui8>
    %6 = "func.call"(%3, %5, %arg4) <{callee = @_where}> : (tensor<121xi1>, tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>
    %7 = "stablehlo.remainder"(%arg3, %6) : (tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>
    %8 = "stablehlo.constant"() <{value = dense<0> : tensor<ui8>}> : () -> tensor<ui8>
    %9 = "stablehlo.broadcast_in_dim"(%8) <{broadcast_dimensions = array<i64>}> : (tensor<ui8>) -> tensor<121xui8>
    %10 = "stablehlo.compare"(%7, %9) <{compare_type = #stablehlo<comparison_type UNSIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<121xui8>, tensor<121xui8>) -> tensor<121xi1>
    %11 = "stablehlo.constant"() <{value = dense<0> : tensor<ui8>}> : () -> tensor<ui8>
    %12 = "stablehlo.broadcast_in_dim"(%11) <{broadcast_dimensions = array<i64>}> : (tensor<ui8>) -> tensor<121xui8>
    %13 = "stablehlo.compare"(%7, %12) <{compare_type = #stablehlo<comparison_type UNSIGNED>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<121xui8>, tensor<121xui8>) -> tensor<121xi1>
    %14 = "stablehlo.constant"() <{value = dense<0> : tensor<ui8>}> : () -> tensor<ui8>
    %15 = "stablehlo.broadcast_in_dim"(%14) <{broadcast_dimensions = array<i64>}> : (tensor<ui8>) -> tensor<121xui8>
    %16 = "stablehlo.compare"(%6, %15) <{compare_type = #stablehlo<comparison_type UNSIGNED>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<121xui8>, tensor<121xui8>) -> tensor<121xi1>
    %17 = "stablehlo.compare"(%13, %16) <{compare_type = #stablehlo<comparison_type UNSIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<121xi1>, tensor<121xi1>) -> tensor<121xi1>
    %18 = "stablehlo.and"(%17, %10) : (tensor<121xi1>, tensor<121xi1>) -> tensor<121xi1>
    %19 = "stablehlo.add"(%7, %6) : (tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>
    %20 = "stablehlo.select"(%18, %19, %7) : (tensor<121xi1>, tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>
    "func.return"(%20) : (tensor<121xui8>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<121xi1>, tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<121xi1>, %arg1: tensor<121xui8>, %arg2: tensor<121xui8>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<121xi1>, tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>
    "func.return"(%0) : (tensor<121xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.floor_divide.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg5: tensor<225xi32>, %arg6: tensor<225xi32>):
    %14 = "func.call"(%arg5, %arg6) <{callee = @floor_divide}> : (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>
    "func.return"(%14) : (tensor<225xi32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>, res_attrs = [{}], sym_name = "floor_divide", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<225xi32>, %arg4: tensor<225xi32>):
    %1 = "stablehlo.divide"(%arg3, %arg4) : (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>
    %2 = "stablehlo.sign"(%arg3) : (tensor<225xi32>) -> tensor<225xi32>
    %3 = "stablehlo.sign"(%arg4) : (tensor<225xi32>) -> tensor<225xi32>
    %4 = "stablehlo.compare"(%2, %3) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi1>
    %5 = "stablehlo.remainder"(%arg3, %arg4) : (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>
    %6 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %7 = "stablehlo.broadcast_in_dim"(%6) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<225xi32>
    %8 = "stablehlo.compare"(%5, %7) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi1>
    %9 = "stablehlo.and"(%4, %8) : (tensor<225xi1>, tensor<225xi1>) -> tensor<225xi1>
    %10 = "stablehlo.constant"() <{value = dense<1> : tensor<i32>}> : () -> tensor<i32>
    %11 = "stablehlo.broadcast_in_dim"(%10) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<225xi32>
    %12 = "stablehlo.subtract"(%1, %11) : (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>
    %13 = "func.call"(%9, %12, %1) <{callee = @_where}> : (tensor<225xi1>, tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>
    "func.return"(%13) : (tensor<225xi32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<225xi1>, tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<225xi1>, %arg1: tensor<225xi32>, %arg2: tensor<225xi32>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<225xi1>, tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>
    "func.return"(%0) : (tensor<225xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.floor_divide.u32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg2: tensor<121xui32>, %arg3: tensor<121xui32>):
    %1 = "func.call"(%arg2, %arg3) <{callee = @floor_divide}> : (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>
    "func.return"(%1) : (tensor<121xui32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>, res_attrs = [{}], sym_name = "floor_divide", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<121xui32>, %arg1: tensor<121xui32>):
    %0 = "stablehlo.divide"(%arg0, %arg1) : (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>
    "func.return"(%0) : (tensor<121xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.floor_divide.i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg5: tensor<225xi8>, %arg6: tensor<225xi8>):
    %14 = "func.call"(%arg5, %arg6) <{callee = @floor_divide}> : (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>
    "func.return"(%14) : (tensor<225xi8>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>, res_attrs = [{}], sym_name = "floor_divide", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<225xi8>, %arg4: tensor<225xi8>):
    %1 = "stablehlo.divide"(%arg3, %arg4) : (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>
    %2 = "stablehlo.sign"(%arg3) : (tensor<225xi8>) -> tensor<225xi8>
    %3 = "stablehlo.sign"(%arg4) : (tensor<225xi8>) -> tensor<225xi8>
    %4 = "stablehlo.compare"(%2, %3) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi1>
    %5 = "stablehlo.remainder"(%arg3, %arg4) : (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>
    %6 = "stablehlo.constant"() <{value = dense<0> : tensor<i8>}> : () -> tensor<i8>
    %7 = "stablehlo.broadcast_in_dim"(%6) <{broadcast_dimensions = array<i64>}> : (tensor<i8>) -> tensor<225xi8>
    %8 = "stablehlo.compare"(%5, %7) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi1>
    %9 = "stablehlo.and"(%4, %8) : (tensor<225xi1>, tensor<225xi1>) -> tensor<225xi1>
    %10 = "stablehlo.constant"() <{value = dense<1> : tensor<i8>}> : () -> tensor<i8>
    %11 = "stablehlo.broadcast_in_dim"(%10) <{broadcast_dimensions = array<i64>}> : (tensor<i8>) -> tensor<225xi8>
    %12 = "stablehlo.subtract"(%1, %11) : (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>
    %13 = "func.call"(%9, %12, %1) <{callee = @_where}> : (tensor<225xi1>, tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>
    "func.return"(%13) : (tensor<225xi8>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<225xi1>, tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<225xi1>, %arg1: tensor<225xi8>, %arg2: tensor<225xi8>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<225xi1>, tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>
    "func.return"(%0) : (tensor<225xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.floor_divide.i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg5: tensor<225xi64>, %arg6: tensor<225xi64>):
    %14 = "func.call"(%arg5, %arg6) <{callee = @floor_divide}> : (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>
    "func.return"(%14) : (tensor<225xi64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>, res_attrs = [{}], sym_name = "floor_divide", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<225xi64>, %arg4: tensor<225xi64>):
    %1 = "stablehlo.divide"(%arg3, %arg4) : (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>
    %2 = "stablehlo.sign"(%arg3) : (tensor<225xi64>) -> tensor<225xi64>
    %3 = "stablehlo.sign"(%arg4) : (tensor<225xi64>) -> tensor<225xi64>
    %4 = "stablehlo.compare"(%2, %3) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi1>
    %5 = "stablehlo.remainder"(%arg3, %arg4) : (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>
    %6 = "stablehlo.constant"() <{value = dense<0> : tensor<i64>}> : () -> tensor<i64>
    %7 = "stablehlo.broadcast_in_dim"(%6) <{broadcast_dimensions = array<i64>}> : (tensor<i64>) -> tensor<225xi64>
    %8 = "stablehlo.compare"(%5, %7) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi1>
    %9 = "stablehlo.and"(%4, %8) : (tensor<225xi1>, tensor<225xi1>) -> tensor<225xi1>
    %10 = "stablehlo.constant"() <{value = dense<1> : tensor<i64>}> : () -> tensor<i64>
    %11 = "stablehlo.broadcast_in_dim"(%10) <{broadcast_dimensions = array<i64>}> : (tensor<i64>) -> tensor<225xi64>
    %12 = "stablehlo.subtract"(%1, %11) : (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>
    %13 = "func.call"(%9, %12, %1) <{callee = @_where}> : (tensor<225xi1>, tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>
    "func.return"(%13) : (tensor<225xi64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<225xi1>, tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<225xi1>, %arg1: tensor<225xi64>, %arg2: tensor<225xi64>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<225xi1>, tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>
    "func.return"(%0) : (tensor<225xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.floor_divide.u8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg2: tensor<121xui8>, %arg3: tensor<121xui8>):
    %1 = "func.call"(%arg2, %arg3) <{callee = @floor_divide}> : (tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>
    "func.return"(%1) : (tensor<121xui8>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>, res_attrs = [{}], sym_name = "floor_divide", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<121xui8>, %arg1: tensor<121xui8>):
    %0 = "stablehlo.divide"(%arg0, %arg1) : (tensor<121xui8>, tensor<121xui8>) -> tensor<121xui8>
    "func.return"(%0) : (tensor<121xui8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.and.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi32>, %arg1: tensor<225xi32>):
    %0 = "stablehlo.and"(%arg0, %arg1) : (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>
    "func.return"(%0) : (tensor<225xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.and.u32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<121xui32>, %arg1: tensor<121xui32>):
    %0 = "stablehlo.and"(%arg0, %arg1) : (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>
    "func.return"(%0) : (tensor<121xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.and.i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi8>, %arg1: tensor<225xi8>):
    %0 = "stablehlo.and"(%arg0, %arg1) : (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>
    "func.return"(%0) : (tensor<225xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.and.i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi64>, %arg1: tensor<225xi64>):
    %0 = "stablehlo.and"(%arg0, %arg1) : (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>
    "func.return"(%0) : (tensor<225xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.and.bool
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<4xi1>, tensor<4xi1>) -> tensor<4xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<4xi1>, %arg1: tensor<4xi1>):
    %0 = "stablehlo.and"(%arg0, %arg1) : (tensor<4xi1>, tensor<4xi1>) -> tensor<4xi1>
    "func.return"(%0) : (tensor<4xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.or.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi32>, %arg1: tensor<225xi32>):
    %0 = "stablehlo.or"(%arg0, %arg1) : (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>
    "func.return"(%0) : (tensor<225xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.or.u32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<121xui32>, %arg1: tensor<121xui32>):
    %0 = "stablehlo.or"(%arg0, %arg1) : (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>
    "func.return"(%0) : (tensor<121xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.or.i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi8>, %arg1: tensor<225xi8>):
    %0 = "stablehlo.or"(%arg0, %arg1) : (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>
    "func.return"(%0) : (tensor<225xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.or.i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi64>, %arg1: tensor<225xi64>):
    %0 = "stablehlo.or"(%arg0, %arg1) : (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>
    "func.return"(%0) : (tensor<225xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.or.bool
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<4xi1>, tensor<4xi1>) -> tensor<4xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<4xi1>, %arg1: tensor<4xi1>):
    %0 = "stablehlo.or"(%arg0, %arg1) : (tensor<4xi1>, tensor<4xi1>) -> tensor<4xi1>
    "func.return"(%0) : (tensor<4xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.xor.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi32>, %arg1: tensor<225xi32>):
    %0 = "stablehlo.xor"(%arg0, %arg1) : (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>
    "func.return"(%0) : (tensor<225xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.xor.u32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<121xui32>, %arg1: tensor<121xui32>):
    %0 = "stablehlo.xor"(%arg0, %arg1) : (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>
    "func.return"(%0) : (tensor<121xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.xor.i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi8>, %arg1: tensor<225xi8>):
    %0 = "stablehlo.xor"(%arg0, %arg1) : (tensor<225xi8>, tensor<225xi8>) -> tensor<225xi8>
    "func.return"(%0) : (tensor<225xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.xor.i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi64>, %arg1: tensor<225xi64>):
    %0 = "stablehlo.xor"(%arg0, %arg1) : (tensor<225xi64>, tensor<225xi64>) -> tensor<225xi64>
    "func.return"(%0) : (tensor<225xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.xor.bool
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<4xi1>, tensor<4xi1>) -> tensor<4xi1>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<4xi1>, %arg1: tensor<4xi1>):
    %0 = "stablehlo.xor"(%arg0, %arg1) : (tensor<4xi1>, tensor<4xi1>) -> tensor<4xi1>
    "func.return"(%0) : (tensor<4xi1>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.shl.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<90xi32>, tensor<90xi32>) -> tensor<90xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<90xi32>, %arg1: tensor<90xi32>):
    %0 = "stablehlo.shift_left"(%arg0, %arg1) : (tensor<90xi32>, tensor<90xi32>) -> tensor<90xi32>
    "func.return"(%0) : (tensor<90xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.shl.u32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<66xui32>, tensor<66xui32>) -> tensor<66xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<66xui32>, %arg1: tensor<66xui32>):
    %0 = "stablehlo.shift_left"(%arg0, %arg1) : (tensor<66xui32>, tensor<66xui32>) -> tensor<66xui32>
    "func.return"(%0) : (tensor<66xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.shl.i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<90xi8>, tensor<90xi8>) -> tensor<90xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<90xi8>, %arg1: tensor<90xi8>):
    %0 = "stablehlo.shift_left"(%arg0, %arg1) : (tensor<90xi8>, tensor<90xi8>) -> tensor<90xi8>
    "func.return"(%0) : (tensor<90xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.shl.i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<90xi64>, tensor<90xi64>) -> tensor<90xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<90xi64>, %arg1: tensor<90xi64>):
    %0 = "stablehlo.shift_left"(%arg0, %arg1) : (tensor<90xi64>, tensor<90xi64>) -> tensor<90xi64>
    "func.return"(%0) : (tensor<90xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.shra.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<90xi32>, tensor<90xi32>) -> tensor<90xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<90xi32>, %arg1: tensor<90xi32>):
    %0 = "stablehlo.shift_right_arithmetic"(%arg0, %arg1) : (tensor<90xi32>, tensor<90xi32>) -> tensor<90xi32>
    "func.return"(%0) : (tensor<90xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.shra.u32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<66xui32>, tensor<66xui32>) -> tensor<66xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<66xui32>, %arg1: tensor<66xui32>):
    %0 = "stablehlo.shift_right_arithmetic"(%arg0, %arg1) : (tensor<66xui32>, tensor<66xui32>) -> tensor<66xui32>
    "func.return"(%0) : (tensor<66xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.shra.i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<90xi8>, tensor<90xi8>) -> tensor<90xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<90xi8>, %arg1: tensor<90xi8>):
    %0 = "stablehlo.shift_right_arithmetic"(%arg0, %arg1) : (tensor<90xi8>, tensor<90xi8>) -> tensor<90xi8>
    "func.return"(%0) : (tensor<90xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.shra.i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<90xi64>, tensor<90xi64>) -> tensor<90xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<90xi64>, %arg1: tensor<90xi64>):
    %0 = "stablehlo.shift_right_arithmetic"(%arg0, %arg1) : (tensor<90xi64>, tensor<90xi64>) -> tensor<90xi64>
    "func.return"(%0) : (tensor<90xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.shrl.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<90xi32>, tensor<90xi32>) -> tensor<90xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<90xi32>, %arg1: tensor<90xi32>):
    %0 = "stablehlo.shift_right_logical"(%arg0, %arg1) : (tensor<90xi32>, tensor<90xi32>) -> tensor<90xi32>
    "func.return"(%0) : (tensor<90xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.shrl.u32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<66xui32>, tensor<66xui32>) -> tensor<66xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<66xui32>, %arg1: tensor<66xui32>):
    %0 = "stablehlo.shift_right_logical"(%arg0, %arg1) : (tensor<66xui32>, tensor<66xui32>) -> tensor<66xui32>
    "func.return"(%0) : (tensor<66xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.shrl.i8
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<90xi8>, tensor<90xi8>) -> tensor<90xi8>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<90xi8>, %arg1: tensor<90xi8>):
    %0 = "stablehlo.shift_right_logical"(%arg0, %arg1) : (tensor<90xi8>, tensor<90xi8>) -> tensor<90xi8>
    "func.return"(%0) : (tensor<90xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.shrl.i64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<90xi64>, tensor<90xi64>) -> tensor<90xi64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<90xi64>, %arg1: tensor<90xi64>):
    %0 = "stablehlo.shift_right_logical"(%arg0, %arg1) : (tensor<90xi64>, tensor<90xi64>) -> tensor<90xi64>
    "func.return"(%0) : (tensor<90xi64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.mulhi.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<225xi32>, %arg1: tensor<225xi32>):
    %0 = "chlo.mulhi"(%arg0, %arg1) : (tensor<225xi32>, tensor<225xi32>) -> tensor<225xi32>
    "func.return"(%0) : (tensor<225xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.mulhi.u32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<121xui32>, %arg1: tensor<121xui32>):
    %0 = "chlo.mulhi"(%arg0, %arg1) : (tensor<121xui32>, tensor<121xui32>) -> tensor<121xui32>
    "func.return"(%0) : (tensor<121xui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
