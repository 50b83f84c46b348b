// The function "fft" against the plain sum in double, over lengths that take every path: passes of each radix, halves,
// convolution, real numbers in pairs and single; rows, columns, groups of lanes that are not full, and both widths.
#include <gtest/gtest.h>

#include <complex>
#include <numbers>
#include <random>

#include "runtime/fft_plan.h"
#include "runtime/library.h"
#include "runtime/thread_pool.h"

namespace fluxion::runtime {
namespace {

using Complex = std::complex<double>;
using Line = std::vector<Complex>;

enum Kind : int64_t { kForward, kInverse, kFromReal, kToReal };

// Summed in long double, so that its own error is below that of doubles.
Line plain(const Line &x, int sign) {
  using Wide = std::complex<long double>;
  const size_t n = x.size();
  std::vector<Wide> roots(n);
  Line y(n);
  for (size_t j = 0; j < n; ++j)
    roots[j] = std::polar(
        1.0L, sign * 2 * std::numbers::pi_v<long double> * static_cast<long double>(j) / static_cast<long double>(n));
  for (size_t k = 0; k < n; ++k) {
    Wide sum = 0;
    for (size_t j = 0; j < n; ++j) {
      const Wide &w = roots[j * k % n];
      const auto re = static_cast<long double>(x[j].real()), im = static_cast<long double>(x[j].imag());
      sum += Wide(re * w.real() - im * w.imag(), re * w.imag() + im * w.real());
    }
    y[k] = Complex(sum / (sign > 0 ? static_cast<long double>(n) : 1.0L));
  }
  return y;
}

std::vector<double> random_numbers(int64_t n) {
  static std::mt19937_64 random(3);
  std::vector<double> x(static_cast<size_t>(n));
  for (double &v : x) v = std::uniform_real_distribution<double>(-1, 1)(random);
  return x;
}

template <class T>
std::vector<T> narrowed(const std::vector<double> &x) {
  return {x.begin(), x.end()};
}

template <class T>
constexpr DType kReal = sizeof(T) == 4 ? f32 : f64;
template <class T>
constexpr DType kComplex = sizeof(T) == 4 ? c64 : c128;

/// Calls the function on numbers given and returned as reals (two for each complex one).
template <class T>
std::vector<T> call(Kind kind, const Shape &in, const Shape &out, const std::vector<int64_t> &lengths,
                    const std::vector<T> &x) {
  const ShapeDtype types[] = {{in, kind == kFromReal ? kReal<T> : kComplex<T>},
                              {out, kind == kToReal ? kReal<T> : kComplex<T>}};
  std::vector<T> y(static_cast<size_t>(out.count() * (kind == kToReal ? 1 : 2)), T(99));
  std::vector<int64_t> attributes = {kind};
  attributes.insert(attributes.end(), lengths.begin(), lengths.end());
  void *buffers[] = {const_cast<T *>(x.data()), y.data()};
  fft(buffers, types, 2, attributes.data(), static_cast<int>(attributes.size()));
  return y;
}

template <class T>
void expect_near(const std::vector<T> &y, const std::vector<double> &wanted, const std::string &what) {
  ASSERT_EQ(y.size(), wanted.size());
  double error = 0, size = 0;
  for (size_t i = 0; i < y.size(); ++i) {
    error = std::max(error, std::abs(static_cast<double>(y[i]) - wanted[i]));
    size = std::max(size, std::abs(wanted[i]));
  }
  EXPECT_LE(error, 16 * static_cast<double>(std::numeric_limits<T>::epsilon()) * size) << what;
}

template <class T>
void check_complex(int64_t n, int64_t rows, Kind kind) {
  const auto x = random_numbers(2 * n * rows);
  std::vector<double> wanted;
  const auto given = narrowed<T>(x);
  for (int64_t r = 0; r < rows; ++r) {
    Line line;
    for (int64_t j = r * n; j < (r + 1) * n; ++j) {
      const auto i = static_cast<size_t>(2 * j);
      line.emplace_back(given[i], given[i + 1]);
    }
    for (Complex c : plain(line, kind == kForward ? -1 : 1)) wanted.push_back(c.real()), wanted.push_back(c.imag());
  }
  expect_near(call<T>(kind, {rows, n}, {rows, n}, {n}, given), wanted,
              std::to_string(rows) + " rows of " + std::to_string(n) + ", kind " + std::to_string(kind));
}

template <class T>
void check_real(int64_t n, int64_t rows) {
  const auto x = narrowed<T>(random_numbers(n * rows));
  const int64_t half = n / 2 + 1;
  std::vector<double> wanted;
  for (int64_t r = 0; r < rows; ++r) {
    Line line(x.begin() + r * n, x.begin() + (r + 1) * n);
    line = plain(line, -1);
    for (int64_t k = 0; k < half; ++k) {
      wanted.push_back(line[static_cast<size_t>(k)].real());
      wanted.push_back(line[static_cast<size_t>(k)].imag());
    }
  }
  const std::string what = std::to_string(rows) + " rows of " + std::to_string(n);
  auto y = call<T>(kFromReal, {rows, n}, {rows, half}, {n}, x);
  expect_near(y, wanted, what);
  // The way back ignores what cannot be imaginary.
  for (int64_t r = 0; r < rows; ++r) {
    y[static_cast<size_t>(2 * r * half + 1)] = 7;
    if (n % 2 == 0) y[static_cast<size_t>(2 * (r + 1) * half - 1)] = 7;
  }
  expect_near(call<T>(kToReal, {rows, half}, {rows, n}, {n}, y), std::vector<double>(x.begin(), x.end()),
              what + ", back");
}

TEST(Fft, OfEveryShortLength) {
  for (int64_t n = 1; n <= 130; ++n)
    for (int64_t rows : {1, 19}) {
      check_complex<float>(n, rows, kForward);
      check_complex<double>(n, rows, kInverse);
      check_real<float>(n, rows);
      check_real<double>(n, rows);
    }
}

TEST(Fft, OfLongLengths) {
  for (int64_t n : {500, 512, 1009, 1024, 1155, 2187}) {
    check_complex<float>(n, 1, kForward);
    check_complex<float>(n, 2, kInverse);
    check_complex<double>(n, 1, kForward);
    check_real<float>(n, 2);
    check_real<double>(n, 1);
  }
  for (int64_t n : {300, 512, 521}) check_complex<float>(n, 18, kForward);
}

// Along each of several dimensions, by plain sums over the others.
void check_dimensions(const std::vector<int64_t> &shape, size_t dimensions, Kind kind) {
  int64_t count = 1;
  for (int64_t n : shape) count *= n;
  const auto x = random_numbers(2 * count);
  Line values;
  for (size_t i = 0; i < x.size(); i += 2) values.emplace_back(x[i], x[i + 1]);
  int64_t inner = 1;
  for (size_t d = shape.size(); d-- > shape.size() - dimensions; inner *= shape[d])
    for (int64_t first = 0; first < count; ++first) {
      if (first / inner % shape[d] != 0) continue;
      Line line;
      for (int64_t j = 0; j < shape[d]; ++j) line.push_back(values[static_cast<size_t>(first + j * inner)]);
      line = plain(line, kind == kForward ? -1 : 1);
      for (int64_t j = 0; j < shape[d]; ++j)
        values[static_cast<size_t>(first + j * inner)] = line[static_cast<size_t>(j)];
    }
  std::vector<double> wanted;
  for (Complex c : values) wanted.push_back(c.real()), wanted.push_back(c.imag());
  const std::vector<int64_t> lengths(shape.end() - static_cast<std::ptrdiff_t>(dimensions), shape.end());
  expect_near(call<double>(kind, Shape(shape), Shape(shape), lengths, x), wanted, "dimensions");
}

TEST(Fft, OfSeveralDimensions) {
  check_dimensions({4, 6}, 2, kForward);
  check_dimensions({3, 70, 40}, 2, kForward);
  check_dimensions({5, 67, 3}, 2, kInverse);
  check_dimensions({7, 9, 20}, 3, kInverse);
  check_dimensions({2, 3, 17, 19}, 3, kForward);
  check_dimensions({131, 33}, 2, kForward);
}

TEST(Fft, OfRealNumbersInSeveralDimensionsAndBack) {
  const auto x = random_numbers(5 * 12 * 14);
  const auto y = call<double>(kFromReal, {5, 12, 14}, {5, 12, 8}, {5, 12, 14}, x);
  double sum = 0;
  for (double v : x) sum += v;
  EXPECT_NEAR(y[0], sum, 1e-12);
  expect_near(call<double>(kToReal, {5, 12, 8}, {5, 12, 14}, {5, 12, 14}, y), x, "back");
}

TEST(Fft, TheNumbersDoNotDependOnTheThreads) {
  ThreadPool &pool = ThreadPool::global();
  const int before = pool.threads();
  for (int64_t n : {1 << 16, 10007}) {
    const auto x = narrowed<float>(random_numbers(2 * n * 3));
    pool.set_threads(1);
    const auto one = call<float>(kForward, {3, n}, {3, n}, {n}, x);
    pool.set_threads(3);
    EXPECT_EQ(call<float>(kForward, {3, n}, {3, n}, {n}, x), one) << n;
  }
  pool.set_threads(before);
}

TEST(Fft, RefusesWhatDoesNotFit) {
  const std::vector<float> x(16);
  EXPECT_ANY_THROW(call<float>(kForward, {8}, {8}, {4}, x));
  EXPECT_ANY_THROW(call<float>(kFromReal, {8}, {4}, {8}, x));
  EXPECT_ANY_THROW(call<float>(kToReal, {5}, {8}, {10}, x));
  EXPECT_ANY_THROW(call<float>(kForward, {8}, {8}, {}, x));
  EXPECT_ANY_THROW(call<float>(kForward, {8}, {8}, {2, 2, 2}, x));
}

template <class T>
void check_kernels(const FftKernels<T> &kernels) {
  for (int64_t n : {1, 2, 3, 4, 5, 7, 8, 11, 60, 62, 64, 210, 512}) {
    const auto plan = fft_plan<T>(n);
    const auto x = narrowed<T>(random_numbers(2 * n * kernels.lanes));
    std::vector<T> first(x.size()), second(x.size()), y(x.size());
    T *const work[] = {first.data(), second.data()};
    kernels.load_rows(x.data(), 2 * n, kernels.lanes, n, T(1), work[1]);
    const T *result = kernels.transform(plan->passes.data(), static_cast<int64_t>(plan->passes.size()),
                                        {work[1], 2 * kernels.lanes}, {}, work);
    kernels.store_rows(result, n, T(1), T(1), y.data(), 2 * n, kernels.lanes);
    for (int64_t r = 0; r < kernels.lanes; ++r) {
      Line line;
      for (int64_t j = 0; j < n; ++j)
        line.emplace_back(x[static_cast<size_t>(2 * (r * n + j))], x[static_cast<size_t>(2 * (r * n + j) + 1)]);
      std::vector<double> wanted;
      for (Complex c : plain(line, -1)) wanted.push_back(c.real()), wanted.push_back(c.imag());
      expect_near(std::vector<T>(y.begin() + 2 * r * n, y.begin() + 2 * (r + 1) * n), wanted, std::to_string(n));
    }
  }
}

TEST(Fft, KernelsOfEachInstructionSetThatTheMachineHas) {
  check_kernels(fft_baseline::f32);
  check_kernels(fft_baseline::f64);
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
    check_kernels(fft_avx2::f32);
    check_kernels(fft_avx2::f64);
  }
  if (fft_kernels<float>().lanes == 16) {
    check_kernels(fft_avx512::f32);
    check_kernels(fft_avx512::f64);
  }
#endif
}

}  // namespace
}  // namespace fluxion::runtime
