// Arithmetic, exponentials, logarithms and roots of complex numbers.
#include "passes/complex/functions.h"

#include <limits>

namespace fluxion::passes {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// A quarter of the largest number.
double quarterOfLargest(Number x) {
  return (x.isF64() ? std::numeric_limits<double>::max() : std::numeric_limits<float>::max()) / 4;
}

// Infinite parts become ±1, others ±0: the direction of an infinite number.
Complex direction(Complex z) {
  auto one = [](Number x) { return copysign(select(isInfinite(x), 1, x.like(0)), x); };
  return {one(z.re), one(z.im)};
}

// What Smith's method makes NaN although annex G says otherwise: x / 0, ∞ / finite and finite / ∞.
Complex recover(Complex quotient, Complex a, Complex b) {
  Number lost = isNaN(quotient.re) & isNaN(quotient.im);
  auto replace = [&](Number when, Complex value) {
    quotient = {select(lost & when, value.re, quotient.re), select(lost & when, value.im, quotient.im)};
  };
  Number infiniteA = isInfinite(a.re) | isInfinite(a.im), infiniteB = isInfinite(b.re) | isInfinite(b.im);
  auto finite = [](Complex z) { return !(isInfinite(z.re) | isNaN(z.re) | isInfinite(z.im) | isNaN(z.im)); };
  Complex conjugate{b.re, -b.im}, turned = direction(conjugate);
  Complex toInfinity = multiply(direction(a), conjugate), toZero = multiply(a, turned);
  Number unbounded = copysign(a.re.like(kInfinity), b.re);
  replace(infiniteA & finite(b), {toInfinity.re * kInfinity, toInfinity.im * kInfinity});
  replace(infiniteB & finite(a), {toZero.re * 0.0, toZero.im * 0.0});
  replace((b.re == 0) & (b.im == 0), {unbounded * a.re, unbounded * a.im});
  return quotient;
}

// a² = high + low exactly (Veltkamp, Dekker), if nothing overflows.
struct Sum {
  Number high, low;
};
Sum square(Number a) {
  Number c = a * (a.isF64() ? 134217729.0 : 4097.0), h = c - (c - a), l = a - h, p = a * a;
  return {p, ((h * h - p) + h * l * 2) + l * l};
}
// a + b = high + low exactly (Knuth).
Sum add(Number a, Number b) {
  Number s = a + b, t = s - a;
  return {s, (a - (s - t)) + (b - t)};
}

// log √(x² + y²). Near the unit circle x² + y² − 1 is summed up exactly before it is rounded.
Number logModulus(Number x, Number y) {
  Number m = max(abs(x), abs(y)), n = min(abs(x), abs(y));
  Sum mm = square(m), nn = square(n), sum = add(mm.high, nn.high);
  Number near = log1p((sum.high - 1) + (sum.low + (mm.low + nn.low))) * 0.5;
  Number ratio = select(m == 0, 0, n / m), far = log(m) + log1p(ratio * ratio) * 0.5;
  far = select(isInfinite(x) | isInfinite(y), kInfinity, far);
  return select((m > 0.5) & (m < 2), near, far);
}

}  // namespace

Number isInfinite(Number x) { return abs(x) == kInfinity; }

Number copysign(Number magnitude, Number sign) {
  Emit &e = *magnitude.e;
  mlir::Type element = ir::elementType(magnitude.v), bits = e.builder.getIntegerType(element.getIntOrFloatBitWidth());
  auto bitsOf = [&](Number x) { return Number{&e, e.op<ir::BitcastConvertOp>(x.v, bits)}; };
  Number top = bitsOf(sign) & bitsOf(sign.like(-0.0));
  return {&e, e.op<ir::BitcastConvertOp>((bitsOf(abs(magnitude)) | top).v, element)};
}

Complex multiply(Complex a, Complex b) { return {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re}; }

// Smith's method: with |d| ≤ |c| and r = d/c, (a + ib)/(c + id) = ((a + br) + i(b − ar)) / (c + dr).
Complex divide(Complex a, Complex b) {
  const double most = quarterOfLargest(a.re);
  // A quarter of both where the divisor is huge; a quarter of a alone, taken back later, where only a is.
  Number huge = max(abs(b.re), abs(b.im)) > most, scale = select(huge, 0.25, b.re.like(1));
  Number large = max(abs(a.re), abs(a.im)) > most, scaleA = select(huge | large, 0.25, b.re.like(1));
  Complex n{a.re * scaleA, a.im * scaleA}, d{b.re * scale, b.im * scale};
  Number wide = abs(d.re) >= abs(d.im);
  Number p = select(wide, d.re, d.im), q = select(wide, d.im, d.re), r = q / p, size = p + q * r;
  Number x = select(wide, n.re, n.im), y = select(wide, n.im, n.re);
  Number im = (y - x * r) / size, back = select(large & !huge, 4, b.re.like(1));
  Complex quotient{(x + y * r) / size * back, select(wide, im, -im) * back};
  return recover(quotient, a, b);
}

