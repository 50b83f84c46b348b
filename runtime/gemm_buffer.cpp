#include "runtime/gemm_buffer.h"

#include <algorithm>
#include <cstdlib>
#include <new>

#include <sys/mman.h>

namespace fluxion::runtime {

namespace {
constexpr int64_t kHugePage = int64_t{2} << 20;
}

char *PackBuffer::grow(int64_t bytes) {
  const bool huge = bytes > kHugePage / 8;
  const int64_t unit = huge ? kHugePage : 4096;
  const int64_t wanted = (std::max(bytes, size_ + size_ / 2) + unit - 1) / unit * unit;
  release();
  data_ = static_cast<char *>(std::aligned_alloc(static_cast<size_t>(unit), static_cast<size_t>(wanted)));
  if (!data_) throw std::bad_alloc();
  size_ = wanted;
  // A wish: where the kernel has no huge page to give, the buffer works all the same.
  if (huge) (void)madvise(data_, static_cast<size_t>(wanted), MADV_HUGEPAGE);
  return data_;
}

void PackBuffer::release() {
  std::free(data_);
  data_ = nullptr;
  size_ = 0;
}

GemmWorkspace &GemmWorkspace::of_this_thread() {
  static thread_local GemmWorkspace workspace;
  return workspace;
}

}  // namespace fluxion::runtime
