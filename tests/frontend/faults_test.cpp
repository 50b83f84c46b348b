// What goes wrong around a computation: a damaged, full or unwritable cache, processes that are killed, no memory.
#include <fluxion/fluxion.h>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>

namespace fx = fluxion;

namespace {

namespace fs = std::filesystem;

fx::Array compute() {
  auto f = fx::jit([](const fx::Array &x) {
    const fx::Array y = fx::softmax(fx::matmul(x, x.T()), -1);
    return fx::concatenate({fx::sum(fx::exp(x) * 2, 0), fx::sum(y * y, 0), fx::cumsum(x[0])});
  });
  return f(fx::arange(48).astype(fx::f32).reshape({6, 8}) * 0.01f);
}

// Run by the tests below in processes of their own, with caches of their own.
TEST(Child, DISABLED_Computes) {
  if (const char *limit = std::getenv("FAULTS_FILE_LIMIT")) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit bytes{std::strtoul(limit, nullptr, 10), std::strtoul(limit, nullptr, 10)};
    setrlimit(RLIMIT_FSIZE, &bytes);
  }
  const fx::Array y = compute();
  std::ofstream out(std::getenv("FAULTS_OUT"), std::ios::binary);
  out.write(reinterpret_cast<const char *>(y.bytes().data()), static_cast<std::streamsize>(y.bytes().size()));
}

class CacheFaults : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "fluxion-faults-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string cache() const { return folder_ + "/cache"; }
  pid_t start(const std::string &out, const char *file_limit = nullptr) const {
    const pid_t child = fork();
    if (child != 0) return child;
    setenv("FLUXION_CACHE_DIR", cache().c_str(), 1);
    setenv("FAULTS_OUT", out.c_str(), 1);
    unsetenv("FLUXION_VALIDATE");
    unsetenv("GTEST_TOTAL_SHARDS");
    unsetenv("GTEST_SHARD_INDEX");
    if (file_limit) setenv("FAULTS_FILE_LIMIT", file_limit, 1);
    execl("/proc/self/exe", "faults_test", "--gtest_brief=1", "--gtest_also_run_disabled_tests",
          "--gtest_filter=Child.DISABLED_Computes", static_cast<char *>(nullptr));
    _exit(127);
  }
  static bool ended_well(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }
  /// What a process computes with this cache; "" if it failed.
  std::string run(const char *file_limit = nullptr) const {
    const std::string out = folder_ + "/out";
    fs::remove(out);
    return ended_well(start(out, file_limit)) ? contents(out) : "";
  }
  static std::string contents(const fs::path &file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::map<fs::path, std::string> entries() const {
    std::map<fs::path, std::string> out;
    if (!fs::exists(cache())) return out;
    for (const auto &e : fs::recursive_directory_iterator(cache()))
      if (e.is_regular_file()) out[e.path()] = contents(e.path());
    return out;
  }
  std::string folder_;
};

TEST_F(CacheFaults, DamagedEntriesAreMissesAndMadeAgain) {
  const std::string want = run();
  ASSERT_FALSE(want.empty());
  const auto whole = entries();
  ASSERT_FALSE(whole.empty());
  EXPECT_EQ(run(), want) << "a warm cache";
  EXPECT_EQ(entries(), whole);
  // Each kind of damage in all entries at once: header, length, checksum, machine code, cut off, longer, empty.
  using Damage = std::function<void(std::string &)>;
  auto flip = [](double at) -> Damage {
    return [at](std::string &s) {
      const size_t i = at < 1 ? static_cast<size_t>(at * static_cast<double>(s.size())) : static_cast<size_t>(at);
      s[std::min(i, s.size() - 1)] ^= 0x10;
    };
  };
  auto cut = [](double part) -> Damage {
    return [part](std::string &s) { s.resize(static_cast<size_t>(part * static_cast<double>(s.size()))); };
  };
  const std::vector<Damage> damages = {flip(1),
                                       flip(9),
                                       flip(20),
                                       flip(33),
                                       flip(0.25),
                                       flip(0.5),
                                       flip(0.75),
                                       flip(1e9),
                                       cut(0),
                                       cut(0.01),
                                       cut(0.5),
                                       [](std::string &s) { s.pop_back(); },
                                       [](std::string &s) { s += "x"; }};
  for (size_t i = 0; i < damages.size(); ++i) {
    for (auto [path, bytes] : whole) {
      damages[i](bytes);
      std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    }
    EXPECT_EQ(run(), want) << "damage " << i;
    EXPECT_EQ(entries(), whole) << "damage " << i;
  }
}

TEST_F(CacheFaults, AnEntryUnderAnotherNameIsAMiss) {
  const std::string want = run();
  const auto whole = entries();
  ASSERT_GT(whole.size(), 1u);
  for (auto it = whole.begin(); it != whole.end(); ++it) {
    const auto other = std::next(it) == whole.end() ? whole.begin() : std::next(it);
    std::ofstream(it->first, std::ios::binary | std::ios::trunc) << other->second;
  }
  EXPECT_EQ(run(), want);
  EXPECT_EQ(entries(), whole);
}

