// Integrals that have names, under those of jax.scipy.special. Elementwise; integers become f32. What is narrower than
// f32 is computed in f32. Derivatives are given by formulas, to any order.
#pragma once
#include <fluxion/ops.h>

namespace fluxion::special {

/// Ei(x), the principal value of ∫ e^t/t dt from −∞ to x; −inf at 0.
Array expi(const Operand &x);

struct SineCosineIntegrals {
  Array si, ci;
};
/// Si(x) = ∫ sin t/t dt from 0 to x, and Ci(x) = γ + log x + ∫ (cos t − 1)/t dt, NaN for x < 0.
SineCosineIntegrals sici(const Operand &x);

struct FresnelIntegrals {
  Array s, c;
};
/// ∫ sin(πt²/2) dt and ∫ cos(πt²/2) dt from 0 to x.
FresnelIntegrals fresnel(const Operand &x);

/// e^(x²)·erfc(x), which does not underflow.
Array erfcx(const Operand &x);
/// Dawson's integral e^(−x²)·∫ e^(t²) dt from 0 to x.
Array dawsn(const Operand &x);
/// Faddeeva's function e^(−z²)·erfc(−iz) of complex numbers; real ones become complex.
Array wofz(const Operand &z);
/// Owen's function 1/2π·∫ e^(−h²(1 + t²)/2)/(1 + t²) dt from 0 to a: the probability of X > h and 0 < Y < aX.
Array owens_t(const Operand &h, const Operand &a);

}  // namespace fluxion::special
