module {
  func.func @fluxion_loop_ae9a418d(%arg0: !llvm.ptr, %arg1: i64, %arg2: i64, %arg3: !llvm.ptr) {
    %0 = llvm.getelementptr %arg0[0] : (!llvm.ptr) -> !llvm.ptr, !llvm.ptr
    %1 = llvm.load %0 {alignment = 8 : i64} : !llvm.ptr -> !llvm.ptr
    %2 = llvm.getelementptr %arg0[1] : (!llvm.ptr) -> !llvm.ptr, !llvm.ptr
    %3 = llvm.load %2 {alignment = 8 : i64} : !llvm.ptr -> !llvm.ptr
    %c1_i64 = arith.constant 1 : i64
    %c0_i64 = arith.constant 0 : i64
    %4 = llvm.getelementptr %1[%c0_i64] : (!llvm.ptr, i64) -> !llvm.ptr, f32
    %5 = llvm.load %4 {alignment = 4 : i64} : !llvm.ptr -> f32
    %cst = arith.constant 1.000000e+00 : f32
    %6 = arith.addf %5, %cst : f32
    scf.for %arg4 = %arg1 to %arg2 step %c1_i64  : i64 {
      %c0_i64_0 = arith.constant 0 : i64
      %7 = llvm.getelementptr %3[%c0_i64_0] : (!llvm.ptr, i64) -> !llvm.ptr, f32
      llvm.store %6, %7 {alignment = 4 : i64} : f32, !llvm.ptr
    }
    return
  }
}
