#include "runtime/gemm_kernels.h"

#include <cassert>

#include "runtime/gemm_tile.h"
#include "runtime/instruction_set.h"

namespace fluxion::runtime {

namespace {

template <class Cost>
const MicroKernel &cheapest(const MicroKernels &kernels, Cost cost) {
  const MicroKernel *best = &kernels.all[0];
  double least = cost(*best);
  for (const MicroKernel &other : kernels.all) {
    if (!other.run) break;
    if (const double c = cost(other); c < least) best = &other, least = c;
  }
  return *best;
}

}  // namespace

const GemmKernels::Set &GemmKernels::of(DType type) const {
  switch (type) {
    case DType::f32:
      return f32;
    case DType::f64:
      return f64;
    case DType::bf16:
      return bf16;
    case DType::i8:
      return i8;
    default:
      break;
  }
  assert(type == DType::f16 && "matrix products take f32, f64, bf16, f16 or i8");
  return f16;
}

const MicroKernel &MicroKernels::choose(int64_t m, int64_t n) const {
  return cheapest(*this, [&](const MicroKernel &k) { return tile_cost(k.mr, k.nr, k.speed, m, n); });
}

double MicroKernel::cost_upright(int64_t m, int64_t n) const { return padded_results(mr, nr, m, n) / speed; }

const MicroKernel &MicroKernels::choose_upright(int64_t m, int64_t n) const {
  return cheapest(*this, [&](const MicroKernel &k) { return k.cost_upright(m, n); });
}

const GemmKernels &gemm_kernels() {
#if defined(__x86_64__)
  static const GemmKernels &chosen = for_this_machine(gemm_baseline::kernels, gemm_avx2::kernels, gemm_avx512::kernels);
  return chosen;
#else
  return gemm_baseline::kernels;
#endif
}

const MicroKernels *pair_micro_kernels() {
#if defined(__x86_64__)
  static const bool usable = &gemm_kernels() == &gemm_avx512::kernels && __builtin_cpu_supports("avx512bf16");
  return usable ? &gemm_avx512_bf16::kernels : nullptr;
#else
  return nullptr;
#endif
}

const MicroKernels *four_micro_kernels() {
#if defined(__x86_64__)
  static const bool usable = &gemm_kernels() == &gemm_avx512::kernels && __builtin_cpu_supports("avx512vnni");
  return usable ? &gemm_avx512_vnni::kernels : nullptr;
#else
  return nullptr;
#endif
}

const MicroKernels *tile_micro_kernels(int group, int64_t m, int64_t n) {
#if defined(__x86_64__)
  constexpr int64_t kFewest = 16;  // rows and columns of a register
  if (m < kFewest || n < kFewest) return nullptr;
  return group == 2 ? gemm_amx::pairs() : gemm_amx::fours();
#else
  return nullptr;
#endif
}

}  // namespace fluxion::runtime
