// Fourier transforms of many lines of complex numbers, shared between the threads.
#pragma once
#include "runtime/fft_plan.h"
#include "runtime/workspace.h"

namespace fluxion::runtime {

/// Longer rows are faster in halves, which stay in the first-level cache.
constexpr int64_t kMostFftRowsByPasses = 1024;

/// Which transform: its plan, and the conjugate one if inverse. All results are multiplied by `scale`.
template <class T>
struct FftTask {
  const FftPlan<T> &plan;
  bool inverse = false;
  T scale = 1;

  T sign() const { return inverse ? T(-1) : T(1); }
};

/// `count` rows of n numbers, `from_step` and `to_step` numbers apart; in place if the pointers and steps are equal.
template <class T>
void fft_rows(const FftTask<T> &task, const T *from, int64_t from_step, T *to, int64_t to_step, int64_t count);

/// The middle dimension of [outer, n, inner]; in place if the pointers are equal.
template <class T>
void fft_columns(const FftTask<T> &task, const T *from, T *to, int64_t outer, int64_t inner);

/// Rows of n real numbers to rows of n/2 + 1 complex ones, and back; row-major and dense.
template <class T>
void fft_from_real(const T *from, T *to, int64_t n, int64_t count);
template <class T>
void fft_to_real(const T *from, T *to, int64_t n, int64_t count);

/// What these take beside the tables.
template <class T>
LibraryWorkspace fft_rows_workspace(int64_t n, int64_t count, int threads);
template <class T>
LibraryWorkspace fft_columns_workspace(int64_t n, int64_t outer, int64_t inner, int threads);
template <class T>
LibraryWorkspace fft_real_workspace(int64_t n, int64_t count, int threads);

/// The memory of one group of lanes: three arrays of n numbers, the last one for groups that are not full.
template <class T>
struct FftLanes {
  T *work[2];
  T *staging;

  explicit FftLanes(int64_t n);
  static int64_t bytes(int64_t n);
  /// The source of a transform that starts from the second buffer.
  FftSource<T> source() const;
};

}  // namespace fluxion::runtime
