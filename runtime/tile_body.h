// What all micro-kernels do before their sums and after them. Included by image_kernel_body.h, once for each
// instruction set.
#include "runtime/vector_body.h"

namespace fluxion::runtime::FLUXION_ISA {
namespace {

/// No sums yet; where they will be written, always a new line of memory for each row, is asked for meanwhile.
template <class T, int Mr, int Vectors>
FLUXION_INLINE void begin_tile(Vector<T> (&sums)[Mr][Vectors], const T *out, int64_t out_row) {
  FLUXION_UNROLL
  for (int i = 0; i < Mr; ++i) {
    FLUXION_UNROLL
    for (int j = 0; j < Vectors; ++j) {
      sums[i][j] = Vector<T>{};
      __builtin_prefetch(out + i * out_row + j * kLanes<T>, 1, 3);
    }
  }
}

template <class T, int Mr, int Vectors>
FLUXION_INLINE void finish_tile(Vector<T> (&sums)[Mr][Vectors], T *out, int64_t out_row, int64_t accumulate) {
  constexpr int n = kLanes<T>;
  if (accumulate) {
    FLUXION_UNROLL
    for (int i = 0; i < Mr; ++i) {
      FLUXION_UNROLL
      for (int j = 0; j < Vectors; ++j) sums[i][j] += load<Vector<T>>(out + i * out_row + j * n);
    }
  }
  FLUXION_UNROLL
  for (int i = 0; i < Mr; ++i) {
    FLUXION_UNROLL
    for (int j = 0; j < Vectors; ++j) save(out + i * out_row + j * n, sums[i][j]);
  }
}

}  // namespace
}  // namespace fluxion::runtime::FLUXION_ISA
