#include "runtime/fft_lines.h"

#include <algorithm>
#include <cstring>

#include "runtime/allocator.h"
#include "runtime/thread_pool.h"

namespace fluxion::runtime {
namespace {

constexpr int64_t kMostColumnsByPasses = 4096;  // longer columns are copied to rows
constexpr int64_t kBlock = 1 << 18;             // numbers that are copied at a time
constexpr int64_t kCacheBlock = 1 << 15;        // numbers that stay in the second-level cache
constexpr int64_t kGrain = 1 << 14;             // numbers worth giving to a thread

int64_t grain(int64_t numbers) { return std::max<int64_t>(1, kGrain / std::max<int64_t>(1, numbers)); }
int64_t round_up(int64_t n, int64_t to) { return (n + to - 1) / to * to; }

template <class F>
void parallel(int64_t tiles, int64_t least, F body) {
  ThreadPool::global().parallel(tiles, least, [&](int64_t begin, int64_t end, int) { body(begin, end); });
}

template <class T>
T *run(const FftPlan<T> &plan, FftSource<T> source, FftTarget<T> target, const FftLanes<T> &lanes) {
  return fft_kernels<T>().transform(plan.passes.data(), static_cast<int64_t>(plan.passes.size()), source, target,
                                    lanes.work);
}

template <class T>
bool by_passes(int64_t n, bool passes, bool halves, int64_t count) {
  return passes && (!halves || (n <= kMostFftRowsByPasses && 2 * count > fft_kernels<T>().lanes));
}

template <class T>
void rows_by_passes(const FftTask<T> &task, const T *from, int64_t from_step, T *to, int64_t to_step, int64_t count) {
  const FftKernels<T> &kernels = fft_kernels<T>();
  const int64_t width = kernels.lanes, n = task.plan.n;
  parallel((count + width - 1) / width, grain(n * width), [&](int64_t begin, int64_t end) {
    const FftLanes<T> lanes(n);
    for (int64_t row = begin * width; row < std::min(end * width, count); row += width) {
      const int64_t rows = std::min(width, count - row);
      kernels.load_rows(from + 2 * row * from_step, 2 * from_step, rows, n, task.sign(), lanes.work[1]);
      const T *y = run(task.plan, lanes.source(), {}, lanes);
      kernels.store_rows(y, n, task.scale, task.scale * task.sign(), to + 2 * row * to_step, 2 * to_step, rows);
    }
  });
}

// ---- in halves

/// One row; what lies between the halves is T[rows.n, columns.n rounded up, as lanes].
template <class T>
class Halves {
 public:
  Halves(const FftTask<T> &task, T *middle)
      : task_(task),
        middle_(middle),
        columns_(*task.plan.columns),
        rows_(*task.plan.rows),
        step_(2 * round_up(columns_.n, width_)) {}

  static int64_t middle_bytes(int64_t columns, int64_t rows) {
    return 2 * rows * round_up(columns, fft_kernels<T>().lanes) * static_cast<int64_t>(sizeof(T));
  }
  int64_t column_groups() const { return (rows_.n + width_ - 1) / width_; }
  int64_t row_groups() const { return (columns_.n + width_ - 1) / width_; }

  void run_columns(const T *from, int64_t begin, int64_t end) const {
    const FftPlan<T> &plan = task_.plan;
    const FftLanes<T> lanes(columns_.n);
    for (int64_t j = begin * width_; j < std::min(end * width_, rows_.n); j += width_) {
      const int64_t count = std::min(width_, rows_.n - j);
      FftSource<T> source{from + 2 * j, 2 * rows_.n, true, task_.sign()};
      if (count < width_) source = staged(source, count, lanes);
      const T *y = run(columns_, source, {}, lanes);
      kernels_.twiddle_rows(y, columns_.n, plan.low.data() + j, plan.low_bits, plan.high.data() + j, plan.plane,
                            middle_ + j * step_, step_, count);
    }
  }

  void run_rows(T *to, int64_t begin, int64_t end) const {
    const FftLanes<T> lanes(rows_.n);
    for (int64_t k = begin * width_; k < std::min(end * width_, columns_.n); k += width_) {
      const int64_t count = std::min(width_, columns_.n - k);
      FftTarget<T> target{to + 2 * k, 2 * columns_.n, true, task_.scale, task_.scale * task_.sign()};
      if (count < width_) target.data = lanes.staging, target.step = 2 * width_;
      run(rows_, {middle_ + 2 * k, step_}, target, lanes);
      for (int64_t j = 0; count < width_ && j < rows_.n; ++j)
        std::copy_n(lanes.staging + j * 2 * width_, 2 * count, to + 2 * (j * columns_.n + k));
    }
  }

