// The functions of vector_math.h on Lanes, and the pieces that families share. `lite` asks for about 2⁻³³ instead of
// full f64 precision: enough for results that are then rounded to f32.
#pragma once

#include "codegen/cpu/vector_math_lanes.h"

namespace fluxion::codegen::vector_math {

// vector_math_exponential.cpp
Lanes exp(Lanes x);
Lanes exp2(Lanes x);
Lanes expm1(Lanes x);
Lanes logistic(Lanes x);
Lanes tanh(Lanes x);
Lanes sinh(Lanes x);
Lanes cosh(Lanes x);

/// e^(hi + lo) = mantissa·2ⁿ, mantissa in [√½, √2]. Bounds on x are the caller's.
struct Scaled {
  Lanes mantissa;
  Nearest n;
};
Scaled expScaled(Lanes x);
/// 2ⁿ, n as in Nearest::bits and between the exponents of normal numbers.
Lanes powerOfTwo(Lanes n);

// vector_math_logarithm.cpp
Lanes log(Lanes x);
Lanes log2(Lanes x);
Lanes log1p(Lanes x);
Lanes asinh(Lanes x);
Lanes acosh(Lanes x);
Lanes atanh(Lanes x);

/// x = 2ᵏ·(1 + f), √½ ≤ 1 + f < √2, for x > 0: k as an integer and as a float.
struct Split {
  Lanes k, exponent, f;
};
Split split(Lanes x);
/// log x for normal, finite x > 0 in f64.
Lanes logPositive(Lanes x, bool lite);

// vector_math_power.cpp
Lanes cbrt(Lanes x);
Lanes rsqrt(Lanes x);
Lanes pow(Lanes x, Lanes y);

// vector_math_trigonometric.cpp
Lanes sin(Lanes x);
Lanes cos(Lanes x);
Lanes tan(Lanes x);
/// sin and cos of π·x in f64, exact in sign and at the zeros.
struct SinCos {
  Lanes sin, cos;
};
SinCos sinCosPi(Lanes x);

// vector_math_inverse_trigonometric.cpp
Lanes asin(Lanes x);
Lanes acos(Lanes x);
Lanes atan(Lanes x);
Lanes atan2(Lanes y, Lanes x);

// vector_math_error_function.cpp
Lanes erf(Lanes x);
Lanes erfc(Lanes x);
Lanes erfInv(Lanes x);

// vector_math_gamma.cpp
Lanes lgamma(Lanes x);
Lanes digamma(Lanes x);

// vector_math_rounding.cpp
Lanes remainder(Lanes x, Lanes y);
Lanes round(Lanes x);

}  // namespace fluxion::codegen::vector_math
