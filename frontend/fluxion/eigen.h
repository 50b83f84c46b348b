// Arrays and Eigen's matrices (Debian's libeigen3-dev). An array is row-major, Eigen's own types are column-major: a
// map of an array says so in its type.
#pragma once
#include <type_traits>

#include <Eigen/Core>

#include <fluxion/array.h>
#include <fluxion/error.h>

namespace fluxion::eigen {

template <class T>
using Matrix = Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
template <class T>
using Vector = Eigen::Matrix<T, Eigen::Dynamic, 1>;

/// A matrix on the memory of a T[rows, columns], without a copy; valid while the array lives.
/// Errors  DTypeError unless T stores the dtype, ShapeError unless the array has two dimensions.
template <class T>
Eigen::Map<const Matrix<T>> matrix(const Array &x, std::source_location at = std::source_location::current()) {
  if (x.ndim() != 2)
    throw ShapeError(fmt::format("fluxion: eigen::matrix: {} has not two dimensions", to_string(x.type())));
  return {x.span<T>(at).data(), static_cast<Eigen::Index>(x.shape(0)), static_cast<Eigen::Index>(x.shape(1))};
}
/// A vector on the memory of a T[size].
template <class T>
Eigen::Map<const Vector<T>> vector(const Array &x, std::source_location at = std::source_location::current()) {
  if (x.ndim() != 1)
    throw ShapeError(fmt::format("fluxion: eigen::vector: {} has not one dimension", to_string(x.type())));
  return {x.span<T>(at).data(), static_cast<Eigen::Index>(x.shape(0))};
}

/// An array of Eigen's matrix or expression, evaluated: T[rows, columns], and T[size] of a column vector type.
template <class Derived>
Array to_array(const Eigen::DenseBase<Derived> &m, std::source_location at = std::source_location::current()) {
  using T = typename Derived::Scalar;
  if constexpr (Derived::ColsAtCompileTime == 1) {
    const Vector<T> values = m.derived().matrix();
    return from_span(std::span<const T>(values.data(), static_cast<size_t>(values.size())), {m.rows()}, at);
  } else {
    const Matrix<T> values = m.derived().matrix();
    return from_span(std::span<const T>(values.data(), static_cast<size_t>(values.size())), {m.rows(), m.cols()}, at);
  }
}

}  // namespace fluxion::eigen
