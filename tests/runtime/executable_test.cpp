// Programs on one level: kernels, copies, constants, products, cases, calls; checks of what does not fit together.
#include "runtime/executable.h"

#include <fluxion/error.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <thread>

#include "runtime/allocator.h"
#include "runtime/library.h"
#include "runtime/thread_pool.h"
#include "tests/runtime/program_builder.h"

namespace fluxion::runtime {
namespace {

using Vectors = std::vector<std::vector<float>>;
constexpr int64_t kTile = 16;

// out = a + b, 16 elements a tile
void add(void *const *buffers, int64_t begin, int64_t end, void *) {
  const auto *a = static_cast<const float *>(buffers[0]), *b = static_cast<const float *>(buffers[1]);
  auto *out = static_cast<float *>(buffers[2]);
  for (int64_t i = begin * kTile; i < end * kTile; ++i) out[i] = a[i] + b[i];
}

// out = a², by way of scratch memory
void square(void *const *buffers, int64_t begin, int64_t end, void *scratch) {
  const auto *a = static_cast<const float *>(buffers[0]);
  auto *out = static_cast<float *>(buffers[1]), *rows = static_cast<float *>(scratch);
  EXPECT_EQ(reinterpret_cast<uintptr_t>(scratch) % 64, 0u);
  for (int64_t tile = begin; tile < end; ++tile) {
    std::memcpy(rows, a + tile * kTile, kTile * sizeof(float));
    for (int64_t i = 0; i < kTile; ++i) out[tile * kTile + i] = rows[i] * rows[i];
  }
}

std::vector<float> iota(int64_t n, float start = 0) {
  std::vector<float> values(static_cast<size_t>(n));
  for (size_t i = 0; i < values.size(); ++i) values[i] = start + static_cast<float>(i);
  return values;
}

/// (a + b)², the sum lying in the arena.
std::shared_ptr<Program> square_of_sum(int64_t n) {
  return program({vector_of(n), vector_of(n)}, {vector_of(n)},
                 {kernel(add, {argument(0), argument(1), arena(0)}, n / kTile),
                  kernel(square, {arena(0), result(0)}, n / kTile, 2, 64)},
                 n * 4);
}

TEST(Executable, RunsKernelsOverTheArena) {
  for (int64_t n : {16, 160, 16'000, 1'600'000}) {  // the last arena goes back to the allocator
    const Executable executable(square_of_sum(n));
    for (int round = 0; round < 2; ++round) {
      const auto y = run<float>(executable, {iota(n), iota(n, 1)})[0];
      for (int64_t i = 0; i < n; ++i) {
        const float sum = 2 * static_cast<float>(i) + 1;
        ASSERT_EQ(y[static_cast<size_t>(i)], sum * sum);
      }
    }
  }
}

TEST(Executable, AllocatesNothingInTheSteadyState) {
  const Executable executable(square_of_sum(1600));
  std::vector<float> a = iota(1600), b = a, y(1600);
  void *arguments[] = {a.data(), b.data()}, *results[] = {y.data()};
  executable.run(arguments, results);
  const MemoryStats before = memory_stats();
  reset_peak();
  for (int i = 0; i < 10; ++i) executable.run(arguments, results);
  EXPECT_EQ(memory_stats().peak, before.live);
}

TEST(Executable, ServesSixteenThreadsAtTheSameTime) {
  ThreadPool::global().set_threads(2);
  const Executable executable(square_of_sum(3200));
  std::vector<std::thread> threads;
  for (int t = 0; t < 16; ++t) {
    threads.emplace_back([&executable, t] {
      for (int round = 0; round < 20; ++round) {
        const auto y = run<float>(executable, {iota(3200), iota(3200, static_cast<float>(t))})[0];
        for (size_t i = 0; i < y.size(); ++i) {
          const float sum = 2 * static_cast<float>(i) + static_cast<float>(t);
          ASSERT_EQ(y[i], sum * sum);
        }
      }
    });
  }
  for (std::thread &thread : threads) thread.join();
}

TEST(Executable, ConstantsAreAlignedAndCopiesMoveBytes) {
  auto p = program({}, {vector_of(3), vector_of(2)},
                   {CopyStep{constant(1), result(0), 12}, CopyStep{constant(1, 4), result(1), 8},
                    kernel([](void *const *buffers, int64_t, int64_t,
                              void *) { EXPECT_EQ(reinterpret_cast<uintptr_t>(buffers[0]) % 64, 0u); },
                           {constant(1)})});
  p->constants = {{scalar(), bytes_of<float>({7})}, {vector_of(3), bytes_of<float>({1, 2, 3})}};
  EXPECT_EQ(run<float>(Executable(p), {}), (Vectors{{1, 2, 3}, {2, 3}}));
}

TEST(Executable, WorksInPlaceOnADonatedArgument) {
  auto p =
      program({vector_of(16), vector_of(16)}, {vector_of(16)}, {kernel(add, {argument(0), argument(1), result(0)})});
  p->aliases = {0};
  std::vector<float> a = iota(16), b = iota(16);
  void *arguments[] = {a.data(), b.data()}, *results[] = {a.data()};
  Executable(p).run(arguments, results);
  EXPECT_EQ(a[15], 30);
}

TEST(Executable, MultipliesMatrices) {
  GemmStep gemm;
  gemm.m = 2, gemm.n = 2, gemm.k = 3;
  gemm.a = {argument(0), 3, 1, {}};
  gemm.b = {argument(1), 2, 1, {}};
  gemm.out = {result(0), 2, 1, {}};
  const auto p = program({vector_of(6), vector_of(6)}, {vector_of(4)}, {gemm});
  const Vectors y = run<float>(Executable(p), {{1, 2, 3, 4, 5, 6}, {1, 0, 0, 1, 1, 1}});
  EXPECT_EQ(y[0], (std::vector<float>{4, 5, 10, 11}));
}

TEST(Executable, CaseTakesTheLastBranchForOtherNumbers) {
  const auto branch = [](float value) {
    auto p = program({scalar()}, {scalar()}, {CopyStep{constant(0), result(0), 4}}, 8);
    p->constants = {{scalar(), bytes_of<float>({value})}};
    return p;
  };
  CaseStep choice;
  choice.index = argument(0);
  choice.branches = {branch(10), branch(20), branch(30)};
  choice.operands = {argument(1)};
  choice.results = {result(0)};
  choice.arena = arena(16);
  const Executable executable(program({scalar(i32), scalar()}, {scalar()}, {choice}, 24));
  for (auto [index, expected] : {std::pair(-5, 30.f), {0, 10.f}, {1, 20.f}, {2, 30.f}, {77, 30.f}}) {
    float x = 0, y = 0;
    void *arguments[] = {&index, &x}, *results[] = {&y};
    executable.run(arguments, results);
    EXPECT_EQ(y, expected) << index;
  }
}

TEST(Executable, CallsTheLibrary) {
  CallStep call{"cumulative", {argument(0), result(0)}, {vector_of(4), vector_of(4)}, {0, 0, 0}};
  EXPECT_EQ(run<float>(Executable(program({vector_of(4)}, {vector_of(4)}, {call})), {{1, 2, 3, 4}}),
            (Vectors{{1, 3, 6, 10}}));
}

TEST(Executable, PassesOnTheErrorsOfFunctions) {
  register_function("test_fails", [](void *const *, const ShapeDtype *, int, const int64_t *, int) {
    throw DeviceError("no such device");
  });
  const Executable executable(program({}, {}, {CallStep{"test_fails", {}, {}, {}}}, 64));
  EXPECT_THROW(run<float>(executable, {}), DeviceError);
  EXPECT_THROW(run<float>(executable, {}), DeviceError);
}

std::string refusal(const std::shared_ptr<Program> &p) {
  try {
    Executable executable(p);
  } catch (const CompileError &error) {
    return error.what();
  }
  return "";
}

TEST(Executable, RefusesProgramsThatContradictThemselves) {
  EXPECT_EQ(refusal(program({vector_of(4)}, {}, {CopyStep{argument(0), arena(0), 4}})),
            "cannot run the program 'test': step 0: it reaches beyond the end of a buffer");
  EXPECT_NE(refusal(program({vector_of(4)}, {}, {CopyStep{argument(0), arena(0), -4}}, 64)), "");
  EXPECT_NE(refusal(program({vector_of(4)}, {}, {CopyStep{argument(0, INT64_MAX), arena(0), 4}}, 64)), "");
  EXPECT_NE(refusal(program({vector_of(4)}, {}, {CopyStep{argument(0, -4), arena(0), 4}}, 64)), "");
  EXPECT_EQ(refusal(program({}, {}, {CopyStep{argument(0), arena(0), 4}}, 4)),
            "cannot run the program 'test': step 0: it names a buffer that does not exist");
  EXPECT_EQ(refusal(program({}, {}, {CallStep{"nothing", {}, {}, {}}})),
            "cannot run the program 'test': step 0: the runtime has no function 'nothing'");
  CaseStep choice;
  choice.index = argument(0);
  choice.branches = {program({scalar()}, {}, {})};
  choice.arena = arena(0);
  EXPECT_EQ(refusal(program({scalar(i32)}, {}, {choice})),
            "cannot run the program 'test': step 0: the numbers of arrays and of their types differ");
  auto p = program({}, {}, {});
  p->constants = {{vector_of(3), "too short"}};
  EXPECT_NE(refusal(p), "");
  auto unloadable = std::make_shared<Code>();
  unloadable->symbol = "f";
  KernelStep step;
  step.code = unloadable;
  EXPECT_EQ(refusal(program({}, {}, {step})), "cannot load the object code of 'f': its header is cut off");
}

}  // namespace
}  // namespace fluxion::runtime
