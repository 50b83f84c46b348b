#!/usr/bin/env python3
"""Computes the polynomials of codegen/cpu/vector_math_*.cpp and writes vector_math_coefficients.h to stdout.

Every polynomial is the minimax solution of its row below (Remez exchange on a dense grid, weighted by the error that
the final result can bear), then its coefficients are rounded to the working precision one after the other, lowest
power first, and the rest are fitted anew after each rounding. Needs mpmath; not part of the build.
"""

import sys
from mpmath import asin, atan, cos, erf, erfc, erfinv, exp, expm1, frexp, ldexp, log, log1p, lu_solve, matrix, mp, mpf
from mpmath import pi, sin, sinh, sqrt, tanh

mp.dps = 60


def round_to(value, bits):
    """The nearest number of `bits` significant bits."""
    if value == 0:
        return mpf(0)
    mantissa, exponent = frexp(value)
    return ldexp(mp.nint(ldexp(mantissa, bits)), exponent - bits)


def remez(xs, target, weight, n):
    """The n coefficients c that minimise max |weight(x)·(target(x) − Σ c[i]·x^i)| over the grid xs."""
    basis = [[x**p for p in range(n)] for x in xs]
    picks = [round(i * (len(xs) - 1) / n) for i in range(n + 1)]
    for _ in range(60):
        a, b = matrix(n + 1, n + 1), matrix(n + 1, 1)
        for row, k in enumerate(picks):
            for col in range(n):
                a[row, col] = basis[k][col]
            a[row, n] = (-1) ** row / weight[k]
            b[row] = target[k]
        solution = lu_solve(a, b)
        level = abs(solution[n])
        coefficients = [solution[i] for i in range(n)]
        error = [w * (t - sum(c * v for c, v in zip(coefficients, row))) for w, t, row in zip(weight, target, basis)]
        worst = max(abs(e) for e in error)
        if worst <= level * mpf("1.001"):
            break
        # One extremum per run of equal sign; drop the smaller end while there are too many.
        runs = []
        for k, e in enumerate(error):
            if runs and (error[runs[-1]] > 0) == (e > 0):
                if abs(e) > abs(error[runs[-1]]):
                    runs[-1] = k
            else:
                runs.append(k)
        while len(runs) > n + 1:
            runs.pop(0 if abs(error[runs[0]]) < abs(error[runs[-1]]) else -1)
        if len(runs) < n + 1:
            break
        picks = runs
    return coefficients


def lawson(xs, target, weight, powers):
    """Nearly the same for powers that do not start at 0, where the exchange need not converge: least squares,
    reweighted by the error that is left."""
    n = len(powers)
    basis = [[w * x**p for p in powers] for x, w in zip(xs, weight)]
    goal = [w * t for t, w in zip(target, weight)]
    share = [mpf(1) / len(xs)] * len(xs)
    best, least = None, mp.inf
    for _ in range(25 if n < 10 else 5):
        a, b = matrix(n, n), matrix(n, 1)
        for row, g, s in zip(basis, goal, share):
            for i in range(n):
                b[i] += s * row[i] * g
                for j in range(n):
                    a[i, j] += s * row[i] * row[j]
        solution = lu_solve(a, b)
        error = [abs(g - sum(solution[i] * row[i] for i in range(n))) for row, g in zip(basis, goal)]
        if max(error) < least:
            least, best = max(error), [solution[i] for i in range(n)]
        total = sum(s * e for s, e in zip(share, error))
        share = [s * e / total for s, e in zip(share, error)]
    return best


def fit(f, lo, hi, count, weight, bits, points=None):
    """`count` coefficients of a polynomial close to f on [lo, hi], rounded to `bits`, and the weighted error reached."""
    lo, hi = mpf(lo), mpf(hi)
    points = points or (24 if bits == 24 else 10) * (count + 2)
    xs = [(lo + hi) / 2 - (hi - lo) / 2 * cos(pi * (i + mpf(1) / 2) / points) for i in range(points)]
    target, weights = [f(x) for x in xs], [weight(x) for x in xs]
    coefficients = remez(xs, target, weights, count)
    fixed, rest = [], target
    for power in range(count if bits == 24 else 2):
        fixed.append(round_to(coefficients[0], bits))
        rest = [r - fixed[-1] * x**power for r, x in zip(rest, xs)]
        coefficients = lawson(xs, rest, weights, range(power + 1, count)) if power + 1 < count else []
    fixed += [round_to(c, bits) for c in coefficients]  # in f64 their rounding is far below that of the result
    error = [w * (t - sum(c * x**i for i, c in enumerate(fixed))) for w, t, x in zip(weights, target, xs)]
    return fixed, max(abs(e) for e in error)


