#include "runtime/gemm_buffer.h"

#include <algorithm>
#include <cstdlib>
#include <new>

#include <sys/mman.h>

namespace fluxion::runtime {

namespace {
constexpr int64_t kHugePage = int64_t{2} << 20;
bool is_huge(int64_t bytes) { return bytes > kHugePage / 8; }
}  // namespace

int64_t PackBuffer::rounded(int64_t bytes) {
  const int64_t unit = is_huge(bytes) ? kHugePage : 4096;
  return (bytes + unit - 1) / unit * unit;
}

char *PackBuffer::grow(int64_t bytes) {
  const bool huge = is_huge(bytes);
  const int64_t unit = huge ? kHugePage : 4096, wanted = rounded(std::max(bytes, size_ + size_ / 2));
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
