// Special functions of doubles, for kernels (which call them element by element, by name) and for the interpreter. They
// are too long to be inlined into loops, and programs spend little time in them.
#pragma once

namespace fluxion::runtime::special {

/// e^(−|x|)·I₀(x) and e^(−|x|)·I₁(x), modified Bessel functions of the first kind.
double bessel_i0e(double x);
double bessel_i1e(double x);

/// Hurwitz's ζ(x, q) = Σ (q + k)^(−x) for x > 1. At its poles q = 0, −1, …: +inf for even x, else NaN. For other
/// negative q, x has to be an integer.
double zeta(double x, double q);
/// The derivative of order n of ψ at x; NaN unless n is an integer ≥ 0.
double polygamma(double n, double x);
/// ψ(x) = Γ'(x) / Γ(x) for x > 0.
double digamma_of_positive(double x);

/// The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P(a, x), for a ≥ 0 and x ≥ 0.
double igamma(double a, double x);
double igammac(double a, double x);
/// ∂P(a, x)/∂a.
double igamma_grad_a(double a, double x);
/// The derivative of a gamma-distributed sample x by its parameter: −(∂P/∂a) / (∂P/∂x).
double random_gamma_grad(double a, double x);

/// The regularised incomplete beta function I_x(a, b), for a, b ≥ 0 and 0 ≤ x ≤ 1.
double betainc(double a, double b, double x);

/// log(1 + u) − u for u > −1, without cancellation; takes 1 + u, too, since that cannot be told from u near −1.
double log_minus(double u, double one_plus_u);
/// log Γ(a) − [(a − ½)·log a − a + ½·log 2π] for a > 0: what Stirling's formula leaves out.
double stirling_error(double a);

}  // namespace fluxion::runtime::special
