// Names are looked up in our own table first: in a host program that loaded us privately, or in one that is linked
// statically, dlsym does not see what we link.
#include "runtime/imports.h"

#include <dlfcn.h>
#include <fluxion/dtype.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <unordered_map>

#include "runtime/simt.h"
#include "runtime/special_functions.h"

#if defined(__x86_64__)
#include <emmintrin.h>
#endif

namespace fluxion::runtime {
namespace {

#if defined(__x86_64__)
// LLVM calls these for conversions that the processor lacks. A half or bfloat16 travels in the low 16 bits of xmm0, for
// which C++20 has no type of its own; a vector in the same register has the same convention.
__m128i small(uint16_t bits) { return _mm_cvtsi32_si128(bits); }
uint16_t bits_of(__m128i small) { return static_cast<uint16_t>(_mm_cvtsi128_si32(small)); }

/// Rounded to odd, so that rounding the f32 once more gives what rounding the f64 directly would.
float to_odd(double value) {
  const float nearest = static_cast<float>(value);
  if (!(std::isfinite(nearest) && static_cast<double>(nearest) != value)) {
    return std::isinf(nearest) && std::isfinite(value) ? std::copysign(3.4028235e38f, nearest) : nearest;
  }
  const bool away = std::fabs(static_cast<double>(nearest)) > std::fabs(value);
  const uint32_t truncated = std::bit_cast<uint32_t>(nearest) - (away ? 1 : 0);
  return std::bit_cast<float>(truncated | 1);
}

__m128i f32_to_f16(float value) { return small(from_float(f16, value)); }
__m128i f64_to_f16(double value) { return small(from_float(f16, to_odd(value))); }
__m128i f32_to_bf16(float value) { return small(from_float(bf16, value)); }
__m128i f64_to_bf16(double value) { return small(from_float(bf16, to_odd(value))); }
float f16_to_f32(__m128i value) { return to_float(f16, bits_of(value)); }
double f16_to_f64(__m128i value) { return to_float(f16, bits_of(value)); }
float bf16_to_f32(__m128i value) { return to_float(bf16, bits_of(value)); }
#endif

template <class F>
void *address(F *function) {
  return reinterpret_cast<void *>(function);
}

using Unary32 = float (*)(float);
using Unary64 = double (*)(double);
using Binary32 = float (*)(float, float);
using Binary64 = double (*)(double, double);

std::unordered_map<std::string, void *> make_table() {
  std::unordered_map<std::string, void *> table = {
      {"memcpy", address(std::memcpy)},        {"memmove", address(std::memmove)},
      {"memset", address(std::memset)},        {"memcmp", address(std::memcmp)},
#if defined(__x86_64__)
      {"__truncsfhf2", address(f32_to_f16)},   {"__gnu_f2h_ieee", address(f32_to_f16)},
      {"__truncdfhf2", address(f64_to_f16)},   {"__truncsfbf2", address(f32_to_bf16)},
      {"__truncdfbf2", address(f64_to_bf16)},  {"__extendhfsf2", address(f16_to_f32)},
      {"__gnu_h2f_ieee", address(f16_to_f32)}, {"__extendhfdf2", address(f16_to_f64)},
      {"__extendbfsf2", address(bf16_to_f32)},
#endif
  };
  // clang-format off
#define FLUXION_UNARY(name)                                           \
  table.emplace(#name "f", address(static_cast<Unary32>(std::name))); \
  table.emplace(#name, address(static_cast<Unary64>(std::name)));
#define FLUXION_BINARY(name)                                           \
  table.emplace(#name "f", address(static_cast<Binary32>(std::name))); \
  table.emplace(#name, address(static_cast<Binary64>(std::name)));
  FLUXION_UNARY(exp) FLUXION_UNARY(exp2) FLUXION_UNARY(expm1) FLUXION_UNARY(log) FLUXION_UNARY(log2)
  FLUXION_UNARY(log10) FLUXION_UNARY(log1p) FLUXION_UNARY(sqrt) FLUXION_UNARY(cbrt) FLUXION_UNARY(sin)
  FLUXION_UNARY(cos) FLUXION_UNARY(tan) FLUXION_UNARY(asin) FLUXION_UNARY(acos) FLUXION_UNARY(atan)
  FLUXION_UNARY(sinh) FLUXION_UNARY(cosh) FLUXION_UNARY(tanh) FLUXION_UNARY(asinh) FLUXION_UNARY(acosh)
  FLUXION_UNARY(atanh) FLUXION_UNARY(erf) FLUXION_UNARY(erfc) FLUXION_UNARY(lgamma) FLUXION_UNARY(tgamma)
  FLUXION_UNARY(floor) FLUXION_UNARY(ceil) FLUXION_UNARY(trunc) FLUXION_UNARY(round) FLUXION_UNARY(rint)
  FLUXION_UNARY(nearbyint)
  FLUXION_BINARY(pow) FLUXION_BINARY(atan2) FLUXION_BINARY(fmod) FLUXION_BINARY(remainder)
  FLUXION_BINARY(nextafter) FLUXION_BINARY(fmin) FLUXION_BINARY(fmax) FLUXION_BINARY(hypot)
#undef FLUXION_UNARY
#undef FLUXION_BINARY
#define FLUXION_SPECIAL(name) table.emplace("fluxion_" #name, address(special::name));
  FLUXION_SPECIAL(bessel_i0e) FLUXION_SPECIAL(bessel_i1e) FLUXION_SPECIAL(zeta) FLUXION_SPECIAL(polygamma)
  FLUXION_SPECIAL(igamma) FLUXION_SPECIAL(igammac) FLUXION_SPECIAL(igamma_grad_a) FLUXION_SPECIAL(random_gamma_grad)
  FLUXION_SPECIAL(betainc)
#undef FLUXION_SPECIAL
#define FLUXION_SIMT(name, function) table.emplace("fluxion_simt_" name, address(simt::function));
  FLUXION_SIMT("thread", thread_number) FLUXION_SIMT("block", block_number) FLUXION_SIMT("shared", shared_memory)
  FLUXION_SIMT("barrier", barrier) FLUXION_SIMT("shuffle", shuffle_xor) FLUXION_SIMT("launch", launch)
#undef FLUXION_SIMT
      // clang-format on
      return table;
}

}  // namespace

void *find_import(const std::string &name) {
  static const auto *const table = new std::unordered_map<std::string, void *>(make_table());
  const auto found = table->find(name);
  return found != table->end() ? found->second : dlsym(RTLD_DEFAULT, name.c_str());
}

}  // namespace fluxion::runtime
