// An entry is a file named by its key, in one of 256 directories named by the key's first two digits.
#include "runtime/disk_cache.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>
#include <vector>

#include "runtime/hash.h"

namespace fluxion::runtime {
namespace {

namespace fs = std::filesystem;

constexpr char kMagic[8] = {'F', 'X', 'C', 'A', 'C', 'H', 'E', '1'};
constexpr int64_t kShards = 256;
constexpr std::string_view kTemporary = ".tmp-";

struct Header {
  char magic[8];
  uint64_t bytes;
  Hash128 hash;  // of the key and the contents
};

class File {
 public:
  File(const std::string &path, int flags) : fd_(open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
  ~File() {
    if (fd_ >= 0) close(fd_);
  }
  File(const File &) = delete;
  File &operator=(const File &) = delete;
  bool ok() const { return fd_ >= 0; }
  int fd() const { return fd_; }

  bool read_all(void *data, size_t bytes) {
    return transfer(bytes, [&](size_t done) { return read(fd_, static_cast<char *>(data) + done, bytes - done); });
  }
  bool write_all(const void *data, size_t bytes) {
    return transfer(bytes,
                    [&](size_t done) { return write(fd_, static_cast<const char *>(data) + done, bytes - done); });
  }
  /// Closes now, since some file systems report a full disk only then.
  bool finish() { return close(std::exchange(fd_, -1)) == 0; }

 private:
  template <class Move>
  static bool transfer(size_t bytes, Move move) {
    for (size_t done = 0; done < bytes;) {
      const ssize_t n = move(done);
      if (n <= 0 && !(n < 0 && errno == EINTR)) return false;
      done += n > 0 ? static_cast<size_t>(n) : 0;
    }
    return true;
  }
  int fd_;
};

bool is_key(std::string_view key) {
  const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  return key.size() >= 4 && key.size() <= 64 && std::all_of(key.begin(), key.end(), is_digit);
}

Hash128 checksum(std::string_view key, std::string_view bytes) { return Hasher().add_string(key).add(bytes).finish(); }

/// Notes that an entry was used, which saves it from eviction; at most once a minute, to spare the disk.
void touch(const File &file, const struct stat &status) {
  if (std::chrono::system_clock::to_time_t(std::chrono::system_clock::now()) - status.st_mtime > 60) {
    futimens(file.fd(), nullptr);
  }
}

/// The entry's contents; nullopt if it is not whole.
std::optional<std::string> read_entry(File &file, std::string_view key) {
  struct stat status;
  Header header;
  if (fstat(file.fd(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  if (status.st_size < static_cast<int64_t>(sizeof header) || !file.read_all(&header, sizeof header))
    return std::nullopt;
  const auto bytes = static_cast<uint64_t>(status.st_size) - sizeof header;
  if (std::memcmp(header.magic, kMagic, sizeof kMagic) != 0 || header.bytes != bytes) return std::nullopt;
  std::string contents(bytes, '\0');
  if (!file.read_all(contents.data(), bytes) || checksum(key, contents) != header.hash) return std::nullopt;
  touch(file, status);
  return contents;
}

bool write_entry(const std::string &path, std::string_view key, std::string_view bytes) {
  File file(path, O_WRONLY | O_CREAT | O_EXCL);
  Header header = {};
  std::memcpy(header.magic, kMagic, sizeof kMagic);
  header.bytes = bytes.size();
  header.hash = checksum(key, bytes);
  return file.ok() && file.write_all(&header, sizeof header) && file.write_all(bytes.data(), bytes.size()) &&
         file.finish();
}

struct Entry {
  fs::path path;
  fs::file_time_type time;
  int64_t bytes = 0;
  bool temporary = false;
};

std::vector<Entry> list(const fs::path &shard) {
  std::vector<Entry> entries;
  std::error_code error;
  for (fs::directory_iterator i(shard, error), end; !error && i != end; i.increment(error)) {
    std::error_code gone;  // another process may remove what we look at
    Entry entry{i->path(), i->last_write_time(gone), 0, i->path().filename().native().starts_with(kTemporary)};
    if (!gone) entry.bytes = static_cast<int64_t>(i->file_size(gone));
    if (!gone) entries.push_back(std::move(entry));
  }
  return entries;
}

int64_t total_bytes(const std::vector<Entry> &entries) {
  int64_t total = 0;
  for (const Entry &entry : entries) total += entry.bytes;
  return total;
}

/// Removes what a process that was killed while writing has left behind.
void drop_stale(std::vector<Entry> &entries) {
  const auto hour_ago = fs::file_time_type::clock::now() - std::chrono::hours(1);
  std::erase_if(entries, [&](const Entry &entry) {
    return entry.temporary && entry.time < hour_ago && unlink(entry.path.c_str()) == 0;
  });
}

/// Makes the cache's directory, closed to others if it is new, since we run the code in it; then the shard in it.
bool make_directories(const std::string &directory, const std::string &shard) {
  std::error_code error;
  if (fs::is_directory(shard, error)) return true;
  if (fs::create_directories(directory, error)) fs::permissions(directory, fs::perms::owner_all, error);
  fs::create_directory(shard, error);
  return fs::is_directory(shard, error);
}

/// The value of an environment variable; empty if it is not set.
std::string variable(const char *name) {
  const char *value = std::getenv(name);
  return value ? value : "";
}

}  // namespace

DiskCache::Options DiskCache::options_from_environment() {
  Options options;
  if (variable("FLUXION_CACHE") == "0") return options;
  const std::string limit = variable("FLUXION_CACHE_BYTES");
  char *end = nullptr;
  const long long bytes = std::strtoll(limit.c_str(), &end, 10);
  if (!limit.empty() && *end == '\0' && bytes >= 0) options.limit = bytes;
  if (const std::string own = variable("FLUXION_CACHE_DIR"); !own.empty()) {
    options.directory = own;
  } else if (const std::string xdg = variable("XDG_CACHE_HOME"); xdg.starts_with('/')) {
    options.directory = xdg + "/fluxion";
  } else if (const std::string home = variable("HOME"); home.starts_with('/')) {
    options.directory = home + "/.cache/fluxion";
  }
  return options;
}

DiskCache &DiskCache::global() {
  static auto *const cache = new DiskCache(options_from_environment());
  return *cache;
}

std::string DiskCache::path(std::string_view key) const {
  return options_.directory + '/' + std::string(key.substr(0, 2)) + '/' + std::string(key.substr(2));
}

std::optional<std::string> DiskCache::get(std::string_view key) noexcept try {
  if (!enabled() || !is_key(key)) return std::nullopt;
  File file(path(key), O_RDONLY);
  if (!file.ok()) return std::nullopt;
  std::optional<std::string> contents = read_entry(file, key);
  if (!contents) unlink(path(key).c_str());
  return contents;
} catch (...) {
  return std::nullopt;
}

void DiskCache::put(std::string_view key, std::string_view bytes) noexcept try {
  const auto size = static_cast<int64_t>(bytes.size() + sizeof(Header));
  if (!enabled() || !is_key(key) || size > options_.limit) return;
  const std::string target = path(key), shard = target.substr(0, target.rfind('/'));
  if (!make_directories(options_.directory, shard)) return;
  static std::atomic<uint64_t> number{0};
  const auto now = static_cast<uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count());
  const std::string temporary = shard + '/' + std::string(kTemporary) + std::to_string(getpid()) + '-' +
                                std::to_string(now) + '-' + std::to_string(number.fetch_add(1));
  if (!write_entry(temporary, key, bytes) || rename(temporary.c_str(), target.c_str()) != 0) {
    unlink(temporary.c_str());
    return;
  }
  account(shard, size);
} catch (...) {
}

/// Counting all entries takes long in a large cache. The keys are hashes, so that one directory times their number
/// tells how much there is; only when that comes near the limit all are counted, and from then on they are added up.
void DiskCache::account(const std::string &shard, int64_t bytes) {
  const std::lock_guard lock(mutex_);
  if (total_ >= 0) {
    total_ += bytes;
    if (total_ > options_.limit) evict();
    return;
  }
  std::vector<Entry> entries = list(shard);
  drop_stale(entries);
  if (total_bytes(entries) > options_.limit / kShards) evict();
}

/// Counts all entries. If they exceed the limit, drops the least recently used until a quarter of it is free.
void DiskCache::evict() {
  std::vector<Entry> entries;
  std::error_code error;
  for (fs::directory_iterator i(options_.directory, error), end; !error && i != end; i.increment(error)) {
    for (Entry &entry : list(i->path())) entries.push_back(std::move(entry));
  }
  drop_stale(entries);
  total_ = total_bytes(entries);
  if (total_ <= options_.limit) return;
  std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.time < b.time; });
  for (const Entry &entry : entries) {
    if (total_ <= options_.limit / 4 * 3) break;
    if (!entry.temporary && unlink(entry.path.c_str()) == 0) total_ -= entry.bytes;
  }
}

}  // namespace fluxion::runtime
