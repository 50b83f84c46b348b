// Safetensors: what is written comes back, and whatever a file claims is checked before it is believed.
#include <fluxion/error.h>
#include <fluxion/file.h>
#include <fluxion/safetensors.h>

#include <csignal>
#include <cstring>
#include <fstream>

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

namespace fluxion::safetensors {
namespace {

namespace fs = std::filesystem;

class Safetensors : public testing::Test {
 protected:
  void SetUp() override {
    const auto *info = testing::UnitTest::GetInstance()->current_test_info();
    folder_ =
        fs::path(testing::TempDir()) / (std::string("fluxion_") + info->name() + "_" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  int files() const {
    return static_cast<int>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }
  fs::path folder_;
};

template <class T>
TensorView view(std::string name, Shape shape, const std::vector<T> &values) {
  return {std::move(name), dtype_of<T>, std::move(shape), std::as_bytes(std::span(values))};
}

/// A file with this header and `data` zero bytes after it.
std::string image(std::string_view header, size_t data = 0) {
  const uint64_t length = header.size();
  std::string text(reinterpret_cast<const char *>(&length), 8);
  return text.append(header).append(data, '\0');
}

/// Why `text` is refused; empty if it is not.
std::string refusal(std::string_view text) {
  try {
    parse(std::as_bytes(std::span(text)), "x.safetensors");
    return "";
  } catch (const IoError &error) {
    return error.what();
  }
}

TEST_F(Safetensors, WhatIsWrittenComesBack) {
  const std::vector<float> w = {1, 2, 3, 4, 5, 6};
  const std::vector<int64_t> step = {42};
  const std::vector<uint8_t> none;
  const std::vector<TensorView> tensors = {view("layers.0.weight", {2, 3}, w), view("step", {}, step),
                                           view("empty \"é\"", {0, 7}, none)};
  write(folder_ / "a.safetensors", tensors, {{"format", "pt"}, {"seed", "7"}});

  const File file(folder_ / "a.safetensors");
  ASSERT_EQ(file.tensors().size(), 3u);
  EXPECT_EQ(file.metadata(), (Metadata{{"format", "pt"}, {"seed", "7"}}));
  const TensorView &weight = file.at("layers.0.weight");
  EXPECT_EQ(weight.dtype, f32);
  EXPECT_EQ(weight.shape, Shape({2, 3}));
  EXPECT_EQ(std::memcmp(weight.bytes.data(), w.data(), 24), 0);
  EXPECT_EQ(reinterpret_cast<uintptr_t>(weight.bytes.data()) % 8, 0u);
  EXPECT_EQ(file.at("step").bytes.size(), 8u);
  EXPECT_EQ(file.at("empty \"é\"").shape, Shape({0, 7}));
  EXPECT_EQ(file.find("missing"), nullptr);
}

TEST_F(Safetensors, EveryDTypeComesBack) {
  const std::vector<std::byte> zeros(48);
  std::vector<TensorView> tensors;
  for (int t = 0; t <= static_cast<int>(f8e5m2); ++t) {
    const auto dtype = static_cast<DType>(t);
    tensors.push_back(
        {std::string(name(dtype)), dtype, {3}, std::span(zeros).first(3 * static_cast<size_t>(size_of(dtype)))});
  }
  write(folder_ / "all.safetensors", tensors);
  const File file(folder_ / "all.safetensors");
  for (const TensorView &tensor : tensors) EXPECT_EQ(file.at(tensor.name).dtype, tensor.dtype) << tensor.name;
}

TEST_F(Safetensors, BytesDoNotDependOnTheOrderOfTensors) {
  const std::vector<float> a = {1}, b = {2};
  const std::vector<uint8_t> c = {3};
  std::vector<TensorView> tensors = {view("b", {1}, b), view("c", {1}, c), view("a", {1}, a)};
  write(folder_ / "1", tensors);
  std::swap(tensors[0], tensors[2]);
  write(folder_ / "2", tensors);
  EXPECT_EQ(read_file(folder_ / "1"), read_file(folder_ / "2"));
}

TEST_F(Safetensors, CopiesOfAFileShareItsBytes) {
  const std::vector<float> w = {1, 2};
  write(folder_ / "a", std::vector{view("w", {2}, w)});
  File copy = [&] { return File(folder_ / "a"); }();
  const File other = copy;
  EXPECT_EQ(other.at("w").bytes.data(), copy.at("w").bytes.data());
  EXPECT_EQ(std::memcmp(other.at("w").bytes.data(), w.data(), 8), 0);
}

TEST_F(Safetensors, EveryTruncationIsRefused) {
  const std::vector<float> w = {1, 2, 3};
  write(folder_ / "a", std::vector{view("weight", {3}, w)}, {{"k", "v"}});
  const std::string whole = read_file(folder_ / "a");
  EXPECT_EQ(refusal(whole), "");
  for (size_t n = 0; n < whole.size(); ++n)
    EXPECT_NE(refusal(std::string_view(whole).substr(0, n)), "") << n << " bytes";
  EXPECT_NE(refusal(whole + '\0'), "");
}

TEST_F(Safetensors, ARefusalNamesTheFileAndTheReason) {
  const struct {
    std::string text;
    const char *reason;
  } cases[] = {
      {"", "0 bytes are too few for a safetensors file"},
      {std::string(8, '\xff'), "a header of 18446744073709551615 bytes is over the limit of 100000000"},
      {image("{}").substr(0, 9), "the header of 2 bytes does not fit in a file of 9"},
      {image("[]"), "the header does not start with '{'"},
      {image("{"), "the header is no valid JSON at its byte 2"},
      {image("{\"a\":\"\xff\"}"), "the header is no valid JSON at its byte 7"},
      {image(R"({"a":1})"), "tensor 'a' has a number where the format allows none"},
      {image(R"({"a":{"dtype":"F33","shape":[],"data_offsets":[0,4]}})", 4), "tensor 'a' has the unknown dtype 'F33'"},
      {image(R"({"a":{"dtype":"F32","shape":[]}})"), "tensor 'a' lacks one of dtype, shape, data_offsets"},
      {image(R"({"a":{"dtype":"F32","shape":[],"data_offsets":[0]}})"), "tensor 'a' has 1 data_offsets instead of 2"},
      {image(R"({"a":{"dtype":"F32","shape":[],"data_offsets":[0,4,8]}})"), "tensor 'a' has more than 2 data_offsets"},
      {image(R"({"a":{"dtype":"F32","dtype":"F32"}})"), "tensor 'a' has two fields dtype"},
      {image(R"({"a":{"stride":[1]}})"), "tensor 'a' has the unknown field 'stride'"},
      {image(R"({"a":{"shape":[-1]}})"), "tensor 'a' has a negative number where the format allows none"},
      {image(R"({"a":{"shape":[1.5]}})"),
       "tensor 'a' has a fraction or too large a number where the format allows none"},
      {image(R"({"a":{"shape":[[1]]}})"), "tensor 'a' has a list where the format allows none"},
      {image(R"({"a":{"shape":[9223372036854775808]}})"), "tensor 'a' has a dimension of 9223372036854775808"},
      {image(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}})", 4),
       "tensor 'a': f32[2] needs 8 bytes but has 4"},
      {image(R"({"a":{"dtype":"U8","shape":[4294967296,4294967296],"data_offsets":[0,0]}})"),
       "tensor 'a': u8[4294967296,4294967296] is too large"},
      {image(R"({"a":{"dtype":"U8","shape":[4294967296,4294967296,0],"data_offsets":[0,0]}})"),
       "tensor 'a': u8[4294967296,4294967296,0] is too large"},
      {image(R"({"a":{"dtype":"U8","shape":[9],"data_offsets":[0,9]}})", 8),
       "tensor 'a': its bytes 0..9 are outside the file's 8 bytes of data"},
      {image(R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[5,4]}})", 8),
       "tensor 'a': its bytes 5..4 are outside the file's 8 bytes of data"},
      {image(R"({"a":{"dtype":"U8","shape":[4],"data_offsets":[4,8]}})", 8),
       "tensor 'a': its bytes start at 4 instead of 0: the data have a gap"},
      {image(
           R"({"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"b":{"dtype":"U8","shape":[5],"data_offsets":[3,8]}})",
           8),
       "tensor 'b': its bytes start at 3 instead of 4: the data have an overlap"},
      {image(R"({"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}})", 8), "4 bytes of data belong to no tensor"},
      {image(
           R"({"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}})"),
       "the name 'a' appears twice"},
      {image(R"({"__metadata__":{"k":"v","k":"w"}})"), "metadata key 'k' appears twice"},
      {image(R"({"__metadata__":{"k":1}})"), "the header has a number where the format allows none"},
      {image(R"({"__metadata__":{"k":{}}})"), "the header has an object where the format allows none"},
      {image("{\"a\\u001b[2J\":1}"), "tensor 'a?[2J' has a number where the format allows none"},
  };
  for (const auto &[text, reason] : cases) {
    EXPECT_EQ(refusal(text), "fluxion: cannot load 'x.safetensors': " + std::string(reason));
  }
}