// 0 to a power with positive real part is 0, and anything to the power 0 is 1.
Complex power(Complex a, Complex b) {
  Complex y = exp(multiply(b, log(a)));
  Number isZero = (a.re == 0) & (a.im == 0) & (b.re > 0), isOne = (b.re == 0) & (b.im == 0);
  return {select(isOne, 1, select(isZero, 0, y.re)), select(isOne | isZero, 0, y.im)};
}

// −i·log((x + iy) / √(x² + y²)).
Complex atan2(Complex y, Complex x) {
  Complex xx = multiply(x, x), yy = multiply(y, y);
  Complex l = log(divide({x.re - y.im, x.im + y.re}, sqrt(Complex{xx.re + yy.re, xx.im + yy.im})));
  return {l.im, -l.re};
}

Number modulus(Complex z) {
  Number x = abs(z.re), y = abs(z.im), m = max(x, y), r = min(x, y) / m;
  Number size = select(m == 0, m, m * sqrt(r * r + 1));
  return select((x == kInfinity) | (y == kInfinity), kInfinity, size);
}

// eˣ cos y + i eˣ sin y. Where eˣ might overflow although the product does not, it is multiplied in two halves.
Complex exp(Complex z) {
  Number far = abs(z.re) > (z.re.isF64() ? 700 : 80), h = exp(select(far, z.re * 0.5, z.re));
  auto times = [&](Number x) { return select(far, h * x * h, h * x); };
  Number none = z.re == -kInfinity;
  return {select(none, 0, times(cos(z.im))), select(none, 0, select(z.im == 0, z.im, times(sin(z.im))))};
}

// eᶻ − 1 = (eˣ − 1) cos y − 2 sin²(y/2) + i eˣ sin y, which does not cancel near 0.
Complex expm1(Complex z) {
  Complex y = exp(z);
  Number half = sin(z.im * 0.5), near = expm1(z.re) * cos(z.im) - half * half * 2;
  return {select(z.re > 8, y.re - 1, near), y.im};
}

Complex log(Complex z) { return {logModulus(z.re, z.im), atan2(z.im, z.re)}; }

// |1 + z|² − 1 = 2x + x² + y², summed up exactly before it is rounded, unless it is close to −1.
Complex log1p(Complex z) {
  Number x = z.re, y = z.im;
  Sum xx = square(x), yy = square(y), s = add(x * 2, yy.high), t = add(s.high, xx.high);
  Number excess = t.high + ((s.low + t.low) + (xx.low + yy.low));
  Number near = (max(abs(x), abs(y)) < 4) & (excess > -0.5);
  return {select(near, log1p(excess) * 0.5, logModulus(x + 1, y)), atan2(y, x + 1)};
}

Complex logistic(Complex z) {
  Complex e = exp({-z.re, -z.im});
  return divide({z.re.like(1), z.re.like(0)}, {e.re + 1, e.im});
}

// With t = √((|x| + |z|)/2): t + iy/2t for x ≥ 0, and |y|/2t ± it below. Scaled by a power of 4 where that overflows
// or loses digits.
Complex sqrt(Complex z) {
  const bool wide = z.re.isF64();
  Number m = max(abs(z.re), abs(z.im)), one = z.re.like(1);
  Number huge = m > quarterOfLargest(m), tiny = m < (wide ? 0x1p-900 : 0x1p-100);
  Number scale = select(huge, 0.0625, select(tiny, wide ? 0x1p200 : 0x1p40, one));
  Number back = select(huge, 4, select(tiny, wide ? 0x1p-100 : 0x1p-20, one));
  Complex s{z.re * scale, z.im * scale};
  Number t = sqrt((abs(s.re) + modulus(s)) * 0.5) * back, u = abs(s.im) * (back * back) / (t * 2);
  Number right = z.re >= z.re.like(0), isZero = m == 0, infinite = isInfinite(z.im);
  Number re = select(right, t, u), im = copysign(select(right, u, t), z.im);
  return {select(isZero, 0, select(infinite, kInfinity, re)), select(isZero | infinite, z.im, im)};
}

Complex rsqrt(Complex z) { return divide({z.re.like(1), z.re.like(0)}, sqrt(z)); }

Number compare(ir::Comparison direction, Complex a, Complex b) {
  using ir::Comparison;
  if (direction == Comparison::EQ) return (a.re == b.re) & (a.im == b.im);
  if (direction == Comparison::NE) return (a.re != b.re) | (a.im != b.im);
  const bool less = direction == Comparison::LT || direction == Comparison::LE;
  Number first = compare(less ? Comparison::LT : Comparison::GT, a.re, b.re);
  return first | ((a.re == b.re) & compare(direction, a.im, b.im));
}

}  // namespace fluxion::passes
