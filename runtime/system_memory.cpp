// Small blocks come from the C library, large ones are mappings aligned to huge pages.
#include "runtime/system_memory.h"

#include <fmt/format.h>
#include <sys/mman.h>

#include <cstdlib>

#include "runtime/size_class.h"

namespace fluxion::runtime {
namespace {

void *map_huge(int64_t bytes) {
  // mmap aligns to 4 KB only: map a huge page more than needed and cut off what sticks out on both sides.
  const size_t size = static_cast<size_t>(bytes), room = size + static_cast<size_t>(kHugePage);
  void *mapped = mmap(nullptr, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mapped == MAP_FAILED) return nullptr;
  char *begin = static_cast<char *>(mapped), *end = begin + room;
  const uintptr_t mask = static_cast<uintptr_t>(kHugePage) - 1;
  char *data = begin + (-reinterpret_cast<uintptr_t>(begin) & mask);
  if (data > begin) munmap(begin, static_cast<size_t>(data - begin));
  if (data + size < end) munmap(data + size, static_cast<size_t>(end - (data + size)));
  madvise(data, size, MADV_HUGEPAGE);  // a wish: where it is refused, small pages serve
  return data;
}

}  // namespace

void *system_allocate(int64_t bytes) noexcept {
  if (bytes >= kHugePage) return map_huge(bytes);
  return std::aligned_alloc(kAlignment, static_cast<size_t>(bytes));
}

void system_release(void *data, int64_t bytes) noexcept {
  if (bytes >= kHugePage) {
    munmap(data, static_cast<size_t>(bytes));
  } else {
    std::free(data);
  }
}

bool has_addresses(int64_t bytes) noexcept {
  const auto size = static_cast<size_t>(bytes);
  void *mapped = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return mapped != MAP_FAILED && munmap(mapped, size) == 0;
}

std::string format_bytes(int64_t bytes) {
  if (bytes < 1024) return fmt::format("{} bytes", bytes);
  const char *units[] = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
  double value = static_cast<double>(bytes) / 1024;
  int unit = 0;
  for (; value >= 1024 && unit < 5; ++unit) value /= 1024;
  return fmt::format("{:.1f} {}", value, units[unit]);
}

}  // namespace fluxion::runtime
