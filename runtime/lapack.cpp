#include "runtime/lapack.h"

#include <dlfcn.h>
#include <fluxion/error.h>

#include <string>

namespace fluxion::runtime {
namespace {

void *open_library() {
  // OpenBLAS has LAPACK in it; Debian's liblapack.so.3 is whichever library the administrator chose.
  void *library = nullptr;
  for (const char *name : {FLUXION_LAPACK_NAME, "liblapack.so.3"}) {
    if (!library) library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  }
  if (!library) {
    throw DeviceError(std::string("linear algebra needs " FLUXION_LAPACK_NAME " (Debian's libopenblas0): ") +
                      dlerror());
  }
  // One thread a call: the sums of a product that it splits would be other ones with every number of threads.
  if (void *set_threads = dlsym(library, "openblas_set_num_threads")) reinterpret_cast<void (*)(int)>(set_threads)(1);
  return library;
}

template <class F>
void find(F *&function, void *library, char precision, const char *name) {
  const std::string symbol = precision + std::string(name) + "_";
  void *address = dlsym(library, symbol.c_str());
  if (!address) throw DeviceError("linear algebra needs '" + symbol + "', which this LAPACK does not have");
  function = reinterpret_cast<F *>(address);
}

template <class T>
Lapack<T> load() {
  static void *const library = open_library();
  const char precision = sizeof(T) == 4 ? 's' : 'd';
  Lapack<T> routines;
  find(routines.potrf, library, precision, "potrf");
  find(routines.trsm, library, precision, "trsm");
  find(routines.getrf, library, precision, "getrf");
  find(routines.gelqf, library, precision, "gelqf");
  find(routines.orglq, library, precision, "orglq");
  find(routines.syevd, library, precision, "syevd");
  find(routines.gesdd, library, precision, "gesdd");
  return routines;
}

}  // namespace

template <class T>
const Lapack<T> &lapack() {
  static const Lapack<T> routines = load<T>();
  return routines;
}
template const Lapack<float> &lapack();
template const Lapack<double> &lapack();

}  // namespace fluxion::runtime
