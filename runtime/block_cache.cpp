// Free blocks are found by class and dropped by age. Under AddressSanitizer they are poisoned while they lie here.
#include "runtime/block_cache.h"

#include <time.h>

#include <algorithm>
#include <new>

#include "runtime/system_memory.h"

#if defined(__SANITIZE_ADDRESS__)
#define FLUXION_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define FLUXION_ASAN 1
#endif
#endif
#if FLUXION_ASAN
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(address, size) ((void)(address), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(address, size) ((void)(address), (void)(size))
#endif

namespace fluxion::runtime {
namespace {

constexpr int64_t kUnusedMilliseconds = 60'000;

int64_t now_milliseconds() noexcept {
  timespec now = {};
  clock_gettime(CLOCK_MONOTONIC_COARSE, &now);  // a few ns; its 4 ms steps do not matter here
  return now.tv_sec * 1000 + now.tv_nsec / 1'000'000;
}

FreeBlock *begin_free(void *data, int64_t bytes) noexcept {
  auto *block = new (data) FreeBlock;
  block->bytes = bytes;
  ASAN_POISON_MEMORY_REGION(static_cast<char *>(data) + sizeof(FreeBlock), bytes - sizeof(FreeBlock));
  return block;
}

void *end_free(FreeBlock *block, int64_t bytes) noexcept {
  ASAN_UNPOISON_MEMORY_REGION(block, bytes);
  return block;
}

int64_t release(FreeBlock *chain) noexcept {
  int64_t total = 0;
  while (chain) {
    FreeBlock *next = chain->next;
    const int64_t bytes = chain->bytes;
    system_release(end_free(chain, bytes), bytes);
    total += bytes;
    chain = next;
  }
  return total;
}

}  // namespace

void BlockCache::unlink(FreeBlock *block, int index) noexcept {
  (block->previous ? block->previous->next : classes_[index]) = block->next;
  if (block->next) block->next->previous = block->previous;
  (block->older ? block->older->newer : oldest_) = block->newer;
  (block->newer ? block->newer->older : newest_) = block->older;
  cached_ -= block->bytes;
}

void *BlockCache::take(SizeClass size) noexcept {
  const std::lock_guard lock(mutex_);
  FreeBlock *block = classes_[size.index];
  if (!block) return nullptr;
  unlink(block, size.index);
  return end_free(block, size.bytes);
}

int64_t BlockCache::put(void *data, SizeClass size) noexcept {
  FreeBlock *block = begin_free(data, size.bytes);
  block->milliseconds = now_milliseconds();
  FreeBlock *dropped = nullptr;
  {
    const std::lock_guard lock(mutex_);
    block->next = classes_[size.index];
    if (block->next) block->next->previous = block;
    classes_[size.index] = block;
    block->older = newest_;
    (newest_ ? newest_->newer : oldest_) = block;
    newest_ = block;
    cached_ += size.bytes;
    dropped = unlink_older(limit_, block->milliseconds - kUnusedMilliseconds);
  }
  return release(dropped);  // without the lock: unmapping is slow
}

FreeBlock *BlockCache::unlink_older(int64_t keep, int64_t before_milliseconds) noexcept {
  FreeBlock *chain = nullptr;
  while (oldest_ && (cached_ > keep || oldest_->milliseconds < before_milliseconds)) {
    FreeBlock *block = oldest_;
    unlink(block, size_class(block->bytes).index);
    block->next = chain;
    chain = block;
  }
  return chain;
}

int64_t BlockCache::trim(int64_t keep) noexcept {
  FreeBlock *dropped = nullptr;
  {
    const std::lock_guard lock(mutex_);
    dropped = unlink_older(keep, INT64_MIN);
  }
  return release(dropped);
}

void BlockCache::set_limit(int64_t bytes) noexcept {
  const std::lock_guard lock(mutex_);
  limit_ = std::max<int64_t>(bytes, 0);
}

int64_t BlockCache::limit() const noexcept {
  const std::lock_guard lock(mutex_);
  return limit_;
}

void *ThreadCache::take(SizeClass size) noexcept {
  FreeBlock *block = heads_[size.index];
  if (!block) return nullptr;
  heads_[size.index] = block->next;
  --counts_[size.index];
  return end_free(block, size.bytes);
}

bool ThreadCache::put(void *data, SizeClass size) noexcept {
  const int64_t most = std::clamp<int64_t>(kLargest / size.bytes, 2, 64);
  if (closed_ || counts_[size.index] >= most) return false;
  FreeBlock *block = begin_free(data, size.bytes);
  block->next = heads_[size.index];
  heads_[size.index] = block;
  ++counts_[size.index];
  return true;
}

int64_t ThreadCache::flush(BlockCache &shared) noexcept {
  int64_t released = 0;
  for (int i = 0; i < kClasses; ++i) {
    while (FreeBlock *block = heads_[i]) {
      heads_[i] = block->next;
      const SizeClass size = {i, block->bytes};
      released += shared.put(end_free(block, size.bytes), size);
    }
    counts_[i] = 0;
  }
  return released;
}

}  // namespace fluxion::runtime
