// How a Fourier transform of some length is computed, with its tables. Plans are made once and kept.
#pragma once
#include <memory>
#include <vector>

#include "runtime/fft_kernels.h"

namespace fluxion::runtime {

template <class T>
struct FftPlan {
  int64_t n = 1;

  /// Passes over lanes, where n is a product of small primes; else empty. `tables` is what they point into.
  std::vector<FftPass<T>> passes;
  std::vector<T> tables;

  /// Two halves, if n has fitting factors: n = columns·rows. The line is a matrix [columns.n, rows.n], whose columns
  /// are transformed, turned by the twiddles (low and high, as FftKernels::twiddle_rows has them) and whose rows are
  /// then. Source: Bailey 1990, "FFTs in external or hierarchical memory".
  std::shared_ptr<const FftPlan> columns, rows;
  std::vector<T> low, high;
  int64_t low_bits = 0, plane = 0;

  /// By a convolution of length padded.n, where n has a large prime factor: x[j]·chirp[j], convolved with the conjugate
  /// chirp, whose transform is `spectrum`, and multiplied by the chirp again. Complex numbers side by side.
  /// Source: Bluestein 1970, "A linear filtering approach to the computation of discrete Fourier transform".
  std::shared_ptr<const FftPlan> padded;
  std::vector<T> chirp, spectrum;

  int64_t bytes() const;
};

/// What the plan for length n is made of, and the bytes of its tables and of those that it points to.
struct FftOutline {
  bool passes = false;
  int64_t columns = 0, rows = 0, padded = 0;  // 0: not so
  int64_t bytes = 0;
};
template <class T>
FftOutline fft_outline(int64_t n);

/// The plan for length n ≥ 1. Any thread may ask.
template <class T>
std::shared_ptr<const FftPlan<T>> fft_plan(int64_t n);

/// The factors (1/2)(−i)·e^(−πi·k/m), 0 ≤ k ≤ m/2, that FftKernels::real_row takes for 2m real numbers.
template <class T>
std::shared_ptr<const std::vector<T>> real_factors(int64_t m);

/// The transform of one line of numbers side by side; for tables.
template <class T>
void fft_line(const FftPlan<T> &plan, const T *x, T *y);

}  // namespace fluxion::runtime
