// What tests of convolutions that read the image where it lies have in common.
#pragma once
#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

#include "instruction_sets.h"
#include "runtime/convolution.h"
#include "runtime/thread_pool.h"

namespace fluxion::runtime {

template <class T>
std::vector<T> random_numbers(int64_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<T> numbers(static_cast<size_t>(count));
  for (T &x : numbers) x = static_cast<T>(std::uniform_real_distribution<double>(-1, 1)(random));
  return numbers;
}

/// run(convolution, piece, image, window, out) takes the piece and gives what loops give, the same bits with any number
/// of threads. Memory is of exactly the size that may be read, so that sanitizers see what goes beyond it.
template <class T, class Run>
void check_piece(const ConvolutionPiece &piece, double tolerance, const Run &run) {
  Convolution c;
  c.lhs.dtype = c.rhs.dtype = c.out.dtype = dtype_of<T>;
  c.pieces = {piece};
  const auto image = random_numbers<T>(piece.batch * piece.in_batch, 1),
             window = random_numbers<T>(piece.groups * piece.window_group, 2);
  const auto results = static_cast<size_t>(piece.batch * piece.out_batch);
  std::vector<T> expected(results), first;
  run_direct(c, c.pieces, image.data(), window.data(), expected.data());
  const int before = ThreadPool::global().threads();
  for (const int threads : {1, 2, 3, 4, 8}) {
    ThreadPool::global().set_threads(threads);
    std::vector<T> out(results, static_cast<T>(NAN));
    ASSERT_TRUE(run(c, c.pieces[0], image.data(), window.data(), out.data()));
    for (size_t i = 0; i < results; ++i)
      ASSERT_NEAR(static_cast<double>(out[i]), static_cast<double>(expected[i]), tolerance) << i;
    if (first.empty()) first = out;
    ASSERT_EQ(out, first) << threads << " threads";
  }
  ThreadPool::global().set_threads(before);
}

}  // namespace fluxion::runtime
