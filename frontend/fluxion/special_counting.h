// Special functions of counting, of statistics and of physics, under the names of jax.scipy.special. Elementwise where
// nothing else is said; operands promote and broadcast, and integers become f32.
#pragma once
#include <fluxion/ops.h>

namespace fluxion::special {

/// How many ways there are to choose k of n things; 0 unless 0 ≤ k ≤ n. With repetition, things may be taken again.
Array comb(const Operand &n, const Operand &k, bool repetition = false);
/// Γ(z + m)/Γ(z) = z·(z + 1)·…·(z + m − 1); 1 for m = 0.
Array poch(const Operand &z, const Operand &m);
/// (xᵏ − 1)/k, and log x for k = 0; and the same of 1 + x.
Array boxcox(const Operand &x, const Operand &k);
Array boxcox1p(const Operand &x, const Operand &k);
/// The Bernoulli numbers B₀ … Bₙ, f32[n + 1]; B₁ = −½.
Array bernoulli(int64_t n, std::source_location at = std::source_location::current());
/// Bessel's functions of the first kind and of orders 0 … v, [v + 1, …], by the ratios of neighbours from order n_iter
/// down. n_iter has to be well above v and |z|.
Array bessel_jn(const Operand &z, int64_t v, int64_t n_iter = 50);

}  // namespace fluxion::special

namespace fluxion {
/// Complex numbers (real ones become complex) by rising real, and among equal ones imaginary part, along the last axis.
Array sort_complex(const Operand &x);
}  // namespace fluxion
