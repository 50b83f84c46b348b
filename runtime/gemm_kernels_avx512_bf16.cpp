// Micro-kernels for pairs of bf16 (AVX512-BF16): an element of A and B is two steps of k, sums are f32. The instruction
// takes subnormal inputs for zero.
#if defined(__x86_64__)
#include "runtime/gemm_kernels.h"

#include <immintrin.h>

#include "runtime/unroll.h"

#define FLUXION_TARGET __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512bf16")))

namespace fluxion::runtime::gemm_avx512_bf16 {
namespace {

template <int Mr, int Vectors>
FLUXION_TARGET void micro_kernel(const void *a, const void *b, void *c, int64_t k, int64_t a_row, int64_t a_column,
                                 int64_t b_row, int64_t c_row, int64_t accumulate) {
  constexpr int n = 16;
  const auto *pa = static_cast<const int32_t *>(a), *pb = static_cast<const int32_t *>(b);
  auto *pc = static_cast<float *>(c);
  __m512 sums[Mr][Vectors];
  FLUXION_UNROLL
  for (int i = 0; i < Mr; ++i) {
    FLUXION_UNROLL
    for (int j = 0; j < Vectors; ++j) {
      sums[i][j] = _mm512_setzero_ps();
      __builtin_prefetch(pc + i * c_row + j * n, 1, 3);  // as in tile_body.h
    }
  }
  for (int64_t p = 0; p < k; ++p, pa += a_column, pb += b_row) {
    __m512bh row[Vectors];
    FLUXION_UNROLL
    for (int j = 0; j < Vectors; ++j) row[j] = (__m512bh)_mm512_loadu_si512(pb + j * n);
    FLUXION_UNROLL
    for (int i = 0; i < Mr; ++i) {
      const __m512bh element = (__m512bh)_mm512_set1_epi32(pa[i * a_row]);
      FLUXION_UNROLL
      for (int j = 0; j < Vectors; ++j) sums[i][j] = _mm512_dpbf16_ps(sums[i][j], element, row[j]);
    }
  }
  FLUXION_UNROLL
  for (int i = 0; i < Mr; ++i) {
    FLUXION_UNROLL
    for (int j = 0; j < Vectors; ++j) {
      float *to = pc + i * c_row + j * n;
      if (accumulate) sums[i][j] = _mm512_add_ps(sums[i][j], _mm512_loadu_ps(to));
      _mm512_storeu_ps(to, sums[i][j]);
    }
  }
}

template <int Mr, int Vectors>
constexpr MicroKernel tile(double speed) {
  return {micro_kernel<Mr, Vectors>, Mr, Vectors * 16, speed};
}

}  // namespace

extern const MicroKernels kernels = {{tile<6, 4>(1), tile<8, 3>(1), tile<12, 2>(0.99), tile<8, 2>(0.98),
                                      tile<4, 4>(0.98), tile<24, 1>(0.9), tile<8, 1>(0.85)}};

}  // namespace fluxion::runtime::gemm_avx512_bf16
#endif
