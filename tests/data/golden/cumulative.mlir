// ----- cum.cumsum.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<4x7xf32>) -> (tensor<4x7xf32>, tensor<4x7xf32>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<4x7xf32>):
    %8 = "func.call"(%arg6) <{callee = @cumsum}> : (tensor<4x7xf32>) -> tensor<4x7xf32>
    %9 = "func.call"(%arg6) <{callee = @cumsum_0}> : (tensor<4x7xf32>) -> tensor<4x7xf32>
    "func.return"(%8, %9) : (tensor<4x7xf32>, tensor<4x7xf32>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xf32>) -> tensor<4x7xf32>, sym_name = "cumsum", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<4x7xf32>):
    %4 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<f32>
    %6 = "stablehlo.reduce_window"(%arg3, %5) <{base_dilations = array<i64: 1, 1>, padding = dense<[[3, 0], [0, 0]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 4, 1>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg4: tensor<f32>, %arg5: tensor<f32>):
      %7 = "stablehlo.add"(%arg4, %arg5) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      "stablehlo.return"(%7) : (tensor<f32>) -> ()
    }) : (tensor<4x7xf32>, tensor<f32>) -> tensor<4x7xf32>
    "func.return"(%6) : (tensor<4x7xf32>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xf32>) -> tensor<4x7xf32>, sym_name = "cumsum_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<4x7xf32>):
    %0 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<f32>
    %2 = "stablehlo.reduce_window"(%arg0, %1) <{base_dilations = array<i64: 1, 1>, padding = dense<[[0, 0], [0, 6]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 1, 7>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg1: tensor<f32>, %arg2: tensor<f32>):
      %3 = "stablehlo.add"(%arg1, %arg2) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      "stablehlo.return"(%3) : (tensor<f32>) -> ()
    }) : (tensor<4x7xf32>, tensor<f32>) -> tensor<4x7xf32>
    "func.return"(%2) : (tensor<4x7xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- cum.cumsum.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<4x7xi32>) -> (tensor<4x7xi32>, tensor<4x7xi32>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<4x7xi32>):
    %8 = "func.call"(%arg6) <{callee = @cumsum}> : (tensor<4x7xi32>) -> tensor<4x7xi32>
    %9 = "func.call"(%arg6) <{callee = @cumsum_0}> : (tensor<4x7xi32>) -> tensor<4x7xi32>
    "func.return"(%8, %9) : (tensor<4x7xi32>, tensor<4x7xi32>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xi32>) -> tensor<4x7xi32>, sym_name = "cumsum", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<4x7xi32>):
    %4 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<i32>
    %6 = "stablehlo.reduce_window"(%arg3, %5) <{base_dilations = array<i64: 1, 1>, padding = dense<[[3, 0], [0, 0]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 4, 1>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg4: tensor<i32>, %arg5: tensor<i32>):
      %7 = "stablehlo.add"(%arg4, %arg5) : (tensor<i32>, tensor<i32>) -> tensor<i32>
      "stablehlo.return"(%7) : (tensor<i32>) -> ()
    }) : (tensor<4x7xi32>, tensor<i32>) -> tensor<4x7xi32>
    "func.return"(%6) : (tensor<4x7xi32>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xi32>) -> tensor<4x7xi32>, sym_name = "cumsum_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<4x7xi32>):
    %0 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<i32>
    %2 = "stablehlo.reduce_window"(%arg0, %1) <{base_dilations = array<i64: 1, 1>, padding = dense<[[0, 0], [0, 6]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 1, 7>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg1: tensor<i32>, %arg2: tensor<i32>):
      %3 = "stablehlo.add"(%arg1, %arg2) : (tensor<i32>, tensor<i32>) -> tensor<i32>
      "stablehlo.return"(%3) : (tensor<i32>) -> ()
    }) : (tensor<4x7xi32>, tensor<i32>) -> tensor<4x7xi32>
    "func.return"(%2) : (tensor<4x7xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- cum.cumsum.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<4x7xbf16>) -> (tensor<4x7xbf16>, tensor<4x7xbf16>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<4x7xbf16>):
    %8 = "func.call"(%arg6) <{callee = @cumsum}> : (tensor<4x7xbf16>) -> tensor<4x7xbf16>
    %9 = "func.call"(%arg6) <{callee = @cumsum_0}> : (tensor<4x7xbf16>) -> tensor<4x7xbf16>
    "func.return"(%8, %9) : (tensor<4x7xbf16>, tensor<4x7xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xbf16>) -> tensor<4x7xbf16>, sym_name = "cumsum", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<4x7xbf16>):
    %4 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<bf16>
    %6 = "stablehlo.reduce_window"(%arg3, %5) <{base_dilations = array<i64: 1, 1>, padding = dense<[[3, 0], [0, 0]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 4, 1>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg4: tensor<bf16>, %arg5: tensor<bf16>):
      %7 = "stablehlo.add"(%arg4, %arg5) : (tensor<bf16>, tensor<bf16>) -> tensor<bf16>
      "stablehlo.return"(%7) : (tensor<bf16>) -> ()
    }) : (tensor<4x7xbf16>, tensor<bf16>) -> tensor<4x7xbf16>
    "func.return"(%6) : (tensor<4x7xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xbf16>) -> tensor<4x7xbf16>, sym_name = "cumsum_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<4x7xbf16>):
    %0 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<bf16>
    %2 = "stablehlo.reduce_window"(%arg0, %1) <{base_dilations = array<i64: 1, 1>, padding = dense<[[0, 0], [0, 6]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 1, 7>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg1: tensor<bf16>, %arg2: tensor<bf16>):
      %3 = "stablehlo.add"(%arg1, %arg2) : (tensor<bf16>, tensor<bf16>) -> tensor<bf16>
      "stablehlo.return"(%3) : (tensor<bf16>) -> ()
    }) : (tensor<4x7xbf16>, tensor<bf16>) -> tensor<4x7xbf16>
    "func.return"(%2) : (tensor<4x7xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- cum.cumsum.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<4x7xf64>) -> (tensor<4x7xf64>, tensor<4x7xf64>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<4x7xf64>):
    %8 = "func.call"(%arg6) <{callee = @cumsum}> : (tensor<4x7xf64>) -> tensor<4x7xf64>
    %9 = "func.call"(%arg6) <{callee = @cumsum_0}> : (tensor<4x7xf64>) -> tensor<4x7xf64>
    "func.return"(%8, %9) : (tensor<4x7xf64>, tensor<4x7xf64>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xf64>) -> tensor<4x7xf64>, sym_name = "cumsum", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<4x7xf64>):
    %4 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<f64>
    %6 = "stablehlo.reduce_window"(%arg3, %5) <{base_dilations = array<i64: 1, 1>, padding = dense<[[3, 0], [0, 0]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 4, 1>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg4: tensor<f64>, %arg5: tensor<f64>):
      %7 = "stablehlo.add"(%arg4, %arg5) : (tensor<f64>, tensor<f64>) -> tensor<f64>
      "stablehlo.return"(%7) : (tensor<f64>) -> ()
    }) : (tensor<4x7xf64>, tensor<f64>) -> tensor<4x7xf64>
    "func.return"(%6) : (tensor<4x7xf64>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xf64>) -> tensor<4x7xf64>, sym_name = "cumsum_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<4x7xf64>):
    %0 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<f64>
    %2 = "stablehlo.reduce_window"(%arg0, %1) <{base_dilations = array<i64: 1, 1>, padding = dense<[[0, 0], [0, 6]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 1, 7>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg1: tensor<f64>, %arg2: tensor<f64>):
      %3 = "stablehlo.add"(%arg1, %arg2) : (tensor<f64>, tensor<f64>) -> tensor<f64>
      "stablehlo.return"(%3) : (tensor<f64>) -> ()
    }) : (tensor<4x7xf64>, tensor<f64>) -> tensor<4x7xf64>
    "func.return"(%2) : (tensor<4x7xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- cum.cumprod.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<4x7xf32>) -> (tensor<4x7xf32>, tensor<4x7xf32>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<4x7xf32>):
    %6 = "func.call"(%arg6) <{callee = @cumprod}> : (tensor<4x7xf32>) -> tensor<4x7xf32>
    %7 = "func.call"(%arg6) <{callee = @cumprod_0}> : (tensor<4x7xf32>) -> tensor<4x7xf32>
    "func.return"(%6, %7) : (tensor<4x7xf32>, tensor<4x7xf32>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xf32>) -> tensor<4x7xf32>, sym_name = "cumprod", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<4x7xf32>):
    %3 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %4 = "stablehlo.reduce_window"(%arg3, %3) <{base_dilations = array<i64: 1, 1>, padding = dense<[[3, 0], [0, 0]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 4, 1>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg4: tensor<f32>, %arg5: tensor<f32>):
      %5 = "stablehlo.multiply"(%arg4, %arg5) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      "stablehlo.return"(%5) : (tensor<f32>) -> ()
    }) : (tensor<4x7xf32>, tensor<f32>) -> tensor<4x7xf32>
    "func.return"(%4) : (tensor<4x7xf32>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xf32>) -> tensor<4x7xf32>, sym_name = "cumprod_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<4x7xf32>):
    %0 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %1 = "stablehlo.reduce_window"(%arg0, %0) <{base_dilations = array<i64: 1, 1>, padding = dense<[[0, 0], [0, 6]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 1, 7>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg1: tensor<f32>, %arg2: tensor<f32>):
      %2 = "stablehlo.multiply"(%arg1, %arg2) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      "stablehlo.return"(%2) : (tensor<f32>) -> ()
    }) : (tensor<4x7xf32>, tensor<f32>) -> tensor<4x7xf32>
    "func.return"(%1) : (tensor<4x7xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- cum.cumprod.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<4x7xi32>) -> (tensor<4x7xi32>, tensor<4x7xi32>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<4x7xi32>):
    %6 = "func.call"(%arg6) <{callee = @cumprod}> : (tensor<4x7xi32>) -> tensor<4x7xi32>
    %7 = "func.call"(%arg6) <{callee = @cumprod_0}> : (tensor<4x7xi32>) -> tensor<4x7xi32>
    "func.return"(%6, %7) : (tensor<4x7xi32>, tensor<4x7xi32>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xi32>) -> tensor<4x7xi32>, sym_name = "cumprod", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<4x7xi32>):
    %3 = "stablehlo.constant"() <{value = dense<1> : tensor<i32>}> : () -> tensor<i32>
    %4 = "stablehlo.reduce_window"(%arg3, %3) <{base_dilations = array<i64: 1, 1>, padding = dense<[[3, 0], [0, 0]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 4, 1>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg4: tensor<i32>, %arg5: tensor<i32>):
      %5 = "stablehlo.multiply"(%arg4, %arg5) : (tensor<i32>, tensor<i32>) -> tensor<i32>
      "stablehlo.return"(%5) : (tensor<i32>) -> ()
    }) : (tensor<4x7xi32>, tensor<i32>) -> tensor<4x7xi32>
    "func.return"(%4) : (tensor<4x7xi32>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xi32>) -> tensor<4x7xi32>, sym_name = "cumprod_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<4x7xi32>):
    %0 = "stablehlo.constant"() <{value = dense<1> : tensor<i32>}> : () -> tensor<i32>
    %1 = "stablehlo.reduce_window"(%arg0, %0) <{base_dilations = array<i64: 1, 1>, padding = dense<[[0, 0], [0, 6]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 1, 7>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg1: tensor<i32>, %arg2: tensor<i32>):
      %2 = "stablehlo.multiply"(%arg1, %arg2) : (tensor<i32>, tensor<i32>) -> tensor<i32>
      "stablehlo.return"(%2) : (tensor<i32>) -> ()
    }) : (tensor<4x7xi32>, tensor<i32>) -> tensor<4x7xi32>
    "func.return"(%1) : (tensor<4x7xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- cum.cumprod.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<4x7xbf16>) -> (tensor<4x7xbf16>, tensor<4x7xbf16>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<4x7xbf16>):
    %6 = "func.call"(%arg6) <{callee = @cumprod}> : (tensor<4x7xbf16>) -> tensor<4x7xbf16>
    %7 = "func.call"(%arg6) <{callee = @cumprod_0}> : (tensor<4x7xbf16>) -> tensor<4x7xbf16>
    "func.return"(%6, %7) : (tensor<4x7xbf16>, tensor<4x7xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xbf16>) -> tensor<4x7xbf16>, sym_name = "cumprod", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<4x7xbf16>):
    %3 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %4 = "stablehlo.reduce_window"(%arg3, %3) <{base_dilations = array<i64: 1, 1>, padding = dense<[[3, 0], [0, 0]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 4, 1>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg4: tensor<bf16>, %arg5: tensor<bf16>):
      %5 = "stablehlo.multiply"(%arg4, %arg5) : (tensor<bf16>, tensor<bf16>) -> tensor<bf16>
      "stablehlo.return"(%5) : (tensor<bf16>) -> ()
    }) : (tensor<4x7xbf16>, tensor<bf16>) -> tensor<4x7xbf16>
    "func.return"(%4) : (tensor<4x7xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xbf16>) -> tensor<4x7xbf16>, sym_name = "cumprod_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<4x7xbf16>):
    %0 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<bf16>}> : () -> tensor<bf16>
    %1 = "stablehlo.reduce_window"(%arg0, %0) <{base_dilations = array<i64: 1, 1>, padding = dense<[[0, 0], [0, 6]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 1, 7>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg1: tensor<bf16>, %arg2: tensor<bf16>):
      %2 = "stablehlo.multiply"(%arg1, %arg2) : (tensor<bf16>, tensor<bf16>) -> tensor<bf16>
      "stablehlo.return"(%2) : (tensor<bf16>) -> ()
    }) : (tensor<4x7xbf16>, tensor<bf16>) -> tensor<4x7xbf16>
    "func.return"(%1) : (tensor<4x7xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- cum.cumprod.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<4x7xf64>) -> (tensor<4x7xf64>, tensor<4x7xf64>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<4x7xf64>):
    %6 = "func.call"(%arg6) <{callee = @cumprod}> : (tensor<4x7xf64>) -> tensor<4x7xf64>
    %7 = "func.call"(%arg6) <{callee = @cumprod_0}> : (tensor<4x7xf64>) -> tensor<4x7xf64>
    "func.return"(%6, %7) : (tensor<4x7xf64>, tensor<4x7xf64>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xf64>) -> tensor<4x7xf64>, sym_name = "cumprod", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<4x7xf64>):
    %3 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %4 = "stablehlo.reduce_window"(%arg3, %3) <{base_dilations = array<i64: 1, 1>, padding = dense<[[3, 0], [0, 0]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 4, 1>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg4: tensor<f64>, %arg5: tensor<f64>):
      %5 = "stablehlo.multiply"(%arg4, %arg5) : (tensor<f64>, tensor<f64>) -> tensor<f64>
      "stablehlo.return"(%5) : (tensor<f64>) -> ()
    }) : (tensor<4x7xf64>, tensor<f64>) -> tensor<4x7xf64>
    "func.return"(%4) : (tensor<4x7xf64>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xf64>) -> tensor<4x7xf64>, sym_name = "cumprod_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<4x7xf64>):
    %0 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f64>}> : () -> tensor<f64>
    %1 = "stablehlo.reduce_window"(%arg0, %0) <{base_dilations = array<i64: 1, 1>, padding = dense<[[0, 0], [0, 6]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 1, 7>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg1: tensor<f64>, %arg2: tensor<f64>):
      %2 = "stablehlo.multiply"(%arg1, %arg2) : (tensor<f64>, tensor<f64>) -> tensor<f64>
      "stablehlo.return"(%2) : (tensor<f64>) -> ()
    }) : (tensor<4x7xf64>, tensor<f64>) -> tensor<4x7xf64>
    "func.return"(%1) : (tensor<4x7xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- cum.cummax.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<4x7xf32>) -> (tensor<4x7xf32>, tensor<4x7xf32>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<4x7xf32>):
    %8 = "func.call"(%arg6) <{callee = @cummax}> : (tensor<4x7xf32>) -> tensor<4x7xf32>
    %9 = "func.call"(%arg6) <{callee = @cummax_0}> : (tensor<4x7xf32>) -> tensor<4x7xf32>
    "func.return"(%8, %9) : (tensor<4x7xf32>, tensor<4x7xf32>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xf32>) -> tensor<4x7xf32>, sym_name = "cummax", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<4x7xf32>):
    %4 = "stablehlo.constant"() <{value = dense<0xFF800000> : tensor<f32>}> : () -> tensor<f32>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<f32>
    %6 = "stablehlo.reduce_window"(%arg3, %5) <{base_dilations = array<i64: 1, 1>, padding = dense<[[3, 0], [0, 0]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 4, 1>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg4: tensor<f32>, %arg5: tensor<f32>):
      %7 = "stablehlo.maximum"(%arg4, %arg5) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      "stablehlo.return"(%7) : (tensor<f32>) -> ()
    }) : (tensor<4x7xf32>, tensor<f32>) -> tensor<4x7xf32>
    "func.return"(%6) : (tensor<4x7xf32>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xf32>) -> tensor<4x7xf32>, sym_name = "cummax_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<4x7xf32>):
    %0 = "stablehlo.constant"() <{value = dense<0xFF800000> : tensor<f32>}> : () -> tensor<f32>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<f32>
    %2 = "stablehlo.reduce_window"(%arg0, %1) <{base_dilations = array<i64: 1, 1>, padding = dense<[[0, 0], [0, 6]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 1, 7>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg1: tensor<f32>, %arg2: tensor<f32>):
      %3 = "stablehlo.maximum"(%arg1, %arg2) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      "stablehlo.return"(%3) : (tensor<f32>) -> ()
    }) : (tensor<4x7xf32>, tensor<f32>) -> tensor<4x7xf32>
    "func.return"(%2) : (tensor<4x7xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- cum.cummax.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<4x7xi32>) -> (tensor<4x7xi32>, tensor<4x7xi32>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<4x7xi32>):
    %8 = "func.call"(%arg6) <{callee = @cummax}> : (tensor<4x7xi32>) -> tensor<4x7xi32>
    %9 = "func.call"(%arg6) <{callee = @cummax_0}> : (tensor<4x7xi32>) -> tensor<4x7xi32>
    "func.return"(%8, %9) : (tensor<4x7xi32>, tensor<4x7xi32>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xi32>) -> tensor<4x7xi32>, sym_name = "cummax", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<4x7xi32>):
    %4 = "stablehlo.constant"() <{value = dense<-2147483648> : tensor<i32>}> : () -> tensor<i32>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<i32>
    %6 = "stablehlo.reduce_window"(%arg3, %5) <{base_dilations = array<i64: 1, 1>, padding = dense<[[3, 0], [0, 0]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 4, 1>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg4: tensor<i32>, %arg5: tensor<i32>):
      %7 = "stablehlo.maximum"(%arg4, %arg5) : (tensor<i32>, tensor<i32>) -> tensor<i32>
      "stablehlo.return"(%7) : (tensor<i32>) -> ()
    }) : (tensor<4x7xi32>, tensor<i32>) -> tensor<4x7xi32>
    "func.return"(%6) : (tensor<4x7xi32>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xi32>) -> tensor<4x7xi32>, sym_name = "cummax_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<4x7xi32>):
    %0 = "stablehlo.constant"() <{value = dense<-2147483648> : tensor<i32>}> : () -> tensor<i32>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<i32>
    %2 = "stablehlo.reduce_window"(%arg0, %1) <{base_dilations = array<i64: 1, 1>, padding = dense<[[0, 0], [0, 6]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 1, 7>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg1: tensor<i32>, %arg2: tensor<i32>):
      %3 = "stablehlo.maximum"(%arg1, %arg2) : (tensor<i32>, tensor<i32>) -> tensor<i32>
      "stablehlo.return"(%3) : (tensor<i32>) -> ()
    }) : (tensor<4x7xi32>, tensor<i32>) -> tensor<4x7xi32>
    "func.return"(%2) : (tensor<4x7xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- cum.cummax.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<4x7xbf16>) -> (tensor<4x7xbf16>, tensor<4x7xbf16>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<4x7xbf16>):
    %8 = "func.call"(%arg6) <{callee = @cummax}> : (tensor<4x7xbf16>) -> tensor<4x7xbf16>
    %9 = "func.call"(%arg6) <{callee = @cummax_0}> : (tensor<4x7xbf16>) -> tensor<4x7xbf16>
    "func.return"(%8, %9) : (tensor<4x7xbf16>, tensor<4x7xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xbf16>) -> tensor<4x7xbf16>, sym_name = "cummax", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<4x7xbf16>):
    %4 = "stablehlo.constant"() <{value = dense<0xFF80> : tensor<bf16>}> : () -> tensor<bf16>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<bf16>
    %6 = "stablehlo.reduce_window"(%arg3, %5) <{base_dilations = array<i64: 1, 1>, padding = dense<[[3, 0], [0, 0]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 4, 1>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg4: tensor<bf16>, %arg5: tensor<bf16>):
      %7 = "stablehlo.maximum"(%arg4, %arg5) : (tensor<bf16>, tensor<bf16>) -> tensor<bf16>
      "stablehlo.return"(%7) : (tensor<bf16>) -> ()
    }) : (tensor<4x7xbf16>, tensor<bf16>) -> tensor<4x7xbf16>
    "func.return"(%6) : (tensor<4x7xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xbf16>) -> tensor<4x7xbf16>, sym_name = "cummax_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<4x7xbf16>):
    %0 = "stablehlo.constant"() <{value = dense<0xFF80> : tensor<bf16>}> : () -> tensor<bf16>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<bf16>
    %2 = "stablehlo.reduce_window"(%arg0, %1) <{base_dilations = array<i64: 1, 1>, padding = dense<[[0, 0], [0, 6]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 1, 7>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg1: tensor<bf16>, %arg2: tensor<bf16>):
      %3 = "stablehlo.maximum"(%arg1, %arg2) : (tensor<bf16>, tensor<bf16>) -> tensor<bf16>
      "stablehlo.return"(%3) : (tensor<bf16>) -> ()
    }) : (tensor<4x7xbf16>, tensor<bf16>) -> tensor<4x7xbf16>
    "func.return"(%2) : (tensor<4x7xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- cum.cummax.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<4x7xf64>) -> (tensor<4x7xf64>, tensor<4x7xf64>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<4x7xf64>):
    %8 = "func.call"(%arg6) <{callee = @cummax}> : (tensor<4x7xf64>) -> tensor<4x7xf64>
    %9 = "func.call"(%arg6) <{callee = @cummax_0}> : (tensor<4x7xf64>) -> tensor<4x7xf64>
    "func.return"(%8, %9) : (tensor<4x7xf64>, tensor<4x7xf64>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xf64>) -> tensor<4x7xf64>, sym_name = "cummax", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<4x7xf64>):
    %4 = "stablehlo.constant"() <{value = dense<0xFFF0000000000000> : tensor<f64>}> : () -> tensor<f64>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<f64>
    %6 = "stablehlo.reduce_window"(%arg3, %5) <{base_dilations = array<i64: 1, 1>, padding = dense<[[3, 0], [0, 0]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 4, 1>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg4: tensor<f64>, %arg5: tensor<f64>):
      %7 = "stablehlo.maximum"(%arg4, %arg5) : (tensor<f64>, tensor<f64>) -> tensor<f64>
      "stablehlo.return"(%7) : (tensor<f64>) -> ()
    }) : (tensor<4x7xf64>, tensor<f64>) -> tensor<4x7xf64>
    "func.return"(%6) : (tensor<4x7xf64>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xf64>) -> tensor<4x7xf64>, sym_name = "cummax_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<4x7xf64>):
    %0 = "stablehlo.constant"() <{value = dense<0xFFF0000000000000> : tensor<f64>}> : () -> tensor<f64>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<f64>
    %2 = "stablehlo.reduce_window"(%arg0, %1) <{base_dilations = array<i64: 1, 1>, padding = dense<[[0, 0], [0, 6]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 1, 7>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg1: tensor<f64>, %arg2: tensor<f64>):
      %3 = "stablehlo.maximum"(%arg1, %arg2) : (tensor<f64>, tensor<f64>) -> tensor<f64>
      "stablehlo.return"(%3) : (tensor<f64>) -> ()
    }) : (tensor<4x7xf64>, tensor<f64>) -> tensor<4x7xf64>
    "func.return"(%2) : (tensor<4x7xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- cum.cummin.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<4x7xf32>) -> (tensor<4x7xf32>, tensor<4x7xf32>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<4x7xf32>):
    %8 = "func.call"(%arg6) <{callee = @cummin}> : (tensor<4x7xf32>) -> tensor<4x7xf32>
    %9 = "func.call"(%arg6) <{callee = @cummin_0}> : (tensor<4x7xf32>) -> tensor<4x7xf32>
    "func.return"(%8, %9) : (tensor<4x7xf32>, tensor<4x7xf32>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xf32>) -> tensor<4x7xf32>, sym_name = "cummin", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<4x7xf32>):
    %4 = "stablehlo.constant"() <{value = dense<0x7F800000> : tensor<f32>}> : () -> tensor<f32>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<f32>
    %6 = "stablehlo.reduce_window"(%arg3, %5) <{base_dilations = array<i64: 1, 1>, padding = dense<[[3, 0], [0, 0]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 4, 1>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg4: tensor<f32>, %arg5: tensor<f32>):
      %7 = "stablehlo.minimum"(%arg4, %arg5) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      "stablehlo.return"(%7) : (tensor<f32>) -> ()
    }) : (tensor<4x7xf32>, tensor<f32>) -> tensor<4x7xf32>
    "func.return"(%6) : (tensor<4x7xf32>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xf32>) -> tensor<4x7xf32>, sym_name = "cummin_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<4x7xf32>):
    %0 = "stablehlo.constant"() <{value = dense<0x7F800000> : tensor<f32>}> : () -> tensor<f32>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<f32>
    %2 = "stablehlo.reduce_window"(%arg0, %1) <{base_dilations = array<i64: 1, 1>, padding = dense<[[0, 0], [0, 6]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 1, 7>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg1: tensor<f32>, %arg2: tensor<f32>):
      %3 = "stablehlo.minimum"(%arg1, %arg2) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      "stablehlo.return"(%3) : (tensor<f32>) -> ()
    }) : (tensor<4x7xf32>, tensor<f32>) -> tensor<4x7xf32>
    "func.return"(%2) : (tensor<4x7xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- cum.cummin.i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<4x7xi32>) -> (tensor<4x7xi32>, tensor<4x7xi32>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<4x7xi32>):
    %8 = "func.call"(%arg6) <{callee = @cummin}> : (tensor<4x7xi32>) -> tensor<4x7xi32>
    %9 = "func.call"(%arg6) <{callee = @cummin_0}> : (tensor<4x7xi32>) -> tensor<4x7xi32>
    "func.return"(%8, %9) : (tensor<4x7xi32>, tensor<4x7xi32>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xi32>) -> tensor<4x7xi32>, sym_name = "cummin", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<4x7xi32>):
    %4 = "stablehlo.constant"() <{value = dense<2147483647> : tensor<i32>}> : () -> tensor<i32>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<i32>
    %6 = "stablehlo.reduce_window"(%arg3, %5) <{base_dilations = array<i64: 1, 1>, padding = dense<[[3, 0], [0, 0]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 4, 1>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg4: tensor<i32>, %arg5: tensor<i32>):
      %7 = "stablehlo.minimum"(%arg4, %arg5) : (tensor<i32>, tensor<i32>) -> tensor<i32>
      "stablehlo.return"(%7) : (tensor<i32>) -> ()
    }) : (tensor<4x7xi32>, tensor<i32>) -> tensor<4x7xi32>
    "func.return"(%6) : (tensor<4x7xi32>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xi32>) -> tensor<4x7xi32>, sym_name = "cummin_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<4x7xi32>):
    %0 = "stablehlo.constant"() <{value = dense<2147483647> : tensor<i32>}> : () -> tensor<i32>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<i32>
    %2 = "stablehlo.reduce_window"(%arg0, %1) <{base_dilations = array<i64: 1, 1>, padding = dense<[[0, 0], [0, 6]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 1, 7>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg1: tensor<i32>, %arg2: tensor<i32>):
      %3 = "stablehlo.minimum"(%arg1, %arg2) : (tensor<i32>, tensor<i32>) -> tensor<i32>
      "stablehlo.return"(%3) : (tensor<i32>) -> ()
    }) : (tensor<4x7xi32>, tensor<i32>) -> tensor<4x7xi32>
    "func.return"(%2) : (tensor<4x7xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- cum.cummin.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<4x7xbf16>) -> (tensor<4x7xbf16>, tensor<4x7xbf16>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<4x7xbf16>):
    %8 = "func.call"(%arg6) <{callee = @cummin}> : (tensor<4x7xbf16>) -> tensor<4x7xbf16>
    %9 = "func.call"(%arg6) <{callee = @cummin_0}> : (tensor<4x7xbf16>) -> tensor<4x7xbf16>
    "func.return"(%8, %9) : (tensor<4x7xbf16>, tensor<4x7xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xbf16>) -> tensor<4x7xbf16>, sym_name = "cummin", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<4x7xbf16>):
    %4 = "stablehlo.constant"() <{value = dense<0x7F80> : tensor<bf16>}> : () -> tensor<bf16>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<bf16>
    %6 = "stablehlo.reduce_window"(%arg3, %5) <{base_dilations = array<i64: 1, 1>, padding = dense<[[3, 0], [0, 0]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 4, 1>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg4: tensor<bf16>, %arg5: tensor<bf16>):
      %7 = "stablehlo.minimum"(%arg4, %arg5) : (tensor<bf16>, tensor<bf16>) -> tensor<bf16>
      "stablehlo.return"(%7) : (tensor<bf16>) -> ()
    }) : (tensor<4x7xbf16>, tensor<bf16>) -> tensor<4x7xbf16>
    "func.return"(%6) : (tensor<4x7xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xbf16>) -> tensor<4x7xbf16>, sym_name = "cummin_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<4x7xbf16>):
    %0 = "stablehlo.constant"() <{value = dense<0x7F80> : tensor<bf16>}> : () -> tensor<bf16>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<bf16>) -> tensor<bf16>
    %2 = "stablehlo.reduce_window"(%arg0, %1) <{base_dilations = array<i64: 1, 1>, padding = dense<[[0, 0], [0, 6]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 1, 7>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg1: tensor<bf16>, %arg2: tensor<bf16>):
      %3 = "stablehlo.minimum"(%arg1, %arg2) : (tensor<bf16>, tensor<bf16>) -> tensor<bf16>
      "stablehlo.return"(%3) : (tensor<bf16>) -> ()
    }) : (tensor<4x7xbf16>, tensor<bf16>) -> tensor<4x7xbf16>
    "func.return"(%2) : (tensor<4x7xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- cum.cummin.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<4x7xf64>) -> (tensor<4x7xf64>, tensor<4x7xf64>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<4x7xf64>):
    %8 = "func.call"(%arg6) <{callee = @cummin}> : (tensor<4x7xf64>) -> tensor<4x7xf64>
    %9 = "func.call"(%arg6) <{callee = @cummin_0}> : (tensor<4x7xf64>) -> tensor<4x7xf64>
    "func.return"(%8, %9) : (tensor<4x7xf64>, tensor<4x7xf64>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xf64>) -> tensor<4x7xf64>, sym_name = "cummin", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<4x7xf64>):
    %4 = "stablehlo.constant"() <{value = dense<0x7FF0000000000000> : tensor<f64>}> : () -> tensor<f64>
    %5 = "stablehlo.broadcast_in_dim"(%4) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<f64>
    %6 = "stablehlo.reduce_window"(%arg3, %5) <{base_dilations = array<i64: 1, 1>, padding = dense<[[3, 0], [0, 0]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 4, 1>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg4: tensor<f64>, %arg5: tensor<f64>):
      %7 = "stablehlo.minimum"(%arg4, %arg5) : (tensor<f64>, tensor<f64>) -> tensor<f64>
      "stablehlo.return"(%7) : (tensor<f64>) -> ()
    }) : (tensor<4x7xf64>, tensor<f64>) -> tensor<4x7xf64>
    "func.return"(%6) : (tensor<4x7xf64>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xf64>) -> tensor<4x7xf64>, sym_name = "cummin_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<4x7xf64>):
    %0 = "stablehlo.constant"() <{value = dense<0x7FF0000000000000> : tensor<f64>}> : () -> tensor<f64>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64>}> : (tensor<f64>) -> tensor<f64>
    %2 = "stablehlo.reduce_window"(%arg0, %1) <{base_dilations = array<i64: 1, 1>, padding = dense<[[0, 0], [0, 6]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 1, 7>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg1: tensor<f64>, %arg2: tensor<f64>):
      %3 = "stablehlo.minimum"(%arg1, %arg2) : (tensor<f64>, tensor<f64>) -> tensor<f64>
      "stablehlo.return"(%3) : (tensor<f64>) -> ()
    }) : (tensor<4x7xf64>, tensor<f64>) -> tensor<4x7xf64>
    "func.return"(%2) : (tensor<4x7xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- cum.cumlogsumexp.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<4x7xf32>) -> (tensor<4x7xf32>, tensor<4x7xf32>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<4x7xf32>):
    %24 = "func.call"(%arg6) <{callee = @cumlogsumexp}> : (tensor<4x7xf32>) -> tensor<4x7xf32>
    %25 = "func.call"(%arg6) <{callee = @cumlogsumexp_0}> : (tensor<4x7xf32>) -> tensor<4x7xf32>
    "func.return"(%24, %25) : (tensor<4x7xf32>, tensor<4x7xf32>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xf32>) -> tensor<4x7xf32>, sym_name = "cumlogsumexp", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<4x7xf32>):
    %12 = "stablehlo.constant"() <{value = dense<0xFF800000> : tensor<f32>}> : () -> tensor<f32>
    %13 = "stablehlo.reduce_window"(%arg3, %12) <{base_dilations = array<i64: 1, 1>, padding = dense<[[3, 0], [0, 0]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 4, 1>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg4: tensor<f32>, %arg5: tensor<f32>):
      %14 = "stablehlo.maximum"(%arg4, %arg5) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      %15 = "stablehlo.subtract"(%arg4, %arg5) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      %16 = "stablehlo.compare"(%15, %15) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<f32>, tensor<f32>) -> tensor<i1>
      %17 = "stablehlo.add"(%arg4, %arg5) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      %18 = "stablehlo.abs"(%15) : (tensor<f32>) -> tensor<f32>
      %19 = "stablehlo.negate"(%18) : (tensor<f32>) -> tensor<f32>
      %20 = "stablehlo.exponential"(%19) : (tensor<f32>) -> tensor<f32>
      %21 = "stablehlo.log_plus_one"(%20) : (tensor<f32>) -> tensor<f32>
      %22 = "stablehlo.add"(%14, %21) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      %23 = "stablehlo.select"(%16, %17, %22) : (tensor<i1>, tensor<f32>, tensor<f32>) -> tensor<f32>
      "stablehlo.return"(%23) : (tensor<f32>) -> ()
    }) : (tensor<4x7xf32>, tensor<f32>) -> tensor<4x7xf32>
    "func.return"(%13) : (tensor<4x7xf32>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xf32>) -> tensor<4x7xf32>, sym_name = "cumlogsumexp_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<4x7xf32>):
    %0 = "stablehlo.constant"() <{value = dense<0xFF800000> : tensor<f32>}> : () -> tensor<f32>
    %1 = "stablehlo.reduce_window"(%arg0, %0) <{base_dilations = array<i64: 1, 1>, padding = dense<[[0, 0], [0, 6]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 1, 7>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg1: tensor<f32>, %arg2: tensor<f32>):
      %2 = "stablehlo.maximum"(%arg1, %arg2) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      %3 = "stablehlo.subtract"(%arg1, %arg2) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      %4 = "stablehlo.compare"(%3, %3) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<f32>, tensor<f32>) -> tensor<i1>
      %5 = "stablehlo.add"(%arg1, %arg2) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      %6 = "stablehlo.abs"(%3) : (tensor<f32>) -> tensor<f32>
      %7 = "stablehlo.negate"(%6) : (tensor<f32>) -> tensor<f32>
      %8 = "stablehlo.exponential"(%7) : (tensor<f32>) -> tensor<f32>
      %9 = "stablehlo.log_plus_one"(%8) : (tensor<f32>) -> tensor<f32>
      %10 = "stablehlo.add"(%2, %9) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      %11 = "stablehlo.select"(%4, %5, %10) : (tensor<i1>, tensor<f32>, tensor<f32>) -> tensor<f32>
      "stablehlo.return"(%11) : (tensor<f32>) -> ()
    }) : (tensor<4x7xf32>, tensor<f32>) -> tensor<4x7xf32>
    "func.return"(%1) : (tensor<4x7xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- cum.cumlogsumexp.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<4x7xbf16>) -> (tensor<4x7xbf16>, tensor<4x7xbf16>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<4x7xbf16>):
    %24 = "func.call"(%arg6) <{callee = @cumlogsumexp}> : (tensor<4x7xbf16>) -> tensor<4x7xbf16>
    %25 = "func.call"(%arg6) <{callee = @cumlogsumexp_0}> : (tensor<4x7xbf16>) -> tensor<4x7xbf16>
    "func.return"(%24, %25) : (tensor<4x7xbf16>, tensor<4x7xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xbf16>) -> tensor<4x7xbf16>, sym_name = "cumlogsumexp", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<4x7xbf16>):
    %12 = "stablehlo.constant"() <{value = dense<0xFF80> : tensor<bf16>}> : () -> tensor<bf16>
    %13 = "stablehlo.reduce_window"(%arg3, %12) <{base_dilations = array<i64: 1, 1>, padding = dense<[[3, 0], [0, 0]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 4, 1>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg4: tensor<bf16>, %arg5: tensor<bf16>):
      %14 = "stablehlo.maximum"(%arg4, %arg5) : (tensor<bf16>, tensor<bf16>) -> tensor<bf16>
      %15 = "stablehlo.subtract"(%arg4, %arg5) : (tensor<bf16>, tensor<bf16>) -> tensor<bf16>
      %16 = "stablehlo.compare"(%15, %15) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<bf16>, tensor<bf16>) -> tensor<i1>
      %17 = "stablehlo.add"(%arg4, %arg5) : (tensor<bf16>, tensor<bf16>) -> tensor<bf16>
      %18 = "stablehlo.abs"(%15) : (tensor<bf16>) -> tensor<bf16>
      %19 = "stablehlo.negate"(%18) : (tensor<bf16>) -> tensor<bf16>
      %20 = "stablehlo.exponential"(%19) : (tensor<bf16>) -> tensor<bf16>
      %21 = "stablehlo.log_plus_one"(%20) : (tensor<bf16>) -> tensor<bf16>
      %22 = "stablehlo.add"(%14, %21) : (tensor<bf16>, tensor<bf16>) -> tensor<bf16>
      %23 = "stablehlo.select"(%16, %17, %22) : (tensor<i1>, tensor<bf16>, tensor<bf16>) -> tensor<bf16>
      "stablehlo.return"(%23) : (tensor<bf16>) -> ()
    }) : (tensor<4x7xbf16>, tensor<bf16>) -> tensor<4x7xbf16>
    "func.return"(%13) : (tensor<4x7xbf16>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xbf16>) -> tensor<4x7xbf16>, sym_name = "cumlogsumexp_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<4x7xbf16>):
    %0 = "stablehlo.constant"() <{value = dense<0xFF80> : tensor<bf16>}> : () -> tensor<bf16>
    %1 = "stablehlo.reduce_window"(%arg0, %0) <{base_dilations = array<i64: 1, 1>, padding = dense<[[0, 0], [0, 6]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 1, 7>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg1: tensor<bf16>, %arg2: tensor<bf16>):
      %2 = "stablehlo.maximum"(%arg1, %arg2) : (tensor<bf16>, tensor<bf16>) -> tensor<bf16>
      %3 = "stablehlo.subtract"(%arg1, %arg2) : (tensor<bf16>, tensor<bf16>) -> tensor<bf16>
      %4 = "stablehlo.compare"(%3, %3) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<bf16>, tensor<bf16>) -> tensor<i1>
      %5 = "stablehlo.add"(%arg1, %arg2) : (tensor<bf16>, tensor<bf16>) -> tensor<bf16>
      %6 = "stablehlo.abs"(%3) : (tensor<bf16>) -> tensor<bf16>
      %7 = "stablehlo.negate"(%6) : (tensor<bf16>) -> tensor<bf16>
      %8 = "stablehlo.exponential"(%7) : (tensor<bf16>) -> tensor<bf16>
      %9 = "stablehlo.log_plus_one"(%8) : (tensor<bf16>) -> tensor<bf16>
      %10 = "stablehlo.add"(%2, %9) : (tensor<bf16>, tensor<bf16>) -> tensor<bf16>
      %11 = "stablehlo.select"(%4, %5, %10) : (tensor<i1>, tensor<bf16>, tensor<bf16>) -> tensor<bf16>
      "stablehlo.return"(%11) : (tensor<bf16>) -> ()
    }) : (tensor<4x7xbf16>, tensor<bf16>) -> tensor<4x7xbf16>
    "func.return"(%1) : (tensor<4x7xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- cum.cumlogsumexp.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<4x7xf64>) -> (tensor<4x7xf64>, tensor<4x7xf64>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<4x7xf64>):
    %24 = "func.call"(%arg6) <{callee = @cumlogsumexp}> : (tensor<4x7xf64>) -> tensor<4x7xf64>
    %25 = "func.call"(%arg6) <{callee = @cumlogsumexp_0}> : (tensor<4x7xf64>) -> tensor<4x7xf64>
    "func.return"(%24, %25) : (tensor<4x7xf64>, tensor<4x7xf64>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xf64>) -> tensor<4x7xf64>, sym_name = "cumlogsumexp", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<4x7xf64>):
    %12 = "stablehlo.constant"() <{value = dense<0xFFF0000000000000> : tensor<f64>}> : () -> tensor<f64>
    %13 = "stablehlo.reduce_window"(%arg3, %12) <{base_dilations = array<i64: 1, 1>, padding = dense<[[3, 0], [0, 0]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 4, 1>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg4: tensor<f64>, %arg5: tensor<f64>):
      %14 = "stablehlo.maximum"(%arg4, %arg5) : (tensor<f64>, tensor<f64>) -> tensor<f64>
      %15 = "stablehlo.subtract"(%arg4, %arg5) : (tensor<f64>, tensor<f64>) -> tensor<f64>
      %16 = "stablehlo.compare"(%15, %15) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<f64>, tensor<f64>) -> tensor<i1>
      %17 = "stablehlo.add"(%arg4, %arg5) : (tensor<f64>, tensor<f64>) -> tensor<f64>
      %18 = "stablehlo.abs"(%15) : (tensor<f64>) -> tensor<f64>
      %19 = "stablehlo.negate"(%18) : (tensor<f64>) -> tensor<f64>
      %20 = "stablehlo.exponential"(%19) : (tensor<f64>) -> tensor<f64>
      %21 = "stablehlo.log_plus_one"(%20) : (tensor<f64>) -> tensor<f64>
      %22 = "stablehlo.add"(%14, %21) : (tensor<f64>, tensor<f64>) -> tensor<f64>
      %23 = "stablehlo.select"(%16, %17, %22) : (tensor<i1>, tensor<f64>, tensor<f64>) -> tensor<f64>
      "stablehlo.return"(%23) : (tensor<f64>) -> ()
    }) : (tensor<4x7xf64>, tensor<f64>) -> tensor<4x7xf64>
    "func.return"(%13) : (tensor<4x7xf64>) -> ()
  }) : () -> ()
  "func.func"() <{function_type = (tensor<4x7xf64>) -> tensor<4x7xf64>, sym_name = "cumlogsumexp_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<4x7xf64>):
    %0 = "stablehlo.constant"() <{value = dense<0xFFF0000000000000> : tensor<f64>}> : () -> tensor<f64>
    %1 = "stablehlo.reduce_window"(%arg0, %0) <{base_dilations = array<i64: 1, 1>, padding = dense<[[0, 0], [0, 6]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 1, 7>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg1: tensor<f64>, %arg2: tensor<f64>):
      %2 = "stablehlo.maximum"(%arg1, %arg2) : (tensor<f64>, tensor<f64>) -> tensor<f64>
      %3 = "stablehlo.subtract"(%arg1, %arg2) : (tensor<f64>, tensor<f64>) -> tensor<f64>
      %4 = "stablehlo.compare"(%3, %3) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<f64>, tensor<f64>) -> tensor<i1>
      %5 = "stablehlo.add"(%arg1, %arg2) : (tensor<f64>, tensor<f64>) -> tensor<f64>
      %6 = "stablehlo.abs"(%3) : (tensor<f64>) -> tensor<f64>
      %7 = "stablehlo.negate"(%6) : (tensor<f64>) -> tensor<f64>
      %8 = "stablehlo.exponential"(%7) : (tensor<f64>) -> tensor<f64>
      %9 = "stablehlo.log_plus_one"(%8) : (tensor<f64>) -> tensor<f64>
      %10 = "stablehlo.add"(%2, %9) : (tensor<f64>, tensor<f64>) -> tensor<f64>
      %11 = "stablehlo.select"(%4, %5, %10) : (tensor<i1>, tensor<f64>, tensor<f64>) -> tensor<f64>
      "stablehlo.return"(%11) : (tensor<f64>) -> ()
    }) : (tensor<4x7xf64>, tensor<f64>) -> tensor<4x7xf64>
    "func.return"(%1) : (tensor<4x7xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- cum.assoc_scan
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<9xf32>, tensor<9xf32>) -> (tensor<9xf32>, tensor<9xf32>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<9xf32>, %arg1: tensor<9xf32>):
    %0 = "stablehlo.slice"(%arg0) <{limit_indices = array<i64: 8>, start_indices = array<i64: 0>, strides = array<i64: 2>}> : (tensor<9xf32>) -> tensor<4xf32>
    %1 = "stablehlo.slice"(%arg1) <{limit_indices = array<i64: 8>, start_indices = array<i64: 0>, strides = array<i64: 2>}> : (tensor<9xf32>) -> tensor<4xf32>
    %2 = "stablehlo.slice"(%arg0) <{limit_indices = array<i64: 9>, start_indices = array<i64: 1>, strides = array<i64: 2>}> : (tensor<9xf32>) -> tensor<4xf32>
    %3 = "stablehlo.slice"(%arg1) <{limit_indices = array<i64: 9>, start_indices = array<i64: 1>, strides = array<i64: 2>}> : (tensor<9xf32>) -> tensor<4xf32>
    %4 = "stablehlo.multiply"(%0, %2) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %5 = "stablehlo.multiply"(%2, %1) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %6 = "stablehlo.add"(%5, %3) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %7 = "stablehlo.slice"(%4) <{limit_indices = array<i64: 3>, start_indices = array<i64: 0>, strides = array<i64: 2>}> : (tensor<4xf32>) -> tensor<2xf32>
    %8 = "stablehlo.slice"(%6) <{limit_indices = array<i64: 3>, start_indices = array<i64: 0>, strides = array<i64: 2>}> : (tensor<4xf32>) -> tensor<2xf32>
    %9 = "stablehlo.slice"(%4) <{limit_indices = array<i64: 4>, start_indices = array<i64: 1>, strides = array<i64: 2>}> : (tensor<4xf32>) -> tensor<2xf32>
    %10 = "stablehlo.slice"(%6) <{limit_indices = array<i64: 4>, start_indices = array<i64: 1>, strides = array<i64: 2>}> : (tensor<4xf32>) -> tensor<2xf32>
    %11 = "stablehlo.multiply"(%7, %9) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    %12 = "stablehlo.multiply"(%9, %8) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    %13 = "stablehlo.add"(%12, %10) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    %14 = "stablehlo.slice"(%11) <{limit_indices = array<i64: 1>, start_indices = array<i64: 0>, strides = array<i64: 2>}> : (tensor<2xf32>) -> tensor<1xf32>
    %15 = "stablehlo.slice"(%13) <{limit_indices = array<i64: 1>, start_indices = array<i64: 0>, strides = array<i64: 2>}> : (tensor<2xf32>) -> tensor<1xf32>
    %16 = "stablehlo.slice"(%11) <{limit_indices = array<i64: 2>, start_indices = array<i64: 1>, strides = array<i64: 2>}> : (tensor<2xf32>) -> tensor<1xf32>
    %17 = "stablehlo.slice"(%13) <{limit_indices = array<i64: 2>, start_indices = array<i64: 1>, strides = array<i64: 2>}> : (tensor<2xf32>) -> tensor<1xf32>
    %18 = "stablehlo.multiply"(%14, %16) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
    %19 = "stablehlo.multiply"(%16, %15) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
    %20 = "stablehlo.add"(%19, %17) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
    %21 = "stablehlo.slice"(%18) <{limit_indices = array<i64: 0>, start_indices = array<i64: 0>, strides = array<i64: 1>}> : (tensor<1xf32>) -> tensor<0xf32>
    %22 = "stablehlo.slice"(%20) <{limit_indices = array<i64: 0>, start_indices = array<i64: 0>, strides = array<i64: 1>}> : (tensor<1xf32>) -> tensor<0xf32>
    %23 = "stablehlo.slice"(%11) <{limit_indices = array<i64: 2>, start_indices = array<i64: 2>, strides = array<i64: 2>}> : (tensor<2xf32>) -> tensor<0xf32>
    %24 = "stablehlo.slice"(%13) <{limit_indices = array<i64: 2>, start_indices = array<i64: 2>, strides = array<i64: 2>}> : (tensor<2xf32>) -> tensor<0xf32>
    %25 = "stablehlo.multiply"(%21, %23) : (tensor<0xf32>, tensor<0xf32>) -> tensor<0xf32>
    %26 = "stablehlo.multiply"(%23, %22) : (tensor<0xf32>, tensor<0xf32>) -> tensor<0xf32>
    %27 = "stablehlo.add"(%26, %24) : (tensor<0xf32>, tensor<0xf32>) -> tensor<0xf32>
    %28 = "stablehlo.slice"(%11) <{limit_indices = array<i64: 1>, start_indices = array<i64: 0>, strides = array<i64: 1>}> : (tensor<2xf32>) -> tensor<1xf32>
    %29 = "stablehlo.concatenate"(%28, %25) <{dimension = 0 : i64}> : (tensor<1xf32>, tensor<0xf32>) -> tensor<1xf32>
    %30 = "stablehlo.slice"(%13) <{limit_indices = array<i64: 1>, start_indices = array<i64: 0>, strides = array<i64: 1>}> : (tensor<2xf32>) -> tensor<1xf32>
    %31 = "stablehlo.concatenate"(%30, %27) <{dimension = 0 : i64}> : (tensor<1xf32>, tensor<0xf32>) -> tensor<1xf32>
    %32 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %33 = "stablehlo.pad"(%29, %32) <{edge_padding_high = array<i64: 1>, edge_padding_low = array<i64: 0>, interior_padding = array<i64: 1>}> : (tensor<1xf32>, tensor<f32>) -> tensor<2xf32>
    %34 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %35 = "stablehlo.pad"(%18, %34) <{edge_padding_high = array<i64: 0>, edge_padding_low = array<i64: 1>, interior_padding = array<i64: 1>}> : (tensor<1xf32>, tensor<f32>) -> tensor<2xf32>
    %36 = "stablehlo.add"(%33, %35) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    %37 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %38 = "stablehlo.pad"(%31, %37) <{edge_padding_high = array<i64: 1>, edge_padding_low = array<i64: 0>, interior_padding = array<i64: 1>}> : (tensor<1xf32>, tensor<f32>) -> tensor<2xf32>
    %39 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %40 = "stablehlo.pad"(%20, %39) <{edge_padding_high = array<i64: 0>, edge_padding_low = array<i64: 1>, interior_padding = array<i64: 1>}> : (tensor<1xf32>, tensor<f32>) -> tensor<2xf32>
    %41 = "stablehlo.add"(%38, %40) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    %42 = "stablehlo.slice"(%36) <{limit_indices = array<i64: 1>, start_indices = array<i64: 0>, strides = array<i64: 1>}> : (tensor<2xf32>) -> tensor<1xf32>
    %43 = "stablehlo.slice"(%41) <{limit_indices = array<i64: 1>, start_indices = array<i64: 0>, strides = array<i64: 1>}> : (tensor<2xf32>) -> tensor<1xf32>
    %44 = "stablehlo.slice"(%4) <{limit_indices = array<i64: 4>, start_indices = array<i64: 2>, strides = array<i64: 2>}> : (tensor<4xf32>) -> tensor<1xf32>
    %45 = "stablehlo.slice"(%6) <{limit_indices = array<i64: 4>, start_indices = array<i64: 2>, strides = array<i64: 2>}> : (tensor<4xf32>) -> tensor<1xf32>
    %46 = "stablehlo.multiply"(%42, %44) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
    %47 = "stablehlo.multiply"(%44, %43) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
    %48 = "stablehlo.add"(%47, %45) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
    %49 = "stablehlo.slice"(%4) <{limit_indices = array<i64: 1>, start_indices = array<i64: 0>, strides = array<i64: 1>}> : (tensor<4xf32>) -> tensor<1xf32>
    %50 = "stablehlo.concatenate"(%49, %46) <{dimension = 0 : i64}> : (tensor<1xf32>, tensor<1xf32>) -> tensor<2xf32>
    %51 = "stablehlo.slice"(%6) <{limit_indices = array<i64: 1>, start_indices = array<i64: 0>, strides = array<i64: 1>}> : (tensor<4xf32>) -> tensor<1xf32>
    %52 = "stablehlo.concatenate"(%51, %48) <{dimension = 0 : i64}> : (tensor<1xf32>, tensor<1xf32>) -> tensor<2xf32>
    %53 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %54 = "stablehlo.pad"(%50, %53) <{edge_padding_high = array<i64: 1>, edge_padding_low = array<i64: 0>, interior_padding = array<i64: 1>}> : (tensor<2xf32>, tensor<f32>) -> tensor<4xf32>
    %55 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %56 = "stablehlo.pad"(%36, %55) <{edge_padding_high = array<i64: 0>, edge_padding_low = array<i64: 1>, interior_padding = array<i64: 1>}> : (tensor<2xf32>, tensor<f32>) -> tensor<4xf32>
    %57 = "stablehlo.add"(%54, %56) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %58 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %59 = "stablehlo.pad"(%52, %58) <{edge_padding_high = array<i64: 1>, edge_padding_low = array<i64: 0>, interior_padding = array<i64: 1>}> : (tensor<2xf32>, tensor<f32>) -> tensor<4xf32>
    %60 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %61 = "stablehlo.pad"(%41, %60) <{edge_padding_high = array<i64: 0>, edge_padding_low = array<i64: 1>, interior_padding = array<i64: 1>}> : (tensor<2xf32>, tensor<f32>) -> tensor<4xf32>
    %62 = "stablehlo.add"(%59, %61) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %63 = "stablehlo.slice"(%arg0) <{limit_indices = array<i64: 9>, start_indices = array<i64: 2>, strides = array<i64: 2>}> : (tensor<9xf32>) -> tensor<4xf32>
    %64 = "stablehlo.slice"(%arg1) <{limit_indices = array<i64: 9>, start_indices = array<i64: 2>, strides = array<i64: 2>}> : (tensor<9xf32>) -> tensor<4xf32>
    %65 = "stablehlo.multiply"(%57, %63) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %66 = "stablehlo.multiply"(%63, %62) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %67 = "stablehlo.add"(%66, %64) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %68 = "stablehlo.slice"(%arg0) <{limit_indices = array<i64: 1>, start_indices = array<i64: 0>, strides = array<i64: 1>}> : (tensor<9xf32>) -> tensor<1xf32>
    %69 = "stablehlo.concatenate"(%68, %65) <{dimension = 0 : i64}> : (tensor<1xf32>, tensor<4xf32>) -> tensor<5xf32>
    %70 = "stablehlo.slice"(%arg1) <{limit_indices = array<i64: 1>, start_indices = array<i64: 0>, strides = array<i64: 1>}> : (tensor<9xf32>) -> tensor<1xf32>
    %71 = "stablehlo.concatenate"(%70, %67) <{dimension = 0 : i64}> : (tensor<1xf32>, tensor<4xf32>) -> tensor<5xf32>
    %72 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %73 = "stablehlo.pad"(%69, %72) <{edge_padding_high = array<i64: 0>, edge_padding_low = array<i64: 0>, interior_padding = array<i64: 1>}> : (tensor<5xf32>, tensor<f32>) -> tensor<9xf32>
    %74 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %75 = "stablehlo.pad"(%57, %74) <{edge_padding_high = array<i64: 1>, edge_padding_low = array<i64: 1>, interior_padding = array<i64: 1>}> : (tensor<4xf32>, tensor<f32>) -> tensor<9xf32>
    %76 = "stablehlo.add"(%73, %75) : (tensor<9xf32>, tensor<9xf32>) -> tensor<9xf32>
    %77 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %78 = "stablehlo.pad"(%71, %77) <{edge_padding_high = array<i64: 0>, edge_padding_low = array<i64: 0>, interior_padding = array<i64: 1>}> : (tensor<5xf32>, tensor<f32>) -> tensor<9xf32>
    %79 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %80 = "stablehlo.pad"(%62, %79) <{edge_padding_high = array<i64: 1>, edge_padding_low = array<i64: 1>, interior_padding = array<i64: 1>}> : (tensor<4xf32>, tensor<f32>) -> tensor<9xf32>
    %81 = "stablehlo.add"(%78, %80) : (tensor<9xf32>, tensor<9xf32>) -> tensor<9xf32>
    "func.return"(%76, %81) : (tensor<9xf32>, tensor<9xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
