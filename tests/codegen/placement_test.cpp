// Buffers in an arena: none overlaps another of its time, and little is lost to gaps.
#include "codegen/placement.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace {

using fluxion::codegen::Lifetime;
using fluxion::codegen::place;

int64_t live_at_once(const std::vector<Lifetime> &buffers) {
  int64_t most = 0;
  for (const Lifetime &at : buffers) {
    int64_t live = 0;
    for (const Lifetime &b : buffers)
      if (b.first <= at.first && at.first <= b.last) live += b.bytes;
    most = std::max(most, live);
  }
  return most;
}

void expect_apart(const std::vector<Lifetime> &buffers, int64_t arena) {
  for (const Lifetime &a : buffers) {
    EXPECT_GE(a.offset, 0);
    EXPECT_LE(a.offset + a.bytes, arena);
    for (const Lifetime &b : buffers) {
      const bool sameTime = a.first <= b.last && b.first <= a.last;
      const bool samePlace = a.offset < b.offset + b.bytes && b.offset < a.offset + a.bytes;
      EXPECT_TRUE(&a == &b || !sameTime || !samePlace);
    }
  }
}

std::vector<Lifetime> random_buffers(std::mt19937 &random, int count, int steps) {
  std::vector<Lifetime> buffers;
  for (int i = 0; i < count; ++i) {
    const int first = static_cast<int>(random() % static_cast<unsigned>(steps));
    const unsigned longest = random() % 8 == 0 ? static_cast<unsigned>(steps) : 8;
    const int last = std::min(steps - 1, first + static_cast<int>(random() % longest));
    buffers.push_back({static_cast<int64_t>(1 + random() % (random() % 4 ? 16 : 256)) * 64, first, last});
  }
  return buffers;
}

TEST(Placement, Nothing) {
  std::vector<Lifetime> none;
  EXPECT_EQ(place(none), 0);
}

TEST(Placement, BuffersOfOneTimeLieSideBySide) {
  std::vector<Lifetime> buffers{{64, 0, 5}, {128, 2, 2}, {192, 1, 3}, {64, 4, 9}};
  EXPECT_EQ(place(buffers), 384);
  expect_apart(buffers, 384);
}

TEST(Placement, RandomBuffersDoNotOverlapAndLoseLittle) {
  std::mt19937 random(1);
  double lost = 0;  // in shares, over all rounds
  for (int round = 0; round < 100; ++round) {
    std::vector<Lifetime> buffers = random_buffers(random, 20 + round * 4, 10 + round * 2);
    const int64_t arena = place(buffers), live = live_at_once(buffers);
    EXPECT_GE(arena, live);
    expect_apart(buffers, arena);
    EXPECT_LE(arena, live + live / 6) << "round " << round;
    lost += static_cast<double>(arena - live) / static_cast<double>(live);
  }
  EXPECT_LT(lost / 100, 0.05);
}

}  // namespace
