// Reading and atomic writing of whole files, over POSIX calls so that each error keeps its reason.
#include <fluxion/error.h>
#include <fluxion/file.h>

#include <cerrno>
#include <cstring>
#include <random>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fluxion {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(std::string_view verb, const fs::path &path, std::string_view why) {
  throw IoError(fmt::format("fluxion: cannot {} '{}': {}", verb, path.string(), why));
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor &) = delete;
  Descriptor &operator=(const Descriptor &) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }
  /// Closes and reports: on some file systems (NFS) a failed write shows only here.
  bool close() { return ::close(std::exchange(fd_, -1)) == 0; }

 private:
  int fd_;
};

/// A temporary file beside `target` that disappears unless it is renamed over it.
class TemporaryFile {
 public:
  explicit TemporaryFile(const fs::path &target) : target_(target), fd_(create()) {}
  ~TemporaryFile() {
    if (!renamed_) ::unlink(path_.c_str());
  }
  int get() const { return fd_.get(); }
  bool commit() {
    renamed_ = ::fsync(fd_.get()) == 0 && fd_.close() && ::rename(path_.c_str(), target_.c_str()) == 0;
    return renamed_;
  }

 private:
  int create() {
    std::random_device random;
    for (int attempt = 0; attempt < 16; ++attempt) {
      path_ = target_.parent_path() / fmt::format(".{}.{:08x}.tmp", target_.filename().string(), random());
      const int fd = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (fd >= 0 || errno != EEXIST) return fd;
    }
    return -1;
  }
  fs::path target_, path_;
  bool renamed_ = false;
  Descriptor fd_;
};

/// Writes all of `bytes` and returns how many arrived; errno tells why not all.
int64_t write_all(int fd, std::span<const std::byte> bytes) {
  constexpr size_t kPart = size_t{1} << 30;  // Linux writes at most 2 GiB a call
  size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t n = ::write(fd, bytes.data() + done, std::min(kPart, bytes.size() - done));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    done += static_cast<size_t>(n);
  }
  return static_cast<int64_t>(done);
}

/// Makes the rename itself durable. Not every file system can flush a folder, and the data are safe by then.
void sync_folder(const fs::path &folder) {
  const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (fd.get() >= 0) (void)::fsync(fd.get());
}

/// Follows a link, so that the file it names is replaced and not the link.
fs::path resolve(const fs::path &path) {
  std::error_code ignored;
  const fs::path target = fs::is_symlink(path, ignored) ? fs::weakly_canonical(path, ignored) : path;
  return target.parent_path().empty() ? fs::path(".") / target : target;
}

}  // namespace

std::string read_file(const fs::path &path, int64_t max_bytes) {
  const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));  // a pipe must not block us
  if (fd.get() < 0) fail("read", path, std::strerror(errno));
  struct stat info{};
  if (::fstat(fd.get(), &info) != 0) fail("read", path, std::strerror(errno));
  if (!S_ISREG(info.st_mode)) fail("read", path, "it is not a regular file");
  if (info.st_size > max_bytes)
    fail("read", path, fmt::format("{} bytes, at most {} expected", info.st_size, max_bytes));
  std::string contents(static_cast<size_t>(info.st_size), '\0');
  size_t done = 0;
  while (done < contents.size()) {
    const ssize_t n = ::read(fd.get(), contents.data() + done, contents.size() - done);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail("read", path, std::strerror(errno));
    if (n == 0) fail("read", path, fmt::format("it ended after {} of {} bytes", done, contents.size()));
    done += static_cast<size_t>(n);
  }
  return contents;
}

void write_file(const fs::path &path, std::span<const std::span<const std::byte>> pieces) {
  const fs::path target = resolve(path);
  TemporaryFile file(target);
  if (file.get() < 0) fail("write", path, std::strerror(errno));
  int64_t wanted = 0, written = 0;
  for (const auto piece : pieces) wanted += static_cast<int64_t>(piece.size());
  for (const auto piece : pieces) {
    const int64_t n = write_all(file.get(), piece);
    written += n;
    if (n < static_cast<int64_t>(piece.size())) {
      const int reason = errno;
      fail("write", path,
           fmt::format("{} after {} of {} bytes; nothing was changed", std::strerror(reason), written, wanted));
    }
  }
  if (!file.commit()) {
    const int reason = errno;
    fail("write", path, fmt::format("{} ({} bytes); nothing was changed", std::strerror(reason), wanted));
  }
  sync_folder(target.parent_path());
}

void write_file(const fs::path &path, std::string_view contents) {
  const std::span<const std::byte> piece = std::as_bytes(std::span(contents));
  write_file(path, std::span(&piece, 1));
}

}  // namespace fluxion
