// Fourier transforms of real numbers. An even number of them is a row of half as many complex ones, whose transform a
// last step takes apart; odd ones are taken by two rows, as real and imaginary parts.
#include <algorithm>

#include "runtime/allocator.h"
#include "runtime/fft_lines.h"
#include "runtime/thread_pool.h"

namespace fluxion::runtime {
namespace {

constexpr int64_t kChunk = 1 << 13;  // frequencies of a row that are one task
constexpr int64_t kBlock = 1 << 18;  // complex numbers made of odd rows at a time

template <class F>
void parallel(int64_t tiles, int64_t least, F body) {
  ThreadPool::global().parallel(tiles, std::max<int64_t>(1, least),
                                [&](int64_t begin, int64_t end, int) { body(begin, end); });
}

/// Whether rows fill the lanes and fit into the cache.
template <class T>
bool by_lanes(int64_t n, bool passes, int64_t count) {
  return passes && n <= kMostFftRowsByPasses && 2 * count > fft_kernels<T>().lanes;
}

/// Calls body(kernels, lanes, row, rows) for groups of rows.
template <class T, class F>
void for_groups(int64_t m, int64_t count, F body) {
  const FftKernels<T> &kernels = fft_kernels<T>();
  const int64_t width = kernels.lanes;
  parallel((count + width - 1) / width, kChunk / (m * width), [&](int64_t begin, int64_t end) {
    const FftLanes<T> lanes(m);
    for (int64_t row = begin * width; row < std::min(end * width, count); row += width)
      body(kernels, lanes, row, std::min(width, count - row));
  });
}

template <class T>
T *run(const FftKernels<T> &kernels, const FftPlan<T> &plan, const FftLanes<T> &lanes) {
  return kernels.transform(plan.passes.data(), static_cast<int64_t>(plan.passes.size()), lanes.source(), {},
                           lanes.work);
}

/// Calls body(row, begin, end) for parts of the pairs of frequencies 1 … m/2 of each row.
template <class F>
void for_pairs(int64_t m, int64_t count, F body) {
  const int64_t chunks = m / 2 / kChunk + 1;
  parallel(count * chunks, kChunk / (m + 1), [&](int64_t begin, int64_t end) {
    for (int64_t i = begin; i < end; ++i) {
      const int64_t first = i % chunks * kChunk + 1;
      body(i / chunks, first, std::min(first + kChunk, m / 2 + 1));
    }
  });
}

template <class T>
void from_even(const T *from, T *to, int64_t m, int64_t count) {
  const auto plan = fft_plan<T>(m);
  const auto factors = real_factors<T>(m);
  if (by_lanes<T>(m, !plan->passes.empty(), count)) {
    return for_groups<T>(m, count,
                         [&](const FftKernels<T> &kernels, const FftLanes<T> &lanes, int64_t row, int64_t rows) {
                           kernels.load_rows(from + 2 * row * m, 2 * m, rows, m, T(1), lanes.work[1]);
                           T *y = run(kernels, *plan, lanes);
                           kernels.real_lanes(y, y, m, factors->data(), true);
                           kernels.store_rows(y, m + 1, T(1), T(1), to + 2 * row * (m + 1), 2 * (m + 1), rows);
                         });
  }
  fft_rows<T>({*plan}, from, m, to, m + 1, count);
  for_pairs(m, count, [&](int64_t row, int64_t begin, int64_t end) {
    T *y = to + 2 * row * (m + 1);
    fft_kernels<T>().real_row(y, y, m, begin, end, factors->data(), T(1));
    if (begin > 1) return;
    const T re = y[0], im = y[1];
    y[0] = re + im;
    y[2 * m] = re - im;
    y[1] = y[2 * m + 1] = 0;
  });
}

template <class T>
void to_even(const T *from, T *to, int64_t m, int64_t count) {
  const auto plan = fft_plan<T>(m);
  const auto factors = real_factors<T>(m);
  const T scale = T(1) / static_cast<T>(m);
  if (by_lanes<T>(m, !plan->passes.empty(), count)) {
    return for_groups<T>(
        m, count, [&](const FftKernels<T> &kernels, const FftLanes<T> &lanes, int64_t row, int64_t rows) {
          T *z = lanes.work[1];
          kernels.load_rows(from + 2 * row * (m + 1), 2 * (m + 1), rows, m + 1, T(-1), z);
          kernels.real_lanes(z, z, m, factors->data(), false);
          kernels.store_rows(run(kernels, *plan, lanes), m, scale, -scale, to + 2 * row * m, 2 * m, rows);
        });
  }
  for_pairs(m, count, [&](int64_t row, int64_t begin, int64_t end) {
    const T *z = from + 2 * row * (m + 1);
    T *y = to + 2 * row * m;
    fft_kernels<T>().real_row(z, y, m, begin, end, factors->data(), T(-1));
    if (begin > 1) return;
    y[0] = (z[0] + z[2 * m]) / 2;
    y[1] = (z[0] - z[2 * m]) / 2;
  });
  fft_rows<T>({*plan, true, scale}, to, m, to, m, count);
}

/// Calls body(lines, first, rows) for blocks of rows, with memory for half as many complex ones: a row and the one
/// after it are the real and imaginary parts of one.
int64_t lines_of(int64_t n, int64_t count) { return std::clamp<int64_t>(kBlock / n, 1, (count + 1) / 2); }

template <class T, class F>
void for_blocks(int64_t n, int64_t count, F body) {
  const int64_t lines = lines_of(n, count);
  const ScopedMemory memory(2 * lines * n * static_cast<int64_t>(sizeof(T)));
  for (int64_t first = 0; first < count; first += 2 * lines)
    body(memory.as<T>(), first, std::min(2 * lines, count - first));
}

/// y1 + i·y2 = z, where y1[n−k] = conj y1[k], and y2, too; y2 may be missing.
template <class T>
void part(const T *z, T *y1, T *y2, int64_t n) {
  for (int64_t k = 0; k <= n / 2; ++k) {
    const T *a = z + 2 * k, *b = z + 2 * (k ? n - k : 0);
    y1[2 * k] = (a[0] + b[0]) / 2;
    y1[2 * k + 1] = (a[1] - b[1]) / 2;
    if (!y2) continue;
    y2[2 * k] = (a[1] + b[1]) / 2;
    y2[2 * k + 1] = (b[0] - a[0]) / 2;
  }
}

template <class T>
void join(const T *y1, const T *y2, T *z, int64_t n) {
  z[0] = y1[0];
  z[1] = y2 ? y2[0] : T(0);
  for (int64_t k = 1; k <= n / 2; ++k) {
    const T re = y2 ? y2[2 * k] : T(0), im = y2 ? y2[2 * k + 1] : T(0);
    z[2 * k] = y1[2 * k] - im;
    z[2 * k + 1] = y1[2 * k + 1] + re;
    z[2 * (n - k)] = y1[2 * k] + im;
    z[2 * (n - k) + 1] = re - y1[2 * k + 1];
  }
}

template <class T>
void from_odd(const T *from, T *to, int64_t n, int64_t count) {
  const auto plan = fft_plan<T>(n);
  const int64_t half = n / 2 + 1;
  for_blocks<T>(n, count, [&](T *lines, int64_t first, int64_t rows) {
    const int64_t pairs = (rows + 1) / 2;
    parallel(pairs, kChunk / n, [&](int64_t begin, int64_t end) {
      for (int64_t i = begin; i < end; ++i) {
        const T *x = from + (first + 2 * i) * n, *next = 2 * i + 1 < rows ? x + n : nullptr;
        T *line = lines + 2 * i * n;
        for (int64_t j = 0; j < n; ++j) line[2 * j] = x[j], line[2 * j + 1] = next ? next[j] : T(0);
      }
    });
    fft_rows<T>({*plan}, lines, n, lines, n, pairs);
    parallel(pairs, kChunk / n, [&](int64_t begin, int64_t end) {
      for (int64_t i = begin; i < end; ++i) {
        T *y = to + 2 * (first + 2 * i) * half;
        part(lines + 2 * i * n, y, 2 * i + 1 < rows ? y + 2 * half : nullptr, n);
      }
    });
  });
}

template <class T>
void to_odd(const T *from, T *to, int64_t n, int64_t count) {
  const auto plan = fft_plan<T>(n);
  const int64_t half = n / 2 + 1;
  for_blocks<T>(n, count, [&](T *lines, int64_t first, int64_t rows) {
    const int64_t pairs = (rows + 1) / 2;
    parallel(pairs, kChunk / n, [&](int64_t begin, int64_t end) {
      for (int64_t i = begin; i < end; ++i) {
        const T *z = from + 2 * (first + 2 * i) * half;
        join(z, 2 * i + 1 < rows ? z + 2 * half : nullptr, lines + 2 * i * n, n);
      }
    });
    fft_rows<T>({*plan, true, T(1) / static_cast<T>(n)}, lines, n, lines, n, pairs);
    parallel(pairs, kChunk / n, [&](int64_t begin, int64_t end) {
      for (int64_t i = begin; i < end; ++i) {
        const T *line = lines + 2 * i * n;
        T *x = to + (first + 2 * i) * n;
        for (int64_t j = 0; j < n; ++j) x[j] = line[2 * j];
        for (int64_t j = 0; 2 * i + 1 < rows && j < n; ++j) x[n + j] = line[2 * j + 1];
      }
    });
  });
}

}  // namespace

template <class T>
void fft_from_real(const T *from, T *to, int64_t n, int64_t count) {
  n % 2 ? from_odd(from, to, n, count) : from_even(from, to, n / 2, count);
}

template <class T>
void fft_to_real(const T *from, T *to, int64_t n, int64_t count) {
  n % 2 ? to_odd(from, to, n, count) : to_even(from, to, n / 2, count);
}

template <class T>
LibraryWorkspace fft_real_workspace(int64_t n, int64_t count, int threads) {
  if (count == 0) return {};
  const int64_t m = n / 2, width = fft_kernels<T>().lanes;
  if (n % 2) {
    const int64_t lines = lines_of(n, count);
    LibraryWorkspace w = fft_rows_workspace<T>(n, lines, threads);
    w.given_back += 2 * lines * n * static_cast<int64_t>(sizeof(T));
    return w;
  }
  if (!by_lanes<T>(m, fft_outline<T>(m).passes, count)) return fft_rows_workspace<T>(m, count, threads);
  return {loop_threads((count + width - 1) / width, kChunk / (m * width), threads) * FftLanes<T>::bytes(m), 0};
}

template LibraryWorkspace fft_real_workspace<float>(int64_t, int64_t, int);
template LibraryWorkspace fft_real_workspace<double>(int64_t, int64_t, int);
template void fft_from_real(const float *, float *, int64_t, int64_t);
template void fft_from_real(const double *, double *, int64_t, int64_t);
template void fft_to_real(const float *, float *, int64_t, int64_t);
template void fft_to_real(const double *, double *, int64_t, int64_t);

}  // namespace fluxion::runtime
