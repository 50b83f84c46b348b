// Typed access to host arrays, and walks over indices.
#pragma once
#include <cmath>
#include <complex>
#include <cstring>
#include <limits>

#include "codegen/reference/interpreter.h"
#include "ir/dialect.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace fluxion::codegen::reference {

using Index = ir::Sizes;

template <class T>
inline constexpr bool isComplex = std::is_same_v<T, std::complex<float>> || std::is_same_v<T, std::complex<double>>;
template <class T>
inline constexpr bool isFloat = is_float(dtype_of<T>);

/// The type in which arithmetic on T happens: double for every float, so that each op rounds once.
template <class T>
using Wide = std::conditional_t<isFloat<T>, double, std::conditional_t<isComplex<T>, std::complex<double>, T>>;

template <class T>
Wide<T> widen(T x) {
  if constexpr (isComplex<T>)
    return {x.real(), x.imag()};
  else if constexpr (isFloat<T>)
    return static_cast<double>(static_cast<std::conditional_t<std::is_same_v<T, double>, double, float>>(x));
  else
    return x;
}

/// A double as the float between it and zero, with the last bit set if that was inexact ("round to odd"): rounding the
/// result further, to a format at least two bits shorter, rounds x correctly.
float roundToOdd(double x);

template <class T>
T narrow(Wide<T> x) {
  if constexpr (isComplex<T>)
    return T(static_cast<typename T::value_type>(x.real()), static_cast<typename T::value_type>(x.imag()));
  else if constexpr (std::is_same_v<T, float>)
    return static_cast<float>(x);
  else if constexpr (isFloat<T> && !std::is_same_v<T, double>)
    return T(roundToOdd(x));
  else
    return x;
}

template <class T>
const T *elements(const HostArray &x) {
  return reinterpret_cast<const T *>(x.bytes.data());
}
template <class T>
T *elements(HostArray &x) {
  return reinterpret_cast<T *>(x.bytes.data());
}

/// An array of zeros.
inline HostArray zeros(const ShapeDtype &type) { return {type, std::string(static_cast<size_t>(type.bytes()), '\0')}; }
inline HostArray zerosFor(mlir::Value v) { return zeros(ir::shapeDtypeOf(v.getType())); }

/// Elements from one step along each dimension to the next, row-major.
Index stridesOf(llvm::ArrayRef<int64_t> shape);
inline Index stridesOf(const Shape &shape) { return stridesOf(llvm::ArrayRef<int64_t>(shape.sizes())); }

inline int64_t offsetOf(llvm::ArrayRef<int64_t> index, llvm::ArrayRef<int64_t> strides) {
  int64_t offset = 0;
  for (size_t d = 0; d < index.size(); ++d) offset += index[d] * strides[d];
  return offset;
}

/// Calls `f` with every index of the shape, in row-major order.
void forEachIndex(llvm::ArrayRef<int64_t> shape, llvm::function_ref<void(llvm::ArrayRef<int64_t>)> f);

/// y[i] = x[from(i)] for every index i of y; where `from` gives −1, y keeps its element. Whatever the dtype.
void copyElements(HostArray &y, const HostArray &x, llvm::function_ref<int64_t(llvm::ArrayRef<int64_t>)> from);

/// Element i of an integer array; what does not fit is the nearest int64.
int64_t integerAt(const HostArray &x, int64_t i);

}  // namespace fluxion::codegen::reference
