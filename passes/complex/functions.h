// Functions of complex numbers, made of ops on their parts.
//
// None overflows or cancels on the way to a result that a float can hold, as far as the real functions that they are
// made of do not; special values follow C99's annex G where that costs little.
#pragma once
#include "passes/complex/number.h"

namespace fluxion::passes {

Complex multiply(Complex a, Complex b);
Complex divide(Complex a, Complex b);
Complex power(Complex a, Complex b);
Complex atan2(Complex y, Complex x);
Number modulus(Complex z);

Complex exp(Complex z);
Complex expm1(Complex z);
Complex log(Complex z);
Complex log1p(Complex z);
Complex logistic(Complex z);
Complex sqrt(Complex z);
Complex rsqrt(Complex z);

Complex sin(Complex z);
Complex cos(Complex z);
Complex tan(Complex z);
Complex sinh(Complex z);
Complex cosh(Complex z);
Complex tanh(Complex z);
Complex asin(Complex z);
Complex acos(Complex z);
Complex atan(Complex z);
Complex asinh(Complex z);
Complex acosh(Complex z);
Complex atanh(Complex z);

/// a ∘ b in the order of real, then imaginary parts; as a bool array.
Number compare(ir::Comparison direction, Complex a, Complex b);

}  // namespace fluxion::passes
