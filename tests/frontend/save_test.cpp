// Trees of arrays as files: what is saved comes back, in formats that others read; what is malformed is refused.
#include <fluxion/file.h>
#include <fluxion/fluxion.h>

#include <sys/resource.h>
#include <unistd.h>

#include <cstring>
#include <fstream>

#include <gtest/gtest.h>

namespace fx = fluxion;

namespace {

namespace fs = std::filesystem;

struct Layer {
  fx::Array weight, bias;
};
struct Model {
  std::vector<Layer> layers;
  float dropout = 0.1f;
};

Model model() {
  return {{{fx::array({{1.f, 2.f}, {3.f, 4.f}}), fx::array({5.f, 6.f})}, {fx::eye(2) * 7, fx::zeros({2}, fx::bf16)}}};
}

class Save : public testing::Test {
 protected:
  void SetUp() override {
    const auto *info = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(testing::TempDir()) / (std::string("fluxion_save_") + info->name() + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  fs::path folder_;
};

template <class F>
std::string message_of(F f) {
  try {
    f();
    return "";
  } catch (const fx::Error &e) {
    return e.what();
  }
}

std::span<const std::byte> bytes_of(const std::string &text) { return std::as_bytes(std::span(text)); }

void expect_equal(const Model &a, const Model &b) {
  const auto x = fx::tree::leaves(a), y = fx::tree::leaves(b);
  ASSERT_EQ(x.size(), y.size());
  for (size_t i = 0; i < x.size(); ++i) {
    EXPECT_EQ(x[i].type(), y[i].type());
    EXPECT_EQ(x[i].to_vector<float>(), y[i].to_vector<float>());
  }
}

TEST_F(Save, ATreeComesBackFromEachFormat) {
  for (const char *end : {"safetensors", "npz"}) {
    const fs::path path = folder_ / (std::string("model.") + end);
    fx::save(path, model());
    Model back =
        fx::load(path, fx::tree::map([](const fx::Array &a) { return fx::zeros(a.shape(), a.dtype()); }, model()));
    expect_equal(back, model());
    EXPECT_EQ(back.dropout, 0.1f);
    expect_equal(fx::load(path, fx::abstract(model())), model());
    auto named = fx::load<std::map<std::string, fx::Array>>(path);
    EXPECT_EQ(named.size(), 4u);
    EXPECT_EQ(named.at("layers.0.bias").to_vector<float>(), (std::vector<float>{5, 6}));
  }
}

TEST_F(Save, AnArrayOfEveryDtypeComesBack) {
  for (int d = 0; d <= static_cast<int>(fx::f8e5m2); ++d) {
    const fx::DType dtype = static_cast<fx::DType>(d);
    const bool in_numpy = dtype != fx::f8e4m3fn && dtype != fx::f8e5m2;
    const fx::Array x = fx::arange(6).reshape({2, 3}).astype(dtype);
    for (const char *name : {"x.npy", "x.npz", "x.safetensors"}) {
      if (!in_numpy && std::string_view(name) != "x.safetensors") {
        EXPECT_THROW(fx::save(folder_ / name, x), fx::DTypeError);
        continue;
      }
      fx::save(folder_ / name, x);
      const fx::Array back = fx::load<fx::Array>(folder_ / name);
      EXPECT_EQ(back.type(), x.type()) << name;
      EXPECT_TRUE(std::equal(back.bytes().begin(), back.bytes().end(), x.bytes().begin())) << name;
    }
  }
  for (const fx::Shape &shape :
       {fx::Shape{}, fx::Shape{0}, fx::Shape{7}, fx::Shape{3, 0, 2}, fx::Shape{1, 2, 3, 4, 5}}) {
    fx::save(folder_ / "s.npy", fx::ones(shape));
    EXPECT_EQ(fx::load<fx::Array>(folder_ / "s.npy").shape(), shape);
  }
}

// numpy.lib.format.write_array of int32 [[1, 2, 3], [4, 5, 6]], in C and in Fortran order, little- and big-endian.
std::string npy(std::string_view descr, bool fortran, std::string_view shape, std::string_view data, char version = 1) {
  std::string header =
      fmt::format("{{'descr': '{}', 'fortran_order': {}, 'shape': {}, }}", descr, fortran ? "True" : "False", shape);
  header.resize(117, ' ');
  header += '\n';
  std::string out = "\x93NUMPY";
  out += {version, '\0', static_cast<char>(header.size()), '\0'};
  if (version > 1) out += {'\0', '\0'};
  return (out + header).append(data);
}
std::string numbers(std::initializer_list<int> values, bool big = false) {
  std::string out;
  for (int v : values)
    for (int i = 0; i < 4; ++i) out += static_cast<char>(i == (big ? 3 : 0) ? v : 0);
  return out;
}

TEST_F(Save, ReadsWhatNumpyWrites) {
  const std::vector<int> want = {1, 2, 3, 4, 5, 6};
  auto read = [](const std::string &image) { return fx::numpy::parse_npy(bytes_of(image), "x.npy"); };
  for (char version : {1, 2, 3}) {
    const fx::Array x = read(npy("<i4", false, "(2, 3)", numbers({1, 2, 3, 4, 5, 6}), version));
    EXPECT_EQ(x.type(), (fx::ShapeDtype{{2, 3}, fx::i32}));
    EXPECT_EQ(x.to_vector<int>(), want);
  }
  EXPECT_EQ(read(npy("<i4", true, "(2, 3)", numbers({1, 4, 2, 5, 3, 6}))).to_vector<int>(), want);
  EXPECT_EQ(read(npy(">i4", false, "(2, 3)", numbers({1, 2, 3, 4, 5, 6}, true))).to_vector<int>(), want);
  EXPECT_EQ(read(npy(">i4", true, "(6,)", numbers({1, 2, 3, 4, 5, 6}, true))).to_vector<int>(), want);
  EXPECT_EQ(read(npy("<i4", false, "()", numbers({9}))).item<int>(), 9);
}

std::string from_numpy(const char *name) { return fx::read_file(fs::path(FLUXION_TEST_DATA) / "numpy" / name); }

// numpy.savez_compressed(w=numpy.zeros(64, "f4"), n=numpy.int32(7)): deflated members, 64-bit extra fields.
TEST_F(Save, ReadsACompressedArchive) {
  const std::string archive = from_numpy("compressed.npz");
  const auto arrays = fx::numpy::parse_npz(bytes_of(archive), "c.npz");
  ASSERT_EQ(arrays.size(), 2u);
  EXPECT_EQ(arrays.at("n").item<int>(), 7);
  EXPECT_EQ(arrays.at("w").to_vector<float>(), std::vector<float>(64, 0.f));
}

// numpy.savez of an f8 in Fortran order, bools, a big-endian c8, an f2.
TEST_F(Save, ReadsAStoredArchive) {
  const auto arrays = fx::load<std::map<std::string, fx::Array>>(fs::path(FLUXION_TEST_DATA) / "numpy" / "stored.npz");
  ASSERT_EQ(arrays.size(), 4u);
  EXPECT_EQ(arrays.at("f").type(), (fx::ShapeDtype{{2, 3}, fx::f64}));
  EXPECT_EQ(arrays.at("f").to_vector<double>(), (std::vector<double>{0, 1, 2, 3, 4, 5}));
  EXPECT_EQ(arrays.at("b").to_vector<bool>(), (std::vector<bool>{true, false}));
  EXPECT_EQ(arrays.at("c").item<std::complex<float>>(), (std::complex<float>(1, 2)));
  EXPECT_EQ(arrays.at("h").item<float>(), 1.5f);
}

TEST_F(Save, SaysWhatIsWrongWithANumpyFile) {
  auto refusal = [](const std::string &image) {
    return message_of([&] { fx::numpy::parse_npy(bytes_of(image), "x.npy"); });
  };
  const std::string six = numbers({1, 2, 3, 4, 5, 6});
  EXPECT_EQ(refusal(""), "fluxion: cannot load 'x.npy': it is no .npy file");
  EXPECT_EQ(refusal(npy("|O", false, "(2,)", six)),
            "fluxion: cannot load 'x.npy': it holds Python objects, not numbers");
  EXPECT_EQ(refusal(npy("<U4", false, "(2,)", six)),
            "fluxion: cannot load 'x.npy': its dtype '<U4' is none of Fluxion's");
  EXPECT_EQ(refusal(npy("<i4", false, "(7,)", six)),
            "fluxion: cannot load 'x.npy': i32[7] needs 28 bytes, and there are 24");
  EXPECT_EQ(refusal(npy("<i4", false, "(5,)", six)), "fluxion: cannot load 'x.npy': 4 bytes follow the elements");
  EXPECT_EQ(refusal(npy("<i4", false, "(4611686018427387904, 4)", six)),
            "fluxion: cannot load 'x.npy': i32[4611686018427387904,4] needs too many bytes, and there are 24");
  EXPECT_EQ(refusal(npy("<i4", false, "(99999999999999999999,)", six)).substr(0, 55),
            "fluxion: cannot load 'x.npy': its header is malformed a");
  EXPECT_EQ(refusal(npy("|b1", false, "(2,)", "\1\2")), "fluxion: cannot load 'x.npy': a bool is neither 0 nor 1");
  EXPECT_EQ(refusal(npy("<i4", false, "(6,)", six, 4)),
            "fluxion: cannot load 'x.npy': version 4 of the .npy format is not known");
  const std::string whole = npy("<i4", false, "(6,)", six);
  for (size_t n = 0; n < whole.size(); ++n) EXPECT_NE(refusal(whole.substr(0, n)), "") << n;
}

TEST_F(Save, EveryDamagedByteOfAnArchiveIsSurvived) {
  fx::save(folder_ / "m.npz", model());
  std::string whole = fx::read_file(folder_ / "m.npz");
  for (size_t n = 0; n < whole.size(); n += 7)
    EXPECT_NE(message_of([&] { fx::numpy::parse_npz(bytes_of(whole.substr(0, n)), "m.npz"); }), "") << n;
  for (const std::string &archive : {whole, from_numpy("compressed.npz")})
    for (size_t n = 0; n < archive.size(); ++n) {
      std::string damaged = archive;
      damaged[n] = static_cast<char>(damaged[n] ^ 0x41);
      message_of([&] { fx::numpy::parse_npz(bytes_of(damaged), "m.npz"); });  // refused by an Error or harmless
    }
}

// An archive that claims a member of 2^50 bytes is refused before memory is taken for it.
TEST_F(Save, ClaimsOfSizeTakeNoMemory) {
  std::string bomb = from_numpy("compressed.npz");
  const size_t central = bomb.find("PK\1\2");
  ASSERT_NE(central, std::string::npos);
  const uint32_t huge = 0xfffffff0;
  std::memcpy(bomb.data() + central + 24, &huge, sizeof huge);
  struct rusage before, after;
  getrusage(RUSAGE_SELF, &before);
  EXPECT_NE(message_of([&] { fx::numpy::parse_npz(bytes_of(bomb), "b.npz"); }).find("larger than its bytes can hold"),
            std::string::npos);
  getrusage(RUSAGE_SELF, &after);
  EXPECT_LT(after.ru_maxrss - before.ru_maxrss, 10'000);
}

TEST_F(Save, SaysWhichNamesDiffer) {
  const fs::path path = folder_ / "m.npz";
  auto why = [&](const auto &saved, const auto &like) {
    fx::save(path, saved);
    const std::string text = message_of([&] { fx::load(path, like); });
    return text.substr(std::min(text.size(), text.find("': ") + 3));
  };
  using Named = std::map<std::string, fx::Array>;
  const fx::Array a = fx::ones({2}), b = fx::ones({3});
  EXPECT_EQ(why(Named{{"a", a}}, Named{{"a", a}, {"b", b}, {"c", b}}), "it lacks 'b', 'c'");
  EXPECT_EQ(why(Named{{"a", a}, {"b", b}}, Named{{"a", a}}), "the tree has no place for 'b'");
  EXPECT_EQ(why(Named{{"a", a}}, Named{{"a", b}}), "'a' is f32[2] instead of f32[3]");
  EXPECT_EQ(message_of([&] { fx::load<fx::Array>(folder_ / "none.npy"); }),
            fmt::format("fluxion: cannot load '{}': No such file or directory", (folder_ / "none.npy").string()));
  EXPECT_NE(message_of([&] { fx::save(folder_ / "x.txt", a); }).find("has to end in"), std::string::npos);
  EXPECT_NE(message_of([&] { fx::save(folder_ / "x.npy", model()); }).find("holds one array"), std::string::npos);
  fx::save(path, Named{{"a", a}, {"b", b}});
  EXPECT_NE(message_of([&] { fx::load<fx::Array>(path); }).find("it holds 2 arrays, not one"), std::string::npos);
}

// ---- compiled functions

TEST_F(Save, ACompiledFunctionComesBack) {
  const fx::Array w = fx::array({{1.f, 2.f}, {3.f, 4.f}});
  auto step = fx::jit([w](const Model &m, const fx::Array &x) {
    return std::pair(fx::matmul(x, w * m.layers[0].weight) + m.layers[0].bias, fx::sum(fx::exp(x)));
  });
  const fx::Array x = fx::array({{0.5f, -1.f}, {2.f, 0.f}, {1.f, 1.f}});
  const auto compiled = step.lower(model(), x).compile();
  compiled.save(folder_ / "step.fxe");
  const auto again = fx::load(folder_ / "step.fxe");
  EXPECT_EQ(again.arguments(), compiled.arguments());
  auto [y, s] = step(model(), x);
  const std::vector<fx::Array> results = again(model(), x);
  ASSERT_EQ(results.size(), 2u);
  EXPECT_EQ(results[0].to_vector<float>(), y.to_vector<float>());
  EXPECT_EQ(results[1].item<float>(), s.item<float>());
  EXPECT_EQ(again.memory().peak, compiled.memory().peak);
  EXPECT_THROW(again(x), fx::ShapeError);
  EXPECT_THROW(again(model(), x.T()), fx::ShapeError);
  EXPECT_THROW(again(model(), x.astype(fx::i32)), fx::DTypeError);
  EXPECT_THROW(fx::jit([&](const fx::Array &x) { return again(model(), x)[0]; })(x), fx::TracerError);
}

TEST_F(Save, ADamagedCompiledFunctionIsRefused) {
  const fx::Array w = fx::array({2.f, 3.f});
  auto f = fx::jit([w](const fx::Array &x) { return fx::sin(x) * w; });
  const fs::path path = folder_ / "f.fxe";
  f.lower(fx::ShapeDtype{{2}, fx::f32}).compile().save(path);
  const std::string whole = fx::read_file(path);
  auto refused = [&](const std::string &bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    return message_of([&] { (void)fx::load(path); }) != "";
  };
  for (size_t n = 0; n < whole.size(); n += whole.size() / 60 + 1) EXPECT_TRUE(refused(whole.substr(0, n))) << n;
  for (size_t n = 0; n < whole.size(); n += n < 64 ? 1 : whole.size() / 200 + 1) {
    std::string damaged = whole;
    damaged[n] = static_cast<char>(damaged[n] ^ 1);
    EXPECT_TRUE(refused(damaged)) << n;
  }
  EXPECT_TRUE(refused(whole + "x"));
  EXPECT_FALSE(refused(whole));
}

}  // namespace
