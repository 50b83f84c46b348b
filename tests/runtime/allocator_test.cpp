// The caching allocator: alignment, reuse, bounds, statistics and what happens when memory cannot be had.
#include "runtime/allocator.h"

#include <fluxion/error.h>
#include <gtest/gtest.h>

#include <cstring>
#include <random>
#include <thread>
#include <vector>

#include "runtime/size_class.h"
#include "runtime/system_memory.h"

namespace fluxion::runtime {
namespace {

TEST(SizeClass, HoldsTheRequestAndWastesAtMostAnEighth) {
  int previous = -1;
  for (int64_t bytes = 0; bytes < 300'000; bytes += bytes < 5000 ? 1 : 97) {
    const SizeClass size = size_class(bytes);
    EXPECT_GE(size.bytes, bytes);
    EXPECT_EQ(size.bytes % kAlignment, 0);
    if (bytes > 8 * kAlignment) {
      EXPECT_LE(size.bytes, bytes + bytes / 8 + 1);
    }
    EXPECT_GE(size.index, previous);
    previous = size.index;
    EXPECT_EQ(size_class(size.bytes).index, size.index);
    EXPECT_EQ(size_class(size.bytes).bytes, size.bytes);
  }
  for (int shift = 9; shift < 46; ++shift) {
    EXPECT_EQ(size_class((int64_t{1} << shift) + 1).index, size_class(int64_t{1} << shift).index + 1);
    EXPECT_EQ(size_class(int64_t{1} << shift).bytes, int64_t{1} << shift);
  }
  EXPECT_EQ(size_class(kLargestRequest).index + 1, kSizeClasses);
}

TEST(Allocator, AlignsEverySize) {
  for (int64_t bytes :
       {int64_t{0}, int64_t{1}, int64_t{64}, int64_t{1000}, int64_t{100'000}, kHugePage, 3 * kHugePage + 5}) {
    void *data = allocate(bytes);
    ASSERT_NE(data, nullptr);
    EXPECT_EQ(reinterpret_cast<uintptr_t>(data) % 64, 0u);
    if (bytes >= kHugePage) {
      EXPECT_EQ(reinterpret_cast<uintptr_t>(data) % kHugePage, 0u);
    }
    std::memset(data, 0xab, static_cast<size_t>(bytes));
    deallocate(data, bytes);
  }
}

TEST(Allocator, GivesAFreedBlockOutAgain) {
  for (int64_t bytes : {int64_t{8}, int64_t{5000}, int64_t{300'000}, int64_t{5} << 20}) {
    void *first = allocate(bytes);
    deallocate(first, bytes);
    void *second = allocate(bytes);
    EXPECT_EQ(first, second);
    deallocate(second, bytes);
  }
}

TEST(Allocator, CountsLivePeakAndCached) {
  trim();
  const MemoryStats before = memory_stats();
  reset_peak();
  const int64_t bytes = int64_t{4} << 20;
  void *a = allocate(bytes), *b = allocate(bytes);
  EXPECT_EQ(memory_stats().live, before.live + 2 * bytes);
  deallocate(a, bytes);
  deallocate(b, bytes);
  const MemoryStats after = memory_stats();
  EXPECT_EQ(after.live, before.live);
  EXPECT_EQ(after.peak, before.live + 2 * bytes);
  EXPECT_GE(after.cached, before.cached + 2 * bytes);
  EXPECT_GE(trim(), 2 * bytes);
  EXPECT_LT(memory_stats().cached, bytes);
}

TEST(Allocator, LetsTheOldestGoBeyondTheLimit) {
  const int64_t bytes = int64_t{4} << 20, limit = memory_stats().cache_limit;
  trim();
  set_cache_limit(2 * bytes);
  void *blocks[4];
  for (void *&block : blocks) block = allocate(bytes);
  for (void *block : blocks) deallocate(block, bytes);
  EXPECT_LE(memory_stats().cached, 2 * bytes + (int64_t{1} << 20));
  void *again = allocate(bytes);
  EXPECT_EQ(again, blocks[3]);
  deallocate(again, bytes);
  set_cache_limit(limit);
}

TEST(Allocator, RefusesAbsurdSizesAndStaysUsable) {
  EXPECT_THROW((void)allocate(-1), DeviceError);
  EXPECT_THROW((void)allocate(INT64_MAX), DeviceError);
  EXPECT_THROW((void)allocate(INT64_MIN), DeviceError);
  try {
    (void)allocate(int64_t{1} << 45);
    FAIL() << "32 TiB were granted";
  } catch (const DeviceError &error) {
    EXPECT_NE(std::string(error.what()).find("cannot allocate 32.0 TiB"), std::string::npos) << error.what();
  }
  void *data = allocate(100);
  deallocate(data, 100);
}

TEST(Allocator, ManyThreadsAllocateFillAndHandOn) {
  const int64_t live = memory_stats().live;
  std::vector<std::pair<unsigned char *, int64_t>> handed[4];
  auto work = [&](int id) {
    std::mt19937 random(static_cast<unsigned>(id));
    std::vector<std::pair<unsigned char *, int64_t>> mine;
    for (int i = 0; i < 4000; ++i) {
      const int64_t bytes = 1 + static_cast<int64_t>(random() % (i % 50 == 0 ? 500'000 : 4000));
      auto *data = static_cast<unsigned char *>(allocate(bytes));
      data[0] = data[bytes - 1] = static_cast<unsigned char>(id);
      mine.emplace_back(data, bytes);
      if (mine.size() > 50) {
        std::swap(mine[random() % mine.size()], mine.back());
        const auto [old, size] = mine.back();
        EXPECT_EQ(old[0], id);
        EXPECT_EQ(old[size - 1], id);
        deallocate(old, size);
        mine.pop_back();
      }
    }
    handed[id] = std::move(mine);
  };
  std::vector<std::thread> threads;
  for (int id = 0; id < 4; ++id) threads.emplace_back(work, id);
  for (std::thread &thread : threads) thread.join();
  for (auto &blocks : handed) {
    for (auto [data, bytes] : blocks) deallocate(data, bytes);
  }
  EXPECT_EQ(memory_stats().live, live);
}

TEST(FormatBytes, ReadsWell) {
  EXPECT_EQ(format_bytes(0), "0 bytes");
  EXPECT_EQ(format_bytes(1536), "1.5 KiB");
  EXPECT_EQ(format_bytes(int64_t{3} << 30), "3.0 GiB");
}

}  // namespace
}  // namespace fluxion::runtime
