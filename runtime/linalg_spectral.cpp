// Eigenvalues of symmetric matrices and singular values, by LAPACK's divide-and-conquer routines. These may not end on
// matrices with infinities or NaN, which therefore never reach them.
#include "runtime/linalg.h"
#include "runtime/linalg_support.h"
#include "runtime/workspace.h"

namespace fluxion::runtime {
namespace {

struct EighWork {
  int numbers = 0, integers = 0;
};

template <class T>
EighWork eigh_work(int64_t n, bool vectors) {
  const int size = static_cast<int>(n), ask = -1;
  EighWork work;
  if (size == 0) return work;
  int info = 0;
  T answer = 0, none = 0;
  lapack<T>().syevd(vectors ? "V" : "N", "L", &size, &none, &size, &none, &answer, &ask, &work.integers, &ask, &info, 1,
                    1);
  work.numbers = workspace(answer);
  return work;
}

template <class T>
void eigen_symmetric(const T *a, T *w, T *v, int64_t n, bool vectors) {
  const int size = static_cast<int>(n);
  if (size == 0) return;
  // The lower triangle, by columns, where the eigenvectors are wanted.
  T *columns = vectors ? v : Scratch(Scratch::bytes<T>(n * n)).take<T>(n * n);
  bool finite = true;
  for (int64_t i = 0; i < n; ++i) {
    for (int64_t j = 0; j <= i; ++j) columns[j * n + i] = a[i * n + j];
    finite &= all_finite(a + i * n, i + 1);
  }
  int info = finite ? 0 : 1;
  if (finite) {
    const EighWork want = eigh_work<T>(n, vectors);
    const ScopedMemory work(bytes_of<T>(want.numbers)), integers(bytes_of<int>(want.integers));
    lapack<T>().syevd(vectors ? "V" : "N", "L", &size, columns, &size, w, work.as<T>(), &want.numbers,
                      integers.as<int>(), &want.integers, &info, 1, 1);
  }
  if (info != 0) fill_nan(w, n);
  if (!vectors) return;
  if (info != 0) {
    fill_nan(v, n * n);
  } else {
    transpose_square(v, n);
  }
}

struct SvdResult {
  int64_t u_columns, vt_rows;
  bool vectors;

  const char *job(int64_t m, int64_t n) const { return !vectors ? "N" : u_columns == m && vt_rows == n ? "A" : "S"; }
  int64_t u_size(int64_t m) const { return vectors ? m * u_columns : 0; }
  int64_t vt_size(int64_t n) const { return vectors ? vt_rows * n : 0; }
  // Those that are not square have to lie elsewhere to be transposed.
  template <class T>
  int64_t scratch(int64_t m, int64_t n) const {
    return Scratch::bytes<T>(m * n) + Scratch::bytes<T>(u_columns == m ? 0 : u_size(m)) +
           Scratch::bytes<T>(vt_rows == n ? 0 : vt_size(n));
  }
};

template <class T>
int svd_work(int64_t m, int64_t n, const SvdResult &want) {
  if (std::min(m, n) == 0) return 0;
  const int rows = static_cast<int>(m), cols = static_cast<int>(n), ask = -1;
  const int vt_stride = std::max(1, static_cast<int>(want.vt_rows));
  int info = 0, integers = 0;
  T answer = 0, none = 0;
  lapack<T>().gesdd(want.job(m, n), &rows, &cols, &none, &rows, &none, &none, &rows, &none, &vt_stride, &answer, &ask,
                    &integers, &info, 1);
  return workspace(answer);
}

template <class T>
void identity(T *x, int64_t n) {
  std::fill_n(x, n * n, T(0));
  for (int64_t i = 0; i < n; ++i) x[i * n + i] = 1;
}

template <class T>
void singular_values(const T *a, T *s, T *u, T *vt, int64_t m, int64_t n, const SvdResult &want) {
  const int64_t k = std::min(m, n), us = want.u_size(m), vs = want.vt_size(n);
  if (k == 0) {  // any basis will do
    if (us) identity(u, m);
    if (vs) identity(vt, n);
    return;
  }
  Scratch scratch(want.scratch<T>(m, n));
  T *columns = scratch.take<T>(m * n), *u_columns = want.u_columns == m ? u : scratch.take<T>(us),
    *vt_columns = want.vt_rows == n ? vt : scratch.take<T>(vs);
  transpose_matrix(a, m, n, columns);
  int info = all_finite(a, m * n) ? 0 : 1;
  if (info == 0) {
    const int rows = static_cast<int>(m), cols = static_cast<int>(n), length = svd_work<T>(m, n, want);
    const int vt_stride = std::max(1, static_cast<int>(want.vt_rows));
    const ScopedMemory work(bytes_of<T>(length)), integers(bytes_of<int>(8 * k));
    lapack<T>().gesdd(want.job(m, n), &rows, &cols, columns, &rows, s, u_columns, &rows, vt_columns, &vt_stride,
                      work.as<T>(), &length, integers.as<int>(), &info, 1);
  }
  if (info != 0) {
    fill_nan(s, k), fill_nan(u, us), fill_nan(vt, vs);
  } else if (want.vectors) {
    u_columns == u ? transpose_square(u, m) : transpose_matrix(u_columns, want.u_columns, m, u);
    vt_columns == vt ? transpose_square(vt, n) : transpose_matrix(vt_columns, n, want.vt_rows, vt);
  }
}

// What one thread takes for one matrix.
template <class T>
LibraryWorkspace workspace_of_one(const CallStep &step, const Matrices &as) {
  const bool vectors = step.attributes[0] != 0;
  if (step.function == "eigh") {
    const EighWork work = eigh_work<T>(as.n, vectors);
    return {vectors ? 0 : Scratch::bytes<T>(as.size()), bytes_of<T>(work.numbers) + bytes_of<int>(work.integers)};
  }
  SvdResult want{0, 0, vectors};
  if (vectors) want.u_columns = step.types[2].shape[-1], want.vt_rows = step.types[3].shape[-2];
  return {want.scratch<T>(as.m, as.n), bytes_of<T>(svd_work<T>(as.m, as.n, want)) + bytes_of<int>(8 * as.k())};
}

}  // namespace

LibraryWorkspace spectral_workspace(const CallStep &step, int threads) {
  const Matrices as(step.function.c_str(), step.types[0]);
  LibraryWorkspace w;
  visit_real(step.function.c_str(), step.types[0], [&](auto zero) {
    using T = decltype(zero);
    w = workspace_of_one<T>(step, as);
    const int64_t busy = loop_threads(as.count, 1, threads);
    const int64_t panels = blas_panels<T>(as.k(), step.attributes[0] ? as.k() : kReflections);
    w = {busy * (w.kept + panels), busy * w.given_back};
  });
  return w;
}

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
