#include "runtime/gemm_kernels.h"

#include <cassert>

namespace fluxion::runtime {

const GemmKernels::Set &GemmKernels::of(DType type) const {
  switch (type) {
    case DType::f32:
      return f32;
    case DType::f64:
      return f64;
    case DType::bf16:
      return bf16;
    default:
      break;
  }
  assert(type == DType::f16 && "matrix products take f32, f64, bf16 or f16");
  return f16;
}

const GemmKernels &gemm_kernels() {
#if defined(__x86_64__)
  static const GemmKernels &chosen = [&]() -> const GemmKernels & {
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512vl"))
      return gemm_avx512::kernels;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return gemm_avx2::kernels;
    return gemm_baseline::kernels;
  }();
  return chosen;
#else
  return gemm_baseline::kernels;
#endif
}

}  // namespace fluxion::runtime
