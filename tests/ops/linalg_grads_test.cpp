// Linear algebra against central differences: first and second order, forward and reverse, in f64; under vmap, too.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <cmath>

namespace fx = fluxion;
namespace la = fluxion::linalg;
using fx::Array;

namespace {

Array matrix(int64_t m, int64_t n, double seed) {
  std::vector<double> values;
  for (int64_t i = 0; i < m; ++i)
    for (int64_t j = 0; j < n; ++j)
      values.push_back(std::sin(static_cast<double>(i * n + j) * 1.7 + seed) + (i == j ? 1.5 : 0));
  return fx::from_vector(values, {m, n});
}

Array other() { return matrix(3, 2, 0.4); }
// Symmetric, with eigenvalues well above zero.
Array positive(const Array &x) { return fx::matmul(x, fx::swapaxes(x, -1, -2)) + fx::eye(x.shape(-2), {}, fx::f64); }

struct Case {
  const char *name;
  std::function<Array(const Array &)> f;
  fx::Shape shape = {3, 3};
};

const Case kCases[] = {
    {"cholesky", [](const Array &x) { return la::cholesky(positive(x)); }},
    {"cholesky of the lower triangle", [](const Array &x) { return la::cholesky(positive(x), false, false); }},
    {"triangular_solve", [](const Array &x) { return la::solve_triangular(x, other(), {.lower = true}); }},
    {"triangular_solve transposed",
     [](const Array &x) { return la::solve_triangular(x, other(), {.transposed = true}); }},
    {"triangular_solve unit",
     [](const Array &x) { return la::solve_triangular(x, other(), {.lower = true, .unit_diagonal = true}); }},
    {"right-hand side", [](const Array &x) { return la::solve_triangular(matrix(3, 3, 2), x * x, {.lower = true}); }},
    {"solve", [](const Array &x) { return la::solve(x, other() * fx::sum(x)); }},
    {"inv", [](const Array &x) { return la::inv(x); }},
    {"det of 3", [](const Array &x) { return la::det(x); }},
    {"det of 4", [](const Array &x) { return la::det(x); }, {4, 4}},
    {"slogdet", [](const Array &x) { return la::slogdet(x).logabsdet; }, {4, 4}},
    {"lu", [](const Array &x) { return la::lu(x).l * 2; }},
    {"lu tall", [](const Array &x) { return fx::concatenate({la::lu(x).l, la::lu(x).u}); }, {4, 2}},
    {"lu wide", [](const Array &x) { return fx::concatenate({la::lu(x).u, fx::sin(la::lu(x).u)}); }, {2, 4}},
    {"qr",
     [](const Array &x) {
       auto [q, r] = la::qr(x);
       return fx::concatenate({q, r});
     }},
    {"qr tall",
     [](const Array &x) {
       auto [q, r] = la::qr(x);
       return fx::concatenate({q, r});
     },
     {4, 2}},
    {"qr wide",
     [](const Array &x) {
       auto [q, r] = la::qr(x);
       return fx::concatenate({q, r}, 1);
     },
     {2, 4}},
    {"qr complete",
     [](const Array &x) {
       auto [q, r] = la::qr(x, la::QrMode::complete);
       return fx::concatenate({q, r}, 1);
     },
     {4, 2}},
    {"eigvalsh", [](const Array &x) { return la::eigvalsh(positive(x)); }},
    {"eigh", [](const Array &x) { return fx::square(la::eigh(positive(x)).eigenvectors); }},
    {"svdvals", [](const Array &x) { return la::svdvals(x); }, {2, 3}},
    {"svd",
     [](const Array &x) {
       auto [u, s, vh] = la::svd(x);
       return fx::matmul(u * fx::sin(s), vh);
     }},
    {"svd tall",
     [](const Array &x) {
       auto [u, s, vh] = la::svd(x, {.full_matrices = false});
       return fx::matmul(u * fx::sin(s), vh);
     },
     {4, 2}},
    {"svd wide",
     [](const Array &x) {
       auto [u, s, vh] = la::svd(x, {.full_matrices = false});
       return fx::square(vh) * fx::sum(fx::square(u));
     },
     {2, 4}},
    {"pinv", [](const Array &x) { return la::pinv(x); }, {4, 2}},
    {"lstsq", [](const Array &x) { return la::lstsq(x, matrix(4, 2, 0.7)).x; }, {4, 2}},
    {"expm", [](const Array &x) { return la::expm(x); }},
    {"expm with squarings", [](const Array &x) { return la::expm(x * 4) * 1e-3; }, {2, 2}},
    {"sqrtm", [](const Array &x) { return la::sqrtm(positive(x) + x * 0.1); }, {2, 2}},
    {"norm", [](const Array &x) { return la::norm(x, {}, 1); }},
    {"norm 3", [](const Array &x) { return la::norm(x, 3, 0); }},
    {"nuclear norm", [](const Array &x) { return la::norm(x, la::Order::nuc); }},
    {"cond", [](const Array &x) { return la::cond(x); }},
    {"matrix_power", [](const Array &x) { return la::matrix_power(x, -2); }},
    {"batch", [](const Array &x) { return la::solve(x, other()); }, {2, 3, 3}},
};

Array sample(const Case &c) {
  fx::Shape shape = c.shape;
  if (shape.size() == 2) return matrix(shape[0], shape[1], 0.3);
  return fx::stack({matrix(3, 3, 0.3), matrix(3, 3, 1.3)});
}

TEST(LinalgGrads, AgreeWithDifferences) {
  for (const Case &c : kCases) {
    SCOPED_TRACE(c.name);
    EXPECT_NO_THROW(fx::check_grads(c.f, std::tuple(sample(c)), {.order = 2}));
  }
}

// Of a matrix that is taken as it is, the gradient has parts in both triangles, as in JAX 0.10:
// jax.grad(lambda a: jnp.sum(jnp.sin(jax.lax.linalg.cholesky(a, symmetrize_input=False))))(a)
TEST(LinalgGrads, OfCholeskyUnsymmetrised) {
  Array a = fx::array({{2.0, 0.5}, {0.5, 1.0}});
  Array g = fx::grad([](const Array &x) { return fx::sum(fx::sin(la::cholesky(x, false, false))); })(a);
  Array wanted = fx::array({{-0.007960017140198058, -0.0793077680681757}, {0.5840632813972856, 0.3172310722727029}});
  EXPECT_LT(fx::max(fx::abs(g - wanted)).item<double>(), 1e-12) << fx::to_string(g);
}

// vmap of a gradient, and the gradient of a vmap, give what each example gives alone.
TEST(LinalgGrads, UnderVmap) {
  for (const Case &c : kCases) {
    if (c.shape.size() != 2) continue;
    SCOPED_TRACE(c.name);
    Array x = sample(c), batch = fx::stack({x, x * 0.9 + 0.05});
    auto slope = fx::grad([&](const Array &y) { return fx::sum(fx::sin(c.f(y))); });
    Array alone = fx::stack({slope(batch[0]), slope(batch[1])}), together = fx::vmap(slope)(batch);
    Array around = fx::grad([&](const Array &y) { return fx::sum(fx::sin(fx::vmap(c.f)(y))); })(batch);
    double scale = 1e-11 * (1 + fx::max(fx::abs(alone)).item<double>());
    EXPECT_LT(fx::max(fx::abs(together - alone)).item<double>(), scale);
    EXPECT_LT(fx::max(fx::abs(around - alone)).item<double>(), scale);
  }
}

}  // namespace
