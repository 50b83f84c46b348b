// while and scan: every number of iterations, carries that change places, in place, and memory that carries share.
#include <gtest/gtest.h>

#include <utility>

#include "tests/runtime/program_builder.h"

namespace fluxion::runtime {
namespace {

using Values = std::vector<std::vector<int32_t>>;
using Ints = std::vector<int32_t>;

int32_t &at(void *const *buffers, int i) { return *static_cast<int32_t *>(buffers[i]); }

// Fibonacci, with a limit as the constant: (limit, i, a, b) -> (i + 1, b, a + b) while i < limit
void less(void *const *buffers, int64_t, int64_t, void *) {
  *static_cast<bool *>(buffers[2]) = at(buffers, 1) < at(buffers, 0);
}
void fibonacci(void *const *b, int64_t, int64_t, void *) {
  EXPECT_NE(b[1], b[4]);
  const int32_t i = at(b, 0), x = at(b, 1), y = at(b, 2);
  at(b, 3) = i + 1;
  at(b, 4) = y;
  at(b, 5) = x + y;
}

const ShapeDtype kInt = scalar(i32);

WhileStep fibonacci_loop() {
  WhileStep loop;
  loop.condition =
      program({kInt, kInt, kInt, kInt}, {scalar(bool_)}, {kernel(less, {argument(0), argument(1), result(0)})});
  loop.body = program({kInt, kInt, kInt, kInt}, {kInt, kInt, kInt},
                      {kernel(fibonacci, {argument(1), argument(2), argument(3), result(0), result(1), result(2)})});
  loop.constants = {argument(0)};
  loop.carry_in = {argument(1), argument(2), argument(3)};
  loop.results = {result(0), result(1), result(2)};
  loop.spare = {arena(0), arena(4), arena(8)};
  loop.carry_bytes = {4, 4, 4};
  loop.flag = arena(12);
  loop.arena = arena(16);
  return loop;
}

std::vector<ShapeDtype> ints(int n) { return std::vector<ShapeDtype>(static_cast<size_t>(n), kInt); }

Values fibonacci_after(int n) {
  int32_t a = 0, b = 1;
  for (int i = 0; i < n; ++i) a = std::exchange(b, a + b);
  return {{std::max(n, 0)}, {a}, {b}};
}

TEST(While, RunsAnyNumberOfTimes) {
  const Executable executable(program(ints(4), ints(3), {fibonacci_loop()}, 16));
  for (int n : {0, 1, 2, 3, 4, 7, 20, -1}) {
    EXPECT_EQ(run<int32_t>(executable, {{n}, {0}, {0}, {1}}), fibonacci_after(n)) << n;
  }
}

TEST(While, CarriesMayComeInTheMemoryOfResults) {
  const Executable executable(program(ints(4), ints(3), {fibonacci_loop()}, 16));
  const int orders[][3] = {{0, 1, 2}, {1, 2, 0}, {2, 1, 0}, {0, 2, 1}};
  for (const auto &order : orders) {
    for (int n : {0, 1, 2, 3, 8}) {
      int32_t limit = n, values[3] = {0, 0, 1};  // carry i is values[i], result i goes to values[order[i]]
      void *arguments[] = {&limit, &values[0], &values[1], &values[2]};
      void *results[] = {&values[order[0]], &values[order[1]], &values[order[2]]};
      executable.run(arguments, results);
      const Values expected = fibonacci_after(n);
      for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(values[order[i]], expected[static_cast<size_t>(i)][0]) << "result " << i << " after " << n;
      }
    }
  }
}

TEST(While, CarriesMayComeInTheirOwnSpare) {
  WhileStep loop = fibonacci_loop();
  std::vector<Step> steps;
  for (int i = 0; i < 3; ++i) {
    steps.push_back(CopyStep{argument(i + 1), arena(4 * i), 4});
    loop.carry_in[static_cast<size_t>(i)] = arena(4 * i);
  }
  steps.push_back(loop);
  const Executable executable(program(ints(4), ints(3), std::move(steps), 16));
  for (int n : {0, 1, 2, 5}) EXPECT_EQ(run<int32_t>(executable, {{n}, {0}, {0}, {1}}), fibonacci_after(n)) << n;
}

// carry' = carry·factor + x; y = carry'. The constant is the factor.
void horner(void *const *b, int64_t, int64_t, void *) {
  const int32_t next = at(b, 1) * at(b, 0) + at(b, 2);
  at(b, 3) = next;
  at(b, 4) = next;
}

ScanStep horner_scan(int64_t length, bool reverse) {
  ScanStep scan;
  scan.body =
      program(ints(3), ints(2), {kernel(horner, {argument(0), argument(1), argument(2), result(0), result(1)})});
  scan.length = length;
  scan.reverse = reverse;
  scan.constants = {argument(0)};
  scan.carry_in = {argument(1)};
  scan.results = {result(0)};
  scan.spare = {arena(0)};
  scan.carry_bytes = {4};
  scan.xs = {argument(2)};
  scan.ys = {result(1)};
  scan.x_strides = scan.y_strides = {4};
  scan.arena = arena(4);
  return scan;
}

Values horner_reference(const Ints &x, bool reverse) {
  int32_t carry = 5;
  Ints y(x.size());
  for (size_t i = 0; i < x.size(); ++i) {
    const size_t j = reverse ? x.size() - 1 - i : i;
    y[j] = carry = carry * 3 + x[j];
  }
  return {{carry}, y};
}

TEST(Scan, ReadsAndWritesSlicesInBothDirections) {
  for (int64_t length : {0, 1, 2, 3, 4, 9, 10}) {
    Ints x(static_cast<size_t>(length));
    for (size_t i = 0; i < x.size(); ++i) x[i] = static_cast<int32_t>(i * i % 7);
    for (bool reverse : {false, true}) {
      for (bool in_place : {false, true}) {
        ScanStep scan = horner_scan(length, reverse);
        if (in_place) std::const_pointer_cast<Program>(scan.body)->aliases = {1, -1};
        const Executable executable(
            program({kInt, kInt, vector_of(length, i32)}, {kInt, vector_of(length, i32)}, {scan}, 4));
        EXPECT_EQ(run<int32_t>(executable, {{3}, {5}, x}), horner_reference(x, reverse)) << length << reverse;
      }
    }
  }
}

TEST(Scan, CarryMayComeInTheMemoryOfItsResult) {
  for (int64_t length : {0, 1, 2, 3}) {
    for (bool in_place : {false, true}) {
      ScanStep scan = horner_scan(length, false);
      if (in_place) std::const_pointer_cast<Program>(scan.body)->aliases = {1, -1};
      const Executable executable(
          program({kInt, kInt, vector_of(length, i32)}, {kInt, vector_of(length, i32)}, {scan}, 4));
      int32_t factor = 3, carry = 5;
      Ints x(static_cast<size_t>(length), 2), y = x;
      void *arguments[] = {&factor, &carry, x.data()}, *results[] = {&carry, y.data()};
      executable.run(arguments, results);
      EXPECT_EQ((Values{{carry}, y}), horner_reference(x, false)) << length;
    }
  }
}

// A body may update its carry in place: it is then given one place for both, and copies nothing.
TEST(Scan, UpdatesInPlaceWhatTheBodyCan) {
  auto body = program({vector_of(4, i32), kInt}, {vector_of(4, i32)},
                      {kernel(
                          [](void *const *b, int64_t, int64_t, void *) {
                            EXPECT_EQ(b[0], b[2]);
                            static_cast<int32_t *>(b[2])[at(b, 1)] += 1;
                          },
                          {argument(0), argument(1), result(0)})});
  body->aliases = {0};
  ScanStep scan;
  scan.body = body;
  scan.length = 5;
  scan.carry_in = {argument(0)};
  scan.results = {result(0)};
  scan.spare = {BufferRef{}};
  scan.carry_bytes = {16};
  scan.xs = {argument(1)};
  scan.x_strides = {4};
  const Executable executable(program({vector_of(4, i32), vector_of(5, i32)}, {vector_of(4, i32)}, {scan}));
  EXPECT_EQ(run<int32_t>(executable, {{10, 20, 30, 40}, {3, 0, 0, 1, 3}}), (Values{{12, 21, 30, 42}}));
}

// Two carries that change places in every iteration, by copies of the body.
TEST(Scan, CarriesChangePlaces) {
  for (int64_t length : {0, 1, 2, 5}) {
    ScanStep scan;
    scan.body = program(ints(2), ints(2), {CopyStep{argument(0), result(1), 4}, CopyStep{argument(1), result(0), 4}});
    scan.length = length;
    scan.carry_in = {argument(0), argument(1)};
    scan.results = {result(0), result(1)};
    scan.spare = {arena(0), arena(4)};
    scan.carry_bytes = {4, 4};
    const Executable executable(program(ints(2), ints(2), {scan}, 8));
    EXPECT_EQ(run<int32_t>(executable, {{1}, {2}}), length % 2 ? (Values{{2}, {1}}) : (Values{{1}, {2}}));
  }
}

// A scan in a scan: the sum of a matrix by rows, each row with an arena of its own.
TEST(Scan, Nests) {
  const auto add = program(ints(2), ints(1),
                           {kernel([](void *const *b, int64_t, int64_t, void *) { at(b, 2) = at(b, 0) + at(b, 1); },
                                   {argument(0), argument(1), arena(0)}),
                            CopyStep{arena(0), result(0), 4}},
                           4);
  ScanStep row;
  row.body = add;
  row.length = 3;
  row.carry_in = {argument(0)};
  row.results = {result(0)};
  row.spare = {arena(0)};
  row.carry_bytes = {4};
  row.xs = {argument(1)};
  row.x_strides = {4};
  row.arena = arena(4);
  ScanStep matrix = row;
  matrix.body = program({kInt, vector_of(3, i32)}, ints(1), {row}, 8);
  matrix.length = 4;
  matrix.x_strides = {12};
  const Executable executable(program({kInt, {{4, 3}, i32}}, ints(1), {matrix}, 12));
  EXPECT_EQ(run<int32_t>(executable, {{100}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}}), (Values{{178}}));
}

}  // namespace
}  // namespace fluxion::runtime
