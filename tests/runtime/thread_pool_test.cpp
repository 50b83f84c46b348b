// The thread pool: every tile once, from any caller, and no deadlock.
#include "runtime/thread_pool.h"

#include <fluxion/error.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <numeric>
#include <set>
#include <thread>
#include <vector>

namespace fluxion::runtime {
namespace {

/// Runs a loop and says whether every tile ran exactly once.
bool covers(ThreadPool &pool, int64_t tiles, int64_t grain) {
  std::vector<std::atomic<int>> runs(static_cast<size_t>(tiles));
  pool.parallel(tiles, grain, [&](int64_t begin, int64_t end, int thread) {
    EXPECT_LT(begin, end);
    EXPECT_LT(thread, pool.threads());
    for (int64_t i = begin; i < end; ++i) runs[static_cast<size_t>(i)].fetch_add(1, std::memory_order_relaxed);
  });
  for (auto &n : runs) {
    if (n != 1) return false;
  }
  return true;
}

TEST(ThreadPool, RunsEveryTileOnce) {
  for (int threads : {1, 2, 3, 7}) {
    ThreadPool pool(threads);
    EXPECT_EQ(pool.threads(), threads);
    for (int64_t tiles : {0, 1, 2, 3, 5, 16, 100, 1001}) {
      for (int64_t grain : {0, 1, 2, 7, 2000}) EXPECT_TRUE(covers(pool, tiles, grain)) << tiles << " by " << grain;
    }
  }
}

// How many different threads a loop of many tiles has at most.
size_t widest(ThreadPool &pool) {
  std::mutex mutex;
  std::set<std::thread::id> seen;
  pool.parallel(64, 1, [&](int64_t, int64_t, int) {
    std::this_thread::sleep_for(std::chrono::microseconds(200));
    const std::lock_guard lock(mutex);
    seen.insert(std::this_thread::get_id());
  });
  return seen.size();
}

TEST(ThreadPool, ALimitHoldsForItsThreadAndItsLife) {
  ThreadPool pool(4);
  {
    const ThreadPool::Limit two(2);
    EXPECT_LE(widest(pool), 2U);
    EXPECT_TRUE(covers(pool, 100, 1));
    {
      const ThreadPool::Limit one(1), wider(3), none(0);  // an inner limit cannot widen an outer one
      EXPECT_EQ(widest(pool), 1U);
      EXPECT_TRUE(covers(pool, 100, 1));
    }
    EXPECT_LE(widest(pool), 2U);
    size_t elsewhere = 0;
    std::thread([&] { elsewhere = widest(pool); }).join();
    EXPECT_GT(elsewhere, 2U);
  }
  EXPECT_GT(widest(pool), 2U);
}

TEST(ThreadPool, ManyShortLoops) {
  ThreadPool pool(3);
  int64_t sum = 0;
  for (int i = 0; i < 20000; ++i) {
    std::atomic<int64_t> part{0};
    pool.parallel(8, 1, [&](int64_t begin, int64_t end, int) { part += end - begin; });
    sum += part;
  }
  EXPECT_EQ(sum, 160000);
}

TEST(ThreadPool, WakesSleepingWorkers) {
  ThreadPool pool(2);
  std::this_thread::sleep_for(std::chrono::milliseconds(5));
  std::set<int> threads;
  std::mutex mutex;
  for (int i = 0; i < 100 && threads.size() < 2; ++i) {
    pool.parallel(2, 1, [&](int64_t, int64_t, int thread) {
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
      const std::lock_guard lock(mutex);
      threads.insert(thread);
    });
  }
  EXPECT_EQ(threads.size(), 2u);
}

TEST(ThreadPool, ALoopInsideALoopRunsInline) {
  ThreadPool pool(3);
  std::atomic<int64_t> count{0};
  pool.parallel(10, 1, [&](int64_t begin, int64_t end, int) {
    for (int64_t i = begin; i < end; ++i) {
      const auto self = std::this_thread::get_id();
      pool.parallel(10, 1, [&](int64_t b, int64_t e, int thread) {
        EXPECT_EQ(std::this_thread::get_id(), self);
        EXPECT_EQ(thread, 0);
        count += e - b;
      });
    }
  });
  EXPECT_EQ(count, 100);
}

TEST(ThreadPool, ServesManyCallersAtOnce) {
  ThreadPool pool(2);
  std::vector<std::thread> callers;
  for (int c = 0; c < 4; ++c) {
    callers.emplace_back([&] {
      for (int i = 0; i < 500; ++i) EXPECT_TRUE(covers(pool, 33, 1));
    });
  }
  for (std::thread &caller : callers) caller.join();
}

TEST(ThreadPool, ChangesItsSizeWhileOthersUseIt) {
  ThreadPool pool(2);
  std::atomic<bool> stop{false};
  std::thread user([&] {
    while (!stop) {
      std::atomic<int64_t> count{0};
      pool.parallel(33, 1, [&](int64_t begin, int64_t end, int) { count += end - begin; });
      EXPECT_EQ(count, 33);
    }
  });
  for (int i = 0; i < 50; ++i) pool.set_threads(1 + i % 4);
  stop = true;
  user.join();
  EXPECT_EQ(pool.threads(), 2);
  EXPECT_THROW(pool.set_threads(0), Error);
}

TEST(ThreadPool, ThrowsWhatTheBodyThrowsAndStaysUsable) {
  ThreadPool pool(3);
  for (int i = 0; i < 100; ++i) {
    EXPECT_THROW(pool.parallel(100, 1,
                               [&](int64_t begin, int64_t, int) {
                                 if (begin >= 40) throw DeviceError("no");
                               }),
                 DeviceError);
    EXPECT_TRUE(covers(pool, 100, 1));
  }
  EXPECT_THROW(pool.parallel(4, 1, [&](int64_t, int64_t, int) { pool.set_threads(2); }), Error);
}

TEST(ThreadPool, TakesItsSizeFromTheEnvironment) {
  setenv("OMP_NUM_THREADS", "3,2", 1);
  unsetenv("FLUXION_THREADS");
  EXPECT_EQ(ThreadPool::default_threads(), 3);
  setenv("FLUXION_THREADS", "5", 1);
  EXPECT_EQ(ThreadPool::default_threads(), 5);
  setenv("FLUXION_THREADS", "-1", 1);
  EXPECT_EQ(ThreadPool::default_threads(), 3);
  unsetenv("OMP_NUM_THREADS");
  unsetenv("FLUXION_THREADS");
  EXPECT_GE(ThreadPool::default_threads(), 1);
}

#if !defined(__SANITIZE_THREAD__)
TEST(ThreadPool, AForkedChildMakesItsOwn) {
  ThreadPool::global().set_threads(2);
  EXPECT_TRUE(covers(ThreadPool::global(), 100, 1));
  const pid_t child = fork();
  if (child == 0) _exit(covers(ThreadPool::global(), 100, 1) ? 0 : 1);
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}
#endif

TEST(Scratch, StaysAndHasSlots) {
  auto *a = static_cast<char *>(thread_scratch(1000));
  EXPECT_EQ(reinterpret_cast<uintptr_t>(a) % 64, 0u);
  EXPECT_EQ(thread_scratch(500), a);
  EXPECT_NE(thread_scratch(500, ScratchSlot::panel_a), a);
  a = static_cast<char *>(thread_scratch(100'000));
  a[99'999] = 1;
  void *other = nullptr;
  std::thread([&] { other = thread_scratch(10); }).join();
  EXPECT_NE(other, a);
  EXPECT_NE(thread_scratch(0, ScratchSlot::tile), nullptr);
}

}  // namespace
}  // namespace fluxion::runtime
