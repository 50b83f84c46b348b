// NumPy's products of vectors and matrices beyond those of ops.h, and polynomials by their coefficients (highest power
// first). ShapeError where contracted sizes differ.
#pragma once
#include <fluxion/shaping.h>

namespace fluxion {

// ---- products

/// Over the last dimensions of both.
Array inner(const Operand &a, const Operand &b);
/// Of the flattened arrays, the first one conjugated.
Array vdot(const Operand &a, const Operand &b);
/// Σ a̅·b along `axis`, the other dimensions broadcast.
Array vecdot(const Operand &a, const Operand &b, int64_t axis = -1);
/// Matrices […, m, n] with vectors […, n]; vectors […, m] with matrices […, m, n].
Array matvec(const Operand &a, const Operand &x);
Array vecmat(const Operand &x, const Operand &a);
/// Over the last `axes` dimensions of a and the first ones of b.
Array tensordot(const Operand &a, const Operand &b, int64_t axes = 2);
Array tensordot(const Operand &a, const Operand &b, const std::vector<int64_t> &a_axes,
                const std::vector<int64_t> &b_axes);
/// lax's: […, m, k] · […, k, n] with equal leading dimensions.
Array batch_matmul(const Operand &a, const Operand &b);
/// Kronecker's: a block matrix of b times each element of a.
Array kron(const Operand &a, const Operand &b);
/// Of vectors of 2 or 3 components along `axis`; two of 2 give the third component alone.
Array cross(const Operand &a, const Operand &b, int64_t axis = -1);

// ---- polynomials

/// p[0]·xⁿ⁻¹ + … + p[n − 1], by Horner's rule.
Array polyval(const Operand &p, const Operand &x);
Array polyadd(const Operand &a, const Operand &b);
Array polysub(const Operand &a, const Operand &b);
Array polymul(const Operand &a, const Operand &b);
/// (quotient, remainder); the remainder keeps its leading zeros.
std::pair<Array, Array> polydiv(const Operand &a, const Operand &b);
/// m-th derivative.
Array polyder(const Operand &p, int64_t m = 1);
/// m-th integral with constants k = 0.
Array polyint(const Operand &p, int64_t m = 1);
/// The polynomial of degree `degree` that is nearest to the points (x, y), by least squares; y[n] or y[n, k].
Array polyfit(const Operand &x, const Operand &y, int64_t degree);
/// The monic polynomial with these roots (a vector), or the characteristic polynomial's with those of a diagonal.
Array poly(const Operand &roots);

}  // namespace fluxion
