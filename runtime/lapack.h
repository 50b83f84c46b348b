// LAPACK, found when it is first needed: programs that factorise nothing neither load it (30 MB) nor need it.
#pragma once
#include <cstddef>

namespace fluxion::runtime {

/// The routines of one precision, by Fortran's calling convention: everything by address, matrices by columns, and
/// behind all else the lengths of the strings (gfortran's way; the routines that are C ignore them).
template <class T>
struct Lapack {
  void (*potrf)(const char *uplo, const int *n, T *a, const int *lda, int *info, size_t);
  void (*trsm)(const char *side, const char *uplo, const char *trans, const char *diag, const int *m, const int *n,
               const T *alpha, const T *a, const int *lda, T *b, const int *ldb, size_t, size_t, size_t, size_t);
  void (*getrf)(const int *m, const int *n, T *a, const int *lda, int *pivots, int *info);
  void (*gelqf)(const int *m, const int *n, T *a, const int *lda, T *tau, T *work, const int *lwork, int *info);
  void (*orglq)(const int *m, const int *n, const int *k, T *a, const int *lda, const T *tau, T *work, const int *lwork,
                int *info);
  void (*syevd)(const char *job, const char *uplo, const int *n, T *a, const int *lda, T *w, T *work, const int *lwork,
                int *iwork, const int *liwork, int *info, size_t, size_t);
  void (*gesdd)(const char *job, const int *m, const int *n, T *a, const int *lda, T *s, T *u, const int *ldu, T *vt,
                const int *ldvt, T *work, const int *lwork, int *iwork, int *info, size_t);
};

/// Loads the library at the first call. Each routine then runs on the thread that calls it: the threads are ours, so
/// that results do not depend on their number. Error: DeviceError where the library is missing.
template <class T>
const Lapack<T> &lapack();
extern template const Lapack<float> &lapack();
extern template const Lapack<double> &lapack();

/// Who calls LAPACK is one of its callers for as long as this lives; on a thread that is one already it does nothing.
/// OpenBLAS maps 128 MiB for each caller at the same time, and where it cannot it tries for ever: so they are counted,
/// and for one more than there ever were it is seen first whether that can be had. Error: OutOfMemory.
class LapackCaller {
 public:
  LapackCaller();
  ~LapackCaller();
  LapackCaller(const LapackCaller &) = delete;
  LapackCaller &operator=(const LapackCaller &) = delete;

 private:
  bool first_;
};

}  // namespace fluxion::runtime
