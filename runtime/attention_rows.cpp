#include "runtime/attention_rows.h"

namespace fluxion::runtime {

const AttentionRows &attention_rows() {
#if defined(__x86_64__)
  static const AttentionRows &chosen = []() -> const AttentionRows & {
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512vl"))
      return attention_avx512::rows;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return attention_avx2::rows;
    return attention_baseline::rows;
  }();
  return chosen;
#else
  return attention_baseline::rows;
#endif
}

}  // namespace fluxion::runtime
