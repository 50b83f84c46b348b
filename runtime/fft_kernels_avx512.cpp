// The inner functions of Fourier transforms for machines with AVX-512.
#if defined(__x86_64__)
#define FLUXION_ISA fft_avx512
#define FLUXION_VECTOR_BYTES 64

// Everything up to the end of the file is compiled for these instructions; fft_kernels() runs it only where they are.
#if defined(__clang__)
#include "runtime/fft_kernels.h"
#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2,fma"))), \
                             apply_to = function)
#include "runtime/fft_kernels_body.h"
#pragma clang attribute pop
#else
#include "runtime/fft_kernels.h"
#pragma GCC push_options
#pragma GCC target("avx512f,avx512bw,avx512dq,avx512vl,avx2,fma")
#include "runtime/fft_kernels_body.h"
#pragma GCC pop_options
#endif
#endif
