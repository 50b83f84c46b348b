// Compiled kernels on disk, found again by the next process. Whatever goes wrong here means only that there is no
// cache.
#pragma once
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace fluxion::runtime {

/// Bytes by name, in a directory that any number of processes and threads share. An entry appears whole or not at all,
/// and is checked when it is read: damaged ones are dropped. What was not used for the longest time goes first when the
/// limit is reached.
class DiskCache {
 public:
  struct Options {
    std::string directory;             // empty: no cache
    int64_t limit = int64_t{1} << 30;  // bytes of all entries
  };
  /// FLUXION_CACHE=0 switches it off. The directory is FLUXION_CACHE_DIR, $XDG_CACHE_HOME/fluxion or ~/.cache/fluxion;
  /// the limit FLUXION_CACHE_BYTES or 1 GiB.
  static Options options_from_environment();
  /// The cache of those options, as they were at its first use.
  static DiskCache &global();

  explicit DiskCache(Options options) : options_(std::move(options)) {}

  bool enabled() const { return !options_.directory.empty() && options_.limit > 0; }
  const Options &options() const { return options_; }

  /// The bytes stored under `key`, which consists of 4 to 64 lower-case hexadecimal digits (hash.h); if there are any.
  std::optional<std::string> get(std::string_view key) noexcept;
  void put(std::string_view key, std::string_view bytes) noexcept;

 private:
  std::string path(std::string_view key) const;
  void account(const std::string &shard, int64_t bytes);
  void evict();

  Options options_;
  std::mutex mutex_;
  int64_t total_ = -1;  // bytes of all entries; -1: this process has not counted them
};

}  // namespace fluxion::runtime
