// Why a function was compiled, where its memory goes, where a NaN comes from.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

namespace fx = fluxion;

namespace {

struct Config {
  int width = 2;
  fx::Array bias;
};

template <class F>
std::string message_of(F f) {
  try {
    f();
  } catch (const fx::Error &e) {
    return e.what();
  }
  return "no error";
}

bool has(const std::string &text, const std::string &part) { return text.find(part) != std::string::npos; }

TEST(Explain, NamesTheArgumentThatWasNew) {
  auto f =
      fx::jit([](const fx::Array &x, const Config &c) { return x * c.width + fx::sum(c.bias); }, {.name = "affine"});
  f(fx::ones({2}), Config{2, fx::ones({3})});
  f(fx::ones({4}), Config{2, fx::ones({3})});
  f(fx::ones({4}), Config{5, fx::ones({3})});
  f(fx::ones({4}), Config{5, fx::ones({3})});
  f(fx::ones({4}), Config{5, fx::ones({3}, fx::f64)});
  std::ostringstream out;
  fx::explain(f, out);
  const std::string text = out.str();
  EXPECT_TRUE(has(text, "jit 'affine': compiled 4 times")) << text;
  EXPECT_TRUE(has(text, "at explain_test.cpp:")) << text;
  EXPECT_TRUE(has(text, "1. it has not been compiled before")) << text;
  EXPECT_TRUE(has(text, "2. argument 0 is f32[4], was f32[2]\n")) << text;
  EXPECT_TRUE(has(text, "3. argument 1.width is static 5, was static 2\n")) << text;
  EXPECT_TRUE(has(text, "4. argument 1.bias is f64[3], was f32[3]\n")) << text;
}

TEST(Explain, SaysOnceThatAStaticValueKeepsChanging) {
  auto f = fx::jit([](const fx::Array &x, int n) { return x + n; }, {.name = "shift"});
  testing::internal::CaptureStderr();
  for (int n = 0; n < 12; ++n) f(fx::ones({2}), n);
  const std::string text = testing::internal::GetCapturedStderr();
  EXPECT_TRUE(
      has(text, "'shift' has been compiled 8 times because a static value keeps changing: argument 1 is static 7"))
      << text;
  EXPECT_EQ(text.find("keeps changing"), text.rfind("keeps changing"));
}

TEST(NoRetrace, ThrowsWhereACallWouldBeCompiled) {
  auto f = fx::jit([](const fx::Array &x) { return x * 2; }, {.name = "twice"});
  const fx::Array two = fx::ones({2}), three = fx::ones({3});
  f(two);
  fx::no_retrace guard;
  EXPECT_EQ(f(two).size(), 2);
  const std::string message = message_of([&] { f(three); });
  EXPECT_TRUE(has(message, "'twice' would be compiled under fx::no_retrace: argument 0 is f32[3], was f32[2]"))
      << message;
}

TEST(Memory, NamesTheLargestValuesAndTheirLines) {
  auto f = fx::jit([](const fx::Array &a, const fx::Array &b) { return fx::sum(fx::exp(fx::matmul(a, b)), 0); });
  const auto compiled = f.lower(fx::ones({256, 64}), fx::ones({64, 512})).compile();
  const fx::Memory m = compiled.memory();
  EXPECT_EQ(m.arguments, (256 * 64 + 64 * 512) * 4);
  EXPECT_EQ(m.results, 512 * 4);
  EXPECT_GE(m.temporaries, 256 * 512 * 4);
  EXPECT_EQ(m.peak, m.arguments + m.results + m.constants + m.temporaries + m.workspace);
  ASSERT_FALSE(m.largest.empty());
  EXPECT_EQ(m.largest[0].type, "f32[256,512]");
  EXPECT_TRUE(has(m.largest[0].line, "explain_test.cpp:")) << m.largest[0].line;
  EXPECT_TRUE(has(fx::to_string(m), "f32[256,512]"));
  EXPECT_GT(compiled.cost().flops, 2 * 256 * 64 * 512 - 1);
}

TEST(MaxBytes, RefusesWhatNeedsMore) {
  auto product = [](const fx::Array &a) { return fx::sum(fx::exp(fx::matmul(a, a.T())), 0); };
  const fx::Array a = fx::ones({512, 8});
  const std::string message = message_of([&] { fx::jit(product, {.name = "gram", .max_bytes = fx::mib(0.5)})(a); });
  EXPECT_TRUE(has(message, "fluxion: jit: 'gram' needs 1.")) << message;
  EXPECT_TRUE(has(message, "and may take 512")) << message;
  EXPECT_TRUE(has(message, "1.0 MiB  f32[512,512]  explain_test.cpp:")) << message;
  EXPECT_EQ(fx::jit(product, {.max_bytes = fx::gib(1)})(a).size(), 512);
}

TEST(Compiled, ShowsEachKernel) {
  auto f = fx::jit(
      [](const fx::Array &a, const fx::Array &b) { return fx::sum(fx::tanh(fx::exp(fx::matmul(a, b)) + 3), 0); });
  const auto compiled = f.lower(fx::ones({64, 32}), fx::ones({32, 96})).compile();
  std::string ops;
  for (const fx::Kernel &k : compiled.kernels()) {
    EXPECT_FALSE(k.name.empty());
    if (k.ops.empty()) continue;  // a product of the library
    EXPECT_TRUE(has(k.ir, "define void @")) << k.ir;
    EXPECT_TRUE(has(k.assembly, "ret")) << k.assembly;
    ops += k.ops;
  }
  EXPECT_TRUE(has(ops, "fx.exponential")) << ops;
  EXPECT_TRUE(has(ops, "fx.tanh")) << ops;
}

TEST(Lowered, GivesIrAndStablehlo) {
  const auto lowered = fx::jit([](const fx::Array &x) { return fx::sin(x); }).lower(fx::ones({3}));
  EXPECT_TRUE(has(lowered.text(), "fx.sine"));
  EXPECT_TRUE(has(lowered.stablehlo(), "stablehlo.sine"));
}

TEST(CheckNans, NamesOpLineAndOperands) {
  auto f =
      fx::jit([](const fx::Array &x) { return fx::sum(fx::log(x) * 2); }, {.name = "loss", .check = fx::check::nan});
  EXPECT_TRUE(std::isfinite(f(fx::array({1.f, 2.f})).item<float>()));
  const std::string message = message_of([&] { f(fx::array({1.f, -2.f})); });
  EXPECT_TRUE(has(message, "check: result 0 of 'loss', f32[], has NaN elements")) << message;
  EXPECT_TRUE(has(message, "first made by fx.log at explain_test.cpp:")) << message;
  EXPECT_TRUE(has(message, "element [1] of its result f32[2] is nan, from -2")) << message;
}

TEST(CheckNans, NamesTheBackwardPass) {
  // √ at 0 has an infinite slope, and 0·∞ is NaN.
  auto slope =
      fx::jit(fx::grad([](const fx::Array &x) { return fx::sum(fx::sqrt(x * 0)); }), {.check = fx::check::nan_or_inf});
  const std::string message = message_of([&] { slope(fx::array({1.f, 2.f})); });
  EXPECT_TRUE(has(message, "in the backward pass")) << message;
}

TEST(CheckNans, NamesTheIterationOfALoop) {
  auto f = fx::jit(
      [](const fx::Array &x) {
        return fx::fori_loop(0, 10, [](const fx::Array &, const fx::Array &c) { return fx::sqrt(c) - 0.3; }, x);
      },
      {.check = fx::check::nan});
  const std::string message = message_of([&] { f(fx::array(0.5f)); });
  EXPECT_TRUE(has(message, "fx.sqrt")) << message;
  EXPECT_TRUE(has(message, "iteration ")) << message;
}

TEST(CheckNans, ForAllFunctions) {
  fx::debug::check_nans();
  const std::string eager = message_of([] { fx::log(fx::array({-1.f})); });
  const std::string given = message_of([] { fx::jit([](const fx::Array &x) { return x * 2; })(fx::array({NAN})); });
  fx::debug::check_nans(false);
  EXPECT_TRUE(has(eager, "fx.log")) << eager;
  EXPECT_TRUE(has(given, "so has its argument 0")) << given;
  EXPECT_TRUE(std::isnan(fx::log(fx::array({-1.f})).item<float>()));
}

TEST(CheckNans, LeavesDonatedArgumentsAlone) {
  auto f = fx::jit([](fx::Array x) { return fx::log(x); }, {.check = fx::check::nan});
  fx::Array x = fx::array({-1.f});
  EXPECT_TRUE(has(message_of([&] { f(std::move(x)); }), "from -1"));
}

TEST(Profile, HasTracingPassesCodeKernelsAndThreads) {
  const std::string path = testing::TempDir() + "fluxion_explain_profile.json";
  fx::profile::start(path);
  auto f = fx::jit([](const fx::Array &x) { return fx::sum(fx::exp(x) * 1.25f, 1); }, {.name = "profiled"});
  f(fx::ones({2048, 256}));
  fx::profile::stop();
  std::set<std::string> names, categories;
  const auto trace = nlohmann::json::parse(std::ifstream(path));
  for (const auto &event : trace.at("traceEvents")) {
    names.insert(event.at("name"));
    categories.insert(event.at("cat"));
  }
  std::filesystem::remove(path);
  for (const char *name : {"trace profiled", "compile profiled", "fluxion-simplify", "fluxion-fuse"})
    EXPECT_TRUE(names.contains(name)) << name;
  EXPECT_TRUE(categories.contains("kernel"));
}

}  // namespace
