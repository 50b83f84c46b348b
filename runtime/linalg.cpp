// Factorisations by LU, Cholesky and Householder, and triangular solves. LAPACK takes a row-major matrix for the
// transposed one: a lower factor for an upper one, a system from the left for one from the right, a factor q·r for l·q.
// So only the panels of lu are transposed.
#include "runtime/linalg.h"

#include <numeric>

#include "runtime/linalg_blocked.h"
#include "runtime/linalg_support.h"
#include "runtime/workspace.h"

namespace fluxion::runtime {
namespace {

constexpr int64_t kSides = 32;  // right-hand sides that are solved for together

template <class T>
void factor_cholesky(const T *a, T *l, int64_t n) {
  for (int64_t i = 0; i < n; ++i) std::copy(a + i * n, a + i * n + i + 1, l + i * n);
  if (!cholesky_in_place(l, n, n)) return fill_nan(l, n * n);
  for (int64_t i = 0; i < n; ++i) std::fill(l + i * n + i + 1, l + (i + 1) * n, T(0));
}

template <class T>
void solve_triangular(const Triangle &t, const Matrices &as, const Matrices &xs, const T *a, const T *b, T *x) {
  // Right-hand sides are independent; how many go together depends on the shape alone.
  const int64_t sides = t.left ? xs.n : xs.m, parts = (sides + kSides - 1) / kSides;
  for_each_matrix(xs.count * parts, as.size() * std::min(sides, kSides), [&](int64_t i) {
    const int64_t matrix = i / parts, first = i % parts * kSides, part = std::min(kSides, sides - first);
    const int64_t offset = matrix * xs.size() + (t.left ? first : first * xs.n);
    const int64_t rows = t.left ? xs.m : part, columns = t.left ? part : xs.n;
    for (int64_t r = 0; r < rows; ++r) std::copy_n(b + offset + r * xs.n, columns, x + offset + r * xs.n);
    solve_in_place(t, a + matrix * as.size(), as.n, x + offset, xs.n, rows, columns);
  });
}

template <class T>
void factor_lu(const T *a, T *lu, int32_t *pivots, int32_t *permutation, const Matrices &as) {
  std::copy_n(a, as.size(), lu);
  lu_in_place(lu, as.m, as.n, pivots);
  std::iota(permutation, permutation + as.m, 0);
  for (int64_t i = 0; i < as.k(); ++i) std::swap(permutation[i], permutation[pivots[i]]);
}

// The numbers that gelqf wants beside the matrix.
template <class T>
int householder_work(int64_t m, int64_t n) {
  const int rows = static_cast<int>(n), columns = static_cast<int>(m), stride = std::max(rows, 1), ask = -1;
  if (rows == 0 || columns == 0) return 0;
  int info = 0;
  T answer = 0, none = 0;
  lapack<T>().gelqf(&rows, &columns, &none, &stride, &none, &answer, &ask, &info);
  return workspace(answer);
}

// In place: LAPACK sees the transposed matrix, whose l·q has the same reflections.
template <class T>
void factor_householder(T *a, T *taus, int64_t m, int64_t n) {
  const int rows = static_cast<int>(n), columns = static_cast<int>(m), stride = std::max(rows, 1);
  if (rows == 0 || columns == 0) return;
  int info = 0;
  const int size = householder_work<T>(m, n);
  const ScopedMemory work(bytes_of<T>(size));
  lapack<T>().gelqf(&rows, &columns, a, &stride, taus, work.as<T>(), &size, &info);
}

// The numbers that orglq wants beside q.
template <class T>
int product_work(int64_t m, int64_t n, int64_t k) {
  const int rows = static_cast<int>(n), columns = static_cast<int>(m), count = static_cast<int>(k), ask = -1;
  const int stride = std::max(rows, 1);
  if (rows == 0) return 0;
  int info = 0;
  T answer = 0, none = 0;
  lapack<T>().orglq(&rows, &columns, &count, &none, &stride, &none, &answer, &ask, &info);
  return workspace(answer);
}

// q[m, n] in place of k reflections.
template <class T>
void multiply_householder(T *q, const T *taus, int64_t m, int64_t n, int64_t k) {
  const int rows = static_cast<int>(n), columns = static_cast<int>(m), count = static_cast<int>(k);
  const int stride = std::max(rows, 1);
  if (rows == 0) return;
  int info = 0;
  const int size = product_work<T>(m, n, k);
  const ScopedMemory work(bytes_of<T>(size));
  lapack<T>().orglq(&rows, &columns, &count, q, &stride, taus, work.as<T>(), &size, &info);
}

template <class T>
int64_t qr_scratch(int64_t m, int64_t n) {
  return Scratch::bytes<T>(m * n) + Scratch::bytes<T>(std::min(m, n));
}

// q[m, inner] and r[inner, n].
template <class T>
void factor_qr(const T *a, T *q, T *r, int64_t m, int64_t n, int64_t inner) {
  const int64_t k = std::min(m, n);
  Scratch scratch(qr_scratch<T>(m, n));
  T *packed = scratch.take<T>(m * n), *taus = scratch.take<T>(k);
  std::copy_n(a, m * n, packed);
  factor_householder(packed, taus, m, n);
  for (int64_t i = 0; i < inner; ++i) {
    std::fill_n(r + i * n, std::min(i, n), T(0));
    if (i < n) std::copy(packed + i * n + i, packed + (i + 1) * n, r + i * n + i);
  }
  for (int64_t i = 0; i < m; ++i) {
    std::copy_n(packed + i * n, k, q + i * inner);
    std::fill(q + i * inner + k, q + (i + 1) * inner, T(0));
  }
  multiply_householder(q, taus, m, inner, k);
}

// What one thread takes for one matrix.
template <class T>
LibraryWorkspace workspace_of_one(const CallStep &step, const Matrices &as) {
  if (step.function == "lu") return {Scratch::bytes<T>(as.m * lu_panel(as.k())), 0};
  if (step.function == "householder_qr") return {0, bytes_of<T>(householder_work<T>(as.m, as.n))};
  if (step.function == "householder_product")
    return {0, bytes_of<T>(product_work<T>(as.m, as.n, step.types[1].shape.back()))};
  if (step.function != "qr") return {};
  const int64_t inner = step.types[1].shape.back();
  return {qr_scratch<T>(as.m, as.n),
          bytes_of<T>(std::max(householder_work<T>(as.m, as.n), product_work<T>(as.m, inner, as.k())))};
}

}  // namespace

LibraryWorkspace factorisation_workspace(const CallStep &step, int threads, ProductWorkspace &product) {
  const std::string &f = step.function;
  const bool solves = f == "triangular_solve", products = f == "cholesky" || f == "lu";
  if (!solves && !products && f != "qr" && f != "householder_qr" && f != "householder_product") return {};
  const Matrices as(f.c_str(), step.types[0]);
  LibraryWorkspace w;
  visit_real(f.c_str(), step.types[0], [&](auto zero) {
    using T = decltype(zero);
    const int64_t busy = loop_threads(as.count, 1, threads);
    if (products) {
      const ProductWorkspace inner = f == "lu" ? lu_products<T>(as.m, as.n) : cholesky_products<T>(as.n);
      product.cover(busy > 1 ? inner.of_own() : inner);
    }
    w = workspace_of_one<T>(step, as);
    int64_t panels = busy * blas_panels<T>(as.k(), kReflections);
    if (solves) panels = threads * blas_panels<T>(as.n, as.n);  // the parts of one matrix, too
    if (f == "cholesky") panels = threads * blas_panels<T>(as.n / 2, as.n / 2);
    w = {busy * w.kept + panels, busy * w.given_back};
  });
  return w;
}

void cholesky(void *const *buffers, const ShapeDtype *types, int count, const int64_t *, int) {
  const Matrices as("cholesky", types[0]);
  require(count == 2 && types[0] == types[1] && as.m == as.n, "cholesky", "a square matrix has one factor");
  visit_real("cholesky", types[0], [&](auto zero) {
    using T = decltype(zero);
    for_each_matrix(as.count, as.n * as.n * as.n / 3, [&](int64_t i) {
      factor_cholesky(static_cast<const T *>(buffers[0]) + i * as.size(), static_cast<T *>(buffers[1]) + i * as.size(),
                      as.n);
    });
  });
}

void triangular_solve(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n) {
  const char *name = "triangular_solve";
  require(n == 4 && count == 3, name, "it takes two operands and four attributes");
  const Triangle t{attributes[0] != 0, attributes[1] != 0, attributes[2] != 0, attributes[3] != 0};
  const Matrices as(name, types[0]), xs(name, types[1]);
  require(types[1] == types[2] && types[0].dtype == types[1].dtype && as.count == xs.count && as.m == as.n &&
              as.n == (t.left ? xs.m : xs.n),
          name, "the operands do not fit");
  if (xs.size() == 0) return;
  visit_real(name, types[0], [&](auto zero) {
    using T = decltype(zero);
    solve_triangular(t, as, xs, static_cast<const T *>(buffers[0]), static_cast<const T *>(buffers[1]),
                     static_cast<T *>(buffers[2]));
  });
}

void lu(void *const *buffers, const ShapeDtype *types, int count, const int64_t *, int) {
  const Matrices as("lu", types[0]);
  require(count == 4 && types[0] == types[1] && types[2].dtype == i32 && types[3].dtype == i32 &&
              types[2].shape.count() == as.count * as.k() && types[3].shape.count() == as.count * as.m,
          "lu", "the results do not fit the operand");
  visit_real("lu", types[0], [&](auto zero) {
    using T = decltype(zero);
    for_each_matrix(as.count, as.size() * as.k(), [&](int64_t i) {
      factor_lu(static_cast<const T *>(buffers[0]) + i * as.size(), static_cast<T *>(buffers[1]) + i * as.size(),
                static_cast<int32_t *>(buffers[2]) + i * as.k(), static_cast<int32_t *>(buffers[3]) + i * as.m, as);
    });
  });
}

void qr(void *const *buffers, const ShapeDtype *types, int count, const int64_t *, int) {
  const Matrices as("qr", types[0]);
  require(count == 3, "qr", "it has two results");
  const Matrices qs("qr", types[1]), rs("qr", types[2]);
  require(qs.m == as.m && rs.n == as.n && qs.n == rs.m && (qs.n == as.m || qs.n == as.k()) && qs.count == as.count &&
              rs.count == as.count && types[1].dtype == types[0].dtype && types[2].dtype == types[0].dtype,
          "qr", "the results do not fit the operand");
  visit_real("qr", types[0], [&](auto zero) {
    using T = decltype(zero);
    for_each_matrix(as.count, as.m * as.n * qs.n, [&](int64_t i) {
      factor_qr(static_cast<const T *>(buffers[0]) + i * as.size(), static_cast<T *>(buffers[1]) + i * qs.size(),
                static_cast<T *>(buffers[2]) + i * rs.size(), as.m, as.n, qs.n);
    });
  });
}

void householder_qr(void *const *buffers, const ShapeDtype *types, int count, const int64_t *, int) {
  const Matrices as("householder_qr", types[0]);
  require(count == 3 && types[1] == types[0] && types[2].dtype == types[0].dtype &&
              types[2].shape.count() == as.count * as.k(),
          "householder_qr", "the results do not fit the operand");
  visit_real("householder_qr", types[0], [&](auto zero) {
    using T = decltype(zero);
    for_each_matrix(as.count, as.size() * as.k(), [&](int64_t i) {
      T *packed = static_cast<T *>(buffers[1]) + i * as.size();
      std::copy_n(static_cast<const T *>(buffers[0]) + i * as.size(), as.size(), packed);
      factor_householder(packed, static_cast<T *>(buffers[2]) + i * as.k(), as.m, as.n);
    });
  });
}

void householder_product(void *const *buffers, const ShapeDtype *types, int count, const int64_t *, int) {
  const char *name = "householder_product";
  const Matrices as(name, types[0]);
  require(count == 3 && types[2] == types[0] && types[1].dtype == types[0].dtype && types[1].shape.ndim() >= 1, name,
          "the result does not fit the operands");
  const int64_t k = types[1].shape.back();
  require(as.m >= as.n && as.n >= k && types[1].shape.count() == as.count * k, name, "the operands do not fit");
  visit_real(name, types[0], [&](auto zero) {
    using T = decltype(zero);
    for_each_matrix(as.count, as.size() * as.n, [&](int64_t i) {
      T *q = static_cast<T *>(buffers[2]) + i * as.size();
      std::copy_n(static_cast<const T *>(buffers[0]) + i * as.size(), as.size(), q);
      multiply_householder(q, static_cast<const T *>(buffers[1]) + i * k, as.m, as.n, k);
    });
  });
}

}  // namespace fluxion::runtime
