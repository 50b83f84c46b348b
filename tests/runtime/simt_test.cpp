// The simulated GPU: threads that meet, and those that do not.
#include "runtime/simt.h"

#include <fluxion/error.h>
#include <gtest/gtest.h>

#include <cstring>
#include <numeric>
#include <string>
#include <vector>

namespace fluxion::runtime::simt {
namespace {

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define FLUXION_FOLLOWS_STACKS  // sanitizers do not know that fibers change stacks
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define FLUXION_FOLLOWS_STACKS
#endif

class Simt : public testing::Test {
 protected:
  void SetUp() override {
#ifdef FLUXION_FOLLOWS_STACKS
    GTEST_SKIP() << "sanitizers do not follow fibers";
#endif
  }
};

// Each block reverses its part of an array by way of shared memory.
void reverse(void *const *buffers) {
  auto *data = static_cast<int32_t *>(buffers[0]) + block_number() * 64;
  auto *shared = static_cast<int32_t *>(shared_memory(16));
  shared[thread_number()] = data[thread_number()];
  barrier();
  data[thread_number()] = shared[63 - thread_number()];
}

TEST_F(Simt, ThreadsMeetAtBarriers) {
  std::vector<int32_t> data(64 * 5);
  std::iota(data.begin(), data.end(), 0);
  void *buffers[] = {data.data()};
  run_blocks(reverse, buffers, {64, 16 + 64 * 4}, 1, 4);
  for (int32_t i = 0; i < 64 * 5; ++i) {
    const int32_t block = i / 64, mirrored = block * 64 + 63 - i % 64;
    EXPECT_EQ(data[static_cast<size_t>(i)], block >= 1 && block < 4 ? mirrored : i);
  }
}

void sum_of_warp(void *const *buffers) {
  int32_t sum = thread_number();
  for (int32_t mask = 16; mask; mask /= 2) sum += shuffle_xor(sum, mask);
  static_cast<int32_t *>(buffers[0])[thread_number()] = sum;
}

TEST_F(Simt, LanesOfAWarpExchange) {
  std::vector<int32_t> sums(96);
  void *buffers[] = {sums.data()};
  run_blocks(sum_of_warp, buffers, {96, 0}, 0, 1);
  for (int32_t i = 0; i < 96; ++i) EXPECT_EQ(sums[static_cast<size_t>(i)], 31 * 32 / 2 + i / 32 * 32 * 32);
}

void read_shared(void *const *buffers) {
  std::memcpy(buffers[0], shared_memory(0), 4);
  std::memset(shared_memory(0), 0, 4);
}

TEST_F(Simt, SharedMemoryIsNotWhatTheLastBlockLeft) {
  int32_t word = 0;
  void *buffers[] = {&word};
  run_blocks(read_shared, buffers, {1, 4}, 0, 3);
  EXPECT_EQ(static_cast<uint32_t>(word), 0xCDCDCDCDu);
}

void miss_barrier(void *const *) {
  if (thread_number() < 5) barrier();
}
void miss_shuffle(void *const *) {
  if (thread_number() == 3)
    barrier();
  else
    shuffle_xor(1, 1);
}

std::string error_of(ThreadFunction function) {
  try {
    run_blocks(function, nullptr, {32, 0}, 7, 8);
  } catch (const DeviceError &error) {
    return error.what();
  }
  return "";
}

TEST_F(Simt, ThreadsThatDoNotMeetAreAnError) {
  EXPECT_EQ(error_of(miss_barrier),
            "simt: the threads of block 7 do not meet: 5 wait at a barrier, 0 for a shuffle, and 27 have ended");
  EXPECT_EQ(error_of(miss_shuffle),
            "simt: the threads of block 7 do not meet: 1 wait at a barrier, 31 for a shuffle, and 0 have ended");
}

}  // namespace
}  // namespace fluxion::runtime::simt