TEST_F(CacheFaults, AFullDiskAndAFileInThePlaceOfTheFolder) {
  const std::string want = run();
  fs::remove_all(cache());
  EXPECT_EQ(run("600"), want) << "no entry fits";
  for (const auto &[path, bytes] : entries()) EXPECT_LE(bytes.size(), 600u) << path;
  fs::remove_all(cache());
  std::ofstream(cache()) << "not a folder";
  EXPECT_EQ(run(), want);
}

TEST_F(CacheFaults, LinksThatLeadNowhereAndFoldersInThePlaceOfEntries) {
  const std::string want = run();
  const auto whole = entries();
  for (const auto &entry : whole) fs::remove(entry.first), fs::create_directories(fs::path(entry.first) / "inside");
  EXPECT_EQ(run(), want);
  fs::remove_all(cache());
  fs::create_directory_symlink(cache(), cache());
  EXPECT_EQ(run(), want) << "a link to itself";
  fs::remove(cache());
  fs::create_directory_symlink(folder_ + "/nowhere", cache());
  EXPECT_EQ(run(), want) << "a link to what is not there";
  fs::remove(cache());
  EXPECT_EQ(run(), want);
  EXPECT_EQ(entries(), whole);
}

TEST_F(CacheFaults, TheFolderIsRemovedWhileProcessesRun) {
  const std::string want = run();
  std::vector<pid_t> children;
  for (int i = 0; i < 3; ++i) children.push_back(start(folder_ + "/out" + std::to_string(i)));
  for (int i = 0; i < 40; ++i) {
    std::error_code ignored;  // they write there, too
    fs::remove_all(cache(), ignored);
    usleep(5'000);
  }
  for (pid_t child : children) EXPECT_TRUE(ended_well(child));
  for (int i = 0; i < 3; ++i) EXPECT_EQ(contents(folder_ + "/out" + std::to_string(i)), want);
  EXPECT_EQ(run(), want);
}

TEST_F(CacheFaults, KilledProcessesLeaveNothingThatHurts) {
  const std::string want = run();
  const auto whole = entries();
  fs::remove_all(cache());
  for (int i = 0; i < 6; ++i) {
    const pid_t child = start(folder_ + "/killed");
    usleep(static_cast<useconds_t>(40'000 + 45'000 * i));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    for (const auto &[path, bytes] : entries())
      if (whole.contains(path)) EXPECT_EQ(bytes, whole.at(path)) << path;
  }
  EXPECT_EQ(run(), want);
}

TEST_F(CacheFaults, ProcessesShareACache) {
  const std::string want = run();
  const auto whole = entries();
  fs::remove_all(cache());
  std::vector<pid_t> children;
  for (int i = 0; i < 4; ++i) children.push_back(start(folder_ + "/out" + std::to_string(i)));
  for (pid_t child : children) EXPECT_TRUE(ended_well(child));
  for (int i = 0; i < 4; ++i) EXPECT_EQ(contents(folder_ + "/out" + std::to_string(i)), want);
  EXPECT_EQ(entries(), whole);
}

// ---- memory

template <class F>
std::string device_error(F f) {
  try {
    f();
    return "";
  } catch (const fx::DeviceError &e) {
    return e.what();
  }
}

void expect_goes_on() {
  EXPECT_EQ((fx::ones({3}) + 1).to_vector<float>(), (std::vector<float>{2, 2, 2}));
  EXPECT_EQ(compute().size(), 22);
}

TEST(Memory, AnArrayLargerThanItNamesItselfAndItsLine) {
  const std::string text = device_error([] { fx::zeros({1 << 22, 1 << 22}); });
  EXPECT_NE(text.find("cannot allocate 64.0 TiB"), std::string::npos) << text;
  EXPECT_NE(text.find("f32[4194304,4194304]"), std::string::npos) << text;
  EXPECT_NE(text.find("faults_test.cpp:"), std::string::npos) << text;
  expect_goes_on();
}

TEST(Memory, AnArenaLargerThanItNamesTheLargestValuesAndTheirLines) {
  auto f = fx::jit(
      [](const fx::Array &x) {
        const fx::Array wide = fx::outer(x, x);
        return fx::sum(fx::matmul(fx::cumsum(wide, 0), fx::cumsum(wide, 1)));  // line of what is large
      },
      {.name = "too_large"});
  const fx::Array x = fx::ones({1 << 20});
  const std::string text = device_error([&] { f(x); });
  EXPECT_NE(text.find("cannot allocate "), std::string::npos) << text;
  EXPECT_NE(text.find("while running 'too_large', with temporaries of "), std::string::npos) << text;
  EXPECT_NE(text.find("4.0 TiB  f32[1048576,1048576]  faults_test.cpp:"), std::string::npos) << text;
  expect_goes_on();
  EXPECT_EQ(f(fx::ones({4})).item<float>(), 400.f) << "the same function, smaller";
}

// Run with little address space, as `ulimit -v` gives it.
TEST(Child, DISABLED_HasLittleMemory) {
  expect_goes_on();  // the compiler is loaded, threads run
  std::ifstream statm("/proc/self/statm");
  rlim_t pages = 0;
  statm >> pages;
  const rlim_t bytes = pages * 4096 + (rlim_t{600} << 20);
  const rlimit limit{bytes, bytes};
  ASSERT_EQ(setrlimit(RLIMIT_AS, &limit), 0);
  EXPECT_NE(device_error([] { fx::zeros({1 << 14, 1 << 14}); }).find("f32[16384,16384]"), std::string::npos);
  expect_goes_on();
  auto products = fx::jit([](const fx::Array &x) {
    const fx::Array wide = fx::outer(x, x);
    return fx::sum(fx::matmul(fx::cumsum(wide, 0), fx::cumsum(wide, 1)));
  });
  const fx::Array x = fx::ones({8192});
  for (int i = 0; i < 3; ++i) EXPECT_NE(device_error([&] { products(x); }).find("f32[8192,8192]"), std::string::npos);
  expect_goes_on();
  // Many that fit one by one.
  std::vector<fx::Array> held;
  const std::string text = device_error([&] {
    for (int i = 0; i < 1000; ++i) held.push_back(fx::full({1 << 22}, static_cast<float>(i)));
  });
  EXPECT_NE(text.find("cannot allocate 16.0 MiB"), std::string::npos) << text;
  EXPECT_GT(held.size(), 10u);
  for (size_t i = 0; i < held.size(); ++i) EXPECT_EQ(held[i][12345].item<float>(), static_cast<float>(i));
  held.clear();
  expect_goes_on();
}

// Leaves the process so many bytes of addresses while f runs; returns the error's text, if there is one.
template <class F>
std::string with_addresses(rlim_t more, F f) {
  rlimit limit{};
  getrlimit(RLIMIT_AS, &limit);
  const rlim_t before = limit.rlim_cur;
  std::ifstream statm("/proc/self/statm");
  rlim_t pages = 0;
  statm >> pages;
  limit.rlim_cur = pages * 4096 + more;
  setrlimit(RLIMIT_AS, &limit);
  std::string text;
  try {
    f();
  } catch (const fx::Error &e) {
    text = e.what();
  }
  limit.rlim_cur = before;
  setrlimit(RLIMIT_AS, &limit);
  return text;
}

// OpenBLAS, which would end the process or try for ever, with less than it needs to be loaded, to run, and to run on
// one thread more; steps that take memory of their own.
TEST(Child, DISABLED_HasLittleMemoryForItsLibraries) {
  const fx::Array x = fx::random::normal(fx::random::key(0), {4, 300, 300});
  auto eigh = fx::jit([](const fx::Array &a) { return fx::linalg::eigh(a).eigenvectors; });
  auto one = eigh.lower(x[0]).compile(), batch = eigh.lower(x).compile();
  expect_goes_on();
  for (rlim_t megabytes : {4, 8, 40, 100, 200, 340, 360, 380, 450}) {
    const std::string text = with_addresses(megabytes << 20, [&] { (void)one(x[0]); });
    if (megabytes < 200) EXPECT_NE(text.find("fluxion: cannot "), std::string::npos) << megabytes << text;
  }
  for (rlim_t megabytes : {8, 64, 100, 150, 200, 220}) {
    (void)with_addresses(megabytes << 20, [&] { (void)batch(x); });
  }
  EXPECT_TRUE(fx::all(fx::isfinite(batch(x)[0])).item<bool>());
  const fx::Array line = fx::ones({1000003}).astype(fx::c64);
  auto fft = fx::jit([](const fx::Array &a) { return fx::abs(fx::fft::fft(a)); }).lower(line).compile();
  for (rlim_t megabytes : {4, 10, 20, 30, 40, 50}) (void)with_addresses(megabytes << 20, [&] { (void)fft(line); });
  EXPECT_NEAR(fft(line)[0][0].item<float>(), 1000003, 1);
  expect_goes_on();
}

void expect_child(const char *name) {
  const pid_t child = fork();
  if (child == 0) {
    const std::string filter = std::string("--gtest_filter=Child.DISABLED_") + name;
    alarm(120);
    execl("/proc/self/exe", "faults_test", "--gtest_brief=1", "--gtest_also_run_disabled_tests", filter.c_str(),
          static_cast<char *>(nullptr));
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << name;
}

TEST(Memory, ALimitOfTheAddressSpaceIsAnErrorToo) { expect_child("HasLittleMemory"); }
TEST(Memory, LibrariesThatGetNoneAreErrorsToo) { expect_child("HasLittleMemoryForItsLibraries"); }

}  // namespace
