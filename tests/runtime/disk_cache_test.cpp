// The disk cache: what is put is found, damage and full disks are survived, and the size stays bounded.
#include "runtime/disk_cache.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include "runtime/hash.h"

namespace fluxion::runtime {
namespace {

namespace fs = std::filesystem;

class DiskCacheTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "fluxion-cache-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    directory_ = pattern;
  }
  void TearDown() override { fs::remove_all(directory_); }

  static std::string key(int i) { return to_hex(hash128(std::to_string(i))); }
  std::vector<fs::path> files() const {
    std::vector<fs::path> all;
    for (const auto &entry : fs::recursive_directory_iterator(directory_)) {
      if (entry.is_regular_file()) all.push_back(entry.path());
    }
    return all;
  }
  int64_t size() const {
    int64_t total = 0;
    for (const fs::path &file : files()) total += static_cast<int64_t>(fs::file_size(file));
    return total;
  }

  std::string directory_;
};

TEST_F(DiskCacheTest, FindsWhatWasPutInLaterProcessesToo) {
  const std::string object("\0ELF\xff any bytes", 15);
  DiskCache cache({directory_ + "/made/on/demand"});
  EXPECT_EQ(cache.get(key(1)), std::nullopt);
  cache.put(key(1), object);
  cache.put(key(2), "");
  EXPECT_EQ(cache.get(key(1)), object);
  EXPECT_EQ(DiskCache({directory_ + "/made/on/demand"}).get(key(1)), object);
  EXPECT_EQ(cache.get(key(2)), "");
  cache.put(key(1), "newer");
  EXPECT_EQ(cache.get(key(1)), "newer");
}

TEST_F(DiskCacheTest, DropsDamagedEntries) {
  DiskCache cache({directory_});
  const std::string contents(100, 'k');
  cache.put(key(1), contents);
  const fs::path file = files().at(0);
  const auto whole = fs::file_size(file);
  for (size_t n = 0; n < whole; ++n) {  // cut off
    cache.put(key(1), contents);
    fs::resize_file(file, n);
    EXPECT_EQ(cache.get(key(1)), std::nullopt);
    EXPECT_FALSE(fs::exists(file));
  }
  for (size_t n = 0; n < whole; ++n) {  // one byte changed
    cache.put(key(1), contents);
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(static_cast<std::streamoff>(n));
    stream.put('\x17');
    stream.close();
    EXPECT_EQ(cache.get(key(1)), std::nullopt) << n;
  }
  cache.put(key(1), contents);
  fs::create_directories(directory_ + "/" + key(2).substr(0, 2));
  fs::copy_file(file, directory_ + "/" + key(2).substr(0, 2) + "/" + key(2).substr(2));
  EXPECT_EQ(cache.get(key(2)), std::nullopt) << "an entry under another name";
  EXPECT_EQ(cache.get(key(1)), contents);
}

TEST_F(DiskCacheTest, NoFlippedBitIsBelieved) {
  DiskCache cache({directory_});
  const std::string contents = "machine code \0 of a kernel";
  cache.put(key(1), contents);
  const fs::path file = files().at(0);
  std::ifstream in(file, std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(in), {}};
  for (size_t bit = 0; bit < 8 * whole.size(); ++bit) {  // of the magic, the length, the checksum, the contents
    std::string damaged = whole;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << bit % 8));
    std::ofstream(file, std::ios::binary | std::ios::trunc) << damaged;
    ASSERT_EQ(cache.get(key(1)), std::nullopt) << bit;
    ASSERT_FALSE(fs::exists(file));
  }
  for (const std::string &longer : {whole + "x", whole + whole, std::string(1, '\0') + whole}) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << longer;
    EXPECT_EQ(cache.get(key(1)), std::nullopt);
  }
}

