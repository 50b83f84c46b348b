// Rows of attention for machines with AVX-512.
#if defined(__x86_64__)
#define FLUXION_ISA attention_avx512
#define FLUXION_VECTOR_BYTES 64

// Everything up to the end of the file is compiled for these instructions; attention_rows() runs it only where they
// are.
#if defined(__clang__)
#include "runtime/attention_rows.h"
#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2,fma"))), \
                             apply_to = function)
#include "runtime/attention_rows_body.h"
#pragma clang attribute pop
#else
#include "runtime/attention_rows.h"
#pragma GCC push_options
#pragma GCC target("avx512f,avx512bw,avx512dq,avx512vl,avx2,fma")
#include "runtime/attention_rows_body.h"
#pragma GCC pop_options
#endif
#endif
