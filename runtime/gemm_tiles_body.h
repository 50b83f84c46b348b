// Micro-kernels over tile registers, as AMX has them: eight registers of up to 16 rows of 64 bytes, and an instruction
// that multiplies two of them, C[16, 16] += A[16, 16 groups]·B[16 groups, 16], where a group is a pair of bf16 or four
// i8 along k. `Tiles` is who executes the instructions: the processor (gemm_kernels_amx.cpp), or a model of it by which
// tests run these kernels on machines that have no such registers (tests/runtime/tile_model.h).
#pragma once
#include <cstdint>

#include "runtime/gemm_kernels.h"
#include "runtime/unroll.h"

#ifndef FLUXION_INLINE
#define FLUXION_INLINE inline __attribute__((always_inline))
#endif

namespace fluxion::runtime {

/// The operand of LDTILECFG. A register of no rows may not be used.
struct TileConfig {
  uint8_t palette = 1, start_row = 0, reserved[14] = {};
  uint16_t bytes[16] = {};  // of a row
  uint8_t rows[16] = {};
};
static_assert(sizeof(TileConfig) == 64);

namespace tiles {

constexpr int kSide = 16;  // rows and columns of sums, and groups along k, in a register

// Registers: sums in the first ones, then whole blocks of A and B, then those of the last few steps of k.
enum : int { kA = 4, kB = 5, kLastA = 6, kLastB = 7 };

// Not a class template's member, so that no code that is compiled for AVX-512 has a name in other files.
using Row = int32_t __attribute__((vector_size(64)));

template <int...>
struct Lanes {};
using AllLanes = Lanes<0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15>;

// The blocks of `Distance` lanes of a and b that lie off the diagonal change places.
template <int Distance, int... I>
FLUXION_INLINE void exchange(Row &a, Row &b, Lanes<I...> /*all*/) {
  const Row low = __builtin_shufflevector(a, b, (I & Distance ? kSide + I - Distance : I)...);
  b = __builtin_shufflevector(a, b, (I & Distance ? kSide + I : I + Distance)...);
  a = low;
}

// rows[i][j] and rows[j][i] change places: blocks of 8, then 4, 2 and 1.
FLUXION_INLINE void transpose(Row *rows) {
  FLUXION_UNROLL
  for (int i = 0; i < 8; ++i) exchange<8>(rows[i], rows[i + 8], AllLanes());
  FLUXION_UNROLL
  for (int i = 0; i < kSide; ++i)
    if (!(i & 4)) exchange<4>(rows[i], rows[i + 4], AllLanes());
  FLUXION_UNROLL
  for (int i = 0; i < kSide; ++i)
    if (!(i & 2)) exchange<2>(rows[i], rows[i + 2], AllLanes());
  FLUXION_UNROLL
  for (int i = 0; i < kSide; ++i)
    if (!(i & 1)) exchange<1>(rows[i], rows[i + 1], AllLanes());
}

// A register of A has the groups of a row side by side. Where they do not lie so, which packed panels never do, they
// are brought into `block`: the price of a panel that is the same for all processors, beside Nt multiplications.
template <class Tiles, int Register>
FLUXION_INLINE void load_a(const int32_t *a, int64_t a_row, int64_t a_column, int64_t steps, Row *block) {
  if (a_column == 1) return Tiles::template load<Register>(a, a_row * 4);
  auto *to = reinterpret_cast<int32_t *>(block);
  if (a_row == 1) {
    for (int64_t p = 0; p < steps; ++p) __builtin_memcpy(&block[p], a + p * a_column, sizeof(Row));
    for (int64_t p = steps; p < kSide; ++p) block[p] = Row{};
    transpose(block);
  } else {
    for (int64_t i = 0; i < kSide; ++i)
      for (int64_t p = 0; p < steps; ++p) to[i * kSide + p] = a[i * a_row + p * a_column];
  }
  Tiles::template load<Register>(block, sizeof(Row));
}

template <class Tiles, int Nt, int J = 0>
FLUXION_INLINE void begin(const int32_t *c, int64_t c_row, bool accumulate) {
  if constexpr (J < Nt) {
    accumulate ? Tiles::template load<J>(c + J * kSide, c_row * 4) : Tiles::template zero<J>();
    begin<Tiles, Nt, J + 1>(c, c_row, accumulate);
  }
}

template <class Tiles, int Nt, int J = 0>
FLUXION_INLINE void finish(int32_t *c, int64_t c_row) {
  if constexpr (J < Nt) {
    Tiles::template store<J>(c + J * kSide, c_row * 4);
    finish<Tiles, Nt, J + 1>(c, c_row);
  }
}

template <class Tiles, int Nt, int A, int B, int J = 0>
FLUXION_INLINE void multiply(const int32_t *b, int64_t b_row) {
  if constexpr (J < Nt) {
    Tiles::template load<B>(b + J * kSide, b_row * 4);
    Tiles::template multiply<J, A, B>();
    multiply<Tiles, Nt, A, B, J + 1>(b, b_row);
  }
}

template <int Nt>
FLUXION_INLINE TileConfig config_for(int64_t last) {
  TileConfig config;
  auto whole = [&](int t) { config.rows[t] = kSide, config.bytes[t] = 64; };
  for (int t = 0; t < Nt; ++t) whole(t);
  whole(kA), whole(kB);
  if (last) {
    config.rows[kLastA] = kSide, config.bytes[kLastA] = static_cast<uint16_t>(4 * last);
    config.rows[kLastB] = static_cast<uint8_t>(last), config.bytes[kLastB] = 64;
  }
  return config;
}

/// A MicroKernelFunction of 16 rows and 16·Nt columns, Nt ≤ 4; elements of A and B are groups, k counts them.
template <class Tiles, int Nt>
void micro_kernel(const void *a, const void *b, void *c, int64_t k, int64_t a_row, int64_t a_column, int64_t b_row,
                  int64_t c_row, int64_t accumulate) {
  const auto *pa = static_cast<const int32_t *>(a), *pb = static_cast<const int32_t *>(b);
  auto *pc = static_cast<int32_t *>(c);
  Row block[kSide];
  const int64_t last = k % kSide;
  Tiles::configure(config_for<Nt>(last));
  begin<Tiles, Nt>(pc, c_row, accumulate != 0);
  for (int64_t p = 0; p + kSide <= k; p += kSide) {
    load_a<Tiles, kA>(pa + p * a_column, a_row, a_column, kSide, block);
    multiply<Tiles, Nt, kA, kB>(pb + p * b_row, b_row);
  }
  if (last) {
    load_a<Tiles, kLastA>(pa + (k - last) * a_column, a_row, a_column, last, block);
    multiply<Tiles, Nt, kLastA, kLastB>(pb + (k - last) * b_row, b_row);
  }
  finish<Tiles, Nt>(pc, c_row);
  Tiles::release();
}

template <class Tiles>
constexpr MicroKernels kernels() {
  return {{{micro_kernel<Tiles, 4>, kSide, 4 * kSide, 1},
           {micro_kernel<Tiles, 2>, kSide, 2 * kSide, 0.8},
           {micro_kernel<Tiles, 1>, kSide, kSide, 0.6}}};
}

/// Whether a kernel gives a small product of small whole numbers, which no order of sums can change: what a machine has
/// to get right before it is trusted with others. `group` is 2 for bf16, whose sums are f32, and 4 for i8.
[[maybe_unused]] static bool is_right(const MicroKernel &kernel, int group) {
  constexpr int kSteps = 19;
  uint32_t a[kSide * kSteps], b[kSteps * 4 * kSide];
  union Sum {
    float f;
    int32_t i;
  } c[kSide * 4 * kSide];
  auto number = [](int64_t x, int64_t p) { return static_cast<int>((x * 7 + p * 3) % 11) - 5; };
  // Small numbers are exact in bf16, the upper half of an f32.
  auto bits = [&](int n) {
    const auto f = static_cast<float>(n);
    uint32_t u = 0;
    __builtin_memcpy(&u, &f, sizeof u);
    return group == 2 ? u >> 16 : static_cast<uint32_t>(n) & 0xff;
  };
  auto fill = [&](uint32_t *to, int64_t lanes) {
    for (int64_t p = 0; p < kSteps; ++p)
      for (int64_t x = 0; x < lanes; ++x) {
        uint32_t all = 0;
        for (int h = 0; h < group; ++h) all |= bits(number(x, group * p + h)) << (32 / group * h);
        to[p * lanes + x] = all;
      }
  };
  fill(a, kernel.mr);
  fill(b, kernel.nr);
  for (int64_t i = 0; i < kernel.mr * kernel.nr; ++i) {
    if (group == 2)
      c[i].f = 1;
    else
      c[i].i = 1;
  }
  kernel.run(a, b, c, kSteps, 1, kernel.mr, kernel.nr, kernel.nr, 1);
  for (int64_t i = 0; i < kernel.mr; ++i)
    for (int64_t j = 0; j < kernel.nr; ++j) {
      int sum = 1;
      for (int64_t p = 0; p < group * kSteps; ++p) sum += number(i, p) * number(j, p);
      const Sum &got = c[i * kernel.nr + j];
      if (group == 2 ? got.f != static_cast<float>(sum) : got.i != sum) return false;
    }
  return true;
}

}  // namespace tiles
}  // namespace fluxion::runtime
