// The inner functions of matrix products for any machine: 16-byte vectors.
#define FLUXION_ISA gemm_baseline
#define FLUXION_VECTOR_BYTES 16
#define FLUXION_TILES(T) tile<T, 4, 2>(1)
#include "runtime/gemm_kernels_body.h"
