// Memory that a thread keeps between matrix products: packed panels and blocks of sums.
#pragma once
#include <cstddef>
#include <cstdint>

namespace fluxion::runtime {

/// A growing buffer, 64-byte aligned, in huge pages where it is large. What it held is lost when it grows.
class PackBuffer {
 public:
  PackBuffer() = default;
  PackBuffer(const PackBuffer &) = delete;
  PackBuffer &operator=(const PackBuffer &) = delete;
  ~PackBuffer() { release(); }
  /// What a request for so many bytes takes of the system.
  static int64_t rounded(int64_t bytes);
  /// At least `bytes` bytes; throws std::bad_alloc where there is no memory.
  char *reserve(int64_t bytes) { return bytes <= size_ ? data_ : grow(bytes); }

 private:
  char *grow(int64_t bytes);
  void release();
  char *data_ = nullptr;
  int64_t size_ = 0;
};

/// One thread's buffers.
struct GemmWorkspace {
  PackBuffer a, b, tail, tile, transposed, sums;
  PackBuffer shared_b, shared_sums, parts;  // of the thread that runs the product; the others read them
  /// Which block of A `a` holds: of run `run`, its first `chunks` chunks of k.
  int64_t run = 0, batch = 0, row = 0, chunks = 0;

  static GemmWorkspace &of_this_thread();
};

}  // namespace fluxion::runtime
