// The inner functions of Fourier transforms for machines with AVX2 and FMA.
#if defined(__x86_64__)
#define FLUXION_ISA fft_avx2
#define FLUXION_VECTOR_BYTES 32

// Everything up to the end of the file is compiled for these instructions; fft_kernels() runs it only where they are.
#if defined(__clang__)
#include "runtime/fft_kernels.h"
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include "runtime/fft_kernels_body.h"
#pragma clang attribute pop
#else
#include "runtime/fft_kernels.h"
#pragma GCC push_options
#pragma GCC target("avx2,fma")
#include "runtime/fft_kernels_body.h"
#pragma GCC pop_options
#endif
#endif
