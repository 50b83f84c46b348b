// The inner functions of Fourier transforms, one set for each instruction set; fft_kernels() picks the machine's.
//
// They transform as many lines at once as a vector has lanes. In between, element j of all lines is kept as one vector
// of real parts followed by one of imaginary parts ("lanes": T[n, 2, lanes]), so that no arithmetic crosses lanes. All
// compute e^(−2πi·jk/n); an inverse is the conjugate of the transform of the conjugate, and the signs in the arguments
// are there for that.
#pragma once
#include <cstdint>

namespace fluxion::runtime {

/// The largest radix of a pass.
constexpr int64_t kMostFftRadix = 127;

/// One pass of Stockham's algorithm: `radix`·`rest` numbers of each of `stride` interleaved transforms become `rest`
/// ones of a radix-th of the size.
template <class T>
struct FftPass {
  int64_t radix = 1, rest = 1, stride = 1;
  const T *twiddles = nullptr;  // e^(−2πi·pk/(radix·rest)), [p from 1][k from 1], real and imaginary part
  const T *roots = nullptr;     // of other radices than 2, 4 and 8: cos and sin of 2πj/radix
};

/// Where element j of the lanes lies: at data + j·step. Interleaved: numbers side by side, as arrays have them; the
/// imaginary parts are multiplied by `sign`. Else as lanes.
template <class T>
struct FftSource {
  const T *data = nullptr;
  int64_t step = 0;
  bool interleaved = false;
  T sign = 1;
};

/// The same, multiplied by the factors if interleaved.
template <class T>
struct FftTarget {
  T *data = nullptr;
  int64_t step = 0;
  bool interleaved = false;
  T real_factor = 1, imaginary_factor = 1;
};

template <class T>
struct FftKernels {
  int64_t lanes;

  /// Runs the passes, over `work` (two buffers of lanes; the source may be the second). Without a target the result
  /// stays in one of them; gives where it is.
  T *(*transform)(const FftPass<T> *passes, int64_t count, FftSource<T> source, FftTarget<T> target, T *const *work);

  /// Up to `lanes` rows of n numbers as lanes, and back. Steps are in T.
  void (*load_rows)(const T *rows, int64_t step, int64_t count, int64_t n, T sign, T *to);
  void (*store_rows)(const T *from, int64_t n, T real_factor, T imaginary_factor, T *rows, int64_t step, int64_t count);

  /// Line l of lanes, times the twiddles, as row l: T[n/lanes, 2, lanes] at to + l·step. The twiddle of element k is
  /// low[k mod 2^low_bits]·high[k / 2^low_bits], each T[2, plane] with the lines side by side.
  void (*twiddle_rows)(const T *from, int64_t n, const T *low, int64_t low_bits, const T *high, int64_t plane, T *to,
                       int64_t step, int64_t count);

  /// Between the transform z of numbers in pairs (x[2j], x[2j+1]) and that of the single ones: y[k] = e + f, y[m−k] =
  /// conj(e − f), where e = (z[k] + conj z[m−k])/2 and f = (z[k] − conj z[m−k])·factor[k]. For k in [begin, end) with 1
  /// ≤ begin and end ≤ m/2 + 1. `factors` are T[2, m/2 + 1], the imaginary ones times `sign`. In place, too.
  void (*real_row)(const T *z, T *y, int64_t m, int64_t begin, int64_t end, const T *factors, T sign);
  /// The same of lanes, for all k, also 0 and m, with a sign of 1: from pairs to single ones, or, of the conjugates of
  /// both, back.
  void (*real_lanes)(const T *z, T *y, int64_t m, const T *factors, bool to_single);

  /// to[j] = from[j]·factor[j], of n complex numbers side by side; imaginary parts of `from` are multiplied by `sign`
  /// before and of `to` by `to_sign`, both by `scale` after. In place, too.
  void (*multiply)(const T *from, const T *factor, int64_t n, T sign, T scale, T to_sign, T *to);
};

template <class T>
const FftKernels<T> &fft_kernels();

// One definition for each instruction set, from fft_kernels_body.h.
namespace fft_baseline {
extern const FftKernels<float> f32;
extern const FftKernels<double> f64;
}  // namespace fft_baseline
#if defined(__x86_64__)
namespace fft_avx2 {
extern const FftKernels<float> f32;
extern const FftKernels<double> f64;
}  // namespace fft_avx2
namespace fft_avx512 {
extern const FftKernels<float> f32;
extern const FftKernels<double> f64;
}  // namespace fft_avx512
#endif

}  // namespace fluxion::runtime
