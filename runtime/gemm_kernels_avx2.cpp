// The inner functions of matrix products for machines with AVX2 and FMA.
#if defined(__x86_64__)
#define FLUXION_ISA gemm_avx2
#define FLUXION_VECTOR_BYTES 32
#define FLUXION_TILES(T) tile<T, 6, 2>(1), tile<T, 8, 1>(0.8)

// Everything up to the end of the file is compiled for these instructions; gemm_kernels() runs it only where they are.
#if defined(__clang__)
#include "runtime/gemm_kernels.h"
#pragma clang attribute push(__attribute__((target("avx2,fma,f16c"))), apply_to = function)
#include "runtime/gemm_kernels_body.h"
#pragma clang attribute pop
#else
#include "runtime/gemm_kernels.h"
#pragma GCC push_options
#pragma GCC target("avx2,fma,f16c")
#include "runtime/gemm_kernels_body.h"
#pragma GCC pop_options
#endif
#endif
