// The inner functions of matrix products for machines with AVX-512.
#if defined(__x86_64__)
#include <immintrin.h>

#define FLUXION_ISA gemm_avx512
#define FLUXION_VECTOR_BYTES 64
#define FLUXION_MASKED_LOADS
#define FLUXION_TILES(T)                                                                              \
  tile<T, 6, 4>(1), tile<T, 8, 3>(1), tile<T, 12, 2>(0.99), tile<T, 8, 2>(0.98), tile<T, 4, 4>(0.98), \
      tile<T, 24, 1>(0.9), tile<T, 8, 1>(0.85)

// Everything up to the end of the file is compiled for these instructions; gemm_kernels() runs it only where they are.
#if defined(__clang__)
#include "runtime/gemm_kernels.h"
#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2,fma,f16c"))), \
                             apply_to = function)
#include "runtime/gemm_kernels_body.h"
#pragma clang attribute pop
#else
#include "runtime/gemm_kernels.h"
#pragma GCC push_options
#pragma GCC target("avx512f,avx512bw,avx512dq,avx512vl,avx2,fma,f16c")
#include "runtime/gemm_kernels_body.h"
#pragma GCC pop_options
#endif
#endif
