// More distributions, under the names of jax.random and with its samples for the same key. Parameters broadcast against
// one another and to `shape`, which is theirs if it is empty (ShapeError otherwise); derivatives go through them.
#pragma once
#include <fluxion/random.h>

namespace fluxion::random {

// ---- of no parameters, or transforms of one draw

/// tan(π·(u − ½)): the ratio of two normals.
Array cauchy(Key key, const Shape &shape = {}, DType dtype = f32);
/// An exponential of either sign.
Array laplace(Key key, const Shape &shape = {}, DType dtype = f32);
/// log(u / (1 − u)).
Array logistic(Key key, const Shape &shape = {}, DType dtype = f32);
/// The length of a normal vector in three dimensions.
Array maxwell(Key key, const Shape &shape = {}, DType dtype = f32);
/// −1 or 1, each with probability ½.
Array rademacher(Key key, const Shape &shape = {}, DType dtype = i32);
/// e^(σ·z) of a normal z.
Array lognormal(Key key, const Operand &sigma = 1.0, const Shape &shape = {}, DType dtype = f32);
/// At least 1, with density b·x^(−b−1).
Array pareto(Key key, const Operand &b, const Shape &shape = {}, DType dtype = f32);
/// With density x/σ²·e^(−x²/2σ²).
Array rayleigh(Key key, const Operand &scale, const Shape &shape = {}, DType dtype = f32);
/// scale·e^(1/c), of an exponential e and the concentration c.
Array weibull_min(Key key, const Operand &scale, const Operand &concentration, const Shape &shape = {},
                  DType dtype = f32);
/// On [left, right], most likely at the mode.
Array triangular(Key key, const Operand &left, const Operand &mode, const Operand &right, const Shape &shape = {},
                 DType dtype = f32);
/// The inverse Gaussian distribution of shape parameter 1.
Array wald(Key key, const Operand &mean, const Shape &shape = {}, DType dtype = f32);
/// loc ± scale·maxwell. As in JAX, a shape is put before that of the parameters.
Array double_sided_maxwell(Key key, const Operand &loc, const Operand &scale, const Shape &shape = {},
                           DType dtype = f32);

// ---- of gamma samples (Marsaglia & Tsang 2000), differentiated implicitly, to first order

/// With density x^(a−1)·e^(−x)/Γ(a), and its logarithm, which does not underflow for small a.
Array gamma(Key key, const Operand &a, const Shape &shape = {}, DType dtype = f32);
Array loggamma(Key key, const Operand &a, const Shape &shape = {}, DType dtype = f32);
/// On [0, 1], with density x^(a−1)·(1 − x)^(b−1)/B(a, b).
Array beta(Key key, const Operand &a, const Operand &b, const Shape &shape = {}, DType dtype = f32);
/// Points whose n coordinates are ≥ 0 and sum to 1. alpha is [..., n]; `shape` does not name n.
Array dirichlet(Key key, const Array &alpha, const Shape &shape = {}, DType dtype = f32);
/// Student's t with df degrees of freedom; χ² with df; F with both.
Array t(Key key, const Operand &df, const Shape &shape = {}, DType dtype = f32);
Array chisquare(Key key, const Operand &df, const Shape &shape = {}, DType dtype = f32);
Array f(Key key, const Operand &dfnum, const Operand &dfden, const Shape &shape = {}, DType dtype = f32);
/// With density proportional to e^(−|x|^p).
Array generalized_normal(Key key, double p, const Shape &shape = {}, DType dtype = f32);
/// Points in the ball |x|ₚ ≤ 1 of d dimensions, the last dimension of the result.
Array ball(Key key, int64_t d, double p = 2, const Shape &shape = {}, DType dtype = f32);

// ---- of factorised matrices, f32 or f64

/// Normal vectors of n elements with the given means and covariances, mean[..., n] and cov[..., n, n], where only the
/// symmetric part of cov counts; NaN where that is not positive definite. `shape` does not name n.
Array multivariate_normal(Key key, const Array &mean, const Array &cov, const Shape &shape = {}, DType dtype = f32);
/// Orthogonal matrices [shape, n, n], uniformly distributed; with m, the first rows or columns of such: [shape, n, m].
Array orthogonal(Key key, int64_t n, const Shape &shape = {}, DType dtype = f32, std::optional<int64_t> m = {});

// ---- of counts. They have no derivatives.

/// How many draws of probability p a success takes: ≥ 1.
Array geometric(Key key, const Operand &p, const Shape &shape = {}, DType dtype = i32);
/// Counts with mean `lam`: by products of uniforms below 10 (Knuth), by rejection above (Hörmann 1993).
Array poisson(Key key, const Operand &lam, const Shape &shape = {}, DType dtype = i32);
/// Successes of n draws of probability p, as floats; NaN where n < 0 or p is outside [0, 1].
Array binomial(Key key, const Operand &n, const Operand &p, const Shape &shape = {}, DType dtype = f32);
/// How often each of the k outcomes came in n draws, [..., k], as floats. p holds their probabilities, [..., k].
Array multinomial(Key key, const Operand &n, const Array &p, const Shape &shape = {}, DType dtype = f32);

}  // namespace fluxion::random
