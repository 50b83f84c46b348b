// Linear algebra: values from JAX, laws where vectors may have either sign, batches, and what is refused.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/frontend/message.h"

namespace fx = fluxion;
namespace la = fluxion::linalg;
using fx::Array;

namespace {

// x[k] = sin(1.7·k + seed), k counting all elements, and half the identity.
Array matrix(int64_t m, int64_t n, double seed) {
  std::vector<double> values;
  for (int64_t i = 0; i < m; ++i)
    for (int64_t j = 0; j < n; ++j)
      values.push_back(std::sin(static_cast<double>(i * n + j) * 1.7 + seed) + (i == j ? 0.5 : 0));
  return fx::from_vector(values, {m, n});
}
Array a() { return matrix(4, 4, 0.3); }
Array b() { return matrix(4, 2, 1.1); }
Array t() { return matrix(5, 3, 0.9); }  // tall
Array w() { return matrix(3, 5, 2.2); }  // wide
Array s() { return fx::matmul(a(), a().T()) + fx::eye(4, {}, fx::f64); }
Array corner(int64_t n) { return a()[{fx::slice(n), fx::slice(n)}]; }

// Σ y[k]·cos(0.7·k + 0.4): one number that no other array has.
double checksum(const Array &y) {
  double sum = 0;
  std::vector<double> values = fx::astype(fx::ravel(y), fx::f64).to_vector<double>();
  for (size_t k = 0; k < values.size(); ++k) sum += values[k] * std::cos(static_cast<double>(k) * 0.7 + 0.4);
  return sum;
}

double greatest(const Array &y) { return fx::astype(fx::max(fx::abs(y)), fx::f64).item<double>(); }

struct Case {
  const char *name;
  Array (*f)();
  double checksum;  // of what JAX 0.10 computes
};
const Case kCases[] = {
    {"cholesky", [] { return la::cholesky(s()); }, -0.472621263589109},
    {"cholesky upper", [] { return la::cholesky(s(), true); }, 1.48988023879353},
    {"det", [] { return la::det(a()); }, 0.0908372889308176},
    {"det 3", [] { return la::det(corner(3)); }, -0.262551661974394},
    {"det 2", [] { return la::det(corner(2)); }, 0.18441840324425},
    {"slogdet", [] { return fx::stack({la::slogdet(a()).sign, la::slogdet(a()).logabsdet}); }, -0.129674638844865},
    {"inv", [] { return la::inv(a()); }, -1.54453180131688},
    {"solve", [] { return la::solve(a(), b()); }, 6.78283050497661},
    {"solve vector", [] { return la::solve(a(), b()[{fx::all, 0}]); }, 3.37479244392094},
    {"solve_triangular", [] { return la::solve_triangular(a(), b(), {.lower = true}); }, 1.17389232933344},
    {"solve_triangular transposed", [] { return la::solve_triangular(a(), b(), {.transposed = true}); },
     2.5489009362323},
    {"solve_triangular unit", [] { return la::solve_triangular(a(), b(), {.lower = true, .unit_diagonal = true}); },
     2.46715840353264},
    {"qr q", [] { return la::qr(t()).q; }, -0.513612451180426},
    {"qr r", [] { return la::qr(t()).r; }, -0.864183751522523},
    {"qr wide r", [] { return la::qr(w()).r; }, -0.739918983752897},
    {"qr complete q", [] { return la::qr(t(), la::QrMode::complete).q; }, 2.04785698757163},
    {"qr complete r", [] { return la::qr(t(), la::QrMode::complete).r; }, -0.864183751522523},
    {"eigvalsh", [] { return la::eigvalsh(s()); }, -4.93300371951987},
    {"svdvals", [] { return la::svdvals(t()); }, 3.16897036666106},
    {"svdvals wide", [] { return la::svdvals(w()); }, 2.83071665618105},
    {"pinv", [] { return la::pinv(t()); }, -1.15618365238299},
    {"pinv wide", [] { return la::pinv(w()); }, 1.88466885389906},
    {"lstsq", [] { return la::lstsq(t(), matrix(5, 2, 0.2)).x; }, -0.346834721107884},
    {"lstsq residuals", [] { return la::lstsq(t(), matrix(5, 2, 0.2)).residuals; }, 1.30361536117075},
    {"rank", [] { return la::matrix_rank(fx::matmul(t(), w())); }, 2.76318298200866},
    {"cond", [] { return la::cond(a()); }, 42.8288269736638},
    {"cond 1", [] { return la::cond(a(), 1); }, 74.4755515827264},
    {"norm", [] { return la::norm(a()); }, 2.80097680417393},
    {"norm nuc", [] { return la::norm(a(), la::Order::nuc); }, 4.33283038389796},
    {"norm 1", [] { return la::norm(a(), 1); }, 3.18470606022416},
    {"norm -inf", [] { return la::norm(a(), -INFINITY); }, 1.59289466747936},
    {"norm 2", [] { return la::norm(a(), 2); }, 2.21266254885828},
    {"norm rows", [] { return la::norm(a(), {}, 1); }, 0.485321021555067},
    {"norm 3", [] { return la::norm(a(), 3, 0); }, 0.603023405853106},
    {"norm inf", [] { return la::norm(a(), INFINITY, 0); }, 0.291176171996773},
    {"norm zero", [] { return la::norm(a(), 0, 0); }, 1.38524562075377},
    {"expm", [] { return la::expm(a()); }, 2.77925143010508},
    {"expm large", [] { return la::expm(a() * 8); }, 10421.3847614587},
    {"sqrtm", [] { return la::sqrtm(a() + fx::eye(4, {}, fx::f64) * 3); }, 1.24086594587447},
    {"matrix_power", [] { return la::matrix_power(a(), 5); }, 2.06932686912923},
    {"matrix_power inverse", [] { return la::matrix_power(a(), -3); }, -30.8638183263092},
    {"multi_dot", [] { return la::multi_dot({a(), b(), matrix(2, 6, 0.1), matrix(6, 3, 0.5)}); }, -0.163648961944579},
    {"trace", [] { return la::trace(a()); }, 2.30219010373037},
    {"cross", [] { return la::cross(t(), matrix(5, 3, 0.2)); }, -1.23147549582229},
    {"lu p", [] { return la::lu(a()).p; }, -1.28117128512391},
    {"lu l", [] { return la::lu(t()).l; }, 1.13063291866862},
    {"lu u", [] { return la::lu(w()).u; }, -0.867172711112808},
    {"lu_solve", [] { return la::lu_solve(la::lu_factor(a()), b()); }, 6.78283050497661},
    {"lu_solve transposed", [] { return la::lu_solve(la::lu_factor(a()), b(), true); }, -9.47349279024615},
    {"cho_solve", [] { return la::cho_solve(la::cho_factor(s()), b()); }, 0.541704635898108},
    {"cho_solve lower", [] { return la::cho_solve(la::cho_factor(s(), true), b()); }, 0.541704635898108},
    {"block_diag", [] { return la::block_diag({a(), w(), fx::array({1.0, 2.0})}); }, 1.43508110891663},
    {"toeplitz", [] { return la::toeplitz(fx::array({1.0, 2.0, 3.0}), fx::array({1.0, 5.0, 6.0, 7.0})); },
     0.190888966070931},
    {"vecdot", [] { return la::vecdot(a(), a() + 1); }, 0.403694380401066},
};

TEST(Linalg, ValuesAreJax) {
  for (const Case &c : kCases) EXPECT_NEAR(checksum(c.f()), c.checksum, 1e-11 * (10 + std::fabs(c.checksum))) << c.name;
}

TEST(Linalg, NormsOfVectorsAndMatrices) {
  const Array x = fx::array({{3.0, -4.0}, {0.0, 12.0}});
  EXPECT_NEAR(la::vector_norm(x).item<double>(), 13, 1e-12);
  EXPECT_NEAR(la::vector_norm(x, 1).item<double>(), 19, 1e-12);
  EXPECT_EQ(la::vector_norm(x, 2, {1}).to_vector<double>(), (std::vector<double>{5, 12}));
  EXPECT_NEAR(la::matrix_norm(x).item<double>(), 13, 1e-12);
  EXPECT_NEAR(la::matrix_norm(x, 1).item<double>(), 16, 1e-12);
}

TEST(Linalg, EigenvectorsAndSingularVectors) {
  auto [values, vectors] = la::eigh(s());
  EXPECT_LT(greatest(fx::matmul(s(), vectors) - vectors * values), 1e-13);
  EXPECT_LT(greatest(fx::matmul(vectors.T(), vectors) - fx::eye(4, {}, fx::f64)), 1e-14);
  for (const Array &x : {t(), w(), a()}) {
    auto [u, sv, vh] = la::svd(x, {.full_matrices = false});
    EXPECT_LT(greatest(fx::matmul(u * sv, vh) - x), 1e-14);
    la::Svd full = la::svd(x);
    EXPECT_LT(greatest(fx::matmul(full.u.T(), full.u) - fx::eye(x.shape(0), {}, fx::f64)), 1e-14);
    EXPECT_LT(greatest(fx::matmul(full.vh, full.vh.T()) - fx::eye(x.shape(1), {}, fx::f64)), 1e-14);
    EXPECT_LT(greatest(full.s - sv), 1e-14);
  }
}

// Every matrix of a batch, and vmap over one, gives what it gives alone.
TEST(Linalg, Batches) {
  Array batch = fx::stack({s(), s() * 2 + a() * 0.1, s() + 3});
  auto each = [&](auto f) {
    std::vector<Array> alone;
    for (int64_t i = 0; i < 3; ++i) alone.push_back(f(batch[i]));
    Array wanted = fx::stack(alone);
    EXPECT_LT(greatest(f(batch) - wanted), 1e-13 * (1 + greatest(wanted)));
    EXPECT_LT(greatest(fx::vmap(f)(batch) - wanted), 1e-13 * (1 + greatest(wanted)));
  };
  each([](const Array &x) { return la::cholesky(x); });
  each([](const Array &x) { return la::inv(x); });
  each([](const Array &x) { return la::solve(x, b()); });
  each([](const Array &x) { return la::solve_triangular(x, b(), {.lower = true}); });
  each([](const Array &x) { return la::det(x); });
  each([](const Array &x) { return la::qr(x).r; });
  each([](const Array &x) { return la::qr(fx::swapaxes(x, -1, -2), la::QrMode::complete).q; });
  each([](const Array &x) { return la::eigvalsh(x); });
  each([](const Array &x) { return la::svdvals(x); });
  each([](const Array &x) { return la::pinv(x); });
  each([](const Array &x) { return la::expm(x); });
  each([](const Array &x) { return la::sqrtm(x); });
  each([](const Array &x) { return la::lu(x).l; });
  each([](const Array &x) { return la::norm(x, la::Order::fro, {-2, -1}); });
  // Right-hand sides alone: one system with more columns.
  Array sides = fx::stack({b(), b() * 2, b() + 1});
  Array wanted = fx::matmul(la::inv(s()), sides);
  EXPECT_LT(greatest(fx::vmap([](const Array &y) { return la::solve(s(), y); })(sides) - wanted), 1e-13);
  auto right = [](const Array &y) { return la::solve_triangular(s(), y, {.transposed = true}); };
  EXPECT_LT(greatest(fx::vmap(right)(sides) - fx::stack({right(sides[0]), right(sides[1]), right(sides[2])})), 1e-14);
}

TEST(Linalg, WhatCannotBeFactorisedIsNaN) {
  auto all_nan = [](const Array &x) { return fx::all(fx::isnan(x)).item<bool>(); };
  EXPECT_TRUE(all_nan(la::cholesky(-s())));
  Array half = la::cholesky(fx::stack({s(), -s()}));
  EXPECT_FALSE(fx::any(fx::isnan(half[0])).item<bool>());
  EXPECT_TRUE(all_nan(half[1]));
  for (double bad : {std::nan(""), static_cast<double>(INFINITY)}) {
    Array x = s().at({1, 2}).set(bad);
    EXPECT_TRUE(all_nan(la::eigh(x).eigenvalues));
    EXPECT_TRUE(all_nan(la::eigh(x).eigenvectors));
    EXPECT_TRUE(all_nan(la::svd(x).u));
    EXPECT_TRUE(all_nan(la::svdvals(x)));
    EXPECT_TRUE(fx::any(fx::isnan(la::qr(x).r)).item<bool>());
    EXPECT_TRUE(fx::any(fx::isnan(la::inv(x))).item<bool>());
  }
  Array singular = fx::ones({4, 4}, fx::f64);
  EXPECT_EQ(la::det(singular).item<double>(), 0);
  EXPECT_EQ(la::slogdet(singular).logabsdet.item<double>(), -INFINITY);
  EXPECT_EQ(la::slogdet(singular).sign.item<double>(), 0);
  EXPECT_FALSE(fx::any(fx::isfinite(la::inv(singular))).item<bool>());
}

TEST(Linalg, TensorsAndPairs) {
  Array x = fx::reshape(matrix(6, 6, 0.8), {2, 3, 6}), y = matrix(2, 3, 0.1);
  EXPECT_LT(greatest(fx::tensordot(x, la::tensorsolve(x, y), 1) - y), 1e-12);
  EXPECT_LT(greatest(fx::tensordot(la::tensorinv(x), y, 2) - la::tensorsolve(x, y)), 1e-12);
  for (const Array &z : {t(), w()}) {
    auto [u, p] = la::polar(z);
    EXPECT_LT(greatest(fx::matmul(u, p) - z), 1e-13);
    EXPECT_LT(greatest(p - p.T()), 1e-13);
  }
  auto [value, change] = la::expm_frechet(a(), s());
  EXPECT_LT(greatest(value - la::expm(a())), 1e-13);
  EXPECT_LT(greatest((la::expm(a() + s() * 1e-6) - la::expm(a() - s() * 1e-6)) / 2e-6 - change), 1e-8);
  EXPECT_LT(greatest(fx::matmul(la::triangular_solve(a(), b().T()), fx::triu(a())) - b().T()), 1e-12);
}

TEST(Linalg, Patterns) {
  auto values = [](const Array &y) { return fx::ravel(y).to_vector<float>(); };
  Array c = fx::array({1.f, 2.f, 3.f});
  EXPECT_EQ(values(la::circulant(c)), (std::vector<float>{1, 3, 2, 2, 1, 3, 3, 2, 1}));
  EXPECT_EQ(values(la::hankel(c)), (std::vector<float>{1, 2, 3, 2, 3, 0, 3, 0, 0}));
  EXPECT_EQ(values(la::hankel(c, fx::array({9.f, 8.f}))), (std::vector<float>{1, 2, 2, 3, 3, 8}));
  EXPECT_EQ(values(la::companion(fx::array({2.f, 4.f, -6.f}))), (std::vector<float>{-2, 3, 1, 0}));
  EXPECT_EQ(values(la::hilbert(2)), (std::vector<float>{1, 0.5f, 0.5f, 1.f / 3}));
}

TEST(Linalg, EmptyMatrices) {
  EXPECT_EQ(la::cholesky(fx::zeros({0, 0})).shape(), (fx::Shape{0, 0}));
  EXPECT_EQ(la::cholesky(fx::zeros({0, 3, 3})).shape(), (fx::Shape{0, 3, 3}));
  EXPECT_EQ(la::det(fx::zeros({0, 0})).item<float>(), 1);
  EXPECT_EQ(la::solve(fx::zeros({3, 3}), fx::zeros({3, 0})).shape(), (fx::Shape{3, 0}));
  EXPECT_EQ(la::qr(fx::zeros({3, 0}), la::QrMode::complete).q.to_vector<float>(),
            (std::vector<float>{1, 0, 0, 0, 1, 0, 0, 0, 1}));
  EXPECT_EQ(la::svd(fx::zeros({0, 2})).vh.to_vector<float>(), (std::vector<float>{1, 0, 0, 1}));
  EXPECT_EQ(la::eigh(fx::zeros({0, 0})).eigenvalues.shape(), (fx::Shape{0}));
  EXPECT_EQ(la::pinv(fx::zeros({0, 2})).shape(), (fx::Shape{2, 0}));
  EXPECT_EQ(la::lu(fx::zeros({2, 0})).p.to_vector<float>(), (std::vector<float>{1, 0, 0, 1}));
}

TEST(Linalg, OtherDtypes) {
  Array x = fx::array({{4, 2}, {2, 3}});
  EXPECT_EQ(la::cholesky(x).dtype(), fx::f32);
  EXPECT_EQ(la::cholesky(fx::astype(x, fx::bf16)).dtype(), fx::bf16);
  EXPECT_EQ(la::cholesky(fx::astype(x, fx::f16))[0].to_vector<float>(), (std::vector<float>{2, 0}));
  EXPECT_EQ(la::solve(fx::astype(x, fx::f64), fx::array({1.f, 2.f})).dtype(), fx::f64);
  EXPECT_EQ(la::lu_factor(fx::astype(x, fx::f32)).pivots.dtype(), fx::i32);
}

TEST(Linalg, Refused) {
  const int from = __LINE__;
  auto says = [&](const std::string &text, const std::string &start) {
    EXPECT_EQ(text.substr(0, text.find('\n')), "fluxion: " + start);
    const size_t at = text.find("at linalg_test.cpp:");
    ASSERT_NE(at, std::string::npos) << text;
    EXPECT_GT(std::stoi(text.substr(at + 19)), from) << text;
  };
  says(message([] { la::cholesky(t()); }), "cholesky: the matrix is not square: f64[5,3] (5 vs 3)");
  says(message([] { la::inv(fx::ones({3})); }), "inv: f32[3] is no matrix: it has no two dimensions");
  says(message([] { la::solve(a(), w()); }), "solve: the right-hand side f64[3,5] does not fit the matrix f64[4,4]");
  says(message([] { la::norm(a(), 3); }), "norm: there is no norm 3 of matrices");
  auto complex_qr = fx::jit([](const Array &x) { return la::qr(fx::astype(x, fx::c64)).r; });
  says(message([&] { complex_qr(a()); }), "qr: complex matrices have no factorisations here yet: c64[4,4]");
  EXPECT_NE(message([] {
              fx::grad([](const Array &x) { return fx::sum(la::svd(x).u); })(t());
            }).find("use full_matrices = false"),
            std::string::npos);
}

TEST(Linalg, TheNormAtZeroHasTheDerivativeZero) {
  auto zero = fx::zeros({3, 2});
  auto slope = [&](auto f) { return fx::grad(f)(zero).template to_vector<float>(); };
  EXPECT_EQ(slope([](const Array &x) { return la::norm(x); }), std::vector<float>(6, 0));
  EXPECT_EQ(slope([](const Array &x) { return fx::sum(la::norm(x, {}, 1)); }), std::vector<float>(6, 0));
  EXPECT_EQ(slope([](const Array &x) { return la::norm(x, la::Order::fro, {0, 1}); }), std::vector<float>(6, 0));
  EXPECT_EQ(slope([](const Array &x) { return fx::sum(la::norm(x, 3, 1)); }), std::vector<float>(6, 0));
}

TEST(Linalg, ProductsWithQ) {
  for (const Array &x : {t(), w(), a()}) {
    const la::Qr f = la::qr(x);
    const int64_t m = x.shape(0), k = f.q.shape(1);
    const Array before = matrix(2, m, 0.7), behind = matrix(k, 2, 1.9);
    const la::QrMultiply right = la::qr_multiply(x, before), left = la::qr_multiply(x, behind, true);
    EXPECT_TRUE(fx::allclose(right.product, fx::matmul(before, f.q), {.rtol = 1e-14}).item<bool>());
    EXPECT_TRUE(fx::allclose(left.product, fx::matmul(f.q, behind), {.rtol = 1e-14}).item<bool>());
    EXPECT_TRUE(fx::array_equal(right.r, f.r).item<bool>());
    EXPECT_EQ(la::qr_multiply(x, before[0]).product.shape(), (fx::Shape{k}));
    EXPECT_EQ(la::qr_multiply(x, fx::ones({k}), true).product.shape(), (fx::Shape{m}));
  }
  EXPECT_NE(
      message([] { la::qr_multiply(t(), fx::ones({3})); }).find("qr_multiply: f32[3] does not fit before q f64[5,3]"),
      std::string::npos);
}

TEST(Linalg, EigenvaluesOfTridiagonalMatrices) {
  // 2 on the diagonal and −1 beside it have the eigenvalues 2 − 2·cos(πk/(n + 1)).
  const int64_t n = 6;
  const la::Eigh f = la::eigh_tridiagonal(fx::full({n}, 2.0, fx::f64), fx::full({n - 1}, -1.0, fx::f64));
  for (int64_t k = 0; k < n; ++k)
    EXPECT_NEAR(f.eigenvalues[k].item<double>(), 2 - 2 * std::cos(M_PI * (k + 1) / (n + 1.0)), 1e-14);
  // A batch, its derivatives, and the least sizes.
  const Array d = matrix(2, 4, 0.2), e = matrix(2, 3, 1.3);
  const la::Eigh both = la::eigh_tridiagonal(d, e);
  const Array full = fx::diag(d[1]) + fx::diag(e[1], 1) + fx::diag(e[1], -1);
  EXPECT_TRUE(fx::allclose(both.eigenvalues[1], la::eigvalsh(full), {.rtol = 1e-13, .atol = 1e-13}).item<bool>());
  const Array v = both.eigenvectors[1];
  EXPECT_TRUE(fx::allclose(fx::matmul(full, v), v * both.eigenvalues[1], {.rtol = 1e-13, .atol = 1e-13}).item<bool>());
  fx::check_grads([](const Array &d, const Array &e) { return la::eigh_tridiagonal(d, e).eigenvalues; },
                  std::tuple(d, e));
  EXPECT_EQ(la::eigh_tridiagonal(fx::full({1}, 3.0, fx::f64), fx::zeros({0}, fx::f64)).eigenvalues.item<double>(), 3);
  EXPECT_NE(message([] { la::eigh_tridiagonal(fx::ones({3}), fx::ones({3})); }).find("not one element less"),
            std::string::npos);
}

}  // namespace
