// What the inner functions of products and of Fourier transforms are written with: vectors of FLUXION_VECTOR_BYTES.
// Included, in namespace FLUXION_ISA, by one source file for each instruction set and family (hence no include guard,
// and no standard headers but <cstdint>: an inline function of theirs compiled here for AVX-512 could be the copy that
// the linker keeps for everyone).
#include <cstdint>

#include "runtime/unroll.h"

#if !defined(__clang__)
#pragma GCC optimize("fp-contract=fast")  // products and sums fuse in clang by default, and in GCC by this
#endif
#define FLUXION_INLINE inline __attribute__((always_inline))

namespace fluxion::runtime::FLUXION_ISA {
namespace {

template <class T, int N>
struct VectorOf {
  // NOLINTNEXTLINE(modernize-use-using): GNU vector attributes
  typedef T type __attribute__((vector_size(N * sizeof(T))));
};
template <class T, int N = FLUXION_VECTOR_BYTES / sizeof(T)>
using Vector = typename VectorOf<T, N>::type;
template <class T>
constexpr int kLanes = FLUXION_VECTOR_BYTES / sizeof(T);

template <int Bytes>
struct IntegerOf {
  using type = uint32_t;
};
template <>
struct IntegerOf<8> {
  using type = uint64_t;
};

template <class V>
FLUXION_INLINE V load(const void *from) {
  V v;
  __builtin_memcpy(&v, from, sizeof v);
  return v;
}
template <class V>
FLUXION_INLINE void save(void *to, V v) {
  __builtin_memcpy(to, &v, sizeof v);
}
template <class To, class From>
FLUXION_INLINE To bits_of(From from) {
  static_assert(sizeof(To) == sizeof(From));
  To to;
  __builtin_memcpy(&to, &from, sizeof to);
  return to;
}

template <int... I>
struct Indices {};
template <int N, int... I>
struct Counted : Counted<N - 1, N - 1, I...> {};
template <int... I>
struct Counted<0, I...> {
  using type = Indices<I...>;
};

// One step of a transposition: exchanges the off-diagonal D×D blocks of each 2D×2D block.
template <int D, class V, int... I>
FLUXION_INLINE void exchange(V &low, V &high, Indices<I...>) {
  constexpr int n = sizeof...(I);
  const V a = low, b = high;
  low = __builtin_shufflevector(a, b, ((I & D) ? I - D + n : I)...);
  high = __builtin_shufflevector(a, b, ((I & D) ? I + n : I + D)...);
}
template <int D, int N, class V>
FLUXION_INLINE void transpose(V (&rows)[N]) {
  FLUXION_UNROLL
  for (int i = 0; i < N; ++i)
    if ((i & D) == 0) exchange<D>(rows[i], rows[i + D], typename Counted<N>::type{});
  if constexpr (D > 1) transpose<D / 2, N>(rows);
}

}  // namespace
}  // namespace fluxion::runtime::FLUXION_ISA
