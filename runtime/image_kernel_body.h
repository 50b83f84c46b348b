// The micro-kernels of convolutions that read the image as it lies. Included by gemm_kernels_body.h, once for each
// instruction set.
#include "runtime/gemm_kernels.h"
#include "runtime/tile_body.h"

namespace fluxion::runtime::FLUXION_ISA {
namespace {

#ifdef FLUXION_MASKED_LOADS
constexpr bool kReadsInsideOnly = true;

/// Lanes whose bit is not set are zero, and their memory is not touched.
template <class T>
FLUXION_INLINE Vector<T> load_inside(const T *from, uint64_t inside) {
  if constexpr (sizeof(T) == 4) {
    return bits_of<Vector<T>>(_mm512_maskz_loadu_ps(static_cast<__mmask16>(inside), from));
  } else {
    return bits_of<Vector<T>>(_mm512_maskz_loadu_pd(static_cast<__mmask8>(inside), from));
  }
}
#else
constexpr bool kReadsInsideOnly = false;

template <class T, class Bits, int... I>
FLUXION_INLINE Vector<Bits> lanes_of(uint64_t inside, Indices<I...> /*all*/) {
  const Vector<Bits> bit = {(Bits{1} << I)...};
  return bits_of<Vector<Bits>>((bit & static_cast<Bits>(inside)) != Vector<Bits>{});
}

/// Lanes whose bit is not set are zero.
template <class T>
FLUXION_INLINE Vector<T> load_inside(const T *from, uint64_t inside) {
  using Bits = typename IntegerOf<sizeof(T)>::type;
  const auto lanes = lanes_of<T, Bits>(inside, typename Counted<kLanes<T>>::type{});
  return bits_of<Vector<T>>(load<Vector<Bits>>(from) & lanes);
}
#endif

template <class T, int Mr, int Vectors, bool Inside>
FLUXION_INLINE const T *add_tap(const T *window, const T *image, uint64_t inside, int64_t k, int64_t image_row,
                                Vector<T> (&sums)[Mr][Vectors]) {
  constexpr int n = kLanes<T>;
  for (int64_t p = 0; p < k; ++p, window += Mr, image += image_row) {
    Vector<T> row[Vectors];
    FLUXION_UNROLL
    for (int j = 0; j < Vectors; ++j)
      row[j] = Inside ? load<Vector<T>>(image + j * n) : load_inside<T>(image + j * n, inside >> (j * n));
    FLUXION_UNROLL
    for (int i = 0; i < Mr; ++i) {
      const T element = window[i];
      FLUXION_UNROLL
      for (int j = 0; j < Vectors; ++j) sums[i][j] += element * row[j];
    }
  }
  return window;
}

/// An ImageKernelFunction.
template <class T, int Mr, int Vectors>
void image_kernel(const void *window, const void *image, void *out, const ImageTap *taps, int64_t tap_count, int64_t k,
                  int64_t image_row, int64_t out_row, int64_t accumulate) {
  constexpr int n = kLanes<T>;
  constexpr uint64_t all = ~uint64_t{0} >> (64 - n * Vectors);
  const T *pw = static_cast<const T *>(window), *pi = static_cast<const T *>(image);
  T *po = static_cast<T *>(out);
  Vector<T> sums[Mr][Vectors];
  begin_tile<T, Mr, Vectors>(sums, po, out_row);
  for (int64_t t = 0; t < tap_count; ++t) {
    const T *from = pi + taps[t].offset;
    const uint64_t inside = taps[t].inside & all;
    pw = inside == all ? add_tap<T, Mr, Vectors, true>(pw, from, inside, k, image_row, sums)
                       : add_tap<T, Mr, Vectors, false>(pw, from, inside, k, image_row, sums);
  }
  finish_tile<T, Mr, Vectors>(sums, po, out_row, accumulate);
}

/// A PixelKernelFunction.
template <class T, int Mr, int Vectors>
void pixel_kernel(const void *image, const void *window, void *out, const PixelRun *runs, int64_t run_count,
                  int64_t pixel, int64_t out_row, int64_t accumulate) {
  constexpr int n = kLanes<T>;
  T *po = static_cast<T *>(out);
  Vector<T> sums[Mr][Vectors];
  begin_tile<T, Mr, Vectors>(sums, po, out_row);
  for (int64_t r = 0; r < run_count; ++r) {
    const T *pi = static_cast<const T *>(image) + runs[r].image, *pw = static_cast<const T *>(window) + runs[r].window;
    for (int64_t p = 0; p < runs[r].k; ++p, ++pi, pw += n * Vectors) {
      Vector<T> row[Vectors];
      FLUXION_UNROLL
      for (int j = 0; j < Vectors; ++j) row[j] = load<Vector<T>>(pw + j * n);
      FLUXION_UNROLL
      for (int i = 0; i < Mr; ++i) {
        const T element = pi[i * pixel];
        FLUXION_UNROLL
        for (int j = 0; j < Vectors; ++j) sums[i][j] += element * row[j];
      }
    }
  }
  finish_tile<T, Mr, Vectors>(sums, po, out_row, accumulate);
}

}  // namespace
}  // namespace fluxion::runtime::FLUXION_ISA
