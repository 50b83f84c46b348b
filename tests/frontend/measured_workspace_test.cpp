// What library functions and products take for themselves, on one thread and on two.
#include "tests/frontend/measured_memory.h"

namespace fx = fluxion;
using fx::Array;

namespace {

// With the number of threads.
class Workspace : public measured::MeasuredMemory, public testing::WithParamInterface<int> {};
INSTANTIATE_TEST_SUITE_P(Threads, Workspace, testing::Values(1, 2));

#define EXPECT_WORKSPACE(...) EXPECT_MEASURED(GetParam(), __VA_ARGS__)

// Random, so that LAPACK finds no short cuts; its code and OpenBLAS's buffers are there before.
Array matrix(std::vector<int64_t> shape, fx::DType type = fx::f32) {
  for (fx::DType t : {fx::f32, fx::f64}) (void)fx::linalg::svdvals(filled({8, 8}).astype(t)).sum().item<double>();
  return fx::random::normal(fx::random::key(0), std::move(shape)).astype(type);
}

Array complex(std::vector<int64_t> shape) { return filled(std::move(shape)).astype(fx::c64); }

// ---- factorisations

auto svd(const Array &x) {
  auto r = fx::linalg::svd(x, {.full_matrices = false});
  return std::tuple(r.u, r.s, r.vh);
}
auto eigh(const Array &x) {
  auto r = fx::linalg::eigh(x);
  return std::tuple(r.eigenvalues, r.eigenvectors);
}
auto qr(const Array &x) {
  auto r = fx::linalg::qr(x);
  return std::tuple(r.q, r.r);
}

TEST_P(Workspace, SingularValuesAndVectors) {
  EXPECT_WORKSPACE(svd, matrix({1500, 1500}));
  EXPECT_WORKSPACE(svd, matrix({1000, 1000}, fx::f64));
}
TEST_P(Workspace, SingularVectorsOfATallMatrix) { EXPECT_WORKSPACE(svd, matrix({16384, 512})); }
TEST_P(Workspace, SingularValuesAlone) {
  EXPECT_WORKSPACE([](const Array &x) { return fx::linalg::svdvals(x); }, matrix({2048, 2048}));
}
TEST_P(Workspace, EigenvaluesAndVectors) {
  EXPECT_WORKSPACE(eigh, matrix({2048, 2048}));
  EXPECT_WORKSPACE(eigh, matrix({1500, 1500}, fx::f64));
}
TEST_P(Workspace, EigenvectorsOfABatch) { EXPECT_WORKSPACE(eigh, matrix({4, 1024, 1024})); }
TEST_P(Workspace, EigenvaluesAlone) {
  EXPECT_WORKSPACE([](const Array &x) { return fx::linalg::eigvalsh(x); }, matrix({2048, 2048}, fx::f64));
}
TEST_P(Workspace, Qr) { EXPECT_WORKSPACE(qr, matrix({3000, 3000})); }
TEST_P(Workspace, QrOfATallMatrix) { EXPECT_WORKSPACE(qr, matrix({65536, 128})); }
TEST_P(Workspace, QrOfABatch) { EXPECT_WORKSPACE(qr, matrix({32, 512, 512})); }
TEST_P(Workspace, LuAndTriangularSolves) {
  EXPECT_WORKSPACE([](const Array &x, const Array &y) { return fx::linalg::solve(x, y); }, matrix({3000, 3000}),
                   matrix({3000, 3000}));
}
TEST_P(Workspace, Determinant) {
  EXPECT_WORKSPACE([](const Array &x) { return fx::linalg::det(x); }, matrix({4000, 4000}));
}
TEST_P(Workspace, Cholesky) {
  EXPECT_WORKSPACE([](const Array &x) { return fx::linalg::cholesky(x + 4000 * fx::eye(4000)); }, matrix({4000, 4000}));
}

// ---- Fourier transforms

Array fft(const Array &x) { return fx::fft::fft(x); }
Array fft2(const Array &x) { return fx::fft::fft2(x); }
Array rfft(const Array &x) { return fx::fft::rfft(x); }

TEST_P(Workspace, FourierTransformOfOneLine) { EXPECT_WORKSPACE(fft, complex({1 << 22})); }
TEST_P(Workspace, FourierTransformsOfPrimeLengths) {
  EXPECT_WORKSPACE(fft, complex({40, 300007}));
  EXPECT_WORKSPACE(fft, complex({1024, 20011}));
}
TEST_P(Workspace, FourierTransformsOfTwoDimensions) {
  EXPECT_WORKSPACE(fft2, complex({4096, 2048}));
  EXPECT_WORKSPACE(fft2, complex({8192, 2048}));
}
TEST_P(Workspace, RealFourierTransforms) {
  EXPECT_WORKSPACE(rfft, filled({1 << 23}));
  EXPECT_WORKSPACE(rfft, filled({512, 59049}));
  EXPECT_WORKSPACE([](const Array &x) { return fx::fft::irfft2(x); }, complex({4096, 1025}));
}

// ---- orders

TEST_P(Workspace, Orders) {
  EXPECT_WORKSPACE([](const Array &x) { return fx::top_k(x, 8).first; }, filled({48, 1 << 18}));
  EXPECT_WORKSPACE([](const Array &x) { return fx::argsort(x, 1); }, filled({48, 1 << 18}));
}

// ---- products

auto product = [](const Array &x, const Array &y) { return fx::matmul(x, y); };

TEST_P(Workspace, Products) {
  EXPECT_WORKSPACE(product, filled({2048, 2048}), filled({2048, 2048}));
  EXPECT_WORKSPACE(product, filled({64, 512, 256}), filled({64, 256, 512}));
  EXPECT_WORKSPACE([](const Array &x, const Array &y) { return fx::matmul(x.T(), y); }, filled({8192, 8192}),
                   filled({8192}));
}
TEST_P(Workspace, ProductsOfOtherTypes) {
  EXPECT_WORKSPACE(product, filled({2048, 2048}).astype(fx::f64), filled({2048, 2048}).astype(fx::f64));
  EXPECT_WORKSPACE(product, fx::ones({4096, 4096}, fx::i8), fx::ones({4096, 4096}, fx::i8));
}
TEST_P(Workspace, Convolutions) {
  auto f = [](const Array &x, const Array &w) { return fx::conv(x, w, {2, 2}, "SAME"); };
  EXPECT_WORKSPACE(f, filled({32, 64, 56, 56}), filled({64, 64, 3, 3}));
  auto loss = [f](const Array &x, const Array &w) { return fx::sum(fx::sin(f(x, w))); };
  EXPECT_WORKSPACE((fx::grad<0, 1>(loss)), filled({32, 64, 56, 56}), filled({64, 64, 3, 3}));
}
Array attention(const Array &q, const Array &k, const Array &v) {
  return fx::matmul(fx::nn::softmax(fx::matmul(q, fx::swapaxes(k, -1, -2)) * 0.125, -1), v);
}
TEST_P(Workspace, Attention) {
  EXPECT_WORKSPACE(attention, filled({2, 2, 8192, 64}), filled({2, 2, 8192, 64}, -0.5), filled({2, 2, 8192, 64}, 0));
  auto loss = [](const Array &q, const Array &k, const Array &v) { return fx::sum(fx::sin(attention(q, k, v))); };
  EXPECT_WORKSPACE((fx::grad<0, 1, 2>(loss)), filled({4, 8, 1024, 64}), filled({4, 8, 1024, 64}, -0.5),
                   filled({4, 8, 1024, 64}, 0));
}

}  // namespace
