// Running sums, products, maxima and minima.
#include <fluxion/error.h>
#include <gtest/gtest.h>

#include <cmath>
#include <complex>
#include <numeric>

#include "runtime/library.h"

namespace fluxion::runtime {
namespace {

template <class T>
std::vector<T> cumulate(const std::vector<T> &x, Shape shape, int64_t dimension, bool reverse, int64_t kind) {
  std::vector<T> y(x.size());
  void *buffers[] = {const_cast<T *>(x.data()), y.data()};
  const ShapeDtype type{std::move(shape), dtype_of<T>}, types[] = {type, type};
  const int64_t attributes[] = {dimension, reverse, kind};
  cumulative(buffers, types, 2, attributes, 3);
  return y;
}

using Ints = std::vector<int32_t>;

TEST(Cumulative, GoesAlongAnyDimensionBothWays) {
  const Ints x = {1, 2, 3, 4, 5, 6};
  EXPECT_EQ(cumulate(x, {2, 3}, 1, false, 0), (Ints{1, 3, 6, 4, 9, 15}));
  EXPECT_EQ(cumulate(x, {2, 3}, 1, true, 0), (Ints{6, 5, 3, 15, 11, 6}));
  EXPECT_EQ(cumulate(x, {2, 3}, 0, false, 0), (Ints{1, 2, 3, 5, 7, 9}));
  EXPECT_EQ(cumulate(x, {2, 3}, 0, true, 1), (Ints{4, 10, 18, 4, 5, 6}));
  EXPECT_EQ(cumulate(Ints{3, 1, 4, 1, 5}, {5}, 0, false, 2), (Ints{3, 3, 4, 4, 5}));
  EXPECT_EQ(cumulate(Ints{3, 1, 4, 1, 5}, {5}, 0, true, 3), (Ints{1, 1, 1, 1, 5}));
  EXPECT_EQ(cumulate(Ints{}, {2, 0}, 1, false, 0), Ints{});
}

TEST(Cumulative, WideArraysGoByBlocks) {
  const int64_t rows = 50, columns = 700;
  std::vector<int64_t> x(static_cast<size_t>(3 * rows * columns));
  std::iota(x.begin(), x.end(), 0);
  const auto y = cumulate(x, {3, rows, columns}, 1, false, 0);
  for (int64_t outer = 0; outer < 3; ++outer) {
    for (int64_t column = 0; column < columns; ++column) {
      int64_t sum = 0;
      for (int64_t row = 0; row < rows; ++row) {
        const auto i = static_cast<size_t>((outer * rows + row) * columns + column);
        ASSERT_EQ(y[i], sum += x[i]);
      }
    }
  }
}

TEST(Cumulative, CombinesBits) {
  EXPECT_EQ(cumulate(Ints{6, 3, 9}, {3}, 0, false, 4), (Ints{6, 2, 0}));
  EXPECT_EQ(cumulate(Ints{6, 3, 9}, {3}, 0, false, 5), (Ints{6, 7, 15}));
  EXPECT_EQ(cumulate(Ints{6, 3, 9}, {3}, 0, true, 6), (Ints{12, 10, 9}));
  EXPECT_THROW(cumulate(std::vector<float>{1}, {1}, 0, false, 5), CompileError);
}

TEST(Cumulative, ZeroIsGreaterThanMinusZero) {
  EXPECT_FALSE(std::signbit(cumulate(std::vector<float>{-0.0f, 0.0f}, {2}, 0, false, 2)[1]));
  EXPECT_FALSE(std::signbit(cumulate(std::vector<float>{0.0f, -0.0f}, {2}, 0, false, 2)[1]));
  EXPECT_TRUE(std::signbit(cumulate(std::vector<float>{0.0f, -0.0f}, {2}, 0, false, 3)[1]));
}

TEST(Cumulative, IntegersWrapAround) {
  EXPECT_EQ(cumulate(std::vector<int8_t>{100, 100}, {2}, 0, false, 0)[1], static_cast<int8_t>(200));
  EXPECT_EQ(cumulate(std::vector<int64_t>{INT64_MAX, 1}, {2}, 0, false, 0)[1], INT64_MIN);
  EXPECT_EQ(cumulate(std::vector<uint16_t>{0xffff, 0xffff}, {2}, 0, false, 1)[1], 1);
}

TEST(Cumulative, SmallFloatsAreSummedInF32) {
  const std::vector<bfloat16> x(1000, bfloat16(1.0f));
  const auto y = cumulate(x, {1000}, 0, false, 0);
  EXPECT_EQ(static_cast<float>(y[999]), 1000.0f);  // summed in bf16 it would stop at 256
}

TEST(Cumulative, NaNStays) {
  const float nan = std::nanf("");
  for (int64_t kind : {2, 3}) {
    const auto y = cumulate(std::vector<float>{1, nan, 2}, {3}, 0, false, kind);
    EXPECT_EQ(y[0], 1);
    EXPECT_TRUE(std::isnan(y[1]) && std::isnan(y[2]));
  }
}

TEST(Cumulative, ComplexNumbersAndBools) {
  using C = std::complex<float>;
  const auto y = cumulate(std::vector<C>{{0, 1}, {0, 1}}, {2}, 0, false, 1);
  EXPECT_EQ(y[1], C(-1, 0));
  const auto z = cumulate(std::vector<C>{{1, 2}, {1, 3}, {0, 9}}, {3}, 0, false, 2);
  EXPECT_EQ(z[2], C(1, 3));
  bool in[] = {false, true, false}, out[3];
  void *buffers[] = {in, out};
  const ShapeDtype types[] = {{{3}, bool_}, {{3}, bool_}};
  const int64_t any[] = {0, 0, 2}, all[] = {0, 1, 3};
  cumulative(buffers, types, 2, any, 3);
  EXPECT_TRUE(!out[0] && out[1] && out[2]);
  cumulative(buffers, types, 2, all, 3);
  EXPECT_TRUE(!out[0] && !out[1] && !out[2]);
}

TEST(Library, RefusesWhatDoesNotFit) {
  const ShapeDtype types[] = {{{3}, f32}, {{4}, f32}};
  const int64_t attributes[] = {0, 0, 0}, beyond[] = {1, 0, 0};
  EXPECT_THROW(cumulative(nullptr, types, 2, attributes, 3), CompileError);
  const ShapeDtype same[] = {{{3}, f32}, {{3}, f32}};
  EXPECT_THROW(cumulative(nullptr, same, 2, beyond, 3), CompileError);
  EXPECT_THROW(cumulative(nullptr, same, 2, attributes, 2), CompileError);
  EXPECT_THROW(sort(nullptr, same, 2, attributes, 3), CompileError);
  EXPECT_THROW(top_k(nullptr, same, 2, attributes, 3), CompileError);
}

}  // namespace
}  // namespace fluxion::runtime
