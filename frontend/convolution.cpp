#include "fluxion/convolution.h"

#include <algorithm>

#include "frontend/ops_internal.h"

namespace fluxion {

namespace {

using Numbers = std::vector<int64_t>;

/// Dimensions by role: batch and feature (of rhs: output and input feature), then the spatial ones.
struct Roles {
  Numbers lhs, rhs, out;
};

Numbers roles_of(std::string_view op, const std::string &spec, char first, char second, const std::string &order,
                 int64_t ndim) {
  const auto position = [&](char c) {
    const size_t i = spec.find(c);
    if (i == std::string::npos || spec.find(c, i + 1) != std::string::npos)
      fail<ShapeError>(fmt::format("{}: '{}' does not name '{}' once", op, spec, c));
    return static_cast<int64_t>(i);
  };
  if (static_cast<int64_t>(spec.size()) != ndim)
    fail<ShapeError>(fmt::format("{}: '{}' does not name the {} dimensions of an operand", op, spec, ndim));
  Numbers dims{position(first), position(second)};
  for (char c : order) dims.push_back(position(c));
  return dims;
}

// The spatial letters, in the order in which rhs has them.
Roles roles_of(std::string_view op, const std::array<std::string, 3> &specs, int64_t ndim) {
  std::string order;
  for (char c : specs[1])
    if (c != 'O' && c != 'I') order += c;
  return {roles_of(op, specs[0], 'N', 'C', order, ndim), roles_of(op, specs[1], 'O', 'I', order, ndim),
          roles_of(op, specs[2], 'N', 'C', order, ndim)};
}

constexpr std::string_view kLetters = "HWDXYZTUVABEFG";

std::array<std::string, 3> features_first(std::string_view op, int64_t ndim) {
  const int64_t n = ndim - 2;
  if (n > static_cast<int64_t>(kLetters.size())) fail<ShapeError>(fmt::format("{}: name the dimensions", op));
  const std::string spatial(kLetters.substr(0, static_cast<size_t>(std::max<int64_t>(n, 0))));
  return {"NC" + spatial, "OI" + spatial, "NC" + spatial};
}

std::array<std::string, 3> features_last(std::string_view op, int64_t ndim) {
  const std::string spatial = features_first(op, ndim)[0].substr(2);
  return {"N" + spatial + "C", spatial + "IO", "N" + spatial + "C"};
}

Numbers or_ones(std::string_view op, const char *what, Numbers values, size_t n) {
  if (values.empty()) values.assign(n, 1);
  if (values.size() != n)
    fail<ShapeError>(fmt::format("{}: {} has {} entries for {} dimensions", op, what, values.size(), n));
  for (int64_t v : values)
    if (v < 1) fail<ShapeError>(fmt::format("{}: {} is not positive: {}", op, what, v));
  return values;
}

int64_t dilated(int64_t size, int64_t dilation) { return size == 0 ? 0 : (size - 1) * dilation + 1; }

struct Pads {
  Numbers low, high;
};

/// `reach` is how many elements a window spans.
Pads pads_of(std::string_view op, const Padding &padding, const Numbers &sizes, const Numbers &reach,
             const Numbers &strides) {
  Pads pads;
  const size_t n = sizes.size();
  if (padding.name.empty()) {
    if (padding.pairs.size() != n)
      fail<ShapeError>(fmt::format("{}: padding has {} pairs for {} dimensions", op, padding.pairs.size(), n));
    for (const auto &[low, high] : padding.pairs) pads.low.push_back(low), pads.high.push_back(high);
    return pads;
  }
  const bool lower = padding.name == "SAME_LOWER";
  if (padding.name != "SAME" && padding.name != "VALID" && !lower)
    fail<ShapeError>(fmt::format("{}: there is no padding '{}', only SAME, SAME_LOWER and VALID", op, padding.name));
  for (size_t d = 0; d < n; ++d) {
    const int64_t out = (sizes[d] + strides[d] - 1) / strides[d];
    const int64_t total =
        padding.name == "VALID" ? 0 : std::max<int64_t>(0, (out - 1) * strides[d] + reach[d] - sizes[d]);
    pads.low.push_back(lower ? total - total / 2 : total / 2);
    pads.high.push_back(total - pads.low.back());
  }
  return pads;
}

Numbers sizes_of(const Array &x, const Numbers &dims) {
  Numbers sizes;
  for (size_t i = 2; i < dims.size(); ++i) sizes.push_back(x.shape(dims[i]));
  return sizes;
}

Numbers reach_of(const Numbers &window, const Numbers &dilation) {
  Numbers reach;
  for (size_t d = 0; d < window.size(); ++d) reach.push_back(dilated(window[d], dilation[d]));
  return reach;
}

bool all_ones(const Numbers &values) {
  return std::all_of(values.begin(), values.end(), [](int64_t v) { return v == 1; });
}

void need_windows(std::string_view op, const Array &x, const Array &w) {
  if (x.ndim() < 2 || w.ndim() != x.ndim())
    fail<ShapeError>(fmt::format("{}: the operands need the same number of dimensions, at least 2: {} and {}", op,
                                 to_string(x.type()), to_string(w.type())));
}

}  // namespace

Array conv_general_dilated(const Operand &lhs, const Operand &rhs, const ConvolutionOptions &o) {
  At at(lhs, rhs);
  constexpr std::string_view op = "conv_general_dilated";
  Array x = asarray(lhs), w = asarray(rhs);
  need_windows(op, x, w);
  const DType dtype = promote_types(x.dtype(), w.dtype());
  x = astype(x, dtype), w = astype(w, dtype);
  const Roles roles =
      roles_of(op, o.dimension_numbers[0].empty() ? features_first(op, x.ndim()) : o.dimension_numbers, x.ndim());
  const auto n = static_cast<size_t>(x.ndim() - 2);
  const Numbers strides = or_ones(op, "window_strides", o.window_strides, n),
                dilation = or_ones(op, "lhs_dilation", o.lhs_dilation, n),
                window_dilation = or_ones(op, "rhs_dilation", o.rhs_dilation, n);
  if (!o.padding.name.empty() && o.padding.name != "VALID" && !all_ones(dilation))
    fail<ShapeError>(fmt::format("{}: padding '{}' with lhs_dilation is ambiguous: give numbers, or use conv_transpose",
                                 op, o.padding.name));
  const Pads pads =
      pads_of(op, o.padding, sizes_of(x, roles.lhs), reach_of(sizes_of(w, roles.rhs), window_dilation), strides);
  return stage("fx.convolution", {x, w},
               {{"strides", strides},
                {"low", pads.low},
                {"high", pads.high},
                {"lhs_dilation", dilation},
                {"rhs_dilation", window_dilation},
                {"reversal", Numbers(n, 0)},
                {"lhs_dims", roles.lhs},
                {"rhs_dims", roles.rhs},
                {"out_dims", roles.out},
                {"feature_groups", o.feature_group_count},
                {"batch_groups", o.batch_group_count},
                {"element", o.preferred_element_type.value_or(dtype)}});
}

Array conv(const Operand &x, const Operand &w, Numbers window_strides, const Padding &padding) {
  At at(x, w);
  return conv_general_dilated(x, w, {.window_strides = std::move(window_strides), .padding = padding});
}

namespace {

// lax's: around the input with its gaps, so that the result has the size that the convolution came from.
Pads transposed_pads(std::string_view op, const Padding &padding, const Numbers &reach, const Numbers &strides) {
  Pads pads;
  for (size_t d = 0; d < reach.size(); ++d) {
    const int64_t k = reach[d], s = strides[d];
    int64_t total = k + s - 2, low = k - 1;
    if (padding.name == "SAME") {
      if (s <= k - 1) low = (total + 1) / 2;
    } else if (padding.name == "VALID") {
      total += std::max<int64_t>(k - s, 0);
    } else {
      fail<ShapeError>(fmt::format("{}: there is no padding '{}', only SAME and VALID", op, padding.name));
    }
    pads.low.push_back(low);
    pads.high.push_back(total - low);
  }
  return pads;
}

}  // namespace

Array conv_transpose(const Operand &lhs, const Operand &rhs, Numbers strides, const ConvTransposeOptions &o) {
  At at(lhs, rhs);
  constexpr std::string_view op = "conv_transpose";
  Array x = asarray(lhs), w = asarray(rhs);
  need_windows(op, x, w);
  const auto specs = o.dimension_numbers[0].empty() ? features_last(op, x.ndim()) : o.dimension_numbers;
  const Roles roles = roles_of(op, specs, x.ndim());
  const auto n = static_cast<size_t>(x.ndim() - 2);
  strides = or_ones(op, "strides", strides, n);
  const Numbers dilation = or_ones(op, "rhs_dilation", o.rhs_dilation, n);
  const Numbers reach = reach_of(sizes_of(w, roles.rhs), dilation);
  const Pads pads = o.padding.name.empty() ? pads_of(op, o.padding, sizes_of(x, roles.lhs), reach, strides)
                                           : transposed_pads(op, o.padding, reach, strides);
  if (o.transpose_kernel) {
    w = flip(w, Axes(Numbers(roles.rhs.begin() + 2, roles.rhs.end())));
    w = swapaxes(w, roles.rhs[0], roles.rhs[1]);
  }
  std::vector<std::pair<int64_t, int64_t>> pairs;
  for (size_t d = 0; d < n; ++d) pairs.emplace_back(pads.low[d], pads.high[d]);
  return conv_general_dilated(
      x, w, {.padding = pairs, .lhs_dilation = strides, .rhs_dilation = dilation, .dimension_numbers = specs});
}

// ---- windows

namespace {

Array part(const Array &x, int64_t d, int64_t from, int64_t count, int64_t stride) {
  Numbers starts(static_cast<size_t>(x.ndim()), 0), limits = x.shape().sizes(), strides(starts.size(), 1);
  const auto at = static_cast<size_t>(d);
  starts[at] = from, limits[at] = from + count, strides[at] = stride;
  return lax_slice(x, starts, limits, strides);
}

// Of equal elements the first is taken, and has the derivative; NaN wins.
Array combine(Window kind, const Array &a, const Array &b) {
  if (kind == Window::add) return a + b;
  if (kind == Window::multiply) return a * b;
  Array first = kind == Window::maximum ? a >= b : a <= b;
  if (is_inexact(a.dtype())) first = logical_or(first, a != a);
  return where(first, a, b);
}

/// Element i of the result combines x[i], x[i + step], …, `size` of them: windows of m elements and those that begin m
/// steps further make windows of 2 m.
Array slide(Window kind, const Array &x, int64_t d, int64_t size, int64_t step) {
  Array power = x, result;
  int64_t done = 0;
  const auto join = [&](const Array &a, const Array &b, int64_t offset) {
    const int64_t count = b.shape(d) - offset;
    return combine(kind, part(a, d, 0, count, 1), part(b, d, offset, count, 1));
  };
  for (int64_t m = 1;; m *= 2) {
    if (size & m) {
      result = done == 0 ? power : join(result, power, done * step);
      done += m;
    }
    if (done == size) return result;
    power = join(power, power, m * step);
  }
}

// The element that the kind ignores.
Array neutral(Window kind, DType dtype) {
  if (kind == Window::add) return full({}, 0, dtype);
  if (kind == Window::multiply) return full({}, 1, dtype);
  const bool greatest = kind == Window::minimum;
  if (is_inexact(dtype)) return full({}, greatest ? INFINITY : -INFINITY, dtype);
  return visit_dtype(dtype, [&](auto zero) -> Array {
    using T = decltype(zero);
    if constexpr (std::is_integral_v<T>) {
      return array<T>(greatest ? std::numeric_limits<T>::max() : std::numeric_limits<T>::lowest());
    } else {
      return Array();
    }
  });
}

}  // namespace

Array reduce_window(const Operand &operand, Window kind, Numbers window, const WindowOptions &o) {
  At at(operand);
  constexpr std::string_view op = "reduce_window";
  Array x = asarray(operand);
  if (is_complex(x.dtype()) && (kind == Window::maximum || kind == Window::minimum))
    fail<DTypeError>(fmt::format("{}: complex numbers have no order: {}", op, to_string(x.type())));
  const auto n = static_cast<size_t>(x.ndim());
  if (window.size() != n)
    fail<ShapeError>(fmt::format("{}: a window of {} sizes over {}", op, window.size(), to_string(x.type())));
  window = or_ones(op, "window", window, n);
  const Numbers strides = or_ones(op, "strides", o.strides, n), base = or_ones(op, "base_dilation", o.base_dilation, n),
                dilation = or_ones(op, "window_dilation", o.window_dilation, n);
  const Numbers reach = reach_of(window, dilation);
  Numbers sizes, interior;
  const Pads pads = pads_of(op, o.padding, x.shape().sizes(), reach, strides);
  for (size_t d = 0; d < n; ++d) {
    sizes.push_back(dilated(x.shape(static_cast<int64_t>(d)), base[d]));
    interior.push_back(base[d] - 1);
  }
  Numbers result;
  for (size_t d = 0; d < n; ++d)
    result.push_back(std::max<int64_t>(0, (sizes[d] + pads.low[d] + pads.high[d] - reach[d]) / strides[d] + 1));
  for (size_t d = 0; d < n; ++d)
    if (sizes[d] + pads.low[d] + pads.high[d] < reach[d]) {
      result[d] = 0;
      return full(result, 0, x.dtype());
    }
  const Array zero = neutral(kind, x.dtype());
  x = stage("fx.pad", {x, zero}, {{"low", pads.low}, {"high", pads.high}, {"interior", interior}});
  for (size_t d = n; d-- > 0;) {  // rows last: of equal elements the first in row-major order is taken
    const auto axis = static_cast<int64_t>(d);
    if (window[d] > 1) x = slide(kind, x, axis, window[d], dilation[d]);
    if (strides[d] > 1) x = part(x, axis, 0, x.shape(axis), strides[d]);
  }
  return x;
}

namespace nn {

namespace {

Array pool(std::string_view op, Window kind, const Array &x, const Numbers &window, const Numbers &strides,
           const Padding &padding) {
  const auto n = static_cast<int64_t>(window.size());
  if (x.ndim() < n + 1)
    fail<ShapeError>(
        fmt::format("{}: a window over {} dimensions and features does not fit {}", op, n, to_string(x.type())));
  const Numbers steps = or_ones(op, "strides", strides, window.size());
  const auto batch = static_cast<size_t>(x.ndim() - n - 1);
  const auto around = [&](const Numbers &inner) {
    Numbers all(batch, 1);
    all.insert(all.end(), inner.begin(), inner.end());
    all.push_back(1);
    return all;
  };
  Padding everywhere = padding;
  if (padding.name.empty()) {
    everywhere.pairs.insert(everywhere.pairs.begin(), batch, {0, 0});
    everywhere.pairs.emplace_back(0, 0);
  }
  return reduce_window(x, kind, around(window), {.strides = around(steps), .padding = everywhere});
}

}  // namespace

Array max_pool(const Operand &x, Numbers window, Numbers strides, const Padding &padding) {
  At at(x);
  return pool("max_pool", Window::maximum, asarray(x), window, strides, padding);
}

Array min_pool(const Operand &x, Numbers window, Numbers strides, const Padding &padding) {
  At at(x);
  return pool("min_pool", Window::minimum, asarray(x), window, strides, padding);
}

Array avg_pool(const Operand &x, Numbers window, Numbers strides, const Padding &padding, bool count_include_pad) {
  At at(x);
  const Array a = asarray(x), y = pool("avg_pool", Window::add, a, window, strides, padding);
  if (!count_include_pad) return y / pool("avg_pool", Window::add, ones_like(a), window, strides, padding);
  int64_t count = 1;
  for (int64_t size : window) count *= size;
  return y / static_cast<double>(count);
}

}  // namespace nn

}  // namespace fluxion
