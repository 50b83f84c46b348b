// "convolution": reads the attributes and cuts the convolution into pieces.
#include "runtime/convolution.h"

#include <algorithm>
#include <cstring>
#include <numeric>

#include "runtime/library_support.h"

namespace fluxion::runtime {
namespace {

using Numbers = std::vector<int64_t>;

struct Attributes {
  int64_t feature_groups, batch_groups;
  Numbers lhs_dims, rhs_dims, out_dims, strides, low, high, lhs_dilation, rhs_dilation, reversal;
};

Attributes read(const int64_t *attributes, int n, size_t rank) {
  require(rank >= 2 && static_cast<size_t>(n) == 2 + 3 * rank + 6 * (rank - 2), "convolution",
          "it takes two group counts, three layouts and six numbers for each spatial dimension");
  Attributes a{attributes[0], attributes[1], {}, {}, {}, {}, {}, {}, {}, {}, {}};
  const int64_t *next = attributes + 2;
  for (Numbers *list : {&a.lhs_dims, &a.rhs_dims, &a.out_dims}) {
    list->assign(next, next + rank);
    next += rank;
    for (int64_t d : *list) require(d >= 0 && d < static_cast<int64_t>(rank), "convolution", "a layout is none");
  }
  for (Numbers *list : {&a.strides, &a.low, &a.high, &a.lhs_dilation, &a.rhs_dilation, &a.reversal}) {
    list->assign(next, next + (rank - 2));
    next += rank - 2;
  }
  require(a.feature_groups >= 1 && a.batch_groups >= 1, "convolution", "group counts are positive");
  return a;
}

Numbers strides_of(const Shape &shape) {
  Numbers strides(static_cast<size_t>(shape.ndim()), 1);
  for (size_t d = strides.size(); d-- > 1;) strides[d - 1] = strides[d] * shape[static_cast<int64_t>(d)];
  return strides;
}

int64_t floor_mod(int64_t a, int64_t b) { return (a % b + b) % b; }

/// A spatial dimension's part of a piece, and where its result and window begin.
struct Phase {
  ConvolutionDim dim;
  int64_t out_offset = 0, window_offset = 0;
};

struct Spatial {
  int64_t size, window, count, stride, low, dilation, window_dilation;
  bool reversed;
  int64_t in_stride, window_stride, out_stride;
};

/// Results y = y0 + p·t meet the window's elements k = k0 + q·u, where p and q are the least steps that keep
/// y·stride + k·window_dilation − low a multiple of the input's dilation. Results that meet nothing are in no phase, so
/// there are at most as many as the window has elements.
std::vector<Phase> phases_of(const Spatial &s) {
  const int64_t d = s.dilation, p = d / std::gcd(s.stride, d), q = d / std::gcd(s.window_dilation, d);
  std::vector<Phase> phases;
  for (int64_t y0 = 0; y0 < std::min(p, s.count); ++y0) {
    Phase phase;
    int64_t k0 = 0;
    while (k0 < std::min(q, s.window) && floor_mod(y0 * s.stride + k0 * s.window_dilation - s.low, d) != 0) ++k0;
    if (k0 >= std::min(q, s.window)) continue;
    ConvolutionDim &dim = phase.dim;
    dim.count = (s.count - y0 + p - 1) / p;
    dim.taps = (s.window - k0 + q - 1) / q;
    dim.size = s.size;
    dim.first = (y0 * s.stride + k0 * s.window_dilation - s.low) / d;
    dim.step = p * s.stride / d;
    dim.tap_step = q * s.window_dilation / d;
    dim.in_stride = s.in_stride;
    dim.out_stride = s.out_stride * p;
    dim.window_stride = (s.reversed ? -s.window_stride : s.window_stride) * q;
    phase.out_offset = y0 * s.out_stride;
    phase.window_offset = (s.reversed ? s.window - 1 - k0 : k0) * s.window_stride;
    phases.push_back(phase);
  }
  return phases;
}

std::vector<ConvolutionPiece> product_of(const ConvolutionPiece &whole, const std::vector<std::vector<Phase>> &dims) {
  std::vector<ConvolutionPiece> pieces{whole};
  for (const auto &phases : dims) {
    std::vector<ConvolutionPiece> next;
    for (const ConvolutionPiece &piece : pieces)
      for (const Phase &phase : phases) {
        next.push_back(piece);
        next.back().dims.push_back(phase.dim);
        next.back().out_offset += phase.out_offset;
        next.back().window_offset += phase.window_offset;
      }
    pieces = std::move(next);
  }
  for (ConvolutionPiece &piece : pieces)
    if (piece.dims.empty()) piece.dims.emplace_back();
  return pieces;
}

Convolution make_convolution(const ShapeDtype *types, const int64_t *attributes, int n) {
  const auto rank = static_cast<size_t>(types[0].shape.ndim());
  require(types[1].shape.ndim() == types[0].shape.ndim() && types[2].shape.ndim() == types[0].shape.ndim(),
          "convolution", "its arrays have the same number of dimensions");
  require(rank <= 64, "convolution", "it takes at most 64 dimensions");
  const Attributes a = read(attributes, n, rank);
  Convolution c{types[0], types[1], types[2], {}};
  const Numbers ls = strides_of(c.lhs.shape), rs = strides_of(c.rhs.shape), os = strides_of(c.out.shape);
  const auto at = [](const Numbers &values, int64_t d) { return values[static_cast<size_t>(d)]; };
  ConvolutionPiece whole;
  whole.groups = a.feature_groups * a.batch_groups;
  whole.batch = c.out.shape[a.out_dims[0]];
  whole.features = c.out.shape[a.out_dims[1]] / whole.groups;
  whole.sums = c.rhs.shape[a.rhs_dims[1]];
  whole.in_batch = at(ls, a.lhs_dims[0]);
  whole.in_feature = at(ls, a.lhs_dims[1]);
  whole.in_group = a.batch_groups > 1 ? whole.batch * whole.in_batch : whole.sums * whole.in_feature;
  whole.window_out = at(rs, a.rhs_dims[0]);
  whole.window_group = whole.features * whole.window_out;
  whole.window_feature = at(rs, a.rhs_dims[1]);
  whole.out_batch = at(os, a.out_dims[0]);
  whole.out_feature = at(os, a.out_dims[1]);
  whole.out_group = whole.features * whole.out_feature;
  std::vector<std::vector<Phase>> dims;
  for (size_t d = 0; d + 2 < rank; ++d)
    dims.push_back(
        phases_of({c.lhs.shape[a.lhs_dims[d + 2]], c.rhs.shape[a.rhs_dims[d + 2]], c.out.shape[a.out_dims[d + 2]],
                   a.strides[d], a.low[d], a.lhs_dilation[d], a.rhs_dilation[d], a.reversal[d] != 0,
                   at(ls, a.lhs_dims[d + 2]), at(rs, a.rhs_dims[d + 2]), at(os, a.out_dims[d + 2])}));
  c.pieces = product_of(whole, dims);
  return c;
}

}  // namespace

void convolution(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n) {
  require(count == 3, "convolution", "it takes two operands and a result");
  if (types[2].shape.count() == 0) return;
  const Convolution c = make_convolution(types, attributes, n);
  int64_t covered = 0;
  for (const ConvolutionPiece &piece : c.pieces) covered += piece.groups * piece.features * piece.positions();
  if (covered < c.out.shape.count()) std::memset(buffers[2], 0, static_cast<size_t>(c.out.bytes()));
  std::vector<ConvolutionPiece> rest;
  for (const ConvolutionPiece &piece : c.pieces)
    if (!run_image_piece(c, piece, buffers[0], buffers[1], buffers[2]) &&
        !run_pixel_piece(c, piece, buffers[0], buffers[1], buffers[2]) &&
        !run_gemm_piece(c, piece, buffers[0], buffers[1], buffers[2]))
      rest.push_back(piece);
  if (!rest.empty()) run_direct(c, rest, buffers[0], buffers[1], buffers[2]);
}

ProductWorkspace convolution_workspace(const CallStep &step) {
  ProductWorkspace w;
  if (step.types[2].shape.count() == 0) return w;
  const Convolution c =
      make_convolution(step.types.data(), step.attributes.data(), static_cast<int>(step.attributes.size()));
  for (const ConvolutionPiece &piece : c.pieces) {
    std::optional<ProductWorkspace> taken = image_piece_workspace(c, piece);
    if (!taken) taken = pixel_piece_workspace(c, piece);
    w.cover(taken ? *taken : gemm_piece_workspace(c, piece));
  }
  return w;
}

}  // namespace fluxion::runtime
