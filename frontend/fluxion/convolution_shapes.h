// What surrounds convolutions in jax.lax: patches, windows of their own weights, and the shapes of results.
#pragma once
#include <fluxion/convolution.h>

namespace fluxion {

/// The patches that a convolution with windows of `filter_shape` sees: features of the result are those of x, and for
/// each of them all positions in the window. Options are those of the convolution; group counts are not used.
Array conv_general_dilated_patches(const Operand &x, std::vector<int64_t> filter_shape,
                                   const ConvolutionOptions &options = {});
/// A convolution whose weights differ from one position of the result to another: w has the result's spatial sizes, and
/// as input features those of x times the positions in the window.
Array conv_general_dilated_local(const Operand &x, const Operand &w, std::vector<int64_t> filter_shape,
                                 const ConvolutionOptions &options = {});
/// conv_general_dilated with batch and features first.
Array conv_with_general_padding(const Operand &x, const Operand &w, std::vector<int64_t> window_strides,
                                const Padding &padding, std::vector<int64_t> lhs_dilation = {},
                                std::vector<int64_t> rhs_dilation = {});

/// What comes in front of and behind each dimension by the name of a padding.
std::vector<std::pair<int64_t, int64_t>> padtype_to_pads(const std::vector<int64_t> &in_shape,
                                                         const std::vector<int64_t> &window_shape,
                                                         const std::vector<int64_t> &window_strides,
                                                         const std::string &padding);
/// Shapes of results: of conv, conv_general_dilated, conv_transpose and reduce_window. ShapeError as these throw it.
std::vector<int64_t> conv_shape_tuple(const std::vector<int64_t> &lhs_shape, const std::vector<int64_t> &rhs_shape,
                                      const std::vector<int64_t> &strides, const Padding &padding,
                                      int64_t batch_group_count = 1);
std::vector<int64_t> conv_general_shape_tuple(const std::vector<int64_t> &lhs_shape,
                                              const std::vector<int64_t> &rhs_shape,
                                              const std::vector<int64_t> &window_strides, const Padding &padding,
                                              const std::array<std::string, 3> &dimension_numbers);
std::vector<int64_t> conv_transpose_shape_tuple(const std::vector<int64_t> &lhs_shape,
                                                const std::vector<int64_t> &rhs_shape,
                                                const std::vector<int64_t> &window_strides, const Padding &padding,
                                                const std::array<std::string, 3> &dimension_numbers);
std::vector<int64_t> reduce_window_shape_tuple(const std::vector<int64_t> &operand_shape,
                                               const std::vector<int64_t> &window_dimensions,
                                               const std::vector<int64_t> &window_strides, const Padding &padding,
                                               const std::vector<int64_t> &base_dilation = {},
                                               const std::vector<int64_t> &window_dilation = {});
/// The permutations that bring lhs, rhs and the result to batch (output features), features, and spatial dimensions in
/// the order of rhs's.
std::array<std::vector<int64_t>, 3> conv_general_permutations(const std::array<std::string, 3> &dimension_numbers);

/// x[m, k]·w[g, k, n] where row i of x meets the matrix of its group: the first group_sizes[0] rows the first, and so
/// on. Rows behind the last group give zeros.
Array ragged_dot(const Operand &x, const Operand &w, const Operand &group_sizes,
                 std::optional<DType> preferred_element_type = {});

}  // namespace fluxion
