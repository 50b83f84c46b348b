// Tile registers as Intel's manual describes them (Software Developer's Manual, volume 2, TDPBF16PS and its kin), for
// machines that have none: the same results to the bit, and a failure of the test where the processor would stop.
#pragma once
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

#include "runtime/gemm_tiles_body.h"

namespace fluxion::runtime {

struct TileModel {
  struct State {
    TileConfig config;
    bool configured = false;
    alignas(64) unsigned char data[8][16][64] = {};
  };
  static State &state() {
    thread_local State s;
    return s;
  }

  // Registers are zero after that.
  static void configure(const TileConfig &config) {
    EXPECT_EQ(config.palette, 1);
    for (int t = 0; t < 8; ++t) {
      EXPECT_LE(config.rows[t], 16);
      EXPECT_LE(config.bytes[t], 64);
      EXPECT_EQ(config.rows[t] == 0, config.bytes[t] == 0);
    }
    state() = State();
    state().config = config;
    state().configured = true;
  }
  static void release() {
    use(0);
    state().configured = false;
  }

  template <int T>
  static void zero() {
    use(T);
    std::memset(state().data[T], 0, sizeof state().data[T]);
  }
  template <int T>
  static void load(const void *from, int64_t stride) {
    zero<T>();
    for (int r = 0; r < state().config.rows[T]; ++r)
      std::memcpy(state().data[T][r], static_cast<const char *>(from) + r * stride, state().config.bytes[T]);
  }
  template <int T>
  static void store(void *to, int64_t stride) {
    use(T);
    for (int r = 0; r < state().config.rows[T]; ++r)
      std::memcpy(static_cast<char *>(to) + r * stride, state().data[T][r], state().config.bytes[T]);
  }

  // Shapes that fit: C[m, n] += A[m, k]·B[k, n].
  static void expect_product(int c, int a, int b) {
    use(c), use(a), use(b);
    const TileConfig &f = state().config;
    EXPECT_EQ(f.rows[c], f.rows[a]);
    EXPECT_EQ(f.bytes[c], f.bytes[b]);
    EXPECT_EQ(f.bytes[a], 4 * f.rows[b]);
    EXPECT_TRUE(c != a && c != b && a != b);
  }
  // Sets each element of C to what `sum` makes of its row, its column and what was there.
  template <class T, int C, int A, int B, class Sum>
  static void each_sum(const Sum &sum) {
    expect_product(C, A, B);
    for (int m = 0; m < state().config.rows[C]; ++m)
      for (int n = 0; n < state().config.bytes[C] / 4; ++n) set(C, m, n, sum(m, n, element<T>(C, m, n)));
  }
  static int steps(int a) { return state().config.bytes[a] / 4; }  // of k
  static void use(int t) {
    EXPECT_TRUE(state().configured && state().config.rows[t] != 0) << "register " << t << " is not configured";
  }
  template <class T>
  static T element(int t, int row, int column) {
    T value;
    std::memcpy(&value, state().data[t][row] + static_cast<size_t>(column) * sizeof(T), sizeof(T));
    return value;
  }
  template <class T>
  static void set(int t, int row, int column, T value) {
    std::memcpy(state().data[t][row] + static_cast<size_t>(column) * sizeof(T), &value, sizeof(T));
  }
};

struct ModelBf16 : TileModel {
  // Subnormal numbers are zeros, of operands and of results.
  static float flushed(float x) { return std::fpclassify(x) == FP_SUBNORMAL ? std::copysign(0.f, x) : x; }
  static float number(int t, int row, int column) {
    const uint32_t bits = uint32_t{element<uint16_t>(t, row, column)} << 16;
    float value;
    std::memcpy(&value, &bits, sizeof value);
    return flushed(value);
  }
  // The even steps of k and the odd ones are added up apart, each by one rounding; then both, and then what was there.
  template <int C, int A, int B>
  static void multiply() {
    each_sum<float, C, A, B>([](int m, int n, float before) {
      float sums[2] = {0, 0};
      for (int k = 0; k < steps(A); ++k)
        for (int h = 0; h < 2; ++h)
          sums[h] = flushed(std::fma(number(A, m, 2 * k + h), number(B, k, 2 * n + h), sums[h]));
      const float both = flushed(sums[0] + sums[1]);
      return flushed(flushed(before) + both);
    });
  }
};

struct ModelI8 : TileModel {
  template <int C, int A, int B>
  static void multiply() {
    each_sum<uint32_t, C, A, B>([](int m, int n, uint32_t sum) {  // wraps around
      for (int k = 0; k < steps(A); ++k)
        for (int h = 0; h < 4; ++h)
          sum += static_cast<uint32_t>(element<int8_t>(A, m, 4 * k + h) * element<int8_t>(B, k, 4 * n + h));
      return sum;
    });
  }
};

}  // namespace fluxion::runtime
