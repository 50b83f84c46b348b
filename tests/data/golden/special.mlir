// ----- igamma
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<12xf32>, tensor<12xf32>) -> (tensor<12xf32>, tensor<12xf32>), res_attrs = [{jax.result_info = "result[0]"}, {jax.result_info = "result[1]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<12xf32>, %arg1: tensor<12xf32>):
    %0 = "stablehlo.compare"(%arg0, %arg0) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %1 = "stablehlo.compare"(%arg1, %arg1) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %2 = "stablehlo.or"(%0, %1) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %3 = "stablehlo.constant"() <{value = dense<0x7F800000> : tensor<f32>}> : () -> tensor<f32>
    %4 = "stablehlo.broadcast_in_dim"(%3) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %5 = "stablehlo.compare"(%arg1, %4) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %6 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %7 = "stablehlo.broadcast_in_dim"(%6) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %8 = "stablehlo.compare"(%arg0, %7) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %9 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %10 = "stablehlo.broadcast_in_dim"(%9) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %11 = "stablehlo.compare"(%arg1, %10) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %12 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %13 = "stablehlo.broadcast_in_dim"(%12) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %14 = "stablehlo.compare"(%arg1, %13) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %15 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %16 = "stablehlo.broadcast_in_dim"(%15) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %17 = "stablehlo.compare"(%arg0, %16) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %18 = "stablehlo.and"(%8, %11) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %19 = "stablehlo.or"(%14, %17) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %20 = "stablehlo.or"(%19, %18) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %21 = "stablehlo.or"(%20, %2) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %22 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %23 = "stablehlo.broadcast_in_dim"(%22) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %24 = "stablehlo.compare"(%arg1, %23) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GE>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %25 = "stablehlo.compare"(%arg1, %arg0) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %26 = "stablehlo.and"(%24, %25) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %27 = "stablehlo.log"(%arg1) : (tensor<12xf32>) -> tensor<12xf32>
    %28 = "stablehlo.multiply"(%arg0, %27) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %29 = "stablehlo.subtract"(%28, %arg1) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %30 = "chlo.lgamma"(%arg0) : (tensor<12xf32>) -> tensor<12xf32>
    %31 = "stablehlo.subtract"(%29, %30) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %32 = "stablehlo.constant"() <{value = dense<3.40282347E+38> : tensor<f32>}> : () -> tensor<f32>
    %33 = "stablehlo.log"(%32) : (tensor<f32>) -> tensor<f32>
    %34 = "stablehlo.negate"(%33) : (tensor<f32>) -> tensor<f32>
    %35 = "stablehlo.broadcast_in_dim"(%34) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %36 = "stablehlo.compare"(%31, %35) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %37 = "stablehlo.exponential"(%31) : (tensor<12xf32>) -> tensor<12xf32>
    %38 = "stablehlo.or"(%11, %21) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %39 = "stablehlo.or"(%38, %36) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %40 = "stablehlo.or"(%39, %5) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %41 = "stablehlo.not"(%40) : (tensor<12xi1>) -> tensor<12xi1>
    %42 = "stablehlo.and"(%41, %26) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %43 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %44 = "stablehlo.broadcast_in_dim"(%43) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %45 = "stablehlo.subtract"(%44, %arg0) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %46 = "stablehlo.add"(%arg1, %45) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %47 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %48 = "stablehlo.broadcast_in_dim"(%47) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %49 = "stablehlo.add"(%46, %48) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %50 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %51 = "stablehlo.broadcast_in_dim"(%50) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %52 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %53 = "stablehlo.broadcast_in_dim"(%52) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %54 = "stablehlo.add"(%arg1, %53) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %55 = "stablehlo.multiply"(%49, %arg1) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %56 = "stablehlo.divide"(%54, %55) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %57 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %58 = "stablehlo.broadcast_in_dim"(%57) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %59 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %60 = "stablehlo.broadcast_in_dim"(%59) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %61 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %62 = "stablehlo.broadcast_in_dim"(%61) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %63 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %64 = "stablehlo.broadcast_in_dim"(%63) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %65 = "stablehlo.negate"(%arg1) : (tensor<12xf32>) -> tensor<12xf32>
    %66 = "stablehlo.multiply"(%56, %65) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %67 = "stablehlo.subtract"(%64, %66) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %68 = "stablehlo.divide"(%67, %55) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %69 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %70:15 = "stablehlo.while"(%42, %56, %58, %45, %49, %69, %54, %55, %51, %arg1, %60, %62, %64, %65, %68) ({
    ^bb0(%arg81: tensor<12xi1>, %arg82: tensor<12xf32>, %arg83: tensor<12xf32>, %arg84: tensor<12xf32>, %arg85: tensor<12xf32>, %arg86: tensor<f32>, %arg87: tensor<12xf32>, %arg88: tensor<12xf32>, %arg89: tensor<12xf32>, %arg90: tensor<12xf32>, %arg91: tensor<12xf32>, %arg92: tensor<12xf32>, %arg93: tensor<12xf32>, %arg94: tensor<12xf32>, %arg95: tensor<12xf32>):
      %466 = "stablehlo.constant"() <{value = dense<2.000000e+03> : tensor<f32>}> : () -> tensor<f32>
      %467 = "stablehlo.compare"(%arg86, %466) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<f32>, tensor<f32>) -> tensor<i1>
      %468 = "stablehlo.constant"() <{value = dense<false> : tensor<i1>}> : () -> tensor<i1>
      %469 = "stablehlo.reduce"(%arg81, %468) <{dimensions = array<i64: 0>}> ({
      ^bb0(%arg96: tensor<i1>, %arg97: tensor<i1>):
        %471 = "stablehlo.or"(%arg96, %arg97) : (tensor<i1>, tensor<i1>) -> tensor<i1>
        "stablehlo.return"(%471) : (tensor<i1>) -> ()
      }) : (tensor<12xi1>, tensor<i1>) -> tensor<i1>
      %470 = "stablehlo.and"(%467, %469) : (tensor<i1>, tensor<i1>) -> tensor<i1>
      "stablehlo.return"(%470) : (tensor<i1>) -> ()
    }, {
    ^bb0(%arg66: tensor<12xi1>, %arg67: tensor<12xf32>, %arg68: tensor<12xf32>, %arg69: tensor<12xf32>, %arg70: tensor<12xf32>, %arg71: tensor<f32>, %arg72: tensor<12xf32>, %arg73: tensor<12xf32>, %arg74: tensor<12xf32>, %arg75: tensor<12xf32>, %arg76: tensor<12xf32>, %arg77: tensor<12xf32>, %arg78: tensor<12xf32>, %arg79: tensor<12xf32>, %arg80: tensor<12xf32>):
      %360 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
      %361 = "stablehlo.add"(%arg71, %360) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      %362 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
      %363 = "stablehlo.broadcast_in_dim"(%362) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %364 = "stablehlo.add"(%arg69, %363) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %365 = "stablehlo.constant"() <{value = dense<2.000000e+00> : tensor<f32>}> : () -> tensor<f32>
      %366 = "stablehlo.broadcast_in_dim"(%365) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %367 = "stablehlo.add"(%arg70, %366) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %368 = "stablehlo.broadcast_in_dim"(%361) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %369 = "stablehlo.multiply"(%364, %368) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %370 = "stablehlo.multiply"(%arg72, %367) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %371 = "stablehlo.multiply"(%arg74, %369) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %372 = "stablehlo.subtract"(%370, %371) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %373 = "stablehlo.multiply"(%arg73, %367) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %374 = "stablehlo.multiply"(%arg75, %369) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %375 = "stablehlo.subtract"(%373, %374) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %376 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
      %377 = "stablehlo.broadcast_in_dim"(%376) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %378 = "stablehlo.compare"(%375, %377) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
      %379 = "stablehlo.divide"(%372, %375) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %380 = "stablehlo.subtract"(%arg67, %379) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %381 = "stablehlo.divide"(%380, %379) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %382 = "stablehlo.abs"(%381) : (tensor<12xf32>) -> tensor<12xf32>
      %383 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
      %384 = "stablehlo.broadcast_in_dim"(%383) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %385 = "stablehlo.select"(%378, %382, %384) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %386 = "stablehlo.select"(%378, %379, %arg67) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %387 = "stablehlo.multiply"(%arg78, %367) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %388 = "stablehlo.subtract"(%387, %arg72) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %389 = "stablehlo.multiply"(%arg76, %369) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %390 = "stablehlo.subtract"(%388, %389) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %391 = "stablehlo.broadcast_in_dim"(%361) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %392 = "stablehlo.multiply"(%arg74, %391) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %393 = "stablehlo.add"(%390, %392) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %394 = "stablehlo.multiply"(%arg79, %367) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %395 = "stablehlo.subtract"(%394, %arg73) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %396 = "stablehlo.multiply"(%arg77, %369) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %397 = "stablehlo.subtract"(%395, %396) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %398 = "stablehlo.broadcast_in_dim"(%361) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %399 = "stablehlo.multiply"(%arg75, %398) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %400 = "stablehlo.add"(%397, %399) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %401 = "stablehlo.multiply"(%386, %400) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %402 = "stablehlo.subtract"(%393, %401) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %403 = "stablehlo.divide"(%402, %375) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %404 = "stablehlo.select"(%378, %403, %arg80) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %405 = "stablehlo.subtract"(%404, %arg80) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %406 = "stablehlo.abs"(%405) : (tensor<12xf32>) -> tensor<12xf32>
      %407 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
      %408 = "stablehlo.broadcast_in_dim"(%407) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %409 = "stablehlo.select"(%378, %406, %408) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %410 = "stablehlo.abs"(%372) : (tensor<12xf32>) -> tensor<12xf32>
      %411 = "stablehlo.constant"() <{value = dense<1.1920929E-7> : tensor<f32>}> : () -> tensor<f32>
      %412 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
      %413 = "stablehlo.broadcast_in_dim"(%412) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<f32>
      %414 = "stablehlo.divide"(%413, %411) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      %415 = "stablehlo.broadcast_in_dim"(%414) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %416 = "stablehlo.compare"(%410, %415) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
      %417 = "stablehlo.constant"() <{value = dense<1.1920929E-7> : tensor<f32>}> : () -> tensor<f32>
      %418 = "stablehlo.broadcast_in_dim"(%417) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %419 = "stablehlo.multiply"(%arg72, %418) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %420 = "stablehlo.select"(%416, %419, %arg72) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %421 = "stablehlo.constant"() <{value = dense<1.1920929E-7> : tensor<f32>}> : () -> tensor<f32>
      %422 = "stablehlo.broadcast_in_dim"(%421) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %423 = "stablehlo.multiply"(%372, %422) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %424 = "stablehlo.select"(%416, %423, %372) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %425 = "stablehlo.constant"() <{value = dense<1.1920929E-7> : tensor<f32>}> : () -> tensor<f32>
      %426 = "stablehlo.broadcast_in_dim"(%425) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %427 = "stablehlo.multiply"(%arg73, %426) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %428 = "stablehlo.select"(%416, %427, %arg73) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %429 = "stablehlo.constant"() <{value = dense<1.1920929E-7> : tensor<f32>}> : () -> tensor<f32>
      %430 = "stablehlo.broadcast_in_dim"(%429) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %431 = "stablehlo.multiply"(%375, %430) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %432 = "stablehlo.select"(%416, %431, %375) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %433 = "stablehlo.constant"() <{value = dense<1.1920929E-7> : tensor<f32>}> : () -> tensor<f32>
      %434 = "stablehlo.broadcast_in_dim"(%433) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %435 = "stablehlo.multiply"(%arg78, %434) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %436 = "stablehlo.select"(%416, %435, %arg78) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %437 = "stablehlo.constant"() <{value = dense<1.1920929E-7> : tensor<f32>}> : () -> tensor<f32>
      %438 = "stablehlo.broadcast_in_dim"(%437) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %439 = "stablehlo.multiply"(%arg79, %438) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %440 = "stablehlo.select"(%416, %439, %arg79) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %441 = "stablehlo.constant"() <{value = dense<1.1920929E-7> : tensor<f32>}> : () -> tensor<f32>
      %442 = "stablehlo.broadcast_in_dim"(%441) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %443 = "stablehlo.multiply"(%393, %442) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %444 = "stablehlo.select"(%416, %443, %393) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %445 = "stablehlo.constant"() <{value = dense<1.1920929E-7> : tensor<f32>}> : () -> tensor<f32>
      %446 = "stablehlo.broadcast_in_dim"(%445) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %447 = "stablehlo.multiply"(%400, %446) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %448 = "stablehlo.select"(%416, %447, %400) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %449 = "stablehlo.constant"() <{value = dense<1.1920929E-7> : tensor<f32>}> : () -> tensor<f32>
      %450 = "stablehlo.broadcast_in_dim"(%449) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %451 = "stablehlo.compare"(%385, %450) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
      %452 = "stablehlo.and"(%arg66, %451) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
      %453 = "stablehlo.select"(%arg66, %386, %arg67) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %454 = "stablehlo.select"(%arg66, %385, %arg68) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %455 = "stablehlo.select"(%arg66, %364, %arg69) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %456 = "stablehlo.select"(%arg66, %367, %arg70) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %457 = "stablehlo.select"(%arg66, %424, %arg72) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %458 = "stablehlo.select"(%arg66, %432, %arg73) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %459 = "stablehlo.select"(%arg66, %420, %arg74) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %460 = "stablehlo.select"(%arg66, %428, %arg75) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %461 = "stablehlo.select"(%arg66, %436, %arg76) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %462 = "stablehlo.select"(%arg66, %440, %arg77) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %463 = "stablehlo.select"(%arg66, %444, %arg78) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %464 = "stablehlo.select"(%arg66, %448, %arg79) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %465 = "stablehlo.select"(%arg66, %404, %arg80) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      "stablehlo.return"(%452, %453, %454, %455, %456, %361, %457, %458, %459, %460, %461, %462, %463, %464, %465) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<f32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>) -> ()
    }) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<f32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>) -> (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<f32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>)
    %71 = "stablehlo.multiply"(%70#1, %37) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %72 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %73 = "stablehlo.broadcast_in_dim"(%72) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %74 = "stablehlo.subtract"(%73, %71) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %75 = "stablehlo.not"(%26) : (tensor<12xi1>) -> tensor<12xi1>
    %76 = "stablehlo.and"(%41, %75) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %77 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %78 = "stablehlo.broadcast_in_dim"(%77) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %79 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %80 = "stablehlo.broadcast_in_dim"(%79) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %81 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %82 = "stablehlo.broadcast_in_dim"(%81) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %83 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %84 = "stablehlo.broadcast_in_dim"(%83) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %85:7 = "stablehlo.while"(%76, %arg0, %78, %80, %arg1, %82, %84) ({
    ^bb0(%arg57: tensor<12xi1>, %arg58: tensor<12xf32>, %arg59: tensor<12xf32>, %arg60: tensor<12xf32>, %arg61: tensor<12xf32>, %arg62: tensor<12xf32>, %arg63: tensor<12xf32>):
      %357 = "stablehlo.constant"() <{value = dense<false> : tensor<i1>}> : () -> tensor<i1>
      %358 = "stablehlo.reduce"(%arg57, %357) <{dimensions = array<i64: 0>}> ({
      ^bb0(%arg64: tensor<i1>, %arg65: tensor<i1>):
        %359 = "stablehlo.or"(%arg64, %arg65) : (tensor<i1>, tensor<i1>) -> tensor<i1>
        "stablehlo.return"(%359) : (tensor<i1>) -> ()
      }) : (tensor<12xi1>, tensor<i1>) -> tensor<i1>
      "stablehlo.return"(%358) : (tensor<i1>) -> ()
    }, {
    ^bb0(%arg50: tensor<12xi1>, %arg51: tensor<12xf32>, %arg52: tensor<12xf32>, %arg53: tensor<12xf32>, %arg54: tensor<12xf32>, %arg55: tensor<12xf32>, %arg56: tensor<12xf32>):
      %333 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
      %334 = "stablehlo.broadcast_in_dim"(%333) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %335 = "stablehlo.add"(%arg51, %334) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %336 = "stablehlo.divide"(%arg54, %335) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %337 = "stablehlo.multiply"(%arg55, %336) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %338 = "stablehlo.multiply"(%arg52, %arg54) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %339 = "stablehlo.multiply"(%335, %335) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %340 = "stablehlo.divide"(%338, %339) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %341 = "stablehlo.subtract"(%337, %340) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %342 = "stablehlo.add"(%arg56, %341) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %343 = "stablehlo.divide"(%arg54, %335) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %344 = "stablehlo.multiply"(%arg52, %343) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %345 = "stablehlo.add"(%arg53, %344) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %346 = "stablehlo.divide"(%344, %345) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %347 = "stablehlo.constant"() <{value = dense<1.1920929E-7> : tensor<f32>}> : () -> tensor<f32>
      %348 = "stablehlo.broadcast_in_dim"(%347) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %349 = "stablehlo.compare"(%346, %348) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
      %350 = "stablehlo.and"(%arg50, %349) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
      %351 = "stablehlo.select"(%arg50, %335, %arg51) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %352 = "stablehlo.select"(%arg50, %344, %arg52) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %353 = "stablehlo.select"(%arg50, %345, %arg53) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %354 = "stablehlo.select"(%arg50, %arg54, %arg54) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %355 = "stablehlo.select"(%arg50, %341, %arg55) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %356 = "stablehlo.select"(%arg50, %342, %arg56) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      "stablehlo.return"(%350, %351, %352, %353, %354, %355, %356) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>) -> ()
    }) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>) -> (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>)
    %86 = "stablehlo.multiply"(%85#3, %37) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %87 = "stablehlo.divide"(%86, %arg0) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %88 = "stablehlo.select"(%26, %74, %87) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %89 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %90 = "stablehlo.broadcast_in_dim"(%89) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %91 = "stablehlo.select"(%11, %90, %88) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %92 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %93 = "stablehlo.broadcast_in_dim"(%92) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %94 = "stablehlo.select"(%5, %93, %91) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %95 = "stablehlo.constant"() <{value = dense<0x7FC00000> : tensor<f32>}> : () -> tensor<f32>
    %96 = "stablehlo.broadcast_in_dim"(%95) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %97 = "stablehlo.select"(%21, %96, %94) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %98 = "stablehlo.compare"(%arg0, %arg0) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %99 = "stablehlo.compare"(%arg1, %arg1) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %100 = "stablehlo.or"(%98, %99) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %101 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %102 = "stablehlo.broadcast_in_dim"(%101) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %103 = "stablehlo.compare"(%arg0, %102) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %104 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %105 = "stablehlo.broadcast_in_dim"(%104) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %106 = "stablehlo.compare"(%arg1, %105) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %107 = "stablehlo.constant"() <{value = dense<0x7F800000> : tensor<f32>}> : () -> tensor<f32>
    %108 = "stablehlo.broadcast_in_dim"(%107) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %109 = "stablehlo.compare"(%arg1, %108) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %110 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %111 = "stablehlo.broadcast_in_dim"(%110) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %112 = "stablehlo.compare"(%arg1, %111) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %113 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %114 = "stablehlo.broadcast_in_dim"(%113) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %115 = "stablehlo.compare"(%arg0, %114) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %116 = "stablehlo.and"(%103, %106) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %117 = "stablehlo.or"(%112, %115) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %118 = "stablehlo.or"(%117, %116) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %119 = "stablehlo.or"(%118, %100) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %120 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %121 = "stablehlo.broadcast_in_dim"(%120) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %122 = "stablehlo.compare"(%arg1, %121) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %123 = "stablehlo.compare"(%arg1, %arg0) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %124 = "stablehlo.or"(%122, %123) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %125 = "stablehlo.log"(%arg1) : (tensor<12xf32>) -> tensor<12xf32>
    %126 = "stablehlo.multiply"(%arg0, %125) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %127 = "stablehlo.subtract"(%126, %arg1) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %128 = "chlo.lgamma"(%arg0) : (tensor<12xf32>) -> tensor<12xf32>
    %129 = "stablehlo.subtract"(%127, %128) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %130 = "stablehlo.constant"() <{value = dense<3.40282347E+38> : tensor<f32>}> : () -> tensor<f32>
    %131 = "stablehlo.log"(%130) : (tensor<f32>) -> tensor<f32>
    %132 = "stablehlo.negate"(%131) : (tensor<f32>) -> tensor<f32>
    %133 = "stablehlo.broadcast_in_dim"(%132) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %134 = "stablehlo.compare"(%129, %133) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %135 = "stablehlo.or"(%119, %134) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %136 = "stablehlo.or"(%135, %109) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %137 = "stablehlo.or"(%136, %103) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %138 = "stablehlo.not"(%137) : (tensor<12xi1>) -> tensor<12xi1>
    %139 = "stablehlo.exponential"(%129) : (tensor<12xf32>) -> tensor<12xf32>
    %140 = "stablehlo.and"(%138, %124) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %141 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %142 = "stablehlo.broadcast_in_dim"(%141) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %143 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %144 = "stablehlo.broadcast_in_dim"(%143) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %145 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %146 = "stablehlo.broadcast_in_dim"(%145) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %147 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %148 = "stablehlo.broadcast_in_dim"(%147) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %149:7 = "stablehlo.while"(%140, %arg0, %142, %144, %arg1, %146, %148) ({
    ^bb0(%arg41: tensor<12xi1>, %arg42: tensor<12xf32>, %arg43: tensor<12xf32>, %arg44: tensor<12xf32>, %arg45: tensor<12xf32>, %arg46: tensor<12xf32>, %arg47: tensor<12xf32>):
      %330 = "stablehlo.constant"() <{value = dense<false> : tensor<i1>}> : () -> tensor<i1>
      %331 = "stablehlo.reduce"(%arg41, %330) <{dimensions = array<i64: 0>}> ({
      ^bb0(%arg48: tensor<i1>, %arg49: tensor<i1>):
        %332 = "stablehlo.or"(%arg48, %arg49) : (tensor<i1>, tensor<i1>) -> tensor<i1>
        "stablehlo.return"(%332) : (tensor<i1>) -> ()
      }) : (tensor<12xi1>, tensor<i1>) -> tensor<i1>
      "stablehlo.return"(%331) : (tensor<i1>) -> ()
    }, {
    ^bb0(%arg34: tensor<12xi1>, %arg35: tensor<12xf32>, %arg36: tensor<12xf32>, %arg37: tensor<12xf32>, %arg38: tensor<12xf32>, %arg39: tensor<12xf32>, %arg40: tensor<12xf32>):
      %306 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
      %307 = "stablehlo.broadcast_in_dim"(%306) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %308 = "stablehlo.add"(%arg35, %307) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %309 = "stablehlo.divide"(%arg38, %308) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %310 = "stablehlo.multiply"(%arg39, %309) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %311 = "stablehlo.multiply"(%arg36, %arg38) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %312 = "stablehlo.multiply"(%308, %308) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %313 = "stablehlo.divide"(%311, %312) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %314 = "stablehlo.subtract"(%310, %313) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %315 = "stablehlo.add"(%arg40, %314) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %316 = "stablehlo.divide"(%arg38, %308) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %317 = "stablehlo.multiply"(%arg36, %316) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %318 = "stablehlo.add"(%arg37, %317) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %319 = "stablehlo.divide"(%317, %318) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %320 = "stablehlo.constant"() <{value = dense<1.1920929E-7> : tensor<f32>}> : () -> tensor<f32>
      %321 = "stablehlo.broadcast_in_dim"(%320) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %322 = "stablehlo.compare"(%319, %321) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
      %323 = "stablehlo.and"(%arg34, %322) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
      %324 = "stablehlo.select"(%arg34, %308, %arg35) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %325 = "stablehlo.select"(%arg34, %317, %arg36) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %326 = "stablehlo.select"(%arg34, %318, %arg37) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %327 = "stablehlo.select"(%arg34, %arg38, %arg38) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %328 = "stablehlo.select"(%arg34, %314, %arg39) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %329 = "stablehlo.select"(%arg34, %315, %arg40) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      "stablehlo.return"(%323, %324, %325, %326, %327, %328, %329) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>) -> ()
    }) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>) -> (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>)
    %150 = "stablehlo.multiply"(%149#3, %139) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %151 = "stablehlo.divide"(%150, %arg0) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %152 = "stablehlo.not"(%124) : (tensor<12xi1>) -> tensor<12xi1>
    %153 = "stablehlo.and"(%138, %152) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %154 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %155 = "stablehlo.broadcast_in_dim"(%154) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %156 = "stablehlo.subtract"(%155, %arg0) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %157 = "stablehlo.add"(%arg1, %156) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %158 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %159 = "stablehlo.broadcast_in_dim"(%158) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %160 = "stablehlo.add"(%157, %159) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %161 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %162 = "stablehlo.broadcast_in_dim"(%161) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %163 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %164 = "stablehlo.broadcast_in_dim"(%163) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %165 = "stablehlo.add"(%arg1, %164) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %166 = "stablehlo.multiply"(%160, %arg1) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %167 = "stablehlo.divide"(%165, %166) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %168 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %169 = "stablehlo.broadcast_in_dim"(%168) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %170 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %171 = "stablehlo.broadcast_in_dim"(%170) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %172 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %173 = "stablehlo.broadcast_in_dim"(%172) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %174 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %175 = "stablehlo.broadcast_in_dim"(%174) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %176 = "stablehlo.negate"(%arg1) : (tensor<12xf32>) -> tensor<12xf32>
    %177 = "stablehlo.multiply"(%167, %176) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %178 = "stablehlo.subtract"(%175, %177) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %179 = "stablehlo.divide"(%178, %166) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %180 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %181:15 = "stablehlo.while"(%153, %167, %169, %156, %160, %180, %165, %166, %162, %arg1, %171, %173, %175, %176, %179) ({
    ^bb0(%arg17: tensor<12xi1>, %arg18: tensor<12xf32>, %arg19: tensor<12xf32>, %arg20: tensor<12xf32>, %arg21: tensor<12xf32>, %arg22: tensor<f32>, %arg23: tensor<12xf32>, %arg24: tensor<12xf32>, %arg25: tensor<12xf32>, %arg26: tensor<12xf32>, %arg27: tensor<12xf32>, %arg28: tensor<12xf32>, %arg29: tensor<12xf32>, %arg30: tensor<12xf32>, %arg31: tensor<12xf32>):
      %300 = "stablehlo.constant"() <{value = dense<2.000000e+03> : tensor<f32>}> : () -> tensor<f32>
      %301 = "stablehlo.compare"(%arg22, %300) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<f32>, tensor<f32>) -> tensor<i1>
      %302 = "stablehlo.constant"() <{value = dense<false> : tensor<i1>}> : () -> tensor<i1>
      %303 = "stablehlo.reduce"(%arg17, %302) <{dimensions = array<i64: 0>}> ({
      ^bb0(%arg32: tensor<i1>, %arg33: tensor<i1>):
        %305 = "stablehlo.or"(%arg32, %arg33) : (tensor<i1>, tensor<i1>) -> tensor<i1>
        "stablehlo.return"(%305) : (tensor<i1>) -> ()
      }) : (tensor<12xi1>, tensor<i1>) -> tensor<i1>
      %304 = "stablehlo.and"(%301, %303) : (tensor<i1>, tensor<i1>) -> tensor<i1>
      "stablehlo.return"(%304) : (tensor<i1>) -> ()
    }, {
    ^bb0(%arg2: tensor<12xi1>, %arg3: tensor<12xf32>, %arg4: tensor<12xf32>, %arg5: tensor<12xf32>, %arg6: tensor<12xf32>, %arg7: tensor<f32>, %arg8: tensor<12xf32>, %arg9: tensor<12xf32>, %arg10: tensor<12xf32>, %arg11: tensor<12xf32>, %arg12: tensor<12xf32>, %arg13: tensor<12xf32>, %arg14: tensor<12xf32>, %arg15: tensor<12xf32>, %arg16: tensor<12xf32>):
      %194 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
      %195 = "stablehlo.add"(%arg7, %194) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      %196 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
      %197 = "stablehlo.broadcast_in_dim"(%196) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %198 = "stablehlo.add"(%arg5, %197) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %199 = "stablehlo.constant"() <{value = dense<2.000000e+00> : tensor<f32>}> : () -> tensor<f32>
      %200 = "stablehlo.broadcast_in_dim"(%199) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %201 = "stablehlo.add"(%arg6, %200) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %202 = "stablehlo.broadcast_in_dim"(%195) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %203 = "stablehlo.multiply"(%198, %202) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %204 = "stablehlo.multiply"(%arg8, %201) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %205 = "stablehlo.multiply"(%arg10, %203) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %206 = "stablehlo.subtract"(%204, %205) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %207 = "stablehlo.multiply"(%arg9, %201) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %208 = "stablehlo.multiply"(%arg11, %203) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %209 = "stablehlo.subtract"(%207, %208) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %210 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
      %211 = "stablehlo.broadcast_in_dim"(%210) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %212 = "stablehlo.compare"(%209, %211) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
      %213 = "stablehlo.divide"(%206, %209) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %214 = "stablehlo.subtract"(%arg3, %213) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %215 = "stablehlo.divide"(%214, %213) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %216 = "stablehlo.abs"(%215) : (tensor<12xf32>) -> tensor<12xf32>
      %217 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
      %218 = "stablehlo.broadcast_in_dim"(%217) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %219 = "stablehlo.select"(%212, %216, %218) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %220 = "stablehlo.select"(%212, %213, %arg3) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %221 = "stablehlo.multiply"(%arg14, %201) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %222 = "stablehlo.subtract"(%221, %arg8) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %223 = "stablehlo.multiply"(%arg12, %203) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %224 = "stablehlo.subtract"(%222, %223) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %225 = "stablehlo.broadcast_in_dim"(%195) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %226 = "stablehlo.multiply"(%arg10, %225) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %227 = "stablehlo.add"(%224, %226) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %228 = "stablehlo.multiply"(%arg15, %201) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %229 = "stablehlo.subtract"(%228, %arg9) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %230 = "stablehlo.multiply"(%arg13, %203) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %231 = "stablehlo.subtract"(%229, %230) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %232 = "stablehlo.broadcast_in_dim"(%195) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %233 = "stablehlo.multiply"(%arg11, %232) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %234 = "stablehlo.add"(%231, %233) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %235 = "stablehlo.multiply"(%220, %234) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %236 = "stablehlo.subtract"(%227, %235) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %237 = "stablehlo.divide"(%236, %209) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %238 = "stablehlo.select"(%212, %237, %arg16) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %239 = "stablehlo.subtract"(%238, %arg16) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %240 = "stablehlo.abs"(%239) : (tensor<12xf32>) -> tensor<12xf32>
      %241 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
      %242 = "stablehlo.broadcast_in_dim"(%241) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %243 = "stablehlo.select"(%212, %240, %242) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %244 = "stablehlo.abs"(%206) : (tensor<12xf32>) -> tensor<12xf32>
      %245 = "stablehlo.constant"() <{value = dense<1.1920929E-7> : tensor<f32>}> : () -> tensor<f32>
      %246 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
      %247 = "stablehlo.broadcast_in_dim"(%246) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<f32>
      %248 = "stablehlo.divide"(%247, %245) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      %249 = "stablehlo.broadcast_in_dim"(%248) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %250 = "stablehlo.compare"(%244, %249) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
      %251 = "stablehlo.constant"() <{value = dense<1.1920929E-7> : tensor<f32>}> : () -> tensor<f32>
      %252 = "stablehlo.broadcast_in_dim"(%251) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %253 = "stablehlo.multiply"(%arg8, %252) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %254 = "stablehlo.select"(%250, %253, %arg8) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %255 = "stablehlo.constant"() <{value = dense<1.1920929E-7> : tensor<f32>}> : () -> tensor<f32>
      %256 = "stablehlo.broadcast_in_dim"(%255) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %257 = "stablehlo.multiply"(%206, %256) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %258 = "stablehlo.select"(%250, %257, %206) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %259 = "stablehlo.constant"() <{value = dense<1.1920929E-7> : tensor<f32>}> : () -> tensor<f32>
      %260 = "stablehlo.broadcast_in_dim"(%259) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %261 = "stablehlo.multiply"(%arg9, %260) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %262 = "stablehlo.select"(%250, %261, %arg9) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %263 = "stablehlo.constant"() <{value = dense<1.1920929E-7> : tensor<f32>}> : () -> tensor<f32>
      %264 = "stablehlo.broadcast_in_dim"(%263) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %265 = "stablehlo.multiply"(%209, %264) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %266 = "stablehlo.select"(%250, %265, %209) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %267 = "stablehlo.constant"() <{value = dense<1.1920929E-7> : tensor<f32>}> : () -> tensor<f32>
      %268 = "stablehlo.broadcast_in_dim"(%267) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %269 = "stablehlo.multiply"(%arg14, %268) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %270 = "stablehlo.select"(%250, %269, %arg14) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %271 = "stablehlo.constant"() <{value = dense<1.1920929E-7> : tensor<f32>}> : () -> tensor<f32>
      %272 = "stablehlo.broadcast_in_dim"(%271) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %273 = "stablehlo.multiply"(%arg15, %272) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %274 = "stablehlo.select"(%250, %273, %arg15) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %275 = "stablehlo.constant"() <{value = dense<1.1920929E-7> : tensor<f32>}> : () -> tensor<f32>
      %276 = "stablehlo.broadcast_in_dim"(%275) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %277 = "stablehlo.multiply"(%227, %276) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %278 = "stablehlo.select"(%250, %277, %227) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %279 = "stablehlo.constant"() <{value = dense<1.1920929E-7> : tensor<f32>}> : () -> tensor<f32>
      %280 = "stablehlo.broadcast_in_dim"(%279) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %281 = "stablehlo.multiply"(%234, %280) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %282 = "stablehlo.select"(%250, %281, %234) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %283 = "stablehlo.constant"() <{value = dense<1.1920929E-7> : tensor<f32>}> : () -> tensor<f32>
      %284 = "stablehlo.broadcast_in_dim"(%283) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %285 = "stablehlo.compare"(%219, %284) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
      %286 = "stablehlo.and"(%arg2, %285) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
      %287 = "stablehlo.select"(%arg2, %220, %arg3) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %288 = "stablehlo.select"(%arg2, %219, %arg4) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %289 = "stablehlo.select"(%arg2, %198, %arg5) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %290 = "stablehlo.select"(%arg2, %201, %arg6) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %291 = "stablehlo.select"(%arg2, %258, %arg8) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %292 = "stablehlo.select"(%arg2, %266, %arg9) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %293 = "stablehlo.select"(%arg2, %254, %arg10) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %294 = "stablehlo.select"(%arg2, %262, %arg11) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %295 = "stablehlo.select"(%arg2, %270, %arg12) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %296 = "stablehlo.select"(%arg2, %274, %arg13) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %297 = "stablehlo.select"(%arg2, %278, %arg14) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %298 = "stablehlo.select"(%arg2, %282, %arg15) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %299 = "stablehlo.select"(%arg2, %238, %arg16) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      "stablehlo.return"(%286, %287, %288, %289, %290, %195, %291, %292, %293, %294, %295, %296, %297, %298, %299) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<f32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>) -> ()
    }) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<f32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>) -> (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<f32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>)
    %182 = "stablehlo.multiply"(%181#1, %139) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %183 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %184 = "stablehlo.broadcast_in_dim"(%183) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %185 = "stablehlo.subtract"(%184, %151) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %186 = "stablehlo.select"(%124, %185, %182) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %187 = "stablehlo.or"(%109, %103) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %188 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %189 = "stablehlo.broadcast_in_dim"(%188) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %190 = "stablehlo.select"(%187, %189, %186) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %191 = "stablehlo.constant"() <{value = dense<0x7FC00000> : tensor<f32>}> : () -> tensor<f32>
    %192 = "stablehlo.broadcast_in_dim"(%191) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %193 = "stablehlo.select"(%119, %192, %190) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    "func.return"(%97, %193) : (tensor<12xf32>, tensor<12xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- betainc
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<12xf32>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg10: tensor<12xf32>, %arg11: tensor<12xf32>, %arg12: tensor<12xf32>):
    %43 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %44 = "stablehlo.broadcast_in_dim"(%43) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %45 = "stablehlo.compare"(%arg10, %44) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %46 = "stablehlo.constant"() <{value = dense<0x7F800000> : tensor<f32>}> : () -> tensor<f32>
    %47 = "stablehlo.broadcast_in_dim"(%46) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %48 = "stablehlo.compare"(%arg11, %47) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %49 = "stablehlo.or"(%45, %48) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %50 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %51 = "stablehlo.broadcast_in_dim"(%50) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %52 = "stablehlo.compare"(%arg11, %51) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %53 = "stablehlo.constant"() <{value = dense<0x7F800000> : tensor<f32>}> : () -> tensor<f32>
    %54 = "stablehlo.broadcast_in_dim"(%53) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %55 = "stablehlo.compare"(%arg10, %54) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %56 = "stablehlo.or"(%52, %55) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %57 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %58 = "stablehlo.broadcast_in_dim"(%57) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %59 = "stablehlo.compare"(%arg12, %58) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %60 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %61 = "stablehlo.broadcast_in_dim"(%60) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %62 = "stablehlo.compare"(%arg12, %61) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %63 = "stablehlo.not"(%59) : (tensor<12xi1>) -> tensor<12xi1>
    %64 = "stablehlo.not"(%62) : (tensor<12xi1>) -> tensor<12xi1>
    %65 = "stablehlo.compare"(%arg10, %arg10) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %66 = "stablehlo.compare"(%arg11, %arg11) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %67 = "stablehlo.or"(%65, %66) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %68 = "stablehlo.compare"(%arg12, %arg12) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %69 = "stablehlo.or"(%67, %68) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %70 = "stablehlo.and"(%56, %64) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %71 = "stablehlo.and"(%49, %59) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %72 = "stablehlo.or"(%70, %71) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %73 = "stablehlo.and"(%49, %63) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %74 = "stablehlo.and"(%56, %62) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %75 = "stablehlo.or"(%73, %74) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %76 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %77 = "stablehlo.broadcast_in_dim"(%76) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %78 = "stablehlo.compare"(%arg10, %77) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %79 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %80 = "stablehlo.broadcast_in_dim"(%79) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %81 = "stablehlo.compare"(%arg11, %80) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %82 = "stablehlo.or"(%78, %81) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %83 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %84 = "stablehlo.broadcast_in_dim"(%83) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %85 = "stablehlo.compare"(%arg12, %84) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %86 = "stablehlo.or"(%82, %85) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %87 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %88 = "stablehlo.broadcast_in_dim"(%87) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %89 = "stablehlo.compare"(%arg12, %88) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %90 = "stablehlo.or"(%86, %89) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %91 = "stablehlo.and"(%49, %56) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %92 = "stablehlo.or"(%91, %69) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %93 = "stablehlo.or"(%90, %92) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %94 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %95 = "stablehlo.broadcast_in_dim"(%94) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %96 = "stablehlo.add"(%arg10, %95) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %97 = "stablehlo.add"(%arg10, %arg11) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %98 = "stablehlo.constant"() <{value = dense<2.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %99 = "stablehlo.broadcast_in_dim"(%98) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %100 = "stablehlo.add"(%97, %99) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %101 = "stablehlo.divide"(%96, %100) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %102 = "stablehlo.compare"(%arg12, %101) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %103 = "stablehlo.select"(%102, %arg10, %arg11) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %104 = "stablehlo.select"(%102, %arg11, %arg10) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %105 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %106 = "stablehlo.broadcast_in_dim"(%105) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %107 = "stablehlo.subtract"(%106, %arg12) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %108 = "stablehlo.select"(%102, %arg12, %107) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %109 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %110 = "stablehlo.broadcast_in_dim"(%109) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<12xi32>
    %111 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %112 = "stablehlo.broadcast_in_dim"(%111) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<12xi32>
    %113 = "stablehlo.compare"(%110, %112) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi1>
    %114 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %115 = "stablehlo.broadcast_in_dim"(%114) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %116 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %117 = "stablehlo.broadcast_in_dim"(%116) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %118 = "stablehlo.select"(%113, %115, %117) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %119 = "stablehlo.abs"(%118) : (tensor<12xf32>) -> tensor<12xf32>
    %120 = "stablehlo.constant"() <{value = dense<5.96046448E-8> : tensor<f32>}> : () -> tensor<f32>
    %121 = "stablehlo.broadcast_in_dim"(%120) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %122 = "stablehlo.compare"(%119, %121) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %123 = "stablehlo.constant"() <{value = dense<5.96046448E-8> : tensor<f32>}> : () -> tensor<f32>
    %124 = "stablehlo.broadcast_in_dim"(%123) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %125 = "stablehlo.select"(%122, %124, %118) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %126 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %127 = "stablehlo.broadcast_in_dim"(%126) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %128 = "stablehlo.constant"() <{value = dense<1> : tensor<i32>}> : () -> tensor<i32>
    %129 = "stablehlo.constant"() <{value = dense<true> : tensor<i1>}> : () -> tensor<i1>
    %130:8 = "stablehlo.while"(%103, %104, %108, %128, %129, %125, %127, %125) ({
    ^bb0(%arg23: tensor<12xf32>, %arg24: tensor<12xf32>, %arg25: tensor<12xf32>, %arg26: tensor<i32>, %arg27: tensor<i1>, %arg28: tensor<12xf32>, %arg29: tensor<12xf32>, %arg30: tensor<12xf32>):
      %264 = "stablehlo.constant"() <{value = dense<200> : tensor<i32>}> : () -> tensor<i32>
      %265 = "stablehlo.compare"(%arg26, %264) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<i32>, tensor<i32>) -> tensor<i1>
      %266 = "stablehlo.and"(%265, %arg27) : (tensor<i1>, tensor<i1>) -> tensor<i1>
      "stablehlo.return"(%266) : (tensor<i1>) -> ()
    }, {
    ^bb0(%arg13: tensor<12xf32>, %arg14: tensor<12xf32>, %arg15: tensor<12xf32>, %arg16: tensor<i32>, %arg17: tensor<i1>, %arg18: tensor<12xf32>, %arg19: tensor<12xf32>, %arg20: tensor<12xf32>):
      %169 = "stablehlo.broadcast_in_dim"(%arg16) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<12xi32>
      %170 = "stablehlo.constant"() <{value = dense<2> : tensor<i32>}> : () -> tensor<i32>
      %171 = "stablehlo.broadcast_in_dim"(%170) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<12xi32>
      %172 = "func.call"(%169, %171) <{callee = @remainder}> : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi32>
      %173 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
      %174 = "stablehlo.broadcast_in_dim"(%173) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<12xi32>
      %175 = "stablehlo.compare"(%172, %174) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi1>
      %176 = "stablehlo.constant"() <{value = dense<1> : tensor<i32>}> : () -> tensor<i32>
      %177 = "stablehlo.broadcast_in_dim"(%176) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<12xi32>
      %178 = "stablehlo.compare"(%169, %177) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi1>
      %179 = "stablehlo.constant"() <{value = dense<1> : tensor<i32>}> : () -> tensor<i32>
      %180 = "stablehlo.broadcast_in_dim"(%179) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<12xi32>
      %181 = "stablehlo.subtract"(%169, %180) : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi32>
      %182 = "stablehlo.constant"() <{value = dense<2> : tensor<i32>}> : () -> tensor<i32>
      %183 = "stablehlo.broadcast_in_dim"(%182) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<12xi32>
      %184 = "func.call"(%181, %183) <{callee = @floor_divide}> : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi32>
      %185 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
      %186 = "stablehlo.broadcast_in_dim"(%185) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<12xi32>
      %187 = "stablehlo.compare"(%184, %186) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi1>
      %188 = "stablehlo.convert"(%184) : (tensor<12xi32>) -> tensor<12xf32>
      %189 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
      %190 = "stablehlo.broadcast_in_dim"(%189) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %191 = "stablehlo.constant"() <{value = dense<2.000000e+00> : tensor<f32>}> : () -> tensor<f32>
      %192 = "stablehlo.broadcast_in_dim"(%191) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %193 = "stablehlo.add"(%arg13, %arg14) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %194 = "stablehlo.negate"(%193) : (tensor<12xf32>) -> tensor<12xf32>
      %195 = "stablehlo.multiply"(%194, %arg15) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %196 = "stablehlo.add"(%arg13, %190) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %197 = "stablehlo.divide"(%195, %196) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %198 = "stablehlo.add"(%arg13, %188) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %199 = "stablehlo.negate"(%198) : (tensor<12xf32>) -> tensor<12xf32>
      %200 = "stablehlo.add"(%arg13, %arg14) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %201 = "stablehlo.add"(%200, %188) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %202 = "stablehlo.multiply"(%199, %201) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %203 = "stablehlo.multiply"(%202, %arg15) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %204 = "stablehlo.multiply"(%192, %188) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %205 = "stablehlo.add"(%arg13, %204) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %206 = "stablehlo.multiply"(%192, %188) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %207 = "stablehlo.add"(%arg13, %206) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %208 = "stablehlo.add"(%207, %190) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %209 = "stablehlo.multiply"(%205, %208) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %210 = "stablehlo.divide"(%203, %209) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %211 = "stablehlo.select"(%187, %197, %210) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %212 = "stablehlo.subtract"(%arg14, %188) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %213 = "stablehlo.multiply"(%188, %212) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %214 = "stablehlo.multiply"(%213, %arg15) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %215 = "stablehlo.multiply"(%192, %188) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %216 = "stablehlo.add"(%arg13, %215) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %217 = "stablehlo.subtract"(%216, %190) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %218 = "stablehlo.multiply"(%192, %188) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %219 = "stablehlo.add"(%arg13, %218) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %220 = "stablehlo.multiply"(%217, %219) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %221 = "stablehlo.divide"(%214, %220) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %222 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
      %223 = "stablehlo.broadcast_in_dim"(%222) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %224 = "stablehlo.select"(%175, %211, %221) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %225 = "stablehlo.select"(%178, %223, %224) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %226 = "stablehlo.broadcast_in_dim"(%arg16) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<12xi32>
      %227 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
      %228 = "stablehlo.broadcast_in_dim"(%227) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<12xi32>
      %229 = "stablehlo.compare"(%226, %228) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi1>
      %230 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
      %231 = "stablehlo.broadcast_in_dim"(%230) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %232 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
      %233 = "stablehlo.broadcast_in_dim"(%232) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %234 = "stablehlo.select"(%229, %231, %233) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %235 = "stablehlo.divide"(%225, %arg18) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %236 = "stablehlo.add"(%234, %235) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %237 = "stablehlo.constant"() <{value = dense<5.96046448E-8> : tensor<f32>}> : () -> tensor<f32>
      %238 = "stablehlo.broadcast_in_dim"(%237) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %239 = "stablehlo.abs"(%236) : (tensor<12xf32>) -> tensor<12xf32>
      %240 = "stablehlo.compare"(%239, %238) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
      %241 = "stablehlo.select"(%240, %238, %236) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %242 = "stablehlo.multiply"(%225, %arg19) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %243 = "stablehlo.add"(%234, %242) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %244 = "stablehlo.abs"(%243) : (tensor<12xf32>) -> tensor<12xf32>
      %245 = "stablehlo.compare"(%244, %238) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
      %246 = "stablehlo.select"(%245, %238, %243) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %247 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
      %248 = "stablehlo.broadcast_in_dim"(%247) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %249 = "stablehlo.divide"(%248, %246) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %250 = "stablehlo.multiply"(%241, %249) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %251 = "stablehlo.multiply"(%arg20, %250) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %252 = "stablehlo.constant"() <{value = dense<1> : tensor<i32>}> : () -> tensor<i32>
      %253 = "stablehlo.add"(%arg16, %252) : (tensor<i32>, tensor<i32>) -> tensor<i32>
      %254 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
      %255 = "stablehlo.broadcast_in_dim"(%254) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %256 = "stablehlo.subtract"(%250, %255) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
      %257 = "stablehlo.abs"(%256) : (tensor<12xf32>) -> tensor<12xf32>
      %258 = "stablehlo.constant"() <{value = dense<5.96046448E-8> : tensor<f32>}> : () -> tensor<f32>
      %259 = "stablehlo.broadcast_in_dim"(%258) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
      %260 = "stablehlo.compare"(%257, %259) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction GE>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
      %261 = "stablehlo.constant"() <{value = dense<false> : tensor<i1>}> : () -> tensor<i1>
      %262 = "stablehlo.reduce"(%260, %261) <{dimensions = array<i64: 0>}> ({
      ^bb0(%arg21: tensor<i1>, %arg22: tensor<i1>):
        %263 = "stablehlo.or"(%arg21, %arg22) : (tensor<i1>, tensor<i1>) -> tensor<i1>
        "stablehlo.return"(%263) : (tensor<i1>) -> ()
      }) : (tensor<12xi1>, tensor<i1>) -> tensor<i1>
      "stablehlo.return"(%arg13, %arg14, %arg15, %253, %262, %241, %249, %251) : (tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<i32>, tensor<i1>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>) -> ()
    }) : (tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<i32>, tensor<i1>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>) -> (tensor<12xf32>, tensor<12xf32>, tensor<12xf32>, tensor<i32>, tensor<i1>, tensor<12xf32>, tensor<12xf32>, tensor<12xf32>)
    %131 = "chlo.lgamma"(%104) : (tensor<12xf32>) -> tensor<12xf32>
    %132 = "stablehlo.add"(%103, %104) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %133 = "chlo.lgamma"(%132) : (tensor<12xf32>) -> tensor<12xf32>
    %134 = "stablehlo.subtract"(%131, %133) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %135 = "chlo.lgamma"(%103) : (tensor<12xf32>) -> tensor<12xf32>
    %136 = "stablehlo.add"(%135, %134) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %137 = "stablehlo.constant"() <{value = dense<2.3509887E-38> : tensor<f32>}> : () -> tensor<f32>
    %138 = "stablehlo.broadcast_in_dim"(%137) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %139 = "stablehlo.compare"(%103, %138) <{compare_type = #stablehlo<comparison_type FLOAT>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xi1>
    %140 = "stablehlo.negate"(%108) : (tensor<12xf32>) -> tensor<12xf32>
    %141 = "stablehlo.log_plus_one"(%140) : (tensor<12xf32>) -> tensor<12xf32>
    %142 = "stablehlo.multiply"(%141, %104) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %143 = "stablehlo.subtract"(%142, %134) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %144 = "stablehlo.exponential"(%143) : (tensor<12xf32>) -> tensor<12xf32>
    %145 = "stablehlo.log"(%108) : (tensor<12xf32>) -> tensor<12xf32>
    %146 = "stablehlo.multiply"(%145, %103) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %147 = "stablehlo.negate"(%108) : (tensor<12xf32>) -> tensor<12xf32>
    %148 = "stablehlo.log_plus_one"(%147) : (tensor<12xf32>) -> tensor<12xf32>
    %149 = "stablehlo.multiply"(%148, %104) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %150 = "stablehlo.add"(%146, %149) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %151 = "stablehlo.subtract"(%150, %136) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %152 = "stablehlo.exponential"(%151) : (tensor<12xf32>) -> tensor<12xf32>
    %153 = "stablehlo.divide"(%152, %103) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %154 = "stablehlo.select"(%139, %144, %153) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %155 = "stablehlo.multiply"(%130#7, %154) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %156 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %157 = "stablehlo.broadcast_in_dim"(%156) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %158 = "stablehlo.subtract"(%157, %155) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %159 = "stablehlo.select"(%102, %155, %158) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %160 = "stablehlo.constant"() <{value = dense<0.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %161 = "stablehlo.broadcast_in_dim"(%160) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %162 = "stablehlo.select"(%72, %161, %159) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %163 = "stablehlo.constant"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
    %164 = "stablehlo.broadcast_in_dim"(%163) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %165 = "stablehlo.select"(%75, %164, %162) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    %166 = "stablehlo.constant"() <{value = dense<0x7FC00000> : tensor<f32>}> : () -> tensor<f32>
    %167 = "stablehlo.broadcast_in_dim"(%166) <{broadcast_dimensions = array<i64>}> : (tensor<f32>) -> tensor<12xf32>
    %168 = "stablehlo.select"(%93, %167, %165) : (tensor<12xi1>, tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    "func.return"(%168) : (tensor<12xf32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi32>, res_attrs = [{}], sym_name = "remainder", sym_visibility = "private"}> ({
  ^bb0(%arg8: tensor<12xi32>, %arg9: tensor<12xi32>):
    %23 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %24 = "stablehlo.broadcast_in_dim"(%23) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<12xi32>
    %25 = "stablehlo.compare"(%arg9, %24) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction EQ>}> : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi1>
    %26 = "stablehlo.constant"() <{value = dense<1> : tensor<i32>}> : () -> tensor<i32>
    %27 = "stablehlo.broadcast_in_dim"(%26) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<12xi32>
    %28 = "func.call"(%25, %27, %arg9) <{callee = @_where}> : (tensor<12xi1>, tensor<12xi32>, tensor<12xi32>) -> tensor<12xi32>
    %29 = "stablehlo.remainder"(%arg8, %28) : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi32>
    %30 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %31 = "stablehlo.broadcast_in_dim"(%30) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<12xi32>
    %32 = "stablehlo.compare"(%29, %31) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi1>
    %33 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %34 = "stablehlo.broadcast_in_dim"(%33) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<12xi32>
    %35 = "stablehlo.compare"(%29, %34) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi1>
    %36 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %37 = "stablehlo.broadcast_in_dim"(%36) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<12xi32>
    %38 = "stablehlo.compare"(%28, %37) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi1>
    %39 = "stablehlo.compare"(%35, %38) <{compare_type = #stablehlo<comparison_type UNSIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %40 = "stablehlo.and"(%39, %32) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %41 = "stablehlo.add"(%29, %28) : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi32>
    %42 = "stablehlo.select"(%40, %41, %29) : (tensor<12xi1>, tensor<12xi32>, tensor<12xi32>) -> tensor<12xi32>
    "func.return"(%42) : (tensor<12xi32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<12xi1>, tensor<12xi32>, tensor<12xi32>) -> tensor<12xi32>, res_attrs = [{}], sym_name = "_where", sym_visibility = "private"}> ({
  ^bb0(%arg5: tensor<12xi1>, %arg6: tensor<12xi32>, %arg7: tensor<12xi32>):
    %22 = "stablehlo.select"(%arg5, %arg6, %arg7) : (tensor<12xi1>, tensor<12xi32>, tensor<12xi32>) -> tensor<12xi32>
    "func.return"(%22) : (tensor<12xi32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi32>, res_attrs = [{}], sym_name = "floor_divide", sym_visibility = "private"}> ({
  ^bb0(%arg3: tensor<12xi32>, %arg4: tensor<12xi32>):
    %1 = "stablehlo.divide"(%arg3, %arg4) : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi32>
    %2 = "stablehlo.sign"(%arg3) : (tensor<12xi32>) -> tensor<12xi32>
    %3 = "stablehlo.sign"(%arg4) : (tensor<12xi32>) -> tensor<12xi32>
    %4 = "stablehlo.compare"(%2, %3) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi1>
    %5 = "stablehlo.remainder"(%arg3, %arg4) : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi32>
    %6 = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %7 = "stablehlo.broadcast_in_dim"(%6) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<12xi32>
    %8 = "stablehlo.compare"(%5, %7) <{compare_type = #stablehlo<comparison_type SIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi1>
    %9 = "stablehlo.constant"() <{value = dense<false> : tensor<i1>}> : () -> tensor<i1>
    %10 = "stablehlo.broadcast_in_dim"(%9) <{broadcast_dimensions = array<i64>}> : (tensor<i1>) -> tensor<12xi1>
    %11 = "stablehlo.compare"(%4, %10) <{compare_type = #stablehlo<comparison_type UNSIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %12 = "stablehlo.convert"(%11) : (tensor<12xi1>) -> tensor<12xi1>
    %13 = "stablehlo.constant"() <{value = dense<false> : tensor<i1>}> : () -> tensor<i1>
    %14 = "stablehlo.broadcast_in_dim"(%13) <{broadcast_dimensions = array<i64>}> : (tensor<i1>) -> tensor<12xi1>
    %15 = "stablehlo.compare"(%8, %14) <{compare_type = #stablehlo<comparison_type UNSIGNED>, comparison_direction = #stablehlo<comparison_direction NE>}> : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %16 = "stablehlo.convert"(%15) : (tensor<12xi1>) -> tensor<12xi1>
    %17 = "stablehlo.and"(%12, %16) : (tensor<12xi1>, tensor<12xi1>) -> tensor<12xi1>
    %18 = "stablehlo.constant"() <{value = dense<1> : tensor<i32>}> : () -> tensor<i32>
    %19 = "stablehlo.broadcast_in_dim"(%18) <{broadcast_dimensions = array<i64>}> : (tensor<i32>) -> tensor<12xi32>
    %20 = "stablehlo.subtract"(%1, %19) : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi32>
    %21 = "func.call"(%17, %20, %1) <{callee = @_where_0}> : (tensor<12xi1>, tensor<12xi32>, tensor<12xi32>) -> tensor<12xi32>
    "func.return"(%21) : (tensor<12xi32>) -> ()
  }) : () -> ()
  "func.func"() <{arg_attrs = [{}, {}, {}], function_type = (tensor<12xi1>, tensor<12xi32>, tensor<12xi32>) -> tensor<12xi32>, res_attrs = [{}], sym_name = "_where_0", sym_visibility = "private"}> ({
  ^bb0(%arg0: tensor<12xi1>, %arg1: tensor<12xi32>, %arg2: tensor<12xi32>):
    %0 = "stablehlo.select"(%arg0, %arg1, %arg2) : (tensor<12xi1>, tensor<12xi32>, tensor<12xi32>) -> tensor<12xi32>
    "func.return"(%0) : (tensor<12xi32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.bessel_i1e.f32
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf32>) -> tensor<37xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<37xf32>):
    %0 = "chlo.bessel_i1e"(%arg0) : (tensor<37xf32>) -> tensor<37xf32>
    "func.return"(%0) : (tensor<37xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.bessel_i1e.f64
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf64>) -> tensor<37xf64>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<37xf64>):
    %0 = "chlo.bessel_i1e"(%arg0) : (tensor<37xf64>) -> tensor<37xf64>
    "func.return"(%0) : (tensor<37xf64>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.bessel_i1e.bf16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xbf16>) -> tensor<37xbf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<37xbf16>):
    %0 = "chlo.bessel_i1e"(%arg0) : (tensor<37xbf16>) -> tensor<37xbf16>
    "func.return"(%0) : (tensor<37xbf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- ew1.bessel_i1e.f16
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}], function_type = (tensor<37xf16>) -> tensor<37xf16>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<37xf16>):
    %0 = "chlo.bessel_i1e"(%arg0) : (tensor<37xf16>) -> tensor<37xf16>
    "func.return"(%0) : (tensor<37xf16>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- zeta
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<12xf32>, %arg1: tensor<12xf32>):
    %0 = "chlo.zeta"(%arg0, %arg1) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
    "func.return"(%0) : (tensor<12xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
// ----- polygamma
"builtin.module"() <{sym_name = "jit_flat"}> ({
  "func.func"() <{arg_attrs = [{}, {}], function_type = (tensor<6xf32>, tensor<6xf32>) -> tensor<6xf32>, res_attrs = [{jax.result_info = "result[0]"}], sym_name = "main", sym_visibility = "public"}> ({
  ^bb0(%arg0: tensor<6xf32>, %arg1: tensor<6xf32>):
    %0 = "chlo.polygamma"(%arg0, %arg1) : (tensor<6xf32>, tensor<6xf32>) -> tensor<6xf32>
    "func.return"(%0) : (tensor<6xf32>) -> ()
  }) : () -> ()
}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} : () -> ()
