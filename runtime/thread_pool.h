// The threads that share the tiles of a kernel. They live as long as the process; between loops they spin for a moment,
// since the next kernel usually follows at once, and then sleep.
#pragma once
#include <atomic>
#include <cstdint>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "runtime/function_ref.h"

namespace fluxion::runtime {

class ThreadPool {
 public:
  /// While it lives, loops that the calling thread begins have at most `most` threads; 0 changes nothing.
  class Limit {
   public:
    explicit Limit(int most);
    ~Limit();
    Limit(const Limit &) = delete;
    Limit &operator=(const Limit &) = delete;

   private:
    int before_;
  };

  /// begin, end: a range of tiles; thread: 0 for the caller, below threads(), different for ranges that run at the same
  /// time in one loop.
  using Body = FunctionRef<void(int64_t begin, int64_t end, int thread)>;

  /// The pool of this process, made on first use with default_threads() threads.
  static ThreadPool &global();
  /// FLUXION_THREADS, or OMP_NUM_THREADS, or the processors that this process may use.
  static int default_threads();

  explicit ThreadPool(int threads);
  ~ThreadPool();
  ThreadPool(const ThreadPool &) = delete;
  ThreadPool &operator=(const ThreadPool &) = delete;

  /// The threads of a loop, its caller included.
  int threads() const { return threads_.load(std::memory_order_relaxed); }
  /// Waits for a loop that runs. Error for n < 1, or inside a loop.
  void set_threads(int n);

  /// Calls `body` on ranges that cover [0, tiles), each of at least `grain` tiles (the last may be smaller), and
  /// returns when all are done. Which thread gets which range changes from run to run. Inside a loop, or while another
  /// caller's loop occupies the threads, it runs all tiles itself. What `body` throws is thrown here, once all threads
  /// are out of the loop; ranges not yet begun are then skipped.
  void parallel(int64_t tiles, int64_t grain, Body body) {
    if (tiles <= 0) return;
    if (tiles <= grain || threads() == 1 || !begin_loop()) return body(0, tiles, 0);
    run_loop(tiles, grain < 1 ? 1 : grain, body);
  }

 private:
  struct Loop {
    const Body *body = nullptr;
    int64_t tiles = 0, grain = 1, threads = 1;
    int helpers = 0;  // workers that may join
    alignas(64) std::atomic<int64_t> next{0};
    std::mutex mutex;
    std::exception_ptr error;
  };

  bool begin_loop();
  void run_loop(int64_t tiles, int64_t grain, const Body &body);
  void work(int thread) noexcept;
  int64_t claim(int64_t *end);
  void publish(int helpers);
  void wait_for_helpers();
  void start_workers(int threads);
  void stop_workers();
  void worker(int index, uint32_t seen);
  bool try_join(uint32_t state, int index);
  uint32_t wait_for_change(uint32_t state);

  // The word that all threads watch: whether a loop is open, how many workers are in it, and its number.
  alignas(64) std::atomic<uint32_t> state_{0};
  alignas(64) std::atomic<int> sleepers_{0};  // workers asleep on state_
  std::atomic<bool> caller_sleeps_{false};
  std::atomic<bool> busy_{false};  // a loop, or set_threads
  std::atomic<bool> stopping_{false};
  std::atomic<int> threads_{1};
  Loop loop_;
  std::vector<std::thread> workers_;
};

/// Memory of the calling thread that stays until the thread ends, at least `bytes` of it and aligned to 64. Each use
/// has a slot of its own, so that a product's packed panels survive the kernel that it calls; a second request for a
/// slot may move its memory.
enum class ScratchSlot : uint8_t { kernel, panel_a, panel_b, tile, library };
void *thread_scratch(int64_t bytes, ScratchSlot slot = ScratchSlot::kernel);

}  // namespace fluxion::runtime
