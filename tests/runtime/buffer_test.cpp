// Buffers: shared memory, when it may be given away, and memory of other owners.
#include <fluxion/buffer.h>
#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "runtime/allocator.h"

namespace fluxion::runtime {
namespace {

TEST(Buffer, FreesItsMemoryWithTheLastHandle) {
  const int64_t live = memory_stats().live;
  {
    Buffer a(1000);
    EXPECT_EQ(a.bytes(), 1000);
    EXPECT_TRUE(a.unique());
    Buffer b = a;
    EXPECT_FALSE(a.unique());
    EXPECT_EQ(a.data(), b.data());
    a = Buffer();
    EXPECT_TRUE(b.unique());
    EXPECT_GT(memory_stats().live, live);
    Buffer c = std::move(b);
    EXPECT_FALSE(b);
    EXPECT_TRUE(c.unique());
  }
  EXPECT_EQ(memory_stats().live, live);
}

TEST(Buffer, ViewKeepsItsOwnerAndIsNeverUnique) {
  auto owner = std::make_shared<std::vector<float>>(4, 1.0f);
  std::weak_ptr<std::vector<float>> watch = owner;
  Buffer view(owner->data(), 16, owner);
  void *data = owner->data();
  owner.reset();
  EXPECT_FALSE(watch.expired());
  EXPECT_EQ(view.data(), data);
  EXPECT_FALSE(view.unique());
  view = Buffer();
  EXPECT_TRUE(watch.expired());
}

TEST(Buffer, DefaultHasNoMemory) {
  const Buffer none;
  EXPECT_FALSE(none);
  EXPECT_EQ(none.data(), nullptr);
  EXPECT_EQ(none.bytes(), 0);
  EXPECT_FALSE(none.unique());
  EXPECT_NE(Buffer(0).data(), nullptr);
}

TEST(Buffer, HandlesMayBeCopiedByManyThreads) {
  const int64_t live = memory_stats().live;
  {
    const Buffer shared(64);
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([shared] {
        for (int i = 0; i < 10000; ++i) {
          Buffer copy = shared;
          EXPECT_FALSE(copy.unique());
        }
      });
    }
    for (std::thread &thread : threads) thread.join();
  }
  EXPECT_EQ(memory_stats().live, live);
}

}  // namespace
}  // namespace fluxion::runtime
