// allocate and deallocate: the thread's own store, the shared store, then the system. Nothing here is ever destroyed,
// since arrays with static lifetime are freed after every destructor of ours would have run.
#include "runtime/allocator.h"

#include <fluxion/error.h>
#include <fmt/format.h>
#include <pthread.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>

#include "runtime/block_cache.h"
#include "runtime/cgroup.h"
#include "runtime/system_memory.h"

namespace fluxion::runtime {
namespace {

struct Heap {
  const int64_t usable = usable_memory();
  BlockCache cache{initial_limit()};
  // `reserved` counts what came from the system; what of it is not live is cached.
  alignas(64) std::atomic<int64_t> live{0}, peak{0};
  alignas(64) std::atomic<int64_t> reserved{0};

  int64_t initial_limit() const {
    const char *text = std::getenv("FLUXION_MEMORY_CACHE");
    char *end = nullptr;
    const long long bytes = text ? std::strtoll(text, &end, 10) : -1;
    return bytes >= 0 && end != text && *end == '\0' ? bytes : usable / 4;
  }
};

Heap &heap();

Heap *make_heap() {
  auto *made = new Heap;
  pthread_atfork([] { heap().cache.lock(); }, [] { heap().cache.unlock(); }, [] { heap().cache.unlock(); });
  return made;
}

Heap &heap() {
  static Heap *const instance = make_heap();
  return *instance;
}

constinit thread_local ThreadCache thread_cache;

struct ThreadEnd {
  bool armed = false;
  ~ThreadEnd() {
    thread_cache.close();
    heap().reserved.fetch_sub(thread_cache.flush(heap().cache), std::memory_order_relaxed);
  }
};
thread_local ThreadEnd thread_end;

void count_live(Heap &h, int64_t bytes) noexcept {
  const int64_t now = h.live.fetch_add(bytes, std::memory_order_relaxed) + bytes;
  int64_t peak = h.peak.load(std::memory_order_relaxed);
  while (now > peak && !h.peak.compare_exchange_weak(peak, now, std::memory_order_relaxed)) {
  }
}

[[noreturn]] void refuse(Heap &h, int64_t bytes) {
  throw OutOfMemory(fmt::format("cannot allocate {}: arrays use {} of the {} of memory", format_bytes(bytes),
                                format_bytes(h.live.load(std::memory_order_relaxed)), format_bytes(h.usable)));
}

void *allocate_slowly(Heap &h, SizeClass size) {
  if (void *data = h.cache.take(size)) return data;
  // More than there is would be granted by a kernel that overcommits, and punished later by its killer of processes.
  if (size.bytes > h.usable - h.live.load(std::memory_order_relaxed)) refuse(h, size.bytes);
  const int64_t room = h.usable - h.reserved.load(std::memory_order_relaxed);
  if (size.bytes > room) trim(memory_stats().cached - (size.bytes - room));
  void *data = system_allocate(size.bytes);
  if (!data) {
    trim();
    data = system_allocate(size.bytes);
  }
  if (!data) refuse(h, size.bytes);
  h.reserved.fetch_add(size.bytes, std::memory_order_relaxed);
  return data;
}

}  // namespace

void *allocate(int64_t bytes) {
  Heap &h = heap();
  if (bytes < 0) throw OutOfMemory("cannot allocate an array of more than 2^63 bytes");
  if (bytes > kLargestRequest) refuse(h, bytes);
  const SizeClass size = size_class(bytes);
  void *data = size.bytes <= ThreadCache::kLargest ? thread_cache.take(size) : nullptr;
  if (!data) data = allocate_slowly(h, size);
  count_live(h, size.bytes);
  return data;
}

void deallocate(void *data, int64_t bytes) noexcept {
  if (!data) return;
  Heap &h = heap();
  const SizeClass size = size_class(bytes);
  h.live.fetch_sub(size.bytes, std::memory_order_relaxed);
  if (size.bytes <= ThreadCache::kLargest && thread_cache.put(data, size)) {
    thread_end.armed = true;  // touching it makes sure that the thread's blocks are handed on when it ends
    return;
  }
  if (const int64_t released = h.cache.put(data, size)) h.reserved.fetch_sub(released, std::memory_order_relaxed);
}

MemoryStats memory_stats() noexcept {
  Heap &h = heap();
  MemoryStats stats;
  stats.live = h.live.load(std::memory_order_relaxed);
  stats.peak = h.peak.load(std::memory_order_relaxed);
  stats.cached = std::max<int64_t>(h.reserved.load(std::memory_order_relaxed) - stats.live, 0);
  stats.cache_limit = h.cache.limit();
  return stats;
}

void reset_peak() noexcept { heap().peak.store(heap().live.load(std::memory_order_relaxed)); }

void set_cache_limit(int64_t bytes) {
  heap().cache.set_limit(bytes);
  heap().reserved.fetch_sub(heap().cache.trim(bytes), std::memory_order_relaxed);
}

int64_t trim(int64_t keep) noexcept {
  Heap &h = heap();
  keep = std::max<int64_t>(keep, 0);
  const int64_t released = thread_cache.flush(h.cache) + h.cache.trim(keep);
  h.reserved.fetch_sub(released, std::memory_order_relaxed);
  return released;
}

}  // namespace fluxion::runtime
