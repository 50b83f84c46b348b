// The kernels of matrix products and convolutions for every instruction set that the machine has.
#pragma once
#include <vector>

#include "runtime/gemm_kernels.h"

namespace fluxion::runtime {

inline std::vector<const GemmKernels *> instruction_sets() {
  std::vector<const GemmKernels *> sets{&gemm_baseline::kernels};
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) sets.push_back(&gemm_avx2::kernels);
  if (&gemm_kernels() == &gemm_avx512::kernels) sets.push_back(&gemm_avx512::kernels);
#endif
  return sets;
}

}  // namespace fluxion::runtime
