// RUN: fluxion-opt %s | FileCheck %s
// RUN: fluxion-opt %s | fluxion-opt -fluxion-vmap="size=4 axis-name=device" | FileCheck %s --check-prefix=MAPPED

// What JAX writes for a function on 4 devices. All of them are one axis, which vmap can map.

//  CHECK-LABEL: func.func @main
//   CHECK-SAME:   %[[X:.*]]: tensor<2x2xf32>
//        CHECK:   fx.all_reduce {{.*}}add, %[[X]] over "device" of 4 : tensor<2x2xf32>
//        CHECK:   %[[G:.*]] = fx.all_gather %[[X]] along 0 over "device" of 4 : tensor<2x2xf32> -> tensor<8x2xf32>
//        CHECK:   fx.reduce_scatter %[[G]] along 0 over "device" of 4 : tensor<8x2xf32> -> tensor<2x2xf32>
//        CHECK:   fx.collective_permute %[[X]] from [-1, 0, 1, -1] over "device" of 4 : tensor<2x2xf32>
//        CHECK:   fx.all_to_all %[[G]] cut 0 joined 1 over "device" of 4 : tensor<8x2xf32> -> tensor<2x8xf32>
//        CHECK:   fx.axis_index over "device" of 4 : tensor<i32>
// MAPPED-LABEL: func.func @main.vmap(%arg0: tensor<4x2x2xf32>)
//   MAPPED-NOT:   device
"builtin.module"() <{sym_name = "jit_f"}> ({
  "func.func"() <{function_type = (tensor<2x2xf32>) -> (tensor<2x2xf32>, tensor<2x2xf32>, tensor<2x2xf32>, tensor<2x8xf32>, tensor<ui32>), sym_name = "main"}> ({
  ^bb0(%x: tensor<2x2xf32>):
    %sum = "stablehlo.all_reduce"(%x) <{channel_handle = #stablehlo.channel_handle<handle = 1, type = 1>, replica_groups = dense<[[0, 1, 2, 3]]> : tensor<1x4xi64>, use_global_device_ids}> ({
    ^bb0(%a: tensor<f32>, %b: tensor<f32>):
      %c = "stablehlo.add"(%a, %b) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      "stablehlo.return"(%c) : (tensor<f32>) -> ()
    }) : (tensor<2x2xf32>) -> tensor<2x2xf32>
    %all = "stablehlo.all_gather"(%x) <{all_gather_dim = 0 : i64, channel_handle = #stablehlo.channel_handle<handle = 1, type = 1>, replica_groups = dense<[[0, 1, 2, 3]]> : tensor<1x4xi64>, use_global_device_ids}> : (tensor<2x2xf32>) -> tensor<8x2xf32>
    %part = "stablehlo.reduce_scatter"(%all) <{channel_handle = #stablehlo.channel_handle<handle = 1, type = 1>, replica_groups = dense<[[0, 1, 2, 3]]> : tensor<1x4xi64>, scatter_dimension = 0 : i64, use_global_device_ids}> ({
    ^bb0(%a: tensor<f32>, %b: tensor<f32>):
      %c = "stablehlo.add"(%a, %b) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      "stablehlo.return"(%c) : (tensor<f32>) -> ()
    }) : (tensor<8x2xf32>) -> tensor<2x2xf32>
    %sent = "stablehlo.collective_permute"(%x) <{channel_handle = #stablehlo.channel_handle<handle = 1, type = 1>, source_target_pairs = dense<[[0, 1], [1, 2]]> : tensor<2x2xi64>}> : (tensor<2x2xf32>) -> tensor<2x2xf32>
    %swapped = "stablehlo.all_to_all"(%all) <{channel_handle = #stablehlo.channel_handle<handle = 1, type = 1>, concat_dimension = 1 : i64, replica_groups = dense<[[0, 1, 2, 3]]> : tensor<1x4xi64>, split_count = 4 : i64, split_dimension = 0 : i64}> : (tensor<8x2xf32>) -> tensor<2x8xf32>
    %id = "stablehlo.partition_id"() : () -> tensor<ui32>
    "func.return"(%sum, %part, %sent, %swapped, %id) : (tensor<2x2xf32>, tensor<2x2xf32>, tensor<2x2xf32>, tensor<2x8xf32>, tensor<ui32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 4 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
