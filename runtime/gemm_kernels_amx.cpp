// Micro-kernels on the tile registers of AMX. None of the machines that they were written on has them: what the kernels
// do is tested on a model of the registers, and this file, which hands each instruction to the processor, has been
// compiled but not run. So a machine's results are checked before it is used.
#if defined(__x86_64__) && defined(__linux__) && defined(__clang__)  // gcc's intrinsics take literal numbers only
#include <cpuid.h>
#include <immintrin.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "runtime/gemm_kernels.h"

// Up to `pop`, everything is compiled for these instructions; what asks for them comes behind.
#pragma clang attribute push(                                                                          \
    __attribute__((target("amx-tile,amx-bf16,amx-int8,avx512f,avx512bw,avx512dq,avx512vl,avx2,fma"))), \
    apply_to = function)
#include "runtime/gemm_tiles_body.h"

namespace fluxion::runtime::gemm_amx {
namespace {

struct Processor {
  static FLUXION_INLINE void configure(const TileConfig &config) { _tile_loadconfig(&config); }
  static FLUXION_INLINE void release() { _tile_release(); }
  template <int T>
  static FLUXION_INLINE void zero() {
    _tile_zero(T);
  }
  template <int T>
  static FLUXION_INLINE void load(const void *from, int64_t stride) {
    _tile_loadd(T, from, stride);
  }
  template <int T>
  static FLUXION_INLINE void store(void *to, int64_t stride) {
    _tile_stored(T, to, stride);
  }
};
struct Bf16 : Processor {
  template <int C, int A, int B>
  static FLUXION_INLINE void multiply() {
    _tile_dpbf16ps(C, A, B);
  }
};
struct I8 : Processor {
  template <int C, int A, int B>
  static FLUXION_INLINE void multiply() {
    _tile_dpbssd(C, A, B);
  }
};

constexpr MicroKernels kOfPairs = tiles::kernels<Bf16>(), kOfFours = tiles::kernels<I8>();

bool all_right(const MicroKernels &kernels, int group) {
  for (const MicroKernel &k : kernels.all)
    if (k.run && !tiles::is_right(k, group)) return false;
  return true;
}

}  // namespace
}  // namespace fluxion::runtime::gemm_amx
#pragma clang attribute pop

namespace fluxion::runtime::gemm_amx {
namespace {

// Bits of leaf 7 of CPUID, EDX.
enum : uint32_t { kBf16 = 1u << 22, kTiles = 1u << 24, kInt8 = 1u << 25 };

// What the processor has, if the system saves the registers and lets this process use them.
uint32_t features() {
  uint32_t a = 0, b = 0, c = 0, d = 0;
  constexpr uint32_t kOsSaves = 1u << 27;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & kOsSaves)) return 0;
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d) || !(d & kTiles)) return 0;
  uint32_t low = 0, high = 0;
  asm volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  constexpr uint32_t kTileState = 3u << 17;  // its configuration and its data
  if ((low & kTileState) != kTileState) return 0;
  constexpr long kRequest = 0x1023, kTileData = 18;  // ARCH_REQ_XCOMP_PERM, XFEATURE_XTILEDATA
  return syscall(SYS_arch_prctl, kRequest, kTileData) == 0 ? d : 0;
}

uint32_t known_features() {
  static const uint32_t has = features();
  return has;
}

}  // namespace

const MicroKernels *pairs() {
  static const bool usable = (known_features() & kBf16) && all_right(kOfPairs, 2);
  return usable ? &kOfPairs : nullptr;
}
const MicroKernels *fours() {
  static const bool usable = (known_features() & kInt8) && all_right(kOfFours, 4);
  return usable ? &kOfFours : nullptr;
}

}  // namespace fluxion::runtime::gemm_amx
#else
#include "runtime/gemm_kernels.h"

namespace fluxion::runtime::gemm_amx {
const MicroKernels *pairs() { return nullptr; }
const MicroKernels *fours() { return nullptr; }
}  // namespace fluxion::runtime::gemm_amx
#endif
