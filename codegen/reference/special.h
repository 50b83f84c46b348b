// Special functions of doubles that the C++ library lacks.
#pragma once

namespace fluxion::codegen::reference {

/// Inverse of erf on [−1, 1]; ±inf at ±1, NaN beyond.
double inverseErf(double x);
/// Γ'(x) / Γ(x); NaN at negative integers, −inf at +0 and +inf at −0.
double digamma(double x);

}  // namespace fluxion::codegen::reference