TEST_F(Safetensors, BoolsOtherThan0And1AreRefused) {
  std::string text = image(R"({"a":{"dtype":"BOOL","shape":[2],"data_offsets":[0,2]}})", 2);
  EXPECT_EQ(refusal(text), "");
  text.back() = 2;
  EXPECT_EQ(refusal(text), "fluxion: cannot load 'x.safetensors': tensor 'a': a bool is neither 0 nor 1");
}

TEST_F(Safetensors, DeepNestingAndManyDimensionsCostNothing) {
  const std::string deep(1'000'000, '[');
  EXPECT_NE(refusal(image("{\"a\":{\"shape\":" + deep)), "");
  std::string ones = "1";
  for (int i = 0; i < 100'000; ++i) ones += ",1";
  EXPECT_EQ(refusal(image("{\"a\":{\"shape\":[" + ones + "]}}")),
            "fluxion: cannot load 'x.safetensors': tensor 'a' has more than 64 dimensions");
}

TEST_F(Safetensors, FilesThatAreNoFilesAreRefused) {
  EXPECT_THROW(File{folder_}, IoError);
  EXPECT_THROW(File(folder_ / "missing"), IoError);
  std::ofstream(folder_ / "empty").flush();
  EXPECT_THROW(File(folder_ / "empty"), IoError);
}

TEST_F(Safetensors, AMissingTensorIsNamed) {
  const std::vector<float> w = {1};
  write(folder_ / "a", std::vector{view("w", {1}, w)});
  try {
    File(folder_ / "a").at("v");
    FAIL();
  } catch (const IoError &error) {
    EXPECT_EQ(std::string(error.what()),
              "fluxion: cannot load '" + (folder_ / "a").string() + "': no tensor 'v' among its 1, 'w'");
  }
}

TEST_F(Safetensors, TensorsThatCannotBeSavedAreRefused) {
  const std::vector<float> w = {1, 2};
  EXPECT_THROW(write(folder_ / "a", std::vector{view("w", {3}, w)}), Error);
  EXPECT_THROW(write(folder_ / "a", std::vector{view("w", {2}, w), view("w", {2}, w)}), Error);
  EXPECT_THROW(write(folder_ / "a", std::vector{view("__metadata__", {2}, w)}), Error);
  EXPECT_THROW(write(folder_ / "a", std::vector{view("\xff", {2}, w)}), Error);
  EXPECT_EQ(files(), 0);
}

/// Lets files grow to `bytes` only, within its scope: a full disk in miniature.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &old_);
    const rlimit limit{bytes, old_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &old_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  void (*handler_)(int);
  rlimit old_{};
};

TEST_F(Safetensors, AFullDiskLosesNothing) {
  const std::vector<float> small = {1, 2}, large(10'000);
  const fs::path path = folder_ / "a.safetensors";
  write(path, std::vector{view("w", {2}, small)});
  const std::string before = read_file(path);
  {
    const FileSizeLimit limit(4096);
    try {
      write(path, std::vector{view("w", {10'000}, large)});
      FAIL();
    } catch (const IoError &error) {
      EXPECT_EQ(std::string(error.what()), "fluxion: cannot write '" + path.string() +
                                               "': File too large after 4096 of 40072 bytes; nothing was changed");
    }
  }
  EXPECT_EQ(read_file(path), before);
  EXPECT_EQ(files(), 1) << "the temporary file is gone";
}

TEST_F(Safetensors, SavingFollowsLinksAndNeedsAFolder) {
  const std::vector<float> w = {1};
  write(folder_ / "target", {});
  fs::create_symlink(folder_ / "target", folder_ / "link");
  write(folder_ / "link", std::vector{view("w", {1}, w)});
  EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
  EXPECT_EQ(File(folder_ / "target").tensors().size(), 1u);
  EXPECT_THROW(write(folder_ / "nowhere" / "a", std::vector{view("w", {1}, w)}), IoError);
}

}  // namespace
}  // namespace fluxion::safetensors
