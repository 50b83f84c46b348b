// Eigenvalues of symmetric matrices and singular values, by LAPACK's divide-and-conquer routines. These may not end on
// matrices with infinities or NaN, which therefore never reach them.
#include "runtime/linalg.h"
#include "runtime/linalg_support.h"

namespace fluxion::runtime {
namespace {

template <class T>
void eigen_symmetric(const T *a, T *w, T *v, int64_t n, bool vectors) {
  const int size = static_cast<int>(n), ask = -1;
  if (size == 0) return;
  Scratch scratch(Scratch::bytes<T>(n * n));
  T *columns = scratch.take<T>(n * n);  // the lower triangle, by columns
  bool finite = true;
  for (int64_t i = 0; i < n; ++i) {
    for (int64_t j = 0; j <= i; ++j) columns[j * n + i] = a[i * n + j];
    finite &= all_finite(a + i * n, i + 1);
  }
  int info = finite ? 0 : 1;
  if (finite) {
    const char *job = vectors ? "V" : "N";
    T answer = 0;
    int integers = 0;
    lapack<T>().syevd(job, "L", &size, columns, &size, w, &answer, &ask, &integers, &ask, &info, 1, 1);
    const int length = workspace(answer);
    std::vector<T> work(static_cast<size_t>(length));
    std::vector<int> iwork(static_cast<size_t>(integers));
    lapack<T>().syevd(job, "L", &size, columns, &size, w, work.data(), &length, iwork.data(), &integers, &info, 1, 1);
  }
  if (info != 0) fill_nan(w, n);
  if (!vectors) return;
  if (info != 0) {
    fill_nan(v, n * n);
  } else {
    transpose_matrix(columns, n, n, v);
  }
}

struct SvdResult {
  int64_t u_columns, vt_rows;
  bool vectors;
};

template <class T>
void identity(T *x, int64_t n) {
  std::fill_n(x, n * n, T(0));
  for (int64_t i = 0; i < n; ++i) x[i * n + i] = 1;
}

template <class T>
void singular_values(const T *a, T *s, T *u, T *vt, int64_t m, int64_t n, const SvdResult &want) {
  const int64_t k = std::min(m, n), us = want.vectors ? m * want.u_columns : 0,
                vs = want.vectors ? want.vt_rows * n : 0;
  if (k == 0) {  // any basis will do
    if (us) identity(u, m);
    if (vs) identity(vt, n);
    return;
  }
  Scratch scratch(Scratch::bytes<T>(m * n) + Scratch::bytes<T>(us) + Scratch::bytes<T>(vs));
  T *columns = scratch.take<T>(m * n), *u_columns = scratch.take<T>(us), *vt_columns = scratch.take<T>(vs);
  transpose_matrix(a, m, n, columns);
  int info = all_finite(a, m * n) ? 0 : 1;
  if (info == 0) {
    const bool full = want.u_columns == m && want.vt_rows == n;
    const char *job = !want.vectors ? "N" : full ? "A" : "S";
    const int rows = static_cast<int>(m), cols = static_cast<int>(n), ask = -1;
    const int vt_stride = std::max(1, static_cast<int>(want.vt_rows));
    std::vector<int> iwork(static_cast<size_t>(8 * k));
    T answer = 0;
    lapack<T>().gesdd(job, &rows, &cols, columns, &rows, s, u_columns, &rows, vt_columns, &vt_stride, &answer, &ask,
                      iwork.data(), &info, 1);
    const int length = workspace(answer);
    std::vector<T> work(static_cast<size_t>(length));
    lapack<T>().gesdd(job, &rows, &cols, columns, &rows, s, u_columns, &rows, vt_columns, &vt_stride, work.data(),
                      &length, iwork.data(), &info, 1);
  }
  if (info != 0) {
    fill_nan(s, k), fill_nan(u, us), fill_nan(vt, vs);
  } else if (want.vectors) {
    transpose_matrix(u_columns, want.u_columns, m, u);
    transpose_matrix(vt_columns, n, want.vt_rows, vt);
  }
}

}  // namespace

void eigh(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n) {
  require(count == 3 && n == 1, "eigh", "it has two results and one attribute");
  const Matrices as("eigh", types[0]);
  const bool vectors = attributes[0] != 0;
  require(as.m == as.n && types[1].dtype == types[0].dtype && types[1].shape.count() == as.count * as.n &&
              (!vectors || types[2] == types[0]),
          "eigh", "the results do not fit the operand");
  visit_real("eigh", types[0], [&](auto zero) {
    using T = decltype(zero);
    for_each_matrix(as.count, 10 * as.size() * as.n, [&](int64_t i) {
      eigen_symmetric(static_cast<const T *>(buffers[0]) + i * as.size(), static_cast<T *>(buffers[1]) + i * as.n,
                      vectors ? static_cast<T *>(buffers[2]) + i * as.size() : nullptr, as.n, vectors);
    });
  });
}

void svd(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n) {
  require(count == 4 && n == 1, "svd", "it has three results and one attribute");
  const Matrices as("svd", types[0]);
  const bool vectors = attributes[0] != 0;
  require(types[1].dtype == types[0].dtype && types[1].shape.count() == as.count * as.k(), "svd",
          "the results do not fit the operand");
  SvdResult want{0, 0, vectors};
  if (vectors) {
    const Matrices us("svd", types[2]), vts("svd", types[3]);
    want.u_columns = us.n, want.vt_rows = vts.m;
    const bool full = us.n == as.m && vts.m == as.n, reduced = us.n == as.k() && vts.m == as.k();
    require((full || reduced) && us.m == as.m && vts.n == as.n && us.count == as.count && vts.count == as.count &&
                types[2].dtype == types[0].dtype && types[3].dtype == types[0].dtype,
            "svd", "the results do not fit the operand");
  }
  visit_real("svd", types[0], [&](auto zero) {
    using T = decltype(zero);
    for_each_matrix(as.count, 20 * as.size() * as.k(), [&](int64_t i) {
      T *u = vectors ? static_cast<T *>(buffers[2]) + i * as.m * want.u_columns : nullptr;
      T *vt = vectors ? static_cast<T *>(buffers[3]) + i * as.n * want.vt_rows : nullptr;
      singular_values(static_cast<const T *>(buffers[0]) + i * as.size(), static_cast<T *>(buffers[1]) + i * as.k(), u,
                      vt, as.m, as.n, want);
    });
  });
}

}  // namespace fluxion::runtime
