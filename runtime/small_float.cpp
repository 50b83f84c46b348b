// Conversions between f32 and the 16- and 8-bit floats, by their bits. One description of a format serves both ways.
#include <cassert>

#include <fluxion/dtype.h>

namespace fluxion {
namespace {

/// A float of 1 sign bit, then the exponent, then `mantissa` bits. `largest` is the code of the largest finite value
/// and `overflow` what stands for anything beyond it: infinity, or NaN in f8e4m3fn, which has no infinity.
struct Format {
  int mantissa, bias, width;
  uint32_t largest, overflow, nan;
};

constexpr Format kF16 = {10, 15, 16, 0x7bff, 0x7c00, 0x7e00};
constexpr Format kBf16 = {7, 127, 16, 0x7f7f, 0x7f80, 0x7fc0};
constexpr Format kF8e4m3fn = {3, 7, 8, 0x7e, 0x7f, 0x7f};
constexpr Format kF8e5m2 = {2, 15, 8, 0x7b, 0x7c, 0x7e};

template <Format F>
float widen(uint32_t bits) {
  const uint32_t sign = (bits >> (F.width - 1) & 1) << 31;
  const uint32_t magnitude = bits & ((1u << (F.width - 1)) - 1);
  if (magnitude > F.largest) {
    const bool infinite = magnitude == F.overflow && F.overflow != F.nan;
    // A NaN keeps its payload and becomes quiet, as hardware conversions do.
    const uint32_t payload = (magnitude & ((1u << F.mantissa) - 1)) << (23 - F.mantissa);
    return std::bit_cast<float>(sign | 0x7f800000u | (infinite ? 0u : payload | 0x400000u));
  }
  if constexpr (F.bias == 127) return std::bit_cast<float>(sign | magnitude << (23 - F.mantissa));
  if (magnitude >> F.mantissa == 0) {  // subnormal: an integer number of the smallest steps, exact in f32
    const float step = std::bit_cast<float>(static_cast<uint32_t>(127 + 1 - F.bias - F.mantissa) << 23);
    const float value = static_cast<float>(magnitude) * step;
    return sign ? -value : value;
  }
  return std::bit_cast<float>(sign | ((magnitude << (23 - F.mantissa)) + (static_cast<uint32_t>(127 - F.bias) << 23)));
}

template <Format F>
uint32_t narrow(float value) {
  const uint32_t bits = std::bit_cast<uint32_t>(value);
  const uint32_t sign = bits >> 31 << (F.width - 1);
  const uint32_t magnitude = bits & 0x7fffffffu;
  if (magnitude > 0x7f800000u) {
    const uint32_t payload = magnitude >> (23 - F.mantissa) & ((1u << F.mantissa) - 1);
    return sign | F.nan | payload;
  }
  if (F.bias != 127 && magnitude < static_cast<uint32_t>(127 - F.bias + 1) << 23) {
    // Subnormal in the target: adding 2^23 of its smallest steps makes the f32 adder round at the right bit.
    const uint32_t shift = static_cast<uint32_t>(127 + 23 + 1 - F.bias - F.mantissa) << 23;
    return sign | (std::bit_cast<uint32_t>(std::bit_cast<float>(magnitude) + std::bit_cast<float>(shift)) - shift);
  }
  constexpr int kDrop = 23 - F.mantissa;
  // Half a unit less one, plus the last kept bit: rounds up when above half, or at half when that makes it even.
  const uint32_t half = (1u << (kDrop - 1)) - 1 + (magnitude >> kDrop & 1);
  const uint32_t code = ((magnitude + half) >> kDrop) - (static_cast<uint32_t>(127 - F.bias) << F.mantissa);
  return sign | (code > F.largest ? F.overflow : code);
}

}  // namespace

float to_float(DType t, uint16_t bits) {
  switch (t) {
    case DType::f16:
      return widen<kF16>(bits);
    case DType::bf16:
      return widen<kBf16>(bits);
    case DType::f8e4m3fn:
      return widen<kF8e4m3fn>(bits);
    case DType::f8e5m2:
      return widen<kF8e5m2>(bits);
    default:
      break;
  }
  assert(false && "to_float takes a 16- or 8-bit float");
  return 0;
}

uint16_t from_float(DType t, float value) {
  switch (t) {
    case DType::f16:
      return static_cast<uint16_t>(narrow<kF16>(value));
    case DType::bf16:
      return static_cast<uint16_t>(narrow<kBf16>(value));
    case DType::f8e4m3fn:
      return static_cast<uint16_t>(narrow<kF8e4m3fn>(value));
    case DType::f8e5m2:
      return static_cast<uint16_t>(narrow<kF8e5m2>(value));
    default:
      break;
  }
  assert(false && "from_float takes a 16- or 8-bit float");
  return 0;
}

}  // namespace fluxion
