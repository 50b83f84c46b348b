// Panels gathered from runs of lanes: every instruction set gives what a loop over the lanes gives.
#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "instruction_sets.h"

namespace fluxion::runtime {
namespace {

template <class Stored, class Value>
void check(const GemmKernels &kernels) {
  std::mt19937 random(7);
  const auto pick = [&](int64_t least, int64_t most) {
    return std::uniform_int_distribution<int64_t>(least, most)(random);
  };
  for (int round = 0; round < 300; ++round) {
    const int64_t stride = pick(1, 3), k = pick(1, 5), k_stride = pick(0, 40);
    std::vector<LaneRun> runs;
    int64_t width = 0, end = 1;
    for (int64_t n = pick(1, 4); n > 0; --n) {
      const int64_t length = pick(1, 40), offset = pick(-3, 20);
      runs.push_back({length, offset < 0 ? -1 : offset});
      width += length;
      end = std::max(end, offset + (length - 1) * stride + 1);
    }
    // Exactly as much memory as is asked for, so that sanitizers see a read beyond it.
    std::vector<Stored> source(static_cast<size_t>(end + (k - 1) * k_stride));
    for (Stored &x : source) x = Stored(static_cast<float>(pick(-99, 99)));
    std::vector<Value> panel(static_cast<size_t>(width * k), Value(1000));
    kernels.of(dtype_of<Stored>)
        .gather(runs.data(), static_cast<int64_t>(runs.size()), source.data(), stride, k_stride, k, width,
                panel.data());
    for (int64_t p = 0; p < k; ++p) {
      size_t at = static_cast<size_t>(p * width);
      for (const LaneRun &run : runs)
        for (int64_t i = 0; i < run.length; ++i, ++at) {
          const auto from = static_cast<size_t>(p * k_stride + run.offset + i * stride);
          ASSERT_EQ(panel[at], run.offset < 0 ? Value(0) : static_cast<Value>(source[from])) << round;
        }
    }
  }
}

template <class Stored, class Value>
void check_lanes(const GemmKernels &kernels) {
  std::mt19937 random(7);
  const GemmKernels::Set &set = kernels.of(dtype_of<Stored>);
  for (int64_t k : {1, 3, 8, 16, 21, 40}) {
    const int64_t width = set.micro.all[0].nr;
    for (int64_t count : {width, width - 1, int64_t{1}}) {
      std::vector<std::vector<Stored>> rows(static_cast<size_t>(count));
      std::vector<const void *> lanes;
      for (auto &row : rows) {
        if (random() % 4 != 0)
          for (int64_t p = 0; p < k; ++p) row.push_back(Stored(static_cast<float>(random() % 99)));
        lanes.push_back(row.empty() ? nullptr : row.data());
      }
      std::vector<Value> panel(static_cast<size_t>(width * k), Value(1000));
      set.pack_lanes(lanes.data(), count, k, width, panel.data());
      for (int64_t i = 0; i < width * k; ++i) {
        const auto row = static_cast<size_t>(i % width), p = static_cast<size_t>(i / width);
        const bool there = row < rows.size() && !rows[row].empty();
        ASSERT_EQ(panel[static_cast<size_t>(i)], there ? static_cast<Value>(rows[row][p]) : Value(0)) << k << " " << i;
      }
    }
  }
}

TEST(GemmGather, PacksLanesFromAnywhere) {
  for (const GemmKernels *kernels : instruction_sets()) {
    check_lanes<float, float>(*kernels);
    check_lanes<double, double>(*kernels);
    check_lanes<bfloat16, float>(*kernels);
    check_lanes<float16, float>(*kernels);
  }
}

TEST(GemmGather, CopiesRunsOfLanes) {
  for (const GemmKernels *kernels : instruction_sets()) {
    check<float, float>(*kernels);
    check<double, double>(*kernels);
    check<bfloat16, float>(*kernels);
    check<float16, float>(*kernels);
  }
}

}  // namespace
}  // namespace fluxion::runtime
