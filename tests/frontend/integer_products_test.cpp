// Products of integers, compiled, against sums one after the other: bytes have instructions of their own, the others
// become products of floats or sums of products.
#include <fluxion/fluxion.h>

#include <gtest/gtest.h>

namespace fx = fluxion;

namespace {

/// lhs [2, m, k] · rhs [2, k, n] with sums of type `Sum`, wrapping around, of numbers over the whole range of their
/// types.
template <class L, class R, class Sum>
void expect_products(int64_t m, int64_t k, int64_t n) {
  constexpr auto kInteger = fx::dtype_of<int64_t>;
  const auto numbers = [](uint64_t seed, const fx::Shape &shape, fx::DType type) {
    return fx::random::randint(fx::random::key(seed), shape, -40000, 40000, kInteger).astype(type);
  };
  const fx::Array a = numbers(1, {2, m, k}, fx::dtype_of<L>), b = numbers(2, {2, k, n}, fx::dtype_of<R>);
  const fx::DotDimensions rows_by_columns{{2}, {1}, {0}, {0}};
  const auto product = fx::jit([rows_by_columns](const fx::Array &x, const fx::Array &y) {
    const fx::Array sums = fx::dot_general(x, y, rows_by_columns, fx::dtype_of<Sum>);
    return std::pair(sums, sums.astype(fx::f32) * 0.125f + 1.0f);
  });
  const auto [sums, scaled] = product(a, b);
  const auto x = a.to_vector<L>();
  const auto y = b.to_vector<R>();
  const auto got = sums.template to_vector<Sum>();
  const auto floats = scaled.template to_vector<float>();
  for (int64_t e = 0; e < 2 * m * n; ++e) {
    const int64_t batch = e / (m * n), i = e / n % m, j = e % n;
    uint64_t sum = 0;
    for (int64_t p = 0; p < k; ++p)
      sum += static_cast<uint64_t>(static_cast<int64_t>(x[(batch * m + i) * k + p])) *
             static_cast<uint64_t>(static_cast<int64_t>(y[(batch * k + p) * n + j]));
    ASSERT_EQ(got[e], static_cast<Sum>(sum)) << m << "x" << k << "x" << n << " at " << e;
    ASSERT_EQ(floats[e], static_cast<float>(got[e]) * 0.125f + 1.0f);
  }
}

TEST(IntegerProducts, OfBytes) {
  for (const auto &[m, k, n] : {std::array<int64_t, 3>{3, 4, 5}, {33, 128, 70}, {33, 131, 70}, {1, 256, 40}, {7, 0, 3}})
    expect_products<int8_t, int8_t, int32_t>(m, k, n);
  expect_products<int8_t, int8_t, int8_t>(20, 64, 33);
  expect_products<int8_t, int8_t, int64_t>(20, 64, 33);
  expect_products<int8_t, int8_t, uint16_t>(20, 64, 33);
}

TEST(IntegerProducts, OfOtherWidths) {
  expect_products<uint8_t, uint8_t, int32_t>(20, 64, 33);
  expect_products<uint8_t, uint8_t, uint8_t>(20, 1500, 33);
  expect_products<int16_t, int16_t, int32_t>(20, 64, 33);
  expect_products<int32_t, int32_t, int32_t>(9, 40, 10);
  expect_products<int64_t, int64_t, int64_t>(9, 40, 10);
  expect_products<uint32_t, uint32_t, uint32_t>(9, 40, 10);
}

}  // namespace
