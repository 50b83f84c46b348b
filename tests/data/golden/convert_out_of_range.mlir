// ----- convert.sat.f32_i32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<7xf32>) -> (tensor<7xi32>, tensor<7xui8>, tensor<7xi8>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}, {jax.result_info = "result[2]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<7xf32>):
    %0 = "stablehlo.convert"(%arg0) : (tensor<7xf32>) -> tensor<7xi32>
    %1 = "stablehlo.convert"(%arg0) : (tensor<7xf32>) -> tensor<7xui8>
    %2 = "stablehlo.convert"(%arg0) : (tensor<7xf32>) -> tensor<7xi8>
    "func.return"(%0, %1, %2) : (tensor<7xi32>, tensor<7xui8>, tensor<7xi8>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
