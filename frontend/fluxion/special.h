// Special functions, under the names of jax.scipy.special, and those of jax.lax. Elementwise; operands promote and
// broadcast, and integers become f32. Derivatives are finite wherever the true ones are. How accurate they are is told
// in docs/accuracy.md.
#pragma once
#include <fluxion/ops.h>

namespace fluxion::special {

// ---- gamma, beta and zeta functions

/// Γ(x), and its sign; NaN at negative integers.
Array gamma(const Operand &x);
Array gammasgn(const Operand &x);
/// n! = Γ(n + 1) for n ≥ 0, also between integers; 0 below.
Array factorial(const Operand &n);
/// log of the multivariate gamma function of dimension d: log(π^(d(d−1)/4)·∏ Γ(a − i/2)), i = 0 … d − 1.
Array multigammaln(const Operand &a, int64_t d);
/// The derivative of order n (an integer ≥ 0, else NaN) of digamma at x.
inline Array polygamma(const Operand &n, const Operand &x) { return detail::floating("fx.polygamma", {n, x}); }
/// Hurwitz's Σ (q + k)^(−x) over k ≥ 0; Riemann's ζ for q = 1. NaN for x < 1.
inline Array zeta(const Operand &x, const Operand &q = 1.0) { return detail::floating("fx.zeta", {x, q}); }
/// log Γ(x) as one function in the whole plane, cut along the negative reals, where those of a real dtype give NaN (log
/// |Γ(x)| is `gammaln`). Source: Stirling's series at x + n, and the reflection 1 − x to the left of −2.
Array loggamma(const Operand &x);
/// P(a, x) = 1/Γ(a)·∫₀ˣ t^(a−1)·e^(−t) dt, and Q = 1 − P, exact in its tail. NaN unless a, x ≥ 0.
inline Array gammainc(const Operand &a, const Operand &x) { return detail::floating("fx.igamma", {a, x}); }
inline Array gammaincc(const Operand &a, const Operand &x) { return detail::floating("fx.igammac", {a, x}); }
/// log B(a, b) for a, b > 0, without cancellation for large ones; and B(a, b), with its sign for negative ones.
Array betaln(const Operand &a, const Operand &b);
Array beta(const Operand &a, const Operand &b);
/// I_x(a, b) = 1/B(a, b)·∫₀ˣ t^(a−1)·(1 − t)^(b−1) dt. NaN unless a, b ≥ 0 and 0 ≤ x ≤ 1. It has a derivative by x
/// only.
inline Array betainc(const Operand &a, const Operand &b, const Operand &x) {
  return detail::floating("fx.regularized_incomplete_beta", {a, b, x});
}

// ---- Bessel functions: I₀ and I₁, and the same times e^(−|x|)

inline Array i0e(const Operand &x) { return detail::floating("fx.bessel_i0e", {x}); }
inline Array i1e(const Operand &x) { return detail::floating("fx.bessel_i1e", {x}); }
Array i0(const Operand &x);
Array i1(const Operand &x);

// ---- integrals

/// Eₙ(x) = ∫₁^∞ e^(−xt)/tⁿ dt for n ≥ 0 and x ≥ 0, NaN below; and E₁.
Array expn(int64_t n, const Operand &x);
inline Array exp1(const Operand &x) { return expn(1, x); }
/// Spence's function −∫₁ˣ log t/(t − 1) dt = Li₂(1 − x); NaN for x < 0.
Array spence(const Operand &x);

// ---- the normal distribution

inline Array erfinv(const Operand &x) { return erf_inv(x); }
/// Its distribution function Φ, the logarithm of that (exact in the left tail), and its inverse on [0, 1].
Array ndtr(const Operand &x);
Array log_ndtr(const Operand &x);
Array ndtri(const Operand &p);

// ---- entropies and logarithms

/// log(p / (1 − p)), the inverse of expit.
Array logit(const Operand &p);
/// x·log y and x·log(1 + y), which are 0 for x = 0 unless y is NaN.
Array xlogy(const Operand &x, const Operand &y);
Array xlog1py(const Operand &x, const Operand &y);
/// −x·log x; 0 at 0 and −inf below.
Array entr(const Operand &x);
/// p·log(p / q); 0 for p = 0 ≤ q, and +inf where p or q is negative or only q is 0.
Array rel_entr(const Operand &p, const Operand &q);
/// p·log(p / q) − p + q.
Array kl_div(const Operand &p, const Operand &q);
/// exp(x) / Σ exp(x) over `axes`, and its logarithm.
Array softmax(const Operand &x, Axes axes = {});
Array log_softmax(const Operand &x, Axes axes = {});

}  // namespace fluxion::special

namespace fluxion {

// ---- the names of jax.lax

using special::betainc;
using special::digamma;
using special::erf;
using special::erf_inv;
using special::erfc;
using special::polygamma;
using special::zeta;
inline Array lgamma(const Operand &x) { return special::gammaln(x); }
inline Array logistic(const Operand &x) { return special::expit(x); }
inline Array igamma(const Operand &a, const Operand &x) { return special::gammainc(a, x); }
inline Array igammac(const Operand &a, const Operand &x) { return special::gammaincc(a, x); }
/// ∂igamma(a, x)/∂a.
inline Array igamma_grad_a(const Operand &a, const Operand &x) { return detail::floating("fx.igamma_grad_a", {a, x}); }
/// The derivative by a of a sample x of the gamma distribution with parameter a.
inline Array random_gamma_grad(const Operand &a, const Operand &x) {
  return detail::floating("fx.random_gamma_grad", {a, x});
}
inline Array bessel_i0e(const Operand &x) { return special::i0e(x); }
inline Array bessel_i1e(const Operand &x) { return special::i1e(x); }
/// The float next to x in the direction of y.
inline Array nextafter(const Operand &x, const Operand &y) { return detail::floating("fx.next_after", {x, y}); }
/// The upper half of the product of integers, which is twice as wide.
inline Array mulhi(const Operand &a, const Operand &b) { return detail::elementwise("fx.mulhi", {a, b}); }
/// x rounded to a float format with these bits (8 and 7: bf16), without subnormals. The dtype stays.
Array reduce_precision(const Operand &x, int64_t exponent_bits, int64_t mantissa_bits);

}  // namespace fluxion
