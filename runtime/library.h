// The functions that programs call by name, for what is no loop over elements: sorting, cumulative sums, transforms.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <fluxion/shape.h>

namespace fluxion::runtime {

/// `buffers` are the operands and then the results, row-major, of the given types; what the attributes are is said
/// where the function is declared. A function may use the thread pool, and may throw an Error.
using LibraryFunction = void (*)(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes,
                                 int n);

/// The function of that name, or null.
LibraryFunction find_function(std::string_view name);
/// Adds a function, or replaces the one of that name. Programs loaded before keep the one they found.
void register_function(const std::string &name, LibraryFunction function);
std::vector<std::string> function_names();

/// "sort": k operands of one shape, then k results. The first operand is the key; the others follow it.
///   attributes  dimension, is_stable, descending, k
///   order       -0 equals 0; NaN is the greatest value; false < true; complex numbers by real, then imaginary part.
///               Always stable, so that the result is a function of the operands alone.
void sort(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n);

/// "top_k": operand x[…, n], results values[…, k] and indices i32[…, k]: the k greatest along the last dimension, in
/// descending order by the order of "sort"; of equal ones the first. No attributes.
void top_k(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n);

/// "cumulative": y[i] = x[0] ∘ … ∘ x[i] along a dimension, or from the other end. 16- and 8-bit floats are computed in
/// f32 and rounded once for each result. NaN makes all later maxima and minima NaN.
///   attributes  dimension, reverse, kind: 0 sum, 1 product, 2 maximum, 3 minimum; of integers and bools 4 and, 5 or, 6
///   xor
void cumulative(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n);

/// "fft": an operand and a result; the discrete Fourier transform along the last dimensions.
///   attributes  kind: 0 forward, 1 inverse, 2 forward of real numbers (f32, f64) with half of the last dimension as
///   result, 3 its inverse; then the lengths of the transformed dimensions
void fft(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n);

/// "convolution": operands x and window, result y, as fx.convolution defines; any dtypes, computed in y's (f32 for
/// narrower floats).
///   attributes  feature_groups, batch_groups; lhs_dims, rhs_dims, out_dims; strides, low, high, lhs_dilation,
///               rhs_dilation, reversal
void convolution(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n);

}  // namespace fluxion::runtime
