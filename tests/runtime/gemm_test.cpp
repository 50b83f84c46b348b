// Matrix products against sums in double, over shapes, strides, types and threads.
#include "runtime/gemm.h"

#include <array>
#include <cmath>
#include <cstring>
#include <random>
#include <tuple>

#include <gtest/gtest.h>

#include "runtime/gemm_kernels.h"
#include "runtime/thread_pool.h"

namespace fluxion::runtime {
namespace {

// A buffer of any float dtype, of bytes or of their sums, read and written as double.
struct Values {
  DType type = DType::f32;
  std::vector<char> bytes;
  Values(DType type, int64_t count) : type(type), bytes(static_cast<size_t>(count * size_of(type))) {}
  template <class T>
  T &as(int64_t i) {
    return reinterpret_cast<T *>(bytes.data())[i];
  }
  double get(int64_t i) {
    if (type == DType::f64) return as<double>(i);
    if (type == DType::f32) return as<float>(i);
    if (type == DType::i8) return as<int8_t>(i);
    if (type == DType::i32) return as<int32_t>(i);
    return to_float(type, as<uint16_t>(i));
  }
  void set(int64_t i, double x) {
    if (type == DType::f64) {
      as<double>(i) = x;
    } else if (type == DType::f32) {
      as<float>(i) = static_cast<float>(x);
    } else if (type == DType::i8) {  // the whole range for x in [-1, 1]
      as<int8_t>(i) = static_cast<int8_t>(std::lround(127.5 * x - 0.5));
    } else if (type == DType::i32) {
      as<int32_t>(i) = static_cast<int32_t>(x);
    } else {
      as<uint16_t>(i) = from_float(type, static_cast<float>(x));
    }
  }
};

enum class Layout { rows, columns, strided };  // which dimension is contiguous

// Strides of a rows×columns matrix, three more elements between its lines than needed.
std::pair<int64_t, int64_t> strides_of(Layout layout, int64_t rows, int64_t columns) {
  switch (layout) {
    case Layout::rows:
      return {columns + 3, 1};
    case Layout::columns:
      return {1, rows + 3};
    default:
      return {2 * columns + 3, 2};
  }
}
int64_t elements_of(Layout layout, int64_t rows, int64_t columns) {
  const auto [row, column] = strides_of(layout, rows, columns);
  return rows * row + columns * column + 1;
}

struct Case {
  int64_t m, n, k;
  Layout a = Layout::rows, b = Layout::rows, out = Layout::rows;
  DType type = DType::f32, out_type = DType::f32;
  std::vector<int64_t> batch = {};
};

// Operands, step and result of a case; in a batch of two dimensions b lacks the first.
struct Instance {
  Case c;
  GemmStep step;
  int64_t batches = 1, b_batches = 1;
  Values a, b, out;

