// Logarithms and the inverse hyperbolic functions: x = 2ᵏ·(1 + f), so that log x = k·ln 2 + log(1 + f). In f64
// log(1 + f) = 2·atanh(s), s = f/(2 + f) (as in Tang 1990); in f32 a polynomial in f saves the division.
#include <limits>

#include "codegen/cpu/vector_math_coefficients.h"
#include "codegen/cpu/vector_math_functions.h"

namespace fluxion::codegen::vector_math {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kLn2 = 0x1.62e42fefa39efp-1;

// ln 2 in two parts: k·hi is exact for every exponent k.
struct Ln2 {
  double hi, lo;
};
Ln2 ln2(Lanes like) {
  return like.isF64() ? Ln2{0x1.62e42fefa38p-1, 0x1.ef35793c7673p-45} : Ln2{0x1.62ep-1, 0x1.0bfbe8p-15};
}

// The exponent k, an integer, as a float. A 64-bit conversion is slow before AVX-512.
Lanes exponentToFloat(Lanes k) { return k.bits() == 32 ? toFloat(k) : fromBits(k + 0x4338000000000000) - 0x1.8p52; }

// 2·s·(1 + s²·A(s²)) written as f − (f²/2 − s·(f²/2 + R)), where f is exact and the rest is small.
Lanes logOnePlusF64(Lanes k, Lanes f, bool lite) {
  const auto [hi, lo] = ln2(f);
  const Lanes s = f / (f + 2.0), z = s * s, half = f * f * 0.5;
  const Lanes a = lite ? polynomial(z, kAtanhLite) : polynomial(z, kAtanhF64);
  const Lanes r = fma(s, fma(z + z, a, half), k * lo);
  return fma(k, hi, f - (half - r));
}

// f − f²/2 + f³·P(f).
Lanes logOnePlusF32(Lanes k, Lanes f) {
  const auto [hi, lo] = ln2(f);
  const Lanes z = f * f, tail = fma(k, lo, f * z * polynomial(f, kLogF32));
  return fma(k, hi, f + fma(z, -0.5, tail));
}

Lanes logOnePlus(Lanes k, Lanes f, bool lite) { return f.isF64() ? logOnePlusF64(k, f, lite) : logOnePlusF32(k, f); }

// `y` for finite x > pole; −inf at the pole, NaN below it.
Lanes logSpecial(Lanes x, Lanes y, double pole) {
  y = select(x < kInfinity, y, x);
  y = select(x < pole, kNaN, y);
  return select(x == pole, -kInfinity, y);
}

Split splitNormal(Lanes x) {
  const bool wide = x.isF64();
  const int mantissa = wide ? 52 : 23;
  const Lanes bits = toBits(x);
  const Lanes k = (bits - (wide ? 0x3fe6a09e667f3bcd : 0x3f3504f3)) >> mantissa;
  return {k, exponentToFloat(k), fromBits(bits - (k << mantissa)) - 1.0};
}

// The rounding of 1 + x is avoided: f = x·2⁻ᵏ + (2⁻ᵏ − 1), rounded once. A factor 4 keeps 2⁻ᵏ normal.
Lanes log1pAbovePole(Lanes x, bool lite) {
  const bool wide = x.isF64();
  const int mantissa = wide ? 52 : 23;
  const Split u = splitNormal(x + 1.0);
  const int64_t four = wide ? 0x4010000000000000 : 0x40800000;
  const Lanes scale = fromBits(four - (u.k << mantissa));
  const Lanes y = logOnePlus(u.exponent, fma(x * 0.25, scale, fma(scale, 0.25, -1.0)), lite);
  return select(abs(x) < (wide ? 0x1p-54 : 0x1p-25), x, y);
}

Lanes log1pOf(Lanes x, bool lite) { return logSpecial(x, log1pAbovePole(x, lite), -1); }

// Runs f64 code on f32 lanes, or on f64 lanes as they are.
template <typename Body>
Lanes inDouble(Lanes x, Body body) {
  return x.isF64() ? body(x, false) : narrow(body(widen(x), true));
}

constexpr double kHuge = 0x1p60;  // from here on √(x² ± 1) ± 1 is x

}  // namespace

Split split(Lanes x) {
  const bool wide = x.isF64();
  const Lanes tiny = x < (wide ? 0x1p-1022 : 0x1p-126);
  const Split s = splitNormal(select(tiny, x * (wide ? 0x1p54 : 0x1p24), x));
  return {s.k, select(tiny, s.exponent - (wide ? 54.0 : 24.0), s.exponent), s.f};
}

Lanes logPositive(Lanes x, bool lite) {
  const Split s = splitNormal(x);
  return logOnePlusF64(s.exponent, s.f, lite);
}

Lanes log(Lanes x) {
  const Split s = split(x);
  return logSpecial(x, logOnePlus(s.exponent, s.f, false), 0);
}

// k + f/ln2 + f²·P(f) in f32; k + log(1 + f)/ln 2 in f64; 1/ln 2 in two parts.
Lanes log2(Lanes x) {
  const Split s = split(x);
  const Lanes f = s.f;
  if (!x.isF64()) {
    const Lanes tail = fma(f * f, polynomial(f, kLog2F32), f * 0x1.4ae0bfp-26);
    return logSpecial(x, s.exponent + fma(f, 0x1.715476p0, tail), 0);
  }
  const Lanes y = logOnePlusF64(f.constant(0), f, false);
  return logSpecial(x, s.exponent + fma(y, 0x1.71547652b82fep0, y * 0x1.777d0ffda0d24p-56), 0);
}

Lanes log1p(Lanes x) { return log1pOf(x, false); }

// sign(x)·log(a + √(a² + 1)) with a = |x|, as log1p(a + a²/(1 + √(a² + 1))).
Lanes asinh(Lanes x) {
  return inDouble(x, [](Lanes x, bool lite) {
    const Lanes a = abs(x), z = a * a, huge = a >= kHuge;
    const Lanes u = select(huge, a, a + z / (sqrt(z + 1.0) + 1.0));
    return copysign(log1pOf(u, lite) + select(huge, a.constant(kLn2), 0.0), x);
  });
}

// log(x + √(x² − 1)) = log1p(t + √(t·(t + 2))) with t = x − 1.
Lanes acosh(Lanes x) {
  return inDouble(x, [](Lanes x, bool lite) {
    const Lanes t = x - 1.0, huge = x >= kHuge;
    const Lanes u = select(huge, x, t + sqrt(t * (t + 2.0)));
    return select(x < 1, kNaN, log1pOf(u, lite) + select(huge, x.constant(kLn2), 0.0));
  });
}

// log((1 + a)/(1 − a))/2 = log1p(2a + 2a²/(1 − a))/2.
Lanes atanh(Lanes x) {
  return inDouble(x, [](Lanes x, bool lite) {
    const Lanes a = abs(x), twice = a + a;
    const Lanes y = log1pOf(twice + twice * a / (1.0 - a), lite) * 0.5;
    return select(a > 1, kNaN, copysign(y, x));
  });
}

}  // namespace fluxion::codegen::vector_math
