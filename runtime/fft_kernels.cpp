#include "runtime/fft_kernels.h"

namespace fluxion::runtime {
namespace {

enum class Level : uint8_t { baseline, avx2, avx512 };

Level level() {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl"))
    return Level::avx512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return Level::avx2;
#endif
  return Level::baseline;
}

template <class T>
const FftKernels<T> &choose(const FftKernels<T> &baseline, [[maybe_unused]] const FftKernels<T> &avx2,
                            [[maybe_unused]] const FftKernels<T> &avx512) {
  switch (level()) {
    case Level::avx512:
      return avx512;
    case Level::avx2:
      return avx2;
    case Level::baseline:
      break;
  }
  return baseline;
}

#if !defined(__x86_64__)
namespace fft_avx2 = fft_baseline;
namespace fft_avx512 = fft_baseline;
#endif

}  // namespace

template <>
const FftKernels<float> &fft_kernels<float>() {
  static const FftKernels<float> &chosen = choose(fft_baseline::f32, fft_avx2::f32, fft_avx512::f32);
  return chosen;
}
template <>
const FftKernels<double> &fft_kernels<double>() {
  static const FftKernels<double> &chosen = choose(fft_baseline::f64, fft_avx2::f64, fft_avx512::f64);
  return chosen;
}

}  // namespace fluxion::runtime
