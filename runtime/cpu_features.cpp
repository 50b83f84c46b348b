// One list says the order of the bits; new ones go to its end.
#include "runtime/cpu_features.h"

namespace fluxion::runtime {

// clang-format off
#define FLUXION_FEATURES(F)                                                                                  \
  F("sse4.2") F("avx") F("avx2") F("fma") F("bmi") F("bmi2") F("popcnt") F("avx512f") F("avx512bw")          \
  F("avx512cd") F("avx512dq") F("avx512vl") F("avx512ifma") F("avx512vbmi") F("avx512vbmi2") F("avx512vnni") \
  F("avx512bitalg") F("avx512vpopcntdq") F("avx512bf16") F("avx512fp16") F("avxvnni") F("amx-tile") F("f16c")
// clang-format on

uint64_t cpu_features() {
  uint64_t features = 0;
#if defined(__x86_64__)
  __builtin_cpu_init();
  uint64_t bit = 1;
#define FLUXION_ASK(name)                             \
  features |= __builtin_cpu_supports(name) ? bit : 0; \
  bit <<= 1;
  FLUXION_FEATURES(FLUXION_ASK)
#undef FLUXION_ASK
#endif
  return features;
}

std::string to_string_features(uint64_t features) {
  std::string text;
#define FLUXION_NAME(name)                                                  \
  if (features & 1) text += (text.empty() ? "" : ", ") + std::string(name); \
  features >>= 1;
  FLUXION_FEATURES(FLUXION_NAME)
#undef FLUXION_NAME
  if (features != 0) text += text.empty() ? "others" : ", and others";
  return text;
}

}  // namespace fluxion::runtime
