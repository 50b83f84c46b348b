#include "runtime/lapack.h"

#include <dlfcn.h>
#include <fluxion/error.h>
#include <sys/resource.h>

#include <algorithm>
#include <mutex>
#include <string>
#include <thread>

#include "runtime/allocator.h"
#include "runtime/system_memory.h"

namespace fluxion::runtime {
namespace {

constexpr int64_t kLibrary = int64_t{64} << 20, kBuffer = int64_t{136} << 20;  // addresses, with room to spare

// It starts a thread for each processor but one when it is loaded, each of which maps a buffer for itself soon after;
// one more is for who calls first. It ends the process where a thread cannot start.
int64_t bytes_to_load() {
  rlimit stack{};
  const bool limited = getrlimit(RLIMIT_STACK, &stack) == 0 && stack.rlim_cur != RLIM_INFINITY;
  const int64_t each = kBuffer + (limited ? static_cast<int64_t>(stack.rlim_cur) : int64_t{8} << 20);
  return kLibrary + each * std::max(1U, std::thread::hardware_concurrency());
}

// The system of one equation is solved: what else is allocated comes after the buffer.
void take_buffer(void *library) {
  const auto solve = reinterpret_cast<decltype(Lapack<float>::trsm)>(dlsym(library, "strsm_"));
  if (!solve) return;
  const float a = 1;
  float x = 1;
  const int one = 1;
  solve("L", "L", "N", "N", &one, &one, &a, &a, &one, &x, &one, 1, 1, 1, 1);
}

void *open_library() {
  if (const int64_t bytes = bytes_to_load(); !has_addresses(bytes))
    throw OutOfMemory("cannot load " FLUXION_LAPACK_NAME ", which takes " + format_bytes(bytes) + " of addresses");
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
  take_buffer(library);
  return library;
}

template <class F>
void find(F *&function, void *library, char precision, const char *name) {
  const std::string symbol = precision + std::string(name) + "_";
  void *address = dlsym(library, symbol.c_str());
  if (!address) throw DeviceError("linear algebra needs '" + symbol + "', which this LAPACK does not have");
  function = reinterpret_cast<F *>(address);
}

void *library() {
  static void *const opened = open_library();
  return opened;
}

struct Callers {
  std::mutex mutex;
  int now = 0, buffers = 1;  // of which there is one from the start
};
Callers &callers() {
  static auto *const all = new Callers;
  return *all;
}
thread_local bool is_caller = false;

template <class T>
Lapack<T> load() {
  void *const library = runtime::library();
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

LapackCaller::LapackCaller() : first_(!is_caller) {
  if (!first_) return;
  Callers &all = callers();
  const std::lock_guard lock(all.mutex);
  static const bool is_openblas = dlsym(library(), "openblas_set_num_threads") != nullptr;
  const bool more = is_openblas && all.now == all.buffers;
  // Others may yet take what is seen here before they have theirs.
  if (more && !has_addresses(kBuffer + kBuffer / 2))
    throw OutOfMemory("cannot allocate the " + format_bytes(kBuffer) +
                      " of addresses that OpenBLAS takes for a thread");
  if (more) take_buffer(library());
  all.buffers = std::max(all.buffers, ++all.now);
  is_caller = true;
}

LapackCaller::~LapackCaller() {
  if (!first_) return;
  is_caller = false;
  const std::lock_guard lock(callers().mutex);
  --callers().now;
}

template <class T>
const Lapack<T> &lapack() {
  static const Lapack<T> routines = load<T>();
  return routines;
}
template const Lapack<float> &lapack();
template const Lapack<double> &lapack();

}  // namespace fluxion::runtime
