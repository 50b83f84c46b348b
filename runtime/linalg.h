// Linear algebra as library functions (runtime/library.h). Matrices are f32 or f64 and row-major; dimensions before the
// last two are a batch, whose matrices the threads share. What each function means is said in ir/ops/linalg.td; none
// fails on what the elements are, and empty matrices have empty or trivial factors.
#pragma once
#include "runtime/library.h"

namespace fluxion::runtime {

/// "cholesky": a[…, n, n] -> l[…, n, n]. No attributes.
void cholesky(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n);

/// "triangular_solve": a, b -> x.
///   attributes  left_side, lower, unit_diagonal, transpose_a
void triangular_solve(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n);

/// "lu": a[…, m, n] -> lu, pivots i32[…, k], permutation i32[…, m]. No attributes.
void lu(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n);

/// "qr": a[…, m, n] -> q, r. Whether they are full follows from their shapes. No attributes.
void qr(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n);

/// "householder_qr": a[…, m, n] -> packed, taus[…, k]. No attributes.
void householder_qr(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n);

/// "householder_product": a[…, m, n], taus[…, k] -> q[…, m, n]. No attributes.
void householder_product(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n);

/// "eigh": a[…, n, n] -> w[…, n], v[…, n, n].
///   attributes  vectors: 0 where v is not wanted and its buffer not there
void eigh(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n);

/// "svd": a[…, m, n] -> s, u, vt. Whether u and vt are full follows from their shapes.
///   attributes  vectors: 0 where u and vt are not wanted and their buffers not there
void svd(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n);

}  // namespace fluxion::runtime
