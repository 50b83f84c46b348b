// Element types. The order is fixed: it is stored in compiled programs and cache keys.
#pragma once
#include <bit>
#include <complex>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace fluxion {

enum class DType : uint8_t {
  bool_,
  i8,
  i16,
  i32,
  i64,
  u8,
  u16,
  u32,
  u64,
  f16,
  bf16,
  f32,
  f64,
  c64,
  c128,
  f8e4m3fn,
  f8e5m2,
};

inline constexpr DType bool_ = DType::bool_;
inline constexpr DType i8 = DType::i8, i16 = DType::i16, i32 = DType::i32, i64 = DType::i64;
inline constexpr DType u8 = DType::u8, u16 = DType::u16, u32 = DType::u32, u64 = DType::u64;
inline constexpr DType f16 = DType::f16, bf16 = DType::bf16, f32 = DType::f32, f64 = DType::f64;
inline constexpr DType c64 = DType::c64, c128 = DType::c128;
inline constexpr DType f8e4m3fn = DType::f8e4m3fn, f8e5m2 = DType::f8e5m2;

/// Bytes of one element; bool takes one byte.
constexpr int64_t size_of(DType t) {
  constexpr int8_t sizes[] = {1, 1, 2, 4, 8, 1, 2, 4, 8, 2, 2, 4, 8, 8, 16, 1, 1};
  return sizes[static_cast<int>(t)];
}
/// "bool", "i32", "bf16", … as they are written in messages and IR dumps.
constexpr std::string_view name(DType t) {
  constexpr std::string_view names[] = {"bool", "i8",   "i16", "i32", "i64", "u8",   "u16",      "u32",   "u64",
                                        "f16",  "bf16", "f32", "f64", "c64", "c128", "f8e4m3fn", "f8e5m2"};
  return names[static_cast<int>(t)];
}
constexpr bool is_float(DType t) {
  return (t >= DType::f16 && t <= DType::f64) || t == DType::f8e4m3fn || t == DType::f8e5m2;
}
constexpr bool is_complex(DType t) { return t == DType::c64 || t == DType::c128; }
constexpr bool is_inexact(DType t) { return is_float(t) || is_complex(t); }
constexpr bool is_signed_integer(DType t) { return t >= DType::i8 && t <= DType::i64; }
constexpr bool is_unsigned_integer(DType t) { return t >= DType::u8 && t <= DType::u64; }
constexpr bool is_integer(DType t) { return is_signed_integer(t) || is_unsigned_integer(t); }

/// Storage of the 16- and 8-bit floats on the host, with conversions that round to nearest even.
float to_float(DType t, uint16_t bits);  // f16, bf16, f8e4m3fn, f8e5m2 (in the low byte)
uint16_t from_float(DType t, float value);

template <DType T>
struct SmallFloat {
  using Bits = std::conditional_t<size_of(T) == 1, uint8_t, uint16_t>;
  Bits bits = 0;
  SmallFloat() = default;
  SmallFloat(float value) : bits(static_cast<Bits>(from_float(T, value))) {}
  operator float() const { return to_float(T, bits); }
};
using float16 = SmallFloat<DType::f16>;
using bfloat16 = SmallFloat<DType::bf16>;
using float8_e4m3fn = SmallFloat<DType::f8e4m3fn>;
using float8_e5m2 = SmallFloat<DType::f8e5m2>;

/// The dtype of a C++ element type: dtype_of<float> == f32.
template <class T>
constexpr DType dtype_of_impl();
template <class T>
inline constexpr DType dtype_of = dtype_of_impl<T>();
// clang-format off
template <> constexpr DType dtype_of_impl<bool>() { return DType::bool_; }
template <> constexpr DType dtype_of_impl<int8_t>() { return DType::i8; }
template <> constexpr DType dtype_of_impl<int16_t>() { return DType::i16; }
template <> constexpr DType dtype_of_impl<int32_t>() { return DType::i32; }
template <> constexpr DType dtype_of_impl<int64_t>() { return DType::i64; }
template <> constexpr DType dtype_of_impl<uint8_t>() { return DType::u8; }
template <> constexpr DType dtype_of_impl<uint16_t>() { return DType::u16; }
template <> constexpr DType dtype_of_impl<uint32_t>() { return DType::u32; }
template <> constexpr DType dtype_of_impl<uint64_t>() { return DType::u64; }
template <> constexpr DType dtype_of_impl<long long>() { return DType::i64; }
template <> constexpr DType dtype_of_impl<unsigned long long>() { return DType::u64; }
template <> constexpr DType dtype_of_impl<float16>() { return DType::f16; }
template <> constexpr DType dtype_of_impl<bfloat16>() { return DType::bf16; }
template <> constexpr DType dtype_of_impl<float>() { return DType::f32; }
template <> constexpr DType dtype_of_impl<double>() { return DType::f64; }
template <> constexpr DType dtype_of_impl<std::complex<float>>() { return DType::c64; }
template <> constexpr DType dtype_of_impl<std::complex<double>>() { return DType::c128; }
template <> constexpr DType dtype_of_impl<float8_e4m3fn>() { return DType::f8e4m3fn; }
template <> constexpr DType dtype_of_impl<float8_e5m2>() { return DType::f8e5m2; }
// clang-format on

/// Calls `f` with a zero of the C++ type that stores `t`; the switch that host code over all dtypes shares.
template <class F>
decltype(auto) visit_dtype(DType t, F &&f) {
  // clang-format off
  switch (t) {
    case DType::bool_: return f(bool{});
    case DType::i8: return f(int8_t{});
    case DType::i16: return f(int16_t{});
    case DType::i32: return f(int32_t{});
    case DType::i64: return f(int64_t{});
    case DType::u8: return f(uint8_t{});
    case DType::u16: return f(uint16_t{});
    case DType::u32: return f(uint32_t{});
    case DType::u64: return f(uint64_t{});
    case DType::f16: return f(float16{});
    case DType::bf16: return f(bfloat16{});
    case DType::f32: return f(float{});
    case DType::f64: return f(double{});
    case DType::c64: return f(std::complex<float>{});
    case DType::c128: return f(std::complex<double>{});
    case DType::f8e4m3fn: return f(float8_e4m3fn{});
    case DType::f8e5m2: break;
  }
  // clang-format on
  return f(float8_e5m2{});
}

}  // namespace fluxion
