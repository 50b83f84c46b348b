// ----- fft.n4
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2x4xcomplex<f32>>) -> (tensor<2x4xcomplex<f32>>, tensor<2x4xcomplex<f32>>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg2: tensor<2x4xcomplex<f32>>):
    %2 = "func.call"(%arg2) <{callee = @fft}> : (tensor<2x4xcomplex<f32>>) -> tensor<2x4xcomplex<f32>>
    %3 = "func.call"(%arg2) <{callee = @fft_0}> : (tensor<2x4xcomplex<f32>>) -> tensor<2x4xcomplex<f32>>
    "func.return"(%2, %3) : (tensor<2x4xcomplex<f32>>, tensor<2x4xcomplex<f32>>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2x4xcomplex<f32>>) -> tensor<2x4xcomplex<f32>>, res_attrs = [{}], sym_name = "fft", sym_visibility = "private"}> ({
  ^bb0(%arg1: tensor<2x4xcomplex<f32>>):
    %1 = "stablehlo.fft"(%arg1) <{fft_length = array<i64: 4>, fft_type = #stablehlo<fft_type FFT>}> : (tensor<2x4xcomplex<f32>>) -> tensor<2x4xcomplex<f32>>
    "func.return"(%1) : (tensor<2x4xcomplex<f32>>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2x4xcomplex<f32>>) -> tensor<2x4xcomplex<f32>>, res_attrs = [{}], sym_name = "fft_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<2x4xcomplex<f32>>):
    %0 = "stablehlo.fft"(%arg0) <{fft_length = array<i64: 4>, fft_type = #stablehlo<fft_type IFFT>}> : (tensor<2x4xcomplex<f32>>) -> tensor<2x4xcomplex<f32>>
    "func.return"(%0) : (tensor<2x4xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- rfft.n4
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2x4xf32>) -> (tensor<2x3xcomplex<f32>>, tensor<2x4xf32>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg4: tensor<2x4xf32>):
    %4 = "func.call"(%arg4) <{callee = @fft}> : (tensor<2x4xf32>) -> tensor<2x3xcomplex<f32>>
    %5 = "func.call"(%arg4) <{callee = @fft}> : (tensor<2x4xf32>) -> tensor<2x3xcomplex<f32>>
    %6 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %7 = "func.call"(%5, %6) <{callee = @_pad}> : (tensor<2x3xcomplex<f32>>, tensor<i32>) -> tensor<2x3xcomplex<f32>>
    %8 = "func.call"(%7) <{callee = @fft_0}> : (tensor<2x3xcomplex<f32>>) -> tensor<2x4xf32>
    "func.return"(%4, %8) : (tensor<2x3xcomplex<f32>>, tensor<2x4xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2x4xf32>) -> tensor<2x3xcomplex<f32>>, res_attrs = [{}], sym_name = "fft", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<2x4xf32>):
    %3 = "stablehlo.fft"(%arg3) <{fft_length = array<i64: 4>, fft_type = #stablehlo<fft_type RFFT>}> : (tensor<2x4xf32>) -> tensor<2x3xcomplex<f32>>
    "func.return"(%3) : (tensor<2x3xcomplex<f32>>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<2x3xcomplex<f32>>, tensor<i32>) -> tensor<2x3xcomplex<f32>>, res_attrs = [{}], sym_name = "_pad", sym_visibility = "private"}> ({
  ^bb0(%arg1: tensor<2x3xcomplex<f32>>, %arg2: tensor<i32>):
    %1 = "stablehlo.convert"(%arg2) : (tensor<i32>) -> tensor<complex<f32>>
    %2 = "stablehlo.pad"(%arg1, %1) <{edge_padding_high = array<i64: 0, 0>, edge_padding_low = array<i64: 0, 0>, interior_padding = array<i64: 0, 0>}> : (tensor<2x3xcomplex<f32>>, tensor<complex<f32>>) -> tensor<2x3xcomplex<f32>>
    "func.return"(%2) : (tensor<2x3xcomplex<f32>>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2x3xcomplex<f32>>) -> tensor<2x4xf32>, res_attrs = [{}], sym_name = "fft_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<2x3xcomplex<f32>>):
    %0 = "stablehlo.fft"(%arg0) <{fft_length = array<i64: 4>, fft_type = #stablehlo<fft_type IRFFT>}> : (tensor<2x3xcomplex<f32>>) -> tensor<2x4xf32>
    "func.return"(%0) : (tensor<2x4xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- fft.n7
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2x7xcomplex<f32>>) -> (tensor<2x7xcomplex<f32>>, tensor<2x7xcomplex<f32>>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg2: tensor<2x7xcomplex<f32>>):
    %2 = "func.call"(%arg2) <{callee = @fft}> : (tensor<2x7xcomplex<f32>>) -> tensor<2x7xcomplex<f32>>
    %3 = "func.call"(%arg2) <{callee = @fft_0}> : (tensor<2x7xcomplex<f32>>) -> tensor<2x7xcomplex<f32>>
    "func.return"(%2, %3) : (tensor<2x7xcomplex<f32>>, tensor<2x7xcomplex<f32>>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2x7xcomplex<f32>>) -> tensor<2x7xcomplex<f32>>, res_attrs = [{}], sym_name = "fft", sym_visibility = "private"}> ({
  ^bb0(%arg1: tensor<2x7xcomplex<f32>>):
    %1 = "stablehlo.fft"(%arg1) <{fft_length = array<i64: 7>, fft_type = #stablehlo<fft_type FFT>}> : (tensor<2x7xcomplex<f32>>) -> tensor<2x7xcomplex<f32>>
    "func.return"(%1) : (tensor<2x7xcomplex<f32>>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2x7xcomplex<f32>>) -> tensor<2x7xcomplex<f32>>, res_attrs = [{}], sym_name = "fft_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<2x7xcomplex<f32>>):
    %0 = "stablehlo.fft"(%arg0) <{fft_length = array<i64: 7>, fft_type = #stablehlo<fft_type IFFT>}> : (tensor<2x7xcomplex<f32>>) -> tensor<2x7xcomplex<f32>>
    "func.return"(%0) : (tensor<2x7xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- rfft.n7
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2x7xf32>) -> (tensor<2x4xcomplex<f32>>, tensor<2x7xf32>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg4: tensor<2x7xf32>):
    %4 = "func.call"(%arg4) <{callee = @fft}> : (tensor<2x7xf32>) -> tensor<2x4xcomplex<f32>>
    %5 = "func.call"(%arg4) <{callee = @fft}> : (tensor<2x7xf32>) -> tensor<2x4xcomplex<f32>>
    %6 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %7 = "func.call"(%5, %6) <{callee = @_pad}> : (tensor<2x4xcomplex<f32>>, tensor<i32>) -> tensor<2x4xcomplex<f32>>
    %8 = "func.call"(%7) <{callee = @fft_0}> : (tensor<2x4xcomplex<f32>>) -> tensor<2x7xf32>
    "func.return"(%4, %8) : (tensor<2x4xcomplex<f32>>, tensor<2x7xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2x7xf32>) -> tensor<2x4xcomplex<f32>>, res_attrs = [{}], sym_name = "fft", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<2x7xf32>):
    %3 = "stablehlo.fft"(%arg3) <{fft_length = array<i64: 7>, fft_type = #stablehlo<fft_type RFFT>}> : (tensor<2x7xf32>) -> tensor<2x4xcomplex<f32>>
    "func.return"(%3) : (tensor<2x4xcomplex<f32>>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<2x4xcomplex<f32>>, tensor<i32>) -> tensor<2x4xcomplex<f32>>, res_attrs = [{}], sym_name = "_pad", sym_visibility = "private"}> ({
  ^bb0(%arg1: tensor<2x4xcomplex<f32>>, %arg2: tensor<i32>):
    %1 = "stablehlo.convert"(%arg2) : (tensor<i32>) -> tensor<complex<f32>>
    %2 = "stablehlo.pad"(%arg1, %1) <{edge_padding_high = array<i64: 0, 0>, edge_padding_low = array<i64: 0, 0>, interior_padding = array<i64: 0, 0>}> : (tensor<2x4xcomplex<f32>>, tensor<complex<f32>>) -> tensor<2x4xcomplex<f32>>
    "func.return"(%2) : (tensor<2x4xcomplex<f32>>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2x4xcomplex<f32>>) -> tensor<2x7xf32>, res_attrs = [{}], sym_name = "fft_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<2x4xcomplex<f32>>):
    %0 = "stablehlo.fft"(%arg0) <{fft_length = array<i64: 7>, fft_type = #stablehlo<fft_type IRFFT>}> : (tensor<2x4xcomplex<f32>>) -> tensor<2x7xf32>
    "func.return"(%0) : (tensor<2x7xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- fft.n12
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2x12xcomplex<f32>>) -> (tensor<2x12xcomplex<f32>>, tensor<2x12xcomplex<f32>>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg2: tensor<2x12xcomplex<f32>>):
    %2 = "func.call"(%arg2) <{callee = @fft}> : (tensor<2x12xcomplex<f32>>) -> tensor<2x12xcomplex<f32>>
    %3 = "func.call"(%arg2) <{callee = @fft_0}> : (tensor<2x12xcomplex<f32>>) -> tensor<2x12xcomplex<f32>>
    "func.return"(%2, %3) : (tensor<2x12xcomplex<f32>>, tensor<2x12xcomplex<f32>>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2x12xcomplex<f32>>) -> tensor<2x12xcomplex<f32>>, res_attrs = [{}], sym_name = "fft", sym_visibility = "private"}> ({
  ^bb0(%arg1: tensor<2x12xcomplex<f32>>):
    %1 = "stablehlo.fft"(%arg1) <{fft_length = array<i64: 12>, fft_type = #stablehlo<fft_type FFT>}> : (tensor<2x12xcomplex<f32>>) -> tensor<2x12xcomplex<f32>>
    "func.return"(%1) : (tensor<2x12xcomplex<f32>>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2x12xcomplex<f32>>) -> tensor<2x12xcomplex<f32>>, res_attrs = [{}], sym_name = "fft_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<2x12xcomplex<f32>>):
    %0 = "stablehlo.fft"(%arg0) <{fft_length = array<i64: 12>, fft_type = #stablehlo<fft_type IFFT>}> : (tensor<2x12xcomplex<f32>>) -> tensor<2x12xcomplex<f32>>
    "func.return"(%0) : (tensor<2x12xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- rfft.n12
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2x12xf32>) -> (tensor<2x7xcomplex<f32>>, tensor<2x12xf32>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg4: tensor<2x12xf32>):
    %4 = "func.call"(%arg4) <{callee = @fft}> : (tensor<2x12xf32>) -> tensor<2x7xcomplex<f32>>
    %5 = "func.call"(%arg4) <{callee = @fft}> : (tensor<2x12xf32>) -> tensor<2x7xcomplex<f32>>
    %6 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %7 = "func.call"(%5, %6) <{callee = @_pad}> : (tensor<2x7xcomplex<f32>>, tensor<i32>) -> tensor<2x7xcomplex<f32>>
    %8 = "func.call"(%7) <{callee = @fft_0}> : (tensor<2x7xcomplex<f32>>) -> tensor<2x12xf32>
    "func.return"(%4, %8) : (tensor<2x7xcomplex<f32>>, tensor<2x12xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2x12xf32>) -> tensor<2x7xcomplex<f32>>, res_attrs = [{}], sym_name = "fft", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<2x12xf32>):
    %3 = "stablehlo.fft"(%arg3) <{fft_length = array<i64: 12>, fft_type = #stablehlo<fft_type RFFT>}> : (tensor<2x12xf32>) -> tensor<2x7xcomplex<f32>>
    "func.return"(%3) : (tensor<2x7xcomplex<f32>>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<2x7xcomplex<f32>>, tensor<i32>) -> tensor<2x7xcomplex<f32>>, res_attrs = [{}], sym_name = "_pad", sym_visibility = "private"}> ({
  ^bb0(%arg1: tensor<2x7xcomplex<f32>>, %arg2: tensor<i32>):
    %1 = "stablehlo.convert"(%arg2) : (tensor<i32>) -> tensor<complex<f32>>
    %2 = "stablehlo.pad"(%arg1, %1) <{edge_padding_high = array<i64: 0, 0>, edge_padding_low = array<i64: 0, 0>, interior_padding = array<i64: 0, 0>}> : (tensor<2x7xcomplex<f32>>, tensor<complex<f32>>) -> tensor<2x7xcomplex<f32>>
    "func.return"(%2) : (tensor<2x7xcomplex<f32>>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<2x7xcomplex<f32>>) -> tensor<2x12xf32>, res_attrs = [{}], sym_name = "fft_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<2x7xcomplex<f32>>):
    %0 = "stablehlo.fft"(%arg0) <{fft_length = array<i64: 12>, fft_type = #stablehlo<fft_type IRFFT>}> : (tensor<2x7xcomplex<f32>>) -> tensor<2x12xf32>
    "func.return"(%0) : (tensor<2x12xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- fft2
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<4x6xf32>) -> (tensor<4x6xcomplex<f32>>, tensor<4x4xcomplex<f32>>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg2: tensor<4x6xf32>):
    %3 = "func.call"(%arg2) <{callee = @fft}> : (tensor<4x6xf32>) -> tensor<4x6xcomplex<f32>>
    %4 = "func.call"(%arg2) <{callee = @fft_0}> : (tensor<4x6xf32>) -> tensor<4x4xcomplex<f32>>
    "func.return"(%3, %4) : (tensor<4x6xcomplex<f32>>, tensor<4x4xcomplex<f32>>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<4x6xf32>) -> tensor<4x6xcomplex<f32>>, res_attrs = [{}], sym_name = "fft", sym_visibility = "private"}> ({
  ^bb0(%arg1: tensor<4x6xf32>):
    %1 = "stablehlo.convert"(%arg1) : (tensor<4x6xf32>) -> tensor<4x6xcomplex<f32>>
    %2 = "stablehlo.fft"(%1) <{fft_length = array<i64: 4, 6>, fft_type = #stablehlo<fft_type FFT>}> : (tensor<4x6xcomplex<f32>>) -> tensor<4x6xcomplex<f32>>
    "func.return"(%2) : (tensor<4x6xcomplex<f32>>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<4x6xf32>) -> tensor<4x4xcomplex<f32>>, res_attrs = [{}], sym_name = "fft_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<4x6xf32>):
    %0 = "stablehlo.fft"(%arg0) <{fft_length = array<i64: 4, 6>, fft_type = #stablehlo<fft_type RFFT>}> : (tensor<4x6xf32>) -> tensor<4x4xcomplex<f32>>
    "func.return"(%0) : (tensor<4x4xcomplex<f32>>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
