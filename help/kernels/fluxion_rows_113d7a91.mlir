module {
  func.func @fluxion_rows_113d7a91(%arg0: !llvm.ptr, %arg1: i64, %arg2: i64, %arg3: !llvm.ptr) {
    %0 = llvm.getelementptr %arg0[0] : (!llvm.ptr) -> !llvm.ptr, !llvm.ptr
    %1 = llvm.load %0 {alignment = 8 : i64} : !llvm.ptr -> !llvm.ptr
    %2 = llvm.getelementptr %arg0[1] : (!llvm.ptr) -> !llvm.ptr, !llvm.ptr
    %3 = llvm.load %2 {alignment = 8 : i64} : !llvm.ptr -> !llvm.ptr
    %c1_i64 = arith.constant 1 : i64
    scf.for %arg4 = %arg1 to %arg2 step %c1_i64  : i64 {
      %cst = arith.constant dense<0.000000e+00> : vector<16xf32>
      %cst_0 = arith.constant dense<0.000000e+00> : vector<16xf32>
      %cst_1 = arith.constant dense<0.000000e+00> : vector<16xf32>
      %cst_2 = arith.constant dense<0.000000e+00> : vector<16xf32>
      %c0_i64 = arith.constant 0 : i64
      %c4096_i64 = arith.constant 4096 : i64
      %c64_i64 = arith.constant 64 : i64
      %4:4 = scf.for %arg5 = %c0_i64 to %c4096_i64 step %c64_i64 iter_args(%arg6 = %cst, %arg7 = %cst_0, %arg8 = %cst_1, %arg9 = %cst_2) -> (vector<16xf32>, vector<16xf32>, vector<16xf32>, vector<16xf32>)  : i64 {
        %c4096_i64_3 = arith.constant 4096 : i64
        %22 = arith.muli %arg4, %c4096_i64_3 : i64
        %23 = arith.addi %22, %arg5 : i64
        %24 = llvm.getelementptr %1[%23] : (!llvm.ptr, i64) -> !llvm.ptr, f32
        %25 = llvm.load %24 {alignment = 4 : i64} : !llvm.ptr -> vector<16xf32>
        %26 = arith.addf %arg6, %25 : vector<16xf32>
        %c4096_i64_4 = arith.constant 4096 : i64
        %27 = arith.muli %arg4, %c4096_i64_4 : i64
        %c16_i64 = arith.constant 16 : i64
        %28 = arith.addi %arg5, %c16_i64 : i64
        %29 = arith.addi %27, %28 : i64
        %30 = llvm.getelementptr %1[%29] : (!llvm.ptr, i64) -> !llvm.ptr, f32
        %31 = llvm.load %30 {alignment = 4 : i64} : !llvm.ptr -> vector<16xf32>
        %32 = arith.addf %arg7, %31 : vector<16xf32>
        %c4096_i64_5 = arith.constant 4096 : i64
        %33 = arith.muli %arg4, %c4096_i64_5 : i64
        %c32_i64 = arith.constant 32 : i64
        %34 = arith.addi %arg5, %c32_i64 : i64
        %35 = arith.addi %33, %34 : i64
        %36 = llvm.getelementptr %1[%35] : (!llvm.ptr, i64) -> !llvm.ptr, f32
        %37 = llvm.load %36 {alignment = 4 : i64} : !llvm.ptr -> vector<16xf32>
        %38 = arith.addf %arg8, %37 : vector<16xf32>
        %c4096_i64_6 = arith.constant 4096 : i64
        %39 = arith.muli %arg4, %c4096_i64_6 : i64
        %c48_i64 = arith.constant 48 : i64
        %40 = arith.addi %arg5, %c48_i64 : i64
        %41 = arith.addi %39, %40 : i64
        %42 = llvm.getelementptr %1[%41] : (!llvm.ptr, i64) -> !llvm.ptr, f32
        %43 = llvm.load %42 {alignment = 4 : i64} : !llvm.ptr -> vector<16xf32>
        %44 = arith.addf %arg9, %43 : vector<16xf32>
        scf.yield %26, %32, %38, %44 : vector<16xf32>, vector<16xf32>, vector<16xf32>, vector<16xf32>
      }
      %5 = arith.addf %4#0, %4#2 : vector<16xf32>
      %6 = arith.addf %4#1, %4#3 : vector<16xf32>
      %7 = arith.addf %5, %6 : vector<16xf32>
      %8 = vector.shuffle %7, %7 [0, 1, 2, 3, 4, 5, 6, 7] : vector<16xf32>, vector<16xf32>
      %9 = vector.shuffle %7, %7 [8, 9, 10, 11, 12, 13, 14, 15] : vector<16xf32>, vector<16xf32>
      %10 = arith.addf %8, %9 : vector<8xf32>
      %11 = vector.shuffle %10, %10 [0, 1, 2, 3] : vector<8xf32>, vector<8xf32>
      %12 = vector.shuffle %10, %10 [4, 5, 6, 7] : vector<8xf32>, vector<8xf32>
      %13 = arith.addf %11, %12 : vector<4xf32>
      %14 = vector.shuffle %13, %13 [0, 1] : vector<4xf32>, vector<4xf32>
      %15 = vector.shuffle %13, %13 [2, 3] : vector<4xf32>, vector<4xf32>
      %16 = arith.addf %14, %15 : vector<2xf32>
      %17 = vector.shuffle %16, %16 [0] : vector<2xf32>, vector<2xf32>
      %18 = vector.shuffle %16, %16 [1] : vector<2xf32>, vector<2xf32>
      %19 = arith.addf %17, %18 : vector<1xf32>
      %20 = vector.extract %19[0] : f32 from vector<1xf32>
      %21 = llvm.getelementptr %3[%arg4] : (!llvm.ptr, i64) -> !llvm.ptr, f32
      llvm.store %20, %21 {alignment = 4 : i64} : f32, !llvm.ptr
    }
    return
  }
}
