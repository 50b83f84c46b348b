// Cholesky and LU of large matrices: LAPACK factorises blocks, and the runtime's own matrix products, which all threads
// share, do the rest. How a matrix is cut depends on its size alone, so the bits do not depend on the threads.
#pragma once
#include <cstdint>

#include "runtime/workspace.h"

namespace fluxion::runtime {

/// The lower factor in place of the lower triangle of a[n, n], whose rows are `row` elements apart; what stands above
/// the diagonal is neither read nor kept. False where a is not positive definite.
template <class T>
bool cholesky_in_place(T *a, int64_t n, int64_t row);

/// Both factors in place of a[m, n]; at step i, rows i and pivots[i] were exchanged.
template <class T>
void lu_in_place(T *a, int64_t m, int64_t n, int32_t *pivots);

/// Columns that LU of a matrix of rank k eliminates at a time.
int64_t lu_panel(int64_t k);

/// The buffers of the products that they are made of.
template <class T>
ProductWorkspace lu_products(int64_t m, int64_t n);
template <class T>
ProductWorkspace cholesky_products(int64_t n);

extern template bool cholesky_in_place(float *, int64_t, int64_t);
extern template bool cholesky_in_place(double *, int64_t, int64_t);
extern template void lu_in_place(float *, int64_t, int64_t, int32_t *);
extern template void lu_in_place(double *, int64_t, int64_t, int32_t *);

}  // namespace fluxion::runtime
