// Fork and join over one atomic word. The caller opens a loop, works itself, closes it and waits only for those workers
// that came in: one that was slow to wake finds the loop closed and costs nothing.
#include "runtime/thread_pool.h"

#include <fluxion/error.h>
#include <linux/futex.h>
#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <climits>
#include <cstdlib>
#include <string>
#include <system_error>

#include "runtime/cgroup.h"
#include "runtime/profile.h"

namespace fluxion::runtime {
namespace {

// state_: bit 0 open, bits 1 … 12 the workers inside, the rest counts the loops.
constexpr uint32_t kOpen = 1, kInside = 2, kInsideMask = 0xfffu << 1, kLoop = 1u << 13;
constexpr int kMostThreads = 4096;

uint32_t loop_number(uint32_t state) { return state / kLoop; }
bool anyone_inside(uint32_t state) { return (state & kInsideMask) != 0; }

thread_local bool inside_loop = false;
thread_local int most_threads = kMostThreads;  // of loops that this thread begins

void pause() {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#endif
}

/// Spins while `unchanged()` for about 30 µs, which covers the gap between two kernels; then gives up. With fewer
/// processors than threads it lets others run now and then.
template <class Unchanged>
bool spin(Unchanged unchanged) {
  const auto start = std::chrono::steady_clock::now();
  for (int i = 1;; ++i) {
    if (!unchanged()) return true;
    pause();
    if (i % 64 == 0) {
      if (std::chrono::steady_clock::now() - start > std::chrono::microseconds(30)) return false;
      if (i % 512 == 0) std::this_thread::yield();
    }
  }
}

void futex_wait(std::atomic<uint32_t> &word, uint32_t value) {
  syscall(SYS_futex, reinterpret_cast<uint32_t *>(&word), FUTEX_WAIT_PRIVATE, value, nullptr, nullptr, 0);
}
void futex_wake(std::atomic<uint32_t> &word, int threads) {
  syscall(SYS_futex, reinterpret_cast<uint32_t *>(&word), FUTEX_WAKE_PRIVATE, threads, nullptr, nullptr, 0);
}

int threads_from(const char *variable) {
  const char *text = std::getenv(variable);
  if (!text) return 0;
  const long n = std::strtol(text, nullptr, 10);  // OMP_NUM_THREADS may be a list, of which the first number counts
  return n >= 1 && n <= kMostThreads ? static_cast<int>(n) : 0;
}

std::atomic<ThreadPool *> global_pool{nullptr};
std::mutex global_mutex;

}  // namespace

ThreadPool::Limit::Limit(int most) : before_(most_threads) {
  if (most > 0) most_threads = std::min(most_threads, most);
}
ThreadPool::Limit::~Limit() { most_threads = before_; }

int ThreadPool::default_threads() {
  if (const int n = threads_from("FLUXION_THREADS")) return n;
  if (const int n = threads_from("OMP_NUM_THREADS")) return n;
  return std::min(usable_processors(), kMostThreads);
}

ThreadPool &ThreadPool::global() {
  if (ThreadPool *pool = global_pool.load(std::memory_order_acquire)) return *pool;
  const std::lock_guard lock(global_mutex);
  if (ThreadPool *pool = global_pool.load(std::memory_order_acquire)) return *pool;
  // A forked child has none of the threads: it forgets the pool and makes its own. Pools are never destroyed, because
  // arrays with static lifetime may still compute while the process ends.
  static const int registered = pthread_atfork([] { global_mutex.lock(); }, [] { global_mutex.unlock(); },
                                               [] {
                                                 global_pool.store(nullptr);
                                                 inside_loop = false;
                                                 global_mutex.unlock();
                                               });
  (void)registered;
  auto *pool = new ThreadPool(default_threads());
  global_pool.store(pool, std::memory_order_release);
  return *pool;
}

ThreadPool::ThreadPool(int threads) { start_workers(std::clamp(threads, 1, kMostThreads)); }

ThreadPool::~ThreadPool() { stop_workers(); }

void ThreadPool::set_threads(int n) {
  if (n < 1 || n > kMostThreads) {
    throw Error("set_threads: the number of threads must lie between 1 and " + std::to_string(kMostThreads) +
                ", and is " + std::to_string(n));
  }
  if (inside_loop) throw Error("set_threads: called inside a parallel loop");
  while (busy_.exchange(true, std::memory_order_acquire)) std::this_thread::yield();
  if (n != threads()) {
    stop_workers();
    start_workers(n);
  }
  busy_.store(false, std::memory_order_release);
}

void ThreadPool::start_workers(int threads) {
  const uint32_t seen = loop_number(state_.load());
  try {
    for (int i = 0; i + 1 < threads; ++i) workers_.emplace_back([this, i, seen] { worker(i, seen); });
  } catch (const std::system_error &) {
    // The system grants no more threads: go on with those there are.
  }
  threads_.store(static_cast<int>(workers_.size()) + 1, std::memory_order_relaxed);
}

void ThreadPool::stop_workers() {
  stopping_.store(true);
  state_.fetch_add(kLoop);
  futex_wake(state_, INT_MAX);
  for (std::thread &worker : workers_) worker.join();
  workers_.clear();
  stopping_.store(false);
}

bool ThreadPool::begin_loop() {
  return !inside_loop && most_threads > 1 && !busy_.load(std::memory_order_relaxed) &&
         !busy_.exchange(true, std::memory_order_acquire);
}

void ThreadPool::run_loop(int64_t tiles, int64_t grain, const Body &body) {
  // A thread more than there are grains would find nothing to do.
  const int64_t threads = std::min<int64_t>(std::min(this->threads(), most_threads), (tiles + grain - 1) / grain);
  loop_.body = &body;
  loop_.tiles = tiles;
  loop_.grain = grain;
  loop_.threads = threads;
  loop_.helpers = static_cast<int>(threads) - 1;
  loop_.next.store(0, std::memory_order_relaxed);
  loop_.error = nullptr;
  publish(loop_.helpers);
  work(0);
  wait_for_helpers();
  std::exception_ptr error = std::move(loop_.error);
  loop_.error = nullptr;
  busy_.store(false, std::memory_order_release);
  if (error) std::rethrow_exception(error);
}

/// The next range of tiles: a third of what would be left for each thread. Ranges shrink towards the end, which evens
/// out tiles of different cost and threads of different speed. Returns its begin; loop_.tiles if there is none.
int64_t ThreadPool::claim(int64_t *end) {
  int64_t begin = loop_.next.load(std::memory_order_relaxed);
  do {
    if (begin >= loop_.tiles) return loop_.tiles;
    const int64_t rest = loop_.tiles - begin;
    *end = begin + std::min(rest, std::max(loop_.grain, rest / (3 * loop_.threads)));
  } while (!loop_.next.compare_exchange_weak(begin, *end, std::memory_order_relaxed));
  return begin;
}

void ThreadPool::work(int thread) noexcept {
  inside_loop = true;
  const bool traced = thread > 0 && profile::active();  // the caller's share is the step's own event
  const int64_t start = traced ? profile::now() : 0;
  try {
    int64_t end = 0;
    for (int64_t begin; (begin = claim(&end)) < loop_.tiles;) (*loop_.body)(begin, end, thread);
  } catch (...) {
    loop_.next.store(loop_.tiles, std::memory_order_relaxed);
    const std::lock_guard lock(loop_.mutex);
    if (!loop_.error) loop_.error = std::current_exception();
  }
  if (traced) profile::record("share of a step", "thread", start);
  inside_loop = false;
}

void ThreadPool::publish(int helpers) {
  // Sequentially consistent, as are the loads in wait_for_change: either the worker sees the loop before it sleeps, or
  // we see the sleeper.
  state_.store((state_.load(std::memory_order_relaxed) & ~(kLoop - 1)) + kLoop + kOpen);
  if (sleepers_.load() > 0) futex_wake(state_, helpers);
}

void ThreadPool::wait_for_helpers() {
  uint32_t state = state_.fetch_and(~kOpen, std::memory_order_acq_rel) & ~kOpen;
  const auto unchanged = [&] { return anyone_inside(state = state_.load(std::memory_order_acquire)); };
  if (!unchanged() || spin(unchanged)) return;
  caller_sleeps_.store(true);
  while (anyone_inside(state = state_.load())) futex_wait(state_, state);
  caller_sleeps_.store(false, std::memory_order_relaxed);
}

bool ThreadPool::try_join(uint32_t state, int index) {
  const uint32_t number = loop_number(state);
  while ((state & kOpen) && loop_number(state) == number) {
    if (state_.compare_exchange_weak(state, state + kInside, std::memory_order_acq_rel)) {
      if (index < loop_.helpers) work(index + 1);
      if (!anyone_inside(state_.fetch_sub(kInside) - kInside) && caller_sleeps_.load()) futex_wake(state_, INT_MAX);
      return true;
    }
  }
  return false;
}

uint32_t ThreadPool::wait_for_change(uint32_t state) {
  uint32_t now = state;
  if (spin([&] { return (now = state_.load(std::memory_order_acquire)) == state; })) return now;
  sleepers_.fetch_add(1);
  while ((now = state_.load()) == state && !stopping_.load()) futex_wait(state_, state);
  sleepers_.fetch_sub(1);
  return now;
}

void ThreadPool::worker(int index, uint32_t seen) {
  // `seen` is the number of the last loop that is none of our business; the state may have moved on since the start.
  uint32_t state = state_.load(std::memory_order_acquire);
  while (!stopping_.load(std::memory_order_acquire)) {
    if ((state & kOpen) && loop_number(state) != seen) {
      seen = loop_number(state);
      try_join(state, index);
      state = state_.load(std::memory_order_acquire);
    } else {
      state = wait_for_change(state);
    }
  }
}

}  // namespace fluxion::runtime
