// The order of all dtypes, as unsigned integers: a < b exactly if sort_key(a) < sort_key(b). -0 and 0 have one key, all
// NaNs have the greatest.
#pragma once
#include <complex>
#include <cstdint>
#include <type_traits>

#include <fluxion/dtype.h>

namespace fluxion::runtime {

struct Key128 {
  uint64_t high = 0, low = 0;
  auto operator<=>(const Key128 &) const = default;
  Key128 operator~() const { return {~high, ~low}; }
};

/// From the bits of a float of any width.
template <class Bits>
constexpr Bits float_key(Bits bits, bool nan) {
  constexpr Bits kSign = static_cast<Bits>(Bits{1} << (8 * sizeof(Bits) - 1));
  if (nan) return static_cast<Bits>(~Bits{0});
  if (bits == kSign) bits = 0;  // -0
  return bits & kSign ? static_cast<Bits>(~bits) : static_cast<Bits>(bits | kSign);
}

template <class T>
  requires std::is_unsigned_v<T>
constexpr auto sort_key(T x) {
  if constexpr (std::is_same_v<T, bool>) {
    return static_cast<uint8_t>(x);
  } else {
    return x;
  }
}
template <class T>
  requires std::is_signed_v<T> && std::is_integral_v<T>
constexpr auto sort_key(T x) {
  using Bits = std::make_unsigned_t<T>;
  return static_cast<Bits>(static_cast<Bits>(x) ^ static_cast<Bits>(Bits{1} << (8 * sizeof(T) - 1)));
}
inline uint32_t sort_key(float x) { return float_key(std::bit_cast<uint32_t>(x), x != x); }
inline uint64_t sort_key(double x) { return float_key(std::bit_cast<uint64_t>(x), x != x); }
template <DType T>
auto sort_key(SmallFloat<T> x) {
  const float value = x;
  return float_key(x.bits, value != value);
}
inline uint64_t sort_key(std::complex<float> x) { return uint64_t{sort_key(x.real())} << 32 | sort_key(x.imag()); }
inline Key128 sort_key(std::complex<double> x) { return {sort_key(x.real()), sort_key(x.imag())}; }

}  // namespace fluxion::runtime
