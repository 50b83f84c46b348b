// What the functions of linear algebra share: matrices of a batch, loops over it, and copies between the layouts.
#pragma once
#include <algorithm>
#include <climits>
#include <cmath>
#include <limits>

#include "runtime/allocator.h"
#include "runtime/lapack.h"
#include "runtime/library_support.h"
#include "runtime/thread_pool.h"

namespace fluxion::runtime {

/// The matrices of an array.
struct Matrices {
  int64_t count = 1, m = 0, n = 0;

  Matrices(const char *function, const ShapeDtype &type) {
    const Shape &shape = type.shape;
    require(shape.ndim() >= 2, function, "a matrix has two dimensions");
    m = shape[-2], n = shape[-1];
    require(m < INT_MAX && n < INT_MAX && m * n < INT_MAX, function, "a matrix is too large for LAPACK's 32-bit sizes");
    for (int64_t i = 0; i + 2 < shape.ndim(); ++i) count *= shape[i];
  }
  int64_t k() const { return std::min(m, n); }
  int64_t size() const { return m * n; }
};

/// Calls `f` with the float of the type's dtype.
template <class F>
void visit_real(const char *function, const ShapeDtype &type, F f) {
  require(type.dtype == f32 || type.dtype == f64, function, "matrices are of f32 or f64");
  if (type.dtype == f32) {
    f(float{});
  } else {
    f(double{});
  }
}

/// f(i) for every matrix of a batch, on all threads; `work` is about the number of operations of one.
template <class F>
void for_each_matrix(int64_t count, int64_t work, F f) {
  const int64_t grain = std::max<int64_t>(1, 20'000 / std::max<int64_t>(work, 1));
  ThreadPool::global().parallel(count, grain, [&](int64_t begin, int64_t end, int) {
    const LapackCaller caller;
    for (int64_t i = begin; i < end; ++i) f(i);
  });
}

template <class T>
int64_t bytes_of(int64_t n) {
  return n * static_cast<int64_t>(sizeof(T));
}

/// About what OpenBLAS keeps of a thread's packed panels after products of n columns with so many terms.
template <class T>
int64_t blas_panels(int64_t n, int64_t terms) {
  constexpr int64_t kDepth = sizeof(T) == 4 ? 448 : 384, kMost = int64_t{32} << 20;
  return std::min(kMost, bytes_of<T>(std::min(terms, kDepth) * (n + kDepth)));
}
constexpr int64_t kReflections = 32;  // that LAPACK applies at once

/// Parts of the calling thread's memory for library functions, handed out one after the other.
class Scratch {
 public:
  explicit Scratch(int64_t bytes) : next_(static_cast<char *>(thread_scratch(bytes, ScratchSlot::library))) {}
  template <class T>
  static int64_t bytes(int64_t n) {
    return (n * static_cast<int64_t>(sizeof(T)) + 63) / 64 * 64;
  }
  template <class T>
  T *take(int64_t n) {
    char *const here = next_;
    next_ += bytes<T>(n);
    return reinterpret_cast<T *>(here);
  }

 private:
  char *next_;
};

/// to[n, m] = from[m, n] transposed, in blocks that fit the first-level cache.
template <class T>
void transpose_matrix(const T *from, int64_t m, int64_t n, T *to) {
  constexpr int64_t kBlock = 32;
  for (int64_t i0 = 0; i0 < m; i0 += kBlock) {
    for (int64_t j0 = 0; j0 < n; j0 += kBlock) {
      for (int64_t i = i0; i < std::min(m, i0 + kBlock); ++i) {
        for (int64_t j = j0; j < std::min(n, j0 + kBlock); ++j) to[j * m + i] = from[i * n + j];
      }
    }
  }
}

/// The same of x[n, n] in place.
template <class T>
void transpose_square(T *x, int64_t n) {
  constexpr int64_t kBlock = 32;
  for (int64_t i0 = 0; i0 < n; i0 += kBlock) {
    for (int64_t j0 = 0; j0 <= i0; j0 += kBlock) {
      for (int64_t i = i0; i < std::min(n, i0 + kBlock); ++i) {
        for (int64_t j = j0; j < std::min(i, j0 + kBlock); ++j) std::swap(x[i * n + j], x[j * n + i]);
      }
    }
  }
}

/// Which triangle, and how it is solved with.
struct Triangle {
  bool left = true, lower = true, unit = false, transposed = false;
};

/// x[m, n] with op(a)·x = x, or with x·op(a) = x, in place; rows are `a_row` and `x_row` elements apart. On one thread.
/// LAPACK sees the transposed matrices, and so the other side and the other triangle.
template <class T>
void solve_in_place(const Triangle &t, const T *a, int64_t a_row, T *x, int64_t x_row, int64_t m, int64_t n) {
  const int rows = static_cast<int>(n), columns = static_cast<int>(m), a_stride = std::max(1, static_cast<int>(a_row)),
            x_stride = std::max(1, static_cast<int>(x_row));
  const T one = 1;
  lapack<T>().trsm(t.left ? "R" : "L", t.lower ? "U" : "L", t.transposed ? "T" : "N", t.unit ? "U" : "N", &rows,
                   &columns, &one, a, &a_stride, x, &x_stride, 1, 1, 1, 1);
}

template <class T>
void fill_nan(T *x, int64_t n) {
  std::fill(x, x + n, std::numeric_limits<T>::quiet_NaN());
}

template <class T>
bool all_finite(const T *x, int64_t n) {
  // A sum of zeros is zero unless some product is NaN, which it is for infinities and NaN alone.
  T sum = 0;
  for (int64_t i = 0; i < n; ++i) sum += x[i] * 0;
  return sum == 0;
}

/// The size of workspace that a routine answered with, which is a float: rounded up, for it may have been rounded down.
template <class T>
int workspace(T answer) {
  const double size = std::ceil(static_cast<double>(answer) * (1 + std::numeric_limits<T>::epsilon()));
  if (!(size < INT_MAX)) throw DeviceError("linear algebra: a matrix is too large for LAPACK's 32-bit sizes");
  return std::max(1, static_cast<int>(size));
}

}  // namespace fluxion::runtime
