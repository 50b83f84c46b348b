// The inner functions of Fourier transforms for any machine: 16-byte vectors.
#define FLUXION_ISA fft_baseline
#define FLUXION_VECTOR_BYTES 16
#include "runtime/fft_kernels_body.h"
