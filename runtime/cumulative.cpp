// "cumulative": running sums, products, maxima and minima. The terms of a line are combined one after the other, so
// that the numbers depend on nothing but the operand; lines side by side are computed side by side.
#include <algorithm>
#include <cmath>
#include <complex>
#include <type_traits>

#include "runtime/library_support.h"
#include "runtime/sort_keys.h"
#include "runtime/thread_pool.h"

namespace fluxion::runtime {
namespace {

enum Kind : int64_t { kSum, kProduct, kMaximum, kMinimum, kAnd, kOr, kXor };
constexpr int64_t kBlock = 256;  // lines side by side that are computed together
// Contiguous lines that are computed together: enough to hide an addition's latency, and few enough that lines whose
// lengths are powers of two, which all fall into one set of the cache, stay in it.
constexpr int64_t kContiguous = 4;

template <class T>
inline constexpr bool kSmallFloat = false;
template <DType T>
inline constexpr bool kSmallFloat<SmallFloat<T>> = true;
template <class T>
inline constexpr bool kComplex = false;
template <class T>
inline constexpr bool kComplex<std::complex<T>> = true;

/// What a line is accumulated in. Integers wrap around, which only unsigned ones do in C++.
template <class T>
auto accumulator() {
  if constexpr (kSmallFloat<T>) {
    return float{};
  } else {
    return T{};
  }
}
template <class T>
using Accumulator = decltype(accumulator<T>());

template <class T>
bool is_nan(T x) {
  if constexpr (kComplex<T>) {
    return std::isnan(x.real()) || std::isnan(x.imag());
  } else if constexpr (std::is_floating_point_v<T>) {
    return std::isnan(x);
  } else {
    return false;
  }
}

template <Kind K, class T>
T combine(T a, T b) {
  if constexpr (K >= kAnd) {
    return static_cast<T>(K == kAnd ? a & b : K == kOr ? a | b : a ^ b);
  } else if constexpr (std::is_same_v<T, bool>) {
    return K == kSum || K == kMaximum ? a || b : a && b;
  } else if constexpr (K == kSum || K == kProduct) {
    if constexpr (std::is_integral_v<T>) {
      using Unsigned = std::make_unsigned_t<T>;
      using Wide = std::conditional_t<sizeof(T) < 4, uint32_t, Unsigned>;  // u16·u16 would be an int, and overflow
      const Wide x = static_cast<Unsigned>(a), y = static_cast<Unsigned>(b);
      return static_cast<T>(K == kSum ? x + y : x * y);
    } else {
      return K == kSum ? a + b : a * b;
    }
  } else {
    if (is_nan(a)) return a;
    if (is_nan(b)) return b;
    if constexpr (kComplex<T>) {
      return (sort_key(a) < sort_key(b)) == (K == kMaximum) ? b : a;
    } else {
      if constexpr (std::is_floating_point_v<T>) {
        if (a == b) return std::signbit(a) == (K == kMaximum) ? b : a;  // -0 < 0, as in IEEE 754's maximum
      }
      return (a < b) == (K == kMaximum) ? b : a;
    }
  }
}

template <Kind K, class T>
void run_block(const Lines &lines, bool reverse, const T *x, T *y, int64_t width) {
  Accumulator<T> sums[kBlock];
  for (int64_t i = 0; i < lines.n; ++i) {
    const int64_t row = (reverse ? lines.n - 1 - i : i) * lines.inner;
    if (i == 0) {
      for (int64_t j = 0; j < width; ++j) sums[j] = x[row + j];
    } else {
      for (int64_t j = 0; j < width; ++j) sums[j] = combine<K, Accumulator<T>>(sums[j], x[row + j]);
    }
    for (int64_t j = 0; j < width; ++j) y[row + j] = static_cast<T>(sums[j]);
  }
}

template <Kind K, int64_t Count, class T>
void run_contiguous(int64_t n, bool reverse, const T *x, T *y) {
  Accumulator<T> sums[Count] = {};
  for (int64_t i = 0; i < n; ++i) {
    const int64_t column = reverse ? n - 1 - i : i;
    for (int64_t line = 0; line < Count; ++line) {
      const Accumulator<T> term = x[line * n + column];
      sums[line] = i == 0 ? term : combine<K, Accumulator<T>>(sums[line], term);
      y[line * n + column] = static_cast<T>(sums[line]);
    }
  }
}

int64_t grain_of(int64_t work) { return std::max<int64_t>(1, 16384 / std::max<int64_t>(work, 1)); }

template <Kind K, class T>
void run_kind(const Lines &lines, bool reverse, const T *x, T *y) {
  if (lines.inner == 1) {
    const int64_t groups = (lines.outer + kContiguous - 1) / kContiguous;
    return ThreadPool::global().parallel(groups, grain_of(lines.n * kContiguous), [&](int64_t begin, int64_t end, int) {
      int64_t line = begin * kContiguous;
      const int64_t last = std::min(end * kContiguous, lines.outer);
      for (; line + kContiguous <= last; line += kContiguous)
        run_contiguous<K, kContiguous>(lines.n, reverse, x + line * lines.n, y + line * lines.n);
      for (; line < last; ++line) run_contiguous<K, 1>(lines.n, reverse, x + line * lines.n, y + line * lines.n);
    });
  }
  const int64_t blocks = (lines.inner + kBlock - 1) / kBlock;
  const int64_t grain = grain_of(lines.n * std::min(lines.inner, kBlock));
  ThreadPool::global().parallel(lines.outer * blocks, grain, [&](int64_t begin, int64_t end, int) {
    for (int64_t i = begin; i < end; ++i) {
      const int64_t inner = i % blocks * kBlock, offset = i / blocks * lines.n * lines.inner + inner;
      run_block<K>(lines, reverse, x + offset, y + offset, std::min(kBlock, lines.inner - inner));
    }
  });
}

}  // namespace

void cumulative(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n) {
  require(n == 3 && attributes[2] >= kSum && attributes[2] <= kXor, "cumulative",
          "it takes the attributes dimension, reverse and kind");
  require(count == 2 && types[0] == types[1], "cumulative", "it takes one operand and a result of the same type");
  require(attributes[0] >= 0 && attributes[0] < types[0].shape.ndim(), "cumulative", "the dimension does not exist");
  const Lines lines(types[0].shape, attributes[0]);
  const bool reverse = attributes[1] != 0;
  visit_dtype(types[0].dtype, [&](auto zero) {
    using T = decltype(zero);
    const T *x = static_cast<const T *>(buffers[0]);
    T *y = static_cast<T *>(buffers[1]);
    const auto run = [&]<Kind K>(std::integral_constant<Kind, K>) { run_kind<K>(lines, reverse, x, y); };
    if (attributes[2] == kSum) return run(std::integral_constant<Kind, kSum>());
    if (attributes[2] == kProduct) return run(std::integral_constant<Kind, kProduct>());
    if (attributes[2] == kMaximum) return run(std::integral_constant<Kind, kMaximum>());
    if (attributes[2] == kMinimum) return run(std::integral_constant<Kind, kMinimum>());
    if constexpr (std::is_integral_v<T>) {
      if (attributes[2] == kAnd) return run(std::integral_constant<Kind, kAnd>());
      if (attributes[2] == kOr) return run(std::integral_constant<Kind, kOr>());
      return run(std::integral_constant<Kind, kXor>());
    }
    require(false, "cumulative", "only integers have bits to combine");
  });
}

}  // namespace fluxion::runtime
