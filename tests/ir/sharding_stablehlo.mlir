// RUN: fluxion-opt %s -split-input-file | FileCheck %s

// What JAX writes of shardings.

//       CHECK: #mesh = #fx.mesh<["data" = 4, "model" = 2]>
// CHECK-LABEL: func.func @main
//  CHECK-SAME:   {fx.sharding = #fx.sharding<#mesh, [{"data"}, {}, {}]>}) -> (tensor<8x4x2xf32> {fx.sharding = #fx.sharding<#mesh, [{}, {}, {}], replicated = {"model"}>})
//       CHECK:   fx.sharding_constraint %{{.*}} <#mesh, [{"model", "data"}, {}, {?}]> : tensor<8x4x2xf32>
//       CHECK:   fx.sharding_constraint %{{.*}} <#mesh1, [{"a"}, {}, {}]> : tensor<8x4x2xf32>
//  CHECK-NEXT:   return
"builtin.module"() <{sym_name = "jit_f"}> ({
  "sdy.mesh"() <{mesh = #sdy.mesh<["data"=4, "model"=2]>, sym_name = "mesh"}> {stablehlo.mesh = {axes = [{name = "data", size = 4 : i64}, {name = "model", size = 2 : i64}]}} : () -> ()
  "func.func"() <{arg_attrs = [{sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}], function_type = (tensor<8x4x2xf32>) -> tensor<8x4x2xf32>, res_attrs = [{jax.result_info = "result", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}], replicated={"model"}>}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<8x4x2xf32>):
    %0 = "stablehlo.sine"(%arg0) : (tensor<8x4x2xf32>) -> tensor<8x4x2xf32>
    %1 = "sdy.sharding_constraint"(%0) <{sharding = #sdy.sharding<@mesh, [{"model", "data"}, {}, {?}]>}> : (tensor<8x4x2xf32>) -> tensor<8x4x2xf32>
    %2 = "sdy.sharding_constraint"(%1) <{sharding = #sdy.sharding<mesh<["a"=2]>, [{"a"}, {}, {}]>}> : (tensor<8x4x2xf32>) -> tensor<8x4x2xf32>
    %3 = "stablehlo.custom_call"(%2) <{backend_config = "", call_target_name = "Sharding"}> {mhlo.sharding = "{devices=[2,1,1,4]<=[4,2]T(1,0) last_tile_dim_replicate}"} : (tensor<8x4x2xf32>) -> tensor<8x4x2xf32>
    "func.return"(%3) : (tensor<8x4x2xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 8 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
