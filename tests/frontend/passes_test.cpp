// Passes of users in a compilation, validation and bisection.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace fx = fluxion;

namespace {

// tests/plugins, beside the executable.
std::string plugin() {
  return (std::filesystem::canonical("/proc/self/exe").parent_path().parent_path() / "plugins/wrong_passes.so")
      .string();
}

// Wrong passes run here on purpose, and only where a test says so are they looked for.
[[maybe_unused]] const int unset = unsetenv("FLUXION_VALIDATE");

fx::Array wave(const fx::Array &x) { return fx::sin(x) * 2; }

template <class F>
std::string message_of(F f) {
  try {
    f();
  } catch (const fx::Error &e) {
    return e.what();
  }
  return "no error";
}

TEST(Passes, RunInsideAJit) {
  auto f = fx::jit(wave, {.compile = {.passes = "wrong-sines", .plugins = {plugin()}}});
  EXPECT_EQ(f(fx::array({0.f})).item<float>(), 2);
  EXPECT_EQ(fx::jit(wave)(fx::array({0.f})).item<float>(), 0);
}

TEST(Passes, MayBeThoseOfFluxionAndMlir) {
  auto f = fx::jit(wave, {.compile = {.passes = "cse,fluxion-simplify", .validate = true}});
  EXPECT_EQ(f(fx::array({0.f})).item<float>(), 0);
}

TEST(Passes, LeaveTheirStagesWhereFluxionDumpSays) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "fluxion_dump_test";
  std::filesystem::remove_all(folder);
  setenv("FLUXION_DUMP", folder.c_str(), 1);
  fx::jit(wave, {.name = "a wave", .compile = {.passes = "cse"}})(fx::array({0.f, 1.f, 2.f}));
  unsetenv("FLUXION_DUMP");
  for (const char *file : {"00-traced.mlir", "01-fluxion-simplify.mlir", "02-cse.mlir", "03-fluxion-simplify.mlir",
                           "passes.txt", "program.txt"})
    EXPECT_GT(std::filesystem::file_size(folder / "000-a_wave" / file), 0u) << file;
  std::filesystem::remove_all(folder);
}

TEST(Passes, ThatDoNotWorkAreErrors) {
  auto with = [&](const std::string &passes, const std::string &library) {
    return message_of([&] {
      fx::jit(wave, {.name = "wave", .compile = {.passes = passes, .plugins = {library}}})(fx::array({0.f}));
    });
  };
  EXPECT_NE(with("no-such-pass", plugin()).find("no-such-pass"), std::string::npos);
  EXPECT_NE(with("wrong-always", plugin()).find("this pass never works"), std::string::npos);
  EXPECT_NE(with("wrong-name", plugin()).find("removed the function 'wave'"), std::string::npos);
  EXPECT_NE(with("cse", "/no/such/library.so").find("cannot be opened"), std::string::npos);
  EXPECT_NE(with("cse", "libm.so.6").find("is no pass plugin"), std::string::npos);
}

TEST(Validation, NamesThePassThatChangesTheNumbers) {
  const std::string message = message_of([] {
    fx::jit(wave, {.name = "wave", .compile = {.passes = "wrong-sines", .plugins = {plugin()}, .validate = true}})(
        fx::array({0.f}));
  });
  EXPECT_NE(message.find("wrong-sines changes the numbers of 'wave': result 0 [0] is"), std::string::npos) << message;
}

TEST(Validation, PassesWhatIsRight) {
  auto loss = [](const fx::Array &w, const fx::Array &x) { return fx::mean(fx::tanh(fx::matmul(x, w))); };
  auto step = fx::jit(fx::grad(loss), {.compile = {.validate = true}});
  EXPECT_EQ(step(fx::ones({8, 4}), fx::ones({16, 8})).shape(), (fx::Shape{8, 4}));
}

TEST(Bisection, NamesThePassAndReducesTheProgram) {
  const std::string path = testing::TempDir() + "fluxion_bisect_test.mlir";
  std::ofstream(path) << R"(func.func @main(%x: tensor<4xf32>, %y: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %0 = fx.exponential %x : tensor<4xf32>
  %1 = fx.add %0, %y : tensor<4xf32>
  %2 = fx.sine %1 : tensor<4xf32>
  %3 = fx.multiply %2, %y : tensor<4xf32>
  %4 = fx.tanh %y : tensor<4xf32>
  return %3, %4 : tensor<4xf32>, tensor<4xf32>
})";
  const auto right = fx::debug::bisect(path);
  EXPECT_EQ(right.pass + right.skipped, "");
  const auto wrong = fx::debug::bisect(path, {.compile = {.passes = "wrong-sines", .plugins = {plugin()}}});
  EXPECT_EQ(wrong.pass, "wrong-sines");
  EXPECT_NE(wrong.difference.find("instead of"), std::string::npos);
  EXPECT_NE(wrong.program.find("fx.sine"), std::string::npos) << wrong.program;
  for (const char *gone : {"fx.exponential", "fx.add", "fx.multiply", "fx.tanh"})
    EXPECT_EQ(wrong.program.find(gone), std::string::npos) << wrong.program;
  EXPECT_THROW(fx::debug::bisect("/no/such/file.mlir"), fx::IoError);
  std::filesystem::remove(path);
}

}  // namespace
