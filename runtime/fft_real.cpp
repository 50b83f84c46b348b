// Fourier transforms of real numbers. An even number of them is a row of half as many complex ones, whose transform a
// last step takes apart; odd ones are made complex.
#include <algorithm>

#include "runtime/allocator.h"
#include "runtime/fft_lines.h"
#include "runtime/thread_pool.h"

namespace fluxion::runtime {
namespace {

constexpr int64_t kMostByLanes = 512;  // as rows in fft_lines.cpp
constexpr int64_t kChunk = 1 << 13;    // frequencies of a row that are one task
constexpr int64_t kBlock = 1 << 18;    // numbers that are made complex at a time

template <class F>
void parallel(int64_t tiles, int64_t least, F body) {
  ThreadPool::global().parallel(tiles, std::max<int64_t>(1, least),
                                [&](int64_t begin, int64_t end, int) { body(begin, end); });
}

/// Whether rows fill the lanes and fit into the cache.
template <class T>
bool by_lanes(const FftPlan<T> &plan, int64_t count) {
  return !plan.passes.empty() && plan.n <= kMostByLanes && 2 * count > fft_kernels<T>().lanes;
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
  if (by_lanes(*plan, count)) {
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
  if (by_lanes(*plan, count)) {
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

/// Calls body(lines, first, rows) for blocks of rows, with memory for them as complex numbers.
template <class T, class F>
void for_blocks(int64_t n, int64_t count, F body) {
  const int64_t rows = std::clamp<int64_t>(kBlock / n, 1, count);
  const ScopedMemory memory(2 * rows * n * static_cast<int64_t>(sizeof(T)));
  for (int64_t first = 0; first < count; first += rows) body(memory.as<T>(), first, std::min(rows, count - first));
}

template <class T>
void from_odd(const T *from, T *to, int64_t n, int64_t count) {
  const auto plan = fft_plan<T>(n);
  const int64_t half = n / 2 + 1;
  for_blocks<T>(n, count, [&](T *lines, int64_t first, int64_t rows) {
    parallel(rows, kChunk / n, [&](int64_t begin, int64_t end) {
      for (int64_t i = begin * n; i < end * n; ++i) lines[2 * i] = from[first * n + i], lines[2 * i + 1] = 0;
    });
    fft_rows<T>({*plan}, lines, n, lines, n, rows);
    parallel(rows, kChunk / n, [&](int64_t begin, int64_t end) {
      for (int64_t i = begin; i < end; ++i) {
        T *y = to + 2 * (first + i) * half;
        std::copy_n(lines + 2 * i * n, 2 * half, y);
        y[1] = 0;
      }
    });
  });
}

template <class T>
void to_odd(const T *from, T *to, int64_t n, int64_t count) {
  const auto plan = fft_plan<T>(n);
  const int64_t half = n / 2 + 1;
  for_blocks<T>(n, count, [&](T *lines, int64_t first, int64_t rows) {
    parallel(rows, kChunk / n, [&](int64_t begin, int64_t end) {
      for (int64_t i = begin; i < end; ++i) {
        const T *z = from + 2 * (first + i) * half;
        T *line = lines + 2 * i * n;
        std::copy_n(z, 2 * half, line);
        line[1] = 0;
        for (int64_t k = 1; k < half; ++k) line[2 * (n - k)] = z[2 * k], line[2 * (n - k) + 1] = -z[2 * k + 1];
      }
    });
    fft_rows<T>({*plan, true, T(1) / static_cast<T>(n)}, lines, n, lines, n, rows);
    parallel(rows, kChunk / n, [&](int64_t begin, int64_t end) {
      for (int64_t i = begin * n; i < end * n; ++i) to[first * n + i] = lines[2 * i];
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

template void fft_from_real(const float *, float *, int64_t, int64_t);
template void fft_from_real(const double *, double *, int64_t, int64_t);
template void fft_to_real(const float *, float *, int64_t, int64_t);
template void fft_to_real(const double *, double *, int64_t, int64_t);

}  // namespace fluxion::runtime
