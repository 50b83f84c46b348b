// Linear algebra as library functions: laws that hold for every size around the blocks, and bits that do not depend on
// the number of threads. Values are compared with JAX's in tests/frontend.
#include "runtime/linalg.h"

#include <fluxion/error.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "runtime/thread_pool.h"

namespace fluxion::runtime {
namespace {

using Matrix = std::vector<double>;

Matrix random_matrix(int64_t m, int64_t n) {
  std::mt19937 random(static_cast<unsigned>(m * 1000 + n));
  std::normal_distribution<double> normal;
  Matrix x(static_cast<size_t>(m * n));
  for (double &e : x) e = normal(random);
  return x;
}

Matrix positive_definite(int64_t n) {
  const Matrix x = random_matrix(n, n);
  Matrix y(static_cast<size_t>(n * n));
  for (int64_t i = 0; i < n; ++i) {
    for (int64_t j = 0; j < n; ++j) {
      double sum = i == j ? 1 : 0;
      for (int64_t k = 0; k < n; ++k) sum += x[i * n + k] * x[j * n + k] / static_cast<double>(n);
      y[i * n + j] = sum;
    }
  }
  return y;
}

ShapeDtype type(std::vector<int64_t> shape, DType dtype = f64) { return {Shape(std::move(shape)), dtype}; }

Matrix run_cholesky(Matrix a, int64_t n) {
  Matrix l(a.size(), 7);
  void *buffers[] = {a.data(), l.data()};
  const ShapeDtype types[] = {type({n, n}), type({n, n})};
  cholesky(buffers, types, 2, nullptr, 0);
  return l;
}

struct Lu {
  Matrix lu;
  std::vector<int32_t> pivots, permutation;
};
Lu run_lu(Matrix a, int64_t m, int64_t n) {
  const int64_t k = std::min(m, n);
  Lu f{Matrix(a.size()), std::vector<int32_t>(static_cast<size_t>(k)), std::vector<int32_t>(static_cast<size_t>(m))};
  void *buffers[] = {a.data(), f.lu.data(), f.pivots.data(), f.permutation.data()};
  const ShapeDtype types[] = {type({m, n}), type({m, n}), type({k}, i32), type({m}, i32)};
  lu(buffers, types, 4, nullptr, 0);
  return f;
}

TEST(LinalgRuntime, CholeskyOfAllSizesAroundTheBlocks) {
  for (int64_t n : {1, 2, 127, 128, 191, 192, 193, 257, 400}) {
    const Matrix a = positive_definite(n), l = run_cholesky(a, n);
    double error = 0;
    for (int64_t i = 0; i < n; ++i) {
      for (int64_t j = 0; j < n; ++j) {
        double sum = 0;
        for (int64_t k = 0; k <= std::min(i, j); ++k) sum += l[i * n + k] * l[j * n + k];
        error = std::max(error, std::fabs(sum - a[i * n + j]));
        if (j > i) {
          ASSERT_EQ(l[i * n + j], 0);
        }
      }
    }
    EXPECT_LT(error, 1e-12) << n;
  }
}

TEST(LinalgRuntime, AFactorThatThereIsNotIsNaN) {
  for (int64_t n : {3, 300}) {
    Matrix a = positive_definite(n);
    a[static_cast<size_t>(n * n - 1)] = -1;  // only the last step finds out
    for (double e : run_cholesky(a, n)) ASSERT_TRUE(std::isnan(e));
  }
}

TEST(LinalgRuntime, LuOfAllShapesAroundThePanels) {
  const std::pair<int64_t, int64_t> shapes[] = {{1, 1}, {5, 3}, {3, 5}, {64, 64}, {128, 128}, {130, 200}, {300, 129}};
  for (auto [m, n] : shapes) {
    const Matrix a = random_matrix(m, n);
    const auto [lu, pivots, permutation] = run_lu(a, m, n);
    double error = 0;
    for (int64_t i = 0; i < m; ++i) {
      for (int64_t j = 0; j < n; ++j) {
        double sum = i <= j && i < n ? lu[i * n + j] : 0;
        for (int64_t k = 0; k < std::min(i, j + 1); ++k) sum += lu[i * n + k] * lu[k * n + j];
        error = std::max(error, std::fabs(sum - a[permutation[static_cast<size_t>(i)] * n + j]));
        if (j < i) {
          ASSERT_LE(std::fabs(lu[i * n + j]), 1) << "the pivot was not the greatest";
        }
      }
    }
    EXPECT_LT(error, 1e-12 * static_cast<double>(m)) << m << " x " << n;
  }
}

TEST(LinalgRuntime, BitsDoNotDependOnTheThreads) {
  ThreadPool &pool = ThreadPool::global();
  const int threads = pool.threads();
  const Matrix definite = positive_definite(520), any = random_matrix(333, 333);
  pool.set_threads(1);
  const Matrix l = run_cholesky(definite, 520);
  const Lu f = run_lu(any, 333, 333);
  pool.set_threads(4);
  EXPECT_EQ(run_cholesky(definite, 520), l);
  EXPECT_EQ(run_lu(any, 333, 333).lu, f.lu);
  pool.set_threads(threads);
}

TEST(LinalgRuntime, ProgramsThatDoNotFitAreRefused) {
  Matrix a(6), l(6);
  void *buffers[] = {a.data(), l.data()};
  const ShapeDtype wide[] = {type({2, 3}), type({2, 3})}, integers[] = {type({2, 2}, i32), type({2, 2}, i32)};
  EXPECT_THROW(cholesky(buffers, wide, 2, nullptr, 0), CompileError);
  EXPECT_THROW(cholesky(buffers, integers, 2, nullptr, 0), CompileError);
  EXPECT_THROW(eigh(buffers, wide, 2, nullptr, 0), CompileError);
}

}  // namespace
}  // namespace fluxion::runtime
