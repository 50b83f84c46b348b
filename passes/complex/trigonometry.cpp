// Trigonometric and hyperbolic functions of complex numbers, and their inverses. Those are W. Kahan's ("Branch cuts for
// complex elementary functions", 1987), which are continuous up to the cuts from the side that the sign of zero says.
#include <numbers>

#include "passes/complex/functions.h"

namespace fluxion::passes {

namespace {

// i·z and −i·z.
Complex turned(Complex z) { return {-z.im, z.re}; }
Complex turnedBack(Complex z) { return {z.im, -z.re}; }

Complex conjugate(Complex z) { return {z.re, -z.im}; }

// a·cosh y and b·sinh y, where the products do not overflow before they must.
Complex hyperbolic(Number a, Number b, Number y) {
  Number far = abs(y) > (y.isF64() ? 700 : 80), h = exp(abs(y) * 0.5);
  return {select(far, a * (h * 0.5) * h, a * cosh(y)), select(far, b * (copysign(h, y) * 0.5) * h, b * sinh(y))};
}

}  // namespace

// sin x cosh y + i cos x sinh y
Complex sin(Complex z) {
  Complex y = hyperbolic(sin(z.re), cos(z.re), z.im);
  return {select(z.re == 0, z.re, y.re), select(z.im == 0, z.im, y.im)};
}

// cos x cosh y − i sin x sinh y
Complex cos(Complex z) {
  Complex y = hyperbolic(cos(z.re), sin(z.re), z.im);
  return {y.re, -select((z.re == 0) | (z.im == 0), copysign(z.im.like(0), z.im) * copysign(z.re.like(1), z.re), y.im)};
}

Complex sinh(Complex z) { return turnedBack(sin(turned(z))); }
Complex cosh(Complex z) { return cos(turned(z)); }

// With t = tan y and s = sinh x: ((1 + t²) s √(1 + s²) + it) / (1 + (1 + t²) s²), and ±1 + 4i sin y cos y e^(−2|x|)
// where s is so large that nothing else is left.
Complex tanh(Complex z) {
  Number x = z.re, y = z.im, far = abs(x) > (x.isF64() ? 20 : 10);
  Number near = select(far, 0, x), t = tan(y), beta = t * t + 1, s = sinh(near), size = beta * s * s + 1;
  Number tail = sin(y) * cos(y) * 4 * exp(abs(x) * -2.0);
  return {select(far, copysign(x.like(1), x), beta * s * sqrt(s * s + 1) / size), select(far, tail, t / size)};
}

Complex tan(Complex z) { return turnedBack(tanh(turned(z))); }

// 2 atan2(Re √(1 − z), Re √(1 + z)) + i arsinh Im(conj √(1 + z) · √(1 − z))
Complex acos(Complex z) {
  Complex minus = sqrt(Complex{1 - z.re, -z.im}), plus = sqrt(Complex{z.re + 1, z.im});
  return {atan2(minus.re, plus.re) * 2, asinh(multiply(conjugate(plus), minus).im)};
}

// atan2(x, Re(√(1 − z) √(1 + z))) + i arsinh Im(conj √(1 − z) · √(1 + z))
Complex asin(Complex z) {
  Complex minus = sqrt(Complex{1 - z.re, -z.im}), plus = sqrt(Complex{z.re + 1, z.im});
  return {atan2(z.re, multiply(minus, plus).re), asinh(multiply(conjugate(minus), plus).im)};
}

// arsinh Re(conj √(z − 1) · √(z + 1)) + 2i atan2(Im √(z − 1), Re √(z + 1))
Complex acosh(Complex z) {
  Complex minus = sqrt(Complex{z.re - 1, z.im}), plus = sqrt(Complex{z.re + 1, z.im});
  return {asinh(multiply(conjugate(minus), plus).re), atan2(minus.im, plus.re) * 2};
}

// ¼ log1p(4x / ((1 − x)² + y²)) + ½ i atan2(2y, (1 − x)(1 + x) − y²) for x ≥ 0; odd. Far out it is 1/z ± iπ/2.
Complex atanh(Complex z) {
  Number sign = copysign(z.re.like(1), z.re), x = abs(z.re), y = z.im * sign;
  Number far = max(x, abs(y)) > (x.isF64() ? 0x1p500 : 0x1p60);
  Number a = select(far, 0, x), b = select(far, 0, y), gap = 1 - a;
  Number re = log1p(a * 4 / (gap * gap + b * b)) * 0.25, im = atan2(b * 2, gap * (a + 1) - b * b) * 0.5;
  Complex inverse = divide({x.like(1), x.like(0)}, {x, y});
  re = select(far, inverse.re, re);
  im = select(far, copysign(x.like(std::numbers::pi / 2), y), im);
  return {re * sign, im * sign};
}

Complex asinh(Complex z) { return turnedBack(asin(turned(z))); }
Complex atan(Complex z) { return turnedBack(atanh(turned(z))); }

}  // namespace fluxion::passes
