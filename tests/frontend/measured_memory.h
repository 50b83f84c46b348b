// What compiled functions say that they take, beside what the process takes when they run.
#pragma once
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>
#include <malloc.h>
#include <unistd.h>

#include <cmath>
#include <fstream>
#include <iostream>

#include "tests/frontend/filled.h"

namespace measured {

// Blocks that are free are not kept, before the first is made.
[[maybe_unused]] inline const int no_cache = setenv("FLUXION_MEMORY_CACHE", "0", 1);

// A field of /proc/self/status, in bytes.
inline double status(const std::string &field) {
  std::ifstream file("/proc/self/status");
  for (std::string line; std::getline(file, line);)
    if (line.rfind(field + ":", 0) == 0) return std::stod(line.substr(field.size() + 1)) * 1024;
  return 0;
}

// What a process has once: threads with their stacks and heaps, code that is loaded when it is first run.
inline void warm_up() {
  const fluxion::Array x = filled({2048, 64});
  auto f = [](const fluxion::Array &x) { return fluxion::sum(fluxion::sort(fluxion::matmul(x, x.T()))); };
  (void)fluxion::jit(f)(x).item<float>();
}

// How much the process grows while f runs for the first time; the arguments and constants were there before.
inline double growth(const fluxion::CompiledFunction &f, const std::vector<fluxion::Array> &arguments) {
  malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << "5";
  const double before = status("VmRSS");
  const std::vector<fluxion::Array> results = f(arguments);
  return status("VmHWM") - before;
}

// Ends the process: with 0 if f, on so many threads (0: all), takes what it says, to 5 %.
template <class F, class... A>
[[noreturn]] void measure(int threads, const F &function, const A &...arguments) {
  const auto f = fluxion::jit(function, {.threads = threads}).lower(arguments...).compile();
  const fluxion::Memory m = f.memory();
  warm_up();
  std::vector<fluxion::Array> leaves;
  for (const auto &part : {fluxion::tree::leaves(arguments)...}) leaves.insert(leaves.end(), part.begin(), part.end());
  const double measured = static_cast<double>(m.arguments + m.constants) + growth(f, leaves);
  const double ratio = measured / static_cast<double>(m.peak);
  std::cerr << "measured " << measured << " bytes, " << ratio << " of what it says:\n" << m;
  _exit(std::abs(ratio - 1) < 0.05 ? 0 : 1);
}

// A process for each, since threads keep their workspace.
#define EXPECT_MEASURED(...) EXPECT_EXIT(measured::measure(__VA_ARGS__), testing::ExitedWithCode(0), "measured")

class MeasuredMemory : public testing::Test {
  void SetUp() override {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    std::ofstream refs("/proc/self/clear_refs");
    if (!(refs << "5" << std::flush) || status("VmHWM") == 0) GTEST_SKIP() << "the peak of a process cannot be reset";
  }
};

inline fluxion::Array square(int64_t n) { return filled({n, n}); }

}  // namespace measured
