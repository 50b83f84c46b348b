// Shared by the sources of ops.h.
#pragma once
#include "fluxion/ops.h"

namespace fluxion::detail {

/// `axis` counted from the front. ShapeError naming `op` if it is out of range.
int64_t normalize_axis(std::string_view op, int64_t axis, int64_t ndim);
std::vector<int64_t> normalize_axes(std::string_view op, const Axes &axes, int64_t ndim);
std::vector<int64_t> iota_vector(int64_t n);
/// The shape that all broadcast to, by NumPy's rule.
Shape broadcast_shapes(std::string_view op, std::span<const Shape> shapes);
/// x with sizes of 1 put back at the reduced `axes`.
Array restore_dims(const Array &y, const Array &x, const std::vector<int64_t> &axes);
Array constant(Literal value);
/// The dtype that the operands promote to; numbers do not widen arrays.
DType common_dtype(std::span<const Operand> operands);
DType promote_number(DType array, const std::variant<bool, int64_t, double> &number);
/// Both operands in their common dtype and shape.
std::pair<Array, Array> promoted(std::string_view op, const Operand &a, const Operand &b);
/// x, as f32 if it is of integers or bools.
Array inexact(const Operand &x);
/// What an elementwise op means for complex arrays where that is another op or a composition; none where it is itself.
std::optional<Array> complex_form(std::string_view op, const std::vector<Array> &x);
/// √x of x ≥ 0. At 0 it is x, whose derivative is finite: that of a sum of squares is 0 there, and not 0·∞.
Array sqrt_or_zero(const Array &x);
/// A number as a scalar array of `dtype`; arrays are converted.
Array as_scalar(const Operand &x, DType dtype);

}  // namespace fluxion::detail
