// Samples that are made of factorisations of matrices. The draws are those of jax.random.
#include "fluxion/linalg.h"
#include "fluxion/random_distributions.h"
#include "fluxion/shaping.h"
#include "frontend/ops_internal.h"
#include "frontend/random_internal.h"

namespace fluxion::random {

using namespace detail;

namespace {

void check_factorised(std::string_view what, DType dtype) {
  if (dtype != f32 && dtype != f64)
    fail<DTypeError>(fmt::format("random::{}: {} cannot be factorised, only f32 and f64", what, name(dtype)));
}

}  // namespace

// mean + l·z with cov = l·lᵀ.
Array multivariate_normal(Key key, const Array &mean, const Array &cov, const Shape &shape, DType dtype) {
  At at{Operand(mean)};
  check_factorised("multivariate_normal", dtype);
  if (mean.ndim() < 1 || cov.ndim() < 2 || cov.shape(-1) != mean.shape(-1) || cov.shape(-2) != mean.shape(-1))
    fail<ShapeError>(fmt::format("random::multivariate_normal: {} is no covariance for a mean of {}",
                                 to_string(cov.type()), to_string(mean.type())));
  const std::vector<int64_t> means(mean.shape().begin(), mean.shape().end() - 1);
  const std::vector<int64_t> covariances(cov.shape().begin(), cov.shape().end() - 2);
  std::vector<Shape> shapes{shape, means, covariances};
  Shape s = fluxion::detail::broadcast_shapes("random::multivariate_normal", shapes);
  if (!shape.empty() && s != shape)
    fail<ShapeError>(fmt::format("random::multivariate_normal: the parameters do not broadcast to [{}] samples",
                                 fmt::join(shape, ",")));
  s.push_back(mean.shape(-1));
  return compiled(key, {"multivariate_normal", s, dtype, {mean, cov}}, [&](const Array &k) {
    Array z = normal_of(k, s, dtype), factor = linalg::cholesky(astype(cov, dtype));
    Array noise = covariances.empty() && s.ndim() > 1 ? matmul(z, swapaxes(factor, -1, -2))
                                                      : squeeze(matmul(factor, expand_dims(z, -1)), -1);
    return astype(mean, dtype) + noise;
  });
}

// Of a normal matrix the factor q, with the signs that make it uniform: those of r's diagonal (Mezzadri 2007, "How to
// generate random matrices from the classical compact groups").
Array orthogonal(Key key, int64_t n, const Shape &shape, DType dtype, std::optional<int64_t> m) {
  check_factorised("orthogonal", dtype);
  const int64_t columns = m.value_or(n);
  if (n < 0 || columns < 0)
    fail<ShapeError>(fmt::format("random::orthogonal: there are no {}x{} matrices", n, columns));
  Shape s = shape;
  s.push_back(std::max(n, columns));
  s.push_back(std::min(n, columns));
  return compiled(key, {"orthogonal", s, dtype, {n, columns}}, [&](const Array &k) {
    const linalg::Qr factors = linalg::qr(normal_of(k, s, dtype));
    Array x = factors.q * expand_dims(sign(diagonal(factors.r, 0, -2, -1)), -2);
    return n < columns ? swapaxes(x, -1, -2) : x;
  });
}

}  // namespace fluxion::random
