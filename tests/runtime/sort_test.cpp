// sort and top_k against a stable sort by comparisons, for all dtypes and at the edges of floats.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <memory>
#include <numeric>
#include <random>

#include "runtime/library.h"
#include "runtime/sort_keys.h"

namespace fluxion::runtime {
namespace {

constexpr DType kAll[] = {bool_, i8,   i16, i32, i64, u8,   u16,      u32,   u64,
                          f16,   bf16, f32, f64, c64, c128, f8e4m3fn, f8e5m2};

template <class T>
T from_int(int value) {
  if constexpr (std::is_same_v<T, bool>)
    return value > 0;
  else if constexpr (std::is_same_v<T, std::complex<float>>)
    return {static_cast<float>(value / 4), static_cast<float>(value % 4)};
  else if constexpr (std::is_same_v<T, std::complex<double>>)
    return {static_cast<double>(value / 4), static_cast<double>(value % 4)};
  else if constexpr (std::is_unsigned_v<T>)
    return static_cast<T>(value + 64);
  else
    return static_cast<T>(static_cast<float>(value));
}

template <class T>
std::vector<T> random_values(int64_t n) {
  std::mt19937 random(7);
  std::vector<T> values;
  for (int64_t i = 0; i < n; ++i) values.push_back(from_int<T>(static_cast<int>(random() % 120) - 60));
  return values;
}

// std::vector<bool> has no data().
template <class T>
struct Storage {
  explicit Storage(const std::vector<T> &values) : data(new T[values.size() + 1]) {
    for (size_t i = 0; i < values.size(); ++i) data[i] = values[i];
  }
  std::unique_ptr<T[]> data;
};

// Written without keys: the order as the specification says it.
template <class T>
bool less(T a, T b) {
  if constexpr (std::is_same_v<T, std::complex<float>> || std::is_same_v<T, std::complex<double>>) {
    return a.real() != b.real() ? a.real() < b.real() : a.imag() < b.imag();
  } else {
    return a < b;
  }
}

template <class T>
void check_sort(Shape shape, int64_t dimension, bool descending) {
  const ShapeDtype type{shape, dtype_of<T>}, positions{shape, i32};
  const auto values = random_values<T>(shape.count());
  Storage<T> in(values), out(values);
  std::vector<int32_t> numbers(values.size()), order(values.size());
  std::iota(numbers.begin(), numbers.end(), 0);
  void *buffers[] = {in.data.get(), numbers.data(), out.data.get(), order.data()};
  const ShapeDtype types[] = {type, positions, type, positions};
  const int64_t attributes[] = {dimension, 1, descending, 2};
  sort(buffers, types, 4, attributes, 4);
  int64_t inner = 1;
  for (int64_t i = dimension + 1; i < shape.ndim(); ++i) inner *= shape[i];
  const int64_t n = shape[dimension];
  for (int64_t line = 0; n > 0 && line < shape.count() / n; ++line) {
    const int64_t begin = line / inner * n * inner + line % inner;
    std::vector<int32_t> expected;
    for (int64_t i = 0; i < n; ++i) expected.push_back(static_cast<int32_t>(begin + i * inner));
    std::sort(expected.begin(), expected.end(), [&](int32_t a, int32_t b) {
      const T x = values[static_cast<size_t>(a)], y = values[static_cast<size_t>(b)];
      return less(x, y) ? !descending : less(y, x) ? descending : a < b;
    });
    for (int64_t i = 0; i < n; ++i) {
      const int64_t at = begin + i * inner, from = expected[static_cast<size_t>(i)];
      ASSERT_EQ(order[static_cast<size_t>(at)], from) << to_string(type) << " line " << line << " at " << i;
      ASSERT_EQ(out.data[static_cast<size_t>(at)], values[static_cast<size_t>(from)]);
    }
  }
}

TEST(Sort, AgreesWithStableSortForEveryDtype) {
  for (DType dtype : kAll) {
    visit_dtype(dtype, [](auto zero) {
      using T = decltype(zero);
      for (bool descending : {false, true}) {
        check_sort<T>({3, 5, 4}, 1, descending);
        check_sort<T>({2, 17}, 1, descending);
        check_sort<T>({3000}, 0, descending);  // long enough for the radix sort
        check_sort<T>({300, 3}, 0, descending);
        check_sort<T>({2, 0, 3}, 1, descending);
        check_sort<T>({1}, 0, descending);
      }
    });
  }
}

TEST(Sort, NaNIsGreatestAndZerosAreEqual) {
  const float nan = std::nanf(""), inf = std::numeric_limits<float>::infinity();
  float in[] = {nan, 0.0f, -1, -0.0f, inf, -nan, -inf, 0.0f}, out[8];
  void *buffers[] = {in, out};
  const ShapeDtype types[] = {{{8}, f32}, {{8}, f32}};
  const int64_t ascending[] = {0, 1, 0, 1}, descending[] = {0, 1, 1, 1};
  sort(buffers, types, 2, ascending, 4);
  EXPECT_EQ(out[0], -inf);
  EXPECT_EQ(out[1], -1);
  EXPECT_FALSE(std::signbit(out[2]));  // 0, -0, 0 in their old order
  EXPECT_TRUE(std::signbit(out[3]));
  EXPECT_FALSE(std::signbit(out[4]));
  EXPECT_EQ(out[5], inf);
  EXPECT_TRUE(std::isnan(out[6]) && std::isnan(out[7]));
  sort(buffers, types, 2, descending, 4);
  EXPECT_TRUE(std::isnan(out[0]) && std::isnan(out[1]));
  EXPECT_EQ(out[2], inf);
  EXPECT_EQ(out[7], -inf);
}

TEST(SortKeys, OrderEveryHalfAsItsValue) {
  for (uint32_t a = 0; a < 65536; a += 1) {
    float16 x, y;
    x.bits = static_cast<uint16_t>(a);
    y.bits = static_cast<uint16_t>(a * 40503u);
    const float fx = x, fy = y;
    if (std::isnan(fx) || std::isnan(fy)) continue;
    EXPECT_EQ(sort_key(x) < sort_key(y), fx < fy) << fx << " " << fy;
    EXPECT_EQ(sort_key(fx) < sort_key(fy), fx < fy);
    EXPECT_EQ(sort_key(double{fx}) < sort_key(double{fy}), fx < fy);
  }
  EXPECT_LT(sort_key(std::numeric_limits<int64_t>::min()), sort_key(int64_t{-1}));
  EXPECT_LT(sort_key(int8_t{-1}), sort_key(int8_t{0}));
}

TEST(TopK, TakesTheGreatestAndOfEqualOnesTheFirst) {
  float x[] = {1, 5, 5, 2, 0, 5, /**/ -1, std::nanf(""), 3, -7, 3, -2};
  float values[6];
  int32_t indices[6];
  void *buffers[] = {x, values, indices};
  const ShapeDtype types[] = {{{2, 6}, f32}, {{2, 3}, f32}, {{2, 3}, i32}};
  top_k(buffers, types, 3, nullptr, 0);
  EXPECT_EQ((std::vector<int32_t>(indices, indices + 6)), (std::vector<int32_t>{1, 2, 5, 1, 2, 4}));
  EXPECT_EQ(values[2], 5);
  EXPECT_TRUE(std::isnan(values[3]));
  EXPECT_EQ(values[5], 3);
}

TEST(TopK, AgreesWithSortForEveryDtypeAndSize) {
  for (DType dtype : kAll) {
    visit_dtype(dtype, [](auto zero) {
      using T = decltype(zero);
      const int64_t n = 500;
      const auto x = random_values<T>(n);
      Storage<T> in(x), values(x), sorted(x);
      const ShapeDtype type{{n}, dtype_of<T>};
      void *sort_buffers[] = {in.data.get(), sorted.data.get()};
      const ShapeDtype sort_types[] = {type, type};
      const int64_t descending[] = {0, 1, 1, 1};
      sort(sort_buffers, sort_types, 2, descending, 4);
      for (int64_t k : {0, 1, 7, 499, 500}) {
        std::vector<int32_t> indices(static_cast<size_t>(k) + 1);
        void *buffers[] = {in.data.get(), values.data.get(), indices.data()};
        const ShapeDtype types[] = {type, {{k}, dtype_of<T>}, {{k}, i32}};
        top_k(buffers, types, 3, nullptr, 0);
        for (int64_t i = 0; i < k; ++i) {
          ASSERT_EQ(values.data[i], sorted.data[i]) << name(dtype_of<T>) << " " << i;
          ASSERT_EQ(x[static_cast<size_t>(indices[static_cast<size_t>(i)])], values.data[i]);
        }
      }
    });
  }
}

}  // namespace
}  // namespace fluxion::runtime
