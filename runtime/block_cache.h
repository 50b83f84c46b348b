// The allocator's store of free blocks: one shared by all threads, and a small one for each thread in front of it.
#pragma once
#include <cstdint>
#include <mutex>

#include "runtime/size_class.h"

namespace fluxion::runtime {

/// Lies at the start of a free block.
struct FreeBlock {
  FreeBlock *next = nullptr, *previous = nullptr;  // of the same class, the last freed first
  FreeBlock *older = nullptr, *newer = nullptr;    // of all blocks, by the time of freeing
  int64_t bytes = 0, milliseconds = 0;
};
static_assert(sizeof(FreeBlock) <= kAlignment);

/// The store that all threads share.
class BlockCache {
 public:
  explicit BlockCache(int64_t limit) : limit_(limit) {}
  /// A free block of the class, or null.
  void *take(SizeClass size) noexcept;
  /// Keeps a block, and lets go of the oldest where there are too many. Returns the bytes that went to the system.
  int64_t put(void *data, SizeClass size) noexcept;
  /// Lets go of the oldest until at most `keep` bytes are here. Returns the bytes that went to the system.
  int64_t trim(int64_t keep) noexcept;
  void set_limit(int64_t bytes) noexcept;
  int64_t limit() const noexcept;
  // Around fork(): the child must not find the lock taken by a thread that it does not have.
  void lock() { mutex_.lock(); }
  void unlock() { mutex_.unlock(); }

 private:
  FreeBlock *unlink_older(int64_t keep, int64_t before_milliseconds) noexcept;
  void unlink(FreeBlock *block, int index) noexcept;

  mutable std::mutex mutex_;
  FreeBlock *classes_[kSizeClasses] = {};
  FreeBlock *oldest_ = nullptr, *newest_ = nullptr;
  int64_t cached_ = 0, limit_;
};

/// What a thread keeps for itself: a few blocks of each small class, with no lock. It has no destructor, so that arrays
/// which die after their thread's other variables still find it; a guard empties it when the thread ends.
class ThreadCache {
 public:
  static constexpr int64_t kLargest = 64 << 10;
  void *take(SizeClass size) noexcept;
  /// False if it is full, or the thread is at its end: then the block belongs in the shared store.
  bool put(void *data, SizeClass size) noexcept;
  /// Moves all blocks to `shared`. Returns the bytes that went to the system.
  int64_t flush(BlockCache &shared) noexcept;
  void close() noexcept { closed_ = true; }

 private:
  static constexpr int kClasses = size_class(kLargest).index + 1;
  FreeBlock *heads_[kClasses] = {};
  uint8_t counts_[kClasses] = {};
  bool closed_ = false;
};

}  // namespace fluxion::runtime
