#include "runtime/fft_kernels.h"

#include "runtime/instruction_set.h"

namespace fluxion::runtime {
namespace {

#if !defined(__x86_64__)
namespace fft_avx2 = fft_baseline;
namespace fft_avx512 = fft_baseline;
#endif

}  // namespace

template <>
const FftKernels<float> &fft_kernels<float>() {
  static const FftKernels<float> &chosen = for_this_machine(fft_baseline::f32, fft_avx2::f32, fft_avx512::f32);
  return chosen;
}
template <>
const FftKernels<double> &fft_kernels<double>() {
  static const FftKernels<double> &chosen = for_this_machine(fft_baseline::f64, fft_avx2::f64, fft_avx512::f64);
  return chosen;
}

}  // namespace fluxion::runtime
