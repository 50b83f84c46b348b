// Micro-kernels for fours of i8 (AVX512-VNNI): an element of A and B is four steps of k, sums are i32 and wrap around.
// The instruction multiplies bytes without a sign by bytes with one. So what is summed up is (a + 128)·b, where adding
// 128 is flipping the highest bit, and beside it 128·b, which is taken off at the end.
#if defined(__x86_64__)
#include "runtime/gemm_kernels.h"

#include <immintrin.h>

#include "runtime/unroll.h"

#define FLUXION_TARGET __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")))

namespace fluxion::runtime::gemm_avx512_vnni {
namespace {

template <int Mr, int Vectors>
FLUXION_TARGET void micro_kernel(const void *a, const void *b, void *c, int64_t k, int64_t a_row, int64_t a_column,
                                 int64_t b_row, int64_t c_row, int64_t accumulate) {
  constexpr int n = 16;
  const auto *pa = static_cast<const int32_t *>(a), *pb = static_cast<const int32_t *>(b);
  auto *pc = static_cast<int32_t *>(c);
  const __m512i offset = _mm512_set1_epi8(-128);
  __m512i sums[Mr][Vectors], offsets[Vectors];
  FLUXION_UNROLL
  for (int j = 0; j < Vectors; ++j) {
    offsets[j] = _mm512_setzero_si512();
    FLUXION_UNROLL
    for (int i = 0; i < Mr; ++i) {
      sums[i][j] = _mm512_setzero_si512();
      __builtin_prefetch(pc + i * c_row + j * n, 1, 3);  // as in tile_body.h
    }
  }
  for (int64_t p = 0; p < k; ++p, pa += a_column, pb += b_row) {
    __m512i row[Vectors];
    FLUXION_UNROLL
    for (int j = 0; j < Vectors; ++j) {
      row[j] = _mm512_loadu_si512(pb + j * n);
      offsets[j] = _mm512_dpbusd_epi32(offsets[j], offset, row[j]);
    }
    FLUXION_UNROLL
    for (int i = 0; i < Mr; ++i) {
      const __m512i element = _mm512_xor_si512(_mm512_set1_epi32(pa[i * a_row]), offset);
      FLUXION_UNROLL
      for (int j = 0; j < Vectors; ++j) sums[i][j] = _mm512_dpbusd_epi32(sums[i][j], element, row[j]);
    }
  }
  FLUXION_UNROLL
  for (int i = 0; i < Mr; ++i) {
    FLUXION_UNROLL
    for (int j = 0; j < Vectors; ++j) {
      int32_t *to = pc + i * c_row + j * n;
      __m512i sum = _mm512_sub_epi32(sums[i][j], offsets[j]);
      if (accumulate) sum = _mm512_add_epi32(sum, _mm512_loadu_si512(to));
      _mm512_storeu_si512(to, sum);
    }
  }
}

template <int Mr, int Vectors>
constexpr MicroKernel tile(double speed) {
  return {micro_kernel<Mr, Vectors>, Mr, Vectors * 16, speed};
}

}  // namespace

// A sum more for each vector of a row leaves room for fewer rows than products of floats have.
extern const MicroKernels kernels = {
    {tile<12, 2>(1), tile<8, 3>(0.96), tile<5, 4>(0.9), tile<8, 2>(0.95), tile<24, 1>(0.9), tile<8, 1>(0.8)}};

}  // namespace fluxion::runtime::gemm_avx512_vnni
#endif