LN2 = log(mpf(2))
TINY = mpf(2) ** -40  # stands for 0 where a formula divides by its variable; the limit is smooth


def series(f, terms, lo=mpf("1e-6")):
    """f, or its Taylor polynomial `terms` near zero, where the formula for f cancels."""
    return lambda x: sum(c * x**i for i, c in enumerate(terms)) if abs(x) < lo else f(x)


def fact(n):
    return mp.factorial(n)


def odd(f, taylor):
    """P with f(x) = x + x³·P(x²), as a function of z = x²."""
    return series(lambda z: (f(sqrt(z)) / sqrt(z) - 1) / z, taylor, mpf("1e-10"))


exp_tail = series(lambda r: (exp(r) - 1 - r) / r**2, [1 / fact(i + 2) for i in range(9)], mpf("1e-5"))
log_tail = series(lambda f: (log1p(f) - f + f**2 / 2) / f**3, [(-1) ** i / mpf(i + 3) for i in range(12)], mpf("1e-4"))
log2_tail = series(lambda f: (log1p(f) - f) / (f**2 * LN2), [-((-1) ** i) / mpf(i + 2) / LN2 for i in range(12)], mpf("1e-4"))
atanh_tail = series(lambda z: (mp.atanh(sqrt(z)) / sqrt(z) - 1) / z, [1 / mpf(2 * i + 3) for i in range(8)], mpf("1e-6"))
atanh_second = series(lambda z: (atanh_tail(z) - mpf(1) / 3) / z, [1 / mpf(2 * i + 5) for i in range(8)], mpf("1e-5"))
sin_tail = odd(sin, [-1 / fact(3), 1 / fact(5), -1 / fact(7), 1 / fact(9)])
cos_tail = series(lambda z: (cos(sqrt(z)) - 1 + z / 2) / z**2, [1 / fact(4), -1 / fact(6), 1 / fact(8), -1 / fact(10)], mpf("1e-8"))
sinh_tail = odd(sinh, [1 / fact(3), 1 / fact(5), 1 / fact(7), 1 / fact(9)])
tanh_tail = odd(tanh, [mpf(-1) / 3, mpf(2) / 15, mpf(-17) / 315, mpf(62) / 2835])
asin_tail = odd(asin, [mpf(1) / 6, mpf(3) / 40, mpf(15) / 336, mpf(105) / 3456])
atan_tail = odd(atan, [mpf(-1) / 3, mpf(1) / 5, mpf(-1) / 7, mpf(1) / 9])
erf_head = series(lambda z: erf(sqrt(z)) / sqrt(z) - 1, [2 / sqrt(pi) - 1, -2 / sqrt(pi) / 3, 2 / sqrt(pi) / 10], mpf("1e-12"))
relative_odd = lambda f: lambda z: z * sqrt(max(z, TINY)) / f(sqrt(max(z, TINY)))


def erfc_mapped(t):
    """exp(x²)·erfc(x)·(1 + 2x) at x = 4·(1 + t)/(1 − t)."""
    x = 4 * (1 + t) / (1 - t)
    if x > 30:
        total, term = mpf(0), mpf(1)
        for k in range(1, 60):  # exp(x²)·erfc(x) = (1 − 1/(2x²) + 3/(4x⁴) − …)/(x√π)
            total += term
            term *= -(2 * k - 1) / (2 * x**2)
        return total / (x * sqrt(pi)) * (1 + 2 * x)
    return exp(x**2) * erfc(x) * (1 + 2 * x)


def erfinv_of(w):
    """erf⁻¹(x)/x where 1 − x² = e^(−w): by Newton on log erfc, as x rounds to 1 for large w."""
    w = max(w, mpf("1e-25"))
    x = sqrt(-expm1(-w))
    if w < 2:
        return erfinv(x) / x
    goal = -w - log1p(x)  # log(1 − x)
    y = sqrt(w)
    for _ in range(100):
        value = erfc(y)
        step = (log(value) - goal) * value * sqrt(pi) / 2 * exp(y**2)
        y += step
        if abs(step) < mpf(10) ** -45:
            break
    return y / x


def lgamma_over_roots(t):
    """log Γ(2 + t)/(t·(t + 1))."""
    return mp.loggamma(2 + t) / (t * (t + 1))


