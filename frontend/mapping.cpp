#include "frontend/mapping.h"

#include <cerrno>
#include <cstring>
#include <string_view>

#include <fcntl.h>
#include <fluxion/error.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fluxion {

Mapping map_file(const std::filesystem::path &path) {
  const auto give_up = [&](int fd, std::string_view why) {
    if (fd >= 0) ::close(fd);
    throw IoError(fmt::format("fluxion: cannot load '{}': {}", path.string(), why));
  };
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);  // a pipe must not block us
  struct stat info{};
  if (fd < 0 || ::fstat(fd, &info) != 0) give_up(fd, std::strerror(errno));
  if (!S_ISREG(info.st_mode)) give_up(fd, "it is not a regular file");
  const size_t size = static_cast<size_t>(info.st_size);
  if (size == 0) give_up(fd, "it is empty");
  void *start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
  if (start == MAP_FAILED) give_up(fd, std::strerror(errno));
  ::close(fd);
  return {{static_cast<const std::byte *>(start), size},
          std::shared_ptr<const void>(start, [size](const void *p) { ::munmap(const_cast<void *>(p), size); })};
}

}  // namespace fluxion
