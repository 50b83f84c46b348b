#include "fluxion/convolution_shapes.h"

#include <algorithm>

#include "fluxion/lax.h"
#include "fluxion/numeric.h"
#include "fluxion/trace.h"
#include "frontend/ops_internal.h"

namespace fluxion {

namespace {

using Numbers = std::vector<int64_t>;

// Batch and features first, as {"NCHW", "OIHW", "NCHW"}, for so many spatial dimensions.
std::array<std::string, 3> features_first(size_t spatial) {
  constexpr std::string_view kLetters = "HWDXYZTUVABEFG";
  if (spatial > kLetters.size()) fail<ShapeError>("convolution: name the dimensions");
  const std::string letters(kLetters.substr(0, spatial));
  return {"NC" + letters, "OI" + letters, "NC" + letters};
}

std::array<std::string, 3> numbers_of(const ConvolutionOptions &options, size_t spatial) {
  return options.dimension_numbers[0].empty() ? features_first(spatial) : options.dimension_numbers;
}

// The permutation that brings an array with dimensions `from` to those of `to`.
Numbers permutation(std::string_view op, const std::string &from, const std::string &to) {
  Numbers order;
  for (char c : to) {
    const size_t i = from.find(c);
    if (i == std::string::npos || from.size() != to.size())
      fail<ShapeError>(fmt::format("{}: '{}' and '{}' name other dimensions", op, from, to));
    order.push_back(static_cast<int64_t>(i));
  }
  return order;
}

int64_t product(const Numbers &sizes) {
  int64_t n = 1;
  for (int64_t s : sizes) n *= s;
  return n;
}

// Nothing is computed: the function is traced on arrays of these shapes.
template <class F>
Numbers traced_shape(const Numbers &a, const Numbers &b, F f) {
  const std::vector<ShapeDtype> types{{Shape(a), f32}, {Shape(b), f32}};
  auto traced =
      detail::trace_function("shape", types, [&](const detail::Arrays &x) { return detail::Arrays{f(x[0], x[1])}; });
  return detail::result_types(traced.function)[0].shape.sizes();
}

}  // namespace

Array conv_general_dilated_patches(const Operand &x, Numbers filter_shape, const ConvolutionOptions &options) {
  At at(x);
  const Array a = asarray(x);
  if (a.ndim() != static_cast<int64_t>(filter_shape.size()) + 2)
    fail<ShapeError>(fmt::format("conv_general_dilated_patches: a window of {} dimensions does not fit {}",
                                 filter_shape.size(), to_string(a.type())));
  ConvolutionOptions o = options;
  o.dimension_numbers = numbers_of(options, filter_shape.size());
  const size_t feature = o.dimension_numbers[0].find('C');
  if (feature == std::string::npos)
    fail<ShapeError>(fmt::format("conv_general_dilated_patches: '{}' does not name 'C' once", o.dimension_numbers[0]));
  const int64_t features = a.shape(static_cast<int64_t>(feature)), positions = product(filter_shape);
  // Filter c·positions + k has a one at position k and sees feature c alone.
  Numbers shape{features * positions, 1};
  shape.insert(shape.end(), filter_shape.begin(), filter_shape.end());
  Array ones = reshape(tile(eye(positions, {}, a.dtype()), {features, 1}), shape);
  std::string canonical = "OI";
  for (char c : o.dimension_numbers[1])
    if (c != 'O' && c != 'I') canonical += c;
  Array w = transpose(ones, permutation("conv_general_dilated_patches", canonical, o.dimension_numbers[1]));
  o.feature_group_count = features;
  o.batch_group_count = 1;
  return conv_general_dilated(a, w, o);
}

Array conv_general_dilated_local(const Operand &x, const Operand &w, Numbers filter_shape,
                                 const ConvolutionOptions &options) {
  At at(x, w);
  const std::array<std::string, 3> names = numbers_of(options, filter_shape.size());
  Array patches = conv_general_dilated_patches(x, filter_shape, options), weights = asarray(w);
  std::string spatial;
  for (char c : names[1])
    if (c != 'O' && c != 'I') spatial += c;
  patches = transpose(patches, permutation("conv_general_dilated_local", names[2], spatial + "NC"));
  weights = transpose(weights, permutation("conv_general_dilated_local", names[1], spatial + "IO"));
  if (!std::equal(patches.shape().begin(), patches.shape().end() - 2, weights.shape().begin()) ||
      patches.shape(-1) != weights.shape(-2))
    fail<ShapeError>(fmt::format("conv_general_dilated_local: the weights {} do not fit patches {}",
                                 to_string(weights.type()), to_string(patches.type())));
  return transpose(matmul(patches, weights), permutation("conv_general_dilated_local", spatial + "NC", names[2]));
}

Array conv_with_general_padding(const Operand &x, const Operand &w, Numbers window_strides, const Padding &padding,
                                Numbers lhs_dilation, Numbers rhs_dilation) {
  At at(x, w);
  return conv_general_dilated(x, w,
                              {.window_strides = std::move(window_strides),
                               .padding = padding,
                               .lhs_dilation = std::move(lhs_dilation),
                               .rhs_dilation = std::move(rhs_dilation)});
}

std::vector<std::pair<int64_t, int64_t>> padtype_to_pads(const Numbers &in_shape, const Numbers &window_shape,
                                                         const Numbers &window_strides, const std::string &padding) {
  if (padding != "SAME" && padding != "VALID" && padding != "SAME_LOWER")
    fail<ShapeError>(
        fmt::format("padtype_to_pads: there is no padding '{}', only SAME, SAME_LOWER and VALID", padding));
  if (in_shape.size() != window_shape.size() || in_shape.size() != window_strides.size())
    fail<ShapeError>("padtype_to_pads: sizes, windows and strides differ in number");
  std::vector<std::pair<int64_t, int64_t>> pads;
  for (size_t d = 0; d < in_shape.size(); ++d) {
    if (window_strides[d] < 1)
      fail<ShapeError>(fmt::format("padtype_to_pads: a stride is not positive: {}", window_strides[d]));
    const int64_t out = (in_shape[d] + window_strides[d] - 1) / window_strides[d];
    const int64_t total =
        padding == "VALID" ? 0 : std::max<int64_t>(0, (out - 1) * window_strides[d] + window_shape[d] - in_shape[d]);
    const int64_t low = padding == "SAME_LOWER" ? total - total / 2 : total / 2;
    pads.emplace_back(low, total - low);
  }
  return pads;
}

Numbers conv_shape_tuple(const Numbers &lhs_shape, const Numbers &rhs_shape, const Numbers &strides,
                         const Padding &padding, int64_t batch_group_count) {
  return traced_shape(lhs_shape, rhs_shape, [&](const Array &x, const Array &w) {
    return conv_general_dilated(
        x, w, {.window_strides = strides, .padding = padding, .batch_group_count = batch_group_count});
  });
}

Numbers conv_general_shape_tuple(const Numbers &lhs_shape, const Numbers &rhs_shape, const Numbers &window_strides,
                                 const Padding &padding, const std::array<std::string, 3> &dimension_numbers) {
  return traced_shape(lhs_shape, rhs_shape, [&](const Array &x, const Array &w) {
    return conv_general_dilated(
        x, w, {.window_strides = window_strides, .padding = padding, .dimension_numbers = dimension_numbers});
  });
}

Numbers conv_transpose_shape_tuple(const Numbers &lhs_shape, const Numbers &rhs_shape, const Numbers &window_strides,
                                   const Padding &padding, const std::array<std::string, 3> &dimension_numbers) {
  return traced_shape(lhs_shape, rhs_shape, [&](const Array &x, const Array &w) {
    return conv_transpose(x, w, window_strides, {.padding = padding, .dimension_numbers = dimension_numbers});
  });
}

Numbers reduce_window_shape_tuple(const Numbers &operand_shape, const Numbers &window_dimensions,
                                  const Numbers &window_strides, const Padding &padding, const Numbers &base_dilation,
                                  const Numbers &window_dilation) {
  return traced_shape(operand_shape, {}, [&](const Array &x, const Array &) {
    return reduce_window(x, Window::add, window_dimensions,
                         {.strides = window_strides,
                          .padding = padding,
                          .base_dilation = base_dilation,
                          .window_dilation = window_dilation});
  });
}

std::array<Numbers, 3> conv_general_permutations(const std::array<std::string, 3> &names) {
  std::string spatial;
  for (char c : names[1])
    if (c != 'O' && c != 'I') spatial += c;
  constexpr std::string_view kOp = "conv_general_permutations";
  return {permutation(kOp, names[0], "NC" + spatial), permutation(kOp, names[1], "OI" + spatial),
          permutation(kOp, names[2], "NC" + spatial)};
}

// One product over groups and k: x is repeated for each group, with zeros in the rows of others.
Array ragged_dot(const Operand &lhs, const Operand &rhs, const Operand &group_sizes,
                 std::optional<DType> preferred_element_type) {
  At at(lhs, rhs, group_sizes);
  Array x = asarray(lhs), w = asarray(rhs), sizes = asarray(group_sizes);
  if (x.ndim() != 2 || w.ndim() != 3 || sizes.ndim() != 1 || !is_integer(sizes.dtype()) || x.shape(1) != w.shape(1) ||
      w.shape(0) != sizes.shape(0))
    fail<ShapeError>(fmt::format("ragged_dot: x[m, k], w[g, k, n] and whole group_sizes[g] do not fit: {}, {}, {}",
                                 to_string(x.type()), to_string(w.type()), to_string(sizes.type())));
  const int64_t m = x.shape(0), k = x.shape(1), g = w.shape(0), n = w.shape(2);
  const DType dtype = promote_types(x.dtype(), w.dtype());
  Array ends = cumsum(astype(sizes, i32)), row = iota({m, g}, 0), begins = ends - astype(sizes, i32);
  Array inside = logical_and(row >= expand_dims(begins, 0), row < expand_dims(ends, 0));
  Array spread = where(expand_dims(inside, 2), expand_dims(astype(x, dtype), 1), zeros({}, dtype));
  Array y = matmul(reshape(spread, {m, g * k}), reshape(astype(w, dtype), {g * k, n}));
  return preferred_element_type ? astype(y, *preferred_element_type) : y;
}

}  // namespace fluxion
