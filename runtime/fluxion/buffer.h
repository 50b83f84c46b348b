// Memory that arrays share: a counted reference, either to a block of our allocator or to memory that somebody else
// owns.
#pragma once
#include <atomic>
#include <cstdint>
#include <memory>
#include <utility>

namespace fluxion::runtime {

/// A handle; copies share the memory, which is freed with the last of them. Handles may be copied and dropped by any
/// thread. A default-made handle has no memory.
class Buffer {
 public:
  Buffer() = default;
  /// `bytes` of uninitialised memory, aligned to 64 bytes. DeviceError if it cannot be had.
  explicit Buffer(int64_t bytes);
  /// Memory of another owner, which is let go with the last handle. Never unique(), so never overwritten.
  Buffer(void *data, int64_t bytes, std::shared_ptr<void> owner);

  Buffer(const Buffer &other) noexcept : block_(other.block_) {
    if (block_) block_->count.fetch_add(1, std::memory_order_relaxed);
  }
  Buffer(Buffer &&other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
  Buffer &operator=(Buffer other) noexcept {
    std::swap(block_, other.block_);
    return *this;
  }
  ~Buffer() {
    if (block_ && block_->count.fetch_sub(1, std::memory_order_acq_rel) == 1) destroy(block_);
  }

  explicit operator bool() const { return block_ != nullptr; }
  void *data() const { return block_ ? block_->data : nullptr; }
  int64_t bytes() const { return block_ ? block_->bytes : 0; }
  /// Whether this is the only handle to memory of our own: then the memory may be given away for other uses.
  bool unique() const { return block_ && !block_->foreign && block_->count.load(std::memory_order_acquire) == 1; }

 private:
  struct Block {
    std::atomic<int64_t> count{1};
    void *data = nullptr;
    int64_t bytes = 0;
    bool foreign = false;
    std::shared_ptr<void> owner;
  };
  static void destroy(Block *block) noexcept;

  Block *block_ = nullptr;
};

}  // namespace fluxion::runtime
