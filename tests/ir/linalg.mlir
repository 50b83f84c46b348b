// RUN: fluxion-opt %s -split-input-file | FileCheck %s

// What is imported as which op of linear algebra.

// The upper factor is the transposed lower one of the transposed matrix.

// CHECK-LABEL: func.func @cholesky
// CHECK: %[[T:.*]] = fx.transpose %{{.*}} by [0, 2, 1]
// CHECK: %[[L:.*]] = fx.cholesky %[[T]] : tensor<2x3x3xf32>
// CHECK: fx.transpose %[[L]] by [0, 2, 1]
"builtin.module"() ({
  "func.func"() <{function_type = (tensor<2x3x3xf32>) -> tensor<2x3x3xf32>, sym_name = "cholesky"}> ({
  ^bb0(%a: tensor<2x3x3xf32>):
    %0 = "stablehlo.cholesky"(%a) <{lower = false}> : (tensor<2x3x3xf32>) -> tensor<2x3x3xf32>
    "func.return"(%0) : (tensor<2x3x3xf32>) -> ()
  }) : () -> ()
}) : () -> ()

// -----

// CHECK-LABEL: func.func @triangular_solve
// CHECK: fx.triangular_solve %{{.*}}, %{{.*}} left false lower true unit true transpose true
"builtin.module"() ({
  "func.func"() <{function_type = (tensor<3x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>, sym_name = "triangular_solve"}> ({
  ^bb0(%a: tensor<3x3xf32>, %b: tensor<2x3xf32>):
    %0 = "stablehlo.triangular_solve"(%a, %b) <{left_side = false, lower = true, unit_diagonal = true, transpose_a = #stablehlo<transpose TRANSPOSE>}> : (tensor<3x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
    "func.return"(%0) : (tensor<2x3xf32>) -> ()
  }) : () -> ()
}) : () -> ()

// -----

// LAPACK counts rows from one. Options are letters, and stand where JAX has them or where StableHLO does.

// CHECK-LABEL: func.func @lapack
// CHECK: %[[LU:.*]], %[[PIVOTS:.*]], %{{.*}} = fx.lu
// CHECK: %[[ONE:.*]] = fx.constant dense<1> : tensor<3xi32>
// CHECK: fx.add %[[PIVOTS]], %[[ONE]]
// CHECK: fx.triangular_solve %[[LU]], %{{.*}} left true lower true unit true transpose false
// CHECK: %{{.*}}, %[[U:.*]], %{{.*}} = fx.svd %{{.*}} full false
"builtin.module"() ({
  "func.func"() <{function_type = (tensor<3x3xf64>) -> (tensor<3xi32>, tensor<3x3xf64>), sym_name = "lapack"}> ({
  ^bb0(%a: tensor<3x3xf64>):
    %0:3 = "stablehlo.custom_call"(%a) <{call_target_name = "lapack_dgetrf_ffi"}> {mhlo.backend_config = {}} : (tensor<3x3xf64>) -> (tensor<3x3xf64>, tensor<3xi32>, tensor<i32>)
    %1 = "stablehlo.custom_call"(%0#0, %a) <{call_target_name = "lapack_dtrsm_ffi"}> {mhlo.backend_config = {diag = 85 : ui8, side = 76 : ui8, trans_x = 78 : ui8, uplo = 76 : ui8}} : (tensor<3x3xf64>, tensor<3x3xf64>) -> tensor<3x3xf64>
    %2:5 = "stablehlo.custom_call"(%1) <{call_target_name = "lapack_dgesdd_ffi", backend_config = {mode = 83 : ui8}}> : (tensor<3x3xf64>) -> (tensor<3x3xf64>, tensor<3xf64>, tensor<3x3xf64>, tensor<3x3xf64>, tensor<i32>)
    "func.return"(%0#1, %2#2) : (tensor<3xi32>, tensor<3x3xf64>) -> ()
  }) : () -> ()
}) : () -> ()