/// f in a process of its own, which ends by what it returns or is killed.
template <class F>
int in_child(F f) {
  const pid_t child = fork();
  if (child == 0) _exit(f());
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

TEST_F(DiskCacheTest, AFullDiskIsNoEntryAndLeavesNothing) {
  const int status = in_child([&] {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{5000, 5000};  // writes beyond fail, as on a full disk
    setrlimit(RLIMIT_FSIZE, &limit);
    DiskCache cache({directory_});
    cache.put(key(1), std::string(100'000, 'x'));
    const bool missed = cache.get(key(1)) == std::nullopt;
    cache.put(key(2), "fits");
    return missed && cache.get(key(2)) == "fits" ? 0 : 1;
  });
  EXPECT_EQ(status, 0);
  EXPECT_EQ(files().size(), 1u) << "the unfinished file is gone";
}

TEST_F(DiskCacheTest, AnUnwritableDirectoryStillServesWhatItHas) {
  DiskCache({directory_}).put(key(1), "kernel");
  fs::permissions(directory_, fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read |
                                  fs::perms::others_exec | fs::perms::group_read | fs::perms::group_exec);
  for (const auto &entry : fs::recursive_directory_iterator(directory_))
    fs::permissions(entry.path(), entry.is_directory() ? fs::perms(0555) : fs::perms(0444));
  const int status = in_child([&] {
    // The superuser may write everywhere: become nobody.
    if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) return 0;
    DiskCache cache({directory_});
    if (cache.get(key(1)) != "kernel") return 1;
    cache.put(key(1), "other");
    cache.put(key(2), "new");
    return cache.get(key(1)) == "kernel" && !cache.get(key(2)) ? 0 : 2;
  });
  fs::permissions(directory_, fs::perms::owner_all);
  for (const auto &entry : fs::recursive_directory_iterator(directory_))
    if (entry.is_directory()) fs::permissions(entry.path(), fs::perms::owner_all);
  EXPECT_EQ(status, 0);
}

// Processes are killed at random moments while they write; what others find is whole.
TEST_F(DiskCacheTest, AKilledWriterLeavesNoHalfEntry) {
  const std::string contents(200'000, 'k');
  for (int i = 0; i < 30; ++i) {
    const pid_t child = fork();
    if (child == 0) {
      DiskCache cache({directory_});
      for (int n = 0;; ++n) cache.put(key(n % 3), contents);
    }
    usleep(static_cast<useconds_t>(500 + 397 * i));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    DiskCache cache({directory_});
    for (int n = 0; n < 3; ++n) {
      const auto found = cache.get(key(n));
      EXPECT_TRUE(!found || *found == contents);
    }
  }
  // What they were writing is cleaned up by whoever writes there an hour later.
  for (const fs::path &file : files())
    if (file.filename().string().starts_with(".tmp-"))
      fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(2));
  std::ofstream(directory_ + "/" + key(0).substr(0, 2) + "/.tmp-1-2-3") << "young: somebody may be writing it";
  DiskCache cache({directory_});
  for (int n = 0; n < 3; ++n) cache.put(key(n), contents);
  EXPECT_EQ(files().size(), 4u);
}

TEST_F(DiskCacheTest, StaysBelowItsLimitAndKeepsWhatIsUsed) {
  DiskCache cache({directory_, 100'000});
  const std::string contents(1000, 'x');
  const auto old = fs::file_time_type::clock::now() - std::chrono::hours(2);
  for (int i = 0; i < 90; ++i) {
    cache.put(key(i), contents);
    for (const fs::path &file : files()) fs::last_write_time(file, old + std::chrono::seconds(i));
  }
  EXPECT_EQ(cache.get(key(5)), contents);  // used: its time is now
  for (int i = 90; i < 300; ++i) {
    cache.put(key(i), contents);
    ASSERT_LE(size(), 100'000);
  }
  EXPECT_EQ(cache.get(key(299)), contents);
  EXPECT_EQ(cache.get(key(0)), std::nullopt);
  cache.put(key(1000), std::string(200'000, 'y'));
  EXPECT_EQ(cache.get(key(1000)), std::nullopt);
}

TEST_F(DiskCacheTest, EvictsTheLeastRecentlyUsedFirst) {
  DiskCache cache({directory_, 10'000});
  const auto now = fs::file_time_type::clock::now();
  for (int i = 0; i < 9; ++i) {
    const auto before = files();
    cache.put(key(i), std::string(1000, 'x'));
    for (const fs::path &file : files()) {
      if (std::find(before.begin(), before.end(), file) == before.end()) {
        fs::last_write_time(file, now - std::chrono::hours(20 - i));
      }
    }
  }
  EXPECT_NE(cache.get(key(0)), std::nullopt);  // the oldest, but just used
  cache.put(key(9), std::string(1500, 'x'));
  EXPECT_NE(cache.get(key(0)), std::nullopt);
  EXPECT_EQ(cache.get(key(1)), std::nullopt);
  EXPECT_NE(cache.get(key(8)), std::nullopt);
  EXPECT_NE(cache.get(key(9)), std::nullopt);
}

TEST_F(DiskCacheTest, IsOptional) {
  DiskCache off({""});
  EXPECT_FALSE(off.enabled());
  off.put(key(1), "x");
  EXPECT_EQ(off.get(key(1)), std::nullopt);
  std::ofstream(directory_ + "/file") << "not a directory";
  DiskCache impossible({directory_ + "/file/cache"});
  impossible.put(key(1), "x");
  EXPECT_EQ(impossible.get(key(1)), std::nullopt);
  DiskCache nowhere({"/proc/no-such-place"});
  nowhere.put(key(1), "x");
  EXPECT_EQ(nowhere.get(key(1)), std::nullopt);
  if (fs::exists("/dev/full")) {  // every write to it fails as on a full disk
    const std::string shard = directory_ + "/" + key(1).substr(0, 2);
    fs::create_directories(shard);
    fs::create_symlink("/dev/full", shard + "/" + key(1).substr(2));
    DiskCache full({directory_});
    EXPECT_EQ(full.get(key(1)), std::nullopt);
  }
}

TEST_F(DiskCacheTest, RefusesNamesThatAreNoKeys) {
  DiskCache cache({directory_});
  for (const char *name : {"", "ab", "../../etc/passwd", "ABCDEF00", "abcd/../..", "zzzz"}) {
    cache.put(name, "x");
    EXPECT_EQ(cache.get(name), std::nullopt);
  }
  EXPECT_TRUE(files().empty());
}

TEST_F(DiskCacheTest, ServesProcessesAndThreadsAtTheSameTime) {
  const auto work = [&](int seed) {
    DiskCache cache({directory_, 40'000});
    bool ok = true;
    for (int i = 0; i < 300; ++i) {
      const int n = (i * 7 + seed) % 50;
      const std::string contents(static_cast<size_t>(500 + 20 * n), static_cast<char>(n));
      cache.put(key(n), contents);
      const auto found = cache.get(key((n + seed) % 50));
      if (found) ok = ok && found->size() == static_cast<size_t>(500 + 20 * ((n + seed) % 50));
    }
    return ok;
  };
  std::vector<pid_t> children;
  for (int p = 0; p < 2; ++p) {
    const pid_t child = fork();
    if (child == 0) _exit(work(p) ? 0 : 1);
    children.push_back(child);
  }
  std::vector<std::thread> threads;
  for (int t = 2; t < 4; ++t) threads.emplace_back([&, t] { EXPECT_TRUE(work(t)); });
  for (std::thread &thread : threads) thread.join();
  for (pid_t child : children) {
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  }
}

TEST(DiskCacheOptions, ComeFromTheEnvironment) {
  setenv("FLUXION_CACHE_DIR", "/a/b", 1);
  setenv("FLUXION_CACHE_BYTES", "12345", 1);
  EXPECT_EQ(DiskCache::options_from_environment().directory, "/a/b");
  EXPECT_EQ(DiskCache::options_from_environment().limit, 12345);
  setenv("FLUXION_CACHE_BYTES", "much", 1);
  EXPECT_EQ(DiskCache::options_from_environment().limit, int64_t{1} << 30);
  unsetenv("FLUXION_CACHE_DIR");
  setenv("XDG_CACHE_HOME", "/x", 1);
  EXPECT_EQ(DiskCache::options_from_environment().directory, "/x/fluxion");
  unsetenv("XDG_CACHE_HOME");
  setenv("HOME", "/home/me", 1);
  EXPECT_EQ(DiskCache::options_from_environment().directory, "/home/me/.cache/fluxion");
  setenv("FLUXION_CACHE", "0", 1);
  EXPECT_EQ(DiskCache::options_from_environment().directory, "");
}

}  // namespace
}  // namespace fluxion::runtime