# name, comment, function, lo, hi, number of coefficients, weight, bits
H = LN2 / 2 * mpf("1.001")
ROOT = sqrt(mpf(2))
S = ((ROOT - 1) / (ROOT + 1)) ** 2
one = lambda x: mpf(1)
expm1_weight = lambda r: r**2 / expm1(r) if r else mpf(0.0) + TINY
log_weight = lambda f: abs(f**3 / log1p(f)) if abs(f) > TINY else TINY
atan_weight, asin_weight = relative_odd(atan), relative_odd(asin)
ROWS = [
    ("ExpF32", "(e^r − 1 − r)/r², |r| ≤ ln2/2", exp_tail, -H, H, 5, lambda r: r**2 / exp(r) + TINY, 24),
    ("Expm1F32", "the same, relative to e^r − 1", exp_tail, -H, H, 6, lambda r: abs(expm1_weight(r)) + TINY, 24),
    ("ExpF64", "(e^r − 1 − r)/r², |r| ≤ ln2/2", exp_tail, -H, H, 11, lambda r: abs(expm1_weight(r)) + TINY, 53),
    ("Exp2F32", "(2^r − 1)/r, |r| ≤ 1/2", lambda r: expm1(r * LN2) / r if r else LN2, -0.5, 0.5, 6, lambda r: abs(r) + TINY, 24),
    ("Exp2F64", "(2^r − 1 − r·ln2)/r², |r| ≤ 1/2", lambda r: exp_tail(r * LN2) * LN2**2, -0.5, 0.5, 11, lambda r: r**2 + TINY, 53),
    ("Exp2Lite", "(2^r − 1)/r, |r| ≤ 1/2, to 2⁻³⁴", lambda r: expm1(r * LN2) / r if r else LN2, -0.5, 0.5, 7, lambda r: abs(r) + TINY, 53),
    ("LogF32", "(log(1 + f) − f + f²/2)/f³, √½ ≤ 1 + f ≤ √2", log_tail, 1 / ROOT - 1, ROOT - 1, 8, log_weight, 24),
    ("Log2F32", "(log₂(1 + f) − f/ln2)/f², √½ ≤ 1 + f ≤ √2", log2_tail, 1 / ROOT - 1, ROOT - 1, 9, lambda f: abs(f**2 / log1p(f)) if abs(f) > TINY else TINY, 24),
    ("AtanhF64", "(atanh(s)/s − 1)/s² in s², |s| ≤ (√2 − 1)/(√2 + 1)", atanh_tail, 0, S, 7, lambda z: z + TINY, 53),
    ("AtanhLite", "the same, to 2⁻³⁶", atanh_tail, 0, S, 4, lambda z: z + TINY, 53),
    ("AtanhPow", "(atanh(s)/s − 1 − s²/3)/s⁴ in s², the same s", atanh_second, 0, S, 8, lambda z: z**2 + TINY, 53),
    ("SinF32", "(sin(r)/r − 1)/r² in r², |r| ≤ π/4", sin_tail, 0, (pi / 4 * mpf("1.02")) ** 2, 3, relative_odd(sin), 24),
    ("CosF32", "(cos(r) − 1 + r²/2)/r⁴ in r², |r| ≤ π/4", cos_tail, 0, (pi / 4 * mpf("1.02")) ** 2, 3, lambda z: z**2 + TINY, 24),
    ("SinF64", "(sin(r)/r − 1)/r² in r², |r| ≤ π/4", sin_tail, 0, (pi / 4 * mpf("1.0001")) ** 2, 7, relative_odd(sin), 53),
    ("CosF64", "(cos(r) − 1 + r²/2)/r⁴ in r², |r| ≤ π/4", cos_tail, 0, (pi / 4 * mpf("1.0001")) ** 2, 7, lambda z: z**2 + TINY, 53),
    ("SinLite", "(sin(r)/r − 1)/r², |r| ≤ π/4, to 2⁻³⁴", sin_tail, 0, (pi / 4 * mpf("1.0001")) ** 2, 4, relative_odd(sin), 53),
    ("CosLite", "(cos(r) − 1 + r²/2)/r⁴, |r| ≤ π/4, to 2⁻³⁴", cos_tail, 0, (pi / 4 * mpf("1.0001")) ** 2, 4, lambda z: z**2 + TINY, 53),
    ("SinhF32", "(sinh(x)/x − 1)/x² in x², |x| ≤ 1", sinh_tail, 0, 1, 4, relative_odd(sinh), 24),
    ("SinhF64", "(sinh(x)/x − 1)/x² in x², |x| ≤ 1", sinh_tail, 0, 1, 8, relative_odd(sinh), 53),
    ("TanhF32", "(tanh(x)/x − 1)/x² in x², |x| ≤ 0.625", tanh_tail, 0, mpf("0.625") ** 2, 5, relative_odd(tanh), 24),
    ("TanhF64", "(tanh(x)/x − 1)/x² in x², |x| ≤ 0.625", tanh_tail, 0, mpf("0.625") ** 2, 12, relative_odd(tanh), 53),
    ("AsinF32", "(asin(x)/x − 1)/x² in x², |x| ≤ 1/2", asin_tail, 0, 0.25, 5, asin_weight, 24),
    ("AsinF64", "(asin(x)/x − 1)/x² in x², |x| ≤ 1/2", asin_tail, 0, 0.25, 13, asin_weight, 53),
    ("AtanF32", "(atan(x)/x − 1)/x² in x², |x| ≤ 1", atan_tail, 0, 1, 9, atan_weight, 24),
    ("AtanF64", "(atan(x)/x − 1)/x² in x², |x| ≤ 1", atan_tail, 0, 1, 20, atan_weight, 53),
    ("ErfF32", "erf(x)/x − 1 in x², |x| ≤ 1", erf_head, 0, 1, 7, one, 24),
    ("ErfF64", "erf(x)/x − 1 in x², |x| ≤ 1", erf_head, 0, 1, 13, one, 53),
    ("ErfLogF32", "−log erfc(x), 1 ≤ x ≤ 4", lambda x: -log(erfc(x)), 1, 4, 9, lambda x: erfc(x), 24),
    ("ErfcF64", "exp(x²)·erfc(x)·(1 + 2x) in t = (x − 4)/(x + 4), 0 ≤ x", erfc_mapped, -1, mpf("0.75"), 27, one, 53),
    ("ErfcLite", "the same, x ≤ 10.5, to 2⁻³²", erfc_mapped, -1, mpf("0.45"), 14, one, 53),
    ("CbrtLite", "x^(−1/3), the start of the iteration, 2^(−3/2) ≤ x ≤ 2^(3/2)", lambda x: x ** (mpf(-1) / 3), mpf(2) ** -1.51, mpf(2) ** 1.51, 6, lambda x: x ** (mpf(1) / 3), 24),
    ("ErfInvCenter", "erf⁻¹(x)/x in w − 25/8, w = −log(1 − x²) ≤ 25/4", lambda t: erfinv_of(t + mpf("3.125")), -3.125, 3.125, 24, lambda t: 1 / erfinv_of(t + mpf("3.125")), 53),
    ("ErfInvCenterLite", "the same, to 2⁻³²", lambda t: erfinv_of(t + mpf("3.125")), -3.125, 3.125, 14, lambda t: 1 / erfinv_of(t + mpf("3.125")), 53),
    ("ErfInvMiddle", "erf⁻¹(x)/x in √w − 13/4, 5/2 ≤ √w ≤ 4", lambda t: erfinv_of((t + mpf("3.25")) ** 2), -0.76, 0.76, 22, lambda t: 1 / erfinv_of((t + mpf("3.25")) ** 2), 53),
    ("ErfInvMiddleLite", "the same, to 2⁻³²", lambda t: erfinv_of((t + mpf("3.25")) ** 2), -0.76, 0.76, 11, lambda t: 1 / erfinv_of((t + mpf("3.25")) ** 2), 53),
    ("ErfInvFar", "erf⁻¹(x)/x in √w − 5, 4 ≤ √w ≤ 6.1", lambda t: erfinv_of((t + 5) ** 2), -1.01, 1.1, 19, lambda t: 1 / erfinv_of((t + 5) ** 2), 53),
    ("Lgamma", "log Γ(x)/((x − 1)·(x − 2)) in x − 2, 1 ≤ x ≤ 3", lgamma_over_roots, -1, 1, 26, lambda t: 1 / lgamma_over_roots(t), 53),
]


def tidy(text):
    mantissa, exponent = text.split("p")
    return (mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa) + "p" + exponent


HEADER = """// The polynomials of vector_math_*.cpp, lowest power first; "error" is the largest error of the result relative to its
// size. Computed by vector_math_coefficients.py: edit its table of rows, not this file.
#pragma once

namespace fluxion::codegen::vector_math {
"""


def main():
    wanted = sys.argv[1:]
    print(HEADER)
    for name, comment, f, lo, hi, count, weight, bits in ROWS:
        if wanted and name not in wanted:
            continue
        coefficients, error = fit(f, lo, hi, count, weight, bits)
        print(f"// {comment}; error 2^{mp.nstr(log(error, 2), 4)}.")
        print(f"inline constexpr double k{name}[] = {{")
        print(",\n".join("    " + tidy(float(c).hex()) for c in coefficients) + "};\n", flush=True)
    print("}  // namespace fluxion::codegen::vector_math")


main()
