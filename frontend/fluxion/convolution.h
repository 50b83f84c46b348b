// Convolutions and windows, under the names of jax.lax and flax.
#pragma once
#include <fluxion/ops.h>

namespace fluxion {

/// How much is put around the spatial dimensions: by name, or elements before and after each of them.
///
///   "VALID"       nothing
///   "SAME"        as many as make the result ceil(size / stride) long; an odd one goes behind
///   "SAME_LOWER"  the same, an odd one goes in front
struct Padding {
  std::string name;
  std::vector<std::pair<int64_t, int64_t>> pairs;
  Padding(const char *name) : name(name) {}
  Padding(std::string name) : name(std::move(name)) {}
  Padding(std::vector<std::pair<int64_t, int64_t>> pairs) : pairs(std::move(pairs)) {}
  Padding(std::initializer_list<std::pair<int64_t, int64_t>> pairs) : pairs(pairs) {}
};

/// Lists that are left empty are ones.
struct ConvolutionOptions {
  std::vector<int64_t> window_strides = {};
  Padding padding = "VALID";
  std::vector<int64_t> lhs_dilation = {}, rhs_dilation = {};
  /// The roles of the dimensions of lhs, rhs and the result: N batch, C feature; O output and I input feature of rhs;
  /// any other letters for the spatial ones. Empty: batch and features first, as {"NCHW", "OIHW", "NCHW"}.
  std::array<std::string, 3> dimension_numbers = {};
  int64_t feature_group_count = 1, batch_group_count = 1;
  std::optional<DType> preferred_element_type = {};
};

/// lax.conv_general_dilated: y[n, o, s…] = Σ over c and k of lhs[n, c, s·stride + k·rhs_dilation − low…]·rhs[o, c, k…],
/// where lhs_dilation puts zeros between the elements of lhs. (A cross-correlation, as in all libraries of neural
/// networks.)
///
/// Shapes  lhs of batch N, features C and spatial sizes; rhs of output features O, input features C /
///         feature_group_count and a window, in the order that dimension_numbers says; the result has batch N /
///         batch_group_count, features O.
/// Errors  ShapeError where sizes, group counts or options do not fit.
/// Source  floats narrower than f32 are accumulated in f32, and rounded once.
Array conv_general_dilated(const Operand &lhs, const Operand &rhs, const ConvolutionOptions &options = {});

/// lax.conv: x[N, C, …] with a window w[O, C, …].
Array conv(const Operand &x, const Operand &w, std::vector<int64_t> window_strides, const Padding &padding = "VALID");

struct ConvTransposeOptions {
  Padding padding = "SAME";
  std::vector<int64_t> rhs_dilation = {};
  /// Empty: features last, as {"NHWC", "HWIO", "NHWC"}.
  std::array<std::string, 3> dimension_numbers = {};
  /// The window is that of the convolution whose transpose this is: turned round, input and output features exchanged.
  bool transpose_kernel = false;
};

/// lax.conv_transpose: a convolution whose result is `strides` times as large as x, which the transpose of a strided
/// convolution is. "SAME" and "VALID" give the shapes that such a convolution would have come from.
Array conv_transpose(const Operand &x, const Operand &w, std::vector<int64_t> strides,
                     const ConvTransposeOptions &options = {});

/// Lists that are left empty are ones.
struct WindowOptions {
  std::vector<int64_t> strides = {};
  Padding padding = "VALID";
  std::vector<int64_t> base_dilation = {}, window_dilation = {};
};

/// What windows are reduced by. The derivative of a maximum or minimum belongs to the first element that has it.
enum class Window : uint8_t { add, multiply, maximum, minimum };

/// lax.reduce_window with the kind's neutral element: every window of the given size, moved by strides, combined into
/// one element. Padding and dilation count as neutral elements. As many sizes as x has dimensions; ShapeError
/// otherwise.
Array reduce_window(const Operand &x, Window kind, std::vector<int64_t> window, const WindowOptions &options = {});

namespace nn {

/// The greatest element of each window over x[…, spatial…, features]; `window` and `strides` are for the spatial
/// dimensions in front of the last. Strides that are left empty are ones, as in flax.
Array max_pool(const Operand &x, std::vector<int64_t> window, std::vector<int64_t> strides = {},
               const Padding &padding = "VALID");
Array min_pool(const Operand &x, std::vector<int64_t> window, std::vector<int64_t> strides = {},
               const Padding &padding = "VALID");
/// The mean of each window; padding counts as zeros unless `count_include_pad` is false.
Array avg_pool(const Operand &x, std::vector<int64_t> window, std::vector<int64_t> strides = {},
               const Padding &padding = "VALID", bool count_include_pad = true);

}  // namespace nn

}  // namespace fluxion