  explicit Instance(const Case &c) : c(c), a(c.type, 0), b(c.type, 0), out(c.out_type, 0) {
    step.dtype = c.type, step.out_dtype = c.out_type;
    step.batch = c.batch;
    step.m = c.m, step.n = c.n, step.k = c.k;
    for (int64_t size : c.batch) batches *= size;
    b_batches = c.batch.size() == 2 ? c.batch[1] : batches;
    const int64_t na = elements_of(c.a, c.m, c.k), nb = elements_of(c.b, c.k, c.n), no = elements_of(c.out, c.m, c.n);
    place(step.a, c.a, c.m, c.k, na, true);
    place(step.b, c.b, c.k, c.n, nb, c.batch.size() != 2);
    place(step.out, c.out, c.m, c.n, no, true);
    a = Values(c.type, na * batches), b = Values(c.type, nb * b_batches), out = Values(c.out_type, no * batches);
    std::mt19937 random(static_cast<unsigned>(c.m * 31 + c.n * 7 + c.k));
    std::uniform_real_distribution<double> uniform(-1, 1);
    for (int64_t i = 0; i < na * batches; ++i) a.set(i, uniform(random));
    for (int64_t i = 0; i < nb * b_batches; ++i) b.set(i, uniform(random));
    for (int64_t i = 0; i < no * batches; ++i) out.set(i, 77);
  }
  void place(GemmStep::Operand &operand, Layout layout, int64_t rows, int64_t columns, int64_t size, bool outer) {
    std::tie(operand.row_stride, operand.column_stride) = strides_of(layout, rows, columns);
    int64_t stride = size;
    for (size_t d = c.batch.size(); d-- > 0; stride *= c.batch[d])
      operand.batch_strides.insert(operand.batch_strides.begin(), d == 0 && !outer ? 0 : stride);
  }
  static int64_t offset(const GemmStep &step, const GemmStep::Operand &operand, int64_t batch, int64_t i, int64_t j) {
    int64_t at = i * operand.row_stride + j * operand.column_stride;
    for (size_t d = step.batch.size(); d-- > 0; batch /= step.batch[d])
      at += batch % step.batch[d] * operand.batch_strides[d];
    return at;
  }
  double expected(int64_t batch, int64_t i, int64_t j) {
    double sum = 0;
    for (int64_t p = 0; p < c.k; ++p)
      sum += a.get(offset(step, step.a, batch, i, p)) * b.get(offset(step, step.b, batch, p, j));
    return sum;
  }
  double tolerance() const {
    if (c.type == DType::i8) return 0;
    const double sums = std::sqrt(static_cast<double>(c.k)) + 1;
    double last = c.type == DType::f64 ? 1e-14 : 2e-6;
    if (c.out_type == DType::f32) last = 2e-6;
    if (c.out_type == DType::f16) last = 1e-3;
    if (c.out_type == DType::bf16) last = 8e-3;
    return last * sums;
  }
  void run(ThreadPool &pool, void *const *epilogue_buffers = nullptr) {
    run_gemm(step, a.bytes.data(), b.bytes.data(), out.bytes.data(), epilogue_buffers, pool);
  }
  // Every element where there are few, else some thousands of them.
  void check() {
    const int64_t total = batches * c.m * c.n, every = std::max<int64_t>(1, total * (c.k + 1) / 4000000 | 1);
    int wrong = 0;
    for (int64_t e = 0; e < total && wrong < 3; e += every) {
      const int64_t batch = e / (c.m * c.n), i = e / c.n % c.m, j = e % c.n;
      const double want = expected(batch, i, j), got = out.get(offset(step, step.out, batch, i, j));
      if (!(std::abs(got - want) <= tolerance())) {
        ADD_FAILURE() << describe() << ": at (" << batch << ", " << i << ", " << j << ") " << got << ", not " << want;
        ++wrong;
      }
    }
    // Between the lines of the result nothing is written.
    for (int64_t i = 0; c.out == Layout::rows && total > 0 && i < c.m; ++i) {
      ASSERT_EQ(out.get(offset(step, step.out, 0, i, c.n)), 77) << describe() << ": wrote beyond row " << i;
    }
  }
  std::string describe() const {
    return "m " + std::to_string(c.m) + " n " + std::to_string(c.n) + " k " + std::to_string(c.k) + " layouts " +
           std::to_string(static_cast<int>(c.a)) + std::to_string(static_cast<int>(c.b)) +
           std::to_string(static_cast<int>(c.out)) + " " + std::string(name(c.type)) + " to " +
           std::string(name(c.out_type));
  }
};

ThreadPool &threads(int n) {
  static ThreadPool one(1), three(3);
  return n == 1 ? one : three;
}

void expect_right(const Case &c) {
  Instance instance(c);
  instance.run(threads(3));
  instance.check();
}

constexpr Layout kLayouts[] = {Layout::rows, Layout::columns, Layout::strided};

TEST(Gemm, EveryStridePatternGivesTheSameProduct) {
  for (const auto &[m, n, k] : {std::array<int64_t, 3>{13, 70, 37}, {65, 49, 130}, {100, 130, 700}})
    for (Layout a : kLayouts)
      for (Layout b : kLayouts)
        for (Layout out : kLayouts) expect_right({m, n, k, a, b, out});
}

TEST(Gemm, SmallSizesAndTails) {
  for (int64_t m : {1, 2, 5, 6, 7, 8, 17})
    for (int64_t n : {1, 2, 7, 16, 33, 64, 65})
      for (int64_t k : {1, 2, 3, 15, 16, 17, 64}) {
        expect_right({m, n, k});
        expect_right({m, n, k, Layout::columns, Layout::columns});
      }
}

TEST(Gemm, LargeProductsInManyBlocks) {
  expect_right({500, 520, 1100});
  expect_right({700, 65, 384, Layout::columns});
  expect_right({90, 2100, 600, Layout::rows, Layout::columns});
  expect_right({1300, 300, 1030, Layout::columns, Layout::rows, Layout::columns});
  expect_right({6, 3000, 2000});
}

TEST(Gemm, LongSumsOfFewResults) {
  for (Layout a : kLayouts) expect_right({20, 70, 9001, a, Layout::rows});
  expect_right({65, 7, 5003, Layout::columns, Layout::columns, Layout::strided, DType::bf16, DType::f16});
  expect_right({20, 30, 6000, Layout::columns, Layout::rows, Layout::columns, DType::f64, DType::f64, {2, 3}});
}

TEST(Gemm, MatrixTimesVector) {
  for (Layout layout : kLayouts) {
    expect_right({1, 5000, 70, Layout::rows, layout});
    expect_right({1, 65, 3000, Layout::columns, layout});
    expect_right({777, 1, 129, layout, Layout::rows});
    expect_right({777, 1, 1, layout, Layout::columns, Layout::columns});
    expect_right({33, 1, 1000, layout, Layout::columns, Layout::rows, DType::f16, DType::f32});
    expect_right({1, 40, 100, Layout::rows, layout, Layout::rows, DType::f64, DType::f64, {3, 2}});
  }
}

TEST(Gemm, EveryTypeOfInputAndResult) {
  for (DType type : {DType::f32, DType::f64, DType::bf16, DType::f16})
    for (DType out : {DType::f32, DType::f64, DType::bf16, DType::f16})
      for (Layout layout : kLayouts) {
        expect_right({70, 66, 600, layout, Layout::rows, Layout::rows, type, out});
        expect_right({40, 100, 50, Layout::rows, layout, Layout::columns, type, out});
        expect_right({130, 17, 90, layout, layout, Layout::rows, type, out});
      }
}

// By fours where the machine can and k is a multiple, else widened; all exact.
TEST(Gemm, SumsOfBytes) {
  for (Layout a : kLayouts)
    for (Layout b : kLayouts)
      for (int64_t k : {1, 4, 7, 64, 130, 1100, 2048}) {
        expect_right({50, 130, k, a, b, Layout::rows, DType::i8, DType::i32});
        expect_right({13, 65, k, a, b, Layout::columns, DType::i8, DType::i32, {2, 2}});
      }
  for (const auto &[m, n] : {std::pair<int64_t, int64_t>{1, 300}, {300, 1}, {2, 70}, {300, 300}, {384, 65}})
    for (int64_t k : {32, 1024, 4100})
      expect_right({m, n, k, Layout::rows, Layout::columns, Layout::rows, DType::i8, DType::i32});
  expect_right({20, 70, 9004, Layout::columns, Layout::rows, Layout::rows, DType::i8, DType::i32});
}

TEST(Gemm, SumsOfBytesWrapAround) {
  constexpr int64_t k = 1 << 18;  // times 2^14 is 2^32
  const std::vector<int8_t> least(k, -128);
  for (int64_t terms : {k, k - 4, k / 2, k / 2 + 1}) {
    GemmStep step;
    step.dtype = DType::i8, step.out_dtype = DType::i32, step.k = terms;
    step.a = {{}, 1, 1, {}}, step.b = {{}, 1, 1, {}}, step.out = {{}, 1, 1, {}};
    int32_t out = 77;
    run_gemm(step, least.data(), least.data(), &out, nullptr, threads(3));
    EXPECT_EQ(out, static_cast<int32_t>(static_cast<uint32_t>(terms << 14))) << terms;
  }
}

TEST(Gemm, BatchesHaveTheirOwnStrides) {
  for (Layout b : kLayouts) {
    expect_right({33, 64, 40, Layout::rows, b, Layout::rows, DType::f32, DType::f32, {3, 5}});
    expect_right({300, 80, 600, Layout::columns, b, Layout::rows, DType::f32, DType::f32, {2, 3}});
    expect_right({7, 5, 3, Layout::rows, b, Layout::strided, DType::f32, DType::f32, {50}});
  }
}

// Few rows: threads keep all of A packed, in parts of k where it is long.
TEST(Gemm, ProductsOfFewRows) {
  for (Layout a : kLayouts)
    for (Layout b : {Layout::rows, Layout::columns}) {
      expect_right({304, 130, 1300, a, b});
      expect_right({70, 1100, 520, a, b, Layout::columns});
      expect_right({40, 400, 13200, a, b, Layout::rows, DType::f64, DType::f64});
    }
  expect_right({256, 65, 4200, Layout::rows, Layout::rows, Layout::rows, DType::bf16, DType::f32});
  expect_right({256, 65, 4200, Layout::rows, Layout::strided, Layout::rows, DType::f32, DType::f32, {2}});
}

TEST(Gemm, AnEmptySumIsZeroAndAnEmptyResultIsUntouched) {
  expect_right({5, 70, 0});
  expect_right({1, 3, 0});
  expect_right({5, 70, 0, Layout::rows, Layout::rows, Layout::columns, DType::bf16, DType::f16});
  expect_right({0, 4, 4});
  expect_right({4, 0, 4});
  expect_right({4, 4, 4, Layout::rows, Layout::rows, Layout::rows, DType::f32, DType::f32, {0}});
}

TEST(Gemm, BitsDoNotDependOnTheNumberOfThreads) {
  for (const Case &c : {Case{310, 200, 900}, Case{300, 200, 900}, Case{300, 1030, 3600},
                        Case{65, 700, 384, Layout::columns}, Case{1, 9000, 65}, Case{60, 60, 20000},
                        Case{900, 65, 1200, Layout::rows, Layout::columns, Layout::rows, DType::f32, DType::bf16},
                        Case{64, 64, 64, Layout::rows, Layout::columns, Layout::rows, DType::f32, DType::f32, {40}}}) {
    Instance one(c), three(c);
    one.run(threads(1));
    three.run(threads(3));
    EXPECT_EQ(one.out.bytes, three.out.bytes) << one.describe();
  }
}

// An epilogue of two buffers: result[batch, i, j] = 2·sum + bias[j], and counts of visits and of their announcements.
struct EpilogueData {
  int64_t m, n;
  std::vector<float> bias, result, visits, announced;
};
void double_and_add_bias(void *const *buffers, int64_t batch, int64_t m0, int64_t n0, int64_t rows, int64_t columns,
                         const float *tile, int64_t ld) {
  auto &data = *static_cast<EpilogueData *>(buffers[0]);
  for (int64_t i = 0; i < rows; ++i)
    for (int64_t j = 0; j < columns; ++j) {
      const auto at = static_cast<size_t>((batch * data.m + m0 + i) * data.n + n0 + j);
      if (!tile) {
        data.announced[at] += data.visits[at] == 0 ? 1 : 100;
        continue;
      }
      data.result[at] = 2 * tile[i * ld + j] + data.bias[static_cast<size_t>(n0 + j)];
      data.visits[at] += 1;
    }
}

TEST(Gemm, EpilogueSeesEveryElementOnce) {
  for (const Case &c : {Case{130, 150, 70}, Case{130, 150, 1100, Layout::columns}, Case{20, 9, 5000},
                        Case{500, 65, 384}, Case{150, 2200, 1000}, Case{310, 700, 20}, Case{1, 700, 90},
                        Case{700, 1, 90}, Case{9, 9, 0}, Case{3, 1, 4, Layout::strided, Layout::strided},
                        Case{40, 40, 40, Layout::rows, Layout::rows, Layout::rows, DType::bf16, DType::bf16, {6}}}) {
    Instance instance(c);
    instance.step.epilogue = std::make_shared<Code>();
    instance.step.epilogue->address = reinterpret_cast<void *>(double_and_add_bias);
    EpilogueData data{c.m, c.n, {}, {}, {}, {}};
    const auto count = static_cast<size_t>(instance.batches * c.m * c.n);
    data.bias.resize(static_cast<size_t>(c.n), 0.5f);
    data.result.resize(count);
    data.visits.resize(count);
    data.announced.resize(count);
    void *buffers[] = {&data};
    run_gemm(instance.step, instance.a.bytes.data(), instance.b.bytes.data(), nullptr, buffers, threads(3));
    for (size_t e = 0; e < count; ++e) {
      const auto at = static_cast<int64_t>(e);
      const double want = 2 * instance.expected(at / (c.m * c.n), at / c.n % c.m, at % c.n) + 0.5;
      ASSERT_NEAR(data.result[e], want, 1e-5 * std::sqrt(static_cast<double>(c.k) + 1)) << instance.describe();
      ASSERT_EQ(data.visits[e], 1) << instance.describe();
      ASSERT_LE(data.announced[e], 1) << instance.describe();
    }
  }
}

// A micro-kernel of 5×24 for pairs of bf16, in plain loops.
void micro_kernel_of_pairs(const void *a, const void *b, void *c, int64_t k, int64_t a_row, int64_t a_column,
                           int64_t b_row, int64_t c_row, int64_t accumulate) {
  const auto *pa = static_cast<const uint16_t *>(a), *pb = static_cast<const uint16_t *>(b);
  auto *pc = static_cast<float *>(c);
  for (int64_t i = 0; i < 5; ++i)
    for (int64_t j = 0; j < 24; ++j) {
      float sum = accumulate ? pc[i * c_row + j] : 0;
      for (int64_t p = 0; p < k; ++p)
        for (int64_t h = 0; h < 2; ++h)
          sum += to_float(DType::bf16, pa[2 * (i * a_row + p * a_column) + h]) *
                 to_float(DType::bf16, pb[2 * (p * b_row + j) + h]);
      pc[i * c_row + j] = sum;
    }
}

// Odd sums are widened to f32, even ones go by pairs where the machine can.
TEST(Gemm, SumsOfBfloat16OfEveryParity) {
  for (Layout a : kLayouts)
    for (int64_t k : {2, 3, 64, 65, 1100, 1101}) {
      expect_right({50, 130, k, a, Layout::rows, Layout::rows, DType::bf16, DType::f32});
      expect_right({33, 65, k, Layout::rows, a, Layout::columns, DType::bf16, DType::bf16, {2, 2}});
    }
  expect_right({20, 70, 9002, Layout::columns, Layout::rows, Layout::rows, DType::bf16, DType::f32});
}

TEST(Gemm, MicroKernelsOfTheCompilerMayTakePairs) {
  for (Layout a : kLayouts)
    for (Layout b : kLayouts)
      for (const auto &[m, n, k] : {std::array<int64_t, 3>{33, 70, 62}, {30, 50, 1200}, {14, 9, 7}, {1, 40, 20}}) {
        Instance instance({m, n, k, a, b, Layout::rows, DType::bf16, DType::f32});
        instance.step.micro_kernel = std::make_shared<Code>();
        instance.step.micro_kernel->address = reinterpret_cast<void *>(micro_kernel_of_pairs);
        instance.step.mr = 5, instance.step.nr = 24, instance.step.pairs = true;
        instance.run(threads(3));
        instance.check();
      }
}

TEST(Gemm, RoundingToSixteenBitsIsThatOfTheScalarConversion) {
  // One times x, for x across the range of f16 and bf16, ties, subnormals and specials included.
  std::vector<float> x = {
      0.0f,     -0.0f,          65504,   65519.99f,      65520,         1e6f,           -1e6f,  6e-8f,
      2.9e-8f,  2.98023224e-8f, 6.1e-5f, 1.00048828125f, 1.0009765625f, 1.00146484375f, 1e-40f, 3.39e38f,
      INFINITY, -INFINITY,      NAN};
  for (int e = -30; e < 20; ++e) x.push_back(std::ldexp(1.3173828f, e));
  const float one = 1;
  for (DType type : {DType::f16, DType::bf16}) {
    GemmStep step;
    step.out_dtype = type;
    step.m = static_cast<int64_t>(x.size()), step.n = 1, step.k = 1;
    step.a = {{}, 1, 1, {}}, step.b = {{}, 1, 1, {}}, step.out = {{}, 1, 1, {}};
    std::vector<uint16_t> got(x.size());
    run_gemm(step, x.data(), &one, got.data(), nullptr, threads(1));
    for (size_t i = 0; i < x.size(); ++i) {
      if (std::isnan(x[i])) {
        EXPECT_TRUE(std::isnan(to_float(type, got[i])));
      } else if (x[i] != 0) {  // 0 + -0 is 0
        EXPECT_EQ(got[i], from_float(type, x[i])) << x[i] << " to " << name(type);
      }
    }
  }
}

TEST(Gemm, EveryInstructionSetOfTheMachineIsRight) {
  std::vector<const GemmKernels *> tables = {&gemm_baseline::kernels};
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) tables.push_back(&gemm_avx2::kernels);
  if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")) tables.push_back(&gemm_avx512::kernels);
#endif
  std::vector<float> a(40 * 50), panels(48 * 50);
  for (size_t i = 0; i < a.size(); ++i) a[i] = static_cast<float>(i);
  for (const GemmKernels *table : tables)
    for (int64_t width : {1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 24, 32, 48})
      for (const auto &[lane_stride, k_stride] : {std::pair<int64_t, int64_t>{50, 1}, {1, 40}, {2, 80}}) {
        const int64_t lanes = lane_stride == 2 ? 19 : 37, k = lane_stride == 2 ? 21 : 43;
        panels.assign(static_cast<size_t>(lanes + width - 1) / width * width * k + 1, -1);
        table->f32.pack(a.data(), lane_stride, k_stride, lanes, k, width, panels.data());
        ASSERT_EQ(panels.back(), -1) << "wrote beyond the panels of width " << width;
        for (int64_t l = 0; l < (lanes + width - 1) / width * width; ++l)
          for (int64_t p = 0; p < k; ++p) {
            const float want = l < lanes ? a[static_cast<size_t>(l * lane_stride + p * k_stride)] : 0;
            ASSERT_EQ(panels[static_cast<size_t>(l / width * width * k + p * width + l % width)], want)
                << "width " << width << " lane " << l << " k " << p;
          }
      }
  // out = 2 + A·B of ones, and nothing beside the tile.
  const std::vector<float> ones(64 * 64, 1);
  for (const GemmKernels *table : tables)
    for (const MicroKernel &micro : table->f32.micro.all) {
      if (!micro.run) break;
      std::vector<float> c(64 * 64, 2);
      micro.run(ones.data(), ones.data(), c.data(), 9, 1, micro.mr, micro.nr, 64, 1);
      for (int64_t i = 0; i < 64; ++i)
        for (int64_t j = 0; j < 64; ++j)
          ASSERT_EQ(c[static_cast<size_t>(i * 64 + j)], i < micro.mr && j < micro.nr ? 11 : 2);
    }
  const std::vector<uint32_t> units(64 * 64, 1);
  for (const GemmKernels *table : tables)
    for (const MicroKernel &micro : table->i8.micro.all) {
      if (!micro.run) break;
      std::vector<uint32_t> c(64 * 64, -2U);
      micro.run(units.data(), units.data(), c.data(), 9, 1, micro.mr, micro.nr, 64, 1);
      for (int64_t i = 0; i < 64; ++i)
        for (int64_t j = 0; j < 64; ++j)
          ASSERT_EQ(c[static_cast<size_t>(i * 64 + j)], i < micro.mr && j < micro.nr ? 7 : -2U);
    }
}

}  // namespace
}  // namespace fluxion::runtime
