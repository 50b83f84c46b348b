// ----- ew2.add.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf32>, %arg1: tensor<168xf32>):
    %0 = "stablehlo.add"(%arg0, %arg1) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%0) : (tensor<168xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.add.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf64>, %arg1: tensor<168xf64>):
    %0 = "stablehlo.add"(%arg0, %arg1) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%0) : (tensor<168xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.add.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xbf16>, %arg1: tensor<168xbf16>):
    %0 = "stablehlo.add"(%arg0, %arg1) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%0) : (tensor<168xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.add.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf16>, %arg1: tensor<168xf16>):
    %0 = "stablehlo.add"(%arg0, %arg1) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%0) : (tensor<168xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.sub.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf32>, %arg1: tensor<168xf32>):
    %0 = "stablehlo.subtract"(%arg0, %arg1) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%0) : (tensor<168xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.sub.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf64>, %arg1: tensor<168xf64>):
    %0 = "stablehlo.subtract"(%arg0, %arg1) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%0) : (tensor<168xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.sub.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xbf16>, %arg1: tensor<168xbf16>):
    %0 = "stablehlo.subtract"(%arg0, %arg1) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%0) : (tensor<168xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.sub.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf16>, %arg1: tensor<168xf16>):
    %0 = "stablehlo.subtract"(%arg0, %arg1) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%0) : (tensor<168xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.mul.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf32>, %arg1: tensor<168xf32>):
    %0 = "stablehlo.multiply"(%arg0, %arg1) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%0) : (tensor<168xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.mul.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf64>, %arg1: tensor<168xf64>):
    %0 = "stablehlo.multiply"(%arg0, %arg1) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%0) : (tensor<168xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.mul.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xbf16>, %arg1: tensor<168xbf16>):
    %0 = "stablehlo.multiply"(%arg0, %arg1) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%0) : (tensor<168xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.mul.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf16>, %arg1: tensor<168xf16>):
    %0 = "stablehlo.multiply"(%arg0, %arg1) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%0) : (tensor<168xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.div.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf32>, %arg1: tensor<168xf32>):
    %0 = "stablehlo.divide"(%arg0, %arg1) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%0) : (tensor<168xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.div.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf64>, %arg1: tensor<168xf64>):
    %0 = "stablehlo.divide"(%arg0, %arg1) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%0) : (tensor<168xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.div.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xbf16>, %arg1: tensor<168xbf16>):
    %0 = "stablehlo.divide"(%arg0, %arg1) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%0) : (tensor<168xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.div.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf16>, %arg1: tensor<168xf16>):
    %0 = "stablehlo.divide"(%arg0, %arg1) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%0) : (tensor<168xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.rem.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf32>, %arg1: tensor<168xf32>):
    %0 = "stablehlo.remainder"(%arg0, %arg1) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%0) : (tensor<168xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.rem.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf64>, %arg1: tensor<168xf64>):
    %0 = "stablehlo.remainder"(%arg0, %arg1) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%0) : (tensor<168xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.rem.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xbf16>, %arg1: tensor<168xbf16>):
    %0 = "stablehlo.remainder"(%arg0, %arg1) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%0) : (tensor<168xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.rem.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf16>, %arg1: tensor<168xf16>):
    %0 = "stablehlo.remainder"(%arg0, %arg1) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%0) : (tensor<168xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.max.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf32>, %arg1: tensor<168xf32>):
    %0 = "stablehlo.maximum"(%arg0, %arg1) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%0) : (tensor<168xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.max.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf64>, %arg1: tensor<168xf64>):
    %0 = "stablehlo.maximum"(%arg0, %arg1) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%0) : (tensor<168xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.max.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xbf16>, %arg1: tensor<168xbf16>):
    %0 = "stablehlo.maximum"(%arg0, %arg1) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%0) : (tensor<168xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.max.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf16>, %arg1: tensor<168xf16>):
    %0 = "stablehlo.maximum"(%arg0, %arg1) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%0) : (tensor<168xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.min.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf32>, %arg1: tensor<168xf32>):
    %0 = "stablehlo.minimum"(%arg0, %arg1) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%0) : (tensor<168xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.min.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf64>, %arg1: tensor<168xf64>):
    %0 = "stablehlo.minimum"(%arg0, %arg1) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%0) : (tensor<168xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.min.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xbf16>, %arg1: tensor<168xbf16>):
    %0 = "stablehlo.minimum"(%arg0, %arg1) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%0) : (tensor<168xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.min.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf16>, %arg1: tensor<168xf16>):
    %0 = "stablehlo.minimum"(%arg0, %arg1) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%0) : (tensor<168xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.pow.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf32>, %arg1: tensor<168xf32>):
    %0 = "stablehlo.power"(%arg0, %arg1) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%0) : (tensor<168xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.pow.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf64>, %arg1: tensor<168xf64>):
    %0 = "stablehlo.power"(%arg0, %arg1) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%0) : (tensor<168xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.pow.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xbf16>, %arg1: tensor<168xbf16>):
    %0 = "stablehlo.power"(%arg0, %arg1) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%0) : (tensor<168xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.pow.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf16>, %arg1: tensor<168xf16>):
    %0 = "stablehlo.power"(%arg0, %arg1) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%0) : (tensor<168xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.atan2.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf32>, %arg1: tensor<168xf32>):
    %0 = "stablehlo.atan2"(%arg0, %arg1) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%0) : (tensor<168xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.atan2.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf64>, %arg1: tensor<168xf64>):
    %0 = "stablehlo.atan2"(%arg0, %arg1) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%0) : (tensor<168xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.atan2.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xbf16>, %arg1: tensor<168xbf16>):
    %0 = "stablehlo.atan2"(%arg0, %arg1) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%0) : (tensor<168xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.atan2.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf16>, %arg1: tensor<168xf16>):
    %0 = "stablehlo.atan2"(%arg0, %arg1) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%0) : (tensor<168xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.hypot.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg8: tensor<168xf32>, %arg9: tensor<168xf32>):
    %33 = "func.call"(%arg8, %arg9) <{callee = @hypot}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%33) : (tensor<168xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{}], sym_name = "hypot", sym_visibility = "private"}> ({
  ^bb0(%arg6: tensor<168xf32>, %arg7: tensor<168xf32>):
    %3 = "stablehlo.abs"(%arg6) : (tensor<168xf32>) -> tensor<168xf32>
    %4 = "stablehlo.abs"(%arg7) : (tensor<168xf32>) -> tensor<168xf32>
    %5 = "stablehlo.constant"() <{value = dense<0x7F800000> : tensor<f32>}> : () -> tensor<f32>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<168xf32>
    %7 = "stablehlo.compare"(%3, %6) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xi1>
    %8 = "stablehlo.constant"() <{value = dense<0x7F800000> : tensor<f32>}> : () -> tensor<f32>
    %9 = "stablehlo.broadcast_in_dim"(%8) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<168xf32>
    %10 = "stablehlo.compare"(%4, %9) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xi1>
    %11 = "stablehlo.or"(%7, %10) : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %12 = "stablehlo.maximum"(%3, %4) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    %13 = "stablehlo.minimum"(%3, %4) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    %14 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %15 = "stablehlo.broadcast_in_dim"(%14) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<168xf32>
    %16 = "stablehlo.compare"(%12, %15) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xi1>
    %17 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %18 = "stablehlo.broadcast_in_dim"(%17) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<168xf32>
    %19 = "stablehlo.compare"(%12, %18) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xi1>
    %20 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %21 = "stablehlo.broadcast_in_dim"(%20) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<168xf32>
    %22 = "func.call"(%19, %21, %12) <{callee = @_where}> : (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    %23 = "stablehlo.divide"(%13, %22) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    %24 = "chlo.square"(%23) : (tensor<168xf32>) -> tensor<168xf32>
    %25 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %26 = "stablehlo.broadcast_in_dim"(%25) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<168xf32>
    %27 = "stablehlo.add"(%26, %24) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    %28 = "stablehlo.sqrt"(%27) : (tensor<168xf32>) -> tensor<168xf32>
    %29 = "stablehlo.multiply"(%12, %28) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    %30 = "func.call"(%16, %12, %29) <{callee = @_where}> : (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    %31 = "stablehlo.constant"() <{value = dense<0x7F800000> : tensor<f32>}> : () -> tensor<f32>
    %32 = "func.call"(%11, %31, %30) <{callee = @_where_0}> : (tensor<168xi1>, tensor<f32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%32) : (tensor<168xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<168xi1>, %arg4: tensor<168xf32>, %arg5: tensor<168xf32>):
    %2 = "stablehlo.select"(%arg3, %arg4, %arg5) : (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%2) : (tensor<168xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<f32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{}], sym_name = "_where_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<f32>, %arg2: tensor<168xf32>):
    %0 = "stablehlo.broadcast_in_dim"(%arg1) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<168xf32>
    %1 = "stablehlo.select"(%arg0, %0, %arg2) : (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%1) : (tensor<168xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.hypot.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg8: tensor<168xf64>, %arg9: tensor<168xf64>):
    %33 = "func.call"(%arg8, %arg9) <{callee = @hypot}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%33) : (tensor<168xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{}], sym_name = "hypot", sym_visibility = "private"}> ({
  ^bb0(%arg6: tensor<168xf64>, %arg7: tensor<168xf64>):
    %3 = "stablehlo.abs"(%arg6) : (tensor<168xf64>) -> tensor<168xf64>
    %4 = "stablehlo.abs"(%arg7) : (tensor<168xf64>) -> tensor<168xf64>
    %5 = "stablehlo.constant"() <{value = dense<0x7FF0000000000000> : tensor<f64>}> : () -> tensor<f64>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<168xf64>
    %7 = "stablehlo.compare"(%3, %6) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xi1>
    %8 = "stablehlo.constant"() <{value = dense<0x7FF0000000000000> : tensor<f64>}> : () -> tensor<f64>
    %9 = "stablehlo.broadcast_in_dim"(%8) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<168xf64>
    %10 = "stablehlo.compare"(%4, %9) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xi1>
    %11 = "stablehlo.or"(%7, %10) : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %12 = "stablehlo.maximum"(%3, %4) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    %13 = "stablehlo.minimum"(%3, %4) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    %14 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %15 = "stablehlo.broadcast_in_dim"(%14) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<168xf64>
    %16 = "stablehlo.compare"(%12, %15) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xi1>
    %17 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %18 = "stablehlo.broadcast_in_dim"(%17) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<168xf64>
    %19 = "stablehlo.compare"(%12, %18) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xi1>
    %20 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %21 = "stablehlo.broadcast_in_dim"(%20) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<168xf64>
    %22 = "func.call"(%19, %21, %12) <{callee = @_where}> : (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    %23 = "stablehlo.divide"(%13, %22) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    %24 = "chlo.square"(%23) : (tensor<168xf64>) -> tensor<168xf64>
    %25 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %26 = "stablehlo.broadcast_in_dim"(%25) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<168xf64>
    %27 = "stablehlo.add"(%26, %24) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    %28 = "stablehlo.sqrt"(%27) : (tensor<168xf64>) -> tensor<168xf64>
    %29 = "stablehlo.multiply"(%12, %28) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    %30 = "func.call"(%16, %12, %29) <{callee = @_where}> : (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    %31 = "stablehlo.constant"() <{value = dense<0x7FF0000000000000> : tensor<f64>}> : () -> tensor<f64>
    %32 = "func.call"(%11, %31, %30) <{callee = @_where_0}> : (tensor<168xi1>, tensor<f64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%32) : (tensor<168xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<168xi1>, %arg4: tensor<168xf64>, %arg5: tensor<168xf64>):
    %2 = "stablehlo.select"(%arg3, %arg4, %arg5) : (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%2) : (tensor<168xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<f64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{}], sym_name = "_where_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<f64>, %arg2: tensor<168xf64>):
    %0 = "stablehlo.broadcast_in_dim"(%arg1) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<168xf64>
    %1 = "stablehlo.select"(%arg0, %0, %arg2) : (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%1) : (tensor<168xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.hypot.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg8: tensor<168xbf16>, %arg9: tensor<168xbf16>):
    %33 = "func.call"(%arg8, %arg9) <{callee = @hypot}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%33) : (tensor<168xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{}], sym_name = "hypot", sym_visibility = "private"}> ({
  ^bb0(%arg6: tensor<168xbf16>, %arg7: tensor<168xbf16>):
    %3 = "stablehlo.abs"(%arg6) : (tensor<168xbf16>) -> tensor<168xbf16>
    %4 = "stablehlo.abs"(%arg7) : (tensor<168xbf16>) -> tensor<168xbf16>
    %5 = "stablehlo.constant"() <{value = dense<0x7F80> : tensor<bf16>}> : () -> tensor<bf16>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<168xbf16>
    %7 = "stablehlo.compare"(%3, %6) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xi1>
    %8 = "stablehlo.constant"() <{value = dense<0x7F80> : tensor<bf16>}> : () -> tensor<bf16>
    %9 = "stablehlo.broadcast_in_dim"(%8) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<168xbf16>
    %10 = "stablehlo.compare"(%4, %9) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xi1>
    %11 = "stablehlo.or"(%7, %10) : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %12 = "stablehlo.maximum"(%3, %4) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    %13 = "stablehlo.minimum"(%3, %4) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    %14 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %15 = "stablehlo.broadcast_in_dim"(%14) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<168xbf16>
    %16 = "stablehlo.compare"(%12, %15) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xi1>
    %17 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %18 = "stablehlo.broadcast_in_dim"(%17) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<168xbf16>
    %19 = "stablehlo.compare"(%12, %18) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xi1>
    %20 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %21 = "stablehlo.broadcast_in_dim"(%20) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<168xbf16>
    %22 = "func.call"(%19, %21, %12) <{callee = @_where}> : (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    %23 = "stablehlo.divide"(%13, %22) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    %24 = "chlo.square"(%23) : (tensor<168xbf16>) -> tensor<168xbf16>
    %25 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %26 = "stablehlo.broadcast_in_dim"(%25) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<168xbf16>
    %27 = "stablehlo.add"(%26, %24) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    %28 = "stablehlo.sqrt"(%27) : (tensor<168xbf16>) -> tensor<168xbf16>
    %29 = "stablehlo.multiply"(%12, %28) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    %30 = "func.call"(%16, %12, %29) <{callee = @_where}> : (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    %31 = "stablehlo.constant"() <{value = dense<0x7F80> : tensor<bf16>}> : () -> tensor<bf16>
    %32 = "func.call"(%11, %31, %30) <{callee = @_where_0}> : (tensor<168xi1>, tensor<bf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%32) : (tensor<168xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<168xi1>, %arg4: tensor<168xbf16>, %arg5: tensor<168xbf16>):
    %2 = "stablehlo.select"(%arg3, %arg4, %arg5) : (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%2) : (tensor<168xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<bf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{}], sym_name = "_where_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<bf16>, %arg2: tensor<168xbf16>):
    %0 = "stablehlo.broadcast_in_dim"(%arg1) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<168xbf16>
    %1 = "stablehlo.select"(%arg0, %0, %arg2) : (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%1) : (tensor<168xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.hypot.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg8: tensor<168xf16>, %arg9: tensor<168xf16>):
    %33 = "func.call"(%arg8, %arg9) <{callee = @hypot}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%33) : (tensor<168xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{}], sym_name = "hypot", sym_visibility = "private"}> ({
  ^bb0(%arg6: tensor<168xf16>, %arg7: tensor<168xf16>):
    %3 = "stablehlo.abs"(%arg6) : (tensor<168xf16>) -> tensor<168xf16>
    %4 = "stablehlo.abs"(%arg7) : (tensor<168xf16>) -> tensor<168xf16>
    %5 = "stablehlo.constant"() <{value = dense<0x7C00> : tensor<f16>}> : () -> tensor<f16>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<168xf16>
    %7 = "stablehlo.compare"(%3, %6) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xi1>
    %8 = "stablehlo.constant"() <{value = dense<0x7C00> : tensor<f16>}> : () -> tensor<f16>
    %9 = "stablehlo.broadcast_in_dim"(%8) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<168xf16>
    %10 = "stablehlo.compare"(%4, %9) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xi1>
    %11 = "stablehlo.or"(%7, %10) : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %12 = "stablehlo.maximum"(%3, %4) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    %13 = "stablehlo.minimum"(%3, %4) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    %14 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %15 = "stablehlo.broadcast_in_dim"(%14) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<168xf16>
    %16 = "stablehlo.compare"(%12, %15) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xi1>
    %17 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %18 = "stablehlo.broadcast_in_dim"(%17) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<168xf16>
    %19 = "stablehlo.compare"(%12, %18) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xi1>
    %20 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %21 = "stablehlo.broadcast_in_dim"(%20) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<168xf16>
    %22 = "func.call"(%19, %21, %12) <{callee = @_where}> : (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    %23 = "stablehlo.divide"(%13, %22) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    %24 = "chlo.square"(%23) : (tensor<168xf16>) -> tensor<168xf16>
    %25 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %26 = "stablehlo.broadcast_in_dim"(%25) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<168xf16>
    %27 = "stablehlo.add"(%26, %24) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    %28 = "stablehlo.sqrt"(%27) : (tensor<168xf16>) -> tensor<168xf16>
    %29 = "stablehlo.multiply"(%12, %28) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    %30 = "func.call"(%16, %12, %29) <{callee = @_where}> : (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    %31 = "stablehlo.constant"() <{value = dense<0x7C00> : tensor<f16>}> : () -> tensor<f16>
    %32 = "func.call"(%11, %31, %30) <{callee = @_where_0}> : (tensor<168xi1>, tensor<f16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%32) : (tensor<168xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<168xi1>, %arg4: tensor<168xf16>, %arg5: tensor<168xf16>):
    %2 = "stablehlo.select"(%arg3, %arg4, %arg5) : (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%2) : (tensor<168xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<f16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{}], sym_name = "_where_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<f16>, %arg2: tensor<168xf16>):
    %0 = "stablehlo.broadcast_in_dim"(%arg1) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<168xf16>
    %1 = "stablehlo.select"(%arg0, %0, %arg2) : (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%1) : (tensor<168xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.logaddexp.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf32>, %arg1: tensor<168xf32>):
    %0 = "stablehlo.maximum"(%arg0, %arg1) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    %1 = "stablehlo.subtract"(%arg0, %arg1) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    %2 = "stablehlo.compare"(%1, %1) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xi1>
    %3 = "stablehlo.add"(%arg0, %arg1) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    %4 = "stablehlo.abs"(%1) : (tensor<168xf32>) -> tensor<168xf32>
    %5 = "stablehlo.negate"(%4) : (tensor<168xf32>) -> tensor<168xf32>
    %6 = "stablehlo.exponential"(%5) : (tensor<168xf32>) -> tensor<168xf32>
    %7 = "stablehlo.log_plus_one"(%6) : (tensor<168xf32>) -> tensor<168xf32>
    %8 = "stablehlo.add"(%0, %7) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    %9 = "stablehlo.select"(%2, %3, %8) : (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%9) : (tensor<168xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.logaddexp.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf64>, %arg1: tensor<168xf64>):
    %0 = "stablehlo.maximum"(%arg0, %arg1) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    %1 = "stablehlo.subtract"(%arg0, %arg1) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    %2 = "stablehlo.compare"(%1, %1) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xi1>
    %3 = "stablehlo.add"(%arg0, %arg1) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    %4 = "stablehlo.abs"(%1) : (tensor<168xf64>) -> tensor<168xf64>
    %5 = "stablehlo.negate"(%4) : (tensor<168xf64>) -> tensor<168xf64>
    %6 = "stablehlo.exponential"(%5) : (tensor<168xf64>) -> tensor<168xf64>
    %7 = "stablehlo.log_plus_one"(%6) : (tensor<168xf64>) -> tensor<168xf64>
    %8 = "stablehlo.add"(%0, %7) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    %9 = "stablehlo.select"(%2, %3, %8) : (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%9) : (tensor<168xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.logaddexp.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xbf16>, %arg1: tensor<168xbf16>):
    %0 = "stablehlo.maximum"(%arg0, %arg1) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    %1 = "stablehlo.subtract"(%arg0, %arg1) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    %2 = "stablehlo.compare"(%1, %1) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xi1>
    %3 = "stablehlo.add"(%arg0, %arg1) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    %4 = "stablehlo.abs"(%1) : (tensor<168xbf16>) -> tensor<168xbf16>
    %5 = "stablehlo.negate"(%4) : (tensor<168xbf16>) -> tensor<168xbf16>
    %6 = "stablehlo.exponential"(%5) : (tensor<168xbf16>) -> tensor<168xbf16>
    %7 = "stablehlo.log_plus_one"(%6) : (tensor<168xbf16>) -> tensor<168xbf16>
    %8 = "stablehlo.add"(%0, %7) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    %9 = "stablehlo.select"(%2, %3, %8) : (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%9) : (tensor<168xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.logaddexp.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<168xf16>, %arg1: tensor<168xf16>):
    %0 = "stablehlo.maximum"(%arg0, %arg1) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    %1 = "stablehlo.subtract"(%arg0, %arg1) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    %2 = "stablehlo.compare"(%1, %1) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xi1>
    %3 = "stablehlo.add"(%arg0, %arg1) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    %4 = "stablehlo.abs"(%1) : (tensor<168xf16>) -> tensor<168xf16>
    %5 = "stablehlo.negate"(%4) : (tensor<168xf16>) -> tensor<168xf16>
    %6 = "stablehlo.exponential"(%5) : (tensor<168xf16>) -> tensor<168xf16>
    %7 = "stablehlo.log_plus_one"(%6) : (tensor<168xf16>) -> tensor<168xf16>
    %8 = "stablehlo.add"(%0, %7) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    %9 = "stablehlo.select"(%2, %3, %8) : (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%9) : (tensor<168xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.mod.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg2: tensor<168xf32>, %arg3: tensor<168xf32>):
    %14 = "func.call"(%arg2, %arg3) <{callee = @remainder}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%14) : (tensor<168xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{}], sym_name = "remainder", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xf32>, %arg1: tensor<168xf32>):
    %0 = "stablehlo.remainder"(%arg0, %arg1) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    %1 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<168xf32>
    %3 = "stablehlo.compare"(%0, %2) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xi1>
    %4 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<168xf32>
    %6 = "stablehlo.compare"(%0, %5) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xi1>
    %7 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %8 = "stablehlo.broadcast_in_dim"(%7) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<168xf32>
    %9 = "stablehlo.compare"(%arg1, %8) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xi1>
    %10 = "stablehlo.compare"(%6, %9) <{compare_type = #stablehlo<comparison_type UNSIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %11 = "stablehlo.and"(%10, %3) : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %12 = "stablehlo.add"(%0, %arg1) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    %13 = "stablehlo.select"(%11, %12, %0) : (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%13) : (tensor<168xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.mod.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg2: tensor<168xf64>, %arg3: tensor<168xf64>):
    %14 = "func.call"(%arg2, %arg3) <{callee = @remainder}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%14) : (tensor<168xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{}], sym_name = "remainder", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xf64>, %arg1: tensor<168xf64>):
    %0 = "stablehlo.remainder"(%arg0, %arg1) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    %1 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<168xf64>
    %3 = "stablehlo.compare"(%0, %2) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xi1>
    %4 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<168xf64>
    %6 = "stablehlo.compare"(%0, %5) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xi1>
    %7 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %8 = "stablehlo.broadcast_in_dim"(%7) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<168xf64>
    %9 = "stablehlo.compare"(%arg1, %8) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xi1>
    %10 = "stablehlo.compare"(%6, %9) <{compare_type = #stablehlo<comparison_type UNSIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %11 = "stablehlo.and"(%10, %3) : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %12 = "stablehlo.add"(%0, %arg1) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    %13 = "stablehlo.select"(%11, %12, %0) : (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%13) : (tensor<168xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.mod.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg2: tensor<168xbf16>, %arg3: tensor<168xbf16>):
    %14 = "func.call"(%arg2, %arg3) <{callee = @remainder}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%14) : (tensor<168xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{}], sym_name = "remainder", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xbf16>, %arg1: tensor<168xbf16>):
    %0 = "stablehlo.remainder"(%arg0, %arg1) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    %1 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<168xbf16>
    %3 = "stablehlo.compare"(%0, %2) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xi1>
    %4 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<168xbf16>
    %6 = "stablehlo.compare"(%0, %5) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xi1>
    %7 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %8 = "stablehlo.broadcast_in_dim"(%7) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<168xbf16>
    %9 = "stablehlo.compare"(%arg1, %8) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xi1>
    %10 = "stablehlo.compare"(%6, %9) <{compare_type = #stablehlo<comparison_type UNSIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %11 = "stablehlo.and"(%10, %3) : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %12 = "stablehlo.add"(%0, %arg1) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    %13 = "stablehlo.select"(%11, %12, %0) : (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%13) : (tensor<168xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.mod.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg2: tensor<168xf16>, %arg3: tensor<168xf16>):
    %14 = "func.call"(%arg2, %arg3) <{callee = @remainder}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%14) : (tensor<168xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{}], sym_name = "remainder", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xf16>, %arg1: tensor<168xf16>):
    %0 = "stablehlo.remainder"(%arg0, %arg1) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    %1 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<168xf16>
    %3 = "stablehlo.compare"(%0, %2) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xi1>
    %4 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<168xf16>
    %6 = "stablehlo.compare"(%0, %5) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xi1>
    %7 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %8 = "stablehlo.broadcast_in_dim"(%7) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<168xf16>
    %9 = "stablehlo.compare"(%arg1, %8) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xi1>
    %10 = "stablehlo.compare"(%6, %9) <{compare_type = #stablehlo<comparison_type UNSIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %11 = "stablehlo.and"(%10, %3) : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %12 = "stablehlo.add"(%0, %arg1) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    %13 = "stablehlo.select"(%11, %12, %0) : (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%13) : (tensor<168xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.floor_divide.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg5: tensor<168xf32>, %arg6: tensor<168xf32>):
    %22 = "func.call"(%arg5, %arg6) <{callee = @floor_divide}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%22) : (tensor<168xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{}], sym_name = "floor_divide", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<168xf32>, %arg4: tensor<168xf32>):
    %1 = "stablehlo.remainder"(%arg3, %arg4) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    %2 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<168xf32>
    %4 = "stablehlo.compare"(%arg4, %3) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xi1>
    %5 = "stablehlo.subtract"(%arg3, %1) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    %6 = "func.call"(%4, %arg3, %5) <{callee = @_where}> : (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    %7 = "stablehlo.divide"(%6, %arg4) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    %8 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %9 = "stablehlo.broadcast_in_dim"(%8) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<168xf32>
    %10 = "stablehlo.compare"(%1, %9) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xi1>
    %11 = "stablehlo.sign"(%arg4) : (tensor<168xf32>) -> tensor<168xf32>
    %12 = "stablehlo.sign"(%1) : (tensor<168xf32>) -> tensor<168xf32>
    %13 = "stablehlo.compare"(%11, %12) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xi1>
    %14 = "stablehlo.and"(%10, %13) : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %15 = "stablehlo.add"(%1, %arg4) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    %16 = "stablehlo.select"(%14, %15, %1) : (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    %17 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %18 = "stablehlo.broadcast_in_dim"(%17) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<168xf32>
    %19 = "stablehlo.subtract"(%7, %18) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    %20 = "stablehlo.select"(%14, %19, %7) : (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    %21 = "stablehlo.round_nearest_afz"(%20) : (tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%21) : (tensor<168xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<168xf32>, %arg2: tensor<168xf32>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%0) : (tensor<168xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.floor_divide.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg5: tensor<168xf64>, %arg6: tensor<168xf64>):
    %22 = "func.call"(%arg5, %arg6) <{callee = @floor_divide}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%22) : (tensor<168xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{}], sym_name = "floor_divide", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<168xf64>, %arg4: tensor<168xf64>):
    %1 = "stablehlo.remainder"(%arg3, %arg4) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    %2 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<168xf64>
    %4 = "stablehlo.compare"(%arg4, %3) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xi1>
    %5 = "stablehlo.subtract"(%arg3, %1) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    %6 = "func.call"(%4, %arg3, %5) <{callee = @_where}> : (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    %7 = "stablehlo.divide"(%6, %arg4) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    %8 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %9 = "stablehlo.broadcast_in_dim"(%8) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<168xf64>
    %10 = "stablehlo.compare"(%1, %9) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xi1>
    %11 = "stablehlo.sign"(%arg4) : (tensor<168xf64>) -> tensor<168xf64>
    %12 = "stablehlo.sign"(%1) : (tensor<168xf64>) -> tensor<168xf64>
    %13 = "stablehlo.compare"(%11, %12) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xi1>
    %14 = "stablehlo.and"(%10, %13) : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %15 = "stablehlo.add"(%1, %arg4) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    %16 = "stablehlo.select"(%14, %15, %1) : (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    %17 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %18 = "stablehlo.broadcast_in_dim"(%17) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<168xf64>
    %19 = "stablehlo.subtract"(%7, %18) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    %20 = "stablehlo.select"(%14, %19, %7) : (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    %21 = "stablehlo.round_nearest_afz"(%20) : (tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%21) : (tensor<168xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<168xf64>, %arg2: tensor<168xf64>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%0) : (tensor<168xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.floor_divide.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg5: tensor<168xbf16>, %arg6: tensor<168xbf16>):
    %22 = "func.call"(%arg5, %arg6) <{callee = @floor_divide}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%22) : (tensor<168xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{}], sym_name = "floor_divide", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<168xbf16>, %arg4: tensor<168xbf16>):
    %1 = "stablehlo.remainder"(%arg3, %arg4) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    %2 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<168xbf16>
    %4 = "stablehlo.compare"(%arg4, %3) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xi1>
    %5 = "stablehlo.subtract"(%arg3, %1) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    %6 = "func.call"(%4, %arg3, %5) <{callee = @_where}> : (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    %7 = "stablehlo.divide"(%6, %arg4) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    %8 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %9 = "stablehlo.broadcast_in_dim"(%8) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<168xbf16>
    %10 = "stablehlo.compare"(%1, %9) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xi1>
    %11 = "stablehlo.sign"(%arg4) : (tensor<168xbf16>) -> tensor<168xbf16>
    %12 = "stablehlo.sign"(%1) : (tensor<168xbf16>) -> tensor<168xbf16>
    %13 = "stablehlo.compare"(%11, %12) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xi1>
    %14 = "stablehlo.and"(%10, %13) : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %15 = "stablehlo.add"(%1, %arg4) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    %16 = "stablehlo.select"(%14, %15, %1) : (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    %17 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %18 = "stablehlo.broadcast_in_dim"(%17) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<168xbf16>
    %19 = "stablehlo.subtract"(%7, %18) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    %20 = "stablehlo.select"(%14, %19, %7) : (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    %21 = "stablehlo.round_nearest_afz"(%20) : (tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%21) : (tensor<168xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<168xbf16>, %arg2: tensor<168xbf16>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%0) : (tensor<168xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.floor_divide.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg5: tensor<168xf16>, %arg6: tensor<168xf16>):
    %22 = "func.call"(%arg5, %arg6) <{callee = @floor_divide}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%22) : (tensor<168xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{}], sym_name = "floor_divide", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<168xf16>, %arg4: tensor<168xf16>):
    %1 = "stablehlo.remainder"(%arg3, %arg4) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    %2 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<168xf16>
    %4 = "stablehlo.compare"(%arg4, %3) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xi1>
    %5 = "stablehlo.subtract"(%arg3, %1) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    %6 = "func.call"(%4, %arg3, %5) <{callee = @_where}> : (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    %7 = "stablehlo.divide"(%6, %arg4) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    %8 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %9 = "stablehlo.broadcast_in_dim"(%8) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<168xf16>
    %10 = "stablehlo.compare"(%1, %9) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xi1>
    %11 = "stablehlo.sign"(%arg4) : (tensor<168xf16>) -> tensor<168xf16>
    %12 = "stablehlo.sign"(%1) : (tensor<168xf16>) -> tensor<168xf16>
    %13 = "stablehlo.compare"(%11, %12) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xi1>
    %14 = "stablehlo.and"(%10, %13) : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %15 = "stablehlo.add"(%1, %arg4) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    %16 = "stablehlo.select"(%14, %15, %1) : (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    %17 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %18 = "stablehlo.broadcast_in_dim"(%17) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<168xf16>
    %19 = "stablehlo.subtract"(%7, %18) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    %20 = "stablehlo.select"(%14, %19, %7) : (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    %21 = "stablehlo.round_nearest_afz"(%20) : (tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%21) : (tensor<168xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<168xf16>, %arg2: tensor<168xf16>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%0) : (tensor<168xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.fmax.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg5: tensor<168xf32>, %arg6: tensor<168xf32>):
    %5 = "func.call"(%arg5, %arg6) <{callee = @fmax}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%5) : (tensor<168xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{}], sym_name = "fmax", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<168xf32>, %arg4: tensor<168xf32>):
    %1 = "stablehlo.compare"(%arg3, %arg4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xi1>
    %2 = "stablehlo.compare"(%arg4, %arg4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xi1>
    %3 = "stablehlo.or"(%1, %2) : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %4 = "func.call"(%3, %arg3, %arg4) <{callee = @_where}> : (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%4) : (tensor<168xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<168xf32>, %arg2: tensor<168xf32>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%0) : (tensor<168xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.fmax.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg5: tensor<168xf64>, %arg6: tensor<168xf64>):
    %5 = "func.call"(%arg5, %arg6) <{callee = @fmax}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%5) : (tensor<168xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{}], sym_name = "fmax", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<168xf64>, %arg4: tensor<168xf64>):
    %1 = "stablehlo.compare"(%arg3, %arg4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xi1>
    %2 = "stablehlo.compare"(%arg4, %arg4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xi1>
    %3 = "stablehlo.or"(%1, %2) : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %4 = "func.call"(%3, %arg3, %arg4) <{callee = @_where}> : (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%4) : (tensor<168xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<168xf64>, %arg2: tensor<168xf64>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%0) : (tensor<168xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.fmax.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg5: tensor<168xbf16>, %arg6: tensor<168xbf16>):
    %5 = "func.call"(%arg5, %arg6) <{callee = @fmax}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%5) : (tensor<168xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{}], sym_name = "fmax", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<168xbf16>, %arg4: tensor<168xbf16>):
    %1 = "stablehlo.compare"(%arg3, %arg4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xi1>
    %2 = "stablehlo.compare"(%arg4, %arg4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xi1>
    %3 = "stablehlo.or"(%1, %2) : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %4 = "func.call"(%3, %arg3, %arg4) <{callee = @_where}> : (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%4) : (tensor<168xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<168xbf16>, %arg2: tensor<168xbf16>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%0) : (tensor<168xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.fmax.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg5: tensor<168xf16>, %arg6: tensor<168xf16>):
    %5 = "func.call"(%arg5, %arg6) <{callee = @fmax}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%5) : (tensor<168xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{}], sym_name = "fmax", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<168xf16>, %arg4: tensor<168xf16>):
    %1 = "stablehlo.compare"(%arg3, %arg4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xi1>
    %2 = "stablehlo.compare"(%arg4, %arg4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xi1>
    %3 = "stablehlo.or"(%1, %2) : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %4 = "func.call"(%3, %arg3, %arg4) <{callee = @_where}> : (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%4) : (tensor<168xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<168xf16>, %arg2: tensor<168xf16>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%0) : (tensor<168xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.fmin.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg5: tensor<168xf32>, %arg6: tensor<168xf32>):
    %5 = "func.call"(%arg5, %arg6) <{callee = @fmin}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%5) : (tensor<168xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{}], sym_name = "fmin", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<168xf32>, %arg4: tensor<168xf32>):
    %1 = "stablehlo.compare"(%arg3, %arg4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xi1>
    %2 = "stablehlo.compare"(%arg4, %arg4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xi1>
    %3 = "stablehlo.or"(%1, %2) : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %4 = "func.call"(%3, %arg3, %arg4) <{callee = @_where}> : (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%4) : (tensor<168xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<168xf32>, %arg2: tensor<168xf32>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%0) : (tensor<168xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.fmin.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg5: tensor<168xf64>, %arg6: tensor<168xf64>):
    %5 = "func.call"(%arg5, %arg6) <{callee = @fmin}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%5) : (tensor<168xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{}], sym_name = "fmin", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<168xf64>, %arg4: tensor<168xf64>):
    %1 = "stablehlo.compare"(%arg3, %arg4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xi1>
    %2 = "stablehlo.compare"(%arg4, %arg4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xi1>
    %3 = "stablehlo.or"(%1, %2) : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %4 = "func.call"(%3, %arg3, %arg4) <{callee = @_where}> : (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%4) : (tensor<168xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<168xf64>, %arg2: tensor<168xf64>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%0) : (tensor<168xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.fmin.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg5: tensor<168xbf16>, %arg6: tensor<168xbf16>):
    %5 = "func.call"(%arg5, %arg6) <{callee = @fmin}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%5) : (tensor<168xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{}], sym_name = "fmin", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<168xbf16>, %arg4: tensor<168xbf16>):
    %1 = "stablehlo.compare"(%arg3, %arg4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xi1>
    %2 = "stablehlo.compare"(%arg4, %arg4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xi1>
    %3 = "stablehlo.or"(%1, %2) : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %4 = "func.call"(%3, %arg3, %arg4) <{callee = @_where}> : (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%4) : (tensor<168xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<168xbf16>, %arg2: tensor<168xbf16>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%0) : (tensor<168xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.fmin.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg5: tensor<168xf16>, %arg6: tensor<168xf16>):
    %5 = "func.call"(%arg5, %arg6) <{callee = @fmin}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%5) : (tensor<168xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{}], sym_name = "fmin", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<168xf16>, %arg4: tensor<168xf16>):
    %1 = "stablehlo.compare"(%arg3, %arg4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xi1>
    %2 = "stablehlo.compare"(%arg4, %arg4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xi1>
    %3 = "stablehlo.or"(%1, %2) : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %4 = "func.call"(%3, %arg3, %arg4) <{callee = @_where}> : (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%4) : (tensor<168xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<168xf16>, %arg2: tensor<168xf16>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%0) : (tensor<168xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.copysign.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<168xf32>, %arg7: tensor<168xf32>):
    %14 = "func.call"(%arg6, %arg7) <{callee = @copysign}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%14) : (tensor<168xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{}], sym_name = "copysign", sym_visibility = "private"}> ({
  ^bb0(%arg4: tensor<168xf32>, %arg5: tensor<168xf32>):
    %9 = "func.call"(%arg5) <{callee = @signbit}> : (tensor<168xf32>) -> tensor<168xi1>
    %10 = "stablehlo.abs"(%arg4) : (tensor<168xf32>) -> tensor<168xf32>
    %11 = "stablehlo.negate"(%10) : (tensor<168xf32>) -> tensor<168xf32>
    %12 = "stablehlo.abs"(%arg4) : (tensor<168xf32>) -> tensor<168xf32>
    %13 = "func.call"(%9, %11, %12) <{callee = @_where}> : (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%13) : (tensor<168xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<168xf32>) -> tensor<168xi1>, res_attrs = [{}], sym_name = "signbit", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<168xf32>):
    %1 = "stablehlo.bitcast_convert"(%arg3) : (tensor<168xf32>) -> tensor<168xi32>
    %2 = "stablehlo.constant"() <{value = dense<31> : tensor<i32>}> : () -> tensor<i32>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<168xi32>
    %4 = "stablehlo.shift_right_arithmetic"(%1, %3) : (tensor<168xi32>, tensor<168xi32>) -> tensor<168xi32>
    %5 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<168xi32>
    %7 = "stablehlo.compare"(%4, %6) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xi32>, tensor<168xi32>) -> tensor<168xi1>
    %8 = "stablehlo.convert"(%7) : (tensor<168xi1>) -> tensor<168xi1>
    "func.return"(%8) : (tensor<168xi1>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<168xf32>, %arg2: tensor<168xf32>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%0) : (tensor<168xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.copysign.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<168xf64>, %arg7: tensor<168xf64>):
    %14 = "func.call"(%arg6, %arg7) <{callee = @copysign}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%14) : (tensor<168xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{}], sym_name = "copysign", sym_visibility = "private"}> ({
  ^bb0(%arg4: tensor<168xf64>, %arg5: tensor<168xf64>):
    %9 = "func.call"(%arg5) <{callee = @signbit}> : (tensor<168xf64>) -> tensor<168xi1>
    %10 = "stablehlo.abs"(%arg4) : (tensor<168xf64>) -> tensor<168xf64>
    %11 = "stablehlo.negate"(%10) : (tensor<168xf64>) -> tensor<168xf64>
    %12 = "stablehlo.abs"(%arg4) : (tensor<168xf64>) -> tensor<168xf64>
    %13 = "func.call"(%9, %11, %12) <{callee = @_where}> : (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%13) : (tensor<168xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<168xf64>) -> tensor<168xi1>, res_attrs = [{}], sym_name = "signbit", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<168xf64>):
    %1 = "stablehlo.bitcast_convert"(%arg3) : (tensor<168xf64>) -> tensor<168xi64>
    %2 = "stablehlo.constant"() <{value = dense<63> : tensor<i64>}> : () -> tensor<i64>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<i64>) -> tensor<168xi64>
    %4 = "stablehlo.shift_right_arithmetic"(%1, %3) : (tensor<168xi64>, tensor<168xi64>) -> tensor<168xi64>
    %5 = "stablehlo.constant"() <{value = dense<0> : tensor<i64>}> : () -> tensor<i64>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<i64>) -> tensor<168xi64>
    %7 = "stablehlo.compare"(%4, %6) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xi64>, tensor<168xi64>) -> tensor<168xi1>
    %8 = "stablehlo.convert"(%7) : (tensor<168xi1>) -> tensor<168xi1>
    "func.return"(%8) : (tensor<168xi1>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<168xf64>, %arg2: tensor<168xf64>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%0) : (tensor<168xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.copysign.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<168xbf16>, %arg7: tensor<168xbf16>):
    %14 = "func.call"(%arg6, %arg7) <{callee = @copysign}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%14) : (tensor<168xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{}], sym_name = "copysign", sym_visibility = "private"}> ({
  ^bb0(%arg4: tensor<168xbf16>, %arg5: tensor<168xbf16>):
    %9 = "func.call"(%arg5) <{callee = @signbit}> : (tensor<168xbf16>) -> tensor<168xi1>
    %10 = "stablehlo.abs"(%arg4) : (tensor<168xbf16>) -> tensor<168xbf16>
    %11 = "stablehlo.negate"(%10) : (tensor<168xbf16>) -> tensor<168xbf16>
    %12 = "stablehlo.abs"(%arg4) : (tensor<168xbf16>) -> tensor<168xbf16>
    %13 = "func.call"(%9, %11, %12) <{callee = @_where}> : (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%13) : (tensor<168xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<168xbf16>) -> tensor<168xi1>, res_attrs = [{}], sym_name = "signbit", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<168xbf16>):
    %1 = "stablehlo.bitcast_convert"(%arg3) : (tensor<168xbf16>) -> tensor<168xi16>
    %2 = "stablehlo.constant"() <{value = dense<15> : tensor<i16>}> : () -> tensor<i16>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<i16>) -> tensor<168xi16>
    %4 = "stablehlo.shift_right_arithmetic"(%1, %3) : (tensor<168xi16>, tensor<168xi16>) -> tensor<168xi16>
    %5 = "stablehlo.constant"() <{value = dense<0> : tensor<i16>}> : () -> tensor<i16>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<i16>) -> tensor<168xi16>
    %7 = "stablehlo.compare"(%4, %6) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xi16>, tensor<168xi16>) -> tensor<168xi1>
    %8 = "stablehlo.convert"(%7) : (tensor<168xi1>) -> tensor<168xi1>
    "func.return"(%8) : (tensor<168xi1>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<168xbf16>, %arg2: tensor<168xbf16>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%0) : (tensor<168xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.copysign.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<168xf16>, %arg7: tensor<168xf16>):
    %14 = "func.call"(%arg6, %arg7) <{callee = @copysign}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%14) : (tensor<168xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{}], sym_name = "copysign", sym_visibility = "private"}> ({
  ^bb0(%arg4: tensor<168xf16>, %arg5: tensor<168xf16>):
    %9 = "func.call"(%arg5) <{callee = @signbit}> : (tensor<168xf16>) -> tensor<168xi1>
    %10 = "stablehlo.abs"(%arg4) : (tensor<168xf16>) -> tensor<168xf16>
    %11 = "stablehlo.negate"(%10) : (tensor<168xf16>) -> tensor<168xf16>
    %12 = "stablehlo.abs"(%arg4) : (tensor<168xf16>) -> tensor<168xf16>
    %13 = "func.call"(%9, %11, %12) <{callee = @_where}> : (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%13) : (tensor<168xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<168xf16>) -> tensor<168xi1>, res_attrs = [{}], sym_name = "signbit", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<168xf16>):
    %1 = "stablehlo.bitcast_convert"(%arg3) : (tensor<168xf16>) -> tensor<168xi16>
    %2 = "stablehlo.constant"() <{value = dense<15> : tensor<i16>}> : () -> tensor<i16>
    %3 = "stablehlo.broadcast_in_dim"(%2) <{broadcast_dimensions = array<i64>}> : (tensor<i16>) -> tensor<168xi16>
    %4 = "stablehlo.shift_right_arithmetic"(%1, %3) : (tensor<168xi16>, tensor<168xi16>) -> tensor<168xi16>
    %5 = "stablehlo.constant"() <{value = dense<0> : tensor<i16>}> : () -> tensor<i16>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<i16>) -> tensor<168xi16>
    %7 = "stablehlo.compare"(%4, %6) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xi16>, tensor<168xi16>) -> tensor<168xi1>
    %8 = "stablehlo.convert"(%7) : (tensor<168xi1>) -> tensor<168xi1>
    "func.return"(%8) : (tensor<168xi1>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<168xf16>, %arg2: tensor<168xf16>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%0) : (tensor<168xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.nextafter.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<88xf32>, tensor<88xf32>) -> tensor<88xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<88xf32>, %arg1: tensor<88xf32>):
    %0 = "chlo.next_after"(%arg0, %arg1) : (tensor<88xf32>, tensor<88xf32>) -> tensor<88xf32>
    "func.return"(%0) : (tensor<88xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.nextafter.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<88xf64>, tensor<88xf64>) -> tensor<88xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<88xf64>, %arg1: tensor<88xf64>):
    %0 = "chlo.next_after"(%arg0, %arg1) : (tensor<88xf64>, tensor<88xf64>) -> tensor<88xf64>
    "func.return"(%0) : (tensor<88xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.heaviside.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg8: tensor<168xf32>, %arg9: tensor<168xf32>):
    %15 = "func.call"(%arg8, %arg9) <{callee = @heaviside}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%15) : (tensor<168xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{}], sym_name = "heaviside", sym_visibility = "private"}> ({
  ^bb0(%arg6: tensor<168xf32>, %arg7: tensor<168xf32>):
    %3 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %4 = "stablehlo.broadcast_in_dim"(%3) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<168xf32>
    %5 = "stablehlo.compare"(%arg6, %4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xi1>
    %6 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %7 = "stablehlo.broadcast_in_dim"(%6) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<168xf32>
    %8 = "stablehlo.compare"(%arg6, %7) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xi1>
    %9 = "stablehlo.compare"(%arg6, %arg6) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xi1>
    %10 = "func.call"(%9, %arg6, %arg7) <{callee = @_where}> : (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    %11 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %12 = "func.call"(%8, %11, %10) <{callee = @_where_0}> : (tensor<168xi1>, tensor<f32>, tensor<168xf32>) -> tensor<168xf32>
    %13 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %14 = "func.call"(%5, %13, %12) <{callee = @_where_0}> : (tensor<168xi1>, tensor<f32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%14) : (tensor<168xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<168xi1>, %arg4: tensor<168xf32>, %arg5: tensor<168xf32>):
    %2 = "stablehlo.select"(%arg3, %arg4, %arg5) : (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%2) : (tensor<168xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<f32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{}], sym_name = "_where_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<f32>, %arg2: tensor<168xf32>):
    %0 = "stablehlo.broadcast_in_dim"(%arg1) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<168xf32>
    %1 = "stablehlo.select"(%arg0, %0, %arg2) : (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%1) : (tensor<168xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.heaviside.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg8: tensor<168xf64>, %arg9: tensor<168xf64>):
    %15 = "func.call"(%arg8, %arg9) <{callee = @heaviside}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%15) : (tensor<168xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{}], sym_name = "heaviside", sym_visibility = "private"}> ({
  ^bb0(%arg6: tensor<168xf64>, %arg7: tensor<168xf64>):
    %3 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %4 = "stablehlo.broadcast_in_dim"(%3) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<168xf64>
    %5 = "stablehlo.compare"(%arg6, %4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xi1>
    %6 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %7 = "stablehlo.broadcast_in_dim"(%6) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<168xf64>
    %8 = "stablehlo.compare"(%arg6, %7) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xi1>
    %9 = "stablehlo.compare"(%arg6, %arg6) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xi1>
    %10 = "func.call"(%9, %arg6, %arg7) <{callee = @_where}> : (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    %11 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %12 = "func.call"(%8, %11, %10) <{callee = @_where_0}> : (tensor<168xi1>, tensor<f64>, tensor<168xf64>) -> tensor<168xf64>
    %13 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %14 = "func.call"(%5, %13, %12) <{callee = @_where_0}> : (tensor<168xi1>, tensor<f64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%14) : (tensor<168xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<168xi1>, %arg4: tensor<168xf64>, %arg5: tensor<168xf64>):
    %2 = "stablehlo.select"(%arg3, %arg4, %arg5) : (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%2) : (tensor<168xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<f64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{}], sym_name = "_where_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<f64>, %arg2: tensor<168xf64>):
    %0 = "stablehlo.broadcast_in_dim"(%arg1) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<168xf64>
    %1 = "stablehlo.select"(%arg0, %0, %arg2) : (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%1) : (tensor<168xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.heaviside.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg8: tensor<168xbf16>, %arg9: tensor<168xbf16>):
    %15 = "func.call"(%arg8, %arg9) <{callee = @heaviside}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%15) : (tensor<168xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{}], sym_name = "heaviside", sym_visibility = "private"}> ({
  ^bb0(%arg6: tensor<168xbf16>, %arg7: tensor<168xbf16>):
    %3 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %4 = "stablehlo.broadcast_in_dim"(%3) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<168xbf16>
    %5 = "stablehlo.compare"(%arg6, %4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xi1>
    %6 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %7 = "stablehlo.broadcast_in_dim"(%6) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<168xbf16>
    %8 = "stablehlo.compare"(%arg6, %7) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xi1>
    %9 = "stablehlo.compare"(%arg6, %arg6) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xi1>
    %10 = "func.call"(%9, %arg6, %arg7) <{callee = @_where}> : (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    %11 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %12 = "func.call"(%8, %11, %10) <{callee = @_where_0}> : (tensor<168xi1>, tensor<bf16>, tensor<168xbf16>) -> tensor<168xbf16>
    %13 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %14 = "func.call"(%5, %13, %12) <{callee = @_where_0}> : (tensor<168xi1>, tensor<bf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%14) : (tensor<168xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<168xi1>, %arg4: tensor<168xbf16>, %arg5: tensor<168xbf16>):
    %2 = "stablehlo.select"(%arg3, %arg4, %arg5) : (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%2) : (tensor<168xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<bf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{}], sym_name = "_where_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<bf16>, %arg2: tensor<168xbf16>):
    %0 = "stablehlo.broadcast_in_dim"(%arg1) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<168xbf16>
    %1 = "stablehlo.select"(%arg0, %0, %arg2) : (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%1) : (tensor<168xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.heaviside.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg8: tensor<168xf16>, %arg9: tensor<168xf16>):
    %15 = "func.call"(%arg8, %arg9) <{callee = @heaviside}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%15) : (tensor<168xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{}], sym_name = "heaviside", sym_visibility = "private"}> ({
  ^bb0(%arg6: tensor<168xf16>, %arg7: tensor<168xf16>):
    %3 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %4 = "stablehlo.broadcast_in_dim"(%3) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<168xf16>
    %5 = "stablehlo.compare"(%arg6, %4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xi1>
    %6 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %7 = "stablehlo.broadcast_in_dim"(%6) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<168xf16>
    %8 = "stablehlo.compare"(%arg6, %7) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xi1>
    %9 = "stablehlo.compare"(%arg6, %arg6) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xi1>
    %10 = "func.call"(%9, %arg6, %arg7) <{callee = @_where}> : (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    %11 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %12 = "func.call"(%8, %11, %10) <{callee = @_where_0}> : (tensor<168xi1>, tensor<f16>, tensor<168xf16>) -> tensor<168xf16>
    %13 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %14 = "func.call"(%5, %13, %12) <{callee = @_where_0}> : (tensor<168xi1>, tensor<f16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%14) : (tensor<168xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<168xi1>, %arg4: tensor<168xf16>, %arg5: tensor<168xf16>):
    %2 = "stablehlo.select"(%arg3, %arg4, %arg5) : (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%2) : (tensor<168xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<f16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{}], sym_name = "_where_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<f16>, %arg2: tensor<168xf16>):
    %0 = "stablehlo.broadcast_in_dim"(%arg1) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<168xf16>
    %1 = "stablehlo.select"(%arg0, %0, %arg2) : (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%1) : (tensor<168xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.xlogy.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg3: tensor<168xf32>, %arg4: tensor<168xf32>):
    %1 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<168xf32>
    %3 = "stablehlo.compare"(%arg3, %2) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xi1>
    %4 = "stablehlo.compare"(%arg4, %arg4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xi1>
    %5 = "stablehlo.or"(%3, %4) : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %6 = "stablehlo.log"(%arg4) : (tensor<168xf32>) -> tensor<168xf32>
    %7 = "stablehlo.multiply"(%arg3, %6) : (tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    %8 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %9 = "stablehlo.broadcast_in_dim"(%8) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<168xf32>
    %10 = "func.call"(%5, %7, %9) <{callee = @_where}> : (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%10) : (tensor<168xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<168xf32>, %arg2: tensor<168xf32>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<168xi1>, tensor<168xf32>, tensor<168xf32>) -> tensor<168xf32>
    "func.return"(%0) : (tensor<168xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.xlogy.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg3: tensor<168xf64>, %arg4: tensor<168xf64>):
    %1 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<168xf64>
    %3 = "stablehlo.compare"(%arg3, %2) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xi1>
    %4 = "stablehlo.compare"(%arg4, %arg4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xi1>
    %5 = "stablehlo.or"(%3, %4) : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %6 = "stablehlo.log"(%arg4) : (tensor<168xf64>) -> tensor<168xf64>
    %7 = "stablehlo.multiply"(%arg3, %6) : (tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    %8 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %9 = "stablehlo.broadcast_in_dim"(%8) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<168xf64>
    %10 = "func.call"(%5, %7, %9) <{callee = @_where}> : (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%10) : (tensor<168xf64>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<168xf64>, %arg2: tensor<168xf64>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<168xi1>, tensor<168xf64>, tensor<168xf64>) -> tensor<168xf64>
    "func.return"(%0) : (tensor<168xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.xlogy.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg3: tensor<168xbf16>, %arg4: tensor<168xbf16>):
    %1 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<168xbf16>
    %3 = "stablehlo.compare"(%arg3, %2) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xi1>
    %4 = "stablehlo.compare"(%arg4, %arg4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xi1>
    %5 = "stablehlo.or"(%3, %4) : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %6 = "stablehlo.log"(%arg4) : (tensor<168xbf16>) -> tensor<168xbf16>
    %7 = "stablehlo.multiply"(%arg3, %6) : (tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    %8 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %9 = "stablehlo.broadcast_in_dim"(%8) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<168xbf16>
    %10 = "func.call"(%5, %7, %9) <{callee = @_where}> : (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%10) : (tensor<168xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<168xbf16>, %arg2: tensor<168xbf16>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<168xi1>, tensor<168xbf16>, tensor<168xbf16>) -> tensor<168xbf16>
    "func.return"(%0) : (tensor<168xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew2.xlogy.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg3: tensor<168xf16>, %arg4: tensor<168xf16>):
    %1 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<168xf16>
    %3 = "stablehlo.compare"(%arg3, %2) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xi1>
    %4 = "stablehlo.compare"(%arg4, %arg4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xi1>
    %5 = "stablehlo.or"(%3, %4) : (tensor<168xi1>, tensor<168xi1>) -> tensor<168xi1>
    %6 = "stablehlo.log"(%arg4) : (tensor<168xf16>) -> tensor<168xf16>
    %7 = "stablehlo.multiply"(%arg3, %6) : (tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    %8 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f16>}> : () -> tensor<f16>
    %9 = "stablehlo.broadcast_in_dim"(%8) <{broadcast_dimensions = array<i64>}> : (tensor<f16>) -> tensor<168xf16>
    %10 = "func.call"(%5, %7, %9) <{callee = @_where}> : (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%10) : (tensor<168xf16>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<168xi1>, %arg1: tensor<168xf16>, %arg2: tensor<168xf16>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<168xi1>, tensor<168xf16>, tensor<168xf16>) -> tensor<168xf16>
    "func.return"(%0) : (tensor<168xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
