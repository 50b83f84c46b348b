// ----- pad0
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<3x5xf32>, tensor<f32>) -> tensor<6x6xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<3x5xf32>, %arg1: tensor<f32>):
    %0 = "stablehlo.pad"(%arg0, %arg1) <{edge_padding_high = array<i64: 2, 1>, edge_padding_low = array<i64: 1, 0>, interior_padding = array<i64: 0, 0>}> : (tensor<3x5xf32>, tensor<f32>) -> tensor<6x6xf32>
    "func.return"(%0) : (tensor<6x6xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- pad1
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<3x5xf32>, tensor<f32>) -> tensor<4x4xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<3x5xf32>, %arg1: tensor<f32>):
    %0 = "stablehlo.pad"(%arg0, %arg1) <{edge_padding_high = array<i64: 2, -1>, edge_padding_low = array<i64: -1, 0>, interior_padding = array<i64: 0, 0>}> : (tensor<3x5xf32>, tensor<f32>) -> tensor<4x4xf32>
    "func.return"(%0) : (tensor<4x4xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- pad2
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<3x5xf32>, tensor<f32>) -> tensor<7x11xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<3x5xf32>, %arg1: tensor<f32>):
    %0 = "stablehlo.pad"(%arg0, %arg1) <{edge_padding_high = array<i64: 0, 1>, edge_padding_low = array<i64: 0, 1>, interior_padding = array<i64: 2, 1>}> : (tensor<3x5xf32>, tensor<f32>) -> tensor<7x11xf32>
    "func.return"(%0) : (tensor<7x11xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- pad3
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<3x5xf32>, tensor<f32>) -> tensor<3x17xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<3x5xf32>, %arg1: tensor<f32>):
    %0 = "stablehlo.pad"(%arg0, %arg1) <{edge_padding_high = array<i64: -1, -2>, edge_padding_low = array<i64: -1, 2>, interior_padding = array<i64: 1, 3>}> : (tensor<3x5xf32>, tensor<f32>) -> tensor<3x17xf32>
    "func.return"(%0) : (tensor<3x17xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- pad4
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<3x5xf32>, tensor<f32>) -> tensor<3x5xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<3x5xf32>, %arg1: tensor<f32>):
    %0 = "stablehlo.pad"(%arg0, %arg1) <{edge_padding_high = array<i64: 0, 5>, edge_padding_low = array<i64: 0, -5>, interior_padding = array<i64: 0, 0>}> : (tensor<3x5xf32>, tensor<f32>) -> tensor<3x5xf32>
    "func.return"(%0) : (tensor<3x5xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- jnp_pad.edge
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<3x4xf32>) -> tensor<6x7xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg2: tensor<3x4xf32>):
    %14 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %15 = "func.call"(%arg2, %14) <{callee = @_pad}> : (tensor<3x4xf32>, tensor<i32>) -> tensor<6x7xf32>
    "func.return"(%15) : (tensor<6x7xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<3x4xf32>, tensor<i32>) -> tensor<6x7xf32>, res_attrs = [{}], sym_name = "_pad", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<3x4xf32>, %arg1: tensor<i32>):
    %0 = "stablehlo.slice"(%arg0) <{limit_indices = array<i64: 1, 4>, start_indices = array<i64: 0, 0>, strides = array<i64: 1, 1>}> : (tensor<3x4xf32>) -> tensor<1x4xf32>
    %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64: 0, 2>}> : (tensor<1x4xf32>) -> tensor<1x2x4xf32>
    %2 = "stablehlo.reshape"(%1) : (tensor<1x2x4xf32>) -> tensor<2x4xf32>
    %3 = "stablehlo.slice"(%arg0) <{limit_indices = array<i64: 3, 4>, start_indices = array<i64: 2, 0>, strides = array<i64: 1, 1>}> : (tensor<3x4xf32>) -> tensor<1x4xf32>
    %4 = "stablehlo.broadcast_in_dim"(%3) <{broadcast_dimensions = array<i64: 0, 2>}> : (tensor<1x4xf32>) -> tensor<1x1x4xf32>
    %5 = "stablehlo.reshape"(%4) : (tensor<1x1x4xf32>) -> tensor<1x4xf32>
    %6 = "stablehlo.concatenate"(%2, %arg0, %5) <{dimension = 0 : i64}> : (tensor<2x4xf32>, tensor<3x4xf32>, tensor<1x4xf32>) -> tensor<6x4xf32>
    %7 = "stablehlo.slice"(%6) <{limit_indices = array<i64: 6, 1>, start_indices = array<i64: 0, 0>, strides = array<i64: 1, 1>}> : (tensor<6x4xf32>) -> tensor<6x1xf32>
    %8 = "stablehlo.broadcast_in_dim"(%7) <{broadcast_dimensions = array<i64: 0, 1>}> : (tensor<6x1xf32>) -> tensor<6x1x1xf32>
    %9 = "stablehlo.reshape"(%8) : (tensor<6x1x1xf32>) -> tensor<6x1xf32>
    %10 = "stablehlo.slice"(%6) <{limit_indices = array<i64: 6, 4>, start_indices = array<i64: 0, 3>, strides = array<i64: 1, 1>}> : (tensor<6x4xf32>) -> tensor<6x1xf32>
    %11 = "stablehlo.broadcast_in_dim"(%10) <{broadcast_dimensions = array<i64: 0, 1>}> : (tensor<6x1xf32>) -> tensor<6x1x2xf32>
    %12 = "stablehlo.reshape"(%11) : (tensor<6x1x2xf32>) -> tensor<6x2xf32>
    %13 = "stablehlo.concatenate"(%9, %6, %12) <{dimension = 1 : i64}> : (tensor<6x1xf32>, tensor<6x4xf32>, tensor<6x2xf32>) -> tensor<6x7xf32>
    "func.return"(%13) : (tensor<6x7xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- jnp_pad.reflect
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<3x4xf32>) -> tensor<6x7xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<3x4xf32>):
    %20 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %21 = "func.call"(%arg6, %20) <{callee = @_pad}> : (tensor<3x4xf32>, tensor<i32>) -> tensor<6x7xf32>
    "func.return"(%21) : (tensor<6x7xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<3x4xf32>, tensor<i32>) -> tensor<6x7xf32>, res_attrs = [{}], sym_name = "_pad", sym_visibility = "private"}> ({
  ^bb0(%arg4: tensor<3x4xf32>, %arg5: tensor<i32>):
    %4 = "stablehlo.slice"(%arg4) <{limit_indices = array<i64: 1, 4>, start_indices = array<i64: 0, 0>, strides = array<i64: 1, 1>}> : (tensor<3x4xf32>) -> tensor<1x4xf32>
    %5 = "stablehlo.slice"(%arg4) <{limit_indices = array<i64: 3, 4>, start_indices = array<i64: 1, 0>, strides = array<i64: 1, 1>}> : (tensor<3x4xf32>) -> tensor<2x4xf32>
    %6 = "func.call"(%5) <{callee = @_flip}> : (tensor<2x4xf32>) -> tensor<2x4xf32>
    %7 = "stablehlo.concatenate"(%6, %arg4) <{dimension = 0 : i64}> : (tensor<2x4xf32>, tensor<3x4xf32>) -> tensor<5x4xf32>
    %8 = "stablehlo.slice"(%7) <{limit_indices = array<i64: 5, 4>, start_indices = array<i64: 4, 0>, strides = array<i64: 1, 1>}> : (tensor<5x4xf32>) -> tensor<1x4xf32>
    %9 = "stablehlo.slice"(%7) <{limit_indices = array<i64: 4, 4>, start_indices = array<i64: 3, 0>, strides = array<i64: 1, 1>}> : (tensor<5x4xf32>) -> tensor<1x4xf32>
    %10 = "func.call"(%9) <{callee = @_flip_0}> : (tensor<1x4xf32>) -> tensor<1x4xf32>
    %11 = "stablehlo.concatenate"(%7, %10) <{dimension = 0 : i64}> : (tensor<5x4xf32>, tensor<1x4xf32>) -> tensor<6x4xf32>
    %12 = "stablehlo.slice"(%11) <{limit_indices = array<i64: 6, 1>, start_indices = array<i64: 0, 0>, strides = array<i64: 1, 1>}> : (tensor<6x4xf32>) -> tensor<6x1xf32>
    %13 = "stablehlo.slice"(%11) <{limit_indices = array<i64: 6, 2>, start_indices = array<i64: 0, 1>, strides = array<i64: 1, 1>}> : (tensor<6x4xf32>) -> tensor<6x1xf32>
    %14 = "func.call"(%13) <{callee = @_flip_1}> : (tensor<6x1xf32>) -> tensor<6x1xf32>
    %15 = "stablehlo.concatenate"(%14, %11) <{dimension = 1 : i64}> : (tensor<6x1xf32>, tensor<6x4xf32>) -> tensor<6x5xf32>
    %16 = "stablehlo.slice"(%15) <{limit_indices = array<i64: 6, 5>, start_indices = array<i64: 0, 4>, strides = array<i64: 1, 1>}> : (tensor<6x5xf32>) -> tensor<6x1xf32>
    %17 = "stablehlo.slice"(%15) <{limit_indices = array<i64: 6, 4>, start_indices = array<i64: 0, 2>, strides = array<i64: 1, 1>}> : (tensor<6x5xf32>) -> tensor<6x2xf32>
    %18 = "func.call"(%17) <{callee = @_flip_2}> : (tensor<6x2xf32>) -> tensor<6x2xf32>
    %19 = "stablehlo.concatenate"(%15, %18) <{dimension = 1 : i64}> : (tensor<6x5xf32>, tensor<6x2xf32>) -> tensor<6x7xf32>
    "func.return"(%19) : (tensor<6x7xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2x4xf32>) -> tensor<2x4xf32>, res_attrs = [{}], sym_name = "_flip", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<2x4xf32>):
    %3 = "stablehlo.reverse"(%arg3) <{dimensions = array<i64: 0>}> : (tensor<2x4xf32>) -> tensor<2x4xf32>
    "func.return"(%3) : (tensor<2x4xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<1x4xf32>) -> tensor<1x4xf32>, res_attrs = [{}], sym_name = "_flip_0", sym_visibility = "private"}> ({
  ^bb0(%arg2: tensor<1x4xf32>):
    %2 = "stablehlo.reverse"(%arg2) <{dimensions = array<i64: 0>}> : (tensor<1x4xf32>) -> tensor<1x4xf32>
    "func.return"(%2) : (tensor<1x4xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<6x1xf32>) -> tensor<6x1xf32>, res_attrs = [{}], sym_name = "_flip_1", sym_visibility = "private"}> ({
  ^bb0(%arg1: tensor<6x1xf32>):
    %1 = "stablehlo.reverse"(%arg1) <{dimensions = array<i64: 1>}> : (tensor<6x1xf32>) -> tensor<6x1xf32>
    "func.return"(%1) : (tensor<6x1xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<6x2xf32>) -> tensor<6x2xf32>, res_attrs = [{}], sym_name = "_flip_2", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<6x2xf32>):
    %0 = "stablehlo.reverse"(%arg0) <{dimensions = array<i64: 1>}> : (tensor<6x2xf32>) -> tensor<6x2xf32>
    "func.return"(%0) : (tensor<6x2xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- jnp_pad.symmetric
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<3x4xf32>) -> tensor<6x7xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg6: tensor<3x4xf32>):
    %20 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %21 = "func.call"(%arg6, %20) <{callee = @_pad}> : (tensor<3x4xf32>, tensor<i32>) -> tensor<6x7xf32>
    "func.return"(%21) : (tensor<6x7xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<3x4xf32>, tensor<i32>) -> tensor<6x7xf32>, res_attrs = [{}], sym_name = "_pad", sym_visibility = "private"}> ({
  ^bb0(%arg4: tensor<3x4xf32>, %arg5: tensor<i32>):
    %4 = "stablehlo.slice"(%arg4) <{limit_indices = array<i64: 1, 4>, start_indices = array<i64: 0, 0>, strides = array<i64: 1, 1>}> : (tensor<3x4xf32>) -> tensor<1x4xf32>
    %5 = "stablehlo.slice"(%arg4) <{limit_indices = array<i64: 2, 4>, start_indices = array<i64: 0, 0>, strides = array<i64: 1, 1>}> : (tensor<3x4xf32>) -> tensor<2x4xf32>
    %6 = "func.call"(%5) <{callee = @_flip}> : (tensor<2x4xf32>) -> tensor<2x4xf32>
    %7 = "stablehlo.concatenate"(%6, %arg4) <{dimension = 0 : i64}> : (tensor<2x4xf32>, tensor<3x4xf32>) -> tensor<5x4xf32>
    %8 = "stablehlo.slice"(%7) <{limit_indices = array<i64: 5, 4>, start_indices = array<i64: 4, 0>, strides = array<i64: 1, 1>}> : (tensor<5x4xf32>) -> tensor<1x4xf32>
    %9 = "stablehlo.slice"(%7) <{limit_indices = array<i64: 5, 4>, start_indices = array<i64: 4, 0>, strides = array<i64: 1, 1>}> : (tensor<5x4xf32>) -> tensor<1x4xf32>
    %10 = "func.call"(%9) <{callee = @_flip_0}> : (tensor<1x4xf32>) -> tensor<1x4xf32>
    %11 = "stablehlo.concatenate"(%7, %10) <{dimension = 0 : i64}> : (tensor<5x4xf32>, tensor<1x4xf32>) -> tensor<6x4xf32>
    %12 = "stablehlo.slice"(%11) <{limit_indices = array<i64: 6, 1>, start_indices = array<i64: 0, 0>, strides = array<i64: 1, 1>}> : (tensor<6x4xf32>) -> tensor<6x1xf32>
    %13 = "stablehlo.slice"(%11) <{limit_indices = array<i64: 6, 1>, start_indices = array<i64: 0, 0>, strides = array<i64: 1, 1>}> : (tensor<6x4xf32>) -> tensor<6x1xf32>
    %14 = "func.call"(%13) <{callee = @_flip_1}> : (tensor<6x1xf32>) -> tensor<6x1xf32>
    %15 = "stablehlo.concatenate"(%14, %11) <{dimension = 1 : i64}> : (tensor<6x1xf32>, tensor<6x4xf32>) -> tensor<6x5xf32>
    %16 = "stablehlo.slice"(%15) <{limit_indices = array<i64: 6, 5>, start_indices = array<i64: 0, 4>, strides = array<i64: 1, 1>}> : (tensor<6x5xf32>) -> tensor<6x1xf32>
    %17 = "stablehlo.slice"(%15) <{limit_indices = array<i64: 6, 5>, start_indices = array<i64: 0, 3>, strides = array<i64: 1, 1>}> : (tensor<6x5xf32>) -> tensor<6x2xf32>
    %18 = "func.call"(%17) <{callee = @_flip_2}> : (tensor<6x2xf32>) -> tensor<6x2xf32>
    %19 = "stablehlo.concatenate"(%15, %18) <{dimension = 1 : i64}> : (tensor<6x5xf32>, tensor<6x2xf32>) -> tensor<6x7xf32>
    "func.return"(%19) : (tensor<6x7xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2x4xf32>) -> tensor<2x4xf32>, res_attrs = [{}], sym_name = "_flip", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<2x4xf32>):
    %3 = "stablehlo.reverse"(%arg3) <{dimensions = array<i64: 0>}> : (tensor<2x4xf32>) -> tensor<2x4xf32>
    "func.return"(%3) : (tensor<2x4xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<1x4xf32>) -> tensor<1x4xf32>, res_attrs = [{}], sym_name = "_flip_0", sym_visibility = "private"}> ({
  ^bb0(%arg2: tensor<1x4xf32>):
    %2 = "stablehlo.reverse"(%arg2) <{dimensions = array<i64: 0>}> : (tensor<1x4xf32>) -> tensor<1x4xf32>
    "func.return"(%2) : (tensor<1x4xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<6x1xf32>) -> tensor<6x1xf32>, res_attrs = [{}], sym_name = "_flip_1", sym_visibility = "private"}> ({
  ^bb0(%arg1: tensor<6x1xf32>):
    %1 = "stablehlo.reverse"(%arg1) <{dimensions = array<i64: 1>}> : (tensor<6x1xf32>) -> tensor<6x1xf32>
    "func.return"(%1) : (tensor<6x1xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<6x2xf32>) -> tensor<6x2xf32>, res_attrs = [{}], sym_name = "_flip_2", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<6x2xf32>):
    %0 = "stablehlo.reverse"(%arg0) <{dimensions = array<i64: 1>}> : (tensor<6x2xf32>) -> tensor<6x2xf32>
    "func.return"(%0) : (tensor<6x2xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- jnp_pad.wrap
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<3x4xf32>) -> tensor<6x7xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg2: tensor<3x4xf32>):
    %6 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %7 = "func.call"(%arg2, %6) <{callee = @_pad}> : (tensor<3x4xf32>, tensor<i32>) -> tensor<6x7xf32>
    "func.return"(%7) : (tensor<6x7xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<3x4xf32>, tensor<i32>) -> tensor<6x7xf32>, res_attrs = [{}], sym_name = "_pad", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<3x4xf32>, %arg1: tensor<i32>):
    %0 = "stablehlo.slice"(%arg0) <{limit_indices = array<i64: 3, 4>, start_indices = array<i64: 1, 0>, strides = array<i64: 1, 1>}> : (tensor<3x4xf32>) -> tensor<2x4xf32>
    %1 = "stablehlo.slice"(%arg0) <{limit_indices = array<i64: 1, 4>, start_indices = array<i64: 0, 0>, strides = array<i64: 1, 1>}> : (tensor<3x4xf32>) -> tensor<1x4xf32>
    %2 = "stablehlo.concatenate"(%0, %arg0, %1) <{dimension = 0 : i64}> : (tensor<2x4xf32>, tensor<3x4xf32>, tensor<1x4xf32>) -> tensor<6x4xf32>
    %3 = "stablehlo.slice"(%2) <{limit_indices = array<i64: 6, 4>, start_indices = array<i64: 0, 3>, strides = array<i64: 1, 1>}> : (tensor<6x4xf32>) -> tensor<6x1xf32>
    %4 = "stablehlo.slice"(%2) <{limit_indices = array<i64: 6, 2>, start_indices = array<i64: 0, 0>, strides = array<i64: 1, 1>}> : (tensor<6x4xf32>) -> tensor<6x2xf32>
    %5 = "stablehlo.concatenate"(%3, %2, %4) <{dimension = 1 : i64}> : (tensor<6x1xf32>, tensor<6x4xf32>, tensor<6x2xf32>) -> tensor<6x7xf32>
    "func.return"(%5) : (tensor<6x7xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- jnp_pad.linear_ramp
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<3x4xf32>) -> tensor<6x7xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg12: tensor<3x4xf32>):
    %80 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %81 = "func.call"(%arg12, %80) <{callee = @_pad}> : (tensor<3x4xf32>, tensor<i32>) -> tensor<6x7xf32>
    "func.return"(%81) : (tensor<6x7xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<3x4xf32>, tensor<i32>) -> tensor<6x7xf32>, res_attrs = [{}], sym_name = "_pad", sym_visibility = "private"}> ({
  ^bb0(%arg10: tensor<3x4xf32>, %arg11: tensor<i32>):
    %60 = "stablehlo.slice"(%arg10) <{limit_indices = array<i64: 1, 4>, start_indices = array<i64: 0, 0>, strides = array<i64: 1, 1>}> : (tensor<3x4xf32>) -> tensor<1x4xf32>
    %61 = "stablehlo.slice"(%arg10) <{limit_indices = array<i64: 3, 4>, start_indices = array<i64: 2, 0>, strides = array<i64: 1, 1>}> : (tensor<3x4xf32>) -> tensor<1x4xf32>
    %62 = "stablehlo.reshape"(%60) : (tensor<1x4xf32>) -> tensor<4xf32>
    %63 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %64 = "func.call"(%63, %62) <{callee = @_linspace}> : (tensor<i32>, tensor<4xf32>) -> tensor<2x4xf32>
    %65 = "stablehlo.reshape"(%61) : (tensor<1x4xf32>) -> tensor<4xf32>
    %66 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %67 = "func.call"(%66, %65) <{callee = @_linspace_0}> : (tensor<i32>, tensor<4xf32>) -> tensor<1x4xf32>
    %68 = "func.call"(%67) <{callee = @_flip}> : (tensor<1x4xf32>) -> tensor<1x4xf32>
    %69 = "stablehlo.concatenate"(%64, %arg10, %68) <{dimension = 0 : i64}> : (tensor<2x4xf32>, tensor<3x4xf32>, tensor<1x4xf32>) -> tensor<6x4xf32>
    %70 = "stablehlo.slice"(%69) <{limit_indices = array<i64: 6, 1>, start_indices = array<i64: 0, 0>, strides = array<i64: 1, 1>}> : (tensor<6x4xf32>) -> tensor<6x1xf32>
    %71 = "stablehlo.slice"(%69) <{limit_indices = array<i64: 6, 4>, start_indices = array<i64: 0, 3>, strides = array<i64: 1, 1>}> : (tensor<6x4xf32>) -> tensor<6x1xf32>
    %72 = "stablehlo.reshape"(%70) : (tensor<6x1xf32>) -> tensor<6xf32>
    %73 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %74 = "func.call"(%73, %72) <{callee = @_linspace_1}> : (tensor<i32>, tensor<6xf32>) -> tensor<6x1xf32>
    %75 = "stablehlo.reshape"(%71) : (tensor<6x1xf32>) -> tensor<6xf32>
    %76 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %77 = "func.call"(%76, %75) <{callee = @_linspace_2}> : (tensor<i32>, tensor<6xf32>) -> tensor<6x2xf32>
    %78 = "func.call"(%77) <{callee = @_flip_3}> : (tensor<6x2xf32>) -> tensor<6x2xf32>
    %79 = "stablehlo.concatenate"(%74, %69, %78) <{dimension = 1 : i64}> : (tensor<6x1xf32>, tensor<6x4xf32>, tensor<6x2xf32>) -> tensor<6x7xf32>
    "func.return"(%79) : (tensor<6x7xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<i32>, tensor<4xf32>) -> tensor<2x4xf32>, res_attrs = [{}], sym_name = "_linspace", sym_visibility = "private"}> ({
  ^bb0(%arg8: tensor<i32>, %arg9: tensor<4xf32>):
    %36 = "stablehlo.convert"(%arg8) : (tensor<i32>) -> tensor<f32>
    %37 = "stablehlo.broadcast_in_dim"(%36) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<4xf32>
    %38 = "stablehlo.broadcast_in_dim"(%36) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<4xf32>
    %39 = "stablehlo.subtract"(%arg9, %38) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %40 = "stablehlo.constant"() <{value = dense<2.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %41 = "stablehlo.broadcast_in_dim"(%40) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<4xf32>
    %42 = "stablehlo.divide"(%39, %41) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %43 = "stablehlo.iota"() <{iota_dimension = 0 : i64}> : () -> tensor<2xf32>
    %44 = "stablehlo.reshape"(%43) : (tensor<2xf32>) -> tensor<2x1xf32>
    %45 = "stablehlo.constant"() <{value = dense<2.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %46 = "stablehlo.broadcast_in_dim"(%45) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<2x1xf32>
    %47 = "stablehlo.divide"(%44, %46) : (tensor<2x1xf32>, tensor<2x1xf32>) -> tensor<2x1xf32>
    %48 = "stablehlo.reshape"(%37) : (tensor<4xf32>) -> tensor<1x4xf32>
    %49 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %50 = "stablehlo.broadcast_in_dim"(%49) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<2x1xf32>
    %51 = "stablehlo.subtract"(%50, %47) : (tensor<2x1xf32>, tensor<2x1xf32>) -> tensor<2x1xf32>
    %52 = "stablehlo.broadcast_in_dim"(%48) <{broadcast_dimensions = array<i64: 0, 1>}> : (tensor<1x4xf32>) -> tensor<2x4xf32>
    %53 = "stablehlo.broadcast_in_dim"(%51) <{broadcast_dimensions = array<i64: 0, 1>}> : (tensor<2x1xf32>) -> tensor<2x4xf32>
    %54 = "stablehlo.multiply"(%52, %53) : (tensor<2x4xf32>, tensor<2x4xf32>) -> tensor<2x4xf32>
    %55 = "stablehlo.reshape"(%arg9) : (tensor<4xf32>) -> tensor<1x4xf32>
    %56 = "stablehlo.broadcast_in_dim"(%55) <{broadcast_dimensions = array<i64: 0, 1>}> : (tensor<1x4xf32>) -> tensor<2x4xf32>
    %57 = "stablehlo.broadcast_in_dim"(%47) <{broadcast_dimensions = array<i64: 0, 1>}> : (tensor<2x1xf32>) -> tensor<2x4xf32>
    %58 = "stablehlo.multiply"(%56, %57) : (tensor<2x4xf32>, tensor<2x4xf32>) -> tensor<2x4xf32>
    %59 = "stablehlo.add"(%54, %58) : (tensor<2x4xf32>, tensor<2x4xf32>) -> tensor<2x4xf32>
    "func.return"(%59) : (tensor<2x4xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<i32>, tensor<4xf32>) -> tensor<1x4xf32>, res_attrs = [{}], sym_name = "_linspace_0", sym_visibility = "private"}> ({
  ^bb0(%arg6: tensor<i32>, %arg7: tensor<4xf32>):
    %31 = "stablehlo.convert"(%arg6) : (tensor<i32>) -> tensor<f32>
    %32 = "stablehlo.broadcast_in_dim"(%31) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<4xf32>
    %33 = "stablehlo.broadcast_in_dim"(%31) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<4xf32>
    %34 = "stablehlo.subtract"(%arg7, %33) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %35 = "stablehlo.reshape"(%32) : (tensor<4xf32>) -> tensor<1x4xf32>
    "func.return"(%35) : (tensor<1x4xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<1x4xf32>) -> tensor<1x4xf32>, res_attrs = [{}], sym_name = "_flip", sym_visibility = "private"}> ({
  ^bb0(%arg5: tensor<1x4xf32>):
    %30 = "stablehlo.reverse"(%arg5) <{dimensions = array<i64: 0>}> : (tensor<1x4xf32>) -> tensor<1x4xf32>
    "func.return"(%30) : (tensor<1x4xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<i32>, tensor<6xf32>) -> tensor<6x1xf32>, res_attrs = [{}], sym_name = "_linspace_1", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<i32>, %arg4: tensor<6xf32>):
    %25 = "stablehlo.convert"(%arg3) : (tensor<i32>) -> tensor<f32>
    %26 = "stablehlo.broadcast_in_dim"(%25) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<6xf32>
    %27 = "stablehlo.broadcast_in_dim"(%25) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<6xf32>
    %28 = "stablehlo.subtract"(%arg4, %27) : (tensor<6xf32>, tensor<6xf32>) -> tensor<6xf32>
    %29 = "stablehlo.reshape"(%26) : (tensor<6xf32>) -> tensor<6x1xf32>
    "func.return"(%29) : (tensor<6x1xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<i32>, tensor<6xf32>) -> tensor<6x2xf32>, res_attrs = [{}], sym_name = "_linspace_2", sym_visibility = "private"}> ({
  ^bb0(%arg1: tensor<i32>, %arg2: tensor<6xf32>):
    %1 = "stablehlo.convert"(%arg1) : (tensor<i32>) -> tensor<f32>
    %2 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<6xf32>
    %3 = "stablehlo.broadcast_in_dim"(%1) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<6xf32>
    %4 = "stablehlo.subtract"(%arg2, %3) : (tensor<6xf32>, tensor<6xf32>) -> tensor<6xf32>
    %5 = "stablehlo.constant"() <{value = dense<2.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %6 = "stablehlo.broadcast_in_dim"(%5) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<6xf32>
    %7 = "stablehlo.divide"(%4, %6) : (tensor<6xf32>, tensor<6xf32>) -> tensor<6xf32>
    %8 = "stablehlo.iota"() <{iota_dimension = 0 : i64}> : () -> tensor<2xf32>
    %9 = "stablehlo.reshape"(%8) : (tensor<2xf32>) -> tensor<1x2xf32>
    %10 = "stablehlo.constant"() <{value = dense<2.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %11 = "stablehlo.broadcast_in_dim"(%10) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<1x2xf32>
    %12 = "stablehlo.divide"(%9, %11) : (tensor<1x2xf32>, tensor<1x2xf32>) -> tensor<1x2xf32>
    %13 = "stablehlo.reshape"(%2) : (tensor<6xf32>) -> tensor<6x1xf32>
    %14 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %15 = "stablehlo.broadcast_in_dim"(%14) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<1x2xf32>
    %16 = "stablehlo.subtract"(%15, %12) : (tensor<1x2xf32>, tensor<1x2xf32>) -> tensor<1x2xf32>
    %17 = "stablehlo.broadcast_in_dim"(%13) <{broadcast_dimensions = array<i64: 0, 1>}> : (tensor<6x1xf32>) -> tensor<6x2xf32>
    %18 = "stablehlo.broadcast_in_dim"(%16) <{broadcast_dimensions = array<i64: 0, 1>}> : (tensor<1x2xf32>) -> tensor<6x2xf32>
    %19 = "stablehlo.multiply"(%17, %18) : (tensor<6x2xf32>, tensor<6x2xf32>) -> tensor<6x2xf32>
    %20 = "stablehlo.reshape"(%arg2) : (tensor<6xf32>) -> tensor<6x1xf32>
    %21 = "stablehlo.broadcast_in_dim"(%20) <{broadcast_dimensions = array<i64: 0, 1>}> : (tensor<6x1xf32>) -> tensor<6x2xf32>
    %22 = "stablehlo.broadcast_in_dim"(%12) <{broadcast_dimensions = array<i64: 0, 1>}> : (tensor<1x2xf32>) -> tensor<6x2xf32>
    %23 = "stablehlo.multiply"(%21, %22) : (tensor<6x2xf32>, tensor<6x2xf32>) -> tensor<6x2xf32>
    %24 = "stablehlo.add"(%19, %23) : (tensor<6x2xf32>, tensor<6x2xf32>) -> tensor<6x2xf32>
    "func.return"(%24) : (tensor<6x2xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<6x2xf32>) -> tensor<6x2xf32>, res_attrs = [{}], sym_name = "_flip_3", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<6x2xf32>):
    %0 = "stablehlo.reverse"(%arg0) <{dimensions = array<i64: 1>}> : (tensor<6x2xf32>) -> tensor<6x2xf32>
    "func.return"(%0) : (tensor<6x2xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
