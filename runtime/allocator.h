// Memory of arrays and arenas. Freed blocks are kept and used again: a fresh mapping costs a page fault for each page,
// which takes longer than most kernels that fill it.
#pragma once
#include <cstdint>

#include <fluxion/error.h>

namespace fluxion::runtime {

/// Memory that cannot be had.
class OutOfMemory : public DeviceError {
 public:
  using DeviceError::DeviceError;
};

/// At least `bytes` of memory, aligned to 64 bytes and not initialised; from 2 MB on it asks for huge pages. Zero bytes
/// give a valid pointer. Any thread may call it; small sizes take no lock. OutOfMemory if it cannot be had.
[[nodiscard]] void *allocate(int64_t bytes);

/// Gives back what allocate(bytes) returned, from any thread. A null pointer is allowed.
void deallocate(void *data, int64_t bytes) noexcept;

/// In bytes, after rounding to size classes.
struct MemoryStats {
  int64_t live = 0;         // handed out
  int64_t peak = 0;         // the most that was live since the start, or since reset_peak()
  int64_t cached = 0;       // free, kept for later
  int64_t cache_limit = 0;  // of `cached`; the few blocks that each thread keeps for itself do not count
};
MemoryStats memory_stats() noexcept;
void reset_peak() noexcept;

/// A quarter of the memory by default, or FLUXION_MEMORY_CACHE bytes. What is over the limit goes back to the system,
/// the block that was free for the longest time first; so does any that nobody wanted for a minute.
void set_cache_limit(int64_t bytes);

/// Gives free blocks back to the system until at most `keep` bytes are cached (but not those that other threads keep
/// for themselves). Returns the bytes given back.
int64_t trim(int64_t keep = 0) noexcept;

/// A block with the lifetime of its scope.
class ScopedMemory {
 public:
  explicit ScopedMemory(int64_t bytes) : data_(allocate(bytes)), bytes_(bytes) {}
  ~ScopedMemory() { deallocate(data_, bytes_); }
  ScopedMemory(const ScopedMemory &) = delete;
  ScopedMemory &operator=(const ScopedMemory &) = delete;
  void *data() const { return data_; }
  template <class T>
  T *as() const {
    return static_cast<T *>(data_);
  }

 private:
  void *data_;
  int64_t bytes_;
};

}  // namespace fluxion::runtime
