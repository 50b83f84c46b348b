; ModuleID = 'kernel'
source_filename = "kernel"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

; Function Attrs: nounwind
define void @fluxion_rows_113d7a91(ptr %0, i64 %1, i64 %2, ptr %3) #0 {
  %5 = load ptr, ptr %0, align 8
  %6 = getelementptr i8, ptr %0, i64 8
  %7 = load ptr, ptr %6, align 8
  br label %8

8:                                                ; preds = %34, %4
  %9 = phi i64 [ %1, %4 ], [ %52, %34 ]
  %10 = icmp slt i64 %9, %2
  br i1 %10, label %.preheader, label %53

.preheader:                                       ; preds = %8
  %11 = shl i64 %9, 12
  %12 = getelementptr float, ptr %5, i64 %11
  br label %13

13:                                               ; preds = %.preheader, %20
  %14 = phi i64 [ %33, %20 ], [ 0, %.preheader ]
  %15 = phi <16 x float> [ %23, %20 ], [ zeroinitializer, %.preheader ]
  %16 = phi <16 x float> [ %26, %20 ], [ zeroinitializer, %.preheader ]
  %17 = phi <16 x float> [ %29, %20 ], [ zeroinitializer, %.preheader ]
  %18 = phi <16 x float> [ %32, %20 ], [ zeroinitializer, %.preheader ]
  %19 = icmp slt i64 %14, 4096
  br i1 %19, label %20, label %34

20:                                               ; preds = %13
  %21 = getelementptr float, ptr %12, i64 %14
  %22 = load <16 x float>, ptr %21, align 4
  %23 = fadd <16 x float> %15, %22
  %24 = getelementptr i8, ptr %21, i64 64
  %25 = load <16 x float>, ptr %24, align 4
  %26 = fadd <16 x float> %16, %25
  %27 = getelementptr i8, ptr %21, i64 128
  %28 = load <16 x float>, ptr %27, align 4
  %29 = fadd <16 x float> %17, %28
  %30 = getelementptr i8, ptr %21, i64 192
  %31 = load <16 x float>, ptr %30, align 4
  %32 = fadd <16 x float> %18, %31
  %33 = add i64 %14, 64
  br label %13

34:                                               ; preds = %13
  %35 = fadd <16 x float> %15, %17
  %36 = fadd <16 x float> %16, %18
  %37 = fadd <16 x float> %35, %36
  %38 = shufflevector <16 x float> %37, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %39 = shufflevector <16 x float> %37, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %40 = fadd <8 x float> %38, %39
  %41 = shufflevector <8 x float> %40, <8 x float> poison, <4 x i32> <i32 0, i32 1, i32 2, i32 3>
  %42 = shufflevector <8 x float> %40, <8 x float> poison, <4 x i32> <i32 4, i32 5, i32 6, i32 7>
  %43 = fadd <4 x float> %41, %42
  %44 = shufflevector <4 x float> %43, <4 x float> poison, <2 x i32> <i32 0, i32 1>
  %45 = shufflevector <4 x float> %43, <4 x float> poison, <2 x i32> <i32 2, i32 3>
  %46 = fadd <2 x float> %44, %45
  %47 = shufflevector <2 x float> %46, <2 x float> poison, <1 x i32> zeroinitializer
  %48 = shufflevector <2 x float> %46, <2 x float> poison, <1 x i32> <i32 1>
  %49 = fadd <1 x float> %47, %48
  %50 = extractelement <1 x float> %49, i64 0
  %51 = getelementptr float, ptr %7, i64 %9
  store float %50, ptr %51, align 4
  %52 = add i64 %9, 1
  br label %8

53:                                               ; preds = %8
  ret void
}

attributes #0 = { nounwind "prefer-vector-width"="512" "target-cpu"="znver4" "target-features"="+64bit,+adx,+aes,-amx-avx512,-amx-bf16,-amx-complex,-amx-fp16,-amx-fp8,-amx-int8,-amx-movrs,-amx-tf32,-amx-tile,+avx,-avx10.1,-avx10.2,+avx2,+avx512bf16,+avx512bitalg,+avx512bw,+avx512cd,+avx512dq,+avx512f,-avx512fp16,+avx512ifma,+avx512vbmi,+avx512vbmi2,+avx512vl,+avx512vnni,-avx512vp2intersect,+avx512vpopcntdq,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,+bmi,+bmi2,-ccmp,-cf,-cldemote,+clflushopt,+clwb,+clzero,+cmov,-cmpccxadd,+crc32,+cx16,+cx8,-egpr,-enqcmd,+f16c,+fma,-fma4,+fsgsbase,+fxsr,+gfni,-hreset,+invpcid,-kl,-lwp,+lzcnt,+mmx,+movbe,-movdir64b,-movdiri,-movrs,-mwaitx,-ndd,-nf,+pclmul,-pconfig,-pku,+popcnt,-ppx,-prefetchi,+prfchw,-ptwrite,-push2pop2,-raoint,+rdpid,-rdpru,+rdrnd,+rdseed,-rtm,+sahf,-serialize,-sgx,+sha,-sha512,+shstk,-sm3,-sm4,+sse,+sse2,+sse3,+sse4.1,+sse4.2,+sse4a,+ssse3,-tbm,-tsxldtrk,-uintr,-usermsr,+vaes,+vpclmulqdq,-waitpkg,-wbnoinvd,-widekl,-xop,+xsave,+xsavec,+xsaveopt,+xsaves,-zu" }

!llvm.module.flags = !{!0}

!0 = !{i32 2, !"Debug Info Version", i32 3}
