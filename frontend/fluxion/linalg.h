// Linear algebra, under the names of jax.numpy.linalg and jax.scipy.linalg. Matrices are the last two dimensions, and
// all dimensions before them a batch. Integers are computed in f32; 16-bit floats are, too, and the results rounded to
// them. What is said of f32 holds for f64. Every function has derivatives of any order, except where it says otherwise.
#pragma once
#include <fluxion/ops.h>
#include <fluxion/products.h>
#include <fluxion/shaping.h>

namespace fluxion::linalg {

// ---- factorisations

/// The lower l with a = l·lᵀ, or with `upper` the upper u with a = uᵀ·u.
///
/// Shapes  a[…, n, n]; the result has the same.
/// Errors  ShapeError if the matrices are not square. Where one is not positive definite, its factor is NaN.
Array cholesky(const Operand &a, bool upper = false, bool symmetrize_input = true);

/// reduced: q[…, m, k], r[…, k, n] with k = min(m, n); complete: q[…, m, m], r[…, m, n].
enum class QrMode : uint8_t { reduced, complete };
struct Qr {
  Array q, r;
};
/// a = q·r with orthonormal columns of q and upper triangular r, by Householder's reflections.
Qr qr(const Operand &a, QrMode mode = QrMode::reduced);

struct Eigh {
  Array eigenvalues, eigenvectors;
};
/// Eigenvalues in rising order and eigenvectors (the columns, of length 1) of symmetric matrices.
///
/// Shapes       a[…, n, n]; the results are [..., n] and [..., n, n].
/// Derivatives  Those of eigenvectors are infinite or NaN where eigenvalues are equal: there are none.
/// Errors       ShapeError if the matrices are not square. A matrix with elements that are not finite gives NaN.
Eigh eigh(const Operand &a, bool symmetrize_input = true);
Array eigvalsh(const Operand &a, bool symmetrize_input = true);

struct SvdOptions {
  bool full_matrices = true;
};
struct Svd {
  Array u, s, vh;
};
/// a = u·diag(s)·vh with s in falling order: u[…, m, m] and vh[…, n, n], or without `full_matrices` u[…, m, k] and
/// vh[…, k, n] with k = min(m, n).
///
/// Derivatives  Of the vectors only without `full_matrices` or where m = n; infinite or NaN where values are equal.
Svd svd(const Operand &a, SvdOptions options = {});
/// The singular values alone, [..., k], which cost a fraction of what the vectors do.
Array svdvals(const Operand &a);

struct LuFactor {
  Array lu, pivots, permutation;
};
/// Gaussian elimination of square matrices: u on and above the diagonal and l, whose diagonal is ones, below it. At
/// step i, rows i and `pivots[i]` (i32) were exchanged; a[permutation] = l·u. For lu_solve.
LuFactor lu_factor(const Operand &a);
struct Lu {
  Array p, l, u;
};
/// a = p·l·u: a permutation matrix, a lower matrix with ones on the diagonal [..., m, k], and an upper one [..., k, n].
Lu lu(const Operand &a);

struct CholeskyFactor {
  Array c;
  bool lower;
};
/// The factor of a, for cho_solve.
CholeskyFactor cho_factor(const Operand &a, bool lower = false);

struct QrMultiply {
  Array product, r;
};
/// c·q, or with `left` q·c, and r, of a reduced qr of a: q·r. A vector c gives a vector.
///
/// Shapes  a[…, m, n], k = min(m, n); c[m] or c[…, p, m] gives c·q [..., p, k]; on the left c[k] or c[…, k, p] gives
///         q·c [..., m, p].
/// Errors  ShapeError if c does not fit.
QrMultiply qr_multiply(const Operand &a, const Operand &c, bool left = false);

/// Eigenvalues in rising order and eigenvectors of symmetric tridiagonal matrices with the diagonal d and e beside it.
/// They are computed as of a full matrix: n² numbers, and time n³.
///
/// Shapes  d[…, n], e[…, n − 1]; the results are [..., n] and [..., n, n].
/// Errors  ShapeError if e does not have one element less than d. Derivatives as in `eigh`.
Eigh eigh_tridiagonal(const Operand &d, const Operand &e);

/// lax's: the first columns of the product of Householder's reflections I − taus[i]·v·vᵀ, where v is one at element i
/// and behind it what a's column i has below the diagonal.
///
/// Shapes  a[…, m, n], taus[…, k] with m ≥ n ≥ k; the result is as a.
Array householder_product(const Operand &a, const Operand &taus);

// ---- systems of equations

/// x with a·x = b, by LU. For several right-hand sides b is a matrix.
///
/// Shapes  a[…, n, n]; b[n] or b[…, n, k], whose batch broadcasts against a's.
/// Errors  ShapeError if a is not square or b does not fit. A singular matrix gives infinities and NaN.
Array solve(const Operand &a, const Operand &b);
struct TriangularOptions {
  bool lower = false, transposed = false, unit_diagonal = false;
};
/// x with a·x = b (`transposed`: aᵀ·x = b) for a triangular a, whose other triangle is not read. Shapes as in `solve`.
Array solve_triangular(const Operand &a, const Operand &b, TriangularOptions options = {});
struct LaxTriangularOptions {
  bool left_side = false, lower = false, transpose_a = false, unit_diagonal = false;
};
/// lax's: x with x·a = b, or with `left_side` a·x = b. Batches must be equal.
Array triangular_solve(const Operand &a, const Operand &b, LaxTriangularOptions options = {});
Array lu_solve(const LuFactor &factor, const Operand &b, bool transposed = false);
Array cho_solve(const CholeskyFactor &factor, const Operand &b);
/// a⁻¹. Prefer `solve`, which is faster and more accurate than a product with the inverse.
Array inv(const Operand &a);
/// The pseudo-inverse (Moore and Penrose): singular values not above `rtol` times the greatest count as zero. By
/// default rtol = 10·max(m, n)·ε. Derivatives are NaN where singular values are equal.
Array pinv(const Operand &a, std::optional<double> rtol = {});
struct Lstsq {
  Array x, residuals, rank, s;
};
/// The x of least length that minimises |a·x − b|², the residuals Σ(a·x − b)² of each right-hand side, the rank (i32)
/// and the singular values of a: those below `rcond` times the greatest count as zero, by default max(m, n)·ε.
///
/// Shapes  a[m, n], b[m] or b[m, k].
Lstsq lstsq(const Operand &a, const Operand &b, std::optional<double> rcond = {});

// ---- numbers that say something about a matrix

/// The determinant, [...]. Of singular matrices it has derivatives up to a size of 3, and NaN beyond.
Array det(const Operand &a);
struct Slogdet {
  Array sign, logabsdet;
};
/// The sign of the determinant and the logarithm of its magnitude, which neither over- nor underflow: 0 and −inf for a
/// singular matrix.
Slogdet slogdet(const Operand &a);
/// The number (i32) of singular values above `rtol` times the greatest; by default rtol = max(m, n)·ε.
Array matrix_rank(const Operand &a, std::optional<double> rtol = {});
/// Which norm. fro and nuc, the Euclidean norm and the sum of the singular values, are of matrices. A number p means
/// (Σ|x|ᵖ)^(1/p) of vectors (±inf: the greatest or least magnitude; 0: how many are not zero), and of matrices 1 and −1
/// the greatest and least column sum, ±inf row sums, 2 and −2 the greatest and least singular value.
struct Order {
  enum Kind : uint8_t { fro, nuc, number } kind = number;
  double p = 2;
  Order(Kind k) : kind(k) {}
  Order(double number_) : p(number_) {}
  Order(int number_) : p(number_) {}
};
/// The greatest singular value over the least, or |a|·|a⁻¹| in another norm.
Array cond(const Operand &a, Order p = 2);
/// The norm of vectors along one axis, or of matrices along two; without axes that of all elements as one vector, or if
/// an order is given of a vector or matrix. The derivative of a Euclidean norm at zero is zero.
///
/// Errors  ShapeError for an axis out of range or more than two; Error for an order that there is not.
Array norm(const Operand &x, std::optional<Order> ord = {}, Axes axes = {}, Keep keep = Keep::no);
Array vector_norm(const Operand &x, Order ord = 2, Axes axes = {}, Keep keep = Keep::no);
Array matrix_norm(const Operand &x, Order ord = Order::fro, Keep keep = Keep::no);
/// The sum of the diagonal of the last two dimensions, or of the one `offset` above it.
Array trace(const Operand &x, int64_t offset = 0);

// ---- functions of matrices, and products

/// aⁿ; with n < 0 the power of the inverse.
Array matrix_power(const Operand &a, int64_t n);
/// e^a by scaling and squaring of a Padé approximant (Higham 2005, "The scaling and squaring method for the matrix
/// exponential revisited"). NaN where the norm of a needs more than 2^16 squarings.
Array expm(const Operand &a);
/// The principal square root: x·x = a. Denman and Beavers' iteration with products of determinants as scales (Higham
/// 2008, "Functions of Matrices", 6.3). A matrix with eigenvalues on the closed negative real axis has none: the result
/// is then without meaning, or NaN; singular matrices lose digits.
Array sqrtm(const Operand &a);
using fluxion::matrix_transpose;
/// The product of two or more matrices, in the order that needs the fewest multiplications. The first and the last may
/// be vectors.
Array multi_dot(const std::vector<Array> &arrays, std::source_location at = std::source_location::current());
/// aᵢ·bⱼ of two vectors.
Array outer(const Operand &a, const Operand &b);
using fluxion::cross;
using fluxion::diagonal;
using fluxion::matmul;
using fluxion::tensordot;
using fluxion::vecdot;
/// The inverse of the linear map that tensordot with `a` is, over the dimensions from `ind` on: those before them are
/// mapped to. ShapeError unless both have as many elements.
Array tensorinv(const Operand &a, int64_t ind = 2);
/// x with tensordot(a, x, x.ndim()) = b.
Array tensorsolve(const Operand &a, const Operand &b);
/// The arrays as blocks on a diagonal, zeros elsewhere. Vectors are rows.
Array block_diag(const std::vector<Array> &blocks, std::source_location at = std::source_location::current());
/// The derivative of expm at `a` in the direction `e`: (e^a, its change).
std::pair<Array, Array> expm_frechet(const Operand &a, const Operand &e);
struct Polar {
  Array u, p;
};
/// a = u·p with orthonormal columns (or rows) of u and a symmetric, positive semidefinite p, by the singular values.
Polar polar(const Operand &a);
/// y[i, j] = c[(i − j) mod n].
Array circulant(const Operand &c);
/// y[i, j] = c[i + j], continued by r[1], r[2], … behind c's last element; without r by zeros.
Array hankel(const Operand &c);
Array hankel(const Operand &c, const Operand &r);
/// The matrix whose characteristic polynomial has the coefficients p, highest power first.
Array companion(const Operand &p);
/// y[i, j] = 1 / (i + j + 1).
Array hilbert(int64_t n, DType dtype = f32, std::source_location at = std::source_location::current());
/// y[i, j] = c[i − j] below the diagonal and r[j − i] above it; without r, r = c.
Array toeplitz(const Operand &c);
Array toeplitz(const Operand &c, const Operand &r);

}  // namespace fluxion::linalg