 private:
  FftSource<T> staged(const FftSource<T> &x, int64_t count, const FftLanes<T> &lanes) const {
    for (int64_t i = 0; i < columns_.n; ++i) {
      T *line = lanes.staging + i * 2 * width_;
      std::fill(std::copy_n(x.data + i * x.step, 2 * count, line), line + 2 * width_, T(0));
    }
    return {lanes.staging, 2 * width_, true, x.sign};
  }

  const FftKernels<T> &kernels_ = fft_kernels<T>();
  const int64_t width_ = kernels_.lanes;
  const FftTask<T> &task_;
  T *middle_;
  const FftPlan<T> &columns_, &rows_;
  int64_t step_;
};

// Whether each thread has rows of its own.
bool rows_apart(int64_t n, int64_t count, int threads) { return n < kGrain || count >= 2 * threads; }

template <class T>
void rows_in_halves(const FftTask<T> &task, const T *from, int64_t from_step, T *to, int64_t to_step, int64_t count) {
  const int64_t n = task.plan.n, bytes = Halves<T>::middle_bytes(task.plan.columns->n, task.plan.rows->n);
  if (rows_apart(n, count, ThreadPool::global().threads())) {
    return parallel(count, grain(n), [&](int64_t begin, int64_t end) {
      const ScopedMemory middle(bytes);
      const Halves<T> halves(task, middle.as<T>());
      for (int64_t row = begin; row < end; ++row) {
        halves.run_columns(from + 2 * row * from_step, 0, halves.column_groups());
        halves.run_rows(to + 2 * row * to_step, 0, halves.row_groups());
      }
    });
  }
  const ScopedMemory middle(bytes);
  const Halves<T> halves(task, middle.as<T>());
  for (int64_t row = 0; row < count; ++row) {
    parallel(halves.column_groups(), 1,
             [&](int64_t begin, int64_t end) { halves.run_columns(from + 2 * row * from_step, begin, end); });
    parallel(halves.row_groups(), 1,
             [&](int64_t begin, int64_t end) { halves.run_rows(to + 2 * row * to_step, begin, end); });
  }
}

// ---- by convolution

/// A block of rows. Within a loop over blocks, what is parallel here runs on one thread.
template <class T>
void convolve(const FftTask<T> &task, const T *from, int64_t from_step, T *to, int64_t to_step, int64_t count) {
  const FftPlan<T> &plan = task.plan;
  const auto multiply = fft_kernels<T>().multiply;
  const int64_t n = plan.n, m = plan.padded->n;
  const ScopedMemory memory(2 * count * m * static_cast<int64_t>(sizeof(T)));
  T *lines = memory.as<T>();
  parallel(count, grain(m), [&](int64_t begin, int64_t end) {
    for (int64_t i = begin; i < end; ++i) {
      T *line = lines + 2 * i * m;
      multiply(from + 2 * i * from_step, plan.chirp.data(), n, task.sign(), T(1), T(1), line);
      std::fill(line + 2 * n, line + 2 * m, T(0));
    }
  });
  fft_rows<T>({*plan.padded}, lines, m, lines, m, count);
  parallel(count, grain(m), [&](int64_t begin, int64_t end) {
    for (int64_t i = begin; i < end; ++i)
      multiply(lines + 2 * i * m, plan.spectrum.data(), m, T(1), T(1), T(1), lines + 2 * i * m);
  });
  fft_rows<T>({*plan.padded, true}, lines, m, lines, m, count);
  parallel(count, grain(m), [&](int64_t begin, int64_t end) {
    for (int64_t i = begin; i < end; ++i)
      multiply(lines + 2 * i * m, plan.chirp.data(), n, T(1), task.scale, task.sign(), to + 2 * i * to_step);
  });
}

int64_t rows_of_convolution(int64_t padded, int64_t count) {
  return std::clamp<int64_t>(kCacheBlock / padded, 1, count);
}

template <class T>
void rows_by_convolution(const FftTask<T> &task, const T *from, int64_t from_step, T *to, int64_t to_step,
                         int64_t count) {
  const int64_t rows = rows_of_convolution(task.plan.padded->n, count);
  const int64_t blocks = (count + rows - 1) / rows;
  const bool shared = blocks >= 2 * ThreadPool::global().threads();  // else each block is
  parallel(blocks, shared ? 1 : blocks, [&](int64_t begin, int64_t end) {
    for (int64_t first = begin * rows; first < std::min(end * rows, count); first += rows)
      convolve(task, from + 2 * first * from_step, from_step, to + 2 * first * to_step, to_step,
               std::min(rows, count - first));
  });
}

// ---- columns

/// Lanes from lines that do not lie side by side.
template <class T>
void columns_apart(const FftTask<T> &task, const T *from, T *to, int64_t inner, int64_t first, int64_t count,
                   const FftLanes<T> &lanes) {
  const int64_t width = fft_kernels<T>().lanes, n = task.plan.n;
  const auto place = [&](int64_t l, int64_t j) {
    const int64_t line = first + l;
    return 2 * ((line / inner * n + j) * inner + line % inner);
  };
  std::fill_n(lanes.staging, 2 * n * width, T(0));
  for (int64_t l = 0; l < count; ++l)
    for (int64_t j = 0; j < n; ++j) std::copy_n(from + place(l, j), 2, lanes.staging + 2 * (j * width + l));
  const T scale = task.scale;
  run(task.plan, {lanes.staging, 2 * width, true, task.sign()},
      {lanes.staging, 2 * width, true, scale, scale * task.sign()}, lanes);
  for (int64_t l = 0; l < count; ++l)
    for (int64_t j = 0; j < n; ++j) std::copy_n(lanes.staging + 2 * (j * width + l), 2, to + place(l, j));
}

template <class T>
void columns_by_passes(const FftTask<T> &task, const T *from, T *to, int64_t outer, int64_t inner) {
  const int64_t width = fft_kernels<T>().lanes, n = task.plan.n;
  const int64_t line = inner < width ? outer * inner : inner;  // lines that share groups
  const int64_t groups = (line + width - 1) / width, parts = outer * inner / line;
  parallel(parts * groups, grain(n * width), [&](int64_t begin, int64_t end) {
    const FftLanes<T> lanes(n);
    for (int64_t g = begin; g < end; ++g) {
      const int64_t part = g / groups, i = g % groups * width, count = std::min(width, line - i);
      if (inner < width || count < width) {
        columns_apart(task, from, to, inner, part * line + i, count, lanes);
        continue;
      }
      const int64_t at = 2 * (part * n * inner + i);
      run(task.plan, {from + at, 2 * inner, true, task.sign()},
          {to + at, 2 * inner, true, task.scale, task.scale * task.sign()}, lanes);
    }
  });
}

template <class T>
int64_t columns_at_once(int64_t n, int64_t inner) {
  return std::min(inner, std::max<int64_t>(fft_kernels<T>().lanes, kBlock / n));
}

template <class T>
void columns_by_rows(const FftTask<T> &task, const T *from, T *to, int64_t outer, int64_t inner) {
  const int64_t n = task.plan.n, lines = columns_at_once<T>(n, inner);
  const ScopedMemory memory(2 * lines * n * static_cast<int64_t>(sizeof(T)));
  T *rows = memory.as<T>();
  for (int64_t o = 0; o < outer; ++o) {
    for (int64_t first = 0; first < inner; first += lines) {
      const int64_t count = std::min(lines, inner - first), at = 2 * (o * n * inner + first);
      parallel(n, grain(count), [&](int64_t begin, int64_t end) {
        for (int64_t j = begin; j < end; ++j)
          for (int64_t l = 0; l < count; ++l) std::copy_n(from + at + 2 * (j * inner + l), 2, rows + 2 * (l * n + j));
      });
      fft_rows(task, rows, n, rows, n, count);
      parallel(n, grain(count), [&](int64_t begin, int64_t end) {
        for (int64_t j = begin; j < end; ++j)
          for (int64_t l = 0; l < count; ++l) std::copy_n(rows + 2 * (l * n + j), 2, to + at + 2 * (j * inner + l));
      });
    }
  }
}

}  // namespace

template <class T>
int64_t FftLanes<T>::bytes(int64_t n) {
  return 3 * 2 * (n + 1) * fft_kernels<T>().lanes * static_cast<int64_t>(sizeof(T));  // one more for real numbers
}

template <class T>
FftLanes<T>::FftLanes(int64_t n) {
  const int64_t size = 2 * (n + 1) * fft_kernels<T>().lanes;
  auto *memory = static_cast<T *>(thread_scratch(bytes(n), ScratchSlot::library));
  work[0] = memory;
  work[1] = memory + size;
  staging = memory + 2 * size;
}

template <class T>
FftSource<T> FftLanes<T>::source() const {
  return {work[1], 2 * fft_kernels<T>().lanes};
}

template <class T>
void fft_rows(const FftTask<T> &task, const T *from, int64_t from_step, T *to, int64_t to_step, int64_t count) {
  const FftPlan<T> &plan = task.plan;
  if (by_passes<T>(plan.n, !plan.passes.empty(), plan.columns != nullptr, count))
    return rows_by_passes(task, from, from_step, to, to_step, count);
  if (plan.columns) return rows_in_halves(task, from, from_step, to, to_step, count);
  rows_by_convolution(task, from, from_step, to, to_step, count);
}

template <class T>
void fft_columns(const FftTask<T> &task, const T *from, T *to, int64_t outer, int64_t inner) {
  if (inner == 1) return fft_rows(task, from, task.plan.n, to, task.plan.n, outer);
  if (!task.plan.passes.empty() && task.plan.n <= kMostColumnsByPasses)
    return columns_by_passes(task, from, to, outer, inner);
  columns_by_rows(task, from, to, outer, inner);
}

template <class T>
LibraryWorkspace fft_rows_workspace(int64_t n, int64_t count, int threads) {
  if (count == 0) return {};
  const FftOutline plan = fft_outline<T>(n);
  const int64_t width = fft_kernels<T>().lanes, complex = 2 * static_cast<int64_t>(sizeof(T));
  if (by_passes<T>(n, plan.passes, plan.columns > 0, count))
    return {loop_threads((count + width - 1) / width, grain(n * width), threads) * FftLanes<T>::bytes(n), 0};
  if (plan.columns) {
    const bool apart = rows_apart(n, count, threads);
    const int64_t busy =
        apart ? loop_threads(count, grain(n), threads) : loop_threads((plan.rows + width - 1) / width, 1, threads);
    return {busy * FftLanes<T>::bytes(plan.rows),
            (apart ? busy : 1) * Halves<T>::middle_bytes(plan.columns, plan.rows)};
  }
  const int64_t rows = rows_of_convolution(plan.padded, count), blocks = (count + rows - 1) / rows;
  const bool shared = blocks >= 2 * threads;
  const int64_t busy = shared ? loop_threads(blocks, 1, threads) : 1;
  const LibraryWorkspace inner = fft_rows_workspace<T>(plan.padded, rows, shared ? 1 : threads);
  return {busy * inner.kept, busy * (inner.given_back + complex * rows * plan.padded)};
}

template <class T>
LibraryWorkspace fft_columns_workspace(int64_t n, int64_t outer, int64_t inner, int threads) {
  if (inner == 1) return fft_rows_workspace<T>(n, outer, threads);
  const int64_t width = fft_kernels<T>().lanes;
  if (n <= kMostColumnsByPasses && fft_outline<T>(n).passes)
    return {loop_threads((outer * inner + width - 1) / width, grain(n * width), threads) * FftLanes<T>::bytes(n), 0};
  const int64_t lines = columns_at_once<T>(n, inner);
  LibraryWorkspace w = fft_rows_workspace<T>(n, lines, threads);
  w.given_back += 2 * lines * n * static_cast<int64_t>(sizeof(T));
  return w;
}

template <class T>
void fft_line(const FftPlan<T> &plan, const T *x, T *y) {
  fft_rows<T>({plan}, x, plan.n, y, plan.n, 1);
}

template struct FftLanes<float>;
template struct FftLanes<double>;
template void fft_rows(const FftTask<float> &, const float *, int64_t, float *, int64_t, int64_t);
template void fft_rows(const FftTask<double> &, const double *, int64_t, double *, int64_t, int64_t);
template void fft_columns(const FftTask<float> &, const float *, float *, int64_t, int64_t);
template void fft_columns(const FftTask<double> &, const double *, double *, int64_t, int64_t);
template LibraryWorkspace fft_rows_workspace<float>(int64_t, int64_t, int);
template LibraryWorkspace fft_rows_workspace<double>(int64_t, int64_t, int);
template LibraryWorkspace fft_columns_workspace<float>(int64_t, int64_t, int64_t, int);
template LibraryWorkspace fft_columns_workspace<double>(int64_t, int64_t, int64_t, int);
template void fft_line(const FftPlan<float> &, const float *, float *);
template void fft_line(const FftPlan<double> &, const double *, double *);

}  // namespace fluxion::runtime
